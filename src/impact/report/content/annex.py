"""Annexes with which a reader checks and repeats the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import impact
from impact.report.annex_blocks import (
    Card,
    Cards,
    Provenance,
    Values,
)
from impact.report.blocks import (
    Cell,
    Table,
)
from impact.report.content.numbers import count, finite, verdict
from impact.report.message import (
    IndicatorName,
    Message,
    Number,
    PlaceName,
    Year,
    message,
    words,
)

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews import Overview, RegionFigures
    from impact.run.params.plan import Plan


def cards(figures: Overview, place: str) -> Cards:
    """Return one card per indicator shown: definition, source, years, breaks, uncertainty."""
    here = figures.at(place)
    made = []
    for identifier, series in here.series.items():
        newest = here.latest.get(identifier, {})
        made.append(
            Card(
                indicator=identifier,
                first_year=int(series["year"].min()),
                last_year=int(series["year"].max()),
                vintage=newest.get("vintage"),
                source=newest.get("source"),
            )
        )
    return Cards(section="annex", cards=tuple(made))


def region_cards(figures: Overview, region: RegionFigures) -> Cards:
    """Return one card per indicator the region's report shows."""
    newest = region.latest.sort_values("year").drop_duplicates("indicator", keep="last")
    rows = {row["indicator"]: row for row in newest.to_dict("records")}
    first = region.values.dropna(subset="value").groupby("indicator")["year"].min()
    made = [
        Card(
            indicator=one.id,
            first_year=int(first[one.id]),
            last_year=int(rows[one.id]["year"]),
            vintage=rows[one.id]["vintage"],
            source=rows[one.id]["source"],
        )
        for one in figures.indicators
        if one.id in rows
    ]
    return Cards(section="annex", cards=tuple(made))


def full_table(figures: Overview, place: str) -> Values:
    """Return every value of the municipality used in the report, with its status and source."""
    table = figures.at(place).values

    def limits(column: str) -> tuple[float | None, ...]:
        return tuple(finite(value) for value in table[column])

    return Values(
        section="annex",
        place=place,
        indicators=tuple(table["indicator"]),
        years=tuple(int(year) for year in table["year"]),
        groups=tuple(table["group"]),
        values=limits("value"),
        lower=limits("lower"),
        upper=limits("upper"),
        statuses=tuple(table["status"]),
        vintages=tuple(table["vintage"]),
    )


def diagnostics(figures: Overview, place: str) -> Table:
    """Return what each verdict rests on: test, years, uncertainty, p-value before and after."""
    here = figures.at(place)
    rows = []
    for row in here.tests.to_dict("records"):
        family = "comparison" if row["kind"] in ("comparison", "gap") else "trend"
        rows.append(
            (
                IndicatorName(row["indicator"]),
                message(f"test-{row['kind'].replace('_', '-')}"),
                message(f"basis-{row['basis'].replace('_', '-')}"),
                _years(row),
                _p_value(row, "p_value"),
                _p_value(row, "adjusted"),
                verdict(family, row["verdict"]),
            )
        )
    names = ("indicator", "test", "basis", "years-used", "p-value", "p-value-adjusted", "verdict")
    return _table("table-diagnostics", names, rows)


def _years(row: Mapping) -> str:
    first, last = finite(row["first_year"]), finite(row["last_year"])
    if first is None or last is None:
        return ""
    return str(int(last)) if first == last else f"{int(first)}–{int(last)}"


def _p_value(row: Mapping, column: str) -> Number | None:
    value = finite(row[column])
    if value is None:
        return None
    return Number(
        value,
        unit="number",
        decimals=4,
        statistic=f"{row['kind']}_{column}",
        indicator=row["indicator"],
        place=row["place"],
    )


def omissions(figures: Overview, plan: Plan, place: str) -> Table:
    """Return what the report leaves out and why: missing, too old, protected, never measured."""
    here = figures.at(place)
    rows: list[tuple[Cell, ...]] = []
    for identifier, reason in here.omitted.items():
        if reason.startswith("too_old"):
            text = message("omission-too-old", year=Year(int(reason.split(":")[1])))
        else:
            text = message(f"omission-{reason.replace('_', '-')}")
        rows.append((IndicatorName(identifier), text))
    rows.extend((words(text), message("omission-no-register")) for text in plan.unmeasured)
    return _table("table-omissions", ("indicator", "reason"), rows)


def peers(figures: Overview, plan: Plan, place: str) -> Table:
    """Return the comparable municipalities and who or what made them comparable."""
    table = figures.at(place).peers
    names = ("place", "distance") if "distance" in table else ("place",)
    rows = [_peer(row)[: len(names)] for row in table.to_dict("records")]
    return _table("table-peers", names, rows, remarks=(_peers_remark(plan),))


def _peer(row: Mapping) -> tuple[Cell, ...]:
    distance = finite(row.get("distance"))
    if distance is None:
        return (PlaceName(row["peer"]), None)
    return (
        PlaceName(row["peer"]),
        Number(distance, unit="number", decimals=2, statistic="distance", place=row["peer"]),
    )


def _peers_remark(plan: Plan) -> Message:
    if plan.peers is None:
        return message("peers-none")
    if plan.peers.kind == "official":
        return message("peers-official", theme=words(plan.peers.theme, "sv"))
    return message("peers-distance", count=count(plan.peers.k, "peers"))


def provenance(figures: Overview, plan: Plan, place: str) -> Provenance:
    """Return what the report was made of and the command that makes it again."""
    here = figures.at(place)
    command = f"impact run {plan.file} --year {figures.year} --only {place}"
    return _provenance(plan, here.digest, here.values, command)


def region_provenance(figures: Overview, plan: Plan, region: RegionFigures) -> Provenance:
    """Return what the region's report was made of and the command that makes it again."""
    command = f"impact run {plan.file} --year {figures.year}"
    return _provenance(plan, region.digest, region.values, command)


def _provenance(plan: Plan, digest: str, values: pd.DataFrame, command: str) -> Provenance:
    """Name what this report used alone: a figure or a text of another place changes no line.

    All snapshots and the digest of the params file stand in the report's manifest.
    """
    facts = {
        "digest": digest,
        "rows": str(len(values)),
        "sources": _sources(values),
        "params": plan.file,
        "version": impact.__version__,
        "command": command,
    }
    return Provenance(section="annex", facts={name: text for name, text in facts.items() if text})


def _sources(values: pd.DataFrame) -> str:
    """Return the sources of some rows with the first and the last day they were read."""
    days = values.groupby("source")["vintage"].agg(["min", "max"])
    return ", ".join(
        f"{source} {first}" if first == last else f"{source} {first} – {last}"
        for source, first, last in days.itertuples()
    )


def _table(
    caption: str, names: tuple[str, ...], rows: list, remarks: tuple[Message, ...] = ()
) -> Table:
    return Table(
        section="annex",
        caption=message(caption),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=tuple(rows),
        remarks=remarks,
    )
