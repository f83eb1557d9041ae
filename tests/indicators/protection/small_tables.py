"""Tables that others have printed with the cells they hide, and small ones made for tests."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.indicators.protection.layout import Layout

SSB_Z2 = [
    [11, 11, 55, 36],
    [7, 1, 29, 18],
    [5, 8, 35, 25],
    [13, 2, 17, 13],
    [9, 14, 63, 52],
    [12, 9, 24, 22],
    [6, 4, 22, 8],
    [9, 3, 38, 15],
    [3, 0, 9, 2],
    [9, 0, 32, 20],
    [4, 2, 18, 11],
]
"""Statistics Norway's fictitious z2 (easySdcTable, vignette): regions A-K by source of income."""

SSB_Z1 = SSB_Z2[:8]
"""z1: the first eight regions of it."""

COUNTIES = [[15, 1, 3, 1], [20, 10, 10, 15], [3, 10, 10, 2], [12, 14, 7, 2]]
"""Federal Committee on Statistical Methodology, Working Paper 22 (1994), chapter II: delinquent
children by county (Alpha, Beta, Gamma, Delta) and education of the head of household."""


def crossed(inner: list[list[float]]) -> tuple[pd.DataFrame, Layout]:
    """A two-way table with its totals, one row a cell, and how its cells add up."""
    inside = np.asarray(inner, dtype=float)
    full = np.block([[inside, inside.sum(1, keepdims=True)], [inside.sum(0), inside.sum()]])
    rows = [f"r{row}" for row in range(len(inside))]
    columns = [f"c{column}" for column in range(inside.shape[1])]
    table = pd.DataFrame(
        [
            (row, column, full[at, to])
            for at, row in enumerate([*rows, "all"])
            for to, column in enumerate([*columns, "all"])
        ],
        columns=["place", "group", "numerator"],
    )
    layout = Layout(hierarchies={"place": {"all": rows}, "group": {"all": columns}})
    return table.assign(status="ok"), layout


def with_hidden(table: pd.DataFrame, hidden: np.ndarray) -> pd.DataFrame:
    """The table with these rows suppressed by hand."""
    status = np.where(hidden, "suppressed", "ok")
    return table.assign(status=status, numerator=table["numerator"].mask(hidden))


def pupils(
    counts: dict[str, tuple[tuple[int, int], tuple[int, int]]],
    *,
    region: str | None = "SE-06",
    year: int = 2024,
) -> tuple[pd.DataFrame, Layout]:
    """Women and men of places, (numerator, denominator) each, with totals and the region."""
    rows = [
        (place, year, group, *pair)
        for place, both in counts.items()
        for group, pair in zip(("female", "male"), both, strict=True)
    ]
    names = ["place", "year", "group", "numerator", "denominator"]
    parts = pd.DataFrame(rows, columns=names)
    numbers = ["numerator", "denominator"]
    total = parts.groupby(["place", "year"], as_index=False)[numbers].sum().assign(group="total")
    table = pd.concat([parts, total])
    if region:
        whole = table.groupby(["year", "group"], as_index=False)[numbers].sum()
        table = pd.concat([table, whole.assign(place=region)])
    table = table.reset_index(drop=True).assign(indicator="local:x", status="ok")
    table[numbers] = table[numbers].astype(float)
    table["value"] = 100 * table["numerator"] / table["denominator"]
    return table, Layout(hierarchies={"place": {"SE-06": sorted(counts)}})
