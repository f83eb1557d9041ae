"""Which rows of a table add up to which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

Hierarchies = Mapping[str, Mapping[object, Sequence[object]]]


def relations(
    table: pd.DataFrame,
    *,
    dimensions: Sequence[str],
    by: Sequence[str],
    hierarchies: Hierarchies,
    windows: np.ndarray,
    year: str,
) -> sparse.csr_array:
    """Return every sum that holds between the rows of a table.

    Parameters
    ----------
    table
        One row a cell, index 0 to n - 1.
    dimensions
        Columns along which rows add up, such as place, year and group.
    by
        Columns of which every value is a table of its own, such as indicator.
    hierarchies
        For a dimension: whole to parts. A whole that can be divided in several ways is written
        ``(name, division)``; with the last part as division, the sum holds where this part is.
    windows
        Years that each row covers, ending with its year; shape (rows,).
    year
        Column.

    Returns
    -------
    csr_array
        Shape (sums, rows + others): 1 for a part, -1 for the whole. The further columns are
        numbers that are nowhere shown: parts that have no row, and single years within windows.
    """
    found = _Sums(len(table))
    for dimension in dimensions:
        rest = [*by, *(name for name in dimensions if name != dimension)]
        for whole, parts in hierarchies.get(dimension, {}).items():
            wholes = np.flatnonzero(table[dimension].to_numpy() == whole_of(whole))
            within = np.flatnonzero(table[dimension].isin(list(parts)).to_numpy())
            pairs = _pairs(table, rest, wholes, within)
            if whole == (whole_of(whole), parts[-1]):
                last = table[dimension].to_numpy()[pairs["part"]] == parts[-1]
                pairs = pairs[pairs["whole"].isin(pairs["whole"][last])]
            found.add(pairs, len(parts))
    long = np.flatnonzero(windows > 1)
    if len(long) and year in table.columns:
        rest = [name for name in (*by, *dimensions) if name != year]
        found.add_windows(table.iloc[long], long, windows[long], rest, year)
    return found.matrix()


def whole_of(name: object) -> object:
    """Return the whole of ``(whole, division)``, or of a name alone."""
    return name[0] if isinstance(name, tuple) else name


def _pairs(
    table: pd.DataFrame, rest: list[str], wholes: np.ndarray, within: np.ndarray
) -> pd.DataFrame:
    left = table.iloc[wholes][rest].assign(whole=wholes, _all=0)
    right = table.iloc[within][rest].assign(part=within, _all=0)
    return left.merge(right, on=[*rest, "_all"])[["whole", "part"]]


class _Sums:
    """Collects sums as rows, columns and signs of a sparse matrix."""

    def __init__(self, rows: int) -> None:
        self.rows, self.cells, self.signs = [], [], []
        self.count, self.width = 0, rows

    def add(self, pairs: pd.DataFrame, parts: int) -> None:
        if pairs.empty:
            return
        wholes, number, size = np.unique(
            pairs["whole"].to_numpy(), return_inverse=True, return_counts=True
        )
        own = self.count + np.arange(len(wholes))
        self._put(own, wholes, -1)
        self._put(self.count + number, pairs["part"].to_numpy(), 1)
        lacking = np.flatnonzero(size < parts)
        self._put(own[lacking], self.width + np.arange(len(lacking)), 1)
        self.width += len(lacking)
        self.count += len(wholes)

    def add_windows(
        self, table: pd.DataFrame, at: np.ndarray, length: np.ndarray, rest: list[str], year: str
    ) -> None:
        row = np.repeat(np.arange(len(at)), length)
        step = np.concatenate([np.arange(one) for one in length])
        single = table[rest].iloc[row].assign(_single=table[year].to_numpy(int)[row] - step)
        name = single.groupby([*rest, "_single"], sort=False).ngroup().to_numpy()
        self._put(self.count + np.arange(len(at)), at, -1)
        self._put(self.count + row, self.width + name, 1)
        self.count += len(at)
        self.width += int(name.max()) + 1

    def _put(self, rows: np.ndarray, cells: np.ndarray, sign: int) -> None:
        self.rows.append(rows)
        self.cells.append(cells)
        self.signs.append(np.full(len(rows), float(sign)))

    def matrix(self) -> sparse.csr_array:
        if not self.rows:
            return sparse.csr_array((0, self.width))
        places = (np.concatenate(self.rows), np.concatenate(self.cells))
        return sparse.csr_array(
            (np.concatenate(self.signs), places), shape=(self.count, self.width)
        )
