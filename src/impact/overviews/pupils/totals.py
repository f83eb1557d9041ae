"""Several municipalities together: their pupils of the coming years with limits."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.overviews.pupils.model import GROUP_COLUMNS, PupilForecast
from impact.overviews.pupils.rows import whole_persons
from impact.planning.pupils import CENTRAL, total_limits

KEY = ["group", "year", "horizon", "scenario"]


def region_rows(ahead: PupilForecast, members: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of `groups` of several municipalities together, place empty.

    Parameters
    ----------
    ahead
        The country's forecast.
    members
        Codes of the municipalities. Those without a forecast are left out of every year, and
        years in which another one has no count are left out.
    """
    if ahead.groups.empty:
        return pd.DataFrame(columns=GROUP_COLUMNS)
    places = ahead.places
    central = ahead.parts[ahead.leaving][0]
    chosen = [
        at for at, code in enumerate(places) if code in set(members) and np.isfinite(central[at, 0])
    ]
    rows = ahead.groups[ahead.groups["place"].isin([places[at] for at in chosen])]
    table = rows.groupby(KEY, sort=False).agg(
        pupils=("pupils", "sum"),
        places=("place", "nunique"),
        extended=("extended", "any"),
        beginners=("beginners", "any"),
    )
    table = table[table["places"] == len(chosen)].reset_index()
    table = table.assign(place="", lower=np.nan, upper=np.nan)
    for group in ahead.group_names:
        forecast, deviations, common = ahead.parts[group]
        _, *limits = total_limits(forecast[chosen], deviations[chosen], common)
        lower, upper = whole_persons(*limits)
        mine = (table["group"] == group) & (table["scenario"] == CENTRAL)
        ahead_years = table.loc[mine, "horizon"].to_numpy(int) - 1
        table.loc[mine, "lower"] = lower[ahead_years]
        table.loc[mine, "upper"] = upper[ahead_years]
    return table[GROUP_COLUMNS]
