"""Made-up tables fit together, say that they are made up, and come out the same every time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.planning.capacity import simulated_tables as simulated
from impact.planning.capacity import stated_figures as stated
from impact.planning.capacity.programmes import PROGRAMMES
from impact.planning.capacity.simulated_programmes import KINDS
from impact.planning.capacity.tables import validate_tables

COHORTS = {"A": 900.0, "B": 300.0, "C": 40.0}
ELIGIBLE = {"A": 80.0, "B": 90.0, "C": 85.0}
CENTRES = {"A": (13.0, 55.6), "B": (13.2, 55.7), "C": (13.1, 56.0)}


def tables(seed: int = 1, cohorts: dict[str, float] = COHORTS) -> dict[str, pd.DataFrame]:
    return simulated.simulate_tables(
        cohorts, ELIGIBLE, CENTRES, year=2024, region="SE-12", seed=seed
    )


def test_they_are_sound_tables_and_every_invented_row_says_so():
    found = validate_tables(tables())
    for name in ("applicants", "places", "flows", "travel"):
        assert set(found[name]["status"]) == {"simulated"}, name
    known = found["price"][found["price"]["status"] == "ok"].set_index("programme")["amount"]
    assert known.to_dict() == stated.PRICES
    judged = found["need"][found["need"]["status"] == "ok"]
    assert set(judged["programme"]) == {"IN", "VO"} and set(judged["class"]) == {"increase"}
    assert (found["price"]["amount"] > 0).all()
    assert set(KINDS) <= {one.code for one in PROGRAMMES}


def test_every_pupil_has_one_first_choice_and_nobody_is_admitted_beyond_the_places():
    found = tables()
    first = found["applicants"][found["applicants"]["choice_rank"] == 1]
    assert first.groupby("home")["n"].sum().to_dict() == {"A": 900, "B": 300, "C": 40}
    places = found["places"]
    assert (places["admitted"] <= places["places"]).all()
    assert (places["places"] % places["group_size"] == 0).all()
    flows = found["flows"].groupby(["programme", "place"])["n"].sum()
    told = places.set_index(["programme", "place"])["admitted"]
    assert flows.to_dict() == told[told > 0].to_dict()
    assert (found["flows"].groupby("home")["n"].sum() <= pd.Series(COHORTS)).all()


def test_seed_decides_and_the_order_of_municipalities_does_not():
    turned = dict(reversed(COHORTS.items()))
    for name, table in tables().items():
        pd.testing.assert_frame_equal(table, tables(cohorts=turned)[name])
    assert not tables()["applicants"].equals(tables(seed=2)["applicants"])


def test_minutes_are_by_hand_those_of_a_degree_of_latitude():
    # 6371 km x pi / 180 = 111.195 km; 1.3 x 111.195 + 5 = 149.55, in whole minutes 150.
    found = simulated.straight_minutes([(13.0, 55.0), (13.0, 56.0)])
    assert found.tolist() == [[5.0, 150.0], [150.0, 5.0]]


def test_a_full_programme_takes_of_every_home_in_proportion_and_the_second_choice_counts():
    # First choices: home 0 wants 6 and home 1 wants 3 of 3 places: 2 and 1. Then those left, 4 and
    # 2, all name the second place with 5 seats: 4 x 5/6 = 3.33 and 2 x 5/6 = 1.67, so 3 and 2.
    wanted = np.zeros((2, 2, 1, 2), dtype=np.int64)
    wanted[0, :, 0, 0] = [6, 3]
    wanted[1, :, 0, 1] = [6, 3]
    admitted = simulated.admit(wanted, np.array([[3, 5]]))
    assert admitted[:, 0, :].tolist() == [[2, 3], [1, 2]]


@pytest.mark.parametrize(
    ("cohorts", "eligible", "centres", "said"),
    [
        ({"A": 1.0}, {}, CENTRES, "A: no share of eligible pupils is known"),
        ({"A": 1.0}, ELIGIBLE, {}, "A: no centre is known"),
        ({"A": -1.0}, ELIGIBLE, CENTRES, "A: its number of pupils"),
        ({"A": float("nan")}, ELIGIBLE, CENTRES, "A: its number of pupils"),
        ({}, ELIGIBLE, CENTRES, "cannot be simulated"),
    ],
)
def test_what_is_missing_is_said(cohorts, eligible, centres, said):
    with pytest.raises(InvalidInput, match=said):
        simulated.simulate_tables(cohorts, eligible, centres, year=2024, region="SE-12")
