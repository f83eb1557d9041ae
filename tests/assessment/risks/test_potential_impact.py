"""Potential impact fractions and differences of burdens, by level and in all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.risks import (
    attributable_fraction,
    fraction_by_level,
    impact_difference,
    potential_impact_fraction,
    relative_risk_at,
)
from impact.errors import InvalidInput

three = st.lists(st.floats(0, 0.33), min_size=3, max_size=3)
risks = st.lists(st.floats(0.1, 10), min_size=3, max_size=3)


def exposed(exposure: float, ratios: list[float]) -> np.ndarray:
    return relative_risk_at(exposure, relative_risk=ratios, increment=10, cutoff=5)[:, None]


def test_the_lung_disease_example_of_healthiar_both_ways():
    """healthiar 0.2.4's COPD example: 3502 attributable of 30,747; 2551 by delta, 2633 by pif."""
    before, after = exposed(8.85, [1.369]), exposed(6, [1.369])
    assert 30747 * attributable_fraction(1, before)[0] == pytest.approx(3502, abs=0.5)
    delta = impact_difference(1, before, 1, after)[0]
    impact = potential_impact_fraction(1, before, 1, after)[0]
    assert 30747 * delta == pytest.approx(2551, abs=0.5)
    assert 30747 * impact == pytest.approx(2633, abs=0.5)
    assert impact / delta == pytest.approx(after[0, 0])


def test_mortality_both_ways_as_printed_in_healthiar():
    """healthiar test-compare.R: 25,000 deaths, 1.118 (1.060-1.179), from 8.85 to 6."""
    before, after = (exposed(x, [1.118, 1.060, 1.179]) for x in (8.85, 6))
    delta = 25_000 * impact_difference(1, before, 1, after)
    impact = 25_000 * potential_impact_fraction(1, before, 1, after)
    assert np.round(delta).tolist() == [774, 409, 1127]
    assert np.round(impact).tolist() == [782, 412, 1146]


@pytest.mark.parametrize(
    ("share", "printed"),
    [(0.084, 0.007082968), (0.117, 0.009685883), (0.069, 0.005867629), (0.049, 0.004214654)],
)
def test_fifteen_per_cent_fewer_smokers(share, printed):
    """Lee et al. (2022) as printed in the vignette "Examples" of the R package deltapif 0.4."""
    found = potential_impact_fraction(share, np.exp(0.4637340), 0.85 * share)
    assert found == pytest.approx(printed, abs=1e-8)


@given(three, risks)
def test_no_change_has_no_impact_and_no_exposure_is_the_attributable_fraction(shares, risk):
    assert potential_impact_fraction(shares, risk, shares) == pytest.approx(0, abs=1e-12)
    whole = attributable_fraction(shares, risk)
    assert potential_impact_fraction(shares, risk, [0, 0, 0]) == pytest.approx(whole)
    assert impact_difference(shares, risk, [0, 0, 0]) == pytest.approx(whole)


@given(three, risks, three)
def test_two_steps_come_to_the_same_as_one(first, risk, second):
    """Cases left after two changes multiply: (1 - a)(1 - b) = 1 - both."""
    one = potential_impact_fraction(first, risk, second)
    two = potential_impact_fraction(second, risk, [0, 0, 0])
    both = potential_impact_fraction(first, risk, [0, 0, 0])
    assert (1 - one) * (1 - two) == pytest.approx(1 - both, rel=1e-9)


@given(three, risks, three)
def test_levels_sum_to_the_fraction(shares, risk, after):
    parts = fraction_by_level(shares, risk)
    assert parts.sum() == pytest.approx(attributable_fraction(shares, risk), abs=1e-12)
    moved = fraction_by_level(shares, risk, after)
    assert moved.sum() == pytest.approx(potential_impact_fraction(shares, risk, after), abs=1e-12)


def test_levels_stay_on_their_axis_and_unknown_ones_make_all_unknown():
    parts = fraction_by_level([[0.1, 0.1], [0.2, np.nan]], [[2.0], [3.0]], axis=0)
    assert parts.shape == (2, 2)
    assert parts[:, 0] == pytest.approx([0.1 / 1.5, 0.4 / 1.5])
    assert np.isnan(parts[:, 1]).all()


def test_one_risk_for_all_places_and_draws():
    shares = np.array([[0.2], [0.4], [np.nan]])
    ratio = np.array([1.5, 2.0])[:, None, None]
    found = potential_impact_fraction(shares, ratio, shares / 2)
    assert found.shape == (2, 3)
    assert found[0, 0] == pytest.approx(0.05 / 1.1)
    assert np.isnan(found[:, 2]).all()


def test_faults_of_both_situations_name_theirs():
    with pytest.raises(InvalidInput, match="sum of shares_after"):
        potential_impact_fraction([0.5, 0.5], [2, 3], [0.8, 0.5])
    with pytest.raises(InvalidInput, match="relative_risks_after, position 0"):
        potential_impact_fraction([0.5], [2], [0.5], [-1])
    with pytest.raises(InvalidInput, match="mean relative risk of shares_before"):
        potential_impact_fraction([1.0], [0.0], [0.5])
