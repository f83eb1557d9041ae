"""How often an effect is found where there is none: `python bench/evaluation_size.py`.

Reads the embedded Swedish figures of years before any known programme, takes untreated
municipalities for treated ones, and writes docs/evaluation_size.md. `--quick` draws a tenth of the
assignments and writes nothing.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from evaluation_size_page import page
from scipy import stats

from impact import catalogue, store
from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.inference.exact_t import exact_t
from impact.evaluation.inference.placebo_distribution import Distribution
from impact.evaluation.inference.placebo_test import placebo_test
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.power import detectable_effect
from impact.evaluation.strata import size_strata

SEED = 20261122
DRAWS = 2000
REPEATED = 25
TREATED = (1, 2, 3, 5, 13, 33)
FEW = (1, 2, 3, 5, 13)
PARTS = (4, 6, 8, 10)
LEVEL = 0.05
OUTCOMES = (
    ("kolada:N15428", False, 2013, 2018, 2020),
    ("kolada:N17461", False, 2015, 2018, 2020),
    ("kolada:N17625", False, 2016, 2018, 2020),
    ("kolada:N15030", False, 2006, 2015, 2019),
    ("kolada:N02904", False, 2007, 2015, 2018),
    ("scb:population", True, 2008, 2015, 2019),
)
PAGE = Path(__file__).parents[1] / "docs" / "evaluation_size.md"


@dataclass(frozen=True, slots=True, eq=False)
class Untreated:
    """The change of every municipality over a start at which nothing began."""

    indicator: str
    name: str
    years: tuple[int, int, int]
    places: np.ndarray
    sizes: np.ndarray
    changes: np.ndarray
    strata: np.ndarray

    @property
    def counties(self) -> np.ndarray:
        """Shape (N,), the first two digits of the code."""
        return np.array([place[3:5] for place in self.places])


def untreated(indicator: str, logarithm: bool, first: int, start: int, last: int) -> Untreated:
    """Return the changes of all municipalities with a figure in every year."""
    rows = store.load(indicator, country="SE", years=range(first, last + 1), groups=["total"])
    wide = rows[rows["status"] == "ok"].pivot(index="place", columns="year", values="value")
    wide = wide.dropna().sort_index()
    inhabitants = store.load("scb:population", country="SE", years=[2015], groups=["total"])
    sizes = inhabitants.set_index("place")["value"].reindex(wide.index).to_numpy(float)
    values = np.log(wide.to_numpy(float)) if logarithm else wide.to_numpy(float)
    starts = np.full(len(wide), NEVER)
    starts[0] = start
    years = tuple(int(year) for year in wide.columns)
    panel = Panel(tuple(wide.index), years, values, starts, sizes)
    changes = unit_changes(panel, "demeaned")[:, 0]
    name = catalogue.indicator(indicator).name["en"] + (", logarithm" if logarithm else "")
    places = wide.index.to_numpy(str)
    return Untreated(
        indicator, name, (first, start, last), places, sizes, changes, size_strata(sizes)
    )


def pools(outcome: Untreated) -> dict[str, np.ndarray]:
    """Return the municipalities from which the treated are taken."""
    order = np.argsort(outcome.sizes, kind="stable")
    twentieth = max(len(order) // 20, 1)
    return {
        "smallest quarter": np.flatnonzero(outcome.strata == outcome.strata.min()),
        "largest quarter": np.flatnonzero(outcome.strata == outcome.strata.max()),
        "smallest 5 %": np.sort(order[:twentieth]),
        "largest 5 %": np.sort(order[-twentieth:]),
    }


def assignments(
    pool: np.ndarray, treated: int, draws: int, generator: np.random.Generator
) -> np.ndarray:
    """Return shape (draws, treated): who is taken for treated; one treated: everybody in turn."""
    if treated == 1:
        return pool[:, None]
    order = generator.random((draws, len(pool))).argsort(axis=1)[:, :treated]
    return pool[order]


def p_of(distribution: Distribution, effects: np.ndarray) -> np.ndarray:
    """Return the placebo p-values of many effects that share one distribution."""
    order = np.argsort(np.abs(distribution.values))
    distance = np.abs(distribution.values)[order]
    upper = np.cumsum(distribution.probabilities[order][::-1])[::-1]
    nearest = np.searchsorted(distance, np.abs(effects) - 1e-9 * distance[-1])
    return upper[np.minimum(nearest, len(distance) - 1)]


def two_sample_t(changes: np.ndarray, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return effects and p-values of the classical t-test of the chosen against all others."""
    count, treated = len(changes), chosen.shape[1]
    own, total = changes[chosen], changes.sum()
    effects = own.mean(axis=1) - (total - own.sum(axis=1)) / (count - treated)
    squares = (own**2).sum(axis=1) - treated * own.mean(axis=1) ** 2
    others = (total - own.sum(axis=1)) / (count - treated)
    squares += (changes**2).sum() - (own**2).sum(axis=1) - (count - treated) * others**2
    error = np.sqrt(squares / (count - 2) * (1 / treated + 1 / (count - treated)))
    return effects, 2 * stats.t.sf(np.abs(effects) / error, count - 2)


