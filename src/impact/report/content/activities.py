"""How do we get there? Who does what, since when, and how it is followed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Activities, ActivityRow
from impact.report.content.numbers import count
from impact.report.message import LocalWords, message, words

if TYPE_CHECKING:
    from impact.run.params.plan import Plan


MOST_BRIEF = 4


def activities(plan: Plan, place: str | None = None, *, brief: bool = False) -> Activities:
    """Return the plan's activities: all of them, or those a municipality takes part in.

    Parameters
    ----------
    plan
        The params as read.
    place
        Code of the municipality; None for the whole region.
    brief
        For page one: those under way, without the full record.
    """
    rows = [_row(plan, record, place) for record in plan.activities.values()]
    taking_part = [row for row in rows if row.takes_part]
    shown = _brief(taking_part) if brief else taking_part
    remarks = []
    if not rows:
        remarks.append(message("activities-none" if place else "activities-none-region"))
    elif not taking_part:
        remarks.append(message("activities-none-takes-part"))
    if len(shown) < len(taking_part):
        stages = Counter(row.stage for row in taking_part)
        numbers = {stage: count(stages[stage], stage) for stage in ("running", "planned")}
        remarks.append(message("activities-count", **numbers))
    without = sum(1 for row in taking_part if row.follow_up is None)
    if without:
        number = count(without, "activities_without_follow_up")
        remarks.append(message("activities-no-follow-up", count=number))
    return Activities(
        section="how" if brief else "activities",
        rows=tuple(shown),
        brief=brief,
        remarks=tuple(remarks),
    )


def _brief(rows: list[ActivityRow]) -> list[ActivityRow]:
    """Those under way or planned that are followed up come first; page one has room for a few."""
    current = [row for row in rows if row.stage in ("running", "planned")]
    current.sort(key=lambda row: (row.stage != "running", row.follow_up is None))
    return current[:MOST_BRIEF]


def _row(plan: Plan, record: Any, place: str | None) -> ActivityRow:
    goals = [plan.goals[goal] for goal in record.goals if goal in plan.goals]
    return ActivityRow(
        title=words(record.title),
        goal=words(goals[0].title) if goals else None,
        owner=_words(record.owner),
        partners=tuple(words(partner) for partner in record.partners),
        start=_text(record.start),
        end=_text(record.end),
        stage=record.stage,
        done=_words(record.done),
        mechanism=_words(record.mechanism),
        evidence=_words(record.evidence),
        follow_up=_words(record.follow_up),
        origin=record.origin,
        source=_words(record.source),
        takes_part=place is None or record.takes_part(place),
    )


def _words(text: Mapping[str, str] | None) -> LocalWords | None:
    return words(text) if text else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
