"""How wrong forecasts of indicators have been: `python bench/forecasts.py`.

Makes forecasts from every past year of the embedded figures with what was known then, holds them
against what came, and writes docs/forecast_backtest.md.
"""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd

from impact import catalogue
from impact.overviews import forecasts, overview
from impact.overviews.forecasts import LONGER, MINIMUM, Forecasts
from impact.planning.forecasts import (
    HoltConstants,
    Runs,
    combined,
    half_widths,
    holt_forecast,
    holt_states,
    outcome_errors,
    over_origins,
    pooled_errors,
    runs,
    theta_forecast,
    theta_states,
    usable,
)
from impact.planning.forecasts.combined import DAMPINGS, LEVELS, SMOOTHING, TRENDS

PAGE = Path(__file__).parents[1] / "docs" / "forecast_backtest.md"
COUNTRIES = {"SE": ("Sweden", 2024), "FI": ("Finland", 2012), "NO": ("Norway", 2025)}
SHOWN = (1, 3, 5)
HORIZONS = (1, 2, 3, 4, 5)
SIZES = {
    "under 10,000": (0, 10_000),
    "10,000 to 50,000": (10_000, 50_000),
    "50,000 to 200,000": (50_000, 200_000),
    "over 200,000": (200_000, np.inf),
}
FEWEST = 100


def country(code: str, year: int) -> tuple[object, Forecasts, float]:
    """Return figures and forecasts of a country, and the seconds the forecasts took."""
    figures = overview(
        SimpleNamespace(country=code, year=year, max_age=5, window=8, minimum_years=MINIMUM,
                        indicators=None, peers=None)
    )  # fmt: skip
    start = time.perf_counter()
    return figures, forecasts(figures), time.perf_counter() - start


def exact(ahead: Forecasts) -> pd.DataFrame:
    """Return the back-test over all origins with every digit: a rounded tie is nobody's win."""
    parts = [
        over_origins(part).assign(indicator=name)
        for name, part in ahead.by_origin.groupby("indicator", sort=False)
    ]
    return pd.concat(parts, ignore_index=True)


def by_indicator(ahead: Forecasts) -> list[str]:
    """Return a table: errors of both methods and coverage, one row per indicator."""
    head = "| indicator | origins |" + "".join(f" {h} y: ours / naive (held) |" for h in SHOWN)
    lines = [head, "|---|--:|" + "--:|" * len(SHOWN)]
    for name, part in exact(ahead).groupby("indicator", sort=False):
        rows = part.set_index(["method", "horizon"])
        cells = [_cell(rows, horizon) for horizon in SHOWN]
        first = rows.loc[("combined", int(part["horizon"].min())), "origins"]
        lines.append(f"| `{name}` {_name(name)} | {first} | " + " | ".join(cells) + " |")
    return lines


def _name(identifier: str) -> str:
    names = catalogue.indicator(identifier).name
    return names.get("en") or next(iter(names.values()))


def _cell(rows: pd.DataFrame, horizon: int) -> str:
    if ("combined", horizon) not in rows.index:
        return "–"
    ours, naive = (
        rows.loc[(name, horizon), "mean_absolute_error"] for name in ("combined", "naive")
    )
    share = rows.loc[("combined", horizon), "coverage"]
    held = "–" if np.isnan(share) else f"{100 * share:.0f} %"
    both = [f"{one:.3g}" for one in (ours, naive)]
    best = 0 if ours <= naive else 1
    both[best] = f"**{both[best]}**"
    return f"{both[0]} / {both[1]} ({held})"


def summary(ahead: Forecasts) -> list[str]:
    """Return a table: in how many indicators ours was the closer one, and coverage, by horizon."""
    table = exact(ahead)
    table = table[table["cases"] >= FEWEST]
    wide = table.pivot(index=["indicator", "horizon"], columns="method",
                       values="mean_absolute_error")  # fmt: skip
    share = table[table["method"] == "combined"].set_index(["indicator", "horizon"])["coverage"]
    lines = [
        "| years ahead | indicators | ours closer | median of error / naive error"
        " | coverage, median (lowest to highest) |",
        "|--:|--:|--:|--:|--:|",
    ]
    for horizon, part in wide.groupby(level="horizon"):
        held = 100 * share[share.index.get_level_values("horizon") == horizon].dropna()
        ratio = (part["combined"] / part["naive"]).median()
        told = (
            f"{held.median():.0f} % ({held.min():.0f} to {held.max():.0f} %)" if len(held) else "–"
        )
        closer = int((part["combined"] < part["naive"]).sum())
        lines.append(f"| {horizon} | {len(part)} | {closer} | {ratio:.3f} | {told} |")
    return lines


