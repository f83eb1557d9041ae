"""A report made again from its own folder: the same, or what differs and which input does."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from impact import folders, store
from impact.cli import reproduced
from impact.run import keys
from impact.run.batch import run
from impact.run.params.plan import load_plan
from impact.run.reproduce.again import reproduce

HERE = Path(__file__).parent
PLAN = """
name: two
title: Två kommuner
country: SE
region: SE-06
places: [SE-0604, SE-0643]
languages: [sv, en]
year: 2024
"""
SHOWN = """
from impact import store
from impact.report.message import Number, Year

def number(row):
    about = {"indicator": "kolada:N15428", "place": place, "year": int(row["year"])}
    return Number(float(row["value"]), kind="value", **about)

found = store.load("kolada:N15428", places=place).dropna(subset=["value"])
first, last = number(found.iloc[0]), number(found.iloc[-1])
told = message("changes-count", year=Year(2023), new=first, revised=last, withdrawn=last)
Changes(section="changes", messages=(told,))
"""
CHANGES_CELL = 7
REGISTERED = """
entry = store.register("prediction", assessment.id, {"registered": assessment.year}, date=today)
"""

app = typer.Typer()
app.command()(reproduced.reproduce)
app.command()(reproduced.status)


def call(*words: Any) -> Result:
    return CliRunner().invoke(app, ["reproduce", *map(str, words)])


def notebooks(folder: Path) -> None:
    """Write notebooks that show two figures of a place, and store and register a study."""
    shutil.copytree(HERE / "notebooks", folder)
    for name, position, code in (
        ("municipality", CHANGES_CELL, SHOWN),
        ("assessment", -2, REGISTERED),
    ):
        file = folder / f"{name}.ipynb"
        content = json.loads(file.read_text(encoding="utf-8"))
        cell = content["cells"][position]
        cell["source"] = code if name == "municipality" else [*cell["source"], code]
        file.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A project in which two places, their region and an assessment were reported on."""
    home = tmp_path_factory.mktemp("made")
    shutil.copytree(folders.data_folder(), home / "data")
    shutil.rmtree(home / "data/studies")
    (home / "params/assessments").mkdir(parents=True)
    notebooks(home / "notebooks")
    shutil.copyfile(HERE / "assessments/sample.yml", home / "params/assessments/sample.yml")
    (home / "params/base.yml").write_text(PLAN, encoding="utf-8")
    (home / "params/two.yml").write_text("extends: base.yml\nassessments: [sample]\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IMPACT_HOME", str(home))
        summary = run(load_plan("params/two.yml"), out=home / "reports", date="2025-06-01")
    assert not summary.failures, [one.problem for one in summary.failures]
    return home


@pytest.fixture
def home(made, tmp_path, monkeypatch) -> Path:
    """A copy of that project at another place, to be changed."""
    copy = tmp_path / "moved"
    shutil.copytree(made, copy)
    monkeypatch.setenv("IMPACT_HOME", str(copy))
    return copy


@pytest.fixture
def report(home) -> Path:
    return home / "reports/two/2024/SE-0604"


def test_a_report_in_a_project_that_moved_is_the_same(home, report):
    before = keys.of_folder(home)
    result = call(report)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "Files the same, byte for byte: 8 of 8",
        "Figures the same: 2 of 2",
        "The same: every file, every byte, every figure.",
    ]
    assert keys.of_folder(home) == before


@pytest.mark.parametrize("name", ["region", "studies/sample"])
def test_the_region_and_an_assessment_are_the_same_and_nothing_is_stored(home, report, name):
    before = keys.of_folder(home)
    result = call(report.parent / name)
    assert result.exit_code == 0, result.output
    assert "The same" in result.stdout
    assert keys.of_folder(home) == before


def test_what_came_later_does_not_matter(home, report):
    values = store.load("kolada:N15428", places="SE-0604").tail(1)
    newer = values.assign(value=12.5).drop(columns=["source", "vintage"])
    store.write(newer, source="local", vintage="2030-01-01", title="Later")
    store.write_study("sample", kind="assessment", tables={}, about={}, date="2030-01-01")
    store.register("prediction", "sample", {"later": 1}, date="2030-01-01")
    (home / "params/base.yml").write_text(
        PLAN.replace("places: [SE-0604, SE-0643]", "places: [SE-0604]")
    )
    file = home / "notebooks/municipality.ipynb"
    file.write_text(file.read_text(encoding="utf-8").replace("changes-count", "changes-first"))
    result = call(report)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[:3] == [
        "Changed in the project, taken from the report's folder:",
        "  params/base.yml: was changed since; the report's own was used",
        "  notebooks/municipality.ipynb: was changed since; the report's own was used",
    ]


