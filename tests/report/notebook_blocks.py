"""The blocks a notebook shows, made in this process without Jupyter."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

from impact.report.blocks import Block
from impact.report.display import dumps


class NotebookBlocks:
    """A notebook whose shared cells have been run.

    Parameters
    ----------
    notebook
        A file of `notebooks/`.
    parameters
        Names and values that replace those of its parameters cell.
    """

    def __init__(self, notebook: Path, **parameters: Any) -> None:
        cells = json.loads(notebook.read_text("utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        tags = [cell["metadata"].get("tags", []) for cell in code]
        last = max(at for at, tag in enumerate(tags) if "shared" in tag)
        self._names: dict[str, Any] = {}
        self._shown: list[Block] = []
        self._own = ["".join(cell["source"]) for cell in code[last + 1 :]]
        for cell, tag in zip(code[: last + 1], tags, strict=False):
            self._run("".join(cell["source"]))
            if "parameters" in tag:
                self._names.update(parameters)
        self._names["show"] = self._shown_together

    def blocks(self, **parameters: Any) -> list[tuple[str, str]]:
        """Run the other cells; return the kind and the JSON of every block they show."""
        self._shown.clear()
        self._names.update(parameters)
        for source in self._own:
            self._run(source)
        return [(type(block).__name__, dumps(block)) for block in self._shown]

    def _run(self, source: str) -> None:
        tree = ast.parse(source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, "<cell>", "exec"), self._names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), self._names)
            self._shown_together(value)

    def _shown_together(self, *blocks: Any) -> None:
        self._shown.extend(block for block in blocks if isinstance(block, Block))
