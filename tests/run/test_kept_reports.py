"""What a second run makes: nothing when nothing changed, else exactly what shows the change."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from figures_project import (
    ANEBY,
    GNOSJO,
    VARNAMO,
    batch_of,
    contents,
    correct,
    manifest_of,
    project,
    run,
    write_notebook,
)

from impact.run import batch, schedule
from impact.run.params.plan import load_plan

ALL = {ANEBY, GNOSJO, VARNAMO, "SE-06"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make the four reports of a project once."""
    home = project(tmp_path_factory.mktemp("made") / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IMPACT_HOME", str(home))
        result = run(home)
    assert result.exit_code == 0, result.output
    assert "4 reports in" in result.stdout
    return home


@pytest.fixture
def home(made, tmp_path, monkeypatch):
    """A copy of the project with its reports, to do something to."""
    copy = tmp_path / "home"
    shutil.copytree(made, copy)
    monkeypatch.setenv("IMPACT_HOME", str(copy))
    return copy


def refuse(*args, **options):
    raise AssertionError("something was run")


def test_when_nothing_changed_nothing_is_run_and_nothing_but_the_manifest_written(
    home, monkeypatch
):
    before = contents(batch_of(home))
    stamps = {path: path.stat().st_mtime_ns for path in batch_of(home).rglob("*.html")}
    monkeypatch.setattr(schedule, "run_all", refuse)
    result = run(home)
    assert result.exit_code == 0, result.output
    assert "0 reports in" in result.stdout and "4 kept" in result.stdout
    after = contents(batch_of(home))
    assert {name for name in after if after[name] != before[name]} <= {"manifest.json"}
    assert set(after) == set(before)
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    assert set(manifest_of(home)["kept"]) == ALL and manifest_of(home)["made"] == []


def test_a_run_in_which_nothing_changed_loads_no_tables_and_no_charts(home):
    code = (
        "import sys\n"
        "from impact.run.batch import run\n"
        "from impact.run.params.plan import load_plan\n"
        f"found = run(load_plan('params/three.yml'), out={str(home / 'reports')!r})\n"
        "assert len(found.kept) == 4, found\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'matplotlib', 'papermill', 'IPython', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "[]\n"


def test_what_the_batch_says_of_kept_reports_stays(home):
    before = manifest_of(home)["reports"]
    assert set(before) == {ANEBY, GNOSJO, VARNAMO, "region"}
    assert before[ANEBY]["reason"] == "new"
    assert before[ANEBY]["cpu_seconds"] > 0 and before[ANEBY]["seconds"] > 0
    run(home)
    assert manifest_of(home)["reports"] == before


def test_one_corrected_figure_makes_exactly_the_reports_that_show_it(home):
    before = contents(batch_of(home))
    old = list(manifest_of(home, ANEBY)["figures"]["snapshots"])
    added = correct(home, "Gnosjö", "70.1")
    result = run(home, "--progress", "lines")
    assert result.exit_code == 0, result.output
    assert set(manifest_of(home)["made"]) == {GNOSJO, VARNAMO}
    assert set(manifest_of(home)["kept"]) == {ANEBY, "SE-06"}
    assert "shows other figures: 1 of 6 blocks" in result.stderr
    after = contents(batch_of(home))
    for name in (ANEBY, "region"):
        changed = {file for file in after if file.startswith(name) and after[file] != before[file]}
        assert changed == {f"{name}/manifest.json"}
        assert manifest_of(home, name)["parameters"]["previous"] == []
    for name in (ANEBY, GNOSJO, VARNAMO, "region"):
        assert added in manifest_of(home, name)["figures"]["snapshots"]
        assert added in manifest_of(home, name)["snapshots"]
    for name in (GNOSJO, VARNAMO):
        told = manifest_of(home, name)["parameters"]
        assert (told["previous"], told["previous_year"]) == (old, 2024)


def test_after_figures_that_change_nothing_visible_nothing_is_left_to_examine(home, monkeypatch):
    correct(home, "Habo", "70.1")
    result = run(home)
    assert "4 kept" in result.stdout
    assert manifest_of(home)["made"] == []
    monkeypatch.setattr(schedule, "run_all", refuse)
    assert "4 kept" in run(home).stdout


def test_a_report_compared_with_an_earlier_year_is_examined_and_made_in_one_go(home, monkeypatch):
    (home / "params/three.yml").write_text(
        (home / "params/three.yml").read_text(encoding="utf-8")
        + "last_report: {year: 2023, snapshots: [kolada-2024-12-12]}\n",
        encoding="utf-8",
    )
    assert run(home).exit_code == 0
    calls = []
    through = schedule.run_all
    monkeypatch.setattr(
        schedule,
        "run_all",
        lambda make, jobs, **how: calls.append(jobs) or through(make, jobs, **how),
    )
    correct(home, "Gnosjö", "70.1")
    assert run(home).exit_code == 0
    assert [len(jobs) for jobs in calls] == [4]
    assert set(manifest_of(home)["made"]) == {GNOSJO, VARNAMO}
    assert manifest_of(home, GNOSJO)["parameters"]["previous"] == ["kolada-2024-12-12"]


def test_a_dry_run_says_why_and_writes_nothing(home, monkeypatch):
    (batch_of(home) / GNOSJO / "values.csv").unlink()
    added = correct(home, "Habo", "70.1")
    before = contents(home)
    monkeypatch.setattr(schedule, "run_all", refuse)
    result = run(home, "--dry-run")
    assert result.exit_code == 0, result.output
    assert f"Aneby ({ANEBY}): made if it shows something else: figures: {added} is new" in (
        result.stdout
    )
    assert f"Gnosjö ({GNOSJO}): made: values.csv is missing" in result.stdout
    assert "4 to run, 0 stand; nothing was made." in result.stdout
    assert contents(home) == before


def test_a_dry_run_before_the_first_report_makes_no_folder(home):
    result = run(home, "--dry-run", "--year", "2023")
    assert f"Aneby ({ANEBY}): made: new" in result.stdout
    assert not (home / "reports/three/2023").exists()


def test_force_makes_what_stands_with_the_same_bytes(home):
    before = contents(batch_of(home))
    result = run(home, "--force", "--only", "Aneby")
    assert "1 reports in" in result.stdout
    after = contents(batch_of(home))
    assert {name for name in after if after[name] != before[name]} == {"manifest.json"}
    assert manifest_of(home)["reports"][ANEBY]["reason"] == "asked for with --force"


def test_the_plain_engine_makes_the_same_bytes(home):
    before = contents(batch_of(home) / ANEBY)
    result = run(home, "--force", "--only", "Aneby", "--engine", "plain")
    assert result.exit_code == 0, result.output
    assert contents(batch_of(home) / ANEBY) == before


def test_a_report_that_fails_when_examined_keeps_its_pages_and_is_tried_again(home):
    before = contents(batch_of(home) / ANEBY)
    correct(home, "Gnosjö", "70.1")
    gone = home / "data/snapshots/kolada-2024-12-12"
    gone.rename(home / "data/elsewhere")
    result = run(home)
    assert result.exit_code == 1, result.output
    assert "FAILED Aneby" in result.stdout
    left = contents(batch_of(home) / ANEBY)
    assert {name: left[name] for name in before} == before
    assert "failed.ipynb" in left
    (home / "data/elsewhere").rename(gone)
    assert run(home).exit_code == 0
    assert contents(batch_of(home) / ANEBY).keys() == before.keys()


def test_a_failure_is_tried_again_although_nothing_changed(home):
    (batch_of(home) / ANEBY / "failed.ipynb").write_text("{}", encoding="utf-8")
    result = run(home, "--progress", "lines")
    assert "Aneby" in result.stderr and "failed last time" in result.stderr
    assert manifest_of(home)["made"] == [ANEBY]
    assert not (batch_of(home) / ANEBY / "failed.ipynb").exists()


def test_a_summary_names_each_report_once_with_the_job_of_this_process(home):
    correct(home, "Gnosjö", "70.1")
    jobs = []
    found = batch.run(load_plan("params/three.yml"), out=home / "reports", begun=jobs.extend)
    assert {one.job.subject for one in found.outcomes} == ALL and len(found.outcomes) == 4
    assert {one.subject for one in jobs} == ALL
    assert all(one.job.folder.parent == batch_of(home) for one in found.outcomes)
    assert {one.state for one in found.outcomes} == {"made", "kept"}


def test_a_changed_notebook_makes_its_reports_and_no_others(home):
    write_notebook(home / "notebooks/region.ipynb", "a = 1", "b = 2", "raise ValueError('region')")
    result = run(home)
    assert result.exit_code == 1
    assert "(SE-06): ValueError: region" in result.stdout
    assert set(manifest_of(home)["kept"]) == {ANEBY, GNOSJO, VARNAMO}
    assert "region" in manifest_of(home)["reports"]


def test_a_params_file_outside_the_project_leaves_no_folder_in_its_reports(home, tmp_path):
    there = tmp_path / "desk of anna"
    there.mkdir()
    text = (home / "params/three.yml").read_text(encoding="utf-8")
    (there / "own.yml").write_text("extends: base.yml\n", encoding="utf-8")
    (there / "base.yml").write_text(text, encoding="utf-8")
    words = ["--only", "Aneby", "--engine"]
    for engine in ("warm", "plain") if sys.platform == "linux" else ("plain",):
        out = home / engine
        result = run(home, *words, engine, "--out", str(out), params=str(there / "own.yml"))
        assert result.exit_code == 0, result.output
        report = out / "three/2024" / ANEBY
        assert json.loads((report / "manifest.json").read_text())["sources"].keys() == {
            "own.yml",
            "base.yml",
        }
        for file in (*report.iterdir(), out / "three/2024/manifest.json"):
            assert b"desk of anna" not in file.read_bytes(), file
    assert contents(home / "plain/three/2024" / ANEBY) == contents(report.parent / ANEBY)
    shutil.copytree(there, tmp_path / "another desk")
    again = [*words, engine, "--out", str(out)]
    assert "1 kept" in run(home, *again, params=str(tmp_path / "another desk/own.yml")).stdout


def test_the_way_in_is_written_again_when_a_place_has_another_name(home):
    for file, name in (("params/three.yml", GNOSJO), ("data/places.csv", "Gnosjö stad")):
        text = (home / file).read_text(encoding="utf-8")
        assert text.count("Gnosjö") == 1
        (home / file).write_text(text.replace("Gnosjö", name), encoding="utf-8")
    words = ["run", "params/three.yml", "--out", str(home / "reports"), "--only", "Aneby"]
    subprocess.run([sys.executable, "-m", "impact", *words], capture_output=True, check=True)
    assert "Gnosjö stad" in (batch_of(home) / "index.html").read_text(encoding="utf-8")
