"""Drawings of a plan of places: figures stand where they belong, and simulated ones say so."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import sample_capacity as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from impact import catalogue
from impact.report import content, names
from impact.report.capacity_blocks import (
    AreaMap,
    CapacityDrawing,
    FlowMap,
    Notice,
    PeopleMap,
    PlacesDemand,
    WeightSweep,
)
from impact.report.charts import area_map, places_demand
from impact.report.display import from_json, to_json
from impact.report.html import HtmlWriter
from impact.report.language import LANGUAGES, language
from impact.report.message import Number, message
from impact.report.nodes import Banner, FigureNode
from impact.report.parts import plain
from impact.report.quantity_blocks import Estimate
from impact.report.render import nodes

KINDS = (PeopleMap, AreaMap, PlacesDemand, WeightSweep, FlowMap)
ENGLISH = language("en")


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def drawn(kind: type, **changes: Any) -> Any:
    """Return the first drawing of a kind in the sample's report."""
    blocks = sample.blocks(sample.plan(), sample.capacity(**changes))
    return next(block for block in blocks if isinstance(block, kind))


def figure(block: CapacityDrawing, code: str = "en") -> FigureNode:
    """Return a drawing in one language."""
    return next(one for one in nodes(block, language(code)) if isinstance(one, FigureNode))


def cells(block: CapacityDrawing) -> list[list[str]]:
    """Return the table behind a drawing, as text."""
    return [[plain(cell.text) for cell in row] for row in figure(block).table.rows]


def marks(svg: str, shape: str = "") -> list[tuple[float, float]]:
    """Return where marks stand that look like `shape`."""
    found = re.findall(r'<use xlink:href="[^"]*" x="([^"]*)" y="([^"]*)" style="([^"]*)"', svg)
    return [(float(x), float(y)) for x, y, style in found if shape in style]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_drawing_is_kept_read_and_worded_in_every_language(kind: type, code: str) -> None:
    block = drawn(kind)
    assert from_json(to_json(block)) == block
    found = figure(block, code)
    assert found.alt in found.svg or "&" in found.svg
    assert found.table.rows
    assert all(len(row) == len(found.table.head) for row in found.table.rows)
    assert not re.findall(r"@\d+@", found.svg)
    assert HtmlWriter(language(code)).write(nodes(block, language(code)))


@pytest.mark.parametrize("kind", [AreaMap, PlacesDemand, WeightSweep, FlowMap])
def test_a_simulated_drawing_says_so_in_itself_its_legend_and_its_table(kind: type) -> None:
    block = replace(drawn(kind), simulated=True)
    found = figure(block)
    assert ">Simulated figures</text>" in found.svg
    assert found.alt.startswith("Simulated: ")
    assert plain(found.table.caption).startswith("Simulated: ")
    assert found.table.role == "simulated"
    assert ("simulated", ("Simulated figures",)) in found.legend
    counted = figure(replace(block, simulated=False))
    assert "imulated" not in counted.svg + counted.alt + plain(counted.table.caption)


def test_a_notice_is_a_banner() -> None:
    (node,) = nodes(Notice(section="travel", text=message("note-capacity-simulated")), ENGLISH)
    assert isinstance(node, Banner)
    assert plain(node.text).startswith("Simulated")


def test_wanted_places_stand_on_their_scale() -> None:
    block = drawn(PlacesDemand)
    scale = places_demand.Scale(block.rows)
    svg = figure(block).svg
    wanted = sorted(scale(row.demand.value.value) for row in block.rows)
    assert sorted(x for x, _ in marks(svg, "stroke-width: 1.8")) == pytest.approx(wanted, abs=1e-4)


def test_bars_of_places_begin_at_nought_and_are_as_long_as_there_are_places() -> None:
    block = drawn(PlacesDemand)
    scale = places_demand.Scale(block.rows)
    assert scale(0.0) == places_demand.LEFT
    first, second = scale(60.0) - scale(0.0), scale(120.0) - scale(0.0)
    assert second == pytest.approx(2 * first)


def test_a_wish_without_limits_is_drawn_without_a_line() -> None:
    row = drawn(PlacesDemand).rows[0]
    bare = replace(row, demand=Estimate(row.demand.value), places=None, planned=None)
    block = replace(drawn(PlacesDemand), rows=(bare,))
    assert cells(block)[0][2] == "–"
    assert len(marks(figure(block).svg, "stroke-width: 1.8")) == 1


