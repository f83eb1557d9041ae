"""Capacity studies of a batch: worked out first, made again when a table changes, and only then."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from impact import folders, store
from impact.cli import app
from impact.errors import InvalidInput
from impact.run import keys, standing
from impact.run.params.plan import load_plan
from impact.run.study_kinds import CAPACITY, KINDS, file_told

HERE = Path(__file__).parent
PLAN = """
name: one
title: En kommun
country: SE
region: SE-06
places: [Aneby]
languages: [sv, en]
year: 2024
capacities: [sample, failing, broken]
"""
FILES = {
    *(f"report.{code}.html" for code in ("sv", "en")),
    *(f"summary.{code}.pdf" for code in ("sv", "en")),
    "values.csv",
    "notebook.ipynb",
    "manifest.json",
}
DAY = "2025-03-01"
TABLES = ("applicants", "places", "travel", "flows", "need", "price", "homes")


def project_in(home: Path) -> None:
    """Make a project with this one's figures, and with capacity studies of its own."""
    for folder in ("data/tables", "params/capacity"):
        (home / folder).mkdir(parents=True)
    shutil.copytree(HERE / "notebooks", home / "notebooks")
    for path in folders.data_folder().iterdir():
        if path.name != "studies":
            (home / "data" / path.name).symlink_to(path, target_is_directory=path.is_dir())
    text = (HERE / "capacity_sample.yml").read_text(encoding="utf-8")
    for table in TABLES:
        text = text.replace(f": {table}.csv", f": data/capacity/own/{table}.csv")
    (home / "data/capacity").unlink()
    (home / "data/capacity/own").mkdir(parents=True)
    for table in TABLES:
        (home / f"data/capacity/own/{table}.csv").write_text(f"{table}\n", encoding="utf-8")
    for name in ("sample", "failing"):
        said = text.replace("\nid: capacity_sample\n", f"\nid: {name}\n")
        (home / f"params/capacity/{name}.yml").write_text(said, encoding="utf-8")
    (home / "params/capacity/broken.yml").write_text("id: broken\ncolour: red\n")
    (home / "params/one.yml").write_text(PLAN, encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Run a batch of one place with three capacity studies, of which two fail."""
    home = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        project_in(home)
        patch.setenv("IMPACT_HOME", str(home))
        yield home, run(home)


@pytest.fixture
def home(made, tmp_path, monkeypatch) -> Path:
    """A copy of that project, to be changed."""
    copy = tmp_path / "home"
    shutil.copytree(made[0], copy, symlinks=True)
    monkeypatch.setenv("IMPACT_HOME", str(copy))
    return copy


def run(home: Path, date: str = DAY) -> Result:
    return call("run", home / "params/one.yml", "--out", home / "reports", "--date", date)


def call(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def folder_of(home: Path) -> Path:
    return home / "reports/one/2024/studies/sample"


def states(home: Path) -> dict:
    found = standing.stand(load_plan(home / "params/one.yml"), home / "reports")
    return {one.subject: (one.state, one.reason) for one in found}


def test_it_is_made_before_any_report_and_has_its_files(made):
    home, result = made
    assert "3 reports in" in result.stdout, result.output
    assert "FAILED broken (broken): broken.yml cannot be used:" in result.stdout
    assert "(failing): RuntimeError: made to fail" in result.stdout
    assert {path.name for path in folder_of(home).iterdir()} == FILES
    content = json.loads((folder_of(home) / "manifest.json").read_text(encoding="utf-8"))
    assert content["kind"] == "capacity" and content["notebook"] == "capacity.ipynb"
    assert content["parameters"] == {"capacity_file": "params/capacity/sample.yml", "today": DAY}
    assert len(content["places"]) == 7 and content["capacity"]
    (study,) = store.studies("capacity", home / "data/studies")
    assert (study.id, study.date) == ("sample", DAY)


def test_the_way_in_lists_it_under_its_own_heading(made):
    page = (folder_of(made[0]).parents[1] / "index.html").read_text(encoding="utf-8")
    (part,) = [part for part in re.split('<h2 id="[a-z]+">', page) if "studies/sample" in part]
    assert part.startswith("Utredningar om gymnasieplatser")
    assert "Platser" in part and "report.sv.html" in part


def test_nothing_is_made_again_when_nothing_changed(home):
    assert states(home)["sample"] == ("kept", "")
    result = run(home, "2025-04-01")
    assert "0 reports in" in result.stdout and "3 kept" in result.stdout, result.output


@pytest.mark.parametrize("table", TABLES)
def test_another_table_makes_it_again_and_no_municipality(home, table):
    (home / f"data/capacity/own/{table}.csv").write_text("other\n", encoding="utf-8")
    found = states(home)
    assert found["sample"] == ("make", "params changed")
    assert found["SE-0604"] == ("kept", "")
    assert "capacity/" not in " ".join(keys.descriptions())


def test_it_is_made_again_from_its_folder_byte_for_byte(home):
    result = call("reproduce", folder_of(home))
    assert result.exit_code == 0, result.output
    assert "The same: every file, every byte, every figure." in result.stdout


def test_one_is_made_alone_and_one_that_fails_ends_with_exit_code_1(made, tmp_path):
    result = call("capacity", "sample", "--out", tmp_path, "--date", "2025-06-01")
    assert result.exit_code == 0, result.output
    assert f"Open {tmp_path / 'sample/2024/report.sv.html'}" in result.stdout
    result = call("capacity", "failing", "--out", tmp_path)
    assert result.exit_code == 1
    assert "RuntimeError: made to fail" in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "there is no capacity study 'nowhere'"),
        (("broken",), "colour"),
        (("sample", "--lang", "dk"), "unknown language 'dk'"),
        (("sample", "--date", "2025-02-30"), "'2025-02-30' is not a day"),
    ],
)
def test_wrong_use_ends_with_exit_code_2(made, tmp_path, words, said):
    result = call("capacity", *words, "--out", tmp_path)
    assert result.exit_code == 2
    assert said in result.stderr and "Traceback" not in result.output


def test_a_plan_names_only_studies_that_exist_and_no_name_twice(home):
    file = home / "params/one.yml"
    file.write_text(PLAN.replace("[sample, failing, broken]", "[samples]"), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_plan(file)
    assert "unknown capacity study 'samples'. Did you mean sample?" in str(caught.value)
    assert "Capacity studies are the files of params/capacity" in str(caught.value)
    (home / "params/assessments").mkdir()
    shutil.copy(HERE / "assessments/sample.yml", home / "params/assessments/sample.yml")
    file.write_text(PLAN + "assessments: [sample]\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="sample is an assessment and a capacity study"):
        load_plan(file)


def test_it_is_a_kind_of_study_with_notebook_reader_and_folder(made):
    home, _ = made
    file = home / "params/capacity/sample.yml"
    assert KINDS["capacity"] is CAPACITY and not CAPACITY.registered_first
    assert CAPACITY.find("sample") == CAPACITY.file("sample") == file
    assert CAPACITY.load(file).id == "sample"
    assert file_told({"capacity_file": "d.yml", "today": None}) == "d.yml"
    assert (folders.notebooks_folder() / CAPACITY.notebook).is_file()
