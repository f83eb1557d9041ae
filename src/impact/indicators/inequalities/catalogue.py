"""Which measures there are, and which levels each one compares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from impact.indicators.inequalities import dispersion, gaps, levels, mean_distance
from impact.indicators.inequalities.levels import Level
from impact.indicators.inequalities.measure import Measure
from impact.indicators.inequalities.reference_distance import reference_distance
from impact.indicators.inequalities.subgroups import Subgroups

GAPS = ("difference", "ratio", "population_attributable_risk", "population_attributable_fraction")


@dataclass(frozen=True)
class Comparison:
    """Subgroups and what is known of who is better off.

    Parameters
    ----------
    groups
        The subgroups.
    rank
        Shape (rows,): rank of advantage, or None.
    reference
        Shape (rows,): whether a row is the reference, or None.
    favourable
        Whether a high value is good.
    """

    groups: Subgroups
    rank: np.ndarray | None
    reference: np.ndarray | None
    favourable: bool

    @property
    def lacks_reference(self) -> np.ndarray:
        """Shape (groups,): whether a reference is named that the group does not have."""
        if self.reference is None:
            return np.zeros(len(self.groups.keys), dtype=bool)
        return self.groups.sum(self.reference) == 0

    @property
    def lacks_ends(self) -> np.ndarray:
        """Shape (groups,): whether there is nothing but the reference, or one rung of a ladder."""
        if self.reference is not None:
            return self.groups.distinct(self.reference) < 2
        if self.rank is not None:
            return self.groups.distinct(self.rank) < 2
        return np.zeros(len(self.groups.keys), dtype=bool)

    def uses_reference(self, name: str) -> bool:
        """Return whether a measure is made with the reference."""
        return self.reference is not None and (name in GAPS or "from_reference" in name)

    @cached_property
    def mean(self) -> Level:
        """The mean weighted by population."""
        return levels.mean_level(self.groups)

    @cached_property
    def best(self) -> Level:
        """The best value."""
        return levels.extreme_level(self.groups, self.favourable)

    @cached_property
    def named(self) -> Level:
        """The level of the reference."""
        return levels.pooled_level(self.groups, self.reference)

    @cached_property
    def goal(self) -> Level:
        """The level all could have: the reference, the top of the ladder, or the best."""
        if self.reference is not None:
            return self.named
        if self.rank is not None:
            return levels.end_level(self.groups, self.rank, highest=True)
        return self.best

    @cached_property
    def last(self) -> Level:
        """The level at the other end from the goal."""
        if self.reference is None and self.rank is not None:
            return levels.end_level(self.groups, self.rank, highest=False)
        return levels.extreme_level(self.groups, not self.favourable, without=self.reference)

    @cached_property
    def from_mean(self) -> dict[bool, Measure]:
        """Mean distance from the mean: unweighted and weighted by population."""
        weights = {False: self.groups.equal, True: self.groups.share}
        return {
            weighted: mean_distance.mean_distance(self.groups, self.mean, weight)
            for weighted, weight in weights.items()
        }

    def high_and_low(self, one: Level, other: Level) -> tuple[Level, Level]:
        """Return two levels, better and worse, in the order in which a gap is positive."""
        return (one, other) if self.favourable else (other, one)


def _difference(this: Comparison) -> Measure:
    return gaps.difference(this.groups, *this.high_and_low(this.goal, this.last))


def _ratio(this: Comparison) -> Measure:
    return gaps.ratio(this.groups, *this.high_and_low(this.goal, this.last))


def _attributable_risk(this: Comparison) -> Measure:
    return _gain_only(this, gaps.difference(this.groups, this.goal, this.mean))


def _attributable_fraction(this: Comparison) -> Measure:
    return _gain_only(this, gaps.ratio(this.groups, this.goal, this.mean, shift=1.0))


def _gain_only(this: Comparison, measure: Measure) -> Measure:
    return gaps.clipped(measure, *((0, np.inf) if this.favourable else (-np.inf, 0)))


def _from_mean(weighted: bool) -> Callable[[Comparison], Measure]:
    return lambda this: this.from_mean[weighted]


def _from_reference(weighted: bool) -> Callable[[Comparison], Measure]:
    def measure(this: Comparison) -> Measure:
        return reference_distance(this.groups, this.named, _weight(this, weighted))

    return measure


def _from_best(weighted: bool) -> Callable[[Comparison], Measure]:
    def measure(this: Comparison) -> Measure:
        mean = levels.fixed_level(this.groups, _weight(this, weighted))
        pair = this.high_and_low(this.best, mean)
        return gaps.difference(this.groups, *pair, least=0.0)

    return measure


def _disparity(weighted: bool) -> Callable[[Comparison], Measure]:
    def measure(this: Comparison) -> Measure:
        weight, plain = _weight(this, weighted), this.from_mean[weighted]
        return mean_distance.index_of_disparity(this.groups, weight, plain)

    return measure


def _of_groups(function: Callable[[Subgroups], Measure]) -> Callable[[Comparison], Measure]:
    return lambda this: function(this.groups)


def _weight(this: Comparison, weighted: bool) -> np.ndarray:
    return this.groups.share if weighted else this.groups.equal


MEASURES: dict[str, Callable[[Comparison], Measure]] = {
    "difference": _difference,
    "ratio": _ratio,
    "between_group_variance": _of_groups(dispersion.between_group_variance),
    "between_group_standard_deviation": _of_groups(dispersion.between_group_standard_deviation),
    "coefficient_of_variation": _of_groups(dispersion.coefficient_of_variation),
    "mean_difference_from_mean_weighted": _from_mean(True),
    "mean_difference_from_mean_unweighted": _from_mean(False),
    "mean_difference_from_best_weighted": _from_best(True),
    "mean_difference_from_best_unweighted": _from_best(False),
    "mean_difference_from_reference_weighted": _from_reference(True),
    "mean_difference_from_reference_unweighted": _from_reference(False),
    "index_of_disparity_weighted": _disparity(True),
    "index_of_disparity_unweighted": _disparity(False),
    "theil": _of_groups(dispersion.theil),
    "mean_log_deviation": _of_groups(dispersion.mean_log_deviation),
    "population_attributable_risk": _attributable_risk,
    "population_attributable_fraction": _attributable_fraction,
}
