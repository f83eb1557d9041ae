"""Coverage of shares, rates and what is made of two of them: all outcomes, and simulated ones."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from coverage_result import Result, held
from scipy import stats

from impact.indicators.rates.difference import difference
from impact.indicators.rates.intervals import proportion, rate
from impact.indicators.rates.ratio import ratio

SIZES = (20, 200, 5000)
SHARES = (0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98)
MEANS = (0.5, 1.0, 1.5, 2.0, 5.0, 10.0, 20.0, 50.0, 200.0, 1000.0)
PAIRS = ((0.5, 0.5), (0.75, 0.9), (0.1, 0.1), (0.05, 0.15))
COUNTS = ((5.0, 5.0), (20.0, 10.0), (20.0, 50.0), (200.0, 300.0))
TAIL = 1e-7
Z = stats.norm.ppf(0.975)


def proportions(rng: np.random.Generator, draws: int) -> list[Result]:
    """Wilson: a share p is held when |x - np| is at most z times its standard deviation."""
    results = []
    for size in SIZES:
        for share in SHARES:
            events = np.arange(size + 1)
            near = np.abs(events - size * share) <= Z * np.sqrt(size * share * (1 - share))
            exact = 100 * stats.binom.pmf(events, size, share)[near].sum()
            drawn = counts(rng.binomial(size, share, draws), size)
            simulated = held(proportion(drawn), share)
            kind = "approximate" if size * min(share, 1 - share) >= 4 else "shown"
            setting = f"n {size}, share {share:g}"
            results.append(
                Result("proportion (Wilson)", setting, kind, size, exact, simulated, draws)
            )
    return results


def rates(rng: np.random.Generator, draws: int) -> list[Result]:
    """Exact Poisson: a mean is held when neither tail beyond the count is 2.5 % or less."""
    results = []
    for mean in MEANS:
        events, chance = likely(stats.poisson(mean))
        tails = stats.poisson.sf(events - 1, mean), stats.poisson.cdf(events, mean)
        lower, upper = byar(events)
        inside = np.where(
            events < 10, np.minimum(*tails) > 0.025, (lower <= mean) & (mean <= upper)
        )
        drawn = counts(rng.poisson(mean, draws), 10_000)
        simulated = held(rate(drawn, multiplier=10_000.0), mean)
        setting = f"{mean:g} expected events"
        exact = 100 * chance[inside].sum()
        name = "rate (exact below 10 events, else Byar)"
        results.append(Result(name, setting, "exact", mean, exact, simulated, draws))
    return results + [_repeated(rng, mean, draws // 10) for mean in (20.0, 200.0)]


def _repeated(rng: np.random.Generator, mean: float, draws: int) -> Result:
    """Persons with one, two or three events each: the count of events is compound Poisson."""
    times = np.arange(1, 4)
    persons = rng.poisson(mean * np.array([0.7, 0.2, 0.1]), (draws, 3))
    table = counts(persons.ravel(), 10_000).assign(times=np.tile(times, draws))
    table["sample"] = np.repeat(np.arange(draws), 3)
    found = rate(table, by="sample", events_per_person="times", multiplier=10_000.0)
    truth = mean * (0.7 * 1 + 0.2 * 2 + 0.1 * 3)
    setting = f"{mean:g} expected persons, 1 to 3 events each"
    return Result(
        "rate, repeated events", setting, "approximate", mean, None, held(found, truth), draws
    )


def extremes() -> pd.DataFrame:
    """Return the lowest and highest exact coverage of `proportion` and `rate` over true levels.

    Returns
    -------
    DataFrame
        Columns method, setting, lowest, at, highest (per cent; `at` is the level of the lowest).
    """
    rows = []
    levels = np.arange(0.05, 0.9501, 0.001)
    for size in SIZES:
        every = proportion(counts(np.arange(size + 1), size))
        lower, upper = every["lower"].to_numpy(), every["upper"].to_numpy()
        chance = stats.binom.pmf(np.arange(size + 1), size, levels[:, None])
        inside = (lower <= levels[:, None]) & (levels[:, None] <= upper)
        rows.append(
            ("proportion (Wilson)", f"n {size}, shares 0.05 to 0.95", chance, inside, levels)
        )
    every = rate(counts(np.arange(1400), 1.0), multiplier=1.0)
    lower, upper = every["lower"].to_numpy(), every["upper"].to_numpy()
    for low, high, step in ((0.05, 2.0, 0.005), (2.0, 10.0, 0.01), (10.0, 1000.0, 0.5)):
        levels = np.arange(low, high, step)
        chance = stats.poisson.pmf(np.arange(1400), levels[:, None])
        inside = (lower <= levels[:, None]) & (levels[:, None] <= upper)
        rows.append(("rate", f"{low:g} to {high:g} expected events", chance, inside, levels))
    table = []
    for method, setting, chance, inside, levels in rows:
        share = 100 * (chance * inside).sum(axis=1)
        table.append((method, setting, share.min(), levels[share.argmin()], share.max()))
    return pd.DataFrame(table, columns=["method", "setting", "lowest", "at", "highest"])


def byar(events: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return Byar's limits, written a second time; 0 events have a lower limit of 0 here."""
    some = np.maximum(events, 1)
    lower = some * (1 - 1 / (9 * some) - Z / (3 * np.sqrt(some))) ** 3
    more = events + 1
    return lower, more * (1 - 1 / (9 * more) + Z / (3 * np.sqrt(more))) ** 3


