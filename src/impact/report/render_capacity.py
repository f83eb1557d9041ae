"""Blocks of a plan of places in one language: maps, wanted places, weights, ways to school."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from impact.report.blocks import Cell
from impact.report.capacity_blocks import (
    AreaMap,
    CapacityDrawing,
    DemandRow,
    FlowMap,
    Notice,
    PeopleArea,
    PeopleMap,
    PlacesDemand,
    SweepRow,
    WeightSweep,
)
from impact.report.charts.area_map import area_map as draw_area_map
from impact.report.charts.area_map import flow_map as draw_flow_map
from impact.report.charts.area_map import people_map as draw_people_map
from impact.report.charts.places_demand import places_demand as draw_places_demand
from impact.report.charts.weight_sweep import weight_sweep as draw_weight_sweep
from impact.report.language import Language
from impact.report.message import Message, Number, message
from impact.report.nodes import (
    Banner,
    FigureNode,
    Heading,
    Nodes,
    Paragraph,
    TableCell,
    TableNode,
)
from impact.report.parts import Text
from impact.report.quantity_blocks import Estimate
from impact.report.render_areas import figure_cell
from impact.report.render_first_page import remarks

Marks = Iterable[tuple[str, Message]]
TONES = ("bad", "plain", "unknown")


def notice(block: Notice, language: Language) -> Nodes:
    """Return what every reader must see first."""
    return (Banner(language.text(block.text)),)


def people_map(block: PeopleMap, language: Language) -> Nodes:
    """Return the map of young people, and the table of their numbers."""
    names = ("place", "counted", "expected", "interval", "change")
    lines = [_people(area, language) for area in block.areas]
    marks = [("people-now", block.now), ("people-then", block.then)]
    return _figure(block, language, draw_people_map, marks, _heads(names, language), lines)


def _people(area: PeopleArea, language: Language) -> tuple[TableCell, ...]:
    expected = area.expected
    return (
        TableCell((language.place(area.place),)),
        figure_cell(area.counted, language),
        figure_cell(None if expected is None else expected.value, language),
        _interval(expected, language),
        figure_cell(area.change, language),
    )


def area_map(block: AreaMap, language: Language) -> Nodes:
    """Return a map of classes, and the table of what they rest on."""
    shown = {area.verdict.word for area in block.areas}
    marks = [(f"map-{word}", name) for word, name in block.classes if word in shown]
    heads = (*_heads(("place",), language), *(language.text(one) for one in block.columns))
    lines = [
        (TableCell((language.place(area.place),)), *(_cell(one, language) for one in area.cells))
        for area in block.areas
    ]
    return _figure(block, language, draw_area_map, marks, heads, lines)


def places_demand(block: PlacesDemand, language: Language) -> Nodes:
    """Return wanted places over places by programme, and the table of them."""
    tones = {row.tone for row in block.rows}
    marks = [(f"dots-{tone}", message(f"capacity-tone-{tone}")) for tone in TONES if tone in tones]
    marks.append(("places-now", message("capacity-mark-places")))
    if any(row.planned is not None for row in block.rows):
        marks.append(("places-planned", message("capacity-mark-planned")))
    names = ("programme", "wanted", "interval", "places", "planned", "pressure", "empty",
             "without", "need")  # fmt: skip
    lines = [_demand(row, language) for row in block.rows]
    return _figure(block, language, draw_places_demand, marks, _heads(names, language), lines)


def _demand(row: DemandRow, language: Language) -> tuple[TableCell, ...]:
    figures = (row.places, row.planned, row.pressure, row.empty, row.without)
    return (
        TableCell(language.parts(row.label)),
        figure_cell(row.demand.value, language),
        _interval(row.demand, language),
        *(figure_cell(one, language) for one in figures),
        _cell(row.need, language),
    )


def weight_sweep(block: WeightSweep, language: Language) -> Nodes:
    """Return how places change by weight, and the table of every weight."""
    marks = [
        ("sweep-choice", message("capacity-mark-choice")),
        ("sweep-need", message("capacity-mark-need")),
    ]
    if any(row.stable for row in block.rows):
        marks.append(("sweep-stable", message("capacity-mark-stable")))
    weights = tuple(
        language.text(message("capacity-column-weight", weight=one)) for one in block.weights
    )
    heads = (*_heads(("programme",), language), *weights, *_heads(("sign",), language))
    lines = [_sweep(row, language) for row in block.rows]
    return _figure(block, language, draw_weight_sweep, marks, heads, lines)


def _sweep(row: SweepRow, language: Language) -> tuple[TableCell, ...]:
    return (
        TableCell(language.parts(row.label)),
        *(figure_cell(one, language) for one in row.changes),
        _cell(row.verdict, language),
    )


def flow_map(block: FlowMap, language: Language) -> Nodes:
    """Return the map of ways to school, and the table of them."""
    lines = [
        (
            TableCell((language.place(flow.home),)),
            TableCell((language.place(flow.place),)),
            figure_cell(flow.pupils, language),
            figure_cell(flow.minutes, language),
        )
        for flow in block.flows
    ]
    marks = [("flow-way", message("capacity-mark-way")), ("flow-end", message("capacity-mark-end"))]
    names = ("home", "school-place", "pupils", "minutes")
    return _figure(block, language, draw_flow_map, marks, _heads(names, language), lines)


def _heads(names: Sequence[str], language: Language) -> tuple[Text, ...]:
    return tuple(language.text(message(f"capacity-column-{name}")) for name in names)


def _interval(found: Estimate | None, language: Language) -> TableCell:
    return TableCell(("–",) if found is None else language.parts(found.range), number=True)


def _cell(value: Cell, language: Language) -> TableCell:
    return TableCell(language.parts(value), number=isinstance(value, Number | None))


def _figure(
    block: CapacityDrawing,
    language: Language,
    draw: Callable[..., str],
    marks: Marks,
    heads: tuple[Text, ...],
    lines: Sequence[tuple[TableCell, ...]],
) -> Nodes:
    """Return heading, finding, drawing with the table behind it, and small print."""
    caption = block.caption
    if block.simulated:
        caption = message("capacity-simulated-text", text=caption)
    role = "simulated" if block.simulated else ""
    table = TableNode(language.text(caption), heads, tuple(lines), folded=True, role=role)
    alt = f"{language.plain(caption)}. {language.plain(block.finding)}"
    legend = tuple((name, language.text(meaning)) for name, meaning in marks)
    if block.simulated:
        legend = (*legend, ("simulated", language.text(message("capacity-simulated-mark"))))
    figure = FigureNode(draw(replace(block, remarks=()), language, alt), alt, legend, table)
    finding = Paragraph(language.text(block.finding))
    title = Heading(language.text(block.heading), 3)
    return (title, finding, figure, *remarks(block.remarks, language))
