"""What happens when need weighs more or less, and where one more group helps most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Sentences, Table
from impact.report.capacity_blocks import SweepRow, WeightSweep
from impact.report.content.capacity_words import (
    MILLION,
    Row,
    caption,
    counted,
    is_simulated,
    money,
    named,
    people,
    programme_name,
    stable_programmes,
)
from impact.report.content.numbers import finite
from impact.report.message import Interval, Message, Number, PlaceName, message

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile

MOST_LISTED = 15


def capacity_weights(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return how places by programme change as need weighs from nothing to everything.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    found = capacity.sweep.sort_values(["programme", "weight"]).to_dict("records")
    if not found:
        return [Sentences(section="weights", messages=(message("capacity-weights-none"),))]
    weights = sorted({row["weight"] for row in found})
    step = Number(100 * plan.assumptions.need_step, "percent", 0, statistic="need_step")
    lead = Sentences(section="weights", messages=(message("capacity-weights-lead", step=step),))
    signs = stable_programmes(capacity)
    of = len({row["programme"] for row in found})
    numbers = {word: counted(found, len(codes), f"stable_{word}") for word, codes in signs.items()}
    rest = counted(found, of - sum(map(len, signs.values())), "depend_on_weight")
    drawing = WeightSweep(
        section="weights",
        heading=message("capacity-weights-heading"),
        finding=message("capacity-weights-finding", **numbers, depends=rest),
        caption=message("capacity-weights-table"),
        axis=message("capacity-axis-change"),
        weights=tuple(Number(100 * one, "percent", 0, kind="label") for one in weights),
        rows=tuple(_sweep(found, weights)),
        simulated=is_simulated(found),
        remarks=(message("capacity-weights-remark"),),
    )
    return [lead, drawing]


def _sweep(found: list[dict[str, Any]], weights: list[float]) -> list[SweepRow]:
    """Return a row a programme, the largest change by choice alone first."""
    by_programme: dict[str, dict[float, Row]] = {}
    for row in found:
        by_programme.setdefault(row["programme"], {})[row["weight"]] = row
    rows = [
        (_first(at, weights), _sweep_row(code, at, weights)) for code, at in by_programme.items()
    ]
    return [row for _, row in sorted(rows, key=lambda pair: -pair[0])]


def _first(at: dict[float, Row], weights: list[float]) -> float:
    row = at.get(weights[0])
    return (finite(row["change"]) if row else None) or 0.0


def _sweep_row(code: str, at: dict[float, Row], weights: list[float]) -> SweepRow:
    first = next(iter(at.values()))
    stable = bool(first["stable"])
    verdict = named("capacity-sign", first["class"]) if stable else message("capacity-sign-depends")
    return SweepRow(
        label=programme_name(code),
        changes=tuple(_change(at.get(weight)) for weight in weights),
        stable=stable,
        verdict=verdict,
    )


def _change(row: Row | None) -> Number | None:
    if row is None:
        return None
    about = f"{row['programme']}/{100 * row['weight']:.0f}"
    fields = {"signed": True, "kind": "change", "about": about}
    return people(row["change"], "change_of_places", row, **fields)


def capacity_one_more(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return where one more group places most young people, and what it costs.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    found = capacity.one_more.to_dict("records")
    found = [row for row in found if (finite(row["pupils"]) or 0.0) >= 0.5]
    found.sort(key=lambda row: (-row["pupils"], -(finite(row["value"]) or 0.0)))
    if not found:
        return [Sentences(section="one_more", messages=(message("capacity-one-more-none"),))]
    names = ("school-place", "programme", "placed", "saved", "cost-year", "worth", "worth-range")
    shown = found[:MOST_LISTED]
    total = counted(found, len(found), "groups_that_help")
    return [
        Sentences(
            section="one_more",
            messages=(message("capacity-one-more-lead", count=total),),
        ),
        Table(
            section="one_more",
            heading=message("capacity-one-more-heading"),
            caption=caption("capacity-one-more-heading", shown),
            columns=tuple(message(f"capacity-column-{name}") for name in names),
            rows=tuple(_helps(plan, row) for row in shown),
            remarks=(message("capacity-one-more-remark"),),
        ),
    ]


def _helps(plan: CapacityFile, row: Row) -> tuple[Any, ...]:
    wide = max(abs(finite(row[name]) or 0.0) for name in ("value", "lower", "upper"))
    given = {"millions": wide >= MILLION, "place": row["place"], "about": row["programme"]}
    given |= {"status": row["status"]}

    def amount(name: str) -> Number | None:
        return money(row[name], plan.country, f"one_more_{name}", **given)

    return (
        PlaceName(row["place"]),
        programme_name(row["programme"]),
        people(row["pupils"], "placed_by_one_more", row),
        people(row["minutes"], "minutes_saved", row, unit="minutes"),
        money(row["cost"], plan.country, "one_more_cost", **given | {"millions": False}),
        amount("value"),
        _range(amount("lower"), amount("upper")),
    )


def _range(low: Number | None, high: Number | None) -> Interval | Message | None:
    """Return limits as an interval; in words where one is below nought or their units differ."""
    if low is None or high is None:
        return None
    if low.unit != high.unit or low.value < 0:
        return message("range-signed", low=low, high=high)
    return Interval(low, high)
