"""What was declared beforehand about an evaluation: estimator, direction, what would matter."""

from __future__ import annotations

from dataclasses import dataclass, field

from impact.errors import Fault, InvalidInput

ESTIMATORS = ("demeaned", "detrended", "long_difference")
"""How one number is made of a unit's series; the first is the usual one."""
DIRECTIONS = ("higher", "lower", "either")


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """The declared part of an evaluation that a calculation needs.

    Parameters
    ----------
    estimator
        One of `ESTIMATORS`.
    direction
        Which way the outcome was hoped to move: higher, lower or either.
    smallest_effect
        Smallest effect that would matter, in the unit of the outcome, above nought; None when
        nobody said.
    confidence
        Of intervals, between 0 and 1.
    neighbours
        Names of untreated units next to a treated one: left out once, to see whether the effect
        spills over.
    exploratory
        Outcomes were known before the plan was registered.
    breaks
        Years in which the series starts anew.

    Raises
    ------
    InvalidInput
        A value lies outside what is allowed; all are listed.
    """

    estimator: str = "demeaned"
    direction: str = "either"
    smallest_effect: float | None = None
    confidence: float = 0.95
    neighbours: frozenset[str] = field(default_factory=frozenset)
    exploratory: bool = False
    breaks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        faults = []
        if self.estimator not in ESTIMATORS:
            mend = f"One of {', '.join(ESTIMATORS)}."
            faults.append(Fault("estimator", f"'{self.estimator}' is none.", mend))
        if self.direction not in DIRECTIONS:
            mend = f"One of {', '.join(DIRECTIONS)}."
            faults.append(Fault("direction", f"'{self.direction}' is none.", mend))
        if self.smallest_effect is not None and not self.smallest_effect > 0:
            mend = "Give a number above nought."
            faults.append(Fault("smallest_effect", f"is {self.smallest_effect}.", mend))
        if not 0.5 <= self.confidence < 1:
            mend = "Give a share such as 0.95."
            faults.append(Fault("confidence", f"is {self.confidence}.", mend))
        if faults:
            raise InvalidInput("the design cannot be used:", faults)
