"""Which rows make one list of places, and which end of it is best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import refuse, require, series_columns

FEWEST_PLACES = 2
DIRECTIONS = ("higher", "lower")


def lists_of(
    frame: pd.DataFrame,
    by: str | Sequence[str] | None,
    reason: np.ndarray,
    polarity: str,
    high: np.ndarray,
) -> list[np.ndarray]:
    """Return the rows of each list; one with nobody to compare with is marked in `reason`."""
    group = np.zeros(len(frame), dtype=int)
    if by is not None:
        keys = series_columns(frame, by)
        require(frame, keys, "rank_interval")
        group = frame.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
    known = np.flatnonzero(reason == "")
    order = known[np.argsort(group[known], kind="stable")]
    lists = np.split(order, np.flatnonzero(np.diff(group[order])) + 1) if len(order) else []
    for rows in lists:
        if len(rows) < FEWEST_PLACES:
            reason[rows] = "few_places"
    lists = [rows for rows in lists if len(rows) >= FEWEST_PLACES]
    refuse_mixed(frame, polarity, high, lists)
    return lists


def directions(frame: pd.DataFrame, polarity: str) -> np.ndarray:
    """Return whether higher is better, per row."""
    if polarity in DIRECTIONS:
        return np.full(len(frame), polarity == "higher")
    require(frame, [polarity], "rank_interval")
    given = frame[polarity]
    other = sorted(map(str, set(given.dropna()) - set(DIRECTIONS)))
    other += ["missing"] * bool(given.isna().any())
    if other:
        problem = "does not say which end is best: write higher or lower."
        faults = [Fault(polarity, f"'{name}' {problem}") for name in other]
        raise InvalidInput("rank_interval", faults)
    return (given == "higher").to_numpy()


def refuse_mixed(
    frame: pd.DataFrame, polarity: str, high: np.ndarray, lists: Sequence[np.ndarray]
) -> None:
    """Refuse lists in which higher is better for one place and lower for another."""
    problem = "differs within one list."
    refuse(
        "rank_interval",
        [
            Fault(f"{polarity}, the list of row {frame.index[rows[0]]}", problem)
            for rows in lists
            if len(set(high[rows].tolist())) > 1
        ],
    )
