"""Whether one more municipality costs the same in a batch of any size."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from running import bench_notebook
from running.batches import batch, home
from running.fit import straight

SIZES = (10, 30, 100, 290)
QUICK_SIZES = (2, 4, 8)
_PARAMS = "params/sweden.yml"
_ORDER = 20261122


def measure(runs: int, *, quick: bool) -> list[dict[str, float]]:
    """Return the cost of every batch: `runs` times all sizes, in a random order within a run."""
    sizes = QUICK_SIZES if quick else SIZES
    order = random.Random(_ORDER)
    found = []
    with tempfile.TemporaryDirectory(prefix="impact-bench-") as scratch:
        copied = home(Path(scratch))
        batch(copied, Path(scratch) / "first", [_PARAMS, "--only", bench_notebook.codes(1)[0]])
        for run in range(runs):
            for size in order.sample(sizes, len(sizes)):
                with tempfile.TemporaryDirectory(dir=scratch) as out:
                    places = ",".join(bench_notebook.codes(size))
                    one = batch(copied, Path(out), [_PARAMS, "--only", places])
                if one.started != size:
                    raise SystemExit(f"{one.started} of {size} reports were made")
                found.append({"size": size, **asdict(one)})
                print(
                    f"run {run + 1} of {runs}: {size} reports: {one.cpu:.1f} s CPU, "
                    f"{one.wall:.1f} s, parent {one.parent_peak / 2**20:.0f} MB",
                    file=sys.stderr,
                )
    return found


def summary(found: Sequence[Mapping[str, float]]) -> dict[str, object]:
    """Return the lines through processor seconds, seconds on the clock, and parent's megabytes."""
    sizes = [one["size"] for one in found]
    memory = [one["parent_peak"] / 2**20 for one in found]
    return {
        "cpu": straight(sizes, [one["cpu"] for one in found]),
        "wall": straight(sizes, [one["wall"] for one in found]),
        "parent_megabytes": straight(sizes, memory),
        "by_size": [_at(found, size) for size in sorted(set(sizes))],
    }


def _at(found: Sequence[Mapping[str, float]], size: float) -> dict[str, float]:
    here = [one for one in found if one["size"] == size]
    middle = {name: statistics.median(one[name] for one in here) for name in ("cpu", "wall")}
    peaks = [one["parent_peak"] / 2**20 for one in here]
    return {"size": size, **middle, "parent_megabytes": statistics.median(peaks)}
