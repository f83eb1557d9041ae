"""How wrong forecasts of pupils would have been: `python bench/pupils.py`.

Reads the embedded Swedish pupils by grade and Norwegian children by age, makes the forecast of
every earlier year from the years up to it, and writes docs/pupil_backtest.md. `--print` writes
nothing.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from pupils_page import page

from impact import places
from impact.overviews.pupils.cohorts import Cohorts, counted_cohorts
from impact.planning import pupils

PAGE = Path(__file__).parents[1] / "docs" / "pupil_backtest.md"
HORIZON, FIRST = 9, 2013
SHOWN = (1, 3, 5, 7)
CONSTANTS = (0.0, 25.0, 50.0, 100.0, 200.0, 400.0, 800.0, np.inf)
SKANE = "SE-12"
SIZES = ((0, 200), (200, 500), (500, np.inf))
NORWEGIAN_SIZES = ((0, 30), (30, 100), (100, np.inf))
ALL_YEARS = 99


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What a country's back-test gave."""

    cohorts: Cohorts
    rolling: pupils.Rolling
    tested: pupils.Rolling
    coverage: pupils.Coverage
    regions: dict[str, np.ndarray]


def measured(country: str, year: int, first: int) -> Measured:
    """Return the back-test of those who leave compulsory school."""
    cohorts = counted_cohorts(country, year)
    rolling = pupils.rolling_forecasts(cohorts.counts, cohorts.years, HORIZON, cohorts.constant)
    leaving = rolling.summed(cohorts.columns(cohorts.leaving))
    at = {code: position for position, code in enumerate(cohorts.places)}
    regions = {
        region.code: np.array([at[code] for code in region.members if code in at])
        for region in places.regions(country)
    }
    coverage = pupils.rolling_coverage(leaving, pupils.CENTRAL, first)
    return Measured(cohorts, leaving, leaving.since(first), coverage, regions)


def errors(one: pupils.Rolling, chosen: np.ndarray | None = None) -> pd.DataFrame:
    """Return one row per method with mean and weighted errors at the horizons shown."""
    rows = []
    for name, forecast in one.forecasts.items():
        found = pupils.mean_errors(forecast, one.outcomes, chosen)
        row = {"method": name}
        for horizon in SHOWN:
            row[f"mape {horizon}"] = found["mape"][horizon - 1]
            row[f"wape {horizon}"] = found["wape"][horizon - 1]
            row[f"bias {horizon}"] = found["bias"][horizon - 1]
        rows.append(row)
    return pd.DataFrame(rows)


def unshrunk(cohorts: Cohorts, first: int) -> pupils.Rolling:
    """Return forecasts with ratios as they are, of the last years or of all, for comparison."""
    forecasts: dict[str, list[np.ndarray]] = {}
    base = pupils.rolling_forecasts(cohorts.counts, cohorts.years, HORIZON, 0.0, ("central",))
    for origin in base.origins:
        known = cohorts.counts[:, : int(origin - cohorts.years[0]) + 1]
        beginners = pupils.entrants(known)
        for name, years in (("last 1 year", 1), ("last 3 years", 3), ("all years", ALL_YEARS)):
            ratios = pupils.recent_ratios(known, years)
            made = pupils.moved_up(known[:, -1], ratios, beginners, HORIZON)
            forecasts.setdefault(name, []).append(made)
    stacked = {name: np.stack(each) for name, each in forecasts.items()}
    every = pupils.Rolling(base.origins, {**stacked, "median": base.forecasts["central"]},
                           base.outcomes)  # fmt: skip
    return every.summed(cohorts.columns(cohorts.leaving)).since(first)


def constants(country: str, one: Measured, first: int) -> pd.DataFrame:
    """Return the mean error over horizons by constant, in both halves of the regions.

    Every second region in the order of their codes is one half.
    """
    cohorts = one.cohorts
    codes = sorted(one.regions)
    halves = {
        "first": np.concatenate([one.regions[code] for code in codes[::2]]),
        "second": np.concatenate([one.regions[code] for code in codes[1::2]]),
    }
    rows = []
    for constant in CONSTANTS:
        made = pupils.rolling_forecasts(
            cohorts.counts, cohorts.years, HORIZON, constant, (pupils.CENTRAL,)
        )
        made = made.summed(cohorts.columns(cohorts.leaving)).since(first)
        row: dict[str, object] = {"country": country, "constant": constant}
        for name, chosen in halves.items():
            found = pupils.mean_errors(made.forecasts[pupils.CENTRAL], made.outcomes, chosen)
            shown = [found["mape"][horizon - 1] for horizon in SHOWN]
            row |= {name: float(np.mean(shown)), f"{name} by horizon": shown}
        rows.append(row)
    return pd.DataFrame(rows)


