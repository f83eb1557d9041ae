"""Areas of development in one language: barometer, trends, groups, activities, own words."""

from __future__ import annotations

from collections.abc import Iterable

from impact.report.blocks import (
    Activities,
    ActivityRow,
    Barometer,
    BarometerRow,
    GapRow,
    Gaps,
    LocalText,
    TrendPanel,
    Trends,
)
from impact.report.charts.barometer import barometer as draw_barometer
from impact.report.charts.trends import trends as draw_trends
from impact.report.language import Language
from impact.report.message import Number, Verdict
from impact.report.nodes import (
    Facts,
    FigureNode,
    Heading,
    Node,
    Nodes,
    Paragraph,
    TableCell,
    TableNode,
)
from impact.report.parts import Text
from impact.report.render_first_page import remarks

EMPTY = TableCell(("–",), number=True)


def head(language: Language, *names: str, reference: str = "median") -> tuple[Text, ...]:
    """Return column headings by their names in the language files."""
    return tuple((language.word(f"head-{name}", reference=reference),) for name in names)


def legend(language: Language, names: Iterable[str], reference: str) -> tuple:
    """Return marks with their meanings; `reference` says what the country's figure is."""
    return tuple((name, (language.word(f"legend-{name}", reference=reference),)) for name in names)


def figure_cell(number: Number | None, language: Language, note: Text = ()) -> TableCell:
    """Return a cell with a figure."""
    return TableCell(language.parts(number), note, number=True)


def verdict_cell(verdict: Verdict, language: Language, note: Text = ()) -> TableCell:
    """Return a cell with a verdict's symbol and word."""
    return TableCell((language.verdict(verdict),), note)


def barometer(block: Barometer, language: Language) -> Nodes:
    """Return the spine chart of an area with its legend and table."""
    columns = ("indicator", "value", "interval", *MEDIANS, "comparison", "trend")
    table = TableNode(
        (language.word("table-barometer", area=area_name(block.area, language)),),
        head(language, *columns, reference=block.reference),
        tuple(_barometer_row(row, language) for row in block.rows),
        folded=True,
    )
    alt = barometer_alt(block, language)
    figure = FigureNode(
        draw_barometer(block, language, alt),
        alt,
        legend(language, BAROMETER_LEGEND, block.reference),
        table,
    )
    return (figure,)


MEDIANS = ("country", "region", "peers")
BAROMETER_LEGEND = ("own", "country", "band", "region", "peers", "direction")


def _barometer_row(row: BarometerRow, language: Language) -> tuple[TableCell, ...]:
    note = language.text(row.note) if row.note is not None else ()
    year: Text = (str(row.year),) if row.year is not None else ()
    return (
        TableCell(language.indicator(row.indicator), note),
        figure_cell(row.value, language, year),
        TableCell(language.interval(row.lower, row.upper), number=True),
        figure_cell(row.country, language),
        figure_cell(row.region, language),
        figure_cell(row.peers, language),
        verdict_cell(row.comparison, language),
        verdict_cell(row.trend, language),
    )


def area_name(area: str, language: Language) -> str:
    """Return the name of an area of development."""
    return language.word(f"area-{area.replace('_', '-')}")


def barometer_alt(block: Barometer, language: Language) -> str:
    """Return the finding of a barometer as its alternative text."""
    words = [row.comparison.word for row in block.rows]
    return language.word(
        "alt-barometer",
        heading=language.plain(block.heading),
        rows=len(words),
        better=words.count("better"),
        worse=words.count("worse"),
        unclear=words.count("not_clearly_different"),
    )


def trends(block: Trends, language: Language) -> Nodes:
    """Return the small multiples of an area with their table of verdicts."""
    nodes: list[Node] = []
    if not block.panels:
        return ()
    if block.heading is not None:
        nodes.append(Heading(language.text(block.heading), 3))
    name = area_name(block.area, language)
    columns = ("indicator", "period", "slope", "interval", "trend", "trend-relative")
    table = TableNode(
        (language.word("table-trends", area=name),),
        head(language, *columns),
        tuple(trend_row(panel, language) for panel in block.panels),
        folded=True,
    )
    marks = legend(language, trend_marks(block.panels), block.reference)
    alt = trends_alt(block.panels, language, name)
    nodes.append(FigureNode(draw_trends(block, language, alt), alt, marks, table))
    return tuple(nodes)


def trend_marks(panels: tuple[TrendPanel, ...]) -> tuple[str, ...]:
    """Return the marks a chart of series uses, for its legend."""
    used = [("series", True), ("interval", any(any(p.own.lower) for p in panels))]
    used += [("country-series", any(p.country is not None for p in panels))]
    used += [("region-series", any(p.region is not None for p in panels))]
    used += [("break", any(p.breaks for p in panels))]
    return tuple(mark for mark, is_used in used if is_used)


