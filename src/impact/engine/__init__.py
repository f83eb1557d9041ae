"""Notebooks, run one after the other or many at once; knows nothing of reports."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

CELL_SECONDS = 900


def execute(
    notebook: Path,
    parameters: Mapping[str, Any],
    output: Path,
    *,
    own: Collection[str] = (),
    cell_seconds: float = CELL_SECONDS,
    figures: str | None = None,
) -> None:
    """Run a notebook with parameters and save it once, with its outputs.

    Parameters
    ----------
    notebook
        The notebook; it runs in its own folder.
    parameters
        Values for the cell tagged `parameters`.
    output
        Where the executed notebook is saved, also when it fails: then it holds the traceback.
    own
        Names of the parameters that no cell tagged `shared` uses.
    cell_seconds
        Longest time one cell may take, in seconds.
    figures
        `svg` for figures as SVG; None as a kernel makes them.

    Raises
    ------
    ImpactError
        A cell failed, took too long, or its process ended; the message names the cell's error.

    Notes
    -----
    In a process forked for one job the cells run in this very process; everywhere else papermill
    runs them in a kernel of their own. The saved notebook is the same.
    """
    from impact.engine import inside

    if inside.inside():
        from impact.engine.execute_here import execute_here

        execute_here(notebook, parameters, output, own, cell_seconds=cell_seconds, figures=figures)
    else:
        from impact.engine import plain

        plain.execute(notebook, parameters, output, cell_seconds=cell_seconds, figures=figures)


def prepare(
    notebook: Path,
    parameters: Mapping[str, Any],
    own: Collection[str] = (),
    *,
    figures: str | None = None,
) -> bool:
    """Run a notebook's `shared` cells in the warm process; elsewhere there is nothing to do.

    Parameters
    ----------
    notebook, parameters, own, figures
        As for `execute`.

    Returns
    -------
    bool
        Whether children forked from this process have something to inherit.
    """
    from impact.engine import inside

    if not inside.warm():
        return False
    from impact.engine.prepared import prepare as prepare_here

    return prepare_here(notebook, parameters, own, figures=figures)


def __getattr__(name: str) -> Any:
    if name != "run_all":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from impact.engine.pool import run_all

    return run_all
