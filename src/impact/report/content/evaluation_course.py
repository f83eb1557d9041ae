"""How it went: the treated by year beside what was expected, and who the comparison is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from impact import places
from impact.places.members import members_of
from impact.report.blocks import Block, Sentences, Series, Table
from impact.report.content.evaluation_words import (
    Row,
    axis,
    compared_units,
    is_estimated,
    is_log,
    label,
    level_decimals,
    level_number,
    level_unit,
    listed,
    named,
    primary,
    rows_of,
    share,
    title,
    treated_units,
)
from impact.report.content.numbers import count, finite
from impact.report.evaluation_blocks import Course
from impact.report.message import LocalWords, Message, Year, message, words

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan

MOST_WEIGHTS = 10
LEAST_WEIGHT = 0.005
LEFT_OUT = (
    "border_change",
    "declared",
    "merged",
    "missing",
    "neighbour",
    "no_post_period",
    "no_pre_period",
    "not_positive",
    "one_municipality",
    "other_size",
    "outcome_missing",
    "simulated",
    "size_missing",
    "start_outside",
    "suppressed",
)
"""Why a unit is left out: what the plan, its figures or the calculation say."""
MOST_NAMED = 15
"""So many left out for one reason are named; more are counted."""


def evaluation_course(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return every outcome by year: the treated, and what was expected without the intervention.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    blocks = []
    for outcome in evaluation.outcomes.to_dict("records"):
        rows = sorted(
            rows_of(evaluation.course, outcome["outcome"]), key=lambda row: int(row["year"])
        )
        if any(finite(row["observed"]) is not None for row in rows):
            blocks.append(_course(plan, outcome, rows))
    if blocks:
        return [Sentences(section="course", messages=(message("course-lead"),)), *blocks]
    return [Sentences(section="course", messages=(message("course-none"),))]


def _course(plan: EvaluationPlan, outcome: Row, rows: list[dict[str, Any]]) -> Course:
    lines = {name: _series(outcome, rows, name) for name in ("synthetic", "comparison")}
    lag = plan.outcomes[outcome["outcome"]].lag
    return Course(
        section="course",
        heading=message("own-words", words=title(plan, outcome["outcome"])),
        finding=_finding(outcome, rows),
        axis=axis(outcome, effect=False),
        unit=level_unit(outcome),
        decimals=level_decimals(outcome),
        observed=_series(outcome, rows, "observed"),
        counterfactual=_series(outcome, rows, "counterfactual", limits=True),
        **{name: line if line.years else None for name, line in lines.items()},
        starts=tuple(sorted({one.start + lag for one in plan.treated.values()})),
        anticipation=tuple(int(row["year"]) for row in rows if row["phase"] == "anticipation"),
        remarks=_remarks(outcome, lag),
    )


def _remarks(outcome: Row, lag: int) -> tuple[Message, ...]:
    """Return what to know of the figures drawn: their scale, and when an effect can first show."""
    later = [message("course-lag", years=count(lag, "lag_years"))] if lag else []
    return (*later, *([message("course-log")] if is_log(outcome) else []))


def _series(
    outcome: Row, rows: list[dict[str, Any]], column: str, *, limits: bool = False
) -> Series:
    known = [row for row in rows if finite(row[column]) is not None]
    years = tuple(int(row["year"]) for row in known)
    values = tuple(_level(outcome, row[column]) for row in known)
    if not limits or not any(finite(row["lower"]) is not None for row in known):
        return Series(years, values)
    ends = (tuple(_level(outcome, row[name]) for row in known) for name in ("lower", "upper"))
    return Series(years, values, *ends)


def _level(outcome: Row, value: Any) -> float | None:
    known = finite(value)
    return math.exp(known) if known is not None and is_log(outcome) else known


def _finding(outcome: Row, rows: list[dict[str, Any]]) -> Message:
    """Return the drawing in words: after the start beside what was expected."""
    observed = level_number(outcome, outcome["observed"], "observed")
    expected = level_number(outcome, outcome["counterfactual"], "counterfactual")
    if observed is None or expected is None or not is_estimated(outcome):
        years = [int(row["year"]) for row in rows]
        return message("course-finding-none", first=Year(min(years)), last=Year(max(years)))
    return message("course-finding", observed=observed, counterfactual=expected)


def evaluation_comparison(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return who is compared with, who is left out and why, and what weighs most.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    units = rows_of(evaluation.units, outcome["outcome"])
    if not units:
        return []
    first = Sentences(section="comparison", messages=tuple(_who(plan, outcome, units)))
    return [first, *_left_out(plan, units), *_weights(plan, evaluation, outcome)]


def _who(plan: EvaluationPlan, outcome: Row, units: list[dict[str, Any]]) -> list[Message]:
    number = {
        role: sum(unit["role"] == role for unit in units)
        for role in ("treated", "comparison", "excluded")
    }
    lines = [
        message(
            "comparison-who",
            treated=treated_units(plan, number["treated"]),
            comparison=compared_units(plan, number["comparison"]),
        )
    ]
    if number["excluded"]:
        lines.append(message("comparison-left-out", count=count(number["excluded"], "left_out")))
    if plan.unit == "region":
        lines.append(message("comparison-together"))
    strata = {
        unit["stratum"]
        for unit in units
        if unit["role"] != "excluded" and finite(unit["stratum"]) is not None
    }
    if len(strata) > 1:
        lines.append(message("comparison-strata", count=count(len(strata), "strata")))
    return lines


def _left_out(plan: EvaluationPlan, units: list[dict[str, Any]]) -> list[Table]:
    out = [unit for unit in units if unit["role"] == "excluded"]
    if not out:
        return []
    return [
        Table(
            section="comparison",
            heading=message("comparison-left-out-heading"),
            caption=message("comparison-left-out-heading"),
            columns=(message("column-effect-unit"), message("column-effect-why")),
            rows=tuple(_by_reason(plan, out)),
        )
    ]


def _by_reason(
    plan: EvaluationPlan, units: list[dict[str, Any]]
) -> Iterator[tuple[Any, Message | LocalWords]]:
    """Yield every reason with those it leaves out: by name, or many by their number alone."""
    reasons = [_reason(plan, unit) for unit in units]
    for position, reason in enumerate(reasons):
        if reasons.index(reason) != position:
            continue
        same = [unit["unit"] for unit, why in zip(units, reasons, strict=True) if why == reason]
        many = len(same) > MOST_NAMED
        who = compared_units(plan, len(same)) if many else listed(label(plan, one) for one in same)
        yield who, reason


def _reason(plan: EvaluationPlan, unit: Row) -> Message | LocalWords:
    """Return why a unit is left out: in the plan's own words where it has them."""
    reason = str(unit["reason"])
    declared = [
        one for one in plan.comparison.exclude if _about(unit["unit"]) & _about(*one.places)
    ]
    if reason == "declared" and declared:
        return words(declared[0].reason)
    return named("effect-left-out", reason) if reason in LEFT_OUT else words(reason)


def _about(*codes: str) -> set[str]:
    """Return the municipalities of some places."""
    return set(members_of(code for code in codes if places.is_known(code)))


def _weights(plan: EvaluationPlan, evaluation: Evaluation, outcome: Row) -> list[Table]:
    found = [
        row
        for row in rows_of(evaluation.weights, outcome["outcome"])
        if row["method"] == "synthetic_control" and (finite(row["weight"]) or 0) >= LEAST_WEIGHT
    ]
    found.sort(key=lambda row: (-row["weight"], str(row["unit"])))
    if not found:
        return []
    return [
        Table(
            section="comparison",
            heading=message("comparison-weights-heading"),
            caption=message("comparison-weights-heading"),
            columns=(message("column-effect-unit"), message("column-effect-weight")),
            rows=tuple(
                (label(plan, row["unit"]), share(row["weight"], "weight"))
                for row in found[:MOST_WEIGHTS]
            ),
            remarks=(message("comparison-weights-remark"),),
        )
    ]
