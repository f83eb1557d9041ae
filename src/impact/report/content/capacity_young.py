"""Where young people are and will be: all together by year, and on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Sentences, Series
from impact.report.capacity_blocks import AreaMap, AreaMark, PeopleArea, PeopleMap
from impact.report.content.capacity_words import estimate, people, rows_of, young_about
from impact.report.content.numbers import count, finite
from impact.report.message import Number, PlaceName, Verdict, Year, message
from impact.report.planning_blocks import FanPanel, Fans

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile

COUNTED, CENTRAL = "counted", "central"
OTHERS = ("no_migration", "last_three")
CHANGES = {"rises": "higher", "falls": "lower", "unclear": "not_clearly_different"}
"""The look of each class of change: neither is good or bad."""


def capacity_young(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return how many finish grade 9, all together by year and by municipality on maps.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    lead = [message("capacity-young-lead")]
    if capacity.counted_at in ("school", "home"):
        lead.append(message(f"capacity-young-at-{capacity.counted_at}"))
    areas = _areas(plan, capacity)
    blocks: list[Block] = [Sentences(section="young", messages=tuple(lead))]
    blocks.extend(_together(plan, capacity))
    if areas:
        blocks += [_people_map(capacity, areas), _change_map(capacity, areas)]
    return blocks


def _together(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return all municipalities' pupils by year; the sum has no interval of its own."""
    counted, central = (_series(capacity, one) for one in (COUNTED, CENTRAL))
    if not counted.years or not central.years:
        return []
    others = tuple(
        (message(f"capacity-scenario-{name.replace('_', '-')}"), series)
        for name in OTHERS
        if (series := _series(capacity, name)).years
    )
    first, last = counted.values[-1], central.values[-1]
    about = young_about(plan.country)
    figures = {
        "now": people(first, "young_counted", year=counted.years[-1], **about),
        "then": people(last, "young_central", year=central.years[-1], **about),
        "counted_year": Year(counted.years[-1]),
        "year": Year(central.years[-1]),
    }
    label = message("capacity-young-all")
    return [
        Fans(
            section="young",
            heading=message("capacity-young-together"),
            axis=message("capacity-axis-young"),
            panels=(FanPanel(label, "count", 0, counted, central, others),),
            finding=message("capacity-young-finding", **figures),
            remarks=(message("capacity-young-scenarios"),),
        )
    ]


def _series(capacity: CapacityPlan, scenario: str) -> Series:
    rows = capacity.cohorts[capacity.cohorts["scenario"] == scenario]
    total = rows.groupby("year")["pupils"].sum(min_count=1).dropna().sort_index()
    return Series(tuple(int(year) for year in total.index), tuple(map(float, total)))


def _areas(plan: CapacityFile, capacity: CapacityPlan) -> list[PeopleArea]:
    """Return every municipality with those counted last and those expected."""
    counted = _by_place(capacity, COUNTED, capacity.horizon)
    expected = _by_place(capacity, CENTRAL, capacity.year)
    areas, about = [], young_about(plan.country)
    for place in sorted({*counted, *expected}):
        now, then = counted.get(place), expected.get(place)
        names = ("pupils", "lower", "upper")
        found = None if then is None else estimate(then, names, "young_central", **about)
        number = None if now is None else people(now["pupils"], "young_counted", now, **about)
        areas.append(PeopleArea(place, number, found, _change(number, found)))
    return areas


def _by_place(capacity: CapacityPlan, scenario: str, year: int) -> dict[str, dict[str, Any]]:
    rows = rows_of(capacity.cohorts, scenario=scenario, year=year)
    return {row["place"]: row for row in rows}


def _change(now: Number | None, then: Any) -> Number | None:
    if now is None or then is None or not now.value:
        return None
    change = 100 * (then.value.value / now.value - 1)
    about = {"place": now.place, "year": then.value.year}
    return Number(
        change, "relative_percent", 0, signed=True, kind="change", statistic="young_change", **about
    )


def _people_map(capacity: CapacityPlan, areas: list[PeopleArea]) -> PeopleMap:
    years = {"counted_year": Year(capacity.horizon), "year": Year(capacity.year)}
    largest = max(areas, key=lambda one: finite(one.expected and one.expected.value.value) or 0.0)
    finding = message("capacity-map-people-finding", places=count(len(areas), "municipalities"))
    if largest.expected is not None:
        finding = message(
            "capacity-map-people-largest",
            place=PlaceName(largest.place),
            pupils=largest.expected.value,
            places=count(len(areas), "municipalities"),
        )
    return PeopleMap(
        section="young",
        heading=message("capacity-map-people"),
        finding=finding,
        caption=message("capacity-map-people-table", **years),
        areas=tuple(areas),
        now=message("capacity-mark-now", year=years["counted_year"]),
        then=message("capacity-mark-then", year=years["year"]),
    )


def _change_map(capacity: CapacityPlan, areas: list[PeopleArea]) -> AreaMap:
    classes = {area.place: _class(area) for area in areas}
    kinds = list(classes.values())
    numbers = {name: count(kinds.count(name), f"municipalities_{name}") for name in CHANGES}
    years = {"counted_year": Year(capacity.horizon), "year": Year(capacity.year)}
    return AreaMap(
        section="young",
        heading=message("capacity-map-change"),
        finding=message("capacity-map-change-finding", **numbers, **years),
        caption=message("capacity-map-change-table", **years),
        areas=tuple(
            AreaMark(
                area.place,
                Verdict("comparison", CHANGES[classes[area.place]]),
                (area.change, message(f"capacity-change-{classes[area.place]}")),
            )
            for area in areas
        ),
        columns=(message("capacity-column-change"), message("capacity-column-class")),
        classes=tuple((look, message(f"capacity-change-{name}")) for name, look in CHANGES.items()),
    )


def _class(area: PeopleArea) -> str:
    """Return whether the whole range lies above or below those counted."""
    found = area.expected
    if area.counted is None or found is None or found.lower is None or found.upper is None:
        return "unclear"
    if found.lower.value > area.counted.value:
        return "rises"
    return "falls" if found.upper.value < area.counted.value else "unclear"
