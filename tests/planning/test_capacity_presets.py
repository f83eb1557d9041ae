"""Norwegian classes, Finnish student-years, and what a preset holds."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput, UnknownName
from impact.planning.capacity import preset, student_years, whole_classes


def test_classes_of_thirty_by_hand():
    found = whole_classes(pd.Series({"a": 60, "b": 61, "c": 75, "d": 0}), smallest=15)
    assert found["classes"].tolist() == [2, 2, 3, 0]
    assert found["places"].tolist() == [60, 60, 90, 0]
    assert found["unmet"].tolist() == pytest.approx([0, 1, 0, 0])
    assert found["empty"].tolist() == pytest.approx([0, 0, 15, 0])
    everyone = whole_classes(pd.Series({"b": 61}))
    assert everyone["classes"].tolist() == [3]
    assert everyone["unmet"].tolist() == [0]


def test_student_years_by_hand():
    starters = pd.Series({2021: 100, 2022: 120, 2023: 90})
    found = student_years(starters, going_on=[1.0, 0.9], licence_minimum=205)
    assert np.isnan(found["student_years"].iloc[0])
    assert found["student_years"].tolist()[1:] == pytest.approx([120 + 90, 90 + 108])
    assert found["target"].tolist()[1:] == pytest.approx([210, 205])
    assert found["above_need"].tolist()[1:] == pytest.approx([0, 7])


def test_constant_starters_give_constant_student_years():
    found = student_years(pd.Series(50, index=range(2015, 2024)))
    assert found["student_years"].dropna().tolist() == pytest.approx([150] * 7)


def test_presets():
    assert preset("norwegian").group_size == 30
    assert preset("finnish").unit == "student_years"
    assert preset("swedish").need
    with pytest.raises(UnknownName, match="norwegian"):
        preset("norwegan")


def test_bad_numbers():
    with pytest.raises(InvalidInput) as caught:
        whole_classes(pd.Series({"a": -1.0, "b": np.nan}), size=0)
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput) as caught:
        student_years(pd.Series({2021: 5.0, 2023: -1.0}), going_on=[1.2])
    assert [fault.where for fault in caught.value.faults] == [
        "starters of 2023", "autumns", "going_on",
    ]  # fmt: skip
    with pytest.raises(InvalidInput, match="autumns"):
        student_years(pd.Series(dtype=float))
