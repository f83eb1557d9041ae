"""The exact t-test against printed numbers, scipy, statsmodels and hand arithmetic."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from impact.errors import InvalidInput
from impact.evaluation.inference.exact_t import exact_t


def _tobacco(case: Callable) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict]:
    study = case("05_prop99")
    table = pd.read_csv(study.folder / "data.csv")
    wide = np.log(table.pivot(index="state", columns="year", values="cigsale"))
    cohort = np.where(wide.index == "California", 0, -1)
    return wide.to_numpy(), wide.columns.to_numpy(float), cohort, study.expected


def test_tobacco_demeaned(case: Callable) -> None:
    """Lee and Wooldridge print -0.422 (0.121)."""
    values, years, cohort, expected = _tobacco(case)
    changes = values[:, years >= 1989].mean(axis=1) - values[:, years < 1989].mean(axis=1)
    found = exact_t(changes, cohort, np.zeros(len(cohort), int))
    printed = expected["lee_wooldridge_log"]["demean"]
    assert (found.estimate, found.standard_error) == pytest.approx(printed, abs=1e-5)


def test_tobacco_detrended(case: Callable) -> None:
    """Lee and Wooldridge print -0.227 (0.094), exact p .021."""
    values, years, cohort, expected = _tobacco(case)
    before = years < 1989
    lines = np.polynomial.polynomial.polyfit(years[before] - 1989, values[:, before].T, 1)
    residuals = values - np.polynomial.polynomial.polyval(years - 1989, lines)
    found = exact_t(residuals[:, ~before].mean(axis=1), cohort, np.zeros(len(cohort), int))
    printed = expected["lee_wooldridge_log"]
    assert (found.estimate, found.standard_error) == pytest.approx(printed["detrend"], abs=1e-5)
    assert found.p_value == pytest.approx(printed["detrend_p"], abs=1e-5)
    assert found.degrees_of_freedom == 37


def test_one_treated_of_four_by_hand() -> None:
    """Changes 5 | 1, 2, 3: estimate 3, variance 1 with 2 degrees, error sqrt(1 + 1/3)."""
    found = exact_t(np.array([5.0, 1, 2, 3]), np.array([0, -1, -1, -1]), np.zeros(4, int))
    assert found.estimate == pytest.approx(3)
    assert found.standard_error == pytest.approx(np.sqrt(4 / 3))
    assert found.degrees_of_freedom == pytest.approx(2)
    t = 3 / np.sqrt(4 / 3)
    assert found.p_value == pytest.approx(1 - t / np.sqrt(2 + t * t))
    half = 4.302652729911275 * np.sqrt(4 / 3)
    assert (found.lower, found.upper) == pytest.approx((3 - half, 3 + half))


@pytest.mark.parametrize("treated", [1, 2, 7])
def test_one_stratum_is_the_two_sample_t(treated: int) -> None:
    changes = np.random.default_rng(treated).normal(size=30)
    cohort = np.where(np.arange(30) < treated, 0, -1)
    found = exact_t(changes, cohort, np.zeros(30, int), confidence=0.9)
    if treated > 1:
        peer = stats.ttest_ind(changes[:treated], changes[treated:])
        interval = peer.confidence_interval(0.9)
        assert (found.t, found.p_value) == pytest.approx((peer.statistic, peer.pvalue))
        assert (found.lower, found.upper) == pytest.approx(interval)
    from statsmodels.regression.linear_model import OLS

    design = np.column_stack([np.ones(30), cohort == 0])
    fitted = OLS(changes, design).fit()
    assert found.standard_error == pytest.approx(fitted.bse[1])
    assert found.p_value == pytest.approx(fitted.pvalues[1])


def test_two_strata_by_hand() -> None:
    """Changes 4 | 1, 3 and 10, 12 | 5, 7, treated left of the line.

    First: effect 2, variance 2 with 1 degree, 2 (1 + 1/2) = 3, weight 1/3.
    Second: effect 5, variance (2 + 2) / 2 = 2 with 2 degrees, 2 (1/2 + 1/2) = 2, weight 2/3.
    Together 2/3 + 10/3 = 4, variance 3/9 + 8/9 = 11/9,
    degrees (11/9)^2 / ((3/9)^2 / 1 + (8/9)^2 / 2) = 121 / 41.
    """
    found = exact_t(
        np.array([4.0, 1, 3, 10, 12, 5, 7]),
        np.array([0, -1, -1, 0, 0, -1, -1]),
        np.array([0, 0, 0, 1, 1, 1, 1]),
    )
    assert found.estimate == pytest.approx(4)
    assert found.standard_error == pytest.approx(np.sqrt(11 / 9))
    assert found.degrees_of_freedom == pytest.approx(121 / 41)
    assert found.p_value == pytest.approx(2 * stats.t.sf(4 / np.sqrt(11 / 9), 121 / 41))


def test_two_cohorts_by_hand() -> None:
    """Cohort 0: 6 | 1, 3, 2; cohort 1: 9 | 2, 4, 6 in the other column; three untreated.

    Effects 4 and 5, mean 4.5. Variances 1 and 4 (2 degrees each), correlation of the untreated
    columns (1, 3, 2) and (2, 4, 6): 0.5. Variance of (6 + 9) / 2: (1 + 4) / 4; of the untreated
    sum: (1 + 4 + 2 x 0.5 x 1 x 2) / 4 / 3 = 7/12. Together 15/12 + 7/12 = 11/6, 5 - 3 degrees.
    """
    changes = np.array([[6.0, 0], [0, 9], [1, 2], [3, 4], [2, 6]])
    found = exact_t(changes, np.array([0, 1, -1, -1, -1]), np.zeros(5, int))
    assert found.estimate == pytest.approx(4.5)
    assert found.standard_error == pytest.approx(np.sqrt(11 / 6))
    assert found.degrees_of_freedom == pytest.approx(2)


def test_cohorts_with_the_same_changes_have_the_known_variance() -> None:
    """The same numbers in both columns: the t-test of all treated, but for one degree less."""
    changes = np.random.default_rng(3).normal(size=400)
    cohort = np.full(400, -1)
    cohort[:30], cohort[30:60] = 0, 1
    both = exact_t(np.column_stack([changes, changes]), cohort, np.zeros(400, int))
    one = exact_t(changes, np.where(cohort >= 0, 0, -1), np.zeros(400, int))
    assert both.estimate == pytest.approx(one.estimate)
    assert both.standard_error == pytest.approx(one.standard_error, rel=0.03)
    assert both.degrees_of_freedom == pytest.approx(one.degrees_of_freedom - 1)


def test_changes_that_do_not_vary() -> None:
    cohort, strata = np.array([0, -1, -1, -1]), np.zeros(4, int)
    nothing = exact_t(np.ones(4), cohort, strata)
    assert (nothing.t, nothing.p_value, nothing.lower, nothing.upper) == (0, 1, 0, 0)
    certain = exact_t(np.array([2.0, 1, 1, 1]), cohort, strata)
    assert (certain.t, certain.p_value, certain.lower) == (np.inf, 0, 1)


def test_too_few_units_for_a_variance() -> None:
    with pytest.raises(InvalidInput, match="2 units are too few"):
        exact_t(np.array([1.0, 2.0]), np.array([0, -1]), np.zeros(2, int))


@pytest.mark.parametrize("scale", [0.01, 1000.0])
def test_order_shift_and_scale(scale: float) -> None:
    generator = np.random.default_rng(8)
    changes, strata = generator.normal(size=40), np.arange(40) % 2
    cohort = np.where(np.arange(40) < 6, 0, -1)
    order = generator.permutation(40)
    found = exact_t(changes, cohort, strata)
    again = exact_t((changes * scale + 7)[order], cohort[order], strata[order])
    assert (again.t, again.p_value) == pytest.approx((found.t, found.p_value))
    assert (again.lower, again.upper) == pytest.approx((found.lower * scale, found.upper * scale))
