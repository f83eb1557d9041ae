"""The rows of one rule: what is known of them, why they are hidden, how they add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.indicators.columns import WITHHELD, require
from impact.indicators.protection.counts import by_indicator, counts_of
from impact.indicators.protection.hierarchy import Hierarchies
from impact.indicators.protection.layout import SUPPRESSION, Layout
from impact.indicators.protection.primary import small_denominator
from impact.indicators.protection.remainders import (
    BOTTOM,
    FREE,
    GIVEN,
    GUARDED,
    LEFT,
    NEW,
    NOBODY,
    OURS,
    TOP,
    with_left_over,
)
from impact.indicators.protection.rules import SECONDARY, SOURCE, Rule, rule_of

BEFORE, SHOWN = "_before", "shown"
OUT, LEFT_OVER = -1, np.iinfo(np.int64).max
"""Rows that are out already, and rows for everybody whom a whole leaves over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The rows of one rule: what is known of them, why they are hidden, how they add up.

    Parameters
    ----------
    table
        Rows in a fixed order; `_row` is the position in the values given (or OUT, LEFT_OVER).
    numerator, denominator
        Persons, NaN where unknown.
    reason
        Why hidden, or empty.
    unknown
        Nobody is told the number, and it is not hidden by a rule.
    blank
        The denominator is hidden or not known.
    rule
        Of all rows.
    sums
        For a dimension: whole to parts, also what these leave over.
    """

    table: pd.DataFrame
    numerator: np.ndarray
    denominator: np.ndarray
    reason: np.ndarray
    unknown: np.ndarray
    blank: np.ndarray
    rule: Rule
    sums: Hierarchies

    @property
    def new(self) -> np.ndarray:
        """Say which rows are not out already."""
        return self.table["_row"].to_numpy() >= 0

    @property
    def left_over(self) -> np.ndarray:
        """Say which rows nobody gave: what a whole leaves over."""
        return (self.table[LEFT] != GIVEN).to_numpy()

    @property
    def unshown(self) -> np.ndarray:
        """Say which denominators nobody is told; of what is left over, once one is hidden."""
        return self.blank | (self.left_over & ~self.nobody & self.blank.any())

    @property
    def nobody(self) -> np.ndarray:
        """Say which rows left over are of no persons."""
        return (self.table[LEFT] == NOBODY).to_numpy()


def parts(
    values: pd.DataFrame,
    rule: Rule | Mapping[str, Rule | None],
    layout: Layout,
    published: pd.DataFrame | None,
) -> Iterator[Part]:
    """Yield the rows of each rule with what is known of them; rows without a rule are left."""
    require(values, [layout.numerator, "status"], "protect")
    table = _together(values, layout, published)
    names = table[layout.indicator] if layout.indicator in table.columns else None
    rules = [rule_of(rule, "" if names is None else name) for name in _each(names, len(table))]
    for one in dict.fromkeys(found for found in rules if found is not None):
        rows = np.array([found == one for found in rules])
        yield _part(table[rows].reset_index(drop=True), one, layout)


def _each(names: pd.Series | None, count: int) -> Sequence[str]:
    return [""] * count if names is None else names.tolist()


def _together(values: pd.DataFrame, layout: Layout, published: pd.DataFrame | None) -> pd.DataFrame:
    keys = [*layout.tables(values), *layout.dimensions(values)]
    table = values.assign(_row=np.arange(len(values)), **{BEFORE: ""})
    if published is not None and len(published):
        at = values[keys].assign(_at=np.arange(len(values)))
        out = published.merge(at, on=keys, how="left")["_at"].to_numpy(float)
        kept = np.isnan(out)
        again = out[~kept].astype(int)
        table.iloc[again, table.columns.get_loc(BEFORE)] = _before(
            values.iloc[again], published[~kept], layout
        )
        columns = [name for name in (*values.columns, SUPPRESSION) if name in published.columns]
        columns = list(dict.fromkeys(columns))
        table = pd.concat([table, published[kept][columns].assign(_row=OUT, **{BEFORE: ""})])
    return table.sort_values(keys, key=lambda one: one.astype(str), kind="stable")


def _before(values: pd.DataFrame, published: pd.DataFrame, layout: Layout) -> np.ndarray:
    """Say of rows given again whether they were shown as they are now, or hidden for others."""
    before = np.full(len(values), "", dtype=object)
    figures = [name for name in (layout.numerator, layout.value) if name in published.columns]
    if figures:
        now, then = (one[figures].astype(float).to_numpy() for one in (values, published))
        before[(np.isclose(now, then, equal_nan=True) & ~np.isnan(then)).any(axis=1)] = SHOWN
    if SUPPRESSION in published.columns:
        before[(published[SUPPRESSION] == SECONDARY).to_numpy(bool)] = SECONDARY
    return before


def _part(table: pd.DataFrame, rule: Rule, layout: Layout) -> Part:
    table, sums = with_left_over(
        _counted(table, layout),
        rule,
        hierarchies=layout.sums,
        dimensions=layout.dimensions(table),
        by=layout.tables(table),
    )
    kind = table[LEFT].to_numpy()
    guarded, free = kind == GUARDED, kind == FREE
    row = np.select([kind == GIVEN, guarded], [table["_row"], LEFT_OVER], OUT)
    table = table.assign(_row=row, **{BEFORE: table[BEFORE].where(kind == GIVEN, "")})
    table = table.assign(status=table["status"].where(kind == GIVEN, "ok"))
    top, bottom = table[TOP].to_numpy(float), table[BOTTOM].to_numpy(float)
    suppressed = (table["status"] == "suppressed").to_numpy()
    reason = np.full(len(table), "", dtype=object)
    if SUPPRESSION in table.columns:
        reason[suppressed] = table[SUPPRESSION].fillna("").to_numpy(dtype=object)[suppressed]
    reason[guarded | (suppressed & (reason == ""))] = SOURCE
    return Part(
        table=table,
        numerator=top,
        denominator=bottom,
        reason=reason,
        unknown=(np.isnan(top) & ~suppressed) | free,
        blank=np.isnan(bottom) | (guarded & small_denominator(bottom, rule)),
        rule=rule,
        sums=sums,
    )


def _counted(table: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """Add the persons behind every row, unknown where they are withheld."""
    multiplier = np.full(len(table), np.nan)
    if layout.multiplier is not None:
        multiplier = by_indicator(layout.multiplier, layout.names(table), np.nan)
    top, bottom = counts_of(
        table,
        value=layout.value,
        numerator=layout.numerator,
        denominator=layout.denominator,
        multiplier=multiplier,
    )
    withheld = table["status"].isin(WITHHELD).to_numpy()
    ours = np.zeros(len(table), dtype=bool)
    if SUPPRESSION in table.columns:
        ours = ~table[SUPPRESSION].fillna("").isin(["", SOURCE]).to_numpy() & np.isnan(bottom)
    counts = {TOP: np.where(withheld, np.nan, top), BOTTOM: bottom}
    return table.assign(**counts, **{NEW: table["_row"] >= 0, OURS: ours})
