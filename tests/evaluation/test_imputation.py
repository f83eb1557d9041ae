"""Imputation: a printed number, a peer with its errors, and small panels by hand."""

from __future__ import annotations

import diff_diff
import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.regressions.imputation import imputation

STARTS = [2004, 2004, 2004, 2006, 2006, *[NEVER] * 7]


def made(starts=STARTS, seed=0, years=7, anticipation=0) -> Panel:
    values = np.random.default_rng(seed).normal(size=(len(starts), years)).cumsum(axis=1)
    names = tuple(f"u{number:02d}" for number in range(len(starts)))
    return Panel(
        names, tuple(range(2001, 2001 + years)), values, np.array(starts, float),
        anticipation=anticipation,
    )  # fmt: skip


def theirs(table: Panel):
    frame = table.frame().replace({"start": {NEVER: 0}}).dropna(subset="value")
    frame["start"] = frame["start"].astype(int)
    return diff_diff.ImputationDiD().fit(
        frame, outcome="value", unit="unit", time="year", first_treat="start"
    )


def test_teenage_employment(case):
    """Three packages print -.04771 for these figures."""
    folder, _ = case("01_mpdta")
    table = pd.read_csv(folder / "data.csv")
    counties = panel(table, unit="countyreal", year="year", value="lemp", start="first_treat")
    result = imputation(counties)
    assert result.effect.estimate == pytest.approx(-0.04771, abs=5e-6)
    assert (result.effect.treated, result.effect.comparison) == (191, 309)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("holes", [False, True])
def test_agrees_with_a_peer(seed, holes):
    """The same theorem (estimate to 1e-8, whose iterations stop there; errors likewise)."""
    table = made(seed=seed)
    if holes:
        table.values[9, 2] = table.values[5, 6] = table.values[1, 1] = np.nan
    result, peer = imputation(table), theirs(table)
    assert result.effect.estimate == pytest.approx(peer.overall_att, abs=1e-7)
    assert result.effect.standard_error == pytest.approx(peer.overall_se, abs=1e-7)


def test_one_start_is_a_difference_of_mean_changes():
    table = made([2004, 2004, NEVER, NEVER, NEVER], seed=1)
    change = table.values[:, 3:].mean(axis=1) - table.values[:, :3].mean(axis=1)
    by_hand = change[:2].mean() - change[2:].mean()
    assert imputation(table).effect.estimate == pytest.approx(by_hand)


def test_not_yet_treated_help_by_hand():
    """a starts in 2, b in 3, c never; no noise but the effects: found to the digit.

    Untreated: a 1; b 1, 2; c 1, 2, 3, all of a_i + b_t with units 0, 5, 9 and years 0, 1, 4.
    """
    base = np.array([[0.0], [5.0], [9.0]]) + np.array([0.0, 1.0, 4.0])
    effects = np.array([[0.0, 2.0, 3.0], [0.0, 0.0, 7.0], [0.0, 0.0, 0.0]])
    table = Panel(tuple("abc"), (1, 2, 3), base + effects, np.array([2, 3, NEVER]))
    result = imputation(table)
    assert result.effects[0, 1:] == pytest.approx([2, 3])
    assert result.effects[1, 2] == pytest.approx(7)
    assert np.isnan(result.effects).sum() == 6
    assert result.effect.estimate == pytest.approx((2 + 3 + 7) / 3)
    assert result.events["event"].tolist() == [0, 1]
    assert result.events["estimate"].tolist() == pytest.approx([(2 + 7) / 2, 3])
    assert result.events["cells"].tolist() == [2, 1]


def test_errors_by_hand():
    """Changes 4 and 6 against 1 and 3: weights 1/2 by treated unit on their difference.

    Treated: effects 2 and 4 less their mean 3 are -1 and 1; v = 1/2 in the year after. Comparison
    residuals -/+ 1/2 by year; v = 1/2 x (-1, 1), so sums -+1/2. Variance 4 x 1/4 = 1.
    """
    values = np.array([[0.0, 4.0], [0.0, 6.0], [0.0, 1.0], [0.0, 3.0]])
    table = Panel(tuple("abcd"), (2001, 2002), values, np.array([2002, 2002, NEVER, NEVER]))
    result = imputation(table)
    assert result.effect.estimate == pytest.approx(3)
    assert result.effect.standard_error == pytest.approx(1)


def test_one_treated_unit_has_no_error():
    result = imputation(made([2004, *[NEVER] * 6]))
    assert np.isfinite(result.effect.estimate)
    assert np.isnan([result.effect.standard_error, result.effect.lower]).all()
    assert np.isnan(result.effect.p_value)


def test_a_cohort_of_one_does_not_shrink_the_error():
    """Compared with its own mean a lone unit would vary by nothing."""
    flat = np.zeros((10, 6))
    flat[0, 3:], flat[1, 4:] = 1.0, 9.0
    table = Panel(
        tuple("abcdefghij"), tuple(range(2001, 2007)), flat, np.array([2004, 2005, *[NEVER] * 8])
    )
    result = imputation(table).effect
    assert result.estimate == pytest.approx((3 * 1 + 2 * 9) / 5)
    mean = (3 * 3 + 2 * 18) / (3**2 + 2**2)
    by_hand = np.sqrt(((3 - 3 * mean) / 5) ** 2 + ((18 - 2 * mean) / 5) ** 2)
    assert result.standard_error == pytest.approx(by_hand)


def test_anticipation_belongs_to_neither_side():
    table = made(seed=4, anticipation=1)
    result = imputation(table)
    table.values[:3, 2] += 100
    table.values[3:5, 4] += 100
    again = imputation(table)
    assert again.effect.estimate == pytest.approx(result.effect.estimate)
    assert np.isnan(again.effects[:3, 2]).all()


def test_without_never_treated_the_last_years_are_left_out():
    table = made([2004, 2004, 2006, 2006], seed=2)
    result = imputation(table)
    assert np.isfinite(result.effects[:2, 3:5]).all()
    assert np.isnan(result.effects[:, 5:]).all()
    assert result.effect.comparison == 0


def test_treated_from_the_first_year_are_left_out():
    table = made([2001, *STARTS[1:]], seed=2)
    assert np.isnan(imputation(table).effects[0]).all()
    assert imputation(table).effect.treated == 4


def test_order_and_common_shifts_do_not_matter():
    table = made(seed=6)
    order = np.random.default_rng(1).permutation(len(STARTS))
    moved = 2 * table.values + np.arange(7) ** 2 + np.arange(len(STARTS))[:, None]
    other = Panel(table.units, table.years, moved, table.starts).select(order)
    first, second = imputation(table).effect, imputation(other).effect
    assert second.estimate == pytest.approx(2 * first.estimate)
    assert second.standard_error == pytest.approx(2 * first.standard_error)


@pytest.mark.parametrize("starts", [[2001] * 4, [NEVER] * 4, [2004] * 4])
def test_nothing_to_impute_is_refused(starts):
    with pytest.raises(InvalidInput, match="nothing can be imputed"):
        imputation(made(starts))


def test_errors_that_are_only_rounding_are_none():
    table = made([2004, 2004, NEVER, NEVER, NEVER])
    flat = Panel(table.units, table.years, np.full((5, 7), 3.1), table.starts)
    result = imputation(flat).effect
    assert result.estimate == pytest.approx(0, abs=1e-12)
    assert np.isnan([result.standard_error, result.p_value]).all()
