"""The blocks of a composite index."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block
from impact.report.message import LocalWords, Message, Number
from impact.report.quantity_blocks import Estimate


@dataclass(frozen=True, slots=True)
class IndexPartRow:
    """One part of an index: its score, and what it adds to a difference.

    Parameters
    ----------
    label
        Name of the part, or of the whole.
    score
        Points of the part; None where too few figures are there.
    adds
        Points it adds to the difference of the whole, with an interval where there is one.
    tone
        good, bad, plain or unknown: the side of nought its interval lies on, plain without one.
    whole
        The difference of the whole, which the parts add up to.
    """

    label: LocalWords | Message
    score: Number | None
    adds: Estimate
    tone: str = "plain"
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexParts(Block):
    """What the parts of an index add to its difference from something; they add up exactly.

    Parameters
    ----------
    finding
        The difference in words; the alternative text of the drawing.
    axis
        What is drawn.
    """

    heading: Message
    finding: Message
    axis: Message
    rows: tuple[IndexPartRow, ...]
    remarks: tuple[Message, ...] = ()
