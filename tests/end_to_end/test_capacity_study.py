"""Skåne's plan of places as an analyst makes it: complete, marked, equal in both languages."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.printed_figures import figures
from tests.report.pdf_pages import pages

from impact import store

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
STUDY, HOOR = "skane_upper_secondary", "SE-1267"
RUN = ("run", "params/skane.yml", "--only", "Höör", "--quiet")
BANNER = {
    "sv": "Simulerat: sökande, platser, antagna och restider är påhittade",
    "en": "Simulated: applicants, places, admissions and travel times are made up",
}
MARK = {"sv": "Simulerat: ", "en": "Simulated: "}
COUNTED = {"sv": ("årskurs 9", "ungdomar"), "en": ("grade 9", "young people")}
"""Of whom there are figures: the young themselves."""
REAL = ("young_", "municipalities", "rows", "scenarios")
CHOSEN = {
    *("need_weight", "need_step", "preparatory_share", "shrinkage", "smallest_group"),
    *("travel_limit", "equity_cost", "minute_cost", "unmet_cost"),
}
"""What the file of the study says itself."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project without what studies have come to."""
    copy = tmp_path_factory.mktemp("home")
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.rmtree(copy / "data/studies" / STUDY, ignore_errors=True)
    return copy


@pytest.fixture(scope="module")
def batch(project: Path, command: Callable[..., subprocess.CompletedProcess[str]]) -> Path:
    """The folder of a batch of one municipality, with the study before it."""
    done = command(*RUN, "--date", "2026-11-22", home=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 reports in" in done.stdout
    return project / "reports/skane/2024"


@pytest.fixture(scope="module")
def study(batch: Path) -> Path:
    return batch / "studies" / STUDY


def text_of(page: Path) -> str:
    body = page.read_text("utf-8").split("<body", 1)[1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "values.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_it_has_a_page_and_a_sheet_in_each_language_and_its_result_is_kept(
    study: Path, project: Path
) -> None:
    expected = {"values.csv", "notebook.ipynb", "manifest.json"}
    for code in BANNER:
        expected |= {f"report.{code}.html", f"summary.{code}.pdf"}
        assert pages((study / f"summary.{code}.pdf").read_bytes()) == 1
    assert {file.name for file in study.iterdir()} == expected
    kept = store.study(STUDY, folder=project / "data/studies")
    assert (kept.kind, kept.date, kept.about["simulated"]) == ("capacity", "2026-11-22", True)
    assert kept.digest == store.study(STUDY, folder=ROOT / "data/studies").digest, (
        f"the shipped result is another: run impact capacity {STUDY} and commit what it adds"
    )
    assert f"studies/{STUDY}/report.sv.html" in (study.parents[1] / "index.html").read_text("utf-8")


@pytest.mark.parametrize("code", BANNER)
def test_the_page_says_at_once_that_its_tables_are_made_up(study: Path, code: str) -> None:
    page = (study / f"report.{code}.html").read_text("utf-8")
    text = text_of(study / f"report.{code}.html")
    (banner,) = re.findall(r'<p class="banner">(.*?)</p>', page, flags=re.DOTALL)
    assert banner.startswith(BANNER[code])
    assert BANNER[code] in text[:1000]
    assert not re.findall(r"\b(?:capacity|column|head|note)-[a-z-]+\b", text)


@pytest.mark.parametrize("code", BANNER)
def test_every_drawing_and_table_of_made_up_figures_says_so(study: Path, code: str) -> None:
    page = (study / f"report.{code}.html").read_text("utf-8")
    drawn = re.findall(
        r"<figure>.*?<svg.*?<title[^>]*>(.*?)</title>(.*?)</figure>", page, re.DOTALL
    )
    marked = [rest for title, rest in drawn if title.startswith(MARK[code])]
    assert len(drawn) >= 7 and len(marked) >= 4
    words = {"sv": "Simulerade siffror", "en": "Simulated figures"}[code]
    for rest in marked:
        assert words in re.sub(r"<style.*?</style>", "", rest, flags=re.DOTALL).split("</svg>")[0]
    for title, _ in drawn:
        assert title.startswith(MARK[code]) or any(one in title.lower() for one in COUNTED[code]), (
            title
        )
    captions = re.findall(r"<caption>(.*?)</caption>", page, re.DOTALL)
    assert len(captions) >= 12
    open_ones = [one for one in captions if not one.startswith(MARK[code])]
    tables = {"sv": "Tabeller", "en": "Tables"}[code]
    for one in open_ones:
        assert one == tables or any(word in one.lower() for word in COUNTED[code]), one


def test_every_figure_that_rests_on_a_made_up_table_has_that_status(study: Path) -> None:
    made_up = [row for row in rows(study) if row["status"] == "simulated"]
    others = {row["statistic"] for row in rows(study) if row["status"] != "simulated"}
    assert len(made_up) > 300
    assert {name for name in others - CHOSEN if not name.startswith(REAL)} == set()
    assert "young_central" in others


def test_languages_print_the_same_numbers_and_page_one_has_only_known_ones(study: Path) -> None:
    swedish, english = (figures(study / f"report.{code}.html") for code in ("sv", "en"))
    assert sorted(swedish.printed_values()) == sorted(english.printed_values())
    assert len(swedish.printed) > 300
    known = {float(row["value"]) for row in rows(study) if row["value"]}
    for page in (swedish, english):
        assert len(page.first_page) >= 5
        assert {float(value) for value in page.first_page} <= known


def test_a_municipality_says_it_on_page_one_and_in_its_part(batch: Path) -> None:
    page = figures(batch / HOOR / "report.sv.html")
    known = {float(row["value"]) for row in rows(batch / HOOR) if row["value"]}
    assert len(page.first_page) >= 5 and {float(value) for value in page.first_page} <= known
    text = text_of(batch / HOOR / "report.sv.html")
    first, later = text.split("(simulerat exempel)", 1)
    assert "Gymnasieplatser i Skåne och västra Blekinge" in first[-80:]
    assert BANNER["sv"] in later


def test_it_stands_and_is_made_again_byte_for_byte(
    batch: Path, study: Path, project: Path, command: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = command(*RUN, "--date", "2026-12-01", home=project)
    assert "0 reports in" in second.stdout and "1 kept" in second.stdout, second.stdout
    monkeypatch.setenv("PYTHONHASHSEED", "20")
    for folder in (study, batch / HOOR):
        done = command("reproduce", str(folder), home=project)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "The same: every file, every byte, every figure." in done.stdout


def test_without_permission_made_up_tables_are_refused_and_the_rest_is_made(
    batch: Path, project: Path, tmp_path: Path, command: Callable
) -> None:
    home = tmp_path / "home"
    shutil.copytree(project, home)
    shutil.rmtree(home / "data/studies" / STUDY)
    shutil.rmtree(home / "reports")
    file = home / f"params/capacity/{STUDY}.yml"
    said = file.read_text("utf-8")
    assert "allow_simulated: true" in said
    said = said.replace("allow_simulated: true", "allow_simulated: false")
    file.write_text(said, encoding="utf-8")
    alone = command("capacity", STUDY, home=home)
    assert alone.returncode == 1
    assert "simulated" in alone.stdout and "Traceback" not in alone.stdout + alone.stderr
    assert not list((home / "reports").rglob("report.*.html"))
    done = command(*RUN, home=home)
    assert done.returncode == 1
    assert f"({STUDY})" in done.stdout and "allow_simulated" in done.stdout
    page = home / "reports/skane/2024" / HOOR / "report.sv.html"
    assert page.is_file() and "imulerat exempel" not in text_of(page)
