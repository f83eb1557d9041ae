"""Single years of age from groups."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.life_tables import single_ages
from impact.errors import InvalidInput

STARTS = [0, 5, 10, 15]
PEOPLE = [3_387_900, 3_401_300, 3_212_300, 3_026_100]
DEATHS = [4727, 472, 557, 1323]


def test_the_example_of_the_airq_manual():
    """AirQ+ life table manual, as printed in healthiar's test-prepare_lifetable.R."""
    out = single_ages(STARTS, PEOPLE, DEATHS, last_width=5)
    assert out.ages.tolist() == list(range(20))
    assert out.deaths.round().tolist() == [
        *[948, 947, 945, 944, 943, 94, 94, 94, 94, 94],
        *[111, 111, 111, 111, 111, 265, 265, 265, 264, 264],
    ]


@given(
    st.lists(st.integers(1, 15), min_size=1, max_size=6),
    st.lists(st.floats(1, 1e6), min_size=6, max_size=6),
    st.lists(st.floats(0, 0.1), min_size=6, max_size=6),
)
def test_people_and_deaths_are_kept(widths, people, rates):
    size = len(widths)
    starts = np.cumsum([0, *widths[:-1]])
    persons, died = np.array(people[:size]), np.array(people[:size]) * np.array(rates[:size])
    out = single_ages(starts, persons, died, last_width=widths[-1])
    assert np.add.reduceat(out.population, starts) == pytest.approx(persons)
    assert np.add.reduceat(out.deaths, starts) == pytest.approx(died, abs=1e-6)


def test_single_years_stay_and_the_open_group_stays_one_age():
    out = single_ages([0, 1, 2, 90], [10, 10, 88, 5], [1, 0, 4.4, 3])
    assert out.population[[0, 1, -1]].tolist() == pytest.approx([10, 10, 5])
    assert out.deaths[[0, 1, -1]].tolist() == pytest.approx([1, 0, 3])
    assert len(out.ages) == 91


def test_places_and_unknown_groups():
    out = single_ages(STARTS, [PEOPLE, [*PEOPLE[:3], np.nan]], DEATHS, last_width=5)
    assert out.deaths.shape == (2, 20)
    assert np.isnan(out.deaths[1]).tolist() == [False] * 15 + [True] * 5
    nobody = single_ages([0, 5], [0, 10], [0, 1])
    assert nobody.population.tolist() == pytest.approx([0, 0, 0, 0, 0, 10])
    assert np.isnan(single_ages([0, 5], [0, 10], [2, 1]).deaths[:5]).all()


def test_everything_wrong_is_listed_at_once():
    with pytest.raises(InvalidInput) as error:
        single_ages([0.5, 5, 5], [-1, 2, 3], [1, 1, -1], last_width=0)
    text = str(error.value)
    for words in ("not whole", "do not rise", "population, pos", "deaths, pos", "last_width"):
        assert words in text
    with pytest.raises(InvalidInput, match="starts has 4"):
        single_ages(STARTS, [1, 2], DEATHS)
