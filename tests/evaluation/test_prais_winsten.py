"""Prais-Winsten: by hand, against generalised least squares, with gaps in time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.linalg import toeplitz
from statsmodels.regression.linear_model import GLS

from impact.errors import InvalidInput
from impact.evaluation.series.interrupted import autocorrelation, interrupted, segments
from impact.evaluation.series.prais_winsten import prais_winsten, whitened

TIMES = np.arange(2000, 2020)
START = 2012


def made(seed=0, rho=0.6) -> np.ndarray:
    draws = np.random.default_rng(seed).normal(size=20)
    errors = np.zeros(20)
    for place in range(20):
        errors[place] = (rho * errors[place - 1] if place else 0) + draws[place]
    return 30 + 0.5 * (TIMES - START) + 4 * (TIMES >= START) + errors


def test_the_transformation_by_hand():
    """rho .6: the first times .8, then y - .6 x the one before; two steps apart y - .36 y.

    There the innovations' share of the variance is (1 - .36) / (1 - .1296).
    """
    turned = whitened(np.array([[10.0], [8.0], [5.0], [20.0]]), np.array([1, 2, 3, 5]), 0.6)
    far = np.sqrt(0.64 / (1 - 0.1296))
    assert turned[:, 0] == pytest.approx([8.0, 2.0, 0.2, far * (20 - 1.8)])


def test_autocorrelation_by_hand():
    """1, 2, -1, 1 at 1, 2, 3, 5: pairs (1, 2) and (2, -1) only: (2 - 2) / (1 + 4) = 0."""
    residuals = np.array([1.0, 2.0, -1.0, 1.0])
    assert autocorrelation(residuals, np.array([1, 2, 3, 5])) == pytest.approx(0)
    assert autocorrelation(residuals, np.array([1, 2, 3, 4])) == pytest.approx((2 - 2 - 1) / 6)
    assert autocorrelation(np.zeros(4), np.array([1, 2, 3, 4])) == 0


@pytest.mark.parametrize("rho", [-0.4, 0.3, 0.9])
@pytest.mark.parametrize("drop", [[], [4, 5, 15]])
def test_agrees_with_generalised_least_squares(rho, drop):
    """The same estimator by the full covariance rho^|s - t|: agreement to rounding (1e-8)."""
    keep = ~np.isin(np.arange(20), drop)
    values, times, design = segments(made()[keep], TIMES[keep], START)
    sigma = rho ** np.abs(times[:, None] - times[None, :])
    if not drop:
        assert sigma == pytest.approx(toeplitz(rho ** np.arange(20)))
    theirs = GLS(values, design, sigma=sigma).fit()
    result = prais_winsten(values, times, START, rho=rho)
    assert result.terms["estimate"].tolist() == pytest.approx(theirs.params.tolist(), rel=1e-8)
    assert result.terms["standard_error"].tolist() == pytest.approx(theirs.bse.tolist(), rel=1e-8)
    assert result.terms["p_value"].tolist() == pytest.approx(theirs.pvalues.tolist(), rel=1e-6)


def test_the_estimated_rho_stands_still():
    result = prais_winsten(made(3), TIMES, START)
    values, times, design = segments(made(3), TIMES, START)
    residuals = values - design @ result.terms["estimate"].to_numpy()
    assert result.autocorrelation == pytest.approx(autocorrelation(residuals, times), abs=1e-9)
    again = prais_winsten(made(3), TIMES, START, rho=result.autocorrelation)
    pd.testing.assert_frame_equal(again.terms, result.terms, rtol=1e-7)
    assert 0 < result.autocorrelation < 1


def test_without_autocorrelation_it_is_least_squares():
    result = prais_winsten(made(), TIMES, START, rho=0.0)
    usual = interrupted(made(), TIMES, START)
    assert result.terms["estimate"].tolist() == pytest.approx(usual.terms["estimate"].tolist())
    assert result.effect == pytest.approx(usual.effect)


def test_errors_that_remember_are_found_less_often_where_nothing_happened():
    """300 series of 40 points, rho .7, no effect: plain least squares finds one in most."""
    draws, times = np.random.default_rng(0).normal(size=(300, 40)), np.arange(40)
    errors = draws.copy()
    for place in range(1, 40):
        errors[:, place] += 0.7 * errors[:, place - 1]
    found = {}
    for name, rho in (("plain", 0.0), ("careful", None), ("known", 0.7)):
        results = [prais_winsten(series, times, 25, rho=rho) for series in errors]
        found[name] = np.mean([result.terms.loc["level", "p_value"] < 0.05 for result in results])
    assert found["plain"] > 0.2
    assert found["careful"] < found["plain"] / 2
    assert found["known"] < 0.08


def test_california_depends_on_the_errors(case):
    """The notes: -20.1 by least squares, -3.8 and -6.2 with errors that remember."""
    folder, _ = case("05_prop99")
    table = pd.read_csv(folder / "data.csv").query("state == 'California'")
    result = prais_winsten(table["cigsale"], table["year"], 1989)
    assert result.terms.loc["level", "estimate"] == pytest.approx(-6.1, abs=0.15)
    assert result.autocorrelation > 0.85


def test_scale_and_shift():
    first = prais_winsten(made(6), TIMES, START)
    second = prais_winsten(-5 * made(6) + 3, TIMES + 100, START + 100)
    assert second.autocorrelation == pytest.approx(first.autocorrelation)
    assert second.effect == pytest.approx(-5 * first.effect)
    assert second.standard_error == pytest.approx(5 * first.standard_error)


def test_few_points_have_no_p():
    result = prais_winsten(made()[6:], TIMES[6:], START)
    assert result.few_points
    assert result.terms["p_value"].isna().all()


@pytest.mark.parametrize("rho", [1.0, -1.0, 1.3])
def test_rho_beyond_one_is_refused(rho):
    with pytest.raises(InvalidInput, match="not between -1 and 1"):
        prais_winsten(made(), TIMES, START, rho=rho)
