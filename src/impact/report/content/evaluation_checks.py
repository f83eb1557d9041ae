"""Every check of an evaluation, what the report was made of, and its figures as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import impact
from impact.report.annex_blocks import Provenance
from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.evaluation_words import (
    Row,
    effect_number,
    named,
    primary,
    probability,
    rows_of,
    title,
)
from impact.report.content.numbers import finite
from impact.report.message import Number, message

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan

IN_UNITS = ("pretrend_equivalence", "pretrend_violation", "anticipation")
SIGNED = ("anticipation",)
SHARES = ("leave_one_out", "donut", "estimators_agree", "synthetic_fit")
COUNTS = ("missing", "pre_years")
PROBABILITIES = (
    "placebo_resolution",
    "both_tests",
    "pretrend_joint",
    "placebo_years",
    "several_outcomes",
)
"""How what a check found is printed; the breakdown is a multiple."""


def evaluation_checks(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return every check with what it found, outcome by outcome, and how the report was made.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    tables = [
        _table(plan, outcome, rows)
        for outcome in evaluation.outcomes.to_dict("records")
        if (rows := rows_of(evaluation.checks, outcome["outcome"]))
    ]
    lead = message("checks-lead" if tables else "checks-none")
    first = Sentences(section="checks", messages=(lead,))
    return [first, *tables, _provenance(plan, evaluation)]


def _table(plan: EvaluationPlan, outcome: Row, rows: list[dict[str, object]]) -> Table:
    names = ("check", "asked", "result", "found", "limit", "lowered")
    name = message("checks-of", title=title(plan, outcome["outcome"]))
    return Table(
        section="checks",
        heading=name,
        caption=name,
        columns=tuple(message(f"column-effect-{one}") for one in names),
        rows=tuple(_cells(outcome, row) for row in rows),
    )


def _cells(outcome: Row, row: Row) -> tuple[Cell, ...]:
    return (
        named("effect-check", row["check"]),
        named("effect-asks", row["check"]),
        named("effect-result", row["result"]),
        _number(outcome, row["check"], row["number"], "check"),
        _limit(outcome, row),
        message("effect-lowered-yes") if row["lowers"] else None,
    )


def _limit(outcome: Row, row: Row) -> Cell:
    """Return what a check was held against; a change is tested against nought, no limit."""
    if row["check"] in SIGNED:
        return None
    return _number(outcome, row["check"], row["limit"], "limit")


def _number(outcome: Row, check: str, value: object, kind: str) -> Cell:
    """Return what a check found or was held against, as what it is: effect, share, p or count."""
    known, statistic = finite(value), f"{kind}_{check}"
    if known is None:
        return None
    about = str(outcome["outcome"])
    if check in IN_UNITS:
        return effect_number(outcome, known, statistic, signed=check in SIGNED)
    if check in SHARES:
        return Number(100 * known, "percent", 0, statistic=statistic, about=about)
    if check in PROBABILITIES:
        return probability(known, statistic)
    return Number(known, "number", 0 if check in COUNTS else 1, statistic=statistic, about=about)


def _provenance(plan: EvaluationPlan, evaluation: Evaluation) -> Provenance:
    facts = {
        "params": f"{plan.file} ({plan.digest})",
        "plan": evaluation.plan_digest,
        "version": impact.__version__,
        "command": f"impact evaluate {plan.file}",
    }
    return Provenance(section="annex", facts={name: text for name, text in facts.items() if text})


def evaluation_key_figures(evaluation: Evaluation) -> str:
    """Return effects, verdicts and failed checks as fixed-width text."""
    lines = [f"{evaluation.evaluation}: primary outcome {primary(evaluation)['outcome']}"]
    for row in evaluation.outcomes.to_dict("records"):
        numbers = " ".join(
            f"{name} {_plain(row[name])}"
            for name in ("estimate", "lower", "upper", "p_value", "p_exact_t", "detectable")
        )
        lines.append(f"{row['outcome']:24} {row['verdict']} ({row['reason']}): {numbers}")
        failed = [
            one["check"]
            for one in rows_of(evaluation.checks, row["outcome"])
            if one["result"] == "failed"
        ]
        lines.append(f"{'':24} failed checks: {', '.join(failed) or 'none'}")
    return "\n".join(lines)


def _plain(value: object) -> str:
    known = finite(value)
    return "-" if known is None else f"{known:.4g}"
