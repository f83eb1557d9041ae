"""An analyst's own CSV or Excel file as a table of values, every fault named by its row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, Protocol

import numpy as np
import pandas as pd

from impact.catalogue import MULTIPLIERS
from impact.errors import Fault, InvalidInput, UnknownName
from impact.places import changes, register
from impact.sources.number import decimal_mark, whole_year
from impact.sources.number import read as read_number
from impact.sources.sheet import Sheet, sheet
from impact.store import Snapshot, differences, load, snapshots, write
from impact.store.load import table_of
from impact.store.table import CELL, COLUMNS, NUMBERS, WITH_VALUE, normal
from impact.store.validate import date_faults, value_faults

REQUIRED = ("place", "indicator", "year", "value")
HEADINGS = (*REQUIRED, "group", "numerator", "denominator", "lower", "upper", "status", "note")
EXAMPLE = "EXAMPLE"
NOTES, REASONS = "notes.parquet", "suppression.parquet"
SUPPRESSION = "suppression"


class Protected(Protocol):
    """Values that have passed `impact.indicators.protect`, with why each row is hidden."""

    values: pd.DataFrame


class Added(NamedTuple):
    """A new snapshot, the ledger of what it changes, and the protected values it holds."""

    snapshot: Snapshot
    changes: pd.DataFrame
    protected: Any


def read(
    path: Path | str, *, source: str = "local", vintage: str, catalogue: Any = None
) -> pd.DataFrame:
    """Return the figures of a file as a table of values.

    Parameters
    ----------
    path
        CSV (comma, semicolon or tab; decimal comma or point; UTF-8 or Windows-1252) or the first
        sheet of an Excel workbook. The first row holds headings: place (code or name),
        indicator, year, value, and if wanted group, numerator, denominator, lower, upper,
        status, note.
    source
        Id in data/sources.csv.
    vintage
        Date of the figures, YYYY-MM-DD.
    catalogue
        Something with ``indicator(id)``; the project's catalogue when None.

    Returns
    -------
    pandas.DataFrame
        Table of values. An empty group is ``total``, an empty status ``ok``. An empty value of a
        percentage, rate or ratio is worked out from numerator and denominator.

    Raises
    ------
    InvalidInput
        The file cannot be read, or has faults; all are listed by the row the analyst sees.
    """
    return _read(path, source=source, vintage=vintage, catalogue=catalogue)[0]


def add(
    path: Path | str,
    *,
    protect: Callable[..., Protected],
    source: str = "local",
    title: str,
    date: str,
    folder: Path | str | None = None,
    catalogue: Any = None,
) -> Added:
    """Make a file of an analyst a new snapshot, and say what it changes.

    Parameters
    ----------
    path
        The file, as for `read`. It is not copied anywhere.
    protect
        Hides what is too small before anything is written: called with the values and
        ``published=`` what was added before of the same indicators and from the same source. Its
        result holds the values with the column `suppression`.
    source
        Id in data/sources.csv; ``local`` for a municipality's own figures.
    title
        What the file holds, for a reader.
    date
        Date of the figures, YYYY-MM-DD; together with the source the name of the snapshot.
    folder
        Folder of snapshots; the project's own when None.
    catalogue
        Something with ``indicator(id)``; the project's catalogue when None.

    Returns
    -------
    Added
        The snapshot, the ledger of `impact.store.differences`, and what `protect` returned. The
        reasons why rows are hidden are a table of the snapshot; the note of a hidden row is left
        out.

    Raises
    ------
    InvalidInput
        The file has faults, a figure cannot be protected, or a snapshot of that source and date
        exists; nothing is written.
    """
    values, notes = _read(path, source=source, vintage=date, catalogue=catalogue)
    before = snapshots(folder)
    protected = protect(values, published=_added_before(values, before, source))
    shown = protected.values
    hidden = shown.loc[shown[SUPPRESSION] != "", [*CELL, SUPPRESSION]]
    notes = notes.merge(hidden, on=CELL, how="left")
    notes = notes[notes[SUPPRESSION].isna()].drop(columns=SUPPRESSION)
    others = {NOTES: notes, REASONS: hidden}
    written = write(
        normal(shown[list(COLUMNS)]),
        source=source,
        vintage=date,
        title=title,
        note=f"Read from {Path(path).name}.",
        folder=folder,
        catalogue=catalogue,
        others={name: table for name, table in others.items() if len(table)} or None,
    )
    return Added(written, differences(before, [written]), protected)


def _added_before(
    values: pd.DataFrame, before: tuple[Snapshot, ...], source: str
) -> pd.DataFrame | None:
    """What is out already of the same indicators or source, and why some of it is hidden."""
    own = set(values["indicator"])
    held = {(name, one.source) for one in before for name in one.indicators}
    known = sorted({name for name, theirs in held if name in own or theirs == source})
    if not known:
        return None
    found = load(known, groups=None, level="all", codes="published", snapshots=before)
    reasons = [table_of(one, REASONS) for one in reversed(before) if REASONS in one.files]
    if not reasons:
        return found
    newest = pd.concat(reasons).drop_duplicates(CELL)
    newest["year"] = newest["year"].astype(found["year"].dtype)
    return found.merge(newest, on=CELL, how="left")


def _read(
    path: Path | str, *, source: str, vintage: str, catalogue: Any
) -> tuple[pd.DataFrame, pd.DataFrame]:
    table = sheet(path)
    catalogue = catalogue or _catalogue()
    faults = [*date_faults(vintage), *_heading_faults(table)]
    if faults:
        raise InvalidInput(f"{table.name} cannot be read:", faults)
    values, faults = _values(table, catalogue)
    faults += value_faults(values, catalogue, lambda position: table.numbers[position])
    faults += _later_than(values, table, vintage)
    if faults:
        raise InvalidInput(f"{table.name} has faults and nothing was read:", _by_row(faults))
    values = values.assign(source=source, vintage=vintage)
    notes = values[CELL].assign(note=table.column("note"))
    return normal(values[list(COLUMNS)]), notes[notes["note"] != ""].reset_index(drop=True)


def _heading_faults(table: Sheet) -> list[Fault]:
    faults = [
        Fault("row 1", f"the column '{name}' is missing.", f"Columns are {', '.join(HEADINGS)}.")
        for name in REQUIRED
        if name not in table.headings
    ]
    for name in dict.fromkeys(table.headings):
        if name not in HEADINGS:
            faults.append(
                Fault("row 1", f"unknown column '{name}'.", f"Columns are {', '.join(HEADINGS)}.")
            )
        elif table.headings.count(name) > 1:
            faults.append(Fault("row 1", f"the column '{name}' stands there twice."))
    if not table.rows:
        faults.append(Fault("row 2", "there are no figures."))
    return faults


def _values(table: Sheet, catalogue: Any) -> tuple[pd.DataFrame, list[Fault]]:
    faults: list[Fault] = []
    mark = decimal_mark([table.column(name) for name in NUMBERS], table.delimiter)
    rows = []
    for number, cells in zip(table.numbers, table.records(), strict=True):
        row = {
            "indicator": str(cells["indicator"]),
            "group": str(cells["group"]) or "total",
            "status": str(cells["status"]).lower() or "ok",
        }
        row["place"] = _place(str(cells["place"]), row["indicator"], catalogue)
        problems = [] if not str(cells["note"]).startswith(EXAMPLE) else [_EXAMPLE_LEFT]
        row["year"], problem = whole_year(cells["year"])
        problems.append(problem)
        for name in NUMBERS:
            row[name], problem = read_number(cells[name], mark)
            problems.append(problem and f"{name} {problem}")
        if any(problems[-len(NUMBERS) :]):
            row["status"] = "missing" if np.isnan(row["value"]) else row["status"]
        rows.append(_with_value(row, catalogue))
        faults += [Fault(f"row {number}", problem) for problem in problems if problem]
    return pd.DataFrame(rows), faults


_EXAMPLE_LEFT = "is still the example of the template; replace or delete the row."


def _place(text: str, indicator: str, catalogue: Any) -> str:
    """The code of a place, or the text itself when nothing is known under it."""
    if register.is_known(text) or changes.is_former(text):
        return text
    try:
        country = catalogue.indicator(indicator).country
    except UnknownName:
        country = None
    try:
        known = country if country in register.COUNTRIES else None
        return register.place(text, country=known).code
    except UnknownName:
        return text


def _with_value(row: dict[str, Any], catalogue: Any) -> dict[str, Any]:
    """Work out an empty value from numerator and denominator, where the unit allows it."""
    if not np.isnan(row["value"]) or row["status"] not in WITH_VALUE or not row["denominator"] > 0:
        return row
    try:
        multiplier = MULTIPLIERS.get(catalogue.indicator(row["indicator"]).unit, np.nan)
    except UnknownName:
        return row
    return row | {"value": multiplier * row["numerator"] / row["denominator"]}


def _later_than(values: pd.DataFrame, table: Sheet, vintage: str) -> list[Fault]:
    later = np.flatnonzero((values["year"] > int(vintage[:4])).to_numpy())
    return [
        Fault(f"row {table.numbers[row]}", f"the year is after the date of the figures, {vintage}.")
        for row in later
    ]


def _by_row(faults: list[Fault]) -> list[Fault]:
    def first_row(fault: Fault) -> int:
        digits = "".join(one if one.isdigit() else " " for one in fault.where).split()
        return int(digits[0]) if digits else 0

    return sorted(faults, key=first_row)


def _catalogue() -> ModuleType:
    from impact import catalogue

    return catalogue
