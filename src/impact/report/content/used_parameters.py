"""Every number an assessment rests on, with its source and how far it may be trusted here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.assessment_words import left_out
from impact.report.content.numbers import finite
from impact.report.content.quantity_names import basis, parameter, study_of, subject
from impact.report.content.quantity_numbers import (
    decimals,
    estimate,
    money,
    unit_of,
    with_range,
)
from impact.report.message import Interval, Message, Number, message, words
from impact.report.quantity_blocks import ParameterCard, ParameterCards

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment

SECTION = "annex"
CURRENCIES = ("eur", "sek", "nok", "gbp")
SHARES = ("reach", "transfer")
TEXTS = ("outcome", "contrast", "design", "population", "transfer", "note")


def assessment_parameters(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return the table of every number that went in, and a card for every study's effect.

    Parameters
    ----------
    assessment
        The assessment as read.
    appraisal
        What its calculations come to.
    """
    if left_out(assessment):
        return []
    used = appraisal.used.to_dict("records")
    if not used:
        return [Sentences(section=SECTION, messages=(message("parameters-none"),))]
    names = ("number", "value", "shape", "served", "rests-on")
    table = Table(
        section=SECTION,
        heading=message("parameters-heading"),
        caption=message("parameters-heading"),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=tuple(_row(assessment, row) for row in used),
        remarks=(message("parameters-remark"),),
    )
    cards = tuple(_cards(assessment, used))
    return [table, ParameterCards(section=SECTION, cards=cards)] if cards else [table]


def _row(assessment: Assessment, row: dict[str, Any]) -> tuple[Cell, ...]:
    shape = str(row["distribution"]).replace("_", "-")
    return (
        parameter(assessment, row["parameter"]),
        _value(row),
        message(f"shape-{shape}"),
        _served(assessment, row),
        _basis(assessment, row),
    )


def _basis(assessment: Assessment, row: dict[str, Any]) -> Cell:
    found = basis(assessment, row["parameter"])
    if not row["scenario"]:
        return found
    given = words(found) if isinstance(found, str) else found
    return message("basis-scenario", basis=given)


def _served(assessment: Assessment, row: dict[str, Any]) -> Cell:
    """Return which quantity or cost a number served; several may share a study's effect."""
    key, role = str(row["parameter"]), row["role"]
    if key.startswith("cost:"):
        return message("served-costs")
    if key.startswith("parameter:"):
        whose = key.partition(":")[2]
        users = [
            words(one.title)
            for one in assessment.quantities.values()
            if whose in (one.parameter, *(level.risk for level in one.exposures))
        ]
        return _listed(users) if users else None
    return subject(assessment, role)


def _listed(texts: list) -> Any:
    told = texts[0]
    for text in texts[1:]:
        told = message("listed", first=told, second=text)
    return told


def _value(row: dict[str, Any]) -> Cell:
    """Return a number with its bounds, or the range of places that each have their own."""
    named = {"value": row["central"], "lower": row["lower"], "upper": row["upper"]}
    kind = str(row["parameter"]).partition(":")[0]
    unit = unit_of(row["unit"])
    if unit in CURRENCIES:
        return with_range(money(named, unit, stated=True, kind="label"))
    if kind in SHARES:
        known = {key: finite(value) for key, value in named.items()}
        named = {key: None if v is None else 100 * v for key, v in known.items()}
        unit = "percent"
    places = 0 if kind in SHARES else decimals(unit, [finite(v) for v in named.values()])
    places = max(places, 2 if unit == "ratio" else 0)
    if finite(named["value"]) is None:
        return _span(named, unit, places)
    return with_range(estimate(named, unit, places, kind="label"))


def _span(named: dict[str, Any], unit: str, places: int) -> Message | None:
    lower, upper = finite(named["lower"]), finite(named["upper"])
    if lower is None or upper is None:
        return None
    ends = (Number(one, unit, places, kind="label") for one in (lower, upper))
    return message("value-by-place", range=Interval(*ends))


def _cards(assessment: Assessment, used: list[dict[str, Any]]) -> list[ParameterCard]:
    cards = []
    for row in used:
        kind, _, whose = str(row["parameter"]).partition(":")
        study = study_of(assessment, whose) if kind == "parameter" else None
        if study is not None:
            cards.append(_card(study, scenario=bool(row["scenario"])))
    return cards


def _card(study: Any, *, scenario: bool) -> ParameterCard:
    row = {"value": study.central, "lower": study.lower, "upper": study.upper}
    places = 2 if study.central < 10 else 1
    value = with_range(estimate(row, unit_of(study.unit), places, kind="label"))
    facts: list[tuple[str, Any]] = [
        ("value", value),
        ("measure", message(f"effect-measure-{study.measure.replace('_', '-')}")),
        ("causal", message(f"causal-{study.causal}")),
    ]
    facts += [(name, words(getattr(study, name))) for name in TEXTS if getattr(study, name)]
    for name in ("citation", "doi", "url", "seen_in"):
        if getattr(study, name):
            facts.append((name.replace("_", "-"), getattr(study, name)))
    return ParameterCard(name=words(study.name), facts=tuple(facts), scenario=scenario)
