"""How often next year's figure is in the interval: `python bench/year_noise_coverage.py`.

Reads the embedded figures of Sweden and Finland. Prints the coverage tables of
docs/calibration.md: the interval of `year_noise` against one from the residual spread
around a smooth path (second differences, pooled in five classes of size).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from impact import indicators, store

FEWEST = 500
LEVELS = (0.95, 0.99, 0.999)
POPULATION = {"SE": "scb:population", "FI": "statfin:population"}


def figures(country: str) -> pd.DataFrame:
    """Return the yearly figures of all municipalities with their population."""
    values = store.load(country=country)
    sizes = values[values["indicator"] == POPULATION[country]].groupby("place")["value"].median()
    return values.assign(population=values["place"].map(sizes))


def without_common_movement(values: pd.DataFrame) -> pd.DataFrame:
    """Return the values minus the median municipality's of the same year."""
    middle = values.groupby(["indicator", "year"])["value"].transform("median")
    return values.assign(value=values["value"] - middle)


def coverage(values: pd.DataFrame, confidence: float) -> pd.DataFrame:
    """Return the coverage of indicators with enough tested figures."""
    found = indicators.noise_coverage(values, size="population", confidence=confidence)
    return found[found["tested"] >= FEWEST].set_index("indicator")


def smooth_path_coverage(values: pd.DataFrame, confidence: float = 0.95) -> pd.DataFrame:
    """Return the coverage of value -+ z s with s from second differences of the years before."""
    z = stats.norm.ppf((1 + confidence) / 2)
    rows = []
    for name, part in values.groupby("indicator"):
        table = part.pivot(index="place", columns="year", values="value")
        sizes = part.groupby("place")["population"].first().reindex(table.index)
        group = pd.qcut(sizes, 5, labels=False).to_numpy()
        raw = table.to_numpy()
        apart = (table - table.median()).to_numpy()
        bend = (apart[:, :-2] / 2 - apart[:, 1:-1] + apart[:, 2:] / 2) ** 2 / 1.5
        for at in range(6, raw.shape[1]):
            past = pd.DataFrame(bend[:, : at - 2]).groupby(group)
            variance = past.sum().sum(axis=1) / past.count().sum(axis=1)
            spread = np.sqrt(pd.Series(group).map(variance).to_numpy())
            after = np.abs(raw[:, at] - raw[:, at - 1])
            tested = np.isfinite(after) & np.isfinite(spread)
            rows.append((name, tested.sum(), (after[tested] <= z * spread[tested]).sum()))
    table = pd.DataFrame(rows, columns=["indicator", "tested", "inside"])
    table = table.groupby("indicator").sum()
    return table.assign(coverage=table["inside"] / table["tested"])[table["tested"] >= FEWEST]


def shares_by_chance() -> str:
    """Return how the shares of N15428 move against what chance among the pupils would give."""
    share = store.load("kolada:N15428", country="SE")
    pupils = store.load("skolverket:pupils", country="SE", groups=["grade:9"])
    pupils = pupils.assign(year=pupils["year"] + 1, denominator=pupils["value"])
    table = share.drop(columns="denominator").merge(
        pupils[["place", "year", "denominator"]], on=["place", "year"]
    )
    table = table[table["denominator"] > 0].dropna(subset="value").sort_values(["place", "year"])
    by_place = table.groupby("place")
    after = by_place["value"].shift(-1).where(by_place["year"].diff(-1) == -1)
    breaks = pd.DataFrame({"year": [2012], "effect": ["break"]})
    factor = indicators.dispersion(table, breaks=breaks)
    table["effective"] = indicators.effective_persons(table, factor)
    held = []
    for basis, persons in (
        ("binomial", "denominator"),
        ("binomial", "effective"),
        ("between_year", "denominator"),
    ):
        described = pd.DataFrame({"indicator": ["kolada:N15428"], "basis": [basis]})
        known = indicators.uncertainty(table, indicators=described, denominator=persons)
        tested = after.notna() & known["lower"].notna()
        held.append(after.between(known["lower"], known["upper"])[tested].mean() * 100)
    return (
        f"overdispersion {factor.item():.2f}; next year held by Wilson limits {held[0]:.0f} %, "
        f"with overdispersion {held[1]:.0f} %, by between-year limits {held[2]:.0f} %"
    )


def line(country: str, name: str, found: pd.DataFrame) -> str:
    """Return one row of the table."""
    whole = np.average(found["coverage"], weights=found["tested"])
    share = found["coverage"]
    figures = (whole, share.median(), share.min(), share.max())
    return f"| {country} | {name} | {len(found)} | " + " | ".join(
        f"{each * 100:.1f}" for each in figures
    ) + " |"  # fmt: skip


def main() -> None:
    """Print the tables."""
    print("| country | interval | indicators | all figures | median | lowest | highest |")
    print("|---|---|---|---|---|---|---|")
    by_indicator = {}
    for country in POPULATION:
        raw = figures(country)
        yearly = raw[~raw["indicator"].isin(POPULATION.values())]
        apart = without_common_movement(yearly)
        for level in LEVELS:
            print(line(country, f"{level * 100:g} %", coverage(yearly, level)))
        for level in LEVELS:
            name = f"{level * 100:g} %, common movement removed"
            print(line(country, name, coverage(apart, level)))
        print(line(country, "95 %, smooth path", smooth_path_coverage(yearly)))
        by_indicator[country] = coverage(yearly, 0.95), coverage(apart, 0.95)
    print("\n| indicator | figures tested | raw | common movement removed |\n|---|---|---|---|")
    for raw, apart in by_indicator.values():
        both = raw.assign(coverage_apart=apart["coverage"])
        for row in both.itertuples():
            shares = f"{row.coverage * 100:.0f} | {row.coverage_apart * 100:.0f}"
            print(f"| {row.Index} | {row.tested:.0f} | {shares} |")
    print(f"\nN15428: {shares_by_chance()}")


if __name__ == "__main__":
    main()
