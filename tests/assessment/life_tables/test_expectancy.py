"""Years left at each age, against the library's own life table and by hand."""

from __future__ import annotations

import men_2010
import numpy as np
import pandas as pd
import pytest

from impact.assessment.life_tables import expectancy, years_of_life_lost
from impact.assessment.risks import attributable_fraction, relative_risk_at
from impact.errors import InvalidInput
from impact.indicators import life_table

PEOPLE, DEATHS = men_2010.POPULATION, men_2010.DEATHS


def test_it_agrees_with_the_life_table_of_the_indicators():
    """The same table by Chiang's method, deaths in the middle of every year."""
    frame = pd.DataFrame({"band": np.arange(len(PEOPLE)), "persons": PEOPLE, "deaths": DEATHS})
    table = life_table(frame.assign(half=0.5), fraction="half")
    assert expectancy(PEOPLE, DEATHS) == pytest.approx(table["expectancy"].to_numpy())


@pytest.mark.parametrize(
    ("less", "ratio", "years", "days"),
    [
        (3, 1.062, 566.8479, 71.12587),
        (3, 1.040, 369.4309, 46.33968),
        (3, 1.083, 751.6683, 94.34513),
        (5, 1.062, 945.5301, 118.71546),
        (5, 1.040, 616.0461, 77.30533),
        (5, 1.083, 1254.1772, 157.54756),
    ],
)
def test_years_of_life_lost_as_printed_in_iomlifetr(less, ratio, years, days):
    """Vignette burden_le of iomlifetR (R), the IOMLIFET method on a template of the ONS (UK).

    Less fine particles for people aged 30 and over. One printed limit lacks a digit: "7.30533"
    days is 77.30533.
    """
    age = np.array([0, 1, *range(5, 90, 5)])
    people = [2533, 11130, 15519, 16409, 16133, 21482, 15997, 16026, 19800, 16076]
    people += [13404, 13027, 10051, 10220, 9190, 7427, 5231, 2884, 1840]
    deaths = [20, 1, 2, 4, 9, 10, 22, 35, 34, 39, 59, 108, 136, 176, 320, 445, 414, 355, 347]
    risk = relative_risk_at(less, relative_risk=ratio, increment=10)
    lost = np.where(age >= 30, attributable_fraction(1.0, risk), 0.0) * deaths
    before, after = (
        life_table(pd.DataFrame({"band": age, "persons": people, "deaths": died}))["expectancy"]
        for died in (np.array(deaths), deaths - lost)
    )
    assert years_of_life_lost(lost, after) == pytest.approx(years, abs=5e-5)
    assert 365 * (after[0] - before[0]) == pytest.approx(days, abs=5e-6)


def test_a_constant_risk_of_dying_by_hand():
    """Everywhere 1 death for 20 person-years: 20 years left at every age."""
    assert expectancy(np.full(50, 100), np.full(50, 5)) == pytest.approx(20)


def test_a_lower_risk_adds_years_only_up_to_the_last_age_concerned():
    before = expectancy(PEOPLE, DEATHS)
    after = expectancy(PEOPLE, DEATHS, hazard_ratio=[[0.9], [0.8]], max_age=64)
    assert after.shape == (2, len(PEOPLE))
    assert (after[1, :65] > after[0, :65]).all() and (after[0, :65] > before[:65]).all()
    assert after[0, 65:] == pytest.approx(before[65:])


def test_unknown_ages_and_nobody_dying_in_the_last():
    people = PEOPLE.copy()
    people[30] = np.nan
    assert np.flatnonzero(np.isnan(expectancy(people, DEATHS))).tolist() == list(range(31))
    assert np.isnan(expectancy([10, 10], [1, 0])).all()


def test_years_lost_by_deaths():
    """By hand: 3 deaths with 50 years left and 10 with 8."""
    assert years_of_life_lost([3, 10], [50, 8]) == pytest.approx(230)
    found = years_of_life_lost([[3, 10], [np.nan, 1]], [50, 8])
    assert found[0] == pytest.approx(230)
    assert np.isnan(found[1])
    with pytest.raises(InvalidInput, match="years_left, position 1"):
        years_of_life_lost([3, 10], [50, -8])
