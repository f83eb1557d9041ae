"""Verdicts on predictions."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.follow_up import REASONS, judge_predictions
from impact.errors import InvalidInput
from impact.verdicts import PREDICTION

ROW = {
    "lower": 8.0, "upper": 10.0, "without_lower": 9.5, "without_upper": 12.0, "observed": 9.0,
    "direction": "lower", "registered": "2026-03-01", "known": "2027-02-01",
}  # fmt: skip


def verdict(**changes: object) -> tuple[str, str]:
    found = judge_predictions(pd.DataFrame([ROW | changes]))
    return found["verdict"].item(), found["reason"].item()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("as_expected", "")),
        ({"observed": 8.0}, ("as_expected", "")),
        ({"observed": 9.5}, ("cannot_tell", "also_without")),
        ({"observed": 10.0}, ("cannot_tell", "also_without")),
        ({"observed": 7.9}, ("better", "")),
        ({"observed": 7.9, "direction": "higher"}, ("worse", "")),
        ({"observed": 11.0}, ("worse", "")),
        ({"observed": 13.0, "direction": "higher"}, ("better", "")),
        ({"observed": np.nan}, ("cannot_tell", "no_figure")),
        ({"observed": np.nan, "known": None, "lower": np.nan}, ("cannot_tell", "no_figure")),
        ({"lower": np.nan}, ("cannot_tell", "no_range")),
        ({"without_upper": np.nan}, ("cannot_tell", "no_range")),
        ({"without_upper": np.nan, "observed": 11.0}, ("worse", "")),
        ({"known": "2026-03-01"}, ("cannot_tell", "registered_late")),
        ({"known": "2026-02-28", "lower": np.nan}, ("cannot_tell", "registered_late")),
        ({"known": "2026-03-02"}, ("as_expected", "")),
    ],
)
def test_verdicts(changes, expected) -> None:
    assert verdict(**changes) == expected


ranges = st.floats(-100, 100)


@given(*[ranges] * 5, st.sampled_from(["higher", "lower"]))
def test_words_are_of_the_closed_sets_and_mirror(a, b, c, d, seen, direction) -> None:
    row = ROW | {
        "lower": min(a, b), "upper": max(a, b), "without_lower": min(c, d),
        "without_upper": max(c, d), "observed": seen, "direction": direction,
    }  # fmt: skip
    mirrored = row | {
        "lower": -row["upper"], "upper": -row["lower"], "without_lower": -row["without_upper"],
        "without_upper": -row["without_lower"], "observed": -seen,
        "direction": "lower" if direction == "higher" else "higher",
    }  # fmt: skip
    found = judge_predictions(pd.DataFrame([row, mirrored]))
    assert found["verdict"].isin(PREDICTION).all()
    assert found["reason"].isin(["", *REASONS]).all()
    assert found["verdict"].nunique() == 1


def test_rows_and_other_columns_are_kept() -> None:
    frame = pd.DataFrame([ROW, ROW | {"observed": 7.0}], index=[7, 3]).assign(place=["SE1", "SE2"])
    before = frame.copy()
    found = judge_predictions(frame)
    pd.testing.assert_frame_equal(frame, before)
    assert found.index.tolist() == [7, 3]
    assert found["place"].tolist() == ["SE1", "SE2"]
    assert found["verdict"].tolist() == ["as_expected", "better"]
    assert judge_predictions(frame.iloc[:0])["verdict"].tolist() == []


def test_other_column_names() -> None:
    frame = pd.DataFrame([ROW]).rename(columns={"known": "vintage", "observed": "figure"})
    found = judge_predictions(frame, known="vintage", observed="figure")
    assert found["verdict"].item() == "as_expected"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"lower": 11.0}, "is above upper"),
        ({"without_lower": 13.0}, "is above without_upper"),
        ({"direction": "neutral"}, "Write higher or lower"),
        ({"registered": "1.3.2026"}, "is no day"),
        ({"known": ""}, "but known is absent"),
    ],
)
def test_bad_input(changes, says) -> None:
    with pytest.raises(InvalidInput, match=says):
        verdict(**changes)


def test_all_faults_at_once_and_absent_columns() -> None:
    with pytest.raises(InvalidInput) as caught:
        verdict(lower=11.0, direction="up", known=None)
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput, match="observed"):
        judge_predictions(pd.DataFrame([ROW]).drop(columns="observed"))
