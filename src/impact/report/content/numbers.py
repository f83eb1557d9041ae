"""Figures of an overview as `Number`s that remember what they are about."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from impact import catalogue
from impact.report.message import Message, Number, Verdict, message


def finite(value: Any) -> float | None:
    """Return a plain float, or None for a missing one."""
    if value is None:
        return None
    number = float(value)
    return number if math.isfinite(number) else None


def figure(row: Mapping[str, Any], column: str = "value", **changes: Any) -> Number | None:
    """Return the figure of one column of a row `place, indicator, year`, None if missing.

    Parameters
    ----------
    row
        A row of an overview's table.
    column
        The column that holds the figure; becomes the number's `statistic`.
    changes
        Fields of `Number` to set otherwise.
    """
    value = finite(row.get(column))
    if value is None:
        return None
    unit = catalogue.indicator(row["indicator"])
    fields: dict[str, Any] = {
        "unit": unit.unit,
        "decimals": unit.decimals,
        "kind": "value" if column == "value" else "statistic",
        "statistic": column,
        "indicator": row["indicator"],
        "place": row.get("place"),
        "year": int(row["year"]) if finite(row.get("year")) is not None else None,
        "group": row.get("group", "total"),
    }
    return Number(value, **(fields | changes))


def change(row: Mapping[str, Any], column: str = "slope", **fields: Any) -> Number | None:
    """Return a difference or a yearly change: signed; of percent it counts percentage points."""
    number = figure(row, column, kind="change", signed=True, **fields)
    if number is None:
        return None
    decimals = catalogue.indicator(row["indicator"]).decimals
    finer = decimals + 1 if abs(number.value) < 10**-decimals else decimals
    return replace(number, decimals=min(max(finer, 1), 3))


def count(value: int, statistic: str = "count") -> Number:
    """Return a count of things the report itself counted."""
    return Number(float(value), unit="count", decimals=0, statistic=statistic)


def verdict(family: str, word: Any) -> Verdict:
    """Return a verdict; a missing word means that nothing could be tested."""
    fallback = {"comparison": "not_comparable", "trend": "not_calculable"}.get(family)
    return Verdict(family, word if isinstance(word, str) else fallback or "cannot_tell")


def reference_name(country: str, kind: str) -> Message:
    """Return the name of what figures are compared with.

    Parameters
    ----------
    country
        SE, FI or NO.
    kind
        median (of the country's municipalities), published (the country's own figure) or mixed.
    """
    return message(f"reference-{kind}-{country.lower()}")
