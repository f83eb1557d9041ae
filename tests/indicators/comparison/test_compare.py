"""Better or worse than a reference: the test, its words and its refusals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.comparison.compare import compare
from impact.verdicts import COMPARISON


def row(value: float, reference: float, basis: str = "binomial", **columns: object):
    defaults = {
        "value": value,
        "reference": reference,
        "basis": basis,
        "standard_error": 2.0,
        "degrees_of_freedom": np.inf,
        "denominator": 100.0,
        "polarity": "higher",
    }
    return pd.DataFrame(defaults | columns, index=[0])


def verdict(frame: pd.DataFrame, **options: object) -> pd.Series:
    return compare(frame, reference="reference", **options).iloc[0]


def test_ten_of_twelve_against_a_half():
    """The sign test for 10 of 12: two-sided p = 158/4096 = 0.0386 (binomial table)."""
    out = verdict(row(100 * 10 / 12, 50.0, denominator=12.0))
    assert out["p_value"] == pytest.approx(158 / 4096, abs=1e-12)
    assert (out["verdict"], out["method"], out["reason"]) == ("better", "binomial_exact", "")


def test_nine_of_twelve_against_a_half():
    """The sign test for 9 of 12: two-sided p = 598/4096 = 0.146 (binomial table)."""
    out = verdict(row(75.0, 50.0, denominator=12.0))
    assert out["p_value"] == pytest.approx(598 / 4096, abs=1e-12)
    assert out["verdict"] == "not_clearly_different"


@given(st.integers(1, 400), st.floats(1, 99), st.data())
def test_binomial_p_is_twice_the_smaller_tail(persons, reference, data):
    events = data.draw(st.integers(0, persons))
    out = verdict(row(100 * events / persons, reference, denominator=float(persons)))
    share = np.clip(reference / 100, 0.5 / (persons + 1), 1 - 0.5 / (persons + 1))
    low = stats.binomtest(events, persons, share, alternative="less").pvalue
    high = stats.binomtest(events, persons, share, alternative="greater").pvalue
    assert out["p_value"] == pytest.approx(min(1, 2 * min(low, high)), rel=1e-6, abs=1e-300)


def test_one_pupil_short_of_a_median_of_100_is_no_finding():
    assert verdict(row(99.0, 100.0))["verdict"] == "not_clearly_different"
    assert verdict(row(90.0, 100.0))["verdict"] == "worse"


def test_between_year_noise_is_tested_with_t():
    out = verdict(row(55.0, 50.0, "between_year", degrees_of_freedom=10.0))
    assert out["p_value"] == pytest.approx(2 * stats.t.sf(2.5, 10))
    assert out["method"] == "between_year_t"


def test_published_limits_are_tested_with_the_normal_curve():
    out = verdict(row(53.92, 50.0, "published"))
    assert out["p_value"] == pytest.approx(0.05, abs=1e-3)
    assert out["method"] == "published_z"


@given(
    st.sampled_from(["binomial", "between_year", "published"]),
    st.floats(0, 100),
    st.floats(0, 100),
    st.floats(0, 5),
    st.sampled_from(["higher", "lower", "neutral"]),
)
def test_the_word_follows_the_p_value_and_the_polarity(basis, value, reference, error, polarity):
    out = verdict(row(value, reference, basis, polarity=polarity, e=error), reference_error="e")
    assert out["verdict"] in COMPARISON
    up, down = {
        "higher": ("better", "worse"),
        "lower": ("worse", "better"),
        "neutral": ("higher", "lower"),
    }[polarity]
    if out["p_value"] < 0.05:
        assert out["verdict"] == (up if value > reference else down)
    else:
        assert out["verdict"] == "not_clearly_different"


@pytest.mark.parametrize("basis", ["binomial", "between_year"])
def test_the_uncertainty_of_the_reference_makes_the_test_more_cautious(basis):
    frame = row(60.0, 50.0, basis, e=4.0, places=7.0)
    exact = verdict(frame)["p_value"]
    cautious = verdict(frame, reference_error="e", reference_places="places")["p_value"]
    assert cautious > 2 * exact


def test_few_peers_give_few_degrees_of_freedom():
    frame = row(60.0, 50.0, "between_year", standard_error=1e-9, e=4.0, places=7.0)
    out = verdict(frame, reference_error="e", reference_places="places")
    assert out["p_value"] == pytest.approx(2 * stats.t.sf(2.5, 6))


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"value": np.nan}, "no_value"),
        ({"reference": np.nan}, "no_reference"),
        ({"places": 1.0}, "few_places"),
        ({"places": 4.0}, "few_places"),
        ({"e": np.nan}, "few_places"),
        ({"standard_error": np.nan, "basis": "none"}, "no_uncertainty"),
    ],
)
def test_what_cannot_be_compared_says_why(columns, reason):
    frame = row(60.0, 50.0).assign(places=290.0, e=0.1).assign(**columns)
    out = verdict(frame, reference_places="places", reference_error="e")
    assert (out["verdict"], out["reason"]) == ("not_comparable", reason)
    assert np.isnan(out["p_value"])
    assert out["method"] == "none"


def test_difference_and_effect_are_in_the_unit_and_in_spreads():
    out = verdict(row(60.0, 50.0, s=5.0), spread="s")
    assert (out["difference"], out["standardised_effect"]) == (10.0, 2.0)
    assert np.isnan(verdict(row(60.0, 50.0, s=0.0), spread="s")["standardised_effect"])


def test_rows_come_back_as_given():
    frame = pd.concat([row(60.0, 50.0), row(40.0, 50.0, "between_year")]).set_axis([5, 2])
    before = frame.copy()
    out = compare(frame, reference="reference")
    pd.testing.assert_frame_equal(frame, before)
    assert out.index.tolist() == [5, 2]
    assert out["verdict"].tolist() == ["not_clearly_different", "worse"]


def test_unknown_polarity_is_refused():
    with pytest.raises(InvalidInput, match="'up' is not one of"):
        verdict(row(60.0, 50.0, polarity="up"))


@pytest.mark.parametrize("persons", [np.nan, 0, -1, np.inf])
def test_a_share_of_no_known_persons_is_not_tested(persons):
    out = verdict(row(10.0, 50.0, denominator=persons))
    assert (out["verdict"], out["method"]) == ("not_comparable", "none")
    assert out["reason"] == "no_uncertainty"


@pytest.mark.parametrize(
    "columns",
    [{"basis": "none"}, {"basis": None}, {"standard_error": np.inf}, {"degrees_of_freedom": 0}],
)
def test_no_basis_no_error_or_no_freedom_is_not_tested(columns):
    out = verdict(row(10.0, 50.0, **({"basis": "published"} | columns)))
    assert (out["reason"], out["method"]) == ("no_uncertainty", "none")
    assert np.isnan(out["p_value"])


def test_an_unknown_basis_and_a_negative_error_are_refused():
    with pytest.raises(InvalidInput, match="guess"):
        verdict(row(10.0, 50.0, "guess"))
    with pytest.raises(InvalidInput, match="negative"):
        verdict(row(10.0, 50.0, error=-1.0), reference_error="error")


def test_an_infinite_reference_is_none():
    out = verdict(row(10.0, np.inf))
    assert out["reason"] == "no_reference"
    assert np.isnan(out["difference"])
