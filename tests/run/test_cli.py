"""The commands beside `run`: lists, and figures added by an analyst."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import impact
from impact import folders, store
from impact.cli import app


def call(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def rows(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.output
    return [line.split("\t") for line in result.stdout.splitlines()]


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """Give a project of its own, with the figures of this one."""
    home = tmp_path / "project"
    shutil.copytree(folders.data_folder(), home / "data")
    (home / "params").mkdir()
    (home / "notebooks").mkdir()
    monkeypatch.setenv("IMPACT_HOME", str(home))
    return home


def test_places_are_listed_by_region_and_found_by_part_of_a_name():
    assert len(rows(call("places", "--region", "SE-06"))) == 14
    found = rows(call("places", "--country", "no", "--search", "SØR-VARANGER"))
    assert found[1:] == [["NO-5605", "Sør-Varanger", "Finnmark", "nb"]]


def test_indicators_are_listed_by_country_and_area_in_a_language():
    found = rows(call("indicators", "--country", "SE", "--area", "learning", "--lang", "sv"))
    assert found[0] == ["id", "name", "area", "unit", "better", "uncertainty"]
    assert "kolada:N15428" in {row[0] for row in found}
    assert {row[2] for row in found[1:]} == {"learning"}


def test_snapshots_are_listed():
    assert "kolada-2024-12-12" in {row[0] for row in rows(call("snapshots"))}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("places", "--country", "DK"), "unknown country 'DK'"),
        (("places", "--region", "SE-99"), "unknown region 'SE-99'"),
        (("indicators", "--area", "sport"), "unknown area 'sport'"),
        (("run", "nowhere.yml"), "there is no params file 'nowhere.yml'"),
        (("dance",), "No such command"),
    ],
)
def test_wrong_use_is_said_without_a_traceback(words, said):
    result = call(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_figures_are_added_as_a_new_snapshot_and_what_changes_is_listed(project):
    file = project / "next_year.csv"
    file.write_text(
        "place;indicator;year;value\n"
        "Aneby;kolada:N15428;2025;88,5\n"
        "SE-0680;kolada:N15428;2024;80\n",
        encoding="utf-8",
    )
    before = {path.name for path in (project / "data/snapshots").iterdir()}
    words = ("add", str(file), "--title", "Next year", "--date", "2026-01-15")
    result = call(*words)
    assert result.exit_code == 0, result.output
    assert "1 new" in result.stdout
    assert "1 revised" in result.stdout
    assert "new\tSE-0604\tkolada:N15428\t2025\ttotal\t\t88.5" in result.stdout
    added = {path.name for path in (project / "data/snapshots").iterdir()} - before
    assert added == {"local-2026-01-15"}
    again = call(*words)
    assert again.exit_code == 1
    assert "local-2026-01-15" in again.stderr


def test_small_numbers_are_hidden_and_the_command_says_how_many_and_why(project):
    file = project / "small_numbers.csv"
    file.write_text(
        "place,indicator,year,group,value,numerator,denominator\n"
        "Aneby,local:attendance_absence_50,2024,female,,3,61\n"
        "Aneby,local:attendance_absence_50,2024,male,,9,73\n"
        "Aneby,local:attendance_absence_50,2024,total,,12,134\n"
        "Habo,local:attendance_absence_50,2024,total,8.5,,\n",
        encoding="utf-8",
    )
    result = call("add", str(file), "--title", "Absence", "--date", "2025-01-15")
    assert result.exit_code == 0, result.output
    said = "Hidden: 2 figures (1 too few persons counted, 1 would give a hidden figure away)."
    assert said in result.stdout
    assert "Not checked for small numbers: 1 without numerator and denominator." in result.stdout
    assert "female" not in result.stdout and "4.9" not in result.stdout
    assert list((project / "data").rglob("*small_numbers*")) == []


def test_every_fault_of_a_file_is_listed_by_row_and_nothing_is_added(project):
    file = project / "faults.csv"
    file.write_text(
        "place,indicator,year,value\n"
        "Nowhere,kolada:N15428,2025,80\n"
        "Aneby,kolada:N00000,2025,80\n"
        "Aneby,kolada:N15428,2025,180\n"
        "Habo,kolada:N15428,2025,80\n"
        "Habo,kolada:N15428,2025,81\n",
        encoding="utf-8",
    )
    before = sorted((project / "data/snapshots").iterdir())
    result = call("add", str(file), "--title", "Faults", "--date", "2026-01-15")
    assert result.exit_code == 1
    for row in ("row 2:", "row 3:", "row 4:", "rows 5, 6:"):
        assert row in result.stderr
    assert "Traceback" not in result.output
    assert sorted((project / "data/snapshots").iterdir()) == before


def test_effects_are_listed_and_those_for_scenarios_apart():
    every, scenario = rows(call("evidence")), rows(call("evidence", "--scenario"))
    assert every[0][:3] == ["id", "name", "outcome"]
    assert {row[-1] for row in every[1:]} == {"", "scenario only"}
    assert scenario[1:] == [row for row in every[1:] if row[-1]]


def test_faults_of_the_library_are_all_listed(project):
    (project / "data/evidence/wrong.yml").write_text(
        "read: 2025-01-01\nparameters:\n  - {id: one}\n  - {id: two, measure: guess}\n",
        encoding="utf-8",
    )
    result = call("evidence")
    assert result.exit_code == 1
    assert "wrong.yml, line 3" in result.stderr and "wrong.yml, line 4" in result.stderr
    assert "Traceback" not in result.output


def test_frameworks_are_listed_with_how_much_was_read():
    found = {row[0]: row for row in rows(call("frameworks", "--lang", "sv"))}
    assert {"FI_LAVA", "SE_BEST_INTERESTS", "NO_ABSOLUTT", "WHO_HIA"} <= set(found)
    read, whole = found["SE_BEST_INTERESTS"][-1].split(" of ")
    assert 0 < int(read) <= int(whole)


def test_the_register_is_listed_and_refused_when_altered(project):
    assert rows(call("register")) == [["date", "kind", "study", "entry", "entry before"]]
    first = store.register("prediction", "attendance", {"value": 1}, date="2025-03-01")
    second = store.register("prediction", "attendance", {"value": 2}, date="2025-06-01")
    assert first.file.parent == project / "params/register"
    assert rows(call("register"))[1:] == [
        ["2025-03-01", "prediction", "attendance", first.digest[:8], ""],
        ["2025-06-01", "prediction", "attendance", second.digest[:8], first.digest[:8]],
    ]
    first.file.unlink()
    result = call("register")
    assert result.exit_code == 1
    assert second.file.name in result.stderr


def test_python_m_impact_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "impact", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == impact.__version__


@pytest.mark.parametrize("command", ["indicators", "evidence", "frameworks"])
def test_names_in_a_language_nobody_has_end_with_exit_code_2(command):
    result = call(command, "--lang", "dk")
    assert result.exit_code == 2
    assert "unknown language 'dk'. There are sv, fi, nb, en." in result.stderr
