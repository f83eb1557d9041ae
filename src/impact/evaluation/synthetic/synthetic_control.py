"""Synthetic control: a mix of untreated units that followed the treated before the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from impact.evaluation.panel import Panel
from impact.evaluation.synthetic.donors import (
    Matched,
    Matching,
    matching,
    spread,
    starts_of,
    without_mean,
)
from impact.evaluation.synthetic.simplex import simplex_weights

POOR_FIT = 0.25
"""A mix misses the treated before by more than this share of the donors' spread: a poor fit."""
FEW_YEARS = 8
"""With fewer years before, a good fit may be chance, and a mix promises more than it can keep."""


@dataclass(frozen=True, slots=True, eq=False)
class SyntheticControl:
    """A weighted comparison and the effect it gives.

    Parameters
    ----------
    method
        synthetic_control, synthetic_demeaned, augmented or synthetic_differences.
    units
        The donors: units never treated, N of them.
    years
        T calendar years.
    weights
        Shape (N,), sum 1; with several starts their mean by number of treated units.
    observed
        Shape (T,): mean of the treated, in the unit of the outcome.
    path
        Shape (T,): the comparison's course, with the same weights between starts.
    gaps
        Shape (T,): observed minus path.
    estimate
        Mean gap from each start on, every treated unit counting equally.
    pre_rmspe, post_rmspe
        Root of the mean squared gap before and after, in the unit of the outcome.
    spread
        Standard deviation of donors within years before; own means away where a method matches
        courses only.
    fit
        `pre_rmspe` as a share of `spread`.
    poor_fit
        `fit` is above `POOR_FIT`: the mix does not follow the treated, do not rest on it.
    few_years
        Fewer than `FEW_YEARS` years before the first start.
    year_weights
        Shape (T,): what each year before counts as the level; NaN where the method has none.
    penalty
        What the method chose or was given; 0 for none; with several starts their mean.
    """

    method: str
    units: tuple[str, ...]
    years: tuple[int, ...]
    weights: np.ndarray
    observed: np.ndarray
    path: np.ndarray
    gaps: np.ndarray
    estimate: float
    pre_rmspe: float
    post_rmspe: float
    spread: float
    fit: float
    poor_fit: bool
    few_years: bool
    year_weights: np.ndarray
    penalty: float


def synthetic_control(panel: Panel, *, demeaned: bool = False) -> SyntheticControl:
    """Return the synthetic control of the treated.

    Parameters
    ----------
    panel
        Without missing figures; units that are treated at some time are never donors.
    demeaned
        Match courses about each unit's own mean before, so that a difference in level may remain.

    Returns
    -------
    SyntheticControl

    Raises
    ------
    InvalidInput
        No treated unit, fewer than two donors, no year before or after a start, missing figures.

    Notes
    -----
    Weights minimise the sum over years before of (treated - sum of weights x donors)^2 over
    weights >= 0 with sum 1; no other predictors, so no search for their importance. Several units
    treated from one year are one series, their mean; each start has weights of its own. Choosing
    weights by the past and reading both past and future against them makes chance differences
    before look small: after a poor fit, or with few years, the gap drifts back by itself.

    References
    ----------
    Abadie, Diamond and Hainmueller (2010), J. Am. Stat. Assoc. 105, 493-505.
    Ferman and Pinto (2021), Quantitative Economics 12, 1197-1221 (demeaned).
    """
    method = "synthetic_demeaned" if demeaned else "synthetic_control"
    return combined(panel, method, demeaned_paths if demeaned else level_paths, own_level=demeaned)


def level_paths(found: Matching) -> Matched:
    """Return simplex weights by levels before, and the paths of the mixes."""
    weights = matched_weights(found.targets, found.donors, found.allowed, found.before)
    return _matched(weights, weights @ found.donors)


def demeaned_paths(found: Matching) -> Matched:
    """Return simplex weights by courses about each unit's own mean before, and the paths."""
    before = found.before
    donors = without_mean(found.donors, found.donors[:, before].mean(axis=1, keepdims=True))
    level = found.targets[:, before].mean(axis=1, keepdims=True)
    targets = without_mean(found.targets, level)
    weights = matched_weights(targets, donors, found.allowed, before)
    return _matched(weights, weights @ donors + level)


def matched_weights(
    targets: np.ndarray,
    donors: np.ndarray,
    allowed: np.ndarray,
    years: np.ndarray,
    ridge: np.ndarray | float = 0.0,
) -> np.ndarray:
    """Return shape (B, N): simplex weights of each target among the donors it is allowed."""
    weights = np.zeros(allowed.shape)
    ridges = np.broadcast_to(ridge, len(targets))
    for row, (target, mask) in enumerate(zip(targets, allowed, strict=True)):
        weights[row, mask] = simplex_weights(
            donors[np.ix_(mask, years)], target[years], ridge=float(ridges[row])
        )
    return weights


def combined(
    panel: Panel, method: str, paths: Callable[[Matching], Matched], *, own_level: bool
) -> SyntheticControl:
    """Return the comparison of every start, put together by number of treated units.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        Name of the method, kept in the result.
    paths
        What makes weights and paths of a matching.
    own_level
        The method matches courses, not levels: the spread of donors is about their own means.

    Returns
    -------
    SyntheticControl

    Raises
    ------
    InvalidInput
        As `synthetic_control`.
    """
    starts = starts_of(panel)
    matchings = [matching(panel, start) for start in starts]
    made = [paths(found) for found in matchings]
    shares = np.array([(panel.starts == start).sum() for start in starts], dtype=float)
    shares /= shares.sum()
    gaps = np.stack([f.targets[0] - m.paths[0] for f, m in zip(matchings, made, strict=True)])
    after = np.array([gap[f.after].mean() for gap, f in zip(gaps, matchings, strict=True)])
    before_squares = [(gap[f.before] ** 2).mean() for gap, f in zip(gaps, matchings, strict=True)]
    after_squares = [(gap[f.after] ** 2).mean() for gap, f in zip(gaps, matchings, strict=True)]
    apart = shares @ [spread(f.donors, f.before, demeaned=own_level) for f in matchings]
    missed = float(np.sqrt(shares @ before_squares))
    fit = missed / apart if apart > 0 else (np.inf if missed > 0 else 0.0)
    observed = shares @ np.stack([found.targets[0] for found in matchings])
    return SyntheticControl(
        method=method,
        units=tuple(np.asarray(panel.units, dtype=object)[~panel.treated]),
        years=panel.years,
        weights=shares @ np.stack([one.weights[0] for one in made]),
        observed=observed,
        path=observed - shares @ gaps,
        gaps=shares @ gaps,
        estimate=float(shares @ after),
        pre_rmspe=missed,
        post_rmspe=float(np.sqrt(shares @ after_squares)),
        spread=float(apart),
        fit=float(fit),
        poor_fit=bool(fit > POOR_FIT),
        few_years=bool(matchings[0].before.sum() < FEW_YEARS),
        year_weights=shares @ np.stack([one.year_weights[0] for one in made]),
        penalty=float(shares @ [one.penalty[0] for one in made]),
    )


def _matched(weights: np.ndarray, paths: np.ndarray) -> Matched:
    return Matched(weights, paths, np.full(paths.shape, np.nan), np.zeros(len(paths)))
