"""Wanted places by home and programme: young people times the shares that begin each programme."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.planning.capacity.shares import check_counts, concentration, transition_shares

__all__ = ["demand", "demand_draws", "transition_shares"]


def demand(
    cohort: pd.Series, shares: pd.DataFrame, *, starting: float | pd.Series = 1.0
) -> pd.DataFrame:
    """Return wanted places by home and programme.

    Parameters
    ----------
    cohort
        Pupils who leave grade 9, by home.
    shares
        As of `transition_shares`.
    starting
        Share of the cohort that begins upper-secondary school that autumn, one or by home. Above 1
        where more begin than left grade 9 (some begin again).

    Returns
    -------
    pandas.DataFrame
        Pupils, rows the homes of the cohort in their order, columns programmes.

    Raises
    ------
    InvalidInput
        A home of the cohort without shares, negative or missing numbers.

    Notes
    -----
    D_ip = P9_i e_i s_ip.
    """
    given = starting if isinstance(starting, pd.Series) else pd.Series(starting, index=cohort.index)
    begin = given.reindex(cohort.index).astype(float)
    faults = [
        Fault(f"home {home}", "has no shares of programmes.")
        for home in cohort.index
        if home not in shares.index
    ]
    for name, values in (("pupils in grade 9", cohort), ("a share that begins", begin)):
        wrong = ~(values.to_numpy(dtype=float) >= 0)
        faults += [
            Fault(f"home {home}", f"has {value} as {name}.", "Give a number, 0 or more.")
            for home, value in values[wrong].items()
        ]
    if faults:
        raise InvalidInput("demand cannot be calculated:", faults)
    return shares.loc[cohort.index].mul(cohort.astype(float) * begin, axis=0)


def demand_draws(
    cohorts: np.ndarray,
    counts: pd.DataFrame,
    *,
    seed: int,
    shrinkage: float = 50.0,
    starting: float | np.ndarray = 1.0,
    programme_spread: float = 0.0,
) -> np.ndarray:
    """Return scenarios of demand: drawn cohorts times drawn shares.

    Parameters
    ----------
    cohorts
        Draws x homes, in the order of the rows of `counts`; their errors should move together, as
        those of `impact.planning.pupils` do.
    counts, shrinkage
        As in `transition_shares`.
    seed
        Of the draws.
    starting
        As in `demand`, one or by home.
    programme_spread
        Standard deviation of the logarithm of a programme's popularity, the same turn of taste in
        all homes of a scenario; 0 when only chance moves shares.

    Returns
    -------
    numpy.ndarray
        Draws x homes x programmes.

    Raises
    ------
    InvalidInput
        Cohorts that do not fit the homes.

    Notes
    -----
    Shares of a home ~ Dirichlet(n_ip + k s_p); times exp(spread z_p), z_p standard normal and
    common to all homes, then scaled to sum to 1. Independent errors would average out over homes
    and make the region look far surer than it is.
    """
    check_counts(counts, shrinkage)
    cohorts = np.asarray(cohorts, dtype=float)
    if cohorts.ndim != 2 or cohorts.shape[1] != len(counts.index):
        problem = f"have the shape {cohorts.shape}, not draws x {len(counts.index)} homes."
        raise InvalidInput("demand cannot be drawn:", [Fault("cohorts", problem)])
    random = np.random.default_rng(seed)
    gammas = random.standard_gamma(
        concentration(counts, shrinkage), size=(len(cohorts), *counts.shape)
    )
    turn = random.normal(size=(len(cohorts), 1, counts.shape[1]))
    weights = gammas * np.exp(programme_spread * turn)
    shares = weights / weights.sum(axis=2, keepdims=True)
    return (cohorts * np.asarray(starting, dtype=float))[:, :, None] * shares
