"""Medians, quartiles and whether municipalities come closer together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.indicators.variation.spread import medians, spread


def country(ranges: list[float], places: int = 41) -> pd.DataFrame:
    position = np.linspace(-1, 1, places)
    parts = [
        pd.DataFrame(
            {
                "place": [f"p{number}" for number in range(places)],
                "indicator": "a",
                "year": 2015 + at,
                "value": 50 + position * width,
            }
        )
        for at, width in enumerate(ranges)
    ]
    return pd.concat(parts, ignore_index=True)


def test_quartiles_by_hand():
    """Values 1 to 9: quartiles 3, 5 and 7."""
    frame = pd.DataFrame({"indicator": "a", "year": 2020, "value": [9.0, 1, 8, 2, 7, 3, 6, 4, 5]})
    out = medians(frame).iloc[0]
    assert (out["lower_quartile"], out["median"], out["upper_quartile"]) == (3, 5, 7)
    assert (out["interquartile_range"], out["places"]) == (4, 9)
    assert out["spread"] == pytest.approx(4 / 1.34898, rel=1e-5)
    assert out["standard_error"] == pytest.approx(np.sqrt(np.pi / 2 * 7.5 / 9))


def test_standard_error_is_that_of_a_sample_median():
    rng = np.random.default_rng(1)
    draws = rng.normal(50, 4, (2000, 290))
    frame = pd.DataFrame({"draw": np.repeat(np.arange(2000), 290), "value": draws.ravel()})
    out = medians(frame, by="draw")
    assert out["standard_error"].mean() == pytest.approx(out["median"].std(), rel=0.05)


def test_rows_without_a_value_do_not_count():
    frame = pd.DataFrame({"region": ["a", "a", "b"], "value": [1.0, np.nan, np.nan]})
    out = medians(frame, by="region").set_index("region")
    assert out["places"].tolist() == [1, 0]
    assert out.loc["a", "median"] == 1
    assert np.isnan(out.loc["b", "median"])
    assert np.isnan(out.loc["a", "standard_error"])


def test_groups_come_in_order_of_first_appearance():
    frame = pd.DataFrame({"region": ["b", "a", "b"], "value": [1.0, 2, 3]})
    assert medians(frame, by="region")["region"].tolist() == ["b", "a"]


@pytest.mark.parametrize(
    ("ranges", "verdict"),
    [
        ([8.0, 7.4, 6.9, 6.1, 5.5, 5.1, 4.2], "improving"),
        ([4.2, 5.1, 5.5, 6.1, 6.9, 7.4, 8.0], "worsening"),
        ([5.0, 6.1, 4.9, 5.8, 5.2, 6.0, 5.1], "no_clear_change"),
        ([5.0, 6.1, 4.9], "not_calculable"),
    ],
)
def test_narrowing_improves_and_widening_worsens(ranges, verdict):
    out = spread(country(ranges)).iloc[0]
    assert out["verdict"] == verdict
    assert out["interquartile_range"] == pytest.approx(ranges[-1])


def test_years_with_few_municipalities_are_not_used():
    out = spread(country([8.0, 7.4, 6.9, 6.1, 5.5, 5.1], places=9)).iloc[0]
    assert (out["verdict"], out["reason"]) == ("not_calculable", "no_values")


def test_a_merger_of_one_municipality_is_no_break_of_the_country():
    frame = country([8.0, 7.4, 6.9, 6.1, 5.5, 5.1, 4.2])
    breaks = pd.DataFrame({"place": ["p1"], "indicator": "a", "year": 2019, "effect": "break"})
    assert spread(frame, breaks=breaks).iloc[0]["years"] == 7
    breaks["place"] = None
    assert spread(frame, breaks=breaks).iloc[0]["reason"] == "break"


def test_an_empty_table_has_no_medians_and_no_spread():
    nothing = country([1.0]).iloc[:0]
    assert list(medians(nothing).columns) == list(medians(country([1.0])).columns)
    assert len(medians(nothing)) == len(spread(nothing)) == 0


def test_figures_of_any_kind_of_column_and_no_group():
    frame = pd.DataFrame({"value": [9, 1, 8, 2, 7, 3, 6, 4, 5, None, np.inf]}, dtype=object)
    out = medians(frame).iloc[0]
    assert out[["lower_quartile", "median", "upper_quartile"]].tolist() == [3, 5, 7]
    assert (out["places"], len(medians(frame))) == (9, 1)
    assert "index" not in medians(frame).columns


def test_an_index_named_like_a_column_changes_nothing():
    frame = country([1.0, 2.0])
    pd.testing.assert_frame_equal(medians(frame), medians(frame.set_index("year", drop=False)))
