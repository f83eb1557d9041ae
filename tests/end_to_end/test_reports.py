"""What the main job leaves behind: complete, equal in every language, traceable, self-contained."""

from __future__ import annotations

import csv
import json
import math
import re
from pathlib import Path

import pytest
from tests.end_to_end.printed_figures import figures, read_back

from impact import places

pytestmark = pytest.mark.slow

FILES = {
    *(f"report.{language}.html" for language in ("sv", "en")),
    *(f"summary.{language}.pdf" for language in ("sv", "en")),
    *(f"dialogue.{language}.pdf" for language in ("sv", "en")),
    "values.csv",
    "notebook.ipynb",
    "manifest.json",
}


def reports(jonkoping: Path) -> list[Path]:
    return sorted(folder for folder in jonkoping.iterdir() if folder.name.startswith("SE-"))


def test_thirteen_municipalities_the_region_and_a_way_in(jonkoping: Path) -> None:
    expected = {place.code for place in places.places(region="SE-06")}
    assert {folder.name for folder in reports(jonkoping)} == expected
    for folder in reports(jonkoping):
        assert {file.name for file in folder.iterdir()} == FILES
    region = {file.name for file in (jonkoping / "region").iterdir()}
    assert {"report.sv.html", "report.en.html", "values.csv", "notebook.ipynb"} <= region
    assert {"summary.sv.pdf", "summary.en.pdf"} <= region
    index = (jonkoping / "index.html").read_text("utf-8")
    for folder in reports(jonkoping):
        assert f"{folder.name}/report.sv.html" in index
    assert "region/report.sv.html" in index


def test_every_number_on_page_one_stands_in_the_table_of_values(jonkoping: Path) -> None:
    for folder in reports(jonkoping):
        with (folder / "values.csv").open(encoding="utf-8") as lines:
            known = {float(row["value"]) for row in csv.DictReader(lines) if row["value"]}
        for language in ("sv", "en"):
            first = figures(folder / f"report.{language}.html").first_page
            assert len(first) >= 5
            assert {float(value) for value in first} <= known


def test_languages_print_identical_numbers(jonkoping: Path) -> None:
    for folder in [*reports(jonkoping), jonkoping / "region"]:
        swedish, english = (figures(folder / f"report.{code}.html") for code in ("sv", "en"))
        assert sorted(swedish.printed_values()) == sorted(english.printed_values())
        assert len(swedish.printed) > 100


def test_a_printed_number_is_its_value_rounded(jonkoping: Path, abroad: Path) -> None:
    pages = [(reports(jonkoping)[0] / f"report.{code}.html", code) for code in ("sv", "en")]
    pages.append((abroad / "finland/2012/FI-235/report.fi.html", "fi"))
    pages.append((abroad / "telemark/2025/NO-4003/report.nb.html", "nb"))
    for path, language in pages:
        for value, text in filter(lambda pair: pair[0], figures(path).printed):
            printed, decimals = read_back(text, language)
            assert math.isclose(printed, float(value), abs_tol=0.5000001 * 10**-decimals), text


def test_pages_ask_nothing_of_the_network(jonkoping: Path) -> None:
    for path in jonkoping.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", text), path
        assert "@import" not in text and "url(http" not in text


def test_reports_name_no_path_of_the_machine(jonkoping: Path) -> None:
    words = (str(Path.cwd()), str(jonkoping.parent), str(Path.home()))
    for path in jonkoping.rglob("*"):
        if path.suffix in {".html", ".json", ".csv", ".ipynb"}:
            text = path.read_text("utf-8")
            assert not [word for word in words if word in text], path


def test_the_batch_manifest_names_snapshots_params_and_versions(jonkoping: Path) -> None:
    manifest = json.loads((jonkoping / "manifest.json").read_text("utf-8"))
    text = json.dumps(manifest)
    assert "kolada-2024-12-12" in text and "pandas" in text
    own = json.loads((jonkoping / "SE-0604" / "manifest.json").read_text("utf-8"))
    assert own["parameters"]["place"] == "SE-0604"


def test_kolada_is_the_source_of_untouched_values_only(jonkoping: Path) -> None:
    text = (jonkoping / "SE-0604" / "report.sv.html").read_text("utf-8")
    assert "Källa: Kolada" in text
    assert not re.search(r"[Ee]gen beräkning[^.<]*Kolada", text)


def test_bilingual_and_historical_reports(abroad: Path) -> None:
    folder = abroad / "finland/2012/FI-235"
    finnish, swedish = (figures(folder / f"report.{code}.html") for code in ("fi", "sv"))
    assert sorted(finnish.printed_values()) == sorted(swedish.printed_values())
    assert "Kauniainen" in (folder / "report.fi.html").read_text("utf-8")
    assert "Grankulla" in (folder / "report.sv.html").read_text("utf-8")
    assert "Historiallisia" in (folder / "report.fi.html").read_text("utf-8")
    assert "istorisk" in (folder / "report.sv.html").read_text("utf-8")
