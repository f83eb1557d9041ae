"""Page one of an evaluation: title, what was found in short, and the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Front, Sentences
from impact.report.content.evaluation_words import listed, primary
from impact.report.message import Message, PlaceName, Year, message, words

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan


def evaluation_front(plan: EvaluationPlan, evaluation: Evaluation) -> Front:
    """Return the front of an evaluation's report.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    notes = []
    if plan.example:
        notes.append(message("note-evaluation-example"))
    standing = _standing(evaluation)
    if standing is not None:
        notes.append(standing)
    return Front(
        section="front",
        subject=PlaceName(plan.subject),
        kind="evaluation",
        year=plan.year,
        data_until=plan.plan.written,
        headline=_headline(evaluation),
        notes=tuple(notes),
        title=words(plan.title),
        running=message("running-evaluation-exploratory") if evaluation.exploratory else None,
    )


def _standing(evaluation: Evaluation) -> Message | None:
    """Return the banner of a plan made when the outcomes were known, or never registered."""
    if evaluation.plan_date is None:
        return message("note-evaluation-unregistered")
    return message("note-evaluation-exploratory") if evaluation.exploratory else None


def _headline(evaluation: Evaluation) -> Message:
    outcome = primary(evaluation)
    verdict = outcome["verdict"].replace("_", "-")
    if outcome["verdict"] != "not_supported":
        return message(f"headline-evaluation-{verdict}")
    return message(f"headline-evaluation-{verdict}-{outcome['reason'].replace('_', '-')}")


def evaluation_question(plan: EvaluationPlan) -> Sentences:
    """Return the question, what was done, and where and from when.

    Parameters
    ----------
    plan
        The plan as read from its file.
    """
    lines = [message("own-words", words=words(plan.question))]
    if plan.background:
        lines.append(message("own-words", words=words(plan.background)))
    lines.append(message("evaluation-done", done=words(plan.intervention.description)))
    where = listed(
        message("evaluation-from", title=words(one.title), start=Year(one.start))
        for one in plan.treated.values()
    )
    lines.append(message("evaluation-where", places=where))
    remark = message(
        "evaluation-owner", owner=words(plan.owner), title=words(plan.intervention.title)
    )
    return Sentences(section="question", messages=tuple(lines), remarks=(remark,))
