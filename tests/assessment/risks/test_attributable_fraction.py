"""Attributable fractions: printed numbers, laws, and the mistakes of others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from impact.assessment.risks import (
    attributable_fraction,
    attributable_fraction_of_cases,
    prevented_fraction,
    relative_risk_at,
)
from impact.errors import InvalidInput, UnknownName

levels = st.integers(1, 5).flatmap(
    lambda n: st.tuples(
        st.lists(st.floats(0, 1), min_size=n, max_size=n),
        st.lists(st.floats(0, 20), min_size=n, max_size=n),
        st.floats(1, 3),
    )
)


def shares_of(weights: list[float], spread: float) -> np.ndarray:
    """Return shares that sum to at most 1."""
    return np.array(weights) / max(sum(weights), 1e-9) / spread


def test_four_in_ten_exposed_to_twice_the_risk():
    """Levin by hand: 0.4 / 1.4. Entering the exposed alone, healthiar 0.2.4 gives 50 of 100."""
    assert 100 * attributable_fraction(0.4, 2) == pytest.approx(28.5714, abs=1e-4)
    assert 100 * attributable_fraction([0.4, 0.6], [2, 1], unexposed="included") == pytest.approx(
        28.5714, abs=1e-4
    )


@pytest.mark.parametrize(
    ("share", "logarithm", "printed"),
    [
        (0.085, 0.4637340, 0.04776),
        (0.069, 0.4637340, 0.03912),
        (0.049, 0.4637340, 0.02810),
        (0.117, 0.4637340, 0.06457),
        (0.084, 0.4637340, 0.04722),
        (0.036, 0.1655144, 0.00644),
        (0.628, 0.3293037, 0.19674),
    ],
)
def test_dementia_and_its_risk_factors(share, logarithm, printed):
    """Lee et al. (2022) as printed in the vignette "Examples" of the R package deltapif 0.4."""
    assert attributable_fraction(share, np.exp(logarithm)) == pytest.approx(printed, abs=5e-6)


def test_exposure_bands_as_printed_in_healthiar():
    """healthiar test-get_paf.R."""
    assert attributable_fraction(1, 1.2) == pytest.approx(0.166666667)
    found = attributable_fraction([0.5, 0.5], [1.1, 1.2], unexposed="included")
    assert found == pytest.approx(0.130434783)


def test_the_unexposed_belong_to_the_mean_risk():
    """A difference on purpose: healthiar's own test prints 2651 cases of noise.

    One in ten people is exposed. Leaving the other nine out of the mean risk makes 2651 of 50,000
    cases; with them in it, Levin's formula, they are 278.
    """
    shares = np.array([300, 200, 150, 120, 100, 70, 60]) / 10_000
    level = np.array([47, 52, 57, 62, 67, 72, 77])
    risk = np.where(level < 55, 1.0, np.exp(np.log(1.055) / 10 * (level - 45)))
    without = 1 - shares.sum() / (shares * risk).sum()
    assert 50_000 * without == pytest.approx(2651, abs=0.5)
    assert 50_000 * attributable_fraction(shares, risk) == pytest.approx(278.4, abs=0.05)


def test_a_relative_risk_is_not_taken_to_the_power_of_e():
    """A difference on purpose: deltapif's vignette prints 70.114 % of rectal cancer by alcohol.

    It hands relative risks to an argument that wants their logarithms. The fraction is 13.2 %.
    """
    grams = np.array([0, 0.8, 1.6, 3.2, 7.1, 12.6, 17.4, 24.5, 34.7, 44.2, 54.4, 85.2])
    shares = [0.472, 0.014, 0.022, 0.081, 0.081, 0.069, 0.046, 0.073, 0.042, 0.032, 0.02, 0.048]
    risk = relative_risk_at(grams, relative_risk=1.10, increment=10)
    assert attributable_fraction(shares, np.exp(risk)) == pytest.approx(0.70114, abs=5e-6)
    assert attributable_fraction(shares, risk) == pytest.approx(0.1318, abs=5e-5)


def test_from_cases_and_from_people_agree_without_confounding():
    """Rockhill et al. (1998): both formulas are the same when nothing confounds; by hand."""
    people, risk = np.array([0.3, 0.2]), np.array([1.5, 3.0])
    cases = people * risk / (1 + (people * (risk - 1)).sum())
    found = attributable_fraction_of_cases(cases, risk)
    assert found == pytest.approx(attributable_fraction(people, risk))


def test_an_exposure_that_protects():
    """Miettinen (1974): the prevented fraction of one level is p (1 - R)."""
    fraction = attributable_fraction(0.5, 0.6)
    assert fraction == pytest.approx(-0.25)
    assert prevented_fraction(fraction) == pytest.approx(0.5 * (1 - 0.6))


@given(levels)
def test_listing_the_unexposed_changes_nothing(given_levels):
    weights, risk, spread = given_levels
    shares = shares_of(weights, spread)
    assume(1 + (shares * (np.array(risk) - 1)).sum() > 1e-6)
    rest = max(0.0, 1 - shares.sum())
    plain = attributable_fraction(shares, risk)
    listed = attributable_fraction([*shares, rest], [*risk, 1.0])
    assert listed == pytest.approx(plain, rel=1e-6, abs=1e-9)


@given(levels)
def test_it_is_at_most_one_and_splitting_a_level_changes_nothing(given_levels):
    weights, risk, spread = given_levels
    shares = shares_of(weights, spread)
    assume(1 + (shares * (np.array(risk) - 1)).sum() > 1e-6)
    found = attributable_fraction(shares, risk)
    assert found <= 1
    halves = np.concatenate([shares / 2, shares / 2])
    assert attributable_fraction(halves, [*risk, *risk]) == pytest.approx(found, rel=1e-6, abs=1e-9)


def test_draws_places_and_the_axis_of_levels():
    shares = np.array([[0.1, 0.2], [0.3, 0.3], [0.0, np.nan]])
    risk = np.array([1.5, 2.0]) * np.array([1.0, 1.1, 1.2, 1.3])[:, None, None]
    found = attributable_fraction(shares, risk)
    assert found.shape == (4, 3)
    assert np.isnan(found[:, 2]).all()
    assert found[0, 0] == pytest.approx(0.25 / 1.25)
    turned = attributable_fraction(shares.T, [[1.5], [2.0]], axis=0)
    assert turned[:2] == pytest.approx(found[0, :2])


def test_everything_wrong_is_listed_at_once():
    with pytest.raises(InvalidInput) as error:
        attributable_fraction([[0.7, 0.6], [-0.1, 0.2]], [[1, -2], [1, 1]])
    text = str(error.value)
    assert "shares, position 1, 0: 1 of 4 are below 0; the first is -0.1" in text
    assert "sum of shares, position 0: 1 of 2 are above 1; the first is 1.3" in text
    assert "relative_risks, position 0, 1: 1 of 4 are below 0" in text


def test_unexposed_missing_is_refused_when_they_should_be_included():
    with pytest.raises(InvalidInput, match="relative risk of 1"):
        attributable_fraction([0.4], [2.0], unexposed="included")
    with pytest.raises(UnknownName):
        attributable_fraction(0.4, 2.0, unexposed="forget")


def test_levels_must_match_and_cases_need_a_risk():
    with pytest.raises(InvalidInput, match="3 levels"):
        attributable_fraction([0.1, 0.2], [1, 2, 3])
    with pytest.raises(InvalidInput, match="no case"):
        attributable_fraction_of_cases([0.4], [0.0])
    with pytest.raises(InvalidInput, match="mean relative risk"):
        attributable_fraction(1.0, 0.0)
    with pytest.raises(InvalidInput, match="1 - fraction"):
        prevented_fraction([0.2, 1.0])