def test_the_weight_drawing_has_a_ring_and_a_diamond_a_row() -> None:
    block = drawn(WeightSweep)
    svg = figure(block).svg
    assert len(marks(svg, "fill: #ffffff")) == len(block.rows)
    assert len(marks(svg, "#0072b2")) == len(block.rows)


def test_weights_are_columns_and_signs_are_told() -> None:
    block = drawn(WeightSweep)
    head = [plain(one) for one in figure(block).table.head]
    assert head[1:6] == [f"Weight {weight}%" for weight in (0, 25, 50, 75, 100)]
    rows = {row[0]: row for row in cells(block)}
    # 20 at nought and 6 at one: 20 - 14 * 0.25 = 16.5, at 0.5 it is 13
    assert rows["Health and social care"][1:4] == ["+20", "+16", "+13"]
    assert rows["Health and social care"][6] == "more at every weight"
    assert rows["Industrial technology"][6] == "depends on the weight"


def test_discs_have_areas_by_the_number_of_people() -> None:
    block = drawn(PeopleMap)
    scale = area_map._scale(block)
    one, four = area_map._radius(100.0, scale), area_map._radius(400.0, scale)
    assert four == pytest.approx(2 * one)
    assert area_map._radius(0.0, scale) == 0.0
    largest = max(area.expected.value.value for area in block.areas)
    assert area_map._radius(largest, scale) == pytest.approx(area_map.LARGEST)


def test_change_is_clear_only_when_the_whole_range_is_on_one_side() -> None:
    block = drawn(AreaMap)
    told = {area.place: area.verdict.word for area in block.areas}
    # 60 -> 76 (70-82), 120 -> 104 (98-110), 180 -> 182 (176-188)
    assert told == {
        "SE-0604": "higher", "SE-0617": "lower", "SE-0680": "not_clearly_different",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("minutes", "word"),
    [
        (30.0, "not_clearly_different"),
        (30.1, "lower"),
        (45.1, "higher"),
        (60.1, "worse"),
    ],
)
def test_ways_are_in_classes_by_their_minutes(minutes: float, word: str) -> None:
    travel = sample.travel().assign(mean_minutes=minutes, pupils=10.0)
    blocks = content.capacity_travel(sample.plan(), sample.capacity(travel=travel))
    ways = next(block for block in blocks if isinstance(block, AreaMap))
    assert {area.verdict.word for area in ways.areas} == {word}


def test_a_home_nobody_travels_from_has_no_class() -> None:
    blocks = content.capacity_travel(sample.plan(), sample.capacity())
    ways = next(block for block in blocks if isinstance(block, AreaMap))
    told = {area.place: area.verdict.word for area in ways.areas}
    assert told["SE-0617"] == "not_comparable"


def test_only_ways_across_a_border_with_five_pupils_or_more_are_drawn() -> None:
    block = drawn(FlowMap)
    pairs = [(flow.home, flow.place) for flow in block.flows]
    assert pairs == [("SE-0617", "SE-0680"), ("SE-0604", "SE-0680"), ("SE-0604", "SE-0617")]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 1e5), st.floats(0, 1e4), st.floats(0, 1e5)), min_size=1, max_size=8
    )
)
def test_no_number_of_places_breaks_the_drawing(found: list[tuple[float, float, float]]) -> None:
    row = drawn_row()
    rows = tuple(
        replace(
            row,
            demand=Estimate(Number(wanted), Number(max(wanted - wide, 0.0)), Number(wanted + wide)),
            places=Number(places),
        )
        for wanted, wide, places in found
    )
    block = PlacesDemand(
        section="pressure",
        heading=message("capacity-pressure-heading"),
        finding=message("capacity-pressure-heading"),
        caption=message("capacity-pressure-heading"),
        axis=message("capacity-axis-places"),
        rows=rows,
    )
    svg = figure(block).svg
    assert "nan" not in svg
    assert len(marks(svg, "stroke-width: 1.8")) == len(rows)
    scale = places_demand.Scale(rows)
    assert all(x <= places_demand.RIGHT + 1e-6 for x in (scale(one[0]) for one in found))


def drawn_row() -> Any:
    """Return one row of the drawing of wanted places."""
    return drawn(PlacesDemand).rows[0]
