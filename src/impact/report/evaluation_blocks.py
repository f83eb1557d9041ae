"""The blocks of an evaluation: what it comes to, and the drawings its credibility rests on."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block, Series
from impact.report.message import (
    LocalWords,
    Message,
    Number,
    PlaceName,
    Verdict,
    Year,
)
from impact.report.quantity_blocks import Estimate

Label = PlaceName | LocalWords | Message | Year
"""What a row is called."""
PHASES = ("before", "anticipation", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Block):
    """What an evaluation comes to, in one sentence with its verdict.

    Parameters
    ----------
    sentence
        The effect of the primary outcome in its own unit, or that it cannot be estimated.
    verdict
        Of family effect.
    effect
        The effect with its interval; None when there is none.
    reason
        Why the verdict is what it is.
    banner
        Printed above: that the evaluation is exploratory, or an example.
    """

    sentence: Message
    verdict: Verdict
    reason: Message
    effect: Estimate | None = None
    banner: Message | None = None
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Block):
    """The treated by year, and how it would have gone without the intervention.

    Parameters
    ----------
    finding
        The drawing in words; its alternative text.
    axis
        What is measured, in which unit.
    unit, decimals
        How the numbers of the series are printed; log outcomes are levels again here.
    observed, counterfactual
        The treated as they were, and as the comparison says they would have been (with limits).
    synthetic, comparison
        The synthetic comparison, and the mean of those compared with; None when not there.
    starts
        First years of the intervention, one per cohort.
    anticipation
        Years before the first start that count neither as before nor as after.
    """

    heading: Message
    finding: Message
    axis: Message
    unit: str
    decimals: int
    observed: Series
    counterfactual: Series
    synthetic: Series | None = None
    comparison: Series | None = None
    starts: tuple[int, ...] = ()
    anticipation: tuple[int, ...] = ()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPoint:
    """The effect so many years after the start (negative: before), in a phase of `PHASES`.

    `reference` marks the year all others are held against: nought by definition, no interval.
    """

    event: int
    phase: str
    estimate: Estimate
    reference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlot(Block):
    """Effects by years since the start; those before should lie near nought."""

    heading: Message
    finding: Message
    axis: Message
    points: tuple[EventPoint, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceboMark:
    """The effect one unit, or one invented starting year, would be given; `own` is the real one."""

    label: Label
    value: Number
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceboStrip(Block):
    """Every untreated unit taken for treated, as marks along one axis, the real one among them."""

    heading: Message
    finding: Message
    axis: Message
    marks: tuple[PlaceboMark, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One effect with its interval.

    Parameters
    ----------
    label
        Name of the specification, outcome, placebo or place.
    estimate
        As printed, in its own unit; None when it could not be calculated (then `note` says so).
    drawn
        As drawn, where rows of different units share an axis; None draws the printed one.
    note
        What to know of the row: how its interval was made, what went wrong.
    verdict
        Of family effect, where rows are outcomes.
    primary
        The row that counts.
    tone
        good, bad, plain or unknown, as in `quantity_blocks.DotRow`.
    """

    label: Label
    estimate: Estimate | None
    drawn: Estimate | None = None
    note: Message | None = None
    verdict: Verdict | None = None
    primary: bool = False
    tone: str = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest(Block):
    """Effects with intervals under each other, around nought.

    Parameters
    ----------
    first
        Heading of the table's first column.
    good
        Which side of nought is better on the axis, one of `quantity_blocks.GOOD`.
    """

    heading: Message
    finding: Message
    axis: Message
    first: Message
    good: str
    rows: tuple[ForestRow, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class SensitivityRow:
    """Limits of the effect when trends may differ so much; None where a limit cannot be had."""

    bound: Number
    lower: Number | None
    upper: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityPlot(Block):
    """How far the interval widens when treated and comparison may have drifted apart.

    Parameters
    ----------
    bounds
        What the horizontal axis measures.
    breakdown
        The largest bound at which the interval still leaves out nought; None when not known.
    """

    heading: Message
    finding: Message
    axis: Message
    bounds: Message
    rows: tuple[SensitivityRow, ...]
    breakdown: Number | None = None
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerCurve(Block):
    """How often an effect of a given size would be found; at nought it is the false alarms.

    Parameters
    ----------
    effects, detected
        Sizes of an effect, and the share of all placebo assignments in which each is found (%).
    detectable
        The smallest effect found four times in five; None when none is.
    smallest
        The smallest effect that would matter, as the plan says; None when it does not.
    """

    heading: Message
    finding: Message
    axis: Message
    effects: tuple[Number, ...]
    detected: tuple[Number, ...]
    detectable: Number | None = None
    smallest: Number | None = None
    remarks: tuple[Message, ...] = ()
