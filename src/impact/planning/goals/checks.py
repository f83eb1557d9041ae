"""Is a goal well put? What cannot be, and what should be thought about again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from impact.planning.goals.ambition import FEW_EVER

TOLERANCE = 1e-9
CHECKS = (
    "direction",
    "outside_range",
    "no_figures",
    "one_figure",
    "target_year_past",
    "target_year_unpublished",
    "target_is_start",
    "already_met",
    "met_now",
    "start_differs",
    "break_inside",
    "undetectable",
    "few_ever",
)


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What is known about one goal of one municipality when it is checked; None = not known.

    Parameters
    ----------
    direction
        higher or lower is better.
    target, target_year, start_year
        As the goal says; figures in the indicator's unit.
    stated_start
        Figure at the start as the goal's authors wrote it.
    years, values
        The series, oldest first, without missing figures.
    start_error
        Standard error of the figure at the start.
    lower_limit, upper_limit
        What the indicator can be.
    break_years
        Years in which the series starts anew.
    publication_lag
        Years from a figure's year to the year in which it is known.
    ambition
        From `ambition_percentile`.
    """

    direction: str
    target: float | None
    target_year: int | None = None
    start_year: int | None = None
    stated_start: float | None = None
    years: tuple[int, ...] = ()
    values: tuple[float, ...] = ()
    start_error: float | None = None
    lower_limit: float | None = None
    upper_limit: float | None = None
    break_years: tuple[int, ...] = ()
    publication_lag: int = 0
    ambition: float | None = None

    @property
    def start(self) -> float | None:
        """Figure of the start year in the series, unless the series starts anew after it."""
        first = self.start_year or 0
        if any(first < year <= self.years[-1] for year in self.break_years if self.years):
            return None
        return dict(zip(self.years, self.values, strict=True)).get(self.start_year or -1)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found: `check` is one of `CHECKS`; a fault cannot be, a caution can."""

    check: str
    kind: Literal["fault", "caution"]
    problem: str


def check_goal(facts: GoalFacts, *, stated_tolerance: float = 0.05) -> tuple[Remark, ...]:
    """Return everything that is wrong or doubtful about a goal, in plain words.

    Parameters
    ----------
    facts
        The goal and its series.
    stated_tolerance
        How far the stated figure at the start may be from the series, in its unit.

    Returns
    -------
    tuple of Remark
        Empty when nothing was found.
    """
    if facts.direction not in ("higher", "lower"):
        problem = f"direction must be higher or lower; here is '{facts.direction}'."
        return (Remark("direction", "fault", problem),)
    return (
        *_range(facts),
        *_series(facts),
        *_years(facts),
        *_start(facts, stated_tolerance),
        *_size(facts),
    )


def _range(facts: GoalFacts) -> Iterator[Remark]:
    low, high = facts.lower_limit, facts.upper_limit
    if facts.target is None:
        return
    if (low is not None and facts.target < low) or (high is not None and facts.target > high):
        limits = f"{'...' if low is None else low} to {'...' if high is None else high}"
        yield Remark("outside_range", "fault", f"the target {facts.target} is outside {limits}.")


def _series(facts: GoalFacts) -> Iterator[Remark]:
    if not facts.years:
        yield Remark("no_figures", "caution", "there is no figure to judge the goal by.")
    elif len(facts.years) == 1:
        problem = f"there is one figure only ({facts.years[0]}); nothing can be compared yet."
        yield Remark("one_figure", "caution", problem)
    first = facts.start_year or (facts.years[0] if facts.years else 0)
    last = max([*facts.years[-1:], facts.target_year or 0], default=0)
    inside = [year for year in facts.break_years if first < year <= last]
    if inside and facts.start_year is not None:
        problem = f"the series starts anew in {inside[0]}, between the start and the target year."
        yield Remark("break_inside", "caution", problem)


def _years(facts: GoalFacts) -> Iterator[Remark]:
    if facts.target_year is None or not facts.years:
        return
    newest = facts.years[-1]
    if facts.target_year <= newest:
        problem = f"the target year {facts.target_year} is not after the newest figure ({newest})."
        yield Remark("target_year_past", "caution", problem)
    elif facts.target_year <= newest + facts.publication_lag:
        problem = f"the target year {facts.target_year} is over; only its figure is still to come."
        yield Remark("target_year_unpublished", "caution", problem)


def _start(facts: GoalFacts, tolerance: float) -> Iterator[Remark]:
    start, sign = facts.start, 1 if facts.direction == "higher" else -1
    stated = facts.stated_start
    if stated is not None and start is not None and abs(stated - start) > tolerance + TOLERANCE:
        problem = f"the goal says {stated} in {facts.start_year}; the figures say {start}."
        yield Remark("start_differs", "caution", problem)
    at_start = start if start is not None else stated
    if facts.target is None:
        return
    if at_start is not None and abs(facts.target - at_start) <= TOLERANCE:
        yield Remark("target_is_start", "caution", "the target is the figure at the start.")
    elif at_start is not None and sign * (at_start - facts.target) > 0:
        yield Remark("already_met", "caution", "the target was met before work began.")
    elif at_start is None and facts.values and sign * (facts.values[-1] - facts.target) >= 0:
        yield Remark("met_now", "caution", "the newest figure meets the target already.")


def _size(facts: GoalFacts) -> Iterator[Remark]:
    start, error = facts.start, facts.start_error
    if start is not None and error is not None and facts.target is not None:
        nearest = 1.959963984540054 * np.sqrt(2) * error
        distance = abs(facts.target - start)
        ahead = facts.target > start if facts.direction == "higher" else facts.target < start
        if ahead and TOLERANCE < distance < nearest:
            yield Remark(
                "undetectable",
                "caution",
                "the target is so near that chance alone can reach or miss it.",
            )
    if facts.ambition is not None and facts.ambition > FEW_EVER:
        problem = "few municipalities have ever changed so much in so many years."
        yield Remark("few_ever", "caution", problem)