def by_origin(ahead: Forecasts, indicator: str) -> list[str]:
    """Return a table: error and coverage of one indicator, origin by origin."""
    mine = ahead.by_origin[ahead.by_origin["indicator"] == indicator]
    lines = ["| origin | " + " | ".join(f"{h} y: ours / naive (held)" for h in (1, 3)) + " |"]
    lines.append("|--:|--:|--:|")
    for origin, part in mine.groupby("origin"):
        rows = part.set_index(["method", "horizon"])
        lines.append(f"| {origin} | {_cell(rows, 1)} | {_cell(rows, 3)} |")
    return lines


def series_of(figures: object, indicator: str) -> tuple[Runs, np.ndarray]:
    """Return the series of one indicator, and the inhabitants of its places."""
    values = figures.values
    mine = values[(values["indicator"] == indicator) & (values["group"] == "total")]
    mine = mine[mine["value"].notna()]
    wide = mine.pivot(index="place", columns="year", values="value").sort_index()
    wide = wide.reindex(columns=range(wide.columns.min(), wide.columns.max() + 1))
    begins = np.zeros(wide.shape, bool)
    for year in catalogue.indicator(indicator).break_years:
        if year in wide.columns:
            begins[:, wide.columns.get_loc(year)] = True
    return runs(wide.to_numpy(), begins), figures.population.reindex(wide.index).to_numpy(float)


def own_constants(series: Runs) -> np.ndarray:
    """Return the same combination with constants chosen for each series alone."""
    grid = np.array(np.meshgrid(LEVELS, TRENDS, DAMPINGS, indexing="ij")).reshape(3, -1)
    smooth, holt = theta_states(series, SMOOTHING), holt_states(series, HoltConstants(*grid))
    first, second = (
        np.argmin(np.cumsum(np.nan_to_num(np.abs(one.errors)), axis=2), axis=0)
        for one in (smooth, holt)
    )
    place, year = np.indices(series.values.shape)
    alpha = SMOOTHING[first]
    found = [
        theta_forecast(smooth.level[first, place, year], smooth.slope, smooth.length, alpha, h)
        + holt_forecast(holt.level[second, place, year], holt.trend[second, place, year],
                        grid[2][second], h)
        for h in HORIZONS
    ]  # fmt: skip
    return np.where(series.measured[:, :, None], np.stack(found, axis=2) / 2, np.nan)


def constants_and_sizes(figures: object, ahead: Forecasts) -> tuple[list[str], list[str]]:
    """Return two tables: shared against own constants, and coverage by size of place."""
    errors = {"naive": [], "own": [], "shared": []}
    held: dict[tuple[str, int], list[np.ndarray]] = {}
    for name in ahead.backtest["indicator"].unique():
        series, sizes = series_of(figures, name)
        measured = np.where(series.measured, series.values, np.nan)
        shared = combined(series, HORIZONS)
        kinds = {"naive": shared.naive, "own": own_constants(series), "shared": shared.central}
        found = {
            kind: outcome_errors(usable(one, series.points, MINIMUM), measured, series.fresh,
                                 HORIZONS)
            for kind, one in kinds.items()
        }  # fmt: skip
        unit = _means(np.abs(found["naive"]))[0]
        if not np.isfinite(unit):
            continue
        for kind, one in found.items():
            errors[kind].append(_means(np.abs(one)) / unit)
        _held_by_size(found["shared"], sizes, held)
    rows = ["| constants | " + " | ".join(f"{h} y" for h in HORIZONS) + " |", "|---|" + "--:|" * 5]
    titles = {"naive": "newest figure carried on", "own": "each series its own",
              "shared": "**shared by all places (used)**"}  # fmt: skip
    for kind, title in titles.items():
        means = np.nanmean(np.array(errors[kind]), axis=0)
        rows.append(f"| {title} | " + " | ".join(f"{one:.3f}" for one in means) + " |")
    sizes_rows = [
        "| inhabitants | " + " | ".join(f"{h} y" for h in SHOWN) + " |",
        "|---|--:|--:|--:|",
    ]
    for kind in SIZES:
        cells = [f"{100 * np.concatenate(held[kind, h]).mean():.0f} %" for h in SHOWN]
        sizes_rows.append(f"| {kind} | " + " | ".join(cells) + " |")
    return rows, sizes_rows


