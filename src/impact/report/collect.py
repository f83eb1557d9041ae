"""The blocks of an executed notebook, in the order of its cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from impact.report.blocks import Block
from impact.report.display import MIME, from_json


def blocks(notebook: Mapping[str, Any]) -> list[Block]:
    """Return every block an executed notebook displayed.

    Parameters
    ----------
    notebook
        A notebook as read from its file, with the outputs of its cells.
    """
    return [
        from_json(output["data"][MIME])
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
        if MIME in output.get("data", {})
    ]
