"""Targets with years, owners and revisions in a params file; faults are said with their line."""

from __future__ import annotations

import pytest

from impact.errors import InvalidInput
from impact.run.params.goal_model import Goal
from impact.run.params.plan import load_plan

START = """extends: countries/se.yml
name: small
title: Small
year: 2024
places: [Aneby]
areas: {a: {title: An area, origin: proposed}}
goals:
  g:
    area: a
    title: A goal
    origin: proposed
    indicator: "kolada:N15428"
"""


@pytest.fixture
def faults(tmp_path, monkeypatch):
    def of(text: str) -> str:
        path = tmp_path / "small.yml"
        path.write_text(START + text, encoding="utf-8")
        with pytest.raises(InvalidInput) as caught:
            load_plan(path)
        return "\n".join(str(fault) for fault in caught.value.faults)

    return of


def goal(**changes: object) -> Goal:
    given = {
        "area": "a",
        "title": "A goal",
        "origin": "proposed",
        "indicator": "kolada:N15428",
        "target": {"value": 90.0},
        "target_year": 2026,
    }
    return Goal.model_validate({**given, **changes}, context={"country": "SE"})


def test_the_newest_revision_counts_and_the_past_stays() -> None:
    changed = goal(
        revisions=[
            {"date": "2024", "target": {"value": 88.0}, "reason": "Too high."},
            {"date": "2025-05", "target_year": 2028, "reason": "Too soon."},
        ]
    )
    assert [(target.value, year) for target, year in changed.targets] == [
        (90.0, 2026),
        (88.0, 2026),
        (88.0, 2028),
    ]
    assert changed.current_target.value == 88.0 and changed.current_target_year == 2028
    assert goal().current_target.value == 90.0 and goal().current_target_year == 2026


def test_the_shipped_goals_of_sweden_have_years_to_come_and_keep_their_past() -> None:
    jonkoping = load_plan("params/jonkoping.yml")
    measured = [one for one in jonkoping.goals.values() if one.indicator]
    assert {one.current_target_year for one in measured} == {2027}
    assert {one.targets[0][1] for one in measured} == {2024}
    assert {one.standing for one in measured} == {"proposed"}
    skane = load_plan("params/skane.yml")
    assert {one.current_target_year for one in skane.goals.values() if one.indicator} == {2027}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "    target: {value: 90}\n    start_value: 90.0\n",
            "the target is the figure at the start; it asks for nothing",
        ),
        (
            "    target: {value: 80}\n    start_value: 85.0\n",
            "line 13: goals.g.target.value: the target 80.0 was met at the start already (85.0)",
        ),
        ("    target: {value: 90}\n    start_value: 101.5\n", "101.5 is outside what"),
        (
            "    target: {rule: better_than_mean, first: 2018, last: 2020}\n"
            "    target_year: 2020\n",
            "target_year 2020 is not after the baseline (2020)",
        ),
        (
            "    target: {value: 90}\n    revisions:\n"
            "      - {date: 2025, target_year: 2028, reason: Later.}\n"
            "      - {date: 2024, target_year: 2027, reason: Sooner.}\n",
            "in the order of their dates",
        ),
        (
            "    target: {value: 90}\n    revisions:\n      - {date: 2025, reason: Nothing.}\n",
            "a revision changes the target, the target year or both",
        ),
        (
            "    target: {value: 90}\n    revisions:\n"
            "      - {date: 2025, target: {value: 120}, reason: More.}\n",
            "goals.g.revisions.0.target.value: 120.0 is outside what",
        ),
        (
            "    target: {value: 90}\n    start_year: 2021\n    revisions:\n"
            "      - {date: 2025, target_year: 2019, reason: Back.}\n",
            "target_year 2019 is before start_year 2021",
        ),
        (
            "    target: {value: 90}\n    revisions:\n"
            "      - {date: 2025, target_yaer: 2028, reason: Typing.}\n",
            "unknown key 'target_yaer'. Did you mean target_year?",
        ),
    ],
)
def test_what_cannot_be_is_said_with_its_place(faults, text: str, said: str) -> None:
    assert said in faults(text)


def test_a_goal_without_an_indicator_has_no_revisions() -> None:
    with pytest.raises(ValueError, match="need an indicator"):
        goal(
            indicator=None,
            target=None,
            no_indicator_reason="None.",
            revisions=[{"date": "2025", "target_year": 2028, "reason": "Later."}],
        )
