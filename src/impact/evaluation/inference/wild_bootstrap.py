"""Wild cluster bootstrap of a regression coefficient: every sign, where clusters are few."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput

LARGEST = 4096
"""Up to so many sign patterns are all counted: twelve clusters."""
ROUNDING = 1e-9
WEBB = np.array([-np.sqrt(1.5), -1.0, -np.sqrt(0.5), np.sqrt(0.5), 1.0, np.sqrt(1.5)])


@dataclass(frozen=True, slots=True, kw_only=True)
class WildBootstrap:
    """A coefficient with its bootstrap p-value.

    Parameters
    ----------
    estimate
        Least-squares coefficient.
    standard_error
        Clustered, with the factor G / (G - 1) x (n - 1) / (n - K).
    t
        (estimate - null) / standard error.
    p_value
        Share of sign patterns with a t at least as far from 0; ties count.
    draws, exact
        Number of patterns, and whether they are all there are.
    clusters
        Their number.
    """

    estimate: float
    standard_error: float
    t: float
    p_value: float
    draws: int
    exact: bool
    clusters: int


def wild_cluster_bootstrap(
    outcome: np.ndarray,
    design: np.ndarray,
    coefficient: int,
    clusters: np.ndarray,
    *,
    null: float = 0.0,
    draws: int = 9999,
    seed: int = 0,
) -> WildBootstrap:
    """Return the restricted wild cluster bootstrap test of one coefficient.

    Parameters
    ----------
    outcome
        Shape (n,).
    design
        Shape (n, K), of full rank, with its constant or fixed effects.
    coefficient
        Column of the design that is tested.
    clusters
        Shape (n,), labels.
    null
        Value of the coefficient that is tested.
    draws, seed
        Used only with more than twelve clusters.

    Raises
    ------
    InvalidInput
        Shapes differ, a number is missing, columns are collinear, or there is one cluster.

    Notes
    -----
    Residuals u of the fit with the null imposed get one sign per cluster (Rademacher; with more
    than twelve clusters seeded draws of Webb's six weights, and the real t is counted in). With
    few treated clusters the test hardly ever rejects.

    References
    ----------
    Cameron, Gelbach and Miller (2008), Bootstrap-based improvements for inference with clustered
    errors; Webb (2023), Reworking wild bootstrap-based inference for clustered errors; MacKinnon
    and Webb (2017), Wild bootstrap inference for wildly different cluster sizes.
    """
    outcome, design = np.asarray(outcome, float), np.asarray(design, float)
    names, group = _clusters(outcome, design, np.asarray(clusters), coefficient)
    count, columns = design.shape
    others = np.delete(design, coefficient, axis=1)
    tested = design[:, coefficient]
    alone = tested - others @ np.linalg.lstsq(others, tested, rcond=None)[0]
    length = float(alone @ alone)
    restricted = outcome - null * tested
    residuals = restricted - others @ np.linalg.lstsq(others, restricted, rcond=None)[0]
    members = (group[:, None] == np.arange(len(names))).astype(float)
    scores = members.T @ (alone * residuals)
    pulled = (members * alone[:, None]).T @ design
    pushed = design.T @ (members * residuals[:, None])
    scores_after = np.diag(scores) - pulled @ np.linalg.solve(design.T @ design, pushed)
    factor = len(names) / (len(names) - 1) * (count - 1) / (count - columns)
    signs, exact = _signs(len(names), draws, seed)
    effects = signs @ scores / length
    variances = ((signs @ scores_after.T) ** 2).sum(axis=1) * factor / length**2
    effect, variance = effects[0], variances[0]
    rounding = ROUNDING**2 * float((effects**2).max() * variances.max())
    far = effects**2 * variance >= effect**2 * variances * (1 - ROUNDING) - rounding
    error = float(np.sqrt(variance))
    return WildBootstrap(
        estimate=float(null + effect),
        standard_error=error,
        t=float(effect / error) if error > 0 else float("nan"),
        p_value=float(far.mean()),
        draws=len(signs),
        exact=exact,
        clusters=len(names),
    )


def _signs(clusters: int, draws: int, seed: int) -> tuple[np.ndarray, bool]:
    """Return weights, shape (patterns, clusters), the first all ones, and whether all are there."""
    if 2**clusters <= LARGEST:
        bits = np.arange(2**clusters)[:, None] >> np.arange(clusters) & 1
        return 1.0 - 2.0 * bits, True
    generator = np.random.default_rng(seed)
    drawn = generator.choice(WEBB, size=(draws, clusters))
    return np.vstack([np.ones(clusters), drawn]), False


def _clusters(
    outcome: np.ndarray, design: np.ndarray, clusters: np.ndarray, coefficient: int
) -> tuple[np.ndarray, np.ndarray]:
    faults = []
    if design.ndim != 2 or outcome.shape != design.shape[:1] or clusters.shape != outcome.shape:
        shapes = f"{outcome.shape}, {design.shape} and {clusters.shape}"
        faults.append(Fault("outcome, design, clusters", f"have shapes {shapes}."))
    elif not (np.isfinite(outcome).all() and np.isfinite(design).all()):
        faults.append(Fault("outcome, design", "have missing numbers.", "Leave the rows out."))
    elif not 0 <= coefficient < design.shape[1]:
        faults.append(Fault("coefficient", f"{coefficient} is no column of the design."))
    elif len(design) <= design.shape[1] or np.linalg.matrix_rank(design) < design.shape[1]:
        faults.append(Fault("design", "has collinear columns or too few rows.", "Drop some."))
    names, group = np.unique(clusters, return_inverse=True)
    if len(names) < 2:
        faults.append(Fault("clusters", "are fewer than two."))
    if faults:
        raise InvalidInput("no bootstrap:", faults)
    return names, group
