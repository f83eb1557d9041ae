"""Who was heard, which interests collide, and what is done about harm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.assessment_blocks import FactList
from impact.report.blocks import Block, Sentences, Table
from impact.report.content.assessment_words import (
    HARMFUL,
    SIZES,
    children_first,
    fact,
    facts,
    impact_name,
    left_out,
    line,
    rank,
    scale,
)
from impact.report.content.numbers import count
from impact.report.message import Day, Message, message, words

if TYPE_CHECKING:
    from impact.run.assessments.model import Assessment


def assessment_participation(assessment: Assessment) -> list[Block]:
    """Return who was heard and what became of it; children first, and said when nobody was.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    if left_out(assessment):
        return []
    order = children_first(assessment)
    heard = sorted(assessment.participation, key=lambda one: order.index(one.group))
    blocks: list[Block] = []
    if not heard:
        blocks.append(Sentences(section="participation", messages=(message("participation-none"),)))
    children = [name for name in order if assessment.groups[name].children]
    if heard and children and not {one.group for one in heard} & set(children):
        blocks.append(
            Sentences(section="participation", messages=(message("participation-no-children"),))
        )
    blocks.extend(
        FactList(
            section="participation",
            heading=line(assessment.groups[one.group].title),
            facts=_heard(one, child=one.group in children),
        )
        for one in heard
    )
    return blocks


def _heard(one: Any, *, child: bool) -> tuple:
    return facts(
        fact("heard-method", one.method),
        fact("heard-date", Day(one.date) if one.date else None),
        fact("heard-persons", None if one.persons is None else count(one.persons, "heard")),
        fact("heard-summary", one.summary),
        fact("heard-used", one.how_used or message("heard-used-unknown")),
        fact("heard-feedback", _feedback(one, child=child)),
    )


def _feedback(one: Any, *, child: bool) -> Message | None:
    if one.feedback:
        return message("feedback-given", date=Day(one.feedback))
    if one.feedback_plan:
        return message("feedback-planned", plan=words(one.feedback_plan))
    return message("feedback-none") if child else None


def assessment_conflicts(assessment: Assessment) -> Table | Sentences | None:
    """Return interests that do not agree and how they were weighed.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    if left_out(assessment):
        return None
    if not assessment.conflicts:
        return Sentences(section="participation", messages=(message("conflicts-none"),))
    return Table(
        section="participation",
        heading=message("conflicts-heading"),
        caption=message("conflicts-heading"),
        columns=tuple(
            message(f"column-{name}") for name in ("interest", "other-interest", "weighed")
        ),
        rows=tuple(
            (words(one.interest_a), words(one.interest_b), words(one.reasoning))
            for one in assessment.conflicts
        ),
    )


def assessment_mitigation(assessment: Assessment) -> list[Block]:
    """Return what is done about impacts that may harm, and harm that nothing is done about.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    if left_out(assessment):
        return []
    blocks: list[Block] = []
    names = ("harm", "measure", "responsible", "due", "remains")
    if assessment.mitigation:
        blocks.append(
            Table(
                section="mitigation",
                caption=message("table-mitigation"),
                columns=tuple(message(f"column-{name}") for name in names),
                rows=tuple(_measure(assessment, one) for one in assessment.mitigation),
            )
        )
    treated = {one.impact for one in assessment.mitigation}
    left = [
        _left(assessment, one)
        for name, one in assessment.impacts.items()
        if name not in treated and one.direction in HARMFUL and _matters(assessment, one)
    ]
    if left:
        blocks.append(
            Sentences(
                section="mitigation",
                heading=message("harm-left-heading"),
                messages=tuple(left),
                bullets=True,
            )
        )
    return blocks or [Sentences(section="mitigation", messages=(message("mitigation-none"),))]


def _matters(assessment: Assessment, impact: Any) -> bool:
    """Whether harm is worth a line: to those to be protected, or of more than low significance."""
    return _protected(assessment, impact) or rank(impact) >= SIZES.index("moderate")


def _protected(assessment: Assessment, impact: Any) -> bool:
    group = assessment.groups[impact.group]
    return group.vulnerable or group.children


def _left(assessment: Assessment, impact: Any) -> Message:
    """Return harm nothing is done about: why it is accepted, or that nobody says why."""
    name = impact_name(assessment, impact)
    if impact.accepted_reason:
        return message("harm-accepted", impact=name, reason=words(impact.accepted_reason))
    if _protected(assessment, impact):
        return message("harm-accepted", impact=name, reason=message("harm-no-reason"))
    return message("harm-named", impact=name)


def _measure(assessment: Assessment, one: Any) -> tuple:
    measure = line(one.measure)
    if one.compensating:
        measure = message("measure-compensating", measure=words(one.measure))
    return (
        impact_name(assessment, assessment.impacts[one.impact]),
        measure,
        words(one.responsible) if one.responsible else "–",
        Day(one.due) if one.due else "–",
        scale("magnitude", one.residual_magnitude) if one.residual_magnitude else "–",
    )
