"""The measured error of forecasts of pupils stays within its bars, on the real figures."""

from __future__ import annotations

import numpy as np
import pytest

from impact import places
from impact.overviews.pupils.cohorts import counted_cohorts
from impact.planning import pupils

HORIZONS = (1, 3, 5, 7)
FIRST = 2013
SKANE = "SE-12"


@pytest.fixture(scope="module")
def cohorts():
    return counted_cohorts("SE", 2023)


@pytest.fixture(scope="module")
def rolling(cohorts):
    return pupils.rolling_forecasts(cohorts.counts, cohorts.years, 9)


@pytest.fixture(scope="module")
def grade_nine(rolling):
    return rolling.summed([9])


@pytest.fixture(scope="module")
def skane(cohorts):
    members = places.region(SKANE).members
    return np.isin(cohorts.places, members)


def means(rolling, method, chosen):
    found = pupils.mean_errors(rolling.forecasts[method], rolling.outcomes, chosen)["mape"]
    return [found[horizon - 1] for horizon in HORIZONS]


def test_the_constant_is_the_default(cohorts) -> None:
    assert cohorts.constant == pupils.CONSTANT == 200
    assert cohorts.counts.shape == (290, 15, 10)


def test_errors_in_skane_and_elsewhere(grade_nine, skane) -> None:
    tested = grade_nine.since(FIRST)
    ours = means(tested, "central", skane)
    assert (np.array(ours) <= [2.80, 6.15, 6.85, 7.20]).all()
    assert (np.array(means(tested, "central", ~skane)) <= [3.40, 5.90, 6.80, 7.85]).all()
    naive = means(tested, "same_as_today", skane)
    less = 100 * (1 - np.array(ours) / naive)
    assert (less >= [60, 40, 45, 55]).all()


def test_errors_as_printed_before_the_code_was_written(grade_nine, skane) -> None:
    tested = grade_nine.since(FIRST)
    printed = {
        ("central", True): [2.75, 6.08, 6.79, 7.13],
        ("central", False): [3.29, 5.71, 6.46, 7.41],
        ("no_migration", True): [2.95, 7.32, 9.25, 10.47],
        ("no_migration", False): [3.43, 6.23, 7.27, 8.62],
        ("same_as_today", True): [7.64, 10.89, 12.91, 16.67],
    }
    for (method, inside), expected in printed.items():
        found = means(tested, method, skane if inside else ~skane)
        assert np.allclose(found, expected, atol=0.01), method


def test_the_total_of_skane(grade_nine, skane) -> None:
    total = grade_nine.since(FIRST).added([np.flatnonzero(skane)])
    assert (np.array(means(total, "central", None)) <= [1.0, 2.6, 2.8, 3.0]).all()


def test_ranges_hold_what_they_should_at_every_horizon_and_size(cohorts, grade_nine, skane) -> None:
    held = pupils.rolling_coverage(grade_nine, "central", FIRST).held[:, :, :7]
    for chosen in (skane, ~skane):
        share = np.nanmean(held[:, chosen], axis=(0, 1))
        assert (share >= 0.73).all()
        assert (share <= 0.90).all()
    size = cohorts.counts[:, :, 9].mean(axis=1)
    for low, high in ((0, 200), (200, 500), (500, np.inf)):
        share = np.nanmean(held[:, (size >= low) & (size < high)], axis=(0, 1))
        assert (share >= 0.73).all()
        assert (share <= 0.92).all()


def test_a_constant_chosen_on_half_of_the_counties_serves_the_other(cohorts) -> None:
    at = {code: position for position, code in enumerate(cohorts.places)}
    counties = sorted(places.regions("SE"), key=lambda region: region.code)
    halves = [
        np.array([at[code] for region in counties[start::2] for code in region.members])
        for start in (0, 1)
    ]
    errors = {}
    for constant in (0.0, 50.0, 100.0, 200.0, 400.0, np.inf):
        made = pupils.rolling_forecasts(cohorts.counts, cohorts.years, 7, constant, ("central",))
        tested = made.summed([9]).since(FIRST)
        errors[constant] = [np.mean(means(tested, "central", half)) for half in halves]
    for chosen, checked in ((0, 1), (1, 0)):
        best = min(errors, key=lambda constant: errors[constant][chosen])
        assert best in (200, 400)
        assert errors[best][checked] < 1.02 * min(one[checked] for one in errors.values())
        assert errors[200][checked] < 1.005 * min(one[checked] for one in errors.values())


def test_no_forecast_explodes_or_is_unknown(cohorts, rolling) -> None:
    central = rolling.forecasts["central"]
    assert np.isfinite(central).all()
    for row, origin in enumerate(rolling.origins):
        now = cohorts.counts[:, int(origin - cohorts.years[0])]
        for ahead in range(1, 10):
            source, made = now[:, : 10 - ahead], central[row, :, ahead - 1, ahead:]
            assert (made <= 3 * source).all()


def test_the_spread_of_the_total_is_that_of_its_past_errors(cohorts, grade_nine, skane) -> None:
    members = [
        np.flatnonzero(np.isin(cohorts.places, region.members)) for region in places.regions("SE")
    ]
    spread = pupils.spread_known_at(grade_nine, "central", 2023)
    common = pupils.common_deviations(grade_nine, "central", members, spread, 2023)
    central = grade_nine.forecasts["central"][-1][skane]
    deviations = pupils.standard_deviations(spread, central)
    total = grade_nine.since(FIRST).added([np.flatnonzero(skane)])
    errors = np.log(total.outcomes / total.forecasts["central"])
    past = np.sqrt(np.nanmean(errors[:9, 0] ** 2, axis=0))
    drawn = pupils.total_deviation(central, deviations, common)
    alone = pupils.total_deviation(central, deviations, 0 * common)
    for horizon in HORIZONS:
        at = horizon - 1
        assert 0.8 < drawn[at] / past[at] < 1.8
        assert alone[at] < 0.6 * past[at]
