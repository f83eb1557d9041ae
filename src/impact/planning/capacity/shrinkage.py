"""How strongly shares of small homes are best drawn to the region: each year told by the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.planning.capacity.shares import transition_shares

CANDIDATES = (0, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Weights of the region tried by `choose_shrinkage`, in pupils."""


@dataclass(frozen=True, slots=True, eq=False)
class Shrinkage:
    """How strongly homes are best drawn towards the region.

    Parameters
    ----------
    best
        k with the smallest loss, in pupils.
    losses
        `shrinkage, loss`: loss in nats per pupil, infinite where a programme that somebody began
        had the share 0.
    years
        Years left out, one at a time.
    """

    best: float
    losses: pd.DataFrame
    years: tuple[int, ...]


def choose_shrinkage(
    by_year: Mapping[int, pd.DataFrame], candidates: Sequence[float] = CANDIDATES
) -> Shrinkage:
    """Return the shrinkage that best foretells a year from the other years.

    Parameters
    ----------
    by_year
        Counts as in `transition_shares`, by year; at least two years, with the same rows and
        columns (in any order).
    candidates
        Values of k to try.

    Returns
    -------
    Shrinkage
        The smallest k among equal losses.

    Raises
    ------
    InvalidInput
        Fewer than two years, or rows and columns that differ between years.

    Notes
    -----
    Leave one year out: shares from the mean of the other years (so that k means the same as with
    one year of counts); loss = -sum n log(share) / sum n over the left-out years.
    """
    years = tuple(sorted(by_year))
    if len(years) < 2:
        where = f"years {', '.join(map(str, years)) or 'none'}"
        raise InvalidInput(
            "shrinkage cannot be chosen:", [Fault(where, "leaving one out needs at least two.")]
        )
    first = by_year[years[0]]
    same = [
        set(by_year[year].index) == set(first.index)
        and set(by_year[year].columns) == set(first.columns)
        for year in years
    ]
    if not all(same):
        faults = [
            Fault(f"year {year}", f"has other homes or programmes than {years[0]}.")
            for year, is_same in zip(years, same, strict=True)
            if not is_same
        ]
        raise InvalidInput("shrinkage cannot be chosen:", faults)
    aligned = {year: by_year[year].reindex_like(first) for year in years}
    losses = [_left_out_loss(aligned, float(value)) for value in candidates]
    table = pd.DataFrame({"shrinkage": [float(value) for value in candidates], "loss": losses})
    ordered = table.sort_values(["loss", "shrinkage"], kind="stable")
    return Shrinkage(float(ordered["shrinkage"].iloc[0]), table, years)


def _left_out_loss(by_year: Mapping[int, pd.DataFrame], shrinkage: float) -> float:
    lost = pupils = 0.0
    for year, actual in by_year.items():
        others = [counts for other, counts in by_year.items() if other != year]
        mean = sum(counts.astype(float) for counts in others) / len(others)
        shares = transition_shares(mean, shrinkage).to_numpy()
        began = actual.to_numpy(dtype=float)
        with np.errstate(divide="ignore", invalid="ignore"):
            lost -= float(np.where(began > 0, began * np.log(shares), 0.0).sum())
        pupils += float(began.sum())
    return lost / pupils if pupils else float("nan")
