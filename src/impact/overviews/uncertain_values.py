"""How sure every figure of a country is, by what all its municipalities show together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact import indicators
from impact.catalogue import Indicator
from impact.overviews import references
from impact.overviews.rounding import in_steps, to_steps

PERSONS = "effective_persons"
NOISE = ["standard_deviation", "degrees_of_freedom"]


def with_uncertainty(
    figures: pd.DataFrame,
    described: Sequence[Indicator],
    population: pd.Series,
    breaks: pd.DataFrame,
) -> pd.DataFrame:
    """Add to every value its limits, standard error and what they rest on.

    Parameters
    ----------
    figures
        Values of all municipalities.
    described
        Their indicators.
    population
        Inhabitants by place, for the size of yearly variation.
    breaks
        As from `impact.overviews.trends.declared_breaks`.

    Returns
    -------
    pandas.DataFrame
        As `impact.indicators.uncertainty`, with `population` and `effective_persons`: persons
        behind a share, fewer where the share moves more than their number explains.

    Notes
    -----
    What municipalities tell of each other, overdispersion and variation from year to year, is
    rounded first (`impact.overviews.rounding`).
    """
    joined = references.with_denominators(figures, described)
    joined["population"] = joined["place"].map(population)
    joined[PERSONS] = _effective_persons(joined, described, breaks)
    return indicators.uncertainty(
        joined,
        indicators=_table(described),
        denominator=PERSONS,
        size="population",
        breaks=breaks,
        noise=_noise(joined, described, breaks),
    )


def rounded_noise(noise: pd.DataFrame) -> pd.DataFrame:
    """Return a result of `impact.indicators.year_noise` that moves in steps."""
    return in_steps(noise, NOISE)


def _table(described: Sequence[Indicator]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "indicator": [one.id for one in described],
            "basis": [one.uncertainty.basis for one in described],
            "approximate": [
                bool(one.uncertainty.denominator and one.uncertainty.denominator.approximate)
                for one in described
            ],
            "window_years": [one.window_years for one in described],
            "lower_limit": [one.lower_limit for one in described],
            "upper_limit": [one.upper_limit for one in described],
        }
    )


def _effective_persons(
    joined: pd.DataFrame, described: Sequence[Indicator], breaks: pd.DataFrame
) -> np.ndarray:
    binomial = [one.id for one in described if one.uncertainty.basis == "binomial"]
    shares = joined[joined["indicator"].isin(binomial) & (joined["group"] == "total")]
    factor = indicators.dispersion(shares, breaks=breaks)
    return indicators.effective_persons(
        joined, pd.Series(to_steps(factor), index=factor.index, dtype=float)
    )


def _noise(
    joined: pd.DataFrame, described: Sequence[Indicator], breaks: pd.DataFrame
) -> pd.DataFrame | None:
    """Variation from year to year of figures over one year that rest on it; None without any."""
    moving = [
        one.id
        for one in described
        if one.uncertainty.basis == "between_year" and one.window_years <= 1
    ]
    chosen = joined[joined["indicator"].isin(moving)]
    if chosen.empty:
        return None
    return rounded_noise(indicators.year_noise(chosen, size="population", breaks=breaks))
