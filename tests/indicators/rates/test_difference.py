"""Differences of shares and rates against printed numbers, another library and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.rates import confint_poisson_2indep

from impact.errors import InvalidInput
from impact.indicators.rates.difference import difference

quick = settings(max_examples=40, deadline=None)

COLUMNS = ["numerator", "denominator", "reference_numerator", "reference_denominator"]
share = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
pairs = st.tuples(share, share).map(lambda two: (*two[0], *two[1]))


def table(*rows: tuple[float, float, float, float], **columns: object) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).assign(**columns)


@pytest.mark.parametrize(
    ("counts", "lower", "upper"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_the_limits_printed_by_newcombe(counts, lower, upper):
    """Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10."""
    row = difference(table(counts), kind="proportion").iloc[0]
    assert row["lower"] == pytest.approx(lower, abs=5e-5)
    assert row["upper"] == pytest.approx(upper, abs=5e-5)


@quick
@given(pairs)
def test_shares_agree_with_statsmodels(counts):
    row = difference(table(counts), kind="proportion").iloc[0]
    expected = confint_proportions_2indep(*counts, method="newcomb", compare="diff")
    assert np.allclose([row["lower"], row["upper"]], expected, atol=1e-9)


@quick
@given(st.integers(0, 9), st.integers(0, 9), st.integers(10, 5000), st.integers(10, 5000))
def test_rates_of_few_events_agree_with_statsmodels(x, y, n, m):
    row = difference(table((x, n, y, m)), kind="rate", multiplier=1000).iloc[0]
    expected = confint_poisson_2indep(
        x, n, y, m, method="mover", compare="diff", method_mover="exact-c"
    )
    assert np.allclose([row["lower"], row["upper"]], np.array(expected) * 1000)


@quick
@given(pairs, st.sampled_from(["proportion", "rate"]))
def test_exchanging_the_two_turns_the_interval_round(counts, kind):
    one = difference(table(counts), kind=kind).iloc[0]
    other = difference(table((*counts[2:], *counts[:2])), kind=kind).iloc[0]
    assert one["value"] == pytest.approx(-other["value"], abs=1e-12)
    assert one["lower"] == pytest.approx(-other["upper"], abs=1e-12)
    assert one["lower"] <= one["value"] <= one["upper"]


@quick
@given(pairs)
def test_a_difference_of_shares_lies_between_minus_one_and_one(counts):
    row = difference(table(counts), kind="proportion", confidence=0.998).iloc[0]
    assert -1 - 1e-12 <= row["lower"] <= row["upper"] <= 1 + 1e-12


def test_the_same_rows_come_back_and_the_table_given_is_untouched():
    frame = table((3, 10, 1, 10), (1, 4, 1, 8), place=["b", "a"]).set_index(pd.Index([7, 3]))
    before = frame.copy()
    out = difference(frame, kind="proportion", multiplier=100, confidence=(0.95, 0.998))
    pd.testing.assert_frame_equal(frame, before)
    assert list(out.index) == [7, 3]
    assert out["value"].round(6).tolist() == [20.0, 12.5]
    assert {"lower_95", "upper_99_8"} <= set(out.columns)
    assert set(out["method"]) == {"newcombe_10"}


def test_the_worse_of_two_unknown_counts_is_the_reason():
    frame = table((3, 10, np.nan, 10), (np.nan, 10, 1, 10), (0, 0, 1, 2), (1, 2, 1, 2))
    frame["status"] = ["ok", "missing", "ok", "ok"]
    frame["reference_status"] = ["missing", "suppressed", "ok", "not_applicable"]
    out = difference(frame, kind="rate")
    assert out["reason"].tolist() == ["missing", "suppressed", "no_persons", "not_applicable"]
    assert out[["value", "lower", "upper"]].isna().all().all()


def test_all_faults_of_both_counts_are_named():
    frame = table((11, 10, 1, 10), (1, 10, -1, 10), (1, 10, 12, 10))
    with pytest.raises(InvalidInput) as caught:
        difference(frame, kind="proportion")
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput, match="proportion, rate"):
        difference(frame, kind="mean")
