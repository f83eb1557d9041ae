"""Overdispersion of yearly shares: known factors are found, chance alone gives 1."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.indicators import dispersion, effective_persons

PLACES, YEARS = 200, 10


def panel(factor: float, *, persons: int = 200, seed: int = 1) -> pd.DataFrame:
    """Shares around 80 % whose variance is `factor` times the binomial one."""
    rng = np.random.default_rng(seed)
    level = rng.uniform(0.7, 0.9, size=(PLACES, 1))
    noise = rng.normal(size=(PLACES, YEARS)) * np.sqrt(factor * level * (1 - level) / persons)
    return pd.DataFrame(
        {
            "indicator": "x",
            "place": np.repeat([f"P{number}" for number in range(PLACES)], YEARS),
            "year": np.tile(np.arange(2010, 2010 + YEARS), PLACES),
            "value": 100 * (level + noise).clip(0, 1).ravel(),
            "denominator": float(persons),
        }
    )


@pytest.mark.parametrize("factor", [1.5, 2.3, 4.0])
def test_a_known_factor_is_found(factor: float) -> None:
    assert dispersion(panel(factor))["x"] == pytest.approx(factor, rel=0.12)


def test_chance_alone_gives_no_more_than_about_one() -> None:
    rng = np.random.default_rng(2)
    table = panel(1.0)
    counts = rng.binomial(200, 0.8, size=len(table))
    assert 1.0 <= dispersion(table.assign(value=counts / 2.0))["x"] < 1.15


def test_differences_between_places_and_common_movement_do_not_count() -> None:
    table = panel(2.0)
    wave = table["year"].map({year: (-1) ** year * 5.0 for year in table["year"].unique()})
    moved = table.assign(value=table["value"] + wave)
    assert dispersion(moved)["x"] == pytest.approx(dispersion(table)["x"], rel=0.05)


def test_order_and_names_change_nothing() -> None:
    table = panel(2.0)
    shuffled = table.sample(frac=1, random_state=3).assign(
        place=lambda rows: rows["place"].str.replace("P", "Q")
    )
    assert dispersion(shuffled)["x"] == pytest.approx(dispersion(table)["x"])


def test_too_few_changes_and_missing_persons_leave_persons_as_they_are() -> None:
    few = panel(4.0).iloc[: 2 * YEARS]
    assert dispersion(few)["x"] == 1.0
    unknown = panel(4.0).assign(denominator=np.nan)
    assert dispersion(unknown)["x"] == 1.0
    assert dispersion(few.iloc[:0]).empty
    assert np.array_equal(effective_persons(few, dispersion(few)), few["denominator"])


def test_an_excluded_year_is_left_out() -> None:
    table = panel(1.5)
    table.loc[table["year"] == 2015, "value"] = 20.0 + 30.0 * (table["place"] > "P5")
    breaks = pd.DataFrame({"indicator": ["x"], "year": [2015], "effect": ["exclude"]})
    assert dispersion(table, breaks=breaks)["x"] == pytest.approx(1.5, rel=0.12)
    assert dispersion(table)["x"] > 2


def test_persons_are_divided_by_the_factor() -> None:
    table = panel(2.0)
    factor = pd.Series({"x": 4.0})
    assert set(effective_persons(table, factor)) == {50.0}
