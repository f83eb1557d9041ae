"""What was decided beforehand about an evaluation, and when that was registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.assessment_blocks import Fact, FactList
from impact.report.blocks import Block, Cell, Table
from impact.report.content.evaluation_words import (
    listed,
    named,
    rows_of,
    size_number,
    title,
)
from impact.report.content.numbers import count
from impact.report.message import (
    Day,
    IndicatorName,
    Message,
    PlaceName,
    Year,
    message,
    words,
)

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan, Outcome


def evaluation_plan(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return the plan: what was done where, what counts, who is compared, when it was registered.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        Holds the day and the fingerprint of the registration.
    """
    return [
        FactList(section="plan", facts=_facts(plan, evaluation)),
        _treated(plan),
        _outcomes(plan, evaluation),
        *_exposure(plan, evaluation),
    ]


def _facts(plan: EvaluationPlan, evaluation: Evaluation) -> tuple[Fact, ...]:
    facts = [
        ("plan-registered", _registered(evaluation)),
        ("plan-written", Day(plan.plan.written)),
        ("plan-known", words(plan.plan.chosen_after)),
        ("plan-intervention", words(plan.intervention.title)),
        ("plan-source", words(plan.intervention.source) if plan.intervention.source else None),
        ("plan-unit", named("effect-unit", plan.unit)),
        ("plan-estimator", named("effect-by", plan.estimator)),
        ("plan-comparison", _comparison(plan)),
        *(("plan-excluded", _excluded(one)) for one in plan.comparison.exclude),
        ("plan-mergers", _mergers(plan)),
        ("plan-neighbours", _neighbours(plan)),
        ("plan-anticipation", _anticipation(plan)),
    ]
    return tuple(Fact(message(name), value) for name, value in facts if value is not None)


def _registered(evaluation: Evaluation) -> Message:
    if evaluation.plan_date is None:
        return message("plan-registered-never", digest=words(evaluation.plan_digest))
    given = {"date": Day(evaluation.plan_date), "digest": words(evaluation.plan_digest)}
    if evaluation.plan_changed is None:
        return message("plan-registered-day", **given)
    return message("plan-registered-changed", **given, changed=Day(evaluation.plan_changed))


def _comparison(plan: EvaluationPlan) -> Message | PlaceName:
    chosen = plan.comparison.places
    kind = "municipalities" if plan.unit == "municipality" else "regions"
    if not chosen:
        return message(f"effect-all-{kind}")
    return listed(PlaceName(code) for code in chosen)


def _excluded(one: object) -> Message:
    places = listed(PlaceName(code) for code in one.places)
    return message("plan-excluded-why", places=places, reason=words(one.reason))


def _mergers(plan: EvaluationPlan) -> Message | None:
    found = plan.comparison.exclude_merged
    if found is None:
        return None
    years = {"first": Year(found.first), "last": Year(found.last)}
    return message("plan-mergers-years", **years, reason=words(found.reason))


def _neighbours(plan: EvaluationPlan) -> Message:
    reason = plan.comparison.exclude_neighbours
    if reason is None:
        return message("plan-neighbours-tried")
    return message("plan-neighbours-out", reason=words(reason))


def _anticipation(plan: EvaluationPlan) -> Message:
    if plan.anticipation is None or not plan.anticipation_years:
        return message("plan-anticipation-none")
    years = count(plan.anticipation_years, "anticipation_years")
    return message("plan-anticipation-years", years=years, reason=words(plan.anticipation.reason))


def _treated(plan: EvaluationPlan) -> Table:
    names = ("who", "from-year", "places", "exposure")
    return Table(
        section="plan",
        heading=message("plan-treated"),
        caption=message("plan-treated"),
        columns=tuple(message(f"column-effect-{name}") for name in names),
        rows=tuple(
            (
                words(one.title),
                Year(one.start),
                listed(PlaceName(code) for code in one.places),
                words(one.exposure),
            )
            for one in plan.treated.values()
        ),
    )


def _outcomes(plan: EvaluationPlan, evaluation: Evaluation) -> Table:
    known = {row["outcome"]: row for row in evaluation.outcomes.to_dict("records")}
    names = ("outcome", "indicator", "what", "expected-way", "smallest", "why")
    return Table(
        section="plan",
        heading=message("plan-outcomes"),
        caption=message("plan-outcomes"),
        columns=tuple(message(f"column-effect-{name}") for name in names),
        rows=tuple(
            _outcome(plan, name, one, known.get(name)) for name, one in plan.outcomes.items()
        ),
        remarks=(message("plan-outcomes-remark", title=title(plan, plan.primary)),),
    )


def _outcome(
    plan: EvaluationPlan, name: str, one: Outcome, row: dict[str, object] | None
) -> tuple[Cell, ...]:
    least = None
    if row is not None:
        signed = -one.smallest_effect if one.direction == "lower" else one.smallest_effect
        least = size_number(row, signed, "smallest_effect")
    return (
        title(plan, name),
        IndicatorName(one.indicator),
        named("effect-of", one.measure),
        named("effect-way", one.direction),
        least,
        words(one.smallest_effect_reason),
    )


def _exposure(plan: EvaluationPlan, evaluation: Evaluation) -> list[Table]:
    rows = rows_of(evaluation.exposure, plan.primary)
    if not rows:
        return []
    names = ("cohort", "measured", "lived")
    return [
        Table(
            section="plan",
            heading=message("exposure-heading"),
            caption=message("exposure-heading"),
            columns=tuple(message(f"column-effect-{name}") for name in names),
            rows=tuple(
                (
                    Year(int(row["cohort"])),
                    Year(int(row["year"])),
                    message(
                        "exposure-years",
                        years=count(int(row["years_since_start"]), "years_since_start"),
                    ),
                )
                for row in rows
            ),
        )
    ]
