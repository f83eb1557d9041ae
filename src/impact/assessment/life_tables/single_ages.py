"""People and deaths at single years of age, from groups of several years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs


@dataclass(frozen=True, slots=True, eq=False)
class SingleAges:
    """People and deaths at single years of age.

    Parameters
    ----------
    ages
        Shape (ages,): 0, 1, 2, ... in whole years.
    population, deaths
        Shape (..., ages): people at the middle of the year and deaths during it.
    """

    ages: np.ndarray
    population: np.ndarray
    deaths: np.ndarray


def single_ages(
    starts: ArrayLike, population: ArrayLike, deaths: ArrayLike, *, last_width: int | None = None
) -> SingleAges:
    """Return people and deaths at single years of age from age groups.

    Parameters
    ----------
    starts
        First age of each group in whole years, rising, shape (groups,).
    population, deaths
        People at the middle of the year and deaths during it, shape (..., groups); draws and
        places first.
    last_width
        Years in the last group. None: it is open (85 and over) and stays one age.

    Returns
    -------
    SingleAges
        Sums over each group's ages are the group's own deaths; people are within rounding of the
        group's own. NaN at the ages of a group that is unknown or has deaths without people.

    Raises
    ------
    InvalidInput
        With all kinds of fault: starts that do not rise or are not whole, negative counts, shapes
        that do not fit, a last group of no width.

    Notes
    -----
    A group of n years, P people and D deaths, h = D / P: q = n h / (1 + n h / 2) die on the way
    through it, so p = (1 - q)^(1 / n) survive each year. Those who enter its k-th year are
    p^k E, with E such that the middles of the years, (p^k E + p^(k + 1) E) / 2, add up to P;
    deaths of a year are those who enter it less those who leave it, of the last year what is
    left of D. Infants die mostly in their first weeks: give age 0 as a group of its own.

    References
    ----------
    WHO Regional Office for Europe (2020), Health impact assessment of air pollution: AirQ+ life
    table manual.
    """
    start, people, died = _read(starts, population, deaths, last_width)
    width = np.diff(start, append=start[-1] + (1 if last_width is None else last_width))
    group = np.repeat(np.arange(len(start)), width)
    first = np.repeat(np.cumsum(width) - width, width)
    offset = np.arange(len(group)) - first
    n = width.astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(people > 0, died / people, np.where(died > 0, np.nan, 0.0))
        kept = np.clip((1 - n * rate / 2) / (1 + n * rate / 2), 0, None) ** (1 / n)
    powers = kept[..., None] ** np.arange(width.max() + 1)
    inside = np.arange(width.max()) < width[:, None]
    middles = np.where(inside, (powers[..., :-1] + powers[..., 1:]) / 2, 0.0).sum(axis=-1)
    entering = (people / middles)[..., group] * kept[..., group] ** offset
    ages = np.arange(len(group)) + int(start[0])
    middle = entering * (1 + kept[..., group]) / 2
    each = entering * (1 - kept[..., group])
    last = np.cumsum(width) - 1
    each[..., last] += died - np.add.reduceat(each, np.cumsum(width) - width, axis=-1)
    return SingleAges(ages, middle, each)


def _read(
    starts: ArrayLike, population: ArrayLike, deaths: ArrayLike, last_width: int | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    given = Inputs("single_ages")
    start, people, died = (
        np.atleast_1d(given.numbers(name, value, at_least=0, whole=name == "starts"))
        for name, value in (("starts", starts), ("population", population), ("deaths", deaths))
    )
    if not (np.diff(start) > 0).all():
        given.wrong("starts", "do not rise from one to the next.", "Sort the groups.")
    for name, part in (("population", people), ("deaths", died)):
        if part.shape[-1] != len(start):
            problem = f"has {part.shape[-1]} groups, starts has {len(start)}."
            given.wrong(name, problem, "Give one for each.")
    if last_width is not None and last_width < 1:
        given.wrong("last_width", f"is {last_width}.", "Give 1 year or more, or None if open.")
    given.refuse(population=people, deaths=died)
    people, died = np.broadcast_arrays(people, died)
    return start.astype(int), people, died
