"""What a report costs, and how that grows: `python bench/running.py`.

Four parts, which `--parts` runs apart:

- methods: the frozen notebook `bench/notebooks/running.ipynb` and one page of it, made (a) with the
  commands `papermill` and `jupyter nbconvert` per report, as one does today, (b) with papermill's
  API in one process, (c) with `impact.engine`, (g) with the same cells as a plain function. All
  pages are without code and hold the same six figures and four tables. (c) and (g) draw SVG with
  text as text and without a tight bounding box; (a) as Jupyter does unless told otherwise, and,
  beside it, as (c); (c), beside it, as (a). The page is nbconvert's, of (g) a few lines of HTML; to
  tell what a notebook costs above a function, (c) also writes the page of (g). Cells tagged
  `shared` run once per process in (c) and (g), and in every report in (a) and (b). Every process
  has one thread.
- extras: our own report of a municipality: further languages, PDF, table.
- linear: `impact run` for 10, 30, 100 and 290 municipalities, and a line through its costs.
- twice: all of Sweden, and once more when nothing has changed.

The methods and the sizes of batches follow each other in a random order in every run, so that a
slow hour of the machine meets all. CPU is that of the whole tree of processes. What one more
report costs is the difference between a large and a small run, so that imports fall out. The
machine must do nothing else: times of a busy one, above all on the clock, say little.

The result is kept in `bench/running.json`, part by part; `--show` prints it without measuring.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from running import bench_notebook, extras, linear, methods, tables, twice
from running.machine import day, load, machine
from running.tree import adopt_orphans

RESULT = Path(__file__).with_suffix(".json")
RUNS = 5
BUSY = 0.5
PARTS = ("methods", "extras", "linear", "twice")


def main() -> None:
    """Measure what is asked for and print what is known."""
    asked = arguments()
    result = known(asked.result)
    if not asked.show:
        adopt_orphans()
        result |= {"machine": machine(), "notebook": bench_notebook.digest()}
        for name in asked.parts:
            result["parts"][name] = measured(name, asked.runs, quick=asked.quick)
            if not asked.quick or asked.result != RESULT:
                asked.result.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(tables.text(result))


def measured(name: str, runs: int, *, quick: bool) -> dict[str, Any]:
    """Measure one part and return its raw figures and their summary."""
    before, start = load(), time.perf_counter()
    if before > BUSY:
        print(f"{name}: the machine is busy ({before}); read ratios only", file=sys.stderr)
    measure: dict[str, tuple[Callable[[], Any], Callable[[Any], Any]]] = {
        "methods": (lambda: methods.measure(runs, quick=quick), methods.summary),
        "extras": (lambda: extras.measure(runs, quick=quick), extras.summary),
        "linear": (lambda: linear.measure(runs, quick=quick), linear.summary),
        "twice": (lambda: twice.measure(quick=quick), twice.summary),
    }
    work, summed = measure[name]
    raw = work()
    return {
        "day": day(),
        "load": before,
        "runs": 1 if name == "twice" else runs,
        "quick": quick,
        "minutes": round((time.perf_counter() - start) / 60, 1),
        "summary": summed(raw),
        "raw": raw,
    }


def known(file: Path) -> dict[str, Any]:
    """Return the last result, unless it is of other cells."""
    if file.is_file():
        result = json.loads(file.read_text(encoding="utf-8"))
        if result["notebook"] == bench_notebook.digest():
            return result
    return {"machine": machine(), "notebook": bench_notebook.digest(), "parts": {}}


def arguments() -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--runs", type=int, help=f"how often; {RUNS}, or 2 with --quick")
    parser.add_argument("--quick", action="store_true", help="small; nothing is kept")
    parser.add_argument("--show", action="store_true", help="print the last result")
    parser.add_argument("--result", type=Path, default=RESULT, help="file of the result")
    asked = parser.parse_args()
    if asked.runs is None:
        asked.runs = 2 if asked.quick else RUNS
    return asked


if __name__ == "__main__":
    main()
