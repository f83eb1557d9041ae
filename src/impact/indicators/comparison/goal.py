"""A value against a goal: a number, a range, or a place among all places."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults, series_columns
from impact.indicators.comparison.words import directions, verdicts
from impact.indicators.counts import reasons

FEWEST_PLACES = 5


def against_goal(
    frame: pd.DataFrame,
    *,
    goal: float | tuple[float, float] | None = None,
    percentile: float | tuple[float, float] | None = None,
    value: str = "value",
    lower: str = "lower",
    upper: str = "upper",
    use_limits: bool = False,
    by: str | Sequence[str] | None = None,
    polarity: str = "polarity",
    status: str = "status",
) -> pd.DataFrame:
    """Judge each value against a goal.

    Parameters
    ----------
    frame
        One row a value. Not changed.
    goal
        A number in the unit of the value, or a range (low, high).
    percentile
        Instead of a goal: one percentile of all values (90: the value which 90 % of places do
        not exceed), or two, of the collection a row is in. The goal then moves with the places.
    value
        Column.
    lower, upper
        Columns of the value's limits, read with `use_limits`.
    use_limits
        Whether a verdict needs the whole interval on one side of the goal.
    by
        Columns which name a collection, for a percentile; None: indicator, group and year when
        present.
    polarity
        Column with higher or lower; neutral figures have no goal.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        The same rows with `goal_low, goal_high` (equal for one number), `verdict` (better,
        not_clearly_different, worse, not_comparable), `method` (goal_value, goal_range,
        goal_percentile, each with _limits) and `reason` (empty, suppressed, missing,
        not_applicable, no_direction, no_limits, few_places: fewer than 5 for a percentile).

    Raises
    ------
    InvalidInput
        Both or neither of goal and percentile; low above high; a percentile outside 0 to 100;
        a lower limit above its upper; unknown polarity.

    Notes
    -----
    Without limits: better from the goal on (from the far end of a range on), worse short of it
    (short of the near end), not_clearly_different inside a range. With limits: better when the
    whole interval is beyond the far end, worse when it is wholly short of the near end, else
    not_clearly_different, also when it only touches. Percentiles interpolate linearly.
    """
    keys = series_columns(frame, by)
    if by is None and "year" in frame.columns:
        keys.append("year")
    needed = [lower, upper] if use_limits else []
    require(frame, [*(keys if percentile is not None else []), value, *needed], "against_goal")
    given = _ends(goal, percentile)
    good = directions(frame, polarity, "against_goal")
    reason = reasons(frame, [value], status=status)
    figure = np.where(reason == "", numbers(frame, value), np.nan)
    few = np.zeros(len(frame), dtype=bool)
    low, high = (np.full(len(frame), end) for end in given)
    if percentile is not None:
        low, high, few = _percentiles(frame, keys, figure, given)
    bottom, top = (numbers(frame, name) for name in needed) if use_limits else (figure, figure)
    turned = row_faults(frame, bottom > top, lower, "is above its upper limit.")
    refuse("limits that cannot be", turned)
    checks = [reason != "", good == "neutral", few, ~(np.isfinite(bottom) & np.isfinite(top))]
    reason = np.select(checks, [reason, "no_direction", "few_places", "no_limits"], default="")
    position = _position(bottom, top, low, high, good == "higher", use_limits)
    name = "goal_percentile" if percentile is not None else "goal_value"
    name = "goal_range" if percentile is None and given[0] != given[1] else name
    return frame.assign(
        goal_low=low,
        goal_high=high,
        verdict=verdicts(position, good, reason == ""),
        method=name + "_limits" * use_limits,
        reason=pd.array(reason, dtype="str"),
    )


def _ends(
    goal: float | tuple[float, float] | None, percentile: float | tuple[float, float] | None
) -> tuple[float, float]:
    """Return the two ends of the goal, or of the percentiles, after checking them."""
    if (goal is None) == (percentile is None):
        fault = Fault("goal", "or percentile is needed, one of them.")
        raise InvalidInput("against_goal", [fault])
    chosen = goal if percentile is None else percentile
    ends = (chosen, chosen) if np.ndim(chosen) == 0 else tuple(chosen)
    numeric = all(isinstance(end, int | float | np.number) for end in ends)
    if len(ends) != 2 or not numeric or not -np.inf < ends[0] <= ends[1] < np.inf:
        fault = Fault("goal", f"{chosen} is not a number or a range (low, high).")
        raise InvalidInput("against_goal", [fault])
    faults = []
    if percentile is not None and not all(0 <= end <= 100 for end in ends):
        faults.append(Fault("percentile", f"{chosen} is outside 0 to 100."))
    refuse("against_goal", faults)
    return float(ends[0]), float(ends[1])


def _percentiles(
    frame: pd.DataFrame, keys: list[str], figure: np.ndarray, given: tuple[float, float]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return both percentiles of each row's collection, and whether it has too few places."""
    groups = [frame[key].to_numpy() for key in keys] or [np.zeros(len(frame), dtype=int)]
    grouped = pd.Series(figure).groupby(groups, sort=False, dropna=False)
    number = grouped.ngroup().to_numpy()
    ends = [grouped.quantile(end / 100).to_numpy()[number] for end in given]
    return ends[0], ends[1], grouped.transform("count").to_numpy() < FEWEST_PLACES


def _position(
    bottom: np.ndarray,
    top: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    up: np.ndarray,
    use_limits: bool,
) -> np.ndarray:
    """Return 1 for values wholly above the goal, -1 for values wholly below it."""
    above, below = bottom > high, top < low
    if not use_limits:
        above = above | (up & (bottom == high))
        below = below | (~up & (top == low))
    return above.astype(int) - below.astype(int)
