"""What counts as a prediction that was changed afterwards."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.overviews.appraisals.follow_up import _judged_row

INDICATOR = "kolada:N15428"


def entries(*ranges: tuple[float, float, float]) -> pd.DataFrame:
    table = pd.DataFrame(ranges, columns=["value", "lower", "upper"])
    days = [f"2026-0{number + 1}-01" for number in range(len(table))]
    return table.assign(indicator=INDICATOR, order=range(len(table)), registered=days)


def test_a_prediction_without_a_range_is_not_a_changed_one() -> None:
    for rows in (entries((5, np.nan, np.nan)), entries((5, np.nan, np.nan), (5, np.nan, np.nan))):
        assert _judged_row(rows)["changed"] == ""


def test_a_range_that_was_added_afterwards_is_a_change() -> None:
    found = _judged_row(entries((5, np.nan, np.nan), (5, 4, 6)))
    assert (found["changed"], found["changed_lower"]) == ("2026-02-01", 4)
    assert np.isnan(found["lower"])


def test_what_prints_the_same_is_not_a_change() -> None:
    assert _judged_row(entries((82.1, 80.0, 84.0), (82.14, 80.04, 83.96)))["changed"] == ""
    assert _judged_row(entries((82.1, 80.0, 84.0), (82.16, 80.0, 84.0)))["changed"] == "2026-02-01"
