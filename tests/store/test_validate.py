"""A table with faults is not stored, and every fault is named at once."""

from __future__ import annotations

import numpy as np
import pytest

from impact.errors import InvalidInput
from impact.store.validate import check


def faults(values, catalogue, vintage="2025-01-31") -> str:
    filled = values.assign(source="kolada", vintage=vintage)
    with pytest.raises(InvalidInput) as caught:
        check(filled, catalogue=catalogue, vintage=vintage)
    return str(caught.value)


def test_all_faults_are_listed_at_once(table, catalogue) -> None:
    values = table(
        ("SE-9999", 2024, 50.0),
        ("SE-0604", 2024, 101.0),
        ("SE-0604", 2024, 99.0),
        ("SE-0617", 1800, 50.0),
        ("SE-0642", 2024, np.nan),
        ("SE-0643", 2024, 5.0, "suppressed"),
        ("SE-0662", 2024, 5.0, "fine"),
        ("NO-0301", 2024, 5.0),
        ("SE-0665", 2024, -0.1),
    )
    text = faults(values, catalogue, "2025-13-01")
    for expected in (
        "date: '2025-13-01' is not a date",
        "row 1: unknown place 'SE-9999'",
        "row 2: 'kolada:N15428' cannot be above 100",
        "rows 2, 3: the same place, indicator, year and group twice",
        "row 4: year is not in 1900-2100",
        "row 5: no value",
        "row 6: a value, but the status says there is none",
        "row 7: unknown status 'fine'",
        "row 8: 'kolada:N15428' is of SE only",
        "row 9: 'kolada:N15428' cannot be below 0",
    ):
        assert expected in text, expected


def test_unknown_indicators_and_groups_are_named_with_near_ones(table, catalogue) -> None:
    assert "kolada:N15428" in faults(
        table(("SE-0604", 2024, 5.0), indicator="kolada:N15429"), catalogue
    )
    text = faults(table(("SE-0604", 2024, 5.0), group="girls"), catalogue)
    assert "no group 'girls' (it has total, female, male)" in text


def test_numbers_that_contradict_each_other_are_refused(table, catalogue) -> None:
    row = ("SE-0604", 2024, 50.0)
    assert "numerator is above" in faults(table(row, numerator=11.0, denominator=10.0), catalogue)
    assert "not 100 x" in faults(table(row, numerator=9.0, denominator=10.0), catalogue)
    assert "denominator is below" in faults(
        table(row, numerator=np.nan, denominator=-1.0), catalogue
    )
    assert "lower is above" in faults(table(row, lower=51.0), catalogue)
    assert "upper is below" in faults(table(row, upper=49.0), catalogue)
    assert "infinite" in faults(
        table(("SE-0604", 2024, np.inf), indicator="kolada:U07417"), catalogue
    )


def test_a_rounded_percentage_agrees_with_its_numerator(table, catalogue) -> None:
    values = table(("SE-0604", 2024, 67.0), numerator=2.0, denominator=3.0)
    check(
        values.assign(source="x", vintage="2025-01-31"), catalogue=catalogue, vintage="2025-01-31"
    )


def test_an_empty_table_and_lacking_columns_are_refused(table, catalogue) -> None:
    assert "there are none" in faults(table(("SE-0604", 2024, 5.0)).iloc[:0], catalogue)
    assert "status missing" in faults(
        table(("SE-0604", 2024, 5.0)).drop(columns="status"), catalogue
    )


def test_many_rows_with_one_fault_make_one_line(table, catalogue) -> None:
    values = table(*[("SE-0604", year, 101.0) for year in range(2000, 2020)])
    assert "rows 1, 2, 3, 4, 5 and 15 more" in faults(values, catalogue)
