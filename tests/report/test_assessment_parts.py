"""The parts of an assessment's report: matrix, decision, people, follow-up, what is not known."""

from __future__ import annotations

import re

import pytest
import sample_assessment as sample

from impact import catalogue
from impact.report import content, display, names, page
from impact.report.assessment_blocks import FactList, Matrix
from impact.report.blocks import Block, Sentences, Table
from impact.report.language import language
from impact.report.message import message
from impact.report.parts import plain


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def _ids(blocks: list[Block] | Block) -> set[str]:
    """Return the ids of every message in blocks."""
    text = "".join(display.dumps(one) for one in (blocks if isinstance(blocks, list) else [blocks]))
    return set(re.findall(r'"id": "([^"]+)"', text))


def _read(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("</style>")[2]))


def test_the_matrix_in_short_gives_each_direction_its_highest_significance() -> None:
    short = content.assessment_alternatives(sample.assessment(), sample.appraisal())[1]
    assert isinstance(short, Matrix)
    reader = language("en")
    rows = {
        reader.plain(message("own-words", words=row.label)): [
            [(mark.direction.word, mark.beside and reader.plain(mark.beside)) for mark in cell]
            for cell in row.cells
        ]
        for row in short.rows
    }
    assert list(rows)[:2] == ["Upper secondary pupils", "Pupils new in the country"]
    assert rows["Upper secondary pupils"][0] == [("better", "(high significance)")]
    assert rows["Pupils new in the country"][0] == [("worse", "(moderate significance)")]
    assert rows["Pupil health staff"][1] == []
    assert rows["All residents"][1] == [("unknown", None)]


def test_every_impact_stands_once_in_the_matrix_and_has_its_reasons() -> None:
    one = sample.assessment()
    blocks = content.assessment_matrix(one)
    marks = [
        mark.direction.word
        for block in blocks
        if isinstance(block, Matrix)
        for row in block.rows
        for cell in row.cells
        for mark in cell
    ]
    assert sorted(marks) == sorted(impact.direction for impact in one.impacts.values())
    cards = [block for block in blocks if isinstance(block, FactList)]
    assert len(cards) == len(one.impacts)
    text = _read(page.html(sample.blocks(), language("en")))
    for impact in one.impacts.values():
        assert impact.rationale["en"] in text


def test_an_override_shows_what_the_rule_says_and_why_not() -> None:
    text = _read(page.html(sample.blocks(), language("en")))
    assert "moderate (the rule alone gives high)" in text
    assert "Extra hours are paid for during the first year." in text


def test_perspectives_without_impact_say_why() -> None:
    text = _read(page.html(sample.blocks(), language("en")))
    said = "Letters to homes only: no impacts seen from this side. The work takes a few hours"
    assert said in text


@pytest.mark.parametrize(
    ("scale", "score", "read"),
    [
        ("traffic3", "red", "red (scale: traffic light)"),
        ("pm0", "+", "+ (scale: minus, nought, plus)"),
        ("arvi9", "-very_high", "worse, very large (scale: nine classes"),
        ("arvi9", "none", "none (scale: nine classes"),
    ],
)
def test_entries_of_a_framework_keep_their_scale(scale: str, score: str, read: str) -> None:
    one = sample.assessment()
    name, impact = next(iter(one.impacts.items()))
    changed = {name: impact.model_copy(update={"scale": scale, "score": score})}
    card = content.assessment_matrix(sample.without(impacts=changed))[-1]
    value = next(fact.value for fact in card.facts if fact.label.id == "impact-score")
    assert language("en").plain(value).startswith(read)


def test_harm_to_the_vulnerable_is_listed_with_its_measure_or_the_lack_of_one() -> None:
    ids = _ids(content.assessment_mitigation(sample.assessment()))
    assert {"measure-compensating", "harm-accepted"} <= ids
    bare = sample.without(mitigation=())
    text = _read(page.html(sample.blocks(bare), language("en")))
    assert "Pupils new in the country, short term. No reason is given." in text
    calm = sample.without(mitigation=(), impacts={})
    assert _ids(content.assessment_mitigation(calm)) == {"mitigation-none"}


def test_a_decision_against_the_children_says_what_is_done_instead_or_that_nothing_is() -> None:
    one = sample.assessment()
    against = {"follows_best_interests": False, "compensating": None}
    changed = sample.without(decision=one.decision.model_copy(update=against))
    assert {"best-interests-no", "compensating-none"} <= _ids(content.assessment_decision(changed))
    silent = one.decision.model_copy(update={"follows_best_interests": None})
    box = content.assessment_decision(sample.without(decision=silent))
    assert "best-interests-not-stated" in _ids(box)


