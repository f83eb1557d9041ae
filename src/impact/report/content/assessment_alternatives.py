"""Alternatives side by side, and the matrix of impacts in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.assessment_blocks import Mark, Matrix, MatrixRow, OptionRow, Options
from impact.report.blocks import Block, Sentences
from impact.report.content.assessment_words import (
    children_first,
    compared,
    left_out,
    line,
    rank,
    scale,
    significance_word,
)
from impact.report.content.numbers import count, finite
from impact.report.content.quantity_numbers import money, with_range
from impact.report.content.quantity_results import Result, decimals_of, results, row_of
from impact.report.message import Message, Number, Verdict, Year, message, words
from impact.report.quantity_blocks import DotRow

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment

MOST_QUANTITIES = 4
"""Rows of calculated figures that page one has room for."""
SHOWN = ("better", "mixed", "worse", "unknown", "none")


def assessment_alternatives(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return page one's comparison: what each alternative means, costs and does to whom.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    appraisal
        Costs and net benefits by alternative are read from it.
    """
    if left_out(assessment):
        return []
    alternatives = assessment.alternatives
    if not alternatives:
        return [Sentences(section="options", messages=(message("alternatives-none"),))]
    chosen = assessment.chosen
    found = _wholes(assessment, appraisal)
    rows = [
        _row("option-description", [line(one.description) if one.description else None
                                    for one in alternatives.values()]),
        _row("option-standing", [_standing(one) for one in alternatives.values()]),
        _row("option-period", [_period(one) for one in alternatives.values()]),
        *_calculated(assessment, found)[:MOST_QUANTITIES],
        *(_priced(assessment, appraisal, name) for name in ("cost", "net_benefit")),
    ]  # fmt: skip
    table = Options(
        section="options",
        alternatives=tuple(words(one.title) for one in alternatives.values()),
        rows=tuple(row for row in rows if any(cell is not None for cell in row.cells)),
        chosen=list(alternatives).index(chosen) if chosen else None,
        remarks=_remarks(appraisal, found),
    )
    return [table, *_matrix_in_short(assessment)]


def _row(name: str, cells: list) -> OptionRow:
    return OptionRow(message(name), tuple(cells))


def _standing(one: Any) -> Message:
    if one.baseline:
        return message("option-baseline")
    status = scale("alternative-status", one.status)
    if one.rejected_reason:
        return message("option-rejected", status=status, reason=words(one.rejected_reason))
    return status


def _period(one: Any) -> Message | None:
    if one.start_year is None:
        return None
    years = Number(float(one.horizon_years), unit="years", decimals=0, statistic="horizon")
    return message("option-from", start=Year(one.start_year), years=years)


def _wholes(assessment: Assessment, appraisal: Appraisal) -> list[tuple[Result, DotRow]]:
    """Return the last year's sum or mean over all places of everything that is calculated."""
    found = [
        (one, row_of(one, assessment.subject, one.year, decimals_of(one)))
        for one in results(assessment, appraisal)
    ]
    return [(one, whole) for one, whole in found if whole is not None]


def _remarks(appraisal: Appraisal, found: list[tuple[Result, DotRow]]) -> tuple[Message, ...]:
    remarks = []
    if any(one.quantity.good != "neutral" and whole.tone == "unknown" for one, whole in found):
        remarks.append(message("option-unclear"))
    costs = appraisal.economics[appraisal.economics["measure"] == "cost"]["value"]
    if (costs < 0).any():
        remarks.append(message("option-saving"))
    return tuple(remarks)


def _calculated(assessment: Assessment, found: list[tuple[Result, DotRow]]) -> list[OptionRow]:
    """Return what is calculated, one row per title and year; equal titles never hide a figure."""
    rows: dict[tuple, dict[str, Message | Number | None]] = {}
    for result, whole in found:
        value = with_range(whole.drawn)
        if whole.people is not None:
            value = message("option-people", amount=value, people=with_range(whole.people))
        if result.scenario:
            value = message("value-scenario", value=value)
        key = (tuple(result.quantity.title.items()), result.year, "")
        if result.alternative in rows.get(key, {}):
            key = (*key[:2], result.name)
        rows.setdefault(key, {})[result.alternative] = value
    made = []
    for (title, year, _), cells in rows.items():
        label = message("own-words", words=words(dict(title)))
        if year is not None:
            label = message("option-quantity", title=words(dict(title)), year=Year(year))
        made.append(OptionRow(label, tuple(cells.get(name) for name in assessment.alternatives)))
    return made


def _priced(assessment: Assessment, appraisal: Appraisal, measure: str) -> OptionRow:
    table = appraisal.economics
    found = {
        row["alternative"]: row
        for row in table[table["measure"] == measure].to_dict("records")
        if finite(row["value"]) is not None
    }
    cells = []
    for name in assessment.alternatives:
        row = found.get(name)
        amount = with_range(money(row, assessment.economics.currency)) if row else None
        if amount is not None and row["scenario"]:
            amount = message("value-scenario", value=amount)
        cells.append(amount)
    label = f"option-{measure.replace('_', '-')}"
    if assessment.economics is None:
        return OptionRow(message("column-aspect"), tuple(cells))
    year = Year(assessment.economics.price_year)
    return OptionRow(message(label, year=year), tuple(cells))


def _matrix_in_short(assessment: Assessment) -> list[Matrix]:
    columns = compared(assessment)
    rows = []
    for name in children_first(assessment):
        group = assessment.groups[name]
        cells = tuple(_short(assessment, alternative, name) for alternative in columns)
        if any(cells):
            rows.append(MatrixRow(words(group.title), group_note(group), None, cells))
    if not rows:
        return []
    return [
        Matrix(
            section="options",
            heading=message("matrix-short-heading"),
            caption=message("matrix-short-heading"),
            first=message("column-whom"),
            alternatives=tuple(words(one.title) for one in columns.values()),
            rows=tuple(rows),
            remarks=(message("matrix-short-remark"),),
        )
    ]


def group_note(group: Any) -> Message | None:
    """Return what is said under a group's name: children, vulnerable, how many."""
    size = count(group.size, "group_size") if group.size is not None else None
    kind = "children" if group.children else "vulnerable" if group.vulnerable else None
    if kind and size:
        return message(f"group-note-{kind}-size", size=size)
    if kind:
        return message(f"group-note-{kind}")
    return message("group-note-size", size=size) if size else None


def _short(assessment: Assessment, alternative: str, group: str) -> tuple[Mark, ...]:
    """Return each direction there is, with its highest significance; no change if that is all."""
    mine = [
        one
        for one in assessment.impacts.values()
        if (one.alternative, one.group) == (alternative, group)
    ]
    marks = []
    for direction in SHOWN:
        found = [one for one in mine if one.direction == direction]
        if not found or (direction == "none" and marks):
            continue
        top = max(found, key=rank)
        known = rank(top) > 0
        beside = message("matrix-beside", size=significance_word(top)) if known else None
        marks.append(Mark(Verdict("impact", direction), beside))
    return tuple(marks)
