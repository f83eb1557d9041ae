"""Way done, change needed, ratio, classes, boldness, targets: each by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.planning.goals.ambition import ambition_percentile, past_changes
from impact.planning.goals.backtest import brier_score, class_frequencies, replay
from impact.planning.goals.classes import healthy_people_class
from impact.planning.goals.progress import targeted_change
from impact.planning.goals.ratio import progress_ratio, ratio_class
from impact.planning.goals.required import required_change
from impact.planning.goals.status import with_odds
from impact.planning.goals.targets import best_of, detectable_target, peers_median

NAN = math.nan


def one(found: np.ndarray) -> object:
    return np.asarray(found).item()


@pytest.mark.parametrize(
    ("start", "value", "target", "higher", "wanted"),
    [
        (80.0, 82.0, 90.0, True, 20.0),
        (80.0, 79.0, 90.0, True, -10.0),
        (80.0, 95.0, 90.0, True, 150.0),
        (10.0, 8.0, 6.0, False, 50.0),
        (-4.0, -1.0, 0.0, True, 75.0),
        (0.0, 1.0, 4.0, True, 25.0),
        (90.0, 92.0, 90.0, True, NAN),
        (95.0, 92.0, 90.0, True, NAN),
        (5.0, 5.0, 6.0, False, NAN),
        (NAN, 92.0, 90.0, True, NAN),
    ],
)
def test_way_done(start, value, target, higher, wanted) -> None:
    assert one(targeted_change(start, value, target, higher)) == pytest.approx(wanted, nan_ok=True)


@pytest.mark.parametrize(
    ("value", "target", "years", "higher", "wanted"),
    [
        (80.0, 86.0, 3, True, 2.0),
        (10.0, 6.0, 2, False, -2.0),
        (90.0, 86.0, 3, True, 0.0),
        (86.0, 86.0, 3, True, 0.0),
        (80.0, 86.0, 0, True, NAN),
        (80.0, 86.0, -1, True, NAN),
        (80.0, NAN, 3, True, NAN),
    ],
)
def test_change_needed_a_year(value, target, years, higher, wanted) -> None:
    assert one(required_change(value, target, years, higher)) == pytest.approx(wanted, nan_ok=True)


def test_ratio_of_growth_by_hand() -> None:
    # 100 -> 121 in two years is 10 % a year; 100 -> 133.1 in three is 10 % a year: ratio 1.
    assert one(progress_ratio(100, 121, 133.1, 2, 3)) == pytest.approx(1.0)
    # 100 -> 121 in four years is 4.880885 % a year; needed 10 %: 0.4880885.
    assert one(progress_ratio(100, 121, 133.1, 4, 3)) == pytest.approx(0.4880885, abs=1e-7)
    # Falling is wanted and happens: 100 -> 81 in two years, 100 -> 72.9 in three, both -10 %.
    assert one(progress_ratio(100, 81, 72.9, 2, 3)) == pytest.approx(1.0)
    assert one(progress_ratio(100, 90, 133.1, 2, 3)) < 0


@pytest.mark.parametrize("start", [0.0, -5.0])
def test_from_zero_or_below_the_ratio_is_of_differences(start) -> None:
    # 3 of 6 in 2 of 4 years: 1.5 a year of 1.5 needed.
    assert one(progress_ratio(start, start + 3, start + 6, 2, 4)) == pytest.approx(1.0)


def test_a_ratio_needs_a_way_and_time() -> None:
    assert math.isnan(one(progress_ratio(80, 82, 80, 2, 4)))
    assert math.isnan(one(progress_ratio(80, 82, 90, 0, 4)))
    assert math.isnan(one(progress_ratio(80, 82, 90, 2, 0)))
    assert math.isnan(one(progress_ratio(NAN, 82, 90, 2, 4)))


def test_classes_of_the_ratio_at_their_limits() -> None:
    ratios = np.array([5.0, 0.95, 0.9499, 0.6, 0.5999, 0.0, -0.1, NAN])
    met = np.array([True] + [False] * 7)
    assert ratio_class(ratios, met).tolist() == [
        "achieved",
        "on_track",
        "acceleration_needed",
        "acceleration_needed",
        "limited_progress",
        "limited_progress",
        "deterioration",
        "",
    ]


def test_healthy_people_with_and_without_standard_errors() -> None:
    # With: noise 1.96 sqrt(0.6^2 + 0.8^2) = 1.96. Without: 10 % of the way (1) or of the start (8).
    tested = {"start_error": 0.6, "value_error": 0.8}
    cases = [
        (80.0, 90.0, 90.0, {}, "met"),
        (80.0, 82.0, 90.0, tested, "improving"),
        (80.0, 81.9, 90.0, tested, "little_change"),
        (80.0, 78.0, 90.0, tested, "getting_worse"),
        (80.0, 81.0, 90.0, {}, "improving"),
        (80.0, 80.9, 90.0, {}, "little_change"),
        (80.0, 73.0, 90.0, {}, "little_change"),
        (80.0, 72.0, 90.0, {}, "getting_worse"),
        (80.0, 80.0, 90.0, {}, "little_change"),
        (0.0, -1.0, 10.0, {}, "getting_worse"),
        (NAN, 80.0, 90.0, {}, ""),
    ]
    for start, value, target, errors, word in cases:
        assert one(healthy_people_class(start, value, target, True, **errors)) == word
        assert one(healthy_people_class(-start, -value, -target, False, **errors)) == word


def test_boldness_is_the_share_of_smaller_changes() -> None:
    changes = np.arange(-50.0, 50.0)
    # Below 10: -50 to 9, 60 of 100, and half of the one that is 10.
    assert one(ambition_percentile(10.0, changes, True)) == 60.5
    assert one(ambition_percentile(1000.0, changes, True)) == 100.0
    # To fall by 10: changes above -10 are less: -9 to 49, 59 of 100, and half a one.
    assert one(ambition_percentile(-10.0, changes, False)) == 59.5
    assert math.isnan(one(ambition_percentile(-10.0, changes, True)))
    assert math.isnan(one(ambition_percentile(0.0, changes, True)))
    assert math.isnan(one(ambition_percentile(10.0, changes[:99], True)))


def test_past_changes_span_the_years_and_skip_gaps() -> None:
    values = np.array([[1.0, 2.0, 4.0, NAN], [0.0, 0.0, 5.0, 1.0]])
    assert past_changes(values, 2).tolist() == [1.0, 3.0, 5.0]
    assert past_changes(values, 4).size == 0


def test_the_tenth_best_and_the_peers_median() -> None:
    values = pd.Series(range(1, 21), index=[f"p{n}" for n in range(1, 21)], dtype=float)
    assert best_of(values, True) == 11.0
    assert best_of(values, False) == 10.0
    assert best_of(values, True, best=1) == 20.0
    peers = pd.Series(["p1", "p2", "p9", "p1", "p2"], index=["a", "a", "a", "b", "b"])
    found = peers_median(values, peers)
    assert found["a"] == 2.0 and math.isnan(found["b"])
    with pytest.raises(InvalidInput, match="1 to 20"):
        best_of(values, True, best=21)


def test_the_nearest_target_that_can_be_told_from_chance() -> None:
    # 1.959964 x sqrt(2) x 2 = 5.543615.
    assert one(detectable_target(80.0, 2.0, True)) == pytest.approx(85.543615, abs=1e-6)
    assert one(detectable_target(80.0, 2.0, False)) == pytest.approx(74.456385, abs=1e-6)


def judged(word: str, reason: str, chance: float) -> tuple[str, str]:
    row = pd.DataFrame([{"verdict": word, "reason": reason, "chance": chance}])
    found = with_odds(row).iloc[0]
    return found["verdict"], found["reason"]


@pytest.mark.parametrize(
    ("word", "reason", "chance", "wanted"),
    [
        ("reached", "tested", 0.5, ("reached", "tested")),
        ("reached", "tested", 0.49, ("cannot_tell", "met_uncertain")),
        ("reached", "tested", 0.1, ("cannot_tell", "met_uncertain")),
        ("not_yet", "tested", 0.8, ("on_track", "likely")),
        ("not_yet", "tested", 0.2, ("off_track", "unlikely")),
        ("not_yet", "tested", 0.5, ("cannot_tell", "between")),
        ("cannot_tell", "uncertain", 0.79, ("cannot_tell", "between")),
        ("cannot_tell", "no_uncertainty", 0.9, ("on_track", "likely")),
        ("cannot_tell", "before_period", 0.9, ("cannot_tell", "before_period")),
        ("cannot_tell", "break", 0.9, ("cannot_tell", "break")),
        ("cannot_tell", "no_baseline", NAN, ("cannot_tell", "no_baseline")),
        ("not_yet", "tested", NAN, ("not_yet", "tested")),
    ],
)
def test_what_a_chance_is_called(word, reason, chance, wanted) -> None:
    assert judged(word, reason, chance) == wanted


def test_brier_score_by_hand() -> None:
    # ((0.9 - 1)^2 + (0.2 - 0)^2 + (0.5 - 1)^2) / 3 = (0.01 + 0.04 + 0.25) / 3.
    assert brier_score([0.9, 0.2, 0.5], [1, 0, 1]) == pytest.approx(0.1)


def test_no_unit_tells_of_itself() -> None:
    classes = pd.Series(["a", "a", "a", "b"])
    reached = pd.Series([True, False, False, True])
    halves = pd.Series([True, True, False, False])
    # First half: from the other half a = 0. Second: a = 1/2; b is unknown there, so its mean 1/2.
    assert class_frequencies(classes, reached, halves).tolist() == [0.0, 0.0, 0.5, 0.5]


def test_what_rules_said_half_way_does_not_know_the_outcome() -> None:
    generator = np.random.default_rng(3)
    values = 70 + generator.normal(0, 4, (80, 1)) + generator.normal(0, 2, (80, 12))
    sizes = generator.uniform(2000, 90_000, 80)
    first = replay(values, sizes, horizon=2, starts=[6])
    changed = values.copy()
    changed[:, 9:] = 1000.0
    second = replay(changed, sizes, horizon=2, starts=[6])
    said = ["unit", "goal", "met", "ratio_class", "above_line", "plain", "chance", "last_value"]
    pd.testing.assert_frame_equal(first[said], second[said])
    assert second["reached"].all() and not first["reached"].all()
    assert replay(values, sizes, horizon=2, starts=[11]).empty


@given(
    start=st.floats(1, 90),
    way=st.floats(0.5, 50),
    done=st.floats(-2, 2),
    factor=st.floats(0.01, 100),
)
def test_units_change_no_way_done_and_no_ratio(start, way, done, factor) -> None:
    given_ = np.array([start, max(start + way * done, 0.1), start + way])
    scaled = given_ * factor
    assert one(targeted_change(*given_, True)) == pytest.approx(
        one(targeted_change(*scaled, True)), rel=1e-6, abs=1e-6
    )
    assert one(progress_ratio(*given_, 2, 5)) == pytest.approx(
        one(progress_ratio(*scaled, 2, 5)), rel=1e-6, abs=1e-6
    )
