"""Whether a prediction came true, once the figure of its year is known."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults

REASONS = ("also_without", "no_figure", "no_range", "registered_late")
DIRECTIONS = ("higher", "lower")


def judge_predictions(
    frame: pd.DataFrame,
    *,
    lower: str = "lower",
    upper: str = "upper",
    without_lower: str = "without_lower",
    without_upper: str = "without_upper",
    observed: str = "observed",
    direction: str = "direction",
    registered: str = "registered",
    known: str = "known",
) -> pd.DataFrame:
    """Add to every prediction the verdict of the figure that was observed afterwards.

    Parameters
    ----------
    frame
        One row a prediction. Not changed.
    lower, upper
        Columns: the range predicted with the measure, ordinary variation from year to year
        included.
    without_lower, without_upper
        Columns: the range expected without the measure.
    observed
        Column: the figure of the year the prediction is about; NaN when there is none yet.
    direction
        Column: "higher" or "lower", which is better.
    registered, known
        Columns: the day the prediction was registered and the day the figure became known
        (YYYY-MM-DD).

    Returns
    -------
    DataFrame
        The same rows with `verdict` (as_expected, better, worse, cannot_tell) and `reason`
        (empty with the first three; else no_figure: not observed yet; registered_late: registered
        on or after the day the figure became known, so it was no prediction; no_range: the ranges
        needed are not known; also_without: inside both ranges, so the figure does not tell
        whether the measure worked). Where several hold, the first in this order is given.

    Raises
    ------
    InvalidInput
        Absent columns, ranges in the wrong order, another word for the direction, days that are
        no days, or an observed figure without both days.

    Notes
    -----
    With r the predicted range and w the range without the measure (limits belong to a range):
    outside r on the good side = better, on the bad side = worse; inside r but not w =
    as_expected; inside both = cannot_tell. A figure outside r is judged even when w is unknown
    or holds it. As_expected says that the figure agrees with the prediction, not that the
    measure is what moved it.
    """
    columns = (lower, upper, without_lower, without_upper, observed, direction, registered, known)
    require(frame, columns, "judge_predictions")
    ranges = [numbers(frame, name) for name in columns[:4]]
    seen = numbers(frame, observed)
    days = {name: _days(frame, name) for name in (registered, known)}
    _refuse_impossible(frame, columns, ranges, seen, days)
    with_limits = np.isfinite(ranges[0]) & np.isfinite(ranges[1])
    without_limits = np.isfinite(ranges[2]) & np.isfinite(ranges[3])
    inside = (seen >= ranges[0]) & (seen <= ranges[1])
    inside_without = (seen >= ranges[2]) & (seen <= ranges[3])
    reason = np.select(
        [
            ~np.isfinite(seen),
            (days[registered] >= days[known]).to_numpy(),
            ~with_limits | (inside & ~without_limits),
            inside & inside_without,
        ],
        ["no_figure", "registered_late", "no_range", "also_without"],
        default="",
    )
    above_is_better = (frame[direction] == "higher").to_numpy()
    good_side = np.where(above_is_better, seen > ranges[1], seen < ranges[0])
    verdict = np.select(
        [reason != "", inside, good_side], ["cannot_tell", "as_expected", "better"], default="worse"
    )
    return frame.assign(
        verdict=pd.array(verdict, dtype="str"), reason=pd.array(reason, dtype="str")
    )


def _days(frame: pd.DataFrame, column: str) -> pd.Series:
    """Return a column of days; rows that are neither empty nor days are refused."""
    given = frame[column]
    given = given.mask(given.isna() | (given.astype("str") == ""), None)
    days = pd.to_datetime(given, format="%Y-%m-%d", errors="coerce")
    wrong = given.notna() & days.isna()
    refuse("days that are no days", row_faults(frame, wrong, column, "is no day.", "2026-11-22"))
    return days


def _refuse_impossible(
    frame: pd.DataFrame,
    columns: tuple[str, ...],
    ranges: list[np.ndarray],
    seen: np.ndarray,
    days: dict[str, pd.Series],
) -> None:
    """Refuse ranges in the wrong order, unknown directions and figures without days."""
    lower, upper, without_lower, without_upper, observed, direction, *_ = columns
    faults: list[Fault] = []
    for low, high, at in ((lower, upper, 0), (without_lower, without_upper, 2)):
        wrong = ranges[at] > ranges[at + 1]
        faults += row_faults(frame, wrong, low, f"is above {high}.", "Swap them.")
    unknown = ~frame[direction].isin(DIRECTIONS)
    faults += row_faults(frame, unknown, direction, "is not a direction.", "Write higher or lower.")
    for name, given in days.items():
        undated = np.isfinite(seen) & given.isna().to_numpy()
        problem = f"was observed, but {name} is absent."
        faults += row_faults(frame, undated, observed, problem, "Say on which day (YYYY-MM-DD).")
    if faults:
        raise InvalidInput("predictions that cannot be judged", faults)
