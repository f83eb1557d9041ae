"""A composite index in one language: what its parts add to a difference, drawn and in a table."""

from __future__ import annotations

from impact.report.charts.forest import forest as draw_forest
from impact.report.evaluation_blocks import Forest, ForestRow
from impact.report.index_blocks import IndexPartRow, IndexParts
from impact.report.language import Language
from impact.report.nodes import FigureNode, Heading, Nodes, Paragraph, TableCell, TableNode
from impact.report.quantity_blocks import Estimate
from impact.report.render_areas import figure_cell, head, legend
from impact.report.render_first_page import remarks


def index_parts(block: IndexParts, language: Language) -> Nodes:
    """Return what parts add to a difference: sentence, drawing and the table behind it."""
    title = language.text(block.heading)
    lines = tuple(_row(row, language) for row in block.rows)
    names = head(language, "index-part", "index-score", "index-adds", "index-interval")
    table = TableNode(title, names, lines, folded=True)
    alt = f"{language.plain(block.heading)}. {language.plain(block.finding)}"
    drawn = draw_forest(_drawn(block), language, alt)
    marks = ["index-adds"] + ["index-whole"] * any(row.whole for row in block.rows)
    figure = FigureNode(drawn, alt, legend(language, marks, ""), table)
    finding = Paragraph(language.text(block.finding))
    return (Heading(title, 3), finding, figure, *remarks(block.remarks, language))


def _drawn(block: IndexParts) -> Forest:
    """Return the parts as a drawing of differences around nought."""
    return Forest(
        section=block.section,
        heading=block.heading,
        finding=block.finding,
        axis=block.axis,
        first=block.heading,
        good="higher",
        rows=tuple(
            ForestRow(row.label, row.adds, primary=row.whole, tone=row.tone) for row in block.rows
        ),
    )


def _row(row: IndexPartRow, language: Language) -> tuple[TableCell, ...]:
    return (
        TableCell(language.parts(row.label)),
        figure_cell(row.score, language),
        figure_cell(row.adds.value, language),
        _interval(row.adds, language),
    )


def _interval(found: Estimate, language: Language) -> TableCell:
    text = ("–",) if found.certain else language.parts(found.range)
    return TableCell(text, number=True)
