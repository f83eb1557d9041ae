"""Controlled interrupted series: one regression with all interactions, detrended changes."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS

from impact.errors import InvalidInput
from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.series.controlled import controlled, unit_lines
from impact.evaluation.series.interrupted import interrupted
from impact.evaluation.series.prais_winsten import prais_winsten


def made(starts, seed=0, years=14, anticipation=0) -> Panel:
    values = 50 + np.random.default_rng(seed).normal(size=(len(starts), years)).cumsum(axis=1)
    names = tuple(f"u{number:02d}" for number in range(len(starts)))
    return Panel(
        names, tuple(range(2001, 2001 + years)), values, np.array(starts, float),
        anticipation=anticipation,
    )  # fmt: skip


STARTS = [2010, 2010, *[NEVER] * 12]


def test_terms_are_those_of_one_regression():
    """y on level, slope, jump, change of slope, each also times treated (cells, all units)."""
    table = made(STARTS, seed=1)
    frame = table.frame()
    away, after = frame["year"] - 2010, frame["year"] >= 2010
    one = np.column_stack([np.ones(len(frame)), away, after, away * after]).astype(float)
    treated = np.isfinite(frame["start"]).to_numpy(float)[:, None]
    fit = OLS(frame["value"].to_numpy(), np.hstack([one, one * treated])).fit()
    terms = controlled(table).terms["estimate"]
    assert terms[["slope_before", "level", "slope_change"]].tolist() == pytest.approx(
        fit.params[5:].tolist()
    )
    assert terms["effect"] == pytest.approx(fit.params[6] + 2 * fit.params[7])


@pytest.mark.parametrize("anticipation", [0, 2])
def test_effect_is_the_difference_of_detrended_changes(anticipation):
    table = made([2008, 2010, 2010, *[NEVER] * 12], seed=2, anticipation=anticipation)
    assert unit_lines(table)["effect"] == pytest.approx(unit_changes(table, "detrended"))


def test_errors_come_from_the_spread_between_units():
    """One treated unit: the usual regression of one change per unit on treatment."""
    table = made([2010, *[NEVER] * 12], seed=3)
    result = controlled(table)
    change = unit_lines(table)["level"][:, 0]
    usual = OLS(change, np.column_stack([np.ones(13), np.arange(13) == 0])).fit()
    level = result.terms.loc["level"]
    assert level["estimate"] == pytest.approx(usual.params[1])
    assert level["standard_error"] == pytest.approx(usual.bse[1])
    assert level["p_value"] == pytest.approx(usual.pvalues[1])
    assert level["degrees_of_freedom"] == pytest.approx(11)
    assert level[["lower", "upper"]].tolist() == pytest.approx(usual.conf_int()[1].tolist())
    effect = result.terms.loc["effect"]
    assert [result.estimate, result.lower, result.p_value] == pytest.approx(
        effect[["estimate", "lower", "p_value"]].tolist()
    )


def test_the_gap_is_one_interrupted_series():
    table = made(STARTS, seed=4)
    result = controlled(table)
    gap = table.values[:2].mean(axis=0) - table.values[2:].mean(axis=0)
    assert result.gap["gap"].tolist() == pytest.approx(gap.tolist())
    assert result.newey_west.effect == pytest.approx(interrupted(gap, table.years, 2010).effect)
    assert result.prais_winsten.effect == pytest.approx(
        prais_winsten(gap, table.years, 2010).effect
    )
    assert result.newey_west.effect == pytest.approx(result.estimate)
    assert not result.few_points
    assert (result.treated, result.comparison) == (2, 12)


def test_lines_added_to_the_treated_are_found():
    table = made(STARTS, seed=5)
    away = np.asarray(table.years) - 2010
    added = np.where(away >= 0, 4 - 0.5 * away, 0.0)
    values = table.values + np.outer(table.treated, added)
    other = Panel(table.units, table.years, values, table.starts)
    moved = controlled(other).terms["estimate"] - controlled(table).terms["estimate"]
    assert moved[["slope_before", "level", "slope_change", "effect"]].tolist() == pytest.approx(
        [0, 4, -0.5, 4 - 0.5 * 2]
    )


def test_lines_common_to_all_do_not_matter():
    table = made(STARTS, seed=6)
    common = 3.0 * np.arange(14) + 20 * (np.arange(14) >= 9)
    own = np.outer(np.arange(14), np.ones(14)) * 5
    other = Panel(table.units, table.years, table.values + common + own, table.starts)
    first, second = controlled(table).terms, controlled(other).terms
    assert second.loc["effect"].tolist() == pytest.approx(first.loc["effect"].tolist())


def test_units_are_compared_within_strata():
    table = made([2010, 2010, 2010, *[NEVER] * 20], seed=7)
    strata = np.array([0, 0, 1, *[0] * 10, *[1] * 10])
    change = unit_lines(table)["effect"][:, 0]
    inside = [change[:2].mean() - change[3:13].mean(), change[2] - change[13:].mean()]
    result = controlled(table, strata)
    assert result.estimate == pytest.approx((2 * inside[0] + inside[1]) / 3)
    assert result.newey_west.effect == pytest.approx(result.estimate)


def test_several_starts_count_by_units_and_have_no_single_gap():
    table = made([2008, 2010, 2010, *[NEVER] * 12], seed=8)
    change = unit_lines(table)["effect"]
    result = controlled(table)
    gaps = change[[0, 1, 2], [0, 1, 1]] - change[3:].mean(axis=0)[[0, 1, 1]]
    assert result.estimate == pytest.approx(gaps.mean())
    assert result.gap.empty
    assert result.newey_west is None
    assert result.prais_winsten is None
    assert result.few_points


def test_years_of_anticipation_are_left_out_of_the_gap():
    result = controlled(made(STARTS, seed=9, anticipation=2))
    assert result.gap["year"].tolist() == [*range(2001, 2008), *range(2010, 2015)]
    assert result.few_points
    assert result.newey_west.terms["p_value"].isna().all()
    assert np.isfinite(result.p_value)


def test_one_year_after_has_no_change_of_slope():
    result = controlled(made([2014, *STARTS[1:]], seed=10).select(np.arange(14) != 1))
    assert result.terms.index.tolist() == ["slope_before", "level", "effect"]
    assert result.estimate == pytest.approx(result.terms.loc["level", "estimate"])


def test_two_years_before_are_too_few_for_the_gap_alone():
    table = made([2003, *[NEVER] * 12], years=4, seed=11)
    result = controlled(table)
    assert np.isfinite(result.standard_error)
    assert result.newey_west is None


def test_order_and_scale_do_not_matter():
    table = made(STARTS, seed=12)
    order = np.random.default_rng(0).permutation(len(STARTS))
    other = Panel(table.units, table.years, -2 * table.values, table.starts).select(order)
    first, second = controlled(table), controlled(other)
    assert second.estimate == pytest.approx(-2 * first.estimate)
    assert second.lower == pytest.approx(-2 * first.upper)
    assert second.p_value == pytest.approx(first.p_value)


def test_what_cannot_be_had_is_refused():
    table = made(STARTS)
    table.values[5, 3] = np.nan
    with pytest.raises(InvalidInput, match="u05: lacks a figure"):
        controlled(table)
    with pytest.raises(InvalidInput, match="fewer than two years before"):
        controlled(made([2002, *STARTS[1:]]))
    with pytest.raises(InvalidInput, match="has no year after"):
        controlled(made([2050, *STARTS[1:]]))
    with pytest.raises(InvalidInput, match="has no treated unit"):
        controlled(made([NEVER] * 5))
