"""Which peers stay when the choice of variables, weights and number is another."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.likeness.peer_sensitivity import peer_sensitivity
from impact.indicators.likeness.peers import peers_by_distance


def towns(size: int = 40, seed: int = 3) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(rng.normal(size=(size, 3)), columns=["a", "b", "c"])
    return frame.assign(place=[f"P{n:02}" for n in range(size)], people=rng.lognormal(9, 1, size))


def test_shares_and_names_by_hand():
    """By hand: A is nearest to B in size, to C in age, and to C in both together."""
    frame = pd.DataFrame(
        {
            "place": ["A", "B", "C", "D"],
            "size": [0.0, 0.0, 1.0, 9.0],
            "age": [0.0, 9.0, 0.0, 8.0],
        }
    )
    out = peer_sensitivity(frame, variables=["size", "age"], k=1).set_index("place")
    assert out.loc["A", "peer"] == "C"
    assert out.loc["A", "alternatives"] == 8
    assert out.loc["A", "lost_in"] == "age without"
    assert out.loc["A", "kept"] == pytest.approx(7 / 8)
    assert out.loc["A", "stable_peers"] == 1.0


def test_kept_is_counted_by_calculating_every_alternative():
    frame, variables = towns(), ["a", "b", "c"]
    out = peer_sensitivity(frame, variables=variables, k=5)
    choices = [{"k": 4}, {"k": 6}, {"k": 5, "spread": "robust"}]
    for name in variables:
        for factor in (0.0, 2.0, 0.5):
            choices.append({"k": 5, "weights": {**dict.fromkeys(variables, 1.0), name: factor}})
    pairs = [
        set(
            map(
                tuple,
                peers_by_distance(frame, variables=variables, **choice)[["place", "peer"]].values,
            )
        )
        for choice in choices
    ]
    for row in out.itertuples():
        share = np.mean([(row.place, row.peer) in found for found in pairs])
        assert row.kept == pytest.approx(share)
    assert out["alternatives"].eq(len(choices)).all()
    assert 0 < out["kept"].min() < 1
    mean = out["kept"].ge(0.8).groupby(out["place"]).transform("mean")
    assert np.allclose(out["stable_peers"], mean)


def test_the_list_is_that_of_the_choice_made():
    frame = towns()
    options = {"variables": ["a", "b"], "k": 4, "population": "people", "band": 3.0}
    made = peers_by_distance(frame, **options)[["place", "rank", "peer", "distance"]]
    out = peer_sensitivity(frame, **options)
    pd.testing.assert_frame_equal(out[made.columns.tolist()], made)
    assert out["kept"].isna().equals(made["peer"].isna())


def test_order_of_rows_and_new_codes_change_nothing():
    frame = towns()
    plain = peer_sensitivity(frame, variables=["a", "b", "c"])
    mixed = peer_sensitivity(frame.iloc[::-1], variables=["a", "b", "c"])
    mixed = mixed.sort_values(["place", "rank"]).reset_index(drop=True)
    pd.testing.assert_frame_equal(mixed, plain)
    renamed = peer_sensitivity(frame.assign(place="X" + frame["place"]), variables=["a", "b", "c"])
    pd.testing.assert_series_equal(renamed["kept"], plain["kept"])


def test_the_farthest_peer_is_lost_with_one_peer_fewer():
    out = peer_sensitivity(towns(), variables=["a", "b"], k=3)
    lost = out["lost_in"].str.contains("k - 1", regex=False)
    assert (lost == (out["rank"] == 3)).all()
    assert not out["lost_in"].str.contains("k + 1", regex=False).any()


def test_one_variable_has_only_the_other_number_and_spread():
    out = peer_sensitivity(towns(), variables=["a"], k=2)
    assert out["alternatives"].eq(3).all()
    assert not out["lost_in"].str.contains("spread").any()


def test_bad_choices_are_refused():
    with pytest.raises(InvalidInput, match="weights and variables"):
        peer_sensitivity(towns(), variables=["a"], weights={"b": 1.0})
    with pytest.raises(InvalidInput, match="between 0 and 1"):
        peer_sensitivity(towns(), variables=["a"], stable=1.5)
