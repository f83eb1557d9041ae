"""What makes an index differ from comparable municipalities, and what changed it since then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from impact import catalogue
from impact.report.blocks import Cell, Sentences, Table
from impact.report.content.index_numbers import (
    estimate,
    name_of,
    number_of,
    part_name,
    points,
    top_parts,
)
from impact.report.content.numbers import figure, finite
from impact.report.index_blocks import IndexPartRow, IndexParts
from impact.report.message import IndicatorName, Message, PlaceName, Year, message
from impact.report.quantity_blocks import Estimate

if TYPE_CHECKING:
    from impact.overviews.indices.model import IndexFigures

SECTION = "index"
CAUSES = ("data", "missing", "rebasing", "specification")
SHOWN = 0.05
"""Points below which a change would be printed as nought."""


def index_gap(found: IndexFigures, place: str) -> IndexParts | Sentences | None:
    """Return what the parts add to the difference from the comparable municipalities.

    Parameters
    ----------
    found
        The index.
    place
        Code of a municipality with a score.
    """
    row = found.gap_totals.loc[place]
    whole = estimate(found, place, row, "index_gap")
    if whole is None:
        return _said(message("index-gap-heading"), message("index-no-peers"))
    mine = found.rows("gaps", place)
    adds = mine.groupby(mine["part"].map(top_parts(found)), sort=False)["contribution"].sum()
    rows = [_part(found, place, part, adds.get(part, 0.0)) for part in _tops(found)]
    score = points(found, place, found.places.at[place, "score"], "index_score")
    name = message("index-whole")
    rows.append(IndexPartRow(name, score, whole, tone=_tone(whole), whole=True))
    return IndexParts(
        section=SECTION,
        heading=message("index-gap-heading"),
        finding=message(
            f"index-gap-{_side(whole)}",
            place=PlaceName(place),
            gap=whole.value,
            range=whole.range,
            peers=number_of(row["peers"], "index_peers", found, place),
        ),
        axis=message("index-gap-axis"),
        rows=tuple(rows),
        remarks=(message("index-gap-remark"),),
    )


def _tops(found: IndexFigures) -> list[str]:
    """Return the parts right below the whole, in the order of the file."""
    return list(dict.fromkeys(top_parts(found).values()))


def _part(found: IndexFigures, place: str, part: str, value: float) -> IndexPartRow:
    about = f"{found.record.id}/{part}"
    table = found.rows("parts" if part in found.record.nodes else "items", place)
    score = table.loc[table["part"] == part, "score"]
    number = points(
        found, place, value, "index_gap_part", decimals=1, signed=True, kind="change", about=about
    )
    return IndexPartRow(
        label=part_name(found, part),
        score=points(found, place, score.iloc[0], "index_part_score", about=about),
        adds=Estimate(number),
    )


def _side(found: Estimate) -> str:
    lower, upper = found.lower, found.upper
    if lower is not None and upper is not None:
        if lower.value > 0:
            return "above"
        if upper.value < 0:
            return "below"
    return "unclear"


def _tone(found: Estimate) -> str:
    return {"above": "good", "below": "bad", "unclear": "unknown"}[_side(found)]


def index_items(found: IndexFigures, place: str) -> Table | None:
    """Return every indicator of an index with its figure, its points and what it adds.

    Parameters
    ----------
    found
        The index.
    place
        Code of the municipality.
    """
    mine = found.rows("items", place).set_index("part")
    if mine["value"].notna().sum() == 0:
        return None
    adds = found.rows("gaps", place).groupby("part")["contribution"].sum()
    compared = found.coherence.publish and len(adds) > 0
    others = found.rows("strengths", place).set_index("part")["reference"]
    columns = ["indicator", "value", "year", "points", "others"] + ["adds"] * compared
    rows = tuple(
        _item(found, place, item.id, mine.loc[item.id], others, adds if compared else None)
        for item in found.spec.indicators
        if item.id in mine.index
    )
    base = found.record.base_year
    remarks = [message("index-items-remark")]
    if base is not None:
        remarks.append(message("index-items-base", year=Year(base)))
    return Table(
        section=SECTION,
        caption=message("index-items-caption", name=name_of(found)),
        columns=tuple(message(f"index-column-{name}") for name in columns),
        rows=rows,
        remarks=tuple(remarks),
    )


def _item(
    found: IndexFigures,
    place: str,
    item: str,
    row: pd.Series,
    others: pd.Series,
    adds: pd.Series | None,
) -> tuple[Cell, ...]:
    year = finite(row["year"])
    told = {"indicator": item, "place": place, "year": row["year"], "value": row["value"]}
    about = f"{found.record.id}/{item}"
    known = {"about": about, "indicator": item, "bare": True}
    cells: list[Cell] = [
        IndicatorName(item),
        figure(told, decimals=catalogue.indicator(item).decimals),
        None if year is None else Year(int(year)),
        points(found, place, row["score"], "index_item_score", **known),
        points(found, place, others.get(item), "index_item_peers", **known),
    ]
    if adds is not None:
        signed = {"decimals": 1, "signed": True, "kind": "change"}
        cells.append(points(found, place, adds.get(item), "index_item_adds", **known, **signed))
    return tuple(cells)


def index_change(found: IndexFigures, place: str) -> tuple[Sentences | Table, ...]:
    """Return what changed an index since the year before, indicator by indicator.

    Parameters
    ----------
    found
        The index.
    place
        Code of a municipality with a score.
    """
    row = found.change_totals.loc[place]
    whole = estimate(found, place, row, "index_change")
    heading = message("index-change-heading")
    if whole is None:
        return (_said(heading, message("index-change-unknown")),)
    mine = found.rows("changes", place)
    moved = mine[mine["contribution"].abs() >= SHOWN]
    if moved.empty:
        return (_said(heading, message("index-change-none")),)
    seen = set(moved["cause"])
    causes = [cause for cause in CAUSES if cause in seen or cause == "data"]
    amounts = _amounts(mine)
    named = moved["part"].drop_duplicates()
    rows = [_change_row(found, place, part, amounts[part], causes) for part in named]
    rows.append(_change_row(found, place, None, amounts[None], causes))
    shown = ("part", *causes, "sum") if len(causes) > 1 else ("part", "change")
    table = Table(
        section=SECTION,
        caption=message("index-change-caption"),
        columns=tuple(message(f"index-column-{name}") for name in shown),
        rows=tuple(rows),
        remarks=(message("index-change-remark"),),
    )
    return (_said(heading, _change_sentence(place, whole)), table)


def _said(heading: Message, line: Message) -> Sentences:
    return Sentences(section=SECTION, heading=heading, messages=(line,))


def _change_sentence(place: str, whole: Estimate) -> Message:
    side = {"above": "up", "below": "down", "unclear": "unclear"}[_side(whole)]
    return message(
        f"index-change-{side}", place=PlaceName(place), change=whole.value, range=whole.range
    )


def _amounts(mine: pd.DataFrame) -> dict[str | None, dict[str, float]]:
    """Return points by part and cause; None stands for all parts together."""
    amounts: dict[str | None, dict[str, float]] = {None: {}}
    columns = (mine[name].tolist() for name in ("part", "cause", "contribution"))
    for part, cause, value in zip(*columns, strict=True):
        for by_cause in (amounts.setdefault(part, {}), amounts[None]):
            by_cause[cause] = by_cause.get(cause, 0.0) + value
    return amounts


def _change_row(
    found: IndexFigures, place: str, part: str | None, amounts: dict[str, float], causes: list[str]
) -> tuple[Cell, ...]:
    about = found.record.id if part is None else f"{found.record.id}/{part}"
    options: dict[str, Any] = {"decimals": 1, "signed": True, "kind": "change", "bare": True}
    cells: list[Cell] = [message("index-whole") if part is None else part_name(found, part)]
    for cause in causes:
        value = amounts.get(cause, 0.0)
        name = f"index_change_{cause}"
        cells.append(points(found, place, value, name, about=about, **options))
    if len(causes) > 1:
        total = sum(amounts.values())
        cells.append(points(found, place, total, "index_change_sum", about=about, **options))
    return tuple(cells)


def index_strengths(found: IndexFigures, place: str) -> Sentences | None:
    """Return where a municipality differs much and clearly from comparable ones.

    Parameters
    ----------
    found
        The index.
    place
        Code of the municipality.
    """
    mine = found.rows("strengths", place)
    if not mine["reference"].notna().any():
        return None
    clear = mine[mine["kind"] != ""].sort_values("gap", ascending=False, kind="stable")
    heading = message("index-strengths-heading")
    if clear.empty:
        return _said(heading, message("index-strengths-none"))
    lines = tuple(_strength(found, place, row) for row in clear.to_dict("records"))
    remarks = (message("index-strengths-remark"),)
    return Sentences(
        section=SECTION, heading=heading, messages=lines, bullets=True, remarks=remarks
    )


def _strength(found: IndexFigures, place: str, row: dict[str, Any]) -> Message:
    known = {"about": f"{found.record.id}/{row['part']}", "indicator": row["part"]}
    return message(
        f"index-{row['kind']}",
        indicator=IndicatorName(row["part"]),
        score=points(found, place, row["score"], "index_item_score", **known),
        others=points(found, place, row["reference"], "index_item_peers", **known),
    )
