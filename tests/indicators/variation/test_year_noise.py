"""Between-year noise: what it estimates, what it leaves out, and how often it holds."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import special

from impact.errors import InvalidInput
from impact.indicators.variation.year_noise import (
    _inverse_trigamma,
    _shared,
    noise_coverage,
    year_interval,
    year_noise,
)


def country(values: np.ndarray, first: int = 2010, **columns: object) -> pd.DataFrame:
    places, years = values.shape
    return pd.DataFrame(
        {
            "place": np.repeat([f"p{number:03d}" for number in range(places)], years),
            "indicator": "a",
            "year": np.tile(np.arange(first, first + years), places),
            "value": values.ravel(),
            **columns,
        }
    )


def test_independent_years_give_root_two_times_their_spread():
    rng = np.random.default_rng(1)
    noise = year_noise(country(rng.normal(50, 3, (300, 15))))
    assert noise["standard_deviation"].median() == pytest.approx(3 * 2**0.5, rel=0.03)
    assert (noise["shared_freedom"] > 100).all()
    assert (noise["degrees_of_freedom"] == 10).all()
    assert (noise["changes"] == 14).all()


def test_common_movement_and_different_levels_are_not_noise():
    rng = np.random.default_rng(2)
    own = rng.normal(0, 3, (100, 12))
    moved = own + rng.normal(0, 20, 12) + rng.normal(0, 30, (100, 1))
    plain, shifted = year_noise(country(own)), year_noise(country(moved))
    assert np.allclose(plain["standard_deviation"], shifted["standard_deviation"])


def test_small_places_get_wider_intervals_when_they_are_noisier():
    rng = np.random.default_rng(3)
    population = np.geomspace(2500, 900000, 290)
    spread = 3 * (population / 15000) ** -0.5
    values = 50 + rng.normal(size=(290, 14)) * spread[:, None]
    noise = year_noise(country(values, population=np.repeat(population, 14)), size="population")
    ratio = noise["standard_deviation"] / (spread * 2**0.5)
    assert ratio.between(0.75, 1.3).all()


def test_places_that_differ_keep_part_of_their_own_spread():
    rng = np.random.default_rng(4)
    spread = rng.lognormal(0, 0.7, 290)
    noise = year_noise(country(rng.normal(size=(290, 15)) * spread[:, None]))
    assert noise["shared_freedom"].iloc[0] < 10
    assert np.corrcoef(noise["standard_deviation"], spread)[0, 1] > 0.8


def test_the_prior_is_recovered():
    """Variances 2 * chi-square(8)/8 / (chi-square(6)/6): prior variance 2 with 6 degrees."""
    rng = np.random.default_rng(5)
    own = 2 * rng.chisquare(8, 40000) / 8 / (rng.chisquare(6, 40000) / 6)
    freedom, count = np.full(40000, 8.0), np.full(40000, 12)
    shared = _shared(own, freedom, count, np.full(40000, np.nan))
    assert shared.freedom == pytest.approx(6, rel=0.05)
    assert shared.variance[0] == pytest.approx(2, rel=0.03)


@pytest.mark.parametrize("x", [0.01, 0.5, 3.0, 400.0])
def test_inverse_trigamma(x):
    assert _inverse_trigamma(float(special.polygamma(1, x))) == pytest.approx(x, rel=1e-6)


def test_one_wild_figure_hardly_moves_the_others():
    rng = np.random.default_rng(6)
    values = rng.normal(0, 3, (100, 12))
    wild = values.copy()
    wild[0, 5] = 3000
    before, after = year_noise(country(values)), year_noise(country(wild))
    others = after["standard_deviation"][1:] / before["standard_deviation"][1:]
    assert others.between(0.9, 1.15).all()


def test_fewer_than_six_years_give_no_uncertainty():
    rng = np.random.default_rng(7)
    noise = year_noise(country(rng.normal(size=(30, 5))))
    assert noise["standard_deviation"].isna().all()
    assert noise["degrees_of_freedom"].isna().all()
    assert set(noise["reason"]) == {"years"}


def test_gaps_break_years_and_excluded_years_are_left_out():
    rng = np.random.default_rng(8)
    values = rng.normal(size=(40, 12))
    values[0, 4] = np.nan
    values[:, 7:] += np.arange(40)[:, None] * 10
    values[:, 10] += np.arange(40) * 7
    breaks = pd.DataFrame({"year": [2017, 2020], "effect": ["break", "exclude"]})
    noise = year_noise(country(values), breaks=breaks)
    assert noise["changes"].tolist() == [6] + [8] * 39
    assert noise["standard_deviation"].max() < 2.5


def test_a_place_without_own_changes_takes_what_its_size_has():
    rng = np.random.default_rng(9)
    values = rng.normal(size=(40, 10))
    values[0, :9] = np.nan
    noise = year_noise(country(values))
    assert noise["changes"].iloc[0] == 0
    assert noise["standard_deviation"].iloc[0] == pytest.approx(noise["shared_deviation"].iloc[0])


def test_one_place_alone_stands_on_its_own_changes():
    noise = year_noise(country(np.array([[1.0, 2, 1, 3, 2, 4, 3]]))).iloc[0]
    assert noise["standard_deviation"] == pytest.approx(np.sqrt((1 + 1 + 4 + 1 + 4 + 1) / 6))
    assert noise["degrees_of_freedom"] == pytest.approx(4)


def test_an_indicator_that_never_moves_has_no_uncertainty():
    noise = year_noise(country(np.full((12, 8), 100.0)))
    assert noise["standard_deviation"].isna().all()
    assert set(noise["reason"]) <= {"no_spread", "no_changes"}


def test_the_interval_is_symmetric_and_missing_stays_missing():
    rng = np.random.default_rng(10)
    frame = country(rng.normal(50, 3, (40, 10)))
    frame.loc[3, "value"] = np.nan
    before = frame.copy()
    out = year_interval(frame, year_noise(frame))
    pd.testing.assert_frame_equal(frame, before)
    assert np.allclose((out["lower"] + out["upper"]) / 2, out["value"], equal_nan=True)
    assert out.loc[3, ["lower", "upper", "standard_error"]].isna().all()


@pytest.mark.parametrize("correlation", [0.0, 0.5])
def test_normal_figures_fall_inside_at_least_as_often_as_said(correlation):
    """The change has the spread estimated, so t with 10 degrees holds 97.4 % of normal ones."""
    rng = np.random.default_rng(11)
    values = rng.normal(size=(290, 16))
    for year in range(1, 16):
        fresh = np.sqrt(1 - correlation**2) * values[:, year]
        values[:, year] = correlation * values[:, year - 1] + fresh
    found = noise_coverage(country(values)).iloc[0]
    assert found["tested"] == 290 * 10
    assert found["coverage"] == pytest.approx(0.974, abs=0.01)


def test_coverage_without_enough_years_is_missing():
    found = noise_coverage(country(np.random.default_rng(12).normal(size=(20, 6)))).iloc[0]
    assert found["tested"] == 0
    assert np.isnan(found["coverage"])


def test_an_infinite_value_is_no_value():
    values = np.random.default_rng(2).normal(50, 3, (12, 9))
    gaps, infinite = values.copy(), values.copy()
    gaps[3, 4], infinite[3, 4] = np.nan, np.inf
    pd.testing.assert_frame_equal(year_noise(country(gaps)), year_noise(country(infinite)))


def test_coverage_of_one_unnamed_indicator_is_one_row():
    frame = country(np.random.default_rng(2).normal(50, 3, (12, 9)))
    named, unnamed = noise_coverage(frame), noise_coverage(frame.drop(columns="indicator"))
    pd.testing.assert_frame_equal(named.drop(columns="indicator"), unnamed)
    with pytest.raises(InvalidInput, match="confidence"):
        noise_coverage(frame, confidence=2)


def test_noise_of_a_series_stands_once():
    frame = country(np.random.default_rng(2).normal(50, 3, (12, 9)))
    noise = year_noise(frame)
    with pytest.raises(InvalidInput, match="stands twice"):
        year_interval(frame, pd.concat([noise, noise], ignore_index=True))


def test_an_index_named_like_a_column_changes_nothing():
    frame = country(np.random.default_rng(2).normal(50, 3, (12, 9)))
    indexed = frame.set_index("place", drop=False)
    noise = year_noise(frame)
    pd.testing.assert_frame_equal(noise, year_noise(indexed))
    plain, other = year_interval(frame, noise), year_interval(indexed, noise)
    pd.testing.assert_frame_equal(plain, other.reset_index(drop=True))
