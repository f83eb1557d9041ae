"""Assessments of a batch: worked out first, stored once, listed on the way in; one alone too."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from impact import folders, store
from impact.cli import app
from impact.errors import InvalidInput
from impact.run import standing
from impact.run.params.plan import load_plan

HERE = Path(__file__).parent
PLAN = """
name: one
title: En kommun
country: SE
region: SE-06
places: [Aneby]
languages: [sv, en]
year: 2024
assessments: [sample, broken, failing]
"""
REPORT = {
    *(f"report.{code}.html" for code in ("sv", "en")),
    *(f"summary.{code}.pdf" for code in ("sv", "en")),
    *(f"guide.{code}.html" for code in ("sv", "en")),
    "values.csv",
    "notebook.ipynb",
    "manifest.json",
}


def project_in(home: Path) -> Path:
    """Make a project with this one's figures, but with studies and assessments of its own."""
    for folder in ("data", "params/assessments", "notebooks"):
        (home / folder).mkdir(parents=True)
    for path in folders.data_folder().iterdir():
        if path.name != "studies":
            (home / "data" / path.name).symlink_to(path, target_is_directory=path.is_dir())
    sample = (HERE / "assessments/sample.yml").read_text(encoding="utf-8")
    for name in ("sample", "failing"):
        text = sample.replace("\nid: sample\n", f"\nid: {name}\n")
        (home / f"params/assessments/{name}.yml").write_text(text, encoding="utf-8")
    (home / "params/assessments/broken.yml").write_text("id: broken\ncolour: red\n")
    (home / "params/one.yml").write_text(PLAN, encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Run a batch of one place with three assessments, of which two fail."""
    home = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        project_in(home)
        patch.setenv("IMPACT_HOME", str(home))
        patch.setattr("impact.folders.notebooks_folder", lambda: HERE / "notebooks")
        yield home, run(home, "--date", "2025-03-01")


def run(home: Path, *more: str) -> Result:
    return call("run", str(home / "params/one.yml"), "--out", str(home / "reports"), *more)


def call(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_what_fails_is_reported_and_the_rest_goes_on(made):
    _, result = made
    assert result.exit_code == 1
    assert "3 reports in" in result.stdout
    assert "FAILED broken (broken): broken.yml cannot be used:" in result.stdout
    assert "colour" in result.stdout
    assert "(failing): RuntimeError: made to fail" in result.stdout
    assert "Traceback" not in result.output


def test_assessments_are_made_before_any_report_of_a_place(made):
    lines = [line for line in made[1].stderr.splitlines() if "/5 " in line]
    kinds = ["assessment" if "(assessment)" in line else "place" for line in lines]
    assert kinds == ["assessment"] * 3 + ["place"] * 2
    assert any("Gemensam satsning på närvaro (assessment)" in line for line in lines)


def test_the_result_is_stored_under_the_day_of_the_run(made):
    (study,) = store.studies("assessment", made[0] / "data/studies")
    assert (study.id, study.date, study.number) == ("sample", "2025-03-01", 1)


def test_an_assessment_has_its_files_and_its_manifest(made):
    folder = made[0] / "reports/one/2024/studies"
    assert {path.name for path in folder.iterdir()} == {"sample", "failing"}
    assert {path.name for path in (folder / "sample").iterdir()} == REPORT
    assert {path.name for path in (folder / "failing").iterdir()} == {"failed.ipynb"}
    content = read(folder / "sample/manifest.json")
    assert content["parameters"] == {
        "assessment_file": "params/assessments/sample.yml",
        "today": "2025-03-01",
    }
    assert content["kind"] == "assessment" and content["example"] is True
    assert content["places"] == ["SE-0604", "SE-0680", "SE-0683"]
    batch = read(folder.parent / "manifest.json")
    assert batch["studies"] == ["sample"]
    assert batch["made"] == ["sample", "SE-0604", "SE-06"]
    assert set(batch["failed"]) == {"broken", "failing"}
    assert set(batch["reports"]) == {"SE-0604", "region"}


def test_pages_lead_to_the_guide_and_back_to_the_index(made):
    folder = made[0] / "reports/one/2024/studies/sample"
    page = (folder / "report.en.html").read_text(encoding="utf-8")
    assert 'href="../../index.en.html"' in page
    assert 'href="guide.en.html"' in page


def test_the_index_lists_assessments_and_names_failures(made):
    page = (made[0] / "reports/one/2024/index.html").read_text(encoding="utf-8")
    assert 'href="studies/sample/report.sv.html"' in page
    assert "Exempel. Inte något beslut av någon kommun." in page
    assert "studies/failing/report" not in page and "studies/broken" not in page
    assert "<strong>broken</strong>" in page
    assert "<strong>Gemensam satsning på närvaro</strong>" in page


def test_a_run_of_one_place_leaves_stored_assessments_alone(made):
    home, _ = made
    report = home / "reports/one/2024/studies/sample/report.sv.html"
    before = report.stat().st_ino
    result = run(home, "--only", "Aneby", "--date", "2025-04-01")
    assert "0 reports in" in result.stdout and "1 kept" in result.stdout
    assert "(failing): RuntimeError" in result.stdout
    assert report.stat().st_ino == before
    page = (home / "reports/one/2024/index.html").read_text(encoding="utf-8")
    assert 'href="studies/sample/report.sv.html"' in page


def test_an_assessment_that_stands_is_not_worked_out_again_on_another_day(made):
    home, _ = made
    result = run(home, "--date", "2025-04-01")
    assert "0 reports in" in result.stdout and "3 kept" in result.stdout
    batch = read(home / "reports/one/2024/manifest.json")
    assert batch["kept"] == ["sample", "SE-0604", "SE-06"]
    assert batch["studies"] == ["sample"]
    content = read(home / "reports/one/2024/studies/sample/manifest.json")
    assert content["parameters"]["today"] == "2025-03-01"


def test_other_figures_examine_an_assessment_without_storing_anything(made, tmp_path, monkeypatch):
    home = tmp_path / "home"
    shutil.copytree(made[0], home, symlinks=True)
    monkeypatch.setenv("IMPACT_HOME", str(home))
    snapshots = home / "data/snapshots"
    originals = snapshots.resolve()
    snapshots.unlink()
    shutil.copytree(originals, snapshots)
    shutil.rmtree(snapshots / "udir-2026-11-21")
    before = sorted((home / "data/studies/sample").iterdir())
    result = run(home, "--date", "2025-04-01")
    assert "3 kept" in result.stdout, result.output
    assert sorted((home / "data/studies/sample").iterdir()) == before
    content = read(home / "reports/one/2024/studies/sample/manifest.json")
    assert content["parameters"]["today"] == "2025-03-01"


def test_an_assessment_whose_result_is_gone_is_worked_out_again(made, tmp_path, monkeypatch):
    home = tmp_path / "home"
    shutil.copytree(made[0], home, symlinks=True)
    monkeypatch.setenv("IMPACT_HOME", str(home))
    shutil.rmtree(home / "data/studies")
    plan = load_plan(home / "params/one.yml")
    states = {one.subject: one for one in standing.stand(plan, home / "reports")}
    assert states["sample"].reason == "its result is not stored"
    assert states["SE-0604"].reason == "figures: study sample is gone"


@pytest.mark.parametrize("what", ["result", "entry"])
def test_an_assessment_whose_result_or_predictions_are_others_is_worked_out_again(
    made, tmp_path, monkeypatch, what
):
    home = tmp_path / "home"
    shutil.copytree(made[0], home, symlinks=True)
    monkeypatch.setenv("IMPACT_HOME", str(home))
    if what == "entry":
        (home / "params/register").mkdir(exist_ok=True)
        (home / "params/register/2025-03-01-sample-12345678.json").write_text("{}")
    else:
        store.write_study("sample", kind="assessment", tables={}, about={}, date="2025-03-02")
    plan = load_plan(home / "params/one.yml")
    states = {one.subject: one for one in standing.stand(plan, home / "reports")}
    reason = "what is stored or registered of it is not what it came to"
    assert (states["sample"].state, states["sample"].reason) == ("make", reason)


def test_only_damage_of_an_own_study_is_a_failure_of_a_run_of_one_place(made):
    home, _ = made
    other = home / "data/studies/other/2025-01-01-12345678"
    other.mkdir(parents=True)
    stored = next((home / "data/studies/sample").iterdir()) / "result.json"
    written = stored.read_bytes()
    stored.write_bytes(written + b" ")
    result = run(home, "--only", "Aneby", "--date", "2025-04-01")
    stored.write_bytes(written)
    other.rmdir()
    other.parent.rmdir()
    assert result.exit_code == 1
    assert "FAILED sample (sample): study 'sample/2025-03-01-" in result.stdout
    assert "other" not in result.stdout and str(home / "data") not in result.stdout


def test_one_assessment_is_made_alone_and_an_equal_result_keeps_its_day(made, tmp_path):
    words = ("assess", "sample", "--out", str(tmp_path), "--date", "2025-05-01", "--lang", "en")
    result = call(*words)
    assert result.exit_code == 0, result.output
    folder = tmp_path / "sample/2024"
    assert f"Open {folder / 'report.en.html'}" in result.stdout
    assert "Look again: sample.yml, line" in result.stdout
    assert "Check that nothing is counted twice." in result.stdout
    assert {path.name for path in folder.iterdir()} == {
        name for name in REPORT if ".sv." not in name
    }
    (study,) = store.studies("assessment", made[0] / "data/studies")
    assert study.date == "2025-03-01"


def test_one_assessment_that_fails_ends_with_exit_code_1(made, tmp_path):
    result = call("assess", "failing", "--out", str(tmp_path))
    assert result.exit_code == 1
    assert "RuntimeError: made to fail" in result.stdout
    assert str(tmp_path / "failing/2024/failed.ipynb") in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "there is no assessment 'nowhere'"),
        (("broken",), "colour"),
        (("sample", "--lang", "dk"), "unknown language 'dk'"),
        (("sample", "--date", "2025-02-30"), "'2025-02-30' is not a day"),
    ],
)
def test_wrong_use_of_assess_ends_with_exit_code_2(made, tmp_path, words, said):
    result = call("assess", *words, "--out", str(tmp_path))
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not list(tmp_path.rglob("*.ipynb"))


def test_a_batch_refuses_a_day_that_is_none(made):
    result = run(made[0], "--date", "tomorrow")
    assert result.exit_code == 2
    assert "'tomorrow' is not a day" in result.stderr


def test_a_plan_names_only_assessments_that_exist(made, tmp_path):
    text = PLAN.replace("[sample, broken, failing]", "[sample, samples]")
    (tmp_path / "plan.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_plan(tmp_path / "plan.yml")
    (fault,) = caught.value.faults
    assert fault.where == "plan.yml, line 9"
    assert "unknown assessment 'samples'. Did you mean sample?" in fault.problem
