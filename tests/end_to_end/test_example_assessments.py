"""The example assessments as reports: complete, equal in every language, marked."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest
from tests.end_to_end.printed_figures import figures, read_back
from tests.report.pdf_pages import pages

from impact import store

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]

LANGUAGES = {
    "jonkoping_attendance": ("sv", "en"),
    "raseborg_schools": ("fi", "sv"),
    "skien_belonging": ("nb", "en"),
}
EXAMPLE = {
    "sv": "Exempel: gjort för att visa",
    "en": "Example: made to show",
    "fi": "Esimerkki: tehty näyttämään",
    "nb": "Eksempel: laget for å vise",
}


def folder(assessed: Path, name: str) -> Path:
    return assessed / name / "2026"


def text_of(page: Path) -> str:
    body = page.read_text("utf-8").split("<body", 1)[1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_its_page_sheet_and_guide(assessed: Path, name: str) -> None:
    files = {file.name for file in folder(assessed, name).iterdir()}
    expected = {"values.csv", "notebook.ipynb", "manifest.json"}
    for code in LANGUAGES[name]:
        expected |= {f"report.{code}.html", f"summary.{code}.pdf", f"guide.{code}.html"}
    assert files == expected


@pytest.mark.parametrize("name", LANGUAGES)
def test_languages_print_identical_numbers(assessed: Path, name: str) -> None:
    printed = [
        sorted(figures(folder(assessed, name) / f"report.{code}.html").printed_values())
        for code in LANGUAGES[name]
    ]
    assert printed[0] == printed[1]
    assert len(printed[0]) > 20


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_printed_number_is_its_value_rounded(assessed: Path, name: str) -> None:
    for code in LANGUAGES[name]:
        for value, text in figures(folder(assessed, name) / f"report.{code}.html").printed:
            if not value or "milj" in text or "million" in text:
                continue
            printed, decimals = read_back(text, code)
            step = 10**-decimals if decimals else 10 ** max(0, len(f"{abs(printed):.0f}") - 3)
            assert math.isclose(printed, float(value), abs_tol=0.5000001 * step), (value, text)


@pytest.mark.parametrize("name", LANGUAGES)
def test_an_example_says_so_first_and_the_sheet_is_one_page(assessed: Path, name: str) -> None:
    for code in LANGUAGES[name]:
        assert EXAMPLE[code] in text_of(folder(assessed, name) / f"report.{code}.html")[:1500]
        sheet = (folder(assessed, name) / f"summary.{code}.pdf").read_bytes()
        assert pages(sheet) == 1


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_id_of_a_word_is_left_in_a_page(assessed: Path, name: str) -> None:
    for code in LANGUAGES[name]:
        text = text_of(folder(assessed, name) / f"report.{code}.html")
        assert not re.findall(r"\b(?:scale|column|unit|fact)-[a-z-]+\b", text)
        assert not re.findall(r"\b(?:very_high|not_relevant|programme_effect|odds_ratio)\b", text)
        assert "nan" not in re.findall(r"[a-z]+", text)


def test_numbers_nobody_measured_are_marked(assessed: Path) -> None:
    text = text_of(folder(assessed, "jonkoping_attendance") / "report.en.html")
    assert "scenario" in text.lower()
    assert "nobody has measured" in text


def test_a_result_and_its_predictions_are_kept_once(assessed: Path, home: Path) -> None:
    kept = {study.id: study for study in store.studies("assessment", home / "data/studies")}
    assert set(kept) >= set(LANGUAGES)
    entries = store.registered("prediction", folder=home / "params/register")
    assert {entry.study for entry in entries} == {"jonkoping_attendance", "skien_belonging"}
    added = "the numbers have moved: run impact assess and commit what it adds"
    standing = store.registered("prediction", folder=ROOT / "params/register")
    assert [entry.digest for entry in entries] == [entry.digest for entry in standing], added
    results = {
        study.id: study.digest for study in store.studies("assessment", ROOT / "data/studies")
    }
    assert {name: study.digest for name, study in kept.items()} == results, added
    manifest = json.loads(
        (folder(assessed, "skien_belonging") / "manifest.json").read_text("utf-8")
    )
    assert manifest["example"] is True


def test_a_municipality_shows_the_assessment_and_that_nothing_is_known_yet(
    jonkoping: Path,
) -> None:
    page = text_of(jonkoping / "SE-0604" / "report.en.html")
    assert "Attendance teams and pupil health across the county (example" in page
    assert "not yet known" in page
    region = text_of(jonkoping / "region" / "report.en.html")
    assert region.count("not yet known") >= 13
    assert (jonkoping / "studies/jonkoping_attendance/report.sv.html").is_file()
    assert "studies/jonkoping_attendance/report.sv.html" in (jonkoping / "index.html").read_text()


def test_every_figure_in_the_table_of_values_says_what_it_is_of(assessed: Path) -> None:
    rows = (folder(assessed, "skien_belonging") / "values.csv").read_text("utf-8").splitlines()
    changes = [row for row in rows if ",change_lower," in row]
    assert changes
    assert all(row.endswith(",shared_programme/bullied_pupils") for row in changes)
    assert any(row.endswith(",shared_programme") and ",cost," in row for row in rows)