def counts(events: np.ndarray, total: float) -> pd.DataFrame:
    """Return one row a count."""
    return pd.DataFrame({"numerator": events, "denominator": float(total)})


def likely(law: stats.rv_discrete) -> tuple[np.ndarray, np.ndarray]:
    """Return the outcomes that matter and their probabilities."""
    events = np.arange(int(law.ppf(TAIL)), int(law.isf(TAIL)) + 1)
    return events, law.pmf(events)


def compared(rng: np.random.Generator, draws: int) -> list[Result]:
    """Differences and ratios of two shares, and of two rates."""
    results = []
    for call, name in ((difference, "difference"), (ratio, "ratio")):
        for size in SIZES:
            for shares in PAIRS:
                laws = [stats.binom(size, share) for share in shares]
                truth = _truth(name, *shares)
                exact, drawn = two_counts(
                    lambda table, call=call: call(table, kind="proportion"),
                    laws, (size, size), truth, rng, draws,
                )  # fmt: skip
                few = size * min(shares) < 4
                results.append(
                    Result(
                        f"{name} of shares ({'Newcombe' if call is difference else 'Koopman'})",
                        f"n {size} each, shares {shares[0]:g} and {shares[1]:g}",
                        "shown" if few else "approximate", size, exact, drawn, draws,
                    )
                )  # fmt: skip
        for means in COUNTS:
            laws, totals = [stats.poisson(mean) for mean in means], (1000.0, 2000.0)
            truth = _truth(name, means[0] / totals[0], means[1] / totals[1])
            exact, drawn = two_counts(
                lambda table, call=call: call(table, kind="rate"), laws, totals, truth, rng, draws
            )
            results.append(
                Result(
                    f"{name} of rates ({'MOVER' if call is difference else 'conditional exact'})",
                    f"{means[0]:g} and {means[1]:g} expected events",
                    "approximate" if call is difference else "exact",
                    min(means), exact, drawn, draws,
                )
            )  # fmt: skip
    return results


def _truth(name: str, own: float, other: float) -> float:
    return own - other if name == "difference" else own / other


def two_counts(
    call: Callable[[pd.DataFrame], pd.DataFrame],
    laws: list[stats.rv_discrete],
    totals: tuple[float, float],
    truth: float,
    rng: np.random.Generator,
    draws: int,
) -> tuple[float, float]:
    """Return exact and simulated coverage of a statistic of two independent counts."""
    (first, chance), (second, other) = (likely(law) for law in laws)
    grid, against = np.meshgrid(first, second, indexing="ij")
    every = call(pairs(grid.ravel(), against.ravel(), totals))
    given = every["lower"].notna().to_numpy()
    inside = ((every["lower"] <= truth) & (truth <= every["upper"])).to_numpy()
    weight = np.outer(chance, other).ravel()
    drawn = call(pairs(*(law.rvs(size=draws, random_state=rng) for law in laws), totals))
    return 100 * weight[inside].sum() / weight[given].sum(), held(
        drawn.dropna(subset="lower"), truth
    )


def pairs(first: np.ndarray, second: np.ndarray, totals: tuple[float, float]) -> pd.DataFrame:
    """Return one row for two counts that are compared."""
    return pd.DataFrame(
        {
            "numerator": first,
            "denominator": totals[0],
            "reference_numerator": second,
            "reference_denominator": totals[1],
        }
    )
