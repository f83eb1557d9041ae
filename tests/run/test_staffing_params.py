"""What a params file may say of staff, and every fault of a stock's file at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from impact import load_plan
from impact.folders import data_folder, project_folder
from impact.run import keys
from impact.run.params.model import Plan
from impact.run.params.staffing_model import Staffing

ROLE = {
    "title": {"en": "Teachers"}, "group": "grades:0-9", "pupils_per_post": 12, "retiring": 0.02,
    "leaving": 0.1, "status": "assumed", "source": {"en": "made up"},
}  # fmt: skip
HEAD = "place;role;age_band;qualified;full_time;note\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of its own that knows the real places."""
    home = project_folder()
    for name in ("params", "notebooks"):
        (tmp_path / name).mkdir()
    shutil.copytree(home / "data/catalogue", tmp_path / "data/catalogue")
    for name in ("sources.csv", "places.csv", "regions.csv", "code_changes.csv"):
        shutil.copy(home / "data" / name, tmp_path / "data" / name)
    monkeypatch.setenv("IMPACT_HOME", str(tmp_path))
    return tmp_path


def staffing(**changes) -> Staffing:
    """Return what a plan says of staff."""
    return Staffing(**({"roles": {"teachers": ROLE}} | changes))


def test_a_stock_is_read_with_names_or_codes(project: Path) -> None:
    (project / "stock.csv").write_text(
        HEAD + "Malmö;teachers;50-59;ja;12,5;\nSE-1280;teachers;30-39;no;40;\n", "utf-8"
    )
    found = staffing(stock_file="stock.csv").stock
    assert [(row.place, row.first_age, row.qualified, row.full_time) for row in found] == [
        ("SE-1280", 50, True, 12.5),
        ("SE-1280", 30, False, 40.0),
    ]


def test_what_the_file_says_is_part_of_what_the_plan_says(project: Path) -> None:
    file = project / "stock.csv"
    file.write_text(HEAD + "SE-1280;teachers;50-59;yes;12;\n", "utf-8")
    before = staffing(stock_file="stock.csv").model_dump_json()
    file.write_text(HEAD + "SE-1280;teachers;50-59;yes;13;\n", "utf-8")
    assert staffing(stock_file="stock.csv").model_dump_json() != before


def test_every_fault_of_the_file_is_told_by_its_row(project: Path) -> None:
    rows = [
        "SE-1280;teachers;fifty;yes;1;",
        "SE-1280;teachers;50-59;perhaps;1;",
        "SE-1280;teachers;50-59;yes;many;",
        "SE-1280;teachers;50-59;yes;-1;",
        "SE-1280;teachers;50-59;yes;1;EXAMPLE: replace",
    ]
    (project / "stock.csv").write_text(HEAD + "\n".join(rows), "utf-8")
    with pytest.raises(ValidationError) as caught:
        staffing(stock_file="stock.csv")
    said = str(caught.value)
    assert all(f"row {number}:" in said for number in range(2, 7))


@pytest.mark.parametrize(
    "line, told",
    [
        ("SE-1280;janitors;50-59;yes;1;", "janitors"),
        ("SE-9999;teachers;50-59;yes;1;", "SE-9999"),
        ("SE-1280;teachers;59-50;yes;1;", "wrong order"),
        ("SE-1280;teachers;50-59;yes;1;\nSE-1280;teachers;50-54;yes;2;", "twice"),
    ],
)
def test_a_stock_that_does_not_fit_is_refused(project: Path, line: str, told: str) -> None:
    (project / "stock.csv").write_text(HEAD + line, "utf-8")
    with pytest.raises(ValidationError, match=told):
        staffing(stock_file="stock.csv")


def test_a_file_that_is_not_there_or_lacks_columns_is_named(project: Path) -> None:
    with pytest.raises(ValidationError, match=r"there is no file nowhere\.csv"):
        staffing(stock_file="nowhere.csv")
    (project / "stock.csv").write_text("place;role\nSE-1280;teachers\n", "utf-8")
    with pytest.raises(ValidationError, match="age_band, qualified, full_time"):
        staffing(stock_file="stock.csv")


@pytest.mark.parametrize(
    "changes",
    [
        {"pupils_per_post": 0}, {"retiring": 1.0}, {"leaving": -0.1}, {"status": "guessed"},
        {"group": "everybody"}, {"scale": 0},
    ],
)  # fmt: skip
def test_a_role_that_makes_no_sense_is_refused(changes: dict) -> None:
    with pytest.raises(ValidationError):
        staffing(roles={"teachers": ROLE | changes})


def test_the_template_has_the_columns_and_is_refused_as_it_comes(project: Path) -> None:
    shutil.copy(Path(__file__).parents[2] / "data/templates/staff_stock.csv", project / "stock.csv")
    with pytest.raises(ValidationError, match="row 2: is still the example"):
        staffing(stock_file="stock.csv")


def test_the_shipped_plans_call_what_is_assumed_assumed() -> None:
    for name in ("skane", "sweden", "telemark", "norway"):
        plan = load_plan(data_folder().parent / f"params/{name}.yml")
        assert plan.staffing is not None and not plan.staffing.stock
        assert {role.status for role in plan.staffing.roles.values()} == {"assumed"}
    assert load_plan(data_folder().parent / "params/finland.yml").staffing is None


def plan(*rows: str) -> Plan:
    """Return a plan of two places after its stock's file was written."""
    file = project_folder() / "data/staffing/own.csv"
    file.parent.mkdir(exist_ok=True)
    file.write_text(HEAD + "\n".join(rows), "utf-8")
    said = {
        "name": "two", "title": {"en": "Two"}, "country": "SE", "year": 2024,
        "places": ["SE-0604", "SE-0617"],
        "staffing": {"stock_file": "data/staffing/own.csv", "roles": {"teachers": ROLE}},
    }  # fmt: skip
    return Plan.model_validate(said, context={"country": "SE"})


def test_the_staff_of_one_place_makes_no_other_place_again(project: Path) -> None:
    aneby = "SE-0604;teachers;50-59;yes;12;"
    first = plan(aneby, "SE-0617;teachers;40-49;yes;9;")
    described = keys.descriptions()
    other = plan(aneby, "SE-0617;teachers;40-49;yes;8;")
    assert keys.params(first, "SE-0604") == keys.params(other, "SE-0604")
    assert keys.params(first, "SE-0617") != keys.params(other, "SE-0617")
    assert keys.params(first) != keys.params(other)  # the region adds them up
    assert keys.params(plan(), "SE-0604") != keys.params(first, "SE-0604")
    assert keys.descriptions() == described
