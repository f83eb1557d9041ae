"""Columns that are no numbers, odd levels, groups and statuses: the same answer everywhere."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators import life_expectancy, mean, proportion, rate, shrink, standardised_rate
from impact.indicators.columns import numbers


def counts(**columns: object) -> pd.DataFrame:
    frame = {"place": ["A", "A", "B"], "numerator": [1, 2, 3], "denominator": [10, 20, 30]}
    return pd.DataFrame(frame | columns)


@pytest.mark.parametrize("dtype", ["object", "str", "category"])
def test_words_among_the_numbers_are_listed_by_row(dtype):
    frame = counts(numerator=pd.Series(["1", "some", "<5"], dtype=dtype))
    with pytest.raises(InvalidInput) as error:
        proportion(frame)
    assert [fault.where for fault in error.value.faults] == ["row 1, numerator", "row 2, numerator"]
    with pytest.raises(InvalidInput, match=r"row 1, numerator: some is no number\."):
        mean(frame, value="numerator")


@pytest.mark.parametrize("dtype", ["Int64", "Float64", "object"])
def test_every_dtype_of_missing_is_missing(dtype):
    frame = counts(numerator=pd.Series([1, pd.NA, 3], dtype=dtype))
    assert np.array_equal(numbers(frame, "numerator"), [1, np.nan, 3], equal_nan=True)
    assert proportion(frame)["reason"].tolist() == ["", "missing", ""]
    assert proportion(frame, by="place")["reason"].tolist() == ["missing", ""]


@pytest.mark.parametrize("level", ["0.95", None, [], [0.9, "0.95"], 95, np.nan])
def test_a_level_that_is_none_is_refused(level):
    with pytest.raises(InvalidInput):
        proportion(counts(), confidence=level)


@pytest.mark.parametrize("level", [np.float32(0.5), np.array([0.5]), [0.5], (0.5, 0.5)])
def test_a_level_may_be_of_any_real_type(level):
    assert proportion(counts(), confidence=level)["lower"].tolist() == pytest.approx(
        proportion(counts(), confidence=0.5)["lower"].tolist()
    )


def test_limits_of_an_earlier_call_do_not_stay_beside_new_ones():
    one, several = rate(counts()), rate(counts(), confidence=[0.95, 0.998])
    pd.testing.assert_frame_equal(rate(one, confidence=[0.95, 0.998])[several.columns], several)
    assert {"lower", "upper"}.isdisjoint(rate(one, confidence=[0.95, 0.998]))
    assert {"lower_95", "upper_99_8"}.isdisjoint(rate(several))
    assert "lower_secondary" in rate(counts(lower_secondary=1))
    assert "lower_2019" in rate(counts(lower_2019=1))


@pytest.mark.parametrize("dtype", ["object", "str", "category"])
def test_a_group_has_its_worst_status_and_no_word_is_lost(dtype):
    status = pd.Series(["estimated", "ok", "missing"], dtype=dtype)
    out = proportion(counts(status=status), by="place")
    assert out["status"].tolist() == ["estimated", "missing"]
    assert out["reason"].tolist() == ["", "missing"]
    assert out["status"].dtype == "str"
    turned = proportion(counts(status=status).iloc[::-1], by="place")
    assert turned["status"].tolist() == ["missing", "estimated"]


def test_groups_that_the_result_would_overwrite_are_refused():
    frame = counts(value=1.0, count=1, age="0+", band="0+")
    for call in (
        lambda: proportion(frame, by="value"),
        lambda: rate(frame, by=["place", "numerator"]),
        lambda: mean(frame, by="count"),
        lambda: standardised_rate(frame, by="denominator"),
        lambda: life_expectancy(frame, deaths="numerator", persons="denominator", by="age"),
    ):
        with pytest.raises(InvalidInput, match="also the name of a column of the result"):
            call()


def test_an_infinite_count_is_unknown():
    frame = counts(denominator=[10, np.inf, 30])
    assert rate(frame)["reason"].tolist() == ["", "missing", ""]
    assert shrink(frame, model="rate")["reason"].tolist() == ["few_places", "missing", "few_places"]
