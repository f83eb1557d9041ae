"""The blocks of a plan of places: maps of young people, wanted places, weights, a notice."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block, Cell
from impact.report.message import LocalWords, Message, Number, PlaceName, Verdict
from impact.report.quantity_blocks import Estimate

Label = LocalWords | Message | PlaceName
"""What a row is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Block):
    """What every reader must see before the figures that follow: that they are simulated."""

    text: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityDrawing(Block):
    """What the drawings of a plan share.

    Parameters
    ----------
    heading
        What stands above the drawing.
    finding
        The drawing in words; its alternative text.
    caption
        Title of the table behind it.
    simulated
        Whether some figure in it is simulated; then the drawing itself says so.
    """

    heading: Message
    finding: Message
    caption: Message
    simulated: bool = False
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleArea:
    """A municipality: how many were counted, and how many are expected."""

    place: str
    counted: Number | None
    expected: Estimate | None
    change: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleMap(CapacityDrawing):
    """A map with a ring for those counted and a disc for those expected, by their number.

    Parameters
    ----------
    now, then
        What the ring and the disc stand for.
    """

    areas: tuple[PeopleArea, ...]
    now: Message
    then: Message


@dataclass(frozen=True, slots=True)
class AreaMark:
    """A municipality on a map: `verdict` gives its look, `cells` its row of the table."""

    place: str
    verdict: Verdict
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaMap(CapacityDrawing):
    """A map whose municipalities are in classes.

    Parameters
    ----------
    areas
        Their verdicts are of family comparison and stand for a look alone.
    columns
        Headings of the cells, after the municipality's.
    classes
        Each word of a verdict that may occur, and what it means here.
    """

    areas: tuple[AreaMark, ...]
    columns: tuple[Message, ...]
    classes: tuple[tuple[str, Message], ...]


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One programme: wanted places beside those there are.

    Parameters
    ----------
    demand
        Wanted places in the year planned for, with limits.
    places, planned
        Places today, and by the plan.
    pressure
        First choices per place.
    tone
        bad: more wanted than there are, by the whole interval; plain: fewer; unknown: neither.
    """

    label: Label
    demand: Estimate
    places: Number | None
    planned: Number | None
    pressure: Number | None
    empty: Number | None
    without: Number | None
    need: Message | None
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesDemand(CapacityDrawing):
    """Wanted places by programme with their range, over the places there are and those planned."""

    axis: Message
    rows: tuple[DemandRow, ...]


@dataclass(frozen=True, slots=True)
class SweepRow:
    """One programme: the change of places at each weight, and whether its sign stays."""

    label: Label
    changes: tuple[Number | None, ...]
    stable: bool
    verdict: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightSweep(CapacityDrawing):
    """How places change as need weighs more and the young people's choice less.

    Parameters
    ----------
    weights
        The weights of need in per cent, rising; each row has a change for each.
    """

    axis: Message
    weights: tuple[Number, ...]
    rows: tuple[SweepRow, ...]


@dataclass(frozen=True, slots=True)
class FlowLine:
    """So many pupils travel from one municipality to another."""

    home: str
    place: str
    pupils: Number
    minutes: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowMap(CapacityDrawing):
    """A map with a line for each pair of municipalities pupils travel between.

    Parameters
    ----------
    places
        Municipalities drawn, with or without a line.
    flows
        The largest first.
    """

    places: tuple[str, ...]
    flows: tuple[FlowLine, ...]
