"""What a report may state as found."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.findings import findings


def table(**columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": ["A"] * 4 + ["B"] * 2,
            "indicator": ["x", "x", "y", "z", "x", "y"],
            "kind": ["comparison", "trend", "comparison", "trend_relative", "trend", "comparison"],
            "p_value": [0.001, 0.002, 0.003, 0.6, 0.03, 0.9],
            "standardised_effect": [0.5, -2.0, 1.0, 9.0, 1.0, 1.0],
        }
        | columns
    )


def test_each_report_is_one_family():
    out = findings(table())
    assert out["adjusted"].tolist() == pytest.approx([0.004, 0.004, 0.004, 0.6, 0.06, 0.9])
    assert out["finding"].tolist() == [True, True, True, False, False, False]


def test_the_largest_effect_comes_first_and_an_indicator_once():
    choice = findings(table())["choice"]
    assert choice.dropna().to_dict() == {1: 1, 2: 2}


def test_the_choice_does_not_depend_on_the_order_of_rows():
    frame = table()
    shuffled = findings(frame.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(shuffled.sort_index(), findings(frame))


def test_untested_rows_are_no_findings_and_do_not_count():
    frame = table(p_value=[0.04, np.nan, np.nan, np.nan, np.nan, np.nan])
    out = findings(frame)
    assert out["finding"].tolist() == [True, False, False, False, False, False]
    assert out["choice"].notna().sum() == 1


def test_the_table_given_is_untouched():
    frame = table()
    before = frame.copy()
    findings(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_unknown_kinds_are_refused():
    with pytest.raises(InvalidInput, match="'guess' is not one of"):
        findings(table(kind="guess"))
