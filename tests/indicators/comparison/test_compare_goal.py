"""A value against a goal: what the English profiles expect, percentiles and refusals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.comparison.goal import against_goal

SAME = "not_clearly_different"


def table(values, polarity="higher", **columns: object) -> pd.DataFrame:
    return pd.DataFrame({"value": values, "polarity": polarity}).assign(**columns)


def words(frame: pd.DataFrame, **options: object) -> list[str]:
    return against_goal(frame, **options)["verdict"].tolist()


def test_a_single_value():
    """fingertips-open, SingleValueTargetComparerTest: 9, 10 and 11 against 10."""
    assert words(table([9.0, 10, 11]), goal=10) == ["worse", "better", "better"]
    assert words(table([9.0, 10, 11], "lower"), goal=10) == ["better", "better", "worse"]


def test_a_single_value_by_limits():
    """fingertips-open, SingleValueTargetComparerTest: limits 8-9, 9-11, 11-12 against 10."""
    frame = table([8.5, 10, 11.5], lower=[8, 9, 11], upper=[9, 11, 12])
    assert words(frame, goal=10, use_limits=True) == ["worse", SAME, "better"]
    low = frame.assign(polarity="lower")
    assert words(low, goal=10, use_limits=True) == ["better", SAME, "worse"]


def test_limits_that_only_touch_decide_nothing():
    frame = table([9.0, 11], lower=[8, 10], upper=[10, 12])
    assert words(frame, goal=10, use_limits=True) == [SAME, SAME]


def test_a_range_where_high_is_good():
    """fingertips-open, RangeTargetComparerTest: 1 to 2."""
    expected = ["worse", SAME, SAME, "better", "better"]
    assert words(table([0, 1, 1.5, 2, 3]), goal=(1, 2)) == expected


def test_a_range_where_low_is_good_mirrors_it():
    """The mirror image of the test above. (The same test of fingertips-open gives the border
    values 1 and 2 to the other side when low is good; here polarity changes words only.)"""
    expected = ["better", "better", SAME, SAME, "worse"]
    assert words(table([0, 1, 1.5, 2, 3], "lower"), goal=(1, 2)) == expected


def test_percentiles_of_all_places():
    """fingertips-open, BespokeTargetPercentileRangeComparerTest: 9.3 and 37.2 are the 50th and
    90th percentile here too."""
    values = [7.3, 12.0, 41.2, 9.3, 9.3, 9.3, 1, 2, 36.2, 37.2, 9.0]
    out = against_goal(table(values), percentile=(50, 90))
    assert (out["goal_low"].iloc[0], out["goal_high"].iloc[0]) == pytest.approx((9.3, 37.2))
    assert out["verdict"].tolist()[:3] == ["worse", SAME, "better"]
    low = against_goal(table(values, "lower"), percentile=(50, 90))
    assert low["verdict"].tolist()[0] == "better"
    assert low["verdict"].tolist()[2] == "worse"


def test_percentiles_are_of_the_rows_own_collection():
    frame = pd.concat([table(range(10), year=1), table(range(100, 110), year=2)], ignore_index=True)
    out = against_goal(frame, percentile=50)
    assert set(out["goal_low"]) == {4.5, 104.5}
    assert (out["verdict"] == "better").sum() == 10
    few = against_goal(table([1, 2, 3, 4]), percentile=50)
    assert set(few["reason"]) == {"few_places"}


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"polarity": "neutral"}, "no_direction"),
        ({"value": np.nan}, "missing"),
        ({"status": "suppressed"}, "suppressed"),
        ({"upper": np.nan}, "no_limits"),
    ],
)
def test_what_cannot_be_judged_says_why(columns, reason):
    frame = table([5.0], lower=4.0, upper=6.0).assign(**columns)
    out = against_goal(frame, goal=3, use_limits=True).iloc[0]
    assert (out["verdict"], out["reason"]) == ("not_comparable", reason)


def test_suppressed_values_do_not_move_a_percentile():
    frame = table([1, 2, 3, 4, 5, 999], status=["ok"] * 5 + ["suppressed"])
    assert against_goal(frame, percentile=100)["goal_low"].iloc[0] == 5


def test_a_goal_moved_with_the_scale_gives_the_same_words():
    values = np.random.default_rng(7).normal(10, 2, 40)
    one = words(table(values), goal=(9, 11))
    assert words(table(values * 100 + 7), goal=(907, 1107)) == one
    assert words(table(-values, "lower"), goal=(-11, -9)) == one


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "one of them"),
        ({"goal": 1, "percentile": 50}, "one of them"),
        ({"goal": (2, 1)}, "not a number or a range"),
        ({"percentile": 120}, "outside 0 to 100"),
        ({"goal": 1, "use_limits": True}, r"(?s)'lower'.*'upper'"),
    ],
)
def test_wrong_choices_are_refused(options, message):
    with pytest.raises(InvalidInput, match=message):
        against_goal(table([1.0]), **options)


@pytest.mark.parametrize("goal", [np.int64(10), np.float32(10), (np.int64(10), 10.0)])
def test_numbers_of_any_kind_are_goals(goal):
    assert words(table([9.0, 10, 11]), goal=goal) == ["worse", "better", "better"]


@pytest.mark.parametrize("goal", ["12", np.inf, np.nan, (1, np.inf), (1, 2, 3), ()])
def test_what_is_no_goal_is_refused(goal):
    with pytest.raises(InvalidInput, match="not a number or a range"):
        against_goal(table([9.0]), goal=goal)


def test_limits_in_wrong_order_are_refused():
    with pytest.raises(InvalidInput, match="above its upper"):
        against_goal(table([9.0], lower=11.0, upper=8.0), goal=10, use_limits=True)
