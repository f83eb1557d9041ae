"""Least squares with an effect of every unit and every year; errors clustered by unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput

SMALL = 1e-10
"""Share of the largest below which what is left of a matrix is rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class ClusterRegression:
    """Coefficients with a covariance that allows for dependence within a unit.

    Parameters
    ----------
    coefficients
        Shape (K,).
    covariance
        Shape (K, K), by unit, with the correction for few units; NaN where it is only rounding,
        as with one treated unit and one other.
    clusters
        Units in it.
    observations
        Cells (unit and year) in it.
    """

    coefficients: np.ndarray
    covariance: np.ndarray
    clusters: int
    observations: int


def two_way_effects(values: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the least squares effects of units and of years.

    Parameters
    ----------
    values
        Shape (..., N, T); cells without weight may hold anything.
    weights
        Shape (N, T), zero for a cell that is not used.

    Returns
    -------
    tuple of ndarray
        Effects of units (..., N) and of years (..., T), of which only the sums `unit + year` are
        determined; NaN for a unit or year without any weight.
    """
    cells = np.where(weights > 0, values, 0.0) * weights
    return solve_two_way(cells.sum(axis=-1), cells.sum(axis=-2), weights)


def solve_two_way(
    by_unit: np.ndarray, by_year: np.ndarray, weights: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the effects whose weighted sums by unit and by year are the given ones.

    Parameters
    ----------
    by_unit, by_year
        Shapes (..., N) and (..., T), with the same total.
    weights
        Shape (N, T).

    Returns
    -------
    tuple of ndarray
        Shapes (..., N) and (..., T); NaN for a unit or year without any weight.

    Raises
    ------
    InvalidInput
        Units and years fall into parts that share no cell.

    Notes
    -----
    The normal equations with units eliminated: (R - W' D^-1 W) year = by_year - W' D^-1 by_unit,
    with D and R the sums of weights by unit and by year.
    """
    rows, columns = weights.sum(axis=1) > 0, weights.sum(axis=0) > 0
    inner = weights[np.ix_(rows, columns)]
    total = inner.sum(axis=1)
    share = inner / total[:, None]
    matrix = np.diag(inner.sum(axis=0)) - inner.T @ share
    if np.linalg.matrix_rank(matrix, rtol=SMALL, hermitian=True) < columns.sum() - 1:
        raise InvalidInput(
            "effects of units and years cannot be told apart:",
            [Fault("panel", "falls into parts that share no unit or no year.", "Use one part.")],
        )
    years = np.full((*by_year.shape[:-1], len(columns)), np.nan)
    units = np.full((*by_unit.shape[:-1], len(rows)), np.nan)
    inverse = np.linalg.pinv(matrix, rcond=SMALL, hermitian=True)
    years[..., columns] = (by_year[..., columns] - by_unit[..., rows] @ share) @ inverse
    units[..., rows] = (by_unit[..., rows] - years[..., columns] @ inner.T) / total
    return units, years


def without_two_way_effects(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return what effects of units and years leave of values (..., N, T); 0 without weight."""
    units, years = two_way_effects(values, weights)
    return np.where(weights > 0, values - units[..., :, None] - years[..., None, :], 0.0)


def cluster_regression(
    outcome: np.ndarray, regressors: np.ndarray, weights: np.ndarray
) -> ClusterRegression:
    """Return the regression of an outcome on regressors, units and years, clustered by unit.

    Parameters
    ----------
    outcome
        Shape (N, T).
    regressors
        Shape (K, N, T).
    weights
        Shape (N, T), zero for a cell that is not used. Units with one cell say nothing and are
        left out.

    Returns
    -------
    ClusterRegression

    Raises
    ------
    InvalidInput
        Regressors cannot be told apart from units, years or each other.

    Notes
    -----
    Covariance B (sum_g s_g s_g') B x G/(G-1) x (n-1)/(n-k), with s_g the sum of scores of a unit.
    k counts regressors and years; effects of units are nested in the clusters and not counted
    (Cameron and Miller 2015, Journal of Human Resources 50(2), section VI.B).
    """
    weights = np.where((weights > 0).sum(axis=1, keepdims=True) > 1, weights, 0.0)
    inner = without_two_way_effects(regressors, weights)
    residual = without_two_way_effects(outcome, weights)
    gram = np.einsum("knt,lnt,nt->kl", inner, inner, weights)
    scale = np.einsum("knt,nt->k", np.square(regressors), weights)
    if (np.diag(gram) <= SMALL * scale).any() or _rank(gram) < len(gram):
        raise InvalidInput(
            "the regression has no answer:",
            [
                Fault(
                    "treatment",
                    "cannot be told apart from effects of units and years.",
                    "Add untreated units or years.",
                )
            ],
        )
    bread = np.linalg.inv(gram)
    coefficients = bread @ np.einsum("knt,nt,nt->k", inner, residual, weights)
    residual = residual - np.einsum("k,knt->nt", coefficients, inner)
    scores = np.einsum("knt,nt,nt->nk", inner, residual, weights)
    clusters, cells = int((weights > 0).any(axis=1).sum()), int((weights > 0).sum())
    counted = len(gram) + int((weights > 0).any(axis=0).sum())
    free = cells - counted
    factor = clusters / (clusters - 1) * (cells - 1) / free if free > 0 else np.nan
    covariance = factor * bread @ (scores.T @ scores) @ bread
    nothing = only_rounding(np.sqrt(np.diag(covariance)), outcome, weights)
    covariance[nothing | nothing[:, None]] = np.nan
    return ClusterRegression(coefficients, covariance, clusters, cells)


def only_rounding(errors: np.ndarray, outcome: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return which standard errors are 0 but for rounding.

    Parameters
    ----------
    errors
        In the unit of the outcome, any shape.
    outcome, weights
        Shape (N, T).

    Returns
    -------
    ndarray
        Booleans: below a ten-millionth of what units and years leave of the outcome, or all of
        them where those leave nothing.
    """
    left = np.abs(without_two_way_effects(outcome, weights)).max()
    nothing = left <= SMALL * np.abs(outcome[weights > 0]).max()
    return (np.asarray(errors) <= 1e-7 * left) | nothing


def _rank(gram: np.ndarray) -> int:
    length = np.sqrt(np.diag(gram))
    return int(np.linalg.matrix_rank(gram / np.outer(length, length), rtol=SMALL, hermitian=True))
