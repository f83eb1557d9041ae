"""What a page is made of in one language, before it is HTML or PDF."""

from __future__ import annotations

from dataclasses import dataclass

from impact.report.parts import Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 starts a section, `anchor` is its address on the page."""

    text: Text
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `role` is lead, remark, quote or empty."""

    text: Text
    role: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[Text, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with texts: an indicator card, provenance, an activity; `folded` opens on demand."""

    title: Text
    pairs: tuple[tuple[Text, Text], ...]
    level: int = 3
    folded: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A table cell; `note` is a second, smaller line."""

    text: Text
    note: Text = ()
    number: bool = False


@dataclass(frozen=True, slots=True)
class TableNode:
    """A table whose first column names its rows; `folded` tables open on demand.

    A folded table that is not `printed` is left out on paper, where its drawing or a shorter table
    says the same.
    """

    caption: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    folded: bool = False
    role: str = ""
    printed: bool = True


@dataclass(frozen=True, slots=True)
class FigureNode:
    """A drawing with its finding as alternative text, its legend and the table behind it.

    `legend` pairs the name of a mark with its meaning.
    """

    svg: str
    alt: str
    legend: tuple[tuple[str, Text], ...]
    table: TableNode


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice every reader must see: historical, simulated, thin data."""

    text: Text


@dataclass(frozen=True, slots=True)
class Form:
    """Room to write by hand on a printed sheet: its label, lines and columns, if any."""

    label: Text
    lines: int
    columns: tuple[Text, ...] = ()


Node = Heading | Paragraph | Bullets | Facts | TableNode | FigureNode | Banner | Form
Nodes = tuple[Node, ...]
