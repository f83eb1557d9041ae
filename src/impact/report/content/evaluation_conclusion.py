"""What an evaluation comes to: one sentence, its verdict, what speaks against it, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Sentences
from impact.report.content.evaluation_early import early_years
from impact.report.content.evaluation_words import (
    Row,
    compared_units,
    effect_estimate,
    interval,
    is_estimated,
    joined,
    level_number,
    listed,
    named,
    placebo_count,
    primary,
    probability,
    rows_of,
    share,
    size_number,
    title,
    treated_units,
)
from impact.report.content.numbers import finite
from impact.report.evaluation_blocks import Conclusion
from impact.report.message import LocalWords, Message, Number, Verdict, message, words

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan

LEVEL = 0.05
OF_THE_PLAN = "plan_before_outcomes"


def evaluation_conclusion(plan: EvaluationPlan, evaluation: Evaluation) -> Conclusion:
    """Return the conclusion on the primary outcome.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    return Conclusion(
        section="conclusion",
        sentence=effect_sentence(outcome, title(plan, outcome["outcome"])),
        verdict=Verdict("effect", outcome["verdict"]),
        reason=reason(plan, evaluation, outcome),
        effect=effect_estimate(outcome, outcome) if is_estimated(outcome) else None,
        banner=message("running-evaluation-exploratory") if evaluation.exploratory else None,
        remarks=_remarks(plan, outcome),
    )


def effect_sentence(outcome: Row, name: LocalWords) -> Message:
    """Return the effect on one outcome with its interval, in its own unit.

    Parameters
    ----------
    outcome
        Row of `Evaluation.outcomes`.
    name
        What the outcome is called.
    """
    if not is_estimated(outcome):
        return message("effect-none", title=name)
    found = effect_estimate(outcome, outcome)
    amount = size_number(outcome, outcome["estimate"], "effect")
    if round(amount.value, amount.decimals) == 0:
        first = message("effect-same", title=name)
    else:
        side = "higher" if found.value.value > 0 else "lower"
        first = message(f"effect-{side}", title=name, amount=amount)
    told = interval(found)
    if told is None:
        return joined([first, message("effect-interval-none")])
    confidence = Number(100 * outcome["confidence"], unit="percent", decimals=0, kind="label")
    return joined([first, message("effect-interval", confidence=confidence, told=told)])


def reason(plan: EvaluationPlan, evaluation: Evaluation, outcome: Row) -> Message:
    """Return why the verdict on an outcome is what it is."""
    word = outcome["reason"]
    if word == "lowered":
        return _lowered(evaluation, outcome)
    smallest = finite(outcome["smallest_effect"])
    if word == "ruled_out" and smallest is not None:
        declared = plan.outcomes[outcome["outcome"]].direction
        signed = -smallest if declared == "lower" else smallest
        found = size_number(outcome, signed, "smallest_effect")
        return message(f"effect-reason-ruled-out-{declared}", smallest=found)
    if word == "one_test" and finite(outcome["p_exact_t"]) is None:
        return message("effect-reason-only-test")
    return named("effect-reason", "chance" if word == "ruled_out" else word)


def _lowered(evaluation: Evaluation, outcome: Row) -> Message:
    """Return what the tests alone would say, and whether checks or the plan's day lowered it."""
    pieces = [message("effect-reason-before", before=Verdict("effect", outcome["before_checks"]))]
    names = [row["check"] for row in lowering(evaluation, outcome)]
    if any(name != OF_THE_PLAN for name in names):
        pieces.append(message("effect-reason-checks"))
    capped = evaluation.exploratory and outcome["before_checks"] == "supported"
    if capped or OF_THE_PLAN in names:
        pieces.append(message("effect-reason-exploratory"))
    return joined(pieces)


def lowering(evaluation: Evaluation, outcome: Row) -> list[dict[str, Any]]:
    """Return the failed checks that lowered the verdict on an outcome."""
    return [
        row
        for row in rows_of(evaluation.checks, outcome["outcome"])
        if row["result"] == "failed" and row["lowers"]
    ]


