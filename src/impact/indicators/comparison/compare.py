"""Is a municipality's figure different from a reference by more than chance would give?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults

LEVEL = 0.05
FEWEST_PLACES = 5
WORDS = {
    "higher": ("better", "worse"),
    "lower": ("worse", "better"),
    "neutral": ("higher", "lower"),
}
METHODS = {
    "binomial": "binomial_exact",
    "between_year": "between_year_t",
    "published": "published_z",
    "none": "none",
}


def compare(
    values: pd.DataFrame,
    *,
    reference: str,
    reference_error: str | None = None,
    reference_places: str | None = None,
    spread: str | None = None,
    value: str = "value",
    basis: str = "basis",
    standard_error: str = "standard_error",
    degrees_of_freedom: str = "degrees_of_freedom",
    denominator: str = "denominator",
    polarity: str = "polarity",
) -> pd.DataFrame:
    """Test each value against its reference.

    Parameters
    ----------
    values
        Result of `uncertainty` with the reference joined. Not changed.
    reference
        Column: value of the median municipality of country, region or peers, same unit and year.
    reference_error
        Column: standard error of that median (`medians`). None: the reference is exact. Negligible
        for 290 municipalities, decisive for 7 peers: pass it. Missing: few_places.
    reference_places
        Column: municipalities behind the reference. Below 5 nothing is tested, so a place that
        is its region's only member is never held against itself.
    spread
        Column: spread between municipalities (`medians`), the measure of the effect.
    value, basis, standard_error, degrees_of_freedom, denominator, polarity
        Columns. Polarity is higher, lower or neutral.

    Returns
    -------
    DataFrame
        The same rows with `difference` (value minus reference), `standardised_effect`
        (difference / spread; NaN without one), `p_value` (two-sided), `verdict` (better, worse,
        higher, lower: p < 0.05; not_clearly_different; not_comparable), `method` (binomial_exact,
        between_year_t, published_z, none) and `reason` (empty, no_value, no_reference,
        no_uncertainty (no basis, standard error, degrees of freedom or persons), few_places).

    Raises
    ------
    InvalidInput
        Unknown basis or polarity; a negative reference error.

    Notes
    -----
    binomial: x = value / 100 * n rounded; p = 2 min(P(X <= x), P(X >= x)), at most 1, X binomial
    with the reference's share (kept half a person away from 0 and n). With a reference error
    also the normal p of difference / sqrt(r(1 - r)/n + error^2); the larger counts.
    between_year and published: t = difference / sqrt(se^2 + error^2) with the value's degrees of
    freedom, combined after Welch and Satterthwaite with the reference's places - 1 when they are
    fewer than 20. The word follows p, so at the edge it can differ from what the drawn interval
    suggests: the interval knows neither the reference's error nor exact counts.

    References
    ----------
    Welch (1947), Biometrika 34, 28-35, for the combined degrees of freedom.
    """
    columns = [value, reference, reference_error, reference_places, spread]
    require(values, [*columns, basis, standard_error, degrees_of_freedom, polarity], "compare")
    binomial = values[basis].isin(["binomial"]).to_numpy()
    tested = values[basis].isin(set(METHODS) - {"none"}).to_numpy()
    require(values, [denominator] if binomial.any() else [], "compare")
    _check(values, basis, reference_error)
    middle, own = (_finite(numbers(values, name)) for name in (reference, value))
    difference = own - middle
    places = _optional(values, reference_places, np.inf)
    slack = _finite(_optional(values, reference_error, 0.0))
    places = np.where(np.isnan(slack), 0.0, places)
    error, freedom = numbers(values, standard_error), numbers(values, degrees_of_freedom)
    total = numbers(values, denominator) if binomial.any() else error
    enough = np.where(binomial, np.isfinite(total) & (total > 0), freedom > 0)
    certain = np.isfinite(error) & (error > 0) & enough & tested
    reason = _reasons(own, middle, certain, places)
    p_value = np.full(len(values), np.nan)
    testable = reason == ""
    rows = np.flatnonzero(testable & binomial)
    p_value[rows] = _binomial_p(own[rows], middle[rows], total[rows], slack[rows])
    rows = np.flatnonzero(testable & ~binomial)
    p_value[rows] = _t_p(difference[rows], error[rows], freedom[rows], slack[rows], places[rows])
    shown = np.where(testable, values[basis].to_numpy(dtype=object), "none")
    return values.assign(
        difference=difference,
        standardised_effect=difference / _positive(_optional(values, spread, np.nan)),
        p_value=p_value,
        verdict=pd.array(_verdicts(values[polarity], difference, p_value), dtype="str"),
        method=pd.array([METHODS.get(name, "none") for name in shown], dtype="str"),
        reason=pd.array(reason, dtype="str"),
    )


def _check(values: pd.DataFrame, basis: str, reference_error: str | None) -> None:
    known, unknown = ", ".join(METHODS), ~values[basis].isin(METHODS) & values[basis].notna()
    faults = row_faults(values, unknown, basis, f"is not one of {known}.")
    if reference_error is not None:
        wrong = numbers(values, reference_error) < 0
        faults += row_faults(values, wrong, reference_error, "is negative.")
    refuse("compare", faults)


def _finite(figures: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(figures), figures, np.nan)


def _optional(values: pd.DataFrame, column: str | None, otherwise: float) -> np.ndarray:
    return np.full(len(values), otherwise) if column is None else numbers(values, column)


def _positive(spread: np.ndarray) -> np.ndarray:
    return np.where(spread > 0, spread, np.nan)


def _reasons(
    own: np.ndarray, middle: np.ndarray, certain: np.ndarray, places: np.ndarray
) -> np.ndarray:
    checks = [np.isnan(own), np.isnan(middle), ~(places >= FEWEST_PLACES), ~certain]
    words = ["no_value", "no_reference", "few_places", "no_uncertainty"]
    return np.select(checks, words, default="").astype(object)


def _binomial_p(
    own: np.ndarray, middle: np.ndarray, total: np.ndarray, slack: np.ndarray
) -> np.ndarray:
    persons = np.maximum(np.round(total), 1)
    events = np.round(own / 100 * persons)
    edge = 0.5 / (persons + 1)
    share = np.clip(middle / 100, edge, 1 - edge)
    low = stats.binom.cdf(events, persons, share)
    high = stats.binom.sf(events - 1, persons, share)
    exact = np.minimum(1.0, 2 * np.minimum(low, high))
    error = np.sqrt(share * (1 - share) / persons + (slack / 100) ** 2)
    normal = 2 * stats.norm.sf(np.abs(own / 100 - share) / error)
    return np.where(slack > 0, np.maximum(exact, normal), exact)


def _t_p(
    difference: np.ndarray,
    error: np.ndarray,
    freedom: np.ndarray,
    slack: np.ndarray,
    places: np.ndarray,
) -> np.ndarray:
    variance = error**2 + slack**2
    few = np.where(places < 20, places - 1, np.inf)
    combined = variance**2 / np.maximum(error**4 / freedom + slack**4 / few, 1e-300)
    combined = np.where(np.isfinite(freedom) | (places < 20), combined, np.inf)
    return 2 * stats.t.sf(np.abs(difference) / np.sqrt(variance), np.minimum(combined, 1e9))


def _verdicts(polarity: pd.Series, difference: np.ndarray, p_value: np.ndarray) -> np.ndarray:
    unknown = sorted(set(polarity.dropna()) - set(WORDS), key=str)
    if unknown:
        known = ", ".join(WORDS)
        raise InvalidInput(
            "compare", [Fault("polarity", f"'{name}' is not one of {known}.") for name in unknown]
        )
    given = polarity.fillna("neutral").to_numpy(dtype=object)
    words = np.array([WORDS[name] for name in given], dtype=object).reshape(-1, 2)
    moving = np.where(difference > 0, words[:, 0], words[:, 1])
    still = np.where(np.isnan(p_value), "not_comparable", "not_clearly_different")
    return np.where(p_value < LEVEL, moving, still)
