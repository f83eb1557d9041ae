"""Annexes in one language: tables, indicator cards, the ledger of changes, provenance."""

from __future__ import annotations

from typing import Any

from impact.report import names
from impact.report.annex_blocks import (
    Card,
    Cards,
    Provenance,
    Values,
)
from impact.report.blocks import (
    ChangeRow,
    Changes,
    Table,
)
from impact.report.language import Language
from impact.report.message import Number
from impact.report.nodes import Facts, Heading, Node, Nodes, Paragraph, TableCell, TableNode
from impact.report.parts import Text
from impact.report.render_first_page import changes as change_sentences
from impact.report.render_first_page import remarks
from impact.report.value_rows import ValueRow, value_rows

LONGEST = 40
FACTS = (
    "digest",
    "rows",
    "sources",
    "params",
    "draws",
    "seed",
    "case",
    "version",
    "command",
    "python",
    "platform",
    "template",
    "batch",
    "licence",
)
"""Keys of provenance that have a label; any other key is printed as it is."""


def table(block: Table, language: Language) -> Nodes:
    """Return a table and its remarks, with a heading when there is one; a long one is folded."""
    nodes: list[Node] = []
    if block.heading is not None:
        nodes.append(Heading(language.text(block.heading), 3))
    repeats = block.heading == block.caption
    nodes.append(
        TableNode(
            language.text(block.caption),
            tuple(language.text(column) for column in block.columns),
            tuple(tuple(cell(value, language) for value in row) for row in block.rows),
            folded=block.screen or len(block.rows) > LONGEST,
            role="untitled" if repeats else "",
            printed=not block.screen,
        )
    )
    return (*nodes, *remarks(block.remarks, language))


VALUE_HEAD = ("indicator", "year", "group", "value", "lower", "upper", "status", "vintage")


def values(block: Values, language: Language) -> Nodes:
    """Return the table of every value used, folded."""
    return (
        TableNode(
            (language.word("table-full"),),
            tuple((language.word(f"column-{name}"),) for name in VALUE_HEAD),
            tuple(_value_row(row, language) for row in value_rows(block)),
            folded=True,
            role="values",
        ),
    )


def _value_row(row: ValueRow, language: Language) -> tuple[TableCell, ...]:
    return (
        TableCell(language.indicator(row.value.indicator)),
        TableCell((str(row.value.year),), number=True),
        TableCell((language.group(row.value.group),)),
        TableCell(language.parts(row.value), number=True),
        TableCell(language.parts(row.lower), number=True),
        TableCell(language.parts(row.upper), number=True),
        TableCell((language.word(f"status-{row.value.status.replace('_', '-')}"),)),
        TableCell((row.vintage,)),
    )


def cell(value: Any, language: Language) -> TableCell:
    """Return a table cell; figures stand to the right."""
    is_number = isinstance(value, (Number, int)) or value is None
    return TableCell(language.parts(value), number=is_number)


def ledger(block: Changes, language: Language) -> Nodes:
    """Return the sentences and, when figures changed, the table of every change."""
    nodes: list[Node] = list(change_sentences(block, language))
    if block.rows:
        head = ("change", "indicator", "place", "year", "group", "before", "after")
        nodes.append(
            TableNode(
                (language.word("table-changes"),),
                tuple((language.word(f"head-{name}"),) for name in head),
                tuple(_change(row, language) for row in block.rows),
            )
        )
    return tuple(nodes)


def _change(row: ChangeRow, language: Language) -> tuple[TableCell, ...]:
    return (
        TableCell((language.word(f"change-{row.change}"),)),
        TableCell(language.indicator(row.indicator)),
        TableCell((language.place(row.place),)),
        TableCell((str(row.year),), number=True),
        TableCell((language.group(row.group),)),
        TableCell(language.parts(row.before), number=True),
        TableCell(language.parts(row.after), number=True),
    )


def cards(block: Cards, language: Language) -> Nodes:
    """Return one list of facts per indicator, folded."""
    title = Heading((language.word("heading-cards"),), 3)
    return (title, *(_card(card, language) for card in block.cards))


def _card(card: Card, language: Language) -> Facts:
    entry = names.indicator(card.indicator)
    pairs: list[tuple[str, Text]] = [("description", language.own_words(entry.description))]
    for label in ("numerator", "denominator"):
        if getattr(entry, label):
            pairs.append((label, language.own_words(getattr(entry, label))))
    pairs.append(("unit", (language.word(f"unit-{entry.unit.replace('_', '-')}"),)))
    pairs.append(("direction", (language.word(f"polarity-{entry.polarity}"),)))
    if card.first_year is not None:
        pairs.append(("years", (f"{card.first_year}–{card.last_year}",)))
    pairs.extend(("break", _break(item, language)) for item in entry.breaks)
    pairs.append(("uncertainty", _uncertainty(entry.uncertainty, language)))
    if entry.small_numbers is not None:
        pairs.append(("small-numbers", language.own_words(entry.small_numbers.reason)))
    pairs.append(("source", language.own_words(entry.attribution.raw)))
    if card.vintage is not None:
        pairs.append(("read", (language.date(card.vintage),)))
    pairs.append(("identifier", (card.indicator,)))
    labelled = tuple(((language.word(f"card-{label}"),), text) for label, text in pairs if text)
    return Facts(language.indicator(card.indicator), labelled, level=4, folded=True)


def _break(item: Any, language: Language) -> Text:
    years = item.years or (item.year,)
    listed = ", ".join(str(year) for year in years)
    return (f"{listed}: ", *language.own_words(item.note))


def _uncertainty(entry: Any, language: Language) -> Text:
    text: Text = (language.word(f"uncertainty-{entry.basis.replace('_', '-')}"),)
    if entry.reason:
        return (*text, " ", *language.own_words(entry.reason))
    reference = getattr(entry, "denominator", None)
    if reference is not None and reference.approximate:
        about = language.word("uncertainty-approximate")
        return (*text, f" {about} ", *language.own_words(reference.error))
    return text


def provenance(block: Provenance, language: Language) -> Nodes:
    """Return what the report was made of."""
    pairs = []
    for key, text in block.facts.items():
        label = language.word(f"provenance-{key}") if key in FACTS else key
        pairs.append(((label,), (text,)))
    return (Facts((language.word("heading-provenance"),), tuple(pairs)),)


def accessibility(language: Language) -> Nodes:
    """Return the accessibility statement every page carries."""
    return (
        Heading((language.word("heading-accessibility"),), 3, "accessibility"),
        Paragraph((language.word("accessibility-statement"),)),
        Paragraph((language.word("accessibility-limits"),)),
    )
