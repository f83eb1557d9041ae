"""What can be wrong with the tables of a plan of places, one check each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.planning.capacity.programmes import Programme
from impact.planning.capacity.table_shapes import TableShape

HIGHEST_MERIT = 340
"""Seventeen grades of 20 points."""
FIRST_YEAR, LAST_YEAR = 1990, 2100


def line_of(name: str, row: int) -> str:
    """Return where a row stands in its file: the heading is line 1."""
    return f"{name}, line {row + 2}"


def column_faults(
    name: str, table: pd.DataFrame, columns: Sequence[str], optional: Sequence[str]
) -> list[Fault]:
    """Return the columns that are missing, or that a table should not have."""
    wanted = ", ".join(columns)
    faults = [
        Fault(f"{name}, column '{column}'", "is missing.", f"Columns: {wanted}.")
        for column in columns
        if column not in table.columns and column not in optional
    ]
    faults += [
        Fault(f"{name}, column '{column}'", "is not known.", f"Columns: {wanted}.")
        for column in table.columns
        if column not in columns
    ]
    faults += [
        Fault(f"{name}, column '{column}'", "occurs more than once.")
        for column in table.columns[table.columns.duplicated()]
    ]
    return faults


def value_faults(
    name: str,
    table: pd.DataFrame,
    given: pd.DataFrame,
    shape: TableShape,
    statuses: Sequence[str],
    classes: Sequence[str],
) -> list[Fault]:
    """Return cells that are empty, no number, negative, or none of what is allowed.

    Parameters
    ----------
    name
        Of the table.
    table
        With types.
    given
        As read, to quote a cell that is no number.
    shape
        What the table must hold.
    statuses, classes
        Allowed words.

    Returns
    -------
    list
        One fault per cell, by line.
    """
    faults: _ByRow = []
    for column in table.columns:
        values = table[column]
        was_given = column in given.columns
        raw = given[column].reset_index(drop=True) if was_given else values
        empty = raw.isna() | (raw.astype("string").str.strip() == "").fillna(True)
        if column not in shape.optional:
            faults += _at(name, column, empty, "is empty.", _mend_empty(column))
        if column in ("status", "class"):
            allowed = statuses if column == "status" else classes
            wrong = ~empty & ~values.isin(allowed)
            faults += _quoted(name, column, wrong, raw, f"One of {', '.join(allowed)}.")
        elif pd.api.types.is_numeric_dtype(values):
            unreadable = ~empty & ~np.isfinite(values.astype(float))
            faults += _quoted(name, column, unreadable, raw, "Give a number.")
            low, high, whole = _range(column)
            finite = ~empty & ~unreadable
            outside = finite & ((values < low) | (values > high))
            between = f"Between {low:g} and {high:g}." if np.isfinite(high) else f"{low:g} or more."
            faults += _quoted(name, column, outside, raw, between)
            broken = finite & ~outside & whole & (values % 1 != 0)
            faults += _quoted(name, column, broken, raw, "Give a whole number.")
    return [fault for _, fault in sorted(faults, key=lambda found: found[0])]


def _mend_empty(column: str) -> str:
    if column == "n":
        return "Write 0 where there was nobody."
    if column == "programme":
        return "Fill it in; what reads the file may have taken the code NA for an empty cell."
    return "Say ok, provisional or simulated." if column == "status" else "Fill it in."


def _range(column: str) -> tuple[float, float, bool]:
    """Return the lowest and highest value of a column, and whether it must be whole."""
    if column == "year":
        return FIRST_YEAR, LAST_YEAR, True
    if column == "lowest_merit":
        return 0, HIGHEST_MERIT, False
    if column in ("choice_rank", "group_size"):
        return 1, np.inf, True
    return 0, np.inf, False


_ByRow = list[tuple[int, Fault]]


def _quote(value: object) -> str:
    is_whole = isinstance(value, float) and value.is_integer()
    return f"is '{int(value) if is_whole else value}'."  # type: ignore[call-overload]


def _at(name: str, column: str, rows: pd.Series, problem: str, mend: str) -> _ByRow:
    return [
        (int(row), Fault(f"{line_of(name, row)}, column '{column}'", problem, mend))
        for row in np.flatnonzero(rows.to_numpy(dtype=bool))
    ]


def _quoted(name: str, column: str, rows: pd.Series, raw: pd.Series, mend: str) -> _ByRow:
    return [
        (int(row), Fault(f"{line_of(name, row)}, column '{column}'", _quote(raw.iloc[row]), mend))
        for row in np.flatnonzero(rows.to_numpy(dtype=bool))
    ]


def duplicate_faults(name: str, table: pd.DataFrame, key: Sequence[str]) -> list[Fault]:
    """Return rows whose key stands in an earlier row already."""
    again = table.duplicated(list(key)).to_numpy()
    first = table.groupby(list(key), sort=False, dropna=False).cumcount().eq(0)
    index = pd.MultiIndex.from_frame(table[list(key)].astype(str))
    earlier = pd.Series(np.flatnonzero(first.to_numpy()), index=index[first.to_numpy()])
    return [
        Fault(
            line_of(name, row),
            f"says the same as line {int(earlier[index[row]]) + 2} "
            f"({', '.join(f'{column} {table[column].iloc[row]}' for column in key)}).",
            "Keep one of them.",
        )
        for row in np.flatnonzero(again)
    ]


def programme_faults(
    name: str, table: pd.DataFrame, programmes: Sequence[Programme], *, running: bool
) -> list[Fault]:
    """Return rows of unknown programmes, or of years in which a programme has no pupils.

    Parameters
    ----------
    name, table
        The table.
    programmes
        Those that are known.
    running
        Rows are about all pupils of a programme, not only those who begin.

    Returns
    -------
    list
        One fault per row.
    """
    if "programme" not in table.columns:
        return []
    known = {one.code: one for one in programmes}
    faults = []
    years = table["year"] if "year" in table.columns else pd.Series(np.nan, index=table.index)
    for row, (code, year) in enumerate(zip(table["programme"], years, strict=True)):
        where = f"{line_of(name, row)}, column 'programme'"
        if pd.isna(code):
            continue
        if code not in known:
            mend = f"One of {', '.join(sorted(known))}."
            faults.append(Fault(where, f"'{code}' is no known programme.", mend))
        elif np.isfinite(year):
            one = known[code]
            there = one.runs_in(int(year)) if running else one.starts_in(int(year))
            if not there:
                until = "" if one.last_autumn is None else f" to {one.last_autumn}"
                problem = f"{code} is not there in {int(year)}."
                mend = f"It takes new pupils from {one.first_autumn}{until}."
                faults.append(Fault(where, problem, mend))
    return faults


def pair_faults(tables: Mapping[str, pd.DataFrame]) -> list[Fault]:
    """Return homes and places of the other tables that have no travel time between them.

    Parameters
    ----------
    tables
        `applicants, flows, places, travel` with types.

    Returns
    -------
    list
        One fault per home, with the places it lacks.
    """
    homes = _names([*tables["applicants"]["home"], *tables["flows"]["home"]])
    places = _names([*tables["places"]["place"], *tables["flows"]["place"]])
    travel = tables["travel"]
    there = set(zip(travel["home"], travel["place"], strict=True))
    faults = []
    for home in homes:
        lacking = [place for place in places if (home, place) not in there]
        if lacking:
            problem = f"no travel time from {home} to {', '.join(lacking)}."
            faults.append(Fault("travel", problem, "Add a row for each, 0 within a municipality."))
    return faults


def _names(values: Iterable[object]) -> list[str]:
    return sorted({str(value) for value in values if not pd.isna(value)})
