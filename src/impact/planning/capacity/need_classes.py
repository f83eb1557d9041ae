"""Labour-market need by programme: decrease, unchanged or increase, as minus one, nought, one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import InvalidInput

INDEX = {"decrease": -1, "unchanged": 0, "increase": 1}
"""Need class to number."""
SWEDISH = {"minska": "decrease", "oförändrat": "unchanged", "öka": "increase"}
"""Words of the Swedish regional planning material."""


def need_class(word: str) -> str:
    """Return the need class of a word, Swedish or English.

    Parameters
    ----------
    word
        For example "öka".

    Returns
    -------
    str
        decrease, unchanged or increase.

    Raises
    ------
    InvalidInput
        The word is none of them.
    """
    plain = word.strip().casefold()
    found = SWEDISH.get(plain, plain)
    if found not in INDEX:
        raise InvalidInput(f"need class '{word}' is none of {', '.join([*INDEX, *SWEDISH])}")
    return found


def need_index(
    need: pd.DataFrame, programmes: Sequence[str], *, year: int, region: str | None = None
) -> pd.Series:
    """Return the newest judgement of each programme that was known in a year.

    Parameters
    ----------
    need
        Checked table: `region, programme, year, class`.
    programmes
        Wanted.
    year
        Judgements after this year are not used.
    region
        Only judgements of this region; any when not given, and where regions differ in the newest
        year the mean of their numbers.

    Returns
    -------
    pandas.Series
        -1, 0 or 1 by programme; missing where nobody judged it.
    """
    known = need[need["year"] <= year]
    if region is not None:
        known = known[known["region"] == region]
    known = known[known["year"] == known.groupby("programme")["year"].transform("max")]
    numbers = known["class"].map(INDEX).astype(float)
    return numbers.groupby(known["programme"]).mean().reindex(list(programmes))


def classes_from_gap(supply: pd.Series, demand: pd.Series, *, within: float = 0.05) -> pd.Series:
    """Return need classes from a forecast of supply of and demand for people with a programme.

    Parameters
    ----------
    supply, demand
        People, by programme, at the end of a forecast.
    within
        Largest gap, as a share of supply, that counts as balance.

    Returns
    -------
    pandas.Series
        By programme, in the order of `supply`: increase where demand is more than `within` above
        supply, decrease where it is more than that below; missing where a number is.

    Notes
    -----
    gap = (demand - supply) / supply; with no supply at all, increase if there is any demand.
    """
    wanted = demand.reindex(supply.index).astype(float)
    there = supply.astype(float)
    gap = np.where(there > 0, (wanted - there) / there.where(there > 0, 1.0), np.sign(wanted) * 1e9)
    missing = there.isna() | wanted.isna()
    words = np.select([gap > within, gap < -within], ["increase", "decrease"], default="unchanged")
    return pd.Series(words, index=supply.index, dtype=object).mask(missing)
