"""Synthetic control against hand calculation, peers and the published study of California."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.synthetic.placebos import METHODS, synthetic
from impact.evaluation.synthetic.synthetic_control import synthetic_control

YEARS = (2001, 2002, 2003, 2004)


def by_hand() -> Panel:
    """Treated is half of a and half of b until 2002; then the mix would be 6 and 8."""
    values = np.array([[2.0, 4, 7, 12], [0, 2, 4, 8], [4, 6, 8, 8], [9, 0, 1, 1]])
    starts = np.array([2003.0, NEVER, NEVER, NEVER])
    return Panel(("treated", "a", "b", "c"), YEARS, values, starts)


def simulated(seed: int = 3, units: int = 9, years: int = 16, treated: int = 1) -> Panel:
    """Return units that follow two common courses; a few are treated in the last four years."""
    generator = np.random.default_rng(seed)
    courses = generator.normal(0, 1, (2, years)).cumsum(axis=1)
    values = 20 + generator.uniform(0, 2, (units, 2)) @ courses
    values += generator.normal(0, 0.3, (units, years))
    values[:treated, -4:] += 2.0
    starts = np.where(np.arange(units) < treated, 2000.0 + years - 4, NEVER)
    names = tuple(f"place {number:02d}" for number in range(units))
    return Panel(names, tuple(range(2000, 2000 + years)), values, starts)


def test_by_hand() -> None:
    found = synthetic_control(by_hand())
    assert found.units == ("a", "b", "c")
    assert found.weights == pytest.approx([0.5, 0.5, 0])
    assert found.path == pytest.approx([2, 4, 6, 8])
    assert found.gaps == pytest.approx([0, 0, 1, 4])
    assert found.estimate == pytest.approx(2.5)
    assert found.pre_rmspe == pytest.approx(0, abs=1e-12)
    assert found.post_rmspe == pytest.approx(np.sqrt((1 + 16) / 2))
    # Donors 0, 4, 9 and 2, 6, 0 in the two years before: variances 61/3 and 28/3.
    assert found.spread == pytest.approx(np.sqrt((61 / 3 + 28 / 3) / 2))
    assert (found.poor_fit, found.few_years) == (False, True)


def test_demeaned_by_hand() -> None:
    # About their means before, a and b are -1, 1 like the treated; c is 4.5, -4.5. a and b are
    # equally near: half and half, and the level is the treated's own, 3, above -1 + 1.
    found = synthetic_control(by_hand(), demeaned=True)
    assert found.weights == pytest.approx([0.5, 0.5, 0])
    assert found.path == pytest.approx([2, 4, 6, 8])
    raised = by_hand()
    raised.values[1] += 100
    assert synthetic_control(raised, demeaned=True).path == pytest.approx([2, 4, 6, 8])


def test_treated_outside_all_donors_is_a_poor_fit() -> None:
    far = by_hand()
    far.values[0] += 30
    found = synthetic_control(far)
    assert found.poor_fit
    # Nearest to (32, 34) on the edge from (4, 6) to (9, 0): (4, 6) itself.
    assert found.weights == pytest.approx([0, 1, 0])
    assert found.pre_rmspe == pytest.approx(28)


def test_several_treated_are_one_series() -> None:
    several = simulated(treated=3)
    mean = np.vstack([several.values[:3].mean(axis=0), several.values[3:]])
    one = Panel(several.units[2:], several.years, mean, several.starts[2:])
    ours, alone = synthetic_control(several), synthetic_control(one)
    assert ours.weights == pytest.approx(alone.weights)
    assert ours.estimate == pytest.approx(alone.estimate)


@pytest.mark.parametrize("method", METHODS)
def test_several_starts_count_by_treated_units(method: str) -> None:
    whole = simulated(treated=3)
    starts = whole.starts.copy()
    starts[0] -= 2
    staggered = Panel(whole.units, whole.years, whole.values, starts)
    early = synthetic(staggered.select(np.r_[0, 3:9]), method)
    late = synthetic(staggered.select(np.r_[1:9]), method)
    both = synthetic(staggered, method)
    assert both.estimate == pytest.approx((early.estimate + 2 * late.estimate) / 3)
    assert both.weights == pytest.approx((early.weights + 2 * late.weights) / 3)
    assert both.observed == pytest.approx(whole.values[:3].mean(axis=0))
    assert both.gaps == pytest.approx(both.observed - both.path)


@pytest.mark.parametrize("method", METHODS)
def test_order_of_units_level_and_unit_of_the_outcome(method: str) -> None:
    whole = simulated()
    found = synthetic(whole, method)
    order = np.array([4, 0, 8, 2, 7, 1, 3, 5, 6])
    other = synthetic(whole.select(order), method)
    weights = dict(zip(found.units, found.weights, strict=True))
    assert other.estimate == pytest.approx(found.estimate)
    assert other.weights == pytest.approx([weights[unit] for unit in other.units], abs=1e-9)
    moved = Panel(whole.units, whole.years, 1000 * whole.values + 7e4, whole.starts)
    assert synthetic(moved, method).estimate == pytest.approx(1000 * found.estimate)
    assert found.weights.sum() == pytest.approx(1)


@pytest.mark.parametrize("method", METHODS)
def test_an_added_effect_is_found_in_full(method: str) -> None:
    whole = simulated()
    values = whole.values.copy()
    values[0, -4:] += 5
    more = Panel(whole.units, whole.years, values, whole.starts)
    assert synthetic(more, method).estimate == pytest.approx(synthetic(whole, method).estimate + 5)


def test_years_of_anticipation_are_neither_before_nor_after() -> None:
    whole = simulated()
    values = whole.values.copy()
    values[0, -6:-4] += 50
    acted = Panel(whole.units, whole.years, values, whole.starts, anticipation=2)
    calm = Panel(whole.units, whole.years, whole.values, whole.starts, anticipation=2)
    assert synthetic_control(acted).estimate == pytest.approx(synthetic_control(calm).estimate)
    assert synthetic_control(acted).gaps[-6] > 40


@pytest.mark.parametrize("seed", range(3))
def test_same_as_the_peer_with_years_as_its_predictors(seed: int) -> None:
    # The peer takes steps until it stands still: weights within 1e-3, the effect within 0.01 of
    # an outcome near 20.
    diff_diff = pytest.importorskip("diff_diff")
    whole = simulated(seed)
    table = whole.frame()
    table["treated"] = table["treated_now"].astype(int)
    after = [year for year in whole.years if year >= whole.cohorts[0]]
    before = [year for year in whole.years if year < whole.cohorts[0]]
    peer = diff_diff.SyntheticControl(
        v_method="custom", custom_v=np.ones(len(before)), standardize="none", seed=1
    ).fit(
        table, "value", "treated", "unit", "year",
        post_periods=after, pre_period_outcomes="all",
    )  # fmt: skip
    ours = synthetic_control(whole)
    assert ours.estimate == pytest.approx(peer.att, abs=0.01)
    theirs = peer.get_weights_df().set_index("unit")["weight"].reindex(ours.units).fillna(0)
    assert ours.weights == pytest.approx(theirs.to_numpy(), abs=2e-3)


def california(case) -> tuple[Panel, dict]:
    found = case("05_prop99")
    table = pd.read_csv(found.folder / "data.csv")
    table["start"] = np.where(table["state"] == "California", 1989, 0)
    whole = panel(table, unit="state", year="year", value="cigsale", start="start")
    return whole, found.expected


def test_california(case) -> None:
    whole, expected = california(case)
    found = synthetic_control(whole)
    squares = (found.gaps[: 1989 - 1970] ** 2).sum()
    assert squares == pytest.approx(expected["outcome_only_sc"]["pre_ssr"], abs=5e-4)
    assert found.estimate == pytest.approx(-19.5136, abs=5e-5)
    assert found.estimate == pytest.approx(expected["synthdid"]["sc"], abs=0.11)
    weights = dict(zip(found.units, found.weights, strict=True))
    for state, weight in expected["outcome_only_sc"]["weights_approx"].items():
        assert weights[state] == pytest.approx(weight, abs=0.006)
    assert not found.poor_fit


def broken(**changes) -> Panel:
    whole = simulated()
    parts = {"values": whole.values.copy(), "starts": whole.starts.copy()} | changes
    return Panel(whole.units, whole.years, parts["values"], parts["starts"])


@pytest.mark.parametrize("method", METHODS)
def test_what_cannot_be_made_is_said(method: str) -> None:
    nobody = np.full(9, NEVER)
    with pytest.raises(InvalidInput, match="no unit is treated"):
        synthetic(broken(starts=nobody), method)
    nearly_all = np.r_[np.full(8, 2012.0), NEVER]
    with pytest.raises(InvalidInput, match="1 units are never treated"):
        synthetic(broken(starts=nearly_all), method)
    first = np.r_[2000.0, np.full(8, NEVER)]
    with pytest.raises(InvalidInput, match="no year lies before"):
        synthetic(broken(starts=first), method)
    late = np.r_[2030.0, np.full(8, NEVER)]
    with pytest.raises(InvalidInput, match="no year lies at or after"):
        synthetic(broken(starts=late), method)
    values = simulated().values.copy()
    values[4, 3] = np.nan
    with pytest.raises(InvalidInput, match="place 04: has years without a figure"):
        synthetic(broken(values=values), method)


def test_most_units_never_change_and_the_mix_is_made_of_them() -> None:
    """A share that is 0.7 in most places: its mean is 0.7 but for rounding, which is no course."""
    values = np.full((9, 8), 0.7)
    values[6:] += np.random.default_rng(1).normal(0, 0.2, (3, 8))
    starts = np.where(np.arange(9) == 0, 2005.0, NEVER)
    whole = Panel(tuple("tabcdefgh"), tuple(range(2000, 2008)), values, starts)
    found = synthetic_control(whole, demeaned=True)
    assert found.weights == pytest.approx([0.2] * 5 + [0] * 3, abs=1e-9)
    assert found.estimate == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(("before", "few"), [(7, True), (8, False)])
def test_fewer_than_eight_years_before_are_few(before: int, few: bool) -> None:
    assert synthetic_control(simulated(years=before + 4)).few_years == few
