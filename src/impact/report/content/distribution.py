"""Who gains and who loses: groups from the matrix, places from the quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Block, Sentences
from impact.report.content.assessment_words import left_out
from impact.report.content.numbers import count
from impact.report.content.quantity_names import alternative, others
from impact.report.content.quantity_numbers import with_range
from impact.report.content.quantity_results import Result, decimals_of, results, row_of
from impact.report.message import Message, PlaceName, message, words
from impact.report.quantity_blocks import GainsAndLosses, GroupEffect, GroupRow

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment, Impact

SECTION = "distribution"
SIDES = ("better", "worse", "mixed", "unknown")
WINDOWS = ("short", "long")


def assessment_distribution(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return who gains and who loses by each alternative, and how places differ.

    Parameters
    ----------
    assessment
        The assessment as read.
    appraisal
        What its calculations come to.
    """
    if left_out(assessment):
        return []
    tables: list[Block] = [
        block
        for option in others(assessment)
        for block in [_groups(assessment, option)]
        if block is not None
    ]
    between = _between_places(assessment, appraisal)
    if not tables:
        return [Sentences(section=SECTION, messages=(message("distribution-none"),)), *between]
    intro = Sentences(section=SECTION, messages=(message("distribution-intro"),))
    return [intro, *tables, *between]


def _groups(assessment: Assessment, option: str) -> GainsAndLosses | None:
    rows = [row for name in _in_order(assessment) for row in _group(assessment, option, name)]
    if not rows:
        return None
    sides = [(bool(row.better or row.mixed), bool(row.worse or row.mixed)) for row in rows]
    numbers = {
        "gain": count(sides.count((True, False)), "groups_gain"),
        "both": count(sides.count((True, True)), "groups_both"),
        "lose": count(sides.count((False, True)), "groups_lose"),
    }
    told = message("distribution-counts", groups=count(len(rows), "groups"), **numbers)
    unsure = sides.count((False, False))
    if unsure:
        rest = message("distribution-open", open=count(unsure, "groups_open"))
        told = message("sentence-pair", first=told, second=rest)
    title = alternative(assessment, option)
    return GainsAndLosses(
        section=SECTION,
        heading=message("distribution-heading", alternative=title),
        finding=told,
        rows=tuple(rows),
    )


def _in_order(assessment: Assessment) -> list[str]:
    """Return the groups, children first, then others who are vulnerable."""
    groups = assessment.groups
    return sorted(groups, key=lambda name: (not groups[name].children, not groups[name].vulnerable))


def _group(assessment: Assessment, option: str, name: str) -> list[GroupRow]:
    mine = {
        key: impact
        for key, impact in assessment.impacts.items()
        if impact.alternative == option and impact.group == name and impact.direction in SIDES
    }
    if not mine:
        return []
    group = assessment.groups[name]
    marks = [word for word in ("children", "vulnerable") if getattr(group, word)]
    return [
        GroupRow(
            group=words(group.title),
            marks=tuple(message(f"group-mark-{word}") for word in marks),
            size=count(group.size, "people") if group.size is not None else None,
            **{side: _effects(assessment, mine, side) for side in SIDES},
        )
    ]


def _effects(assessment: Assessment, mine: dict[str, Impact], side: str) -> tuple:
    """Return what changes in one direction, a determinant once with its windows."""
    found: dict[tuple[str, str], list[str]] = {}
    for key, impact in mine.items():
        if impact.direction == side:
            answer = _answer(assessment, key, impact) if side in ("worse", "mixed") else ""
            found.setdefault((impact.determinant, answer), []).append(impact.window)
    return tuple(
        GroupEffect(
            determinant=words(assessment.determinants[determinant].title),
            windows=tuple(window for window in WINDOWS if window in windows),
            answer=answer,
        )
        for (determinant, answer), windows in found.items()
    )


def _answer(assessment: Assessment, key: str, impact: Impact) -> str:
    """Return what is done about harm, whole or in part: mitigated, accepted, or nothing."""
    if any(measure.impact == key for measure in assessment.mitigation):
        return "mitigated"
    return "accepted" if impact.accepted_reason else "open"


def _between_places(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return how far places lie apart in what is calculated for each of them."""
    if len(assessment.places) < 2:
        return []
    lines = [line for found in results(assessment, appraisal) for line in _range(found)]
    if not lines:
        return []
    return [
        Sentences(
            section=SECTION,
            heading=message("distribution-places-heading"),
            messages=(*lines, message("distribution-places-same")),
            bullets=True,
        )
    ]


def _range(result: Result) -> list[Message]:
    places = decimals_of(result)
    rows = [row_of(result, code, result.year, places) for code in result.assessment.places]
    rows = sorted((row for row in rows if row is not None), key=lambda row: row.drawn.value.value)
    if len(rows) < 2:
        return []
    low, high = rows[0], rows[-1]
    return [
        message(
            "distribution-places",
            title=words(result.quantity.title),
            alternative=alternative(result.assessment, result.alternative),
            low=with_range(low.drawn),
            low_place=_place(low.label),
            high=with_range(high.drawn),
            high_place=_place(high.label),
        )
    ]


def _place(label: object) -> PlaceName:
    assert isinstance(label, PlaceName)
    return label
