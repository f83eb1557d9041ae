"""(a) The loop a user writes today: the commands `papermill` and `jupyter nbconvert` per report."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from running import bench_notebook


def main(number: int, folder: Path) -> None:
    """Make this many reports."""
    programs = Path(sys.executable).parent
    for place in bench_notebook.codes(number):
        notebook = folder / f"{place}.ipynb"
        told = [
            word
            for name, value in bench_notebook.parameters(place).items()
            for word in ("-p", name, value)
        ]
        subprocess.run(
            [programs / "papermill", bench_notebook.NOTEBOOK, notebook, *told], check=True
        )
        subprocess.run(
            [programs / "jupyter", "nbconvert", "--to", "html", "--no-input", notebook], check=True
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
