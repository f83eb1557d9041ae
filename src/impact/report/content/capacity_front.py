"""Page one of a plan of places: title, what it comes to, doubts, and what nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Front, Sentences
from impact.report.content.capacity_words import (
    FREE,
    NOT_ELIGIBLE,
    NOW,
    PLANNED,
    at_year,
    counted,
    is_simulated,
    joined,
    listed,
    money,
    people,
    programme_name,
    rows_of,
    stable_programmes,
    sum_of,
    unmet_by_reason,
    without_place,
    young_about,
)
from impact.report.content.numbers import finite
from impact.report.message import Message, Number, PlaceName, Year, message, words

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile

LAST_DAY = "12-31"
MOST_NAMED = 6
"""So many programmes are named on page one; of more their number is told."""


def capacity_front(plan: CapacityFile, capacity: CapacityPlan) -> Front:
    """Return the front of the report of a plan of places.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    notes = []
    if capacity.simulated:
        notes.append(message("note-capacity-simulated"))
    elif plan.example:
        notes.append(message("note-capacity-example"))
    return Front(
        section="front",
        subject=PlaceName(plan.subject),
        kind="capacity",
        year=plan.year,
        data_until=f"{plan.year}-{LAST_DAY}",
        headline=_headline(capacity),
        notes=tuple(notes),
        title=words(plan.title),
        running=message("running-capacity-simulated") if capacity.simulated else None,
    )


def _headline(capacity: CapacityPlan) -> Message:
    """Return how many more young people get a place by the plan than within today's places."""
    if not at_year(capacity):
        return message("headline-capacity-none")
    free, planned = (without_place(capacity.unmet, one) for one in (FREE, PLANNED))
    more = round(free) - round(planned)
    year = Year(capacity.year)
    if more == 0:
        told = message("headline-capacity-same", year=year)
    else:
        number = people(abs(more), "placed_by_plan", status=_status(capacity))
        word = "more" if more > 0 else "fewer"
        told = message(f"headline-capacity-{word}", count=number, year=year)
    return message("capacity-simulated-text", text=told) if capacity.simulated else told


def _status(capacity: CapacityPlan) -> str:
    return "simulated" if capacity.simulated else "ok"


def capacity_question(plan: CapacityFile) -> Sentences:
    """Return the question, what is behind it, and who asks.

    Parameters
    ----------
    plan
        The file as read.
    """
    texts = [plan.question, *([plan.background] if plan.background else [])]
    return Sentences(
        section="question",
        messages=tuple(message("own-words", words=words(text)) for text in texts),
        remarks=(message("capacity-owner", owner=words(plan.owner)),),
    )


