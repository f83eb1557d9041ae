"""What another unit of effect costs, and which alternatives are dominated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, require

COMPARISONS = (
    "dominant", "dominated", "dearer_and_better", "cheaper_and_worse", "equal", "unknown",
)  # fmt: skip
STANDINGS = ("reference", "efficient", "dominated", "extendedly_dominated", "unknown")
ADDED = ("incremental_cost", "incremental_effect", "ratio", "standing")


def cost_per_unit(costs: ArrayLike, effects: ArrayLike) -> np.ndarray | float:
    """Return what a unit of effect costs against the baseline alternative.

    Parameters
    ----------
    costs, effects
        Differences from the baseline alternative, present values; more effect = better.

    Returns
    -------
    float or array
        costs / effects; NaN where nothing is won. Negative: it saves money and is better.

    Raises
    ------
    InvalidInput
        With all infinite numbers and shapes that do not fit.

    Notes
    -----
    Where draws of the effect lie on both sides of 0, a range of this ratio means nothing: read
    `acceptability`.
    """
    given = Inputs("cost_per_unit")
    spent, won = given.numbers("costs", costs), given.numbers("effects", effects)
    given.refuse(costs=spent, effects=won)
    return plain(np.asarray(spent / np.where(won > 0, won, np.nan)))


def compare_with_baseline(costs: ArrayLike, effects: ArrayLike) -> np.ndarray | str:
    """Return in a word how an alternative stands to the baseline in cost and effect.

    Parameters
    ----------
    costs, effects
        Differences from the baseline alternative; more effect = better.

    Returns
    -------
    str or array of str
        One of `COMPARISONS`: dominant (no dearer and no worse, and one of them better), dominated
        (the reverse), dearer_and_better (the only one with a price to think about),
        cheaper_and_worse, equal, unknown.

    Raises
    ------
    InvalidInput
        With all infinite numbers and shapes that do not fit.
    """
    given = Inputs("compare_with_baseline")
    spent, won = given.numbers("costs", costs), given.numbers("effects", effects)
    given.refuse(costs=spent, effects=won)
    tests = [
        np.isnan(spent) | np.isnan(won),
        (spent == 0) & (won == 0),
        (spent <= 0) & (won >= 0),
        (spent >= 0) & (won <= 0),
        (spent > 0) & (won > 0),
    ]
    words = ["unknown", "equal", "dominant", "dominated", "dearer_and_better"]
    found = np.select(tests, words, default="cheaper_and_worse")
    return str(found) if found.ndim == 0 else found


@dataclass(frozen=True, slots=True, eq=False)
class Increments:
    """Alternatives compared step by step.

    Parameters
    ----------
    cost, effect
        Difference from the next less effective alternative that is not dominated; NaN for the
        first of them and for dominated ones.
    ratio
        cost / effect: what another unit costs at this step.
    standing
        Words of `STANDINGS`.
    """

    cost: np.ndarray
    effect: np.ndarray
    ratio: np.ndarray
    standing: np.ndarray


def incremental_ratios(costs: ArrayLike, effects: ArrayLike) -> Increments:
    """Return what each further step of effect costs among several alternatives.

    Parameters
    ----------
    costs, effects
        Totals of each alternative, alternatives last, the baseline among them; more effect =
        better. Central values: of draws, take `acceptability` or `probability_best`.

    Returns
    -------
    Increments
        Arrays in the shape of the inputs.

    Raises
    ------
    InvalidInput
        With all infinite numbers and shapes that do not fit.

    Notes
    -----
    An alternative is dominated when another costs no more and does no less, and extendedly
    dominated when a mix of two others would do as much for less. Each of the rest is compared
    with the next less effective of them, not with the baseline. Of two equal alternatives the
    second is dominated.

    References
    ----------
    Drummond and others (2015), Methods for the Economic Evaluation of Health Care Programmes.
    """
    given = Inputs("incremental_ratios")
    spent, won = given.numbers("costs", costs), given.numbers("effects", effects)
    if spent.ndim == 0 or won.ndim == 0:
        given.wrong("costs, effects", "are single numbers.", "Give one for each alternative.")
    given.refuse(costs=spent, effects=won)
    spent, won = np.broadcast_arrays(spent, won)
    unknown = np.isnan(spent) | np.isnan(won)
    dominated = _dominated(spent, won)
    extended = _extendedly_dominated(spent, won) & ~dominated
    kept = ~(dominated | extended | unknown)
    before = kept[..., None, :] & (won[..., None, :] < won[..., :, None])
    earlier = np.where(before, won[..., None, :], -np.inf).argmax(axis=-1)
    stepped = kept & before.any(axis=-1)
    cost = np.where(stepped, spent - np.take_along_axis(spent, earlier, -1), np.nan)
    effect = np.where(stepped, won - np.take_along_axis(won, earlier, -1), np.nan)
    standing = np.select(
        [unknown, dominated, extended, stepped],
        ["unknown", "dominated", "extendedly_dominated", "efficient"],
        default="reference",
    )
    return Increments(cost, effect, cost / effect, standing)


def cost_effectiveness(
    frame: pd.DataFrame,
    *,
    cost: str = "cost",
    effect: str = "effect",
    by: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Add to a table of alternatives what each further unit of effect costs.

    Parameters
    ----------
    frame
        One row an alternative, the baseline among them. Not changed.
    cost, effect
        Columns of present values; more effect = better.
    by
        Columns that name separate comparisons, such as the place; None: all rows are one.

    Returns
    -------
    DataFrame
        The same rows with `incremental_cost, incremental_effect, ratio` and `standing`, one of
        `STANDINGS`.

    Raises
    ------
    InvalidInput
        With all absent columns and columns of the result that are there already.

    Notes
    -----
    See `incremental_ratios`.
    """
    keys = [by] if isinstance(by, str) else list(by or ())
    require(frame, [cost, effect, *keys], "cost_effectiveness")
    faults = [
        Fault(f"column '{name}'", "is there already.", "Rename the column.")
        for name in ADDED
        if name in frame.columns
    ]
    if faults:
        raise InvalidInput("cost_effectiveness: columns that would be overwritten", faults)
    if frame.empty:
        return frame.assign(**dict.fromkeys(ADDED, np.nan))
    at = _positions(frame, keys)
    totals = np.full((2, at[0].max() + 1, at[1].max() + 1), np.nan)
    totals[0][at], totals[1][at] = numbers(frame, cost), numbers(frame, effect)
    found = incremental_ratios(totals[0], totals[1])
    return frame.assign(
        incremental_cost=found.cost[at],
        incremental_effect=found.effect[at],
        ratio=found.ratio[at],
        standing=pd.array(found.standing[at], dtype="str"),
    )


