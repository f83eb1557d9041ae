"""What municipalities share is rounded where it is made, and nothing else is."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact import catalogue, funnel_figures, load_plan, overview
from impact.overviews.rounding import STEPS, in_steps, to_decimals, to_shown, to_steps
from impact.report.numbers import digits

HALF_A_STEP = 10 ** (0.5 / STEPS) - 1
POSITIVE = st.floats(min_value=1e-9, max_value=1e12)


@given(POSITIVE)
def test_a_step_is_at_most_half_a_step_away_and_stays(value: float) -> None:
    found = float(to_steps(value))
    assert abs(found / value - 1) <= HALF_A_STEP + 1e-5
    assert float(to_steps(found)) == found


@given(POSITIVE, st.floats(min_value=0.1, max_value=10))
def test_steps_keep_the_order(value: float, ratio: float) -> None:
    first, second = to_steps([value, value * ratio])
    assert first == second or (first < second) == (ratio > 1)


def test_powers_of_ten_are_steps_and_what_is_not_positive_stays() -> None:
    kept = [0.01, 1.0, 10.0, 100.0, 0.0, -3.21, math.inf]
    assert to_steps(kept).tolist() == kept
    assert math.isnan(to_steps(math.nan))
    assert to_steps(1.01).item() == 1.0 and to_steps(1.02).item() == 1.02329


@given(st.floats(min_value=-1e6, max_value=1e6), st.integers(min_value=-2, max_value=5))
def test_a_rounded_number_is_the_nearest_to_its_decimal_form(value: float, decimals: int) -> None:
    (found,) = to_decimals([value], [decimals])
    assert found == float(f"{found:.{max(decimals, 0)}f}")
    assert abs(found - value) <= 0.5 * 10.0**-decimals * (1 + 1e-9)
    assert not (found == 0 and np.signbit(found))


def test_reference_values_keep_one_decimal_more_than_their_indicator_shows() -> None:
    ids = ["kolada:N15428", "kolada:U07417"]
    assert [catalogue.indicator(name).decimals for name in ids] == [1, 0]
    table = pd.DataFrame({"indicator": ids, "median": [82.51505, 2494.7271], "spread": 3.21})
    assert to_shown(table, ["median"])["median"].tolist() == [82.52, 2494.7]
    assert to_shown(table, ["median"], more=0)["median"].tolist() == [82.5, 2495.0]
    assert in_steps(table, ["spread"])["spread"].tolist() == [3.23594, 3.23594]
    assert table["median"].tolist() == [82.51505, 2494.7271]


@given(st.floats(min_value=-1e4, max_value=1e4), st.sampled_from([0, 1, 2]))
def test_what_is_shown_is_what_rounding_once_shows(value: float, more: int) -> None:
    table = pd.DataFrame({"indicator": ["kolada:N15428"], "median": [value]})
    (kept,) = to_shown(table, ["median"], more)["median"]
    for places in range(1, 1 + max(more, 1)):
        scaled = abs(value) * 10**places % 1
        if abs(scaled - 0.5) > 1e-4:  # a half: both neighbours are right
            assert digits(kept, places, "en") == digits(value, places, "en")


@pytest.mark.parametrize(
    ("value", "kept"), [(82.3499, 82.34), (82.4501, 82.46), (-0.0499, -0.04), (82.35, 82.35)]
)
def test_a_reference_value_becomes_no_half_it_was_not(value: float, kept: float) -> None:
    table = pd.DataFrame({"indicator": ["kolada:N15428"], "median": [value]})
    assert to_shown(table, ["median"])["median"].tolist() == [kept]


@pytest.fixture(scope="module")
def sweden():
    return overview(load_plan("params/jonkoping.yml"))


def rounded_to_shown(table: pd.DataFrame, column: str, more: int = 1) -> bool:
    known = table.dropna(subset=column)
    assert len(known)
    return bool((known[column] == to_shown(known, [column], more)[column]).all())


def on_steps(values: pd.Series) -> bool:
    known = values.dropna()
    assert len(known)
    return bool((known == to_steps(known)).all())


def test_every_reference_value_of_an_overview_is_rounded(sweden) -> None:
    for column in ("country_median", "country_low", "country_high", "region_median"):
        assert rounded_to_shown(sweden.latest, column), column
    assert rounded_to_shown(sweden.latest, "peers_median")
    assert rounded_to_shown(sweden.country_paths, "value")
    assert rounded_to_shown(sweden.region_paths, "value")
    assert rounded_to_shown(sweden.gaps, "country_difference", more=2)


def test_every_shared_uncertainty_of_an_overview_moves_in_steps(sweden) -> None:
    assert on_steps(sweden.latest["country_error"])
    assert on_steps(sweden.latest["country_spread"])
    between = sweden.values[sweden.values["basis"] == "between_year"]
    assert on_steps(between["standard_error"]) and on_steps(between["degrees_of_freedom"])
    shares = sweden.values[sweden.values["effective_persons"] > 0]
    factor = shares["denominator"] / shares["effective_persons"]
    assert (factor > 1).any()
    assert np.allclose(factor, to_steps(factor), rtol=1e-12)


def test_own_figures_and_their_limits_are_not_rounded(sweden) -> None:
    assert not rounded_to_shown(sweden.values, "value")
    assert not rounded_to_shown(sweden.values, "lower", more=3)
    assert not rounded_to_shown(sweden.trends, "slope", more=3)


def test_a_published_figure_stays_as_it_was_published() -> None:
    norway = overview(load_plan("params/telemark.yml"))
    own = norway.country_paths[norway.country_paths["indicator"].isin(norway.published)]
    assert not rounded_to_shown(own, "value")


def test_distances_between_peers_are_as_shown() -> None:
    finland = overview(load_plan("params/finland.yml"))
    assert len(finland.peers)
    assert (finland.peers["distance"] == to_decimals(finland.peers["distance"], 2)).all()


def test_curves_of_a_funnel_reach_beyond_every_municipality(sweden) -> None:
    made = funnel_figures(sweden)
    assert made is funnel_figures(sweden)
    for funnel in made.values():
        assert funnel.dispersion == round(funnel.dispersion, 1)
        people, curve = funnel.table["people"], funnel.curves["people"]
        assert curve.min() < people.min() and curve.max() > 0.99 * people.max()
