"""How much of the variation between municipalities is chance."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from impact import indicators

FEWEST_PLACES = 5


def chance_share(values: pd.DataFrame, compared: Sequence[str]) -> dict[str, tuple[int, float]]:
    """Return the share of the variance between municipalities that their own uncertainty explains.

    Parameters
    ----------
    values
        Values table of the group total with `standard_error`.
    compared
        Ids of indicators.

    Returns
    -------
    dict
        Indicator to the newest year in which at least five municipalities have a value and an
        uncertainty, and the share of that year, 0 to 1. Every municipality counts once.

    Notes
    -----
    share = 1 - corrected^2 / raw^2 of the between-group standard deviation of
    `impact.indicators.inequality`; near 1 the figures cannot tell the municipalities apart.
    """
    known = values.dropna(subset=["value", "standard_error"])
    known = known[known["indicator"].isin(compared)]
    places = known.groupby(["indicator", "year"])["place"].transform("nunique")
    enough = known[places >= FEWEST_PLACES]
    newest = enough[enough["year"] == enough.groupby("indicator")["year"].transform("max")]
    if newest.empty:
        return {}
    table = indicators.inequality(
        newest[["indicator", "year", "place", "value", "standard_error"]],
        measures="between_group_standard_deviation",
        population=None,
        standard_error="standard_error",
        subgroup="place",
        by=["indicator", "year"],
    )
    table = table[(table["reason"] == "") & (table["value"] > 0)]
    share = (1 - (table["corrected"] / table["value"]) ** 2).clip(0, 1)
    rows = zip(table["indicator"], table["year"], share, strict=True)
    return {indicator: (int(year), float(part)) for indicator, year, part in rows}
