"""What is wrong with a table of values, all at once, before it becomes a snapshot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput, UnknownName
from impact.places import changes, register
from impact.store.table import CELL, COLUMNS, NUMBERS, STATUSES, WITH_VALUE

YEARS = (1900, 2100)
EXAMPLES = 5
ROUNDING = 0.55


def check(values: pd.DataFrame, *, catalogue: Any, vintage: str) -> None:
    """Raise with every fault of a table of values.

    Parameters
    ----------
    values
        Table of values.
    catalogue
        Something with ``indicator(id)``, which has a country, a unit, groups and limits.
    vintage
        Date the source was read, YYYY-MM-DD.

    Raises
    ------
    InvalidInput
        Every fault with its rows, counted from 1.
    """
    faults = list(date_faults(vintage))
    lacking = [column for column in COLUMNS if column not in values.columns]
    if lacking:
        faults.append(Fault("columns", f"{', '.join(lacking)} missing."))
    elif values.empty:
        faults.append(Fault("rows", "there are none."))
    else:
        faults += value_faults(values, catalogue, lambda position: position + 1)
    if faults:
        raise InvalidInput("these values cannot be stored:", faults)


def value_faults(
    values: pd.DataFrame, catalogue: Any, row_number: Callable[[int], int]
) -> list[Fault]:
    """Return every fault of the rows of a table of values.

    Parameters
    ----------
    values
        Table of values with all columns; a place may be any text.
    catalogue
        Something with ``indicator(id)``.
    row_number
        The number by which a reader knows the row at a position.

    Returns
    -------
    list of Fault
    """
    table = values.reset_index(drop=True)
    return [
        Fault(_named(rows, row_number), problem)
        for find in (_place_faults, _indicator_faults, _cell_faults, _number_faults)
        for rows, problem in find(table, catalogue)
    ]


def date_faults(vintage: str) -> Iterator[Fault]:
    """Yield a fault when a text is not a date."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", vintage):
            raise ValueError
        date.fromisoformat(vintage)
    except ValueError:
        yield Fault("date", f"'{vintage}' is not a date such as 2026-03-01.")


Found = Iterator[tuple[np.ndarray, str]]


def _named(rows: np.ndarray, row_number: Callable[[int], int]) -> str:
    shown = ", ".join(str(row_number(int(row))) for row in rows[:EXAMPLES])
    more = f" and {len(rows) - EXAMPLES} more" if len(rows) > EXAMPLES else ""
    return f"row{'s' if len(rows) > 1 else ''} {shown}{more}"


def _where(mask: pd.Series, problem: str) -> Found:
    rows = np.flatnonzero(mask.to_numpy(dtype=bool))
    if len(rows):
        yield rows, problem


def _place_faults(table: pd.DataFrame, _catalogue: Any) -> Found:
    for code in table["place"].unique():
        if not (register.is_known(code) or changes.is_former(code)):
            yield from _where(table["place"] == code, _unknown_place(code))


def _unknown_place(name: str) -> str:
    try:
        return f"'{name}' is a name; the code is {register.place(name).code}."
    except UnknownName as error:
        return str(error)


def _indicator_faults(table: pd.DataFrame, catalogue: Any) -> Found:
    for name in table["indicator"].unique():
        rows = table["indicator"] == name
        try:
            entry = catalogue.indicator(name)
        except UnknownName as error:
            yield from _where(rows, str(error))
            continue
        yield from _group_faults(table, rows, entry)
        yield from _limit_faults(table, rows, entry)


def _group_faults(table: pd.DataFrame, rows: pd.Series, entry: Any) -> Found:
    for group in table.loc[rows, "group"].unique():
        if entry.has_group(group):
            continue
        problem = f"'{entry.id}' has no group '{group}' (it has {', '.join(entry.groups)})."
        yield from _where(rows & (table["group"] == group), problem)
    if entry.country in register.COUNTRIES:
        elsewhere = table["place"].str.match("(?:FI|NO|SE)(?:-|$)") & ~table[
            "place"
        ].str.startswith(entry.country)
        yield from _where(rows & elsewhere, f"'{entry.id}' is of {entry.country} only.")


def _limit_faults(table: pd.DataFrame, rows: pd.Series, entry: Any) -> Found:
    value = table["value"]
    if entry.lower_limit is not None:
        problem = f"'{entry.id}' cannot be below {entry.lower_limit:g}."
        yield from _where(rows & (value < entry.lower_limit), problem)
    if entry.upper_limit is not None:
        problem = f"'{entry.id}' cannot be above {entry.upper_limit:g}."
        yield from _where(rows & (value > entry.upper_limit), problem)
    if entry.unit == "percent":
        numerator, denominator = table["numerator"], table["denominator"]
        yield from _where(rows & (numerator > denominator), "numerator is above the denominator.")
        apart = (value - 100 * numerator / denominator).abs() > ROUNDING
        problem = "the value is not 100 x numerator / denominator."
        yield from _where(rows & (denominator >= numerator) & apart, problem)


def _cell_faults(table: pd.DataFrame, _catalogue: Any) -> Found:
    first, last = YEARS
    dated = table["year"].notna()
    outside = dated & ~table["year"].between(first, last)
    yield from _where(outside, f"year is not in {first}-{last}.")
    for status in table["status"].unique():
        if status not in STATUSES:
            known = ", ".join(STATUSES)
            yield from _where(table["status"] == status, f"unknown status '{status}' ({known}).")
    has_value = table["value"].notna()
    meant = table["status"].isin(WITH_VALUE)
    yield from _where(meant & ~has_value, "no value, but the status says there is one.")
    yield from _where(
        table["status"].isin(STATUSES) & ~meant & has_value,
        "a value, but the status says there is none; a suppressed figure is never stored.",
    )
    yield from _where(
        dated & table.duplicated(CELL, keep=False),
        "the same place, indicator, year and group twice.",
    )


def _number_faults(table: pd.DataFrame, _catalogue: Any) -> Found:
    for column in NUMBERS:
        yield from _where(np.isinf(table[column]), f"{column} is infinite.")
    yield from _where(table["denominator"] < 0, "denominator is below 0.")
    yield from _where(table["lower"] > table["value"], "lower is above the value.")
    yield from _where(table["upper"] < table["value"], "upper is below the value.")
