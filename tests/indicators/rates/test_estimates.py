"""Differences and ratios of estimates against printed numbers and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.rates.difference import difference
from impact.indicators.rates.estimates import difference_of_estimates, ratio_of_estimates
from impact.indicators.rates.intervals import proportion

quick = settings(max_examples=40, deadline=None)

estimate = st.tuples(st.floats(0.1, 100), st.floats(0.01, 0.9), st.floats(0.01, 3)).map(
    lambda parts: (parts[0], parts[0] * (1 - parts[1]), parts[0] * (1 + parts[2]))
)


def estimates(*rows: tuple[float, float, float], **columns: object) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["value", "lower", "upper"]).assign(**columns)


def score_limits_of_a_rate(events: float, persons: float, confidence: float) -> tuple[float, ...]:
    """By hand: the rates a score test does not reject, (x - m)^2 <= z^2 m."""
    z = stats.norm.ppf((1 + confidence) / 2)
    half = z * np.sqrt(events + z**2 / 4)
    ends = events + z**2 / 2 + np.array([-half, half])
    return (events / persons, *(ends / persons))


def test_the_ratio_printed_by_li_tang_and_wong():
    """Li, Tang and Wong (2014), Computational Statistics 29, 869-889, MOVER of score limits.

    60 of 51,477.5 against 30 of 54,308.7, 90 %: 1.4611, 3.0424. They centre the parts
    differently, hence half a per cent of tolerance.
    """
    own = estimates(score_limits_of_a_rate(60, 51477.5, 0.9))
    other = estimates(score_limits_of_a_rate(30, 54308.7, 0.9))
    row = ratio_of_estimates(own, other, confidence=0.9).iloc[0]
    assert row["lower"] == pytest.approx(1.4611, rel=0.005)
    assert row["upper"] == pytest.approx(3.0424, rel=0.005)


def test_two_shares_with_wilson_limits_give_newcombe():
    counts = pd.DataFrame({"numerator": [56, 48], "denominator": [70, 80]})
    shares = proportion(counts)
    row = difference_of_estimates(shares.iloc[:1], shares.iloc[1:]).iloc[0]
    pair = pd.DataFrame([[56, 70, 48, 80]], columns=["numerator", "denominator", "r", "n"])
    expected = difference(
        pair, kind="proportion", reference_numerator="r", reference_denominator="n"
    ).iloc[0]
    columns = ["value", "lower", "upper"]
    assert np.allclose(row[columns].astype(float), expected[columns].astype(float))


@quick
@given(estimate, estimate)
def test_the_interval_encloses_the_value_and_exchanging_turns_it(one, other):
    here, there = estimates(one), estimates(other)
    gap, back = difference_of_estimates(here, there), difference_of_estimates(there, here)
    assert gap["lower"].iloc[0] <= gap["value"].iloc[0] <= gap["upper"].iloc[0]
    assert gap["lower"].iloc[0] == pytest.approx(-back["upper"].iloc[0])
    times, inverse = ratio_of_estimates(here, there), ratio_of_estimates(there, here)
    assert times["lower"].iloc[0] <= times["value"].iloc[0] * (1 + 1e-9)
    assert times["value"].iloc[0] <= times["upper"].iloc[0] * (1 + 1e-9)
    assert times["lower"].iloc[0] * inverse["upper"].iloc[0] == pytest.approx(1, rel=1e-6)


def test_a_reference_without_uncertainty_only_scales():
    own = estimates((10.0, 8.0, 13.0))
    out = ratio_of_estimates(own, estimates((2.0, 2.0, 2.0))).iloc[0]
    assert [out["value"], out["lower"], out["upper"]] == pytest.approx([5.0, 4.0, 6.5])
    out = difference_of_estimates(own, estimates((2.0, 2.0, 2.0))).iloc[0]
    assert [out["value"], out["lower"], out["upper"]] == pytest.approx([8.0, 6.0, 11.0])


def test_references_are_joined_by_key_in_any_order():
    own = estimates((10, 9, 11), (20, 19, 21), (30, 29, 31), sex=["f", "m", "f"])
    reference = estimates((1, 1, 1), (2, 2, 2), sex=["m", "f"])
    out = difference_of_estimates(own, reference, by="sex")
    assert out["value"].tolist() == [8, 19, 28]
    assert out["reference_value"].tolist() == [2, 1, 2]
    assert out["own_value"].tolist() == [10, 20, 30]


def test_an_estimate_or_reference_that_is_not_there_gives_its_reason():
    own = estimates((10, 9, 11), (np.nan, 1, 2), (3, 2, 4), sex=["x", "f", "f"])
    own["status"] = ["ok", "suppressed", "ok"]
    reference = estimates((1, 1, 1), sex=["f"])
    out = difference_of_estimates(own, reference, by="sex")
    assert out["reason"].tolist() == ["missing", "suppressed", ""]
    assert out["value"].isna().tolist() == [True, True, False]
    none = ratio_of_estimates(estimates((3, 2, 4)), estimates((0, 0, 1))).iloc[0]
    assert none["reason"] == "no_reference_events"
    assert np.isnan(none["value"])


def test_a_lower_limit_of_zero_in_the_reference_leaves_the_ratio_open_above():
    out = ratio_of_estimates(estimates((3, 2, 4)), estimates((1, 0, 2))).iloc[0]
    assert out["upper"] == np.inf
    assert 0 < out["lower"] < 3


def test_estimates_that_cannot_be_compared_are_refused():
    own = estimates((10, 11, 12), (1, 0, 2), confidence=0.99)
    with pytest.raises(InvalidInput) as caught:
        difference_of_estimates(own, estimates((1, 1, 1)))
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput, match="2 rows"):
        difference_of_estimates(estimates((1, 1, 1)), estimates((1, 1, 1), (2, 2, 2)))
    with pytest.raises(InvalidInput, match="more than once"):
        twice = estimates((1, 1, 1), (2, 2, 2), sex=["f", "f"])
        difference_of_estimates(estimates((1, 1, 1), sex="f"), twice, by="sex")
    with pytest.raises(InvalidInput, match="negative"):
        ratio_of_estimates(estimates((1, -1, 2)), estimates((1, 1, 1)))


def test_the_rule_that_withheld_an_estimate_is_named():
    nothing = (np.nan, np.nan, np.nan)
    own = estimates((2, 1, 3), nothing, nothing, nothing, reason=["", "few_events", "", "missing"])
    out = difference_of_estimates(own, estimates((1, 0.5, 2)))
    assert out["reason"].tolist() == ["", "few_events", "missing", "missing"]
    other = estimates(nothing, reason=["wide_interval"])
    out = ratio_of_estimates(own.head(2), other)
    assert out["reason"].tolist() == ["wide_interval", "few_events"]
    out = ratio_of_estimates(own.head(2).assign(status="suppressed"), other)
    assert out["reason"].tolist() == ["suppressed", "suppressed"]


def test_a_result_can_be_compared_again():
    own, other = estimates((2, 1, 3)), estimates((1, 0.5, 2))
    first = difference_of_estimates(own, other)
    again = difference_of_estimates(first, other)
    assert not again.columns.duplicated().any()
    assert again["own_value"].tolist() == first["value"].tolist()
    assert again["value"].tolist() == [0]
