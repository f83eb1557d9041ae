"""Count false findings where nothing differs: `python bench/false_findings.py`.

Simulated country of 290 municipalities of Swedish sizes, 20 indicators and 18 years. Every
municipality has the same true level in every year, so every finding is false. Prints the tables
of docs/calibration.md.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from impact import indicators

SEED = 20261121
PLACES, YEARS = 290, 18
# Population of Swedish municipalities 2019 (SCB): every twentieth of the way through the list.
POPULATION = [
    2408, 4862, 6203, 7338, 9307, 10075, 10995, 11943, 13271, 14968, 15978,
    18807, 22052, 26024, 29732, 36097, 45057, 56237, 74282, 106108, 974073,
]  # fmt: skip
SHARES = (0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.95)
NOISY = 12


@dataclass(frozen=True, slots=True)
class World:
    """What is simulated.

    Parameters
    ----------
    name
        Shown in the table.
    autocorrelation
        Between neighbouring years.
    heavy
        Student t errors with 5 degrees of freedom instead of normal ones.
    uneven
        Standard deviation of the log spread among places of one size.
    """

    name: str
    autocorrelation: float
    heavy: bool = False
    uneven: float = 0.0


WORLDS = (
    World("independent years", 0.0),
    World("autocorrelation 0.3", 0.3),
    World("autocorrelation 0.5", 0.5),
    World("0.3, heavy tails", 0.3, heavy=True),
    World("0.3, uneven spread", 0.3, uneven=0.3),
    World("0.5, heavy tails and uneven spread", 0.5, heavy=True, uneven=0.3),
    World("0.7 (beyond the bound)", 0.7),
)


def errors(rng: np.random.Generator, shape: tuple, autocorrelation: float, heavy: bool = False):
    """Return stationary errors with spread 1 and the given correlation along the last axis."""
    length = (*shape[:-1], shape[-1] + 30)
    fresh = rng.standard_t(5, length) / np.sqrt(5 / 3) if heavy else rng.standard_normal(length)
    out = np.empty(length)
    out[..., 0] = fresh[..., 0]
    keep = np.sqrt(1 - autocorrelation**2)
    for at in range(1, length[-1]):
        out[..., at] = autocorrelation * out[..., at - 1] + keep * fresh[..., at]
    return out[..., 30:]


def panel(rng: np.random.Generator, world: World) -> pd.DataFrame:
    """Return a values table without any true difference, with polarity, basis and population."""
    at = (np.arange(PLACES) + 0.5) / PLACES * (len(POPULATION) - 1)
    population = np.exp(np.interp(at, np.arange(len(POPULATION)), np.log(POPULATION)))
    pupils = np.clip(np.round(population * 0.011), 20, 5000)
    count = len(SHARES) + NOISY
    draws = errors(rng, (count, PLACES, YEARS), world.autocorrelation, world.heavy)
    values = np.empty_like(draws)
    scale = world.heavy
    for number, share in enumerate(SHARES):
        normal = errors(rng, (PLACES, YEARS), world.autocorrelation) if scale else draws[number]
        people = np.broadcast_to(pupils[:, None], normal.shape)
        values[number] = stats.binom.ppf(stats.norm.cdf(normal), people, share) / people * 100
    for number in range(len(SHARES), count):
        slope = rng.uniform(0, 0.5)
        spread = 2 * (population / 15000) ** -slope * rng.lognormal(0, world.uneven, PLACES)
        values[number] = 50 + spread[:, None] * draws[number]
    index = pd.MultiIndex.from_product(
        [
            [f"test:{number}" for number in range(count)],
            [f"SE-{number:04d}" for number in range(PLACES)],
            range(2007, 2007 + YEARS),
        ],
        names=["indicator", "place", "year"],
    )
    table = pd.DataFrame({"value": values.ravel()}, index=index).reset_index()
    binomial = np.repeat(np.arange(count) < len(SHARES), PLACES * YEARS)
    people = np.tile(np.repeat(pupils, YEARS), count)
    return table.assign(
        group="total",
        polarity="higher",
        lower=np.nan,
        upper=np.nan,
        basis=np.where(binomial, "binomial", "between_year"),
        denominator=np.where(binomial, people, np.nan),
        population=np.tile(np.repeat(population, YEARS), count),
    )


def tests(table: pd.DataFrame) -> pd.DataFrame:
    """Return every test a report could state, as a notebook would make them."""
    described = table[["indicator", "basis"]].drop_duplicates()
    known = indicators.uncertainty(
        table.drop(columns="basis"), indicators=described, size="population"
    )
    names = {"standard_error": "reference_error", "places": "reference_places"}
    middle = indicators.medians(known).rename(columns=names)
    keys = ["indicator", "group", "year"]
    columns = [*keys, "median", "reference_error", "reference_places", "spread"]
    known = known.merge(middle[columns], on=keys)
    newest = known[known["year"] == known["year"].max()]
    compared = indicators.compare(
        newest,
        reference="median",
        reference_error="reference_error",
        reference_places="reference_places",
        spread="spread",
    )
    options = {"polarity": "polarity", "spread": "spread"}
    parts = {
        "comparison": compared,
        "trend": indicators.trend(known, **options),
        "trend_relative": indicators.trend_relative(known, reference="median", **options),
    }
    columns = ["place", "indicator", "p_value", "verdict", "standardised_effect"]
    return pd.concat(
        [part[columns].assign(kind=name) for name, part in parts.items()], ignore_index=True
    )


def false_findings(world: World, panels: int, seed: int = SEED) -> dict[str, float]:
    """Return, in per cent, how often a world without differences shows something."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(panels):
        table = panel(rng, world)
        binomial = set(table.loc[table["basis"] == "binomial", "indicator"])
        found = indicators.findings(tests(table))
        kind = found["kind"].where(
            found["kind"] != "comparison",
            np.where(found["indicator"].isin(binomial), "binomial", "between_year"),
        )
        clear = (found["p_value"] < 0.05).groupby(kind).mean()
        reports = found.groupby("place")["finding"].any().mean()
        made.append({"reports": reports, **clear})
    mean = pd.DataFrame(made).mean() * 100
    return mean.to_dict()


