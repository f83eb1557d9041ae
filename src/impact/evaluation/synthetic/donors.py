"""Targets, donors and years of a synthetic comparison, as arrays that every method reads."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.panel import Panel

ROUNDING = 1e-13
"""What is left of a figure without its mean is rounding below this share of the figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """Series to be matched and series to match them with.

    Parameters
    ----------
    targets
        Shape (B, T): a series to be matched in each row, in the unit of the outcome.
    donors
        Shape (N, T): the units never treated.
    allowed
        Shape (B, N): which donors a target may use; a placebo may not use itself.
    before, after
        Shape (T,): years the weights are chosen in, and years the effect is read in.
    behind
        How many units each target is the mean of.
    """

    targets: np.ndarray
    donors: np.ndarray
    allowed: np.ndarray
    before: np.ndarray
    after: np.ndarray
    behind: int


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """What a method made of every target.

    Parameters
    ----------
    weights
        Shape (B, N), sum 1 in each row; below zero only where a method allows it.
    paths
        Shape (B, T): the comparison's course.
    year_weights
        Shape (B, T): what each year before counts as the level; NaN where a method has none.
    penalty
        Shape (B,): the penalty a method chose; 0 for none.
    """

    weights: np.ndarray
    paths: np.ndarray
    year_weights: np.ndarray
    penalty: np.ndarray


def starts_of(panel: Panel) -> tuple[int, ...]:
    """Return the starting years of a panel; an error when no unit is treated."""
    if not panel.treated.any():
        fault = Fault("treated", "no unit is treated.", "Give at least one a first treated year.")
        raise InvalidInput("a synthetic comparison cannot be made:", [fault])
    return panel.cohorts


def matching(panel: Panel, start: int, targets: np.ndarray | None = None) -> Matching:
    """Return the matching of series to the units never treated, for one starting year.

    Parameters
    ----------
    panel
        Without missing figures.
    start
        First treated year.
    targets
        Shape (B, T); the mean of the units treated from `start` when left out.

    Returns
    -------
    Matching

    Raises
    ------
    InvalidInput
        Fewer than two units never treated, no year before or after the start, or a missing figure.
    """
    donors = panel.values[~panel.treated]
    behind = 1
    if targets is None:
        behind = int((panel.starts == start).sum())
        targets = panel.values[panel.starts == start].mean(axis=0, keepdims=True)
    before, after = panel.before(start), panel.after(start)
    faults = _faults(panel, donors, before, after, start)
    if faults:
        raise InvalidInput("a synthetic comparison cannot be made:", faults)
    allowed = np.ones((len(targets), len(donors)), dtype=bool)
    return Matching(targets, donors, allowed, before, after, behind)


def every_donor(found: Matching) -> Matching:
    """Return the matching of every donor to the others, as if it had been treated."""
    count = len(found.donors)
    return replace(found, targets=found.donors, allowed=~np.eye(count, dtype=bool), behind=1)


def without_each(found: Matching, donors: np.ndarray) -> Matching:
    """Return the matching of one target once without each of some donors (positions)."""
    allowed = np.repeat(found.allowed[:1], len(donors), axis=0)
    allowed[np.arange(len(donors)), donors] = False
    return replace(
        found, targets=np.repeat(found.targets[:1], len(donors), axis=0), allowed=allowed
    )


def spread(donors: np.ndarray, before: np.ndarray, *, demeaned: bool = False) -> float:
    """Return how far donors lie apart before: their standard deviation within years, pooled.

    Parameters
    ----------
    donors
        Shape (N, T), in the unit of the outcome.
    before
        Shape (T,): the years it is read in.
    demeaned
        Take each donor's own mean before away first.

    Returns
    -------
    float
        In the unit of the outcome.
    """
    values = donors[:, before]
    if demeaned:
        values = values - values.mean(axis=1, keepdims=True)
    return float(np.sqrt(values.var(axis=0, ddof=1).mean()))


def without_mean(values: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Return values minus a mean, and exactly 0 where only rounding is left.

    Parameters
    ----------
    values
        Shape (N, T), in the unit of the outcome.
    mean
        Shape (N, 1) or (T,).

    Returns
    -------
    numpy.ndarray
        Shape (N, T). Units or years that are all the same would otherwise be matched by their
        last digits.
    """
    left = values - mean
    largest = np.maximum(np.abs(values), np.abs(mean))
    return np.where(np.abs(left) <= ROUNDING * largest, 0.0, left)


def _faults(
    panel: Panel, donors: np.ndarray, before: np.ndarray, after: np.ndarray, start: int
) -> list[Fault]:
    faults = []
    if len(donors) < 2:
        faults.append(
            Fault("comparison", f"{len(donors)} units are never treated.", "Two are the least.")
        )
    if not before.any():
        faults.append(Fault(str(start), "no year lies before it.", "Add earlier years."))
    if not after.any():
        faults.append(Fault(str(start), "no year lies at or after it.", "Add later years."))
    missing = np.isnan(panel.values).any(axis=1)
    faults += [
        Fault(name, "has years without a figure.", "Leave the unit or the years out.")
        for name, absent in zip(panel.units, missing, strict=True)
        if absent
    ]
    return faults
