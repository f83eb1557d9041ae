"""The treated by year, beside how it would have gone without the intervention."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from impact.report.blocks import Series
from impact.report.charts import svg
from impact.report.charts.axes import beside, known, level_axis, limits, reach, upright_axis
from impact.report.charts.canvas import Canvas
from impact.report.charts.panel import Mark, Panel
from impact.report.charts.trends import gaps
from impact.report.evaluation_blocks import Course
from impact.report.language import Language
from impact.report.looks import BAND, BLUE, GREY, INK
from impact.report.message import Year, message

WIDTH, HEIGHT = 760, 317
LEFT, RIGHT, ABOVE, BELOW = 58, 16, 31, 28
MOST_YEARS, FAR = 14, 3
AIR, WORDS = 0.6, 13
COMPARISON = "#8A949C"


def course(block: Course, language: Language, title: str) -> str:
    """Return the course of the treated as one inline SVG.

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


def draw(block: Course, labels: svg.Labels) -> str:
    """Draw the treated over what they are held against."""
    block = block if comparison_is_near(block) else replace(block, comparison=None)
    series = _all(block)
    years = sorted({year for one in series for year in one.years}) or [0]
    above = ABOVE + WORDS * max(1, len(block.starts))
    height = HEIGHT + above - ABOVE
    canvas = Canvas(WIDTH, height)
    size = ((WIDTH - LEFT - RIGHT) / WIDTH, (height - above - BELOW) / height)
    ends = (years[0] - AIR, years[-1] + AIR)
    panel = Panel(canvas, (LEFT / WIDTH, BELOW / height, *size), ends, _heights(series))
    _anticipation(panel, block)
    _lines(panel, block)
    _starts(panel, block, labels)
    upright_axis(panel, labels, block.axis, signed=False)
    ticks = _ticks(years, block.starts)
    level_axis(panel, ticks, [str(year) for year in ticks])
    panel.close()
    return canvas.svg()


def _all(block: Course) -> list[Series]:
    all_of_them = block.observed, block.counterfactual, block.synthetic, block.comparison
    return [one for one in all_of_them if one is not None]


def comparison_is_near(block: Course) -> bool:
    """Say whether the mean of those compared with can be drawn without flattening the rest.

    Parameters
    ----------
    block
        A course; without a comparison there is nothing to draw.
    """
    if block.comparison is None:
        return False
    low, high = _heights(_all(replace(block, comparison=None)))
    lowest, highest = _heights(_all(block))
    return highest - lowest <= FAR * (high - low)


def _heights(shown: list[Series]) -> tuple[float, float]:
    """Return limits of what is drawn; what is never below nought has no axis below it."""
    none = (math.nan,) * max((len(one.years) for one in shown), default=0)
    rows = [
        row
        for one in shown
        for row in zip(gaps(one.values), one.lower or none, one.upper or none, strict=False)
    ]
    low, high = limits(reach((value, *gaps(pair)) for value, *pair in rows))
    values = known(value for value, _, _ in rows)
    return (max(low, 0.0) if values and min(values) >= 0 else low), high


def _whole(series: Series, values: Sequence[float | None]) -> tuple[list[int], list[float]]:
    """Return every year from the first to the last, without a number where there is none."""
    found = dict(zip(series.years, gaps(values), strict=True))
    years = list(range(min(found), max(found) + 1))
    return years, [found.get(year, math.nan) for year in years]


def _ticks(years: list[int], starts: tuple[int, ...]) -> list[int]:
    """Return the years that are written: not too many, the first start among them."""
    step = next(n for n in (1, 2, 3, 5, 10, 25) if (years[-1] - years[0]) / n <= MOST_YEARS)
    fixed = starts[0] if starts else years[0]
    return [year for year in range(years[0], years[-1] + 1) if (year - fixed) % step == 0]


def _anticipation(panel: Panel, block: Course) -> None:
    if block.anticipation:
        ends = [min(block.anticipation) - 0.5, max(block.anticipation) + 0.5]
        panel.band(ends, [panel.up[0]] * 2, [panel.up[1]] * 2, BAND, 0.45)


def _lines(panel: Panel, block: Course) -> None:
    expected = block.counterfactual
    if expected.lower and expected.upper:
        years, low = _whole(expected, expected.lower)
        panel.band(years, low, _whole(expected, expected.upper)[1], BLUE, 0.16)
    for series, colour, width, dashes in (
        (block.comparison, COMPARISON, 1.2, ""),
        (block.synthetic, GREY, 1.6, "dotted"),
        (expected, BLUE, 2, "dashed"),
    ):
        if series is not None and series.years:
            panel.line(*_whole(series, series.values), colour, width, dashes=dashes)
    own = block.observed
    if own.years:
        points = _whole(own, own.values)
        panel.line(*points, INK, 2.2, mark=Mark("o", 2.8, INK, INK), depth=2.2)


def _starts(panel: Panel, block: Course, labels: svg.Labels) -> None:
    """Draw a line before each first year, the words of each a row lower."""
    for position, year in enumerate(block.starts):
        panel.upright(year - 0.5, INK, 1.1, "dashed")
        words = labels(message("drawing-start", year=Year(year)))
        beside(panel, year - 0.5, ABOVE - 1 + WORDS * position, words, INK)
