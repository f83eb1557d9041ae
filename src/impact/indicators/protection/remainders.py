"""What a whole leaves over when some of its parts have no row: total less women is men."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd

from impact.indicators.protection.hierarchy import Hierarchies, whole_of
from impact.indicators.protection.primary import primary
from impact.indicators.protection.rest_names import Division, RestNames, has_rest
from impact.indicators.protection.rules import Rule

TOP, BOTTOM, NEW, LEFT, OURS = "_numerator", "_denominator", "_new", "_left", "_ours"
GIVEN, GUARDED, FREE, KNOWN, NOBODY = "", "guarded", "free", "known", "nobody"
"""Kinds of rows (`_left`): not left over; too small to be found; needs no guard; follows from what
is out already; of no persons."""


def with_left_over(
    table: pd.DataFrame,
    rule: Rule,
    *,
    hierarchies: Callable[[pd.DataFrame], Hierarchies],
    dimensions: Sequence[str],
    by: Sequence[str],
) -> tuple[pd.DataFrame, dict[str, dict[object, tuple]]]:
    """Return the table with a row for everybody left over, and which of its rows add up.

    Parameters
    ----------
    table
        One row a cell with `_numerator, _denominator` (persons), `_new` (can be hidden still) and
        `_ours` (the denominator is hidden by a rule, and counted when it was).
    rule
        Thresholds.
    hierarchies
        For a dimension: whole, or (whole, division), to parts, of a table.
    dimensions, by
        Columns along which rows add up, and of which every value is a table of its own.

    Returns
    -------
    table
        With a further column `_left`, the kind of row, and the rows left over below.
    hierarchies
        Those of this table, and (whole, rest) to the parts that leave this rest over.

    Notes
    -----
    A whole without a row of which all parts have one gets a row too: women and men are all. What
    one rest leaves over is a rest too (all less women less Swedish speakers, who may be both), so
    this is done until nothing new is found. Where the persons in the whole or a part are not
    known, or do not add up, languages, ages, grades, residence and distance with rows are taken
    to be everybody, and nothing is said of others; where a rule hides them, nothing is said.
    """
    table = table.assign(**{LEFT: GIVEN})
    keys = [*by, *dimensions]
    names = RestNames()
    while True:
        sums = hierarchies(table)
        before = len(table)
        for dimension in dimensions:
            own = table.iloc[:before]
            lines = _Lines(own, dimension, [name for name in keys if name != dimension])
            divisions = [(dimension, *one) for one in sums.get(dimension, {}).items()]
            found = [rows for one in divisions for rows in lines.rows(one, rule, names)]
            table = pd.concat([table, *found], ignore_index=True)
        new = ~table.duplicated(keys).to_numpy()
        new[:before] = True
        table = table[new].reset_index(drop=True)
        if len(table) == before:
            closed = {name: _closed(one) for name, one in sums.items()}
            return table, {name: closed.get(name, {}) | names.sums(name) for name in dimensions}


class _Lines:
    """The rows of a table that differ in one dimension only: a line a place and year, say."""

    def __init__(self, table: pd.DataFrame, dimension: str, others: list[str]) -> None:
        self.table, self.dimension = table, dimension
        groups = [table[name] for name in others] or [np.zeros(len(table), dtype=int)]
        self.line = table.groupby(groups, sort=False, dropna=False).ngroup().to_numpy()
        self.code, labels = pd.factorize(table[dimension])
        self.codes = {label: at for at, label in enumerate(labels)}
        self.count = table[[TOP, BOTTOM]].to_numpy(float)
        self.new = table[NEW].to_numpy(bool)
        self.ours = table[OURS].to_numpy(bool)

    def rows(self, division: Division, rule: Rule, names: RestNames) -> Iterator[pd.DataFrame]:
        """Yield rows for what parts leave over, and for wholes that only their parts have."""
        _, whole, parts = division
        open_ = has_rest(whole, parts)
        real = parts[:-1] if open_ else parts
        part = np.full(len(self.codes) + 1, -1)
        for at, label in enumerate(real):
            part[self.codes.get(label, -1)] = at
        part[-1] = -1
        inside = np.flatnonzero(part[self.code] >= 0)
        if not len(inside):
            return
        lines, to = np.unique(self.line[inside], return_inverse=True)
        present = np.zeros((len(lines), len(real)), dtype=bool)
        present[to, part[self.code[inside]]] = True
        sums, new = np.zeros((len(lines), 2)), np.zeros(len(lines), dtype=bool)
        np.add.at(sums, to, self.count[inside])
        np.logical_or.at(new, to, self.new[inside])
        at = self._at(whole_of(whole))[lines]
        counted = bool(np.isnan(sums[:, 1]).all()) and bool(np.isnan(self.count[at, 1]).all())
        unsaid = self.ours[at] & (at >= 0)
        np.logical_or.at(unsaid, to, self.ours[inside])
        left = (at >= 0) & (open_ | ~present.all(axis=1)) & ~unsaid
        if left.any():
            own = at[left]
            label = names.of(division, present[left])
            rest = self.count[own] - sums[left]
            yield self._judged(own, label, rest, new[left] | self.new[own], rule, counted, open_)
        lacking = (at < 0) & present.all(axis=1) & (not open_ and len(parts) > 1)
        if lacking.any():
            first = np.zeros(len(lines), dtype=int)
            first[to] = inside
            own = first[lacking]
            label = np.full(len(own), whole_of(whole), dtype=object)
            yield self._judged(own, label, sums[lacking], new[lacking], rule, counted, False)

    def _at(self, label: object) -> np.ndarray:
        """Return the row of a label in every line, -1 where it has none."""
        at = np.full(self.line.max() + 1, -1)
        rows = np.flatnonzero(self.code == self.codes.get(label, -2))
        at[self.line[rows]] = rows
        return at

    def _judged(
        self,
        own: np.ndarray,
        label: np.ndarray,
        count: np.ndarray,
        new: np.ndarray,
        rule: Rule,
        counted: bool,
        open_: bool,
    ) -> pd.DataFrame:
        """Rows like these for other persons, and whether they must be guarded."""
        top, bottom = count.T
        size = top if counted else bottom
        size = np.where(size >= 0, size, np.nan)
        top = np.where((top >= 0) & (counted | (top <= size)), top, np.nan)
        nobody = (size == 0) | (np.isnan(size) & open_)
        small = (primary(top, bottom, rule) != "") & new
        kind = np.select([nobody, np.isnan(top), small, ~new], [NOBODY, FREE, GUARDED, KNOWN], FREE)
        unsaid = np.nan if counted else 0.0
        rows = self.table.iloc[own].assign(
            **{
                self.dimension: label,
                TOP: np.where(nobody, 0.0, top),
                BOTTOM: np.where(nobody, unsaid, bottom),
                NEW: new,
                LEFT: kind,
            }
        )
        return rows[(nobody | ~np.isnan(size)) & pd.notna(label)]


def _closed(sums: dict[object, tuple]) -> dict[object, tuple]:
    return {whole: parts for whole, parts in sums.items() if not has_rest(whole, parts)}
