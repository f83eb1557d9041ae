"""What the places of a plan cost a year, and what if pupils or assumptions turn out otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.capacity_front import plan_cost
from impact.report.content.capacity_words import (
    NOW,
    PLANNED,
    Row,
    caption,
    is_simulated,
    minutes,
    money,
    named,
    people,
    programme_name,
    share,
)
from impact.report.content.numbers import count, finite
from impact.report.message import Interval, LocalWords, Message, Number, message, words

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile

MEASURES = ("unmet", "empty", "minutes", "places", "cost", "within_45", "within_60", "objective")
"""What scenarios and other assumptions are judged by."""


def capacity_money(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return what all places cost a year today, by the plan and by weight, and by programme.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    found = capacity.costs.to_dict("records")
    totals = {name: plan_cost(plan, capacity, name) for name in (NOW, PLANNED)}
    if any(one is None for one in totals.values()):
        return [Sentences(section="money", messages=(message("capacity-money-none"),))]
    lead = message("capacity-money-lead", now=totals[NOW], planned=totals[PLANNED])
    blocks: list[Block] = [Sentences(section="money", messages=(lead,))]
    return [*blocks, *_by_weight(plan, found), _by_programme(plan, found)]


def _by_weight(plan: CapacityFile, found: list[dict[str, Any]]) -> list[Block]:
    rows = [row for row in found if row["plan"] not in (NOW, PLANNED)]
    weights = sorted({row["weight"] for row in rows if finite(row["weight"]) is not None})
    if not weights:
        return []
    return [
        Table(
            section="money",
            heading=message("capacity-money-weights"),
            caption=caption("capacity-money-weights", rows),
            columns=tuple(
                message(f"capacity-column-{name}") for name in ("need-weight", "places", "amount")
            ),
            rows=tuple(_weighed(plan, rows, weight) for weight in weights),
        )
    ]


def _weighed(plan: CapacityFile, rows: list[dict[str, Any]], weight: float) -> tuple[Cell, ...]:
    mine = [row for row in rows if row["weight"] == weight]
    status = "simulated" if is_simulated(mine) else "ok"
    about = {"about": f"{100 * weight:.0f}", "status": status}
    places = [value for row in mine if (value := finite(row["places"])) is not None]
    amounts = [value for row in mine if (value := finite(row["amount"])) is not None]
    return (
        Number(100 * weight, "percent", 0, kind="label"),
        people(sum(places), "places", **about) if places else None,
        money(sum(amounts), plan.country, "cost", **about) if amounts else None,
    )


def _by_programme(plan: CapacityFile, found: list[dict[str, Any]]) -> Table:
    pairs: dict[str, dict[str, Row]] = {}
    for row in found:
        if row["plan"] in (NOW, PLANNED):
            pairs.setdefault(row["programme"], {})[row["plan"]] = row
    names = ("programme", "price", "places", "amount-now", "planned", "amount-planned")
    rows = [row for row in found if row["plan"] in (NOW, PLANNED)]
    return Table(
        section="money",
        heading=message("capacity-money-programmes"),
        caption=caption("capacity-money-programmes", rows),
        columns=tuple(message(f"capacity-column-{name}") for name in names),
        rows=tuple(_programme(plan, code, pair) for code, pair in pairs.items()),
        remarks=(message("capacity-money-remark"),),
    )


def _programme(plan: CapacityFile, code: str, pair: dict[str, Row]) -> tuple[Cell, ...]:
    known = next(iter(pair.values()))
    about = {"about": code}
    price = money(known["price"], plan.country, "price", **about, status=known["status"])
    cells: list[Cell] = [programme_name(code), price]
    for name in (NOW, PLANNED):
        row = pair.get(name)
        if row is None:
            cells += [None, None]
            continue
        status = {"status": row["status"]} if row["status"] == "simulated" else {}
        cells.append(people(row["places"], f"places_{name}", row))
        cells.append(money(row["amount"], plan.country, f"cost_{name}", **about, **status))
    return tuple(cells)


def capacity_robustness(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return how the plan does over scenarios of pupils, and under other assumptions.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    blocks: list[Block] = [*_over_scenarios(plan, capacity), *_sensitivity(plan, capacity)]
    if not blocks:
        return [Sentences(section="robustness", messages=(message("capacity-robustness-none"),))]
    lead = Sentences(section="robustness", messages=(message("capacity-robustness-lead"),))
    return [lead, *blocks]


def _over_scenarios(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    found = [row for row in capacity.robustness.to_dict("records") if row["measure"] in MEASURES]
    if not found:
        return []
    names = ("measure", "plan", "median", "ten-ninety", "worst", "scenarios")
    return [
        Table(
            section="robustness",
            heading=message("capacity-robustness-heading"),
            caption=caption("capacity-robustness-heading", found),
            columns=tuple(message(f"capacity-column-{name}") for name in names),
            rows=tuple(_scenario(plan, row) for row in found),
            remarks=(message("capacity-robustness-remark"),),
        )
    ]


def _scenario(plan: CapacityFile, row: Row) -> tuple[Cell, ...]:
    low, high = _measure(plan, row, "low"), _measure(plan, row, "high")
    return (
        named("capacity-measure", row["measure"]),
        plan_name(row["plan"]),
        _measure(plan, row, "median"),
        None if low is None or high is None else Interval(low, high),
        _measure(plan, row, "worst"),
        count(int(row["scenarios"]), "scenarios"),
    )


def plan_name(name: str) -> Message:
    """Return what a plan of places is called."""
    return named("capacity-plan", name)


def _measure(plan: CapacityFile, row: Row, column: str, **fields: Any) -> Number | None:
    """Return a figure of one measure in its own unit."""
    measure, statistic = row["measure"], f"{row['measure']}_{column}"
    if measure == "minutes":
        return minutes(row[column], statistic, row, **{"decimals": 1} | fields)
    if measure in ("cost", "objective"):
        return money(row[column], plan.country, statistic, **fields)
    if measure.startswith("within"):
        return share(row[column], statistic, row, **fields)
    return people(row[column], statistic, row, **fields)


def _sensitivity(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return a row for the plan as it is, and one for each other assumption."""
    found = [row for row in capacity.sensitivity.to_dict("records") if row["measure"] in MEASURES]
    if not found:
        return []
    measures = list(dict.fromkeys(row["measure"] for row in found))
    variants: dict[str, dict[str, Row]] = {}
    for row in found:
        variants.setdefault(row["variant"], {})[row["measure"]] = row
    base = {measure: row for pair in variants.values() for measure, row in pair.items()}
    rows = [_variant(plan, message("capacity-as-planned"), base, measures, "base")]
    rows += [
        _variant(plan, _variant_name(name), pair, measures, "value")
        for name, pair in variants.items()
    ]
    return [
        Table(
            section="robustness",
            heading=message("capacity-sensitivity-heading"),
            caption=caption("capacity-sensitivity-heading", found),
            columns=(
                message("capacity-column-assumption"),
                *(named("capacity-measure", measure) for measure in measures),
            ),
            rows=tuple(rows),
        )
    ]


VARIANTS = (
    "no_migration",
    "last_three",
    "counted_at_school",
    "travel_limit_45",
    "travel_limit_90",
    "shrinkage_0",
    "shrinkage_500",
    "everyone_eligible",
)
"""Other assumptions that have words of their own."""


def _variant_name(name: str) -> Message | LocalWords:
    return named("capacity-variant", name) if name in VARIANTS else words(name)


def _variant(
    plan: CapacityFile,
    name: Message | LocalWords,
    found: Mapping[str, Row],
    measures: Sequence[str],
    column: str,
) -> tuple[Cell, ...]:
    cells: list[Cell] = [name]
    for measure in measures:
        row = found.get(measure)
        about = {"about": "base" if column == "base" or row is None else row["variant"]}
        cells.append(None if row is None else _measure(plan, row, column, **about))
    return tuple(cells)
