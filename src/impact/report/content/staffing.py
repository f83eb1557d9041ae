"""The staff that is needed in the coming years, the staff that stays, and what closes the gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Cell, Sentences, Series, Table
from impact.report.content.numbers import count, finite
from impact.report.message import (
    Interval,
    LocalWords,
    Message,
    Number,
    PlaceName,
    Year,
    message,
    words,
)
from impact.report.planning_blocks import FanPanel, Fans

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews import RegionFigures, StaffingNeeds

YEARS_BACK = 9
FEW = 20
"""Fewer posts than this are printed with a decimal."""
Row = dict[str, Any]


def staffing(needs: StaffingNeeds, place: str) -> list[Block]:
    """Return the staff one municipality needs; nothing where the plan says nothing of staff.

    Parameters
    ----------
    needs
        As from `impact.overviews.staffing_needs`.
    place
        Code of the municipality.
    """
    if needs.origin is None:
        return []
    mine = needs.frame[needs.frame["place"] == place]
    closing = needs.closing[needs.closing["place"] == place].to_dict("records")
    if mine.empty or not closing:
        return [_said("staffing-none")]
    last = {(row["role"], row["year"]): row for row in mine.to_dict("records")}
    ends = [last[row["role"], row["year"]] for row in closing]
    return [
        _lead(needs),
        _fans(needs, mine, [row["role"] for row in closing]),
        _gaps(needs, ends, place),
        _closing(needs, closing, place),
        _assumed(needs, closing),
    ]


def region_staffing(needs: StaffingNeeds, region: RegionFigures) -> list[Block]:
    """Return the staff that the municipalities of a region need together, and each of them.

    Parameters
    ----------
    needs
        As from `impact.overviews.staffing_needs`.
    region
        The region's figures.
    """
    from impact.overviews import shared_staffing

    if needs.origin is None:
        return []
    shared = shared_staffing(needs, region.places)
    if shared.empty:
        return [_said("staffing-none")]
    rows = shared.to_dict("records")
    closing = needs.closing[needs.closing["place"].isin(region.places)].to_dict("records")
    return [
        _lead(needs),
        _gaps(needs, rows, region.code),
        *_by_place(needs, region.places, closing),
        _assumed(needs, closing),
    ]


def _said(name: str) -> Sentences:
    heading = message("staffing-heading")
    return Sentences(section="forecasts", heading=heading, messages=(message(name),))


def _lead(needs: StaffingNeeds) -> Sentences:
    told = [message("staffing-lead"), message("staffing-lead-range")]
    told += [message("staffing-lead-assumed")] * _is_assumed(needs)
    return Sentences(section="forecasts", heading=message("staffing-heading"), messages=tuple(told))


def _is_assumed(needs: StaffingNeeds) -> bool:
    return any(role["status"] == "assumed" for role in needs.roles.values())


def _title(needs: StaffingNeeds, role: str) -> LocalWords:
    return words(needs.roles[role]["title"])


def _fans(needs: StaffingNeeds, mine: pd.DataFrame, roles: list[str]) -> Fans:
    panels = []
    for role in roles:
        rows = mine[mine["role"] == role].sort_values("year")
        past = rows[(rows["horizon"] <= 0) & (rows["horizon"] > -YEARS_BACK)]
        coming = rows[rows["horizon"] > 0]
        years = tuple(int(year) for year in coming["year"])
        ends = (_values(coming[f"need{end}"]) for end in ("", "_lower", "_upper"))
        staying = (message("staffing-line-filled"), Series(years, _values(coming["filled"])))
        panels.append(
            FanPanel(
                label=_title(needs, role),
                unit="number",
                decimals=_decimals(float(coming["need"].max())),
                counted=Series(tuple(int(year) for year in past["year"]), _values(past["need"])),
                central=Series(years, *ends),
                others=(staying,),
            )
        )
    return Fans(
        section="forecasts",
        heading=message("staffing-drawn"),
        axis=message("staffing-axis-assumed" if _is_assumed(needs) else "staffing-axis"),
        panels=tuple(panels),
        finding=message("staffing-finding"),
        past=message("staffing-line-past"),
        remarks=(message("staffing-past"),),
    )


def _values(column: pd.Series) -> tuple[float | None, ...]:
    return tuple(finite(value) for value in column)


def _decimals(size: float) -> int:
    return 1 if abs(size) < FEW else 0


def _posts(row: Row, name: str, place: str, size: float | None = None) -> Number | None:
    """Return a number of posts, with the decimals of something of that size, else of its own."""
    value = finite(row.get(name))
    if value is None:
        return None
    about, decimals = f"{row['role']} {name}", _decimals(value if size is None else size)
    return Number(value, "number", decimals, statistic="posts", place=place,
                  year=int(row["year"]), about=about)  # fmt: skip


def _range(row: Row, name: str, place: str) -> Cell:
    ends = [finite(row.get(f"{name}_{end}")) for end in ("lower", "upper")]
    size = max((abs(end) for end in ends if end is not None), default=0.0)
    low, high = (_posts(row, f"{name}_{end}", place, size) for end in ("lower", "upper"))
    return None if low is None or high is None else Interval(low, high)


def _gaps(needs: StaffingNeeds, rows: list[Row], place: str) -> Table:
    """Return posts needed, filled and lacking, of a municipality or of several together."""
    cells = tuple(
        (
            _title(needs, row["role"]),
            Year(int(row["year"])),
            _posts(row, "need", place),
            _range(row, "need", place),
            _posts(row, "filled", place),
            _posts(row, "gap", place),
            _range(row, "gap", place),
            _status(needs, row["role"]),
        )
        for row in rows
    )
    names = ("role", "year", "need", "need-range", "filled", "gap", "gap-range", "status")
    return Table(
        section="forecasts",
        caption=message("staffing-caption"),
        columns=_columns(*names),
        rows=cells,
        remarks=(message("staffing-gap-remark"),),
    )


def _columns(*names: str) -> tuple[Message, ...]:
    return tuple(message(f"staffing-column-{name}") for name in names)


def _status(needs: StaffingNeeds, role: str) -> Message:
    return message(f"staffing-status-{needs.roles[role]['status']}")


def _closing(needs: StaffingNeeds, closing: list[Row], place: str) -> Table:
    rows = []
    for row in closing:
        ratio = needs.roles[row["role"]]["pupils_per_post"]
        cells = (
            _title(needs, row["role"]),
            _posts(row, "hires", place),
            _range(row, "hires", place),
            _plain(ratio, row, "children_per_post", place),
            _plain(finite(row["balance"]), row, "balancing_ratio", place),
            _percent(row, "qualified", place),
            _percent(row, "qualified_then", place),
            message(f"staffing-stock-{row['stock']}"),
        )
        rows.append(cells)
    names = ("role", "hires", "hires-range", "ratio", "balance", "qualified", "then", "stock")
    remarks = [message("staffing-closing-remark", year=Year(int(closing[0]["year"])))]
    years = sorted({int(y) for row in closing if (y := finite(row["qualified_year"])) is not None})
    remarks += [message("staffing-qualified-year", year=Year(years[-1]))] if years else []
    return Table(
        section="forecasts",
        caption=message("staffing-closing-caption"),
        columns=_columns(*names),
        rows=tuple(rows),
        remarks=tuple(remarks),
    )


def _plain(value: float | None, row: Row, statistic: str, place: str) -> Number | None:
    if value is None:
        return None
    return Number(value, "number", 1, statistic=statistic, place=place, about=row["role"])


def _percent(row: Row, name: str, place: str) -> Number | None:
    value = finite(row[name])
    if value is None:
        return None
    return Number(value, "percent", 0, statistic=name, place=place, about=row["role"])


def _assumed(needs: StaffingNeeds, closing: list[Row]) -> Sentences:
    """Return what the calculation takes for granted, role by role."""
    told = []
    for name in dict.fromkeys(row["role"] for row in closing):
        role = needs.roles[name]
        told.append(
            message(
                f"staffing-basis-{role['status']}",
                role=_title(needs, name),
                ratio=Number(role["pupils_per_post"], "number", 1, statistic="ratio", about=name),
                retiring=_share(role["retiring"], "retiring", name),
                leaving=_share(role["leaving"], "leaving", name),
                source=words(role["source"]),
            )
        )
        if role["scale"] != 1:
            scale = Number(role["scale"], "number", 2, statistic="scale", about=name)
            told.append(message("staffing-scaled", role=_title(needs, name), scale=scale))
    return Sentences(section="forecasts", messages=tuple(told), bullets=True)


def _share(value: float, statistic: str, role: str) -> Number:
    return Number(100 * value, "percent", 1, statistic=statistic, about=role)


def _by_place(needs: StaffingNeeds, places: tuple[str, ...], closing: list[Row]) -> list[Block]:
    """Return the hires a year each municipality needs, role by role, in alphabetical order."""
    found = {(row["place"], row["role"]): row for row in closing}
    roles = [role for role in needs.roles if any(row["role"] == role for row in closing)]
    rows = []
    for place in places:
        own = [found.get((place, role)) for role in roles]
        if any(own):
            cells = [None if row is None else _posts(row, "hires", place) for row in own]
            rows.append((PlaceName(place), *cells))
    return [
        Table(
            section="forecasts",
            caption=message("staffing-places-caption"),
            columns=(message("column-place"), *(_named(needs, role) for role in roles)),
            rows=tuple(rows),
            remarks=(
                message("staffing-places-remark", places=count(len(rows), "places")),
                *[message("staffing-lead-assumed")] * _is_assumed(needs),
            ),
        )
    ]


def _named(needs: StaffingNeeds, role: str) -> Message:
    return message("own-words", words=_title(needs, role))
