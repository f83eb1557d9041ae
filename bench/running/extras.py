"""What stands beside the table: the parts of our own report, and the usual way to make it."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from running import bench_notebook
from running.batches import batch, home
from running.methods import environment
from running.tree import cost

_BENCH = Path(__file__).resolve().parents[1]
_PARAMS = "params/sweden.yml"
PLACES, QUICK_PLACES = 12, 3


def measure(runs: int, *, quick: bool) -> dict[str, list]:
    """Return the parts' seconds report by report, and what the usual commands cost per report."""
    with tempfile.TemporaryDirectory(prefix="impact-bench-") as scratch:
        folder = Path(scratch)
        copied = home(folder)
        places = bench_notebook.codes(QUICK_PLACES if quick else PLACES)
        batch(copied, folder / "reports", [_PARAMS, "--only", ",".join(places)])
        usual = [_usual(copied, places[run], folder) for run in range(min(runs, len(places)))]
        return {"parts": _parts(copied, folder / "reports"), "usual": usual}


def summary(found: Mapping[str, Sequence]) -> dict[str, object]:
    """Return medians over reports and runs."""
    names = found["parts"][0]
    return {
        "parts": {name: statistics.median(one[name] for one in found["parts"]) for name in names},
        "usual_cpu": statistics.median(one["cpu"] for one in found["usual"]),
        "usual_wall": statistics.median(one["wall"] for one in found["usual"]),
    }


def _parts(copied: Path, reports: Path) -> list[dict[str, float]]:
    done = subprocess.run(
        [sys.executable, "-m", "running.report_parts", str(reports)],
        env={**os.environ, "IMPACT_HOME": str(copied), "PYTHONPATH": str(_BENCH)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return json.loads(done.stdout)


def _usual(copied: Path, place: str, scratch: Path) -> dict[str, float]:
    """Return what `papermill` and `jupyter nbconvert` cost for our own notebook, without PDF."""
    made = scratch / f"{place}.ipynb"
    programs = Path(sys.executable).parent
    surroundings = {**environment(scratch, svg=False), "IMPACT_HOME": str(copied)}
    told = ["-p", "place", place, "-p", "params_file", _PARAMS]
    ways = (
        [str(programs / "papermill"), "notebooks/municipality.ipynb", str(made), *told],
        [str(programs / "jupyter"), "nbconvert", "--to", "html", "--no-input", str(made)],
    )
    costs = [cost(way, environment=surroundings, folder=copied) for way in ways]
    return {"cpu": sum(one.cpu for one in costs), "wall": sum(one.wall for one in costs)}
