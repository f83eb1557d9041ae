"""Goals in words: true for every verdict, reason, caution and missing number, in every language."""

from __future__ import annotations

import math
import re
from itertools import product
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
import sample_evaluation as sample

from impact import catalogue
from impact.planning.goals import classes, ratio
from impact.planning.goals.checks import CHECKS
from impact.report import content, names
from impact.report.blocks import Table
from impact.report.language import LANGUAGES, TEXTS, language
from impact.report.message import Number
from impact.run.params.goal_model import Area, Goal
from impact.verdicts import GOAL

NAN = math.nan
HERE, THERE = "SE-0604", "SE-0680"
NO_CHANCE = ("", "no_target_year", "due", "few_points", "no_rule")
REASONS = {
    "reached": ("tested",),
    "not_yet": ("tested",),
    "on_track": ("likely",),
    "off_track": ("unlikely",),
    "cannot_tell": (
        "between",
        "met_uncertain",
        "no_figure",
        "before_period",
        "no_baseline",
        "break",
        "no_uncertainty",
        "uncertain",
    ),
}
ROW = {
    "goal": "g",
    "place": HERE,
    "indicator": "kolada:N15428",
    "group": "total",
    "year": 2024,
    "value": 87.6,
    "target": 90.0,
    "target_year": 2027.0,
    "baseline_first": 2019,
    "baseline_last": 2021,
    "start_value": 80.2,
    "start_value_year": 2021.0,
    "chance": 0.31,
    "projected": 86.4,
    "projected_lower": 81.0,
    "projected_upper": 91.8,
    "required": 0.8,
    "progress": 75.5,
    "ambition": 62.0,
    "ratio": 1.23,
    "ratio_class": "on_track",
    "healthy_class": "improving",
    "chance_reason": "",
    "cautions": (),
    "verdict": "cannot_tell",
    "reason": "between",
}
NUMBERS = (
    "value",
    "target",
    "start_value",
    "start_value_year",
    "chance",
    "projected",
    "required",
    "progress",
    "ambition",
    "ratio",
)
COMPOSED = re.compile(
    r"^goal-(reason-(break|chance|at-target|met-uncertain|tested-stays)|caution|ratio|healthy|no-chance"
    r"|before|revised|owner|cell)"
)


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def plan(**changes: Any) -> SimpleNamespace:
    given = {
        "area": "a",
        "title": sample.local("More reach it"),
        "origin": "proposed",
        "indicator": "kolada:N15428",
        "target": {"value": 90.0},
        "start_year": 2021,
        "target_year": 2027,
    }
    goal = Goal.model_validate({**given, **changes}, context={"country": "SE"})
    area = Area.model_validate({"title": sample.local("Quality"), "origin": "proposed"})
    return SimpleNamespace(goals={"g": goal}, areas={"a": area}, goals_of=lambda place: {"g": goal})


def standing(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([{**ROW, **row} for row in rows] or [ROW])


def cases() -> list[dict[str, Any]]:
    """Rows that a goal can have: each verdict with its reasons, each number missing, each class."""
    found = [
        {"verdict": word, "reason": reason, "chance": chance, "chance_reason": why}
        for word in GOAL
        for reason in REASONS[word]
        for chance, why in product((0.31, NAN), NO_CHANCE)
        if reason not in ("likely", "unlikely", "between", "met_uncertain") or chance == 0.31
    ]
    found += [{name: NAN, "reason": "uncertain"} for name in NUMBERS]
    found += [{"verdict": "cannot_tell", "reason": "between", "value": 90.0, "chance": 0.31}]
    no_year = {"target_year": NAN, "chance": NAN, "chance_reason": "no_target_year"}
    found += [{**no_year, "reason": "uncertain"}]
    found += [{"ratio_class": word} for word in (*ratio.CLASSES, "")]
    found += [{"healthy_class": word} for word in (*classes.CLASSES, "")]
    found += [{"cautions": (check,)} for check in CHECKS]
    found += [{"required": 0.0}]
    return found


REVISED = (
    {"revisions": [{"date": "2025-05", "target_year": 2028, "reason": sample.local("Too soon.")}]},
    {
        "target_year": None,
        "revisions": [{"date": "2025", "target_year": 2028, "reason": sample.local("None set.")}],
    },
    {
        "target": {"rule": "better_than_mean", "first": 2018, "last": 2020},
        "revisions": [{"date": "2025", "target": {"value": 90.0}, "reason": sample.local("New.")}],
    },
    {
        "target": {"rule": "better_than_mean", "first": 2018, "last": 2020},
        "target_year": None,
        "owner": sample.local("The board"),
        "revisions": [{"date": "2025-05-03", "target_year": 2027, "reason": sample.local("Year.")}],
    },
)


def all_blocks() -> list[list[Any]]:
    region = SimpleNamespace(places=(HERE, THERE), code="SE-06")
    found = []
    for row in cases():
        table = standing(row)
        found.append([content.goals(plan(), table, HERE), *content.goal_table(plan(), table, HERE)])
        found.append(content.region_goal_table(plan(), table, region))
    for changes in REVISED:
        found.append(content.goal_table(plan(**changes), standing(), HERE))
    return found


def page_one(code: str = "en", **changes: Any) -> str:
    """Return what stands under the verdict on page one."""
    row = content.goals(plan(), standing(changes), HERE).rows[0]
    return language(code).plain(row.reason)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_case_can_be_said_in_every_language(code: str) -> None:
    for blocks in all_blocks():
        text = sample.say(code, list(blocks))
        assert "nan" not in re.findall(r"\w+", text.lower())
        assert "{" not in text
        for block in blocks:
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)


