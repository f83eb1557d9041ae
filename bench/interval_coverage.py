"""How often every interval holds the true value: `python bench/interval_coverage.py`.

Municipal sizes throughout. Where all outcomes can be listed the coverage is added up exactly,
from a second description of the method, and the public functions must agree with it by
simulation; elsewhere it is simulated. Prints the tables of docs/coverage.md (seed 20261122,
about half a minute).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

import coverage_counts
import coverage_funnel
import coverage_health
import coverage_inequality
import coverage_likeness
import coverage_trend
import numpy as np
from coverage_result import Result, as_table

SEED = 20261122
DRAWS = 20_000
Study = Callable[[np.random.Generator, int], list[Result]]

STUDIES: dict[str, tuple[Study, ...]] = {
    "Shares and rates": (coverage_counts.proportions, coverage_counts.rates),
    "Differences and ratios": (coverage_counts.compared,),
    "Means": (coverage_likeness.means,),
    "Standardised rates and ratios": (coverage_health.standardised, coverage_health.ratios),
    "Life expectancy": (coverage_health.expectancy,),
    "Differences of estimates": (coverage_health.compared,),
    "Slope and concentration indices": (
        coverage_inequality.slopes,
        coverage_inequality.concentration,
    ),
    "Inequality measures": (coverage_inequality.measures,),
    "Funnels": (coverage_funnel.plain, coverage_funnel.adjusted),
    "Trends": (coverage_trend.slopes, coverage_trend.alarms),
    "Small places and ranks": (coverage_likeness.shrunken, coverage_likeness.ranks),
}

# What is known to miss, and stays so; docs/coverage.md says why.
KNOWN = {
    ("rank_interval of raw values", "too narrow"),
    ("difference", "standard error"),
    ("ratio", "standard error"),
}


def run(chapter: str, draws: int = DRAWS) -> list[Result]:
    """Return the lines of one chapter; every chapter has its own seed."""
    number = list(STUDIES).index(chapter)
    rng = np.random.default_rng([SEED, number])
    return [line for study in STUDIES[chapter] for line in study(rng, draws)]


def main() -> None:
    """Print all chapters, or those named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "chapters", nargs="*", help="as in docs/coverage.md; all when none is named"
    )
    parser.add_argument("--draws", type=int, default=DRAWS)
    chosen = parser.parse_args()
    if not chosen.chapters:
        print("| method | setting | lowest % | at | highest % |\n|---|---|---|---|---|")
        for row in coverage_counts.extremes().itertuples(index=False):
            numbers = f"{row.lowest:.1f} | {row.at:g} | {row.highest:.1f}"
            print(f"| {row.method} | {row.setting} | {numbers} |")
    for chapter in chosen.chapters or STUDIES:
        print(f"\n### {chapter}\n{as_table(run(chapter, chosen.draws))}")


if __name__ == "__main__":
    main()
