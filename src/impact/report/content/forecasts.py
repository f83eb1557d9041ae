"""Where the indicators of a municipality may be heading, and how wrong such forecasts have been."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact import catalogue
from impact.report.blocks import Block, Cell, Sentences, Series, Table
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


def forecasts(ahead: Forecasts, place: str, *, historical: bool = False) -> list[Block]:
    """Return the forecasts of one municipality with the errors such forecasts have had.

    Parameters
    ----------
    ahead
        The country's forecasts.
    place
        Code of the municipality.
    historical
        The figures ended years ago, and so did the years that are forecast.
    """
    mine = ahead.frame[ahead.frame["place"] == place]
    made = mine[mine["horizon"] > 0]
    if made.empty:
        return [Sentences(section="forecasts", messages=(message("forecasts-none"),))]
    far = _farthest(made)
    tested = _tested(ahead)
    tables = [_table(far, tested), *_backtest(tested, made["indicator"].unique())]
    return [
        _lead(ahead, historical),
        *_fans(ahead, place, made, far, tested),
        *tables,
        *_without(mine),
    ]


def region_forecasts(
    ahead: Forecasts, region: RegionFigures, *, historical: bool = False
) -> list[Block]:
    """Return the forecasts of a region's municipalities side by side.

    Parameters
    ----------
    ahead
        The country's forecasts.
    region
        The region's figures.
    historical
        As in `forecasts`.
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
    tables = _backtest(_tested(ahead), table["indicator"].unique(), screen=False)
    return [_lead(ahead, historical), shared, *tables]


def _lead(ahead: Forecasts, historical: bool) -> Sentences:
    lines = [message("forecast-lead"), message("forecast-lead-range")]
    if historical:
        lines.insert(0, message("forecast-historical", year=Year(ahead.year)))
    return Sentences(
        section="forecasts", heading=message("forecast-heading"), messages=tuple(lines)
    )


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
    own = ahead.counted[ahead.counted["place"] == place]
    breaks = ahead.breaks[ahead.breaks["place"].isin(("", place))]
    panels = tuple(_panel(own, breaks, made, name, name in beaten) for name in drawn)
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
    own: pd.DataFrame, breaks: pd.DataFrame, made: pd.DataFrame, indicator: str, with_naive: bool
) -> FanPanel:
    entry = catalogue.indicator(indicator)
    own = own[own["indicator"] == indicator].sort_values("year")
    own = own[own["year"] >= min(FIRST_DRAWN, int(own["year"].max()) - 8)]
    rows = made[made["indicator"] == indicator].sort_values("horizon")
    years = tuple(int(year) for year in rows["year"])
    breaks = breaks[breaks["indicator"] == indicator]
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


def _table(far: list[Row], tested: dict[tuple[str, int], dict[str, Row]]) -> Table:
    """Return forecast and range of every indicator, beside the errors such forecasts have had."""
    rows = []
    for row in far:
        newest = figure({**row, "year": row["last_year"], "value": row["last_value"]})
        central = figure(row, "central", statistic="forecast")
        low, high = (figure(row, name, statistic=f"forecast_{name}") for name in ("lower", "upper"))
        known = low is not None and high is not None
        spread = Interval(low, high) if known else message("forecast-no-range")
        word = message(f"forecast-direction-{row['direction'] if known else 'unknown'}")
        pair = tested.get((row["indicator"], int(row["horizon"])), {})
        errors = (_error(row["indicator"], pair, name) for name in ("combined", "naive"))
        rows.append(
            (
                IndicatorName(row["indicator"]),
                _in_year(newest, row["last_year"]),
                _in_year(central, row["year"]),
                spread,
                word,
                *errors,
            )
        )
    names = ("indicator", "newest", "forecast", "range", "direction", "error", "error-naive")
    extended = any(row["extended"] for row in far)
    return Table(
        section="forecasts",
        caption=message("forecast-caption"),
        columns=_columns(*names),
        rows=tuple(rows),
        remarks=(
            *((message("forecast-extended"),) if extended else ()),
            message("forecast-errors-remark"),
            *_too_narrow(far, tested),
        ),
    )


