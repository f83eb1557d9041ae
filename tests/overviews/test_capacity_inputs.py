"""Tables of a capacity study: read as people write them, refused when wrong, homes among them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from capacity_cases import change, study, written

from impact.errors import InvalidInput
from impact.overviews.capacities.cohorts import young_people
from impact.overviews.capacities.plan_capacity import plan_capacity
from impact.overviews.capacities.tables import capacity_tables

OLOFSTROM, KARLSHAMN = "SE-1060", "SE-1082"


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> Path:
    return written(tmp_path_factory.mktemp("tables"))


@pytest.fixture
def folder(tables, tmp_path) -> Path:
    """A copy of the tables, to be changed."""
    return Path(shutil.copytree(tables, tmp_path / "tables"))


def test_made_up_tables_are_refused_unless_allowed(tables):
    with pytest.raises(InvalidInput) as caught:
        plan_capacity(study(tables, allow_simulated=False))
    assert len(caught.value.faults) == 6
    assert "rows are simulated" in str(caught.value) and "allow_simulated: true" in str(
        caught.value
    )


def test_names_semicolons_and_decimal_commas_are_read(folder):
    path = folder / "travel.csv"
    table = pd.read_csv(path).assign(minutes=lambda rows: rows["minutes"] + 0.5)
    table["home"] = table["home"].replace(OLOFSTROM, "Olofström")
    table.to_csv(path, index=False, sep=";", decimal=",")
    found = capacity_tables(study(folder)).travel.set_index(["home", "place"])["minutes"]
    assert found[(OLOFSTROM, OLOFSTROM)] == 5.5


def test_pupils_can_be_counted_at_home_and_the_difference_is_shown(folder):
    homes = folder / "homes.csv"
    homes.write_text(
        f"place,home,year,n\n{KARLSHAMN},{KARLSHAMN},2023,75\n{KARLSHAMN},{OLOFSTROM},2023,25\n",
        "utf-8",
    )
    given = study(folder, home_municipality_file=str(homes))
    at_school, at_home = (
        young_people(study(folder)),
        young_people(given, capacity_tables(given).homes),
    )
    school, home = at_school.of(2024), at_home.of(2024)
    # A quarter of Karlshamn's pupils live in Olofström, by the table; the rest stay where they are.
    assert home[KARLSHAMN] == pytest.approx(0.75 * school[KARLSHAMN])
    assert home[OLOFSTROM] == pytest.approx(school[OLOFSTROM] + 0.25 * school[KARLSHAMN])
    assert home.sum() == pytest.approx(school.sum())
    found = plan_capacity(given)
    assert found.counted_at == "home" and set(found.cohorts["counted_at"]) == {"home"}
    assert "counted_at_school" in set(found.sensitivity["variant"])
    assert "home_municipality" in set(found.inputs["table"])


def test_made_up_homes_are_refused_even_where_other_made_up_tables_are_allowed(folder):
    homes = folder / "homes.csv"
    homes.write_text(
        f"place,home,year,n,status\n{KARLSHAMN},{KARLSHAMN},2023,75,simulated\n", "utf-8"
    )
    with pytest.raises(InvalidInput, match=r"line 2, column 'status': is 'simulated'"):
        capacity_tables(study(folder, home_municipality_file=str(homes)))


@pytest.mark.parametrize("rows", ["", f"{KARLSHAMN},{OLOFSTROM},2030,50\n"])
def test_homes_of_nobody_and_of_years_to_come_are_refused(folder, rows):
    homes = folder / "homes.csv"
    homes.write_text(f"place,home,year,n\n{rows}", "utf-8")
    with pytest.raises(InvalidInput, match=r"home_municipality: holds nobody up to 2024"):
        capacity_tables(study(folder, home_municipality_file=str(homes)))


def test_homes_of_years_to_come_are_left_out(folder):
    homes = folder / "homes.csv"
    rows = f"{KARLSHAMN},{KARLSHAMN},2023,50\n{KARLSHAMN},{OLOFSTROM},2030,50\n"
    homes.write_text(f"place,home,year,n\n{rows}", "utf-8")
    found = capacity_tables(study(folder, home_municipality_file=str(homes))).homes
    assert found["year"].tolist() == [2023]


@pytest.mark.parametrize(
    ("table", "cells", "said"),
    [
        ("applicants", {"programme": "QQ"}, "'QQ' is no known programme"),
        ("applicants", {"n": "-3"}, "column 'n': is '-3'"),
        ("applicants", {"home": "Nowhere"}, "'Nowhere' is no municipality"),
        ("travel", {"minutes": "-5"}, "column 'minutes': is '-5'"),
        ("travel", {"minutes": ""}, "column 'minutes': is empty"),
        ("travel", {"place": "SE-1280"}, "no travel time from"),
        ("need", {"class": "more"}, "column 'class': is 'more'"),
        ("price", {"currency": "EUR"}, "holds 'EUR'. Give every price in SEK"),
        ("price", {"status": "guessed"}, "column 'status': is 'guessed'"),
        ("places", {"places": "many"}, "column 'places': is 'many'"),
    ],
)
def test_what_is_wrong_in_a_table_is_said_with_its_line(folder, table, cells, said):
    change(folder, table, **cells)
    with pytest.raises(InvalidInput, match="cannot be used") as caught:
        capacity_tables(study(folder))
    assert said in str(caught.value)


def test_rows_given_twice_and_other_faults_are_listed_together(folder):
    for name in ("applicants", "places"):
        path = folder / f"{name}.csv"
        lines = path.read_text("utf-8").splitlines()
        path.write_text("\n".join([*lines, lines[1]]) + "\n", "utf-8")
    with pytest.raises(InvalidInput) as caught:
        capacity_tables(study(folder))
    assert len(caught.value.faults) == 2
    assert all("says the same as line 2" in str(fault) for fault in caught.value.faults)


def test_tables_without_figures_of_the_year_are_refused(folder):
    path = folder / "applicants.csv"
    pd.read_csv(path, keep_default_na=False).assign(year=2023).to_csv(path, index=False)
    with pytest.raises(InvalidInput, match="hold nobody of 2024"):
        capacity_tables(study(folder))
    with pytest.raises(InvalidInput, match="hold no row"):
        capacity_tables(study(folder, year=2020))


def test_a_municipality_more_needs_its_rows(tables):
    with pytest.raises(InvalidInput, match="holds no minutes from SE-1280 to"):
        plan_capacity(study(tables, also=["SE-1280"]))
