"""The page of an assessment: what it says in four languages, with and without figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
import sample_assessment as sample
from pdf_pages import pages

from impact import catalogue
from impact.frameworks import scales
from impact.report import content, display, names, page, pdf, values_csv
from impact.report.assessment_blocks import Options
from impact.report.blocks import Block
from impact.report.language import LANGUAGES, language
from impact.report.message import Day, Interval, Message, Number, message, words
from impact.report.parts import plain
from impact.report.sections import ASSESSMENT_PAGE
from impact.verdicts import IMPACT

HOSTILE = "<script>alert(1)</script> & #text[x] $a$ *b* \\"


@pytest.fixture(autouse=True)
def whole_catalogue(small_catalogue: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", catalogue.indicator)


def _ids(blocks: list[Block] | Block) -> set[str]:
    """Return the ids of every message in blocks."""
    text = "".join(display.dumps(one) for one in (blocks if isinstance(blocks, list) else [blocks]))
    return set(re.findall(r'"id": "([^"]+)"', text))


def _read(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("</style>")[2]))


@pytest.mark.parametrize("code", LANGUAGES)
def test_page_one_answers_the_five_questions_and_the_example_is_marked(code: str) -> None:
    reader = language(code)
    html = page.html(sample.blocks(), reader)
    titles = [reader.word(f"question-{name}") for name in ASSESSMENT_PAGE[1:]]
    places = [html.index(f">{title}</h2>") for title in titles]
    assert places == sorted(places)
    assert places[-1] < html.index('id="matrix"')
    assert reader.word("note-assessment-example") in html
    assert "@bottom-center { content:" in html
    assert 'class="assessment"' in html


def test_what_is_no_example_carries_no_such_mark() -> None:
    html = page.html(sample.blocks(sample.without(example=False)), language("en"))
    assert "Example:" not in _read(html) and "@bottom-center" not in html


def test_every_language_prints_the_same_figures() -> None:
    blocks = sample.blocks()
    pages_ = {code: page.html(blocks, language(code)) for code in LANGUAGES}
    printed = {
        code: sorted(re.findall(r'<data class="n" value="([^"]*)">', html))
        for code, html in pages_.items()
    }
    assert len(printed["en"]) > 40
    assert all(figures == printed["en"] for figures in printed.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_page_is_one_page_of_pdf(code: str) -> None:
    assert pages(pdf.summary(sample.blocks(), language(code))) == 1


def test_a_long_assessment_still_has_one_first_page() -> None:
    one = sample.assessment()
    long = {"sv": "Fem ord till varje grupp. " * 12, "en": "Five words for every group. " * 12}
    alternatives = {
        name: alternative.model_copy(update={"description": long})
        for name, alternative in one.alternatives.items()
    }
    crowded = sample.without(alternatives=alternatives, background=long, unknown=one.unknown * 4)
    assert pages(pdf.summary(sample.blocks(crowded), language("fi"))) == 1


def test_blocks_survive_a_notebook() -> None:
    for block in sample.blocks():
        assert display.from_json(display.to_json(block)) == block


def test_the_baseline_stands_first_and_the_decided_alternative_is_strong() -> None:
    html = page.html(sample.blocks(), language("en"))
    assert "<strong>Joint programme</strong>" in html
    assert "baseline: the others are compared with it" in html
    assert "rejected: Little use to those who need most." in html


def test_costs_by_alternative_are_printed_with_their_range_and_price_year() -> None:
    text = _read(page.html(sample.blocks(), language("en")))
    assert "prices of 2024" in text
    options = next(one for one in sample.blocks() if isinstance(one, Options))
    numbers = [n.value for _, n in values_csv.numbers([options])]
    assert 13.9 in numbers and 93_000 in numbers
    rows = {row.label.id: row for row in options.rows}
    assert language("en").plain(rows["option-net-benefit"].cells[1]).endswith("(scenario)")
    assert "(scenario)" not in language("en").plain(rows["option-cost"].cells[1])


def test_what_is_calculated_stands_beside_the_alternatives_and_a_scenario_is_marked() -> None:
    options = content.assessment_alternatives(sample.assessment(), sample.appraisal())[0]
    reader = language("en")
    rows = {
        reader.plain(row.label): [plain(reader.parts(cell)) for cell in row.cells]
        for row in options.rows
    }
    cells = rows["Pupils who lose their study grant, 2029, against the baseline"]
    assert cells[0] == cells[2] == "–"
    assert "26" in cells[1] and "61" in cells[1] and cells[1].endswith("(scenario)")
    assert not options.remarks


def test_a_saving_is_explained() -> None:
    figures = sample.appraisal()
    figures.economics.loc[2, "value"] = -5.0
    options = content.assessment_alternatives(sample.assessment(), figures)[0]
    assert [one.id for one in options.remarks] == ["option-saving"]


def test_an_interval_around_nought_is_not_sold_as_a_change() -> None:
    figures = sample.appraisal()
    figures.quantities.loc[0, "upper"] = 4.0
    options = content.assessment_alternatives(sample.assessment(), figures)[0]
    assert [one.id for one in options.remarks] == ["option-unclear"]


def test_without_prices_and_costs_there_is_no_line_of_money() -> None:
    one, figures = sample.without(economics=None), sample.without_figures()
    options = content.assessment_alternatives(one, figures)[0]
    assert not any(row.label.id in ("option-cost", "option-net-benefit") for row in options.rows)


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_assessment_that_was_not_needed_has_a_page_with_the_reason(code: str) -> None:
    one = sample.assessment()
    screening = one.screening.model_copy(update={"needed": False})
    empty = sample.without(
        screening=screening, alternatives={}, determinants={}, groups={}, impacts={},
        not_relevant=(), evidence={}, participation=(), conflicts=(), mitigation=(),
        quantities={}, economics=None, unknown=(), decision=None, monitoring={},
    )  # fmt: skip
    blocks = sample.blocks(empty, sample.without_figures())
    text = _read(page.html(blocks, language(code)))
    assert one.screening.reason["en" if code == "en" else "sv"] in text
    assert pages(pdf.summary(blocks, language(code))) == 1
    sections = {block.section for block in blocks}
    assert not sections & {"options", "unknown", "monitoring", "matrix", "mitigation"}
    assert sections >= {"question", "screening"}


def test_somebody_elses_words_stay_words() -> None:
    one = sample.without(
        title={"en": HOSTILE}, question={"en": HOSTILE}, unknown=({"en": HOSTILE},)
    )
    blocks = sample.blocks(one)
    html = page.html(blocks, language("en"))
    assert "<script" not in html
    assert pages(pdf.summary(blocks, language("en"))) == 1


def test_a_text_in_another_language_is_marked() -> None:
    html = page.html(sample.blocks(), language("fi"))
    assert '<span lang="sv">Gemensamt program</span>' in html


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_the_scales_has_a_translation(code: str) -> None:
    sets = {
        "stage": scales.Stage, "depth": scales.Depth, "answer": scales.Answer,
        "alternative-status": scales.AlternativeStatus, "perspective": scales.Perspective,
        "group-kind": scales.GroupKind, "direction": scales.Direction,
        "magnitude": scales.Magnitude, "sensitivity": scales.Sensitivity,
        "significance": scales.Significance, "likelihood": scales.Likelihood,
        "window": scales.Window, "duration": scales.Duration, "reversible": scales.Reversible,
        "confidence": scales.Confidence, "evidence-kind": scales.EvidenceKind,
        "quantity-kind": scales.QuantityKind,
    }  # fmt: skip
    for name, members in sets.items():
        for word in scales.get_args(members):
            assert language(code).word(f"scale-{name}-{word.replace('_', '-')}")


def test_directions_are_the_words_of_the_scale() -> None:
    assert set(IMPACT) == set(scales.DIRECTIONS)


def test_an_interval_has_one_unit_and_a_month_is_a_date() -> None:
    low, high = (Number(value, "percent", decimals=1) for value in (2.0, 3.5))
    said = Message("own-words", {"words": Interval(low, high)})
    assert language("fi").plain(said) == "2,0–3,5\N{NO-BREAK SPACE}%"
    assert {field.name for field in fields(Interval)} == {"low", "high"}
    assert language("sv").plain(message("own-words", words=Day("2025-08"))) == "augusti 2025"
    assert language("en").plain(message("own-words", words=Day("2025"))) == "2025"
    assert words("x") == words({"": "x"})


@pytest.mark.browser
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_accessible_and_a_phone_never_scrolls_sideways(
    assert_accessible: Callable[[Path], None], browser: object, tmp_path: Path, code: str
) -> None:
    file = tmp_path / f"{code}.html"
    file.write_text(page.html(sample.blocks(), language(code)), encoding="utf-8")
    assert_accessible(file)
    sheet = browser.new_page(viewport={"width": 400, "height": 800})
    sheet.goto(file.as_uri())
    sheet.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 400
    sheet.close()
