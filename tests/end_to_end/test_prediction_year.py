"""Two years: register what an assessment predicts, add next year's figures, read the verdict."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from impact import store

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
PLACES = {"SE-0604": "Aneby", "SE-0680": "Jönköping", "SE-0687": "Tranås"}
TEAMS = {"SE-0604": 2.0, "SE-0680": 4.4, "SE-0687": 24.0}
"""Next year's figures: one inside both ranges, one inside both, one far on the bad side."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("two-years") / "project"
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, home / name)
    for kept in ("data/studies", "params/register"):
        shutil.rmtree(home / kept, ignore_errors=True)
    plan = home / "params" / "three.yml"
    plan.write_text(
        "extends: jonkoping.yml\nname: three\nlanguages: [sv]\n"
        f"places: [{', '.join(PLACES)}]\nassessments: [decided]\n",
        encoding="utf-8",
    )
    assessment = (home / "params/assessments/jonkoping_attendance.yml").read_text("utf-8")
    assessment = assessment.replace("id: jonkoping_attendance", "id: decided")
    (home / "params/assessments/decided.yml").write_text(assessment, encoding="utf-8")
    return home


def run(command: Callable, home: Path, *arguments: str) -> str:
    done = command(*arguments, home=home)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def page_of(home: Path, year: int, place: str) -> str:
    text = (home / f"reports/three/{year}/{place}/report.sv.html").read_text("utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_a_prediction_is_registered_then_judged_then_changed(
    project: Path, command: Callable
) -> None:
    # This year: the assessment runs first, and its result and predictions are kept.
    options = ("run", "params/three.yml", "--quiet", "--only", "Aneby")
    run(command, project, *options, "--date", "2026-11-22")
    (entry,) = store.registered("prediction", folder=project / "params/register")
    assert (entry.study, entry.date) == ("decided", "2026-11-22")
    told = entry.tables("predictions").set_index("place")
    assert set(PLACES) <= set(told.index)
    assert (project / "reports/three/2024/studies/decided/report.sv.html").is_file()
    first = page_of(project, 2024, "SE-0604")
    assert "Närvaroteam och elevhälsa i hela länet" in first
    assert "inte känt än" in first

    # Run again: nothing is registered twice.
    run(command, project, *options, "--date", "2026-12-01")
    assert len(store.registered("prediction", folder=project / "params/register")) == 1

    # Two years on, the figures of 2028 are added and the same command is run.
    figures = project / "figures-2028.csv"
    rows = "".join(f"{PLACES[code]};kolada:N17625;2028;{value}\n" for code, value in TEAMS.items())
    figures.write_text(f"place;indicator;year;value\n{rows}", encoding="utf-8")
    run(command, project, "add", str(figures), "--title", "2028", "--date", "2029-06-01")
    run(command, project, "run", "params/three.yml", "--quiet", "--year", "2028", "--only",
        ",".join(PLACES), "--date", "2029-06-02")  # fmt: skip
    assert len(store.registered("prediction", folder=project / "params/register")) == 1
    worse = page_of(project, 2028, "SE-0687")
    assert "24,0 %" in worse and "Utanför det förutsagda intervallet, på den dåliga sidan" in worse
    unclear = page_of(project, 2028, "SE-0680")
    assert "4,4 %" in unclear and "även om inget hade gjorts" in unclear
    values = (project / "reports/three/2028/SE-0687/values.csv").read_text("utf-8")
    assert "SE-0687,kolada:N17625,2028,total,value,observed,24.0" in values

    # Somebody changes the prediction afterwards: both dates are shown, the first one counts.
    file = project / "params/assessments/decided.yml"
    file.write_text(file.read_text("utf-8").replace("central: 0.8\n    lower: 0.6", "central: 1.05\n    lower: 0.6"), encoding="utf-8")  # fmt: skip  # noqa: E501
    run(command, project, "assess", "params/assessments/decided.yml", "--date", "2029-07-01")
    assert len(store.registered("prediction", folder=project / "params/register")) == 2
    run(command, project, "run", "params/three.yml", "--quiet", "--year", "2028", "--only",
        "Tranås", "--date", "2029-07-02")  # fmt: skip
    changed = page_of(project, 2028, "SE-0687")
    assert "22 november 2026" in changed and "1 juli 2029" in changed
    assert "på den dåliga sidan" in changed
    manifest = project / "reports/three/2028/SE-0687/manifest.json"
    assert json.loads(manifest.read_text("utf-8"))["parameters"]["year"] == 2028
