"""Dispersion about the mean: variance, standard deviation, coefficient of variation, entropy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from impact.indicators.inequalities.measure import Measure
from impact.indicators.inequalities.subgroups import Subgroups
from impact.indicators.rates.limits import Limits

LARGE = 1e5
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Bend:
    """A smooth measure that is 0 when all are equal, with its first and second derivatives.

    The matrix of second derivatives is diag(own) - factor u u' - u v' - v u'.
    """

    value: np.ndarray
    slope: np.ndarray
    own: np.ndarray
    factor: np.ndarray
    u: np.ndarray
    v: np.ndarray


def between_group_variance(groups: Subgroups) -> Measure:
    """Return the variance of the subgroups about the mean, weighted by population."""
    return _measure(groups, _variance(groups))


def between_group_standard_deviation(groups: Subgroups) -> Measure:
    """Return the square root of the between-group variance."""
    return _root(groups, _variance(groups))


def coefficient_of_variation(groups: Subgroups) -> Measure:
    """Return the between-group standard deviation over the mean."""
    return _root(groups, _relative_variance(groups))


def theil(groups: Subgroups) -> Measure:
    """Return Theil's index: sum p r ln r, r = value / mean."""
    mean = groups.sum(groups.share * groups.value)
    with np.errstate(invalid="ignore", divide="ignore"):
        part = groups.value / mean[groups.code]
        value = groups.sum(groups.share * special.xlogy(part, part))
        away = np.log(part) - value[groups.code]
        u = groups.share / mean[groups.code]
        own = groups.share / (mean[groups.code] * groups.value)
        impossible = (mean <= 0) | (groups.sum(groups.value < 0) > 0)
    value = np.where(impossible, np.nan, value)
    return _measure(groups, Bend(value, u * away, own, np.ones(len(mean)), u, u * away))


def mean_log_deviation(groups: Subgroups) -> Measure:
    """Return the mean log deviation: sum p (-ln r), r = value / mean; all values above 0."""
    mean = groups.sum(groups.share * groups.value)
    with np.errstate(invalid="ignore", divide="ignore"):
        u = groups.share / mean[groups.code]
        value = np.log(mean) - groups.sum(groups.share * np.log(groups.value))
        slope = u - groups.share / groups.value
        own = groups.share / groups.value**2
    impossible = groups.sum(groups.value <= 0) > 0
    value = np.where(impossible, np.nan, value)
    return _measure(groups, Bend(value, slope, own, np.ones(len(mean)), u, np.zeros_like(u)))


def _variance(groups: Subgroups) -> Bend:
    share = groups.share
    away = groups.value - groups.sum(share * groups.value)[groups.code]
    factor = np.full(len(groups.keys), 2.0)
    value = groups.sum(share * away**2)
    return Bend(value, 2 * share * away, 2 * share, factor, share, np.zeros_like(share))


def _relative_variance(groups: Subgroups) -> Bend:
    plain = _variance(groups)
    mean = groups.sum(groups.share * groups.value)
    mean = np.where(mean > 0, mean, np.nan)
    row_mean, row_value = mean[groups.code], plain.value[groups.code]
    return Bend(
        plain.value / mean**2,
        plain.slope / row_mean**2 - 2 * row_value * groups.share / row_mean**3,
        plain.own / row_mean**2,
        plain.factor / mean**2 - 6 * plain.value / mean**4,
        groups.share,
        2 * plain.slope / row_mean**3,
    )


def _measure(groups: Subgroups, bend: Bend) -> Measure:
    """Return the measure with its noise taken off and limits from a noncentral chi-square."""
    error_squared = groups.error**2
    sloped = groups.sum(bend.slope**2 * error_squared)
    curved = _squared_bend(groups, bend, error_squared)
    value, bias = np.maximum(bend.value, 0), _bias(groups, bend)
    return Measure(
        value,
        np.sqrt(np.maximum(sloped - curved / 2, curved / 2)),
        np.maximum(value - bias, 0),
        _noncentral_limits(value - bias, _unit(groups, bend), curved / 4),
        "noncentral chi-square",
    )


