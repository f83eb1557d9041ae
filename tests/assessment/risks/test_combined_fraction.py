"""Several exposures together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.risks import attributable_fraction, combined_fraction, relative_risk_at
from impact.errors import InvalidInput, UnknownName

fractions = st.lists(st.floats(-1, 0.99), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("method", "printed"), [("additive", 81), ("multiplicative", 79), ("combined", 79)]
)
def test_particles_and_nitrogen_dioxide(method, printed):
    """healthiar test-multiexpose.R after RIVM: 81, 79 and 79 of 1000 deaths."""
    risk = [
        relative_risk_at(8.1, relative_risk=1.063, increment=10),
        relative_risk_at(10.9, relative_risk=1.031, increment=10),
    ]
    parts = attributable_fraction(1.0, np.array(risk)[:, None])
    assert round(1000 * combined_fraction(parts, method=method)) == printed


def test_communality_weights():
    """Lee et al. (2022) in the vignette "Examples" of deltapif 0.4: 6.406 % of dementia."""
    logarithms = np.array([0.1655144, 0.4637340, 0.3293037])
    shares = np.array([0.036, 0.085, 0.628])
    parts = attributable_fraction(shares[:, None], np.exp(logarithms)[:, None])
    found = combined_fraction(parts, weights=[0.038, 0.059, 0.311])
    assert found == pytest.approx(0.06406, abs=5e-6)


@given(fractions)
def test_order_does_not_matter_and_it_is_at_most_one(parts):
    found = combined_fraction(parts)
    assert found <= 1
    assert combined_fraction(parts[::-1]) == pytest.approx(found)
    assert combined_fraction([*parts, 0.0]) == pytest.approx(found)


def test_independent_exposures_by_counting():
    """By hand: a quarter has each of the four combinations of two exposures, risks multiply."""
    risk = np.array([1.0, 2.0, 3.0, 6.0])
    together = attributable_fraction(np.full(4, 0.25), risk)
    apart = attributable_fraction([[0.5], [0.5]], [[2.0], [3.0]])
    assert combined_fraction(apart) == pytest.approx(together)


def test_unknown_stays_unknown_and_impossible_is_refused():
    assert np.isnan(combined_fraction([0.1, np.nan]))
    assert combined_fraction([[0.1, 0.2], [0.0, 0.0]], axis=0) == pytest.approx([0.1, 0.2])
    with pytest.raises(InvalidInput, match="count cases twice"):
        combined_fraction([0.7, 0.6], method="additive")
    with pytest.raises(InvalidInput, match="above 1"):
        combined_fraction([1.2])
    with pytest.raises(InvalidInput, match="weights"):
        combined_fraction([0.2], weights=[1.5])
    with pytest.raises(UnknownName):
        combined_fraction([0.2], method="added")