def test_altered_files_are_named_first_and_figures_one_by_one(report):
    page, values = report / "report.sv.html", report / "values.csv"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    rows = values.read_text(encoding="utf-8").splitlines()
    cells = rows[1].split(",")
    cells[6] = "1.25"
    values.write_text("\n".join([rows[0], ",".join(cells), *rows[2:], ""]), encoding="utf-8")
    result = call(report)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        "The folder is not as it was written:",
        "  report.sv.html was altered after it was made",
        "  values.csv was altered after it was made",
    ]
    assert "Files the same, byte for byte: 8 of 8" in result.stdout
    assert "Figures the same: 1 of 2" in result.stdout
    assert "  SE-0604, kolada:N15428, " in result.stdout
    assert ": 1.25, now " in result.stdout
    assert "it is what was written then" in result.stdout


def test_an_altered_snapshot_is_named_with_the_figures_it_changes(home, report):
    snapshots = home / "data/snapshots"
    values = store.load("kolada:N15428", places="SE-0604", codes="published")
    (one,) = {row.source: row.vintage for row in values.itertuples()}.items()
    name = "-".join(one)
    table = store.snapshots()
    file = snapshots / name / "values.parquet"
    assert name in {snapshot.id for snapshot in table}
    rewrite(file)
    result = call(report)
    assert result.exit_code == 1, result.output
    assert result.stdout.splitlines()[:2] == [
        "Not as it was when the report was made:",
        f"  snapshot {name}: is not what it was",
    ]
    assert "Figures the same: 0 of 2" in result.stdout
    assert "values.csv: differs" in result.stdout
    assert "report.en.html: differs" in result.stdout
    assert result.stdout.splitlines()[-1] == "Not the same."


