"""An analyst's table of places: the level with a programme, its change and the persons behind."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.assessment.effects.expected_level import expected_level
from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, require

ADDED = ("level", "change", "persons")


def persons_from_change(change: ArrayLike, *, population: ArrayLike) -> np.ndarray | float:
    """Return how many persons a change of a share is, signed as the change.

    Parameters
    ----------
    change
        Share with the programme less share without it, -1 to 1.
    population
        People the share is of, from 0 on.

    Returns
    -------
    float or array
        Persons, not rounded; NaN where one is unknown.

    Raises
    ------
    InvalidInput
        With all changes outside -1 to 1 and negative populations.

    Notes
    -----
    persons = change x population. Add draws of several places before taking their range: sums of
    limits are no limits of sums.
    """
    given = Inputs("persons_from_change")
    shares = given.numbers("change", change, at_least=-1, at_most=1, mend="Shares, not per cent.")
    people = given.numbers("population", population, at_least=0)
    given.refuse(change=shares, population=people)
    return plain(np.asarray(shares * people))


def programme_effect(
    frame: pd.DataFrame,
    *,
    measure: str,
    effect: str | float,
    baseline: str = "baseline",
    reach: str | float = 1.0,
    transfer: str | float = 1.0,
    population: str | None = None,
    multiplier: float = 1.0,
) -> pd.DataFrame:
    """Add the level each row would have with a programme, the change, and the persons.

    Parameters
    ----------
    frame
        One row a place, group or year. Not changed.
    measure
        As for `expected_level`, of a share or a rate.
    effect, reach, transfer
        A column of the table or one number for all rows.
    baseline
        Column of levels without the programme, in units of `multiplier`.
    population
        Column of people the level is a share of; None: no persons.
    multiplier
        100 when the baseline is in per cent, 1000 when it is per 1,000.

    Returns
    -------
    DataFrame
        The same rows with `level` and `change` in the unit of the baseline, and `persons` (NaN
        without `population`).

    Raises
    ------
    InvalidInput
        With all absent columns, columns of the result that are there already, and what
        `expected_level` refuses.

    Notes
    -----
    See `expected_level`.
    """
    columns = [name for name in (effect, reach, transfer, population) if isinstance(name, str)]
    require(frame, [baseline, *columns], "programme_effect")
    taken = [name for name in ADDED if name in frame.columns]
    if taken:
        mend = "Rename the column."
        raise InvalidInput(
            "programme_effect: columns that would be overwritten",
            [Fault(f"column '{name}'", "is there already.", mend) for name in taken],
        )
    effects, reached, here = (
        numbers(frame, given) if isinstance(given, str) else given
        for given in (effect, reach, transfer)
    )
    start = numbers(frame, baseline) / multiplier
    level = expected_level(start, effects, measure=measure, reach=reached, transfer=here)
    persons = np.full(len(frame), np.nan)
    if population is not None:
        persons = persons_from_change(level - start, population=numbers(frame, population))
    return frame.assign(
        level=level * multiplier, change=(level - start) * multiplier, persons=persons
    )
