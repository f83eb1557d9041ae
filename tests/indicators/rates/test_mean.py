"""Means against printed numbers, another library and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.weightstats import DescrStatsW

from impact.errors import InvalidInput
from impact.indicators.rates.mean import mean

quick = settings(max_examples=40, deadline=None)

values = st.lists(st.floats(-1e4, 1e4, allow_nan=False), min_size=2, max_size=12)
SLEEP = {
    "first": [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    "second": [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}


def test_the_means_printed_by_student():
    """Student (1908), Biometrika 6, page 20: means of additional sleep 0.75 and 2.33."""
    out = mean(pd.DataFrame(SLEEP).melt(var_name="drug"), by="drug").set_index("drug")
    assert out.loc["first", "value"] == pytest.approx(0.75, abs=5e-3)
    assert out.loc["second", "value"] == pytest.approx(2.33, abs=5e-3)


@quick
@given(values, st.floats(0.6, 0.99))
def test_limits_agree_with_statsmodels(numbers, confidence):
    row = mean(pd.DataFrame({"value": numbers}), confidence=confidence).iloc[0]
    described = DescrStatsW(np.array(numbers))
    expected = described.tconfint_mean(alpha=1 - confidence)
    scale = max(1.0, np.abs(numbers).max())
    assert row["value"] == pytest.approx(described.mean, abs=1e-9 * scale)
    assert row["lower"] == pytest.approx(expected[0], abs=1e-6 * scale)
    assert row["upper"] == pytest.approx(expected[1], abs=1e-6 * scale)


@quick
@given(values, st.floats(-100, 100), st.floats(0.1, 10))
def test_a_change_of_unit_changes_the_mean_and_its_limits_alike(numbers, shift, scale):
    one = mean(pd.DataFrame({"value": numbers}))
    other = mean(pd.DataFrame({"value": np.array(numbers) * scale + shift}))
    columns = ["value", "lower", "upper"]
    assert np.allclose(other[columns], one[columns] * scale + shift, atol=1e-6, rtol=1e-6)


def test_groups_come_in_order_of_first_appearance_whatever_the_row_order():
    frame = pd.DataFrame({"place": ["b", "a", "b", "a"], "value": [1.0, 5.0, 3.0, 9.0]})
    out = mean(frame, by="place")
    assert out["place"].tolist() == ["b", "a"]
    assert out["value"].tolist() == [2.0, 7.0]
    assert out["count"].tolist() == [2, 2]
    turned = mean(frame.iloc[::-1], by="place").sort_values("place")
    assert np.allclose(out.sort_values("place")[["value", "lower"]], turned[["value", "lower"]])


def test_one_value_has_no_limits_and_says_so():
    out = mean(pd.DataFrame({"value": [4.0]})).iloc[0]
    assert (out["value"], out["reason"]) == (4.0, "one_value")
    assert np.isnan(out["lower"])
    assert np.isnan(out["upper"])


def test_an_unknown_part_makes_the_mean_unknown():
    frame = pd.DataFrame({"place": list("aabbcc"), "value": [1.0, np.nan, 2.0, 3.0, 4.0, 6.0]})
    frame["status"] = ["ok", "ok", "ok", "suppressed", "ok", "ok"]
    out = mean(frame, by="place")
    assert out["reason"].tolist() == ["missing", "suppressed", ""]
    assert out["value"].isna().tolist() == [True, True, False]
    assert out["lower"].isna().tolist() == [True, True, False]


def test_several_levels_widen():
    out = mean(pd.DataFrame(SLEEP).melt(), confidence=(0.95, 0.998)).iloc[0]
    assert out["lower_99_8"] < out["lower_95"] < out["value"] < out["upper_95"] < out["upper_99_8"]


def test_an_absent_column_is_named():
    with pytest.raises(InvalidInput, match="'score'"):
        mean(pd.DataFrame({"value": [1.0]}), value="score")
