"""A straight line through costs of batches of several sizes, and how far they bend from it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import stats


def straight(sizes: Sequence[float], costs: Sequence[float]) -> dict[str, float]:
    """Return a least-squares line, with 95 % intervals, and its bend.

    Parameters
    ----------
    sizes
        Reports in a batch; every size may occur several times.
    costs
        What each batch cost, in any unit.

    Returns
    -------
    dict
        `slope` and `intercept` with `_low` and `_high`; `bend`, with its interval: by how many
        per cent of the slope one more report costs more in the largest batch than in the
        smallest, from a fit with a quadratic term; `error`, the standard deviation of what the
        line leaves over.

    Notes
    -----
    Student's t, errors taken to be independent and equally large for all sizes.
    """
    x, y = np.asarray(sizes, dtype=float), np.asarray(costs, dtype=float)
    line, line_errors, left = _fitted(x, y, 1)
    curve, curve_errors, _ = _fitted(x, y, 2)
    far, slope = x.max() - x.min(), line[1]
    wide, wider = (stats.t.ppf(0.975, len(x) - terms) for terms in (2, 3))
    bend, bend_error = 200 * far / slope * np.array([curve[2], curve_errors[2]])
    found = {
        "slope": slope,
        "slope_low": slope - wide * line_errors[1],
        "slope_high": slope + wide * line_errors[1],
        "intercept": line[0],
        "intercept_low": line[0] - wide * line_errors[0],
        "intercept_high": line[0] + wide * line_errors[0],
        "bend": bend,
        "bend_low": bend - wider * abs(bend_error),
        "bend_high": bend + wider * abs(bend_error),
        "error": left,
    }
    return {name: float(value) for name, value in found.items()}


def _fitted(x: np.ndarray, y: np.ndarray, degree: int) -> tuple[np.ndarray, np.ndarray, float]:
    """Return coefficients from the constant upwards, their errors, and the residual error."""
    design = np.vander(x, degree + 1, increasing=True)
    coefficients, *_ = np.linalg.lstsq(design, y, rcond=None)
    residual = y - design @ coefficients
    variance = residual @ residual / (len(x) - degree - 1)
    errors = np.sqrt(np.diag(variance * np.linalg.inv(design.T @ design)))
    return coefficients, errors, float(np.sqrt(variance))
