"""What every notebook needs before its first cell, loaded and used once."""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from impact.engine import prepared
from impact.engine.shell import new_shell
from impact.errors import ImpactError

_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
_FIRST_TIMES = (
    "value = 0",
    "print('text')\n{'a': value}",
    "from IPython.display import display\ndisplay('shown')",
    "import pandas\npandas.DataFrame({'a': [1]})",
    "1 / 0",
)


def warm_up() -> None:
    """Load the machinery of notebooks and run a small one, which fails in its last cell.

    Notes
    -----
    Call it before anything else is loaded: libraries that look for a kernel when they are
    imported (pandas does, for the width of its tables) find one from then on. The first
    traceback takes half a second.
    """
    kernel = new_shell()
    kernel.take_over()
    kernel.shell.builtin_trap.activate()
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{position}",
            "metadata": {"tags": [prepared.SHARED if position else "parameters"]},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for position, source in enumerate(_FIRST_TIMES)
    ]
    about = {"language_info": {"name": "python"}, "kernelspec": _KERNEL}
    small = {"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    with tempfile.TemporaryDirectory(prefix="impact-") as folder, suppress(ImpactError):
        notebook = Path(folder) / "warm-up.ipynb"
        notebook.write_text(json.dumps(small), encoding="utf-8")
        prepared.prepare(notebook, {"value": 1})
    prepared.forget()
    _forget_error()


def _forget_error() -> None:
    """Let `%debug` in a notebook find no error but the notebook's own."""
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)
