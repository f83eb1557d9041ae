"""(g) The notebook's cells as a plain function in one process: what there is without notebooks.

The code cells are compiled once; the shared ones run once, the others once per municipality.
Tables, figures (SVG, text as text, no tight bounding box) and printed lines become a page of a few
lines of HTML. Garbage is collected as Python does when left alone.
"""

from __future__ import annotations

import ast
import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any

from running import bench_notebook, html_page

Cell = tuple[CodeType, CodeType | None]


def compiled(source: str) -> Cell:
    """Return a cell's statements and, apart, the expression at its end, whose value is shown."""
    tree = ast.parse(source)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = compile(ast.Expression(tree.body.pop().value), "cell", "eval")
    return compile(tree, "cell", "exec"), last


def report(cells: list[Cell], inherited: dict[str, Any], place: str) -> str:
    """Run the cells for one municipality and return its page."""
    namespace = dict(inherited, place=place)
    parts: list[str] = []
    for statements, last in cells:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(statements, namespace)
            value = eval(last, namespace) if last else None
        if printed.getvalue():
            parts.append(f"<pre>{printed.getvalue()}</pre>")
        if hasattr(value, "_repr_html_"):
            parts.append(value._repr_html_())
        parts.extend(drawings())
    return html_page.few_lines(place, parts)


def drawings() -> Iterator[str]:
    """Yield the open figures as SVG, and close them."""
    import matplotlib.pyplot as plt

    for number in plt.get_fignums():
        file = io.StringIO()
        plt.figure(number).savefig(file, format="svg")
        yield f"<figure>{file.getvalue()}</figure>"
    plt.close("all")


def main(number: int, folder: Path) -> None:
    """Make this many reports."""
    import matplotlib

    matplotlib.use("agg")
    matplotlib.rcParams["svg.fonttype"] = "none"
    namespace: dict[str, Any] = {}
    own: list[Cell] = []
    for tags, source in bench_notebook.code_cells():
        if "parameters" in tags:
            namespace["data"] = bench_notebook.parameters("")["data"]
        elif "shared" in tags:
            exec(compiled(source)[0], namespace)
        else:
            own.append(compiled(source))
    for place in bench_notebook.codes(number):
        (folder / f"{place}.html").write_text(report(own, namespace, place), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
