"""The blocks of an assessment: alternatives side by side, the matrix of impacts, facts in a box."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.blocks import Block, Cell
from impact.report.message import LocalWords, Message, Verdict


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One aspect of every alternative: what it means, from when, what it costs."""

    label: Message
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Block):
    """Alternatives side by side; `chosen` is the position of the decided or recommended one."""

    alternatives: tuple[LocalWords, ...]
    rows: tuple[OptionRow, ...]
    chosen: int | None = None
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """An impact in a cell of the matrix: its direction, what is said beside it and below it."""

    direction: Verdict
    beside: Message | None = None
    below: Message | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One line of the matrix: marks by alternative, none where nothing was assessed."""

    label: LocalWords
    note: Message | None
    window: str | None
    cells: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Block):
    """Impacts by alternative, on whom and when; without windows it is the matrix in short."""

    heading: Message
    caption: Message
    first: Message
    alternatives: tuple[LocalWords, ...]
    rows: tuple[MatrixRow, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says."""

    label: Message
    value: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class FactList(Block):
    """Labelled facts about one thing: a decision, one impact, people who were heard."""

    facts: tuple[Fact, ...]
    heading: Message | None = None
    folded: bool = False
    remarks: tuple[Message, ...] = ()
