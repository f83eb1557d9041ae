"""A notebook run in this very process, which ends afterwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ipykernel.ipkernel import IPythonKernel
from papermill.exceptions import PapermillExecutionError
from papermill.execute import raise_for_execution_errors

from impact.engine import CELL_SECONDS, notebook_files
from impact.engine.prepared import ready
from impact.errors import ImpactError


def execute_here(
    notebook: Path,
    parameters: Mapping[str, Any],
    output: Path,
    own: Collection[str] = (),
    *,
    cell_seconds: float | None = CELL_SECONDS,
    figures: str | None = None,
) -> None:
    """Run a notebook in this process and save it once, with its outputs.

    Parameters
    ----------
    notebook
        The notebook; it runs in its own folder.
    parameters
        Values for the cell tagged `parameters`.
    output
        Where the executed notebook is saved, also when it fails: then it holds the traceback.
    own
        Names of the parameters that no `shared` cell uses.
    cell_seconds
        Longest time of one cell; None for no limit.
    figures
        `svg` for figures as SVG; None as a kernel makes them.

    Raises
    ------
    ImpactError
        A cell failed or took too long; the message names the cell's error.

    Notes
    -----
    Nothing of this process is put back afterwards: it is meant for a process that ends.
    """
    cells = None
    try:
        cells, left = ready(notebook, parameters, own, figures)
        cells.run(left, cell_seconds)
        executed = cells.executed
        executed["metadata"]["language_info"] = dict(IPythonKernel.language_info)
        raise_for_execution_errors(executed, str(output))
    except PapermillExecutionError as error:
        notebook_files.clean_file(output, notebook)
        raise ImpactError(f"{error.ename}: {error.evalue}".strip()) from error
    except Exception as error:
        executed = None if cells is None else cells.executed
        notebook_files.save_failure(notebook, parameters, output, error, executed=executed)
        raise ImpactError(_first_line(error)) from error
    notebook_files.save(output, notebook_files.cleaned(executed, notebook))


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
