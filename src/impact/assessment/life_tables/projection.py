"""A population followed year by year to the end of its lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs
from impact.errors import UnknownName

Oldest = Literal["stay", "leave"]
OLDEST: tuple[str, ...] = get_args(Oldest)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Setting:
    """What two futures of the same people have in common; arrays checked by `read_setting`.

    Parameters
    ----------
    entering
        Shape (..., ages): people at the start of the first year.
    rate
        Shape (..., ages): deaths a person-year of today.
    hazard_ratio
        Shape (..., 1) or (..., ages): death rate with the change over the one without.
    concerned
        Shape (ages,): whether the change concerns an age.
    births
        Shape (..., years): people who reach the first age in each year; 0 in the first.
    years
        How many years are followed.
    oldest
        Whether survivors of the last age stay in it or leave the table.
    """

    entering: np.ndarray
    rate: np.ndarray
    hazard_ratio: np.ndarray
    concerned: np.ndarray
    births: np.ndarray
    years: int
    oldest: Oldest


def read_setting(
    given: Inputs,
    population: ArrayLike,
    deaths: ArrayLike,
    *,
    hazard_ratio: ArrayLike,
    first_age: int,
    min_age: int,
    max_age: int | None,
    horizon: int | None,
    births: ArrayLike | None,
    oldest: Oldest,
) -> Setting:
    """Return a checked setting; parameters and errors as for `life_table_impact`."""
    if oldest not in OLDEST:
        raise UnknownName("treatment of the oldest", oldest, OLDEST)
    people, died, ratio, born = (
        np.atleast_1d(given.numbers(name, value, at_least=0))
        for name, value in (
            ("population", population), ("deaths", deaths), ("hazard_ratio", hazard_ratio),
            ("births", 0.0 if births is None else births),
        )
    )  # fmt: skip
    if max_age is not None and max_age < min_age:
        given.wrong("max_age", f"{max_age} is below min_age {min_age}.", "Swap them.")
    if horizon is not None and horizon < 1:
        given.wrong("horizon", f"is {horizon}.", "Follow 1 year or more.")
    years = people.shape[-1] if horizon is None else max(horizon, 1)
    _note_length(given, "hazard_ratio", ratio, people.shape[-1], "ages")
    _note_length(given, "births", born, years, "years")
    if died.shape[-1] != people.shape[-1]:
        problem = f"have {died.shape[-1]} ages, population {people.shape[-1]}."
        given.wrong("deaths", problem, "Give one number for each single year of age.")
    given.refuse(population=people, deaths=died, hazard_ratio=ratio)
    if ((people == 0) & (died > 0)).any():
        given.wrong("population", "is 0 at an age with deaths.", "Join the oldest ages into one.")
    given.refuse()
    people, died = np.broadcast_arrays(people, died)
    ages = np.arange(people.shape[-1]) + first_age
    coming = np.zeros((*born.shape[:-1], years)) + born
    coming[..., 0] = 0.0
    highest = ages[-1] if max_age is None else max_age
    return Setting(
        entering=people + died / 2,
        rate=np.where(people > 0, died / np.where(people > 0, people, 1.0), people * died),
        hazard_ratio=ratio,
        concerned=(ages >= min_age) & (ages <= highest),
        births=coming,
        years=years,
        oldest=oldest,
    )


def follow(setting: Setting, course: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield person-years and deaths by age, shape (..., ages), one year after the other.

    Parameters
    ----------
    setting
        The people, their death rates and the change.
    course
        Shape (..., years): share of the change that is there in each year.

    Notes
    -----
    In a year with share w of the change: h' = h (1 + w (ratio - 1)) at the ages concerned,
    s = (2 - h') / (2 + h') survive (0 where h' is above 2), the middle of the year is
    E (1 + s) / 2, deaths are E (1 - s), and E s enter the next age a year later.
    """
    entering = setting.entering
    ratio = setting.hazard_ratio
    for year in range(setting.years):
        share = course[..., year, None]
        rate = setting.rate * np.where(setting.concerned, 1 + share * (ratio - 1), 1.0)
        kept = np.maximum((2 - rate) / (2 + rate), 0.0)
        yield entering * (1 + kept) / 2, entering * (1 - kept)
        entering = _next_year(entering * kept, setting, year + 1)


def _next_year(surviving: np.ndarray, setting: Setting, year: int) -> np.ndarray:
    if year == setting.years:
        return surviving
    born = setting.births[..., year, None]
    older = surviving[..., :-1]
    born = np.broadcast_to(born, (*np.broadcast_shapes(born.shape[:-1], older.shape[:-1]), 1))
    older = np.broadcast_to(older, (*born.shape[:-1], older.shape[-1]))
    entering = np.concatenate([born, older], axis=-1)
    if setting.oldest == "stay":
        entering[..., -1] += surviving[..., -1]
    return entering


def _note_length(given: Inputs, name: str, values: np.ndarray, length: int, axis: str) -> None:
    if values.shape[-1] not in (1, length):
        mend = f"The last axis is {axis}; add one with values[..., None]."
        given.wrong(name, f"has {values.shape[-1]} {axis}, the table {length}.", mend)
