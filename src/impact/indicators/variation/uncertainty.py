"""The single door to uncertainty: which basis an indicator has decides how wide its interval is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import WITHHELD, check_share, numbers, refuse, require, row_faults
from impact.indicators.rates.limits import wilson_limits
from impact.indicators.variation.year_noise import year_interval, year_noise

BASES = ("binomial", "published", "between_year", "none")
METHODS = {
    "binomial": "wilson",
    "published": "published",
    "between_year": "between_year_t",
    "none": "none",
}
PUBLISHED_CONFIDENCE = 0.95


def uncertainty(
    values: pd.DataFrame,
    *,
    indicators: pd.DataFrame,
    denominator: str = "denominator",
    size: str | None = None,
    breaks: pd.DataFrame | None = None,
    noise: pd.DataFrame | None = None,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Add limits, standard error and the basis they stand on.

    Parameters
    ----------
    values
        Values table; all places and years that shall inform the between-year spread. Not changed.
    indicators
        One row an indicator: `indicator, basis` (binomial, published, between_year, none) and,
        where they apply, `approximate` (the denominator stands in for the true one),
        `window_years` (a figure over several years has no between-year spread: none),
        `lower_limit, upper_limit` (possible values, between-year limits stay inside them).
    denominator
        Column with the persons behind a binomial value, already joined. Missing, infinite or not
        above 0: that row has no uncertainty.
    size, breaks
        For `year_noise`.
    noise
        Result of `year_noise`, when it is known already.
    confidence
        Between 0 and 1. Published limits are taken to be at 95 %; at another level they are
        scaled as normal limits.

    Returns
    -------
    DataFrame
        The same rows with `lower, upper, confidence, basis, standard_error, degrees_of_freedom,
        approximate, method`. Where there is no uncertainty, basis and method are none and the
        numbers NaN. A row without a value, or with status suppressed, missing or
        not_applicable, has none.

    Raises
    ------
    InvalidInput
        An indicator without a row or with an unknown basis; a binomial value outside 0 to 100; a
        published lower limit above its upper.

    Notes
    -----
    binomial: value is per cent of n; Wilson limits of x = value / 100 * n, not rounded;
    standard error = (upper - lower) / (2 z). published: (upper - lower) / (2 * 1.96).
    between_year: see `year_noise`.
    """
    check_share(confidence, "confidence")
    require(values, ["indicator", "value", "lower", "upper"], "uncertainty")
    described = _described(values, indicators)
    basis = described["basis"].to_numpy(dtype=object)
    value = numbers(values, "value")
    if "status" in values.columns:
        value = np.where(values["status"].isin(WITHHELD), np.nan, value)
    total = numbers(values, denominator) if denominator in values.columns else value * np.nan
    total = np.where((total > 0) & np.isfinite(total), total, np.nan)
    parts = {
        "binomial": _binomial(values, value, total, basis, confidence),
        "published": _published(values, value, basis, confidence),
        "between_year": _between_year(values, described, basis, size, breaks, noise, confidence),
    }
    filled = np.full((len(values), 4), np.nan)
    for name, part in parts.items():
        rows = basis == name
        filled[rows] = part[rows]
    filled[~np.isfinite(value) | ~np.isfinite(filled[:, 2])] = np.nan
    known = np.isfinite(filled[:, 2])
    basis = np.where(known, basis, "none")
    names = ["lower", "upper", "standard_error", "degrees_of_freedom"]
    return values.assign(
        **dict(zip(names, filled.T, strict=True)),
        confidence=np.where(known, confidence, np.nan),
        basis=pd.array(basis, dtype="str"),
        approximate=known & (basis == "binomial") & described["approximate"].to_numpy(dtype=bool),
        method=pd.array([METHODS[name] for name in basis], dtype="str"),
    )


def _described(values: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    require(indicators, ["indicator", "basis"], "uncertainty, indicators")
    faults = [
        Fault(f"indicator '{name}'", "has no row in the table of indicators.")
        for name in sorted(set(values["indicator"]) - set(indicators["indicator"]), key=str)
    ]
    faults += [
        Fault("basis", f"'{name}' is not one of {', '.join(BASES)}.")
        for name in sorted(set(indicators["basis"]) - set(BASES), key=str)
    ]
    twice = indicators["indicator"].duplicated()
    faults += row_faults(indicators, twice, "indicator", "stands twice.")
    if faults:
        raise InvalidInput("the table of indicators", faults)
    defaults = {
        "approximate": False,
        "window_years": 1,
        "lower_limit": -np.inf,
        "upper_limit": np.inf,
    }
    table = indicators.set_index("indicator")
    table = table.reindex(columns=["basis", *defaults]).astype({"basis": object})
    table = table.assign(
        **{name: table[name].astype(object).fillna(one) for name, one in defaults.items()}
    )
    overlapping = (table["basis"] == "between_year") & (table["window_years"] > 1)
    table["basis"] = table["basis"].mask(overlapping, "none")
    return table.reindex(values["indicator"])


def _binomial(
    values: pd.DataFrame,
    value: np.ndarray,
    total: np.ndarray,
    basis: np.ndarray,
    confidence: float,
) -> np.ndarray:
    outside = (basis == "binomial") & ((value < 0) | (value > 100))
    refuse(
        "shares that cannot be",
        row_faults(values, outside, "value", "is outside 0 to 100 per cent."),
    )
    share = np.where(basis == "binomial", value, np.nan) / 100
    lower, upper = wilson_limits(share * total, total, confidence)
    error = (upper - lower) / (2 * stats.norm.ppf((1 + confidence) / 2))
    freedom = np.where(np.isfinite(error), np.inf, np.nan)
    return np.column_stack([lower * 100, upper * 100, error * 100, freedom])


def _published(
    values: pd.DataFrame, value: np.ndarray, basis: np.ndarray, confidence: float
) -> np.ndarray:
    lower, upper = numbers(values, "lower"), numbers(values, "upper")
    turned = (basis == "published") & (lower > upper)
    refuse(
        "limits that cannot be", row_faults(values, turned, "lower", "is above its upper limit.")
    )
    error = (upper - lower) / (2 * stats.norm.ppf((1 + PUBLISHED_CONFIDENCE) / 2))
    if confidence != PUBLISHED_CONFIDENCE:
        half = stats.norm.ppf((1 + confidence) / 2) * error
        lower, upper = value - half, value + half
    freedom = np.where(np.isfinite(error), np.inf, np.nan)
    return np.column_stack([lower, upper, error, freedom])


def _between_year(
    values: pd.DataFrame,
    described: pd.DataFrame,
    basis: np.ndarray,
    size: str | None,
    breaks: pd.DataFrame | None,
    noise: pd.DataFrame | None,
    confidence: float,
) -> np.ndarray:
    out = np.full((len(values), 4), np.nan)
    rows = np.flatnonzero(basis == "between_year")
    if not len(rows):
        return out
    chosen = values.iloc[rows]
    if noise is None:
        noise = year_noise(chosen, size=size, breaks=breaks)
    found = year_interval(chosen, noise, confidence=confidence)
    low = described["lower_limit"].to_numpy(dtype=float)[rows]
    high = described["upper_limit"].to_numpy(dtype=float)[rows]
    out[rows, 0] = np.maximum(numbers(found, "lower"), low)
    out[rows, 1] = np.minimum(numbers(found, "upper"), high)
    out[rows, 2] = numbers(found, "standard_error")
    out[rows, 3] = numbers(found, "degrees_of_freedom")
    return out
