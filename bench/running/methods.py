"""Ways to make the reports of the frozen notebook, one beside the other in one run."""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from running import bench_notebook
from running.tree import Cost, cost

_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_BENCH = Path(__file__).resolve().parents[1]
_ORDER = 20261122
_SVG_SETTINGS = """\
c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.print_figure_kwargs = {"bbox_inches": None}
c.InlineBackend.rc = {"svg.fonttype": "none"}
"""


@dataclass(frozen=True, slots=True)
class Method:
    """One way to make reports.

    Parameters
    ----------
    name
        As the issue calls it.
    what
        In words.
    module
        Of this folder; run with a number of reports, a folder and `options`.
    sizes
        Numbers of reports in the small and the large run. The cost of one more report is the
        difference of the two over the difference in reports: what is done once falls out.
    options
        Further words for the module.
    svg_settings
        Whether kernels are told to draw SVG as (c) does.
    """

    name: str
    what: str
    module: str
    sizes: tuple[int, int]
    options: tuple[str, ...] = ()
    svg_settings: bool = False


METHODS = (
    Method("a", "`papermill` and `jupyter nbconvert` per report", "command_line", (0, 1)),
    Method("a svg", "(a), figures as (c)", "command_line", (0, 1), (), True),
    Method("b", "papermill's API, one process", "papermill_api", (1, 4)),
    Method("c1", "`impact.engine`, 1 worker", "engine_pool", (4, 34), ("1", "svg", "nbconvert")),
    Method("c2", "`impact.engine`, 2 workers", "engine_pool", (4, 44), ("2", "svg", "nbconvert")),
    Method(
        "c1 png",
        "(c1), figures as (a) draws them",
        "engine_pool",
        (4, 24),
        ("1", "png", "nbconvert"),
    ),
    Method("c1 lines", "(c1), the page of (g)", "engine_pool", (4, 34), ("1", "svg", "lines")),
    Method("g", "the cells as a plain function", "plain_function", (3, 23)),
)
QUICK = {"b": (1, 2), "c1": (2, 8), "c2": (2, 8), "c1 png": (2, 6), "c1 lines": (2, 8), "g": (1, 5)}


@dataclass(frozen=True, slots=True)
class Marginal:
    """What one more report costs with a method, in one run.

    Parameters
    ----------
    cpu, wall
        Seconds per further report.
    setup_cpu
        Processor seconds that are spent once, however many the reports.
    """

    cpu: float
    wall: float
    setup_cpu: float


def measure(runs: int, *, quick: bool) -> dict[str, list[dict[str, float]]]:
    """Return the marginal costs of every method, run after run.

    Parameters
    ----------
    runs
        How often every method is measured. Within a run the methods follow each other in a
        random order, so that a slow hour of the machine meets all of them.
    quick
        Fewer reports per method.
    """
    found: dict[str, list[dict[str, float]]] = {method.name: [] for method in METHODS}
    order = random.Random(_ORDER)
    with tempfile.TemporaryDirectory(prefix="impact-bench-") as scratch:
        folder = Path(scratch)
        _first_use(folder)
        for run in range(runs):
            for method in order.sample(METHODS, len(METHODS)):
                sizes = QUICK.get(method.name, method.sizes) if quick else method.sizes
                marginal = _marginal(method, sizes, folder)
                found[method.name].append(asdict(marginal))
                print(
                    f"run {run + 1} of {runs}: {method.name}: {marginal.cpu:.3f} s CPU, "
                    f"{marginal.wall:.3f} s per report",
                    file=sys.stderr,
                )
    return found


def summary(found: Mapping[str, list[Mapping[str, float]]]) -> list[dict[str, object]]:
    """Return one line per method: medians, and how many times cheaper than (a) it is.

    Notes
    -----
    A ratio is taken within each run; its median and its extremes are shown.
    """
    lines = []
    for method in METHODS:
        mine, usual, function = found[method.name], found["a"], found["g"]
        lines.append(
            {
                "method": method.name,
                "what": method.what,
                "cpu": statistics.median(one["cpu"] for one in mine),
                "wall": statistics.median(one["wall"] for one in mine),
                "setup_cpu": statistics.median(one["setup_cpu"] for one in mine),
                "cpu_ratio": ratios(usual, mine, "cpu"),
                "wall_ratio": ratios(usual, mine, "wall"),
                "function_ratio": ratios(mine, function, "cpu"),
            }
        )
    return lines


def ratios(
    above: list[Mapping[str, float]], below: list[Mapping[str, float]], of: str
) -> tuple[float, float, float]:
    """Return median, least and greatest of the ratios within runs."""
    each = [one[of] / other[of] for one, other in zip(above, below, strict=True)]
    return statistics.median(each), min(each), max(each)


def environment(scratch: Path, *, svg: bool) -> dict[str, str]:
    """Return the surroundings of a run, the same for all: one thread, an IPython of its own.

    Parameters
    ----------
    scratch
        A folder for settings.
    svg
        Whether IPython's figures shall be drawn as (c) draws them.
    """
    profile = scratch / ("svg" if svg else "usual")
    (profile / "profile_default").mkdir(parents=True, exist_ok=True)
    if svg:
        settings = profile / "profile_default" / "ipython_kernel_config.py"
        settings.write_text(_SVG_SETTINGS, encoding="utf-8")
    return {
        **os.environ,
        **dict.fromkeys(_ONE_THREAD, "1"),
        "IPYTHONDIR": str(profile),
        "PYTHONPATH": str(_BENCH),
    }


def _marginal(method: Method, sizes: tuple[int, int], scratch: Path) -> Marginal:
    small, large = (_run(method, size, scratch) for size in sizes)
    more = sizes[1] - sizes[0]
    cpu = (large.cpu - small.cpu) / more
    return Marginal(cpu, (large.wall - small.wall) / more, small.cpu - sizes[0] * cpu)


def _run(method: Method, number: int, scratch: Path) -> Cost:
    with tempfile.TemporaryDirectory(prefix=f"{method.module}-", dir=scratch) as made:
        folder = Path(made)
        command = [sys.executable, "-m", f"running.{method.module}", str(number), made]
        found = cost(
            [*command, *method.options],
            environment=environment(scratch, svg=method.svg_settings),
            folder=bench_notebook.ROOT,
        )
        bench_notebook.check_pages(folder, bench_notebook.codes(number))
        return found


def _first_use(scratch: Path) -> None:
    """Make reports that are not counted, so that files are in memory and fonts are known.

    Raises
    ------
    SystemExit
        (a) and (c), told to draw alike, do not make the same page.
    """
    pages = {}
    for method in _two_to_compare():
        with tempfile.TemporaryDirectory(dir=scratch) as made:
            command = [sys.executable, "-m", f"running.{method.module}", "1", made]
            cost(
                [*command, *method.options],
                environment=environment(scratch, svg=method.svg_settings),
                folder=bench_notebook.ROOT,
            )
            text = next(Path(made).glob("*.html")).read_text(encoding="utf-8")
            pages[method.name] = bench_notebook.comparable(text)
    if len(set(pages.values())) != 1:
        raise SystemExit("the pages of (a) and (c) differ in more than their drawings")


def _two_to_compare() -> Iterator[Method]:
    return (method for method in METHODS if method.name in ("a svg", "c1"))