def trends_alt(panels: tuple[TrendPanel, ...], language: Language, name: str) -> str:
    """Return what the series say as alternative text."""
    words = [panel.trend.word for panel in panels]
    return language.word(
        "alt-trends",
        name=name,
        panels=len(words),
        improving=words.count("improving"),
        worsening=words.count("worsening"),
        unclear=words.count("no_clear_change"),
    )


def trend_row(panel: TrendPanel, language: Language) -> tuple[TableCell, ...]:
    """Return a row of the table behind a chart of series."""
    years = (f"{panel.first_year}–{panel.last_year}",) if panel.first_year is not None else ("–",)
    note = language.text(panel.note) if panel.note is not None else ()
    return (
        TableCell(language.indicator(panel.indicator), note),
        TableCell(years, number=True),
        figure_cell(panel.slope, language),
        TableCell(language.interval(panel.slope_lower, panel.slope_upper), number=True),
        verdict_cell(panel.trend, language),
        verdict_cell(panel.trend_to_country, language),
    )


def gaps(block: Gaps, language: Language) -> Nodes:
    """Return the differences between women and men of an area as a table."""
    nodes: list[Node] = []
    if block.rows:
        nodes.append(Heading((language.word("heading-groups"),), 3))
        columns = ("indicator", "year", "female", "male", "difference", "verdict", "country-gap")
        nodes.append(
            TableNode(
                (language.word("table-gaps", area=area_name(block.area, language)),),
                head(language, *columns),
                tuple(_gap(row, language) for row in block.rows),
            )
        )
    return (*nodes, *remarks(block.remarks, language))


def _gap(row: GapRow, language: Language) -> tuple[TableCell, ...]:
    return (
        TableCell(language.indicator(row.indicator)),
        TableCell((str(row.year),), number=True),
        figure_cell(row.female, language),
        figure_cell(row.male, language),
        figure_cell(row.difference, language),
        verdict_cell(row.verdict, language),
        figure_cell(row.country_difference, language),
    )


def activities(block: Activities, language: Language) -> Nodes:
    """Return the full records: who does what, since when, why and how it is followed up."""
    records = tuple(_activity(row, language) for row in block.rows)
    return (*records, *remarks(block.remarks, language))


def _activity(row: ActivityRow, language: Language) -> Facts:
    pairs: list[tuple[str, Text]] = []
    for label in ("goal", "owner"):
        if getattr(row, label) is not None:
            pairs.append((label, language.local_words(getattr(row, label))))
    if row.partners:
        pairs.append(("partners", _listed(row.partners, language)))
    if row.start is not None:
        pairs.append(("period", (f"{row.start}–{row.end or ''}",)))
    pairs.append(("stage", (language.word(f"stage-{row.stage}"),)))
    for label in ("done", "mechanism", "evidence"):
        if getattr(row, label) is not None:
            pairs.append((label, language.local_words(getattr(row, label))))
    follow_up = (language.word("follow-up-none"),)
    if row.follow_up is not None:
        follow_up = language.local_words(row.follow_up)
    pairs.append(("follow-up", follow_up))
    pairs.append(("standing", (language.word(f"origin-{row.origin}"),)))
    if row.source is not None:
        pairs.append(("source", language.local_words(row.source)))
    if not row.takes_part:
        pairs.append(("takes-part", (language.word("takes-part-no"),)))
    labelled = tuple(((language.word(f"activity-{label}"),), text) for label, text in pairs)
    return Facts(language.local_words(row.title), labelled, level=3)


def _listed(items: tuple, language: Language) -> Text:
    text: list = []
    for position, item in enumerate(items):
        text.extend(((", ",) if position else ()) + language.local_words(item))
    return tuple(text)


def local_text(block: LocalText, language: Language) -> Nodes:
    """Return the municipality's own words, paragraph by paragraph, and who wrote them."""
    nodes: list[Node] = []
    own = language.local_words(block.text)
    for part in own:
        text = part if isinstance(part, str) else part.text
        for paragraph in text.split("\n\n"):
            piece = paragraph if isinstance(part, str) else type(part)(paragraph, part.language)
            nodes.append(Paragraph((piece,), "quote"))
    signed: list = [] if block.author is None else [*language.local_words(block.author)]
    if block.date is not None:
        signed.extend([*([", "] if signed else []), language.date(block.date)])
    if signed:
        nodes.append(Paragraph((language.word("written-by"), " ", *signed), "remark"))
    return tuple(nodes)
