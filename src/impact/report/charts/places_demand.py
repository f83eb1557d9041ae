"""Wanted places by programme with their range, over the places there are and those planned."""

from __future__ import annotations

import math

from impact.report.capacity_blocks import DemandRow, PlacesDemand
from impact.report.charts import svg
from impact.report.charts.area_map import stamped
from impact.report.charts.axes import (
    BEHIND,
    MARKS,
    RULE,
    TICK_SIZE,
    figure_of,
    limits,
    round_figures,
    tick_words,
)
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.language import Language
from impact.report.looks import COLOURS, GREY, INK
from impact.report.message import Number, message

WIDTH, ABOVE, BELOW, ROW = 760, 44, 44, 34
LEFT, RIGHT = 226, 590
NAME_WIDTH, COLUMNS = 32, (676, 758)
PLACES = "#C9D0D6"
HIGH, PLANNED = 15, 11
"""Height of the bar of places, and half that of the line of planned ones."""


def places_demand(block: PlacesDemand, language: Language, title: str) -> str:
    """Return wanted places over places as one inline SVG.

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


def draw(block: PlacesDemand, labels: svg.Labels) -> str:
    """Draw a row for every programme, with its figures on the right."""
    bottom = ABOVE + ROW * len(block.rows)
    canvas = Canvas(WIDTH, bottom + BELOW)
    panel = Panel(canvas, (0, 0, 1, 1), (0, WIDTH), (bottom + BELOW, 0))
    scale = Scale(block.rows)
    _axis(panel, block, scale, labels, bottom)
    for position, row in enumerate(block.rows):
        _row(panel, row, scale, labels, ABOVE + ROW * (position + 0.5))
    panel.close(framed=False)
    return stamped(canvas.svg(), block.simulated, labels)


class Scale:
    """Where a number of places stands across the drawing; it begins at nought."""

    def __init__(self, rows: tuple[DemandRow, ...]) -> None:
        found = [
            figure_of(one)
            for row in rows
            for one in (row.demand.value, row.demand.lower, row.demand.upper, row.places,
                        row.planned)
        ]  # fmt: skip
        self.high = max(limits(found, nought=True)[1], 1.0)

    def __call__(self, value: float) -> float:
        return LEFT + max(value, 0.0) / self.high * (RIGHT - LEFT)


def _axis(
    panel: Panel, block: PlacesDemand, scale: Scale, labels: svg.Labels, bottom: float
) -> None:
    ticks = round_figures(0.0, scale.high)
    for tick, words in zip(ticks, tick_words(labels, ticks, signed=False), strict=True):
        x = scale(tick)
        panel.line([x, x], [ABOVE - 2, bottom + 2], RULE, 0.8, cap="butt", depth=BEHIND)
        panel.text(x, bottom + 16, words, side="center", colour=GREY)
    middle = (LEFT + RIGHT) / 2
    name = labels(block.axis)
    panel.text(middle, bottom + 34, name, size=TICK_SIZE, side="center", colour=GREY)
    for x, name in zip(COLUMNS, ("wanted", "places"), strict=True):
        words = labels(message(f"capacity-drawing-{name}"), width=12, grow="up")
        panel.text(x, ABOVE - 8, words, size=TICK_SIZE, side="right", colour=GREY)


def _row(panel: Panel, row: DemandRow, scale: Scale, labels: svg.Labels, y: float) -> None:
    name = labels(row.label, width=NAME_WIDTH, grow="middle")
    panel.text(0, y + 4, name, size=12)
    places, planned = figure_of(row.places), figure_of(row.planned)
    if not math.isnan(places):
        ends = [scale(0.0), scale(places)]
        panel.band(ends, [y + HIGH / 2] * 2, [y - HIGH / 2] * 2, PLACES)
    if not math.isnan(planned):
        x = scale(planned)
        panel.line([x, x], [y - PLANNED, y + PLANNED], INK, 2.4, cap="butt")
    _demand(panel, row, scale, y)
    for x, figure in zip(COLUMNS, (row.demand.value, row.places), strict=True):
        panel.text(x, y + 4, labels(figure or Number(None)), size=11.5, side="right")


def _demand(panel: Panel, row: DemandRow, scale: Scale, y: float) -> None:
    colour = COLOURS[row.tone]
    value, lower, upper = map(figure_of, (row.demand.value, row.demand.lower, row.demand.upper))
    if not (math.isnan(lower) or math.isnan(upper)):
        panel.line([scale(lower), scale(upper)], [y, y], colour, 2.6, cap="butt", depth=MARKS)
    if not math.isnan(value):
        fill = "#FFFFFF" if row.tone == "unknown" else colour
        panel.mark(scale(value), y, Mark("o", 7.5, colour, fill, 1.8), MARKS + 1)
