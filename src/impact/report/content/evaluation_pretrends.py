"""Whether the comparison can be trusted: the years before the start, and placebos."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Sentences
from impact.report.content.evaluation_early import early_years
from impact.report.content.evaluation_words import (
    Row,
    about_primary,
    axis,
    effect_estimate,
    effect_number,
    label,
    leaves_out_nought,
    listed,
    named,
    placebo_count,
    primary,
    probability,
    rows_of,
    share,
    tone,
)
from impact.report.content.numbers import count, finite
from impact.report.evaluation_blocks import (
    EventPlot,
    EventPoint,
    Forest,
    ForestRow,
    PlaceboMark,
    PlaceboStrip,
)
from impact.report.message import Message, Year, message

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan

MOST_LEFT_OUT = 12
"""So many units left out in turn are shown: those that move the effect most."""
PRETREND_CHECKS = ("pretrend_joint", "pretrend_equivalence", "anticipation")


def evaluation_pretrends(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return effects by years since the start; those before it should be none.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    points = _points(evaluation, outcome)
    if not points:
        return []
    return [
        Sentences(
            section="pretrends",
            messages=(
                message("pretrends-lead"),
                *about_primary(plan, evaluation),
                *early_years(plan, evaluation),
            ),
        ),
        EventPlot(
            section="pretrends",
            heading=message("pretrends-heading"),
            finding=_found_before(points),
            axis=axis(outcome, effect=True),
            points=points,
            remarks=(
                *_left_out_years(points),
                *_unseen(evaluation, outcome),
                *_judged(evaluation, outcome),
            ),
        ),
    ]


def _points(evaluation: Evaluation, outcome: Row) -> tuple[EventPoint, ...]:
    rows = rows_of(evaluation.pretrends, outcome["outcome"])
    points = []
    for row in sorted(rows, key=lambda row: int(row["event"])):
        event = int(row["event"])
        about = f"{outcome['outcome']}/{event}"
        found = effect_estimate(outcome, row, "event", about=about)
        if found is not None:
            points.append(EventPoint(event, row["phase"], found, _is_reference(row)))
    return tuple(points)


def _is_reference(row: Row) -> bool:
    """Say whether a year is nought by definition: the one all others are held against."""
    known = [finite(row[name]) for name in ("estimate", "lower", "upper")]
    return row["phase"] == "before" and not any(known)


def _found_before(points: tuple[EventPoint, ...]) -> Message:
    before = [point for point in points if point.phase == "before" and not point.reference]
    if not before:
        return message("pretrends-finding-none")
    apart = sum(leaves_out_nought(point.estimate) for point in before)
    return message(
        "pretrends-finding",
        apart=count(apart, "pretrend_apart"),
        years=count(len(before), "pretrend_years"),
    )


def _left_out_years(points: tuple[EventPoint, ...]) -> list[Message]:
    """Return whether anything shows in the years that count neither as before nor as after."""
    between = [point for point in points if point.phase == "anticipation"]
    if not between:
        return []
    given = {
        "apart": count(
            sum(leaves_out_nought(point.estimate) for point in between), "anticipation_apart"
        ),
        "years": count(len(between), "anticipation_years"),
    }
    return [message("pretrends-anticipation", **given)]


def _unseen(evaluation: Evaluation, outcome: Row) -> list[Message]:
    """Return the drift before the start that could have been there without being found."""
    rows = rows_of(evaluation.checks, outcome["outcome"])
    row = next((row for row in rows if row["check"] == "pretrend_violation"), None)
    if row is None or finite(row["number"]) is None or finite(row["limit"]) is None:
        return []
    slope = effect_number(outcome, row["number"], "unseen_drift", signed=False)
    return [
        message(
            "pretrends-violation",
            slope=slope,
            bias=effect_number(outcome, row["limit"], "unseen_bias", signed=False),
        )
    ]


def _judged(evaluation: Evaluation, outcome: Row) -> list[Message]:
    """Return what the checks of the years before say."""
    told = listed(
        message(
            "check-told",
            check=named("effect-check", row["check"]),
            result=named("effect-result", row["result"]),
        )
        for row in rows_of(evaluation.checks, outcome["outcome"])
        if row["check"] in PRETREND_CHECKS
    )
    return [] if told is None else [message("pretrends-checks", checks=told)]


def evaluation_placebos(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return what the same calculation gives where nothing was done.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    rows = rows_of(evaluation.placebos, outcome["outcome"])
    lead = (message("placebos-lead"), *about_primary(plan, evaluation))
    blocks: list[Block] = [*_strip(plan, outcome, rows), *_others(plan, outcome, rows)]
    return [Sentences(section="placebos", messages=lead), *blocks] if blocks else []


def _strip(plan: EvaluationPlan, outcome: Row, rows: list[dict[str, Any]]) -> list[PlaceboStrip]:
    marks = []
    for row in rows:
        about = f"{outcome['outcome']}/{row['name']}"
        value = effect_number(outcome, row["estimate"], "placebo", about=about)
        if row["kind"] == "unit" and value is not None:
            marks.append(PlaceboMark(label(plan, row["name"]), value, own=bool(row["treated"])))
    if not marks:
        return []
    marks.sort(key=lambda mark: mark.value.value)
    return [
        PlaceboStrip(
            section="placebos",
            heading=message("placebos-heading"),
            finding=_strip_finding(marks),
            axis=axis(outcome, effect=True),
            marks=tuple(marks),
            remarks=tuple(_resolution(outcome)),
        )
    ]


def _strip_finding(marks: list[PlaceboMark]) -> Message:
    """Return how many placebos lie at least as far from nought as the real effect does."""
    real = [abs(mark.value.value) for mark in marks if mark.own]
    others = [abs(mark.value.value) for mark in marks if not mark.own]
    if len(real) != 1 or not others:
        return message("placebos-finding-many", count=count(len(others), "placebo_units"))
    further = sum(value >= real[0] for value in others)
    return message(
        "placebos-finding",
        further=count(further, "placebos_further"),
        count=count(len(others), "placebo_units"),
    )


def _resolution(outcome: Row) -> list[Message]:
    counted, of = share(outcome["p_value"], "p_value"), placebo_count(outcome)
    smallest = probability(outcome["smallest_p"], "smallest_p")
    lines = []
    if counted is not None and of is not None:
        lines.append(message("effect-test-placebo", share=counted, placebos=of))
    if smallest is not None:
        lines.append(message("placebos-smallest", smallest=smallest))
    return lines


def _others(plan: EvaluationPlan, outcome: Row, rows: list[dict[str, Any]]) -> list[Forest]:
    """Return starts that never were, and effects with a unit or the neighbours left out."""
    blocks = []
    for kind in ("year", "without", "donut"):
        found = tuple(_row(plan, outcome, row) for row in _shown(outcome, rows, kind))
        if found:
            blocks.append(
                Forest(
                    section="placebos",
                    heading=message(f"effect-placebo-{kind}"),
                    finding=_placebo_lead(kind, rows),
                    axis=axis(outcome, effect=True),
                    first=message(f"column-effect-{kind}"),
                    good=outcome["good"],
                    rows=found,
                )
            )
    return blocks


def _placebo_lead(kind: str, rows: list[dict[str, Any]]) -> Message:
    number = sum(row["kind"] == kind for row in rows)
    if kind == "without" and number > MOST_LEFT_OUT:
        shown = count(MOST_LEFT_OUT, "left_out_shown")
        return message("effect-placebo-without-most", shown=shown, count=count(number, "left_out"))
    return message(f"effect-placebo-{kind}-lead")


def _shown(outcome: Row, rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """Return the placebos of a kind; of many left out in turn, those that move the effect most."""
    same = [row for row in rows if row["kind"] == kind]
    if kind != "without" or len(same) <= MOST_LEFT_OUT:
        return same
    moved = sorted(same, key=lambda row: -abs(row["estimate"] - outcome["estimate"]))
    kept = {row["name"] for row in moved[:MOST_LEFT_OUT]}
    return [row for row in same if row["name"] in kept]


def _row(plan: EvaluationPlan, outcome: Row, row: Row) -> ForestRow:
    name, about = str(row["name"]), f"{outcome['outcome']}/{row['name']}"
    found = effect_estimate(outcome, row, f"placebo_{row['kind']}", about=about)
    p = probability(row["p_value"], "p_value")
    return ForestRow(
        label=_label(plan, row["kind"], name),
        estimate=found,
        note=None if p is None else message("effect-p", p=p),
        tone=tone(outcome, found),
    )


def _label(plan: EvaluationPlan, kind: str, name: str) -> Any:
    if kind == "year" and name.isdigit():
        return Year(int(name))
    if kind == "year":
        return message("effect-placebo-earlier", years=count(abs(int(name)), "years_earlier"))
    if kind == "donut":
        return message("effect-placebo-donut-row")
    return label(plan, name)
