"""A goal that is badly put is told so, and a sound one is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from impact.planning.goals.checks import CHECKS, GoalFacts, check_goal

SOUND = GoalFacts(
    direction="higher",
    target=88.0,
    target_year=2027,
    start_year=2021,
    stated_start=80.0,
    years=(2019, 2020, 2021, 2022, 2023),
    values=(79.0, 81.0, 80.0, 82.0, 83.0),
    start_error=1.0,
    lower_limit=0.0,
    upper_limit=100.0,
    publication_lag=1,
    ambition=60.0,
)

WRONG = {
    "direction": {"direction": "neutral"},
    "outside_range": {"target": 101.0},
    "no_figures": {"years": (), "values": ()},
    "one_figure": {"years": (2021,), "values": (80.0,)},
    "target_year_past": {"target_year": 2023},
    "target_year_unpublished": {"target_year": 2024},
    "target_is_start": {"target": 80.0},
    "already_met": {"target": 79.5},
    "met_now": {"target": 82.0, "start_year": None, "stated_start": None},
    "start_differs": {"stated_start": 80.2},
    "break_inside": {"break_years": (2022,)},
    "undetectable": {"target": 82.7},
    "few_ever": {"ambition": 96.0},
}


def checks(**changes: object) -> set[str]:
    return {remark.check for remark in check_goal(replace(SOUND, **changes))}


def test_a_sound_goal_has_no_remark() -> None:
    assert check_goal(SOUND) == ()
    assert check_goal(replace(SOUND, break_years=(2021, 2028))) == ()


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_finds_its_own(check: str) -> None:
    assert check in checks(**WRONG[check])


def test_every_check_has_a_case_and_a_kind() -> None:
    assert set(WRONG) == set(CHECKS)
    kinds = {
        remark.check: remark.kind
        for changes in WRONG.values()
        for remark in check_goal(replace(SOUND, **changes))
    }
    assert {check for check, kind in kinds.items() if kind == "fault"} == {
        "direction",
        "outside_range",
    }


def test_down_is_the_mirror_of_up() -> None:
    down = {"direction": "lower", "lower_limit": -100.0, "upper_limit": 0.0}
    values = tuple(-value for value in SOUND.values)
    assert checks(**down, target=-88.0, stated_start=-80.0, values=values) == set()
    found = checks(**down, target=-79.5, stated_start=-80.0, values=values)
    assert "already_met" in found


def test_zero_and_negative_starts_are_no_fault() -> None:
    low = {"lower_limit": None, "start_error": None}
    assert checks(**low, stated_start=0.0, values=(1.0, 1.0, 0.0, 1.0, 2.0), target=4.0) == set()
    assert checks(**low, stated_start=-3.0, values=(1, 1, -3.0, -2.0, -1.0), target=4.0) == set()


def test_one_missing_number_stops_nothing() -> None:
    for name in ("target", "target_year", "start_year", "stated_start", "start_error", "ambition"):
        assert not {remark.kind for remark in check_goal(replace(SOUND, **{name: None}))} - {
            "caution"
        }


def test_a_start_before_a_break_is_no_start() -> None:
    assert checks(break_years=(2022,), stated_start=12.0) == {"break_inside"}
