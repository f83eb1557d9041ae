"""Page one of an assessment: title, what is decided or recommended, the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Front, Sentences
from impact.report.content.assessment_words import line, scale
from impact.report.message import Day, Message, PlaceName, message, words

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment


def assessment_front(assessment: Assessment, appraisal: Appraisal) -> Front:
    """Return the front of an assessment's report.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    appraisal
        What it comes to in figures; tells whether scenario figures are among them.
    """
    notes = []
    if assessment.example:
        notes.append(message("note-assessment-example"))
    if appraisal.quantities["scenario"].any():
        notes.append(message("note-assessment-scenario"))
    return Front(
        section="front",
        subject=PlaceName(assessment.subject),
        kind="assessment",
        year=assessment.year,
        data_until=_whole_day(assessment.version),
        headline=_headline(assessment),
        notes=tuple(notes),
        title=words(assessment.title),
        running=message("running-example") if assessment.example else None,
    )


def _whole_day(day: str) -> str:
    """Return a date with the first month or day where only a year or month is given."""
    return day + "-01" * ((len("YYYY-MM-DD") - len(day)) // len("-01"))


def _headline(assessment: Assessment) -> Message:
    if not assessment.screening.needed:
        return message("headline-assessment-not-needed")
    chosen = assessment.chosen
    if chosen is None:
        return message("headline-assessment-open")
    title = words(assessment.alternatives[chosen].title)
    if assessment.decision is not None:
        day = Day(assessment.decision.date)
        return message("headline-assessment-decided", alternative=title, date=day)
    status = assessment.alternatives[chosen].status
    name = "marked-decided" if status == "decided" else "recommended"
    return message(f"headline-assessment-{name}", alternative=title)


def assessment_question(assessment: Assessment) -> Sentences:
    """Return the question, its background and how far the assessment has come."""
    lines = [line(assessment.question)]
    if assessment.background:
        lines.append(line(assessment.background))
    standing = {
        "owner": words(assessment.owner),
        "stage": scale("stage", assessment.stage),
        "depth": scale("depth", assessment.depth),
        "version": Day(assessment.version),
    }
    remark = message("assessment-standing", **standing)
    return Sentences(section="question", messages=tuple(lines), remarks=(remark,))
