"""A panel: what a table must hold, what counts as before and after, and parts of it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.evaluation.panel import NEVER, Panel, panel

ROWS = [
    ("Umeå", 2020, 5.0, 2021, 90),
    ("Umeå", 2021, 7.0, 2021, 91),
    ("Umeå", 2019, 4.0, 2021, 89),
    ("Arjeplog", 2021, 2.0, None, 3),
    ("Arjeplog", 2019, 1.0, None, 3),
    ("Malå", 2019, 3.0, 0, 2),
    ("Malå", 2020, 3.5, 0, 2),
    ("Malå", 2021, 3.0, 0, 2),
]
TABLE = pd.DataFrame(ROWS, columns=["place", "year", "value", "start", "people"])


def read(table: pd.DataFrame, **more: object) -> Panel:
    names = {"unit": "place", "year": "year", "value": "value", "start": "start"}
    return panel(table, **{**names, **more})


def test_a_table_becomes_units_by_years() -> None:
    found = read(TABLE, size="people")
    assert found.units == ("Arjeplog", "Malå", "Umeå")
    assert found.years == (2019, 2020, 2021)
    np.testing.assert_array_equal(found.values, [[1, np.nan, 2], [3, 3.5, 3], [4, 5, 7]])
    np.testing.assert_array_equal(found.starts, [NEVER, NEVER, 2021])
    np.testing.assert_array_equal(found.sizes, [3, 2, 91])
    assert list(found.treated) == [False, False, True]
    assert found.cohorts == (2021,)


def test_an_empty_a_zero_and_an_infinite_start_all_mean_never() -> None:
    assert read(TABLE.assign(start=[np.inf] * 8)).cohorts == ()
    assert read(TABLE.assign(start=[0] * 8)).cohorts == ()
    assert read(TABLE.assign(start=[None] * 8)).cohorts == ()


def test_anticipation_is_neither_before_nor_after() -> None:
    found = Panel(("a",), (2018, 2019, 2020, 2021), np.ones((1, 4)), np.array([2021.0]), None, 2)
    assert list(found.before(2021)) == [True, False, False, False]
    assert list(found.after(2021)) == [False, False, False, True]


def test_order_of_rows_plays_no_part_and_the_table_is_left_alone() -> None:
    before = TABLE.copy()
    shuffled = read(TABLE.sample(frac=1, random_state=3), size="people")
    pd.testing.assert_frame_equal(shuffled.frame(), read(TABLE, size="people").frame())
    pd.testing.assert_frame_equal(TABLE, before)


def test_a_panel_becomes_the_same_table_again() -> None:
    frame = read(TABLE).frame()
    again = panel(frame, unit="unit", year="year", value="value", start="start")
    pd.testing.assert_frame_equal(again.frame(), frame)
    assert frame["treated_now"].sum() == 1


def test_parts_by_masks_and_by_positions_are_alike() -> None:
    found = read(TABLE, size="people", anticipation=1)
    by_mask = found.select(np.array([True, False, True]), np.array([False, True, True]))
    by_place = found.select(np.array([0, 2]), np.array([1, 2]))
    for part in (by_mask, by_place):
        assert part.units == ("Arjeplog", "Umeå")
        assert part.years == (2020, 2021)
        np.testing.assert_array_equal(part.values, [[np.nan, 2], [5, 7]])
        np.testing.assert_array_equal(part.sizes, [3, 91])
        assert part.anticipation == 1
    assert found.select(units=np.array([2])).years == found.years


def test_everything_wrong_with_a_table_is_said_at_once() -> None:
    twice = pd.concat([TABLE, TABLE.iloc[[0]]])
    off = twice.assign(start=[2021, None, 2021, None, None, 0, 0, 2020, 2021])
    infinite = off.assign(value=[*off["value"][:-2], np.inf, off["value"].iloc[-1]])
    with pytest.raises(InvalidInput) as error:
        read(infinite)
    problems = [str(fault) for fault in error.value.faults]
    assert len(problems) == 4
    assert "Umeå, 2020: has more than one figure" in problems[0]
    assert "Malå: starts in several years" in problems[1]
    assert "Umeå: starts in several years" in problems[2]
    assert "the figure is infinite" in problems[3]


def test_columns_that_are_not_there_are_named() -> None:
    with pytest.raises(InvalidInput, match="column 'folk'"):
        read(TABLE, size="folk")
