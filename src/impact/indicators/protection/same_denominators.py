"""The same persons behind several indicators: pupils with 15 and with 30 per cent absence."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd

MOST = 0.5


def same_denominators(
    table: pd.DataFrame, denominator: np.ndarray, *, indicator: str, dimensions: list[str]
) -> np.ndarray:
    """Return pairs of rows of two indicators that everybody knows to be of the same persons.

    Parameters
    ----------
    table
        One row a cell.
    denominator
        Persons, shape (rows,); NaN where unknown.
    indicator, dimensions
        Columns that name the cell.

    Returns
    -------
    ndarray
        Positions, shape (pairs, 2).

    Notes
    -----
    Of two indicators that have the same denominator in more than half of the cells they share.
    """
    none = np.empty((0, 2), dtype=int)
    if indicator not in table.columns:
        return none
    known = np.flatnonzero(~np.isnan(denominator))
    frame = table.iloc[known][[indicator, *dimensions]].assign(_at=known)
    wide = frame.set_index([*dimensions, indicator])["_at"].unstack(indicator, fill_value=-1)
    at = wide.to_numpy()
    found = [none]
    for one, other in combinations(range(at.shape[1]), 2):
        both = at[(at[:, one] >= 0) & (at[:, other] >= 0)][:, [one, other]]
        same = denominator[both[:, 0]] == denominator[both[:, 1]]
        if len(both) and same.mean() > MOST:
            found.append(both[same])
    return np.concatenate(found)