def test_before_a_decision_the_recommendation_stands_there_or_nothing() -> None:
    one = sample.assessment()
    assert _ids(content.assessment_decision(sample.without(decision=None))) == {
        "decision-only-decided"
    }
    open_ = {
        name: alternative.model_copy(update={"status": "considered"})
        for name, alternative in one.alternatives.items()
    }
    nothing = sample.without(decision=None, alternatives=open_)
    assert content.assessment_front(nothing, sample.appraisal()).headline.id == (
        "headline-assessment-open"
    )
    assert _ids(content.assessment_decision(nothing)) == {"decision-none"}
    open_["letters"] = open_["letters"].model_copy(update={"status": "recommended"})
    front = content.assessment_front(nothing, sample.appraisal())
    assert front.headline.id == "headline-assessment-recommended"


def test_children_come_first_among_those_heard_and_their_absence_is_said() -> None:
    one = sample.assessment()
    heard = [b for b in content.assessment_participation(one) if isinstance(b, FactList)]
    assert [words_of(b) for b in heard] == ["Upper secondary pupils", "Pupils new in the country"]
    staff = one.participation[0].model_copy(update={"group": "staff", "feedback": None})
    ids = _ids(content.assessment_participation(sample.without(participation=(staff,))))
    assert "participation-no-children" in ids and "feedback-none" not in ids
    child = one.participation[0].model_copy(update={"feedback": None})
    ids = _ids(content.assessment_participation(sample.without(participation=(child,))))
    assert "feedback-none" in ids
    nobody = content.assessment_participation(sample.without(participation=()))
    assert _ids(nobody) == {"participation-none"}


def words_of(block: FactList) -> str:
    return language("en").plain(block.heading)


def test_predictions_stand_with_and_without_the_measure_by_place() -> None:
    blocks = content.assessment_monitoring(sample.assessment(), sample.appraisal())
    table = next(block for block in blocks if isinstance(block, Table))
    first = [plain(language("en").parts(cell)) for cell in table.rows[0]]
    assert first == ["Aneby", "6.2% (2023)", "4.8–6.7%", "5.3–7.1%"]
    assert "predictions-scenario" in _ids(blocks)
    lines = next(block for block in blocks if isinstance(block, Sentences))
    assert [line.id for line in lines.messages] == [
        "monitoring-predicted",
        "monitoring-followed-higher",
    ]


def test_one_municipality_reads_its_own_range_on_page_one() -> None:
    figures = sample.appraisal()
    few = figures.predictions.iloc[:1]
    object.__setattr__(figures, "predictions", few)
    line = content.assessment_monitoring(sample.assessment(), figures)[0].messages[0]
    said = language("en").plain(line)
    assert "We expect 4.8–6.7%; without the measure 5.3–7.1%." in said


def test_ranges_that_overlap_much_are_said_to_tell_little() -> None:
    assert "monitoring-hardly" in _ids(
        content.assessment_monitoring(sample.assessment(), sample.appraisal())
    )
    apart = sample.appraisal()
    apart.predictions["without_lower"] = apart.predictions["upper"] + 1
    apart.predictions["without_upper"] = apart.predictions["upper"] + 2
    ids = _ids(content.assessment_monitoring(sample.assessment(), apart))
    assert "monitoring-hardly" not in ids and "monitoring-register" in ids


def test_without_predictions_only_the_indicator_is_followed() -> None:
    blocks = content.assessment_monitoring(sample.assessment(), sample.without_figures())
    assert len(blocks) == 1
    assert {line.id for line in blocks[0].messages} == {
        "monitoring-followed-lower",
        "monitoring-followed-higher",
    }
    none = content.assessment_monitoring(sample.without(monitoring={}), sample.without_figures())
    assert _ids(none) == {"monitoring-none"}


def test_unknown_is_said_even_when_nobody_wrote_anything_down() -> None:
    one = sample.without(unknown=(), impacts={})
    assert _ids(content.assessment_unknown(one, sample.without_figures())) == {"unknown-nothing"}
    ids = _ids(content.assessment_unknown(sample.assessment(), sample.appraisal()))
    assert {"unknown-direction", "unknown-low-confidence", "unknown-scenario"} <= ids


def test_frameworks_say_what_was_not_read_and_that_the_words_are_ours() -> None:
    ids = _ids(content.assessment_frameworks(sample.assessment()))
    assert {"framework-unconfirmed", "framework-unofficial", "framework-parts-read"} <= ids
