"""Two-way fixed effects against printed numbers, statsmodels and hand calculations."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.regression.linear_model import OLS, WLS

from impact.errors import InvalidInput
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.regressions.cluster_regression import (
    cluster_regression,
    two_way_effects,
    without_two_way_effects,
)
from impact.evaluation.regressions.two_way import two_way, used_cells


def made(starts, years=8, seed=0, *, missing=0.0, anticipation=0) -> Panel:
    """Return a panel of random walks, with some figures missing."""
    draws = np.random.default_rng(seed)
    values = 50 + draws.normal(size=(len(starts), years)).cumsum(axis=1)
    values[draws.random(values.shape) < missing] = np.nan
    names = tuple(f"u{number:02d}" for number in range(len(starts)))
    return Panel(
        names, tuple(range(2001, 2001 + years)), values, np.array(starts, float),
        anticipation=anticipation,
    )  # fmt: skip


STARTS = [2004, 2004, 2006, 2006, 2006, *[NEVER] * 9]


def peer(made_panel: Panel, weights=None) -> tuple[float, float]:
    """Return statsmodels' coefficient and its error with units' effects not counted."""
    frame = made_panel.frame()
    frame = frame[used_cells(made_panel).ravel()]
    unit, year = pd.get_dummies(frame["unit"], dtype=float), pd.get_dummies(frame["year"])
    design = np.column_stack([frame["treated_now"], unit, year.iloc[:, 1:]]).astype(float)
    by_name = dict(zip(made_panel.units, np.ones(99) if weights is None else weights, strict=False))
    weight = frame["unit"].map(by_name).to_numpy(float)
    fit = WLS(frame["value"].to_numpy(), design, weights=weight).fit(
        cov_type="cluster", cov_kwds={"groups": frame["unit"].astype("category").cat.codes}
    )
    cells, counted = design.shape
    ours = 1 + year.shape[1]
    return fit.params[0], fit.bse[0] * np.sqrt((cells - counted) / (cells - ours))


def test_medicaid_coefficient_and_printed_error(case):
    folder, expected = case("02_ehec_medicaid")
    table = pd.read_csv(folder / "data.csv")
    result = two_way(panel(table, unit="stfips", year="year", value="dins", start="first_treat"))
    printed = expected["twfe"]
    assert result.estimate == pytest.approx(printed["coef"], abs=5e-8)
    assert result.standard_error == pytest.approx(printed["se_cluster"], abs=5e-7)
    assert [result.lower, result.upper] == pytest.approx(printed["ci"], abs=5e-7)
    assert (result.observations, result.degrees_of_freedom) == (552, 45)
    assert (result.treated, result.comparison) == (30, 16)


def test_four_figures_by_hand():
    values = np.array([[10.0, 17.0], [20.0, 22.0]])
    table = Panel(("a", "b"), (2001, 2002), values, np.array([2002, NEVER]))
    result = two_way(table)
    assert result.estimate == pytest.approx((17 - 10) - (22 - 20))


def test_error_by_hand_of_two_against_two():
    """Two years: regression of changes 4, 6 against 1, 3; half of every residual falls on a year.

    Effect 5 - 2 = 3. Residuals of changes -1, 1, -1, 1, in levels half of it in either year.
    Treatment less effects of units and years is (1/4, -1/4) by year for treated, the opposite
    for others. Scores 2 x 1/4 x 1/2 = 1/4 up to sign; meat 4/16; bread 1 / (8 / 16) = 2;
    covariance 4 x 1/4 = 1, times G/(G-1) = 4/3, (n-1)/(n-k) = 7/5, k = 1 + 2 years.
    """
    values = np.array([[0.0, 4.0], [0.0, 6.0], [0.0, 1.0], [0.0, 3.0]])
    table = Panel(tuple("abcd"), (2001, 2002), values, np.array([2002, 2002, NEVER, NEVER]))
    result = two_way(table)
    assert result.estimate == pytest.approx(3)
    assert result.standard_error == pytest.approx(np.sqrt(1 * 4 / 3 * 7 / 5))


@pytest.mark.parametrize("missing", [0.0, 0.12])
@pytest.mark.parametrize("anticipation", [0, 1])
def test_agrees_with_statsmodels(missing, anticipation):
    """The same arithmetic by dummies: agreement to rounding (1e-9)."""
    table = made(STARTS, missing=missing, anticipation=anticipation, seed=3)
    result = two_way(table)
    estimate, error = peer(table)
    assert result.estimate == pytest.approx(estimate, rel=1e-9)
    assert result.standard_error == pytest.approx(error, rel=1e-9)


def test_weights_agree_with_statsmodels():
    table = made(STARTS, missing=0.1, seed=5)
    weights = np.random.default_rng(1).uniform(0.2, 3, size=len(STARTS))
    result = two_way(table, weights)
    estimate, error = peer(table, weights)
    assert result.estimate == pytest.approx(estimate, rel=1e-9)
    assert result.standard_error == pytest.approx(error, rel=1e-9)
    assert two_way(table, 7 * weights).standard_error == pytest.approx(result.standard_error)


def test_a_weight_of_zero_leaves_the_unit_out():
    table = made(STARTS, seed=5)
    weights = np.ones(len(STARTS))
    weights[[0, 9]] = 0
    assert two_way(table, weights) == two_way(table.select(weights > 0))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.permutations(range(len(STARTS))))
def test_order_scale_and_common_shifts_do_not_matter(seed, order):
    table = made(STARTS, seed=seed)
    draws = np.random.default_rng(seed)
    level = draws.normal(size=(len(STARTS), 1)) * 9
    season = draws.normal(size=(1, 8)) * 9
    other = Panel(table.units, table.years, -3 * table.values + level + season, table.starts)
    first, second = two_way(table), two_way(other.select(np.array(order)))
    assert second.estimate == pytest.approx(-3 * first.estimate, abs=1e-9)
    assert second.standard_error == pytest.approx(3 * first.standard_error, abs=1e-9)
    assert second.p_value == pytest.approx(first.p_value, abs=1e-9)


def test_an_added_effect_is_found_to_the_digit():
    table = made(STARTS, seed=8)
    now = np.asarray(table.years)[None, :] >= table.starts[:, None]
    other = Panel(table.units, table.years, table.values + 2.5 * now, table.starts)
    assert two_way(other).estimate == pytest.approx(two_way(table).estimate + 2.5)


def test_all_treated_at_once_has_no_answer():
    table = made([2004] * 6)
    with pytest.raises(InvalidInput, match="cannot be told apart from effects of units and years"):
        two_way(table)


def test_parts_that_share_nothing_are_refused():
    table = made(STARTS)
    table.values[:7, :4] = np.nan
    table.values[7:, 4:] = np.nan
    with pytest.raises(InvalidInput, match="share no unit or no year"):
        two_way(table)


def test_a_unit_seen_once_says_nothing():
    table = made(STARTS, seed=2)
    table.values[8, 1:] = np.nan
    keep = np.arange(len(STARTS)) != 8
    assert two_way(table) == two_way(table.select(keep))


def test_effects_are_those_of_dummies():
    table = made(STARTS, missing=0.15, seed=9)
    weights = np.isfinite(table.values).astype(float)
    units, years = two_way_effects(table.values, weights)
    fitted = units[:, None] + years
    rows, columns = np.nonzero(weights)
    design = np.hstack([np.eye(len(STARTS))[rows], np.eye(8)[columns][:, 1:]])
    there = table.values[rows, columns]
    expected = OLS(there, design).fit().fittedvalues
    assert fitted[rows, columns] == pytest.approx(expected, rel=1e-10)
    left = without_two_way_effects(table.values, weights)
    assert left[rows, columns] == pytest.approx(there - expected, abs=1e-9)
    assert left.sum(axis=0) == pytest.approx(np.zeros(8), abs=1e-9)
    assert (left[weights == 0] == 0).all()


def test_regressors_that_repeat_each_other_are_refused():
    table = made(STARTS)
    now = np.random.default_rng(0).normal(size=table.values.shape)
    with pytest.raises(InvalidInput, match="has no answer"):
        cluster_regression(table.values, np.stack([now, 2 * now]), np.ones(table.values.shape))


@pytest.mark.parametrize(
    "values",
    [np.random.default_rng(0).normal(size=(2, 6)), np.full((2, 6), 3.1)],
    ids=["one against one", "constant"],
)
def test_errors_that_are_only_rounding_are_none(values):
    """Scores of two units cancel whatever the figures: no spread is left to judge by."""
    table = Panel(("a", "b"), tuple(range(2001, 2007)), values, np.array([2004, NEVER]))
    result = two_way(table)
    assert result.estimate == pytest.approx(
        (values[0, 3:].mean() - values[0, :3].mean())
        - (values[1, 3:].mean() - values[1, :3].mean()),
        abs=1e-12,
    )
    assert np.isnan([result.standard_error, result.p_value, result.lower, result.upper]).all()


def test_a_high_level_does_not_hide_the_error():
    table = made(STARTS, seed=4)
    high = Panel(table.units, table.years, table.values + 1e8, table.starts)
    assert two_way(high).standard_error == pytest.approx(two_way(table).standard_error, rel=1e-5)
