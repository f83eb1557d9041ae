"""P-values for reading several outcomes together, by the same placebo assignments."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput

ROUNDING = 1e-9


def romano_wolf(effects: np.ndarray, placebos: np.ndarray) -> np.ndarray:
    """Return p-values that hold for all outcomes together.

    Parameters
    ----------
    effects
        Shape (M,), one per outcome, each in its unit; NaN for one that has none.
    placebos
        Shape (A, M), effects of the same assignments on every outcome, the real one among them.
        An assignment that gives some outcome no effect (NaN) is left out.

    Returns
    -------
    np.ndarray
        Shape (M,), adjusted p-values; NaN where the effect is.

    Raises
    ------
    InvalidInput
        Shapes differ, or no assignment is left.

    Notes
    -----
    Every outcome is divided by the standard deviation of its placebos. From the largest |effect|
    down: share of the assignments whose largest |effect| among this outcome and those after it is
    at least as large; never less than for an outcome before. Outcomes that move together cost
    little, which a rule without the assignments cannot know. The chance of any false finding is at
    most the level.

    References
    ----------
    Romano and Wolf (2005), Exact and approximate stepdown methods for multiple hypothesis testing;
    Westfall and Young (1993), Resampling-Based Multiple Testing.
    """
    effects, placebos = np.asarray(effects, float), np.asarray(placebos, float)
    if effects.ndim != 1 or placebos.ndim != 2 or placebos.shape[1] != len(effects):
        shapes = f"have shapes {effects.shape} and {placebos.shape}."
        fault = Fault("effects, placebos", shapes, "One column per outcome.")
        raise InvalidInput("no adjusted p-values:", [fault])
    adjusted = np.full(len(effects), np.nan)
    there = np.flatnonzero(np.isfinite(effects))
    if len(there) == 0:
        return adjusted
    rows = placebos[np.isfinite(placebos[:, there]).all(axis=1)][:, there]
    if len(rows) == 0:
        raise InvalidInput("no adjusted p-values:", [Fault("placebos", "no row is complete.")])
    spread = rows.std(axis=0)
    spread[spread == 0] = np.finfo(float).tiny
    real, placebo = np.abs(effects[there]) / spread, np.abs(rows) / spread
    order = np.argsort(-real, kind="stable")
    highest = np.maximum.accumulate(placebo[:, order[::-1]], axis=1)[:, ::-1]
    shares = (highest >= real[order] * (1 - ROUNDING)).mean(axis=0)
    shares = np.maximum(shares, 1 / len(rows))
    adjusted[there[order]] = np.maximum.accumulate(shares)
    return adjusted
