"""Discounting: what something in a later year counts for today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import SHARE, Inputs, plain, power
from impact.errors import UnknownName

SHAPES = ("exponential", "harvey", "mazur")


def discount_factors(
    years: ArrayLike,
    rate: ArrayLike | None = None,
    *,
    schedule: Mapping[int, float] | Sequence[tuple[int, float]] | None = None,
    shape: str = "exponential",
) -> np.ndarray | float:
    """Return the factor that turns an amount of each year into today's.

    Parameters
    ----------
    years
        Years from now, 0 = now; the last axis. Halves are allowed.
    rate
        Discount rate a year, a share of 0 to 1 (0.035, not 3.5). Uncertain ones are shaped
        (draws, 1).
    schedule
        Instead of `rate`: first year and rate of each band, {0: 0.035, 31: 0.030} or the `steps`
        of a dated table, for 3.5 per cent to year 30 and 3 per cent from year 31 on.
    shape
        exponential; or of the hyperbolic ones, which put relatively more weight on the far future,
        harvey or mazur.

    Returns
    -------
    float or array
        Factors, 1 in year 0, in the shape `years` and `rate` broadcast to; NaN where unknown.

    Raises
    ------
    InvalidInput
        With all negative years, rates outside 0 to 1, bands that do not begin at 0 or 1, and when
        not exactly one of `rate` and `schedule` is given or the schedule meets another shape.
    UnknownName
        For an unknown shape.

    Notes
    -----
    exponential 1 / (1 + r)^t; Harvey 1 / (1 + t)^r; Mazur 1 / (1 + r t). A schedule multiplies
    year by year: factor(t) = factor(t - 1) / (1 + rate of the band year t is in). It does not
    discount the whole way at the rate of the last band, which would let the factor rise where a
    band begins.

    References
    ----------
    HM Treasury, The Green Book, annex 6; Harvey (1986), Management Science 32, 1123-1139; Mazur
    (1987), in Quantitative Analyses of Behavior 5, 55-73.
    """
    if shape not in SHAPES:
        raise UnknownName("shape of discounting", shape, SHAPES)
    given = Inputs("discount_factors")
    later = given.numbers("years", years, at_least=0, mend="Count years from now.")
    if (rate is None) == (schedule is None):
        given.wrong("rate, schedule", "exactly one of them is needed.")
        given.refuse()
    if schedule is not None:
        if shape != "exponential":
            given.wrong("schedule", f"has no {shape} shape.", "Schedules discount exponentially.")
        return plain(_stepped(given, later, dict(schedule)))
    yearly = given.share("rate", rate)
    given.refuse(years=later, rate=yearly)
    if shape == "harvey":
        return plain(power(1 + later, -yearly))
    if shape == "mazur":
        return plain(np.asarray(1 / (1 + yearly * later)))
    return plain(power(1 + yearly, -later))


def _stepped(given: Inputs, later: np.ndarray, schedule: dict[int, float]) -> np.ndarray:
    first = sorted(schedule)
    rates = given.numbers(
        "schedule", [schedule[year] for year in first], at_least=0, at_most=1, mend=SHARE
    )
    if not first or first[0] not in (0, 1):
        given.wrong("schedule", "does not begin with year 0.", "Say the rate from year 0 on.")
    given.refuse()
    begins = np.array([0.0, *(year - 1.0 for year in first[1:])])
    lengths = np.append(np.diff(begins), np.inf)
    spent = np.clip(later[..., None] - begins, 0.0, lengths)
    return np.exp(-(spent * np.log1p(rates)).sum(axis=-1))
