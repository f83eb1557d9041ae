"""Quantified impacts: what changes for whom, how much, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Sentences
from impact.report.content.assessment_words import left_out
from impact.report.content.numbers import count, finite
from impact.report.content.quantity_drawings import drawings
from impact.report.content.quantity_names import alternative, others
from impact.report.content.quantity_numbers import decimals, estimate, size_of, with_range
from impact.report.content.quantity_results import Result, decimals_of, is_steady, results, row_of
from impact.report.message import Interval, Message, Number, Year, message, words
from impact.report.quantity_blocks import DotRow, Estimate

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment

SECTION = "quantities"


def assessment_quantities(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return the quantified impacts: sentences first, then dots and lines with their tables.

    Parameters
    ----------
    assessment
        The assessment as read.
    appraisal
        What its calculations come to.
    """
    if left_out(assessment):
        return []
    found = list(results(assessment, appraisal))
    if not found:
        return [Sentences(section=SECTION, messages=(message("quantities-none"),))]
    lines = [finding(result) for result in found] + _well_being(assessment, appraisal)
    blocks: list[Block] = [
        Sentences(section=SECTION, messages=(message("quantities-intro"),)),
        Sentences(section=SECTION, messages=tuple(lines), bullets=True),
    ]
    blocks += drawings(found)
    return [*blocks, Sentences(section=SECTION, messages=_remarks(appraisal))]


def finding(result: Result) -> Message:
    """Return what one quantity comes to over all places in its last year, in a sentence."""
    whole = row_of(result, result.assessment.subject, result.year, decimals_of(result))
    said: dict[str, Any] = {
        "title": words(result.quantity.title),
        "alternative": alternative(result.assessment, result.alternative),
    }
    if result.year is not None:
        said["year"] = Year(result.year)
    if whole is None:
        return message("quantity-not-calculated", **{k: said[k] for k in ("title", "alternative")})
    both_levels = whole.without is not None and whole.level is not None
    if result.drawn == "change" and both_levels and "year" in said:
        levels = {"without": whole.without, "level": whole.level}
        first = message("quantity-change", **said, **levels, **_named(whole.drawn))
    else:
        first = _amount(result, said, with_range(whole.drawn))
    pieces = [first, *_people(whole.people), *_doubts(result, whole)]
    return pieces[0] if len(pieces) == 1 else _joined(pieces)


def _amount(result: Result, said: dict[str, Any], value: Message | Number) -> Message:
    """Return a figure that is no level: each year the same, in the last year, or in all."""
    years = result.years
    if len(years) > 1 and is_steady(result):
        said = {name: said[name] for name in ("title", "alternative")}
        ends = {"first": Year(years[0]), "last": Year(years[-1])}
        return message("quantity-each-year", **said, **ends, value=value)
    return message("quantity-amount" if years else "quantity-in-all", **said, value=value)


def _joined(pieces: list[Message]) -> Message:
    told = pieces[0]
    for piece in pieces[1:]:
        told = message("sentence-pair", first=told, second=piece)
    return told


def _named(found: Estimate) -> dict[str, Number | Interval | Message]:
    return {"value": found.value, "range": found.range}


def _people(found: Estimate | None) -> list[Message]:
    """Return how many people that is: fewer, more, or not to be told."""
    if found is None:
        return []
    if found.lower is None or found.upper is None:
        return []
    lower, upper = found.lower.value, found.upper.value
    if lower < 0 < upper or found.value.value == 0:
        return [message("quantity-people-unclear", **_named(found))]
    word = "more" if found.value.value > 0 else "fewer"
    low, value, high = (
        replace(one, value=abs(one.value), signed=False, kind="statistic")
        for one in (found.lower, found.value, found.upper)
    )
    ends = (low, high) if word == "more" else (high, low)
    return [message(f"quantity-people-{word}", value=value, range=Interval(*ends))]


def _doubts(result: Result, whole: DotRow) -> list[Message]:
    doubts = []
    if whole.tone == "unknown" and result.quantity.good != "neutral":
        doubts.append(message("quantity-unclear"))
    if result.scenario:
        doubts.append(message("quantity-scenario"))
    return doubts


def _well_being(assessment: Assessment, appraisal: Appraisal) -> list[Message]:
    """Return years of better life, one sentence per entry and alternative."""
    table = appraisal.quantities
    lines = []
    mine = table[(table["statistic"] == "wellbys") & (table["place"] == assessment.subject)]
    found = {(row["quantity"], row["alternative"]): row for row in mine.to_dict("records")}
    for name, entry in assessment.well_being.items():
        for option in others(assessment):
            row = found.get((name, option), {})
            years = estimate(row, "wellby", decimals("wellby", [size_of(row)]))
            if years is not None:
                titles = {
                    "title": words(entry.title),
                    "alternative": alternative(assessment, option),
                }
                told = message("quantity-wellbys", **titles, **_named(years))
                scenario = [message("quantity-scenario")] if row["scenario"] else []
                lines.append(_joined([told, *scenario]))
    return lines


def _remarks(appraisal: Appraisal) -> tuple[Message, ...]:
    """Return how the intervals were made and how far the calculation itself may be off."""
    draws = count(int(appraisal.draws), "draws")
    lines = [message("quantities-intervals", draws=draws)]
    table = appraisal.quantities
    width = table["upper"] - table["lower"]
    off = finite((table["monte_carlo_error"] / width.where(width > 0)).max())
    if off is not None:
        small = Number(max(100 * off, 0.1), "percent", 1, statistic="monte_carlo_error")
        share = small if 100 * off >= 0.1 else message("below-share", limit=small)
        lines.append(message("quantities-calculation-error", share=share))
    return tuple(lines)
