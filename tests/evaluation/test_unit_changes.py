"""One number per unit: by hand, against published studies and against another library."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from impact.errors import InvalidInput, UnknownName
from impact.evaluation.differences.changes import (
    CHANGES,
    change_weights,
    changes_by_year,
    unit_changes,
    year_weights,
)
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.strata import difference_weights


def one_unit(values: list[float], start: float = 2013, anticipation: int = 0) -> Panel:
    years = tuple(range(2010, 2010 + len(values)))
    series = np.array([values])
    return Panel(("a",), years, series, np.array([start]), None, anticipation)


def simulated(seed: int = 4, anticipation: int = 0) -> Panel:
    random = np.random.default_rng(seed)
    starts = np.array([2013.0, 2013, 2015, *[NEVER] * 9])
    values = random.normal(size=(12, 8)).cumsum(axis=1)
    names = tuple(f"u{row:02d}" for row in range(12))
    return Panel(names, tuple(range(2010, 2018)), values, starts, None, anticipation)


SERIES = [1.0, 2, 6, 10, 8]  # 2010-2012 before, 2013 and 2014 after


def test_demeaned_by_hand() -> None:
    # mean before (1+2+6)/3 = 3; after 10 - 3 = 7 and 8 - 3 = 5; their mean 6
    made = one_unit(SERIES)
    np.testing.assert_allclose(changes_by_year(made, 2013, "demeaned"), [[-2, -1, 3, 7, 5]])
    np.testing.assert_allclose(unit_changes(made, "demeaned"), [[6]])


def test_long_difference_by_hand() -> None:
    # last year before: 6
    made = one_unit(SERIES)
    np.testing.assert_allclose(changes_by_year(made, 2013, "long_difference"), [[-5, -4, 0, 4, 2]])
    np.testing.assert_allclose(unit_changes(made, "long_difference"), [[3]])


def test_detrended_by_hand() -> None:
    # line through (0,1) (1,2) (2,6): slope (-1*1 + 0*2 + 1*6) / 2 = 2.5, mean 3 at 1, so 0.5 at 0;
    # 8 at year 3 and 10.5 at year 4. Residuals .5, -1, .5, 2, -2.5; mean after -0.25
    made = one_unit(SERIES)
    by_year = changes_by_year(made, 2013, "detrended")
    np.testing.assert_allclose(by_year, [[0.5, -1, 0.5, 2, -2.5]], atol=1e-12)
    np.testing.assert_allclose(unit_changes(made, "detrended"), [[-0.25]])


def test_anticipation_is_left_out_of_the_past() -> None:
    # one year of anticipation: before is 2010 and 2011 only, the start stays 2013
    made = one_unit(SERIES, anticipation=1)
    np.testing.assert_allclose(unit_changes(made, "demeaned"), [[9 - 1.5]])
    np.testing.assert_allclose(unit_changes(made, "long_difference"), [[9 - 2]])
    np.testing.assert_allclose(changes_by_year(made, 2013, "demeaned")[0, 2], 6 - 1.5)
    # the line 1, 2 goes on to 4 and 5
    np.testing.assert_allclose(unit_changes(made, "detrended"), [[9 - 4.5]])


def test_years_that_are_not_there_count_as_time() -> None:
    # 2010, 2012 before and 2015 after: the line 0, 4 has slope 2 a year, so 10 in 2015
    made = Panel(("a",), (2010, 2012, 2015), np.array([[0.0, 4, 13]]), np.array([2014.0]))
    np.testing.assert_allclose(unit_changes(made, "detrended"), [[3]])


@pytest.mark.parametrize("method", CHANGES)
@pytest.mark.parametrize("anticipation", [0, 1])
def test_a_change_is_the_mean_of_its_years_after(method: str, anticipation: int) -> None:
    made = simulated(anticipation=anticipation)
    changes = unit_changes(made, method)
    assert changes.shape == (12, 2)
    for column, start in enumerate(made.cohorts):
        by_year = changes_by_year(made, start, method)
        expected = by_year[:, made.after(start)].mean(axis=1)
        np.testing.assert_allclose(changes[:, column], expected, atol=1e-12)
        weights = change_weights(made, start, method)
        np.testing.assert_allclose(made.values @ weights, expected, atol=1e-12)
        assert weights.sum() == pytest.approx(0, abs=1e-12)


def test_detrending_is_least_squares_on_the_years_before() -> None:
    made = simulated()
    years = np.array(made.years, dtype=float)
    before = made.before(2015)
    residuals = changes_by_year(made, 2015, "detrended")
    for row, series in enumerate(made.values):
        fit = sm.OLS(series[before], sm.add_constant(years[before])).fit()
        line = fit.predict(sm.add_constant(years))
        np.testing.assert_allclose(residuals[row], series - line, atol=1e-9)


@pytest.mark.parametrize("method", CHANGES)
@given(level=st.floats(-1e3, 1e3), factor=st.floats(-5, 5), slope=st.floats(-50, 50))
def test_what_a_units_own_past_takes_away(
    method: str, level: float, factor: float, slope: float
) -> None:
    made = simulated()
    changes = unit_changes(made, method)
    moved = Panel(made.units, made.years, factor * made.values + level, made.starts)
    np.testing.assert_allclose(unit_changes(moved, method), factor * changes, atol=1e-8)
    tilted = Panel(made.units, made.years, made.values + slope * np.arange(8), made.starts)
    off = unit_changes(tilted, method) - changes
    if method == "detrended":
        np.testing.assert_allclose(off, 0, atol=1e-8)
    else:  # the same for every unit, so the difference between units does not feel it
        np.testing.assert_allclose(off, np.tile(off[0], (12, 1)), atol=1e-8)


@pytest.mark.parametrize("method", CHANGES)
def test_order_of_units_plays_no_part(method: str) -> None:
    made = simulated()
    order = np.random.default_rng(0).permutation(12)
    np.testing.assert_array_equal(
        unit_changes(made.select(order), method), unit_changes(made, method)[order]
    )


def test_a_missing_figure_is_felt_only_where_it_is_used() -> None:
    made = one_unit([np.nan, 2, 6, 10, np.nan], start=2013)
    np.testing.assert_array_equal(
        changes_by_year(made, 2013, "long_difference"), [[np.nan, -4, 0, 4, np.nan]]
    )
    assert np.isnan(changes_by_year(made, 2013, "demeaned")).all()
    assert np.isnan(unit_changes(made, "long_difference")).all()
    early = one_unit([np.nan, 2, 6, 10, 8])
    np.testing.assert_allclose(unit_changes(early, "long_difference"), [[3]])
    assert np.isnan(unit_changes(early, "demeaned")).all()


def test_too_few_years_are_refused() -> None:
    made = one_unit(SERIES)
    with pytest.raises(InvalidInput, match="start 2010: years before it: 0"):
        year_weights(made, 2010, "demeaned")
    with pytest.raises(InvalidInput, match=r"start 2011: years before it: 1\. Give 2"):
        year_weights(made, 2011, "detrended")
    with pytest.raises(InvalidInput, match="from 2015 on"):
        change_weights(made, 2015, "demeaned")
    with pytest.raises(UnknownName, match="Did you mean detrended"):
        year_weights(made, 2013, "detrend")


def test_nobody_treated_has_no_columns() -> None:
    assert unit_changes(one_unit(SERIES, start=NEVER), "demeaned").shape == (1, 0)


@pytest.mark.parametrize(("method", "theirs"), [("demeaned", "demean"), ("detrended", "detrend")])
def test_effect_is_the_one_of_another_library(method: str, theirs: str) -> None:
    # The same arithmetic in another order: 1e-10.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import diff_diff

        made = simulated().select(np.r_[0, 1, 3:12])
        table = made.frame().assign(treat=lambda rows: rows["treated_now"].astype(int))
        table["first"] = table["start"].replace(NEVER, 0).astype(int)
        peer = diff_diff.LWDiD(rolling=theirs, control_group="never_treated")
        result = peer.fit(table, "value", "unit", "year", "treat", first_treat="first")
    weights = difference_weights(made.treated, ~made.treated)
    np.testing.assert_allclose(weights @ unit_changes(made, method), [result.att], atol=1e-10)


def test_proposition_99_as_printed_by_lee_and_wooldridge(case: Callable[[str], Any]) -> None:
    study = case("05_prop99")
    table = pd.read_csv(study.folder / "data.csv")
    table["start"] = np.where(table["state"] == "California", 1989, 0)
    table["log"] = np.log(table["cigsale"])
    made = panel(table, unit="state", year="year", value="log", start="start")
    weights = difference_weights(made.treated, ~made.treated)
    printed, tolerance = study.expected["lee_wooldridge_log"], study.expected["tolerance"]["lw"]
    for method, name in (("demeaned", "demean"), ("detrended", "detrend")):
        found = (weights @ unit_changes(made, method)).item()
        assert found == pytest.approx(printed[name][0], abs=tolerance)
