"""Run the notebooks and keep only the printed outputs that tests check.

    python tests/refresh_notebooks.py

After a wanted change of numbers; the difference in git shows which numbers changed.
"""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
CHECKED = "NBVAL_CHECK_OUTPUT"


def refresh(path: Path) -> None:
    """Execute one notebook in place and drop all outputs but the checked ones."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, resources={"metadata": {"path": path.parent}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            checked = CHECKED in cell.source
            cell.execution_count = 1 if checked else None
            kept = cell.outputs if checked else []
            cell.outputs = [output for output in kept if output.output_type == "stream"]
    notebook.metadata.language_info = {"name": "python"}
    nbformat.write(notebook, path)
    print(f"{path.name}: {len(notebook.cells)} cells")


if __name__ == "__main__":
    os.environ["IMPACT_PREVIEW"] = "off"
    for found in sorted(NOTEBOOKS.rglob("*.ipynb")):
        refresh(found)
