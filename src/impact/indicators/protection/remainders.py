"""What a whole leaves over when some of its parts have no row: total less women is men."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from impact.indicators.protection.group_sums import REST
from impact.indicators.protection.primary import primary
from impact.indicators.protection.rules import Rule

TOP, BOTTOM, NEW = "_numerator", "_denominator", "_new"


def remainders(
    table: pd.DataFrame,
    rule: Rule,
    *,
    hierarchies: Mapping[str, Mapping[object, Sequence[object]]],
    dimensions: Sequence[str],
    by: Sequence[str],
) -> pd.DataFrame:
    """Return a row for everybody left over, so that nobody who subtracts finds what is too small.

    Parameters
    ----------
    table
        One row a cell with `_numerator, _denominator` (persons) and `_new` (can be hidden still).
    rule
        Thresholds.
    hierarchies
        For a dimension: whole, or (whole, division), to parts.
    dimensions, by
        Columns along which rows add up, and of which every value is a table of its own.

    Returns
    -------
    DataFrame
        Columns as in `table`. What is left over stands under the first part without a row; the
        other ones are of nobody. `_new` marks what is too small to be found and can be guarded.
        What is large enough has no numerator: nobody needs to guard it.

    Notes
    -----
    Where the number of persons in the whole or in a part is not known, or they do not add up,
    nobody is taken to be left over by parts that only stand for the rest, and nothing is said of
    the others.
    """
    found = []
    for dimension in dimensions:
        rest = [*by, *(name for name in dimensions if name != dimension)]
        for whole, parts in hierarchies.get(dimension, {}).items():
            name = whole[0] if isinstance(whole, tuple) else whole
            left = _left_over(table, dimension, name, list(parts), rest)
            found.extend(_rows(left, dimension, list(parts), rule))
    empty = table.iloc[:0]
    return pd.DataFrame(found, columns=table.columns).astype(empty.dtypes) if found else empty


def _left_over(
    table: pd.DataFrame, dimension: str, whole: object, parts: list, rest: list[str]
) -> pd.DataFrame:
    """The rows of a whole with what its parts leave over and which parts there are."""
    wholes = table[table[dimension] == whole]
    within = table[table[dimension].isin(parts)]
    if wholes.empty or within.empty:
        return wholes.assign(_present=None)[:0]
    keys = rest or [np.zeros(len(within), dtype=int)]
    grouped = within.groupby(keys, sort=False)
    sums = grouped[[TOP, BOTTOM]].sum(min_count=1)
    complete = grouped[[TOP, BOTTOM]].count().eq(grouped.size(), axis=0)
    unstated = within[BOTTOM].isna().all() and wholes[BOTTOM].isna().all()
    sums = sums.where(complete).assign(
        _present=grouped[dimension].agg(set), _any_new=grouped[NEW].any()
    )
    if rest:
        joined = wholes.merge(sums.reset_index(), on=rest, suffixes=("", "_parts"))
    else:
        joined = wholes.merge(sums, how="cross", suffixes=("", "_parts"))
    for column in (TOP, BOTTOM):
        joined[column] = joined[column] - joined[f"{column}_parts"]
    size = joined[TOP] if unstated else joined[BOTTOM]
    joined[TOP] = joined[TOP].where((joined[TOP] >= 0) & (unstated | (joined[TOP] <= size)))
    joined[NEW] = joined[NEW] | joined["_any_new"]
    fewer = joined["_present"].map(len) < len(parts)
    return joined.assign(_size=size.where(size >= 0))[fewer]


def _rows(left: pd.DataFrame, dimension: str, parts: list, rule: Rule) -> Iterator[dict]:
    small = primary(left[TOP].to_numpy(float), left[BOTTOM].to_numpy(float), rule) != ""
    for row, too_small in zip(left.to_dict("records"), small, strict=True):
        absent = [part for part in parts if part not in row["_present"]]
        if np.isnan(row["_size"]):
            absent = [part for part in absent if str(part).startswith(REST)]
        elif row["_size"] > 0:
            first, *absent = absent
            guarded = too_small and row[NEW] and not np.isnan(row[TOP])
            numerator = row[TOP] if guarded or not row[NEW] else np.nan
            yield row | {dimension: first, TOP: numerator, NEW: guarded}
        nobody = np.nan if np.isnan(row[BOTTOM]) and not np.isnan(row["_size"]) else 0.0
        for part in absent:
            yield row | {dimension: part, TOP: 0.0, BOTTOM: nobody, NEW: False}
