"""Synthetic difference in differences: weighted units and weighted years before."""

from __future__ import annotations

import numpy as np

from impact.evaluation.panel import Panel
from impact.evaluation.synthetic.donors import Matched, Matching, without_mean
from impact.evaluation.synthetic.simplex import simplex_weights
from impact.evaluation.synthetic.synthetic_control import (
    SyntheticControl,
    combined,
    matched_weights,
)


def synthetic_differences(panel: Panel) -> SyntheticControl:
    """Return the synthetic difference in differences of the treated.

    Parameters
    ----------
    panel
        Without missing figures.

    Returns
    -------
    SyntheticControl
        `path` lies at the treated's own weighted level before.

    Raises
    ------
    InvalidInput
        As `synthetic_control`.

    Notes
    -----
    Unit weights match courses before up to a constant, with penalty T0 z^2 on the sum of squared
    weights, z = (treated units x years after)^(1/4) x noise, noise = standard deviation of the
    donors' yearly changes before. Year weights match the donors' mean after by a mix of their
    years before up to a constant, the most even mix where several are as near. Effect = (treated -
    mix of donors) after minus the same by year weights before. Both are solved exactly (see
    `simplex_weights`), not by a number of steps: California's tobacco programme comes to -15.6054
    packs, where the steps of the original end at -15.6038. With one year before nothing can be
    weighted: equal unit weights.

    References
    ----------
    Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), Am. Econ. Rev. 111, 4088-4118.
    """
    return combined(panel, "synthetic_differences", weighted_paths, own_level=True)


def weighted_paths(found: Matching) -> Matched:
    """Return unit weights, year weights and paths of every target."""
    before = found.before
    levels = without_mean(found.donors, found.donors[:, before].mean(axis=1, keepdims=True))
    targets = without_mean(found.targets, found.targets[:, before].mean(axis=1, keepdims=True))
    noise = np.array([_noise(found.donors[np.ix_(mask, before)]) for mask in found.allowed])
    years = int(before.sum())
    ridge = np.sqrt(found.behind * found.after.sum()) * noise**2 * years
    weights = _unit_weights(targets, levels, found.allowed, before, ridge)
    year_weights = np.zeros(found.targets.shape)
    for row, mask in enumerate(found.allowed):
        values = found.donors[mask]
        values = without_mean(values, values.mean(axis=0))
        year_weights[row, before] = simplex_weights(
            values[:, before].T, values[:, found.after].mean(axis=1)
        )
    mixes = weights @ found.donors
    shift = (year_weights * (found.targets - mixes)).sum(axis=1, keepdims=True)
    return Matched(weights, mixes + shift, year_weights, ridge)


def _unit_weights(
    targets: np.ndarray,
    donors: np.ndarray,
    allowed: np.ndarray,
    before: np.ndarray,
    ridge: np.ndarray,
) -> np.ndarray:
    if before.sum() < 2:
        return allowed / allowed.sum(axis=1, keepdims=True)
    return matched_weights(targets, donors, allowed, before, ridge)


def _noise(donors: np.ndarray) -> float:
    changes = np.diff(donors, axis=1)
    return float(changes.std(ddof=1)) if changes.size > 1 else 0.0
