"""A batch from the command line: one report fails and the others are made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from impact.cli import app
from impact.run.lock import locked

NOTEBOOKS = Path(__file__).parent / "notebooks"
PLAN = """
name: three
title: {sv: 'Tre kommuner med "å, ä och ö"'}
country: SE
region: SE-06
places: [Värnamo, Gnosjö, Aneby]
languages: [sv, en]
year: 2024
"""
REPORT = {
    *(f"{kind}.{code}.{form}" for code in ("sv", "en") for kind, form in (
        ("report", "html"), ("summary", "pdf"), ("dialogue", "pdf")
    )),
    "values.csv",
    "notebook.ipynb",
    "manifest.json",
}  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Run a batch of three places and their region, of which Gnosjö fails."""
    folder = tmp_path_factory.mktemp("batch")
    (folder / "three.yml").write_text(PLAN, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("impact.folders.notebooks_folder", lambda: NOTEBOOKS)
        yield folder, run(folder)


def run(folder: Path, *more: str) -> Result:
    words = ["run", str(folder / "three.yml"), "--out", str(folder / "reports"), *more]
    return CliRunner().invoke(app, words)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_one_failure_ends_with_exit_code_1_and_a_summary(small):
    folder, result = small
    assert result.exit_code == 1
    assert "3 reports in" in result.stdout
    assert "languages sv, en" in result.stdout
    assert 'FAILED Gnosjö (SE-0617): RuntimeError: made to fail: "Gnosjö"' in result.stdout
    assert f"Open {folder / 'reports/three/2024/index.html'}" in result.stdout
    assert "Traceback" not in result.output


def test_progress_names_every_place(small):
    _, result = small
    for name in ("Värnamo", "Gnosjö", "Aneby", "Jönköpings län (region)"):
        assert name in result.stderr
    assert "4/4" in result.stderr


def test_every_report_has_its_files_and_nothing_else_is_left(small):
    folder, _ = small
    year = folder / "reports/three/2024"
    assert names(year) == {
        "SE-0604",
        "SE-0617",
        "SE-0683",
        "region",
        "index.html",
        "index.en.html",
        "manifest.json",
    }
    assert names(year / "SE-0604") == REPORT
    pages = {"report.sv.html", "report.en.html", "values.csv", "notebook.ipynb", "manifest.json"}
    assert names(year / "region") == pages | {"summary.sv.pdf", "summary.en.pdf"}


def test_a_failure_keeps_its_traceback_in_its_own_notebook(small):
    folder, result = small
    place = folder / "reports/three/2024/SE-0617"
    assert names(place) == {"failed.ipynb"}
    assert str(place / "failed.ipynb") in result.stdout
    outputs = [
        out for cell in read(place / "failed.ipynb")["cells"] for out in cell.get("outputs", ())
    ]
    (error,) = [out for out in outputs if out["output_type"] == "error"]
    assert error["ename"] == "RuntimeError"
    assert any("made to fail" in line for line in error["traceback"])


def test_manifests_say_what_it_was_made_of(small):
    folder, _ = small
    batch = read(folder / "reports/three/2024/manifest.json")
    assert batch["made"] == ["SE-0683", "SE-0604", "SE-06"]
    assert batch["kept"] == []
    assert list(batch["failed"]) == ["SE-0617"]
    assert set(batch["reports"]) == {"SE-0683", "SE-0604", "region"}
    assert "kolada-2024-12-12" in batch["snapshots"]
    assert {"impact", "python", "pandas"} <= set(batch["versions"])
    report = read(folder / "reports/three/2024/SE-0604/manifest.json")
    assert set(report["files"]) == REPORT - {"manifest.json"}
    assert report["params"] == batch["params"]["digest"]
    assert report["parameters"]["place"] == "SE-0604"
    assert set(report["headline"]) == {"sv", "en"}
    assert report["own"] == ["place"] and report["homes"]["en"] == "../index.en.html"
    assert set(report["made_of"]) == {
        "code",
        "parameters",
        "params",
        "package",
        "descriptions",
        "versions",
    }
    assert report["snapshots"] == list(report["figures"]["snapshots"]) == batch["snapshots"]
    assert report["sources"] == {"three.yml": PLAN}


def test_a_report_holds_no_clock_and_nothing_of_this_computer(small):
    folder, _ = small
    place = folder / "reports/three/2024/SE-0604"
    report = read(place / "manifest.json")
    assert "seconds" not in report and report["parameters"].pop("params_file")
    report["sources"] = {}
    assert str(folder) not in json.dumps(report)
    cost = read(place.parent / "manifest.json")["reports"]["SE-0604"]
    assert cost["reason"] == "new" and cost["seconds"] > 0
    assert {"cpu_seconds", "peak_memory_bytes"} <= set(cost)


def test_the_index_lists_reports_and_names_failures(small):
    folder, _ = small
    page = (folder / "reports/three/2024/index.html").read_text(encoding="utf-8")
    for address in ("SE-0604/report.sv.html", "region/report.sv.html", "index.en.html"):
        assert f'href="{address}"' in page
    assert "SE-0617/report" not in page
    assert "Gnosjö" in page
    assert "med &#34;å, ä och ö&#34;" in page


def test_pages_lead_back_to_the_index_in_their_language(small):
    folder, _ = small
    place = folder / "reports/three/2024/SE-0604"
    assert 'href="../index.html"' in (place / "report.sv.html").read_text(encoding="utf-8")
    assert 'href="../index.en.html"' in (place / "report.en.html").read_text(encoding="utf-8")


def test_a_later_run_of_one_place_keeps_the_others(small):
    folder, _ = small
    year = folder / "reports/three/2024"
    before = (year / "SE-0604/report.sv.html").stat().st_ino
    result = run(folder, "--only", "värnamo", "--force", "--quiet")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert (year / "SE-0604/report.sv.html").stat().st_ino == before
    batch = read(year / "manifest.json")
    assert batch["made"] == ["SE-0683"]
    assert set(batch["reports"]) == {"SE-0683", "SE-0604", "region"}
    assert "--only" in batch["command"]
    assert 'href="SE-0604/report.sv.html"' in (year / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--only", "Anebi"), "Did you mean Aneby"),
        (("--only", "Habo,Malmö"), "'Malmö': is not a place of the plan 'three'"),
        (("--lang", "dk"), "unknown language 'dk'"),
        (("--year", "3000"), "3000 lies outside 1990-2100"),
        (("--year", "soon"), "--year"),
        (("--workers", "0"), "workers"),
        (("--engine", "steam"), "unknown engine 'steam'"),
        (("--timeout", "0"), "a limit of 0 seconds lets no job run"),
        (("--memory", "-1"), "lets no job run"),
        (("--progress", "dance"), "'dance'"),
        (("--scheduler", "local:0"), "'local:0' names no number of workers"),
        (("--colour",), "No such option"),
    ],
)
def test_wrong_use_ends_with_exit_code_2_and_no_traceback(small, more, said):
    result = run(small[0], *more)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_that_cannot_be_written_to_is_said_before_anything_runs(small, tmp_path):
    (tmp_path / "file").write_text("")
    result = run(small[0], "--out", str(tmp_path / "file/reports"))
    assert result.exit_code == 2
    assert "cannot write to" in result.stderr


def test_a_second_run_into_the_same_folder_refuses(small):
    folder, _ = small
    with locked(folder / "reports/three/2024"):
        result = run(folder)
    assert result.exit_code == 2
    assert "another run is writing to" in result.stderr


def test_without_room_for_the_way_in_the_reports_stand_and_the_command_says_so(small, monkeypatch):
    folder, _ = small
    place = folder / "reports/three/2024/SE-0604/manifest.json"
    before = place.read_bytes()

    def full(*args, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("impact.run.batch_manifest.write", full)
    result = run(folder, "--only", "Aneby", "--quiet")
    assert result.exit_code == 1
    assert "FAILED the way in cannot be written: No space left on device." in result.stdout
    assert place.read_bytes() == before
