"""Effects with their intervals under each other, around nought."""

from __future__ import annotations

import math
from dataclasses import replace

from impact.report.charts import svg
from impact.report.charts.axes import (
    BEHIND,
    LETTER,
    MARKS,
    RULE,
    TICK_SIZE,
    figure_of,
    limits,
    reach,
    round_figures,
    tick_words,
)
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.evaluation_blocks import Forest, ForestRow
from impact.report.language import Language
from impact.report.looks import COLOURS, GREY, INK, VERMILLION_TEXT, look
from impact.report.message import Number, message
from impact.report.quantity_blocks import MOST_DRAWN, Estimate

WIDTH, ABOVE, BELOW = 760, 26, 44
NAMES, NAME_WIDTH, LINE = 216, 32, 14
LEAST, CLOSE, MANY = 34, 24, 12
FIGURES, MOST_FIGURES, FIGURE_WIDTH = 170, 300, 46
"""Room of the names, and least and most room of the figures on the right."""


def forest(block: Forest, language: Language, title: str) -> str:
    """Return effects under each other as one inline SVG.

    Parameters
    ----------
    block
        What to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


def draw(block: Forest, labels: svg.Labels) -> str:
    """Draw a row each; names, lines and figures stand in one panel."""
    rows = block.rows[:MOST_DRAWN]
    least = LEAST if len(rows) <= MANY else CLOSE
    rooms = [_room(row, least) for row in rows]
    bottom = ABOVE + sum(rooms)
    height = bottom + BELOW
    canvas = Canvas(WIDTH, height)
    scale = Scale(rows)
    panel = Panel(canvas, (0, 0, 1, 1), (0, WIDTH), (height, 0))
    _axis(panel, block, scale, labels, bottom)
    top = ABOVE
    for row, room in zip(rows, rooms, strict=True):
        _row(panel, row, scale, labels, top + room / 2)
        top += room
    panel.close(framed=False)
    return canvas.svg()


def _room(row: ForestRow, least: float) -> float:
    lines = max(svg.most_lines(row.label, NAME_WIDTH), 1 + (row.verdict is not None))
    return max(least, LINE * lines + 12)


class Scale:
    """Where a value stands across the drawing; nought is always on it."""

    def __init__(self, rows: tuple[ForestRow, ...]) -> None:
        found = [one for one in map(drawn_of, rows) if one is not None]
        self.low, self.high = limits(reach(map(_figures, found)), nought=True)
        letters = max((svg.most_letters(told(row)) for row in rows), default=0)
        self.left = NAMES
        self.right = WIDTH - min(max(FIGURES, LETTER * letters + 14), MOST_FIGURES)

    def __call__(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return self.left + part * (self.right - self.left)


def drawn_of(row: ForestRow) -> Estimate | None:
    """Return what is drawn of a row: its place on a common axis, else what is printed."""
    return row.drawn or row.estimate


def told(row: ForestRow) -> object:
    """Return what stands at the right of a row: figure and interval, or why there is none."""
    found = row.estimate
    if found is None or math.isnan(figure_of(found.value)):
        return message("drawing-no-estimate")
    if math.isnan(figure_of(found.lower)) or math.isnan(figure_of(found.upper)):
        return found.value
    bounds = replace(found, lower=_bare(found.lower), upper=_bare(found.upper))
    return message("value-range", value=found.value, range=bounds.range)


def _bare(number: Number) -> Number:
    return replace(number, bare=True)


def _figures(found: Estimate) -> tuple[float, float, float]:
    return figure_of(found.value), figure_of(found.lower), figure_of(found.upper)


def _axis(panel: Panel, block: Forest, scale: Scale, labels: svg.Labels, bottom: float) -> None:
    ticks = round_figures(scale.low, scale.high)
    for tick, words in zip(ticks, tick_words(labels, ticks, signed=True), strict=True):
        x = scale(tick)
        colour, width = (INK, 1.2) if tick == 0 else (RULE, 0.8)
        panel.line([x, x], [ABOVE - 2, bottom + 2], colour, width, cap="butt", depth=BEHIND)
        panel.text(x, bottom + 16, words, side="center", colour=GREY)
    middle = (scale.left + scale.right) / 2
    name = labels(block.axis)
    panel.text(middle, bottom + 34, name, size=TICK_SIZE, side="center", colour=GREY)
    if block.good != "neutral":
        _directions(panel, block.good, scale, labels)


def _directions(panel: Panel, good: str, scale: Scale, labels: svg.Labels) -> None:
    """Say which side of nought is better, where there is room on that side."""
    left, right = ("worse", "better") if good == "higher" else ("better", "worse")
    at, style = scale(0.0), {"size": TICK_SIZE, "colour": GREY}
    if at - scale.left > 60:
        words = labels(message(f"dots-{left}-left"))
        panel.text(at - 8, ABOVE - 10, words, side="right", **style)
    if scale.right - at > 60:
        panel.text(at + 8, ABOVE - 10, labels(message(f"dots-{right}-right")), **style)


def _row(panel: Panel, row: ForestRow, scale: Scale, labels: svg.Labels, y: float) -> None:
    weight = "700" if row.primary else ""
    name = labels(row.label, width=NAME_WIDTH, grow="middle")
    panel.text(0, y + 4, name, size=12, weight=weight)
    found = drawn_of(row)
    if found is not None:
        _interval(panel, row, found, scale, y)
    lift = LINE / 2 if row.verdict is not None else 0
    figures = labels(told(row), width=FIGURE_WIDTH, grow="middle")
    colour = GREY if row.estimate is None else INK
    look_of = {"size": 11.5, "side": "right", "weight": weight}
    panel.text(WIDTH, y + 4 - lift, figures, colour=colour, **look_of)
    if row.verdict is not None:
        _, tone = look(row.verdict.family, row.verdict.word)
        colour = VERMILLION_TEXT if tone == "bad" else COLOURS[tone]
        panel.text(WIDTH, y + 4 + lift, labels(row.verdict), side="right", colour=colour)


def _interval(panel: Panel, row: ForestRow, found: Estimate, scale: Scale, y: float) -> None:
    """Draw the line of an interval, with an arrow where it goes on beyond the drawing."""
    colour = COLOURS[row.tone]
    value, lower, upper = _figures(found)
    if not (math.isnan(lower) and math.isnan(upper)):
        open_left = math.isnan(lower) or lower < scale.low
        open_right = math.isnan(upper) or upper > scale.high
        low = scale.left if open_left else scale(lower)
        high = scale.right if open_right else scale(upper)
        width = 4 if row.primary else 2.4
        panel.line([low, high], [y, y], colour, width, cap="butt")
        for is_open, x, shape in ((open_left, low, "<"), (open_right, high, ">")):
            if is_open:
                panel.mark(x, y, Mark(shape, 8, colour, colour), MARKS)
    if math.isnan(value):
        return
    fill = "#FFFFFF" if row.tone == "unknown" else colour
    shape, size = ("D", 8) if row.primary else ("o", 7.5)
    panel.mark(scale(value), y, Mark(shape, size, colour, fill, 1.8), MARKS)
