"""(c) The same reports with `impact.engine`: one warm process, one forked child per report."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from impact import engine
from impact.engine import pool
from impact.engine.limits import Death, Limits
from running import bench_notebook, html_page

OWN = ("place",)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to make: of which municipality, where, how figures are kept, and what writes it."""

    place: str
    folder: Path
    figures: str | None
    written_by: str = "nbconvert"

    @property
    def notebook(self) -> Path:
        """The notebook that makes it, by which the engine knows what pages share."""
        return bench_notebook.NOTEBOOK

    @property
    def parameters(self) -> dict[str, Any]:
        """What the notebook is told."""
        return bench_notebook.parameters(self.place)


def warm_up() -> None:
    """Load and use once what every page needs, in the process pages are forked from."""
    empty = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Title")])
    html_page.exporter().from_notebook_node(empty)


def prepare(job: Page) -> None:
    """Run the cells all municipalities share."""
    engine.prepare(job.notebook, job.parameters, OWN, figures=job.figures)


def make(job: Page) -> str:
    """Run the notebook for one municipality and write its page; return what went wrong."""
    made = job.folder / f"{job.place}.ipynb"
    engine.execute(job.notebook, job.parameters, made, own=OWN, figures=job.figures)
    executed = json.loads(made.read_text(encoding="utf-8"))
    page = job.folder / f"{job.place}.html"
    if job.written_by == "nbconvert":
        html_page.write(nbformat.from_dict(executed), page)
    else:
        html_page.write_few_lines(executed, page)
    return ""


def lost(job: Page, death: Death) -> str:
    """Say what became of a page whose process ended."""
    return f"{job.place}: {death.reason}"


def main(
    number: int, folder: Path, workers: int, figures: str | None, written_by: str = "nbconvert"
) -> None:
    """Make this many reports.

    Raises
    ------
    SystemExit
        A page was not made.
    """
    codes = bench_notebook.codes(number)
    jobs = [Page(place, folder, figures, written_by) for place in codes]
    with tempfile.TemporaryDirectory(prefix="impact-bench-") as scratch:
        outcomes = pool.run_all(
            make,
            jobs,
            prepare=prepare,
            lost=lost,
            scratch=Path(scratch),
            workers=workers,
            limits=Limits(),
            warm_up="impact.engine.warm_figures:warm_up,running.ours:warm_up",
        )
        problems = [problem for problem in outcomes if problem]
    if problems:
        raise SystemExit("\n".join(problems))
