"""A small catalogue and small tables of values."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from impact.errors import UnknownName

ENTRIES = {
    "kolada:N15428": ("SE", "percent", ("total", "female", "male"), 0.0, 100.0, "rate"),
    "kolada:U07417": ("SE", "per_100000", ("total",), 0.0, None, "rate"),
    "scb:population": ("SE", "count", ("total",), 0.0, None, "sum"),
    "local:pupil_survey_safety": (
        "any",
        "percent",
        ("total", "female", "male"),
        0.0,
        100.0,
        "rate",
    ),
}


class SmallCatalogue:
    """Four indicators."""

    def indicator(self, name: str) -> SimpleNamespace:
        if name not in ENTRIES:
            raise UnknownName("indicator", name, ENTRIES)
        country, unit, groups, lower, upper, aggregation = ENTRIES[name]
        return SimpleNamespace(
            id=name,
            country=country,
            unit=unit,
            groups=groups,
            has_group=groups.__contains__,
            lower_limit=lower,
            upper_limit=upper,
            aggregation=aggregation,
        )


@pytest.fixture
def catalogue() -> SmallCatalogue:
    return SmallCatalogue()


@pytest.fixture
def table():
    def build(*rows: tuple, indicator: str = "kolada:N15428", **columns) -> pd.DataFrame:
        """Rows of place, year, value and if wanted status."""
        full = [(*row, "ok")[:4] for row in rows]
        frame = pd.DataFrame(full, columns=["place", "year", "value", "status"])
        empty = dict.fromkeys(("numerator", "denominator", "lower", "upper"), np.nan)
        filled = {"indicator": indicator, "group": "total"} | empty | columns
        return frame.assign(**filled).astype({"value": "float64"})

    return build


@pytest.fixture
def store_in(tmp_path, catalogue, table):
    """Write a snapshot into a folder of its own."""

    def put(vintage: str, *rows: tuple, source: str = "kolada", **columns):
        from impact.store import write

        return write(
            table(*rows, **columns),
            source=source,
            vintage=vintage,
            title="for a test",
            folder=tmp_path / "snapshots",
            catalogue=catalogue,
        )

    put.folder = tmp_path / "snapshots"
    return put