def _too_narrow(far: list[Row], tested: dict[tuple[str, int], dict[str, Row]]) -> list[Message]:
    """Return the indicators whose range has held too few outcomes so many years ahead."""
    told = []
    for row in far:
        name, horizon = row["indicator"], int(row["horizon"])
        held = _held(name, tested.get((name, horizon), {}), horizon)
        if held is not None and held.value < 100 * NARROW:
            told.append(message("forecast-held-few", indicator=IndicatorName(name), held=held))
    return told


def _in_year(number: Number | None, year: Any) -> Cell | None:
    """Return a figure with its year."""
    if number is None:
        return None
    return message("forecast-cell-year", number=number, year=Year(int(year)))


def _backtest(
    tested: dict[tuple[str, int], dict[str, Row]], indicators: Any, screen: bool = True
) -> list[Block]:
    """Return what such forecasts have been worth, for the indicators that are forecast.

    On `screen` every horizon; on paper another table tells the errors that count most. Else one
    row an indicator, three years ahead or as near to it as was tested.
    """
    rows, narrow = [], False
    for indicator in indicators:
        known = [horizon for horizon in TESTED if tested.get((indicator, horizon))]
        for horizon in known if screen else [one for one in known if one <= FAR][-1:]:
            pair = tested[indicator, horizon]
            rows.append(_tested_row(indicator, horizon, pair))
            held = finite(pair["combined"]["coverage"])
            narrow |= held is not None and held < NARROW
    if not rows:
        return [Sentences(section="forecasts", messages=(message("forecast-untested"),))]
    told = (message("forecast-backtest-remark"), *([message("forecast-narrow")] * narrow))
    names = ("indicator", "ahead", "error", "error-naive", "held", "cases")
    return [
        Table(
            section="forecasts",
            caption=message("forecast-backtest-caption"),
            columns=_columns(*names),
            rows=tuple(rows),
            remarks=() if screen else told,
            screen=screen,
        )
    ]


def _tested_row(indicator: str, horizon: int, pair: dict[str, Row]) -> tuple:
    years = message("forecast-years", years=count(horizon, "horizon"))
    cases = Number(
        int(pair["combined"]["cases"]), "count", 0,
        statistic=f"forecast_cases_{horizon}", indicator=indicator,
    )  # fmt: skip
    errors = (_error(indicator, pair, name) for name in ("combined", "naive"))
    return (IndicatorName(indicator), years, *errors, _held(indicator, pair, horizon), cases)


def _held(indicator: str, pair: dict[str, Row], horizon: int) -> Number | None:
    """Return how many outcomes in a hundred lay inside the range, so many years ahead."""
    share = finite(pair["combined"]["coverage"]) if "combined" in pair else None
    if share is None:
        return None
    statistic = f"forecast_held_{horizon}"
    return Number(100 * share, "percent", 0, statistic=statistic, indicator=indicator)


def _error(indicator: str, pair: dict[str, Row], method: str) -> Number | None:
    """Return how wrong a method was on average, so many years ahead."""
    value = finite(pair[method]["mean_absolute_error"]) if method in pair else None
    if value is None:
        return None
    entry = catalogue.indicator(indicator)
    statistic = f"forecast_error_{method}_{int(pair[method]['horizon'])}"
    return Number(value, entry.unit, entry.decimals, kind="change", statistic=statistic,
                  indicator=indicator)  # fmt: skip


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
    told = (_counted(row, name) for name in ("places", "up", "down", "unclear"))
    return (IndicatorName(row["indicator"]), newest, Year(int(row["year"])), central, *told)


def _counted(row: Row, name: str) -> Number:
    """Return a number of municipalities of an indicator."""
    value, statistic = float(row[name]), f"forecast_{name}"
    return Number(value, "count", 0, statistic=statistic, indicator=row["indicator"])