def _means(errors: np.ndarray) -> np.ndarray:
    """Return the mean error of each horizon; NaN where there is none."""
    known = np.isfinite(errors).sum(axis=(0, 1))
    return np.where(known > 0, np.nansum(errors, axis=(0, 1)) / np.maximum(known, 1), np.nan)


def _held_by_size(
    errors: np.ndarray, sizes: np.ndarray, held: dict[tuple[str, int], list[np.ndarray]]
) -> None:
    sizes = np.where(np.isfinite(sizes), sizes, np.nanmedian(sizes))
    classes = {kind: (sizes >= low) & (sizes < high) for kind, (low, high) in SIZES.items()}
    for origin in range(errors.shape[1]):
        reach = half_widths(pooled_errors(errors, sizes, HORIZONS, origin), sizes)
        for kind, chosen in classes.items():
            for horizon in SHOWN:
                at = HORIZONS.index(horizon)
                found = np.abs(errors[chosen, origin, at])
                known = np.isfinite(found) & np.isfinite(reach[chosen, at])
                inside = found[known] <= reach[chosen, at][known]
                held.setdefault((kind, horizon), []).append(inside)


HEAD = """# Forecasts of indicators: what they have been worth

Written by `python bench/forecasts.py` from the embedded figures. Every municipality is forecast
from every past year in which its series holds five points or more since a break; constants and
ranges use only what was known in that year. Errors are mean absolute errors in the indicator's
unit; "held" is the share of outcomes inside the 80 % range. Bold is the smaller error. How the
forecasts are made stands in [forecasts.md](forecasts.md).
"""


def main() -> None:
    """Write the page."""
    parts = [HEAD]
    for code, (title, year) in COUNTRIES.items():
        figures, ahead, seconds = country(code, year)
        print(f"{title}: {len(ahead.frame):,} forecasts in {seconds:.2f} s")
        parts += [f"\n## {title}, report year {year}\n", f"Rows with {FEWEST} outcomes or more.\n"]
        parts += ["\n".join(summary(ahead)), "", "\n".join(by_indicator(ahead))]
        if code == "SE":
            shared, sizes = constants_and_sizes(figures, ahead)
            parts += ["\n### Shared or own constants\n"]
            parts += ["Mean over the Swedish indicators of the error; 1 is the error of the newest"]
            parts += ["figure one year ahead.\n", "\n".join(shared)]
            parts += ["\n### Coverage by size of place, all Swedish indicators\n", "\n".join(sizes)]
            parts += [
                "\n### By origin: `kolada:N15428`\n",
                "\n".join(by_origin(ahead, "kolada:N15428")),
            ]
    parts += [_closing()]
    PAGE.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _closing() -> str:
    longer = " and ".join(str(one) for one in LONGER)
    return f"""
## How to read it

- One year ahead the combination is about as close as the newest figure; where single years swing
  (results of pupils) it is closer, where a series wanders or turns it is not.
- {longer} years ahead the newest figure is the closer one for most indicators. So the report
  prints both errors, and draws the newest figure where it has been closer at one to three years.
- Coverage is uneven: years in which all municipalities move together (the pandemic, a change of
  rules) are outside more often than one year in five, and ranges do not know such years before
  they have happened once.
- The very largest municipalities are few, and ranges learnt from the others hold less often there;
  so the largest 5 % are taken as one size.
- The indicators of a country are not independent, and horizons and origins overlap: the tables are
  a description, not a test."""


if __name__ == "__main__":
    main()
