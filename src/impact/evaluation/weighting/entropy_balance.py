"""Weights of comparison units that make their means equal those of the treated."""

from __future__ import annotations

import numpy as np


def entropy_balance(
    covariates: np.ndarray, target: np.ndarray, *, base: np.ndarray | None = None
) -> np.ndarray | None:
    """Return weights as even as possible under which covariates have the wanted means.

    Parameters
    ----------
    covariates
        Shape (n, k), of comparison units.
    target
        Shape (k,), wanted means.
    base
        Shape (n,), weights to stay close to; all alike when None.

    Returns
    -------
    ndarray or None
        Shape (n,), not negative, sum 1; None when no such weights exist (the target lies outside
        what the units span) or only on its border.

    Notes
    -----
    Minimises sum w log(w / base) subject to sum w = 1 and sum w x = target. The dual is convex
    without constraints: log sum base exp(-x'z) + target'z, solved by Newton steps.

    References
    ----------
    Hainmueller (2012), Political Analysis 20(1).
    """
    from scipy.optimize import minimize

    covariates = np.asarray(covariates, float)
    scale = covariates.std(axis=0)
    gap = covariates - np.asarray(target, float)
    still = scale <= 1e-12 * np.abs(covariates).max(axis=0, initial=0.0)
    if (np.abs(gap[:, still]) > 1e-9 * np.maximum(np.abs(target)[still], 1.0)).any():
        return None
    gap = gap[:, ~still] / scale[~still]
    start = np.full(len(gap), 1 / len(gap)) if base is None else np.asarray(base, float)
    start = start / start.sum()
    if gap.shape[1] == 0:
        return start
    found = minimize(
        _dual,
        np.zeros(gap.shape[1]),
        args=(gap, start),
        jac=_imbalance,
        hess=_curvature,
        method="trust-exact",
        options={"gtol": 1e-10, "maxiter": 100},
    )
    weights = _weights(found.x, gap, start)
    return weights if np.abs(weights @ gap).max() < 1e-7 else None


def _weights(multipliers: np.ndarray, gap: np.ndarray, base: np.ndarray) -> np.ndarray:
    exponents = -gap @ multipliers
    weights = base * np.exp(exponents - exponents.max())
    return weights / weights.sum()


def _dual(multipliers: np.ndarray, gap: np.ndarray, base: np.ndarray) -> float:
    from scipy.special import logsumexp

    return float(logsumexp(-gap @ multipliers, b=base))


def _imbalance(multipliers: np.ndarray, gap: np.ndarray, base: np.ndarray) -> np.ndarray:
    return -(_weights(multipliers, gap, base) @ gap)


def _curvature(multipliers: np.ndarray, gap: np.ndarray, base: np.ndarray) -> np.ndarray:
    weights = _weights(multipliers, gap, base)
    mean = weights @ gap
    return (gap * weights[:, None]).T @ gap - np.outer(mean, mean)
