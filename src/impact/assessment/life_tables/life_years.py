"""The life tables of a table of places and groups, with another risk of dying."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from impact.assessment.life_tables.impact import life_table_impact
from impact.assessment.life_tables.projection import Oldest
from impact.errors import Fault
from impact.indicators.columns import group_columns, numbers, refuse, require
from impact.indicators.group_rows import group_rows

ADDED = ("deaths_avoided", "years_gained")


def life_years(
    frame: pd.DataFrame,
    *,
    hazard_ratio: str | float,
    by: str | Sequence[str] | None = None,
    age: str = "age",
    population: str = "population",
    deaths: str = "deaths",
    course: ArrayLike = 1.0,
    course_without: ArrayLike = 0.0,
    min_age: int = 0,
    max_age: int | None = None,
    horizon: int | None = None,
    births: ArrayLike | None = None,
    oldest: Oldest = "stay",
) -> pd.DataFrame:
    """Return deaths avoided and years of life gained, one row a group and year.

    Parameters
    ----------
    frame
        One row a group and single year of age, in any order. Not changed.
    hazard_ratio
        A column, or a number for all: death rate with the change over the one without.
    by
        Columns that name a group; None: the whole table is one group.
    age, population, deaths
        Columns: age in whole years (the last one open), people at the middle of the first year,
        deaths during it.
    course, course_without, min_age, max_age, horizon, births, oldest
        As for `life_table_impact`, the same for all groups; `births` may be (groups, 1), groups
        in order of first appearance.

    Returns
    -------
    DataFrame
        The columns `by`, `year` (0 the first), `deaths_avoided`, `years_gained`. Sums of years
        are years gained in all; groups add up.

    Raises
    ------
    InvalidInput
        With groups that lack an age or have one twice; as `life_table_impact`.
    """
    keys = [] if by is None else group_columns(frame, by, ("year", *ADDED))
    named = hazard_ratio if isinstance(hazard_ratio, str) else None
    require(frame, [*keys, age, population, deaths, named], "life_years")
    codes, groups = group_rows(frame, keys)
    ages = numbers(frame, age)
    order = np.lexsort((ages, codes))
    refuse("ages that cannot be", _age_faults(ages, codes, groups))
    shape = (len(groups), -1) if len(groups) else (0, 1)
    people, died = (numbers(frame, name)[order].reshape(shape) for name in (population, deaths))
    ratio = hazard_ratio if named is None else numbers(frame, named)[order].reshape(shape)
    found = life_table_impact(
        people, died, hazard_ratio=ratio, course=course, course_without=course_without,
        first_age=int(ages.min()) if len(ages) else 0, min_age=min_age, max_age=max_age,
        horizon=horizon, births=births, oldest=oldest,
    )  # fmt: skip
    years = found.years_gained.shape[-1]
    rows = groups.loc[np.repeat(np.arange(len(groups)), years)].reset_index(drop=True)
    return rows.assign(
        year=np.tile(np.arange(years), len(groups)),
        deaths_avoided=found.deaths_avoided.ravel(),
        years_gained=found.years_gained.ravel(),
    )


def _age_faults(ages: np.ndarray, codes: np.ndarray, groups: pd.DataFrame) -> list[Fault]:
    if not len(ages):
        return []
    whole = np.arange(np.nanmin(ages), np.nanmax(ages) + 1)
    counted = pd.Series(ages).groupby(codes)
    complete = (counted.size() == len(whole)) & (counted.nunique() == len(whole))
    return [
        Fault(
            f"group {', '.join(map(str, groups.iloc[at])) or 'of all rows'}",
            f"does not have each age from {whole[0]:g} to {whole[-1]:g} once.",
            "single_ages makes single years of age from groups.",
        )
        for at in np.flatnonzero(~complete.to_numpy())
    ]
