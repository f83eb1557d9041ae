"""Why an assessment was made and how: screening, frameworks, evidence, provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import impact
from impact.frameworks.load import framework
from impact.report.annex_blocks import Provenance
from impact.report.assessment_blocks import Fact, FactList
from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.assessment_words import left_out, line, scale
from impact.report.content.numbers import count
from impact.report.message import Day, Message, message, words

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment


def assessment_screening(assessment: Assessment) -> list[Block]:
    """Return why an assessment was needed or not, and the answers to the screening questions.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    screening = assessment.screening
    needed = "screening-needed" if screening.needed else "screening-not-needed"
    blocks: list[Block] = [
        Sentences(section="screening", messages=(message(needed), line(screening.reason)))
    ]
    if screening.answers:
        names = ("question", "answer", "reason", "framework")
        blocks.append(
            Table(
                section="screening",
                caption=message("table-screening"),
                columns=tuple(message(f"column-{name}") for name in names),
                rows=tuple(_answer(one) for one in screening.answers),
            )
        )
    return blocks


def _answer(one: Any) -> tuple[Cell, ...]:
    known = framework(one.framework)
    return (
        words(known.part(one.part).text),
        scale("answer", one.answer),
        words(one.reason) if one.reason else "–",
        words(known.name),
    )


def assessment_frameworks(assessment: Assessment) -> list[Block]:
    """Return the frameworks used: what each is for, what of it was read and what was not.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    heading, lead = message("frameworks-heading"), message("frameworks-lead")
    blocks: list[Block] = [Sentences(section="screening", heading=heading, messages=(lead,))]
    return blocks + [_framework(framework(name)) for name in assessment.frameworks]


def _framework(one: Any) -> FactList:
    read = len(one.parts) - len(one.unconfirmed)
    numbers = {"read": count(read, "parts_read"), "total": count(len(one.parts), "parts")}
    return FactList(
        section="screening",
        heading=line(one.name),
        folded=True,
        facts=(
            Fact(message("framework-purpose"), words(one.purpose)),
            Fact(message("framework-parts"), message("framework-parts-read", **numbers)),
            *(Fact(message("framework-unconfirmed"), words(part.text)) for part in one.unconfirmed),
            Fact(message("framework-limits"), words(one.limits)),
            *(Fact(message("framework-source"), _source(source)) for source in one.sources),
            Fact(message("framework-language"), message("framework-unofficial")),
        ),
    )


def _source(source: Any) -> Message:
    year = f" ({source.published})" if source.published else ""
    about = {
        "text": words(f"{source.publisher}: {source.title}{year}."),
        "read": message(f"framework-source-{source.read.replace('_', '-')}"),
        "address": words(source.url or ""),
    }
    if source.seen is None:
        return message("framework-source-text", **about)
    return message("framework-source-seen", date=Day(source.seen), **about)


def assessment_evidence(assessment: Assessment) -> Table | Sentences | None:
    """Return what the impacts rest on, and how many impacts rest on each.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    if left_out(assessment):
        return None
    if not assessment.evidence:
        return Sentences(section="annex", messages=(message("evidence-none"),))
    names = ("evidence", "evidence-kind", "source", "read", "used-by")
    return Table(
        section="annex",
        heading=message("table-evidence"),
        caption=message("table-evidence"),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=tuple(_evidence(assessment, name) for name in assessment.evidence),
    )


def _evidence(assessment: Assessment, name: str) -> tuple[Cell, ...]:
    one = assessment.evidence[name]
    doi = f"doi:{one.doi}" if one.doi else None
    source = ". ".join(part for part in (one.citation, doi, one.url) if part)
    used = sum(name in each.evidence for each in assessment.impacts.values())
    return (
        words(one.title),
        scale("evidence-kind", one.kind),
        source or "–",
        Day(one.accessed) if one.accessed else "–",
        count(used, "impacts_resting"),
    )


def assessment_provenance(assessment: Assessment, appraisal: Appraisal) -> Block:
    """Return what the report was made of and the command that makes it again.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    appraisal
        Number of draws and seed are read from it.
    """
    facts_ = {
        "params": f"{assessment.file} ({assessment.digest})",
        "draws": str(appraisal.draws),
        "seed": str(appraisal.seed),
        "case": assessment.case_number or "",
        "version": impact.__version__,
        "command": f"impact assess {assessment.file}",
    }
    kept = {name: text for name, text in facts_.items() if text}
    return Provenance(section="annex", facts=kept)
