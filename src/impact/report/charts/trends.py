"""Small multiples of yearly series: own path with its interval, country, region, breaks."""

from __future__ import annotations

import math
from collections.abc import Iterable

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullFormatter

from impact.report import names, numbers
from impact.report.blocks import Series, TrendPanel, Trends
from impact.report.charts import svg
from impact.report.charts.style import BLUE, COLOURS, GREY, inches, year_axis
from impact.report.language import Language
from impact.report.looks import look
from impact.report.message import IndicatorName

WIDTH, PANEL, ABOVE, BELOW = 760, 190, 42, 44
COLUMNS = 3
SIDE, GAP = 38, 16
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


def draw(block: Trends, labels: svg.Labels) -> Figure:
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
) -> Figure:
    """Draw panels of series in a grid, with titles and limits of their vertical axes."""
    total = height * math.ceil(len(panels) / COLUMNS)
    column = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
    figure = Figure(figsize=inches(WIDTH, total))
    for position, panel in enumerate(panels):
        row, place = divmod(position, COLUMNS)
        left = place * (column + GAP) + SIDE
        bottom = total - (row + 1) * height + BELOW
        box = (left, bottom, column - SIDE - 6, height - above - BELOW)
        axes = figure.add_axes(tuple(b / (total if i % 2 else WIDTH) for i, b in enumerate(box)))
        _panel(axes, panel, limits[position], labels)
        top = bottom + height - BELOW - 12
        figure.text((left - SIDE) / WIDTH, top / total, titles[position], weight="bold")
    return figure


def _panel(axes: Axes, panel: TrendPanel, limits: tuple[float, float], labels: svg.Labels) -> None:
    for series, style in ((panel.region, ":"), (panel.country, "--")):
        if series is not None and series.years:
            axes.plot(series.years, _gaps(series.values), style, color=GREY, linewidth=1.2)
    _own(axes, panel)
    for year in panel.breaks:
        axes.axvline(year - 0.5, color=GREY, linewidth=0.9, linestyle=(0, (1, 2)))
    years = [*panel.own.years, *(panel.country.years if panel.country else ())]
    scale(axes, limits, labels, years)
    _, tone = look(panel.trend.family, panel.trend.word)
    colour = "#B04A00" if tone == "bad" else COLOURS[tone]
    under_axis(axes, labels(panel.trend), colour)


def under_axis(axes: Axes, text: str, colour: str) -> None:
    """Write a verdict below the years of a panel."""
    place = {"xycoords": "axes fraction", "textcoords": "offset points"}
    axes.annotate(text, (0.5, 0), (0, -29), ha="center", color=colour, **place)


def _own(axes: Axes, panel: TrendPanel) -> None:
    own = panel.own
    if own.lower and own.upper:
        band = {"color": BLUE, "alpha": 0.16, "linewidth": 0}
        axes.fill_between(own.years, _gaps(own.lower), _gaps(own.upper), **band)
    for years, values in _unbroken(own, panel.breaks):
        axes.plot(years, values, color=BLUE, linewidth=2, marker="o", markersize=3)


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


def _gaps(values: tuple[float | None, ...]) -> list[float]:
    return [math.nan if value is None else value for value in values]


def scale(axes: Axes, limits: tuple, labels: svg.Labels, years: list[int]) -> None:
    """Give a panel its few ticks: round figures, first and last year."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.set_ylim(*limits)
    ticks = ticks_between(*limits)
    axes.yaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_major_formatter(NullFormatter())
    places = _tick_decimals(ticks)
    for tick in ticks:
        text = labels(tick, decimals=places)
        axes.annotate(
            text, (0, tick), (-5, -3.5), ("axes fraction", "data"), "offset points", ha="right"
        )
    if years:
        first, last = min(years), max(years)
        axes.set_xlim(first - 0.6, last + 0.6)
        year_axis(axes, [first, last])
        below = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
        axes.annotate(str(first), (first, 0), (-2, -14), ha="left", **below)
        axes.annotate(str(last), (last, 0), (2, -14), ha="right", **below)


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
