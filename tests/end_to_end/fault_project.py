"""A project of small reports in which trouble can be made, and what must hold after any of it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SAID = "said before the trouble\n"
STAND_INS = ROOT / "tests/run/notebooks"
DAMAGED_CELL = 3
PLAN = """
name: faults
title: {{sv: Kommuner med bekymmer, en: Municipalities in trouble}}
country: SE
region: SE-06
places: [{places}]
languages: [sv]
year: 2024
"""
TROUBLE = """
import os
from pathlib import Path

trouble = Path(os.environ["IMPACT_HOME"]) / "troubles" / f"{place}.py"
if trouble.exists():
    exec(compile(trouble.read_text(encoding="utf-8"), trouble.name, "exec"))
"""
WAIT = """
import os
import time
from pathlib import Path

Path(os.environ["IMPACT_HOME"], "process").write_text(str(os.getpid()))
while Path(os.environ["IMPACT_HOME"], "hold").exists():
    time.sleep(0.05)
"""
REPORT = {
    "report.sv.html",
    "summary.sv.pdf",
    "dialogue.sv.pdf",
    "values.csv",
    "notebook.ipynb",
    "manifest.json",
}


def fault_project(home: Path, places: Iterable[str]) -> Path:
    """Make a project whose municipality notebook does what `troubles/<place>.py` says."""
    for name in ("data", "params/countries"):
        shutil.copytree(ROOT / name, home / name)
    (home / "troubles").mkdir()
    (home / "notebooks").mkdir()
    for kind in ("region", "assessment"):
        shutil.copyfile(STAND_INS / f"{kind}.ipynb", home / f"notebooks/{kind}.ipynb")
    notebook = json.loads((STAND_INS / "municipality.ipynb").read_text(encoding="utf-8"))
    assert "made to fail" in "".join(notebook["cells"][DAMAGED_CELL]["source"])
    notebook["cells"][DAMAGED_CELL]["source"] = TROUBLE
    notebook["cells"][DAMAGED_CELL - 1]["source"].append(f"\nprint({SAID.strip()!r})")
    (home / "notebooks/municipality.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    plan = PLAN.format(places=", ".join(places))
    (home / "params/faults.yml").write_text(plan, encoding="utf-8")
    return home


def make_trouble(home: Path, place: str, code: str) -> None:
    """Let the notebook of a place run into this."""
    (home / f"troubles/{place}.py").write_text(code, encoding="utf-8")


def end_troubles(home: Path) -> None:
    """Let every notebook run as it should."""
    for file in (home / "troubles").iterdir():
        file.unlink()
    (home / "hold").unlink(missing_ok=True)


def words(home: Path, *more: str) -> list[str]:
    """Return the command that makes the reports of the project."""
    run = ["run", "params/faults.yml", "--out", str(home / "reports"), "--progress", "none"]
    return [sys.executable, "-m", "impact", *run, *more]


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a command in the project."""
    return {**os.environ, "IMPACT_HOME": str(home)}


def run(home: Path, *more: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Make the reports of the project, as an analyst would."""
    return subprocess.run(
        words(home, *more),
        cwd=home,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=300,
        **options,
    )


def begin(home: Path, *more: str, **variables: str) -> subprocess.Popen[str]:
    """Begin to make the reports, as at a terminal, and return at once."""
    return subprocess.Popen(
        words(home, *more),
        cwd=home,
        preexec_fn=_heed_signals if os.name == "posix" else None,
        env={**environment(home), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _heed_signals() -> None:
    """Hear what a shell's background jobs and `nohup` ignore."""
    for one in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)


def year(home: Path) -> Path:
    """Return the folder of the batch."""
    return home / "reports/faults/2024"


def standing(home: Path, folder: Path | None = None) -> dict[str, int]:
    """Return the reports that stand, each with what tells one from a later one, and check them.

    Every report that can be seen must be whole: a manifest, every file it names with the size
    and the hash it names, and nothing else but the notebook of a later failure.
    """
    found = {}
    for manifest in (folder or year(home)).glob("[!.]*/manifest.json"):
        place = manifest.parent
        files = read(manifest)["files"]
        names = {path.name for path in place.iterdir()} - {"failed.ipynb"}
        assert names == {*files, "manifest.json"}, place
        assert place.name == "region" or names == REPORT, place
        for name, entry in files.items():
            content = (place / name).read_bytes()
            assert len(content) == entry["bytes"], place / name
            assert hashlib.sha256(content).hexdigest() == entry["sha256"], place / name
        found[place.name] = manifest.stat().st_mtime_ns
    return found


def left_behind(home: Path) -> list[str]:
    """Return the hidden files and folders in a batch's folder: what a run did not clear away."""
    return sorted(path.name for path in year(home).glob(".*"))


def failure(home: Path, place: str) -> str:
    """Return what the notebook of a failed report says of it, after its other outputs."""
    saved = read(year(home) / place / "failed.ipynb")
    outputs = [output for cell in saved["cells"] for output in cell.get("outputs", ())]
    said = ["".join(output.get("text", ())) for output in outputs]
    assert SAID in said
    errors = [output for output in outputs if output["output_type"] == "error"]
    assert errors, "the notebook holds no error"
    return "\n".join([errors[-1]["ename"], errors[-1]["evalue"], *errors[-1]["traceback"]])


def read(file: Path) -> dict[str, Any]:
    """Return a JSON file."""
    return json.loads(file.read_text(encoding="utf-8"))


def until(holds: Callable[[], Any], seconds: float = 120) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def is_running(process: int) -> bool:
    """Say whether a process runs; one that ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
