"""Placebos of synthetic comparisons: every unit, without donors, starts that never were."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput, UnknownName
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.synthetic.placebos import (
    METHODS,
    backdated,
    placebo_summary,
    synthetic,
    synthetic_placebos,
    unit_effects,
    without_each_donor,
)


def simulated(seed: int = 4, units: int = 10, years: int = 14, treated: int = 1) -> Panel:
    """Return units that follow two common courses; the first are treated in the last three."""
    generator = np.random.default_rng(seed)
    courses = generator.normal(0, 1, (2, years)).cumsum(axis=1)
    values = 20 + generator.uniform(0, 2, (units, 2)) @ courses
    values += generator.normal(0, 0.4, (units, years))
    starts = np.where(np.arange(units) < treated, 2000.0 + years - 3, NEVER)
    names = tuple(f"place {number:02d}" for number in range(units))
    return Panel(names, tuple(range(2000, 2000 + years)), values, starts)


def alone(whole: Panel, row: int) -> Panel:
    """Return the panel in which one untreated unit is treated and the treated ones are away."""
    starts = np.where(np.arange(len(whole.units)) == row, float(whole.cohorts[0]), NEVER)
    kept = ~whole.treated
    return Panel(whole.units, whole.years, whole.values, starts).select(kept)


@pytest.mark.parametrize("method", METHODS)
def test_every_placebo_is_the_method_on_one_untreated_unit(method: str) -> None:
    whole = simulated()
    frame = synthetic_placebos(whole, method).set_index("unit")
    assert list(frame.index[:1]) == ["place 00"]
    assert sorted(frame.index) == list(whole.units)
    real = synthetic(whole, method)
    assert frame.loc["place 00", "estimate"] == pytest.approx(real.estimate)
    assert frame.loc["place 00", "pre_rmspe"] == pytest.approx(real.pre_rmspe)
    for row in (1, 5, 9):
        found = synthetic(alone(whole, row), method)
        placebo = frame.loc[whole.units[row]]
        assert placebo["estimate"] == pytest.approx(found.estimate)
        assert placebo["post_rmspe"] == pytest.approx(found.post_rmspe)
        assert placebo["ratio"] == pytest.approx((found.post_rmspe / found.pre_rmspe) ** 2)
    effects = unit_effects(whole, method)
    assert effects[:, 0] == pytest.approx(frame["estimate"].reindex(whole.units).to_numpy())


def test_summary_counts_ties_and_the_treated_itself() -> None:
    placebos = pd.DataFrame(
        {
            "unit": list("abcdef"),
            "treated": [True, False, False, False, False, False],
            "estimate": [-2.0, 2.0, 1.0, -1.0, 0.0, 0.5],
            "ratio": [4.0, 9.0, 4.0, 4.0, 1.0, 0.5],
            "kept": [True, False, True, False, True, True],
        }
    )
    found = placebo_summary(placebos)
    # Ratios 9, 4, 4 reach 4: 3 + 1 of 6. Of the three kept one does: 1 + 1 of 4. Effects as
    # large as 2 either way: one, so 2 of 6.
    assert found.p_ratio == pytest.approx(4 / 6)
    assert found.p_kept == pytest.approx(2 / 4)
    assert found.p_effect == pytest.approx(2 / 6)
    assert (found.smallest_p, found.placebos, found.kept) == (pytest.approx(1 / 6), 5, 3)
    # 2, 1, -1, 0, 0.5 have mean 0.5 and squares about it 2.25, 0.25, 2.25, 0.25, 0.
    assert found.standard_error == pytest.approx(1.0)
    assert found.estimate == -2.0


def test_several_treated_have_no_rank_but_a_spread() -> None:
    whole = simulated(treated=2)
    placebos = synthetic_placebos(whole)
    one = placebos.loc[~placebos["treated"], "estimate"].to_numpy()
    found = placebo_summary(placebos, estimate=1.5)
    assert found.estimate == 1.5
    assert np.isnan([found.p_ratio, found.p_kept, found.p_effect]).all()
    assert found.standard_error == pytest.approx(one.std() / np.sqrt(2))


def test_perfect_fits_before_tie_at_the_top() -> None:
    # One year before and donors on both sides: places b and c are mixed exactly, like the treated.
    values = np.array([[3.0, 9], [0, 0], [2, 1], [4, 3], [6, 8]])
    whole = Panel(tuple("tabcd"), (1, 2), values, np.array([2.0] + [NEVER] * 4))
    placebos = synthetic_placebos(whole).set_index("unit")
    assert np.isinf(placebos.loc[["t", "b", "c"], "ratio"]).all()
    assert np.isfinite(placebos.loc[["a", "d"], "ratio"]).all()
    found = placebo_summary(placebos.reset_index())
    assert found.p_ratio == pytest.approx(3 / 5)
    assert found.kept == 2


@pytest.mark.parametrize("method", METHODS)
def test_two_starts_in_two_columns(method: str) -> None:
    whole = simulated(treated=2)
    starts = whole.starts.copy()
    starts[0] -= 2
    staggered = Panel(whole.units, whole.years, whole.values, starts)
    effects = unit_effects(staggered, method)
    assert effects.shape == (10, 2)
    assert np.isnan(effects[:2]).tolist() == [[False, True], [True, False]]
    assert not np.isnan(effects[2:]).any()
    frame = synthetic_placebos(staggered, method).set_index("unit")
    mean = effects[2:].mean(axis=1)
    assert frame.loc[list(whole.units[2:]), "estimate"].to_numpy() == pytest.approx(mean)
    assert frame.loc["place 00", "estimate"] == pytest.approx(effects[0, 0])


@pytest.mark.parametrize("method", METHODS)
def test_without_a_donor_is_the_panel_without_it(method: str) -> None:
    whole = simulated()
    frame = without_each_donor(whole, method)
    weights = dict(zip(whole.units[1:], synthetic(whole, method).weights, strict=True))
    assert sorted(frame["unit"]) == [unit for unit in weights if abs(weights[unit]) > 1e-6]
    assert frame["weight"].is_monotonic_decreasing
    for row in frame.to_dict("records"):
        kept = np.array([unit != row["unit"] for unit in whole.units])
        found = synthetic(whole.select(kept), method)
        assert row["weight"] == pytest.approx(weights[row["unit"]])
        assert row["estimate"] == pytest.approx(found.estimate)
        assert row["pre_rmspe"] == pytest.approx(found.pre_rmspe)


def test_with_two_donors_none_can_be_left_out() -> None:
    assert without_each_donor(simulated(units=3)).empty


@pytest.mark.parametrize("method", METHODS)
def test_invented_starts_use_nothing_from_the_real_one_on(method: str) -> None:
    whole = simulated()
    frame = backdated(whole, method, years_before=4)
    assert list(frame["year"]) == list(range(2004, 2011))
    values = whole.values.copy()
    values[:, -3:] = 1e6
    spoiled = Panel(whole.units, whole.years, values, whole.starts)
    pd.testing.assert_frame_equal(backdated(spoiled, method, years_before=4), frame)
    part = whole.select(years=slice(0, 11))
    starts = np.where(whole.treated, 2008.0, NEVER)
    invented = Panel(part.units, part.years, part.values, starts)
    row = frame.set_index("year").loc[2008]
    assert row["estimate"] == pytest.approx(synthetic(invented, method).estimate)


def test_too_few_years_before_to_invent_a_start() -> None:
    short = simulated(years=6)
    assert backdated(short, years_before=3).empty
    assert list(backdated(short, years_before=2)["year"]) == [2002]


def test_a_trend_of_its_own_shows_in_years_before() -> None:
    whole = simulated()
    values = whole.values.copy()
    values[0] += 1.5 * np.arange(14)
    trending = Panel(whole.units, whole.years, values, whole.starts)
    assert (backdated(trending)["estimate"].abs() > backdated(whole)["estimate"].abs()).all()
    assert synthetic(trending).poor_fit


@pytest.mark.parametrize("method", ["synthetic_control", "synthetic_differences"])
def test_a_tenth_of_untreated_units_are_found_at_ten_percent(method: str) -> None:
    # Every unit in turn is taken for treated where nothing happened. Were the units only ranked,
    # just 2 of 20 would have p of 0.1 or less; but the one in turn is no donor of the others, so
    # ranks shift: 6 of 60 are expected, 3 to 9 allowed.
    found = {"p_ratio": 0, "p_effect": 0}
    for seed in range(3):
        whole = simulated(seed, units=20)
        for row in range(20):
            starts = np.where(np.arange(20) == row, float(whole.cohorts[0]), NEVER)
            turned = Panel(whole.units, whole.years, whole.values, starts)
            summary = placebo_summary(synthetic_placebos(turned, method))
            for name in found:
                found[name] += getattr(summary, name) <= 0.1 + 1e-12
    assert all(3 <= count <= 9 for count in found.values()), found


@pytest.mark.parametrize("call", [unit_effects, synthetic_placebos, without_each_donor, backdated])
def test_without_a_treated_unit_nothing_is_made(call) -> None:
    whole = simulated()
    nobody = Panel(whole.units, whole.years, whole.values, np.full(10, NEVER))
    with pytest.raises(InvalidInput, match="no unit is treated"):
        call(nobody)


def test_unknown_method_is_named() -> None:
    for call in (synthetic, unit_effects, synthetic_placebos, without_each_donor, backdated):
        with pytest.raises(UnknownName, match="synthetic_demeaned"):
            call(simulated(), "synthetic_demeant")


def test_california(case) -> None:
    found = case("05_prop99")
    table = pd.read_csv(found.folder / "data.csv")
    table["start"] = np.where(table["state"] == "California", 1989, 0)
    whole = panel(table, unit="state", year="year", value="cigsale", start="start")
    mix = placebo_summary(synthetic_placebos(whole))
    printed = found.expected["placebo_outcome_only"]["p_mspe_ratio"]
    assert mix.p_ratio == pytest.approx(3 / 39)
    assert mix.p_ratio == pytest.approx(printed, abs=5e-5)
    differences = placebo_summary(synthetic_placebos(whole, "synthetic_differences"))
    printed = found.expected["sdid_placebo_sd_all38"]["value"]
    assert differences.standard_error == pytest.approx(printed, abs=5e-4)


@pytest.mark.parametrize("method", METHODS)
def test_where_nothing_ever_happens_every_effect_ties(method: str) -> None:
    """Effects of 1e-17 are none: the share of units with one as large is 1, not 1 in 7."""
    values = np.repeat(np.random.default_rng(2).normal(0.3, 0.1, (7, 1)), 8, axis=1)
    values[:] = values[0]
    starts = np.where(np.arange(7) == 0, 2005.0, NEVER)
    whole = Panel(tuple("tabcdef"), tuple(range(2000, 2008)), values, starts)
    found = placebo_summary(synthetic_placebos(whole, method))
    assert (found.p_ratio, found.p_effect) == (1, 1)


def test_invented_starts_lie_before_the_first_of_several_real_ones() -> None:
    """Starts 2006 and 2009: figures from 2006 on, a million times as large, reach nothing."""
    generator = np.random.default_rng(4)
    values = generator.normal(10, 1, (8, 12))
    starts = np.r_[2006.0, 2009.0, np.full(6, NEVER)]
    years = tuple(range(2000, 2012))
    plain = backdated(Panel(tuple("stabcdef"), years, values, starts))
    loud = values.copy()
    loud[:, 6:] *= 1e6
    assert plain["year"].tolist() == [2003, 2004, 2005]
    pd.testing.assert_frame_equal(
        plain, backdated(Panel(tuple("stabcdef"), years, loud, starts)), check_exact=True
    )


def test_a_placebo_is_kept_to_five_times_the_squared_gap_of_the_treated() -> None:
    """The treated, 4, misses c by 1; b misses a by 2, four times as much squared; c by 3, nine."""
    levels = np.array([4.0, 0.0, -2.0, 3.0])
    values = np.repeat(levels[:, None], 6, axis=1)
    starts = np.array([2004.0, NEVER, NEVER, NEVER])
    found = synthetic_placebos(Panel(tuple("tabc"), tuple(range(2000, 2006)), values, starts))
    found = found.set_index("unit")
    assert found["pre_rmspe"].to_dict() == pytest.approx({"t": 1, "a": 0, "b": 2, "c": 3}, abs=1e-6)
    assert found["kept"].to_dict() == {"t": True, "a": True, "b": True, "c": False}
