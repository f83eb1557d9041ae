"""Hiding by rule: what is too small, whole series, and what would give it away."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.indicators.protection.counts import by_indicator
from impact.indicators.protection.hierarchy import relations
from impact.indicators.protection.layout import Layout
from impact.indicators.protection.parts import BEFORE, SHOWN, Part
from impact.indicators.protection.primary import primary, small_denominator
from impact.indicators.protection.problem import Problem, problem
from impact.indicators.protection.room import EXACT, too_narrow
from impact.indicators.protection.rules import DENOMINATOR, SECONDARY, SERIES, SOURCE
from impact.indicators.protection.same_denominators import same_denominators
from impact.indicators.protection.secondary import NotProtectable, secondary
from impact.indicators.protection.series import whole_series

OUT_ALREADY = 50
"""How much dearer it is to hide what was shown before: whoever keeps the old figures knows it."""
CELL = ("place", "indicator", "year", "group")


def with_small_hidden(part: Part, layout: Layout) -> Part:
    """Return the rows with what is too small hidden, and whole series of it."""
    reason, blank = part.reason.copy(), part.blank.copy()
    shown = part.new & (reason == "")
    small = primary(part.numerator, part.denominator, part.rule)
    series = [name for name in (layout.indicator, layout.place, layout.group)
              if name in part.table.columns]  # fmt: skip
    if layout.year in part.table.columns and series:
        hidden = (small != "") | (reason != "")
        given = np.where(part.left_over, np.nan, part.numerator)
        whole = whole_series(part.table, given, hidden, part.rule, series=series)
        small[whole & (small == "") & ~np.isnan(part.numerator)] = SERIES
    reason[shown] = small[shown]
    blank |= shown & (reason == DENOMINATOR) & small_denominator(part.denominator, part.rule)
    return replace(part, reason=reason, blank=blank)


def as_problem(part: Part, layout: Layout) -> Problem:
    """Return the numbers of the rows and their sums."""
    tables = layout.tables(part.table)
    sums = relations(
        part.table,
        dimensions=[*layout.dimensions(part.table), *tables],
        by=[],
        hierarchies={**part.sums, **layout.sums_of_indicators()},
        windows=by_indicator(layout.windows, layout.names(part.table), 1),
        year=layout.year,
    )
    reason = np.where(part.unknown, SOURCE, part.reason)
    found = problem(
        part.numerator,
        part.denominator,
        reason,
        sums,
        part.rule,
        unshown_denominators=part.unshown,
        same=same_denominators(
            part.table,
            part.denominator,
            indicator=layout.indicator,
            dimensions=layout.dimensions(part.table),
        ),
    )
    need = found.cells.need.copy()
    need[: found.rows][part.unknown] = 0
    if found.both:
        own = ~np.isin(part.reason, (SOURCE, "")) | ~part.unshown
        own |= part.left_over & part.blank
        need[found.denominators_at :][: found.rows][~own | part.unknown] = 0
    return replace(found, cells=replace(found.cells, need=need))


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
    must = np.concatenate([(part.reason != "") | part.unknown, part.unshown])
    may = np.concatenate([shown, part.new & ~part.unshown & table.both])
    size = np.nan_to_num(np.concatenate([part.numerator, part.denominator]))
    before = np.tile(part.table[BEFORE].to_numpy(), 2)
    cost = (1 + np.log1p(size)) * np.where(before == SHOWN, OUT_ALREADY, 1)
    keep = may & (before == SECONDARY) & (np.arange(len(may)) < table.rows)
    pairs = np.arange(table.rows)
    implies = np.column_stack([table.rows + pairs, pairs])[may[table.rows :]]
    cells = table.cells
    while True:
        try:
            hidden = secondary(cells, must, may, cost, implies, keep)
            break
        except NotProtectable as error:
            cells = replace(cells, need=_eased(part, table, cells.need, error))
    reason, blank = part.reason.copy(), hidden[table.rows :]
    reason[hidden[: table.rows] & shown] = SECONDARY
    return replace(part, reason=reason, blank=blank)


def _eased(part: Part, table: Problem, need: np.ndarray, error: NotProtectable) -> np.ndarray:
    """Ask no more room than reasons and earlier figures leave; refuse what these give away."""
    rows = table.cells_of(np.arange(2 * table.rows))
    everything = table.cells.hidden(np.tile(~part.nobody, 2))
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
