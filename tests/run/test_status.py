"""The list of what stands: every report of a params file, its state and the reason of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from impact import folders, store
from impact.cli import reproduced
from impact.run import keys
from impact.run.batch import run
from impact.run.params.plan import load_plan

HERE = Path(__file__).parent
PLAN = """
name: two
title: Två kommuner
country: SE
region: SE-06
places: [SE-0604, SE-0643]
languages: [sv]
year: 2024
"""
HEADINGS = ["code", "name", "state", "reason"]

app = typer.Typer()
app.command()(reproduced.reproduce)
app.command()(reproduced.status)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A project in which two places and their region were reported on."""
    home = tmp_path_factory.mktemp("made")
    shutil.copytree(folders.data_folder(), home / "data")
    shutil.copytree(HERE / "notebooks", home / "notebooks")
    (home / "params").mkdir()
    (home / "params/two.yml").write_text(PLAN, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IMPACT_HOME", str(home))
        summary = run(load_plan("params/two.yml"), out=home / "reports")
    assert not summary.failures, [one.problem for one in summary.failures]
    return home


@pytest.fixture
def home(made, tmp_path, monkeypatch) -> Path:
    copy = tmp_path / "home"
    shutil.copytree(made, copy)
    monkeypatch.setenv("IMPACT_HOME", str(copy))
    return copy


def listed(home: Path, *more: str) -> dict[str, tuple[str, str]]:
    """Return state and reason by code, and check that looking changes nothing."""
    before = keys.of_folder(home)
    words = ["status", "params/two.yml", "--out", str(home / "reports"), *more]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert rows[0] == HEADINGS
    assert keys.of_folder(home) == before
    return {code: (state, reason) for code, _, state, reason in rows[1:]}


def test_all_stands_after_a_run(home):
    assert listed(home) == dict.fromkeys(("SE-06", "SE-0604", "SE-0643"), ("standing", ""))


def test_all_is_to_be_made_before_the_first_run(home):
    shutil.rmtree(home / "reports")
    assert listed(home) == dict.fromkeys(("SE-06", "SE-0604", "SE-0643"), ("to be made", "new"))
    assert not (home / "reports").exists()


def test_the_numbers_of_each_state_are_told_apart_from_the_list(home):
    (home / "reports/two/2024/SE-0604/values.csv").unlink()
    words = ["status", "params/two.yml", "--out", str(home / "reports")]
    assert CliRunner().invoke(app, words).stderr == "2 standing, 1 to be made\n"


def test_a_lost_and_a_cut_off_file_are_named(home):
    reports = home / "reports/two/2024"
    (reports / "SE-0604/values.csv").unlink()
    page = reports / "SE-0643/report.sv.html"
    page.write_bytes(page.read_bytes()[:-1])
    found = listed(home)
    assert found["SE-0604"] == ("to be made", "values.csv is missing")
    assert found["SE-0643"] == ("to be made", "report.sv.html has another size")
    assert found["SE-06"] == ("standing", "")


def test_a_manifest_that_cannot_be_read_is_named(home):
    (home / "reports/two/2024/SE-0604/manifest.json").write_text('{"subject":')
    assert listed(home)["SE-0604"] == ("to be made", "manifest.json cannot be read")


def test_changed_code_makes_the_reports_of_that_notebook(home):
    file = home / "notebooks/municipality.ipynb"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["cells"][-1]["source"] = "None"
    file.write_text(json.dumps(content), encoding="utf-8")
    found = listed(home)
    assert found["SE-06"] == ("standing", "")
    assert found["SE-0604"] == found["SE-0643"]
    assert found["SE-0604"] == ("to be made", "code or text of the notebook changed")


def test_changed_descriptions_are_named(home):
    with (home / "data/places.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    state, reason = listed(home)["SE-0604"]
    assert state == "to be made"
    assert "data/" in reason and "places.csv" in reason


def test_new_figures_are_to_be_examined_and_named(home):
    values = store.load("kolada:N15428", places="SE-0604").tail(1)
    newer = values.assign(value=12.5).drop(columns=["source", "vintage"])
    store.write(newer, source="local", vintage="2030-01-01", title="Later")
    for state, reason in listed(home).values():
        assert state == "to be examined"
        assert "local-2030-01-01 is new" in reason


def test_places_languages_and_year_are_chosen_as_for_a_run(home):
    assert listed(home, "--only", "Habo") == {"SE-0643": ("standing", "")}
    (state, reason), *_ = listed(home, "--lang", "sv,en").values()
    assert (state, reason) == ("to be made", "languages are now sv, en")
    assert set(listed(home, "--year", "2023").values()) == {("to be made", "new")}


def test_a_place_that_is_not_in_the_plan_is_refused(home):
    result = CliRunner().invoke(app, ["status", "params/two.yml", "--only", "Malmö"])
    assert result.exit_code == 2
    assert "is not a place of the plan" in result.stderr


def test_a_year_without_figures_is_refused_as_a_run_refuses_it(home):
    refused = CliRunner().invoke(
        app, ["status", "params/two.yml", "--out", str(home / "reports"), "--year", "1990"]
    )
    assert refused.exit_code == 2
    assert "no figures of SE for a report of 1990" in refused.stderr
    assert refused.stdout == ""
