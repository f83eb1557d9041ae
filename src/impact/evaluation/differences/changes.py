"""One number per unit: how its outcome changed after a start, by its own past."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput, UnknownName
from impact.evaluation.panel import Panel

CHANGES = ("demeaned", "detrended", "long_difference")
"""Ways to say what a unit's own past is: its mean, its line, or its last year before."""

YEARS_BEFORE = {"demeaned": 1, "detrended": 2, "long_difference": 1}
"""Years before the start that each way needs; with just two, a line fits them exactly."""


def year_weights(panel: Panel, start: int, method: str) -> np.ndarray:
    """Return the weights that turn a unit's series into its changes by year.

    Parameters
    ----------
    panel
        Its years and anticipation are used.
    start
        First treated year, of a cohort or a placebo.
    method
        One of `CHANGES`.

    Returns
    -------
    np.ndarray
        Shape (T, T): `values @ weights` are the changes of every year.

    Raises
    ------
    InvalidInput
        There are too few years before the start.
    UnknownName
        There is no such way.

    Notes
    -----
    The change of year t is y_t - sum_s h_st y_s over the years s before the start. demeaned: h is
    1 / their number. long_difference: h is 1 for the last of them. detrended: h is the hat matrix
    of the line a + b s, prolonged to t, of ordinary least squares.
    """
    if method not in CHANGES:
        raise UnknownName("way to measure a change", method, CHANGES)
    years, before = np.asarray(panel.years, dtype=float), panel.before(start)
    if before.sum() < YEARS_BEFORE[method]:
        needed = YEARS_BEFORE[method]
        fault = Fault(f"start {start}", f"years before it: {before.sum()}.", f"Give {needed}.")
        raise InvalidInput(f"a {method} change cannot be had:", [fault])
    past = np.zeros((len(years), len(years)))
    if method == "demeaned":
        past[before] = 1 / before.sum()
    elif method == "long_difference":
        past[np.flatnonzero(before)[-1]] = 1
    else:
        away = years - years[before].mean()
        slope = away[before] / (away[before] @ away[before])
        past[before] = 1 / before.sum() + np.outer(slope, away)
    return np.eye(len(years)) - past


def changes_by_year(panel: Panel, start: int, method: str) -> np.ndarray:
    """Return every unit's change from its own past, for every year.

    Parameters
    ----------
    panel
        Outcomes of all units, treated or not.
    start
        First treated year, of a cohort or a placebo.
    method
        One of `CHANGES`.

    Returns
    -------
    np.ndarray
        Shape (N, T), in the unit of the outcome; NaN in a year that has no figure, and in every
        year of a unit that lacks a figure of its past.

    Notes
    -----
    demeaned: the figure minus the unit's mean before the start (and its anticipation); detrended:
    minus the unit's own line through those years; long_difference: minus the last of them.
    """
    weights = year_weights(panel, start, method)
    past = np.eye(len(panel.years)) - weights
    used = panel.before(start)
    if method == "long_difference":
        used &= np.arange(len(used)) == np.flatnonzero(used)[-1]
    return panel.values - panel.values[:, used] @ past[used]


def change_weights(panel: Panel, start: int, method: str) -> np.ndarray:
    """Return the weights of the years in a unit's change, shape (T,); they sum to 0.

    Parameters
    ----------
    panel
        Its years and anticipation are used.
    start
        First treated year, of a cohort or a placebo.
    method
        One of `CHANGES`.

    Returns
    -------
    np.ndarray
        Shape (T,): `values @ weights` is the mean change over the years from the start on.

    Raises
    ------
    InvalidInput
        There are too few years before the start, or none after it.
    """
    after = panel.after(start)
    if not after.any():
        raise InvalidInput(f"no year of the panel is from {start} on.")
    return year_weights(panel, start, method)[:, after].mean(axis=1)


def unit_changes(panel: Panel, method: str) -> np.ndarray:
    """Return one change per unit and cohort: mean over the years after its start.

    Parameters
    ----------
    panel
        Outcomes of all units; a change is given for every unit at every cohort's start, so that
        any unit can stand in for any other in a placebo assignment.
    method
        One of `CHANGES`.

    Returns
    -------
    np.ndarray
        Shape (N, G), a column per `panel.cohorts`, in the unit of the outcome; NaN where a unit
        lacks a figure of a year that is used.

    Raises
    ------
    InvalidInput
        A cohort has too few years before or none after its start.
    """
    columns = []
    for start in panel.cohorts:
        weights = change_weights(panel, start, method)
        used = panel.before(start) | panel.after(start)
        if method == "long_difference":
            used &= weights != 0
        columns.append((panel.values[:, used] * weights[used]).sum(axis=1))
    return np.column_stack(columns) if columns else np.zeros((len(panel.units), 0))
