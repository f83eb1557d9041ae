"""The blocks of the annexes: every value, indicator cards, provenance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from impact.report.blocks import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Values(Block):
    """Every value used of one place, column by column; unit and name are the catalogue's."""

    place: str
    indicators: tuple[str, ...]
    years: tuple[int, ...]
    groups: tuple[str, ...]
    values: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    statuses: tuple[str, ...]
    vintages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One indicator's facts as used in this report; the rest is read from the catalogue."""

    indicator: str
    first_year: int | None
    last_year: int | None
    vintage: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Block):
    """An indicator card each: definition, unit, direction, source, breaks, uncertainty."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance(Block):
    """What this report was made of and how to make it again.

    `facts` maps a fixed key (digest, sources, params, version, command ...) to a plain text.
    """

    facts: Mapping[str, str]
