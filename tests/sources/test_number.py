"""Numbers and years as people write them."""

from __future__ import annotations

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.sources.number import decimal_mark, read, whole_year


@pytest.mark.parametrize(
    ("cell", "mark", "number"),
    [
        ("86,4", ",", 86.4),
        ("86.4", ",", 86.4),
        ("86.4", ".", 86.4),
        ("86,4", ".", 86.4),
        ("1 234,5", ",", 1234.5),
        ("1\u00a0234\u202f567", ",", 1_234_567.0),
        ("−3,5", ",", -3.5),
        ("-3.5", ".", -3.5),
        ("12,345", ",", 12.345),
        ("12.345", ".", 12.345),
        ("0,123", ".", 0.123),
        ("0", ",", 0.0),
        (86.4, ",", 86.4),
        (12, ".", 12.0),
    ],
)
def test_numbers_are_read(cell, mark, number) -> None:
    assert read(cell, mark) == (number, "")


@pytest.mark.parametrize(
    "cell",
    ["1.234", "abc", "12,3,4", "1.234,5", "45 %", "nan", "inf", "1e5", "..", "12-14", "<5", "*"],
)
def test_what_is_not_a_number_or_can_be_read_in_two_ways_is_said(cell) -> None:
    number, problem = read(cell, ",")
    assert math.isnan(number) and f"'{cell}'" in problem


def test_a_number_that_can_be_read_in_two_ways_is_explained() -> None:
    assert read("1.234", ",")[1] == "'1.234' can be read in two ways: write 1234 or 1,2340."
    assert read("1,234", ".")[1] == "'1,234' can be read in two ways: write 1234 or 1.2340."


@pytest.mark.parametrize("cell", [True, datetime.date(2025, 1, 2), math.inf, math.nan])
def test_cells_of_a_workbook_that_are_no_numbers_are_refused(cell) -> None:
    number, problem = read(cell, ",")
    assert math.isnan(number) and problem


def test_empty_is_no_number_and_no_problem() -> None:
    number, problem = read("", ",")
    assert math.isnan(number) and problem == ""


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 4)))
def test_a_number_is_the_same_with_comma_and_point(number) -> None:
    text = f"{number:.4f}"
    assert read(text, ".") == read(text.replace(".", ","), ",") == (float(text), "")


def test_the_decimal_mark_is_seen_from_the_file() -> None:
    assert decimal_mark([["1,5"]], ";") == ","
    assert decimal_mark([["1.5", "2.345"]], ";") == "."
    assert decimal_mark([["1.234", "2"]], ";") == ","
    assert decimal_mark([["1,5"]], ",") == "."
    assert decimal_mark([[1.5, ""]], "workbook") == ","


@pytest.mark.parametrize("cell", ["2025", 2025, 2025.0, " 2025 "])
def test_years_are_read(cell) -> None:
    assert whole_year(cell) == (2025.0, "")


@pytest.mark.parametrize("cell", ["2024/25", "25", "", 2024.5, "20255", datetime.date(2025, 1, 1)])
def test_what_is_not_a_year_is_said(cell) -> None:
    year, problem = whole_year(cell)
    assert math.isnan(year) and "is not a year such as 2025" in problem
