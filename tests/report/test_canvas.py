"""A canvas writes what matplotlib would write, to the last character."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import sample
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullFormatter

from impact.report.blocks import Series
from impact.report.charts.canvas import Canvas, mark_data, text
from impact.report.charts.panel import Mark, Panel
from impact.report.charts.style import BLUE, GREY, INK, inches, plotted
from impact.report.charts.svg import Labels
from impact.report.charts.trends import panels_figure

YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022]
WIDTH, HEIGHT, BOX = 400, 200, (0.125, 0.2, 0.6, 0.7)
ACROSS, UP = (2015.4, 2022.6), (61.3, 88.9)
WHOLE = [70.1, 71.25, 69.0, 74.5, 80.0, 82.125, 79.9]
BROKEN = [70.1, math.nan, 69.0, 74.5, math.nan, math.nan, 79.9]
LOW, HIGH = [value - 3.3 for value in WHOLE], [value + 2.7 for value in WHOLE]


def drawn(draw: object) -> str:
    """Return a panel as its whole drawing, without its head."""
    canvas = Canvas(WIDTH, HEIGHT)
    panel = Panel(canvas, BOX, ACROSS, UP)
    draw(panel)
    panel.close()
    return _body(canvas.svg())


def by_matplotlib(draw: object, *, ticks: tuple = ((), ())) -> str:
    """Return the same as matplotlib draws it."""

    @plotted
    def figure(_block: None, _labels: None) -> Figure:
        made = Figure(figsize=inches(WIDTH, HEIGHT))
        axes = made.add_axes(BOX)
        axes.set(xlim=ACROSS, ylim=UP)
        for axis, places in zip((axes.xaxis, axes.yaxis), ticks, strict=True):
            axis.set_major_locator(FixedLocator(places))
            axis.set_major_formatter(NullFormatter())
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        draw(axes)
        return made

    return _body(figure(None, None))


def _body(svg: str) -> str:
    return svg[svg.index(">") + 1 :]


def _framed(draw: object) -> object:
    """Add the edges every axes of matplotlib has."""

    def both(panel: Panel) -> None:
        draw(panel)
        panel.edges((), ())

    return both


@pytest.mark.parametrize("values", [WHOLE, BROKEN])
@pytest.mark.parametrize(("style", "dashes"), [("-", ""), ("--", "dashed"), (":", "dotted")])
@pytest.mark.parametrize("width", [1, 1.2, 2])
def test_lines(values: list[float], style: str, dashes: str, width: float) -> None:
    def ours(panel: Panel) -> None:
        panel.line(YEARS, values, BLUE, width, dashes=dashes)
        panel.upright(2018.5, GREY, 0.9, "break")

    def theirs(axes: Axes) -> None:
        axes.plot(YEARS, values, style, color=BLUE, linewidth=width)
        axes.axvline(2018.5, color=GREY, linewidth=0.9, linestyle=(0, (1, 2)))

    assert drawn(_framed(ours)) == by_matplotlib(theirs)


@pytest.mark.parametrize("high", [HIGH, [math.nan, *HIGH[1:3], math.nan, *HIGH[4:]]])
@pytest.mark.parametrize("opacity", [1, 0.16])
def test_bands(high: list[float], opacity: float) -> None:
    def ours(panel: Panel) -> None:
        panel.line(YEARS, WHOLE, INK, 2)
        panel.band(YEARS, LOW, high, BLUE, opacity)

    def theirs(axes: Axes) -> None:
        axes.plot(YEARS, WHOLE, color=INK, linewidth=2)
        alpha = None if opacity == 1 else opacity
        axes.fill_between(YEARS, LOW, high, color=BLUE, alpha=alpha, linewidth=0)

    assert drawn(_framed(ours)) == by_matplotlib(theirs)


@pytest.mark.parametrize("shape", ["o", "s", "D", "<", ">", "^", "v"])
@pytest.mark.parametrize(("size", "edge"), [(3, 1.0), (10, 1.8)])
def test_marks_stand_on_a_line_and_are_defined_once(shape: str, size: float, edge: float) -> None:
    def ours(panel: Panel) -> None:
        for at in (slice(0, 3), slice(4, 7)):
            mark = Mark(shape, size, GREY, "#FFFFFF", edge)
            panel.line(YEARS[at], WHOLE[at], BLUE, 2, mark=mark)

    def theirs(axes: Axes) -> None:
        look = {"markeredgecolor": GREY, "markerfacecolor": "white", "markeredgewidth": edge}
        for at in (slice(0, 3), slice(4, 7)):
            axes.plot(YEARS[at], WHOLE[at], color=BLUE, linewidth=2, marker=shape,
                      markersize=size, **look)  # fmt: skip

    both = drawn(_framed(ours)), by_matplotlib(theirs)
    assert both[0] == both[1]
    assert both[0].count(mark_data(shape, size)) == 1


def test_edges_with_ticks() -> None:
    across, up = (2016, 2022), (65.0, 75.0, 85.0)
    ours = drawn(lambda panel: panel.edges(across, up))
    assert ours == by_matplotlib(lambda axes: None, ticks=(across, up))


@pytest.mark.parametrize("side", ["left", "center", "right"])
@pytest.mark.parametrize("weight", ["", "700"])
def test_words_are_escaped_and_stand_where_they_should(side: str, weight: str) -> None:
    words = 'Å & <b> "1"'

    def theirs(axes: Axes) -> None:
        axes.axis("off")
        place = {"xycoords": "axes fraction", "textcoords": "offset points"}
        axes.annotate(words, (0.5, 0), (3, -12.5), ha=side, color=GREY, fontsize=12.5,
                      weight=weight or "normal", **place)  # fmt: skip

    canvas = Canvas(WIDTH, HEIGHT)
    panel = Panel(canvas, BOX, ACROSS, UP)
    at = (panel.left + panel.right) / 2 + 3, panel.bottom + 12.5
    ours = text(*at, words, size=12.5, side=side, colour=GREY, weight=weight)
    assert ours.replace("&quot;", '"') in by_matplotlib(theirs)


def test_the_last_is_written_in_front_of_what_is_deeper() -> None:
    def ours(panel: Panel) -> None:
        panel.line(YEARS, WHOLE, INK, 2, depth=7)
        panel.band(YEARS, LOW, HIGH, BLUE)

    svg = drawn(ours)
    assert svg.index("<use") < svg.index(INK.lower())


def test_a_panel_without_a_year_is_an_empty_frame() -> None:
    empty = Series(years=(), values=())
    panel = replace(sample.trend_panel(sample.ROWS[0]), own=empty, country=None, region=None)
    labels = Labels()
    svg = panels_figure((panel,), ["@title@"], [(0.0, 1.0)], labels)
    assert "@title@" in svg and "<use" in svg
    assert "nan" not in svg
