"""A process that has warmed up has everything a report needs, and can be forked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT_TESTS = Path(__file__).parents[1] / "report"

PRELUDE = """
import json, os, sys
from pathlib import Path
import impact.run.warm_up
assert not [name for name in ("pandas", "matplotlib", "typst") if name in sys.modules]
impact.run.warm_up.warm_up()
"""
NOTHING_NEW = """
before = set(sys.modules)
import sample, sample_assessment, written_pages
from impact.report import names
names.indicator, names.boundary = sample.catalogue_entry, sample.square
own = {"sample", "sample_assessment", "sample_appraisal", "sample_funnel", "written_pages"}
loaded = set(sys.modules)
for kind in ("municipality", "region"):
    written_pages.written(kind, "fi")
print(json.dumps(sorted(set(sys.modules) - loaded - own)))
"""
FORKED = """
def threads():
    tasks = [Path(f"/proc/self/task/{task}/comm") for task in os.listdir("/proc/self/task")]
    return sorted(task.read_text().strip() for task in tasks)

print(json.dumps(threads()), flush=True)
child = os.fork()
if child == 0:
    import sample, written_pages
    from impact.report import names
    names.indicator, names.boundary = sample.catalogue_entry, sample.square
    sheet = written_pages.written("municipality", "sv")["summary"]
    os._exit(0 if sheet.startswith(b"%PDF") else 3)
print(json.dumps(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))
"""


def _run(script: str) -> list[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(REPORT_TESTS), os.environ.get("PYTHONPATH", "")]),
        **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    }
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + script],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_after_it_writing_a_report_loads_no_module() -> None:
    assert _run(NOTHING_NEW) == ["[]"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks, and tells its threads")
def test_after_it_a_forked_process_can_typeset() -> None:
    threads, ended = _run(FORKED)
    assert set(threads.strip("[]").replace('"', "").split(", ")) <= {"python", "jemalloc_bg_thd"}
    assert ended == "0"


def test_a_fault_in_the_project_is_left_to_the_reports(tmp_path: Path) -> None:
    for folder in ("data/catalogue", "params", "notebooks"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data/sources.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "data/catalogue/learning.yml").write_text("- id: [", encoding="utf-8")
    script = f"import os\nos.environ['IMPACT_HOME'] = {str(tmp_path)!r}\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{script}{PRELUDE}print('warm')"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.stdout, done.returncode) == ("warm\n", 0), done.stderr