def _remarks(plan: EvaluationPlan, outcome: Row) -> tuple[Message, ...]:
    """Return how it went in figures, how it was tested, and who was compared."""
    if not is_estimated(outcome):
        return ()
    return tuple(
        one
        for one in (_levels(outcome), *tests(outcome), _compared(plan, outcome))
        if one is not None
    )


def _levels(outcome: Row) -> Message | None:
    names = ("level_before", "observed", "counterfactual")
    found = {name: level_number(outcome, outcome[name], name) for name in names}
    if any(number is None for number in found.values()):
        return None
    return message("effect-levels", **{name: found[name] for name in names})


def tests(outcome: Row) -> list[Message | None]:
    """Return what counting placebo assignments and the exact t test say."""
    counted, of = share(outcome["p_value"], "p_value"), placebo_count(outcome)
    found = (
        []
        if counted is None or of is None
        else [message("effect-test-placebo", share=counted, placebos=of)]
    )
    exact = probability(outcome["p_exact_t"], "p_exact_t")
    found.append(
        message("effect-test-t-none") if exact is None else message("effect-test-t", p=exact)
    )
    return found


def _compared(plan: EvaluationPlan, outcome: Row) -> Message | None:
    treated, others = finite(outcome["treated"]), finite(outcome["comparison"])
    if treated is None or others is None:
        return None
    return message(
        "effect-compared",
        treated=treated_units(plan, treated),
        comparison=compared_units(plan, others),
    )


def evaluation_doubts(plan: EvaluationPlan, evaluation: Evaluation) -> Sentences:
    """Return what speaks against the conclusion: failed checks, and what else happened.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    checks = rows_of(evaluation.checks, outcome["outcome"])
    failed = [row["check"] for row in checks if row["result"] == "failed"]
    early = early_years(plan, evaluation)
    told = early and (plan.anticipation_years or "anticipation" in failed)
    lines = [
        named("effect-doubt", check) for check in failed if not _said(check, outcome, evaluation)
    ]
    if told:
        lines.append(joined(early))
    if checks and not failed:
        lines.append(message("doubts-none-failed"))
    impossible = listed(
        named("effect-check", row["check"]) for row in checks if row["result"] == "not_possible"
    )
    if impossible is not None:
        lines.append(message("doubts-not-possible", checks=impossible))
    lines += [message("own-words", words=words(text)) for text in plan.cautions]
    if not lines:
        lines.append(message("doubts-no-checks"))
    return Sentences(section="doubts", messages=tuple(lines), bullets=True)


def _said(check: str, outcome: Row, evaluation: Evaluation) -> bool:
    """Say whether a failed check is told elsewhere on page one, or has nothing to doubt."""
    if check == OF_THE_PLAN:
        return evaluation.exploratory
    return check == "breakdown" and outcome["before_checks"] == "not_supported"


def evaluation_unknown(plan: EvaluationPlan, evaluation: Evaluation) -> Sentences:
    """Return what cannot be known from these figures, and what would change our mind.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    lines = _detectable(outcome) if is_estimated(outcome) else []
    least = finite(outcome["smallest_p"])
    if is_estimated(outcome) and least is not None and least > LEVEL:
        lines.append(message("unknown-resolution", smallest=share(least, "smallest_p")))
    lines.append(message("unknown-mechanism"))
    mind = words(plan.what_would_change_our_mind)
    lines.append(message("unknown-change-mind", words=mind))
    return Sentences(section="unknown", messages=tuple(lines), bullets=True)


def _detectable(outcome: Row) -> list[Message]:
    """Return which effects would have been missed, beside the smallest that would matter."""
    found = size_number(outcome, outcome["detectable"], "detectable_effect")
    if found is None:
        return [message("unknown-detectable-none")]
    lines = [message("unknown-detectable", size=found)]
    smallest = finite(outcome["smallest_effect"])
    if smallest is not None and smallest < abs(outcome["detectable"]):
        least = size_number(outcome, smallest, "smallest_effect")
        lines.append(message("unknown-smaller-matters", smallest=least))
    return [joined(lines)]
