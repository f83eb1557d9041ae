"""Deaths put off and years of life won by a change of the risk of dying."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import SHARE, Inputs
from impact.assessment.life_tables.projection import Oldest, follow, read_setting


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LifeTableImpact:
    """What a change of the risk of dying comes to; a rise of the risk makes all negative.

    Parameters
    ----------
    deaths_avoided, years_gained
        Shape (..., years): fewer deaths in each year, and more years lived in it.
    deaths_avoided_by_age, years_gained_by_age
        Shape (..., ages): the same over all years, at the age reached then.

    Notes
    -----
    Everybody dies once: over a whole life the deaths avoided are made up for, and their sum
    tends to 0. Report those of one year (the first) or the years gained.
    """

    deaths_avoided: np.ndarray
    years_gained: np.ndarray
    deaths_avoided_by_age: np.ndarray
    years_gained_by_age: np.ndarray


def life_table_impact(
    population: ArrayLike,
    deaths: ArrayLike,
    *,
    hazard_ratio: ArrayLike,
    course: ArrayLike = 1.0,
    course_without: ArrayLike = 0.0,
    first_age: int = 0,
    min_age: int = 0,
    max_age: int | None = None,
    horizon: int | None = None,
    births: ArrayLike | None = None,
    oldest: Oldest = "stay",
) -> LifeTableImpact:
    """Return the deaths avoided and the years of life gained by another risk of dying.

    Parameters
    ----------
    population, deaths
        People at the middle of the first year and deaths during it at single years of age, shape
        (..., ages), ages last, the last one open (`single_ages` makes them from groups).
    hazard_ratio
        Death rate with the change over the one without: 1 - attributable fraction takes an
        exposure away. Broadcasts with `population`, so its last axis is ages: a number, (draws,
        1) for one population, (draws, 1, 1) for places alike, (draws, places, 1), or a ratio for
        each age. Draws times places times ages are held at once: take places in turn when that
        is more than memory holds.
    course
        Share of the change that is there in each year, shape (years,) or (..., years): 1 all
        the time; 1, 0, 0, ... for a single year; rising for a lag, falling for a fade-out
        (`effect_over_time` makes such a row). A number holds for all years.
    course_without
        The same for the future it is compared with: 0, today's death rates for ever. See Notes.
    first_age
        Age of the first column.
    min_age, max_age
        First and last age, reached in the year in question, that the change concerns.
    horizon
        How many years are followed; what comes later is not counted. None: as many as there are
        ages, which sees all of today's people to the last age.
    births
        People who come to the first age in each year after the first: a number, or (..., years)
        with the first year disregarded.
        None: today's people only.
    oldest
        ``stay``: survivors of the last age go on in it at its death rate; ``leave``: they leave
        the table, as in AirQ+ and healthiar, and years gained beyond that age are lost.

    Returns
    -------
    LifeTableImpact
        Arrays by year and by age; draws, places and groups as they broadcast. NaN wherever an
        age that the people pass is unknown.

    Raises
    ------
    InvalidInput
        With all kinds of fault: shapes that do not fit, negative counts, deaths without people,
        negative ratios, max_age below min_age, a horizon below 1, shares of the change that are
        not known for every year followed.
    UnknownName
        For another treatment of the oldest.

    Notes
    -----
    E = P + D / 2 enter, h = D / P, s = (2 - h) / (2 + h) survive a year; h' = h times
    (1 + share (ratio - 1)) at the ages concerned; person-years E (1 + s) / 2, deaths E (1 - s).
    Years gained are the person-years with the change less those without, year by year.
    A burden of the past year as AirQ+ gives it (single year) compares "exposed this year,
    unexposed ever after" with "unexposed from now": course 1, course_without 0 in the first
    year and 1 afterwards. Here max_age and horizon always matter; in healthiar 0.2.4 max_age was
    without effect.

    References
    ----------
    Miller and Hurley (2003), Journal of Epidemiology and Community Health 57, 200-206.
    """
    given = Inputs("life_table_impact")
    setting = read_setting(
        given, population, deaths, hazard_ratio=hazard_ratio, first_age=first_age, min_age=min_age,
        max_age=max_age, horizon=horizon, births=births, oldest=oldest,
    )  # fmt: skip
    courses = [
        _read_course(given, values, name, setting.years)
        for values, name in ((course, "course"), (course_without, "course_without"))
    ]
    given.refuse()
    avoided, gained = [], []
    avoided_by_age, gained_by_age = 0.0, 0.0
    for (years, died), (years_without, died_without) in zip(
        *(follow(setting, shares) for shares in courses), strict=True
    ):
        fewer, more = died_without - died, years - years_without
        avoided.append(fewer.sum(axis=-1))
        gained.append(more.sum(axis=-1))
        avoided_by_age, gained_by_age = avoided_by_age + fewer, gained_by_age + more
    return LifeTableImpact(
        deaths_avoided=np.stack(np.broadcast_arrays(*avoided), axis=-1),
        years_gained=np.stack(np.broadcast_arrays(*gained), axis=-1),
        deaths_avoided_by_age=avoided_by_age,
        years_gained_by_age=gained_by_age,
    )


def _read_course(given: Inputs, values: ArrayLike, name: str, years: int) -> np.ndarray:
    share = given.numbers(name, values, at_least=0, at_most=1, mend=SHARE)
    if share.ndim == 0:
        return np.full(years, float(share))
    if share.shape[-1] != years:
        problem = f"has {share.shape[-1]} years, {years} are followed."
        given.wrong(name, problem, "Give one for each year.")
    return share
