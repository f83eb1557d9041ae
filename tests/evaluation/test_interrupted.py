"""Interrupted series: printed numbers, Newey-West by hand, what few points allow."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t

from impact.errors import InvalidInput
from impact.evaluation.series.interrupted import TERMS, interrupted
from impact.evaluation.series.prais_winsten import prais_winsten

TIMES = np.arange(2000, 2020)
START = 2012


def made(seed=0) -> np.ndarray:
    return 100 + np.random.default_rng(seed).normal(size=20).cumsum()


def columns(times=TIMES, start=START) -> np.ndarray:
    away, after = times - start, times >= start
    return np.column_stack([np.ones(len(times)), away, after, away * after]).astype(float)


def test_california_cigarettes(case):
    folder, expected = case("05_prop99")
    table = pd.read_csv(folder / "data.csv").query("state == 'California'")
    result = interrupted(table["cigsale"], table["year"], 1989)
    printed = expected["itsa_california"]
    terms = result.terms
    for ours, theirs in (
        ("slope_before", "pre_slope"), ("level", "level"), ("slope_change", "slope_change"),
    ):  # fmt: skip
        assert terms.loc[ours, "estimate"] == pytest.approx(printed[theirs], abs=1e-5 * 5)
        assert terms.loc[ours, "standard_error"] == pytest.approx(
            printed["se_newey_lag1_corrected"][theirs], abs=1e-5
        )
    assert result.durbin_watson == pytest.approx(0.54, abs=0.005)
    assert not result.few_points


@pytest.mark.parametrize("lags", [0, 1, 3])
def test_newey_west_by_its_formula(lags):
    values, design = made(1), columns()
    result = interrupted(values, TIMES, START, lags=lags)
    estimates = np.linalg.solve(design.T @ design, design.T @ values)
    scores = design * (values - design @ estimates)[:, None]
    meat = scores.T @ scores
    for lag in range(1, lags + 1):
        both = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / (lags + 1)) * (both + both.T)
    bread = np.linalg.inv(design.T @ design)
    covariance = 20 / 16 * bread @ meat @ bread
    assert result.terms["estimate"].tolist() == pytest.approx(estimates)
    assert result.terms["standard_error"].tolist() == pytest.approx(np.sqrt(np.diag(covariance)))
    reach = t.ppf(0.975, 16) * np.sqrt(covariance[2, 2])
    assert result.terms.loc["level", "upper"] == pytest.approx(estimates[2] + reach)
    contrast = np.array([0, 0, 1, 3.5])
    assert result.effect == pytest.approx(contrast @ estimates)
    assert result.standard_error == pytest.approx(np.sqrt(contrast @ covariance @ contrast))


def test_lines_without_noise_are_found():
    values = 10 + 2.0 * (TIMES - START) + (3 - 1.5 * (TIMES - START)) * (TIMES >= START)
    result = interrupted(values, TIMES, START)
    assert result.terms["estimate"].tolist() == pytest.approx([10, 2, 3, -1.5])
    assert result.effect == pytest.approx(3 - 1.5 * 3.5)
    assert result.fitted == pytest.approx(values)
    assert result.counterfactual == pytest.approx(10 + 2.0 * (TIMES - START))


def test_effect_is_the_mean_distance_from_the_line_before():
    values = made(2)
    result = interrupted(values, TIMES, START)
    slope, level = np.polyfit(TIMES[:12], values[:12], 1)
    assert result.effect == pytest.approx((values[12:] - level - slope * TIMES[12:]).mean())


@pytest.mark.parametrize(("before", "few"), [(8, False), (7, True)])
def test_fewer_than_eight_points_before_have_no_p(before, few):
    times = np.arange(START - before, START + 5)
    result = interrupted(np.sin(times), times, START)
    assert result.few_points is few
    assert result.terms["p_value"].isna().all() == few
    assert result.terms["lower"].notna().all()


def test_a_single_point_after_has_no_slope():
    result = interrupted(made(3)[:13], TIMES[:13], START)
    assert result.terms.index.tolist() == list(TERMS[:3])
    assert result.effect == pytest.approx(result.terms.loc["level", "estimate"])


def test_missing_points_are_left_out():
    values = made(4)
    keep = ~np.isin(np.arange(20), [3, 14])
    holes = np.where(keep, values, np.nan)
    first = interrupted(holes, TIMES, START)
    second = interrupted(values[keep], TIMES[keep], START)
    pd.testing.assert_frame_equal(first.terms, second.terms)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.1, 50), st.floats(-100, 100))
def test_scale_shift_and_calendar(seed, scale, shift):
    values = made(seed)
    first = interrupted(values, TIMES, START)
    second = interrupted(scale * values + shift, TIMES - 1980, START - 1980)
    assert second.effect == pytest.approx(scale * first.effect, rel=1e-7, abs=1e-7)
    assert second.standard_error == pytest.approx(scale * first.standard_error, rel=1e-6)
    tails = second.terms.loc[["level", "slope_change"], "p_value"].tolist()
    assert tails == pytest.approx(
        first.terms.loc[["level", "slope_change"], "p_value"].tolist(), abs=1e-7
    )


@pytest.mark.parametrize(
    ("times", "start", "message"),
    [
        ([2001, 2002, 2002, 2003, 2004, 2005, 2006], 2004, "do not increase"),
        ([2001, 2002, 2003, 2004, 2005, 2006, 2007], 2002, "before: has 1 points"),
        ([2001, 2002, 2003, 2004, 2005, 2006, 2007], 2010, "after: has no point"),
        ([2001, 2002, 2003, 2004], 2003, "no point left to judge errors"),
    ],
)
def test_what_cannot_be_fitted_is_refused(times, start, message):
    with pytest.raises(InvalidInput, match=message):
        interrupted(np.arange(len(times), dtype=float), times, start)


@pytest.mark.parametrize("scale", [1.0, 1e-6, 1e9])
@pytest.mark.parametrize("fit", [interrupted, prais_winsten])
def test_a_line_without_scatter_has_no_errors(fit, scale):
    """Its last digits once gave a p of .04 for a change of slope of 1e-20."""
    found = fit(scale * np.arange(14.0), range(2000, 2014), 2010)
    assert found.terms[["standard_error", "lower", "upper", "p_value"]].isna().all(axis=None)
    assert np.isnan([found.standard_error, found.lower, found.upper]).all()
    assert found.effect == pytest.approx(0, abs=1e-12 * scale)


def test_two_points_before_fit_without_scatter():
    """Newey-West then has nothing to judge the line before by: no error, and no warning."""
    for seed in range(40):
        values = np.random.default_rng(seed).normal(0, 1, 18)
        found = interrupted(values, range(18), 2)
        assert found.terms.loc["slope_before", ["standard_error", "lower", "upper"]].isna().all()
        assert found.terms.loc["slope_change", "standard_error"] > 0
