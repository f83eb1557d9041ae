"""How much of the variation between municipalities is chance."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.overviews.chance_share import chance_share


def values(true: np.ndarray, error: float, seed: int = 1, year: int = 2024) -> pd.DataFrame:
    noise = np.random.default_rng(seed).normal(0, error, len(true))
    return pd.DataFrame(
        {
            "place": [f"SE-{at:04d}" for at in range(len(true))],
            "indicator": "made:up",
            "year": year,
            "value": true + noise,
            "standard_error": error,
        }
    )


def test_equal_municipalities_vary_by_chance_alone():
    shares = [chance_share(values(np.full(40, 50.0), 2.0, seed), ["made:up"]) for seed in range(40)]
    assert np.mean([found["made:up"][1] for found in shares]) > 0.85


def test_half_of_the_variance_is_found():
    true = np.random.default_rng(9).normal(50, 2.0, 4000)
    year, share = chance_share(values(true, 2.0), ["made:up"])["made:up"]
    assert year == 2024
    assert share == pytest.approx(0.5, abs=0.04)


def test_the_newest_year_with_five_municipalities_counts():
    older, newer = values(np.arange(6.0), 0.1, year=2022), values(np.arange(4.0), 0.1, year=2023)
    found = chance_share(pd.concat([older, newer]), ["made:up"])
    assert found["made:up"][0] == 2022
    assert chance_share(newer, ["made:up"]) == {}
    assert chance_share(older, ["other"]) == {}


def test_the_unit_does_not_matter():
    table = values(np.linspace(40, 60, 13), 3.0)
    scaled = table.assign(value=table["value"] * 7, standard_error=table["standard_error"] * 7)
    one, other = chance_share(table, ["made:up"]), chance_share(scaled, ["made:up"])
    assert one["made:up"][1] == pytest.approx(other["made:up"][1])
