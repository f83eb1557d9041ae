"""Limits, coverage, draws and records, by hand and with known truths."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.planning import pupils
from impact.planning.pupils.backtest import MINIMUM_YEARS
from impact.planning.pupils.interval import fitted_spread, score_quantile

YEARS = np.arange(2001, 2013)


def invented(places: int = 30, seed: int = 1) -> np.ndarray:
    """Cohorts that move up with noise; shape (places, 12 years, 4 grades)."""
    generator = np.random.default_rng(seed)
    sizes = generator.integers(20, 600, places)
    counts = np.empty((places, len(YEARS), 4))
    counts[:, 0] = generator.poisson(sizes[:, None], (places, 4))
    for at in range(1, len(YEARS)):
        counts[:, at, 0] = generator.poisson(sizes)
        counts[:, at, 1:] = generator.poisson(counts[:, at - 1, :-1] + 1)
    return counts


def test_the_quantile_is_the_smallest_that_holds_the_share() -> None:
    # ceil(0.8 x (9 + 1)) = 8th of nine; of four, ceil(4) = 4th; of three the largest.
    assert score_quantile(np.arange(1.0, 10)) == 8
    assert score_quantile(np.array([4.0, 1, 3, 2])) == 4
    assert score_quantile(np.array([1.0, 3, 2])) == 3


def test_the_spread_is_found_again() -> None:
    sizes = np.repeat([10.0, 40.0, 160.0, 640.0], 50)
    errors = np.sqrt(0.001 + 0.8 / sizes)
    constant, per_size = fitted_spread(errors, sizes)
    assert constant == pytest.approx(0.001)
    assert per_size == pytest.approx(0.8)


def test_neither_constant_is_negative() -> None:
    sizes = np.array([10.0, 100, 1000])
    assert fitted_spread(np.array([0.1, 0.2, 0.3]), sizes)[1] == 0
    assert fitted_spread(np.array([0.3, 0.03, 0.001]), sizes)[0] == 0


def test_limits_by_hand() -> None:
    # Every error is |log(110/100)|: s is that, every score 1, limits 100/1.1 and 110.
    forecast = np.full((3, 4, 1), 100.0)
    spread = pupils.calibrated(forecast, forecast * 1.1)
    lower, upper = spread.limits(np.array([[100.0]]))
    assert lower.item() == pytest.approx(100 / 1.1)
    assert upper.item() == pytest.approx(110)


def test_further_ahead_than_known_the_limits_widen_with_the_square_root() -> None:
    forecast = np.full((3, 4, 4), 100.0)
    outcome = forecast * 1.1
    outcome[:, :, 1:] = np.nan
    outcome[0, :, 1] = 150
    spread = pupils.calibrated(forecast, outcome)
    assert spread.base.tolist() == [1, 1, 1, 1]
    assert spread.extended.tolist() == [False, True, True, True]
    width = spread.half_width(np.full((1, 4), 100.0))[0]
    assert np.allclose(width, np.log(1.1) * np.sqrt([1, 2, 3, 4]))


def test_an_empty_grade_is_not_certain_to_stay_empty() -> None:
    forecast = np.full((3, 4, 1), 100.0)
    spread = pupils.calibrated(forecast, forecast * 1.1)
    lower, upper = spread.limits(np.zeros((1, 1)))
    assert lower.item() == 0
    assert upper.item() > 1


def test_limits_need_outcomes() -> None:
    forecast = np.full((2, 3, 2), 10.0)
    with pytest.raises(InvalidInput, match="one year ahead"):
        pupils.calibrated(forecast, np.full((2, 3, 2), np.nan))
    with pytest.raises(InvalidInput) as caught:
        pupils.calibrated(forecast, np.ones((2, 3)), level=1.5)
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize("origin", [2005, 2008, 2011])
def test_the_future_changes_nothing_at_an_origin(origin: int) -> None:
    counts = invented()
    changed = counts.copy()
    changed[:, origin < YEARS] = changed[:, origin < YEARS] * 3 + 50
    before, after = (pupils.rolling_forecasts(one, YEARS, 3) for one in (counts, changed))
    at = before.origins <= origin
    for method in pupils.METHODS:
        assert (before.forecasts[method][at] == after.forecasts[method][at]).all()
    limits = []
    for rolling in (before, after):
        one = rolling.summed([3])
        spread = pupils.spread_known_at(one, pupils.CENTRAL, origin)
        central = one.forecasts[pupils.CENTRAL][at][-1]
        groups = [np.arange(15), np.arange(15, 30)]
        common = pupils.common_deviations(one, pupils.CENTRAL, groups, spread, origin)
        limits.append((*spread.limits(central), common))
    for earlier, later in zip(*limits, strict=True):
        assert (earlier == later).all()
    assert (before.forecasts["central"][~at] != after.forecasts["central"][~at]).any()


def test_outcomes_are_those_of_the_year_meant() -> None:
    counts = invented()
    rolling = pupils.rolling_forecasts(counts, YEARS, 3)
    assert rolling.origins[0] == YEARS[MINIMUM_YEARS - 1]
    row = list(rolling.origins).index(2006)
    assert (rolling.outcomes[row, :, 2] == counts[:, list(YEARS).index(2009)]).all()
    assert np.isnan(rolling.outcomes[-1]).all()
    same = rolling.forecasts[pupils.SAME_AS_TODAY][row]
    assert (same == counts[:, list(YEARS).index(2006)][:, None]).all()


def test_errors_by_hand() -> None:
    # Errors 10/100, 20/80; weighted (10 + 20) / 180; bias (10 - 20) / 180; a zero counts not.
    forecast = np.array([[[110.0], [60.0], [5.0]]])
    outcome = np.array([[[100.0], [80.0], [0.0]]])
    found = pupils.mean_errors(forecast, outcome, np.array([0, 1]))
    assert found["mape"][0] == pytest.approx((10 + 25) / 2)
    assert found["wape"][0] == pytest.approx(100 * 30 / 180)
    assert found["bias"][0] == pytest.approx(100 * -10 / 180)
    assert pupils.mean_errors(forecast, outcome)["cases"][0] == 2


def test_limits_hold_what_they_say_where_places_are_alike() -> None:
    rolling = pupils.rolling_forecasts(invented(300), YEARS, 3).summed([3])
    held = pupils.rolling_coverage(rolling, pupils.CENTRAL, 2006).held
    for ahead in range(3):
        assert 0.76 < np.nanmean(held[:, :, ahead]) < 0.85


def test_a_record_by_hand() -> None:
    outcomes = np.array([[[100.0, 50.0]], [[200.0, np.nan]]])
    central = np.array([[[90.0, 60.0]], [[210.0, 1.0]]])
    same = np.array([[[150.0, 50.0]], [[100.0, 1.0]]])
    rolling = pupils.Rolling(
        np.array([2001, 2002]), {"central": central, "same_as_today": same}, outcomes
    )
    card = pupils.scorecard(rolling, "central", (1, 2, 9))
    # One year: (10/100 + 10/200) / 2 and (50/100 + 100/200) / 2; two years: one forecast.
    assert card["horizon"].tolist() == [1, 2]
    assert np.allclose(card["own_error"], [[7.5, 20.0]])
    assert np.allclose(card["same_as_today_error"], [[50.0, 0.0]])
    assert card["origins"].tolist() == [[2, 1]]


def test_a_common_shock_is_found_and_independent_errors_have_none() -> None:
    generator = np.random.default_rng(3)
    forecast = np.full((400, 40, 1), 500.0)
    shared = 0.05 * generator.standard_normal((400, 1, 1))
    own = 0.03 * generator.standard_normal((400, 40, 1))
    origins = np.arange(400)
    members = [np.arange(20), np.arange(20, 40)]
    for shock, expected in ((shared, 0.05), (0 * shared, 0.0)):
        rolling = pupils.Rolling(origins, {"central": forecast}, forecast * np.exp(own + shock))
        spread = pupils.spread_known_at(rolling, "central", 1000)
        found = pupils.common_deviations(rolling, "central", members, spread, 1000)
        assert found[0] == pytest.approx(expected, abs=0.006)


def test_draws_spread_as_the_formula_says_and_repeat() -> None:
    central, deviations = np.array([100.0, 300.0, 50.0]), np.array([0.06, 0.05, 0.01])
    drawn = pupils.scenario_draws(central, deviations, 0.04, 40_000, 7)
    assert drawn.shape == (40_000, 3)
    assert np.allclose(np.log(drawn / central).std(axis=0), deviations, rtol=0.02)
    assert np.allclose(np.median(drawn, axis=0), central, rtol=0.002)
    # sqrt((sum w c)^2 + sum w^2 (s^2 - c^2)); the third place has no more than 0.01 in common.
    share = central / 450
    common = share @ np.array([0.04, 0.04, 0.01])
    own = share[0] ** 2 * (0.06**2 - 0.04**2) + share[1] ** 2 * (0.05**2 - 0.04**2)
    expected = np.sqrt(common**2 + own)
    assert pupils.total_deviation(central, deviations, 0.04) == pytest.approx(expected)
    assert np.log(drawn.sum(axis=1)).std() == pytest.approx(expected, rel=0.02)
    again = pupils.scenario_draws(central, deviations, 0.04, 40_000, 7)
    assert (again == drawn).all()
    assert (pupils.scenario_draws(central, deviations, 0.04, 40_000, 8) != drawn).any()


def test_one_seed_is_one_course_over_years() -> None:
    low = pupils.scenario_draws(np.array([100.0]), np.array([0.1]), 0.05, 50, 1)
    later = pupils.scenario_draws(np.array([100.0]), np.array([0.2]), 0.10, 50, 1)
    assert np.allclose(2 * np.log(low / 100), np.log(later / 100))


@given(st.lists(st.floats(1, 1000), min_size=2, max_size=8), st.floats(0, 0.1))
@settings(max_examples=50, deadline=None)
def test_limits_of_a_total_do_not_know_the_order(sizes: list[float], common: float) -> None:
    central = np.array(sizes)[:, None]
    deviations = np.sqrt(0.001 + 1 / central)
    forth = pupils.total_limits(central, deviations, np.array([common]))
    back = pupils.total_limits(central[::-1], deviations[::-1], np.array([common]))
    assert np.allclose(forth, back)
    assert forth[1] <= forth[0] <= forth[2]


def test_limits_of_a_total_by_hand() -> None:
    # One place: its own 80 per cent limits. Two alike with all in common: the same width.
    one = pupils.total_limits(np.array([[100.0]]), np.array([[0.1]]), np.array([0.02]))
    assert np.allclose(np.ravel(one), 100 * np.exp([0, -0.1281552, 0.1281552]))
    two = np.full((2, 1), 100.0)
    shared = pupils.total_limits(two, np.full((2, 1), 0.1), np.array([0.1]))
    assert np.allclose(np.ravel(shared), 200 * np.exp([0, -0.1281552, 0.1281552]))


def test_limits_of_totals_hold_what_they_say_where_places_are_alike() -> None:
    rolling = pupils.rolling_forecasts(invented(400), YEARS, 2).summed([3])
    members = [np.arange(start, start + 10) for start in range(0, 400, 10)]
    held = pupils.rolling_total_coverage(rolling, pupils.CENTRAL, members, 2006)
    assert held.shape == (7, 40, 2)
    assert np.isnan(held[-1]).all()
    assert 0.74 < np.nanmean(held[:, :, 0]) < 0.87


def test_independent_errors_would_make_a_total_too_certain() -> None:
    central, deviations = np.full((33, 1), 500.0), np.full((33, 1), 0.05)
    alone = pupils.total_deviation(central, deviations, np.zeros(1))
    together = pupils.total_deviation(central, deviations, np.full(1, 0.04))
    assert alone[0] == pytest.approx(0.05 / np.sqrt(33))
    assert together[0] > 4 * alone[0]


@pytest.mark.parametrize(
    "arguments",
    [
        (np.ones(2), np.ones(2), 0.1, 0, 1),
        (np.ones(2), np.ones(3), 0.1, 5, 1),
        (-np.ones(2), np.ones(2), 0.1, 5, 1),
        (np.array([np.nan]), np.ones(1), 0.1, 5, 1),
        (np.ones(1), np.ones(1), -0.1, 5, 1),
    ],
)
def test_bad_draws_are_refused(arguments: tuple) -> None:
    with pytest.raises(InvalidInput):
        pupils.scenario_draws(*arguments)


def test_bad_years_are_refused_all_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        pupils.rolling_forecasts(invented()[:, :2], np.array([2001, 2003, 2004]), 2)
    assert len(caught.value.faults) == 3
