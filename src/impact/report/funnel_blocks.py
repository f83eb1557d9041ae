"""The funnel: figures by number of people, with what chance alone would give."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block
from impact.report.message import Message, Number

POSITIONS = ("within", "outside_chance", "outside_usual")


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """One municipality: how many people, which figure, and where it lies (`POSITIONS`)."""

    place: str
    people: Number
    value: Number
    position: str


@dataclass(frozen=True, slots=True)
class FunnelCurves:
    """Limits by number of people: chance alone, and chance with the usual spread added."""

    people: tuple[float, ...]
    chance_low: tuple[float, ...]
    chance_high: tuple[float, ...]
    usual_low: tuple[float, ...]
    usual_high: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel(Block):
    """One indicator by number of people; `own` is the report's municipality, if it has one.

    `reference` is what figures are held against, `kind` says what that is, as in a barometer.
    """

    area: str
    indicator: str
    year: int
    heading: Message
    finding: Message
    own: str | None
    reference: Number
    kind: str
    points: tuple[FunnelPoint, ...]
    curves: FunnelCurves
    remarks: tuple[Message, ...] = ()
