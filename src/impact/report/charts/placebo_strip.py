"""Every untreated unit taken for treated: marks along one axis, the real one among them."""

from __future__ import annotations

import math

from impact.report.charts import svg
from impact.report.charts.axes import (
    MARKS,
    beside,
    figure_of,
    level_axis,
    limits,
    round_figures,
    tick_words,
)
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.evaluation_blocks import PlaceboMark, PlaceboStrip
from impact.report.language import Language
from impact.report.looks import BLUE, GREY, INK

WIDTH, LEFT, RIGHT = 760, 14, 14
ABOVE, BELOW, LINE, LEAST = 10, 46, 15, 44
DOTS = ((9, 14), (7, 22), (5, 40))
"""Sizes of a mark, and how high a pile of such may become before a smaller one is taken."""
MOST_NAMED, PALE = 4, "#E8EBEE"


def placebo_strip(block: PlaceboStrip, language: Language, title: str) -> str:
    """Return the effects of all placebos as one inline SVG.

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


def draw(block: PlaceboStrip, labels: svg.Labels) -> str:
    """Draw a mark each, piled where they would cover one another."""
    marks = [one for one in block.marks if not math.isnan(figure_of(one.value))]
    ends = limits([one.value.value for one in marks], nought=True)
    own = [one for one in marks if one.own]
    named = own if len(own) <= MOST_NAMED else []
    piled_up = [one for one in marks if one not in named]
    piled_up.sort(key=lambda one: one.value.value)
    dot, piled = _piled([one.value.value for one in piled_up], ends)
    inner = max(LEAST, (max((level for _, level in piled), default=0) + 2) * (dot + 1))
    height = ABOVE + LINE * len(named) + inner + BELOW
    canvas = Canvas(WIDTH, height)
    size = (WIDTH - LEFT - RIGHT) / WIDTH, inner / height
    panel = Panel(canvas, (LEFT / WIDTH, BELOW / height, *size), ends, (0.0, float(inner)))
    panel.upright(0.0, GREY, 1.1, "")
    panel.line(ends, [0.0, 0.0], GREY, 1.1, cap="butt")
    for one, (value, level) in zip(piled_up, piled, strict=True):
        look = Mark("D", dot - 1, INK, BLUE, 0.8) if one.own else Mark("o", dot, GREY, PALE, 0.8)
        panel.mark(value, (level + 0.8) * (dot + 1), look, MARKS + one.own)
    _named(panel, named, labels, inner)
    ticks = round_figures(*ends, most=7)
    words = tick_words(labels, ticks, signed=True)
    level_axis(panel, ticks, words, labels(block.axis), framed=False)
    panel.close()
    return canvas.svg()


def _piled(values: list[float], ends: tuple[float, float]) -> tuple[float, list]:
    """Return the size of marks, and each value with its level: the lowest that is free."""
    scale = (WIDTH - LEFT - RIGHT) / (ends[1] - ends[0])
    for dot, highest in DOTS:
        rightmost: list[float] = []
        piled = []
        for value in values:
            x = value * scale
            free = (at for at, last in enumerate(rightmost) if x - last >= dot + 0.5)
            level = next(free, len(rightmost))
            rightmost[level : level + 1] = [x]
            piled.append((value, level))
        if len(rightmost) <= highest:
            break
    return dot, piled


def _named(panel: Panel, named: list[PlaceboMark], labels: svg.Labels, inner: float) -> None:
    """Draw the real ones above all others with their names; many of them stand in the pile."""
    for row, one in enumerate(named):
        panel.line([one.value.value] * 2, [0, inner], BLUE, 1.6, cap="butt")
        panel.mark(one.value.value, inner - 8, Mark("D", 10, INK, BLUE, 1.0), MARKS + 1)
        beside(panel, one.value.value, ABOVE + LINE * row + 8, labels(one.label), INK)
