"""Years left at every age, with today's and with another risk of dying."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.assessment.life_tables.projection import read_setting


def expectancy(
    population: ArrayLike,
    deaths: ArrayLike,
    *,
    hazard_ratio: ArrayLike = 1.0,
    first_age: int = 0,
    min_age: int = 0,
    max_age: int | None = None,
) -> np.ndarray:
    """Return the years left on average at every single age, with a risk that stays as it is.

    For tables of groups and their sampling error see `impact.indicators.life_expectancy`; this
    one is for many draws of a changed risk.

    Parameters
    ----------
    population, deaths, hazard_ratio, first_age, min_age, max_age
        As for `life_table_impact`; the last age is open and needs deaths.

    Returns
    -------
    array
        Shape (..., ages): years left on reaching the age. NaN before an age that is unknown, and
        everywhere when nobody dies in the last.

    Raises
    ------
    InvalidInput
        As `life_table_impact`.

    Notes
    -----
    s = (2 - h) / (2 + h); years left e = (1 + s) / 2 + s e of the next age; 1 / h at the last.
    """
    setting = read_setting(
        Inputs("expectancy"), population, deaths, hazard_ratio=hazard_ratio,
        first_age=first_age, min_age=min_age, max_age=max_age, horizon=None, births=None,
        oldest="stay",
    )  # fmt: skip
    rate = setting.rate * np.where(setting.concerned, setting.hazard_ratio, 1.0)
    kept = np.maximum((2 - rate) / (2 + rate), 0.0)
    left = np.empty_like(rate)
    left[..., -1] = 1 / np.where(rate[..., -1] > 0, rate[..., -1], np.nan)
    for age in range(rate.shape[-1] - 2, -1, -1):
        left[..., age] = (1 + kept[..., age]) / 2 + kept[..., age] * left[..., age + 1]
    return left


def years_of_life_lost(
    deaths: ArrayLike, years_left: ArrayLike, *, axis: int = -1
) -> np.ndarray | float:
    """Return the years of life lost by deaths, each counted with the years left at its age.

    Parameters
    ----------
    deaths
        Deaths by age (or age group), ages along `axis`; attributable ones for a burden.
    years_left
        Years left at each age: of the own population (`expectancy`) or of a reference table.
        Broadcasts with `deaths`.
    axis
        The axis of ages.

    Returns
    -------
    array or float
        Years, the axis of ages gone; NaN where any age is unknown.

    Raises
    ------
    InvalidInput
        With negative or infinite years left, and infinite deaths.

    Notes
    -----
    Sum of d e. Deaths avoided may be negative or positive alike, so signs pass through. This
    gives a death the years of its age group at once; `life_table_impact` follows the people and
    lets those who are saved die later at the changed risk.
    """
    given = Inputs("years_of_life_lost")
    died = given.numbers("deaths", deaths)
    left = given.numbers("years_left", years_left, at_least=0)
    given.refuse(deaths=died, years_left=left)
    return plain(np.asarray((died * left).sum(axis=axis)))
