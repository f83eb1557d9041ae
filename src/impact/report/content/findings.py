"""Where are we? At most three findings, each of which passed its test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Finding, Findings
from impact.report.content.numbers import change, count, figure, reference_name, verdict
from impact.report.message import IndicatorName, Message, Year, message

if TYPE_CHECKING:
    from impact.overviews import Overview, PlaceFigures

SHOWN = 3


def finding_message(figures: Overview, row: Mapping[str, Any]) -> Message:
    """Return the sentence of one finding of an overview."""
    name = IndicatorName(row["indicator"])
    kind = figures.reference_kind(row["indicator"])
    against = reference_name(figures.country, kind)
    if row["kind"] == "comparison":
        latest = figures.at(row["place"]).latest[row["indicator"]]
        return message(
            f"finding-{row['verdict']}",
            indicator=name,
            value=figure(latest),
            year=Year(int(latest["year"])),
            reference=figure(latest, "country_median", place=figures.country),
            reference_name=against,
        )
    relative = row["kind"] == "trend_relative"
    period = {"first": Year(int(row["first_year"])), "last": Year(int(row["last_year"]))}
    slope = change({**row, "year": row["last_year"]}, statistic=f"{row['kind']}_slope")
    if relative:
        identifier = f"finding-{row['verdict']}-relative"
        return message(identifier, indicator=name, slope=slope, reference_name=against, **period)
    return message(f"finding-{row['verdict']}", indicator=name, slope=slope, **period)


def chosen(here: PlaceFigures) -> list[Mapping[str, Any]]:
    """Return the findings page one shows: the largest, of headline indicators, one each.

    When there are both good and bad ones, both are shown.
    """
    seen: set[str] = set()
    largest = []
    for row in here.findings:
        if row["headline"] and row["indicator"] not in seen:
            seen.add(row["indicator"])
            largest.append(row)
    shown = largest[:SHOWN]
    missing = {True, False} - {bool(row["good"]) for row in shown if row["good"] is not None}
    if len(shown) == SHOWN and len(missing) == 1:
        others = [row for row in largest[SHOWN:] if row["good"] in missing]
        shown = shown[:-1] + others[:1] if others else shown
    return shown


def findings(figures: Overview, place: str) -> Findings:
    """Return page one's findings on a municipality, or the sentence that there are none."""
    here = figures.at(place)
    shown = chosen(here)
    general = reference_name(figures.country, figures.reference_kind())
    items = tuple(
        Finding(
            message=finding_message(figures, row),
            verdict=verdict(
                "comparison" if row["kind"] == "comparison" else "trend", row["verdict"]
            ),
            indicator=row["indicator"],
        )
        for row in shown
    )
    return Findings(
        section="where_now",
        items=items,
        none=None if items else _none(here, general),
        remarks=tuple(_remarks(here, len(shown), general)),
    )


def _none(here: PlaceFigures, against: Message) -> Message:
    if not here.latest:
        return message("findings-no-figures")
    if here.tested():
        return message("findings-none", reference_name=against)
    return message("findings-none-testable")


def _remarks(here: PlaceFigures, shown: int, against: Message) -> list[Message]:
    remarks = []
    if len(here.findings) > shown:
        remarks.append(message("findings-more", count=count(len(here.findings) - shown, "more")))
    tested = here.tested("comparison")
    unclear = tested - sum(here.count_findings("comparison").values())
    if unclear:
        numbers = {"unclear": count(unclear, "unclear"), "tested": count(tested, "tested")}
        remarks.append(message("findings-unclear", reference_name=against, **numbers))
    untested = len(here.compared) - tested
    if untested:
        remarks.append(message("findings-untested", count=count(untested, "untested")))
    if here.tested():
        remarks.append(message("findings-rule", tests=count(here.tested(), "tests")))
    return remarks
