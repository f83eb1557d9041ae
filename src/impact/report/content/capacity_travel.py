"""Who travels how far: minutes by municipality on a map, ways to school, those without a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Sentences, Table
from impact.report.capacity_blocks import AreaMap, AreaMark, FlowLine, FlowMap
from impact.report.content.capacity_words import (
    FEW,
    FREE,
    NOW,
    PLANNED,
    Row,
    caption,
    is_simulated,
    minutes,
    named,
    people,
    rows_of,
    share,
    unmet_by_reason,
    without_place,
)
from impact.report.content.numbers import finite
from impact.report.message import Message, Number, PlaceName, Verdict, message

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile

CLASSES = (
    ("near", 30.0, "not_clearly_different"),
    ("middle", 45.0, "lower"),
    ("far", 60.0, "higher"),
)
"""Classes of mean minutes one way, each up to so many, and their looks; the rest is very far."""
BEYOND = ("very-far", "worse")
NOBODY = ("nobody", "not_comparable")
MOST_DRAWN = 40
"""So many ways are drawn and listed, the largest; the rest is told as a sum."""
PLANS = (NOW, FREE, PLANNED)


def capacity_travel(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return ways to school by the plan and today, and who gets no place and why.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    found = rows_of(capacity.travel, plan=PLANNED)
    lead = Sentences(section="travel", messages=(message("capacity-travel-lead"),))
    if not found:
        none = Sentences(section="travel", messages=(message("capacity-travel-none"),))
        return [none, *_unmet(capacity)]
    return [lead, _map(capacity, found), *_flows(capacity), *_unmet(capacity)]


def mean_minutes(rows: list[dict[str, Any]]) -> float | None:
    """Return the mean minutes of all pupils; None where nobody travels.

    Parameters
    ----------
    rows
        Of the table of travel, one plan.

    Notes
    -----
    Sum of pupils times their municipality's mean, over the sum of pupils.
    """
    known = [
        (pupils, way)
        for row in rows
        if (pupils := finite(row["pupils"])) and (way := finite(row["mean_minutes"])) is not None
    ]
    everyone = sum(pupils for pupils, _ in known)
    return sum(pupils * way for pupils, way in known) / everyone if everyone else None


def _map(capacity: CapacityPlan, found: list[dict[str, Any]]) -> AreaMap:
    now = {row["home"]: row for row in rows_of(capacity.travel, plan=NOW)}
    names = ("minutes", "within-45", "within-60", "minutes-now", "without-free", "without-planned")
    classes = [(look, message(f"capacity-way-{name}")) for name, _, look in CLASSES]
    classes += [(look, message(f"capacity-way-{name}")) for name, look in (BEYOND, NOBODY)]
    return AreaMap(
        section="travel",
        heading=message("capacity-travel-heading"),
        finding=_finding(capacity, found),
        caption=message("capacity-travel-table"),
        areas=tuple(_area(capacity, row, now.get(row["home"])) for row in found),
        columns=tuple(message(f"capacity-column-{name}") for name in names),
        classes=tuple(classes),
        simulated=is_simulated(found),
    )


def _finding(capacity: CapacityPlan, found: list[dict[str, Any]]) -> Message:
    planned = mean_minutes(found)
    now = mean_minutes(rows_of(capacity.travel, plan=NOW))
    status = "simulated" if is_simulated(found) else "ok"
    then = minutes(planned, "mean_minutes_planned", status=status)
    if then is None:
        return message("capacity-travel-none")
    if now is None:
        return message("capacity-travel-finding", planned=then)
    before = minutes(now, "mean_minutes_now", status=status)
    return message("capacity-travel-finding-both", planned=then, now=before)


def _area(capacity: CapacityPlan, row: Row, now: Row | None) -> AreaMark:
    about = _at_home(row)
    way = finite(row["mean_minutes"]) if finite(row["pupils"]) else None
    before = None if now is None else minutes(now["mean_minutes"], "mean_minutes", _at_home(now))
    return AreaMark(
        row["home"],
        Verdict("comparison", _look(way)),
        (
            minutes(way, "mean_minutes", about),
            share(row["within_45"], "within_45", about),
            share(row["within_60"], "within_60", about),
            before,
            *(
                people(
                    without_place(capacity.unmet, plan, row["home"]), f"without_place_{plan}", about
                )
                for plan in (FREE, PLANNED)
            ),
        ),
    )


def _at_home(row: Row) -> dict[str, Any]:
    return {**row, "place": row["home"]}


def _look(way: float | None) -> str:
    if way is None:
        return NOBODY[1]
    return next((look for _, limit, look in CLASSES if way <= limit), BEYOND[1])


def _flows(capacity: CapacityPlan) -> list[Block]:
    """Return the largest ways between municipalities; counted ones of a few pupils are not told."""
    away = [row for row in rows_of(capacity.flows, plan=PLANNED) if row["home"] != row["place"]]
    away = [row for row in away if (finite(row["pupils"]) or 0.0) >= FEW]
    away.sort(key=lambda row: (-row["pupils"], row["home"], row["place"]))
    if not away:
        return []
    shown = away[:MOST_DRAWN]
    homes = {*capacity.travel["home"], *capacity.schools["place"]}
    return [
        FlowMap(
            section="travel",
            heading=message("capacity-flows-heading"),
            finding=message("capacity-flows-finding", **_largest(shown[0])),
            caption=message("capacity-flows-table"),
            places=tuple(sorted(homes)),
            flows=tuple(_flow(row) for row in shown),
            simulated=is_simulated(shown),
            remarks=(message("capacity-flows-remark", few=Number(FEW, kind="label", decimals=0)),),
        )
    ]


def _largest(row: Row) -> dict[str, Any]:
    line = _flow(row)
    return {"home": PlaceName(line.home), "place": PlaceName(line.place), "pupils": line.pupils}


def _flow(row: Row) -> FlowLine:
    pupils = people(row["pupils"], "pupils_travelling", row)
    return FlowLine(row["home"], row["place"], pupils, minutes(row["minutes"], "minutes", row))


def _unmet(capacity: CapacityPlan) -> list[Block]:
    """Return those without a place by reason, in each plan side by side."""
    found = {plan: unmet_by_reason(capacity.unmet, plan) for plan in PLANS}
    reasons = list(dict.fromkeys(reason for one in found.values() for reason in one))
    if not reasons:
        return []
    simulated = is_simulated(capacity.unmet.to_dict("records"))
    status = "simulated" if simulated else "ok"
    plans = [plan for plan in PLANS if plan in set(capacity.unmet["plan"])]
    rows = [
        (
            named("capacity-reason", reason),
            *(
                people(found[plan].get(reason, 0.0), f"without_{reason}", about=plan, status=status)
                for plan in plans
            ),
        )
        for reason in reasons
    ]
    return [
        Table(
            section="travel",
            heading=message("capacity-unmet-heading"),
            caption=caption("capacity-unmet-heading", capacity.unmet.to_dict("records")),
            columns=(
                message("capacity-column-reason"),
                *(message(f"capacity-plan-{plan}") for plan in plans),
            ),
            rows=tuple(rows),
            remarks=(message("capacity-unmet-remark"),),
        )
    ]
