"""Where several municipalities are heading together, indicator by indicator."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from impact.overviews.forecasts import Forecasts

COLUMNS = ["indicator", "year", "horizon", "newest", "central", "places", "up", "down", "unclear"]


def shared_forecasts(ahead: Forecasts, places: Sequence[str], horizon: int = 3) -> pd.DataFrame:
    """Return the forecasts of some municipalities together.

    Parameters
    ----------
    ahead
        The country's forecasts.
    places
        Codes of the municipalities.
    horizon
        Years ahead.

    Returns
    -------
    pandas.DataFrame
        `COLUMNS`: the medians of the newest figure and of the forecast over the municipalities
        whose forecast is for the usual (most frequent) `year`; how many those are, and for how
        many the whole range lies above or below their newest figure.
    """
    mine = ahead.frame[ahead.frame["place"].isin(places) & (ahead.frame["horizon"] == horizon)]
    mine = mine[mine["lower"].notna()]
    rows = []
    for indicator, part in mine.groupby("indicator", sort=False):
        year = int(part["year"].mode().iloc[-1])
        part = part[part["year"] == year]
        counts = part["direction"].value_counts()
        row = (indicator, year, horizon, part["last_value"].median(), part["central"].median())
        told = (int(counts.get(word, 0)) for word in ("up", "down", "unclear"))
        rows.append((*row, len(part), *told))
    return pd.DataFrame(rows, columns=COLUMNS)
