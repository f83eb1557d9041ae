"""Interrupted counts: the Sicilian smoking ban, exact rates, dispersion by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize

from impact.errors import InvalidInput
from impact.evaluation.series.counts import interrupted_counts

TIMES = np.arange(1, 25)
START = 15
PEOPLE = 40_000 + 100.0 * TIMES


def made(seed=0) -> np.ndarray:
    rate = 0.002 * np.exp(0.01 * TIMES - 0.2 * (TIMES >= START))
    return np.random.default_rng(seed).poisson(rate * PEOPLE).astype(float)


@pytest.mark.parametrize(
    ("model", "options"),
    [
        ("model1_poisson", {"slope": False, "quasi": False}),
        ("model2_quasi", {"slope": False}),
        ("model3_quasi_harmonic", {"slope": False, "period": 12}),
    ],
)
def test_sicilian_smoking_ban(case, model, options):
    folder, expected = case("09_sicily_its")
    table = pd.read_csv(folder / "data.csv")
    printed = expected["computed_with_statsmodels_0_15"][model]
    result = interrupted_counts(table["aces"], table["stdpop"], table["time"], 37, **options)
    level = result.terms.loc["level"]
    assert [level["ratio"], level["lower"], level["upper"]] == pytest.approx(
        [printed["rr"], printed["lo"], printed["hi"]], abs=1e-6
    )
    assert level["estimate"] == pytest.approx(printed["coef"], abs=1e-6)
    assert level["standard_error"] == pytest.approx(printed["se"], abs=1e-6)
    assert result.dispersion == pytest.approx(printed["scale"], abs=1e-6)
    assert result.terms.loc["slope_before", "estimate"] == pytest.approx(printed["trend"], abs=1e-6)
    assert [result.ratio, result.upper] == pytest.approx([level["ratio"], level["upper"]])


def test_sicilian_smoking_ban_with_a_change_of_slope(case):
    """The authors read the level one month before the ban."""
    folder, expected = case("09_sicily_its")
    table = pd.read_csv(folder / "data.csv")
    printed = expected["computed_with_statsmodels_0_15"]["model4_slope"]
    result = interrupted_counts(table["aces"], table["stdpop"], table["time"], 37, period=12)
    terms = result.terms["estimate"]
    assert terms["level"] - terms["slope_change"] == pytest.approx(printed["coef"], abs=1e-6)
    assert terms["slope_before"] == pytest.approx(printed["trend"], abs=1e-6)
    assert result.dispersion == pytest.approx(printed["scale"], abs=1e-6)


@pytest.mark.filterwarnings("ignore:Perfect separation")
def test_rates_without_noise_are_found():
    rate = np.exp(-6 + 0.03 * (TIMES - START) + (0.4 - 0.05 * (TIMES - START)) * (TIMES >= START))
    result = interrupted_counts(rate * PEOPLE, PEOPLE, TIMES, START)
    assert result.terms["estimate"].tolist() == pytest.approx([0.03, 0.4, -0.05], abs=1e-8)
    assert result.ratio == pytest.approx(np.exp(0.4 - 0.05 * 4.5))
    assert result.dispersion == pytest.approx(0, abs=1e-10)
    assert result.counterfactual == pytest.approx(
        np.exp(-6 + 0.03 * (TIMES - START)) * PEOPLE, rel=1e-7
    )


def test_agrees_with_the_likelihood_maximised_by_itself():
    counts = made(1)
    away, after = TIMES - START, TIMES >= START
    design = np.column_stack([np.ones(24), away, after, away * after]).astype(float)

    def against(coefficients):
        expected = PEOPLE * np.exp(design @ coefficients)
        return float((expected - counts * np.log(expected)).sum())

    start = np.array([np.log(counts.sum() / PEOPLE.sum()), 0, 0, 0])
    found = minimize(
        against,
        start,
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 20_000, "maxfev": 20_000},
    )
    result = interrupted_counts(counts, PEOPLE, TIMES, START)
    assert result.terms["estimate"].tolist() == pytest.approx(found.x[1:].tolist(), abs=1e-5)
    expected = result.fitted
    dispersion = ((counts - expected) ** 2 / expected).sum() / 20
    assert result.dispersion == pytest.approx(dispersion)
    covariance = dispersion * np.linalg.inv(design.T @ (expected[:, None] * design))
    assert result.terms["standard_error"].tolist() == pytest.approx(
        np.sqrt(np.diag(covariance))[1:].tolist(), rel=1e-6
    )
    assert counts.sum() == pytest.approx(expected.sum())


def test_ten_times_the_people_change_no_ratio():
    first = interrupted_counts(made(), PEOPLE, TIMES, START)
    second = interrupted_counts(made(), 10 * PEOPLE, TIMES, START)
    assert [second.ratio, second.upper] == pytest.approx([first.ratio, first.upper])


@pytest.mark.filterwarnings("ignore:Perfect separation")
def test_seasons_are_taken_away():
    season = 0.3 * np.sin(2 * np.pi * TIMES / 6)
    counts = 0.01 * PEOPLE * np.exp(season - 0.1 * (TIMES >= START))
    result = interrupted_counts(counts, PEOPLE, TIMES, START, period=6, harmonics=1)
    assert result.terms.loc["sine_1", "estimate"] == pytest.approx(0.3, abs=1e-8)
    assert result.ratio == pytest.approx(np.exp(-0.1))


def test_missing_points_and_few_points():
    counts = made(2)
    counts[3] = np.nan
    keep = np.arange(24) != 3
    first = interrupted_counts(counts, PEOPLE, TIMES, START)
    second = interrupted_counts(counts[keep], PEOPLE[keep], TIMES[keep], START)
    pd.testing.assert_frame_equal(first.terms, second.terms)
    assert not first.few_points
    assert first.terms["p_value"].notna().all()
    short = interrupted_counts(made(2)[8:], PEOPLE[8:], TIMES[8:], START)
    assert short.few_points
    assert short.terms["p_value"].isna().all()


def test_one_point_after_has_no_change_of_slope():
    result = interrupted_counts(made()[:15], PEOPLE[:15], TIMES[:15], START)
    assert result.terms.index.tolist() == ["slope_before", "level"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"counts": -1.0}, "are negative"),
        ({"population": 0.0}, "is not positive"),
        ({"start": 99}, "needs two points before and one after"),
        ({"zero": True}, "are all 0 before or after"),
        ({"length": 5, "start": 4}, "too short for so many terms"),
    ],
)
def test_what_cannot_be_fitted_is_refused(change, message):
    counts, population, length = made(), PEOPLE.copy(), change.get("length", 24)
    counts[2] = change.get("counts", counts[2])
    population[2] = change.get("population", population[2])
    if change.get("zero"):
        counts[TIMES >= START] = 0
    options = {"period": 12} if "length" in change else {}
    with pytest.raises(InvalidInput, match=message):
        interrupted_counts(
            counts[:length], population[:length], TIMES[:length], change.get("start", START),
            **options,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([3, 0, 2, 3, 4, 2, 3, 4], [0, 0, 0, 2]),
        ([3, 0, 2, 3, 4, 2, 3, 4], [2, 0, 0, 0]),
        ([0, 0, 0, 0, 0, 0, 0, 1], [3, 2, 4, 3]),
    ],
)
def test_one_count_at_an_end_leaves_the_slope_without_a_best_value(before, after):
    """The steeper the better: where the fit stopped, a ratio of 1e-14 looked certain."""
    counts, times = np.array([*before, *after], dtype=float), np.arange(12)
    with pytest.raises(InvalidInput, match="fall without end"):
        interrupted_counts(counts, np.full(12, 500.0), times, 8)


def test_zeros_between_counts_are_fitted():
    counts = np.array([3, 0, 2, 3, 0, 2, 3, 4, 1, 0, 0, 2], dtype=float)
    found = interrupted_counts(counts, np.full(12, 500.0), np.arange(12), 8)
    # The likelihood of each line alone: fitted counts add up to those counted on each side.
    assert found.fitted[:8].sum() == pytest.approx(17)
    assert found.fitted[8:].sum() == pytest.approx(3)
    assert found.fitted @ np.arange(12) == pytest.approx(counts @ np.arange(12))


def test_one_count_at_an_end_and_a_level_only():
    """Without a change of slope the level has a best value: the counts after are 2 in sum."""
    counts = np.array([3, 0, 2, 3, 4, 2, 3, 4, 0, 0, 0, 2], dtype=float)
    found = interrupted_counts(counts, np.full(12, 500.0), np.arange(12), 8, slope=False)
    assert found.fitted[8:].sum() == pytest.approx(2)
