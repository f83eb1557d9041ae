"""Inequality where nothing differs, nothing is known, or there is nothing to compare."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.inequalities import inequality

RUNGS = pd.DataFrame(
    {
        "order": [1, 2, 3],
        "subgroup": list("abc"),
        "value": [75.6, 91.0, 96.0],
        "error": [1.6, 1.1, 0.6],
        "population": [2072, 2112, 1983],
    }
)


def table(rows: list[tuple[float, float, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["value", "error", "population"])
    return frame.assign(subgroup=range(len(rows)))


def measured(frame: pd.DataFrame, **choices: object) -> pd.DataFrame:
    return inequality(frame, standard_error="error", **choices).set_index("statistic")


def test_equal_values_with_errors_may_still_differ():
    """The upper limit of a mean distance does not shrink to 0 when all figures happen to agree."""
    frame = table([(5.0, 1.0, 100)] * 4)
    names = ["mean_difference_from_mean_weighted", "index_of_disparity_unweighted"]
    out = measured(frame, measures=[*names, "between_group_standard_deviation"])
    assert (out["lower"] == 0).all()
    assert out.loc[names[0], "upper"] == pytest.approx(5 * out.loc[names[1], "upper"])
    spread = out.loc["between_group_standard_deviation", "upper"]
    assert 0.5 * spread < out.loc[names[0], "upper"] < 1.2 * spread


def test_an_infinite_error_is_an_unknown_one():
    out = measured(table([(1.0, 1.0, 9), (2.0, np.inf, 9), (3.0, 1.0, 9)]))
    assert out["value"].notna().all()
    assert out[["standard_error", "corrected", "lower", "upper"]].isna().all().all()


def test_one_rung_or_nothing_but_the_reference_makes_no_gap():
    frame = RUNGS.assign(order=1)
    gaps = ["difference", "ratio", "population_attributable_risk"]
    gaps += ["population_attributable_fraction"]
    out = measured(frame, order="order", measures=[*gaps, "theil"])
    assert out["reason"].tolist() == ["few_groups"] * 4 + [""]
    out = measured(RUNGS.assign(subgroup="a"), reference="a", measures=[*gaps, "theil"])
    assert out["reason"].tolist() == ["few_groups"] * 4 + [""]
    assert out.loc[gaps, ["value", "standard_error", "lower"]].isna().all().all()


def test_no_measure_at_all_and_groups_that_would_be_overwritten_are_refused():
    with pytest.raises(InvalidInput, match="none"):
        inequality(RUNGS, measures=[])
    with pytest.raises(InvalidInput, match="corrected"):
        inequality(RUNGS.assign(corrected=1), by="corrected")


def test_an_index_named_like_a_column_changes_nothing():
    frame = pd.concat([RUNGS.assign(land=name) for name in "xy"])
    indexed = frame.set_index("land", drop=False)
    pd.testing.assert_frame_equal(inequality(frame, by="land"), inequality(indexed, by="land"))
