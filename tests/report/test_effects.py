"""What a municipality's and a region's report says of evaluations that concern it."""

from __future__ import annotations

import pytest
import sample_evaluation as sample

from impact import catalogue
from impact.report import content, names
from impact.report.evaluation_blocks import Forest
from impact.report.language import LANGUAGES


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def test_without_an_evaluation_that_is_said() -> None:
    assert "for this municipality" in sample.say("en", content.effects())
    assert "for this municipality" in sample.say("en", content.effects((), "SE-0604"))
    assert "for this region" in sample.say("en", content.effects((), "SE-06"))


def test_an_evaluation_elsewhere_does_not_concern_the_place() -> None:
    study = sample.study(sample.evaluation())
    assert "no evaluation is registered" in sample.say("en", content.effects([study], "SE-1280"))


def test_a_region_is_concerned_when_one_of_its_municipalities_took_part() -> None:
    study = sample.study(sample.evaluation(), subject="SE", places=["SE-1280"])
    assert "weak support" in sample.say("en", content.effects([study], "SE-12"))
    assert "for this region" in sample.say("en", content.effects([study], "SE-06"))
    assert "for this municipality" in sample.say("en", content.effects([study], "SE-1281"))


def test_an_assessment_is_no_evaluation() -> None:
    study = sample.study(sample.evaluation())
    study.kind = "assessment"
    assert "no evaluation is registered" in sample.say("en", content.effects([study], "SE-0604"))


@pytest.mark.parametrize("place", ["SE-0604", "SE-06"])
def test_a_sentence_has_title_verdict_effect_and_interval(place: str) -> None:
    text = sample.say("en", content.effects([sample.study(sample.evaluation())], place))
    assert "Attendance network: weak support. Diploma: 1.6 percentage points higher" in text
    assert "95% interval: −0.2 to +3.4." in text


def test_every_outcome_of_every_evaluation_is_drawn() -> None:
    studies = [sample.study(sample.evaluation()), sample.study(sample.nothing("too_few_units"))]
    blocks = content.effects(studies, "SE-0604")
    (forest,) = (block for block in blocks if isinstance(block, Forest))
    assert len(forest.rows) == 3
    assert forest.rows[2].estimate is None
    assert "There are too few to compare with." in sample.say("en", blocks)


def test_without_any_effect_nothing_is_drawn() -> None:
    blocks = content.effects([sample.study(sample.nothing("no_untreated"))], "SE-0604")
    assert not any(isinstance(block, Forest) for block in blocks)
    assert "cannot be estimated" in sample.say("en", blocks)


@pytest.mark.parametrize("code", LANGUAGES)
def test_exploratory_and_example_are_said_in_every_language(code: str) -> None:
    plain = sample.study(sample.evaluation())
    told = sample.study(sample.evaluation(), exploratory=True, example=True)
    short, long = (sample.say(code, content.effects([one], "SE-0604")) for one in (plain, told))
    assert len(long) > len(short)
