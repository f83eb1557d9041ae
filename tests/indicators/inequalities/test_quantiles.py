"""Quantiles of places against another library, worked ranks and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.inequalities.quantiles import quantiles

values = st.lists(st.integers(-50, 50), min_size=10, max_size=60)


def places(*values: float, **columns: object) -> pd.DataFrame:
    return pd.DataFrame({"value": values}).assign(**columns)


def parts(frame: pd.DataFrame, **choices: object) -> list[int]:
    return quantiles(frame, **choices)["quantile"].tolist()


@settings(max_examples=50)
@given(st.integers(1, 30), st.integers(2, 10), st.randoms())
def test_different_values_in_equal_parts_agree_with_pandas(size, count, random):
    """pandas.qcut, when the number of places is a multiple of the number of parts."""
    order = list(range(size * count))
    random.shuffle(order)
    frame = places(*order)
    expected = pd.qcut(frame["value"], count, labels=False) + 1
    assert parts(frame, count=count) == expected.tolist()


def test_uneven_parts_by_hand():
    """By hand: 7 places, 5 parts, 6 - ceil((8 - r) 5 / 7) for r = 1 to 7."""
    assert parts(places(1, 2, 3, 4, 5, 6, 7)) == [1, 1, 2, 3, 3, 4, 5]


def test_equal_values_share_the_lower_rank():
    assert parts(places(1, 2, 2, 2, 2), count=5) == [1, 2, 2, 2, 2]


@settings(max_examples=50)
@given(values, st.integers(2, 10))
def test_highest_first_is_lowest_first_of_the_negative(figures, count):
    frame = places(*figures)
    turned = parts(frame.assign(value=-frame["value"]), count=count)
    assert parts(frame, count=count, highest_first=True) == turned


@settings(max_examples=50)
@given(values, st.randoms())
def test_order_and_index_of_rows_change_nothing(figures, random):
    frame = places(*figures)
    order = list(frame.index)
    random.shuffle(order)
    pd.testing.assert_frame_equal(quantiles(frame).loc[order], quantiles(frame.loc[order]))


@settings(max_examples=50)
@given(values, st.integers(2, 10))
def test_a_higher_value_never_has_a_lower_quantile(figures, count):
    out = quantiles(places(*figures), count=count).sort_values("value")
    assert out["quantile"].is_monotonic_increasing
    assert out["quantile"].between(1, count).all()


def test_groups_are_divided_each_by_itself():
    frame = places(1, 2, 10, 20, year=[2024, 2024, 2025, 2025])
    assert parts(frame, by="year", count=2) == [1, 2, 1, 2]
    assert parts(frame, count=2) == [1, 1, 2, 2]


def test_too_few_places_have_no_quantile_and_say_so():
    out = quantiles(places(1, 2, 3, np.nan, 5), count=5)
    assert out["quantile"].isna().all()
    assert out["reason"].tolist() == ["few_places"] * 3 + ["missing", "few_places"]


def test_suppressed_places_do_not_count():
    frame = places(1, 2, 3, 4, status=["ok", "suppressed", "ok", "ok"])
    out = quantiles(frame, count=3)
    assert out["quantile"].tolist()[0:1] + out["quantile"].tolist()[2:] == [1, 2, 3]
    assert out["reason"].tolist() == ["", "suppressed", "", ""]


@pytest.mark.parametrize("count", [1, 0, 2.5, True])
def test_parts_are_whole_and_more_than_one(count):
    with pytest.raises(InvalidInput, match="count"):
        quantiles(places(1, 2, 3), count=count)


def test_the_table_given_is_untouched():
    frame = places(3, 1, 2)
    before = frame.copy()
    quantiles(frame, count=3)
    pd.testing.assert_frame_equal(frame, before)
