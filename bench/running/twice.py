"""All municipalities of Sweden twice: what a run costs when nothing has changed."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from running import bench_notebook
from running.batches import batch, home


def measure(*, quick: bool) -> list[dict[str, float]]:
    """Return what the first run and the second cost."""
    words = ["params/sweden.yml"]
    if quick:
        words += ["--only", ",".join(bench_notebook.codes(10))]
    found = []
    with tempfile.TemporaryDirectory(prefix="impact-bench-") as scratch:
        copied, out = home(Path(scratch)), Path(scratch) / "reports"
        for run in ("first", "second"):
            one = batch(copied, out, words)
            found.append(asdict(one))
            print(
                f"{run} run of {one.reports} reports: {one.started} started, {one.cpu:.1f} s CPU, "
                f"{one.wall:.1f} s",
                file=sys.stderr,
            )
    return found


def summary(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the second run in per cent of the first, and how many reports it started."""
    first, second = found
    return {
        "reports": second["reports"],
        "first_wall": first["wall"],
        "second_wall": second["wall"],
        "wall_percent": 100 * second["wall"] / first["wall"],
        "cpu_percent": 100 * second["cpu"] / first["cpu"],
        "started": second["started"],
    }
