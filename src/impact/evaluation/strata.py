"""Strata of size: treated units are compared with untreated ones of like size."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.panel import Panel

COUNTS = (4, 2)
"""Numbers of strata tried in turn; when neither fits there is one."""


def size_strata(sizes: np.ndarray, minimum: int = 40) -> np.ndarray:
    """Return the stratum of every unit: quarters of size, else halves, else one for all.

    Parameters
    ----------
    sizes
        Shape (N,), inhabitants or another measure of size; all NaN when it is not known.
    minimum
        Units every stratum must keep.

    Returns
    -------
    np.ndarray
        Shape (N,), whole numbers from 0 (the smallest units).

    Raises
    ------
    InvalidInput
        A size is missing or infinite for some units only: their stratum is unknown.

    Notes
    -----
    With K strata the stratum of a unit is floor(K r / N), r the number of units that are smaller.
    Units of the same size therefore share a stratum, and no order of rows matters. Treatment plays
    no part, so the strata are the same for every placebo assignment.
    """
    sizes = np.asarray(sizes, dtype=float)
    unknown = ~np.isfinite(sizes)
    if unknown.all():
        return np.zeros(len(sizes), dtype=int)
    if unknown.any():
        faults = [Fault(f"unit {row}", "has no size.") for row in np.flatnonzero(unknown)]
        raise InvalidInput("strata need the size of every unit, or of none:", faults)
    for count in COUNTS:
        strata = _divided(sizes, count)
        if np.bincount(strata, minlength=count).min() >= minimum:
            return strata
    return np.zeros(len(sizes), dtype=int)


def _divided(sizes: np.ndarray, count: int) -> np.ndarray:
    smaller = np.searchsorted(np.sort(sizes), sizes, side="left")
    return count * smaller // len(sizes)


def strata_of(panel: Panel, minimum: int = 40, comparison: int = 10) -> np.ndarray:
    """Return the strata of a panel's units, coarser where treated units would stand alone.

    Parameters
    ----------
    panel
        Its sizes may be None: then there is one stratum.
    minimum
        Units every stratum must keep.
    comparison
        Units never treated that every stratum with treated units must keep; with fewer the next
        coarser division is taken.

    Returns
    -------
    np.ndarray
        Shape (N,), whole numbers from 0 (the smallest units).
    """
    one = np.zeros(len(panel.units), dtype=int)
    if panel.sizes is None:
        return one
    strata = size_strata(panel.sizes, minimum)
    while strata.any():
        untreated = np.bincount(strata[~panel.treated], minlength=strata.max() + 1)
        if untreated[strata[panel.treated]].min(initial=comparison) >= comparison:
            return strata
        strata = _divided(panel.sizes, 2) if strata.max() > 1 else one
    return one


def difference_weights(
    treated: np.ndarray, comparison: np.ndarray, strata: np.ndarray | None = None
) -> np.ndarray:
    """Return the weights whose sum product with one change per unit is the effect.

    Parameters
    ----------
    treated, comparison
        Shape (N,), True for the units of either kind; units that are neither count nothing.
    strata
        Shape (N,), whole numbers; None for one stratum.

    Returns
    -------
    np.ndarray
        Shape (N,): positive for treated units (sum 1), negative for comparison units (sum -1).

    Raises
    ------
    InvalidInput
        No unit is treated, or a stratum with treated units has no comparison unit.

    Notes
    -----
    A treated unit has weight 1 / n_treated; a comparison unit of stratum s has
    -(share of the treated in s) / (comparison units in s).
    """
    treated, comparison = np.asarray(treated, dtype=bool), np.asarray(comparison, dtype=bool)
    strata = np.zeros(len(treated), dtype=int) if strata is None else np.asarray(strata)
    weights = np.zeros(len(treated))
    if not treated.any():
        raise InvalidInput("there is no treated unit to compare.")
    weights[treated] = 1 / treated.sum()
    for stratum in np.unique(strata[treated]):
        inside = strata == stratum
        others = inside & comparison
        if not others.any():
            raise InvalidInput(
                f"stratum {stratum} has treated units and none to compare them with. "
                "Take coarser strata."
            )
        weights[others] = -weights[inside & treated].sum() / others.sum()
    return weights
