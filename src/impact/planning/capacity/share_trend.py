"""How the region's shares of programmes moved from year to year."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd


def share_trend(by_year: Mapping[int, pd.DataFrame], *, confidence: float = 0.80) -> pd.DataFrame:
    """Return how the region's shares of programmes moved from year to year.

    Parameters
    ----------
    by_year
        Counts as in `transition_shares`, by year.
    confidence
        Level of the two-sided interval.

    Returns
    -------
    pandas.DataFrame
        `programme, years, first_share, last_share, slope, lower, upper`: slope in shares a year.
        With fewer than three years the slope has no limits, with one it is missing.

    Notes
    -----
    Least squares of the share on the year; limits from Student's t with years - 2 degrees of
    freedom. The slope is shown and not carried forward: shares of the newest year are used.
    """
    from scipy.stats import t

    years = np.array(sorted(by_year), dtype=float)
    programmes = sorted({str(name) for counts in by_year.values() for name in counts.columns})
    totals = np.array(
        [by_year[int(y)].reindex(columns=programmes).fillna(0).sum().to_numpy() for y in years]
    ).reshape(len(years), len(programmes))
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = totals / totals.sum(axis=1, keepdims=True)
    away = years - years.mean() if len(years) else years
    square = float((away**2).sum())
    slope = away @ shares / square if square > 0 else np.full(len(programmes), np.nan)
    half = np.full(len(programmes), np.nan)
    if len(years) > 2:
        left = shares - shares.mean(axis=0) - away[:, None] * slope
        spread = np.sqrt((left**2).sum(axis=0) / (len(years) - 2) / square)
        half = t.ppf(0.5 + confidence / 2, len(years) - 2) * spread
    return pd.DataFrame(
        {
            "programme": programmes,
            "years": len(years),
            "first_share": shares[0] if len(years) else np.nan,
            "last_share": shares[-1] if len(years) else np.nan,
            "slope": slope,
            "lower": slope - half,
            "upper": slope + half,
        }
    )
