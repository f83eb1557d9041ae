"""How far figures move by themselves: as those of municipalities of like size did."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from tests.overviews.assessment_cases import BASE, case

from impact.assessment.uncertainty.draws import draw
from impact.assessment.uncertainty.uncertain import Uncertain
from impact.overviews import appraise
from impact.overviews.appraisals.appraise import _Scope
from impact.overviews.appraisals.predictions import _by_itself, _noise
from impact.overviews.build import overview

YEARS = range(2010, 2021)
QUANTITY = SimpleNamespace(indicator="x", figure_group="total", baseline_year=2020)


def figures(spread: np.ndarray, population: np.ndarray, error: np.ndarray) -> Any:
    """Return made-up figures of municipalities that vary independently from year to year."""
    size = (len(spread), len(YEARS))
    noise = np.random.default_rng(4).normal(size=size) * spread[:, None]
    names = [f"SE-{number:04}" for number in range(len(spread))]
    values = pd.DataFrame(
        {
            "indicator": "x",
            "group": "total",
            "place": np.repeat(names, len(YEARS)),
            "year": np.tile(YEARS, len(spread)),
            "value": (20 + noise).ravel(),
            "standard_error": np.repeat(error, len(YEARS)),
        }
    )
    return SimpleNamespace(
        values=values,
        population=pd.Series(population, index=names),
        breaks=pd.DataFrame(columns=["indicator", "place", "year"]),
    )


def test_small_municipalities_move_as_small_ones_do() -> None:
    spread = np.repeat([4.0, 1.0], 100)
    people = np.repeat([3_000.0, 60_000.0], 100)
    held = figures(spread, people, np.full(200, 0.5))
    found = _by_itself(held, QUANTITY, 3, list(held.population.index[[5, 150]]))
    # By hand: the difference of two independent years has the root of 2 times their spread.
    np.testing.assert_allclose(found, [4 * np.sqrt(2), np.sqrt(2)], rtol=0.12)


def test_an_unknown_uncertainty_is_not_none() -> None:
    error = np.full(100, 1.0)
    error[7] = np.nan
    held = figures(np.ones(100), np.full(100, 9_000.0), error)
    found = _by_itself(held, QUANTITY, 2, list(held.population.index[[7, 8]]))
    np.testing.assert_allclose(found, np.sqrt(2), rtol=0.12)


def test_a_place_of_unknown_size_has_a_range() -> None:
    held = figures(np.ones(100), np.full(100, 9_000.0), np.full(100, np.nan))
    held.population = held.population.iloc[1:]
    found = _by_itself(held, QUANTITY, 1, ["SE-0000"])
    np.testing.assert_allclose(found, np.sqrt(2), rtol=0.12)


def test_what_a_figure_does_by_itself_has_nothing_to_do_with_the_effect() -> None:
    # Two Sobol sequences of unlike seeds go together: correlations from -0.3 to 0.3.
    effect = {"effect": Uncertain(0.0, -1.96, 1.96, "normal")}
    for seed in range(8):
        first = draw(effect, draws=8192, seed=seed)["effect"]
        moves = _noise(np.ones(3), draws=8192, seed=seed + 1)
        together = np.corrcoef(np.column_stack([first, moves]), rowvar=False)
        assert np.abs(together - np.eye(4)).max() < 0.05
        np.testing.assert_allclose((first + moves[:, 0]).std(), np.sqrt(2), rtol=0.03)


def test_few_changes_say_nothing() -> None:
    held = figures(np.ones(3), np.full(3, 9_000.0), np.full(3, 1.0))
    assert _by_itself(held, QUANTITY, 5, ["SE-0000"]) is None


@pytest.mark.parametrize(
    ("indicator", "baseline", "years"), [("kolada:N15428", 2018, 3), ("kolada:N17461", 2020, 2)]
)
def test_ranges_held_what_came_later_also_in_small_municipalities(
    indicator: str, baseline: int, years: int
) -> None:
    known = overview(_Scope("SE", baseline, (indicator,)))
    later = overview(_Scope("SE", baseline + years, (indicator,))).values
    assert known.values["year"].max() <= baseline
    quantity = SimpleNamespace(indicator=indicator, figure_group="total", baseline_year=baseline)
    start, end = (
        table[(table["year"] == year) & (table["group"] == "total")].set_index("place")["value"]
        for table, year in ((known.values, baseline), (later, baseline + years))
    )
    start = start.dropna()
    spread = _by_itself(known, quantity, years, list(start.index))
    moved = (end.reindex(start.index) - start).abs()
    small = known.population.reindex(start.index).to_numpy() < 8_000
    for some in (small, ~small):
        inside = (moved <= 1.96 * spread)[some & moved.notna()]
        assert len(inside) >= 40
        assert inside.mean() > 0.92


def test_the_effect_goes_on_after_the_years_that_are_counted() -> None:
    watched = {**BASE["monitoring"]["truancy_2028"], "review_year": 2031}
    fixed = {**BASE["parameters"]["teams"], "central": 0.5, "lower": None, "upper": None}
    later = appraise(
        case(monitoring={"truancy_2031": watched}, parameters={"teams": fixed}), draws=512
    )
    told = later.predictions
    # By hand: share p with odds ratio 0.5; the alternative is looked at from 2027 to 2029.
    start = told["baseline"] / 100
    np.testing.assert_allclose(told["value"], 100 * 0.5 * start / (1 - 0.5 * start), atol=0.15)
    assert later.quantities["year"].max() == 2029
