"""Blocks of an assessment in one language: alternatives, matrix, facts."""

from __future__ import annotations

from impact.report.assessment_blocks import FactList, Mark, Matrix, MatrixRow, OptionRow, Options
from impact.report.language import Language
from impact.report.nodes import Facts, Heading, Nodes, TableCell, TableNode
from impact.report.parts import Part, Strong, Text
from impact.report.render_first_page import remarks

SIDE_BY_SIDE = "labelled"
"""Role of tables whose cells carry their column's name on a narrow screen."""


def options(block: Options, language: Language) -> Nodes:
    """Return the alternatives as the columns of a table, the chosen one in strong type."""
    head: list[Text] = [(language.word("column-aspect"),)]
    for position, title in enumerate(block.alternatives):
        text = language.local_words(title)
        head.append((Strong(text),) if position == block.chosen else text)
    table = TableNode(
        (language.word("table-options"),),
        tuple(head),
        tuple(_option(row, language) for row in block.rows),
        role=SIDE_BY_SIDE,
    )
    return (table, *remarks(block.remarks, language))


def _option(row: OptionRow, language: Language) -> tuple[TableCell, ...]:
    cells = (TableCell(language.parts(cell)) for cell in row.cells)
    return (TableCell(language.text(row.label)), *cells)


def matrix(block: Matrix, language: Language) -> Nodes:
    """Return impacts by alternative as a table, with the time when the rows have one."""
    timed = any(row.window is not None for row in block.rows)
    head: list[Text] = [language.text(block.first)]
    if timed:
        head.append((language.word("column-window"),))
    head.extend(language.local_words(title) for title in block.alternatives)
    rows = tuple(_matrix_row(row, timed, language) for row in block.rows)
    heading = Heading(language.text(block.heading), 3)
    repeats = block.heading == block.caption
    role = f"{SIDE_BY_SIDE} untitled" if repeats else SIDE_BY_SIDE
    table = TableNode(language.text(block.caption), tuple(head), rows, role=role)
    return (heading, *((table,) if rows else ()), *remarks(block.remarks, language))


def _matrix_row(row: MatrixRow, timed: bool, language: Language) -> tuple[TableCell, ...]:
    note = language.text(row.note) if row.note is not None else ()
    cells = [TableCell(language.local_words(row.label), note)]
    if timed:
        word = language.word(f"scale-window-{row.window}") if row.window else "–"
        cells.append(TableCell((word,)))
    return (*cells, *(_marks(marks, language) for marks in row.cells))


def _marks(marks: tuple[Mark, ...], language: Language) -> TableCell:
    if not marks:
        return TableCell(("–",), (language.word("matrix-not-assessed"),))
    text: list[Part] = []
    below: list[Part] = []
    for mark in marks:
        text.extend((", ",) if text else ())
        text.append(language.verdict(mark.direction))
        if mark.beside is not None:
            text.extend((" ", *language.text(mark.beside)))
        if mark.below is not None:
            below.extend(((" · ",) if below else ()) + language.text(mark.below))
    return TableCell(tuple(text), tuple(below))


def fact_list(block: FactList, language: Language) -> Nodes:
    """Return labels with texts, folded when asked for."""
    title = language.text(block.heading) if block.heading is not None else ()
    pairs = tuple((language.text(fact.label), language.parts(fact.value)) for fact in block.facts)
    facts = Facts(title, pairs, level=4 if block.folded else 3, folded=block.folded)
    return (facts, *remarks(block.remarks, language))
