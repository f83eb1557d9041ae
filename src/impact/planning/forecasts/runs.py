"""Series cut where they start anew, short gaps bridged: what a forecast may rest on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput

BRIDGED = 2
"""So many missing years in a row are bridged; more start the series anew."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Yearly series ready to be forecast from any year.

    Parameters
    ----------
    values
        Places by years; one or two missing years lie on the line between their
        neighbours.
    measured
        Where a value was given.
    fresh
        Where a run starts: the first value, after a break, after three missing years or more.
    points
        How many values the run holds up to and with a year; 0 where there is none.
    """

    values: np.ndarray
    measured: np.ndarray
    fresh: np.ndarray
    points: np.ndarray


def runs(values: np.ndarray, begins: np.ndarray | None = None) -> Runs:
    """Return series cut into runs that can be forecast.

    Parameters
    ----------
    values
        Places by years, of any unit, NaN where missing. Years follow one another.
    begins
        Same shape: True in a year from which a series means something else than before.

    Raises
    ------
    InvalidInput
        If shapes differ or a value is infinite.

    Notes
    -----
    A bridged value is used only by forecasts made after the year that follows it, so nothing is
    known too early.
    """
    given = np.asarray(values, dtype=float)
    anew = np.zeros(given.shape, bool) if begins is None else np.asarray(begins, bool)
    _check(given, anew)
    measured = np.isfinite(given)
    filled = _bridged(given, measured, anew)
    known = np.isfinite(filled)
    before = np.zeros_like(known)
    before[:, 1:] = known[:, :-1]
    fresh = known & (~before | anew)
    points = np.zeros(given.shape, dtype=int)
    for year in range(given.shape[1]):
        earlier = points[:, year - 1] if year else 0
        started = np.where(fresh[:, year], 0, earlier) + measured[:, year]
        points[:, year] = np.where(known[:, year], started, 0)
    return Runs(filled, measured, fresh, points)


def _bridged(given: np.ndarray, measured: np.ndarray, anew: np.ndarray) -> np.ndarray:
    """Fill gaps of at most `BRIDGED` years that no break lies in or ends."""
    filled = given.copy()
    years = given.shape[1]
    for gap in range(1, BRIDGED + 1):
        for first in range(1, years - gap):
            after = first + gap
            hole = measured[:, first - 1] & measured[:, after]
            hole &= ~measured[:, first:after].any(axis=1)
            hole &= ~anew[:, first : after + 1].any(axis=1)
            start, rise = given[hole, first - 1], given[hole, after] - given[hole, first - 1]
            for step in range(gap):
                filled[hole, first + step] = start + rise * (step + 1) / (gap + 1)
    return filled


def _check(given: np.ndarray, anew: np.ndarray) -> None:
    faults = []
    if given.ndim != 2:
        faults.append(Fault("values", f"{given.ndim} dimensions.", "Give places by years."))
    if anew.shape != given.shape:
        said = f"has shape {anew.shape}, values have {given.shape}."
        faults.append(Fault("begins", said, "Give one mark per value."))
    if np.isinf(given).any():
        faults.append(Fault("values", "hold an infinite number.", "Leave it out (NaN)."))
    if faults:
        raise InvalidInput("series cannot be forecast", faults)
