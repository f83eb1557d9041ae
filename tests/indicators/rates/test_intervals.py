"""Shares and rates against printed numbers, another library and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

from impact.errors import InvalidInput
from impact.indicators.rates.intervals import proportion, rate
from impact.indicators.rates.limits import byar_limits, exact_poisson_limits, wilson_limits

quick = settings(max_examples=40, deadline=None)

counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def shares(*pairs: tuple[float, float], **columns: object) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["numerator", "denominator"]).assign(**columns)


@pytest.mark.parametrize(
    ("events", "total", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_limits_printed_by_newcombe(events, total, lower, upper):
    """Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3."""
    row = proportion(shares((events, total))).iloc[0]
    assert row["lower"] == pytest.approx(lower, abs=5e-5)
    assert row["upper"] == pytest.approx(upper, abs=5e-5)


@pytest.mark.parametrize(
    ("events", "lower", "upper"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390)],
)
def test_exact_poisson_gives_the_limits_of_the_printed_table(events, lower, upper):
    """Pearson and Hartley, Biometrika Tables for Statisticians I, table 40 (95 %)."""
    low, high = exact_poisson_limits(events)
    assert low == pytest.approx(lower, abs=5e-4)
    assert high == pytest.approx(upper, abs=5e-4)


def test_byar_by_hand():
    """By hand for 25 events, z = 1.959964: 25 (1 - 1/225 - z/15)^3, 26 (1 - 1/234 + z/15.297)^3."""
    low, high = byar_limits(25)
    assert low == pytest.approx(25 * (1 - 1 / 225 - 1.959964 / 15) ** 3, abs=1e-5)
    assert high == pytest.approx(26 * (1 - 1 / 234 + 1.959964 / (3 * 26**0.5)) ** 3, abs=1e-5)


def test_byar_is_close_to_exact_from_ten_events_on():
    events = np.arange(10, 500)
    for byar, exact in zip(byar_limits(events), exact_poisson_limits(events), strict=True):
        assert np.max(np.abs(byar / exact - 1)) < 0.003


@quick
@given(counts)
def test_wilson_agrees_with_statsmodels(pair):
    events, total = pair
    expected = proportion_confint(events, total, method="wilson")
    assert np.allclose(np.r_[wilson_limits(events, total)], expected, atol=1e-12)


@quick
@given(st.integers(0, 9))
def test_rates_below_ten_events_agree_with_statsmodels(events):
    row = rate(shares((events, 2000)), multiplier=1000).iloc[0]
    expected = confint_poisson(events, 2000, method="exact-c")
    assert np.allclose(row[["lower", "upper"]].astype(float), np.array(expected) * 1000)
    assert row["method"] == "poisson_exact"


@quick
@given(counts, st.floats(0.5, 0.999))
def test_a_share_lies_within_its_limits_and_mirrors_its_complement(pair, confidence):
    events, total = pair
    lower, upper = wilson_limits(events, total, confidence)
    other_lower, other_upper = wilson_limits(total - events, total, confidence)
    assert 0 <= lower <= events / total <= upper <= 1
    assert lower == pytest.approx(1 - other_upper, abs=1e-9)
    assert upper == pytest.approx(1 - other_lower, abs=1e-9)


@quick
@given(st.lists(counts, min_size=1, max_size=8))
def test_merged_rows_are_the_share_of_the_sums(pairs):
    merged = proportion(shares(*pairs, place="SE-0001"), by="place")
    whole = proportion(shares(tuple(np.sum(pairs, axis=0))))
    assert np.allclose(merged[["value", "lower", "upper"]], whole[["value", "lower", "upper"]])


@quick
@given(st.lists(counts, min_size=2, max_size=8), st.randoms())
def test_the_order_of_rows_changes_nothing(pairs, random):
    frame = shares(*pairs)
    order = list(frame.index)
    random.shuffle(order)
    pd.testing.assert_frame_equal(proportion(frame).loc[order], proportion(frame.loc[order]))


def test_rows_come_back_in_order_and_the_table_given_is_untouched():
    frame = shares((3, 10), (1, 4), place=["b", "a"]).set_index(pd.Index([7, 3]))
    before = frame.copy()
    out = proportion(frame, multiplier=100)
    pd.testing.assert_frame_equal(frame, before)
    assert list(out.index) == [7, 3]
    assert list(out["value"]) == [30.0, 25.0]
    assert set(out["statistic"]) == {"proportion"}
    assert set(out["confidence"]) == {0.95}


def test_several_levels_in_one_call():
    out = proportion(shares((3, 10)), confidence=(0.95, 0.998))
    expected = ["lower_95", "upper_95", "lower_99_8", "upper_99_8"]
    assert [name for name in out.columns if name.startswith(("lower", "upper"))] == expected
    assert out["lower_99_8"].iloc[0] < out["lower_95"].iloc[0]
    assert out["lower_95"].iloc[0] == proportion(shares((3, 10)))["lower"].iloc[0]


def test_missing_and_suppressed_rows_stay_without_a_value():
    frame = shares((np.nan, 10), (3, np.nan), (3, 10), (3, 10))
    frame["status"] = ["missing", "ok", "suppressed", "ok"]
    out = proportion(frame)
    assert out["value"].isna().tolist() == [True, True, True, False]
    assert out["lower"].isna().tolist() == [True, True, True, False]
    assert out["upper"].isna().tolist() == [True, True, True, False]
    assert out["status"].tolist() == ["missing", "ok", "suppressed", "ok"]


def test_a_sum_with_a_suppressed_part_is_suppressed():
    frame = shares((3, 10), (2, 10), (4, 10), place=["a", "a", "b"])
    frame["status"] = ["ok", "suppressed", "ok"]
    out = proportion(frame, by="place").set_index("place")
    assert np.isnan(out.loc["a", "value"])
    assert out.loc["a", "status"] == "suppressed"
    assert out.loc["b", "value"] == 0.4


def test_all_impossible_counts_are_named_with_their_rows():
    frame = shares((-1, 10), (11, 10), (3, 0), (3, 10))
    with pytest.raises(InvalidInput) as caught:
        proportion(frame)
    text = str(caught.value)
    assert len(caught.value.faults) == 3
    assert all(f"row {row}" in text for row in (0, 1, 2))


def test_nobody_among_nobody_has_no_share_and_says_so():
    for function in (proportion, rate):
        out = function(shares((0, 0), (3, 10)))
        assert out["reason"].tolist() == ["no_persons", ""]
        assert out["value"].isna().tolist() == [True, False]
        with pytest.raises(InvalidInput, match="above its denominator"):
            function(shares((1, 0)))


def test_the_reason_names_why_there_is_no_value():
    frame = shares((np.nan, 10), (3, 10), (3, 10))
    frame["status"] = ["ok", "suppressed", "not_applicable"]
    assert proportion(frame)["reason"].tolist() == ["missing", "suppressed", "not_applicable"]


def test_a_rate_may_have_more_events_than_persons():
    assert rate(shares((30, 20)), multiplier=1)["value"].iloc[0] == 1.5


def test_absent_columns_are_all_named():
    with pytest.raises(InvalidInput, match=r"(?s)'numerator'.*'persons'"):
        proportion(pd.DataFrame({"x": [1]}), denominator="persons")


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_confidence_is_a_share(confidence):
    with pytest.raises(InvalidInput, match="between 0 and 1"):
        proportion(shares((3, 10)), confidence=confidence)


def repeats(*rows: tuple[str, int, float], persons: float = 1000) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["place", "times", "numerator"])
    return frame.assign(denominator=persons)


def test_repeated_events_widen_the_limits_by_hand():
    """By hand: 20 persons once and 5 three times among 1,000: 35 events, variance 65."""
    row = rate(repeats(("a", 1, 20), ("a", 3, 5)), by="place", events_per_person="times").iloc[0]
    low, high = byar_limits(35.0)
    assert (row["numerator"], row["denominator"], row["value"]) == (35, 1000, 35)
    assert row["lower"] == pytest.approx(35 + (65 / 35) ** 0.5 * (low - 35))
    assert row["upper"] == pytest.approx(35 + (65 / 35) ** 0.5 * (high - 35))
    assert row["method"] == "byar_repeated"


@quick
@given(st.integers(0, 500))
def test_events_that_come_once_a_person_have_the_usual_limits(events):
    frame = repeats(("a", 1, events))
    one = rate(frame, by="place", events_per_person="times")
    assert np.allclose(
        one[["value", "lower", "upper"]], rate(frame)[["value", "lower", "upper"]], equal_nan=True
    )


def test_repeated_events_share_one_denominator_and_unknown_parts_stay_unknown():
    frame = repeats(("a", 1, 20), ("b", 2, np.nan), ("b", 1, 4), ("a", 2, 1), ("c", 0, 0))
    out = rate(frame, by="place", events_per_person="times")
    assert out["place"].tolist() == ["a", "b", "c"]
    assert out["reason"].tolist() == ["", "missing", ""]
    assert out["value"].fillna(-1).tolist() == [22, -1, 0]
    with pytest.raises(InvalidInput, match="1000 to 1001"):
        frame.loc[3, "denominator"] = 1001
        rate(frame, by="place", events_per_person="times")
    with pytest.raises(InvalidInput, match="whole number"):
        rate(repeats(("a", 1.5, 20)), by="place", events_per_person="times")
