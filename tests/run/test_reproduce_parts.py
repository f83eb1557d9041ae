"""What reproducing rests on: the recipe in a manifest, what changed since, the rebuilt project."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from papermill.parameterize import parameterize_notebook

from impact import folders, store
from impact.engine import notebook_files
from impact.errors import ImpactError, InvalidInput
from impact.run import keys
from impact.run.manifest import files
from impact.run.reproduce.inputs import (
    changed_inputs,
    entries_of,
    notebook_of,
    results_of,
)
from impact.run.reproduce.project import rebuild, without_run
from impact.run.reproduce.recipe import read_recipe

NOTEBOOK = Path(__file__).parent / "notebooks/municipality.ipynb"
STUDY = "jonkoping_attendance"


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project with a copy of this one's data and register, and one small notebook."""
    home = tmp_path / "home"
    shutil.copytree(folders.data_folder(), home / "data")
    shutil.copytree(folders.params_folder() / "register", home / "params/register")
    (home / "params/small.yml").write_text("name: small\n", encoding="utf-8")
    (home / "notebooks").mkdir()
    shutil.copyfile(NOTEBOOK, home / "notebooks/municipality.ipynb")
    monkeypatch.setenv("IMPACT_HOME", str(home))
    return home


@pytest.fixture
def content(project) -> dict[str, Any]:
    """What the manifest of a report made of the project now would say."""
    around = keys.surroundings()
    code = keys.code(read(NOTEBOOK))
    return {
        "subject": "SE-0604",
        "kind": "municipality",
        "languages": ["sv"],
        "notebook": "municipality.ipynb",
        "parameters": {"place": "SE-0604", "params_file": "params/small.yml"},
        "own": ["place"],
        "homes": {"sv": "../index.html"},
        "made_of": keys.made_of(around, code=code, parameters={}, params="1"),
        "figures": keys.figures(around, [STUDY]),
        "shown": "2",
        "sources": {"params/small.yml": "name: small\n"},
        "files": {},
    }


@pytest.fixture
def report(tmp_path, content) -> Path:
    """The folder of a report that was made of the project: its executed notebook alone."""
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "notebook.ipynb").write_text(json.dumps(executed(NOTEBOOK)), encoding="utf-8")
    content["files"] = files(folder)
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def executed(notebook: Path) -> dict[str, Any]:
    """Return a notebook as one that ran: parameters injected, outputs, counts."""
    told = parameterize_notebook(notebook_files.load(notebook), {"place": "SE-0604"})
    for count, cell in enumerate((cell for cell in told.cells if cell.cell_type == "code"), 1):
        cell.execution_count = count
        cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text="said")]
    return notebook_files.cleaned(json.loads(nbformat.writes(told)), notebook)


def test_a_notebook_is_as_it_was_before_it_ran(tmp_path):
    ran = executed(NOTEBOOK)
    again = without_run(ran)
    assert keys.code(again) == keys.code(read(NOTEBOOK))
    assert len(again["cells"]) == len(ran["cells"]) - 1
    (tmp_path / NOTEBOOK.name).write_text(json.dumps(again), encoding="utf-8")
    assert executed(tmp_path / NOTEBOOK.name) == ran


def test_a_recipe_is_read_from_a_manifest(report):
    recipe = read_recipe(report)
    assert recipe.subject == "SE-0604"
    assert recipe.own == ("place",)
    assert recipe.figures.studies.keys() == {STUDY}
    assert recipe.figures.entries


@pytest.mark.parametrize("text", [None, "", "{", "[]"])
def test_a_folder_without_a_manifest_that_can_be_read_is_refused(report, text):
    (report / "manifest.json").unlink()
    if text is not None:
        (report / "manifest.json").write_text(text)
    with pytest.raises(ImpactError, match=r"manifest\.json is missing or cannot be read"):
        read_recipe(report)


