"""Series as they were counted, and the fan of what may come: small multiples."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from impact.report.blocks import Series
from impact.report.charts import svg
from impact.report.charts.axes import TICK_SIZE, known
from impact.report.charts.canvas import Canvas, text
from impact.report.charts.panel import Mark, Panel
from impact.report.charts.trends import gaps, scale, yearly
from impact.report.language import Language
from impact.report.looks import BLUE, GREY, INK
from impact.report.message import Message
from impact.report.planning_blocks import MOST_OTHERS, FanPanel, Fans

WIDTH, ABOVE, BELOW, TOP = 760, 40, 26, 20
SIDE, GAP = 50, 18
HEIGHTS = {1: 270, 2: 220, 3: 195}
LETTERS = {1: 0, 2: 52, 3: 34}
"""Height of a row of panels, and letters in a line of their titles, by panels in a row."""
AIR = 0.12
LIGHT = "#8A949C"
OTHERS = ((GREY, 1.5, "dotted"), (LIGHT, 1.3, ""), (INK, 1.3, "dashed"))
"""Looks of the other courses, in the order their names are met."""


def fan(block: Fans, language: Language, title: str) -> str:
    """Return series with their forecasts as one inline SVG.

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


def draw(block: Fans, labels: svg.Labels) -> str:
    """Draw the panels row by row, each on the scale of its own figures."""
    columns = _columns(len(block.panels))
    height = HEIGHTS[columns]
    total = height * math.ceil(len(block.panels) / columns) + TOP
    width = (WIDTH - GAP * (columns - 1)) / columns
    canvas = Canvas(WIDTH, total)
    names = other_names(block)
    titled = []
    for position, shown in enumerate(block.panels):
        row, place = divmod(position, columns)
        left = place * (width + GAP)
        bottom = total - TOP - (row + 1) * height + BELOW
        box = (left + SIDE, bottom, width - SIDE - 8, height - ABOVE - BELOW)
        _panel(canvas, shown, box, names, labels)
        top = TOP + row * height + 14
        titled.append((left, top, labels(shown.label, width=LETTERS[columns])))
    canvas.write(text(0, 13, labels(block.axis), size=TICK_SIZE, colour=GREY))
    for x, y, words in titled:
        canvas.write(text(x, y, words, weight="700"))
    return canvas.svg()


def other_names(block: Fans) -> list[Message]:
    """Return the names of the other courses of all panels, each once, as far as they have looks."""
    names: list[Message] = []
    for panel in block.panels:
        names.extend(name for name, series in panel.others if series.years and name not in names)
    return names[:MOST_OTHERS]


def _columns(panels: int) -> int:
    return {1: 1, 2: 2, 4: 2}.get(panels, 3)


def _panel(
    canvas: Canvas,
    shown: FanPanel,
    box: tuple[float, float, float, float],
    names: list[Message],
    labels: svg.Labels,
) -> None:
    drawn = [series for _, series in _all(shown)]
    years = sorted({year for series in drawn for year in series.years})
    ends = _limits(shown)
    panel = yearly(canvas, box, years, ends)
    _fan(panel, shown)
    for name, series in shown.others:
        if name in names and series.years:
            colour, width, dashes = OTHERS[names.index(name)]
            line = _joined(shown, series.years, series.values)
            panel.line(*line, colour, width, dashes=dashes)
    for stretch in _stretches(shown):
        panel.line(*_whole(stretch), INK, 2, mark=Mark("o", 2.6, INK, INK), depth=2.2)
    for year in shown.breaks:
        if years and years[0] < year <= years[-1]:
            panel.upright(year - 0.5, GREY, 0.9, "break")
    scale(panel, ends, labels, years)
    panel.close()


def _all(shown: FanPanel) -> list[tuple[str, Series]]:
    others = [("other", series) for _, series in shown.others]
    return [("counted", shown.counted), ("central", shown.central), *others]


def _limits(shown: FanPanel) -> tuple[float, float]:
    """Return limits with some air; none below nought or above 100 % that figures do not reach."""
    rows = [row for _, one in _all(shown) for row in (one.values, *_pair(one))]
    found = known(value for row in rows for value in row)
    if not found:
        return 0.0, 1.0
    low, high = min(found), max(found)
    air = (high - low) * AIR or abs(high) * 0.1 or 1.0
    top = high + air
    if shown.unit == "percent" and high <= 100:
        top = min(top, 100.0)
    return (max(low - air, 0.0) if low >= 0 else low - air), max(top, low + 1e-9)


def _pair(series: Series) -> tuple[Sequence[float | None], ...]:
    return (series.lower, series.upper)


def _fan(panel: Panel, shown: FanPanel) -> None:
    central = shown.central
    if not central.years:
        return
    if central.lower and central.upper:
        years, low = _joined(shown, central.years, central.lower)
        _, high = _joined(shown, central.years, central.upper)
        panel.band(years, low, high, BLUE, 0.18)
    panel.line(
        *_joined(shown, central.years, central.values),
        BLUE,
        2,
        dashes="dashed",
        depth=2.1,
    )
    for year, value in zip(central.years, gaps(central.values), strict=True):
        panel.mark(year, value, Mark("o", 2.6, BLUE, "white"), 2.15)


def _joined(
    shown: FanPanel, years: tuple[int, ...], values: Sequence[float | None]
) -> tuple[list[int], list[float]]:
    """Return a course to come, joined to the last figure before it."""
    before = [
        (year, value)
        for year, value in zip(shown.counted.years, shown.counted.values, strict=True)
        if value is not None and year < years[0]
    ]
    start = before[-1:] if before and before[-1][0] >= years[0] - 2 else []
    return (
        [*(year for year, _ in start), *years],
        [*(value for _, value in start), *gaps(values)],
    )


def _stretches(shown: FanPanel) -> list[Series]:
    """Return what was counted, cut where the series starts anew."""
    ends = [-math.inf, *sorted(shown.breaks), math.inf]
    pairs = list(zip(shown.counted.years, shown.counted.values, strict=True))
    parts = [
        [pair for pair in pairs if first <= pair[0] < after]
        for first, after in itertools.pairwise(ends)
    ]
    return [Series(*zip(*part, strict=True)) for part in parts if part]


def _whole(series: Series) -> tuple[list[int], list[float]]:
    """Return every year from the first to the last, without a number where there is none."""
    found = dict(zip(series.years, gaps(series.values), strict=True))
    years = list(range(min(found), max(found) + 1))
    return years, [found.get(year, math.nan) for year in years]
