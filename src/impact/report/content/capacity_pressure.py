"""Wanted places against the places there are, by programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Sentences, Table
from impact.report.capacity_blocks import DemandRow, PlacesDemand
from impact.report.content.capacity_words import (
    NEEDS,
    SIMULATED,
    Row,
    at_year,
    caption,
    counted,
    estimate,
    is_simulated,
    named,
    people,
    programme_name,
    sum_of,
)
from impact.report.content.numbers import finite
from impact.report.message import Message, Number, PlaceName, Year, message
from impact.report.quantity_blocks import Estimate

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile


def capacity_pressure(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return wanted places over places by programme, and the schools they are at.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    lead = Sentences(section="pressure", messages=(message("capacity-pressure-lead"),))
    found = at_year(capacity)
    if not found:
        return [Sentences(section="pressure", messages=(message("headline-capacity-none"),))]
    return [lead, _drawing(capacity, found), *_schools(capacity)]


def _drawing(capacity: CapacityPlan, found: list[dict[str, Any]]) -> PlacesDemand:
    newest = _newest(capacity)
    schools = capacity.schools.to_dict("records")
    rows = [_row(row, newest.get(row["programme"], {}), schools) for row in found]
    rows.sort(key=lambda row: -row.demand.value.value)
    tones = [row.tone for row in rows]
    return PlacesDemand(
        section="pressure",
        heading=message("capacity-pressure-heading"),
        finding=message(
            "capacity-pressure-finding",
            short=counted(found, tones.count("bad"), "programmes_short"),
            spare=counted(found, tones.count("plain"), "programmes_spare"),
            of=counted(found, len(rows), "programmes"),
            year=Year(capacity.year),
        ),
        caption=message("capacity-pressure-table", year=Year(capacity.year)),
        axis=message("capacity-axis-places"),
        rows=tuple(rows),
        simulated=is_simulated(found),
        remarks=(message("capacity-pressure-remark"),),
    )


def _newest(capacity: CapacityPlan) -> dict[str, dict[str, Any]]:
    """Return the programmes in the newest year of the tables, by code."""
    table = capacity.programmes
    before = table[table["year"] != capacity.year]
    if before.empty:
        return {}
    rows = before[before["year"] == before["year"].max()].to_dict("records")
    return {row["programme"]: row for row in rows}


def _row(row: Row, now: Row, schools: list[dict[str, Any]]) -> DemandRow:
    mine = [one for one in schools if one["programme"] == row["programme"]]
    about = {"about": row["programme"]}
    places = sum_of(mine, "places", "places_today", **about)
    if places is None:
        places = people(row["places"], "places_today", row)
    demand = estimate(row, ("demand", "lower", "upper"), "demand")
    if demand is None:
        demand = Estimate(Number(0.0, decimals=0, status="missing"))
    known = finite(row["need"])
    return DemandRow(
        label=programme_name(row["programme"]),
        demand=demand,
        places=places,
        planned=sum_of(mine, "places_planned", "places_planned", **about),
        pressure=_pressure(now),
        empty=people(now.get("empty"), "empty_places", now),
        without=people(row["unmet"], "without_place_free", row),
        need=None if known is None else named("capacity-need", NEEDS[int(known)]),
        tone=_tone(demand, places),
    )


def _pressure(now: Row) -> Number | None:
    known = finite(now.get("pressure"))
    if known is None:
        return None
    about = {"about": now["programme"], "year": int(now["year"])}
    status = SIMULATED if now.get("status") == SIMULATED else "ok"
    return Number(known, "number", 2, statistic="first_choices_per_place", status=status, **about)


def _tone(demand: Estimate, places: Number | None) -> str:
    """Return whether the whole range of what is wanted is above the places, or below them."""
    if places is None or demand.lower is None or demand.upper is None:
        return "unknown"
    if demand.lower.value > places.value:
        return "bad"
    return "plain" if demand.upper.value < places.value else "unknown"


def _schools(capacity: CapacityPlan) -> list[Block]:
    """Return places and groups now and by the plan, by municipality of the school."""
    found = capacity.schools.to_dict("records")
    if not found:
        return []
    names = ("school-place", "programme", "places", "groups", "planned", "planned-groups", "step")
    return [
        Table(
            section="pressure",
            heading=message("capacity-schools-heading"),
            caption=caption("capacity-schools-heading", found),
            columns=tuple(message(f"capacity-column-{name}") for name in names),
            rows=tuple(school_cells(row, with_place=True) for row in found),
            remarks=(message("capacity-schools-remark"),),
        )
    ]


def school_cells(row: Row, *, with_place: bool) -> tuple[Any, ...]:
    """Return a row of places and groups of one programme at the schools of a municipality.

    Parameters
    ----------
    row
        Of the table of schools.
    with_place
        Whether the municipality stands first.
    """
    cells = (
        programme_name(row["programme"]),
        people(row["places"], "places_today", row),
        people(row["groups"], "groups_today", row),
        people(row["places_planned"], "places_planned", row),
        people(row["groups_planned"], "groups_planned", row),
        _step(row),
    )
    return (PlaceName(row["place"]), *cells) if with_place else cells


def _step(row: Row) -> Message | None:
    """Return whether the plan opens, closes, adds or takes away groups."""
    now, planned = finite(row["groups"]), finite(row["groups_planned"])
    if now is None or planned is None:
        return None
    if now <= 0 < planned:
        return message("capacity-step-opens")
    if planned <= 0 < now:
        return message("capacity-step-closes")
    if planned == now:
        return message("capacity-step-same")
    return message("capacity-step-more" if planned > now else "capacity-step-fewer")
