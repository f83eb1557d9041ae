"""How much of an effect is there in each year: it comes late, is kept up, fades and ends."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain


def effect_over_time(
    years: ArrayLike,
    *,
    start: ArrayLike,
    lag: ArrayLike = 0.0,
    kept_up: ArrayLike = 0.0,
    half_life: ArrayLike | None = None,
    duration: ArrayLike | None = None,
) -> np.ndarray | float:
    """Return which share of an effect is there in each year.

    Parameters
    ----------
    years
        Calendar years (or years from any beginning); the last axis.
    start
        The year the programme begins, counted as `years` are.
    lag
        Years until the effect is there, from 0 on.
    kept_up
        Years the effect stays whole because the programme goes on, before it begins to fade.
    half_life
        Years in which half of what is left is lost; None: it does not fade.
    duration
        Years after which the effect is gone, counted from its first; None: it stays.

    Returns
    -------
    float or array
        Shares of 0 to 1, in the shape the arguments broadcast to: uncertain lags and half-lives
        are shaped (draws, 1) against years shaped (years,). NaN where an argument is unknown.

    Raises
    ------
    InvalidInput
        With all negative lags and durations, and half-lives at or below 0.

    Notes
    -----
    With t the years since start + lag: 0 while t < 0; 1 while t <= kept_up; then
    0.5 ^ ((t - kept_up) / half_life); 0 from t = duration on. Between whole years nothing is
    rounded: with a lag of half a year, the effect is first seen the year after the start.
    """
    given = Inputs("effect_over_time")
    year = given.numbers("years", years)
    begins = given.numbers("start", start)
    wait = given.numbers("lag", lag, at_least=0)
    whole = given.numbers("kept_up", kept_up, at_least=0)
    half = np.asarray(1.0) if half_life is None else given.numbers("half_life", half_life, above=0)
    last = np.asarray(0.0)
    if duration is not None:
        last = given.numbers("duration", duration, at_least=0)
    given.refuse(years=year, start=begins, lag=wait, kept_up=whole, half_life=half, duration=last)
    since = year - begins - wait
    fading = np.maximum(since - whole, 0.0)
    shares = np.ones_like(fading + half) if half_life is None else 0.5 ** (fading / half)
    shares = np.where(since < 0, 0.0, shares)
    if duration is not None:
        shares = np.where(since >= last, 0.0, shares)
    unknown = np.isnan(since + whole + half + last)
    return plain(np.where(unknown, np.nan, shares))