def capacity_answer(plan: CapacityFile, capacity: CapacityPlan) -> Sentences:
    """Return what the plan comes to, in a handful of sentences.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    lines = [
        _young(plan, capacity),
        _unmet(capacity),
        _places(plan, capacity),
        *_signs(capacity),
        _one_more(capacity),
    ]
    told = tuple(line for line in lines if line is not None)
    return Sentences(
        section="answer",
        messages=told or (message("headline-capacity-none"),),
        bullets=len(told) > 1,
    )


def _young(plan: CapacityFile, capacity: CapacityPlan) -> Message | None:
    """Return how many finish grade 9 now and then; these are counted and forecast figures."""
    now, then, still = (
        sum_of(
            rows_of(capacity.cohorts, scenario=scenario, year=year),
            "pupils",
            f"young_{scenario}",
            year=year,
            **young_about(plan.country),
        )
        for scenario, year in (
            ("counted", capacity.horizon),
            ("central", capacity.year),
            ("no_migration", capacity.year),
        )
    )
    if now is None or then is None:
        return None
    years = {"year": Year(capacity.year), "counted_year": Year(capacity.horizon)}
    if still is None:
        return message("capacity-answer-young", now=now, then=then, **years)
    return message("capacity-answer-young-still", now=now, then=then, still=still, **years)


def _unmet(capacity: CapacityPlan) -> Message | None:
    demand = sum_of(at_year(capacity), "demand")
    if demand is None:
        return None
    status = _status(capacity)
    free, planned = (
        people(without_place(capacity.unmet, one), f"without_place_{one}", status=status)
        for one in (FREE, PLANNED)
    )
    barred = unmet_by_reason(capacity.unmet, PLANNED).get(NOT_ELIGIBLE, 0.0)
    found = people(barred, "not_eligible", status=status)
    first = message("capacity-answer-unmet", free=free, planned=planned, demand=demand)
    if round(barred) == 0:
        return first
    return joined([first, message("capacity-answer-not-eligible", count=found)])


def _places(plan: CapacityFile, capacity: CapacityPlan) -> Message | None:
    schools = capacity.schools.to_dict("records")
    now, planned = sum_of(schools, "places"), sum_of(schools, "places_planned")
    groups = sum_of(schools, "groups_planned")
    if now is None or planned is None or groups is None:
        return None
    pieces = [message("capacity-answer-places", now=now, planned=planned, groups=groups)]
    pieces.append(_steps(schools))
    costs = {one: plan_cost(plan, capacity, one) for one in (NOW, PLANNED)}
    if all(one is not None for one in costs.values()):
        pieces.append(message("capacity-answer-cost", now=costs[NOW], planned=costs[PLANNED]))
    return joined(pieces)


def _steps(schools: list[dict[str, Any]]) -> Message | None:
    """Return in how many municipalities a programme is opened, and in how many one is closed."""
    pairs = [
        (finite(row["groups"]) or 0.0, finite(row["groups_planned"]) or 0.0) for row in schools
    ]
    opened = sum(now <= 0 < planned for now, planned in pairs)
    closed = sum(planned <= 0 < now for now, planned in pairs)
    if not opened and not closed:
        return None
    numbers = {
        "opened": counted(schools, opened, "opened"),
        "closed": counted(schools, closed, "closed"),
    }
    return message("capacity-answer-steps", **numbers)


def plan_cost(plan: CapacityFile, capacity: CapacityPlan, name: str) -> Number | None:
    """Return what all places of a plan cost a year; None where it is not known.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    name
        now or planned.
    """
    rows = rows_of(capacity.costs, plan=name)
    known = [value for row in rows if (value := finite(row["amount"])) is not None]
    if not known:
        return None
    status = "simulated" if is_simulated(rows) else "ok"
    return money(sum(known), plan.country, f"cost_{name}", status=status)


def _signs(capacity: CapacityPlan) -> list[Message]:
    """Return which programmes should have more or fewer places at every weight."""
    if capacity.sweep.empty:
        return []
    found, rows = stable_programmes(capacity), capacity.sweep.to_dict("records")
    lines = []
    for word in ("increase", "decrease"):
        codes = found[word]
        if not codes:
            lines.append(message(f"capacity-answer-{word}-none"))
            continue
        lines.append(message(f"capacity-answer-{word}", programmes=_few(rows, codes)))
    of = capacity.sweep["programme"].nunique()
    depends = of - sum(len(codes) for codes in found.values())
    numbers = {
        "count": counted(rows, depends, "depend_on_weight"),
        "of": counted(rows, of, "programmes"),
    }
    return [joined([*lines, message("capacity-answer-depends", **numbers)])]


def _few(rows: list[dict[str, Any]], codes: list[str]) -> Any:
    """Return names of programmes; of many the first and how many more there are."""
    told = listed(programme_name(code) for code in codes[:MOST_NAMED])
    if len(codes) <= MOST_NAMED:
        return told
    rest = counted(rows, len(codes) - MOST_NAMED, "further_programmes")
    return message("capacity-and-more", names=told, count=rest)


def _one_more(capacity: CapacityPlan) -> Message | None:
    """Return where one more group places most young people."""
    if capacity.one_more.empty:
        return None
    rows = [row for row in capacity.one_more.to_dict("records") if finite(row["pupils"])]
    best = max(rows, key=lambda row: (round(row["pupils"]), row["value"]), default=None)
    if best is None or round(best["pupils"]) < 1:
        return message("capacity-answer-one-more-none")
    alike = [
        row
        for row in rows_of(capacity.schools, programme=best["programme"])
        if round(finite(row["one_more"]) or 0.0) >= round(best["pupils"])
    ]
    about = {
        "programme": programme_name(best["programme"]),
        "place": PlaceName(best["place"]),
        "pupils": people(best["pupils"], "placed_by_one_more", best),
    }
    if len(alike) < 2:
        return message("capacity-answer-one-more", **about)
    number = counted(alike, len(alike), "places_as_good")
    return message("capacity-answer-one-more-any", **about, count=number)
