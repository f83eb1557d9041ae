"""Blocks of planning in one language: forecasts with their ranges, and the table of them."""

from __future__ import annotations

from impact.report.blocks import Series
from impact.report.charts.fan import fan as draw_fan
from impact.report.charts.fan import other_names
from impact.report.language import Language
from impact.report.message import Message, Number, message
from impact.report.nodes import FigureNode, Heading, Nodes, Paragraph, TableCell, TableNode
from impact.report.parts import Text
from impact.report.planning_blocks import FanPanel, Fans
from impact.report.render_areas import EMPTY, head, legend
from impact.report.render_first_page import remarks

LEGEND_OTHER = "fan-other-{}"


def fans(block: Fans, language: Language) -> Nodes:
    """Return series with their forecasts, and the table of every year drawn.

    The table is for the screen: on paper shorter tables tell what comes.
    """
    title = language.text(block.heading)
    names = other_names(block)
    several = len(block.panels) > 1
    mixed = len({panel.unit for panel in block.panels}) > 1
    lines = [row for panel in block.panels for row in _rows(panel, names, language, several, mixed)]
    counted = head(language, "fan-counted") if block.past is None else (language.text(block.past),)
    heads = (
        *(head(language, "fan-what") if several else ()),
        *head(language, "year"),
        *counted,
        *head(language, "fan-central", "fan-range"),
        *(language.text(name) for name in names),
    )
    caption = message("table-in-unit", title=block.heading, unit=block.axis)
    table = TableNode(language.text(caption), heads, tuple(lines), folded=True, printed=False)
    alt = _alternative(block, language)
    figure = FigureNode(draw_fan(block, language, alt), alt, _legend(block, language), table)
    finding = () if block.finding is None else (Paragraph(language.text(block.finding)),)
    return (Heading(title, 3), *finding, figure, *remarks(block.remarks, language))


def _alternative(block: Fans, language: Language) -> str:
    """Return the drawing in words: what its maker found in it, else what it shows of what."""
    said = language.plain(block.heading)
    if block.finding is not None:
        return f"{said}. {language.plain(block.finding)}"
    return f"{said}. {language.word('fan-alt')}"


def _legend(block: Fans, language: Language) -> tuple[tuple[str, Text], ...]:
    used = ["fan-counted"] * any(panel.counted.years for panel in block.panels)
    used += ["fan-central"] * any(panel.central.years for panel in block.panels)
    used += ["fan-range"] * any(any(_known(panel.central.lower)) for panel in block.panels)
    used += ["break"] * any(panel.breaks for panel in block.panels)
    named = (
        (LEGEND_OTHER.format(at), language.text(name))
        for at, name in enumerate(other_names(block), start=1)
    )
    meant = legend(language, used, "")
    if block.past is not None:
        past = language.text(block.past)
        meant = tuple((mark, past if mark == "fan-counted" else text) for mark, text in meant)
    return (*meant, *named)


def _known(values: tuple[float | None, ...]) -> list[bool]:
    return [value is not None for value in values]


def _rows(
    panel: FanPanel, names: list[Message], language: Language, several: bool, mixed: bool
) -> list[tuple[TableCell, ...]]:
    """Return a row per year of a panel; units stand in the cells where panels have several."""
    counted, central = _values(panel.counted), _values(panel.central)
    limits = {
        year: pair
        for year, *pair in zip(
            panel.central.years, panel.central.lower, panel.central.upper, strict=False
        )
    }
    others = [
        next((_values(series) for other, series in panel.others if other == name), {})
        for name in names
    ]
    years = sorted({*counted, *central, *(year for one in others for year in one)})
    note = () if panel.note is None else language.text(panel.note)
    first = (TableCell(language.parts(panel.label), note),) if several else ()
    columns = [counted, central, *others]
    rows = []
    for year in years:
        cells = [_figure(panel, column.get(year), language, mixed) for column in columns]
        spread = _range(panel, limits.get(year), language, mixed)
        rows.append((*first, TableCell((str(year),)), *cells[:2], spread, *cells[2:]))
    return rows or [(*first, *[EMPTY] * (4 + len(names)))]


def _values(series: Series) -> dict[int, float]:
    pairs = zip(series.years, series.values, strict=True)
    return {year: value for year, value in pairs if value is not None}


def _figure(panel: FanPanel, value: float | None, language: Language, mixed: bool) -> TableCell:
    if value is None:
        return EMPTY
    number = Number(value, panel.unit, panel.decimals, bare=not mixed)
    return TableCell(language.parts(number), number=True)


def _range(
    panel: FanPanel, pair: list[float | None] | None, language: Language, mixed: bool
) -> TableCell:
    if pair is None or None in pair:
        return EMPTY
    low, high = (Number(end, panel.unit, panel.decimals, bare=not mixed) for end in pair)
    return TableCell(language.interval(low, high), number=True)
