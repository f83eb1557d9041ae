"""The two-page sheet for a meeting: what we see, what we cannot know, three questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Activities, Dialogue, Findings, Goals
from impact.report.content.numbers import count
from impact.report.message import Message, PlaceName, message

if TYPE_CHECKING:
    from impact.overviews import Overview

SMALL_POPULATION = 15_000
QUESTIONS = ("surprise", "children", "next")


def dialogue(
    figures: Overview, place: str, findings: Findings, goals: Goals, activities: Activities
) -> Dialogue:
    """Return the sheet on which politicians, staff, pupils and parents talk about the report.

    Parameters
    ----------
    figures
        The country's overview.
    place
        Code of the municipality.
    findings, goals, activities
        The blocks of page one.
    """
    here = figures.at(place)
    seen = [item.message for item in findings.items]
    if findings.none is not None:
        seen.append(findings.none)
    unknown: list[Message] = [message("dialogue-unknown-causes")]
    if here.population is not None and here.population < SMALL_POPULATION:
        unknown.append(message("dialogue-unknown-small"))
    undecided = sum(1 for row in goals.rows if row.verdict.word == "cannot_tell")
    if undecided:
        number = count(undecided, "goals_cannot_tell")
        unknown.append(message("dialogue-unknown-goals", count=number))
    return Dialogue(
        section="dialogue",
        subject=PlaceName(place),
        year=figures.year,
        seen=tuple(seen),
        unknown=tuple(unknown),
        questions=tuple(message(f"dialogue-question-{name}") for name in QUESTIONS),
        activities=activities.rows,
    )
