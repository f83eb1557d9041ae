"""The page of an executed notebook: as `jupyter nbconvert --no-input` makes it, or a few lines."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_FEW_LINES = (
    "<!DOCTYPE html><html lang='en'><meta charset='utf-8'><title>{}</title><body>{}</body></html>"
)


@functools.cache
def exporter() -> Any:
    """Return nbconvert's exporter, with which all pages of this process are made."""
    from nbconvert import HTMLExporter

    return HTMLExporter(exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True)


def write(executed: Any, file: Path) -> None:
    """Write an executed notebook as a page with the name of the file as title."""
    page, _ = exporter().from_notebook_node(executed, resources={"metadata": {"name": file.stem}})
    file.write_text(page, encoding="utf-8")


def write_few_lines(executed: dict[str, Any], file: Path) -> None:
    """Write the tables, figures and printed lines of an executed notebook one after the other."""
    parts = [
        part
        for cell in executed["cells"]
        for output in cell.get("outputs", ())
        for part in _parts(output)
    ]
    file.write_text(few_lines(file.stem, parts), encoding="utf-8")


def few_lines(title: str, parts: Iterable[str]) -> str:
    """Return a page that is nothing but its parts."""
    return _FEW_LINES.format(title, "".join(parts))


def _parts(output: dict[str, Any]) -> Iterator[str]:
    if output["output_type"] == "stream":
        yield f"<pre>{output['text']}</pre>"
    for kind in ("text/html", "image/svg+xml"):
        yield from [output["data"][kind]] if kind in output.get("data", {}) else []
