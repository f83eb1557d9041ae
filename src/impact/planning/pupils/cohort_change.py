"""Children by single year of age: cohort change ratios, where people are counted at home."""

from __future__ import annotations

import numpy as np

from impact.planning.pupils.progression import mean_sources, median_ratios
from impact.planning.pupils.scenarios import CENTRAL, projected
from impact.planning.pupils.shrinkage import shrunk_to_one

AGE_CONSTANT = 50.0
"""Children: as the constant of grades, for counts by single year of age."""


def cohort_change_ratios(counts: np.ndarray, constant: float = AGE_CONSTANT) -> np.ndarray:
    """Return by place and age how a year's children become the next year's, a year older.

    Parameters
    ----------
    counts
        Shape (places, years, ages), persons on the same day every year, ages one year apart.
    constant
        Of the shrinkage towards 1, in persons.

    Returns
    -------
    numpy.ndarray
        Shape (places, ages - 1).

    Notes
    -----
    c_a = P_(a+1)(t+1) / P_a(t): survival and net migration in one number, from two counts; the
    median over years, drawn towards 1.

    References
    ----------
    Hamilton CH, Perry J (1962). A short method for projecting population by age from one decennial
    census to another. Social Forces 41, 163-170.
    """
    return shrunk_to_one(median_ratios(counts), mean_sources(counts), constant)


def projected_ages(
    counts: np.ndarray,
    horizon: int,
    scenario: str = CENTRAL,
    constant: float = AGE_CONSTANT,
) -> np.ndarray:
    """Return children by age in every coming year under a scenario.

    Parameters
    ----------
    counts
        Shape (places, years, ages), persons; the first age is 0.
    horizon
        How many years ahead.
    scenario
        central, no_migration or last_three.
    constant
        Of the shrinkage towards 1, in persons.

    Returns
    -------
    numpy.ndarray
        Shape (places, horizon, ages).

    Notes
    -----
    Births are those of `impact.planning.pupils.entrants`; ages below the horizon rest on them.
    """
    return projected(counts, horizon, scenario, constant)
