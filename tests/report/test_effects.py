"""What a municipality's and a region's report says of evaluations that concern it."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
import sample_evaluation as sample

from impact import catalogue
from impact.report import content, names
from impact.report.content import region, track
from impact.report.content.effects import effect_line
from impact.report.evaluation_blocks import Forest
from impact.report.language import LANGUAGES, language
from impact.report.parts import plain


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
    assert (
        "Attendance network – effect: weak support. Diploma: 1.6 percentage points higher" in text
    )
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


def _line(studies: list, code: str = "en", place: str = "SE-0604") -> str:
    return language(code).plain(effect_line(studies, place))


def test_page_one_has_one_sentence_of_the_only_evaluation() -> None:
    study = sample.study(sample.evaluation(), exploratory=True)
    line = (
        "Evaluated, exploratory: Attendance network – effect: weak support "
        "(Diploma: +1.6 percentage points, interval (95%) −0.2 to +3.4)."
    )
    assert _line([study]).replace("\N{NO-BREAK SPACE}", " ") == line
    assert _line([sample.study(sample.evaluation())]).startswith("Evaluated: ")
    none = sample.study(sample.nothing("too_few_units"))
    assert _line([none]).endswith("cannot be estimated (Diploma).")
    bare = sample.study(sample.evaluation(sample.outcome(lower=float("nan"), upper=float("nan"))))
    assert _line([bare]).endswith("(Diploma: +1.6 percentage points).")


def test_page_one_counts_several_evaluations_and_leaves_out_examples_and_others() -> None:
    weak, none = sample.study(sample.evaluation()), sample.study(sample.nothing("no_untreated"))
    assert _line([weak, none]).startswith("Evaluations: 2, of which")
    assert _line([weak, none]).endswith("for an effect: 1.")
    example = sample.study(sample.evaluation(), example=True)
    assert _line([example, weak]) == _line([weak])
    for studies, place in (([], "SE-0604"), ([example], "SE-0604"), ([weak], "SE-1280")):
        assert "has not been evaluated" in _line(studies, place=place)


def test_one_evaluation_alone_does_not_repeat_its_title_beside_every_outcome() -> None:
    study = sample.study(sample.evaluation())
    for studies, said in (([study], "Diploma"), ([study, study], "Attendance network: Diploma")):
        blocks = content.effects(studies, "SE-0604")
        (forest,) = (block for block in blocks if isinstance(block, Forest))
        assert plain(language("en").parts(forest.rows[0].label)) == said


@pytest.mark.parametrize("code", LANGUAGES)
def test_hostile_titles_are_shown_as_text(code: str) -> None:
    title = "<script>alert(1)</script> { $x } {{ y }} \u202eabc\u202c " + "x" * 300
    study = sample.study(sample.evaluation(), title=sample.local(title))
    assert title in _line([study], code)


def test_page_one_of_a_municipality_and_of_a_region_carry_the_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    studies = [sample.study(sample.evaluation())]
    here = SimpleNamespace(findings=[], tested=lambda kind: 0, count_findings=lambda kind: {})
    figures = SimpleNamespace(at=lambda place: here)
    nothing = SimpleNamespace(messages=())
    monkeypatch.setattr(region, "spread_findings", lambda found: nothing)
    together = pd.DataFrame({"verdict": []})
    for told in (
        track.on_track(figures, "SE-0604", SimpleNamespace(rows=()), studies),
        region.region_track(SimpleNamespace(code="SE-06"), together, studies),
    ):
        assert told.messages[-1] == effect_line(studies, "SE-0604")