def test_the_folder_of_a_batch_is_refused_and_its_reports_are_named(report):
    (report / "manifest.json").write_text('{"reports": {"SE-0604": {}, "region": {}}}')
    with pytest.raises(ImpactError, match="one report in it: SE-0604, region"):
        read_recipe(report)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("subject", "../SE-0604"),
        ("notebook", "../municipality.ipynb"),
        ("notebook", "/notebook.ipynb"),
        ("languages", ["../sv"]),
        ("languages", []),
        ("kind", "page"),
        ("sources", {"/params/small.yml": ""}),
        ("sources", {"params/../../small.yml": ""}),
        ("sources", {"": ""}),
        ("sources", {"params/a\0b.yml": ""}),
        ("sources", {"params/\x1b[31msmall.yml": ""}),
        ("sources", {f"params/{'a' * 300}.yml": ""}),
        ("sources", {"params/small.yml": "\ud800"}),
        ("figures", {"snapshots": {"../secret": "1"}}),
        ("figures", {"snapshots": {}, "studies": {"a/b": "1"}}),
        ("files", {"../page.html": {"bytes": 1, "sha256": "1"}}),
        ("parameters", "none"),
        ("made_of", None),
        ("shown", None),
    ],
)
def test_a_manifest_that_names_what_cannot_be_is_refused_by_field(report, content, key, value):
    (report / "manifest.json").write_text(json.dumps({**content, key: value}))
    with pytest.raises(InvalidInput) as refused:
        read_recipe(report)
    assert any(fault.where.startswith(key) for fault in refused.value.faults)


def test_a_manifest_of_an_older_version_is_refused_with_all_that_it_lacks(report, content):
    for key in ("made_of", "figures", "sources"):
        del content[key]
    (report / "manifest.json").write_text(json.dumps(content))
    with pytest.raises(InvalidInput, match="made by an older version") as refused:
        read_recipe(report)
    assert {fault.where for fault in refused.value.faults} == {"made_of", "figures", "sources"}


def named(inputs: Any) -> dict[str, str]:
    return {one.name: one.problem for one in inputs}


def test_nothing_is_named_while_all_is_as_it_was(report):
    recipe = read_recipe(report)
    assert list(changed_inputs(recipe, keys.surroundings())) == []
    assert notebook_of(recipe, report)[1] == []
    assert results_of(recipe)[1] == entries_of(recipe)[1] == []


def test_package_and_libraries_are_named_with_their_versions(report):
    around = keys.surroundings()
    other = replace(
        around,
        package={**around.package, "report/html.py": "9"},
        versions={**around.versions, "pandas": "0.1", "newcomer": "2"},
    )
    found = named(changed_inputs(read_recipe(report), other))
    assert found.keys() == {"package impact", "pandas", "newcomer"}
    assert found["package impact"].startswith("its files differ (version ")
    assert found["pandas"].endswith(" then, 0.1 now")
    assert found["newcomer"] == "version not installed then, 2 now"


