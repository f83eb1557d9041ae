"""Changes over time of every series of an overview, with its breaks and windows respected."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from impact import indicators
from impact.catalogue import Indicator

TREND_COLUMNS = [
    "place",
    "indicator",
    "kind",
    "slope",
    "lower",
    "upper",
    "change",
    "p_value",
    "verdict",
    "first_year",
    "last_year",
    "years",
    "reason",
]


def declared_breaks(chosen: Sequence[Indicator], borders: pd.DataFrame) -> pd.DataFrame:
    """Return where series start anew and which years are left out.

    Parameters
    ----------
    chosen
        Indicators with their declared breaks, which hold for every place.
    borders
        `place, indicator, year` in which a municipality's borders changed what is counted.

    Returns
    -------
    pandas.DataFrame
        `indicator, place, year, effect`; a missing place means every place.
    """
    rows = [
        {"indicator": one.id, "place": None, "year": year, "effect": effect}
        for one in chosen
        for effect, years in (("break", one.break_years), ("exclude", one.excluded_years))
        for year in years
    ]
    declared = pd.DataFrame(rows, columns=["indicator", "place", "year", "effect"])
    moved = borders[["indicator", "place", "year"]].assign(effect="break")
    table = pd.concat([declared, moved], ignore_index=True) if len(moved) else declared
    return table.astype({"year": "int64"})


def tested_series(
    series: pd.DataFrame,
    chosen: Sequence[Indicator],
    breaks: pd.DataFrame,
    *,
    window: int,
    minimum: int,
    polarity: dict[str, str] | None = None,
) -> pd.DataFrame:
    """Test yearly series of several indicators for a change over time.

    Parameters
    ----------
    series
        Rows `place, indicator, year, value`, and `reference` for a test against it.
    chosen
        The indicators, for direction and width of window.
    breaks
        As from `declared_breaks`.
    window, minimum
        At most and at least so many yearly points.
    polarity
        Direction that is good, where it is not the indicator's own.

    Returns
    -------
    pandas.DataFrame
        `TREND_COLUMNS`, `kind` being trend or, with a reference, trend_relative.
    """
    good = polarity or {one.id: one.polarity for one in chosen}
    widths = {one.id: one.window_years for one in chosen}
    table = series.assign(
        polarity=series["indicator"].map(good), window_years=series["indicator"].map(widths)
    )
    options = {
        "by": "indicator",
        "polarity": "polarity",
        "window": window,
        "minimum": minimum,
        "breaks": breaks,
        "window_years": "window_years",
    }
    if "reference" in series:
        tested = indicators.trend_relative(table, reference="reference", **options)
        return tested.assign(kind="trend_relative")[TREND_COLUMNS]
    return indicators.trend(table, **options).assign(kind="trend")[TREND_COLUMNS]
