"""Coverage of the slopes of `trend`, and how seldom its tests raise a false alarm."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pandas as pd
from coverage_result import Result, held

from impact.indicators.trends.trend import trend

POINTS = (5, 8)
SLOPE = 0.3


def slopes(rng: np.random.Generator, draws: int) -> list[Result]:
    """Limits of the slope, errors being as autocorrelated as guarded against, and less."""
    results = []
    series = draws // 5
    for points in POINTS:
        for correlation in (0.5, 0.0):
            table, setting = _series(rng, series, points, correlation)
            for method in ("gls_ar1", "theil_sen"):
                found = trend(table, method=method, by="place")
                results.append(_line(found, f"{method}, guarding against 0.5", setting))
        if points == 8:
            table, setting = _series(rng, series, points, 0.0)
            found = trend(table, method="theil_sen", by="place", autocorrelation=0.0)
            inside = np.abs(_scores(points)) < _critical(points)
            exact = 100 * float(inside.mean())
            results.append(_line(found, "theil_sen, independent years", setting, exact))
    return results


def alarms(rng: np.random.Generator, draws: int) -> list[Result]:
    """Series without a trend that are left alone."""
    results = []
    series = draws // 5
    for points in POINTS:
        table, setting = _series(rng, series, points, 0.5, slope=0.0)
        calm = 100 * float(
            (trend(table, method="mann_kendall", by="place")["p_value"] >= 0.05).mean()
        )
        name = "mann_kendall, no false alarm"
        results.append(Result(name, setting, "exact", points, None, calm, series))
        table, setting = _series(rng, series, points, 0.0, slope=0.0)
        found = trend(table, method="mann_kendall", by="place")["p_independent"]
        exact = 100 * float((np.abs(_scores(points)) < _critical(points)).mean())
        calm = 100 * float((found >= 0.05).mean())
        results.append(
            Result(f"{name} (independent)", setting, "exact", points, exact, calm, series)
        )
    for points in (12, 20):
        table, setting = _series(rng, series // 4, points, 0.5, slope=0.0)
        found = trend(table, method="segmented", by="place")
        calm = 100 * float(found["break_year"].isna().mean())
        results.append(
            Result("segmented, no break found", setting, "exact", points, None, calm, len(found))
        )
    results += _segmented(rng, series // 4)
    return results + _recent(rng, series)


def _segmented(rng: np.random.Generator, series: int) -> list[Result]:
    results = []
    for bend, kind in ((0.0, "near"), (0.5, "shown"), (2.0, "near")):
        table, setting = _series(rng, series, 16, 0.5, slope=0.0)
        table["value"] += bend * np.maximum(table["year"] - 2008, 0)
        found = trend(table, method="segmented", by="place").dropna(subset="lower")
        seen = found["break_year"].notna()
        word = "no break" if bend == 0 else f"bend of {bend:g} a year, found in {seen.mean():.0%}"
        results.append(
            Result(
                "segmented, slope of the last part", f"{setting}, {word}", kind, 16, None,
                held(found, bend), len(found),
            )
        )  # fmt: skip
    return results


def _recent(rng: np.random.Generator, series: int) -> list[Result]:
    results = []
    for size in (200, 5000):
        years = np.tile(np.arange(5), series)
        share = np.tile(0.7 + 0.02 * np.arange(5), series)
        table = pd.DataFrame({"place": np.repeat(np.arange(series), 5), "year": 2001 + years})
        for slope in (0.02, 0.0):
            drawn = rng.binomial(size, share if slope else 0.75)
            drawn = drawn if slope else rng.binomial(size, 0.75, len(table))
            full = table.assign(numerator=drawn, denominator=size, value=drawn / size)
            found = trend(
                full, method="recent", by="place", numerator="numerator", denominator="denominator"
            )
            if slope:
                line = Result(
                    "recent, slope", f"5 years, n {size}", "approximate", size, None,
                    held(found, slope), series,
                )  # fmt: skip
            else:
                calm = 100 * float((found["verdict"] == "no_clear_change").mean())
                line = Result(
                    "recent, no false alarm", f"5 years, n {size}", "shown", size, None, calm,
                    series, level=99.8,
                )  # fmt: skip
            results.append(line)
    return results


def _series(
    rng: np.random.Generator, series: int, points: int, correlation: float, slope: float = SLOPE
) -> tuple[pd.DataFrame, str]:
    fresh = rng.standard_normal((series, points))
    errors = np.empty_like(fresh)
    errors[:, 0] = fresh[:, 0]
    for at in range(1, points):
        keep = np.sqrt(1 - correlation**2)
        errors[:, at] = correlation * errors[:, at - 1] + keep * fresh[:, at]
    values = errors + slope * np.arange(points)
    table = pd.DataFrame(
        {
            "place": np.repeat(np.arange(series), points),
            "year": np.tile(2001 + np.arange(points), series),
            "value": values.ravel(),
        }
    )
    return table, f"{points} years, autocorrelation {correlation:g}"


def _line(found: pd.DataFrame, name: str, setting: str, exact: float | None = None) -> Result:
    found = found.dropna(subset="lower")
    return Result(name, setting, "exact", 0, exact, held(found, SLOPE), len(found))


def _scores(points: int) -> np.ndarray:
    """Kendall's score of every order of so many different values."""
    orders = np.array(list(permutations(range(points))), dtype=np.int8)
    earlier, later = np.triu_indices(points, 1)
    return np.sign(orders[:, later] - orders[:, earlier]).sum(axis=1)


def _critical(points: int) -> int:
    """The smallest score that at most 5 % of all orders reach, up or down."""
    size = np.abs(_scores(points))
    return min(score for score in np.unique(size) if (size >= score).mean() < 0.05)
