"""How places change by programme as need weighs more and the young people's choice less."""

from __future__ import annotations

import math

from impact.report.capacity_blocks import SweepRow, WeightSweep
from impact.report.charts import svg
from impact.report.charts.area_map import stamped
from impact.report.charts.axes import (
    BEHIND,
    MARKS,
    RULE,
    TICK_SIZE,
    figure_of,
    known,
    limits,
    round_figures,
    tick_words,
)
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.language import Language
from impact.report.looks import BLUE, GREY, INK
from impact.report.message import message

WIDTH, ABOVE, BELOW, ROW = 760, 40, 44, 32
LEFT, RIGHT = 226, 600
NAME_WIDTH, VERDICT_WIDTH = 32, 22


def weight_sweep(block: WeightSweep, language: Language, title: str) -> str:
    """Return changes of places by weight as one inline SVG.

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


def draw(block: WeightSweep, labels: svg.Labels) -> str:
    """Draw a row for every programme: a ring for choice alone, a diamond for need alone."""
    bottom = ABOVE + ROW * len(block.rows)
    canvas = Canvas(WIDTH, bottom + BELOW)
    panel = Panel(canvas, (0, 0, 1, 1), (0, WIDTH), (bottom + BELOW, 0))
    found = [figure_of(one) for row in block.rows for one in row.changes]
    low, high = limits(found, nought=True)

    def scale(value: float) -> float:
        return LEFT + (value - low) / (high - low) * (RIGHT - LEFT)

    ticks = round_figures(low, high)
    for tick, words in zip(ticks, tick_words(labels, ticks, signed=True), strict=True):
        x, colour = scale(tick), INK if tick == 0 else RULE
        wide = 1.2 if tick == 0 else 0.8
        panel.line([x, x], [ABOVE - 2, bottom + 2], colour, wide, cap="butt", depth=BEHIND)
        panel.text(x, bottom + 16, words, side="center", colour=GREY)
    _names(panel, labels, block, scale(0.0), bottom)
    for position, row in enumerate(block.rows):
        _row(panel, row, scale, labels, ABOVE + ROW * (position + 0.5))
    panel.close(framed=False)
    return stamped(canvas.svg(), block.simulated, labels)


def _names(
    panel: Panel, labels: svg.Labels, block: WeightSweep, nought: float, bottom: float
) -> None:
    """Say what is measured, and on which side places become more or fewer."""
    style = {"size": TICK_SIZE, "colour": GREY}
    middle = (LEFT + RIGHT) / 2
    panel.text(middle, bottom + 34, labels(block.axis), side="center", **style)
    if nought - LEFT > 70:
        fewer = labels(message("capacity-drawing-fewer"))
        panel.text(nought - 8, ABOVE - 10, fewer, side="right", **style)
    if RIGHT - nought > 70:
        panel.text(nought + 8, ABOVE - 10, labels(message("capacity-drawing-more")), **style)


def _row(panel: Panel, row: SweepRow, scale, labels: svg.Labels, y: float) -> None:
    weight = "700" if row.stable else ""
    name = labels(row.label, width=NAME_WIDTH, grow="middle")
    panel.text(0, y + 4, name, size=12, weight=weight)
    words = labels(row.verdict, width=VERDICT_WIDTH, grow="middle")
    colour = INK if row.stable else GREY
    panel.text(WIDTH, y + 4, words, size=11, side="right", colour=colour, weight=weight)
    values = [figure_of(one) for one in row.changes]
    inside = known(values)
    if not inside:
        return
    ends = [scale(min(inside)), scale(max(inside))]
    panel.line(ends, [y, y], colour, 4 if row.stable else 2.2, cap="butt")
    first, last = values[0], values[-1]
    if not math.isnan(first):
        panel.mark(scale(first), y, Mark("o", 9, colour, "#FFFFFF", 1.8), MARKS)
    if not math.isnan(last):
        panel.mark(scale(last), y, Mark("D", 6.5, BLUE, BLUE), MARKS + 1)
