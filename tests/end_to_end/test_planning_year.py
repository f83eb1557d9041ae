"""Two years of planning: staff counted, a goal revised, and only what shows it is made again."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
ANEBY, GNOSJO = "SE-0604", "SE-0617"
PLAN = """
extends: countries/se.yml
name: two
title: Två kommuner
region: SE-06
places: [Aneby, Gnosjö]
languages: [sv]
areas:
  quality: {title: Kvalitet, origin: proposed}
goals:
  eligible:
    area: quality
    title: Fler blir behöriga
    origin: proposed
    indicator: "kolada:N15428"
    target: {value: 95.0}
    start_year: 2021
    target_year: 2026
staffing:
  stock_file: data/staffing/own.csv
"""
REVISED = """    revisions:
      - {date: 2025-11-03, target: {value: 92.0}, target_year: 2028, reason: Nytt beslut i nämnden.}
staffing:
"""
HEAD = "place;role;age_band;qualified;full_time;note\n"
STOCK = {ANEBY: "Aneby;teachers;30-39;yes;50;", GNOSJO: "Gnosjö;teachers;30-39;yes;61;"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("planning") / "project"
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, home / name)
    (home / "data/staffing").mkdir()
    (home / "params/two.yml").write_text(PLAN, encoding="utf-8")
    return home


def text_of(report: Path) -> str:
    body = (report / "report.sv.html").read_text("utf-8").split("<body", 1)[1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def write_stock(home: Path, rows: dict[str, str]) -> None:
    (home / "data/staffing/own.csv").write_text(HEAD + "\n".join(rows.values()), "utf-8")


def test_two_years_of_planning(project: Path, command: Callable) -> None:
    def run(*words: str) -> dict:
        done = command("run", "params/two.yml", "--quiet", *words, home=project)
        assert done.returncode == 0, done.stdout + done.stderr
        year = words[1] if words else "2024"
        return json.loads((project / f"reports/two/{year}/manifest.json").read_text("utf-8"))

    # This year: staff is counted, and the goal is what was decided first.
    write_stock(project, STOCK)
    assert set(run()["made"]) == {ANEBY, GNOSJO, "SE-06"}
    first = project / "reports/two/2024" / ANEBY
    page = text_of(first)
    assert "ändrades 3 november 2025" not in page
    assert "50,0" in page

    # A row of one municipality is read again: its report and the region's, not the other's.
    write_stock(project, STOCK | {GNOSJO: STOCK[GNOSJO].replace(";61;", ";40;")})
    again = run()
    assert GNOSJO in again["made"] and ANEBY in again["kept"]

    # Made again from its folder, the report meets the staff of then.
    done = command("reproduce", str(first), home=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The same: every file, every byte, every figure." in done.stdout

    # Next year the goal is revised: the new one counts, the old one is told with its reason.
    plan = project / "params/two.yml"
    plan.write_text(PLAN.replace("staffing:\n", REVISED), encoding="utf-8")
    run("--year", "2025")
    page = text_of(project / "reports/two/2025" / ANEBY)
    (told,) = re.findall(r"Fler blir behöriga ändrades 3 november 2025\. .*?nämnden\.", page)
    assert "95" in told and "2026" in told and "Nytt beslut i nämnden." in told
    assert "92" in page and "2028" in page
    assert "ändrades 3 november 2025" not in text_of(first)
