"""The blocks of a region's report: municipalities side by side."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block, TrendPanel
from impact.report.message import Message, Number, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiples(Block):
    """One indicator, one small panel per municipality, all on one scale.

    `reference` says what the country's figure is, as in a barometer.
    """

    indicator: str
    heading: Message
    panels: tuple[TrendPanel, ...]
    reference: str = "median"


@dataclass(frozen=True, slots=True)
class MapArea:
    """A municipality on the map: its latest value and how it compares."""

    place: str
    value: Number | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoroplethMap(Block):
    """A map of one indicator over a region or a country, coloured by verdict."""

    indicator: str
    year: int | None
    heading: Message
    areas: tuple[MapArea, ...]


@dataclass(frozen=True, slots=True)
class SpreadPanel:
    """Spread between municipalities by year: median and quartiles, and its trend.

    `chance` is the share of the newest year's variation that the municipalities' own uncertainty
    explains.
    """

    indicator: str
    unit: str
    years: tuple[int, ...]
    low: tuple[float | None, ...]
    median: tuple[float | None, ...]
    high: tuple[float | None, ...]
    country_low: tuple[float | None, ...]
    country_high: tuple[float | None, ...]
    spread_first: Number | None
    spread_last: Number | None
    trend: Verdict
    chance: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread(Block):
    """Equal quality in one area: how far apart the municipalities are, and whether it narrows."""

    area: str
    heading: Message
    panels: tuple[SpreadPanel, ...]
    remarks: tuple[Message, ...] = ()