def test_every_composed_sentence_has_a_case() -> None:
    said = {one.id for one in sample.messages(all_blocks())}
    text = (TEXTS / "en" / "goals.ftl").read_text(encoding="utf-8")
    written = {name for name in re.findall(r"(?m)^([a-z0-9-]+) =", text) if COMPOSED.match(name)}
    assert sorted(written - said) == []


@pytest.mark.parametrize("word", ["on_track", "off_track", "cannot_tell"])
def test_page_one_tells_the_chance_in_few_words(word: str) -> None:
    reason = {"on_track": "likely", "off_track": "unlikely"}.get(word, "between")
    assert (
        page_one(verdict=word, reason=reason) == "Chance of being at the target in 2027: about 31%."
    )
    assert "omkring 31" in page_one("sv", verdict=word, reason=reason)


@pytest.mark.parametrize(
    "value, direction, there",
    [(90.0, "higher", True), (91.0, "higher", True), (89.0, "higher", False),
     (89.0, "lower", True), (90.0, "lower", True), (91.0, "lower", False)],
)  # fmt: skip
def test_a_figure_at_the_target_that_is_not_clearly_so_is_told(
    value: float, direction: str, there: bool
) -> None:
    text = page_one(verdict="cannot_tell", reason="between", value=value, direction=direction)
    assert text.startswith("At the target now, but not clearly.") == there
    assert "2027: about 31%." in text


def test_a_reached_goal_says_whether_it_will_stay_so() -> None:
    clear = page_one(verdict="reached", reason="tested", chance=0.9)
    assert clear == "Clearly reached now. Chance of being so in 2027 too: about 90%."
    shaky = page_one(verdict="cannot_tell", reason="met_uncertain", chance=0.4)
    assert shaky == "Reached now, but the chance of being so in 2027 is about 40%."
    assert "beyond the target" in page_one(verdict="reached", reason="tested", chance=NAN)


def test_the_chance_on_page_one_is_found_again_among_the_values() -> None:
    reason = content.goals(plan(), standing(), HERE).rows[0].reason
    number = reason.arguments["chance"]
    assert isinstance(number, Number) and number.statistic == "chance"
    assert (number.place, number.year, number.indicator) == (HERE, 2027, "kolada:N15428")


def test_the_status_table_by_hand() -> None:
    way, odds, others = content.goal_table(plan(), standing(), HERE)
    assert sample.cells("en", way)[0] == [
        "More reach it",
        "80.2% (2021)",
        "87.6% (2024)",
        "90.0% (2027)",
        "76%",
        "+0.8 percentage points",
        "cannot tell",
    ]
    assert sample.cells("en", odds)[0][1:] == ["2027", "86.4% (81.0% to 91.8%)", "31%", "62%"]
    assert sample.cells("en", others)[0][1:] == ["1.23", "fast enough", "improving"]
    assert "80% or more" in sample.say("en", way)
    met = content.goal_table(plan(), standing({"required": 0.0}), HERE)[0]
    assert sample.cells("en", met)[0][5] == "none, if it stays so"


def test_a_column_that_nobody_fills_is_left_out_with_its_remark() -> None:
    full, empty = (
        content.goal_table(plan(), standing({"ambition": value}), HERE)[1] for value in (62.0, NAN)
    )
    assert len(full.columns) == len(full.rows[0]) == len(empty.columns) + 1
    assert len(empty.columns) == len(empty.rows[0])
    told = [one.id for one in full.remarks], [one.id for one in empty.remarks]
    assert ("goal-ambition-remark" in told[0], "goal-ambition-remark" in told[1]) == (True, False)


def test_the_past_of_a_changed_target_is_shown() -> None:
    text = sample.say("en", content.goal_table(plan(**REVISED[0]), standing(), HERE))
    assert "Before: 90.0% in 2027. Why: Too soon." in text
    none = content.goal_table(plan(), standing({"place": THERE}), HERE)
    assert none == []


def test_the_region_shows_medians_and_everyone_in_the_region_s_order() -> None:
    region = SimpleNamespace(places=(THERE, HERE), code="SE-06")
    table = standing({"chance": 0.2, "progress": 10.0}, {"place": THERE, "chance": 0.6})
    medians, one_by_one = content.region_goal_table(plan(), table, region)
    assert sample.cells("en", medians)[0] == ["More reach it", "2027", "2", "40%", "43%"]
    assert [row[1].value for row in one_by_one.rows] == [60.0, 20.0]
    assert content.region_goal_table(plan(), table.iloc[:0], region) == []
