"""Years lived with illness, and healthy years lost or won altogether."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.errors import Fault
from impact.indicators.columns import group_columns, numbers, refuse, require


def disability_years(
    cases: ArrayLike, *, disability_weight: ArrayLike, duration: ArrayLike = 1.0
) -> np.ndarray | float:
    """Return the years lived with illness, weighted by how much health it takes.

    Parameters
    ----------
    cases
        New cases with `duration` the years an average case lasts, or people who have it during
        the year with a duration of 1. May be negative (cases avoided).
    disability_weight
        Health the illness takes, 0 (none) to 1 (all); broadcasts with `cases`.
    duration
        Years; broadcasts with `cases`.

    Returns
    -------
    array or float
        Years of full health lost (YLD); NaN where an input is unknown.

    Raises
    ------
    InvalidInput
        With weights outside 0 to 1, negative durations, infinite cases.

    Notes
    -----
    cases x weight x duration.

    References
    ----------
    Murray and Lopez (1996), The Global Burden of Disease.
    """
    given = Inputs("disability_years")
    count = given.numbers("cases", cases)
    weight = given.share("disability_weight", disability_weight)
    years = given.numbers("duration", duration, at_least=0)
    given.refuse(cases=count, disability_weight=weight, duration=years)
    return plain(np.asarray(count * weight * years))


def disability_adjusted_years(
    years_lost: pd.DataFrame,
    years_ill: pd.DataFrame,
    *,
    by: str | Sequence[str],
    value: str = "value",
    same: Sequence[str] = (),
) -> pd.DataFrame:
    """Return years of life lost plus years lived with illness, group by group.

    Parameters
    ----------
    years_lost, years_ill
        One row a group each, of the same groups in any order. Not changed.
    by
        Columns that name a group: place, age, sex, draw, ...
    value
        Column of years in both tables.
    same
        Columns that must say the same of a group in both tables, such as cause or year.

    Returns
    -------
    DataFrame
        One row a group in the order of `years_lost`: the columns `by` and `same`, `years_lost`,
        `years_ill` and `value`, their sum; missing where either is.

    Raises
    ------
    InvalidInput
        With all kinds of fault: groups twice in a table, groups in one table only, groups whose
        columns `same` differ.

    Notes
    -----
    DALY = YLL + YLD. The sum of tables that are not about the same people is no DALY; others do
    not notice, because they compare one of the tables with itself.
    """
    keys = group_columns(years_lost, by, ("years_lost", "years_ill", value))
    for table in (years_lost, years_ill):
        require(table, [*keys, value, *same], "disability_adjusted_years")
    columns = [*keys, *same]
    lost = years_lost[columns].assign(years_lost=numbers(years_lost, value))
    ill = years_ill[columns].assign(years_ill=numbers(years_ill, value))
    refuse("tables that do not fit", [*_twice(lost, keys, "years_lost"), *_twice(ill, keys, "ill")])
    both = lost.merge(ill, on=keys, how="outer", suffixes=("", " (ill)"), indicator=True)
    refuse("tables that do not fit", [*_alone(both, keys), *_unlike(both, keys, same)])
    out = lost.merge(ill[[*keys, "years_ill"]], on=keys, how="left")
    return out.assign(**{value: out["years_lost"] + out["years_ill"]})


def quality_adjusted_years(
    years: ArrayLike, *, quality: ArrayLike, factors: ArrayLike = 1.0, axis: int = -1
) -> np.ndarray | float:
    """Return years weighted by how good the health in them is, and discounted if wished.

    Parameters
    ----------
    years
        Years gained by age or year (`life_table_impact` gives both), or person-years lived;
        the axis to add over along `axis`.
    quality
        Weight of each year, 1 in full health, 0 as bad as death, below 0 worse than it; for
        people whose health changes, the change of the weight. Broadcasts with `years`.
    factors
        Discount factors (`discount_factors`) where `axis` is years. 1: none.
    axis
        The axis to add over.

    Returns
    -------
    array or float
        Quality-adjusted life years (QALY), the axis gone; NaN where any part is unknown.

    Raises
    ------
    InvalidInput
        With weights outside -1 to 1 and factors outside 0 to 1.

    Notes
    -----
    Sum of years x weight x factor. Ten people whose health improves from 0.6 to 0.8 for two years
    win 10 x 0.2 x 2 = 4.
    """
    given = Inputs("quality_adjusted_years")
    lived = np.atleast_1d(given.numbers("years", years))
    weight = given.numbers("quality", quality, at_least=-1, at_most=1, mend="1 is full health.")
    factor = given.numbers("factors", factors, at_least=0, at_most=1)
    given.refuse(years=lived, quality=weight, factors=factor)
    return plain(np.asarray((lived * weight * factor).sum(axis=axis)))


def _named(row: pd.Series, keys: Sequence[str]) -> str:
    return ", ".join(f"{key} {row[key]}" for key in keys)


def _first(rows: pd.DataFrame, keys: Sequence[str], problem: str, mend: str) -> list[Fault]:
    if rows.empty:
        return []
    return [Fault(_named(rows.iloc[0], keys), f"{problem} ({len(rows)} in all).", mend)]


def _twice(table: pd.DataFrame, keys: Sequence[str], name: str) -> list[Fault]:
    again = table[table.duplicated(list(keys))]
    return _first(again, keys, f"is twice in the table of {name}", "Give one row a group.")


def _alone(both: pd.DataFrame, keys: Sequence[str]) -> list[Fault]:
    missing = {"left_only": "years ill", "right_only": "years lost"}
    return [
        fault
        for side, name in missing.items()
        for fault in _first(
            both[both["_merge"] == side], keys, f"has no {name}", "Give 0 if there are none."
        )
    ]


def _unlike(both: pd.DataFrame, keys: Sequence[str], same: Sequence[str]) -> list[Fault]:
    shared = both[both["_merge"] == "both"]
    return [
        fault
        for name in same
        for fault in _first(
            shared[shared[name] != shared[f"{name} (ill)"]], keys,
            f"differs in {name}", "Both must be about the same.",
        )
    ]  # fmt: skip
