"""Differences between women and men, or girls and boys."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from impact import indicators
from impact.catalogue import Indicator
from impact.overviews.rounding import MORE_DECIMALS, to_shown
from impact.overviews.uncertain_values import NOISE, rounded_noise

KEYS = ["place", "indicator", "year"]
COLUMNS = [*KEYS, "female", "male", "difference", "p_value", "verdict", "country_difference"]


def sex_gaps(
    values: pd.DataFrame,
    described: Sequence[Indicator],
    compared: Sequence[str],
    breaks: pd.DataFrame,
    population: pd.Series,
    oldest: int,
) -> pd.DataFrame:
    """Return women against men in the newest year of every place and indicator.

    Parameters
    ----------
    values
        Values table with the groups female and male.
    described, compared
        Indicators, and the ids of those that are judged.
    breaks
        As from `declared_breaks`.
    population
        Inhabitants by place, for the size of yearly variation.
    oldest
        No gap is taken from an earlier year.

    Returns
    -------
    pandas.DataFrame
        `place, indicator, year, female, male, difference` (female minus male, own unit),
        `p_value, verdict` (higher, lower, not_clearly_different, not_comparable),
        `country_difference` (of the median municipality).

    Notes
    -----
    A small difference is shown with one decimal more than the indicator, so the median keeps two
    more. The difference is tested against 0 by its own variation from year to year, see
    `impact.indicators.year_noise`; figures that span several years are not tested.
    """
    series = _differences(values[values["indicator"].isin(compared)])
    if series.empty:
        return pd.DataFrame(columns=COLUMNS)
    series["population"] = series["place"].map(population)
    noise = indicators.year_noise(
        series, value="difference", by="indicator", size="population", breaks=breaks
    )
    noise = rounded_noise(noise[["place", "indicator", *NOISE]])
    medians = indicators.medians(series, by=["indicator", "year"], value="difference")
    medians = medians.rename(columns={"median": "country_difference"})
    medians = to_shown(medians, ["country_difference"], more=MORE_DECIMALS + 1)
    newest = series[series["year"] >= oldest].sort_values("year")
    newest = newest.drop_duplicates(["place", "indicator"], keep="last")
    table = newest.merge(noise, on=["place", "indicator"], how="left")
    on = ["indicator", "year"]
    table = table.merge(medians[[*on, "country_difference"]], on=on, how="left")
    wide = {one.id for one in described if one.window_years > 1}
    return _tested(table, wide)[COLUMNS]


def _differences(values: pd.DataFrame) -> pd.DataFrame:
    sexes = values[values["group"].isin(["female", "male"])]
    wide = sexes.pivot(index=KEYS, columns="group", values="value")
    wide = wide.reindex(columns=["female", "male"]).dropna().reset_index()
    return wide.assign(difference=wide["female"] - wide["male"])


def _tested(table: pd.DataFrame, wide: set[str]) -> pd.DataFrame:
    deviation = table["standard_deviation"].mask(table["indicator"].isin(wide))
    statistic = table["difference"].abs() / deviation
    p_value = 2 * stats.t.sf(statistic, table["degrees_of_freedom"])
    word = np.where(table["difference"] > 0, "higher", "lower")
    verdict = np.where(p_value < 0.05, word, "not_clearly_different")
    return table.assign(
        p_value=p_value, verdict=np.where(np.isnan(p_value), "not_comparable", verdict)
    )