def held(one: Measured, chosen: np.ndarray) -> pd.DataFrame:
    """Return per cent held by origin and horizon, and of all origins together."""
    table = pd.DataFrame(
        100 * _mean(one.coverage.held[:, chosen], 1),
        index=one.coverage.origins,
        columns=range(1, HORIZON + 1),
    )
    table = table.dropna(how="all")
    table.loc["all"] = 100 * _mean(one.coverage.held[:, chosen], (0, 1))
    return table


def widths(one: Measured, chosen: np.ndarray) -> list[float]:
    """Return the median full width in per cent of the forecast, where the outcome is known."""
    known = np.where(np.isfinite(one.coverage.held), one.coverage.width, np.nan)[:, chosen]
    return [100 * float(np.nanmedian(known[:, :, at])) for at in range(HORIZON)]


def by_size(one: Measured, sizes: tuple[tuple[float, float], ...]) -> pd.DataFrame:
    """Return per cent held and mean errors by mean size of the leaving grade."""
    size = np.nanmean(one.cohorts.counts[:, :, one.cohorts.columns(one.cohorts.leaving)[0]], axis=1)
    rows = []
    for low, high in sizes:
        chosen = np.flatnonzero((size >= low) & (size < high))
        found = pupils.mean_errors(
            one.tested.forecasts[pupils.CENTRAL], one.tested.outcomes, chosen
        )
        share = 100 * _mean(one.coverage.held[:, chosen], (0, 1))
        row: dict[str, object] = {"low": low, "high": high, "places": len(chosen)}
        row |= {f"held {horizon}": share[horizon - 1] for horizon in SHOWN}
        row |= {f"mape {horizon}": found["mape"][horizon - 1] for horizon in SHOWN}
        rows.append(row)
    return pd.DataFrame(rows)


def totals_held(one: Measured, names: list[str], first: int) -> np.ndarray:
    """Return per cent of regions' totals held, by horizon."""
    found = pupils.rolling_total_coverage(
        one.rolling, pupils.CENTRAL, [one.regions[name] for name in one.regions], first
    )
    at = [list(one.regions).index(name) for name in names]
    return 100 * _mean(found[:, at], (0, 1))


def _mean(values: np.ndarray, axis: int | tuple[int, ...]) -> np.ndarray:
    known = np.isfinite(values)
    count = known.sum(axis=axis)
    total = np.where(known, values, 0.0).sum(axis=axis)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def largest_multiple(cohorts: Cohorts) -> float:
    """Return the largest forecast over the cohort it came from, of all origins and grades."""
    made = pupils.rolling_forecasts(
        cohorts.counts, cohorts.years, HORIZON, cohorts.constant, (pupils.CENTRAL,)
    )
    largest = 0.0
    for row, origin in enumerate(made.origins):
        now = cohorts.counts[:, int(origin - cohorts.years[0])]
        for ahead in range(1, HORIZON + 1):
            source = now[:, : now.shape[1] - ahead]
            forecast = made.forecasts[pupils.CENTRAL][row, :, ahead - 1, ahead:]
            ratio = np.divide(forecast, source, out=np.zeros(source.shape), where=source > 0)
            largest = max(largest, float(np.nanmax(ratio)))
    return largest


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="write nothing")
    shown = parser.parse_args().print
    started = time.perf_counter()
    sweden = measured("SE", 2023, FIRST)
    seconds = time.perf_counter() - started
    norway = measured("NO", 2026, 2009)
    skane = sweden.regions[SKANE]
    others = np.setdiff1d(np.arange(len(sweden.cohorts.places)), skane)
    plain = unshrunk(sweden.cohorts, FIRST)
    text = page(
        {
            "seconds": seconds,
            "skane": errors(sweden.tested, skane),
            "others": errors(sweden.tested, others),
            "plain": errors(plain, skane),
            "plain others": errors(plain, others),
            "total": errors(sweden.tested.added([skane])),
            "counties": errors(sweden.tested.added(list(sweden.regions.values()))),
            "nation": errors(sweden.tested.added([np.arange(len(sweden.cohorts.places))])),
            "constants": constants("SE", sweden, FIRST),
            "held skane": held(sweden, skane),
            "held others": held(sweden, others),
            "extended": pd.DataFrame(
                sweden.coverage.extended, index=sweden.coverage.origins
            ).set_axis(range(1, HORIZON + 1), axis=1),
            "width skane": widths(sweden, skane),
            "width others": widths(sweden, others),
            "sizes": by_size(sweden, SIZES),
            "totals counties": totals_held(sweden, sorted(sweden.regions), FIRST),
            "totals skane": totals_held(sweden, [SKANE], FIRST),
            "multiple": largest_multiple(sweden.cohorts),
            "norway": errors(norway.tested),
            "norway constants": constants("NO", norway, 2009),
            "norway held": held(norway, np.arange(len(norway.cohorts.places))),
            "norway sizes": by_size(norway, NORWEGIAN_SIZES),
            "norway totals": totals_held(norway, sorted(norway.regions), 2009),
            "norway nation": errors(norway.tested.added([np.arange(len(norway.cohorts.places))])),
        }
    )
    if shown:
        print(text)
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
