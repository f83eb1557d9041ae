"""Life tables of a table of places."""

from __future__ import annotations

import men_2010
import numpy as np
import pandas as pd
import pytest

from impact.assessment.life_tables import life_table_impact, life_years
from impact.errors import InvalidInput

PEOPLE, DEATHS = men_2010.POPULATION, men_2010.DEATHS


@pytest.fixture
def places() -> pd.DataFrame:
    ages = np.arange(len(PEOPLE))
    one = pd.DataFrame({"place": "a", "age": ages, "population": PEOPLE, "deaths": DEATHS})
    two = one.assign(place="b", population=PEOPLE * 2)
    return pd.concat([one, two]).assign(ratio=0.9).sample(frac=1, random_state=2)


def test_every_place_is_its_own_life_table(places):
    out = life_years(places, hazard_ratio="ratio", by="place", min_age=20, horizon=7)
    assert len(out) == 2 * 7
    for place, people in (("a", PEOPLE), ("b", PEOPLE * 2)):
        alone = life_table_impact(people, DEATHS, hazard_ratio=0.9, min_age=20, horizon=7)
        own = out[out["place"] == place]
        assert own["years_gained"].to_numpy() == pytest.approx(alone.years_gained)
        assert own["deaths_avoided"].to_numpy() == pytest.approx(alone.deaths_avoided)
        assert own["year"].tolist() == list(range(7))


def test_a_table_of_one_group_that_does_not_start_at_birth(places):
    adults = places[(places["place"] == "a") & (places["age"] >= 18)]
    out = life_years(adults, hazard_ratio=0.9, min_age=20, horizon=3)
    alone = life_table_impact(
        PEOPLE[18:], DEATHS[18:], hazard_ratio=0.9, first_age=18, min_age=20, horizon=3
    )
    assert out["years_gained"].to_numpy() == pytest.approx(alone.years_gained)


def test_an_empty_table_gives_an_empty_one(places):
    out = life_years(places.iloc[:0], hazard_ratio=0.9, by="place")
    assert len(out) == 0
    assert list(out.columns) == ["place", "year", "deaths_avoided", "years_gained"]


def test_ages_that_lack_or_are_twice_are_refused(places):
    broken = places[~((places["place"] == "b") & (places["age"] == 40))]
    with pytest.raises(InvalidInput, match="group b"):
        life_years(broken, hazard_ratio=0.9, by="place")
    with pytest.raises(InvalidInput, match="each age"):
        life_years(places, hazard_ratio=0.9)
    with pytest.raises(InvalidInput, match="risk"):
        life_years(places, hazard_ratio="risk", by="place")
