"""The frozen notebook, the municipalities it is run for, and what its page must hold."""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "bench" / "notebooks" / "running.ipynb"
DATA = ROOT / "data" / "snapshots"
FIGURES, TABLES = 6, 4
_SEED = 20261122
_FIGURE = re.compile(r"<img[^>]*data:image/|<svg ")
_BY_CHANCE = re.compile(r"<img [^>]*>|(?<=celltag_injected-parameters\") id=\"[^\"]*\"")


def codes(number: int) -> list[str]:
    """Return this many Swedish municipalities, always the same ones first, in a random order."""
    with (ROOT / "data" / "places.csv").open(encoding="utf-8") as file:
        swedish = [row["code"] for row in csv.DictReader(file) if row["country"] == "SE"]
    random.Random(_SEED).shuffle(swedish)
    if number > len(swedish):
        raise SystemExit(f"Sweden has {len(swedish)} municipalities, not {number}.")
    return swedish[:number]


def parameters(code: str) -> dict[str, Any]:
    """Return what the notebook is told for one municipality."""
    return {"place": code, "data": str(DATA)}


def code_cells() -> Iterator[tuple[frozenset[str], str]]:
    """Yield tags and source of every code cell."""
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            yield frozenset(cell["metadata"].get("tags", ())), "".join(cell["source"])


def digest() -> str:
    """Return the notebook's sha256, which says that the same cells were measured."""
    return hashlib.sha256(NOTEBOOK.read_bytes()).hexdigest()


def check_pages(folder: Path, places: list[str]) -> None:
    """Stop when a page is missing or lacks figures or tables.

    Raises
    ------
    SystemExit
        Naming the page.
    """
    for place in places:
        page = (folder / f"{place}.html").read_text(encoding="utf-8")
        found = (len(_FIGURE.findall(page)), page.count("<table"))
        if found != (FIGURES, TABLES):
            raise SystemExit(f"{folder.name}/{place}.html has {found} figures and tables")


def comparable(page: str) -> str:
    """Return a page without its drawings and the random name of the cell papermill adds."""
    return _BY_CHANCE.sub("", page)
