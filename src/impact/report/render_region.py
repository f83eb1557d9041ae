"""The region's report in one language: spread, small multiples by municipality, maps."""

from __future__ import annotations

from impact.report.charts.map import choropleth as draw_map
from impact.report.charts.multiples import multiples as draw_multiples
from impact.report.charts.spread import spread as draw_spread
from impact.report.language import Language
from impact.report.nodes import FigureNode, Heading, Nodes, TableCell, TableNode
from impact.report.parts import plain
from impact.report.region_blocks import (
    ChoroplethMap,
    Multiples,
    Spread,
    SpreadPanel,
)
from impact.report.render_areas import (
    area_name,
    figure_cell,
    head,
    legend,
    trend_marks,
    trend_row,
    trends_alt,
    verdict_cell,
)
from impact.report.render_first_page import remarks


def multiples(block: Multiples, language: Language) -> Nodes:
    """Return one small panel per municipality, or county, and the table of their trends."""
    name = plain(language.indicator(block.indicator))
    first = "county" if block.reference == "counties" else "place"
    columns = (first, "period", "slope", "interval", "trend", "trend-relative")
    rows = []
    for panel in block.panels:
        row = trend_row(panel, language)
        rows.append((TableCell((language.place(panel.place),), row[0].note), *row[1:]))
    table = TableNode(
        (language.word("table-trends", area=name),),
        head(language, *columns),
        tuple(rows),
        folded=True,
    )
    marks = legend(language, trend_marks(block.panels), block.reference)
    alt = trends_alt(block.panels, language, name)
    figure = FigureNode(draw_multiples(block, language, alt), alt, marks, table)
    return (Heading(language.text(block.heading), 3), figure)


def choropleth_map(block: ChoroplethMap, language: Language) -> Nodes:
    """Return a map of verdicts and the table of its values."""
    words = [area.verdict.word for area in block.areas]
    rows = tuple(
        (
            TableCell((language.place(area.place),)),
            figure_cell(area.value, language),
            verdict_cell(area.verdict, language),
        )
        for area in block.areas
    )
    table = TableNode(
        language.text(block.heading),
        head(language, "place", "value", "comparison"),
        rows,
        folded=True,
    )
    alt = language.word(
        "alt-map",
        heading=language.plain(block.heading),
        better=words.count("better"),
        worse=words.count("worse"),
        rows=len(words),
    )
    legend = tuple(
        (f"map-{word}", (language.word(f"verdict-comparison-{word.replace('_', '-')}"),))
        for word in dict.fromkeys(sorted(words))
    )
    figure = FigureNode(draw_map(block, language, alt), alt, legend, table)
    return (Heading(language.text(block.heading), 3), figure)


def spread(block: Spread, language: Language) -> Nodes:
    """Return how far apart the municipalities are over time."""
    table = TableNode(
        (language.word("table-spread", area=area_name(block.area, language)),),
        head(
            language,
            "indicator",
            "period",
            "spread-first",
            "spread-last",
            "spread-trend",
            "spread-chance",
        ),
        tuple(_spread_row(panel, language) for panel in block.panels),
        folded=True,
    )
    words = [panel.trend.word for panel in block.panels]
    alt = language.word(
        "alt-spread",
        panels=len(words),
        narrowing=words.count("improving") + words.count("decreasing"),
        widening=words.count("worsening") + words.count("increasing"),
    )
    marks = ("region-band", "region-median", "country-band")
    explained = legend(language, marks, "median")
    figure = FigureNode(draw_spread(block, language, alt), alt, explained, table)
    title = Heading(language.text(block.heading), 3)
    return (title, figure, *remarks(block.remarks, language))


def _spread_row(panel: SpreadPanel, language: Language) -> tuple[TableCell, ...]:
    years = (f"{panel.years[0]}–{panel.years[-1]}",) if panel.years else ("–",)
    return (
        TableCell(language.indicator(panel.indicator)),
        TableCell(years, number=True),
        figure_cell(panel.spread_first, language),
        figure_cell(panel.spread_last, language),
        verdict_cell(panel.trend, language),
        figure_cell(panel.chance, language),
    )
