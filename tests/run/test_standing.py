"""Which reports stand, and the reason of each that does not."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest
from figures_project import ANEBY, GNOSJO, PLAN, VARNAMO, contents, project

from impact.errors import InvalidInput
from impact.run import keys, manifest, standing
from impact.run.params.plan import load_plan

ALL = (ANEBY, GNOSJO, VARNAMO, "SE-06")


@pytest.fixture(scope="module")
def stood(tmp_path_factory):
    """A project in whose folder of reports each report stands as a run leaves it."""
    home = project(tmp_path_factory.mktemp("stood") / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IMPACT_HOME", str(home))
        plan = load_plan("params/three.yml")
        batch = standing.batch_of(plan, home / "reports")
        for one in standing.reports(batch, plan.places, with_region=True):
            one.job.folder.mkdir(parents=True)
            (one.job.folder / "values.csv").write_text("figures")
            manifest.write(one.job.folder, _manifest(one.job))
        made_by = {part: dict(files) for part, files in batch.now.items()}
        manifest.write(batch.folder, {"made_by": made_by})
    return home


def _manifest(job) -> dict:
    return {
        "languages": list(job.languages),
        "parameters": dict(job.parameters),
        "homes": dict(job.homes),
        "snapshots": list(job.figures["snapshots"]),
        "made_of": dict(job.made_of),
        "figures": dict(job.figures),
        "shown": "digest of the blocks",
        "files": manifest.files(job.folder),
    }


@pytest.fixture
def home(stood, tmp_path, monkeypatch):
    copy = tmp_path / "home"
    shutil.copytree(stood, copy)
    monkeypatch.setenv("IMPACT_HOME", str(copy))
    return copy


def judged(home: Path, **options) -> dict[str, tuple[str, str]]:
    plan = load_plan("params/three.yml", languages=options.pop("languages", None))
    found = standing.stand(plan, home / "reports", **options)
    return {one.subject: (one.state, one.reason) for one in found}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def folder_of(home: Path, name: str) -> Path:
    return home / "reports/three/2024" / name


def test_what_did_not_change_stands_and_looking_writes_nothing(home):
    before = contents(home)
    assert judged(home) == dict.fromkeys(ALL, ("kept", ""))
    assert judged(home, only=["aneby"]) == {ANEBY: ("kept", "")}
    assert contents(home) == before


def test_a_place_that_is_not_in_the_plan_is_refused(home):
    with pytest.raises(InvalidInput, match="Habo"):
        judged(home, only=["Habo"])


@pytest.mark.parametrize(
    ("do", "reason"),
    [
        (lambda folder: shutil.rmtree(folder), "new"),
        (lambda folder: (folder / "values.csv").unlink(), "values.csv is missing"),
        (
            lambda folder: (folder / "values.csv").write_text("half"),
            "values.csv has another size",
        ),
        (lambda folder: (folder / "failed.ipynb").write_text("{}"), "failed last time"),
        (
            lambda folder: edit(folder / "manifest.json", '"files": {', '"files": 3, "x": {'),
            "manifest.json does not say what it was made of",
        ),
        (
            lambda folder: edit(folder / "manifest.json", "{", "{ half"),
            "manifest.json cannot be read",
        ),
        (
            lambda folder: (folder / "manifest.json").write_bytes(b"\xff\x00"),
            "manifest.json cannot be read",
        ),
        (
            lambda folder: (folder / "manifest.json").write_text('{"snapshots": ["a"]}'),
            "manifest.json does not say what it was made of",
        ),
    ],
)
def test_a_report_that_is_not_whole_is_made_and_no_other(home, do, reason):
    do(folder_of(home, ANEBY))
    expected = dict.fromkeys(ALL, ("kept", ""))
    assert judged(home) == {**expected, ANEBY: ("make", reason)}


def test_every_reason_is_named(home):
    (folder_of(home, ANEBY) / "values.csv").unlink()
    edit(home / "notebooks/municipality.ipynb", "round(10", "round(100")
    assert judged(home)[ANEBY] == (
        "make",
        "values.csv is missing; code or text of the notebook changed",
    )


def test_a_changed_notebook_makes_its_own_reports(home):
    edit(home / "notebooks/municipality.ipynb", "round(10", "round(100")
    found = judged(home)
    assert found.pop("SE-06") == ("kept", "")
    assert set(found.values()) == {("make", "code or text of the notebook changed")}


def test_words_of_one_municipality_make_its_report_and_the_regions(home):
    edit(home / "params/three.yml", "talks of itself", "says more")
    expected = dict.fromkeys(ALL, ("kept", ""))
    changed = dict.fromkeys((ANEBY, "SE-06"), ("make", "params changed"))
    assert judged(home) == {**expected, **changed}


def test_languages_make_the_reports_that_are_to_be_in_them(home):
    found = judged(home, languages=["sv", "en"])
    assert set(found.values()) == {("make", "languages are now sv, en")}


def test_another_file_of_the_library_is_named(home, monkeypatch):
    package = {**keys.package(), "report/html.py": "another"}
    monkeypatch.setattr(keys, "package", lambda: package)
    assert set(judged(home).values()) == {("make", "package changed: report/html.py")}
    (folder_of(home, "manifest.json")).unlink()
    assert set(judged(home).values()) == {("make", "package changed")}


def test_another_version_of_a_library_is_named(home, monkeypatch):
    now = manifest.versions()
    monkeypatch.setattr(manifest, "versions", lambda: {**now, "pandas": "99"})
    assert set(judged(home).values()) == {("make", f"pandas {now['pandas']} became 99")}


def test_another_description_is_named(home):
    edit(home / "data/sources.csv", "Figures added", "Numbers added")
    reason = "descriptions in data/ changed: sources.csv"
    assert set(judged(home).values()) == {("make", reason)}


def test_figures_that_changed_are_a_reason_to_examine(home):
    shutil.copytree(
        home / "data/snapshots/kolada-2024-12-12", home / "data/snapshots/kolada-2025-12-12"
    )
    shutil.rmtree(home / "data/snapshots/udir-2026-11-21")
    reason = "figures: kolada-2025-12-12 is new, udir-2026-11-21 is gone"
    assert set(judged(home).values()) == {("examine", reason)}
    (folder_of(home, ANEBY) / "failed.ipynb").write_text("{}")
    assert judged(home)[ANEBY] == ("examine", reason)


def test_an_examined_report_is_told_what_the_standing_one_was(home):
    content = manifest.read(folder_of(home, ANEBY))
    content["parameters"] |= {"previous": ["a"], "previous_year": 2022}
    manifest.write(folder_of(home, ANEBY), content)
    shutil.rmtree(home / "data/snapshots/udir-2026-11-21")
    found = standing.stand(load_plan("params/three.yml"), home / "reports")
    (job,) = [one.job for one in found if one.subject == ANEBY]
    told = (job.parameters["previous"], job.parameters["previous_year"])
    assert told == (["a"], 2022)
    assert job.shown == "digest of the blocks"
    assert "udir-2026-11-21" in job.anew["previous"] and job.anew["previous_year"] == 2024
    assert job.own == ("place",) and list(job.anew) == list(job.parameters)


def test_another_report_of_an_earlier_year_makes_what_is_compared_with_it(home):
    earlier = home / "reports/three/2023" / ANEBY
    earlier.mkdir(parents=True)
    manifest.write(earlier, {"snapshots": ["kolada-2024-12-12"]})
    reason = "the report of 2023 it is compared with is another one"
    assert judged(home) == {**dict.fromkeys(ALL, ("kept", "")), ANEBY: ("make", reason)}
    standing_now = manifest.read(folder_of(home, ANEBY))
    compared = {"previous": ["kolada-2024-12-12"], "previous_year": 2023}
    standing_now["parameters"] |= compared
    manifest.write(folder_of(home, ANEBY), standing_now)
    assert judged(home)[ANEBY] == ("kept", "")
    shutil.rmtree(home / "reports/three/2023")
    assert judged(home)[ANEBY] == ("kept", "")


def test_a_params_file_is_the_one_found_from_here_and_not_its_namesake_in_the_project(
    home, tmp_path, monkeypatch
):
    (tmp_path / "params").mkdir()
    (tmp_path / "params/three.yml").write_text(PLAN.replace("Tre", "Fyra"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    plan = load_plan("params/three.yml")
    (first, *_) = standing.stand(plan, home / "reports")
    assert plan.title == {"": "Fyra kommuner"}
    assert first.job.parameters["params_file"] == "three.yml"
    assert first.job.outside == tmp_path / "params"


@pytest.mark.parametrize("name", ["three.yml", "params/three.yml"])
def test_a_params_file_has_one_name_however_it_is_typed(home, name):
    found = standing.stand(load_plan(name), home / "reports")
    assert {one.state for one in found} == {"kept"}
    assert {one.job.outside for one in found} == {None}


def test_force_makes_everything(home):
    found = judged(home, force=True)
    assert set(found.values()) == {("make", "asked for with --force")}


def test_an_assessment_that_cannot_be_read_is_named_first(home):
    (home / "params/assessments").mkdir()
    (home / "params/assessments/broken.yml").write_text("id: broken\ncolour: red\n")
    (home / "params/three.yml").write_text(PLAN + "assessments: [broken]\n", encoding="utf-8")
    first = next(iter(judged(home).items()))
    assert first[0] == "broken" and first[1][0] == "failed" and "colour" in first[1][1]


def test_a_standing_says_all_a_list_needs():
    names = [field.name for field in dataclasses.fields(standing.Standing)]
    assert names[:4] == ["subject", "name", "state", "reason"]
