"""Whether other ways of calculating say the same, how much drift it stands, and its power."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.evaluation_words import (
    Row,
    about_primary,
    axis,
    decimals_of,
    effect_estimate,
    effect_number,
    in_unit,
    named,
    primary,
    probability,
    rows_of,
    share,
    size_number,
    tone,
    with_interval,
)
from impact.report.content.numbers import count, finite
from impact.report.evaluation_blocks import (
    Forest,
    ForestRow,
    PowerCurve,
    SensitivityPlot,
    SensitivityRow,
)
from impact.report.message import Message, Number, message

if TYPE_CHECKING:
    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan

KINDS = ("relative", "smoothness")
ENOUGH = 0.8


def evaluation_specifications(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return the effect on the primary outcome by every way of calculating it.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    found = rows_of(evaluation.specifications, outcome["outcome"])
    if not found:
        return []
    rows = tuple(_row(outcome, row) for row in found)
    drawn = [row for row in rows if row.estimate is not None]
    forest = Forest(
        section="specifications",
        heading=message("specifications-heading"),
        finding=_finding(outcome, drawn),
        axis=axis(outcome, effect=True),
        first=message("column-effect-way"),
        good=outcome["good"],
        rows=rows,
    )
    lead = Sentences(
        section="specifications",
        messages=(message("specifications-lead"), *about_primary(plan, evaluation)),
    )
    return [lead, forest, _table(outcome, found), *_two_way(evaluation, outcome)]


def _row(outcome: Row, row: Row) -> ForestRow:
    about = f"{outcome['outcome']}/{row['specification']}"
    found = effect_estimate(outcome, row, "specification", about=about)
    missing = found is None
    return ForestRow(
        label=named("effect-by", row["specification"]),
        estimate=found,
        note=message("effect-not-possible") if missing else named("effect-from", row["inference"]),
        primary=bool(row["primary"]),
        tone=tone(outcome, found),
    )


def _finding(outcome: Row, rows: list[ForestRow]) -> Message:
    """Return how many ways point the same way as the one that counts."""
    chief = [row for row in rows if row.primary]
    if not chief:
        return message("specifications-finding-none", count=count(len(rows), "specifications"))
    sign = math.copysign(1, chief[0].estimate.value.value)
    others = [row for row in rows if not row.primary]
    same = sum(row.estimate.value.value * sign > 0 for row in others)
    return message(
        "specifications-finding",
        same=count(same, "specifications_same"),
        count=count(len(others), "specifications"),
    )


def _table(outcome: Row, rows: list[dict[str, Any]]) -> Table:
    names = ("way", "size", "p", "from", "treated", "compared")
    return Table(
        section="specifications",
        caption=in_unit("specifications-table", outcome),
        columns=tuple(message(f"column-effect-{name}") for name in names),
        rows=tuple(_cells(outcome, row) for row in rows),
        remarks=(message("specifications-remark"),),
    )


def _cells(outcome: Row, row: Row) -> tuple[Cell, ...]:
    about = f"{outcome['outcome']}/{row['specification']}"
    found = effect_estimate(outcome, row, "specification", about=about, bare=True)
    numbers = (finite(row[name]) for name in ("treated", "comparison"))
    return (
        named("effect-by", row["specification"]),
        message("effect-not-possible") if found is None else with_interval(found),
        probability(row["p_value"], "p_value"),
        named("effect-from", row["inference"]),
        *(None if number is None else int(number) for number in numbers),
    )


def _two_way(evaluation: Evaluation, outcome: Row) -> list[Table]:
    """Return what a two-way comparison is made of, where that can be told."""
    found = rows_of(evaluation.bacon, outcome["outcome"])
    if not found:
        return []
    return [
        Table(
            section="specifications",
            heading=message("bacon-heading"),
            caption=in_unit("bacon-heading", outcome),
            columns=tuple(message(f"column-effect-{name}") for name in ("pair", "weight", "only")),
            rows=tuple(
                (
                    named("effect-pair", row["kind"]),
                    share(row["weight"], "weight"),
                    effect_number(
                        outcome,
                        row["estimate"],
                        "pair",
                        about=f"{outcome['outcome']}/{row['kind']}",
                        bare=True,
                    ),
                )
                for row in found
            ),
            remarks=(message("bacon-remark"),),
        )
    ]


def evaluation_sensitivity(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return how far the conclusion stands when trends were not the same.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    rows = rows_of(evaluation.sensitivity, outcome["outcome"])
    plots = [plot for kind in KINDS for plot in _plot(outcome, rows, kind)]
    if not plots:
        return []
    about = about_primary(plan, evaluation)
    lines = (message("sensitivity-lead"), *about, _breakdown(outcome))
    return [Sentences(section="sensitivity", messages=lines), *plots]


def _breakdown(outcome: Row) -> Message:
    """Return in words how much drift the effect stands."""
    bound = finite(outcome["breakdown"])
    if bound is None:
        return message("breakdown-none")
    if bound <= 0:
        return message("breakdown-nought")
    return message("breakdown", bound=_times(bound))


def _times(bound: float) -> Number:
    return Number(bound, unit="number", decimals=1 if bound >= 0.1 else 2, statistic="breakdown")


def _plot(outcome: Row, rows: list[dict[str, Any]], kind: str) -> list[SensitivityPlot]:
    mine = sorted((row for row in rows if row["kind"] == kind), key=lambda row: row["bound"])
    found = tuple(_limits(outcome, row) for row in mine if finite(row["bound"]) is not None)
    if not any(row.lower or row.upper for row in found):
        return []
    bound = finite(outcome["breakdown"]) if kind == "relative" else None
    held = sum(_holds(row) for row in found)
    return [
        SensitivityPlot(
            section="sensitivity",
            heading=message(f"effect-drift-{kind}-heading"),
            finding=message(
                f"effect-drift-{kind}-finding",
                held=count(held, "bounds_held"),
                count=count(len(found), "bounds"),
            ),
            axis=axis(outcome, effect=True),
            bounds=message(f"effect-drift-{kind}-bounds"),
            rows=found,
            breakdown=None if bound is None else _times(bound),
        )
    ]


def _limits(outcome: Row, row: Row) -> SensitivityRow:
    about = f"{outcome['outcome']}/{row['kind']}/{row['bound']:g}"
    lower, upper = (
        effect_number(outcome, row[name], f"sensitivity_{name}", about=about)
        for name in ("lower", "upper")
    )
    if row["kind"] == "relative":
        bound = Number(float(row["bound"]), unit="number", decimals=2, kind="label")
    else:
        fine = {"decimals": max(decimals_of(outcome), 0) + (row["bound"] != 0), "signed": False}
        bound = effect_number(outcome, row["bound"], "difference", kind="label", **fine)
    return SensitivityRow(bound, lower, upper)


def _holds(row: SensitivityRow) -> bool:
    if row.lower is None or row.upper is None:
        return False
    return row.lower.value > 0 or row.upper.value < 0


def evaluation_power(plan: EvaluationPlan, evaluation: Evaluation) -> list[Block]:
    """Return how often an effect of each size would be found with so few treated.

    Parameters
    ----------
    plan
        The plan as read from its file.
    evaluation
        What it came to.
    """
    outcome = primary(evaluation)
    rows = sorted(rows_of(evaluation.power, outcome["outcome"]), key=lambda row: row["effect"])
    known = [row for row in rows if finite(row["detected"]) is not None]
    if not known:
        return []
    detectable = size_number(outcome, outcome["detectable"], "detectable_effect")
    return [
        Sentences(
            section="power",
            messages=(
                message("power-lead"),
                *about_primary(plan, evaluation),
                _size(known),
            ),
        ),
        PowerCurve(
            section="power",
            heading=message("power-heading"),
            finding=_power_finding(detectable),
            axis=axis(outcome, effect=True),
            effects=tuple(
                effect_number(outcome, row["effect"], "added_effect", kind="label") for row in known
            ),
            detected=tuple(_detected(outcome, row) for row in known),
            detectable=detectable,
            smallest=size_number(outcome, outcome["smallest_effect"], "smallest_effect"),
        ),
    ]


def _detected(outcome: Row, row: Row) -> Number:
    return Number(
        100 * row["detected"],
        unit="percent",
        decimals=0,
        statistic="detected",
        about=f"{outcome['outcome']}/{row['effect']:g}",
    )


def _size(rows: list[dict[str, Any]]) -> Message:
    """Return how often an effect would be found where there is none."""
    at_nought = [row for row in rows if row["effect"] == 0]
    if not at_nought:
        return message("power-size-unknown")
    return message("power-size", share=share(at_nought[0]["detected"], "false_alarms"))


def _power_finding(detectable: Number | None) -> Message:
    if detectable is None:
        return message("power-finding-none")
    enough = Number(100 * ENOUGH, unit="percent", decimals=0, kind="label")
    return message("power-finding", size=detectable, share=enough)
