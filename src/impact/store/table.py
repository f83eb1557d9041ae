"""The table of values: its columns, their types and the states a value can be in."""

from __future__ import annotations

import pandas as pd

COLUMNS = (
    "place",
    "indicator",
    "year",
    "group",
    "value",
    "numerator",
    "denominator",
    "lower",
    "upper",
    "status",
    "source",
    "vintage",
)
CELL = ["place", "indicator", "year", "group"]
NUMBERS = ("value", "numerator", "denominator", "lower", "upper")
STATUSES = ("ok", "provisional", "missing", "suppressed", "not_applicable", "simulated")
WITH_VALUE = ("ok", "provisional", "simulated")


def empty() -> pd.DataFrame:
    """Return a table of values without rows."""
    return normal(pd.DataFrame({column: [] for column in COLUMNS}))


def normal(values: pd.DataFrame) -> pd.DataFrame:
    """Return a copy with the columns in order and their types: text, int16 year, float64."""
    types = {column: "float64" if column in NUMBERS else "str" for column in COLUMNS}
    return values[list(COLUMNS)].astype(types | {"year": "int16"}).reset_index(drop=True)
