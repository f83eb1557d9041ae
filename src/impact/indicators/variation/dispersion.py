"""How much more a share moves from year to year than the number of persons alone explains.

Not to be taken for `overdispersion`, which measures how much more places differ at one time than
their sizes explain, true differences included, and widens the limits of a funnel.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.indicators.columns import numbers, require
from impact.indicators.grid import Grid, grid, marked

FEWEST_CHANGES = 50
CENTRED_PLACES = 10
WILDEST = 16.0


def dispersion(
    values: pd.DataFrame,
    *,
    place: str = "place",
    year: str = "year",
    value: str = "value",
    denominator: str = "denominator",
    breaks: pd.DataFrame | None = None,
) -> pd.Series:
    """Return the overdispersion of each indicator that is a share of persons.

    Parameters
    ----------
    values
        Long table with `indicator`; values in per cent, one row a place, indicator and year.
    place, year, value, denominator
        Columns. A row without a value or without persons is not used.
    breaks
        As for `trend`: changes into a break year and around an excluded year are left out.

    Returns
    -------
    Series
        Factor by indicator, 1 or more; 1 also where fewer than 50 yearly changes are known.

    Notes
    -----
    Each yearly change, less the median change of all places in that year (from 10 places), is
    squared and divided by what chance alone gives, p(1 - p)(1/n1 + 1/n2) with p the mean share of
    the two years. The factor is the mean of these ratios, each at most 16 (four standard
    deviations) so that single wild changes do not rule it. Dividing the number of persons by it
    widens an interval by its square root: Spiegelhalter's multiplicative adjustment, with the
    factor taken from time instead of from the spread between places, so that true differences
    between places do not count as noise.

    References
    ----------
    Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202.
    """
    require(values, ["indicator", place, year, value, denominator], "dispersion")
    if values.empty:
        return pd.Series(dtype=float)
    keys = ["indicator", place]
    shares = grid(values, keys=keys, year=year, value=value)
    persons = grid(values, keys=keys, year=year, value=denominator)
    ratio = _ratios(shares, persons.values, breaks)
    table = pd.DataFrame(ratio).set_index(shares.keys["indicator"].to_numpy())
    known = table.stack().dropna().clip(upper=WILDEST).groupby(level=0)
    factor = (
        known.mean().where(known.count() >= FEWEST_CHANGES).reindex(values["indicator"].unique())
    )
    return factor.clip(lower=1.0).fillna(1.0)


def _ratios(shares: Grid, persons: np.ndarray, breaks: pd.DataFrame | None) -> np.ndarray:
    """Squared yearly changes over their binomial variance, shape (series, years - 1)."""
    left_out = marked(shares, breaks, "exclude") | ~(persons > 0)
    share = np.where(left_out, np.nan, shares.values / 100)
    change = np.diff(share, axis=1)
    change[marked(shares, breaks, "break")[:, 1:]] = np.nan
    grouped = pd.DataFrame(change).groupby(shares.codes(["indicator"]))
    common = grouped.transform("median").to_numpy()
    enough = grouped.transform("count").to_numpy() >= CENTRED_PLACES
    change = change - np.where(enough, common, 0.0)
    middle = (share[:, 1:] + share[:, :-1]) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = middle * (1 - middle) * (1 / persons[:, 1:] + 1 / persons[:, :-1])
        return np.where(variance > 0, change**2 / variance, np.nan)


def effective_persons(
    values: pd.DataFrame, factor: pd.Series, *, denominator: str = "denominator"
) -> np.ndarray:
    """Return the number of persons divided by the indicator's overdispersion.

    Parameters
    ----------
    values
        Table with `indicator`. Not changed.
    factor
        Result of `dispersion`; an indicator without one keeps its persons.
    denominator
        Column of persons.

    Returns
    -------
    array
        Shape (rows,).
    """
    by_row = values["indicator"].map(factor).fillna(1.0)
    return numbers(values, denominator) / by_row.to_numpy(dtype=float)
