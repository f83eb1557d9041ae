"""What a plan of places is made of: its tables, whether they are simulated, and how it was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import impact
from impact.report.annex_blocks import Provenance
from impact.report.assessment_blocks import Fact, FactList
from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.capacity_words import Row, money, rows_of, sum_of, without_place
from impact.report.content.numbers import count, finite
from impact.report.message import Number, Year, message, words

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile

TABLES = ("applicants", "places", "flows", "need", "travel", "price", "cohorts", "eligibility",
          "home_municipality")  # fmt: skip


def capacity_inputs(plan: CapacityFile, capacity: CapacityPlan) -> list[Block]:
    """Return what the figures are and where they are from, and what was assumed.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    kind = "simulated" if capacity.simulated else "real"
    lead = Sentences(section="inputs", messages=(message(f"capacity-inputs-{kind}"),))
    return [lead, *_tables(capacity), _assumptions(plan, capacity), _provenance(plan)]


def _tables(capacity: CapacityPlan) -> list[Block]:
    found = capacity.inputs.to_dict("records")
    if not found:
        return []
    names = ("table", "rows", "simulated-rows", "source")
    return [
        Table(
            section="inputs",
            heading=message("capacity-inputs-heading"),
            caption=message("capacity-inputs-heading"),
            columns=tuple(message(f"capacity-column-{name}") for name in names),
            rows=tuple(_input(row) for row in found),
        )
    ]


def _input(row: Row) -> tuple[Cell, ...]:
    name, source = str(row["table"]), row["source"]
    known = name in TABLES
    about = {"about": name}
    return (
        message(f"capacity-table-{name.replace('_', '-')}") if known else words(name),
        Number(float(row["rows"]), decimals=0, statistic="rows", **about),
        Number(float(row["simulated"]), decimals=0, statistic="rows_simulated", **about),
        words(source) if isinstance(source, str) and source else None,
    )


def _assumptions(plan: CapacityFile, capacity: CapacityPlan) -> FactList:
    given, judged = plan.assumptions, plan.objective
    sharing = "capacity-sharing-even" if given.share_evenly else "capacity-sharing-near"

    def number(value: float, unit: str, statistic: str) -> Number:
        return Number(float(value), unit, 0, statistic=statistic)

    facts = {
        "planned-year": Year(capacity.year),
        "counted-year": Year(capacity.horizon),
        "need-weight": number(100 * capacity.weight, "percent", "need_weight"),
        "need-step": number(100 * given.need_step, "percent", "need_step"),
        "travel-limit": number(given.travel_limit, "minutes", "travel_limit"),
        "smallest-group": number(100 * given.smallest_group, "percent", "smallest_group"),
        "shrinkage": number(given.shrinkage, "count", "shrinkage"),
        "sharing": message(sharing),
        "unmet-cost": money(judged.unmet, plan.country, "unmet_cost"),
        "minute-cost": money(judged.minute, plan.country, "minute_cost"),
        "equity-cost": money(judged.equity, plan.country, "equity_cost"),
        "scenarios": count(plan.scenarios.draws, "scenarios"),
        "preparatory": number(100 * plan.eligibility.preparatory, "percent", "preparatory_share"),
        "preparatory-source": words(plan.eligibility.preparatory_source),
    }
    return FactList(
        section="inputs",
        heading=message("capacity-assumptions"),
        facts=tuple(
            Fact(message(f"capacity-assumed-{name}"), value)
            for name, value in facts.items()
            if value is not None
        ),
        remarks=(message("capacity-assumptions-remark"),),
    )


def _provenance(plan: CapacityFile) -> Provenance:
    facts = {
        "params": f"{plan.file} ({plan.digest})",
        "version": impact.__version__,
        "command": f"impact capacity {plan.file}",
    }
    return Provenance(section="annex", facts=facts)


def capacity_key_figures(capacity: CapacityPlan) -> str:
    """Return sums of pupils, places, those without a place, and programmes as fixed-width text."""
    schools = capacity.schools.to_dict("records")
    counted = rows_of(capacity.cohorts, scenario="counted", year=capacity.horizon)
    central = rows_of(capacity.cohorts, scenario="central", year=capacity.year)
    lines = [
        f"{capacity.capacity}: simulated {capacity.simulated}, weight {capacity.weight:g}",
        f"leave grade 9: {_sum(counted)} in {capacity.horizon}, {_sum(central)} in {capacity.year}",
        f"places: {_sum(schools, 'places')} today, {_sum(schools, 'places_planned')} planned",
    ]
    for plan in ("free", "planned"):
        lines.append(f"without a place, {plan:8} {without_place(capacity.unmet, plan):8.1f}")
    for row in rows_of(capacity.programmes, year=capacity.year):
        numbers = " ".join(f"{name} {_plain(row[name])}" for name in ("demand", "places", "unmet"))
        lines.append(f"{row['programme']:4} {numbers}")
    return "\n".join(lines)


def _sum(rows: list[dict[str, object]], column: str = "pupils") -> str:
    found = sum_of(rows, column)
    return "-" if found is None else f"{found.value:.0f}"


def _plain(value: object) -> str:
    known = finite(value)
    return "-" if known is None else f"{known:.1f}"
