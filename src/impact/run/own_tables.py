"""Tables a params file or the file of a study names as its own: an analyst's, beside the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from impact import folders
from impact.run.keys import OWN_TABLES


def own_tables(said: Mapping[str, Any], beside: Path) -> Iterator[Path]:
    """Yield where the tables are that a file names, as far as they are there.

    Parameters
    ----------
    said
        What the file and those it extends say.
    beside
        Its folder, where the tables of a study are looked for first.

    Notes
    -----
    They are the stock of staff of a plan, and the tables of a capacity study with its table of
    homes. What is wrong with them is told by those who read them. Elsewhere in `data/` they are
    descriptions, which every report is made of.
    """
    home = folders.project_folder()
    staffing, tables = said.get("staffing"), said.get("tables")
    if isinstance(staffing, Mapping) and isinstance(staffing.get("stock_file"), str):
        yield from _there(home / staffing["stock_file"])
    named = [*tables.values()] if isinstance(tables, Mapping) else []
    for name in (*named, said.get("home_municipality_file")):
        if isinstance(name, str):
            yield from _there(beside / name, home / name)


def _there(*files: Path) -> Iterator[Path]:
    """Yield the first that is a file, unless it counts as a description."""
    data = folders.data_folder().resolve()
    for file in [one for one in files if one.is_file()][:1]:
        own = any(file.resolve().is_relative_to(data / name) for name in OWN_TABLES)
        if own or not file.resolve().is_relative_to(data):
            yield file
