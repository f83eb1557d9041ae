"""A funnel in one language: sentence, chart, legend and table."""

from __future__ import annotations

from impact.report.charts.funnel import funnel as draw_funnel
from impact.report.funnel_blocks import POSITIONS, Funnel, FunnelPoint
from impact.report.language import Language
from impact.report.nodes import FigureNode, Heading, Nodes, Paragraph, TableCell, TableNode
from impact.report.render_areas import figure_cell, head, legend
from impact.report.render_first_page import remarks

COLUMNS = ("place", "people", "value", "position")


def funnel(block: Funnel, language: Language) -> Nodes:
    """Return what a figure says beside the number of people behind it."""
    table = TableNode(
        language.text(block.heading),
        head(language, *COLUMNS),
        (*(_row(point, language) for point in block.points), _country(block, language)),
        folded=True,
    )
    alt = funnel_alt(block, language)
    marks = ["funnel-reference", "funnel-chance", "funnel-usual", "funnel-point"]
    marks += ["funnel-own"] if block.own else []
    explained = legend(language, marks, block.kind)
    figure = FigureNode(draw_funnel(block, language, alt), alt, explained, table)
    return (
        Heading(language.text(block.heading), 3),
        Paragraph(language.text(block.finding)),
        figure,
        *remarks(block.remarks, language),
    )


def funnel_alt(block: Funnel, language: Language) -> str:
    """Return a funnel's alternative text: its finding, how many lie where, and the line."""
    counts = [sum(point.position == one for point in block.points) for one in POSITIONS]
    said = {
        "heading": language.plain(block.heading),
        "finding": language.plain(block.finding),
        "line": _line(block, language),
        "reference": language.number(block.reference),
    }
    if block.own is None:
        return language.word("alt-funnel-region", **said)
    numbers = dict(zip(("within", "beyond", "unusual"), counts, strict=True))
    return language.word("alt-funnel", points=len(block.points), **numbers, **said)


def _line(block: Funnel, language: Language) -> str:
    return language.word("legend-funnel-reference", reference=block.kind)


def _country(block: Funnel, language: Language) -> tuple[TableCell, ...]:
    name = _line(block, language)
    return (
        TableCell((name,)),
        figure_cell(None, language),
        figure_cell(block.reference, language),
        TableCell(("–",)),
    )


def _row(point: FunnelPoint, language: Language) -> tuple[TableCell, ...]:
    position = language.word(f"funnel-position-{point.position.replace('_', '-')}")
    return (
        TableCell((language.place(point.place),)),
        figure_cell(point.people, language),
        figure_cell(point.value, language),
        TableCell((position,)),
    )
