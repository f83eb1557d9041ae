"""Relative risk at an exposure: printed numbers of others, laws, and what cannot be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.risks import attributable_fraction, relative_risk_at
from impact.errors import InvalidInput, UnknownName

# The curve of the Global Burden of Disease 2019 for fine particles and lower respiratory
# infections, as printed in healthiar's test-attribute_health.R.
EXPOSURES = [0, 5, 10, 15, 20, 25, 30, 50, 70, 90, 110, 130, 150, 200, 300, 400, 500, 600]
RISKS = [
    *[1, 1.046, 1.089, 1.129, 1.168, 1.204, 1.238, 1.357, 1.453],
    *[1.533, 1.607, 1.68, 1.751, 1.909, 2.052, 2.098, 2.143, 2.189],
]
CASES = 30747
shapes = st.sampled_from(["log_linear", "linear", "log_log", "linear_log"])


@pytest.mark.parametrize(
    ("shape", "exposure", "ratio", "printed"),
    [
        ("linear", 10, 1.1, 1.05),
        ("linear", 15, 1.1, 1.1),
        ("linear", 0, 1.1, 1.0),
        ("log_linear", 20, 1.08, 1.1224),
        ("log_linear", 0, 1.08, 1.0),
        ("linear_log", 20, 1.08, 1.102179903),
        ("linear_log", 15, 1.08, 1.08),
        ("log_log", 20, 1.08, 1.103291954),
        ("log_log", 10, 1.08, 1.048709767),
        ("log_log", 30, 1.08, 1.13752842),
    ],
)
def test_named_shapes_give_the_numbers_printed_in_healthiar(shape, exposure, ratio, printed):
    """healthiar (R), tests/testthat/test-get_risk.R: increment 10, cutoff 5."""
    found = relative_risk_at(exposure, relative_risk=ratio, increment=10, cutoff=5, shape=shape)
    assert found == pytest.approx(printed, abs=0.00005 if printed == 1.1224 else 1e-8)


def test_lung_cancer_in_canada_as_in_healthiar():
    """healthiar test-attribute_health.R: 25,235 cases, 8.3 units, 1.09 (1.06-1.12) for 10."""
    risk = relative_risk_at(8.3, relative_risk=[1.09, 1.06, 1.12], increment=10)
    fraction = attributable_fraction(1.0, risk[:, None])
    assert fraction == pytest.approx([0.06902931, 0.04721232, 0.08977441], abs=1e-8)
    assert np.round(25235 * fraction).tolist() == [1742, 1191, 2265]


def test_a_straight_line_as_in_healthiar():
    """healthiar test-attribute_health.R, Naples: 9946 deaths, 42.6 units, 1.04 (1.02-1.07)."""
    risk = relative_risk_at(42.6, relative_risk=[1.04, 1.02, 1.07], increment=10, shape="linear")
    assert np.round(9946 * attributable_fraction(1.0, risk[:, None])).tolist() == [1448, 781, 2285]


def test_a_spline_through_knots_as_in_healthiar():
    """healthiar test-attribute_health.R: 2263 with no cutoff (R's natural spline)."""
    risk = relative_risk_at(8.85, shape=(EXPOSURES, RISKS))
    assert CASES * attributable_fraction(1.0, risk) == pytest.approx(2263, abs=0.5)


def test_the_order_of_knots_does_not_matter():
    turned = relative_risk_at(8.85, shape=(EXPOSURES[::-1], RISKS[::-1]))
    assert turned == relative_risk_at(8.85, shape=(EXPOSURES, RISKS))


def test_a_curve_is_set_against_its_own_value_at_the_cutoff_and_not_moved():
    """A difference on purpose: healthiar prints 1057 cases because it reads the curve at x - 5."""
    moved = relative_risk_at(8.85 - 5, shape=(EXPOSURES, RISKS))
    assert CASES * attributable_fraction(1.0, moved) == pytest.approx(1057, abs=0.5)
    own = relative_risk_at(10, shape=(EXPOSURES, RISKS), cutoff=5)
    assert own == pytest.approx(1.089 / 1.046)


def test_a_function_as_curve():
    def noise(level: np.ndarray) -> np.ndarray:
        return np.where(level < 55, 1.0, np.exp(np.log(1.055) / 10 * (level - 45)))

    found = relative_risk_at([47, 52, 57], shape=noise)
    assert found == pytest.approx([1, 1, 1.055**1.2])


def test_outside_the_knots_the_risk_stays():
    assert relative_risk_at(900, shape=(EXPOSURES, RISKS)) == pytest.approx(2.189)
    assert relative_risk_at(-3, shape=(EXPOSURES, RISKS), cutoff=-5) == pytest.approx(1.0)


@given(shapes, st.floats(0.2, 5), st.floats(0, 50), st.floats(0.1, 20))
def test_it_is_one_at_the_cutoff_and_the_ratio_one_increment_above(shape, ratio, cutoff, step):
    found = relative_risk_at(
        [0, cutoff, cutoff + step],
        relative_risk=ratio, increment=step, cutoff=cutoff, shape=shape,
    )  # fmt: skip
    assert found == pytest.approx([1, 1, ratio])


@given(st.floats(0.5, 3), st.floats(0, 30), st.floats(0, 30))
def test_log_linear_risks_multiply(ratio, one, two):
    both, first, second = (
        relative_risk_at(x, relative_risk=ratio, increment=10) for x in (one + two, one, two)
    )
    assert both == pytest.approx(first * second)


def test_draws_times_places():
    found = relative_risk_at([1, 2, np.nan], relative_risk=[[1.1], [1.2]])
    assert found.shape == (2, 3)
    assert found[:, :2] == pytest.approx(np.array([[1.1, 1.21], [1.2, 1.44]]))
    assert np.isnan(found[:, 2]).all()
    assert np.isnan(relative_risk_at([np.nan, 5], shape=(EXPOSURES, RISKS))).tolist() == [
        True,
        False,
    ]


def test_everything_wrong_is_listed_at_once():
    with pytest.raises(InvalidInput) as error:
        relative_risk_at([1, -2, -3], relative_risk=[1, 0, -1], increment=0, shape="log_log")
    text = str(error.value)
    assert "relative_risk, position 1: 2 of 3 are not above 0" in text
    assert "increment: 0 is not above 0" in text
    assert "exposure, position 1: 2 of 3 are below 0" in text


@pytest.mark.parametrize(
    "given_wrong",
    [
        {"exposure": 1, "shape": "linear"},
        {"exposure": 1, "shape": (EXPOSURES, RISKS), "relative_risk": 1.1},
        {"exposure": 1, "shape": ([0, 1], [1, 2])},
        {"exposure": 1, "shape": ([0, 1, 1], [1, 2, 3])},
        {"exposure": 1, "shape": ([0, 1, 2], [1, 0, 3])},
        {"exposure": 1, "shape": ([0, 1, 2], [1, 2])},
        {"exposure": 100, "shape": "linear", "relative_risk": 0.5},
        {"exposure": "many", "relative_risk": 2},
        {"exposure": 1, "shape": np.negative},
    ],
)
def test_what_cannot_be_is_refused(given_wrong):
    with pytest.raises(InvalidInput):
        relative_risk_at(given_wrong.pop("exposure"), **given_wrong)


def test_an_unknown_shape_is_named():
    with pytest.raises(UnknownName, match="log_linear"):
        relative_risk_at(1, relative_risk=1.1, shape="log_liner")
