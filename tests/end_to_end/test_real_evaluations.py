"""The four real evaluations as reports: complete, equal in every language, the same anywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.printed_figures import figures
from tests.report.pdf_pages import pages

from impact import store

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"
LANGUAGES = {
    "skane_network": ("sv", "en"),
    "jonkoping_plan": ("sv", "en"),
    "fi_mergers": ("fi", "sv", "en"),
    "no_action_zone": ("nb", "en"),
}
FOREIGN = r"signific\w*|signifik\w*|merkitsev\w*"
"""What no report says of an effect."""


def evaluate(home: Path, name: str, out: Path, seed: str) -> Path:
    """Make one evaluation as an analyst does; return its folder."""
    done = subprocess.run(
        [sys.executable, "-m", "impact", "evaluate", name, "--out", str(out), "--date", DAY],
        cwd=home,
        env={**os.environ, "IMPACT_HOME": str(home), "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = (out / name).glob("[12]*")
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, since a run stores results and registers plans."""
    copy = tmp_path_factory.mktemp("home")
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def evaluated(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The four evaluations, each in its languages."""
    out = tmp_path_factory.mktemp("evaluated")
    return {name: evaluate(project, name, out, "1") for name in LANGUAGES}


def text_of(page: Path) -> str:
    body = page.read_text("utf-8").split("<body", 1)[1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_its_page_and_a_sheet_of_one_page(evaluated: dict, name: str) -> None:
    expected = {"values.csv", "notebook.ipynb", "manifest.json"}
    for code in LANGUAGES[name]:
        expected |= {f"report.{code}.html", f"summary.{code}.pdf"}
        assert pages((evaluated[name] / f"summary.{code}.pdf").read_bytes()) == 1
    assert {file.name for file in evaluated[name].iterdir()} == expected


@pytest.mark.parametrize("name", LANGUAGES)
def test_languages_print_identical_numbers(evaluated: dict, name: str) -> None:
    printed = [
        sorted(figures(evaluated[name] / f"report.{code}.html").printed_values())
        for code in LANGUAGES[name]
    ]
    assert all(one == printed[0] for one in printed) and len(printed[0]) > 100


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_drawing_is_there_and_no_word_is_left_open(evaluated: dict, name: str) -> None:
    for code in LANGUAGES[name]:
        page = (evaluated[name] / f"report.{code}.html").read_text("utf-8")
        drawn = set(re.findall(r'class="chart ([a-z_]+)-chart"', page))
        assert drawn >= {"course", "event_plot", "placebo_strip", "forest", "power"}
        text = text_of(evaluated[name] / f"report.{code}.html")
        assert not re.findall(r"\b(?:evaluation|effect|check|drawing|legend|head)-[a-z-]+\b", text)
        assert not re.findall(r"\b(?:long_difference|exact_t|not_estimable|nan|inf)\b", text)
        assert not re.findall(FOREIGN, text, flags=re.IGNORECASE)


@pytest.mark.parametrize("name", LANGUAGES)
def test_its_plan_is_registered_once_and_no_plan_after_its_figures_is_strongly_supported(
    evaluated: dict, project: Path, name: str
) -> None:
    entries = store.registered("plan", name, folder=project / "params/register")
    assert len(entries) == 1
    study = store.study(name, folder=project / "data/studies")
    assert study.about["exploratory"] is True
    assert set(study.tables("outcomes")["verdict"]) <= {"weak", "not_supported", "not_estimable"}


def test_the_kept_results_are_what_the_code_gives(evaluated: dict, project: Path) -> None:
    added = "the numbers have moved: run impact evaluate and commit what it adds"
    for name in LANGUAGES:
        assert store.study(name, folder=project / "data/studies").digest == (
            store.study(name, folder=ROOT / "data/studies").digest
        ), f"{name}: {added}"
        entries = store.registered("plan", name, folder=project / "params/register")
        standing = store.registered("plan", name, folder=ROOT / "params/register")
        assert [one.digest for one in entries] == [one.digest for one in standing], name


@pytest.mark.parametrize("name", ["skane_network", "fi_mergers"])
def test_another_hash_seed_gives_the_same_bytes(
    evaluated: dict, project: Path, tmp_path: Path, name: str
) -> None:
    again = evaluate(project, name, tmp_path, "20")
    for file in evaluated[name].iterdir():
        if file.name not in ("manifest.json", "notebook.ipynb"):
            assert (again / file.name).read_bytes() == file.read_bytes(), file.name
