"""On untreated Swedish figures the default test keeps its size (docs/evaluation_size.md)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from impact.evaluation.inference.placebo_test import placebo_test

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture(scope="module")
def bench():
    """The script that measures, loaded from its file beside the page's."""
    names = ["evaluation_size_page", "evaluation_size"]
    for name in names:
        described = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
        module = importlib.util.module_from_spec(described)
        sys.modules[name] = module
        described.loader.exec_module(module)
    yield module
    for name in names:
        del sys.modules[name]


@pytest.fixture(scope="module")
def outcomes(bench):
    """Two outcomes of different kind: shares of pupils, and a trend that goes with size."""
    return [bench.untreated(*each) for each in (bench.OUTCOMES[0], bench.OUTCOMES[-1])]


@pytest.mark.slow
@pytest.mark.parametrize("pool", ["smallest quarter", "largest quarter"])
def test_true_nulls_are_rejected_as_often_as_said(bench, outcomes, pool):
    """3 to 7.5 % of 1,000 assignments, give or take twice their own chance."""
    give = 2 * np.sqrt(0.05 * 0.95 / 1000)
    for outcome in outcomes:
        for treated in bench.TREATED:
            found = bench.rejected(outcome, bench.pools(outcome)[pool], treated, 1000, 0)
            assert 0.03 <= found["placebo"] <= 0.05 + give
            assert found["both"] <= found["placebo"]


@pytest.mark.slow
def test_the_plain_tests_do_not_keep_it(bench, outcomes):
    pool = bench.pools(outcomes[0])["smallest quarter"]
    one = bench.rejected(outcomes[0], pool, 1, 1000, 0)
    many = bench.rejected(outcomes[0], pool, 2, 1000, 0)
    assert one["clustered"] > 0.5
    assert many["clustered"] > 0.2
    assert one["plain t"] > 0.075


@pytest.mark.slow
def test_intervals_hold_an_added_effect(bench, outcomes):
    """60 intervals of 95 %: fewer than 50 that hold would be a chance of one in 10,000."""
    pool = bench.pools(outcomes[0])["smallest quarter"]
    held = [bench.rejected(outcomes[0], pool, treated, 30, 30)["covered"] for treated in (3, 13)]
    assert np.mean(held) >= 50 / 60


@pytest.mark.slow
def test_a_county_is_one_assignment(bench, outcomes):
    for outcome in outcomes:
        found = bench.whole_counties(outcome)
        assert found["one"] <= 1
        assert found["placebo"] > 0.05 * found["counties"]


def test_many_p_values_from_one_distribution_are_those_of_the_test(bench):
    changes = np.random.default_rng(0).standard_t(4, 30)
    chosen = np.random.default_rng(1).random((12, 30)).argsort(axis=1)[:, :4]
    effects, _ = bench.two_sample_t(changes, chosen)
    strata = np.zeros(30, int)
    tests = []
    for members in chosen:
        cohort = np.full(30, -1)
        cohort[members] = 0
        tests.append(placebo_test(changes, cohort, strata))
    assert effects == pytest.approx([test.estimate for test in tests])
    p_values = bench.p_of(tests[0].distribution, effects)
    assert p_values == pytest.approx([test.p_value for test in tests])


def test_the_plain_tests_are_those_of_statsmodels(bench):
    """Nine units, five years, two treated from the fourth: least squares with all dummies."""
    from scipy import stats
    from statsmodels.regression.linear_model import OLS

    values = np.random.default_rng(2).normal(size=(9, 5))
    changes = values[:, 3:].mean(axis=1) - values[:, :3].mean(axis=1)
    unit, year = np.repeat(np.arange(9), 5), np.tile(np.arange(5), 9)
    policy = (unit < 2) & (year >= 3)
    dummies = [unit == each for each in range(9)] + [year == each for each in range(1, 5)]
    fitted = OLS(values.ravel(), np.column_stack([policy, *dummies]).astype(float)).fit(
        cov_type="cluster", cov_kwds={"groups": unit, "use_correction": False}
    )
    factor = 9 / 8 * 44 / (45 - 5 - 1)
    t = fitted.params[0] / (fitted.bse[0] * np.sqrt(factor))
    expected = 2 * stats.t.sf(abs(t), 8)
    assert bench.clustered_t(changes, np.array([[0, 1]]), 5)[0] == pytest.approx(expected)
    effects, p_values = bench.two_sample_t(changes, np.array([[0, 1]]))
    assert effects[0] == pytest.approx(fitted.params[0])
    assert p_values[0] == pytest.approx(stats.ttest_ind(changes[:2], changes[2:]).pvalue)


def test_the_page_says_what_was_measured():
    """Every default of the page's tables of quarters lies between 3 and 7.5 %."""
    text = (BENCH.parent / "docs" / "evaluation_size.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:-1] for line in text.splitlines() if " quarter | " in line]
    table = pd.DataFrame([[cell.strip() for cell in row] for row in rows])
    assert table[1].tolist() == ["1", "2", "3", "5", "13", "33"] * 2
    assert table[3].astype(float).between(3, 7.5).all()
    lowest, highest = table[4].str.split(" - ", expand=True).astype(float).to_numpy().T
    assert lowest.min() >= 3
    assert highest.max() <= 7.5
