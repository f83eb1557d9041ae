"""The PDF sheets: page counts, same bytes, tags, and room for as many goals as a page may hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample
from pdf_pages import pages

from impact.errors import InvalidInput
from impact.report import pdf
from impact.report.blocks import Goals
from impact.report.language import LANGUAGES, language


@pytest.mark.parametrize("code", LANGUAGES)
def test_page_one_is_one_page_and_the_dialogue_sheet_two(code: str) -> None:
    assert pages(pdf.summary(sample.municipality(), language(code))) == 1
    assert pages(pdf.dialogue(sample.municipality(), language(code))) == 2


def test_page_one_holds_twelve_goals() -> None:
    blocks = [
        replace(block, rows=(block.rows * 3)[:12]) if isinstance(block, Goals) else block
        for block in sample.municipality()
    ]
    assert pages(pdf.summary(blocks, language("fi"))) == 1


def test_the_same_blocks_give_the_same_bytes_and_tags() -> None:
    first = pdf.summary(sample.municipality(), language("sv"))
    assert first == pdf.summary(sample.municipality(), language("sv"))
    assert b"pdfuaid" in first and b"/MarkInfo" in first and b"/Lang" in first
    assert b"2024-12-12" in first


def test_a_report_without_a_dialogue_sheet_says_so() -> None:
    with pytest.raises(InvalidInput, match="dialogue"):
        pdf.dialogue(sample.region(), language("sv"))
