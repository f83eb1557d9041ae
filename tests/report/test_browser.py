"""Pages in a real browser: accessibility rules, no outside request, no sideways scrolling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from pdf_pages import pages

from impact.report import index, page
from impact.report.blocks import Goals
from impact.report.language import LANGUAGES, language

pytestmark = pytest.mark.browser


def _pages(folder: Path, code: str = "nb") -> list[Path]:
    files = {}
    links = {code: f"report.{code}.html" for code in LANGUAGES}
    for kind in ("municipality", "region"):
        files[kind] = page.html(getattr(sample, kind)(), language(code), links=links, home="i.html")
    entries = [index.Entry(place=place, files={"sv": "a.html", "en": "b.html"},
                           headline={"sv": "Inget skiljer sig tydligt."})
               for place in sample.MEMBERS]  # fmt: skip
    failures = [index.Failure(place="SE-0680", reason="stopped after 600 s")]
    files["index"] = index.html(
        entries,
        language(code),
        title="Jönköpings län",
        year=2025,
        failures=failures,
        links={"nb": "i.html", "sv": "j.html"},
    )
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return [folder / f"{name}.html" for name in files]


@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_break_no_accessibility_rule_and_ask_nothing_outside(
    assert_accessible: Callable[[Path], None], tmp_path: Path, code: str
) -> None:
    for file in _pages(tmp_path, code):
        assert_accessible(file)


def test_a_phone_never_scrolls_sideways(browser: object, tmp_path: Path) -> None:
    for file in _pages(tmp_path):
        sheet = browser.new_page(viewport={"width": 400, "height": 800})
        sheet.goto(file.as_uri())
        sheet.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
        assert sheet.evaluate("document.documentElement.scrollWidth") <= 400, file.name
        sheet.close()


@pytest.mark.parametrize("goals", [5, 8])
@pytest.mark.parametrize("code", LANGUAGES)
def test_page_one_prints_on_one_sheet(
    browser: object, tmp_path: Path, code: str, goals: int
) -> None:
    file = tmp_path / "one.html"
    blocks = [
        replace(block, rows=(block.rows * 2)[:goals]) if isinstance(block, Goals) else block
        for block in sample.first_page()
    ]
    file.write_text(page.html(blocks, language(code)), encoding="utf-8")
    sheet = browser.new_page()
    sheet.goto(file.as_uri())
    with_statement_and_sources = 2
    assert pages(sheet.pdf(prefer_css_page_size=True)) == with_statement_and_sources


def test_the_search_narrows_the_list(browser: object, tmp_path: Path) -> None:
    sheet = browser.new_page()
    sheet.goto(_pages(tmp_path)[-1].as_uri())
    sheet.fill("#search", "habo")
    assert sheet.locator(".places li:visible").count() == 1
