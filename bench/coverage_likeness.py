"""Coverage of means, of estimates that borrow strength, and of ranks."""

from __future__ import annotations

import numpy as np
import pandas as pd
from coverage_result import Result, error_ratio, held

from impact.indicators.ranks.rank_interval import rank_interval
from impact.indicators.ranks.shrink import shrink
from impact.indicators.rates.mean import mean

PLACES = 290
LOWEST, HIGHEST = 200, 20_000


def means(rng: np.random.Generator, draws: int) -> list[Result]:
    """Student's limits: exact for normal values, approximate for skewed ones."""
    results = []
    for shape, kind in (("normal", "exact"), ("skewed", "approximate")):
        for size in (20, 200, 5000):
            groups = max(400, min(draws, 2_000_000 // size // 4))
            values = rng.standard_normal((groups, size))
            truth = 0.0
            if shape == "skewed":
                values, truth = rng.gamma(4.0, 1.0, (groups, size)), 4.0
            table = pd.DataFrame({"group": np.repeat(np.arange(groups), size)})
            found = mean(table.assign(value=values.ravel()), by="group")
            errors = found["standard_deviation"] / np.sqrt(found["count"])
            results.append(
                Result(
                    "mean (Student)", f"{size} {shape} values", kind, size,
                    95.0 if shape == "normal" else None, held(found, truth), groups,
                    error_ratio(errors.to_numpy(), found["value"].to_numpy()),
                )
            )  # fmt: skip
    return results


def shrunken(rng: np.random.Generator, draws: int) -> list[Result]:
    """Empirical Bayes: true levels drawn anew each time from the spread the model assumes."""
    results = []
    for places in (20, PLACES):
        panels = max(20, draws // places)
        persons = _persons(places)
        every = np.tile(persons, panels)
        for spread, word in ((400.0, "wide"), (4000.0, "narrow")):
            level = rng.beta(0.8 * spread, 0.2 * spread, len(every))
            results.append(
                _shrunken("proportion", rng.binomial(every, level), every, level, places, word)
            )
            level = rng.gamma(0.02 * spread, 1 / spread, len(every))
            results.append(
                _shrunken("rate", rng.poisson(every * level), every, level, places, word)
            )
    return results


def _shrunken(
    model: str, events: np.ndarray, persons: np.ndarray, level: np.ndarray, places: int, word: str
) -> Result:
    table = pd.DataFrame({"numerator": events, "denominator": persons})
    table["panel"] = np.repeat(np.arange(len(table) // places), places)
    found = shrink(table, model=model, by="panel")
    limits = found.rename(columns={"shrunken_lower": "lower", "shrunken_upper": "upper"})
    known = limits["lower"].notna().to_numpy()
    setting = f"{model}, {places} places, {word} spread"
    return Result(
        "shrink", setting, "near", places, None, held(limits[known], level[known]), int(known.sum())
    )


def _persons(places: int) -> np.ndarray:
    return np.round(np.geomspace(LOWEST, HIGHEST, places)).astype(int)


def ranks(rng: np.random.Generator, draws: int) -> list[Result]:
    """Rank intervals: how often they hold the rank of the true level among the true levels.

    With the values as they are, and with values that have borrowed strength first.
    """
    results = []
    places = 40
    lists = max(20, draws // 8 // places)
    panel = np.repeat(np.arange(lists), places)
    for spread, word in ((0.5, "half the error"), (1.0, "the error"), (3.0, "three errors")):
        level = rng.standard_normal(places * lists) * spread
        table = pd.DataFrame({"panel": panel, "value": level + rng.standard_normal(len(panel))})
        table["standard_error"] = 1.0
        true = pd.Series(level).groupby(panel).rank(ascending=False).to_numpy()
        plain = rank_interval(table, model="estimate", by="panel")
        names = {"value": "shrunken", "lower": "shrunken_lower", "upper": "shrunken_upper"}
        borrowed = shrink(table, model="estimate", by="panel")
        shrunk = rank_interval(borrowed, model="limits", by="panel", **names)
        for found, name, kind in (
            (plain, "rank_interval of raw values", "near"),
            (shrunk, "rank_interval of shrunken values", "exact"),
        ):
            limits = pd.DataFrame({"lower": found["rank_lower"], "upper": found["rank_upper"]})
            wide = (limits["upper"] - limits["lower"] + 1).mean()
            setting = f"40 places, spread {word}: {wide:.0f} ranks wide"
            results.append(
                Result(name, setting, kind, places, None, held(limits, true), len(panel))
            )
    return results
