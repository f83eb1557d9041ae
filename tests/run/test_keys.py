"""Digests of what a report is made of: equal for what is the same, another for what is not."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from figures_project import PLAN, write_notebook

from impact import folders, store
from impact.run import keys
from impact.run.params.plan import load_plan


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A project with snapshots, studies and a register of its own."""
    home = tmp_path / "home"
    for name in ("data/snapshots", "data/studies", "params/register", "notebooks"):
        (home / name).mkdir(parents=True)
    for name in ("sources.csv", "places.csv"):
        shutil.copyfile(folders.data_folder() / name, home / "data" / name)
    for path in sorted(folders.snapshots_folder().iterdir())[:2]:
        shutil.copytree(path, home / "data/snapshots" / path.name)
    monkeypatch.setenv("IMPACT_HOME", str(home))
    return home


def plan(folder: Path, text: str = PLAN):
    file = folder / "three.yml"
    file.write_text(text, encoding="utf-8")
    return load_plan(file)


def notebook(tmp_path: Path, *cells: str) -> dict:
    write_notebook(tmp_path / "n.ipynb", "place = 1", "import impact", *cells)
    return json.loads((tmp_path / "n.ipynb").read_text(encoding="utf-8"))


def test_code_text_and_tags_count_of_a_notebook_and_nothing_else(tmp_path):
    before = notebook(tmp_path, "print(1)\nprint(2)")
    ran = json.loads(json.dumps(before))
    injected = {"tags": ["injected-parameters"]}
    ran["cells"].insert(1, {"cell_type": "code", "metadata": injected, "source": "place = 2"})
    ran["cells"][3] |= {
        "source": ["print(1)\n", "print(2)"],
        "outputs": [{"output_type": "stream"}],
        "execution_count": 3,
    }
    assert keys.code(ran) == keys.code(before)
    assert keys.code(notebook(tmp_path, "print(2)\nprint(1)")) != keys.code(before)
    tagged = json.loads(json.dumps(before))
    tagged["cells"][2]["metadata"]["tags"] = ["shared"]
    assert keys.code(tagged) != keys.code(before)
    told = json.loads(json.dumps(before))
    told["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "Said."})
    assert keys.code(told) != keys.code(before)


def test_a_notebook_that_is_none_is_known_by_its_bytes(tmp_path):
    (tmp_path / "a.ipynb").write_text("{ half")
    (tmp_path / "b.ipynb").write_text("[]")
    digests = {keys.code_of(tmp_path / name) for name in ("a.ipynb", "b.ipynb", "none.ipynb")}
    assert len(digests) == 3 and keys.code_of(tmp_path / "none.ipynb") == ""


def test_params_of_a_place_hold_its_own_words_and_no_others(tmp_path):
    first = plan(tmp_path)
    other = plan(tmp_path, PLAN.replace("talks of itself", "says more"))
    assert keys.params(first, "SE-0604") != keys.params(other, "SE-0604")
    assert keys.params(first, "SE-0617") == keys.params(other, "SE-0617")
    assert keys.params(first) != keys.params(other)


def test_comments_and_languages_of_params_do_not_count_but_all_else_does(tmp_path):
    first = plan(tmp_path)
    same = plan(tmp_path, "# a comment\n" + PLAN.replace("[sv]", "[sv, en]"))
    assert same.digest != first.digest
    assert keys.params(same, "SE-0617") == keys.params(first, "SE-0617")
    for text in (PLAN + "max_age: 4\n", PLAN.replace("Tre kommuner", "Tre")):
        assert keys.params(plan(tmp_path, text), "SE-0617") != keys.params(first, "SE-0617")


def test_what_a_run_tells_of_the_last_report_and_of_the_day_does_not_count():
    around = keys.surroundings()

    def of(**told):
        return keys.made_of(around, code="c", parameters={"place": "a", **told}, params="p")

    assert of(previous=["x"], previous_year=2023, today="2025-01-01") == of(today="2025-01-02")
    assert of(year=2023) != of(year=2024)


def test_snapshots_are_known_by_content_and_not_by_time(home):
    before = keys.snapshots()
    assert set(before) == {one.id for one in store.snapshots()}
    for path in (home / "data/snapshots").rglob("*.parquet"):
        os.utime(path, (1, 1))
        path.write_bytes(path.read_bytes())
    (home / "data/snapshots/_working").mkdir()
    assert keys.snapshots() == before
    first = next(iter(before))
    values = next((home / "data/snapshots" / first).glob("*.parquet"))
    values.write_bytes(values.read_bytes() + b" ")
    after = keys.snapshots()
    assert {name for name in before if after[name] != before[name]} == {first}


def test_a_study_is_known_by_its_newest_result(home):
    def write(number: int, date: str):
        about = {"number": number}
        return store.write_study("one", kind="assessment", tables={}, about=about, date=date)

    assert keys.studies(["one"]) == {} and not keys.is_stored("one")
    first = write(1, "2025-01-01")
    assert keys.studies(["one", "two"]) == {"one": first.digest}
    for number, date in ((2, "2025-01-01"), (1, "2025-01-01"), (3, "2025-02-01")):
        written = write(number, date)
        assert written.folder == store.study("one").folder
        assert keys.studies(["one"]) == {"one": written.digest}
        assert keys.is_stored("one")
    (written.folder / "result.json").write_text("{}")
    assert keys.studies(["one"]) != {"one": written.digest}
    assert not keys.is_stored("one")


def test_the_register_counts_only_for_the_studies_that_are_read(home):
    assert keys.register(["one"]) == ""
    store.register("prediction", "one", {"value": 1}, date="2025-01-01")
    before = keys.register(["one"])
    assert before
    store.register("prediction", "all-one", {"value": 1}, date="2025-01-01")
    assert keys.register(["one"]) == before
    store.register("prediction", "one", {"value": 2}, date="2025-01-02")
    assert keys.register(["one"]) != before


def test_descriptions_are_all_of_data_but_figures_results_and_templates(home):
    (home / "data/templates").mkdir()
    (home / "data/templates/form.csv").write_text("a")
    (home / "data/README.md").write_text("a")
    assert set(keys.descriptions()) == {"sources.csv", "places.csv"}


def test_the_package_is_all_that_makes_a_report():
    found = keys.package()
    made_by = ("report/page.py", "run/make_report.py", "engine/cells.py", "overviews/build.py")
    assert set(made_by) <= set(found)
    assert any(name.endswith(".ftl") for name in found)
    assert not [name for name in found if name.startswith("cli/") or name.endswith(".pyc")]
    assert "run/progress.py" not in found


def test_blocks_are_known_by_what_they_hold():
    def executed(*years):
        mime = "application/vnd.impact.block+json"
        shown = [{"data": {mime: {"year": year, "kind": "a"}}} for year in years]
        return {"cells": [{"outputs": [*shown, {"data": {"text/plain": "1"}}]}, {}]}

    swapped = executed(2024)
    bundle = swapped["cells"][0]["outputs"][0]["data"]
    bundle.update({mime: dict(reversed(block.items())) for mime, block in bundle.items()})
    assert keys.shown(swapped) == keys.shown(executed(2024))
    assert keys.shown(executed(2023)) != keys.shown(executed(2024))
    assert keys.blocks(executed(2023, 2024))[1:] == keys.blocks(executed(2024))
    assert keys.shown(executed(2023, 2024)) != keys.shown(executed(2024, 2023))
