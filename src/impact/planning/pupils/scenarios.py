"""Pupils of the coming years: those at school now move up a grade each year."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.planning.pupils.progression import (
    RECENT_YEARS,
    checked_counts,
    mean_sources,
    median_ratios,
    recent_ratios,
)
from impact.planning.pupils.shrinkage import CONSTANT, shrunk_to_one

CENTRAL, NO_MIGRATION, LAST_THREE = "central", "no_migration", "last_three"
SCENARIOS = (CENTRAL, NO_MIGRATION, LAST_THREE)
ENTRANT_YEARS = 3
TURN_DECIMALS = 2


def scenario_ratios(counts: np.ndarray, scenario: str, constant: float = CONSTANT) -> np.ndarray:
    """Return the ratios a scenario moves pupils up with.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons, up to the newest counted year.
    scenario
        central: median over all years; last_three: ratio of sums over the last three years; both
        drawn towards 1. no_migration: 1.
    constant
        Of the shrinkage, in pupils.

    Returns
    -------
    numpy.ndarray
        Shape (places, grades - 1).

    Raises
    ------
    InvalidInput
        There is no such scenario.
    """
    if scenario == NO_MIGRATION:
        given = checked_counts(counts)
        return np.ones((given.shape[0], given.shape[2] - 1))
    if scenario == CENTRAL:
        return shrunk_to_one(median_ratios(counts), mean_sources(counts), constant)
    if scenario == LAST_THREE:
        sizes = mean_sources(checked_counts(counts)[:, -(RECENT_YEARS + 1) :])
        return shrunk_to_one(recent_ratios(counts), sizes, constant)
    mend = f"Choose one of {', '.join(SCENARIOS)}."
    raise InvalidInput("pupils", [Fault("scenario", f"'{scenario}' is unknown.", mend)])


def entrants(counts: np.ndarray, years: int = ENTRANT_YEARS) -> np.ndarray:
    """Return how many are taken to begin in the lowest grade every year.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons.
    years
        How many of the newest years.

    Returns
    -------
    numpy.ndarray
        Shape (places,); not-a-number if unknown.

    Notes
    -----
    Mean of the lowest grade over the newest years, times the newest number of all places together
    over their mean, rounded to whole per cent: a place's own level, the country's latest turn.
    Measured on the Swedish and the Norwegian figures this errs less than either alone.
    """
    lowest = checked_counts(counts)[:, -years:, 0]
    known = np.isfinite(lowest)
    count = known.sum(axis=1)
    mean = np.where(known, lowest, 0.0).sum(axis=1) / np.maximum(count, 1)
    whole = lowest[known.all(axis=1)].sum(axis=0)
    turn = np.round(whole[-1] / whole.mean(), TURN_DECIMALS) if whole.sum() > 0 else 1.0
    return np.where(count > 0, mean * turn, np.nan)


def moved_up(
    newest: np.ndarray, ratios: np.ndarray, beginners: np.ndarray, horizon: int
) -> np.ndarray:
    """Return pupils by grade in every coming year.

    Parameters
    ----------
    newest
        Shape (places, grades), persons in the newest counted year.
    ratios
        Shape (places, grades - 1).
    beginners
        Shape (places,), those who begin in the lowest grade each year.
    horizon
        How many years ahead.

    Returns
    -------
    numpy.ndarray
        Shape (places, horizon, grades).

    Notes
    -----
    P_g(t+1) = P_(g-1)(t) r_g, repeated: P_9(T+h) = P_(9-h)(T) r_(10-h) ... r_9. Up to as many
    years ahead as the grade's number the pupils are at school today; beyond that they are
    `beginners`, an assumption.
    """
    if horizon < 1:
        raise InvalidInput("pupils", [Fault("horizon", f"{horizon} is less than 1 year.")])
    now = np.asarray(newest, dtype=float)
    found = np.empty((now.shape[0], horizon, now.shape[1]))
    for step in range(horizon):
        now = np.column_stack([beginners, now[:, :-1] * ratios])
        found[:, step] = now
    return found


def projected(
    counts: np.ndarray, horizon: int, scenario: str = CENTRAL, constant: float = CONSTANT
) -> np.ndarray:
    """Return pupils by grade in every coming year under a scenario.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons, up to the newest counted year.
    horizon
        How many years ahead.
    scenario
        One of `SCENARIOS`.
    constant
        Of the shrinkage, in pupils.

    Returns
    -------
    numpy.ndarray
        Shape (places, horizon, grades).
    """
    given = checked_counts(counts)
    ratios = scenario_ratios(given, scenario, constant)
    return moved_up(given[:, -1], ratios, entrants(given), horizon)