def test_descriptions_snapshots_and_params_are_named(project, report):
    recipe = read_recipe(report)
    with (project / "data/places.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    shutil.rmtree(project / "data/snapshots/scb-2020-07-11")
    (project / "data/snapshots/kolada-2024-12-12/values.parquet").write_bytes(b"altered")
    (project / "data/snapshots/newer-2030-01-01").mkdir()
    (project / "params/small.yml").write_text("name: other\n")
    found = list(changed_inputs(recipe, keys.surroundings()))
    assert named(found) == {
        "descriptions": "a file of data/ beside figures and results differs",
        "snapshot scb-2020-07-11": "is missing",
        "snapshot kolada-2024-12-12": "is not what it was",
        "params/small.yml": "was changed since; the report's own was used",
    }
    assert [one.name for one in found if one.replaced] == ["params/small.yml"]


def change_code(notebook: Path) -> None:
    content = read(notebook)
    content["cells"][-1]["source"] = "print('other')"
    notebook.write_text(json.dumps(content), encoding="utf-8")


def test_the_notebook_in_the_folder_is_used_when_the_projects_has_other_code(project, report):
    change_code(project / "notebooks/municipality.ipynb")
    notebook, found = notebook_of(read_recipe(report), report)
    assert notebook == read(report / "notebook.ipynb")
    assert [(one.name, one.replaced) for one in found] == [("notebooks/municipality.ipynb", True)]


@pytest.mark.parametrize("harm", [Path.unlink, change_code, lambda path: path.write_text("{")])
def test_the_projects_notebook_is_used_when_the_one_in_the_folder_was_harmed(project, report, harm):
    harm(report / "notebook.ipynb")
    notebook, found = notebook_of(read_recipe(report), report)
    assert (notebook, found) == (read(NOTEBOOK), [])
    change_code(project / "notebooks/municipality.ipynb")
    with pytest.raises(ImpactError, match="holds the code it was made by"):
        notebook_of(read_recipe(report), report)


def test_results_and_entries_of_then_are_found_beside_later_ones(project, report):
    recipe = read_recipe(report)
    before = set((project / "params/register").glob(f"*-{STUDY}-*.json"))
    result, entries = results_of(recipe)[0], entries_of(recipe)[0]
    store.write_study(STUDY, kind="assessment", tables={}, about={"new": 1}, date="2030-01-01")
    store.register("prediction", STUDY, {"new": 1}, date="2030-01-01")
    assert keys.register([STUDY]) != recipe.figures.entries
    assert results_of(recipe) == (result, [])
    assert entries_of(recipe) == (entries, [])
    assert [path.parent.name for path in result] == [STUDY]
    assert set(entries) == before


def test_a_lost_result_and_a_lost_entry_are_named(project, report):
    recipe = read_recipe(report)
    shutil.rmtree(project / f"data/studies/{STUDY}")
    for entry in (project / "params/register").glob("*.json"):
        entry.unlink()
    assert named(results_of(recipe)[1]) == {f"study {STUDY}": "the result that was used is missing"}
    assert named(entries_of(recipe)[1]) == {"register": "does not hold what it held then"}


def test_a_rebuilt_project_holds_what_the_report_named_and_lets_nothing_back(
    project, report, tmp_path, monkeypatch
):
    recipe = read_recipe(report)
    later = project / "data/snapshots/local-2030-01-01"
    shutil.copytree(project / "data/snapshots/scb-2020-07-11", later)
    (project / "params/small.yml").write_text("name: other\n")
    before = keys.of_folder(project)
    home = tmp_path / "again"
    rebuild(recipe, home, results=results_of(recipe)[0], entries=entries_of(recipe)[0])
    monkeypatch.setenv("IMPACT_HOME", str(home))
    assert folders.project_folder() == home
    now = keys.surroundings()
    assert now.snapshots == recipe.figures.snapshots
    assert later.name not in now.snapshots
    assert keys.of_content(now.descriptions) == recipe.made_of.descriptions
    assert keys.figures(now, [STUDY])["register"] == recipe.figures.entries
    assert (home / "params/small.yml").read_text() == "name: small\n"
    assert {one.id for one in store.studies()} == {STUDY}
    assert len(store.verify()) == len(recipe.figures.snapshots)
    store.write_study(STUDY, kind="assessment", tables={}, about={"new": 1}, date="2030-01-01")
    store.register("prediction", STUDY, {"new": 1}, date="2030-01-01")
    assert keys.of_folder(project) == before


@pytest.mark.parametrize("linked", ["data/places.csv", "data/snapshots/{}/values.parquet"])
def test_no_params_file_of_a_manifest_is_written_through_a_link(
    project, report, content, tmp_path, linked
):
    name = linked.format(next(iter(content["figures"]["snapshots"])))
    sources = {**content["sources"], name: "overwritten"}
    (report / "manifest.json").write_text(json.dumps({**content, "sources": sources}))
    before = keys.of_folder(project)
    home = tmp_path / "again"
    rebuild(read_recipe(report), home, results=[], entries=[])
    assert keys.of_folder(project) == before
    assert (home / name).read_bytes() == (project / name).read_bytes()


def test_tables_an_analyst_named_are_as_they_were(project, report, content, tmp_path):
    for name in ("capacity", "staffing"):
        table = project / f"data/{name}/own.csv"
        table.parent.mkdir(exist_ok=True)
        table.write_text("other now", encoding="utf-8")
    table.with_name("beside.csv").write_text("linked", encoding="utf-8")
    sources = {**content["sources"], "data/capacity/own.csv": "a\r\n", "data/staffing/own.csv": "b"}
    (report / "manifest.json").write_text(json.dumps({**content, "sources": sources}))
    recipe = read_recipe(report)
    home = tmp_path / "again"
    rebuild(recipe, home, results=[], entries=[])
    assert (home / "data/capacity/own.csv").read_bytes() == b"a\r\n"
    assert (home / "data/staffing/own.csv").read_bytes() == b"b"
    assert (home / "data/staffing/beside.csv").read_text() == "linked"
    assert table.read_text() == "other now"
    assert named(changed_inputs(recipe, keys.surroundings())).keys() >= {*sources} - {
        *content["sources"]
    }


def test_a_rebuilt_project_is_copied_where_links_are_refused(report, tmp_path, monkeypatch):
    def refuse(self: Path, *_: Any) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    home = tmp_path / "again"
    recipe = read_recipe(report)
    rebuild(recipe, home, results=[], entries=[])
    assert not any(path.is_symlink() for path in home.rglob("*"))
    monkeypatch.setenv("IMPACT_HOME", str(home))
    assert keys.snapshots() == recipe.figures.snapshots
