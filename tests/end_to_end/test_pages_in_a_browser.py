"""The pages of real runs in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PRINTED_WIDTH = 680
PRINTED_HEIGHT = 1016
"""What an A4 page holds at 96 dots an inch inside margins of 15 and 14 mm."""


def real_pages(jonkoping: Path, abroad: Path, assessed: Path) -> list[Path]:
    pages = [jonkoping / name for name in ("index.html", "index.en.html")]
    for language in ("sv", "en"):
        pages.append(jonkoping / "SE-0604" / f"report.{language}.html")
        pages.append(jonkoping / "region" / f"report.{language}.html")
    for language in ("fi", "sv"):
        pages.append(abroad / "finland/2012/FI-235" / f"report.{language}.html")
    pages.append(abroad / "telemark/2025/NO-4003/report.nb.html")
    pages.extend(abroad.glob("*/*/index*.html"))
    pages.extend(assessed.rglob("*.html"))
    return pages


def test_real_pages_break_no_accessibility_rule(
    jonkoping: Path, abroad: Path, assessed: Path, assert_accessible: Callable[[Path], None]
) -> None:
    pages = real_pages(jonkoping, abroad, assessed)
    assert len(pages) >= 24
    for page in pages:
        assert_accessible(page)


def test_page_one_fits_one_sheet_of_paper(
    browser: Any, jonkoping: Path, abroad: Path, assessed: Path
) -> None:
    runs = (jonkoping, abroad, assessed)
    pages = [page for run in runs for page in run.rglob("report.*.html")]
    assert len(pages) == 2 * 16 + 3 + 3 * 2
    sheet = browser.new_page(viewport={"width": PRINTED_WIDTH, "height": PRINTED_HEIGHT})
    sheet.emulate_media(media="print")
    for page in pages:
        sheet.goto(page.as_uri())
        height = sheet.evaluate("document.querySelector('.brief').getBoundingClientRect().height")
        assert height <= PRINTED_HEIGHT, f"{page.parent.name} {page.name}: {height:.0f}"
    sheet.close()


def test_real_pages_fit_a_phone(
    browser: Any, jonkoping: Path, abroad: Path, assessed: Path
) -> None:
    sheet = browser.new_page(viewport={"width": 400, "height": 800})
    for page in real_pages(jonkoping, abroad, assessed):
        sheet.goto(page.as_uri())
        sheet.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
        assert sheet.evaluate("document.documentElement.scrollWidth") <= 400, page
    sheet.close()