def rewrite(file: Path) -> None:
    """Add one to every value of a snapshot, and let its manifest say that it was always so."""
    import hashlib

    import pandas as pd

    values = pd.read_parquet(file)
    values.loc[values["indicator"] == "kolada:N15428", "value"] -= 1
    values.to_parquet(file, index=False)
    described = file.with_name("manifest.json")
    content = json.loads(described.read_text(encoding="utf-8"))
    content["files"][file.name]["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    described.write_text(json.dumps(content), encoding="utf-8")


def test_a_damaged_snapshot_ends_the_try_with_its_name_and_exit_code_2(home, report):
    for file in (home / "data/snapshots").glob("kolada-2*/values.parquet"):
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    result = call(report)
    assert result.exit_code == 2
    assert "cannot be made again: DamagedSnapshot: snapshot 'kolada-" in result.stderr
    assert "is not what it was" in result.stderr
    assert "Traceback" not in result.output


def test_a_missing_snapshot_is_named(home, report):
    for folder in (home / "data/snapshots").glob("statfin-*"):
        shutil.rmtree(folder)
    result = call(report)
    assert result.exit_code == 0, result.output
    assert "  snapshot statfin-2026-04-02: is missing" in result.stdout
    assert "The same" in result.stdout


def test_another_description_is_named_with_the_pages_it_changes(home, report):
    file = home / "data/places.csv"
    text = file.read_text(encoding="utf-8")
    assert "Aneby" in text
    file.write_text(text.replace("Aneby", "Anneby"), encoding="utf-8")
    result = call(report)
    assert result.exit_code == 1, result.output
    assert "  descriptions: a file of data/ beside figures and results differs" in result.stdout
    assert "report.sv.html: differs" in result.stdout
    assert "Figures the same: 2 of 2" in result.stdout


def test_another_library_or_package_is_named_and_need_not_matter(report):
    file = report / "manifest.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["made_of"]["versions"]["pandas"] = "0.1"
    content["made_of"]["package"] = "other"
    file.write_text(json.dumps(content), encoding="utf-8")
    result = call(report)
    assert result.exit_code == 0, result.output
    assert "  pandas: version 0.1 then, " in result.stdout
    assert "  package impact: its files differ (version " in result.stdout
    assert "The same" in result.stdout


def test_the_report_made_again_is_kept_and_is_a_report(home, report, tmp_path):
    kept = tmp_path / "kept/again"
    result = call(report, "--keep", kept)
    assert result.exit_code == 0, result.output
    assert f"Made again in {kept}" in result.stdout
    assert keys.of_folder(kept) == keys.of_folder(report)
    again = call(report, "--keep", kept)
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert call(kept).exit_code == 0


def test_nothing_is_kept_in_the_reports_own_folder(report):
    before = keys.of_folder(report)
    refused = call(report, "--keep", report / "again")
    assert refused.exit_code == 2
    assert "own folder" in refused.stderr
    assert keys.of_folder(report) == before


def test_altered_parameters_are_named_first(report):
    content = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    content["parameters"]["place"] = "SE-0643"
    (report / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    result = call(report)
    assert result.exit_code == 1
    said = result.stdout.splitlines()
    assert "manifest.json was altered: its parameters" in said[1]
    assert said[-1] == "Not the same; the folder was altered since."


def test_names_that_do_not_go_together_end_the_try_with_exit_code_2(report):
    content = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    content["sources"]["params"] = "a file where a folder must be"
    (report / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    refused = call(report)
    assert refused.exit_code == 2
    assert "cannot be rebuilt" in refused.stderr


def test_no_code_but_that_of_the_report_is_run(home, report):
    for file in (report / "notebook.ipynb", home / "notebooks/municipality.ipynb"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("changes-count", "changes-none"), encoding="utf-8")
    result = call(report)
    assert result.exit_code == 2
    assert "holds the code it was made by" in result.stderr


@pytest.mark.parametrize("harm", ["", "{", "[]", '{"reports": {}}', "{}"])
def test_a_folder_without_a_recipe_is_refused_with_exit_code_2(report, harm):
    (report / "manifest.json").write_text(harm)
    result = call(report)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "report" in result.stderr


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    result = call(tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "no report to make again" in result.stderr


@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_text("country: NO\n")])
def test_a_params_file_from_elsewhere_is_needed_no_more(home, tmp_path, harm):
    file = tmp_path / "elsewhere.yml"
    file.write_text(PLAN, encoding="utf-8")
    run(load_plan(file), only=["SE-0604"], out=tmp_path / "out")
    report = tmp_path / "out/two/2024/SE-0604"
    assert call(report).exit_code == 0
    harm(file)
    result = call(report)
    assert result.exit_code == 0, result.output
    assert "elsewhere.yml" not in result.stdout


def test_a_params_file_from_elsewhere_may_extend_one_in_a_folder_beside_it(home, tmp_path):
    (tmp_path / "common").mkdir()
    (tmp_path / "common/base.yml").write_text(PLAN, encoding="utf-8")
    file = tmp_path / "elsewhere.yml"
    file.write_text("extends: common/base.yml\nname: mine\n", encoding="utf-8")
    run(load_plan(file), only=["SE-0604"], out=tmp_path / "out")
    shutil.rmtree(tmp_path / "common")
    result = call(tmp_path / "out/mine/2024/SE-0604")
    assert result.exit_code == 0, result.output
    assert "base.yml" not in result.stdout


@pytest.mark.slow
def test_real_reports_are_the_same(tmp_path, monkeypatch):
    home = tmp_path / "real"
    for folder in (folders.data_folder(), folders.params_folder(), folders.notebooks_folder()):
        shutil.copytree(folder, home / folder.name)
    monkeypatch.setenv("IMPACT_HOME", str(home))
    monkeypatch.chdir(home)
    summary = run(load_plan("params/jonkoping.yml"), only=["SE-0604"], out=home / "reports")
    assert not summary.failures, [one.problem for one in summary.failures]
    report = home / "reports/jonkoping/2024/SE-0604"
    for engine in ("warm", "plain") if sys.platform == "linux" else ("plain",):
        found = reproduce(report, engine=engine)
        assert found.same, (found.altered, found.files, found.figures.differing[:5])
        assert found.inputs == ()
        assert found.figures.same > 500
