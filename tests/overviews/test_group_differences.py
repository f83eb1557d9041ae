"""Groups against everybody else in the municipality."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from impact.overviews.group_differences import group_differences

SURVEY = "local:pupil_survey_safety"


def answers(*rows: tuple, place: str = "SE-0604", year: int = 2024) -> pd.DataFrame:
    """Rows of group, numerator, denominator."""
    table = pd.DataFrame(rows, columns=["group", "numerator", "denominator"]).astype(
        {"numerator": float, "denominator": float}
    )
    value = 100 * table["numerator"] / table["denominator"]
    return table.assign(
        place=place, indicator=SURVEY, year=year, value=value, lower=np.nan, upper=np.nan
    )


def test_a_group_is_held_against_the_rest_and_not_against_a_whole_it_is_part_of():
    values = answers(("total", 160, 200), ("language:fi", 30, 50))
    row = group_differences(values, 2020, {SURVEY}).iloc[0]
    assert row["value"] == 60
    assert row["others"] == pytest.approx(100 * 130 / 150)
    assert row["difference"] == pytest.approx(60 - 100 * 130 / 150)
    assert row["difference_lower"] < row["difference"] < row["difference_upper"] < 0
    one_sided = stats.fisher_exact([[30, 20], [130, 20]], alternative="less").pvalue
    assert row["p_value"] == pytest.approx(2 * one_sided)
    assert row["verdict"] == "lower"
    assert row["dimensions"] == "language"


def test_women_men_and_total_stand_elsewhere_but_crossed_groups_stand_here():
    values = answers(
        ("total", 160, 200), ("female", 90, 100), ("male", 70, 100), ("female&language:fi", 20, 25)
    )
    found = group_differences(values, 2020, {SURVEY})
    assert found["group"].tolist() == ["female&language:fi"]
    assert found["dimensions"].tolist() == ["sex&language"]


def test_without_the_number_of_all_a_group_is_shown_and_not_judged():
    found = group_differences(answers(("residence:rural", 30, 50)), 2020, {SURVEY})
    assert found["verdict"].tolist() == ["not_comparable"]
    assert found["value"].tolist() == [60.0]
    assert found["difference"].isna().all()


def test_what_is_no_share_of_persons_is_shown_and_not_judged():
    values = answers(("total", 160, 200), ("language:fi", 30, 50))
    row = group_differences(values, 2020, set()).iloc[0]
    assert row["verdict"] == "not_comparable"
    assert row["difference"] < 0
    assert np.isnan(row["difference_lower"])


def test_a_group_larger_than_all_is_not_judged():
    values = answers(("total", 20, 40), ("residence:rural", 30, 50))
    assert group_differences(values, 2020, {SURVEY})["verdict"].tolist() == ["not_comparable"]


def test_the_newest_year_counts_and_old_ones_do_not():
    older = answers(("total", 160, 200), ("residence:rural", 10, 50), year=2022)
    newer = answers(("total", 160, 200), ("residence:rural", 40, 50), year=2024)
    values = pd.concat([older, newer], ignore_index=True)
    assert group_differences(values, 2020, {SURVEY})["year"].tolist() == [2024]
    assert group_differences(values, 2025, {SURVEY}).empty


def test_the_groups_of_a_municipality_are_one_family():
    groups = [(f"age:{start}-{start + 4}", 80 if start else 50, 100) for start in range(20, 60, 5)]
    values = answers(("total", 640, 800), *groups, ("residence:rural", 62, 100))
    found = group_differences(values, 2020, {SURVEY})
    assert (found["adjusted"] >= found["p_value"]).all()
    assert found.loc[found["adjusted"] >= 0.05, "verdict"].eq("not_clearly_different").all()
