"""Series side by side, and where declared breaks fall."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.indicators.grid import grid, marked

FRAME = pd.DataFrame(
    {
        "indicator": ["a", "a", "b", "a"],
        "place": ["B", "A", "A", "B"],
        "year": [2021, 2019, 2020, 2019],
        "value": [3.0, 1.0, 2.0, np.nan],
    }
)


def layout():
    return grid(FRAME, keys=["indicator", "place"], year="year", value="value")


def test_every_year_between_first_and_last_is_a_column():
    found = layout()
    assert found.years.tolist() == [2019, 2020, 2021]
    assert found.keys.to_numpy().tolist() == [["a", "B"], ["a", "A"], ["b", "A"]]
    assert found.series.tolist() == [0, 1, 2, 0]
    expected = [[np.nan, np.nan, 3], [1, np.nan, np.nan], [np.nan, 2, np.nan]]
    assert np.array_equal(found.values, expected, equal_nan=True)


def test_a_break_without_a_place_is_every_places():
    breaks = pd.DataFrame(
        {
            "indicator": ["a", "a", "b"],
            "place": [None, "A", "Z"],
            "year": [2020, 2021, 2021],
            "effect": ["break", "break", "break"],
        }
    )
    found = marked(layout(), breaks, "break")
    assert found.tolist() == [[False, True, False], [False, True, True], [False, False, False]]
    assert not marked(layout(), breaks, "exclude").any()


def test_years_outside_the_series_are_ignored():
    breaks = pd.DataFrame({"year": [1999], "effect": ["break"]})
    assert not marked(layout(), breaks, "break").any()
