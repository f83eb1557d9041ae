"""The decision box of an assessment, and what nobody knows yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.assessment_blocks import Fact, FactList
from impact.report.blocks import Block, Sentences
from impact.report.content.assessment_words import fact, facts, impact_name, left_out, line
from impact.report.content.numbers import count
from impact.report.message import Day, Message, message, words

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment, Decision

MOST_UNKNOWN = 3


def assessment_decision(assessment: Assessment) -> Block:
    """Return what is decided, by whom and why; else what is recommended, or nothing yet.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    if not assessment.screening.needed:
        reason = line(assessment.screening.reason)
        lines = (message("decision-not-assessed"), reason)
        return Sentences(section="decision", messages=lines)
    chosen = assessment.chosen
    decision = assessment.decision
    if chosen is None:
        return Sentences(section="decision", messages=(message("decision-none"),))
    title = words(assessment.alternatives[chosen].title)
    if decision is None:
        status = assessment.alternatives[chosen].status
        return Sentences(
            section="decision", messages=(message(f"decision-only-{status}", alternative=title),)
        )
    listed = facts(
        Fact(message("decision-alternative"), title),
        Fact(
            message("decision-by"),
            message("decision-body", body=words(decision.body), date=Day(decision.date)),
        ),
        fact("decision-reasons", decision.reasons),
        Fact(message("decision-children"), _best_interests(decision)),
        fact("decision-compensating", _compensating(decision)),
        fact("decision-minutes", words(decision.minutes) if decision.minutes else None),
    )
    return FactList(section="decision", facts=listed)


def _best_interests(decision: Decision) -> Message:
    if decision.follows_best_interests is None:
        return message("best-interests-not-stated")
    return message("best-interests-yes" if decision.follows_best_interests else "best-interests-no")


def _compensating(decision: Decision) -> Message | dict[str, str] | None:
    if decision.compensating:
        return decision.compensating
    return None if decision.follows_best_interests is not False else message("compensating-none")


def assessment_unknown(assessment: Assessment, appraisal: Appraisal) -> Sentences | None:
    """Return what nobody knows: in the assessment's own words, then what its entries say.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    appraisal
        Tells whether numbers nobody has measured stand behind a figure.
    """
    if left_out(assessment):
        return None
    impacts = assessment.impacts.values()
    lines = [line(text) for text in assessment.unknown]
    blind = [one for one in impacts if one.direction == "unknown"]
    lines.extend(
        message("unknown-direction", impact=impact_name(assessment, one))
        for one in blind[:MOST_UNKNOWN]
    )
    if len(blind) > MOST_UNKNOWN:
        more = count(len(blind) - MOST_UNKNOWN, "unknown_direction")
        lines.append(message("unknown-more", count=more))
    unsure = sum(one.confidence == "low" for one in impacts)
    if unsure:
        total = count(len(assessment.impacts), "impacts")
        lines.append(
            message("unknown-low-confidence", count=count(unsure, "low_confidence"), total=total)
        )
    scenario = appraisal.used[appraisal.used["scenario"].astype(bool)]["parameter"].nunique()
    if scenario:
        lines.append(message("unknown-scenario", count=count(scenario, "scenario_numbers")))
    if not lines:
        lines.append(message("unknown-nothing"))
    return Sentences(section="unknown", messages=tuple(lines), bullets=True)
