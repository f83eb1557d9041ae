"""How often a funnel leaves a place alone that is like the others, at 95 and at 99.8 per cent."""

from __future__ import annotations

import numpy as np
import pandas as pd
from coverage_result import Result
from scipy import stats

from impact.indicators.comparison.funnel import funnel

LEVELS = (95.0, 99.8)
PLACES = 290
BETWEEN = 0.05


def plain(rng: np.random.Generator, draws: int) -> list[Result]:
    """Places whose true level is the target; every outcome is judged by its own tail chances."""
    results = []
    for size in (20, 200, 5000):
        for share in (0.1, 0.75):
            events = np.arange(size + 1)
            chance = stats.binom.pmf(events, size, share)
            away = np.abs(events - size * share) / np.sqrt(size * share * (1 - share))
            drawn = rng.binomial(size, share, draws)
            found = funnel(_table(drawn, size), kind="proportion", target=share)
            for level, calm in zip(LEVELS, _calm(found["class"]), strict=True):
                exact = chance[away <= stats.norm.ppf((1 + level / 100) / 2)].sum()
                setting = f"share {share:g}, n {size}"
                results.append(_line("funnel of shares", setting, level, size, exact, calm, draws))
    for mean in (2.0, 20.0, 200.0):
        events = np.arange(int(stats.poisson.isf(1e-9, mean)) + 1)
        chance = stats.poisson.pmf(events, mean)
        tail = np.minimum(stats.poisson.sf(events - 1, mean), stats.poisson.cdf(events, mean))
        found = funnel(_table(rng.poisson(mean, draws), mean), kind="ratio")
        for level, calm in zip(LEVELS, _calm(found["class"]), strict=True):
            exact = chance[tail >= (1 - level / 100) / 2].sum()
            setting = f"{mean:g} expected events"
            results.append(
                _line("funnel of counts", setting, level, mean, exact, calm, draws, "exact")
            )
    return results


def adjusted(rng: np.random.Generator, draws: int) -> list[Result]:
    """Places that differ by more than chance, against their own weighted mean."""
    panels = max(20, draws // 200)
    size = np.tile(np.round(np.geomspace(200, 20_000, PLACES)), panels)
    noise = BETWEEN * rng.standard_normal(len(size))
    share = np.sin(np.arcsin(np.sqrt(0.75)) + noise) ** 2
    shares = _table(rng.binomial(size.astype(int), share), size)
    expected = size / 50
    ratio = (1 + 2 * noise) ** 2
    counts = _table(rng.poisson(expected * ratio), expected)
    results = []
    for table, kind in ((shares, "proportion"), (counts, "rate")):
        table["panel"] = np.repeat(np.arange(panels), PLACES)
        found = funnel(table, kind=kind, by="panel")
        whole = funnel(table, kind=kind, by="panel", winsorise=0.0)
        for name, classes, asked in (
            ("funnel, plain limits where places differ", found["class"], "shown"),
            ("funnel, adjusted limits", found["adjusted_class"], "near"),
            ("funnel, adjusted limits, winsorise 0", whole["adjusted_class"], "near"),
        ):
            for level, calm in zip(LEVELS, _calm(classes), strict=True):
                setting = f"{kind}, 290 places, {level:g} %"
                results.append(
                    Result(name, setting, asked, PLACES, None, calm, len(table), level=level)
                )
    return results


def _table(events: np.ndarray, total: float | np.ndarray) -> pd.DataFrame:
    return pd.DataFrame({"numerator": events, "denominator": total})


def _calm(found: pd.Series) -> tuple[float, float]:
    inner = 100 * float((found == "within").mean())
    return inner, 100 * float((~found.isin(["far_above", "far_below"])).mean())


def _line(
    name: str, setting: str, level: float, size: float, exact: float | None, calm: float,
    draws: int, kind: str = "approximate",
) -> Result:  # fmt: skip
    exact = None if exact is None else 100 * float(exact)
    return Result(name, f"{setting}, {level:g} %", kind, size, exact, calm, draws, level=level)
