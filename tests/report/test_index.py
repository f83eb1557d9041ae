"""The way in to a batch lists its assessments before the municipalities."""

from __future__ import annotations

import pytest

from impact.report import index
from impact.report.language import language

PLACE = index.Entry(place="SE-0604", files={"sv": "SE-0604/report.sv.html"})
STUDY = index.StudyEntry(
    title={"sv": "Närvaro <b>", "fi": "Läsnäolo"},
    files={"sv": "studies/a/report.sv.html", "fi": "studies/a/report.fi.html"},
    headline={"sv": "Vi föreslår team."},
    example=True,
)


def page(code: str, **words: object) -> str:
    return index.html([PLACE], language(code), title="Länet", year=2025, **words)


def test_assessments_stand_before_municipalities_with_title_headline_and_mark() -> None:
    text = page("sv", studies=[STUDY])
    assert text.index(">Närvaro &lt;b&gt;</a>") < text.index(">Aneby</a>")
    assert "Vi föreslår team." in text
    assert "Exempel. Inte något beslut av någon kommun." in text
    assert 'href="studies/a/report.fi.html" lang="fi"' in text


def test_words_in_another_language_than_the_page_say_so() -> None:
    text = page("nb", studies=[STUDY])
    assert 'href="studies/a/report.sv.html" hreflang="sv" lang="sv">Närvaro' in text
    assert '<p lang="sv">Vi föreslår team.</p>' in text


def test_a_real_assessment_carries_no_mark_of_an_example() -> None:
    real = index.StudyEntry(title={"": "Skolnät"}, files={"sv": "a.html"})
    text = page("sv", studies=[real])
    assert ">Skolnät</a>" in text and "Exempel" not in text


@pytest.mark.parametrize("code", ["en", "sv", "fi", "nb"])
def test_without_assessments_nothing_is_said_of_them(code: str) -> None:
    assert 'id="assessments"' not in page(code)
    assert 'id="assessments"' in page(code, studies=[STUDY])


def test_a_failed_assessment_is_named_by_its_title() -> None:
    failures = [
        index.Failure(title=STUDY.title, reason="no figures"),
        index.Failure(place="SE-0680", reason="timeout"),
    ]
    text = page("fi", failures=failures)
    assert "<strong>Läsnäolo</strong>" in text and "<strong>Jönköping</strong>" in text
