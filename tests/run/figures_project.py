"""A project of its own whose small notebooks show figures, for tests of what is made again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from typer.testing import CliRunner, Result

from impact import folders
from impact.cli import app

INDICATOR = "kolada:N15428"
ANEBY, GNOSJO, VARNAMO = "SE-0604", "SE-0617", "SE-0683"
PLAN = """
name: three
title: Tre kommuner
country: SE
region: SE-06
places: [Aneby, Gnosjö, Värnamo]
languages: [sv]
year: 2024
local_texts:
  Aneby: {text: Aneby talks of itself.}
"""
PARAMETERS = """params_file = "params/three.yml"
year: int | None = None
previous: list[str] = []
previous_year: int | None = None"""
SHARED = f"""from impact import store
from impact.report.blocks import Activities, Changes, Dialogue, Findings, Front, Goals
from impact.report.message import PlaceName, message
from impact.run.params.plan import load_plan

plan = load_plan(params_file, year=year)
values = store.load("{INDICATOR}", country="SE", years=[2024]).set_index("place")["value"]"""
FRONT = """subject = PlaceName({subject})
Front(
    section="front",
    subject=subject,
    kind="{kind}",
    year={number},
    data_until="2024-12-12",
    headline=message("headline-no-figures", place=subject),
)"""
REST = (
    'Findings(section="where_now", items=(), none=message("findings-no-figures"))',
    'Goals(section="where_to", rows=(), remarks=(message("goals-none"),))',
    'Activities(section="how", rows=(), brief=True, remarks=(message("activities-none"),))',
    'Changes(section="changes", messages=(message("changes-first"),))',
    'Dialogue(section="dialogue", subject=subject, year=plan.year,'
    ' seen=(message("findings-no-figures"),), unknown=(message("dialogue-unknown-causes"),),'
    ' questions=(message("dialogue-question-next"),))',
)
LOOKS_AT = f'{{"{VARNAMO}": "{GNOSJO}"}}'


def project(home: Path) -> Path:
    """Make a project with this one's figures, params of its own, and notebooks that show one
    figure of each place: its own, but Värnamo shows that of Gnosjö.
    """
    shutil.copytree(folders.data_folder(), home / "data")
    (home / "params").mkdir()
    (home / "params/three.yml").write_text(PLAN, encoding="utf-8")
    own = FRONT.format(
        subject="place",
        kind="municipality",
        number=f"round(10 * values[{LOOKS_AT}.get(place, place)])",
    )
    shown = FRONT.format(subject="plan.subject", kind="region", number="plan.year")
    parameters = f'place = "{ANEBY}"\n{PARAMETERS}'
    write_notebook(home / "notebooks/municipality.ipynb", parameters, SHARED, own, *REST)
    write_notebook(home / "notebooks/region.ipynb", PARAMETERS, SHARED, shown)
    return home


def write_notebook(path: Path, parameters: str, shared: str, *cells: str) -> None:
    """Write a notebook of code cells."""
    tagged = [("parameters", parameters), ("shared", shared), *(("", cell) for cell in cells)]
    content = {
        "cells": [
            {
                "cell_type": "code",
                "execution_count": None,
                "id": f"cell-{number:02d}",
                "metadata": {"tags": [tag]} if tag else {},
                "outputs": [],
                "source": source,
            }
            for number, (tag, source) in enumerate(tagged)
        ],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def correct(home: Path, place: str, value: str, day: str = "2026-01-15") -> str:
    """Add a snapshot with another figure of one place; return its id."""
    file = home / "corrected.csv"
    text = f"place,indicator,year,value\n{place},{INDICATOR},2024,{value}\n"
    file.write_text(text, encoding="utf-8")
    words = ["add", str(file), "--title", "One corrected figure", "--date", day]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return f"local-{day}"


def run(home: Path, *more: str, params: str = "params/three.yml") -> Result:
    """Run the plan of the project into its own folder of reports."""
    words = ["run", params, "--out", str(home / "reports"), *more]
    return CliRunner().invoke(app, words)


def batch_of(home: Path) -> Path:
    """Return the folder of the batch."""
    return home / "reports/three/2024"


def manifest_of(home: Path, name: str = "") -> dict:
    """Return the manifest of a report, or of the batch."""
    path = batch_of(home) / name / "manifest.json"
    return json.loads(path.read_text(encoding="utf-8"))


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder with their content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
