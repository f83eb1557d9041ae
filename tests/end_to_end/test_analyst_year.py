"""An analyst's year: add next year's file, run again, read what changed; no code is touched."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from impact import store

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
PLACE = "SE-0604"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    home = tmp_path / "project"
    for name in ("data", "params", "notebooks"):
        shutil.copytree(ROOT / name, home / name)
    return home


def test_a_year_of_an_analyst(project: Path, command: Callable) -> None:
    first = command("run", "params/jonkoping.yml", "--only", "Aneby", "--quiet", home=project)
    assert first.returncode == 0, first.stdout + first.stderr
    folder = project / "reports/jonkoping/2024" / PLACE
    assert "första rapporten" in (folder / "report.sv.html").read_text("utf-8")

    figures = project / "figures-2025.csv"
    figures.write_text(
        "place;indicator;year;value;denominator\n"
        "Aneby;kolada:N15428;2025;91,3;80\n"
        "Aneby;kolada:N15428;2024;86,9;80\n",
        encoding="utf-8",
    )
    added = command("add", str(figures), "--title", "Key figures 2025", "--date", "2025-11-01",
                    home=project)  # fmt: skip
    assert added.returncode == 0, added.stdout + added.stderr
    assert "new" in added.stdout and "revised" in added.stdout

    options = ("--only", "Aneby", "--year", "2025", "--quiet")
    second = command("run", "params/jonkoping.yml", *options, home=project)
    assert second.returncode == 0, second.stdout + second.stderr
    folder = project / "reports/jonkoping/2025" / PLACE
    page = (folder / "report.sv.html").read_text("utf-8")
    assert "första rapporten" not in page
    assert 'value="91.3"' in page and "91,3" in page
    assert 'value="86.9"' in page and 'value="87.6543"' in page
    values = (folder / "values.csv").read_text("utf-8")
    assert f"{PLACE},kolada:N15428,2025,total,value,value,91.3,percent,ok" in values
    assert "changes_revised,1.0" in values and "changes_new,1.0" in values
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["parameters"]["previous_year"] == 2024


def test_a_file_with_faults_changes_nothing(project: Path, command: Callable) -> None:
    figures = project / "wrong.csv"
    figures.write_text(
        "place;indicator;year;value\n"
        "Anebi;kolada:N15428;2025;91,3\n"
        "Aneby;kolada:N15428;2025;191,3\n"
        "Aneby;kolada:N99999;2025;1\n",
        encoding="utf-8",
    )
    before = sorted(path.name for path in (project / "data/snapshots").iterdir())
    refused = command("add", str(figures), "--title", "Wrong", home=project)
    assert refused.returncode == 1
    said = refused.stdout + refused.stderr
    for word in ("row 2", "row 3", "row 4", "Aneby", "above 100"):
        assert word in said, said
    assert sorted(path.name for path in (project / "data/snapshots").iterdir()) == before
    assert store.verify(project / "data/snapshots")


def test_a_hostile_local_text_is_shown_as_text(project: Path, command: Callable) -> None:
    plan = project / "params" / "hostile.yml"
    plan.write_text(
        "extends: jonkoping.yml\n"
        "languages: [sv]\n"
        "places: [Aneby]\n"
        "local_texts:\n"
        "  SE-0604:\n"
        '    text: {sv: "<script>alert(1)</script> & \\"citat\\" #set page()"}\n'
        '    author: {sv: "<b>Å Ä Ö</b>"}\n'
        "    date: 2024-11-01\n",
        encoding="utf-8",
    )
    done = command("run", "params/hostile.yml", "--quiet", home=project)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "reports/hostile/2024" / PLACE / "report.sv.html").read_text("utf-8")
    assert "<script>alert" not in page and "<b>Å" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