def _squared_bend(groups: Subgroups, bend: Bend, error_squared: np.ndarray) -> np.ndarray:
    """Return the sum of squared second derivatives, each weighted by both variances."""
    factor = bend.factor[groups.code]
    low_rank = factor * bend.u**2 + 2 * bend.u * bend.v
    own = groups.sum((bend.own**2 - 2 * bend.own * low_rank) * error_squared**2)
    uu = groups.sum(bend.u**2 * error_squared)
    uv = groups.sum(bend.u * bend.v * error_squared)
    vv = groups.sum(bend.v**2 * error_squared)
    crossed = (bend.factor * uu) ** 2 + 4 * bend.factor * uu * uv + 2 * uv**2 + 2 * uu * vv
    return np.maximum(own + crossed, 0)


def _noncentral_limits(
    corrected: np.ndarray, unit: np.ndarray, null_variance: np.ndarray
) -> Callable[[float], Limits]:
    """Return limits of a squared signal.

    The measure is taken as unit x (noncentral chi-square) moved so that mean and variance fit
    at every signal: variance = 2 null_variance + 4 unit signal. For the upper limit a measure
    below what noise alone gives is read as that, so that the limits never shrink to nothing.
    """

    def limits(level: float) -> Limits:
        with np.errstate(invalid="ignore", divide="ignore"):
            freedom = null_variance / unit**2
            seen = corrected / unit + freedom
            low = unit * _noncentrality(seen, freedom, (1 + level) / 2)
            high = unit * _noncentrality(np.maximum(seen, freedom), freedom, (1 - level) / 2)
        certain = unit == 0
        return np.where(certain, corrected, low), np.where(certain, corrected, high)

    return limits


def _noncentrality(seen: np.ndarray, freedom: np.ndarray, share: float) -> np.ndarray:
    """Return the noncentrality at which `share` of the distribution lies below what was seen."""
    out = np.full(len(seen), np.nan)
    known = np.isfinite(seen) & np.isfinite(freedom) & (freedom > 0)
    out[known & (seen <= 0)] = 0.0
    some = known & (seen > 0) & (seen < LARGE)
    none = special.chdtr(freedom[some], seen[some]) <= share
    found = special.chndtrinc(seen[some], freedom[some], share)
    out[some] = np.where(none, 0.0, found)
    many = known & (seen >= LARGE)
    half = (freedom[many] - 1) / 2
    out[many] = (np.sqrt(seen[many] - half) - stats.norm.ppf(share)) ** 2 - half
    return out


def _root(groups: Subgroups, bend: Bend) -> Measure:
    """Return the square root; its error cannot exceed that of a root far from 0."""
    squared = _measure(groups, bend)
    value = np.sqrt(squared.value)
    with np.errstate(invalid="ignore", divide="ignore"):
        error = np.where(value > 0, squared.standard_error / (2 * value), np.nan)
    return Measure(
        value,
        np.fmin(error, np.sqrt(_unit(groups, bend))),
        np.sqrt(squared.corrected),
        lambda level: tuple(np.sqrt(np.maximum(bound, 0)) for bound in squared.limits(level)),
        squared.method,
    )


def _unit(groups: Subgroups, bend: Bend) -> np.ndarray:
    """Return the sampling variance of the measure's root far from 0."""
    error_squared = groups.error**2
    sloped = groups.sum(bend.slope**2 * error_squared)
    bias = _bias(groups, bend)
    with np.errstate(invalid="ignore", divide="ignore"):
        null = np.where(bias > 0, _squared_bend(groups, bend, error_squared) / (4 * bias), 0.0)
        return np.where(bend.value > TINY * bias, sloped / (4 * bend.value), null)


def _bias(groups: Subgroups, bend: Bend) -> np.ndarray:
    diagonal = bend.own - bend.factor[groups.code] * bend.u**2 - 2 * bend.u * bend.v
    return groups.sum(diagonal * groups.error**2) / 2
