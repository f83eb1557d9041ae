"""Deaths avoided and years gained: a printed number, an independent sum, laws, bad input."""

from __future__ import annotations

import men_2010
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.life_tables import expectancy, life_table_impact
from impact.errors import InvalidInput, UnknownName

PEOPLE, DEATHS = men_2010.POPULATION, men_2010.DEATHS
AGES = len(PEOPLE)
WITHOUT_EXPOSURE = 1 / 1.045
AFTER_THE_FIRST = np.array([0.0] + [1.0] * (AGES - 1))


def test_one_year_of_exposure_as_printed_in_healthiar():
    """healthiar test-attribute_lifetable.R: 14973.76248 years (exposure 10, 1.045 for 10, age 20+).

    The AirQ+ way: exposed in the first year, unexposed ever after, against unexposed at once.
    """
    found = life_table_impact(
        PEOPLE, DEATHS, hazard_ratio=WITHOUT_EXPOSURE, course_without=AFTER_THE_FIRST,
        min_age=20, oldest="leave",
    )  # fmt: skip
    assert found.years_gained.sum() == pytest.approx(14973.76248, abs=5e-6)


def test_the_oldest_do_not_leave_the_world():
    """A difference on purpose: survivors of the last age go on living, so more years count."""
    stay, leave = (
        life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.95, oldest=oldest).years_gained.sum()
        for oldest in ("stay", "leave")
    )
    assert stay > leave


def by_hand(ratio: float, years: int, born: float) -> tuple[float, float]:
    """Years gained and deaths avoided, one birth year after the other, written out by hand."""
    rate = DEATHS / PEOPLE
    gained = avoided = 0.0
    starts = [(age, 0, PEOPLE[age] + DEATHS[age] / 2) for age in range(AGES)]
    starts += [(0, year, born) for year in range(1, years)]
    for factor, sign in ((ratio, 1), (1.0, -1)):
        for age, year, people in starts:
            while year < years:
                h = rate[min(age, AGES - 1)] * factor
                left = people * (2 - h) / (2 + h)
                gained += sign * (people + left) / 2
                avoided -= sign * (people - left)
                people, age, year = left, age + 1, year + 1
    return gained, avoided


@pytest.mark.parametrize(("years", "born"), [(1, 0), (30, 0), (30, 40_000), (AGES, 40_000)])
def test_a_lasting_change_with_and_without_newborns(years, born):
    found = life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, horizon=years, births=born)
    gained, avoided = by_hand(0.9, years, born)
    assert found.years_gained.sum() == pytest.approx(gained)
    assert found.deaths_avoided.sum() == pytest.approx(avoided, abs=1e-6)
    assert found.years_gained_by_age.sum() == pytest.approx(gained)


def test_a_birth_year_gains_what_expectancy_gains():
    """All years of one birth year: people times the difference of life expectancies."""
    people = np.zeros(AGES)
    rate = DEATHS / PEOPLE
    people[0] = 1000 / (1 + rate[0] / 2)
    long = np.concatenate([rate, np.full(400, rate[-1])])
    persons = np.concatenate([people, np.full(AGES + 400 - AGES, 0.0)])
    after, before = (expectancy(np.ones_like(long), long, hazard_ratio=r)[0] for r in (0.8, 1.0))
    persons[1:] = 1e-12
    found = life_table_impact(persons, long * persons, hazard_ratio=0.8)
    assert found.years_gained.sum() == pytest.approx(1000 * (after - before), rel=1e-6)


@given(st.floats(0.3, 1.7))
def test_no_change_gains_nothing_and_a_rise_loses(ratio):
    found = life_table_impact(PEOPLE, DEATHS, hazard_ratio=ratio, horizon=5)
    assert np.sign(found.years_gained.sum().round(9)) == np.sign(np.round(1 - ratio, 12))
    same = life_table_impact(
        PEOPLE, DEATHS, hazard_ratio=ratio, course=1.0, course_without=1.0, horizon=5
    )
    assert np.abs(same.years_gained).max() == 0


