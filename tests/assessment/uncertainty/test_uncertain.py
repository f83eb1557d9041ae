"""Numbers with limits: what may be, and how well each shape meets its limits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from impact.assessment.uncertainty import Uncertain, fitted_limits, uncertain_parameter
from impact.errors import InvalidInput, UnknownName
from impact.evidence.model import Parameter

PRINTED_RATIOS = [
    # As printed by the studies of the parameter library (physical activity, KiVa, loneliness,
    # truancy), rounded to two decimals.
    (0.82, 0.77, 0.87),
    (1.22, 1.19, 1.24),
    (1.10, 1.06, 1.14),
    (3.74, 2.11, 6.60),
    (1.22, 1.10, 1.35),
]


@pytest.mark.parametrize(("central", "lower", "upper"), PRINTED_RATIOS)
def test_published_ratios_are_lognormal_within_rounding(central, lower, upper) -> None:
    found = fitted_limits(Uncertain(central, lower, upper, "lognormal"))
    assert np.allclose(found, (lower, upper), atol=0.005, rtol=0.005)


def test_standard_deviation_of_beta_and_gamma_against_known_distributions() -> None:
    """Limits of a known beta and gamma give that distribution back."""
    for family, known in (("beta", stats.beta(12, 88)), ("gamma", stats.gamma(9, scale=4))):
        lower, upper = known.ppf([0.025, 0.975])
        parameter = Uncertain(known.mean(), lower, upper, family)
        chances = np.array([0.01, 0.1, 0.5, 0.9, 0.99])
        assert np.allclose(parameter.quantile(chances), known.ppf(chances), rtol=1e-6)


@given(
    st.sampled_from(["normal", "lognormal", "beta", "gamma"]),
    st.floats(0.05, 0.9),
    st.floats(0.01, 0.9),
    st.floats(0.5, 0.99),
)
def test_limits_hold_the_stated_share(family, central, width, confidence) -> None:
    """Also where the two tails cannot both be met (asymmetric limits)."""
    lower, upper = central * (1 - width / 2), central + (1 - central) * width / 2
    parameter = Uncertain(central, lower, upper, family, confidence)
    low, high = fitted_limits(parameter)
    if family in ("normal", "lognormal"):
        scale = np.log if family == "lognormal" else np.asarray
        assert np.isclose(scale(high) - scale(low), scale(upper) - scale(lower))
        assert np.isclose(parameter.quantile(0.5), central)
        return
    chances = np.linspace(0.0005, 0.9995, 1000)
    values = parameter.quantile(chances)
    assert np.isclose(((values > lower) & (values < upper)).mean(), confidence, atol=0.003)
    assert np.isclose(values.mean(), central, rtol=0.01)


@pytest.mark.parametrize("family", ["beta", "gamma"])
def test_many_quantiles_at_once_are_those_of_one(family) -> None:
    parameter = Uncertain(
        np.array([0.02, 0.4, np.nan, 0.9]), [0.004, 0.3, 0.1, 0.6], [0.06, 0.5, 0.9, 0.99], family
    )
    chances = np.random.default_rng(1).random((4096, 4))
    chances[0] = [2.0**-53, 1 - 2.0**-53, 0.5, 1e-9]
    exact = np.vstack([parameter.quantile(part) for part in np.split(chances, 4)])
    off = np.abs(parameter.quantile(chances) - exact)[:, [0, 1, 3]]
    assert (off / exact.std(axis=0)[[0, 1, 3]]).max() < 1e-3
    assert np.isnan(parameter.quantile(chances)[:, 2]).all()
    assert (off.mean(axis=0) / exact.std(axis=0)[[0, 1, 3]]).max() < 1e-4


def test_triangular_lies_between_its_limits_with_its_mode() -> None:
    known = stats.triang(0.25, loc=2, scale=8)
    chances = np.linspace(0, 1, 11)
    found = Uncertain(4, 2, 10, "triangular").quantile(chances)
    assert np.allclose(found, known.ppf(chances))
    assert np.allclose(Uncertain(2, 2, 10, "triangular").quantile([0, 1]), [2, 10])
    assert np.allclose(Uncertain(3, 3, 3, "triangular").quantile([0, 0.5, 1]), 3)


def test_each_place_has_its_own_numbers_and_unknown_ones_stay_unknown() -> None:
    parameter = Uncertain(
        np.array([0.1, np.nan, 0.3]), np.array([0.08, 0.1, 0.2]), [0.12, 0.2, np.nan], "beta"
    )
    assert parameter.places == 3
    found = parameter.quantile(np.full((4, 1), 0.5))
    assert found.shape == (4, 3)
    assert np.isnan(found).tolist() == [[False, True, True]] * 4
    one = Uncertain(0.1, 0.08, 0.12, "beta").quantile(0.5)
    assert np.isclose(found[0, 0], one)


def test_without_limits_a_number_is_fixed() -> None:
    assert Uncertain(3.0).fixed
    assert Uncertain(3.0).quantile(np.array([0.1, 0.9])).tolist() == [3.0, 3.0]


def test_parameter_of_the_library() -> None:
    words = {"en": "x"}
    common = {"id": "a", "name": words, "outcome": words, "contrast": words, "causal": "causal"}
    ratio = Parameter(**common, measure="odds_ratio", central=0.82, lower=0.7, upper=0.95)
    assert uncertain_parameter(ratio).distribution == "lognormal"
    mean = Parameter(**common, measure="mean_difference", central=2, lower=1, upper=3)
    assert uncertain_parameter(mean).distribution == "normal"
    bare = Parameter(**common, measure="odds_ratio", central=0.82, distribution="normal")
    assert uncertain_parameter(bare).fixed


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"central": 1, "lower": 2, "upper": 0.5, "distribution": "normal"}, "Swap them"),
        ({"central": 3, "lower": 1, "upper": 2, "distribution": "normal"}, "outside its limits"),
        ({"central": 1, "lower": 0, "upper": 2, "distribution": "lognormal"}, "not above 0"),
        ({"central": -1, "lower": -2, "upper": 2, "distribution": "gamma"}, "not above 0"),
        ({"central": 12, "lower": 8, "upper": 16, "distribution": "beta"}, "between 0 and 1"),
        ({"central": 1, "lower": 0.5}, "upper: is absent"),
        ({"central": 1, "lower": 0.5, "upper": 2}, "distribution: is absent"),
        ({"central": 1, "distribution": "normal"}, "normal needs them"),
        ({"central": 1, "lower": 0.5, "upper": 2, "distribution": "fixed"}, "fixed number"),
        ({"central": np.inf}, "infinite"),
        ({"central": 1, "confidence": 95}, "0.95"),
        ({"central": np.ones((2, 2))}, "2 axes"),
    ],
)
def test_what_cannot_be_is_refused(wrong, says) -> None:
    with pytest.raises(InvalidInput, match=says):
        Uncertain(**wrong)


def test_all_faults_are_listed_with_number_and_first_position() -> None:
    with pytest.raises(InvalidInput) as caught:
        Uncertain(np.array([1.0, 5.0, 0.0]), np.array([2, 1, 0]), [0.5, 2, 1], "lognormal")
    assert len(caught.value.faults) == 3
    assert "1 of 3, first at position 0" in str(caught.value)
    assert "1 of 3, first at position 1" in str(caught.value)
    with pytest.raises(UnknownName, match="lognormal"):
        Uncertain(1, 0.5, 2, "lognorml")