def _positions(frame: pd.DataFrame, keys: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return for each row its comparison and its place in it."""
    if not keys:
        return np.zeros(len(frame), dtype=int), np.arange(len(frame))
    groups = frame.groupby(keys, dropna=False, sort=False)
    return groups.ngroup().to_numpy(), groups.cumcount().to_numpy()


def _dominated(spent: np.ndarray, won: np.ndarray) -> np.ndarray:
    """Say of each alternative whether another (second axis from last: itself) is as good."""
    own_cost, other_cost = spent[..., :, None], spent[..., None, :]
    own_won, other_won = won[..., :, None], won[..., None, :]
    as_good = (other_cost <= own_cost) & (other_won >= own_won)
    better = (other_cost < own_cost) | (other_won > own_won)
    earlier = np.tri(spent.shape[-1], k=-1, dtype=bool)
    return (as_good & (better | earlier)).any(axis=-1)


def _extendedly_dominated(spent: np.ndarray, won: np.ndarray) -> np.ndarray:
    """Say of each alternative whether a mix of a less and a more effective one is cheaper."""
    cost, less, more = (
        spent[..., :, None, None],
        spent[..., None, :, None],
        spent[..., None, None, :],
    )
    own, low, high = won[..., :, None, None], won[..., None, :, None], won[..., None, None, :]
    between = (low < own) & (own < high)
    part = np.divide(own - low, high - low, out=np.zeros(between.shape), where=between)
    mixed = less + part * (more - less)
    scale = np.maximum(np.abs(cost), np.abs(more - less))
    return (between & (mixed < cost - 1e-12 * scale)).any(axis=(-2, -1))
