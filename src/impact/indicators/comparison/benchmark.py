"""A value against a benchmark by the rules which public-health profiles use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, require, row_faults
from impact.indicators.comparison.funnel_limits import count_limits, share_limits
from impact.indicators.comparison.words import directions, verdicts
from impact.indicators.counts import confidence_levels, reasons, with_limits
from impact.indicators.rates.limits import Limits, exact_poisson_limits, wilson_limits

METHODS = ("interval", "two_intervals", "two_levels", "control_limits", "reference_interval")
RULES = {
    ("control_limits", "proportion"): share_limits,
    ("control_limits", "rate"): count_limits,
    ("reference_interval", "proportion"): lambda target, persons, level: wilson_limits(
        target * persons, persons, level
    ),
    ("reference_interval", "rate"): exact_poisson_limits,
}


def benchmark(
    frame: pd.DataFrame,
    *,
    method: str = "interval",
    reference: str = "reference",
    value: str = "value",
    lower: str = "lower",
    upper: str = "upper",
    outer_lower: str = "lower_99_8",
    outer_upper: str = "upper_99_8",
    reference_lower: str = "reference_lower",
    reference_upper: str = "reference_upper",
    denominator: str = "denominator",
    kind: str = "proportion",
    multiplier: float = 100.0,
    confidence: float | Sequence[float] = (0.95, 0.998),
    polarity: str = "polarity",
    place: str = "place",
    reference_place: str | None = None,
    status: str = "status",
) -> pd.DataFrame:
    """Judge each value against a benchmark by one of five rules.

    Reports use `compare`, a test with a p-value; these rules are for those who need the verdict
    of another system, or a drawn interval that never contradicts its word.

    Parameters
    ----------
    frame
        One row a value. Not changed.
    method
        interval: the value's limits do not hold the reference.
        two_intervals: the limits of value and reference do not meet. Cautious: at 95 % limits a
        chance difference between equally certain figures is called in 0.6 % of cases.
        two_levels: as interval, with much_ beyond the outer limits.
        control_limits: the value lies where a place of its size at the reference would not.
        reference_interval: the same with the interval around the reference in place of control
        limits, as the English profiles draw it; with few events it calls more than
        it should.
    reference, value
        Columns, in the same unit.
    lower, upper, outer_lower, outer_upper, reference_lower, reference_upper
        Columns of limits, as far as the method needs them.
    denominator, kind, multiplier, confidence
        For the last two methods: column of persons, proportion or rate, the unit of value and
        reference (100: per cent), and one or two levels.
    polarity
        Column with higher, lower or neutral.
    place, reference_place
        Columns: a row whose reference is the place itself is not judged.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        The same rows with `difference`, `verdict` (better, worse, or higher, lower when neutral;
        much_ before them beyond the outer limits; not_clearly_different, also when a limit
        equals the reference; not_comparable), for the last two methods `control_lower,
        control_upper` (or with `_95`, `_99_8`) and `confidence`, and `method, reason`. Reason:
        empty, suppressed, missing, not_applicable, no_reference, itself, no_limits (own or the
        reference's), no_persons.

    Raises
    ------
    InvalidInput
        Unknown method, kind or polarity; a multiplier not above 0; more than two levels; a lower
        limit above its upper; a reference outside the unit; negative persons.

    Notes
    -----
    control_limits are `share_limits` and `count_limits`, those of `funnel`. reference_interval
    are Wilson's limits of the reference share at the value's persons, and the exact Poisson
    limits of the expected number of events. Where 13.14 events are expected, these call 5.9 % of
    places at the reference different at 95 %, control limits 4.0 %.
    """
    levels = _levels(method, kind, multiplier, confidence)
    outer, other = (outer_lower, outer_upper), (reference_lower, reference_upper)
    pairs = _limit_columns(method, (lower, upper), outer, other)
    needed = [name for pair in pairs for name in pair] or [denominator]
    own = [place, reference_place] if reference_place is not None else []
    require(frame, [value, reference, *needed, *own], "benchmark")
    good = directions(frame, polarity, "benchmark")
    withheld = reasons(frame, [value], status=status)
    figure = np.where(withheld == "", numbers(frame, value), np.nan)
    aim, out = numbers(frame, reference), frame
    aim = np.where(np.isfinite(aim), aim, np.nan)
    if pairs:
        position, why = _by_intervals(frame, figure, aim, pairs, method)
    else:
        persons = _persons(frame, denominator, reference, kind, multiplier)
        rule = _rule(method, kind, aim, persons, multiplier)
        out = with_limits(out, levels, rule, "control_")
        position = sum(_outside(figure, rule(level)) for level in levels)
        why = np.where(persons > 0, "", "no_persons")
    why = np.where(np.isfinite(aim), why, "no_reference")
    if own:
        why = np.where(_itself(frame, place, reference_place), "itself", why)
    reason = np.where(withheld == "", why, withheld)
    return out.assign(
        difference=figure - aim,
        verdict=verdicts(np.where(reason == "", position, 0), good, reason == ""),
        method=method,
        reason=pd.array(reason, dtype="str"),
    )


def _levels(
    method: str, kind: str, multiplier: float, confidence: float | Sequence[float]
) -> list[float]:
    """Return the levels, inner first, after checking the choices."""
    levels = sorted(confidence_levels(confidence))
    faults = []
    if not 1 <= len(set(levels)) == len(levels) <= 2:
        faults.append(Fault("confidence", "is one level, or two different ones."))
    if not 0 < multiplier < np.inf:
        faults.append(Fault("multiplier", f"is {multiplier}.", "Write 100 for per cent."))
    if method not in METHODS:
        faults.append(Fault("method", f"'{method}' is not one of {', '.join(METHODS)}."))
    if kind not in ("proportion", "rate"):
        faults.append(Fault("kind", f"'{kind}' is not one of proportion, rate."))
    refuse("benchmark", faults)
    return levels


def _limit_columns(
    method: str, own: tuple[str, str], outer: tuple[str, str], other: tuple[str, str]
) -> list[tuple[str, str]]:
    """Return the columns of the limits a rule reads; none for limits at the area's own size."""
    read = {"interval": [own], "two_levels": [own, outer], "two_intervals": [own, other]}
    return read.get(method, [])


def _itself(frame: pd.DataFrame, place: str, reference_place: str) -> np.ndarray:
    """Return whether a row names its own place as the reference; unnamed places never do."""
    own, other = (frame[name].to_numpy(dtype=object) for name in (place, reference_place))
    same = np.zeros(len(frame), dtype=bool)
    named = (frame[place].notna() & frame[reference_place].notna()).to_numpy()
    same[named] = own[named] == other[named]
    return same


def _by_intervals(
    frame: pd.DataFrame,
    figure: np.ndarray,
    aim: np.ndarray,
    pairs: list[tuple[str, str]],
    method: str,
) -> tuple[np.ndarray, np.ndarray]:
    """Return where each value lies, and no_limits where one is missing."""
    limits = [(numbers(frame, low), numbers(frame, high)) for low, high in pairs]
    faults = []
    for (low, high), (name, _) in zip(limits, pairs, strict=True):
        faults += row_faults(frame, low > high, name, "is above its upper limit.")
    refuse("limits that cannot be", faults)
    known = np.isfinite(figure)
    for low, high in limits:
        known = known & np.isfinite(low) & np.isfinite(high)
    why = np.where(known, "", "no_limits")
    low, high = limits[0]
    if method == "two_intervals":
        aim_low, aim_high = limits[1]
        return (low > aim_high).astype(int) - (high < aim_low).astype(int), why
    return sum((low > aim).astype(int) - (high < aim).astype(int) for low, high in limits), why


def _persons(
    frame: pd.DataFrame, denominator: str, reference: str, kind: str, multiplier: float
) -> np.ndarray:
    persons, aim = numbers(frame, denominator), numbers(frame, reference)
    wrong = (aim < 0) | ((kind == "proportion") & (aim > multiplier))
    faults = row_faults(frame, persons < 0, denominator, "is negative.")
    refuse("benchmark", [*faults, *row_faults(frame, wrong, reference, "is out of range.")])
    return persons


def _rule(
    method: str, kind: str, aim: np.ndarray, persons: np.ndarray, multiplier: float
) -> Callable[[float], Limits]:
    """Return the function from confidence to control limits in the unit of the value."""
    persons = np.where(persons > 0, persons, np.nan)
    target = aim / multiplier
    rule = RULES[method, kind]

    def limits(level: float) -> Limits:
        if kind == "proportion":
            lower, upper = rule(target, persons, level)
            return lower * multiplier, upper * multiplier
        lower, upper = rule(target * persons, level)
        return lower / persons * multiplier, upper / persons * multiplier

    return limits


def _outside(figure: np.ndarray, limits: Limits) -> np.ndarray:
    near = 1e-9 * np.abs(figure)
    above, below = figure > limits[1] + near, figure < limits[0] - near
    return above.astype(int) - below.astype(int)
