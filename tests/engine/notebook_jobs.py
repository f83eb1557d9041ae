"""Notebooks run in processes forked from a warm one: helpers of the tests of cells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from impact import engine
from impact.errors import ImpactError

WARM_UP = "impact.engine.warm_up:warm_up"
ABOUT = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


@dataclass(frozen=True)
class Run:
    """A notebook to run."""

    notebook: Path
    output: Path
    parameters: Mapping[str, Any] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    figures: str | None = None
    cell_seconds: float = 300


def make(run: Run) -> str:
    """Run it; return what went wrong."""
    try:
        engine.execute(
            run.notebook,
            run.parameters,
            run.output,
            own=run.own,
            figures=run.figures,
            cell_seconds=run.cell_seconds,
        )
    except ImpactError as error:
        return str(error)
    return ""


def prepare(run: Run) -> None:
    engine.prepare(run.notebook, run.parameters, run.own, figures=run.figures)


def write(path: Path, *cells: str | tuple[str, str]) -> Path:
    """Write a notebook of code cells; a cell with a tag is a pair of both."""
    pairs = [(cell, None) if isinstance(cell, str) else cell for cell in cells]
    written = [
        {
            "cell_type": "code",
            "id": f"cell-{position}",
            "metadata": {} if tag is None else {"tags": [tag]},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for position, (source, tag) in enumerate(pairs)
    ]
    notebook = {"cells": written, "metadata": ABOUT, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def cells_of(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def printed(path: Path) -> str:
    """Return all that the cells of an executed notebook printed to stdout."""
    return "".join(
        "".join(output["text"])
        for cell in cells_of(path)
        for output in cell.get("outputs", ())
        if output["output_type"] == "stream" and output["name"] == "stdout"
    )


def errors(path: Path) -> list[dict[str, Any]]:
    outputs = [output for cell in cells_of(path) for output in cell.get("outputs", ())]
    return [output for output in outputs if output["output_type"] == "error"]
