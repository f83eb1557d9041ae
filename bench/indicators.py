"""How fast the indicator statistics are beside plain pandas loops: `python bench/indicators.py`.

Every line times a function over the whole table (the best of three) and the same work written as
a loop over rows or groups (`DataFrame.apply`, `groupby.apply`) over a sample of it; the loop's time
is scaled up to the whole table, and its values are compared with the function's. For `protect`
there is no simple loop that does the same work: beside it stand the usual hand method (hide what
is small, then one more figure in every row and column with a single hidden one) and one attack on
every hidden figure, two linear programmes each; the figures found derivable would still have to be
mended, and the attack repeated. Times are of one run on one computer: read the ratios.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from plain_loops import LIMITS, attacked, by_hand, chiang, dobson, per_thousand, verdict, wilson

from impact.indicators.comparison.compare import compare
from impact.indicators.protection.apply import Layout
from impact.indicators.protection.protect import protect
from impact.indicators.protection.rules import Rule
from impact.indicators.rates.intervals import proportion, rate
from impact.indicators.standardisation.life_expectancy import life_expectancy
from impact.indicators.standardisation.standard_population import european_standard_population
from impact.indicators.standardisation.standardised_rate import standardised_rate

SEED = 20261122
ROWS = 1_000_000
PLACES, YEARS = 290, 20
LIVES = 5000


@dataclass(frozen=True, slots=True)
class Timed:
    """One line of the table.

    Parameters
    ----------
    work
        What is done.
    seconds
        Of the function over the whole table.
    loop_seconds
        Of the loop over the whole table, scaled up from `sample` of `size` rows or groups.
    """

    work: str
    seconds: float
    loop_seconds: float
    sample: int
    size: int

    def line(self) -> str:
        """Return the line of the printed table."""
        ratio = f"{self.loop_seconds / self.seconds:,.0f}"
        counted = f"{self.sample:,} of {self.size:,}"
        return (
            f"| {self.work} | {self.seconds:.2f} | {self.loop_seconds:,.1f} | {counted} | {ratio} |"
        )


def seconds(work: Callable[[], object]) -> tuple[float, object]:
    """Return how long the work took, and its result."""
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


def fastest(work: Callable[[], pd.DataFrame]) -> tuple[float, pd.DataFrame]:
    """Return the shortest of three times, and the result."""
    times, found = zip(*(seconds(work) for _ in range(3)), strict=True)
    return min(times), found[0]


def scaled(loop: Callable[[], pd.DataFrame], sample: int, size: int) -> tuple[float, pd.DataFrame]:
    """Return the loop's time over the sample, scaled up to the size, and its result."""
    spent, done = seconds(loop)
    return spent * size / sample, done


def agree(found: pd.DataFrame, looped: pd.DataFrame, columns: list[str]) -> None:
    """Stop when the loop has other values than the function."""
    one, other = (table[columns].to_numpy(dtype=float) for table in (found, looped))
    if not np.allclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True):
        raise SystemExit(f"the loop and the function differ in {columns}")


def counts(rng: np.random.Generator, rows: int = ROWS) -> pd.DataFrame:
    """Return counts among 20 to 5,000 persons."""
    total = rng.integers(20, 5000, rows)
    return pd.DataFrame({"numerator": rng.binomial(total, 0.02), "denominator": total})


def time_counts(
    rng: np.random.Generator, sample: int, function: Callable, loop: Callable, name: str
) -> Timed:
    """Time `proportion` or `rate`."""
    table = counts(rng)
    spent, found = fastest(lambda: function(table))
    part = table.head(sample)
    slow, looped = scaled(lambda: part.apply(loop, axis=1), sample, ROWS)
    agree(found.head(sample), looped, LIMITS)
    return Timed(f"{name}, 1,000,000 rows", spent, slow, sample, ROWS)


def compared(rng: np.random.Generator, rows: int = ROWS) -> pd.DataFrame:
    """Return values with uncertainty and reference: half shares, half yearly figures."""
    total = rng.integers(20, 5000, rows)
    share = rng.binomial(total, 0.8) / total * 100
    basis = np.where(np.arange(rows) % 2 == 0, "binomial", "between_year")
    return pd.DataFrame(
        {
            "value": share,
            "reference": 80.0,
            "basis": pd.array(basis, dtype="str"),
            "denominator": total,
            "standard_error": np.sqrt(1600 / total),
            "degrees_of_freedom": 12.0,
            "polarity": pd.array(["higher"] * rows, dtype="str"),
        }
    )


def time_compare(rng: np.random.Generator, sample: int) -> Timed:
    """Time `compare`."""
    table = compared(rng)
    spent, found = fastest(lambda: compare(table, reference="reference"))
    part = table.head(sample)
    slow, looped = scaled(lambda: part.apply(verdict, axis=1), sample, ROWS)
    agree(found.head(sample), looped, ["difference", "p_value"])
    if not (found["verdict"].head(sample) == looped["verdict"]).all():
        raise SystemExit("the loop and compare differ in their verdicts")
    return Timed("compare, 1,000,000 rows", spent, slow, sample, ROWS)


