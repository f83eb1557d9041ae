"""The 13 reports of a county on a Dask cluster, and when one of its workers is killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed")

from impact import folders
from impact.run.batch import run
from impact.run.make_report import Outcome
from impact.run.params.plan import load_plan
from impact.run.summary import Summary

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the project, with all reports made on this computer in `local`."""
    home = tmp_path_factory.mktemp("home")
    for part in ("data", "params", "notebooks"):
        shutil.copytree(folders.project_folder() / part, home / part)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IMPACT_HOME", str(home))
        made(home, "local")
        yield home


def made(home: Path, out: str, done: Callable[[Outcome], None] | None = None, **more) -> Summary:
    plan = load_plan(home / "params/jonkoping.yml")
    done = done or (lambda outcome: None)
    summary = run(plan, only=plan.places, out=home / out, done=done, **more)
    assert [outcome.problem for outcome in summary.failures] == []
    assert len(summary.made) == len(plan.places) == 13
    return summary


def contents(home: Path, out: str) -> dict[str, bytes]:
    """Return every file of every report; of the batch's own manifest the clock is not compared."""
    folder = home / out / "jonkoping/2024"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / "manifest.json" and not path.name.endswith(".lock")
    }


def assert_equal(home: Path, out: str) -> None:
    local, cluster = contents(home, "local"), contents(home, out)
    assert set(local) == set(cluster)
    assert [name for name in local if local[name] != cluster[name]] == []
    assert sum(name.endswith("manifest.json") for name in local) == 13


def a_worker() -> int:
    """Return a Dask worker of this process that owns a warm process."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                words = (folder / "cmdline").read_text().split("\0")
                status = (folder / "status").read_text().splitlines()
            except OSError:  # it has ended
                continue
            parent = next(int(line.split()[1]) for line in status if line.startswith("PPid:"))
            found[int(folder.name)] = (parent, words)
    for parent, words in found.values():
        if "impact.engine.warm_process" in words and parent in found:
            grandparent, words = found[parent]
            if grandparent == os.getpid() and "--multiprocessing-fork" in words:
                return parent
    raise AssertionError("no Dask worker at work")


def test_a_cluster_makes_the_same_reports_byte_for_byte(home, capfd):
    made(home, "cluster", scheduler="local:2")
    assert_equal(home, "cluster")
    assert capfd.readouterr() == ("", "")


def test_every_field_of_a_manifest_is_explained(home):
    text = (Path(__file__).parents[2] / "docs/running.md").read_text(encoding="utf-8")
    file = home / "local/jonkoping/2024/SE-0680/manifest.json"
    for name in json.loads(file.read_text(encoding="utf-8")):
        assert f"`{name}`" in text, name


def test_a_worker_killed_on_the_way_costs_no_report(home, capfd):
    killed = []

    def done(outcome: Outcome) -> None:
        if not killed:
            killed.append(a_worker())
            os.kill(killed[0], signal.SIGKILL)

    made(home, "killed", done, scheduler="local:2")
    assert killed
    assert_equal(home, "killed")
    left = [path for path in (home / "killed").rglob(".*") if path.is_dir()]
    assert left == []
    assert capfd.readouterr() == ("", "")
