"""The tables a plan of places is made of: what each must hold, and everything wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from impact.errors import Fault, InvalidInput, UnknownName
from impact.planning.capacity.programmes import PROGRAMMES, Programme
from impact.planning.capacity.table_checks import (
    column_faults,
    duplicate_faults,
    pair_faults,
    programme_faults,
    value_faults,
)
from impact.planning.capacity.table_shapes import NEED_CLASSES, SHAPES, STATUSES, TableShape

REQUIRED_TABLES = ("applicants", "places", "travel")
"""Without these nothing can be planned; the others may be left out."""


def empty_table(name: str) -> pd.DataFrame:
    """Return a table without rows, with the columns of its shape (a template).

    Parameters
    ----------
    name
        One of `SHAPES`.

    Returns
    -------
    pandas.DataFrame
        No rows.

    Raises
    ------
    UnknownName
        There is no such table.
    """
    if name not in SHAPES:
        raise UnknownName("table", name, SHAPES)
    return pd.DataFrame(columns=list(SHAPES[name].columns))


def is_simulated(tables: Mapping[str, pd.DataFrame]) -> bool:
    """Return whether any row of any table is simulated."""
    return any(
        bool((table["status"] == "simulated").any()) for table in tables.values() if len(table)
    )


def validate_tables(
    tables: Mapping[str, pd.DataFrame],
    programmes: Sequence[Programme] = PROGRAMMES,
    *,
    required: Sequence[str] = REQUIRED_TABLES,
) -> dict[str, pd.DataFrame]:
    """Return the tables with the right types, or say everything that is wrong with them.

    Parameters
    ----------
    tables
        By name, of `SHAPES`; as read from files, all columns may still be text. Rows are counted
        as lines of a file with a heading: the first row of figures is line 2.
    programmes
        Known programmes and their years.
    required
        Tables that must be there.

    Returns
    -------
    dict
        Every table of `SHAPES` (empty where it was not given), columns in their order, years and
        choice ranks as whole numbers, figures as floats, sorted by their key so that the order of
        rows is of no consequence. Optional columns that were not given are there and missing.

    Raises
    ------
    InvalidInput
        With every fault of every table: an unknown table or programme, a programme in a year it
        takes no pupils, missing columns and values, negative numbers, rows given twice, classes
        and statuses that do not exist, travel times that are missing for a home and a place that
        the other tables use.
    """
    names = sorted(SHAPES)
    faults = [
        Fault(name, "is no table of a plan of places.", f"One of {', '.join(names)}.")
        for name in tables
        if name not in SHAPES
    ]
    faults += [
        Fault(name, "is missing.", f"Columns: {', '.join(SHAPES[name].columns)}.")
        for name in required
        if name not in tables
    ]
    checked = {}
    for name, shape in SHAPES.items():
        given = tables.get(name, empty_table(name))
        missing = column_faults(name, given, shape.columns, shape.optional)
        faults += missing
        if missing:
            continue
        table = _typed(given, shape)
        faults += value_faults(name, table, given, shape, STATUSES, NEED_CLASSES)
        faults += duplicate_faults(name, table, shape.key)
        faults += programme_faults(name, table, tuple(programmes), running=shape.running)
        checked[name] = table
    if {"travel", "places", "applicants", "flows"} <= set(checked):
        faults += pair_faults(checked)
    if faults:
        raise InvalidInput("the tables of a plan of places cannot be used:", faults)
    return {
        name: table.sort_values(list(SHAPES[name].key), ignore_index=True, kind="stable")
        for name, table in checked.items()
    }


NUMBERS = {
    "n", "places", "admitted", "reserves", "lowest_merit", "group_size", "minutes", "amount",
    "year", "choice_rank",
}  # fmt: skip


def _typed(given: pd.DataFrame, shape: TableShape) -> pd.DataFrame:
    table = given.reindex(columns=list(shape.columns)).reset_index(drop=True)
    for column in table.columns:
        if column in NUMBERS:
            numbers = pd.to_numeric(table[column], errors="coerce").astype(float)
            whole = column in ("year", "choice_rank") and bool((numbers % 1 == 0).all())
            table[column] = numbers.astype("int64") if whole else numbers
        else:
            text = table[column].astype("string").str.strip()
            table[column] = text.mask(text == "").astype(object)
    return table