def clustered_t(changes: np.ndarray, chosen: np.ndarray, years: int) -> np.ndarray:
    """Return p-values of two-way fixed effects with standard errors clustered by municipality.

    In a balanced panel with one start they are those of a regression of the changes on being
    treated with errors of its own for every unit, times the usual factors.
    """
    count, treated = len(changes), chosen.shape[1]
    effects, _ = two_sample_t(changes, chosen)
    own = changes[chosen]
    others = (changes.sum() - own.sum(axis=1)) / (count - treated)
    of_own = ((own - own.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    of_others = (changes**2).sum() - (own**2).sum(axis=1) - (count - treated) * others**2
    share = treated / count
    meat = (1 - share) ** 2 * of_own + share**2 * of_others
    bread = treated * (1 - share)
    factor = count / (count - 1) * (count * years - 1) / (count * years - years - 1)
    error = np.sqrt(meat * factor) / bread
    return 2 * stats.t.sf(np.abs(effects) / error, count - 1)


def rejected(
    outcome: Untreated, pool: np.ndarray, treated: int, draws: int, repeated: int
) -> dict[str, float]:
    """Return the shares of true nulls rejected at 5 %, and how often intervals hold the truth."""
    generator = np.random.default_rng(SEED + treated)
    chosen = assignments(pool, treated, draws, generator)
    stratum = outcome.strata == outcome.strata[pool[0]]
    inside = outcome.changes[stratum]
    within = np.cumsum(stratum)[chosen] - 1
    first = np.full(len(inside), -1)
    first[within[0]] = 0
    test = placebo_test(inside, first, np.zeros(len(inside), int))
    effects, p_t = two_sample_t(inside, within)
    p_placebo = p_of(test.distribution, effects)
    years = outcome.years[2] - outcome.years[0] + 1
    covered = [
        covers(outcome, each, float(inside.std())) for each in chosen[: min(repeated, len(chosen))]
    ]
    return {
        "tests": len(chosen),
        "placebo": (p_placebo <= LEVEL).mean(),
        "exact t": (p_t <= LEVEL).mean(),
        "both": ((p_placebo <= LEVEL) & (p_t <= LEVEL)).mean(),
        "plain t": (two_sample_t(outcome.changes, chosen)[1] <= LEVEL).mean(),
        "clustered": (clustered_t(outcome.changes, chosen, years) <= LEVEL).mean(),
        "repeated": len(covered),
        "covered": float(np.mean(covered)) if covered else np.nan,
        "detectable": detectable_effect(test.without_effect),
    }


def covers(outcome: Untreated, chosen: np.ndarray, effect: float) -> bool:
    """Return whether the interval holds an effect added to the chosen municipalities."""
    cohort = np.full(len(outcome.changes), -1)
    cohort[chosen] = 0
    found = placebo_test(outcome.changes + effect * (cohort == 0), cohort, outcome.strata)
    return bool(found.lower <= effect <= found.upper)


def sizes(outcomes: list[Untreated], draws: int, repeated: int) -> pd.DataFrame:
    """Return one row per outcome, pool and number of treated."""
    rows = []
    for outcome in outcomes:
        for name, pool in pools(outcome).items():
            for treated in TREATED if "quarter" in name else FEW:
                again = repeated if "quarter" in name else 0
                found = rejected(outcome, pool, treated, draws, again)
                rows.append({"outcome": outcome.name, "pool": name, "treated": treated, **found})
    return pd.DataFrame(rows)


def whole_counties(outcome: Untreated) -> dict[str, object]:
    """Return in how many counties something is found though nothing was done there."""
    names = np.unique(outcome.counties)
    years = outcome.years[2] - outcome.years[0] + 1
    found = {"placebo": 0, "exact t": 0, "both": 0, "plain t": 0, "clustered": 0, "one": 0}
    means = np.array([outcome.changes[outcome.counties == name].mean() for name in names])
    for at, name in enumerate(names):
        here = outcome.counties == name
        cohort, chosen = np.where(here, 0, -1), np.flatnonzero(here)[None]
        placebo = placebo_test(outcome.changes, cohort, outcome.strata).p_value <= LEVEL
        t_test = exact_t(outcome.changes, cohort, outcome.strata).p_value <= LEVEL
        found["placebo"] += placebo
        found["exact t"] += t_test
        found["both"] += placebo and t_test
        found["plain t"] += int(two_sample_t(outcome.changes, chosen)[1][0] <= LEVEL)
        found["clustered"] += int(clustered_t(outcome.changes, chosen, years)[0] <= LEVEL)
        alone = np.where(np.arange(len(names)) == at, 0, -1)
        found["one"] += placebo_test(means, alone, np.zeros(len(names), int)).p_value <= LEVEL
    return {"outcome": outcome.name, "counties": len(names), **found}


def finer_strata(outcomes: list[Untreated], draws: int) -> pd.DataFrame:
    """Return what the placebo test rejects, treated from the smallest 5 %, by number of strata."""
    rows = []
    for outcome in outcomes:
        pool = pools(outcome)["smallest 5 %"]
        rank = np.argsort(np.argsort(outcome.sizes, kind="stable"), kind="stable")
        for parts in PARTS:
            divided = replace(outcome, strata=parts * rank // len(rank))
            for treated in FEW[1:-1]:
                found = rejected(divided, pool, treated, draws, 0)["placebo"]
                rows.append(
                    {
                        "strata": parts,
                        "units": len(rank) // parts,
                        "treated": treated,
                        "placebo": found,
                    }
                )
    return pd.DataFrame(rows)


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth, and nothing written")
    quick = parser.parse_args().quick
    outcomes = [untreated(*each) for each in OUTCOMES]
    found = sizes(outcomes, DRAWS // 10 if quick else DRAWS, 2 if quick else REPEATED)
    counties = pd.DataFrame([whole_counties(outcome) for outcome in outcomes])
    finer = finer_strata(outcomes, 200 if quick else 1000)
    text = page(outcomes, found, finer, counties, seed=SEED, repeated=REPEATED)
    if quick:
        print(text)
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
