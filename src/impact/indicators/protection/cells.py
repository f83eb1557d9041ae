"""A table as numbers that add up: what is known of each, and what hides it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse.csgraph import connected_components

NEVER_SHOWN = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Numbers of a table, their sums, and the bounds everyone knows.

    Parameters
    ----------
    sums
        Sparse matrix, shape (sums, cells): 1 for a part, -1 for the whole.
    value
        Shape (cells,): the number, or NaN where nobody here knows it.
    lower, upper
        Shape (cells,): what is known of the number when it is hidden.
    item
        Shape (cells,): which decision hides it; `NEVER_SHOWN` for a number without one.
    need
        Shape (cells,): room between the least and the most it can be that must remain when it is
        hidden; 0 for none.
    """

    sums: sparse.csr_array
    value: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    item: np.ndarray
    need: np.ndarray

    def hidden(self, items: np.ndarray) -> np.ndarray:
        """Return which cells are hidden when these items are (booleans by item)."""
        return (self.item == NEVER_SHOWN) | items[np.maximum(self.item, 0)]

    def only(self, kept: np.ndarray) -> Cells:
        """Return the cells at these positions, with the sums between them."""
        sums = self.sums[:, kept]
        used = np.diff(sums.indptr) > 0
        return Cells(
            sums=sums[used],
            value=self.value[kept],
            lower=self.lower[kept],
            upper=self.upper[kept],
            item=self.item[kept],
            need=self.need[kept],
        )


def parts_of(sums: sparse.csr_array, among: np.ndarray) -> list[np.ndarray]:
    """Return the positions of `among` that hang together by sums, one array a part."""
    if not len(among):
        return []
    kept = sums[:, among]
    both = sparse.block_array([[None, kept], [kept.T, None]]).tocsr()
    _, label = connected_components(both, directed=False)
    label = label[kept.shape[0] :]
    order = np.argsort(label, kind="stable")
    cut = np.flatnonzero(np.diff(label[order])) + 1
    return [among[one] for one in np.split(order, cut)]


def completed(cells: Cells) -> np.ndarray:
    """Return the values with every unknown one replaced by a number that fits the sums.

    Notes
    -----
    Linear programming: the numbers within their bounds for which the sums with an unknown part
    fail by as little as possible in all (0 when the table adds up). What can be derived of a
    hidden number depends on what is shown only, so any numbers that fit serve.
    """
    unknown = np.flatnonzero(np.isnan(cells.value))
    value = np.where(np.isnan(cells.value), 0.0, cells.value)
    if not len(unknown):
        return value
    sums = cells.sums[:, unknown]
    rows = np.flatnonzero(np.diff(sums.indptr))
    shown = -(cells.sums @ value)[rows]
    count = len(rows)
    slack = sparse.eye_array(count)
    matrix = sparse.hstack([sums[rows], slack, -slack]).tocsr()
    cost = np.concatenate([np.zeros(len(unknown)), np.ones(2 * count)])
    bounds = np.column_stack(
        [
            np.concatenate([cells.lower[unknown], np.zeros(2 * count)]),
            np.concatenate([cells.upper[unknown], np.full(2 * count, np.inf)]),
        ]
    )
    found = linprog(cost, A_eq=matrix, b_eq=shown, bounds=bounds, method="highs")
    value[unknown] = found.x[: len(unknown)]
    return value
