"""Runs of `impact run` over a copy of the project, in which nothing of the project is written."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from running import bench_notebook
from running.tree import cost

_BENCH = Path(__file__).resolve().parents[1]
_COPIED = ("data", "notebooks", "params")


@dataclass(frozen=True, slots=True)
class BatchCost:
    """What a batch cost.

    Parameters
    ----------
    reports
        How many stand when it has ended.
    started
        How many were made in it.
    cpu, wall
        Processor seconds of all processes, and seconds on the clock.
    parent_peak
        Bytes the process of the command itself held at most.
    """

    reports: int
    started: int
    cpu: float
    wall: float
    parent_peak: int


def home(scratch: Path) -> Path:
    """Return a copy of the project's data, notebooks and params."""
    copied = scratch / "home"
    for name in _COPIED:
        shutil.copytree(bench_notebook.ROOT / name, copied / name)
    return copied


def batch(folder: Path, out: Path, words: list[str], workers: int = 2) -> BatchCost:
    """Run `impact run` in a home copy and return what it cost.

    Parameters
    ----------
    folder
        From `home`.
    out
        Folder of all reports.
    words
        Params file and options.
    workers
        How many reports are made at once.
    """
    before = _standing(out)
    peak = folder / "peak"
    told = ["run", *words, "--out", str(out), "--workers", str(workers)]
    command = [sys.executable, "-m", "running.impact_command", str(peak), *told]
    environment = {**os.environ, "IMPACT_HOME": str(folder), "PYTHONPATH": str(_BENCH)}
    found = cost(command, environment=environment, folder=folder)
    after = _standing(out)
    started = sum(before.get(report) != made for report, made in after.items())
    return BatchCost(
        len(after), started, found.cpu, found.wall, int(peak.read_text(encoding="ascii"))
    )


def _standing(out: Path) -> dict[str, tuple[int, int]]:
    """Return the reports that stand, each with what changes when it is made again."""
    return {
        str(notebook): (notebook.stat().st_ino, notebook.stat().st_mtime_ns)
        for notebook in out.glob("**/notebook.ipynb")
    }
