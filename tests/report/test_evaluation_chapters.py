"""The chapters of an evaluation's report: what is drawn, counted and printed."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import pytest
import sample_evaluation as sample
from sample_evaluation_cases import NAN

from impact import catalogue
from impact.report import content, display, names
from impact.report.blocks import Block, Sentences, Table
from impact.report.evaluation_blocks import (
    Course,
    EventPlot,
    Forest,
    PlaceboStrip,
    PowerCurve,
    SensitivityPlot,
)


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def _one(blocks: list[Block], kind: type) -> Any:
    return next(block for block in blocks if isinstance(block, kind))


def test_the_course_keeps_gaps_and_turns_logarithms_into_levels() -> None:
    plan = sample.plan()
    block = _one(content.evaluation_course(plan, sample.evaluation()), Course)
    assert block.observed.values[0] == 71.0
    assert block.counterfactual.lower[-1] is None
    assert block.comparison is None
    assert block.anticipation == (2020,)
    assert block.starts == (2021,)
    found = sample.evaluation(sample.outcome(scale="log"), course=sample.course(math.log(1000)))
    level = _one(content.evaluation_course(plan, found), Course)
    assert level.counterfactual.values[0] == pytest.approx(1000)
    assert "geometric" in sample.say("en", level)


def test_a_lag_moves_where_after_begins() -> None:
    plan = sample.plan(outcomes={"diploma": {**sample.OUTCOME, "lag": 2}})
    block = _one(content.evaluation_course(plan, sample.evaluation(sample.outcome())), Course)
    assert block.starts == (2023,)
    assert "2 years after the start at the earliest" in sample.say("en", block)


def test_those_left_out_have_the_plans_own_reason() -> None:
    tables = [
        block
        for block in content.evaluation_comparison(sample.plan(), sample.evaluation())
        if isinstance(block, Table)
    ]
    rows = sample.cells("sv", tables[0])
    assert rows == [["Malmö", "An own network."], ["Gotland", "siffror saknas"]]
    assert sample.cells("en", tables[1]) == [["Linköping", "70%"], ["Gnosjö", "30%"]]


def test_years_before_the_start_are_counted_without_the_reference() -> None:
    block = _one(content.evaluation_pretrends(sample.plan(), sample.evaluation()), EventPlot)
    assert [point.reference for point in block.points] == [False, False, True, False]
    assert "Years drawn before the start: 2. In 1 of them" in sample.say("en", block)


def test_years_of_anticipation_are_told_apart_from_those_before() -> None:
    rows = [
        ("diploma", -3, 0.9, -0.2, 1.6, "before"),
        ("diploma", -2, 0.0, 0.0, 0.0, "before"),
        ("diploma", -1, 0.9, 0.2, 1.6, "anticipation"),
        ("diploma", 0, 1.2, 0.1, 2.3, "after"),
    ]
    found = sample.evaluation(pretrends=sample.frame(sample.model.PRETREND_COLUMNS, rows))
    text = sample.say("en", content.evaluation_pretrends(sample.plan(), found))
    assert "Years drawn before the start: 1. In none of them" in text
    assert "that are left out: 1. In 1 of them the interval leaves out nought." in text


def test_a_tie_counts_among_the_placebos() -> None:
    rows = [
        ("diploma", "unit", "SE-0604", 1.0, NAN, NAN, NAN, True),
        ("diploma", "unit", "SE-0617", -1.0, NAN, NAN, NAN, False),
        ("diploma", "unit", "SE-0642", 0.9, NAN, NAN, NAN, False),
    ]
    found = sample.evaluation(placebos=sample.frame(sample.model.PLACEBO_COLUMNS, rows))
    strip = _one(content.evaluation_placebos(sample.plan(), found), PlaceboStrip)
    assert [mark.own for mark in strip.marks] == [False, False, True]
    assert "1 of 2 that took no part lies at least as far" in sample.say("en", strip)


def test_several_treated_are_not_held_against_each_placebo() -> None:
    rows = [("diploma", "unit", f"SE-06{n}", 1.0, NAN, NAN, NAN, n != 17) for n in ("04", 17, 80)]
    found = sample.evaluation(placebos=sample.frame(sample.model.PLACEBO_COLUMNS, rows))
    strip = _one(content.evaluation_placebos(sample.plan(), found), PlaceboStrip)
    assert "The difference for 1 that took no part" in sample.say("en", strip)


def test_ways_of_calculating_that_turn_round_are_counted_and_impossible_ones_named() -> None:
    blocks = content.evaluation_specifications(sample.plan(), sample.evaluation())
    forest = _one(blocks, Forest)
    assert "1 of 2 other ways of calculating point the same way" in sample.say("en", forest)
    assert [row.primary for row in forest.rows] == [True, False, False]
    assert forest.rows[1].estimate.lower is None
    row = ("diploma", "synthetic_control", NAN, NAN, NAN, NAN, "none", 2, 240, False)
    found = sample.evaluation(
        specifications=sample.frame(sample.model.SPECIFICATION_COLUMNS, [row])
    )
    forest = _one(content.evaluation_specifications(sample.plan(), found), Forest)
    assert forest.rows[0].estimate is None
    assert "cannot be calculated" in sample.say("en", forest)


def test_sensitivity_tells_the_breakdown_and_leaves_out_limits_that_cannot_be_had() -> None:
    blocks = content.evaluation_sensitivity(sample.plan(), sample.evaluation())
    assert "smaller than 0.7 times the largest change" in sample.say("en", blocks)
    relative, smooth = (block for block in blocks if isinstance(block, SensitivityPlot))
    assert "At 1 of 2 drifts tried the interval leaves out nought." in sample.say("en", relative)
    assert smooth.rows[1].lower is None
    nought = sample.evaluation(sample.outcome(breakdown=0.0))
    assert "no clear effect to undo" in sample.say(
        "en", content.evaluation_sensitivity(sample.plan(), nought)
    )


def test_power_prints_the_size_at_nought_beside_it() -> None:
    blocks = content.evaluation_power(sample.plan(), sample.evaluation())
    assert "still finds one in 4.8% of cases" in sample.say("en", blocks)
    curve = _one(blocks, PowerCurve)
    assert [number.value for number in curve.detected] == pytest.approx([4.8, 30.0, 80.0])


def test_outcomes_share_an_axis_on_which_better_lies_to_the_right() -> None:
    forest = _one(content.evaluation_outcomes(sample.plan(), sample.evaluation()), Forest)
    first, lower = forest.rows
    assert first.drawn.value.value == pytest.approx(1.62)
    assert lower.drawn.value.value == pytest.approx(0.3)
    assert (lower.drawn.lower.value, lower.drawn.upper.value) == pytest.approx((-1.0, 1.6))
    assert lower.estimate.value.value == pytest.approx(-0.3)


def test_an_outcome_without_effect_stands_in_the_table_with_its_reason() -> None:
    gone = sample.not_estimable("break_inside", outcome="spread", primary=False)
    rows = (sample.outcome(), gone)
    blocks = content.evaluation_outcomes(sample.plan(), sample.evaluation(*rows))
    assert _one(blocks, Forest).rows[1].estimate is None
    table = _one(blocks, Table)
    assert "What is measured changed" in sample.cells("en", table)[1][2]
    assert sample.cells("en", table)[1][4:7] == ["–", "–", "–"]


def test_the_plan_prints_day_fingerprint_and_later_changes() -> None:
    plan = sample.plan()
    text = sample.say("en", content.evaluation_plan(plan, sample.evaluation()))
    assert "22 November 2026, fingerprint 0123456789abcdef" in text
    changed = sample.evaluation(plan_changed="2026-12-01")
    assert "changed 1 December 2026" in sample.say("en", content.evaluation_plan(plan, changed))
    never = sample.evaluation(plan_date=None)
    assert "not registered; fingerprint" in sample.say("en", content.evaluation_plan(plan, never))


def test_checks_print_what_they_found_as_what_it_is() -> None:
    rows = [
        sample.check("leave_one_out", number=0.82, limit=0.5),
        sample.check("pretrend_equivalence", number=2.1, limit=1.0),
        sample.check("placebo_resolution", number=1e-9),
        sample.check("pre_years", number=9.0, limit=3.0),
        sample.check("breakdown", number=0.75, limit=1.0),
        sample.check("plan_before_outcomes", number=NAN, limit=NAN),
    ]
    found = sample.evaluation(checks=sample.frame(sample.model.CHECK_COLUMNS, rows))
    table = _one(content.evaluation_checks(sample.plan(), found), Table)
    assert [row[3:5] for row in sample.cells("en", table)] == [
        ["82%", "50%"],
        ["2.1 percentage points", "1.0 percentage points"],
        ["under 0.001", "0.050"],
        ["9", "3"],
        ["0.8", "1.0"],
        ["–", "–"],
    ]


def test_nothing_to_estimate_leaves_its_chapters_out() -> None:
    plan, found = sample.plan(), sample.nothing("no_post_period")
    for maker in ("pretrends", "placebos", "specifications", "sensitivity", "power"):
        assert getattr(content, f"evaluation_{maker}")(plan, found) == []
    (only,) = content.evaluation_course(plan, found)
    assert isinstance(only, Sentences)


def test_key_figures_name_verdict_and_failed_checks() -> None:
    text = content.evaluation_key_figures(sample.evaluation())
    assert "diploma                  weak (one_test): estimate 1.62 lower -0.21" in text
    assert "failed checks: pretrend_joint, pretrend_equivalence" in text
    assert "estimate - lower -" in content.evaluation_key_figures(sample.nothing("no_untreated"))


def test_blocks_are_the_same_in_whatever_order_the_tables_stand() -> None:
    plan, found = sample.plan(), sample.evaluation()
    tables = ("course", "pretrends", "power", "weights", "sensitivity")
    turned = dataclasses.replace(
        found, **{name: getattr(found, name).iloc[::-1].reset_index(drop=True) for name in tables}
    )
    first = [display.dumps(block) for block in sample.blocks(plan, found)]
    assert [display.dumps(block) for block in sample.blocks(plan, turned)] == first


CHAPTERS = ("pretrends", "placebos", "specifications", "sensitivity", "power")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_on_the_primary_outcome_says_so_where_there_are_others(chapter: str) -> None:
    write = getattr(content, f"evaluation_{chapter}")
    told = "only about the primary outcome: Diploma."
    two = sample.evaluation(sample.outcome(), sample.second())
    assert told in sample.say("en", write(sample.plan(), two))
    assert told not in sample.say("en", write(sample.plan(), sample.evaluation(sample.outcome())))


def test_those_left_out_for_one_reason_share_a_row() -> None:
    rows = [
        ("diploma", place, "excluded", NAN, NAN, -1, reason)
        for place, reason in (
            ("SE-1280", "missing"), ("SE-0980", "merged"), ("SE-1281", "missing"),
        )
    ]  # fmt: skip
    found = sample.evaluation(units=sample.frame(sample.model.UNIT_COLUMNS, rows))
    plan = sample.plan(comparison={})
    blocks = content.evaluation_comparison(plan, found)
    table = next(block for block in blocks if isinstance(block, Table))
    assert sample.cells("en", table) == [
        ["Malmö; Lund", "figures are missing"],
        ["Gotland", "own merger"],
    ]


def test_a_change_before_the_start_has_no_limit_it_is_held_against() -> None:
    rows = [sample.check("anticipation", number=0.4, limit=0.0)]
    found = sample.evaluation(checks=sample.frame(sample.model.CHECK_COLUMNS, rows))
    table = _one(content.evaluation_checks(sample.plan(), found), Table)
    assert sample.cells("en", table)[0][3:5] == ["+0.4 percentage points", "–"]


def test_figures_of_a_table_are_bare_below_their_unit() -> None:
    blocks = content.evaluation_specifications(sample.plan(), sample.evaluation())
    table = _one(blocks, Table)
    assert sample.say("en", table).startswith("The effect by every way of calculating. Percentage")
    assert sample.cells("en", table)[0][1] == "+1.6 (−0.2 to +3.4)"
