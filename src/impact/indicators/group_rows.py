"""Numbering the groups of a table and carrying reasons from rows to groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.indicators.columns import WITHHELD, group_columns


def group_rows(
    frame: pd.DataFrame, by: str | Sequence[str] | None, added: Sequence[str] = ()
) -> tuple[np.ndarray, pd.DataFrame]:
    """Return each row's group number and a table with one row of key values a group.

    Groups are numbered in order of first appearance; a missing key value is a group of its own.
    `by=None` makes the whole table one group. `added` names columns of the result, which must not
    name a group.
    """
    keys = [] if by is None else group_columns(frame, by, added)
    codes = np.zeros(len(frame), dtype=np.int64)
    for key in keys:
        part, values = pd.factorize(frame[key], use_na_sentinel=False)
        codes = pd.factorize(codes * max(len(values), 1) + part)[0]
    size = int(codes.max()) + 1 if len(codes) else 0
    first = np.zeros(size, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes, frame.iloc[first][keys].reset_index(drop=True)


def group_reasons(reason: np.ndarray, codes: np.ndarray, size: int) -> np.ndarray:
    """Return the worst reason among a group's rows: suppressed, missing, not_applicable or none."""
    names = np.array([*WITHHELD, ""], dtype=object)
    worst = np.full(size, len(WITHHELD))
    for rank, name in enumerate(WITHHELD):
        np.minimum.at(worst, codes[reason == name], rank)
    return names[worst]


def sums(codes: np.ndarray, values: np.ndarray, size: int) -> np.ndarray:
    """Return the sum of values by group number."""
    return np.bincount(codes, weights=values, minlength=size)
