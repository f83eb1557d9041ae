"""An evaluation in words: true for every verdict, reason, check, scale and missing number."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest
import sample_evaluation as sample
from sample_evaluation_cases import INFERENCES, NAN, VERDICTS, blocks_of_cases

from impact import catalogue
from impact.evaluation.regressions.goodman_bacon import KINDS
from impact.evaluation.specifications import SPECIFICATIONS
from impact.evaluation.verdict import CHECKS, FAULTS, REASONS, RESULTS
from impact.overviews.evaluations.panels import REASONS as LEFT_OUT_BY_FIGURES
from impact.report import content, names, page
from impact.report.blocks import Table
from impact.report.content import evaluation_words
from impact.report.content.evaluation_course import LEFT_OUT
from impact.report.evaluation_blocks import (
    Conclusion,
)
from impact.report.language import LANGUAGES, TEXTS, language
from impact.run.evaluations.model import EvaluationPlan

COMPOSED = re.compile(r"^(effect|effects|headline-evaluation|column-effect)-")


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def _conclusion(code: str = "en", plan: EvaluationPlan | None = None, **changes: Any) -> str:
    found = sample.evaluation(sample.outcome(**changes))
    return sample.say(code, content.evaluation_conclusion(plan or sample.plan(), found))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_case_can_be_said_in_every_language(code: str) -> None:
    for blocks in blocks_of_cases():
        text = sample.say(code, list(blocks))
        assert "nan" not in re.findall(r"\w+", text.lower())
        assert "{" not in text
        for block in blocks:
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)


def test_every_composed_sentence_has_a_case() -> None:
    said = {one.id for one in sample.messages(blocks_of_cases())}
    study = sample.study(sample.evaluation(), exploratory=True, example=True)
    pairs = ([study], "SE-0604"), ([study, study], "SE-0604"), ((), "SE-06")
    for blocks in (content.effects(*pair) for pair in pairs):
        said |= {one.id for one in sample.messages(blocks)}
    text = (TEXTS / "en" / "evaluation.ftl").read_text(encoding="utf-8")
    written = {name for name in re.findall(r"(?m)^([a-z0-9-]+) =", text) if COMPOSED.match(name)}
    assert sorted(written - said) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_member_of_a_closed_set_has_words(code: str) -> None:
    reader = language(code)
    for check in CHECKS:
        for prefix in ("effect-check", "effect-doubt", "effect-asks"):
            assert reader.word(f"{prefix}-{check.replace('_', '-')}")
    for prefix, members in (
        ("effect-result", RESULTS),
        ("effect-by", SPECIFICATIONS),
        ("effect-from", INFERENCES),
        ("effect-pair", KINDS),
        ("effect-left-out", LEFT_OUT),
        ("effect-reason", FAULTS),
    ):
        for member in members:
            assert reader.word(f"{prefix}-{member.replace('_', '-')}")
    assert set(LEFT_OUT_BY_FIGURES) <= set(LEFT_OUT)
    assert set(evaluation_words.FAULTS) == set(FAULTS)
    assert {reason for _, reason, _ in VERDICTS} | set(FAULTS) == set(REASONS)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_calls_anything_significant(code: str) -> None:
    text = (TEXTS / code / "evaluation.ftl").read_text(encoding="utf-8").lower()
    assert not re.search(r"significan|signifikan|merkitsev", text)


def test_the_conclusion_says_amount_direction_and_interval() -> None:
    text = _conclusion()
    assert "Diploma: 1.6 percentage points higher than the comparison leads us to expect" in text
    assert "95% interval: −0.2 to +3.4." in text
    assert "Mean before: 70.1%. Mean after: 73.2%. The step from before to after is not" in text
    assert "even without the intervention, 71.6% was to be expected after." in text
    said = "drawn by lot, a difference at least as large would have come up in 4.0% of all 1,225"
    assert f"{said} possible draws." in text
    assert "Exact t test: p = 0.081." in text


def test_an_effect_downwards_is_said_as_lower_and_without_a_minus() -> None:
    text = _conclusion(estimate=-1.62, lower=-3.4, upper=0.2)
    assert "Diploma: 1.6 percentage points lower than" in text
    assert "−3.4 to +0.2" in text


def test_an_effect_that_rounds_to_nought_is_no_difference() -> None:
    assert "Diploma: no difference from what" in _conclusion(estimate=0.004)


def test_an_effect_on_a_logarithm_is_said_in_per_cent() -> None:
    found = _conclusion(
        scale="log", unit="count", estimate=math.log(1.10), lower=math.log(0.75),
        upper=math.log(1.5), level_before=math.log(1000), observed=math.log(1100),
        counterfactual=math.log(1000), smallest_effect=0.02, detectable=0.05,
    )  # fmt: skip
    assert "10.0% higher than" in found
    assert "−25.0 to +50.0" in found
    assert "Mean before: 1,000. Mean after: 1,100." in found
    assert "percentage point" not in found


def test_a_decrease_on_a_logarithm_is_ruled_out_by_its_own_size() -> None:
    outcomes = {"diploma": {**sample.OUTCOME, "direction": "lower", "scale": "log"}}
    given = {"verdict": "not_supported", "reason": "ruled_out", "smallest_effect": math.log(2)}
    text = _conclusion(plan=sample.plan(outcomes=outcomes), scale="log", **given)
    assert "a decrease of 50.0% or more does not fit" in text


def test_a_spread_of_shares_is_told_in_percentage_points() -> None:
    assert "Mean before: 70.1 percentage points." in _conclusion(measure="spread")


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [
        (NAN, NAN, "No interval can be given."),
        (NAN, 3.4, "interval: +3.4 or less."),
        (-0.2, math.inf, "interval: −0.2 or more."),
    ],
)
def test_an_open_interval_says_so(lower: float, upper: float, said: str) -> None:
    assert said in _conclusion(lower=lower, upper=upper)


@pytest.mark.parametrize("reason", FAULTS)
def test_what_cannot_be_estimated_has_no_figure_but_a_reason(reason: str) -> None:
    block = content.evaluation_conclusion(sample.plan(), sample.nothing(reason))
    assert isinstance(block, Conclusion)
    assert block.effect is None
    assert block.remarks == ()
    text = sample.say("en", block)
    assert "an effect cannot be estimated" in text
    assert not re.search(r"\d", text)


def test_weak_support_by_the_only_test_there_is_names_one_test() -> None:
    given = {"verdict": "weak", "reason": "one_test", "p_value": 0.08}
    assert "Only one of the two tests can be made" in _conclusion(**given, p_exact_t=NAN)
    assert "Only one" not in _conclusion(**given, p_exact_t=0.09)


def test_a_lowered_verdict_says_what_lowered_it() -> None:
    lowered = {"verdict": "weak", "reason": "lowered", "before_checks": "supported"}
    plan, outcome = sample.plan(), sample.outcome(**lowered)
    by_checks = sample.say("en", content.evaluation_conclusion(plan, sample.evaluation(outcome)))
    assert "Judged by the tests alone: ✔ supported." in by_checks or "supported" in by_checks
    assert "Failed checks lower the verdict." in by_checks
    assert "exploratory" not in by_checks
    passed = sample.frame(sample.model.CHECK_COLUMNS, [sample.check("donut")])
    found = sample.evaluation(outcome, exploratory=True, checks=passed)
    by_day = sample.say("en", content.evaluation_conclusion(plan, found))
    assert "The evaluation is exploratory, which lowers the verdict." in by_day
    assert "Failed checks" not in by_day
    row = sample.check("plan_before_outcomes", "failed")
    weak = sample.outcome(verdict="not_supported", reason="lowered", before_checks="weak")
    checks = sample.frame(sample.model.CHECK_COLUMNS, [row])
    found = sample.evaluation(weak, exploratory=True, checks=checks)
    both = sample.say("en", content.evaluation_conclusion(plan, found))
    assert "which lowers the verdict" in both
    assert "Failed checks" not in both


def test_exploratory_stands_on_the_front_and_above_the_conclusion() -> None:
    plan, found = sample.plan(), sample.evaluation(exploratory=True)
    assert "already public when the plan" in sample.say("en", content.evaluation_front(plan, found))
    assert content.evaluation_conclusion(plan, found).banner is not None
    assert content.evaluation_conclusion(plan, sample.evaluation()).banner is None
    unregistered = sample.evaluation(plan_date=None)
    assert "not registered" in sample.say("en", content.evaluation_front(plan, unregistered))


@pytest.mark.parametrize("check", CHECKS)
def test_a_failed_check_is_a_doubt_and_one_that_was_not_possible_is_named(check: str) -> None:
    reader, plan = language("en"), sample.plan()
    columns, name = sample.model.CHECK_COLUMNS, check.replace("_", "-")
    for result, said in (("failed", f"effect-doubt-{name}"), ("not_possible", None)):
        rows = sample.frame(columns, [sample.check(check, result)])
        text = sample.say("en", content.evaluation_doubts(plan, sample.evaluation(checks=rows)))
        wanted = (
            reader.word(said)
            if said
            else f"could not be made: {reader.word(f'effect-check-{name}')}"
        )
        assert wanted in text
    passed = sample.frame(columns, [sample.check(check)])
    text = sample.say("en", content.evaluation_doubts(plan, sample.evaluation(checks=passed)))
    assert reader.word("doubts-none-failed") in text
    assert reader.word(f"effect-doubt-{name}") not in text


def test_cautions_and_what_would_change_our_mind_are_there() -> None:
    plan, found = sample.plan(), sample.evaluation()
    assert "The pandemic came at the same time." in sample.say(
        "en", content.evaluation_doubts(plan, found)
    )
    assert "change our mind: Two more years." in sample.say(
        "en", content.evaluation_unknown(plan, found)
    )


def test_effects_too_small_to_be_seen_are_named_beside_the_smallest_that_matters() -> None:
    text = sample.say("en", content.evaluation_unknown(sample.plan(), sample.evaluation()))
    assert "Effects smaller than 2.4 percentage points would have been missed" in text
    assert "that would matter, 1.0 percentage points, is smaller than that" in text
    seen = sample.evaluation(sample.outcome(detectable=0.5))
    assert "is smaller than that" not in sample.say(
        "en", content.evaluation_unknown(sample.plan(), seen)
    )


@pytest.mark.parametrize(
    ("value", "said"), [(0.2, "0.20"), (0.04, "0.040"), (0.0004, "under 0.001"), (0.0, "under")]
)
def test_a_small_p_value_is_bounded_not_nought(value: float, said: str) -> None:
    assert f"p = {said}" in _conclusion(p_exact_t=value)


def _doubts(plan: EvaluationPlan, *checks: tuple[str, str], **changes: Any) -> str:
    rows = [sample.check(name, result) for name, result in checks]
    frame = sample.frame(sample.model.CHECK_COLUMNS, rows)
    outcome = sample.outcome(**changes.pop("outcome", {}))
    found = sample.evaluation(outcome, checks=frame, **changes)
    return sample.say("en", content.evaluation_doubts(plan, found))


def test_the_change_just_before_the_start_stands_on_page_one_when_it_matters() -> None:
    said = (
        "Diploma, the last 2 years before the start against the 2 years before them: "
        "+0.6 percentage points (−0.5 to +1.7) against all who took no part, "
        "+0.3 percentage points (−0.9 to +1.5) against those of like size. "
        "Chance alone may well give that much. A plain before and after would mix up"
    )
    known = sample.plan(anticipation={"years": 1, "reason": sample.local("It was known.")})
    assert said in _doubts(known, ("anticipation", "passed"))
    assert said in _doubts(sample.plan(), ("anticipation", "failed"))
    longer = sample.plan(anticipation={"years": 3, "reason": sample.local("It was known.")})
    assert "the last 3 years before the start" in _doubts(longer, ("anticipation", "passed"))
    assert "against those of like size" not in _doubts(sample.plan(), ("anticipation", "passed"))


@pytest.mark.parametrize(
    ("like", "everyone", "said"),
    [
        (-0.1, -0.1, "Chance alone may well give that much."),
        (0.1, 0.1, "Chance alone seldom gives that much."),
        (-0.1, 0.1, "Chance alone seldom gives the first, but may well give the second."),
        (0.1, -0.1, "Chance alone may well give the first, but seldom gives the second."),
    ],
)
def test_chance_is_said_of_each_change_before_the_start(
    like: float, everyone: float, said: str
) -> None:
    rows = [
        ("diploma", "early", "like_size", 0.4, like, 0.9, 0.1, True),
        ("diploma", "early", "all", 0.6, everyone, 0.9, 0.1, True),
    ]
    found = sample.evaluation(placebos=sample.frame(sample.model.PLACEBO_COLUMNS, rows))
    assert said in sample.say("en", content.evaluation_pretrends(sample.plan(), found))


def test_a_doubt_is_not_said_twice_nor_where_there_is_no_effect_to_doubt() -> None:
    plan, late = sample.plan(), "The plan was registered after results"
    assert late in _doubts(plan, ("plan_before_outcomes", "failed"))
    assert late not in _doubts(plan, ("plan_before_outcomes", "failed"), exploratory=True)
    drift = "need drift apart no more"
    assert drift in _doubts(plan, ("breakdown", "failed"))
    none = {"before_checks": "not_supported", "verdict": "not_supported", "reason": "chance"}
    assert drift not in _doubts(plan, ("breakdown", "failed"), outcome=none)


@pytest.mark.parametrize("code", LANGUAGES)
def test_hostile_words_of_a_plan_are_shown_as_text(code: str) -> None:
    hostile = "<script>alert(1)</script> { $x } &lt; \u202egnol\u202c " + "y" * 300
    named = sample.local(hostile)
    plan = sample.plan(
        title=named,
        question=named,
        owner=named,
        cautions=[named],
        what_would_change_our_mind=named,
        outcomes={"diploma": {**sample.OUTCOME, "title": named}},
    )
    told = page.html(sample.blocks(plan, sample.evaluation(sample.outcome())), language(code))
    assert "<script>alert" not in told
    shown = "&lt;script&gt;alert(1)&lt;/script&gt; { $x } &amp;lt; \u202egnol\u202c " + "y" * 300
    assert told.count(shown) >= 8
