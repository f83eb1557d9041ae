"""The numbers of a rule for hiding small figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from impact.errors import Fault, InvalidInput

SOURCE, PRIMARY, COMPLEMENT, DENOMINATOR, SERIES, SECONDARY = REASONS = (
    "source",
    "primary",
    "complement",
    "denominator",
    "series",
    "secondary",
)
SLACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is too small to be shown, and how vague a hidden number must stay.

    Parameters
    ----------
    threshold
        Fewest persons a numerator may show. Smaller ones are hidden, 0 too: a nought says of
        everyone in the group that they are not among the counted.
    complement
        Fewest persons who are in the denominator and not in the numerator; None where the
        numerator is no part of the denominator (rates of events).
    denominator
        Fewest persons a denominator may show; None shows all. A smaller one is hidden itself.
    series_share
        A whole series (all years of a place and group) is hidden when a larger share of its years
        is too small to be shown; None never.
    series_small, series_count
        A whole series is also hidden when in more than the share `series_small` of its years the
        numerator is below `series_count`; None never.
    series_years
        Fewest years a series must have for both.
    tolerance
        In persons. A hidden number is derivable when the figures shown leave it no more room than
        this. At least 3 below threshold and complement: two numbers known to be too small whose
        sum is known not to be are known to lie between 1 and threshold - 1.

    Raises
    ------
    InvalidInput
        A number is below 0, a share not between 0 and 1, or the tolerance too large.
    """

    threshold: int = 5
    complement: int | None = 5
    denominator: int | None = 5
    series_share: float | None = None
    series_small: float | None = None
    series_count: int | None = None
    series_years: int = 4
    tolerance: float = 1.0

    def __post_init__(self) -> None:
        faults = [
            Fault(name, f"is {getattr(self, name)}.", "Write a number of persons, 0 or more.")
            for name in ("threshold", "complement", "denominator", "series_count", "tolerance")
            if getattr(self, name) is not None and getattr(self, name) < 0
        ]
        faults += [
            Fault(name, f"is {getattr(self, name)}.", "Write 0.5 for half of the years.")
            for name in ("series_share", "series_small")
            if getattr(self, name) is not None and not 0 <= getattr(self, name) <= 1
        ]
        if (self.series_small is None) != (self.series_count is None):
            faults.append(Fault("series_small", "and series_count belong together."))
        for name in ("threshold", "complement"):
            number = getattr(self, name)
            if number and number < self.tolerance + SLACK:
                problem = f"is {number} and less than tolerance + {SLACK}."
                faults.append(Fault(name, problem, "Raise it, or lower the tolerance."))
        if faults:
            raise InvalidInput("a rule for small numbers", faults)

    @property
    def room(self) -> float:
        """Fewest persons between the least and the most a hidden number can be."""
        return self.tolerance + 1

    @property
    def fewest(self) -> int:
        """Fewest persons in a denominator whose numerator can be shown."""
        own = self.threshold + self.complement if self.complement is not None else 0
        return max(self.denominator or 0, own)

    @property
    def share(self) -> bool:
        """Say whether the numerator is part of the denominator."""
        return self.complement is not None


def rule_of(rule: Rule | Mapping[str, Rule | None], name: str) -> Rule | None:
    """Return the rule of an indicator: the only one there is, or the one under its id."""
    return rule if isinstance(rule, Rule) else rule.get(name)
