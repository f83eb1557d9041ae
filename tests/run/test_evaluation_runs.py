"""Evaluations of a batch: worked out first, their plan registered once, made again the same."""

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
from impact.run import standing
from impact.run.params.plan import load_plan
from impact.run.study_kinds import ASSESSMENT, EVALUATION, KINDS, file_told

HERE = Path(__file__).parent
PLAN = """
name: one
title: En kommun
country: SE
region: SE-06
places: [Aneby]
languages: [sv, en]
year: 2024
assessments: [sample]
evaluations: [network, failing, broken]
"""
FILES = {
    *(f"report.{code}.html" for code in ("sv", "en")),
    *(f"summary.{code}.pdf" for code in ("sv", "en")),
    "values.csv",
    "notebook.ipynb",
    "manifest.json",
}
DAY = "2025-03-01"


def project_in(home: Path) -> None:
    """Make a project with this one's figures, and with studies of its own."""
    for folder in ("data", "params/assessments", "params/evaluations"):
        (home / folder).mkdir(parents=True)
    shutil.copytree(HERE / "notebooks", home / "notebooks")
    for path in folders.data_folder().iterdir():
        if path.name != "studies":
            (home / "data" / path.name).symlink_to(path, target_is_directory=path.is_dir())
    shutil.copy(HERE / "assessments/sample.yml", home / "params/assessments/sample.yml")
    network = (HERE / "evaluations/network.yml").read_text(encoding="utf-8")
    for name in ("network", "failing"):
        text = network.replace("\nid: network\n", f"\nid: {name}\n")
        (home / f"params/evaluations/{name}.yml").write_text(text, encoding="utf-8")
    (home / "params/evaluations/broken.yml").write_text("id: broken\ncolour: red\n")
    (home / "params/one.yml").write_text(PLAN, encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Run a batch of one place with an assessment and three evaluations, of which two fail."""
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


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def folder_of(home: Path, name: str = "network") -> Path:
    return home / "reports/one/2024/studies" / name


def states(home: Path) -> dict:
    found = standing.stand(load_plan(home / "params/one.yml"), home / "reports")
    return {one.subject: (one.state, one.reason) for one in found}


def test_studies_of_both_kinds_are_made_before_any_report_of_a_place(made):
    _, result = made
    assert "4 reports in" in result.stdout, result.output
    assert "FAILED broken (broken): broken.yml cannot be used:" in result.stdout
    assert "(failing): RuntimeError: made to fail" in result.stdout
    lines = [line for line in result.stderr.splitlines() if "/6 " in line]
    kinds = [next((kind for kind in KINDS if f"({kind})" in line), "place") for line in lines]
    assert sorted(kinds[:4]) == ["assessment", "evaluation", "evaluation", "evaluation"]
    assert kinds[4:] == ["place", "place"]


def test_an_evaluation_has_its_files_but_no_guide_and_says_what_it_is(made):
    folder = folder_of(made[0])
    assert {path.name for path in folder.iterdir()} == FILES
    content = read(folder / "manifest.json")
    assert content["kind"] == "evaluation" and content["notebook"] == "evaluation.ipynb"
    assert content["parameters"] == {
        "evaluation_file": "params/evaluations/network.yml",
        "today": DAY,
    }
    assert len(content["places"]) == 13 and content["evaluation"]
    assert set(content["sources"]) == {"params/evaluations/network.yml"}


def test_the_batch_lists_all_studies_and_the_way_in_leads_to_them(made):
    folder = folder_of(made[0]).parents[1]
    batch = read(folder / "manifest.json")
    assert batch["studies"] == ["network", "sample"]
    assert batch["made"] == ["sample", "network", "SE-0604", "SE-06"]
    assert set(batch["failed"]) == {"broken", "failing"}
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="studies/network/report.sv.html"' in page
    assert 'href="studies/sample/report.sv.html"' in page
    assert "<strong>Nätverk för skolan</strong>" in page
    assessments, evaluations = re.split('<h2 id="[a-z]+">', page)[1:3]
    assert assessments.startswith("Konsekvensbedömningar före beslut")
    assert "studies/sample" in assessments and "studies/network" not in assessments
    assert evaluations.startswith("Utvärderingar av det som gjorts")
    assert "studies/network" in evaluations and "studies/sample" not in evaluations


def test_its_plan_is_registered_and_its_result_stored_under_the_day_of_the_run(made):
    home, _ = made
    (study,) = store.studies("evaluation", home / "data/studies")
    assert (study.id, study.date) == ("network", DAY)
    (entry,) = store.registered("plan", "network")
    assert entry.date == DAY and entry.content["declared"]["estimator"] == "demeaned"


def test_nothing_is_made_again_when_nothing_changed_whatever_the_day(home):
    assert states(home)["network"] == ("kept", "")
    result = run(home, "2025-04-01")
    assert "0 reports in" in result.stdout and "4 kept" in result.stdout, result.output
    (entry,) = store.registered("plan", "network")
    assert entry.date == DAY
    page = (folder_of(home) / "report.en.html").read_text(encoding="utf-8")
    assert "1 March 2025" in page


def test_other_figures_examine_it_without_storing_or_registering_anything(home):
    snapshots = home / "data/snapshots"
    originals = snapshots.resolve()
    snapshots.unlink()
    shutil.copytree(originals, snapshots)
    shutil.rmtree(snapshots / "udir-2026-11-21")
    assert states(home)["network"][0] == "examine"
    before = [path.name for path in sorted((home / "params/register").iterdir())]
    result = run(home, "2025-04-01")
    assert "4 kept" in result.stdout, result.output
    assert [path.name for path in sorted((home / "params/register").iterdir())] == before
    assert read(folder_of(home) / "manifest.json")["parameters"]["today"] == DAY


@pytest.mark.parametrize("what", ["result", "plan"])
def test_one_whose_result_or_plan_is_another_is_worked_out_again(home, what):
    if what == "plan":
        store.register("plan", "network", {"digest": "another"}, date="2025-03-02")
        reason = "what is stored or registered of it is not what it came to"
    else:
        shutil.rmtree(home / "data/studies/network")
        reason = "its result is not stored"
    found = states(home)
    assert found["network"] == ("make", reason)
    assert found["sample"] == ("kept", "")
    assert found["SE-0604"][0] == "examine"


def test_a_changed_plan_is_made_again_and_registered_beside_the_first(home):
    file = home / "params/evaluations/network.yml"
    text = file.read_text(encoding="utf-8").replace("start: 2021", "start: 2022")
    file.write_text(text, encoding="utf-8")
    assert states(home)["network"] == ("make", "params changed")
    result = run(home, "2025-05-01")
    assert "FAILED network" not in result.stdout, result.output
    days = [entry.date for entry in store.registered("plan", "network")]
    assert days == [DAY, "2025-05-01"]
    page = (folder_of(home) / "report.en.html").read_text(encoding="utf-8")
    assert "1 March 2025" in page
    assert states(home)["network"] == ("kept", "")


def test_it_is_made_again_from_its_folder_byte_for_byte(home):
    result = call("reproduce", folder_of(home))
    assert result.exit_code == 0, result.output
    assert "The same: every file, every byte, every figure." in result.stdout


def test_one_made_on_a_later_day_is_made_again_with_the_day_its_plan_was_registered(home):
    out = home / "alone"
    result = call("evaluate", "network", "--out", out, "--date", "2025-06-01")
    assert result.exit_code == 0, result.output
    folder = out / "network/2024"
    assert f"Open {folder / 'report.sv.html'}" in result.stdout
    assert "1 mars 2025" in (folder / "report.sv.html").read_text(encoding="utf-8")
    store.register("plan", "network", {"digest": "another"}, date="2025-07-01")
    again = call("reproduce", folder)
    assert again.exit_code == 0, again.output
    assert "The same: every file, every byte, every figure." in again.stdout


def test_a_report_of_a_place_is_made_again_from_a_plan_that_names_evaluations(home):
    (home / "params/evaluations/network.yml").unlink()
    result = call("reproduce", folder_of(home).parents[1] / "SE-0604")
    assert result.exit_code == 0, result.output


def test_one_that_fails_alone_ends_with_exit_code_1(made, tmp_path):
    result = call("evaluate", "failing", "--out", tmp_path)
    assert result.exit_code == 1
    assert "RuntimeError: made to fail" in result.stdout
    assert str(tmp_path / "failing/2024/failed.ipynb") in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "there is no evaluation 'nowhere'"),
        (("broken",), "colour"),
        (("network", "--lang", "dk"), "unknown language 'dk'"),
        (("network", "--date", "2025-02-30"), "'2025-02-30' is not a day"),
    ],
)
def test_wrong_use_of_evaluate_ends_with_exit_code_2(made, tmp_path, words, said):
    result = call("evaluate", *words, "--out", tmp_path)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not list(tmp_path.rglob("*.ipynb"))


def test_a_plan_names_only_evaluations_that_exist(made, tmp_path):
    text = PLAN.replace("[network, failing, broken]", "[networks]")
    (tmp_path / "plan.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_plan(tmp_path / "plan.yml")
    (fault,) = caught.value.faults
    assert fault.where == "plan.yml, line 10"
    assert "unknown evaluation 'networks'. Did you mean network?" in fault.problem
    assert "Evaluations are the files of params/evaluations" in f"{fault.problem} {fault.mend}"


def test_an_assessment_and_an_evaluation_of_one_name_are_refused(home):
    shutil.copy(home / "params/assessments/sample.yml", home / "params/assessments/network.yml")
    file = home / "params/one.yml"
    file.write_text(PLAN.replace("[sample]", "[sample, network]"), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_plan(file)
    assert "network is an assessment and an evaluation" in str(caught.value)


@pytest.mark.parametrize(("kind", "name"), [(ASSESSMENT, "sample"), (EVALUATION, "network")])
def test_every_kind_of_study_has_its_notebook_its_reader_and_its_folder(made, kind, name):
    home, _ = made
    file = home / "params" / kind.folder / f"{name}.yml"
    assert KINDS[kind.name] is kind
    assert kind.find(name) == kind.file(name) == file
    assert kind.load(name).id == name
    assert (home / "notebooks" / kind.notebook).is_file()
    assert kind.parameter in (home / "notebooks" / kind.notebook).read_text(encoding="utf-8")


def test_the_file_a_notebook_is_told_is_found_whatever_its_kind():
    assert file_told({"params_file": "a.yml", "year": 2024}) == "a.yml"
    assert file_told({"assessment_file": "b.yml"}) == "b.yml"
    assert file_told({"evaluation_file": "c.yml", "today": None}) == "c.yml"
    assert file_told({}) == ""
