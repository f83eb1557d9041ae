"""Blocks of an evaluation in one language: its conclusion, and the drawings it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from impact.report.blocks import Series
from impact.report.charts.course import comparison_is_near
from impact.report.charts.course import course as draw_course
from impact.report.charts.event_plot import event_plot as draw_events
from impact.report.charts.forest import forest as draw_forest
from impact.report.charts.placebo_strip import placebo_strip as draw_strip
from impact.report.charts.power import power as draw_power
from impact.report.charts.sensitivity import sensitivity as draw_sensitivity
from impact.report.evaluation_blocks import (
    Conclusion,
    Course,
    EventPlot,
    EventPoint,
    Forest,
    ForestRow,
    PlaceboStrip,
    PowerCurve,
    SensitivityPlot,
)
from impact.report.language import Language
from impact.report.message import Number, message
from impact.report.nodes import (
    Banner,
    FigureNode,
    Heading,
    Node,
    Nodes,
    Paragraph,
    TableCell,
    TableNode,
)
from impact.report.parts import Text
from impact.report.quantity_blocks import Estimate
from impact.report.render_areas import figure_cell, head, legend, verdict_cell
from impact.report.render_first_page import remarks

Drawn = Course | EventPlot | PlaceboStrip | Forest | SensitivityPlot | PowerCurve
TONES = ("good", "bad", "plain", "unknown")
WORDS_OF = {
    "before": "event-phase-before",
    "anticipation": "event-phase-anticipation",
    "after": "event-phase-after",
}
"""What the phases of an event are called in its table."""


def conclusion(block: Conclusion, language: Language) -> Nodes:
    """Return what an evaluation comes to: notice, sentence with the effect, verdict, reason."""
    nodes: list[Node] = []
    if block.banner is not None:
        nodes.append(Banner(language.text(block.banner)))
    nodes.append(Paragraph(language.text(block.sentence), "lead"))
    nodes.append(Paragraph((language.verdict(block.verdict),)))
    nodes.append(Paragraph(language.text(block.reason)))
    return (*nodes, *remarks(block.remarks, language))


def course(block: Course, language: Language) -> Nodes:
    """Return the treated by year beside how it would have gone, and the table of both."""
    expected = block.counterfactual
    with_limits = bool(expected.lower and expected.upper)
    marks = ["course-observed", "course-expected"] + ["course-limits"] * with_limits
    marks += ["course-synthetic"] * (block.synthetic is not None)
    marks += ["course-comparison"] * comparison_is_near(block)
    marks += ["course-start"] * bool(block.starts)
    marks += ["course-anticipation"] * bool(block.anticipation)
    return _figure(block, language, draw_course, marks, *_by_year(block, language))


def _by_year(block: Course, language: Language) -> tuple[tuple[Text, ...], list]:
    """Return head and rows of the table by year; columns without any figure are left out."""
    shown = [
        ("course-observed", block.observed),
        ("course-expected", block.counterfactual),
        ("course-lower", _limit(block.counterfactual, "lower")),
        ("course-upper", _limit(block.counterfactual, "upper")),
        ("course-synthetic", block.synthetic),
        ("course-comparison", block.comparison),
    ]
    columns = [(name, _values(one)) for name, one in shown if one is not None]
    columns = [(name, values) for name, values in columns if values]
    years = sorted({year for _, values in columns for year in values})
    lines = [
        (TableCell((str(year),)), *(_level(block, values, year, language) for _, values in columns))
        for year in years
    ]
    return head(language, "year", *(name for name, _ in columns)), lines


def _limit(series: Series, side: str) -> Series:
    return Series(series.years, getattr(series, side) or (None,) * len(series.years))


def _values(series: Series) -> dict[int, float]:
    pairs = zip(series.years, series.values, strict=True)
    return {year: value for year, value in pairs if value is not None}


def _level(block: Course, values: dict[int, float], year: int, language: Language) -> TableCell:
    value = values.get(year)
    number = None if value is None else Number(value, block.unit, block.decimals, bare=True)
    return figure_cell(number, language)


def event_plot(block: EventPlot, language: Language) -> Nodes:
    """Return effects by years since the start, and the table of them."""
    shown = [phase for phase in WORDS_OF if any(_is_in(point, phase) for point in block.points)]
    marks = [f"event-{phase}" for phase in shown]
    marks += ["event-reference"] * any(point.reference for point in block.points)
    lines = [
        (
            TableCell((language.number(Number(point.event, "number", 0, signed=True)),)),
            _bare(point.estimate.value, language),
            _interval(None if point.reference else point.estimate, language),
            TableCell((language.word(WORDS_OF[point.phase]),)),
        )
        for point in block.points
    ]
    names = head(language, "event", "effect", "interval", "phase")
    return _figure(block, language, draw_events, marks, names, lines)


def _is_in(point: EventPoint, phase: str) -> bool:
    return point.phase == phase and not point.reference


def placebo_strip(block: PlaceboStrip, language: Language) -> Nodes:
    """Return the effects of all placebos, and the table of them, the largest first."""
    ordered = sorted(block.marks, key=lambda one: (one.value.value is None, -_size(one.value)))
    lines = [
        (
            TableCell(language.parts(one.label)),
            _bare(one.value, language),
            TableCell((language.word("placebo-is-own" if one.own else "placebo-is-other"),)),
        )
        for one in ordered
    ]
    names = head(language, "placebo", "effect", "placebo-kind")
    return _figure(block, language, draw_strip, ("placebo-other", "placebo-own"), names, lines)


def _size(number: Number) -> float:
    return abs(number.value or 0.0)


def forest(block: Forest, language: Language) -> Nodes:
    """Return effects under each other, and the table of them."""
    tones = {row.tone for row in block.rows if row.estimate is not None}
    marks = [f"dots-{tone}" for tone in TONES if tone in tones]
    marks += ["forest-primary"] * any(row.primary for row in block.rows)
    judged = any(row.verdict is not None for row in block.rows)
    mixed = any(row.drawn is not None for row in block.rows)
    lines = [_forest_row(row, judged, mixed, language) for row in block.rows]
    names = head(language, "effect", "interval", *(["verdict"] if judged else []))
    heads = (language.text(block.first), *names)
    return _figure(block, language, draw_forest, marks, heads, lines, mixed=mixed)


def _forest_row(
    row: ForestRow, judged: bool, mixed: bool, language: Language
) -> tuple[TableCell, ...]:
    """Return name, effect and interval of a row; the unit stands in it where rows have several."""
    note = language.text(row.note) if row.note is not None else ()
    found = row.estimate
    cells = [
        TableCell(language.parts(row.label), note),
        (figure_cell if mixed else _bare)(None if found is None else found.value, language),
        _interval(found, language),
    ]
    if judged:
        word = row.verdict
        cells.append(TableCell(("–",)) if word is None else verdict_cell(word, language))
    return tuple(cells)


def _bare(number: Number | None, language: Language) -> TableCell:
    """Return a figure whose unit stands in the table's caption."""
    return figure_cell(None if number is None else replace(number, bare=True), language)


