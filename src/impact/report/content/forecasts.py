"""Where the indicators of a municipality may be heading, and how wrong such forecasts have been."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact import catalogue
from impact.report.blocks import Block, Sentences, Series, Table
from impact.report.content.numbers import count, figure, finite
from impact.report.message import (
    IndicatorName,
    Interval,
    Message,
    Number,
    Year,
    message,
)
from impact.report.planning_blocks import FanPanel, Fans

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews import Forecasts, RegionFigures

MOST_PANELS, FAR, FIRST_DRAWN = 9, 3, 2010
"""Panels of a drawing, years ahead that tables tell, and the first year that is drawn."""
TESTED = (1, 3, 5)
NARROW = 0.7
"""A range that held fewer outcomes is called too narrow."""
Row = dict[str, Any]


def forecasts(ahead: Forecasts, place: str) -> list[Block]:
    """Return the forecasts of one municipality with the errors such forecasts have had.

    Parameters
    ----------
    ahead
        The country's forecasts.
    place
        Code of the municipality.
    """
    mine = ahead.frame[ahead.frame["place"] == place]
    made = mine[mine["horizon"] > 0]
    if made.empty:
        return [Sentences(section="forecasts", messages=(message("forecasts-none"),))]
    far = _farthest(made)
    tested = _tested(ahead)
    lead = Sentences(
        section="forecasts",
        heading=message("forecast-heading"),
        messages=(message("forecast-lead"), message("forecast-lead-range")),
    )
    tables = [_table(far), *_backtest(tested, made["indicator"].unique())]
    return [lead, *_fans(ahead, place, made, far, tested), *tables, *_without(mine)]


def region_forecasts(ahead: Forecasts, region: RegionFigures) -> list[Block]:
    """Return the forecasts of a region's municipalities side by side.

    Parameters
    ----------
    ahead
        The country's forecasts.
    region
        The region's figures.
    """
    from impact.overviews import shared_forecasts

    table = shared_forecasts(ahead, region.places, FAR)
    if table.empty:
        return [Sentences(section="forecasts", messages=(message("forecasts-none"),))]
    rows = tuple(_region_row(row) for row in table.to_dict("records"))
    names = ("indicator", "newest-median", "year", "forecast-median", "places", "up", "down")
    shared = Table(
        section="forecasts",
        caption=message("forecast-region-caption"),
        columns=_columns(*names, "unclear"),
        rows=rows,
        remarks=(message("forecast-region-remark"),),
    )
    lead = Sentences(
        section="forecasts",
        heading=message("forecast-heading"),
        messages=(message("forecast-lead"), message("forecast-lead-range")),
    )
    return [lead, shared, *_backtest(_tested(ahead), table["indicator"].unique())]


def _columns(*names: str) -> tuple[Message, ...]:
    return tuple(message(f"forecast-column-{name}") for name in names)


def _farthest(made: pd.DataFrame) -> list[Row]:
    """Return for each indicator its forecast three years ahead, else the farthest before."""
    near = made[made["horizon"] <= FAR].sort_values("horizon")
    rows = near.drop_duplicates("indicator", keep="last").to_dict("records")
    order = list(dict.fromkeys(made["indicator"]))
    return sorted(rows, key=lambda row: order.index(row["indicator"]))


def _tested(ahead: Forecasts) -> dict[tuple[str, int], dict[str, Row]]:
    """Return the back-test by indicator and horizon: a row per method."""
    found: dict[tuple[str, int], dict[str, Row]] = {}
    for row in ahead.backtest.to_dict("records"):
        found.setdefault((row["indicator"], int(row["horizon"])), {})[row["method"]] = row
    return found


def _naive_was_better(tested: dict[tuple[str, int], dict[str, Row]], indicator: str) -> bool:
    """Say whether carrying the newest figure on came closer, one to three years ahead."""
    pairs = (tested.get((indicator, horizon), {}) for horizon in range(1, FAR + 1))
    return any(_beaten(pair) for pair in pairs)


def _beaten(pair: dict[str, Row]) -> bool:
    both = [finite(pair[name]["mean_absolute_error"]) for name in ("combined", "naive") if pair]
    return len(both) == 2 and None not in both and both[1] < both[0]


def _fans(
    ahead: Forecasts,
    place: str,
    made: pd.DataFrame,
    far: list[Row],
    tested: dict[tuple[str, int], dict[str, Row]],
) -> list[Block]:
    headlines = [row["indicator"] for row in far if catalogue.indicator(row["indicator"]).headline]
    drawn = (headlines or [row["indicator"] for row in far])[:MOST_PANELS]
    beaten = {name for name in drawn if _naive_was_better(tested, name)}
    panels = tuple(_panel(ahead, place, made, name, name in beaten) for name in drawn)
    clear = [row for row in far if row["indicator"] in drawn and row["direction"] != "unclear"]
    finding = message(
        "forecast-finding",
        drawn=count(len(drawn), "forecasts_drawn"),
        clear=count(len(clear), "forecasts_clear"),
    )
    naive = message("forecast-naive-better", beaten=count(len(beaten), "forecasts_naive_better"))
    return [
        Fans(
            section="forecasts",
            heading=message("forecast-drawn"),
            axis=message("forecast-axis"),
            panels=panels,
            finding=finding,
            remarks=(naive,) if beaten else (),
        )
    ]


def _panel(
    ahead: Forecasts, place: str, made: pd.DataFrame, indicator: str, with_naive: bool
) -> FanPanel:
    entry = catalogue.indicator(indicator)
    own = ahead.counted
    own = own[(own["place"] == place) & (own["indicator"] == indicator)].sort_values("year")
    own = own[own["year"] >= min(FIRST_DRAWN, int(own["year"].max()) - 8)]
    rows = made[made["indicator"] == indicator].sort_values("horizon")
    years = tuple(int(year) for year in rows["year"])
    breaks = ahead.breaks[
        (ahead.breaks["indicator"] == indicator) & ahead.breaks["place"].isin(("", place))
    ]
    return FanPanel(
        label=IndicatorName(indicator),
        unit=entry.unit,
        decimals=entry.decimals,
        counted=Series(tuple(int(year) for year in own["year"]), _values(own["value"])),
        central=Series(years, *(_values(rows[name]) for name in ("central", "lower", "upper"))),
        others=((message("forecast-naive"), Series(years, _values(rows["naive"]))),)
        if with_naive
        else (),
        breaks=tuple(sorted({int(year) for year in breaks["year"] if year > own["year"].min()})),
    )


def _values(column: pd.Series) -> tuple[float | None, ...]:
    return tuple(finite(value) for value in column)


def _table(far: list[Row]) -> Table:
    rows = []
    for row in far:
        newest = figure({**row, "year": row["last_year"], "value": row["last_value"]})
        central = figure(row, "central", statistic="forecast")
        low, high = (figure(row, name, statistic=f"forecast_{name}") for name in ("lower", "upper"))
        spread = (
            message("forecast-no-range") if low is None or high is None else Interval(low, high)
        )
        word = message(f"forecast-direction-{row['direction'] if low is not None else 'unknown'}")
        name, last = IndicatorName(row["indicator"]), Year(int(row["last_year"]))
        rows.append((name, last, newest, Year(int(row["year"])), central, spread, word))
    names = ("indicator", "newest-year", "newest", "year", "forecast", "range", "direction")
    extended = any(row["extended"] for row in far)
    return Table(
        section="forecasts",
        caption=message("forecast-caption"),
        columns=_columns(*names),
        rows=tuple(rows),
        remarks=(message("forecast-extended"),) if extended else (),
    )


def _backtest(tested: dict[tuple[str, int], dict[str, Row]], indicators: Any) -> list[Block]:
    """Return what such forecasts have been worth, for the indicators that are forecast."""
    rows, narrow = [], False
    for indicator in indicators:
        for horizon in TESTED:
            pair = tested.get((indicator, horizon))
            if pair:
                rows.append(_tested_row(indicator, horizon, pair))
                held = finite(pair["combined"]["coverage"])
                narrow |= held is not None and held < NARROW
    if not rows:
        return [Sentences(section="forecasts", messages=(message("forecast-untested"),))]
    remarks = (message("forecast-backtest-remark"), *([message("forecast-narrow")] * narrow))
    names = ("indicator", "ahead", "error", "error-naive", "held", "cases")
    return [
        Table(
            section="forecasts",
            caption=message("forecast-backtest-caption"),
            columns=_columns(*names),
            rows=tuple(rows),
            remarks=remarks,
        )
    ]


def _tested_row(indicator: str, horizon: int, pair: dict[str, Row]) -> tuple:
    entry = catalogue.indicator(indicator)
    decimals = min(entry.decimals + 1, 3)

    def error(method: str) -> Number | None:
        value = finite(pair[method]["mean_absolute_error"])
        if value is None:
            return None
        statistic = f"forecast_error_{method}_{horizon}"
        return Number(value, entry.unit, decimals, kind="change", statistic=statistic,
                      indicator=indicator)  # fmt: skip

    share = finite(pair["combined"]["coverage"])
    held = None if share is None else Number(
        100 * share, "percent", 0, statistic=f"forecast_held_{horizon}", indicator=indicator
    )  # fmt: skip
    years = message("forecast-years", years=count(horizon, "horizon"))
    cases = count(int(pair["combined"]["cases"]), "forecast_cases")
    return (IndicatorName(indicator), years, error("combined"), error("naive"), held, cases)


def _without(mine: pd.DataFrame) -> list[Block]:
    """Return the indicators of which no forecast is made, and why."""
    rows = tuple(
        (
            IndicatorName(row["indicator"]),
            Year(int(row["last_year"])),
            message(f"forecast-reason-{row['reason'].replace('_', '-')}"),
        )
        for row in mine[mine["horizon"] == 0].to_dict("records")
    )
    if not rows:
        return []
    return [
        Table(
            section="forecasts",
            caption=message("forecast-without-caption"),
            columns=_columns("indicator", "newest-year", "reason"),
            rows=rows,
        )
    ]


def _region_row(row: Row) -> tuple:
    newest = figure(row, "newest", year=None, statistic="median_newest")
    central = figure(row, "central", statistic="median_forecast")
    told = (count(int(row[name]), f"forecast_{name}") for name in ("places", "up", "down"))
    name, unclear = IndicatorName(row["indicator"]), count(int(row["unclear"]), "forecast_unclear")
    return (name, newest, Year(int(row["year"])), central, *told, unclear)
