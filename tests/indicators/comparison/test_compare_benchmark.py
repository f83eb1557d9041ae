"""Rules against a benchmark: what the English profiles expect of them, and their laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.comparison.benchmark import METHODS, benchmark

SAME = "not_clearly_different"


def row(value=3.0, reference=3.0, lower=2.7, upper=3.3, **columns: object) -> pd.DataFrame:
    named = {"value": value, "reference": reference, "lower": lower, "upper": upper}
    return pd.DataFrame({"place": "a", "polarity": "higher"} | named | columns, index=[0])


def judged(frame: pd.DataFrame, **options: object) -> pd.Series:
    return benchmark(frame, **options).iloc[0]


@pytest.mark.parametrize(
    ("value", "reference", "lower", "upper", "low_is_good", "high_is_good"),
    [
        (11, 11, 10, 12, SAME, SAME),
        (3.05, 3.0, 2.7, 3.1, SAME, SAME),
        (3.3, 3.0, 3.2, 3.5, "worse", "better"),
        (2.5, 3.0, 2.2, 2.8, "better", "worse"),
    ],
)
def test_interval_against_value(value, reference, lower, upper, low_is_good, high_is_good):
    """fingertips-open, SingleOverlappingCIsComparatorTest."""
    for polarity, word in (("lower", low_is_good), ("higher", high_is_good)):
        frame = row(value, reference, lower, upper, polarity=polarity)
        assert judged(frame)["verdict"] == word


def test_a_limit_equal_to_the_reference_is_similar():
    assert judged(row(3.3, 3.0, 3.0, 3.5))["verdict"] == SAME
    assert judged(row(2.8, 3.0, 2.5, 3.0))["verdict"] == SAME


@pytest.mark.parametrize(
    ("own", "other", "word"),
    [
        ((4.0, 3.5, 4.5), (3.0, 2.7, 3.6), SAME),
        ((3.0, 2.7, 3.6), (4.0, 3.5, 4.5), SAME),
        ((3.0, 2.7, 4.1), (4.0, 3.5, 4.5), SAME),
        ((4.0, 3.5, 4.5), (3.0, 2.7, 3.1), "worse"),
        ((3.0, 2.7, 3.1), (4.0, 3.5, 4.5), "better"),
        ((3.0, np.nan, 3.1), (4.0, 3.5, 4.5), "not_comparable"),
        ((4.0, 3.5, 4.5), (3.0, 2.9, np.nan), "not_comparable"),
    ],
)
def test_two_intervals(own, other, word):
    """fingertips-open, DoubleOverlappingCIsComparerTest (low is good)."""
    frame = row(own[0], other[0], own[1], own[2], polarity="lower")
    frame = frame.assign(reference_lower=other[1], reference_upper=other[2])
    assert judged(frame, method="two_intervals")["verdict"] == word


@pytest.mark.parametrize(
    ("reference", "low_is_good"),
    [(3.0, "much_better"), (2.8, "better"), (2.6, SAME), (2.4, "worse"), (2.2, "much_worse")],
)
def test_two_levels(reference, low_is_good):
    """fingertips-open, SingleOverlappingCIsForTwoCILevelsComparerTest."""
    frame = row(2.6, reference, 2.5, 2.7, lower_99_8=2.3, upper_99_8=2.9)
    turned = {"better": "worse", "worse": "better"}
    high_is_good = low_is_good
    for word, other in turned.items():
        if low_is_good.endswith(word):
            high_is_good = low_is_good.replace(word, other)
    for polarity, word in (("lower", low_is_good), ("higher", high_is_good)):
        assert judged(frame.assign(polarity=polarity), method="two_levels")["verdict"] == word


@pytest.mark.parametrize(
    ("value", "persons", "reference", "word"),
    [
        (7.7065767284991562, 5930, 8.9611086876279327, "much_better"),
        (9.8988121425428961, 2273, 8.9611086876279327, SAME),
        (12.474645030425965, 1972, 8.9611086876279327, "much_worse"),
        (10.9783420463032, 1339, 12.8379546895717, "better"),
        (15.9065628476085, 899, 12.8379546895717, "worse"),
    ],
)
@pytest.mark.parametrize("method", ["reference_interval", "control_limits"])
def test_limits_at_the_places_own_size(value, persons, reference, word, method):
    """fingertips-open, SpcForProportionsComparerTest: better at 95 % and at 99.8 % is
    much_better here. Both ways of drawing the limits agree on its five places."""
    frame = row(value, reference, polarity="lower", denominator=persons)
    assert judged(frame, method=method)["verdict"] == word


@pytest.mark.parametrize(
    ("value", "persons", "drawn", "right"),
    [
        (1.1358436559886544, 616282, "better", SAME),
        (2.657913272289925, 601976, SAME, SAME),
        (4.1515156695295845, 409489, "worse", "worse"),
    ],
)
def test_limits_of_few_events(value, persons, drawn, right):
    """fingertips-open, SpcForDsrComparerTest (MRSA per 100,000). Seven events where 13.14 are
    expected are called better by the interval around the expected number; at least as few
    come by chance in 5.0 % of cases, twice the 2.5 % such a limit promises."""
    frame = row(value, 2.132708657734625, polarity="lower", denominator=persons)
    options = {"kind": "rate", "multiplier": 100000.0}
    assert judged(frame, method="reference_interval", **options)["verdict"] == drawn
    assert judged(frame, method="control_limits", **options)["verdict"] == right


def test_a_place_is_not_held_against_itself():
    frame = pd.concat([row(5.0, 3.0, 4.0, 6.0), row(5.0, 3.0, 4.0, 6.0)], ignore_index=True)
    frame["against"] = ["a", "b"]
    out = benchmark(frame, reference_place="against")
    assert out["verdict"].tolist() == ["not_comparable", "better"]
    assert out["reason"].tolist() == ["itself", ""]


@pytest.mark.parametrize(
    ("columns", "options", "reason"),
    [
        ({"value": np.nan}, {}, "missing"),
        ({"status": "suppressed"}, {}, "suppressed"),
        ({"reference": np.nan}, {}, "no_reference"),
        ({"upper": np.nan}, {}, "no_limits"),
        ({"denominator": 0}, {"method": "control_limits"}, "no_persons"),
        ({"denominator": np.nan}, {"method": "reference_interval"}, "no_persons"),
    ],
)
def test_what_cannot_be_compared_says_why(columns, options, reason):
    out = judged(row(**columns), **options)
    assert (out["verdict"], out["reason"]) == ("not_comparable", reason)


@settings(max_examples=40)
@given(st.integers(0, 200), st.integers(1, 200), st.floats(1, 99), st.sampled_from(METHODS[3:]))
def test_mirrored_shares_mirror_the_word(events, more, reference, method):
    persons = events + more
    frame = row(100 * events / persons, reference, denominator=persons, polarity="neutral")
    other = row(100 - 100 * events / persons, 100 - reference, denominator=persons)
    word = judged(frame, method=method)["verdict"]
    turned = {"higher": "lower", "lower": "higher"}
    expected = next((word.replace(part, end) for part, end in turned.items() if part in word), word)
    assert judged(other.assign(polarity="neutral"), method=method)["verdict"] == expected


def test_rows_come_back_as_given():
    frame = pd.concat([row(), row(5, 3, 4, 6)]).set_axis([5, 2])
    before = frame.copy()
    out = benchmark(frame)
    pd.testing.assert_frame_equal(frame, before)
    assert out.index.tolist() == [5, 2]
    assert out["verdict"].tolist() == [SAME, "better"]


def test_one_level_gives_plain_control_limits():
    frame = row(60.0, 50.0, denominator=100)
    out = judged(frame, method="control_limits", confidence=0.95)
    assert out["control_upper"] == pytest.approx(50 + 1.959964 * 5, abs=1e-5)
    assert out["verdict"] == "better"


@pytest.mark.parametrize(
    ("columns", "options", "message"),
    [
        ({}, {"method": "eye"}, "'eye' is not one of interval"),
        ({}, {"kind": "mean"}, "'mean' is not one of"),
        ({"polarity": "up"}, {}, "'up' is not one of"),
        ({"lower": 9.0}, {}, "above its upper limit"),
        ({"denominator": -1}, {"method": "control_limits"}, "is negative"),
        ({"denominator": 9, "reference": 120.0}, {"method": "control_limits"}, "out of range"),
        ({}, {"method": "two_intervals"}, r"(?s)'reference_lower'.*'reference_upper'"),
    ],
)
def test_wrong_input_is_refused(columns, options, message):
    with pytest.raises(InvalidInput, match=message):
        judged(row(**columns), **options)


@pytest.mark.parametrize("kind", ["category", "string", "object"])
def test_places_of_any_kind_of_column_know_themselves(kind):
    frame = pd.concat([row(5.0, 3.0, 4.0, 6.0)] * 3, ignore_index=True)
    frame["against"] = ["a", "b", None]
    frame = frame.astype({"place": kind, "against": kind})
    out = benchmark(frame, reference_place="against")
    assert out["reason"].tolist() == ["itself", "", ""]


def test_unnamed_places_are_not_the_same_place():
    frame = row(5.0, 3.0, 4.0, 6.0).assign(place=None, against=None)
    assert judged(frame, reference_place="against")["reason"] == ""


def test_choices_that_cannot_be_for_control_limits():
    frame = row(denominator=100)
    with pytest.raises(InvalidInput, match="one level, or two"):
        benchmark(frame, method="control_limits", confidence=(0.9, 0.95, 0.99))
    with pytest.raises(InvalidInput, match="multiplier"):
        benchmark(frame, method="control_limits", kind="rate", multiplier=-1)


def test_a_withheld_value_has_no_difference():
    out = judged(row(5.0, 3.0, 4.0, 6.0, status="suppressed"))
    assert (out["verdict"], out["reason"]) == ("not_comparable", "suppressed")
    assert np.isnan(out["difference"])
