"""The weighted comparison: by hand, against weighted means, and where it cannot be had."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t
from statsmodels.regression.linear_model import WLS

from impact.errors import InvalidInput
from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.weighting.entropy_balance import entropy_balance
from impact.evaluation.weighting.weighted_comparison import weighted_comparison


def made(starts, seed=0, years=8, sizes=True) -> Panel:
    draws = np.random.default_rng(seed)
    values = 50 + draws.normal(size=(len(starts), years)).cumsum(axis=1)
    names = tuple(f"u{number:02d}" for number in range(len(starts)))
    people = draws.lognormal(9, 0.5, size=len(starts)) if sizes else None
    return Panel(names, tuple(range(2001, 2001 + years)), values, np.array(starts, float), people)


STARTS = [2005, 2005, *[NEVER] * 20]


def test_a_panel_by_hand():
    """The treated's covariate .3 makes weights .7 and .3 of changes 2 and 12: 5; effect 9 - 5."""
    values = np.array([[1.0, 10.0], [0.0, 2.0], [0.0, 12.0]])
    table = Panel(tuple("abc"), (2001, 2002), values, np.array([2002, NEVER, NEVER]))
    result = weighted_comparison(table, covariates=pd.DataFrame({"x": [0.3, 0.0, 1.0]}))
    assert result.weights == pytest.approx([0, 0.7, 0.3])
    assert result.estimate == pytest.approx(9 - 5)
    effective = 1 / (0.49 + 0.09)
    spread = 0.7 * (2 - 5) ** 2 + 0.3 * (12 - 5) ** 2
    error = np.sqrt(spread * effective / (effective - 1) * (1 + 0.58))
    assert result.effective == pytest.approx(effective)
    assert result.standard_error == pytest.approx(error)
    assert result.upper == pytest.approx(4 + t.ppf(0.975, effective - 1) * error)
    row = result.balance.iloc[0]
    assert row[["cohort", "covariate"]].tolist() == [2002, "x"]
    assert row[["treated", "before", "after"]].tolist() == pytest.approx([0.3, 0.5, 0.3])


def test_equal_weights_are_the_usual_difference():
    """Covariates without differences: Lee and Wooldridge's regression with one treated unit."""
    table = made([2005, *[NEVER] * 20], seed=1)
    covariates = pd.DataFrame({"same": np.ones(21)})
    result = weighted_comparison(table, covariates=covariates)
    change = unit_changes(table, "demeaned")[:, 0]
    design = np.column_stack([np.ones(21), np.arange(21) == 0])
    usual = WLS(change, design).fit()
    assert result.estimate == pytest.approx(usual.params[1])
    assert result.standard_error == pytest.approx(usual.bse[1])
    assert result.p_value == pytest.approx(usual.pvalues[1])
    assert result.effective == pytest.approx(20)


@pytest.mark.parametrize("method", ["demeaned", "detrended", "long_difference"])
def test_default_covariates_are_balanced(method):
    table = made(STARTS, seed=3)
    result = weighted_comparison(table, method)
    assert result.balanced
    assert result.balance["covariate"].tolist() == ["level_before", "slope_before", "log_size"]
    assert result.balance["after"].tolist() == pytest.approx(
        result.balance["treated"].tolist(), rel=1e-6
    )
    change = unit_changes(table, method)[:, 0]
    assert result.estimate == pytest.approx(change[:2].mean() - result.weights @ change)
    assert (result.weights[:2] == 0).all()
    assert result.weights.sum() == pytest.approx(1)
    level = table.values[:, :4].mean(axis=1)
    slope = np.polynomial.polynomial.polyfit(np.arange(4), table.values[:, :4].T, 1)[1]
    covariates = np.column_stack([level, slope, np.log(table.sizes)])
    assert result.weights[2:] == pytest.approx(
        entropy_balance(covariates[2:], covariates[:2].mean(axis=0)), abs=1e-6
    )


def test_short_pasts_balance_the_level_only():
    table = made([2003, *[NEVER] * 15], seed=3, sizes=False)
    assert weighted_comparison(table).balance["covariate"].tolist() == ["level_before"]


@pytest.mark.parametrize("size", [0.0, np.nan])
def test_sizes_that_are_not_known_of_all_are_no_covariate(size):
    table = made(STARTS, seed=3)
    table.sizes[7] = size
    result = weighted_comparison(table)
    assert result.balance["covariate"].tolist() == ["level_before", "slope_before"]
    assert result.balanced


def test_cohorts_count_by_their_units():
    table = made([2004, 2006, 2006, *[NEVER] * 25], seed=5, sizes=False)
    never = ~table.treated
    table.values[:3] = 0.8 * table.values[never].mean(axis=0) + 0.2 * table.values[:3]
    parts = [
        weighted_comparison(table.select((table.starts == start) | never)) for start in (2004, 2006)
    ]
    result = weighted_comparison(table)
    assert result.balanced
    assert result.estimate == pytest.approx((parts[0].estimate + 2 * parts[1].estimate) / 3)
    assert result.weights[never] == pytest.approx(
        (parts[0].weights[1:] + 2 * parts[1].weights[2:]) / 3
    )


def test_nobody_alike_gives_no_estimate():
    table = made(STARTS, seed=3)
    table.values[:2] += 1000
    result = weighted_comparison(table)
    assert not result.balanced
    assert np.isnan([result.estimate, result.lower, result.p_value, result.effective]).all()
    assert np.isnan(result.weights).all()
    assert result.balance["after"].isna().all()
    assert (result.treated, result.comparison) == (2, 20)


def test_order_and_scale_do_not_matter():
    table = made(STARTS, seed=5)
    order = np.random.default_rng(0).permutation(len(STARTS))
    other = Panel(table.units, table.years, 4 * table.values - 7, table.starts, table.sizes)
    first, second = weighted_comparison(table), weighted_comparison(other.select(order))
    assert second.estimate == pytest.approx(4 * first.estimate, rel=1e-6)
    assert second.standard_error == pytest.approx(4 * first.standard_error, rel=1e-6)
    assert second.weights == pytest.approx(first.weights[order], abs=1e-7)


def test_nothing_to_weight_is_refused():
    with pytest.raises(InvalidInput, match="nothing to weight"):
        weighted_comparison(made([2005, 2005, NEVER]))
    with pytest.raises(InvalidInput, match="nothing to weight"):
        weighted_comparison(made([NEVER] * 5))


def test_a_missing_covariate_is_named():
    table = made(STARTS)
    covariates = pd.DataFrame({"income": np.arange(22.0), "age": np.arange(22.0)})
    covariates.loc[4, "age"] = np.nan
    with pytest.raises(InvalidInput, match="age: is missing for some unit"):
        weighted_comparison(table, covariates=covariates)


def test_changes_that_do_not_differ_have_no_error():
    table = made(STARTS, seed=3)
    flat = Panel(table.units, table.years, np.full((22, 8), 3.1), table.starts)
    result = weighted_comparison(flat)
    assert result.estimate == pytest.approx(0, abs=1e-12)
    assert np.isnan([result.standard_error, result.lower, result.p_value]).all()


def test_a_missing_figure_is_named():
    table = made(STARTS)
    table.values[6, 5] = np.nan
    with pytest.raises(InvalidInput, match="u06: lacks a figure its change needs"):
        weighted_comparison(table)
