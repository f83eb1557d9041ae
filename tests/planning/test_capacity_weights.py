"""The weight between choice and need: its formula, what holds at every weight, need classes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.planning.capacity import (
    classes_from_gap,
    need_class,
    need_index,
    sweep_weights,
    weighted_places,
)

NOW = pd.Series({"VO": 100.0, "NA": 200.0, "BF": 50.0, "IN": 40.0, "NEW": 0.0})
WANTED = pd.Series({"VO": 80.0, "NA": 230.0, "BF": 60.0, "IN": 44.0, "NEW": 12.0})
NEED = pd.Series({"VO": 1.0, "NA": -1.0, "BF": 0.0, "IN": 1.0, "NEW": 1.0})


def test_places_by_hand():
    # VO at a quarter: 100 x (1 + 0.75 x (80 / 100 - 1) + 0.25 x 0.10 x 1) = 87.5
    found = weighted_places(NOW, WANTED, NEED, 0.25)
    assert found["VO"] == pytest.approx(87.5)
    assert found["NA"] == pytest.approx(200 * (1 + 0.75 * 0.15 - 0.25 * 0.10))
    assert found["NEW"] == pytest.approx(0.75 * 12)
    assert weighted_places(NOW, WANTED, NEED, 0.0).tolist() == pytest.approx(WANTED.tolist())
    whole = weighted_places(NOW, WANTED, NEED, 1.0, step=0.2)
    assert whole.tolist() == pytest.approx([120, 160, 50, 48, 0])


def test_what_holds_at_every_weight():
    found = sweep_weights(NOW, WANTED, NEED, group_size=pd.Series(16.0, NOW.index))
    table = found.stability.set_index("programme")
    assert table["stable"].to_dict() == {
        "VO": False, "NA": False, "BF": False, "IN": True, "NEW": False,
    }  # fmt: skip
    assert table["reverses"].to_dict() == {
        "VO": True, "NA": True, "BF": False, "IN": False, "NEW": False,
    }  # fmt: skip
    assert table.loc["IN", "class"] == "increase"
    # BF: need asks for no change, so that only the weight 1 leaves it as it is
    bf = found.ranges[found.ranges["programme"] == "BF"]
    assert [tuple(row) for row in bf.itertuples(index=False)] == [
        ("BF", "increase", 0, 1), ("BF", "unchanged", 1, 1),
    ]  # fmt: skip
    assert pd.isna(table.loc["VO", "class"])
    # VO: -20 at 0, +10 at 1: nought at 20 / 30. NA: +30, -20: nought at 0.6
    assert table.loc["VO", "crossings"] == pytest.approx((2 / 3,))
    assert table.loc["NA", "crossings"] == pytest.approx((0.6,))
    ranges = found.ranges[found.ranges["programme"] == "VO"]
    assert ranges["class"].tolist() == ["decrease", "increase"]
    assert ranges["from_weight"].tolist() == pytest.approx([0, 2 / 3])
    half = found.frame[found.frame["weight"] == 0.5].set_index("programme")
    assert half.loc["VO", "class"] == "decrease"
    assert half.loc["VO", "exact"] == pytest.approx(95)
    assert (half.loc["VO", "groups"], half.loc["VO", "places"]) == (6, 96)
    assert half.loc["IN", "stable"]


def test_small_changes_may_be_called_unchanged():
    found = sweep_weights(NOW, WANTED, NEED, unchanged_within=0.15)
    table = found.stability.set_index("programme")
    # IN: +10 per cent at both ends; NA: +15 and -10 per cent; VO: -20 and +10 per cent
    assert table.loc["IN", "class"] == "unchanged"
    assert table.loc["NA", "class"] == "unchanged"
    ranges = found.ranges[found.ranges["programme"] == "VO"]
    assert ranges["class"].tolist() == ["decrease", "unchanged"]
    assert ranges["to_weight"].iloc[0] == pytest.approx(5 / 30)


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0, 500), st.floats(0, 500), st.sampled_from([-1.0, 0.0, 1.0]), st.floats(0, 0.3),
    st.floats(0, 0.2),
)  # fmt: skip
def test_stable_means_the_same_class_on_a_fine_grid(now, wanted, need, step, within):
    series = [pd.Series({"P": value}) for value in (now, wanted, need)]
    grid = np.linspace(0, 1, 21)
    found = sweep_weights(*series, step=step, weights=grid, unchanged_within=within)
    seen = found.frame["class"].nunique()
    assert bool(found.stability["stable"].iloc[0]) == (seen == 1) or _at_an_edge(found, now, within)
    ranges = found.ranges
    assert ranges["from_weight"].iloc[0] == 0
    assert ranges["to_weight"].iloc[-1] == 1
    assert ranges["from_weight"].tolist()[1:] == ranges["to_weight"].tolist()[:-1]
    for row in found.frame.itertuples():
        inside = ranges[
            (ranges["from_weight"] < row.weight - 1e-6) & (row.weight + 1e-6 < ranges["to_weight"])
        ]
        if len(inside) and abs(abs(row.change) - within * now) > 1e-6:
            assert inside["class"].iloc[0] == row[7]


def _at_an_edge(found, now: float, within: float) -> bool:
    """Return whether the change of some weight lies on the limit of a class."""
    return bool((abs(found.frame["change"].abs() - within * now) < 1e-6).any())


def test_a_programme_nobody_judged_moves_by_wishes_alone():
    found = sweep_weights(NOW[["VO"]], WANTED[["VO"]], pd.Series(dtype=float))
    row = found.stability.iloc[0]
    assert not row["need_known"]
    assert (row["change_at_0"], row["change_at_1"]) == (-20, 0)
    assert not row["stable"]


def test_bad_weights():
    with pytest.raises(InvalidInput) as caught:
        sweep_weights(NOW, WANTED.drop("VO"), NEED, weights=[-0.1, 0.5], step=-1)
    assert [fault.where for fault in caught.value.faults] == ["weight", "step", "demand of VO"]
    with pytest.raises(InvalidInput, match="group size of 0"):
        sweep_weights(NOW, WANTED, NEED, group_size=0)


NEEDS = pd.DataFrame(
    [
        ("west", "VO", 2020, "decrease"), ("west", "VO", 2023, "increase"),
        ("west", "BF", 2023, "decrease"), ("east", "BF", 2023, "unchanged"),
        ("east", "NA", 2026, "increase"),
    ],
    columns=["region", "programme", "year", "class"],
)  # fmt: skip


def test_the_newest_judgement_known_in_a_year():
    assert need_index(NEEDS, ["VO"], year=2024)["VO"] == 1
    assert need_index(NEEDS, ["VO"], year=2022)["VO"] == -1
    assert np.isnan(need_index(NEEDS, ["NA"], year=2025)["NA"])
    assert need_index(NEEDS, ["BF"], year=2025)["BF"] == -0.5
    assert need_index(NEEDS, ["BF"], year=2025, region="east")["BF"] == 0


@pytest.mark.parametrize(
    ("word", "found"), [("öka", "increase"), ("Minska ", "decrease"), ("unchanged", "unchanged")]
)
def test_words_of_need(word, found):
    assert need_class(word) == found


def test_unknown_words_of_need():
    with pytest.raises(InvalidInput, match="need class 'more'"):
        need_class("more")


def test_classes_from_a_forecast_by_hand():
    supply = pd.Series({"a": 100.0, "b": 100, "c": 100, "d": 0, "e": np.nan, "f": 0})
    wanted = pd.Series({"a": 106.0, "b": 95, "c": 90, "d": 5, "e": 7, "f": 0})
    found = classes_from_gap(supply, wanted)
    assert found.drop("e").tolist() == [
        "increase", "unchanged", "decrease", "increase", "unchanged",
    ]  # fmt: skip
    assert pd.isna(found["e"])