def _interval(found: Estimate | None, language: Language) -> TableCell:
    return TableCell(("–",) if found is None else language.parts(found.range), number=True)


def sensitivity(block: SensitivityPlot, language: Language) -> Nodes:
    """Return how the interval widens when trends may have differed, and the table of it."""
    clear = [_clear(row.lower, row.upper) for row in block.rows]
    marks = ["sensitivity-clear"] * any(clear) + ["sensitivity-unclear"] * (not all(clear))
    lines = [
        tuple(_bare(one, language) for one in (row.bound, row.lower, row.upper))
        for row in block.rows
    ]
    names = (language.text(block.bounds), *head(language, "course-lower", "course-upper"))
    return _figure(block, language, draw_sensitivity, marks, names, lines)


def _clear(lower: Number | None, upper: Number | None) -> bool:
    """Say whether an interval leaves out nought; a limit that is not known leaves out nothing."""
    above = lower is not None and lower.value is not None and lower.value > 0
    below = upper is not None and upper.value is not None and upper.value < 0
    return above or below


def power_curve(block: PowerCurve, language: Language) -> Nodes:
    """Return how often effects of some sizes would be found, and the table of it."""
    lines = [
        (_bare(effect, language), figure_cell(share, language))
        for effect, share in zip(block.effects, block.detected, strict=True)
    ]
    names = (language.text(block.axis), *head(language, "detected"))
    return _figure(block, language, draw_power, ("power-found", "power-often"), names, lines)


def _figure(
    block: Drawn,
    language: Language,
    draw: Callable[[Drawn, Language, str], str],
    marks: Iterable[str],
    names: tuple[Text, ...],
    lines: Sequence[tuple[TableCell, ...]],
    *,
    mixed: bool = False,
) -> Nodes:
    """Return heading, finding, drawing with the table behind it, and small print."""
    title = language.text(block.heading)
    in_unit = message("table-in-unit", title=block.heading, unit=block.axis)
    caption = title if mixed else language.text(in_unit)
    table = TableNode(caption, names, tuple(lines), folded=True)
    alt = f"{language.plain(block.heading)}. {language.plain(block.finding)}"
    figure = FigureNode(draw(block, language, alt), alt, legend(language, marks, ""), table)
    finding = Paragraph(language.text(block.finding))
    return (Heading(title, 3), finding, figure, *remarks(block.remarks, language))
