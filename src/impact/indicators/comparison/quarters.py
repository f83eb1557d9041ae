"""Best and worst quarter of all places, as coloured tables show them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.indicators.columns import numbers, require, series_columns
from impact.indicators.comparison.words import directions
from impact.indicators.counts import reasons

FEWEST_PLACES = 5
WORDS = {
    "higher": ("worst_quarter", "middle", "best_quarter"),
    "lower": ("best_quarter", "middle", "worst_quarter"),
    "neutral": ("lowest_quarter", "middle", "highest_quarter"),
}


def quarters(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    by: str | Sequence[str] | None = None,
    polarity: str = "polarity",
    status: str = "status",
) -> pd.DataFrame:
    """Mark the best and the worst quarter of all places: relative only.

    The colours of Kolada and of Öppna jämförelser. They say nothing about good or bad, nothing
    about chance, and a quarter is always red, however small the differences are: reports
    use `compare` and `funnel`.

    Parameters
    ----------
    frame
        One row a place. Not changed.
    value
        Column.
    by
        Columns which name a collection of places; None: indicator, group and year when present.
    polarity
        Column with higher, lower or neutral.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        The same rows with `verdict` (best_quarter, middle, worst_quarter; lowest_quarter,
        highest_quarter when neutral; not_comparable), `places` (with a value in the collection),
        `method` (quarters) and `reason` (empty, suppressed, missing, not_applicable,
        few_places: fewer than 5).

    Notes
    -----
    A place is in the upper quarter when no more than a quarter of all places have its value or
    a higher one, and so below. Equal values get the same word; a tie that reaches across
    the border is in the middle.
    """
    keys = series_columns(frame, by)
    if by is None and "year" in frame.columns:
        keys.append("year")
    require(frame, [*keys, value], "quarters")
    good = directions(frame, polarity, "quarters")
    reason = reasons(frame, [value], status=status)
    figure = pd.Series(np.where(reason == "", numbers(frame, value), np.nan))
    groups = [frame[key].to_numpy() for key in keys] or [np.zeros(len(frame), dtype=int)]
    grouped = figure.groupby(groups, sort=False, dropna=False)
    places = grouped.transform("count").to_numpy(dtype=int)
    reason = np.where((reason == "") & (places < FEWEST_PLACES), "few_places", reason)
    at_most = grouped.rank(method="max").to_numpy()
    at_least = places + 1 - grouped.rank(method="min").to_numpy()
    position = (4 * at_least <= places).astype(int) - (4 * at_most <= places).astype(int)
    table = np.array(list(WORDS.values()), dtype=object)
    word = table[pd.Index(WORDS).get_indexer(good), position + 1]
    return frame.assign(
        verdict=pd.array(np.where(reason == "", word, "not_comparable"), dtype="str"),
        places=places,
        method="quarters",
        reason=pd.array(reason, dtype="str"),
    )
