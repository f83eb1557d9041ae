"""Costs and values: what it costs, what is put in money and what is not, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.assessment_words import left_out
from impact.report.content.numbers import finite
from impact.report.content.quantity_names import alternative, others, parameter, rate, subject
from impact.report.content.quantity_numbers import chance, estimate, money, share, with_range
from impact.report.message import LocalWords, Message, Year, message, words
from impact.report.quantity_blocks import Acceptability, AcceptabilityCurve, Estimate

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment

SECTION = "economics"
MEASURES = (
    "cost", "benefit", "net_benefit", "benefit_cost_ratio", "probability_positive",
    "cost_per_unit", "switching_price",
)  # fmt: skip
LIKELY = 0.5


def assessment_economics(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return costs, values, prices needed and what more knowledge would be worth.

    Parameters
    ----------
    assessment
        The assessment as read.
    appraisal
        What its calculations come to.
    """
    if left_out(assessment):
        return []
    if assessment.economics is None:
        return [Sentences(section=SECTION, messages=(message("economics-none"),))]
    lines = [line for option in others(assessment) for line in _told(assessment, appraisal, option)]
    if not assessment.economics.prices:
        lines.append(message("economics-no-price"))
    lines += _information(assessment, appraisal)
    blocks: list[Block] = [
        Sentences(section=SECTION, messages=tuple(lines), bullets=True),
        *_measures(assessment, appraisal),
        *_costs(assessment),
        *_prices(assessment),
        *_acceptability(assessment, appraisal),
    ]
    return blocks


def _rows(appraisal: Appraisal, option: str) -> dict[tuple[str, str], dict[str, Any]]:
    table = appraisal.economics
    rows = table[table["alternative"] == option].to_dict("records")
    return {(row["measure"], _text(row["subject"])): row for row in rows}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _told(assessment: Assessment, appraisal: Appraisal, option: str) -> list[Message]:
    """Return one alternative's costs and values in sentences."""
    rows = _rows(appraisal, option)
    title = alternative(assessment, option)
    cost = _money(assessment, rows.get(("cost", "")))
    if cost is None:
        return [message("economics-no-cost", alternative=title)]
    lines = [_spent(title, cost)]
    net = _money(assessment, rows.get(("net_benefit", "")))
    if net is None:
        return lines
    side = "below" if net.value.value < 0 else "above"
    value = with_range(net if side == "above" else _turned(net))
    lines.append(message(f"economics-net-{side}", alternative=title, value=value))
    likely = finite(rows.get(("probability_positive", ""), {}).get("value"))
    if likely is not None:
        number = chance(likely, "probability_positive")
        lines.append(message("economics-chance", alternative=title, chance=number))
    return lines


def _spent(title: Message | LocalWords, cost: Estimate) -> Message:
    """Return a cost or a saving; one that may be either stays a cost with its sign."""
    ends = [one.value for one in (cost.lower, cost.upper) if one is not None]
    either = bool(ends) and min(ends) < 0 < max(ends)
    if cost.value.value < 0 and not either:
        value = with_range(_turned(cost))
        return message("economics-saving", alternative=title, value=value)
    told = message("economics-cost", alternative=title, value=with_range(cost))
    if not either:
        return told
    return message("sentence-pair", first=told, second=message("option-saving"))


def _turned(found: Estimate) -> Estimate:
    """Return a negative amount as what is missing or saved, its bounds turned round."""
    turned = [
        None if one is None else replace(one, value=-one.value)
        for one in (found.value, found.upper, found.lower)
    ]
    return Estimate(*turned)


def _money(assessment: Assessment, row: dict[str, Any] | None) -> Estimate | None:
    if row is None or assessment.economics is None:
        return None
    return money(row, assessment.economics.currency)


