"""Mean relative risks of exposures with a spread, against closed forms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.assessment.risks import mean_relative_risk, relative_risk_at
from impact.errors import InvalidInput, UnknownName


@settings(max_examples=25)
@given(st.floats(0.5, 2), st.floats(0.5, 4))
def test_normal_and_log_linear_is_the_lognormal_mean(ratio, deviation):
    """E exp(b X) = exp(b m + b^2 s^2 / 2) for normal X; the cutoff is far below."""
    slope = np.log(ratio) / 10
    found = mean_relative_risk(60, deviation, relative_risk=ratio, increment=10)
    assert found == pytest.approx(np.exp(60 * slope + (slope * deviation) ** 2 / 2), rel=1e-8)


@settings(max_examples=25)
@given(st.floats(0.5, 1.3), st.floats(1, 3))
def test_gamma_and_log_linear_is_its_moment_generating_function(ratio, deviation):
    """E exp(b X) = (1 - b t)^-k for gamma X of shape k and scale t."""
    mean, slope = 5.0, np.log(ratio)
    shape, scale = (mean / deviation) ** 2, deviation**2 / mean
    found = mean_relative_risk(mean, deviation, distribution="gamma", relative_risk=ratio)
    assert found == pytest.approx((1 - slope * scale) ** -shape, rel=1e-7)


@pytest.mark.parametrize("distribution", ["normal", "lognormal", "gamma"])
def test_a_straight_line_needs_the_mean_alone(distribution):
    found = mean_relative_risk(
        50, 5, distribution=distribution, relative_risk=1.3, increment=10, shape="linear"
    )
    assert found == pytest.approx(1 + 0.3 * 5, rel=1e-8)


def test_a_cutoff_against_a_draw_of_many():
    """Against two million people drawn; tolerance is four of their standard errors."""
    x = np.random.default_rng(3).normal(20, 8, 2_000_000)
    risk = relative_risk_at(x, relative_risk=1.3, increment=10, cutoff=15)
    found = mean_relative_risk(20, 8, relative_risk=1.3, increment=10, cutoff=15)
    assert found == pytest.approx(risk.mean(), abs=4 * risk.std() / np.sqrt(len(x)))
    cut = risk[x <= 30]
    found = mean_relative_risk(20, 8, relative_risk=1.3, increment=10, cutoff=15, highest=30)
    assert found == pytest.approx(cut.mean(), abs=4 * cut.std() / np.sqrt(len(cut)))


def test_spread_raises_a_risk_that_bends_upwards():
    at_mean = relative_risk_at(20, relative_risk=1.3, increment=10, cutoff=15)
    wide = mean_relative_risk(20, [0.01, 2, 8], relative_risk=1.3, increment=10, cutoff=15)
    assert wide[0] == pytest.approx(at_mean, rel=1e-6)
    assert (np.diff(wide) > 0).all()


def test_draws_places_and_unknown():
    found = mean_relative_risk([20, np.nan], 4, relative_risk=[[1.2], [1.3]], increment=10)
    assert found.shape == (2, 2)
    assert np.isnan(found[:, 1]).all()


def test_what_cannot_be_is_refused():
    with pytest.raises(InvalidInput) as error:
        mean_relative_risk([0, 5], [-1, 2], distribution="gamma", relative_risk=2)
    assert "mean, position 0" in str(error.value) and "standard_deviation, position 0" in str(
        error.value
    )
    with pytest.raises(InvalidInput, match="highest"):
        mean_relative_risk(5, 2, distribution="lognormal", relative_risk=2)
    with pytest.raises(InvalidInput, match="highest"):
        mean_relative_risk(5, 5, distribution="gamma", relative_risk=2)
    with pytest.raises(InvalidInput, match="cutoff"):
        mean_relative_risk(5, 2, relative_risk=2, cutoff=4, highest=3)
    with pytest.raises(InvalidInput, match="share of people"):
        mean_relative_risk(50, 2, relative_risk=2, highest=3)
    with pytest.raises(UnknownName):
        mean_relative_risk(5, 2, relative_risk=2, distribution="weibull")
