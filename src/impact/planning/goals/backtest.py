"""How often a goal was reached after each rule had said so: the past replayed.

Half-way to an invented target every rule says what it knows then; the outcome is known to us. Two
targets: three units above the figure at the start, and the best quarter of the start year.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from impact.planning.goals.odds import PooledRule, chance_of_reaching, recent_mean
from impact.planning.goals.ratio import progress_ratio, ratio_class
from impact.planning.goals.recalibrate import (
    QUANTILE,
    errors_in_spreads,
    rolling_rules,
    widening,
)

STEP, QUARTER = 3.0, 0.75


def replay(
    values: np.ndarray, sizes: np.ndarray, *, horizon: int, starts: Iterable[int]
) -> pd.DataFrame:
    """Return every case of one series in which rules can be held against what came.

    Parameters
    ----------
    values, sizes
        As in `fit_rule`; higher is better. Values in per cent or any other unit.
    horizon
        Years from the start to half-time, and from there to the target year.
    starts
        Columns in which goals are set.

    Returns
    -------
    pandas.DataFrame
        `unit, start, goal` (step, quarter), `met` (at half-time), `reached` (in the target year),
        `ratio_class, above_line`, `plain` (chance before recalibration), `chance`,
        `last_value` (chance if the newest figure were the forecast), `covered` (80 % range holds),
        `covered_plain` (the same before recalibration), `origins` (years the rule learned from).

    Notes
    -----
    Cases need a figure at start, half-time and target year, and a target above the start. Nothing
    after half-time enters a rule.
    """
    rules = rolling_rules(values, sizes, horizon)
    tables = []
    for start in starts:
        now, later = start + horizon, start + 2 * horizon
        if start < 0 or later >= values.shape[1] or now not in rules:
            continue
        said = _said(values, sizes, rules, now)
        origins = rules[now].origins
        for name, target in _targets(values[:, start]):
            cases = _cases(values, said, (start, now, later), name, target)
            tables.append(cases.assign(origins=origins))
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def _targets(at_start: np.ndarray) -> Iterable[tuple[str, np.ndarray]]:
    yield "step", at_start + STEP
    if np.isfinite(at_start).any():
        yield "quarter", np.full(len(at_start), np.nanquantile(at_start, QUARTER))


def _said(
    values: np.ndarray, sizes: np.ndarray, rules: dict[int, PooledRule], now: int
) -> dict[str, np.ndarray]:
    """What is known of each municipality at half-time."""
    rule = rules[now]
    factor = widening(errors_in_spreads(values, sizes, rules, known=now + 1))
    mean, spread = rule.project(values[:, now], recent_mean(values, now), sizes)
    past = values[:, rule.horizon : now + 1] - values[:, : now + 1 - rule.horizon]
    changes = np.full(len(values), np.nanstd(past))
    return {"mean": mean, "plain": spread, "spread": spread * factor, "changes": changes}


def _cases(
    values: np.ndarray,
    said: dict[str, np.ndarray],
    columns: tuple[int, int, int],
    goal: str,
    target: np.ndarray,
) -> pd.DataFrame:
    start, now, later = (values[:, column] for column in columns)
    horizon = columns[1] - columns[0]
    ratio = progress_ratio(start, now, target, horizon, 2 * horizon)
    table = pd.DataFrame(
        {
            "unit": np.arange(len(values)),
            "start": columns[0],
            "goal": goal,
            "met": now >= target,
            "reached": later >= target,
            "ratio_class": ratio_class(ratio, now >= target),
            "above_line": now >= start + (target - start) / 2,
            "plain": chance_of_reaching(target, said["mean"], said["plain"], True),
            "chance": chance_of_reaching(target, said["mean"], said["spread"], True),
            "last_value": chance_of_reaching(target, now, said["changes"], True),
            "covered_plain": np.abs(later - said["mean"]) <= QUANTILE * said["plain"],
            "covered": np.abs(later - said["mean"]) <= QUANTILE * said["spread"],
        }
    )
    known = np.isfinite(start) & np.isfinite(now) & np.isfinite(later)
    return table[known & (start < target)]


def brier_score(chance: np.ndarray, reached: np.ndarray) -> float:
    """Return the mean squared distance between what was said (0-1) and what came (0 or 1).

    Parameters
    ----------
    chance, reached
        Of one shape. 0 is perfect; always saying 0.5 gives 0.25.

    References
    ----------
    Brier G W (1950). Verification of forecasts expressed in terms of probability. Monthly Weather
    Review 78, 1-3.
    """
    return float(np.mean((np.asarray(chance, float) - np.asarray(reached, float)) ** 2))


def class_frequencies(classes: pd.Series, reached: pd.Series, halves: pd.Series) -> pd.Series:
    """Return for each case how often its class reached the target in the other half of the units.

    Parameters
    ----------
    classes, reached
        Class and outcome of each case.
    halves
        True or False by unit, so that no unit tells of itself.
    """
    found = pd.Series(np.nan, index=classes.index)
    for half in (True, False):
        other = reached[halves != half].groupby(classes[halves != half]).mean()
        mine = halves == half
        found[mine] = classes[mine].map(other).fillna(float(reached[halves != half].mean()))
    return found
