"""Goal status: hand-computed distances, both directions, every reason."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.planning import baseline_mean, goal_status, shared_status


def goal(**changes: object) -> dict[str, object]:
    row = {
        "place": "SE-0604",
        "value": 90.0,
        "standard_error": 1.0,
        "degrees_of_freedom": np.inf,
        "target": 85.0,
        "target_standard_error": 0.0,
        "year": 2024,
        "start_year": 2021,
        "direction": "higher",
    }
    return row | changes


def judge(**changes: object) -> pd.Series:
    return goal_status(pd.DataFrame([goal(**changes)])).iloc[0]


def test_limits_of_the_distance_by_hand() -> None:
    result = judge(standard_error=3.0, target_standard_error=4.0, degrees_of_freedom=10)
    # Student's t with 10 degrees of freedom, 97.5 %: 2.228139 in any printed table.
    assert result["distance"] == 5.0
    assert math.isclose(result["lower"], 5 - 2.228139 * 5, abs_tol=1e-5)
    assert math.isclose(result["upper"], 5 + 2.228139 * 5, abs_tol=1e-5)


@pytest.mark.parametrize(
    ("changes", "verdict", "reason"),
    [
        ({}, "reached", "tested"),
        ({"value": 80.0}, "not_yet", "tested"),
        ({"value": 86.0}, "cannot_tell", "uncertain"),
        ({"direction": "lower"}, "not_yet", "tested"),
        ({"direction": "lower", "value": 80.0}, "reached", "tested"),
        ({"value": np.nan}, "cannot_tell", "no_figure"),
        ({"target": np.nan}, "cannot_tell", "no_baseline"),
        ({"standard_error": np.nan}, "cannot_tell", "no_uncertainty"),
        ({"year": 2021}, "cannot_tell", "before_period"),
        ({"value": 85.0, "standard_error": 0.0}, "not_yet", "tested"),
    ],
)
def test_each_verdict_has_its_reason(changes: dict, verdict: str, reason: str) -> None:
    result = judge(**changes)
    assert (result["verdict"], result["reason"]) == (verdict, reason)


def test_order_and_scale_change_nothing() -> None:
    rows = pd.DataFrame([goal(value=value) for value in (80.0, 86.0, 90.0)])
    words = goal_status(rows)["verdict"].tolist()
    assert goal_status(rows.iloc[::-1])["verdict"].tolist() == words[::-1]
    scaled = rows.assign(value=rows["value"] * 10, standard_error=10.0, target=rows["target"] * 10)
    assert goal_status(scaled)["verdict"].tolist() == words


def test_a_wrong_direction_is_named_by_row() -> None:
    with pytest.raises(InvalidInput, match=r"row 0: direction must be higher or lower"):
        judge(direction="neutral")


def test_baseline_is_the_mean_and_needs_every_year() -> None:
    rows = pd.DataFrame(
        {
            "place": ["A", "A", "A", "B", "B"],
            "indicator": "x",
            "year": [2019, 2020, 2021, 2019, 2021],
            "value": [80.0, 82.0, 87.0, 70.0, 71.0],
            "standard_error": [3.0, 0.0, 4.0, 1.0, 1.0],
        }
    )
    table = baseline_mean(rows, first=2019, last=2021).set_index("place")
    assert table.loc["A", "target"] == 83.0
    assert math.isclose(table.loc["A", "target_standard_error"], 5 / 3)
    assert math.isnan(table.loc["B", "target"])
    with pytest.raises(InvalidInput, match="ends before it begins"):
        baseline_mean(rows, first=2021, last=2019)


def test_municipalities_together_by_hand() -> None:
    goals = goal_status(
        pd.DataFrame([goal(value=85.0 + distance) for distance in (1.0, 2.0, 3.0, 4.0, 5.0)])
    ).assign(goal="quality")
    together = shared_status(goals).iloc[0]
    # mean 3, standard deviation sqrt(2.5), t(4) at 97.5 % = 2.776445 in any printed table.
    half = 2.776445 * math.sqrt(2.5 / 5)
    assert together["distance"] == 3.0 and together["places"] == 5
    assert math.isclose(together["lower"], 3 - half, abs_tol=1e-5)
    assert together["verdict"] == "reached"
    assert set(goals["verdict"]) == {"cannot_tell", "reached"}


def test_too_few_municipalities_say_nothing_together() -> None:
    goals = goal_status(pd.DataFrame([goal(value=95.0)] * 4)).assign(goal="quality")
    assert shared_status(goals)["verdict"].tolist() == ["cannot_tell"]
    early = goal_status(pd.DataFrame([goal(year=2021)] * 9)).assign(goal="quality")
    assert shared_status(early).empty
