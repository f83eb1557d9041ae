"""Small multiples of yearly series: own path with its interval, country, region, breaks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from impact.report import names, numbers
from impact.report.blocks import Series, TrendPanel, Trends
from impact.report.charts import svg
from impact.report.charts.canvas import Canvas, text
from impact.report.charts.panel import Mark, Panel
from impact.report.language import Language
from impact.report.looks import BLUE, COLOURS, GREY, VERMILLION_TEXT, look
from impact.report.message import IndicatorName, Verdict

WIDTH, PANEL, ABOVE, BELOW = 760, 190, 42, 44
COLUMNS = 3
SIDE, GAP = 38, 16
AIR = 0.6
TITLE_WIDTH = 36


def trends(block: Trends, language: Language, title: str) -> str:
    """Return the series of an area as small multiples in one inline SVG.

    Parameters
    ----------
    block
        The panels to draw.
    language
        The reader's language.
    title
        The chart's finding, its alternative text.
    """
    return svg.chart(block, language, draw, title)


def draw(block: Trends, labels: svg.Labels) -> str:
    """Draw the panels, three in a row, each on the scale of its own figures."""
    titles = [labels(IndicatorName(p.indicator), width=TITLE_WIDTH) for p in block.panels]
    limits = [bounds(values_of(p), p.indicator) for p in block.panels]
    return panels_figure(block.panels, titles, limits, labels)


def panels_figure(
    panels: tuple[TrendPanel, ...],
    titles: list[str],
    limits: list[tuple[float, float]],
    labels: svg.Labels,
    height: float = PANEL,
    above: float = ABOVE,
) -> str:
    """Draw panels of series in a grid, with titles and limits of their vertical axes."""
    total = height * math.ceil(len(panels) / COLUMNS)
    column = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    canvas = Canvas(WIDTH, total)
    titled = []
    for position, panel in enumerate(panels):
        row, place = divmod(position, COLUMNS)
        left = place * (column + GAP) + SIDE
        bottom = total - (row + 1) * height + BELOW
        box = (left, bottom, column - SIDE - 6, height - above - BELOW)
        _panel(canvas, panel, box, limits[position], labels)
        titled.append((left - SIDE, total - (bottom + height - BELOW - 12), titles[position]))
    for x, y, title in titled:
        canvas.write(text(x, y, title, weight="700"))
    return canvas.svg()


def _panel(
    canvas: Canvas,
    shown: TrendPanel,
    box: tuple[float, float, float, float],
    limits: tuple[float, float],
    labels: svg.Labels,
) -> None:
    years = [*shown.own.years, *(shown.country.years if shown.country else ())]
    panel = yearly(canvas, box, years, limits)
    for series, dashes in ((shown.region, "dotted"), (shown.country, "dashed")):
        if series is not None and series.years:
            panel.line(series.years, gaps(series.values), GREY, 1.2, dashes=dashes)
    _own(panel, shown)
    for year in shown.breaks:
        panel.upright(year - 0.5, GREY, 0.9, "break")
    scale(panel, limits, labels, years)
    under_axis(panel, labels(shown.trend), shown.trend)
    panel.close()


def yearly(
    canvas: Canvas,
    box: tuple[float, float, float, float],
    years: Sequence[int],
    limits: tuple[float, float],
) -> Panel:
    """Return a panel of years; `box` is its left, bottom, width and height on the canvas."""
    parts = tuple(b / (canvas.height if i % 2 else canvas.width) for i, b in enumerate(box))
    first, last = (min(years), max(years)) if years else (0, 0)
    return Panel(canvas, parts, (first - AIR, last + AIR), limits)


def under_axis(panel: Panel, words: str, verdict: Verdict) -> None:
    """Write a verdict below the years of a panel, in its colour."""
    _, tone = look(verdict.family, verdict.word)
    colour = VERMILLION_TEXT if tone == "bad" else COLOURS[tone]
    middle = (panel.left + panel.right) / 2
    panel.text(middle, panel.bottom + 29, words, side="center", colour=colour)


def _own(panel: Panel, shown: TrendPanel) -> None:
    own = shown.own
    if own.lower and own.upper:
        panel.band(own.years, gaps(own.lower), gaps(own.upper), BLUE, 0.16)
    for years, values in _unbroken(own, shown.breaks):
        panel.line(years, values, BLUE, 2, mark=Mark("o", 3, BLUE, BLUE))


def _unbroken(series: Series, breaks: tuple[int, ...]) -> list[tuple[list, list]]:
    """Return the stretches of a series between its breaks and its missing years."""
    stretches: list[tuple[list, list]] = []
    before = None
    for year, value in zip(series.years, series.values, strict=True):
        if value is None:
            before = None
            continue
        if before is None or year != before + 1 or year in breaks:
            stretches.append(([], []))
        stretches[-1][0].append(year)
        stretches[-1][1].append(value)
        before = year
    return stretches


def gaps(values: Iterable[float | None]) -> list[float]:
    """Return values as numbers; a missing one is not a number, and breaks a line."""
    return [math.nan if value is None else value for value in values]


def scale(panel: Panel, limits: tuple, labels: svg.Labels, years: Sequence[int]) -> None:
    """Give a panel its few ticks: round figures, first and last year."""
    ends = (min(years), max(years)) if years else ()
    ticks = ticks_between(*limits)
    panel.edges(ends, ticks)
    places = _tick_decimals(ticks)
    for tick in ticks:
        words = labels(tick, decimals=places)
        panel.text(panel.left - 5, panel.y(tick) + 3.5, words, side="right")
    for year, away, side in zip(ends, (-2, 2), ("left", "right"), strict=False):
        panel.text(panel.x(year) + away, panel.bottom + 14, str(year), side=side)


def values_of(*panels: TrendPanel) -> list[float | None]:
    """Return every value that panels show."""
    series = [one for p in panels for one in (p.own, p.country, p.region) if one is not None]
    return [value for one in series for v in (one.values, one.lower, one.upper) for value in v]


def bounds(values: Iterable[float | None], indicator: str) -> tuple[float, float]:
    """Return limits that hold the values with some air, inside what the indicator can be."""
    known = [value for value in values if value is not None]
    if not known:
        return 0.0, 1.0
    low, high = min(known), max(known)
    air = (high - low) * 0.15 or abs(high) * 0.1 or 1.0
    entry = names.indicator(indicator)
    floor = 0.0 if entry.lower_limit is None and low >= 0 else entry.lower_limit
    top = entry.upper_limit
    return (
        low - air if floor is None else max(low - air, floor),
        high + air if top is None else min(high + air, top),
    )


def ticks_between(low: float, high: float) -> list[float]:
    """Return two or three round figures inside the limits."""
    size = high - low
    for power in range(6, -5, -1):
        for step in (5, 2, 1):
            width = step * 10.0**power
            count = math.floor(high / width) - math.ceil(low / width) + 1
            if count >= 2 and width <= size:
                first = math.ceil(low / width)
                return [round((first + index) * width, 10) for index in range(count)][:4]
    return [low, high]


def _tick_decimals(ticks: list[float]) -> int:
    for places in range(4):
        if all(abs(round(tick, places) - tick) < 1e-9 for tick in ticks):
            return places
    return max(numbers.DECIMALS.values())
