"""Hiding by rule: what is too small, whole series, and what would give it away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import WITHHELD, require
from impact.indicators.protection.counts import by_indicator, counts_of
from impact.indicators.protection.group_sums import group_sums
from impact.indicators.protection.hierarchy import Hierarchies, relations
from impact.indicators.protection.primary import primary, small_denominator
from impact.indicators.protection.problem import Problem, problem
from impact.indicators.protection.remainders import BOTTOM, NEW, TOP, remainders
from impact.indicators.protection.room import EXACT, too_narrow
from impact.indicators.protection.rules import (
    DENOMINATOR,
    SECONDARY,
    SERIES,
    SOURCE,
    Rule,
    rule_of,
)
from impact.indicators.protection.secondary import NotProtectable, secondary
from impact.indicators.protection.series import whole_series

SUPPRESSION = "suppression"
OUT, LEFT_OVER = -1, np.iinfo(np.int64).max
"""Rows that are out already, and rows for everybody whom a whole leaves over."""
CELL = ("place", "indicator", "year", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a table has what, and which of its rows add up.

    Parameters
    ----------
    place, year, group, indicator, value, numerator, denominator
        Columns; `place`, `year`, `group` and `indicator` may be absent from a table.
    hierarchies
        For a column: whole to parts, such as ``{"place": {"SE-06": ["SE-0604", ...]}}``. Groups
        are known by their names (women and men, ages, grades) unless given.
    windows
        Years that a figure covers, ending with its year: one number, or by indicator.
    multiplier
        value = multiplier * numerator / denominator: one number, or by indicator; None where the
        value is the count itself, 0 where it has nothing to do with them (points, years).
    """

    place: str = "place"
    year: str = "year"
    group: str = "group"
    indicator: str = "indicator"
    value: str = "value"
    numerator: str = "numerator"
    denominator: str = "denominator"
    hierarchies: Hierarchies | None = None
    windows: int | Mapping[str, int] = 1
    multiplier: float | Mapping[str, float | None] | None = 100.0

    def dimensions(self, table: pd.DataFrame) -> list[str]:
        """Return the columns along which rows add up."""
        return [name for name in (self.place, self.year, self.group) if name in table.columns]

    def tables(self, table: pd.DataFrame) -> list[str]:
        """Return the columns of which every value is a table of its own."""
        return [self.indicator] if self.indicator in table.columns else []


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
    """

    table: pd.DataFrame
    numerator: np.ndarray
    denominator: np.ndarray
    reason: np.ndarray
    unknown: np.ndarray
    blank: np.ndarray
    rule: Rule

    @property
    def new(self) -> np.ndarray:
        """Say which rows are not out already."""
        return self.table["_row"].to_numpy() >= 0


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
    table = values.assign(_row=np.arange(len(values)))
    if published is not None and len(published):
        out = published.merge(values[keys].drop_duplicates(), on=keys, how="left", indicator=True)
        kept = out["_merge"].to_numpy() == "left_only"
        columns = [name for name in (*values.columns, SUPPRESSION) if name in published.columns]
        columns = list(dict.fromkeys(columns))
        table = pd.concat([table, published[kept][columns].assign(_row=OUT)])
    return table.sort_values(keys, key=lambda one: one.astype(str), kind="stable")


def _part(table: pd.DataFrame, rule: Rule, layout: Layout) -> Part:
    table = _counted(table, layout)
    rest = remainders(
        table,
        rule,
        hierarchies=_hierarchies(table, layout),
        dimensions=layout.dimensions(table),
        by=layout.tables(table),
    )
    rest = rest.assign(_row=np.where(rest[NEW], LEFT_OVER, OUT), status="ok")
    table = pd.concat([table, rest], ignore_index=True) if len(rest) else table
    top, bottom = table[TOP].to_numpy(float), table[BOTTOM].to_numpy(float)
    suppressed = (table["status"] == "suppressed").to_numpy()
    reason = np.full(len(table), "", dtype=object)
    if SUPPRESSION in table.columns:
        reason[suppressed] = table[SUPPRESSION].fillna("").to_numpy(dtype=object)[suppressed]
    reason[suppressed & (reason == "")] = SOURCE
    unknown = np.isnan(top) & ~suppressed
    left = (table["_row"] == LEFT_OVER).to_numpy()
    reason[left] = primary(top, bottom, rule)[left]
    return Part(
        table=table,
        numerator=top,
        denominator=bottom,
        reason=reason,
        unknown=unknown,
        blank=np.isnan(bottom) | (left & small_denominator(bottom, rule)),
        rule=rule,
    )


def _counted(table: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """Add the persons behind every row, unknown where they are withheld."""
    multiplier = np.full(len(table), np.nan)
    if layout.multiplier is not None:
        multiplier = by_indicator(layout.multiplier, _names(table, layout), np.nan)
    top, bottom = counts_of(
        table,
        value=layout.value,
        numerator=layout.numerator,
        denominator=layout.denominator,
        multiplier=multiplier,
    )
    withheld = table["status"].isin(WITHHELD).to_numpy()
    counts = {TOP: np.where(withheld, np.nan, top), BOTTOM: bottom}
    return table.assign(**counts, **{NEW: table["_row"] >= 0})


def with_small_hidden(part: Part, layout: Layout) -> Part:
    """Return the rows with what is too small hidden, and whole series of it."""
    reason, blank = part.reason.copy(), part.blank.copy()
    shown = part.new & (reason == "")
    small = primary(part.numerator, part.denominator, part.rule)
    series = [name for name in (layout.indicator, layout.place, layout.group)
              if name in part.table.columns]  # fmt: skip
    if layout.year in part.table.columns and series:
        hidden = (small != "") | (reason != "")
        whole = whole_series(part.table, part.numerator, hidden, part.rule, series=series)
        small[whole & (small == "") & ~np.isnan(part.numerator)] = SERIES
    reason[shown] = small[shown]
    blank |= shown & (reason == DENOMINATOR) & small_denominator(part.denominator, part.rule)
    return replace(part, reason=reason, blank=blank)


def as_problem(part: Part, layout: Layout) -> Problem:
    """Return the numbers of the rows and their sums."""
    sums = relations(
        part.table,
        dimensions=layout.dimensions(part.table),
        by=layout.tables(part.table),
        hierarchies=_hierarchies(part.table, layout),
        windows=by_indicator(layout.windows, _names(part.table, layout), 1),
        year=layout.year,
    )
    reason = np.where(part.unknown, SOURCE, part.reason)
    found = problem(
        part.numerator,
        part.denominator,
        reason,
        sums,
        part.rule,
        unshown_denominators=part.blank,
    )
    need = found.cells.need.copy()
    need[: found.rows][part.unknown] = 0
    if found.both:
        own = ~np.isin(part.reason, (SOURCE, "")) | ~part.blank
        need[found.denominators_at :][: found.rows][~own | part.unknown] = 0
    return replace(found, cells=replace(found.cells, need=need))


def _names(table: pd.DataFrame, layout: Layout) -> pd.Series:
    return table[layout.indicator] if layout.indicator in table.columns else table["status"]


def _hierarchies(table: pd.DataFrame, layout: Layout) -> Hierarchies:
    found = dict(layout.hierarchies or {})
    if layout.group in table.columns and layout.group not in found:
        found[layout.group] = group_sums(table[layout.group].astype(str))
    return found


def with_derivable_hidden(part: Part, layout: Layout) -> Part:
    """Return the rows with everything hidden that would give hidden numbers away.

    Raises
    ------
    InvalidInput
        A figure that must be hidden follows from figures that are out already.
    """
    if not (part.reason != "").any():
        return part
    table = as_problem(part, layout)
    shown = part.new & (part.reason == "") & ~part.unknown
    must = np.concatenate([(part.reason != "") | part.unknown, part.blank])
    may = np.concatenate([shown, part.new & ~part.blank & table.both])
    size = np.nan_to_num(np.concatenate([part.numerator, part.denominator]))
    pairs = np.arange(table.rows)
    implies = np.column_stack([table.rows + pairs, pairs])[may[table.rows :]]
    cells = table.cells
    while True:
        try:
            hidden = secondary(cells, must, may, 1 + np.log1p(size), implies)
            break
        except NotProtectable as error:
            cells = replace(cells, need=_eased(part, table, cells.need, error))
    reason, blank = part.reason.copy(), hidden[table.rows :]
    reason[hidden[: table.rows] & shown] = SECONDARY
    return replace(part, reason=reason, blank=blank)


def _eased(part: Part, table: Problem, need: np.ndarray, error: NotProtectable) -> np.ndarray:
    """Ask no more room than reasons and earlier figures leave; refuse what these give away."""
    rows = table.cells_of(np.arange(2 * table.rows))
    everything = np.ones(len(table.cells.value), dtype=bool)
    most = {one.cell: one.room for one in too_narrow(table.cells, everything)}
    need, faults = need.copy(), []
    for one in error.narrow:
        at = int(np.flatnonzero(rows == one.cell)[0]) % table.rows
        need[one.cell] = one.room
        given_away = one.room < most.get(one.cell, np.inf) - EXACT
        if given_away and part.new[at] and part.reason[at] != SOURCE:
            names = [name for name in CELL if name in part.table.columns]
            faults.append(
                Fault(
                    ", ".join(str(value) for value in part.table.loc[at, names]),
                    "must be hidden, and follows from figures that are out already.",
                    "Add the figures it follows from again as suppressed in the same file.",
                )
            )
    if faults:
        raise InvalidInput("figures that hiding no longer protects", faults)
    return need