def test_age_limits_and_horizon_matter():
    """A difference on purpose: in healthiar 0.2.4 a max_age of 40, 60 or 1000 gave the same."""
    by_limit = [
        life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, min_age=20, max_age=limit)
        for limit in (40, 60, None, 1000)
    ]
    gained = [found.years_gained.sum() for found in by_limit]
    assert gained[0] < gained[1] < gained[2] == gained[3]
    assert by_limit[0].deaths_avoided_by_age[:20] == pytest.approx(0)
    young, old = (
        life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, horizon=1, **limits)
        for limits in ({"max_age": 59}, {"min_age": 60})
    )
    both = life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, horizon=1)
    assert young.years_gained + old.years_gained == pytest.approx(both.years_gained)
    short = life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, horizon=10).years_gained
    long = life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, horizon=20).years_gained
    assert short == pytest.approx(long[:10])
    assert short.sum() < long.sum()


def test_a_lag_and_a_fading_effect():
    years = 30
    lag = np.where(np.arange(years) < 5, 0.0, 1.0)
    fading = 0.5 ** (np.arange(years) / 5)
    at_once, later, fades = (
        life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, course=course, horizon=years)
        for course in (1.0, lag, fading)
    )
    assert later.years_gained[:5] == pytest.approx(0)
    assert later.years_gained[5] > 0
    assert later.years_gained.sum() < at_once.years_gained.sum()
    assert fades.deaths_avoided[0] == pytest.approx(at_once.deaths_avoided[0])
    assert fades.years_gained.sum() < at_once.years_gained.sum()


def test_over_whole_lives_deaths_are_made_up_for():
    found = life_table_impact(PEOPLE, DEATHS, hazard_ratio=0.9, horizon=2000)
    assert found.deaths_avoided[0] > 2500
    assert found.deaths_avoided.sum() == pytest.approx(0, abs=1e-6)


def test_draws_and_places_broadcast_and_each_equals_its_own():
    people, died = np.stack([PEOPLE, PEOPLE / 2]), np.stack([DEATHS, DEATHS])
    ratio = np.array([0.9, 0.95, np.nan])[:, None, None]
    found = life_table_impact(people, died, hazard_ratio=ratio, horizon=12, births=[[100], [50]])
    assert found.years_gained.shape == (3, 2, 12)
    assert found.years_gained_by_age.shape == (3, 2, AGES)
    alone = life_table_impact(people[1], died[1], hazard_ratio=0.95, horizon=12, births=50)
    assert found.years_gained[1, 1] == pytest.approx(alone.years_gained)
    assert np.isnan(found.years_gained[2]).all()


def test_an_unknown_age_makes_unknown_what_passes_it():
    people = PEOPLE.copy()
    people[50] = np.nan
    found = life_table_impact(people, DEATHS, hazard_ratio=0.9, horizon=3)
    assert np.isnan(found.years_gained).all()
    assert np.flatnonzero(np.isnan(found.years_gained_by_age)).tolist() == [50, 51, 52]


def test_everything_wrong_is_listed_at_once():
    with pytest.raises(InvalidInput) as error:
        life_table_impact(
            [100, 0, -1], [1, 1, 1], hazard_ratio=[0.9, -1], min_age=5, max_age=2, births=-3,
            horizon=0,
        )  # fmt: skip
    text = str(error.value)
    for words in (
        "max_age",
        "horizon",
        "population, position 2",
        "hazard_ratio",
        "births",
    ):
        assert words in text
    with pytest.raises(InvalidInput, match="0 at an age with deaths"):
        life_table_impact([100, 0], [1, 1], hazard_ratio=1)
    with pytest.raises(InvalidInput, match="do not fit together"):
        life_table_impact(np.ones((2, 3)), np.zeros((4, 3)), hazard_ratio=1)
    with pytest.raises(InvalidInput, match="2 ages, population 3"):
        life_table_impact([1, 2, 3], [1, 2], hazard_ratio=1)
    with pytest.raises(InvalidInput, match="2 years, 3 are followed"):
        life_table_impact([9, 9, 9], [1, 1, 1], hazard_ratio=1, course=[1, 0])
    with pytest.raises(InvalidInput, match="course, position 1"):
        life_table_impact([9, 9, 9], [1, 1, 1], hazard_ratio=1, course=[1, 2, 0])
    with pytest.raises(UnknownName):
        life_table_impact([9], [1], hazard_ratio=1, oldest="vanish")
