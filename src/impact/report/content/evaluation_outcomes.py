"""All outcomes of an evaluation beside each other, read together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.evaluation_words import (
    Row,
    effect_estimate,
    is_estimated,
    level_number,
    named,
    probability,
    title,
    tone,
    why_none,
    with_interval,
)
from impact.report.content.numbers import finite
from impact.report.evaluation_blocks import Forest, ForestRow
from impact.report.message import LocalWords, Message, Number, Verdict, message
from impact.report.quantity_blocks import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome, what it is called, and where it stands in a table of several evaluations."""

    outcome: Row
    name: LocalWords | Message


def evaluation_outcomes(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return every outcome with its effect and verdict.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcomes = evaluation.outcomes.to_dict("records")
    told = [Told(outcome, title(plan, outcome["outcome"])) for outcome in outcomes]
    lines = [message("outcomes-lead")]
    if len(outcomes) > 1:
        lines.append(message("outcomes-several"))
    return [
        Sentences(section="outcomes", messages=tuple(lines)),
        *outcomes_forest("outcomes", told),
        _table(told),
        _levels(told),
    ]


def outcomes_forest(section: str, told: Iterable[Told]) -> list[Forest]:
    """Return effects on one axis: each in multiples of the smallest effect that would matter.

    Parameters
    ----------
    section
        Where it stands.
    told
        Outcomes with their names; drawn are those with an effect.

    Notes
    -----
    The drawn value is effect / smallest effect, with the sign turned where lower is better, so
    that what is better always lies to the right.
    """
    rows = tuple(_row(one) for one in told)
    if not any(row.drawn is not None for row in rows):
        return []
    return [
        Forest(
            section=section,
            heading=message("outcomes-heading"),
            finding=message("outcomes-finding"),
            axis=message("outcomes-axis"),
            first=message("column-effect-outcome"),
            good="higher",
            rows=rows,
            remarks=(message("outcomes-axis-remark"),),
        )
    ]


def _row(one: Told) -> ForestRow:
    outcome = one.outcome
    found = effect_estimate(outcome, outcome) if is_estimated(outcome) else None
    return ForestRow(
        label=one.name,
        estimate=found,
        drawn=_drawn(outcome) if found is not None else None,
        note=None if found is not None else why_none(outcome),
        verdict=Verdict("effect", outcome["verdict"]),
        primary=bool(outcome["primary"]),
        tone=tone(outcome, found),
    )


def _drawn(outcome: Row) -> Estimate | None:
    """Return an effect in multiples of the smallest that would matter, better to the right."""
    smallest = finite(outcome["smallest_effect"])
    if not smallest:
        return None
    sign = -1.0 if outcome["good"] == "lower" else 1.0
    ends = ("lower", "upper") if sign > 0 else ("upper", "lower")
    value, lower, upper = (
        _multiple(outcome[name], sign / smallest) for name in ("estimate", *ends)
    )
    return Estimate(value, lower, upper)


def _multiple(value: Any, factor: float) -> Number | None:
    known = finite(value)
    if known is None:
        return None
    return Number(known * factor, unit="number", decimals=1, signed=True, kind="label")


def _table(told: list[Told]) -> Table:
    names = ("outcome", "what", "size", "verdict", "p", "p-t", "p-several", "smallest")
    return Table(
        section="outcomes",
        caption=message("outcomes-table"),
        columns=tuple(message(f"column-effect-{name}") for name in names),
        rows=tuple(_cells(one) for one in told),
        remarks=(message("outcomes-table-remark"),),
    )


def _cells(one: Told) -> tuple[Cell, ...]:
    outcome = one.outcome
    estimated = is_estimated(outcome)
    found = effect_estimate(outcome, outcome) if estimated else None
    smallest = {"estimate": outcome["smallest_effect"]}
    least = effect_estimate(outcome, smallest, "smallest_effect", signed=False)
    return (
        one.name,
        named("effect-of", outcome["measure"]),
        with_interval(found) if estimated else why_none(outcome),
        Verdict("effect", outcome["verdict"]),
        *(
            probability(outcome[name], name) if estimated else None
            for name in ("p_value", "p_exact_t", "p_adjusted")
        ),
        None if least is None else least.value,
    )


def _levels(told: list[Told]) -> Table:
    names = ("outcome", "before", "after", "expected", "years", "unseen")
    return Table(
        section="outcomes",
        caption=message("levels-table"),
        columns=tuple(message(f"column-effect-{name}") for name in names),
        rows=tuple(_level_cells(one) for one in told),
        remarks=(message("levels-remark"),),
    )


def _level_cells(one: Told) -> tuple[Cell, ...]:
    outcome = one.outcome
    unseen = {"estimate": outcome["detectable"]}
    least = effect_estimate(outcome, unseen, "detectable_effect", signed=False)
    return (
        one.name,
        *(
            level_number(outcome, outcome[name], name)
            for name in ("level_before", "observed", "counterfactual")
        ),
        _years(outcome),
        None if least is None else least.value,
    )


def _years(outcome: Row) -> Message | None:
    numbers = [finite(outcome[name]) for name in ("pre_years", "post_years")]
    if any(number is None for number in numbers):
        return None
    before, after = (int(number) for number in numbers)
    kinds = {"before": before, "after": after}
    counted = {
        name: Number(float(number), decimals=0, statistic=f"{name}_years")
        for name, number in kinds.items()
    }
    return message("effect-years", **counted)
