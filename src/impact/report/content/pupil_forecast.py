"""Pupils of the coming years: drawings, this place's own record, and the scenarios as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from impact import places
from impact.report.blocks import Block, Sentences, Table
from impact.report.content.numbers import finite
from impact.report.content.pupil_words import (
    HOME_AGE,
    SECTION,
    ahead_by,
    count,
    fans,
    group_name,
    interval,
    outlook,
    per_cent,
    shown_horizons,
)
from impact.report.message import Interval, Message, Number, PlaceName, Year, message

if TYPE_CHECKING:
    from impact.overviews import PupilForecast, RegionFigures

FEWEST_HELD, FEWEST_HELD_REGION = 70.0, 60.0
"""Per cent of outcomes the ranges must have held for a horizon to be shown."""
OUTLOOK = 5
RECORD = 3
MOVES = ("no_migration",)


def pupil_forecast(ahead: PupilForecast, place: str) -> list[Block]:
    """Return what is expected of the number of pupils of one municipality.

    Parameters
    ----------
    ahead
        The country's forecast.
    place
        Code of the municipality.

    Returns
    -------
    list
        Sentences, small multiples by group of grades, what is expected of each as a table, and the
        record of earlier forecasts; one sentence where there are no figures.

    Notes
    -----
    Years ahead in which the ranges held fewer than 70 per cent of earlier outcomes in the country
    are left out, and the reader is told.
    """
    rows = ahead.of(place)
    if not (rows["horizon"] > 0).any():
        return [_none()]
    held = shown_horizons(ahead.backtest[ahead.backtest["method"] == "central"], FEWEST_HELD)
    said = outlook(rows, ahead, held, OUTLOOK, place)
    record = _record(ahead, place)
    return [
        Sentences(section=SECTION, heading=_heading(ahead), messages=(*said, *record)),
        fans(rows, ahead, held, FEWEST_HELD, place),
        _scenarios(rows, ahead, held, place),
        *_record_table(ahead, place),
    ]


def region_pupil_forecast(
    ahead: PupilForecast, region: RegionFigures, counties: tuple[str, ...] = ()
) -> list[Block]:
    """Return what is expected of the number of pupils of a region and its municipalities.

    Parameters
    ----------
    ahead
        The country's forecast.
    region
        The region's figures, for its municipalities in their order.
    counties
        Codes of counties that stand side by side instead of municipalities.

    Notes
    -----
    As of one municipality; years ahead in which ranges of counties' totals held fewer than 60 per
    cent of earlier outcomes are left out too.
    """
    rows = ahead.region(region.places)
    if not (rows["horizon"] > 0).any():
        return [_none()]
    each = shown_horizons(ahead.backtest[ahead.backtest["method"] == "central"], FEWEST_HELD)
    totals = shown_horizons(ahead.region_coverage, FEWEST_HELD_REGION)
    held = {group: min(years, totals[group]) for group, years in each.items()}
    said = outlook(rows, ahead, held, OUTLOOK, region.code)
    return [
        Sentences(section=SECTION, heading=_heading(ahead), messages=said),
        fans(rows, ahead, held, FEWEST_HELD_REGION, region.code),
        _scenarios(rows, ahead, held, region.code),
        _by_place(ahead, counties or region.places, min(OUTLOOK, held.get(ahead.leaving, 1))),
    ]


def _none() -> Sentences:
    return Sentences(section=SECTION, messages=(message("pupil-none"),))


def _heading(ahead: PupilForecast) -> Message:
    return message("pupil-children" if ahead.basis == HOME_AGE else "pupil-heading")


def _record(ahead: PupilForecast, place: str) -> tuple[Message, ...]:
    """Return how wrong earlier forecasts for this place were, where it is known."""
    card = ahead.scorecard
    card = card[(card["place"] == place) & (card["horizon"] == RECORD) & (card["origins"] > 0)]
    names = ("years", "own", "same", "forecasts")
    return tuple(
        message(
            "pupil-record",
            group=group_name(ahead.leaving),
            **dict(zip(names, _recorded(row, place), strict=True)),
        )
        for row in card.to_dict("records")
    )


def _recorded(row: dict, place: str) -> tuple[Number, ...]:
    """Return years ahead, both errors and forecasts tested of a row of the record."""
    about = ahead_by(row["horizon"])
    errors = (
        per_cent(row[name], name, place, about=about)
        for name in ("own_error", "same_as_today_error")
    )
    tested = count(row["origins"], "forecasts", place, about=about)
    return (count(row["horizon"], "horizon", place, about=about), *errors, tested)


def _record_table(ahead: PupilForecast, place: str) -> list[Table]:
    card = ahead.scorecard[(ahead.scorecard["place"] == place) & (ahead.scorecard["origins"] > 0)]
    rows = tuple(_recorded(row, place) for row in card.to_dict("records"))
    if not rows:
        return []
    names = ("horizon", "own-error", "same-error", "forecasts")
    caption = message("pupil-record-caption", group=group_name(ahead.leaving))
    columns = tuple(message(f"column-pupil-{name}") for name in names)
    return [Table(section=SECTION, caption=caption, columns=columns, rows=rows)]


def _scenarios(rows: pd.DataFrame, ahead: PupilForecast, held: dict[str, int], place: str) -> Table:
    """Return every group of grades as counted now and under every scenario some years ahead."""
    lines = []
    for group in (name for name in ahead.group_names if name in held):
        target = ahead.origin + min(OUTLOOK, held[group])
        mine = rows[(rows["group"] == group) & rows["year"].isin([ahead.origin, target])]
        now, *coming = _now_and_then(mine, ahead, target, place, (*MOVES, "last_three"))
        if now is not None:
            lines.append((group_name(group), now, Year(target), *coming))
    names = ("then", "central", "range", "no-migration", "last-three")
    return Table(
        section=SECTION,
        caption=message("pupil-scenarios-caption"),
        columns=(
            message("column-pupil-group"),
            message("column-pupil-counted", year=Year(ahead.origin)),
            *(message(f"column-pupil-{name}") for name in names),
        ),
        rows=tuple(lines),
        remarks=(message("pupil-scenarios-remark"),),
    )


def _by_place(ahead: PupilForecast, codes: tuple[str, ...], years: int) -> Table:
    """Return those who leave compulsory school by municipality or county, now and to come."""
    target = ahead.origin + years
    rows = ahead.groups[ahead.groups["group"] == ahead.leaving]
    by_place = dict(list(rows[rows["year"].isin([ahead.origin, target])].groupby("place")))
    card = ahead.scorecard[ahead.scorecard["horizon"] == RECORD].set_index("place")["own_error"]
    counties = any(places.level_of(place) == "region" for place in codes)
    lines = []
    for place in codes:
        if places.level_of(place) == "region":
            mine = ahead.region(places.region(place).members)
            mine = mine[mine["group"] == ahead.leaving]
        else:
            mine = by_place.get(place, rows.iloc[:0])
        cells = _now_and_then(mine, ahead, target, place)
        record = () if counties else (_error(card.get(place), place),)
        lines.append((PlaceName(place), *cells, *record))
    names = ("now", "central", "range", "no-migration", *(() if counties else ("error-three",)))
    return Table(
        section=SECTION,
        caption=message(
            "pupil-counties-caption" if counties else "pupil-places-caption",
            group=group_name(ahead.leaving),
            now=Year(ahead.origin),
            then=Year(target),
        ),
        columns=(
            message("column-county" if counties else "column-place"),
            *(message(f"column-pupil-{name}") for name in names),
        ),
        rows=tuple(lines),
        remarks=() if counties else (message("region-remark-order"),),
    )


def _now_and_then(
    rows: pd.DataFrame,
    ahead: PupilForecast,
    target: int,
    place: str,
    others: tuple[str, ...] = MOVES,
) -> tuple[Number | Interval | None, ...]:
    """Return the newest count, and forecast, range and other courses of one year."""
    now = rows[(rows["horizon"] == 0)]["pupils"]
    then = {row["scenario"]: row for row in rows[rows["year"] == target].to_dict("records")}
    if now.empty or "central" not in then:
        return (None,) * (3 + len(others))
    central = then["central"]
    group = central["group"]
    return (
        count(now.iloc[0], "counted", place, ahead.origin, group),
        count(central["pupils"], "central", place, target, group),
        interval(central, place),
        *(count(then[name]["pupils"], name, place, target, group) for name in others),
    )


def _error(value: object, place: str) -> Number | None:
    return None if finite(value) is None else per_cent(value, "own_error", place)
