"""Quantified impacts in one language: dots and lines, who gains, drivers, prices, parameters."""

from __future__ import annotations

from collections.abc import Iterable

from impact.report.charts.acceptability import acceptability as draw_acceptability
from impact.report.charts.dots_and_lines import dots_and_lines as draw_dots
from impact.report.charts.drivers import drivers as draw_drivers
from impact.report.language import Language
from impact.report.message import Message
from impact.report.nodes import Facts, FigureNode, Heading, Nodes, Paragraph, TableCell, TableNode
from impact.report.parts import Text, plain
from impact.report.quantity_blocks import (
    MOST_DRAWN,
    Acceptability,
    DotRow,
    DotsAndLines,
    Drivers,
    Estimate,
    GainsAndLosses,
    GroupEffect,
    GroupRow,
    ParameterCard,
    ParameterCards,
)
from impact.report.render_areas import figure_cell, head, legend
from impact.report.render_first_page import remarks

TONES = ("good", "bad", "plain", "unknown")


def dots_and_lines(block: DotsAndLines, language: Language) -> Nodes:
    """Return one quantity: heading, drawing, the table behind it and its years."""
    title = language.text(block.heading)
    table = TableNode(title, *_table(block.rows, "place-or-year", language), folded=True)
    drawn = block.rows[:MOST_DRAWN]
    alt = language.word(
        "alt-dots",
        heading=language.plain(block.heading),
        first=_first(block, language),
        rows=len(drawn),
        clear=sum(row.tone != "unknown" and row.drawn.value.value != 0 for row in drawn),
    )
    marks = [f"dots-{tone}" for tone in TONES if any(row.tone == tone for row in block.rows)]
    marks += ["dots-whole"] * any(row.whole for row in block.rows)
    figure = FigureNode(draw_dots(block, language, alt), alt, legend(language, marks, ""), table)
    nodes: list = [Heading(title, 3), figure]
    if block.years:
        caption = (language.word("table-by-year"), ": ", *title)
        nodes.append(TableNode(caption, *_table(block.years, "year", language), folded=True))
    return (*nodes, *remarks(block.remarks, language))


def _first(block: DotsAndLines, language: Language) -> str:
    """Return the first row in words, with the unit on the axis."""
    row = block.rows[0]
    name, figure = plain(language.parts(row.label)), language.number(row.drawn.value)
    if row.drawn.certain:
        return f"{name}: {figure}"
    interval = plain(language.parts(row.drawn.range))
    return f"{name}: {figure} ({interval})"


def _table(
    rows: tuple[DotRow, ...], first: str, language: Language
) -> tuple[tuple[Text, ...], tuple[tuple[TableCell, ...], ...]]:
    """Return head and rows; columns without any figure are left out."""
    columns = [
        (first, [TableCell(language.parts(row.label)) for row in rows]),
        ("without-it", [figure_cell(row.without, language) for row in rows]),
        ("with-it", [figure_cell(row.level, language) for row in rows]),
        ("drawn", [figure_cell(row.drawn.value, language) for row in rows]),
        ("interval", [_interval(row.drawn, language) for row in rows]),
        ("persons", [figure_cell(row.people and row.people.value, language) for row in rows]),
        ("interval", [_interval(row.people, language) for row in rows]),
    ]
    kept = [(n, cells) for n, cells in columns if any(cell.text != ("–",) for cell in cells)]
    lines = tuple(zip(*(cells for _, cells in kept), strict=True))
    return head(language, *(name for name, _ in kept)), lines


def _interval(found: Estimate | None, language: Language) -> TableCell:
    return TableCell(("–",) if found is None else language.parts(found.range), number=True)


SIDES = ("better", "worse", "mixed", "unknown")


def gains_and_losses(block: GainsAndLosses, language: Language) -> Nodes:
    """Return who gains and who loses, a group a row; sides nobody is on are left out."""
    sides = [side for side in SIDES if any(getattr(row, side) for row in block.rows)]
    names = ("whom", *(f"side-{side}" for side in sides))
    lines = tuple(
        (_group(row, language), *(_effects(getattr(row, side), language) for side in sides))
        for row in block.rows
    )
    title = language.text(block.heading)
    table = TableNode(title, head(language, *names), lines, role="untitled")
    return (Heading(title, 3), Paragraph(language.text(block.finding)), table)


def _group(row: GroupRow, language: Language) -> TableCell:
    notes: list[Text] = [language.text(mark) for mark in row.marks]
    if row.size is not None:
        notes.append(language.text(Message("group-size", {"people": row.size})))
    return TableCell(language.parts(row.group), _joined(notes, " · "))


def _effects(effects: tuple[GroupEffect, ...], language: Language) -> TableCell:
    return TableCell(_joined([_effect(one, language) for one in effects], "; ") or ("–",))


def _effect(one: GroupEffect, language: Language) -> Text:
    pieces = [language.word(f"effect-{'-and-'.join(one.windows)}")]
    if one.answer:
        pieces.append(language.word(f"effect-{one.answer}"))
    return (*language.parts(one.determinant), f" ({', '.join(pieces)})")


def _joined(texts: Iterable[Text], between: str) -> Text:
    told: list = []
    for text in texts:
        told += [between, *text] if told else text
    return tuple(told)


def drivers(block: Drivers, language: Language) -> Nodes:
    """Return what makes a quantity uncertain: a sentence, bars and the table behind them."""
    title = language.text(block.heading)
    lines = tuple(
        (
            TableCell(language.parts(row.name)),
            figure_cell(row.alone, language),
            figure_cell(row.total, language),
        )
        for row in block.rows
    )
    table = TableNode(title, head(language, "driver", "alone", "in-all"), lines, folded=True)
    alt = f"{language.plain(block.heading)}. {language.plain(block.finding)}"
    marks = legend(language, ("driver-alone", "driver-total"), "")
    figure = FigureNode(draw_drivers(block, language, alt), alt, marks, table)
    return (Heading(title, 3), Paragraph(language.text(block.finding)), figure)


def acceptability(block: Acceptability, language: Language) -> Nodes:
    """Return how probable it is that a price covers the cost: sentence, curves and table."""
    title = language.text(block.heading)
    lines = tuple(
        (TableCell(language.parts(curve.alternative)), figure_cell(price, language),
         figure_cell(chance, language))
        for curve in block.curves
        for price, chance in zip(curve.prices, curve.probabilities, strict=True)
    )  # fmt: skip
    names = head(language, "option", "unit-price", "chance")
    table = TableNode(title, names, lines, folded=True)
    alt = f"{language.plain(block.heading)}. {language.plain(block.finding)}"
    figure = FigureNode(draw_acceptability(block, language, alt), alt, (), table)
    return (Heading(title, 3), Paragraph(language.text(block.finding)), figure)


def parameter_cards(block: ParameterCards, language: Language) -> Nodes:
    """Return a folded list of facts for every effect taken from a study."""
    title = Heading((language.word("parameter-cards"),), 3)
    return (title, *(_card(card, language) for card in block.cards))


def _card(card: ParameterCard, language: Language) -> Facts:
    name = language.parts(card.name)
    if card.scenario:
        name = (*name, f" ({language.word('standing-scenario')})")
    pairs = tuple(
        ((language.word(f"parameter-{label}"),), language.parts(fact)) for label, fact in card.facts
    )
    return Facts(name, pairs, level=4, folded=True)
