"""Conversions of measures of effect against printed numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.effects.ratios import (
    approximate_risk_ratio,
    odds_ratio_from_risk_ratio,
    odds_ratio_from_standardised_difference,
    risk_ratio_from_hazard_ratio,
    risk_ratio_from_odds_ratio,
    standardised_difference_from_odds_ratio,
)
from impact.errors import InvalidInput

ratios = st.floats(0.05, 20)
shares = st.floats(0.01, 0.99)


def test_effectsize_prints_these_standardised_differences() -> None:
    # R effectsize: tests of oddsratio_to_d and d_to_oddsratio (two digits asked for there), and
    # printed output of oddsratio_to_d(2), oddsratio_to_d(1.2), d_to_oddsratio(.1).
    found = standardised_difference_from_odds_ratio([0.2, np.exp(-1.45), 2, 1.2])
    np.testing.assert_allclose(found[:2], [-0.887, -0.7994], atol=5e-4)
    np.testing.assert_allclose(found[2:], [0.3821521, 0.1005191], atol=5e-8)
    assert odds_ratio_from_standardised_difference(0.1) == pytest.approx(1.198871, abs=5e-7)
    # R effectsize, documentation of d_to_r: d 1.154701 is an odds ratio of 8.120534
    assert odds_ratio_from_standardised_difference(1.154701) == pytest.approx(8.120534, abs=5e-6)


def test_chinns_divisor_is_181() -> None:
    # Chinn (2000), Statistics in Medicine 19, 3127: ln(odds ratio) / 1.81
    assert np.log(odds_ratio_from_standardised_difference(1.0)) == pytest.approx(1.81, abs=0.005)


def test_effectsize_turns_risks_of_40_and_70_per_cent() -> None:
    # R effectsize, tests of oddsratio_to_riskratio: p0 = 0.4, p1 = 0.7
    odds = (0.7 / 0.3) / (0.4 / 0.6)
    assert risk_ratio_from_odds_ratio(odds, baseline_risk=0.4) == pytest.approx(1.75)
    assert risk_ratio_from_odds_ratio(1 / odds, baseline_risk=0.7) == pytest.approx(1 / 1.75)
    assert odds_ratio_from_risk_ratio(1.75, baseline_risk=0.4) == pytest.approx(odds)


def test_vanderweele_takes_the_square_root() -> None:
    # VanderWeele (2017), Epidemiology 28, e58: an odds ratio of 2 becomes 1.41
    assert approximate_risk_ratio(2) == pytest.approx(1.41, abs=0.005)


def test_hazard_ratio_by_hand() -> None:
    # By hand: 1 - 0.8 ^ 2 = 0.36, over 0.2
    assert risk_ratio_from_hazard_ratio(2, baseline_risk=0.2) == pytest.approx(1.8)
    assert risk_ratio_from_hazard_ratio(2, baseline_risk=0) == 2
    assert risk_ratio_from_hazard_ratio(2, baseline_risk=1) == 1


@given(ratios, shares)
def test_conversions_undo_each_other(ratio: float, risk: float) -> None:
    there = risk_ratio_from_odds_ratio(ratio, baseline_risk=risk)
    assert odds_ratio_from_risk_ratio(there, baseline_risk=risk) == pytest.approx(ratio, rel=1e-6)
    difference = standardised_difference_from_odds_ratio(ratio)
    assert odds_ratio_from_standardised_difference(difference) == pytest.approx(ratio)


@given(ratios, shares)
def test_the_odds_ratio_is_always_farther_from_one(ratio: float, risk: float) -> None:
    risk_ratio = risk_ratio_from_odds_ratio(ratio, baseline_risk=risk)
    hazard = risk_ratio_from_hazard_ratio(ratio, baseline_risk=risk)
    assert abs(np.log(risk_ratio)) <= abs(np.log(ratio)) + 1e-12
    assert abs(np.log(hazard)) <= abs(np.log(ratio)) + 1e-12
    assert (risk_ratio - 1) * (ratio - 1) >= 0


def test_impossible_numbers_are_refused_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        risk_ratio_from_odds_ratio([0, -1, 2], baseline_risk=40)
    assert len(caught.value.faults) == 2
    assert "not per cent" in str(caught.value)
    with pytest.raises(InvalidInput, match="above 1"):
        odds_ratio_from_risk_ratio(3, baseline_risk=0.5)


def test_unknown_stays_unknown() -> None:
    found = risk_ratio_from_odds_ratio([2, np.nan], baseline_risk=[np.nan, 0.1])
    assert np.isnan(found).all()
    assert np.isnan(risk_ratio_from_hazard_ratio(np.nan, baseline_risk=0.2))