def aged(rng: np.random.Generator, groups: int, bands: pd.Index) -> pd.DataFrame:
    """Return deaths and persons of every group and age band; most deaths among the old."""
    risk = np.linspace(-7.5, -1.2, len(bands))
    risk[0] = -5.5
    persons = rng.integers(300, 3000, (groups, len(bands)))
    deaths = np.maximum(rng.binomial(persons, np.exp(risk)), np.arange(len(bands)) > 12)
    return pd.DataFrame(
        {
            "group": np.repeat(np.arange(groups), len(bands)),
            "band": np.tile(bands, groups),
            "deaths": deaths.ravel(),
            "persons": persons.ravel(),
        }
    )


def time_standardised(rng: np.random.Generator, sample: int) -> Timed:
    """Time `standardised_rate` over 290 places, 20 years and 18 bands."""
    standard = european_standard_population()
    folded = standard.iloc[:17].copy()
    folded[f"{standard.index[17].split('-')[0]}+"] = standard.iloc[17:].sum()
    size = PLACES * YEARS
    table = aged(rng, size, folded.index)
    spent, found = fastest(
        lambda: standardised_rate(
            table, numerator="deaths", denominator="persons", weights=folded, by="group"
        )
    )
    part = table[table["group"] < sample]
    groups = part.groupby("group", sort=False)
    slow, looped = scaled(lambda: groups.apply(dobson, weights=folded), sample, size)
    agree(found.head(sample), looped, LIMITS)
    work = "standardised_rate, 290 places × 20 years × 18 bands"
    return Timed(work, spent, slow, sample, size)


def time_lives(rng: np.random.Generator, sample: int) -> Timed:
    """Time `life_expectancy` over 5,000 groups of 20 bands."""
    bands = pd.Index(["0-0", "1-4", *(f"{age}-{age + 4}" for age in range(5, 90, 5)), "90+"])
    table = aged(rng, LIVES, bands)
    spent, found = fastest(lambda: life_expectancy(table, by="group"))
    part = table[table["group"] < sample]
    groups = part.groupby("group", sort=False)
    slow, looped = scaled(lambda: groups.apply(chiang), sample, LIVES)
    agree(found.head(sample), looped, LIMITS)
    return Timed("life_expectancy, 5,000 groups", spent, slow, sample, LIVES)


def grades(rng: np.random.Generator) -> tuple[pd.DataFrame, Layout]:
    """Return 290 places × 8 grades of counts with totals of both, and how they add up."""
    size = np.exp(rng.normal(4.2, 0.9, PLACES))[:, None]
    persons = np.maximum(rng.poisson(size, (PLACES, 8)), 12)
    events = rng.binomial(persons, 0.15)
    names = [f"grade:{grade}" for grade in range(1, 9)]
    codes = [f"SE-{number:04}" for number in range(PLACES)]
    parts = []
    for cells in (events, persons):
        whole = pd.DataFrame(cells, index=codes, columns=names)
        whole["total"] = whole.sum(axis=1)
        whole.loc["SE"] = whole.sum()
        parts.append(whole.rename_axis("place").melt(ignore_index=False, var_name="group"))
    table = parts[0].rename(columns={"value": "numerator"}).reset_index()
    table = table.assign(denominator=parts[1]["value"].to_numpy(), status="ok", year=2024)
    table["value"] = table["numerator"] / table["denominator"] * 100
    return table, Layout(hierarchies={"place": {"SE": codes}})


def time_protect(rng: np.random.Generator, sample: int) -> Timed:
    """Time `protect` on 290 × 8 with totals beside hiding by hand and attacking every cell once."""
    table, layout = grades(rng)
    spent, _ = fastest(lambda: protect(table, Rule(), layout=layout))
    events = table.pivot(index="place", columns="group", values="numerator")
    persons = table.pivot(index="place", columns="group", values="denominator")
    hand, hidden = seconds(lambda: by_hand(events, persons))
    size = int(hidden.to_numpy().sum())
    slow, derived = scaled(
        lambda: attacked(events, persons, hidden.to_numpy(), sample), sample, size
    )
    print(f"of {sample} figures hidden by hand {derived} can be derived", file=sys.stderr)
    return Timed("protect, 290 × 8 with totals", spent, hand + slow, sample, size)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=20_000, help="rows of the loops over rows")
    parser.add_argument("--groups", type=int, default=500, help="groups of the loops over groups")
    parser.add_argument("--cells", type=int, default=50, help="hidden cells that are attacked")
    chosen = parser.parse_args()
    rng = np.random.default_rng(SEED)
    print("| work | seconds | loop, seconds (scaled) | loop timed on | ratio |")
    print("|---|---|---|---|---|")
    for timed in (
        lambda: time_counts(rng, chosen.sample, proportion, wilson, "proportion"),
        lambda: time_counts(rng, chosen.sample, rate, per_thousand, "rate"),
        lambda: time_compare(rng, chosen.sample),
        lambda: time_standardised(rng, chosen.groups),
        lambda: time_lives(rng, chosen.groups),
        lambda: time_protect(rng, chosen.cells),
    ):
        print(timed().line(), flush=True)


if __name__ == "__main__":
    main()
