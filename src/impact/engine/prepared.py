"""Notebooks run up to their last `shared` cell, once for all who share it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from papermill.parameterize import parameterize_notebook

from impact.engine import chance, inside, notebook_files
from impact.engine import figures as figure_settings
from impact.engine.cells import Cells, code_positions
from impact.engine.left_behind import nothing_left_behind
from impact.engine.limits import limited
from impact.engine.shell import new_shell
from impact.errors import ImpactError

SHARED = "shared"
SHARED_SECONDS = 300
KEPT = 4
_GIVEN = ("parameters", "injected-parameters")


@dataclass
class Prepared:
    """A notebook that has been run as far as it is the same for all.

    Parameters
    ----------
    cells
        The notebook in its shell; None when nothing can be shared.
    done
        Positions of the cells that have been run.
    defaults
        The values the notebook itself gives to the parameters named in `own`.
    chance
        How chance stands after these cells.
    problem
        Why nothing could be shared, if so.
    """

    cells: Cells | None
    done: tuple[int, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    chance: chance.State | None = None
    problem: str = ""


_prepared: dict[str, Prepared] = {}


def prepare(
    notebook: Path,
    parameters: Mapping[str, Any],
    own: Collection[str] = (),
    *,
    figures: str | None = None,
) -> bool:
    """Run a notebook's shared cells in this process, for children that will be forked from it.

    Parameters
    ----------
    notebook
        The notebook.
    parameters
        Values for the cell tagged `parameters`; those named in `own` are left out.
    own
        Names of the parameters that differ from report to report.
    figures
        `svg` for figures as SVG; None as a kernel makes them.

    Returns
    -------
    bool
        Whether there is something to inherit: the notebook has shared cells.

    Raises
    ------
    ImpactError
        A shared cell failed, took too long, or uses a parameter named in `own`. Reports can
        still be made, each running all cells by itself; but what the cells did to this process
        before they failed stands, so it should be a fresh process.

    Notes
    -----
    All cells up to the last one tagged `shared` are run. Children go on after it.
    """
    key = _key(notebook, parameters, own, figures)
    found = _prepared.pop(key, None)
    if found is None:
        while len(_prepared) >= KEPT:
            del _prepared[next(iter(_prepared))]
        try:
            found = _run_shared(notebook, parameters, own, figures)
        except Exception as error:
            found = Prepared(None, problem=f"{type(error).__name__}: {error}")
    _prepared[key] = found
    if found.problem:
        raise ImpactError(f"the shared cells of {notebook.name} cannot be shared: {found.problem}")
    return bool(found.done)


def ready(
    notebook: Path, parameters: Mapping[str, Any], own: Collection[str], figures: str | None
) -> tuple[Cells, list[int]]:
    """Return a notebook with all its parameters, ready to go on, and the cells left to run.

    Parameters
    ----------
    notebook, parameters, own, figures
        As for `prepare`.
    """
    whole = _injected(notebook, parameters, parameters)
    found = _prepared.get(_key(notebook, parameters, own, figures))
    os.chdir(notebook.parent)
    if found is None or found.cells is None or found.chance is None:
        chance.begin()
        return Cells(whole, new_shell(figure_settings.settings(figures))), code_positions(whole)
    _inherit(found, found.cells, whole, own)
    found.chance.restore()
    return found.cells, [one for one in code_positions(whole) if one > found.done[-1]]


def forget() -> None:
    """Forget every prepared notebook."""
    _prepared.clear()


def _run_shared(
    notebook: Path, parameters: Mapping[str, Any], own: Collection[str], figures: str | None
) -> Prepared:
    folder = Path.cwd()
    told = {name: value for name, value in parameters.items() if name not in own}
    executed = _injected(notebook, parameters, told)
    cells = Cells(executed, new_shell(figure_settings.settings(figures)))
    positions = code_positions(executed)
    last = max((one for one in positions if _tagged(executed, one, SHARED)), default=-1)
    done = tuple(one for one in positions if one <= last)
    if not done:
        return Prepared(cells)
    try:
        os.chdir(notebook.parent)
        chance.begin()
        with nothing_left_behind(), limited(SHARED_SECONDS, "what the reports share"):
            defaults = _without(own, cells, done)
        return Prepared(cells, done, defaults, chance.now())
    finally:
        os.chdir(folder)


def _without(own: Collection[str], cells: Cells, positions: Collection[int]) -> dict[str, Any]:
    """Run cells with the parameters named in `own` taken away as soon as they are given.

    Returns
    -------
    dict
        What was taken away.
    """
    given = max((one for one in positions if _is_given(cells.executed, one)), default=-1)
    _run(cells, [one for one in positions if one <= given])
    names = cells.kernel.shell.user_ns
    taken = {name: names.pop(name) for name in own if name in names}
    _run(cells, [one for one in positions if one > given])
    return taken


def _run(cells: Cells, positions: Collection[int]) -> None:
    if cells.run(positions, unfinished=False):
        return
    outputs = [
        output
        for position in positions
        for output in cells.executed["cells"][position]["outputs"]
        if output["output_type"] == "error"
    ]
    raise ImpactError(f"{outputs[-1]['ename']}: {outputs[-1]['evalue']}" if outputs else "a cell")


def _inherit(found: Prepared, cells: Cells, whole: Any, own: Collection[str]) -> None:
    """Give a prepared notebook the parameters of one report, as its own injected cell would.

    Notes
    -----
    A name of `own` that the shared cells have set themselves keeps what they set, as it would
    had they run after the parameters.
    """
    history = cells.kernel.shell.history_manager
    own_values = dict(found.defaults)
    for position in found.done:
        before, cell = cells.executed["cells"][position], whole["cells"][position]
        cell["outputs"], cell["execution_count"] = before["outputs"], before["execution_count"]
        if _tagged(whole, position, "injected-parameters"):
            told: dict[str, Any] = {}
            exec(cell["source"], told)
            own_values |= {name: told[name] for name in own if name in told}
            source = cell["source"].rstrip("\n")
            for inputs in (history.input_hist_raw, history.input_hist_parsed):
                inputs[cell["execution_count"]] = source
        inside.note({"finish": position, "cell": cell})
    for name, value in own_values.items():
        cells.kernel.shell.user_ns.setdefault(name, value)
    cells.continue_as(whole)


def _injected(notebook: Path, parameters: Mapping[str, Any], told: Mapping[str, Any]) -> Any:
    """Return a notebook with the cell papermill injects; without parameters there is none."""
    loaded = notebook_files.load(notebook)
    for cell in loaded["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    if parameters:
        loaded = parameterize_notebook(loaded, dict(told), kernel_name="python3")
    loaded["metadata"]["papermill"]["exception"] = None
    return loaded


def _tagged(notebook: Any, position: int, *tags: str) -> bool:
    return not set(tags).isdisjoint(notebook["cells"][position]["metadata"].get("tags", ()))


def _is_given(notebook: Any, position: int) -> bool:
    return _tagged(notebook, position, *_GIVEN)


def _key(
    notebook: Path, parameters: Mapping[str, Any], own: Collection[str], figures: str | None
) -> str:
    shared = {name: value for name, value in parameters.items() if name not in own}
    told = [str(notebook), sorted(own), bool(parameters), shared, figures]
    content = hashlib.sha256(notebook.read_bytes())
    content.update(json.dumps(told, sort_keys=True, default=repr).encode())
    return content.hexdigest()
