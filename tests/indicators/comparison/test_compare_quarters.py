"""Best and worst quarter: counts, ties, and refusals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.comparison.quarters import quarters

values = st.lists(st.integers(0, 9), min_size=5, max_size=30)


def table(numbers, polarity="higher", **columns: object) -> pd.DataFrame:
    return pd.DataFrame({"value": numbers, "polarity": polarity}).assign(**columns)


def words(numbers, polarity="higher") -> list[str]:
    return quarters(table(numbers, polarity))["verdict"].tolist()


def test_eight_places_have_two_in_either_quarter():
    """By hand: two of eight are a quarter."""
    best, middle, worst = "best_quarter", "middle", "worst_quarter"
    assert words(range(1, 9)) == [worst] * 2 + [middle] * 4 + [best] * 2
    assert words(range(1, 9), "lower") == [best] * 2 + [middle] * 4 + [worst] * 2
    expected = ["lowest_quarter"] * 2 + [middle] * 4 + ["highest_quarter"] * 2
    assert words(range(1, 9), "neutral") == expected


def test_a_tie_across_the_border_is_in_the_middle():
    assert words([1, 2, 3, 4, 5, 6, 6, 6]).count("best_quarter") == 0
    assert words([1, 2, 3, 4, 5, 6, 7, 7]).count("best_quarter") == 2
    assert set(words([5] * 9)) == {"middle"}


@settings(max_examples=40)
@given(values)
def test_no_quarter_holds_more_than_a_quarter_and_equal_values_share_a_word(numbers):
    out = quarters(table(numbers))
    for word in ("best_quarter", "worst_quarter"):
        assert (out["verdict"] == word).sum() <= len(numbers) / 4
    assert out.groupby("value")["verdict"].nunique().max() == 1


@settings(max_examples=40)
@given(values, st.randoms())
def test_order_and_increasing_changes_of_scale_change_nothing(numbers, random):
    out = quarters(table(numbers))
    moved = quarters(table([number**3 - 7 for number in numbers]))
    assert out["verdict"].tolist() == moved["verdict"].tolist()
    mirrored = quarters(table([-number for number in numbers], "lower"))
    assert out["verdict"].tolist() == mirrored["verdict"].tolist()
    order = list(out.index)
    random.shuffle(order)
    pd.testing.assert_frame_equal(out.loc[order], quarters(table(numbers).loc[order]))


def test_fewer_than_five_are_not_coloured():
    """fingertips-open, QuintilesComparerTest: no category with fewer than five values."""
    out = quarters(table([1, 2, 3, 4, np.nan]))
    assert set(out["verdict"]) == {"not_comparable"}
    assert out["reason"].tolist() == ["few_places"] * 4 + ["missing"]
    assert out["places"].tolist() == [4] * 5


def test_suppressed_values_are_neither_coloured_nor_counted():
    frame = table([1, 2, 3, 4, 5, 999], status=["ok"] * 5 + ["suppressed"])
    out = quarters(frame)
    assert out["verdict"].tolist()[4:] == ["best_quarter", "not_comparable"]
    assert out["reason"].iloc[5] == "suppressed"


def test_collections_are_coloured_apart():
    frame = pd.concat([table(range(8), year=2020), table(range(100, 108), year=2021)])
    frame = frame.reset_index(drop=True).assign(indicator="a")
    assert (quarters(frame)["verdict"] == "best_quarter").sum() == 4
    assert quarters(frame, by="indicator")["verdict"].iloc[8:].tolist().count("best_quarter") == 4


def test_wrong_input_is_refused():
    with pytest.raises(InvalidInput, match="'up' is not one of"):
        quarters(table(range(5), "up"))
    with pytest.raises(InvalidInput, match="'county'"):
        quarters(table(range(5)), by="county")
    assert quarters(table([])).empty
