"""The level with a programme, from the place's own level."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.effects.expected_level import EFFECT_MEASURES, expected_level
from impact.assessment.effects.ratios import odds_ratio_from_standardised_difference
from impact.errors import InvalidInput, UnknownName

shares = st.floats(0.001, 0.999)
ratios = st.floats(0.1, 10)


def test_cochrane_handbook_examples() -> None:
    # Cochrane Handbook 5.1, 12.5.4.3: odds ratio 0.73 at 300 per 1000 is 62 fewer per 1000
    fewer = 1000 * (0.3 - expected_level(0.3, 0.73, measure="odds_ratio"))
    assert round(fewer) == 62
    # 12.5.4.2: risk ratio 0.92 at 300 per 1000 is 24 fewer per 1000
    fewer = 1000 * (0.3 - expected_level(0.3, 0.92, measure="relative_risk"))
    assert round(fewer, 6) == 24


def test_the_same_ratio_changes_more_where_more_have_the_outcome() -> None:
    # By hand: p r / (1 - p + p r) with r = 1 / 1.22 (KiVa, Kärnä and others 2011, victims)
    found = expected_level([0.05, 0.10], 1 / 1.22, measure="odds_ratio")
    by_hand = [0.05 / 1.22 / (0.95 + 0.05 / 1.22), 0.10 / 1.22 / (0.90 + 0.10 / 1.22)]
    np.testing.assert_allclose(found, by_hand)
    assert 0.10 - found[1] > 0.05 - found[0]


def test_each_measure_by_hand() -> None:
    assert expected_level(0.2, 2, measure="hazard_ratio") == pytest.approx(0.36)
    assert expected_level(3.0, 0.5, measure="rate_ratio") == pytest.approx(1.5)
    assert expected_level(0.2, -0.05, measure="risk_difference") == pytest.approx(0.15)
    assert expected_level(61.0, 2.5, measure="mean_difference") == pytest.approx(63.5)
    mean = expected_level(61.0, 0.2, measure="standardised_mean_difference", standard_deviation=20)
    assert mean == pytest.approx(65)
    share = expected_level(0.3, 0.2, measure="standardised_mean_difference")
    odds_ratio = odds_ratio_from_standardised_difference(0.2)
    assert share == pytest.approx(expected_level(0.3, odds_ratio, measure="odds_ratio"))


def test_risks_stop_at_their_ends() -> None:
    assert expected_level(0.8, 1.5, measure="relative_risk") == 1
    assert expected_level(0.03, -0.05, measure="risk_difference") == 0


def test_ratios_are_discounted_on_the_log_scale() -> None:
    half = expected_level(0.4, 0.64, measure="relative_risk", transfer=0.5)
    assert half == pytest.approx(0.4 * 0.8)
    difference = expected_level(0.4, -0.1, measure="risk_difference", transfer=0.5)
    assert difference == pytest.approx(0.35)


@given(shares, ratios, st.floats(0, 1), st.floats(0, 1))
def test_reach_and_transfer_lie_between_nothing_and_all(
    level: float, ratio: float, reach: float, transfer: float
) -> None:
    for measure in ("odds_ratio", "relative_risk", "hazard_ratio"):
        whole = expected_level(level, ratio, measure=measure)
        found = expected_level(level, ratio, measure=measure, reach=reach, transfer=transfer)
        assert min(level, whole) - 1e-12 <= found <= max(level, whole) + 1e-12
        assert 0 <= found <= 1
        half = expected_level(level, ratio, measure=measure, reach=0.5)
        assert half == pytest.approx((level + whole) / 2)


@given(shares)
def test_no_effect_no_reach_or_no_transfer_changes_nothing(level: float) -> None:
    for measure in EFFECT_MEASURES:
        nothing = 1.0 if measure.endswith(("ratio", "risk")) else 0.0
        something = 0.7 if nothing else -0.2
        assert expected_level(level, nothing, measure=measure) == pytest.approx(level)
        for no in ({"reach": 0.0}, {"transfer": 0.0}):
            assert expected_level(level, something, measure=measure, **no) == pytest.approx(level)


@given(shares, ratios)
def test_counting_the_opposite_outcome_gives_the_same_with_odds_ratios(
    level: float, ratio: float
) -> None:
    there = expected_level(level, ratio, measure="odds_ratio")
    other = expected_level(1 - level, 1 / ratio, measure="odds_ratio")
    assert there == pytest.approx(1 - other)


def test_draws_places_and_years_broadcast() -> None:
    draws = np.exp(np.random.default_rng(1).normal(-0.2, 0.05, (100, 1, 1)))
    places = np.array([[0.05], [0.10], [np.nan]])
    fading = np.array([0.0, 1.0, 0.5])
    found = expected_level(places, draws, measure="odds_ratio", transfer=fading)
    assert found.shape == (100, 3, 3)
    np.testing.assert_allclose(found[:, :2, 0], np.broadcast_to([0.05, 0.10], (100, 2)))
    assert np.isnan(found[:, 2]).all()


def test_an_unknown_effect_is_unknown_even_where_none_of_it_is_expected() -> None:
    for measure in EFFECT_MEASURES:
        assert np.isnan(expected_level(0.3, np.nan, measure=measure, transfer=0))
        assert np.isnan(expected_level(0.3, np.nan, measure=measure, reach=0))


def test_impossible_numbers_are_refused_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        expected_level([12.0, 0.1], [0.8, -1], measure="odds_ratio", reach=80, transfer=-1)
    assert len(caught.value.faults) == 4
    assert "not per cent" in str(caught.value)
    with pytest.raises(InvalidInput, match="percentage points"):
        expected_level(0.3, -5, measure="risk_difference")
    with pytest.raises(InvalidInput, match="has no use with odds_ratio"):
        expected_level(0.3, 0.8, measure="odds_ratio", standard_deviation=2)
    with pytest.raises(InvalidInput, match="do not fit together"):
        expected_level([0.1, 0.2, 0.3], [0.8, 0.9], measure="odds_ratio")


def test_a_correlation_is_no_effect_and_an_unknown_measure_is_named() -> None:
    with pytest.raises(InvalidInput, match="how two things go together"):
        expected_level(0.3, 0.11, measure="correlation")
    with pytest.raises(UnknownName, match="odds_ratio"):
        expected_level(0.3, 0.11, measure="odds_ratios")
