"""How the outcome moved just before the start, which a plain before and after would hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.content.evaluation_words import (
    effect_estimate,
    leaves_out_nought,
    primary,
    rows_of,
    title,
)
from impact.report.content.numbers import count
from impact.report.message import Message, message

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.report.quantity_blocks import Estimate
    from impact.run.evaluations.model import EvaluationPlan

LAST_YEARS = 2
"""So many years before the start are looked at, or more when the plan leaves out more."""


def early_years(plan: EvaluationPlan, evaluation: Evaluation) -> list[Message]:
    """Return how the last years before the start moved, against whom and how surely.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    found = _found(evaluation)
    if not found:
        return []
    about = {
        "title": title(plan, primary(evaluation)["outcome"]),
        "years": count(max(LAST_YEARS, plan.anticipation_years), "early_years"),
    }
    if set(found) == {"all", "like_size"}:
        everyone, like = found["all"], found["like_size"]
        told = message(
            "effect-early-both",
            all=everyone.value,
            all_range=everyone.range,
            like=like.value,
            like_range=like.range,
            **about,
        )
    else:
        (alone,) = found.values()
        told = message("effect-early-alone", change=alone.value, range=alone.range, **about)
    return [told, message(f"effect-early-clear-{_clear(found)}"), message("pretrends-naive")]


def _found(evaluation: Evaluation) -> dict[str, Estimate]:
    """Return the changes that have an interval, by whom they are held against."""
    outcome = primary(evaluation)
    found = {}
    for row in rows_of(evaluation.placebos, outcome["outcome"]):
        if row["kind"] != "early":
            continue
        about = f"{outcome['outcome']}/{row['name']}"
        change = effect_estimate(outcome, row, "early", about=about)
        if change is not None and change.lower is not None and change.upper is not None:
            found[row["name"]] = change
    return found


def _clear(found: dict[str, Estimate]) -> str:
    """Return which of the changes chance alone seldom gives."""
    clear = [name for name in found if leaves_out_nought(found[name])]
    if not clear:
        return "none"
    return "both" if len(clear) == len(found) else clear[0].replace("_", "-")