def _measures(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return the table of measures, one alternative a column."""
    options = [option for option in others(assessment) if _rows(appraisal, option)]
    found = {option: _rows(appraisal, option) for option in options}
    keys = dict.fromkeys(key for rows in found.values() for key in rows)
    lines: list[tuple[Message, list[Cell]]] = []
    for key in sorted(keys, key=lambda key: MEASURES.index(key[0])):
        cells = [_cell(assessment, found[option].get(key)) for option in options]
        _add_line(lines, _measure(assessment, *key), cells)
    if not lines:
        return []
    scenario = any(row["scenario"] for rows in found.values() for row in rows.values())
    return [
        Table(
            section=SECTION,
            heading=message("economics-table"),
            caption=message("economics-table"),
            columns=(
                message("column-yardstick"),
                *(message("own-words", words=alternative(assessment, one)) for one in options),
            ),
            rows=tuple((label, *cells) for label, cells in lines),
            remarks=_measure_remarks(assessment, scenario=scenario),
        )
    ]


def _add_line(lines: list[tuple[Message, list[Cell]]], label: Message, cells: list[Cell]) -> None:
    """Add a line, or fill the empty cells of one that is called the same."""
    for name, known in lines:
        pairs = list(zip(known, cells, strict=True))
        if name == label and all(one is None or new is None for one, new in pairs):
            known[:] = [new if one is None else one for one, new in pairs]
            return
    lines.append((label, cells))


def _measure_remarks(assessment: Assessment, *, scenario: bool) -> tuple[Message, ...]:
    """Return what the measures rest on; the rate's source, an own text, stands last."""
    economics = assessment.economics
    remarks = [
        message("economics-remark-prices", year=Year(economics.price_year)),
        message("economics-remark-unit"),
    ]
    if scenario:
        remarks.append(message("economics-remark-scenario"))
    source = words(economics.discount_source)
    if not economics.discount_rate:
        return (*remarks, message("economics-remark-no-rate", source=source))
    told = message("economics-remark-rate", rate=rate(economics.discount_rate), source=source)
    return (*remarks, told)


def _measure(assessment: Assessment, measure: str, about: str) -> Message:
    name = f"measure-{measure.replace('_', '-')}"
    if measure in ("cost_per_unit", "switching_price"):
        return message(name, subject=subject(assessment, about))
    return message(name)


def _cell(assessment: Assessment, row: dict[str, Any] | None) -> Cell:
    if row is None:
        return None
    if row["measure"] == "probability_positive":
        cell: Any = chance(row["value"], row["measure"])
    elif row["measure"] == "benefit_cost_ratio":
        cell = with_range(estimate(row, "ratio", 2))
    else:
        cell = with_range(_money(assessment, row))
    if cell is None:
        return message("economics-not-calculable")
    return message("value-scenario", value=cell) if row["scenario"] else cell


def _costs(assessment: Assessment) -> list[Block]:
    """Return the costs a year as the file states them."""
    economics = assessment.economics
    rows = []
    for cost in economics.costs.values():
        given = cost.per_year
        row = {"value": given.central, "lower": given.low, "upper": given.high}
        years = message("years-range", first=Year(cost.first_year), last=Year(cost.last_year))
        source = given.source or given.reason
        rows.append(
            (
                words(cost.title),
                alternative(assessment, cost.alternative),
                years,
                with_range(money(row, economics.currency, stated=True, kind="label")),
                words(cost.payer) if cost.payer else None,
                words(source) if source else None,
            )
        )
    names = ("cost-item", "option", "cost-years", "per-year", "payer", "rests-on")
    return _table("economics-costs", names, rows)


def _prices(assessment: Assessment) -> list[Block]:
    """Return the prices the analyst states, with source and year."""
    economics = assessment.economics
    rows = []
    for price in economics.prices:
        given = price.price
        row = {"value": given.central, "lower": given.low, "upper": given.high}
        value = with_range(money(row, economics.currency, stated=True, kind="label"))
        about = subject(assessment, price.quantity)
        rows.append((about, value, words(price.source), str(price.source_year)))
    remark = message("economics-prices-stated")
    return _table("economics-prices", ("priced", "unit-price", "source", "year"), rows, remark)


def _table(
    caption: str, names: tuple[str, ...], rows: list[tuple], *remarks: Message
) -> list[Block]:
    if not rows:
        return []
    return [
        Table(
            section=SECTION,
            heading=message(caption),
            caption=message(caption),
            columns=tuple(message(f"column-{name}") for name in names),
            rows=tuple(rows),
            remarks=remarks,
        )
    ]


def _information(assessment: Assessment, appraisal: Appraisal) -> list[Message]:
    """Return in a sentence what more knowledge before the decision would be worth at most."""
    table = appraisal.information.dropna(subset=["value"])
    total = table[table["parameter"] == "all"]
    if total.empty:
        return []
    everything = _money(assessment, total.iloc[0].to_dict())
    if everything is None or everything.value.value <= 0:
        return [message("information-none")]
    lines = [message("information-all", value=everything.value)]
    single = table[(table["parameter"] != "all") & (table["value"] > 0)]
    if len(single):
        best = single.loc[single["value"].idxmax()].to_dict()
        value = _money(assessment, best)
        name = parameter(assessment, best["parameter"])
        lines.append(message("information-one", parameter=name, value=value.value))
    return lines


def _acceptability(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return how probable it is that a price covers the cost, one drawing for each subject."""
    table = appraisal.acceptability
    table = table[table["alternative"].isin(others(assessment))]
    return [
        _curves(assessment, about, rows)
        for about, rows in table.groupby("subject", sort=False, dropna=False)
        if rows["threshold"].nunique() > 1
    ]


def _curves(assessment: Assessment, about: str, rows: pd.DataFrame) -> Acceptability:
    currency = assessment.economics.currency.lower()
    curves = []
    for option, mine in rows.groupby("alternative", sort=False):
        mine = mine.sort_values("threshold")
        prices = [
            money({"value": one}, currency, stated=True, kind="label") for one in mine["threshold"]
        ]
        curves.append(
            AcceptabilityCurve(
                alternative(assessment, option),
                tuple(price.value for price in prices),
                tuple(share(one, "acceptability") for one in mine["probability"]),
            )
        )
    title = subject(assessment, about)
    return Acceptability(
        section=SECTION,
        heading=message("acceptability-heading", subject=title),
        finding=_enough(assessment, rows),
        axis=message("acceptability-axis", unit=message(f"axis-{currency}")),
        curves=tuple(curves),
    )


def _enough(assessment: Assessment, rows: pd.DataFrame) -> Message:
    """Return the lowest price that covers the cost more likely than not, of the best option."""
    likely = rows[rows["probability"] >= LIKELY]
    if likely.empty:
        highest = money({"value": rows["threshold"].max()}, assessment.economics.currency)
        return message("acceptability-never", price=highest.value)
    best = likely.loc[likely["threshold"].idxmin()]
    price = money({"value": best["threshold"]}, assessment.economics.currency)
    title = alternative(assessment, best["alternative"])
    return message("acceptability-found", alternative=title, price=price.value)
