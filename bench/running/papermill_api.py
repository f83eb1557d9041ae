"""(b) Papermill's API and one exporter in one process; still a new kernel per report."""

from __future__ import annotations

import sys
from pathlib import Path

import papermill

from running import bench_notebook, html_page


def main(number: int, folder: Path) -> None:
    """Make this many reports."""
    for place in bench_notebook.codes(number):
        executed = papermill.execute_notebook(
            bench_notebook.NOTEBOOK,
            folder / f"{place}.ipynb",
            parameters=bench_notebook.parameters(place),
            progress_bar=False,
        )
        html_page.write(executed, folder / f"{place}.html")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
