"""Tables of a plan of places: templates, types, and every fault with its line."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput, UnknownName
from impact.planning.capacity import (
    SHAPES,
    empty_table,
    first_choices,
    flow_matrix,
    is_simulated,
    minutes_matrix,
    newest_prices,
    places_matrix,
    validate_tables,
)

ROWS = {
    "applicants": [
        ("a", "VO", "s", 1, 2024, 12, "ok"), ("b", "VO", "s", 1, 2024, 5, "ok"),
        ("a", "NA", "s", 1, 2024, 20, "ok"), ("a", "VO", "t", 2, 2024, 9, "ok"),
    ],
    "places": [
        ("VO", "s", 2024, 16, 15, 0, 185.5, 16, "ok"), ("NA", "t", 2024, 32, 20, 3, 240, 32, "ok"),
    ],
    "flows": [("a", "s", "VO", 2023, 30, "ok")],
    "need": [("region", "VO", 2023, "increase", "a page", "ok")],
    "travel": [
        (home, place, minutes, "ok")
        for home, place, minutes in [("a", "s", 0), ("a", "t", 40), ("b", "s", 25), ("b", "t", 15)]
    ],
    "price": [("VO", 2022, 95000, "SEK", "ok"), ("VO", 2023, 99000, "SEK", "ok")],
}  # fmt: skip


def tables(**changed: list) -> dict[str, pd.DataFrame]:
    """Return right tables, some with other rows."""
    return {
        name: pd.DataFrame(changed.get(name, rows), columns=list(SHAPES[name].columns))
        for name, rows in ROWS.items()
    }


def faults_of(given: dict[str, pd.DataFrame]) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        validate_tables(given)
    return [str(fault) for fault in caught.value.faults]


def test_right_tables_pass_and_order_is_of_no_consequence():
    first = validate_tables(tables())
    assert list(first) == list(SHAPES)
    assert first["applicants"]["year"].dtype == "int64"
    assert first["applicants"]["n"].dtype == float
    second = validate_tables({name: table.iloc[::-1] for name, table in tables().items()})
    for name in SHAPES:
        pd.testing.assert_frame_equal(first[name], second[name])


def test_tables_of_text_become_numbers():
    read = {name: table.astype(str) for name, table in tables().items()}
    first, second = validate_tables(tables()), validate_tables(read)
    for name in SHAPES:
        pd.testing.assert_frame_equal(first[name], second[name])


def test_optional_tables_and_columns_may_be_left_out():
    given = tables()
    given["places"] = given["places"].drop(columns=["reserves", "lowest_merit", "group_size"])
    for name in ("flows", "need", "price"):
        del given[name]
    found = validate_tables(given)
    assert found["places"]["lowest_merit"].isna().all()
    assert found["need"].empty
    assert list(found["price"].columns) == list(SHAPES["price"].columns)


@pytest.mark.parametrize("name", list(SHAPES))
def test_a_template_holds_the_columns_and_passes_where_it_may_be_empty(name):
    given = tables()
    given[name] = empty_table(name)
    assert list(given[name].columns) == list(SHAPES[name].columns)
    if name == "travel":
        assert "no travel time from a to s, t." in faults_of(given)[0]
    else:
        assert validate_tables(given)[name].empty


def test_there_is_no_template_of_an_unknown_table():
    with pytest.raises(UnknownName, match="applicants"):
        empty_table("applicant")


def test_every_fault_is_told_with_its_line():
    given = tables(
        applicants=[
            ("a", "VO", "s", 1, 2024, -3, "ok"), ("b", "XX", "s", 1, 2024, 5, "ok"),
            ("a", "HA", "s", 1, 2024, 5, "ok"), ("b", "VO", "s", 1.5, 2024, "many", "made up"),
        ],
        travel=[*ROWS["travel"][:3], ("b", "t", -15, "ok"), ("a", "t", None, "ok")],
        need=[("region", "VO", 2023, "more", "a page", "ok")],
    )  # fmt: skip
    found = faults_of(given)
    unknown = found.pop(4)
    assert unknown.startswith(
        "applicants, line 3, column 'programme': 'XX' is no known programme. One of BA, BF, EE"
    )
    assert found == [
        "applicants, line 2, column 'n': is '-3'. 0 or more.",
        "applicants, line 5, column 'choice_rank': is '1.5'. Give a whole number.",
        "applicants, line 5, column 'n': is 'many'. Give a number.",
        "applicants, line 5, column 'status': is 'made up'. One of ok, provisional, simulated.",
        "applicants, line 4, column 'programme': HA is not there in 2024. "
        "It takes new pupils from 2011 to 2021.",
        "need, line 2, column 'class': is 'more'. One of decrease, unchanged, increase.",
        "travel, line 5, column 'minutes': is '-15'. 0 or more.",
        "travel, line 6, column 'minutes': is empty. Fill it in.",
        "travel, line 6: says the same as line 3 (home a, place t). Keep one of them.",
    ]


def test_rows_given_twice_name_both_lines():
    given = tables(places=[ROWS["places"][0], ROWS["places"][1], ROWS["places"][0]])
    assert faults_of(given) == [
        "places, line 4: says the same as line 2 (programme VO, place s, year 2024). "
        "Keep one of them."
    ]


def test_missing_ways_are_told_by_home():
    given = tables(travel=ROWS["travel"][:3])
    assert faults_of(given) == [
        "travel: no travel time from b to t. Add a row for each, 0 within a municipality."
    ]


def test_unknown_and_missing_tables_and_columns():
    given = tables()
    given["pupils"] = given.pop("travel")
    given["places"] = given["places"].rename(columns={"places": "room"})
    found = faults_of(given)
    assert found[0].startswith("pupils: is no table of a plan of places.")
    assert found[1].startswith("travel: is missing.")
    assert found[2].startswith("places, column 'places': is missing.")
    assert found[3].startswith("places, column 'room': is not known.")


def test_a_programme_that_takes_no_new_pupils_still_has_a_price():
    given = tables(price=[("HA", 2023, 103500, "SEK", "ok")])
    assert len(validate_tables(given)["price"]) == 1
    given = tables(price=[("HA", 2026, 103500, "SEK", "ok")])
    assert "HA is not there in 2026" in faults_of(given)[0]


def test_merit_above_the_highest_and_an_empty_count_are_refused():
    row = ("VO", "s", 2024, None, 15, 0, 341, 16, "ok")
    given = tables(places=[row, ROWS["places"][1]])
    assert faults_of(given) == [
        "places, line 2, column 'places': is empty. Fill it in.",
        "places, line 2, column 'lowest_merit': is '341'. Between 0 and 340.",
    ]


def test_the_code_na_read_as_an_empty_cell_is_told():
    given = tables(places=[("VO", *ROWS["places"][0][1:]), (None, *ROWS["places"][1][1:])])
    assert faults_of(given) == [
        "places, line 3, column 'programme': is empty. Fill it in; what reads the file may have "
        "taken the code NA for an empty cell."
    ]


def test_one_simulated_row_makes_the_tables_simulated():
    assert not is_simulated(tables())
    flows = [("a", "s", "VO", 2023, 30, "simulated")]
    assert is_simulated(validate_tables(tables(flows=flows)))


def test_tables_become_homes_by_programmes_and_places():
    checked = validate_tables(tables())
    wishes = first_choices(checked["applicants"], 2024)
    assert wishes.to_dict() == {"NA": {"a": 20, "b": 0}, "VO": {"a": 12, "b": 5}}
    assert first_choices(checked["applicants"], 2024, rank=2).loc["a", "VO"] == 9
    assert first_choices(checked["applicants"], 2023).to_numpy().sum() == 0
    wider = first_choices(checked["applicants"], 2024, programmes=["VO", "TE"])
    assert list(wider.columns) == ["TE", "VO"]
    room = places_matrix(checked["places"], 2024)
    assert room.to_dict() == {"NA": {"s": 0, "t": 32}, "VO": {"s": 16, "t": 0}}
    merit = places_matrix(checked["places"], 2024, column="lowest_merit")
    assert np.isnan(merit.loc["t", "VO"])
    assert merit.loc["s", "VO"] == 185.5
    assert minutes_matrix(checked["travel"]).loc["b"].to_dict() == {"s": 25, "t": 15}
    assert flow_matrix(checked["flows"], 2023).loc["a", "s"] == 30
    assert flow_matrix(checked["flows"], 2023, programme="NA").loc["a", "s"] == 0
    assert newest_prices(checked["price"], 2022).to_dict() == {"VO": 95000}
    assert newest_prices(checked["price"], 2030).to_dict() == {"VO": 99000}
