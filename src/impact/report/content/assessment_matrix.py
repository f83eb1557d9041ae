"""The matrix of an assessment: alternative by determinant, group and time, with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.frameworks.scales import PERSPECTIVES, WINDOWS
from impact.frameworks.significance import significance_of
from impact.report.assessment_blocks import Fact, FactList, Mark, Matrix, MatrixRow
from impact.report.blocks import Block, Sentences
from impact.report.content.assessment_words import (
    children_first,
    compared,
    fact,
    facts,
    impact_name,
    left_out,
    line,
    scale,
    significance_word,
)
from impact.report.content.numbers import count
from impact.report.message import Message, Number, Verdict, message, words

if TYPE_CHECKING:
    from impact.run.assessments.model import Assessment, Impact


def assessment_matrix(assessment: Assessment) -> list[Block]:
    """Return one table per perspective and, folded, the reasons for every impact.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    """
    if left_out(assessment):
        return []
    if not assessment.impacts:
        return [Sentences(section="matrix", messages=(message("matrix-none"),))]
    baseline = words(assessment.alternatives[assessment.baseline].title)
    lead = (message("matrix-lead", baseline=baseline), message("matrix-significance"))
    tables = [_perspective(assessment, one) for one in PERSPECTIVES]
    return [
        Sentences(section="matrix", messages=lead),
        *(table for table in tables if table.rows or table.remarks),
        Sentences(
            section="matrix",
            heading=message("reasons-heading"),
            messages=(message("reasons-lead"),),
        ),
        *(_card(assessment, one) for one in assessment.impacts.values()),
    ]


def _perspective(assessment: Assessment, perspective: str) -> Matrix:
    columns = compared(assessment)
    rows = [
        _row(assessment, determinant, group, window, tuple(columns))
        for determinant, one in assessment.determinants.items()
        if one.perspective == perspective
        for group in children_first(assessment)
        for window in WINDOWS
    ]
    remarks = [
        message(
            "matrix-not-relevant",
            alternative=words(assessment.alternatives[one.alternative].title),
            reason=words(one.reason),
        )
        for one in assessment.not_relevant
        if one.perspective == perspective
    ]
    name = scale("perspective", perspective)
    return Matrix(
        section="matrix",
        heading=name,
        caption=name,
        first=message("column-what-whom"),
        alternatives=tuple(words(one.title) for one in columns.values()),
        rows=tuple(row for row in rows if any(row.cells)),
        remarks=tuple(remarks),
    )


def _row(
    assessment: Assessment, determinant: str, group: str, window: str, columns: tuple[str, ...]
) -> MatrixRow:
    cells = []
    for alternative in columns:
        place = (alternative, determinant, group, window)
        cells.append(tuple(_mark(one) for one in assessment.impacts.values() if _at(one) == place))
    return MatrixRow(
        label=words(assessment.determinants[determinant].title),
        note=line(assessment.groups[group].title),
        window=window,
        cells=tuple(cells),
    )


def _at(impact: Impact) -> tuple[str, str, str, str]:
    return impact.alternative, impact.determinant, impact.group, impact.window


def _mark(impact: Impact) -> Mark:
    below = message(
        "matrix-below",
        significance=significance_word(impact),
        confidence=scale("confidence", impact.confidence),
    )
    return Mark(Verdict("impact", impact.direction), below=below)


def _card(assessment: Assessment, impact: Impact) -> FactList:
    listed = facts(
        fact("impact-rationale", impact.rationale),
        Fact(message("impact-direction"), Verdict("impact", impact.direction)),
        Fact(message("impact-magnitude"), scale("magnitude", impact.magnitude)),
        fact("impact-sensitivity", _word("sensitivity", impact.sensitivity)),
        Fact(message("impact-significance"), _significance(impact)),
        fact("impact-override", impact.override and impact.override.reason),
        fact("impact-likelihood", _word("likelihood", impact.likelihood)),
        fact("impact-probability", _probability(impact)),
        fact("impact-duration", _word("duration", impact.duration)),
        fact("impact-reversible", _word("reversible", impact.reversible)),
        fact("impact-persons", _persons(impact)),
        Fact(message("impact-confidence"), scale("confidence", impact.confidence)),
        *(
            fact("impact-evidence", assessment.evidence[name].title)
            for name in impact.evidence
            if name in assessment.evidence
        ),
        fact("impact-score", _score(impact)),
        fact("impact-accepted", impact.accepted_reason),
    )
    name = impact_name(assessment, impact)
    return FactList(section="matrix", heading=name, facts=listed, folded=True)


def _word(name: str, word: str | None) -> Message | None:
    return None if word is None else scale(name, word)


def _significance(impact: Impact) -> Message:
    found = significance_of(impact)
    word = significance_word(impact)
    if found.overridden and found.rule_word is not None:
        rule = scale("significance", found.rule_word)
        return message("significance-overridden", word=word, rule=rule)
    return message("significance-borderline", word=word) if found.borderline else word


def _probability(impact: Impact) -> Message | None:
    if impact.probability is None:
        return None
    shares = {
        name: Number(
            100 * getattr(impact.probability, name),
            unit="percent" if name == "mid" else "number",
            decimals=0,
            statistic=f"probability_{name}",
        )
        for name in ("low", "mid", "high")
    }
    return message("impact-probability-range", **shares)


def _persons(impact: Impact) -> Message | None:
    if impact.persons is None:
        return None
    persons = count(impact.persons, "persons")
    if impact.persons_source is None:
        return message("impact-persons-number", persons=persons)
    return message("impact-persons-source", persons=persons, source=words(impact.persons_source))


def _score(impact: Impact) -> Message | None:
    if impact.score is None or impact.scale is None:
        return None
    name = message(f"impact-scale-{impact.scale}")
    return message("impact-score-on-scale", score=_entry(impact), scale=name)


def _entry(impact: Impact) -> Message:
    """Return an entry in words where it is a word, else as it was given."""
    if impact.scale == "traffic3":
        return scale("score", impact.score)
    if impact.scale == "arvi9" and impact.score != "none":
        size = scale("magnitude", impact.score[1:])
        return message("score-better" if impact.score[0] == "+" else "score-worse", size=size)
    if impact.scale == "arvi9":
        return scale("magnitude", "none")
    return line({"": impact.score})