def trend_size(points: int, autocorrelation: float, heavy: bool, series: int = 40000) -> float:
    """Return the per cent of series without a trend that get a verdict of one."""
    rng = np.random.default_rng(SEED)
    draws = errors(rng, (series, points), autocorrelation, heavy)
    table = pd.DataFrame(
        {
            "place": np.repeat(np.arange(series), points),
            "year": np.tile(np.arange(2016, 2016 + points), series),
            "value": draws.ravel(),
        }
    )
    return float((indicators.trend(table)["p_value"] < 0.05).mean() * 100)


def spread_size(autocorrelation: float, countries: int = 1500) -> float:
    """Return the per cent of countries whose constant spread is called narrowing or widening."""
    rng = np.random.default_rng(SEED)
    noise = errors(rng, (countries, PLACES, 8), autocorrelation)
    values = rng.normal(0, 2, (countries, PLACES, 1)) + noise
    quarters = np.quantile(values, (0.25, 0.75), axis=1)
    table = pd.DataFrame(
        {
            "place": np.repeat(np.arange(countries), 8),
            "year": np.tile(np.arange(8), countries),
            "value": (quarters[1] - quarters[0]).ravel(),
        }
    )
    return float((indicators.trend(table)["p_value"] < 0.05).mean() * 100)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--panels", type=int, default=20, help="simulated countries per world")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    print("| world | reports with any finding | binomial | between-year | trend | relative |")
    print("|---|---|---|---|---|---|")
    for world in WORLDS:
        share = false_findings(world, chosen.panels, chosen.seed)
        kinds = ("reports", "binomial", "between_year", "trend", "trend_relative")
        print(f"| {world.name} | " + " | ".join(f"{share[kind]:.1f}" for kind in kinds) + " |")
    shares = ", ".join(f"{spread_size(each):.1f}" for each in (0.0, 0.3, 0.5))
    print(f"\nspread called narrowing or widening at 0, 0.3, 0.5: {shares}")
    print("\n| points | errors | 0 | 0.3 | 0.5 |\n|---|---|---|---|---|")
    for heavy in (False, True):
        for points in (5, 6, 7, 8):
            shares = [trend_size(points, each, heavy) for each in (0.0, 0.3, 0.5)]
            name = "t, 5 degrees" if heavy else "normal"
            print(f"| {points} | {name} | " + " | ".join(f"{each:.1f}" for each in shares) + " |")


if __name__ == "__main__":
    main()
