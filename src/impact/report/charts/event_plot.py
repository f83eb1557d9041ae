"""Effects by years since the start, with intervals: those before should lie near nought."""

from __future__ import annotations

import math

from impact.report.charts import svg
from impact.report.charts.axes import (
    MARKS,
    figure_of,
    level_axis,
    limits,
    nought,
    reach,
    tick_words,
    upright_axis,
)
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.evaluation_blocks import EventPlot, EventPoint
from impact.report.language import Language
from impact.report.looks import BLUE, GREY, INK
from impact.report.message import message

WIDTH, HEIGHT = 760, 290
LEFT, RIGHT, ABOVE, BELOW = 58, 16, 30, 46
MOST_EVENTS = 22
AIR = 0.7
LOOKS = {
    "before": Mark("o", 7, GREY, "#FFFFFF", 1.6),
    "anticipation": Mark("s", 7, INK, "#FFFFFF", 1.6),
    "after": Mark("o", 8, BLUE, BLUE, 1.6),
}
REFERENCE = Mark("D", 7, GREY, GREY, 1.0)


def event_plot(block: EventPlot, language: Language, title: str) -> str:
    """Return effects by years since the start as one inline SVG.

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


def draw(block: EventPlot, labels: svg.Labels) -> str:
    """Draw a point with its interval for every year before and after the start."""
    events = [point.event for point in block.points] or [0]
    canvas = Canvas(WIDTH, HEIGHT)
    size = ((WIDTH - LEFT - RIGHT) / WIDTH, (HEIGHT - ABOVE - BELOW) / HEIGHT)
    panel = Panel(
        canvas,
        (LEFT / WIDTH, BELOW / HEIGHT, *size),
        (min(events) - AIR, max(events) + AIR),
        limits(reach(map(_figures, block.points)), nought=True),
    )
    nought(panel)
    if min(events) < 0 <= max(events):
        panel.upright(-0.5, INK, 1.1, "dashed")
    for point in block.points:
        _point(panel, point)
    upright_axis(panel, labels, block.axis, signed=True)
    step = max(1, math.ceil((max(events) - min(events) + 1) / MOST_EVENTS))
    ticks = [float(event) for event in range(min(events), max(events) + 1) if event % step == 0]
    words = tick_words(labels, ticks, signed=True)
    level_axis(panel, ticks, words, labels(message("drawing-events")))
    panel.close()
    return canvas.svg()


def _figures(point: EventPoint) -> tuple[float, float, float]:
    found = point.estimate
    return figure_of(found.value), figure_of(found.lower), figure_of(found.upper)


def _point(panel: Panel, point: EventPoint) -> None:
    value, lower, upper = _figures(point)
    mark = REFERENCE if point.reference else LOOKS[point.phase]
    if not point.reference and not math.isnan(lower + upper):
        ends = [point.event, point.event]
        panel.line(ends, [lower, upper], mark.colour, 2.2, cap="butt")
        _arrows(panel, point.event, (lower, upper), mark.colour)
    if not math.isnan(value):
        panel.mark(point.event, value, mark, MARKS)


def _arrows(panel: Panel, event: float, ends: tuple[float, float], colour: str) -> None:
    """Say that an interval goes on beyond the drawing."""
    low, high = panel.up
    for beyond, edge, shape in ((ends[0] < low, low, "v"), (ends[1] > high, high, "^")):
        if beyond:
            panel.mark(event, edge, Mark(shape, 9, colour, colour), MARKS)
