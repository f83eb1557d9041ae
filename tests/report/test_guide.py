"""The guidance page: every measure in every language, reachable, accessible."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from impact.errors import UnknownName
from impact.report import guide
from impact.report.language import LANGUAGES, language

MEASURES = [measure for measures in guide.CHAPTERS.values() for measure in measures]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_measure_is_reached_from_its_question(code: str) -> None:
    page = guide.html(code)
    reader = language(code)
    addresses = re.findall(r'id="([^"]+)"', page)
    assert len(addresses) == len(set(addresses))
    for measure in MEASURES:
        question = reader.word(f"guide-{measure}-question")
        assert f'<a href="#{measure}">{question}</a>' in page
        assert measure in addresses
        for label in guide.LABELS:
            assert f"<dd>{escape(reader.word(f'guide-{measure}-{label}'))}</dd>" in page


@pytest.mark.parametrize("code", LANGUAGES)
def test_questions_ask_and_answers_end(code: str) -> None:
    reader = language(code)
    for measure in MEASURES:
        assert reader.word(f"guide-{measure}-question").endswith("?")
        for label in guide.LABELS:
            text = reader.word(f"guide-{measure}-{label}")
            assert text.endswith(".") and text[0].upper() == text[0], (measure, label)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_numbers_stand_in_every_language(code: str) -> None:
    """Digits of examples agree; words for numbers are left to each language."""
    percentages = {"attributable-fraction": ("40", "29"), "risk-ratio": ("18",)}
    for measure, wanted in percentages.items():
        text = language(code).word(f"guide-{measure}-answers")
        assert all(number in text for number in wanted), text


def test_examples_are_right() -> None:
    """By hand: Levin's fraction for 40 per cent and a doubled risk; odds of 0.5 from a half."""
    fraction = 0.4 * (2 - 1) / (1 + 0.4 * (2 - 1))
    assert f"{100 * fraction:.0f} per cent" in language("en").word(
        "guide-attributable-fraction-answers"
    )
    share = 0.5 / (1 + 0.5)
    assert 1 - share / 0.5 == pytest.approx(1 / 3)
    assert "a third fewer" in language("en").word("guide-odds-ratio-not")
    assert 0.5 * 100 * 2 == 100


def test_the_page_names_its_language_and_links_the_others() -> None:
    page = guide.html(language("fi"), links={"fi": "a.html", "sv": "b.html"}, home="index.html")
    assert '<html lang="fi">' in page
    assert '<a href="b.html" lang="sv" hreflang="sv">' in page
    assert 'href="a.html"' not in page
    assert 'href="index.html"' in page
    assert '<header class="top">' not in guide.html("fi")


def test_a_language_without_texts_is_named() -> None:
    with pytest.raises(UnknownName, match="sv"):
        guide.html("da")


@pytest.mark.browser
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_accessible_and_never_scrolls_sideways_on_a_phone(
    assert_accessible: Callable[[Path], None], browser: object, tmp_path: Path, code: str
) -> None:
    file = tmp_path / f"guide.{code}.html"
    links = {code: f"guide.{code}.html" for code in LANGUAGES}
    file.write_text(guide.html(code, links=links, home="index.html"), encoding="utf-8")
    assert_accessible(file)
    sheet = browser.new_page(viewport={"width": 360, "height": 800})
    sheet.goto(file.as_uri())
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 360
    sheet.close()
