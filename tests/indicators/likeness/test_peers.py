"""Nearest municipalities: distances by hand, ties, bands and gaps."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist

from impact.errors import InvalidInput
from impact.indicators.likeness.peers import official_peers, peers_by_distance


def towns(**columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": ["A", "B", "C", "D"],
            "size": [1.0, 2, 3, 6],
            "age": [10.0, 10, 40, 40],
            "people": [100.0, 150, 300, 1000],
        }
        | columns
    )


def test_distance_and_contributions_by_hand():
    """size: mean 3, variance 14/3; age: variance 300. A to C: 4/(14/3) and 900/300, halved."""
    out = peers_by_distance(towns(), variables=["size", "age"], k=3)
    pair = out[(out["place"] == "A") & (out["peer"] == "C")].iloc[0]
    squares = np.array([4 / (14 / 3), 900 / 300])
    assert pair["distance"] == pytest.approx(np.sqrt(squares.sum() / 2))
    assert pair["contribution_size"] == pytest.approx(squares[0] / squares.sum())
    assert pair["contribution_age"] == pytest.approx(squares[1] / squares.sum())
    assert out[out["place"] == "A"]["peer"].tolist() == ["B", "C", "D"]
    assert out[out["place"] == "A"]["rank"].tolist() == [1, 2, 3]


def test_weights_decide():
    out = peers_by_distance(
        towns(), variables=["size", "age"], weights={"size": 0, "age": 1}, k=1
    ).set_index("place")
    assert out["peer"].to_dict() == {"A": "B", "B": "A", "C": "D", "D": "C"}
    assert (out["distance"] == 0).all()


def test_ties_go_by_code_whatever_the_order_of_rows():
    frame = pd.DataFrame({"place": ["D", "B", "C", "A"], "size": [1.0, 1, 1, 1]})
    out = peers_by_distance(frame, variables=["size"], k=2)
    found = out.groupby("place")["peer"].apply(list).to_dict()
    assert found == {"A": ["B", "C"], "B": ["A", "C"], "C": ["A", "B"], "D": ["A", "B"]}


@given(st.randoms())
def test_the_order_of_rows_changes_nothing(random):
    frame = towns()
    order = list(frame.index)
    random.shuffle(order)
    plain = peers_by_distance(frame, variables=["size", "age"], k=2)
    mixed = peers_by_distance(frame.loc[order], variables=["size", "age"], k=2)
    again = mixed.sort_values(["place", "rank"]).reset_index(drop=True)
    pd.testing.assert_frame_equal(again, plain)


def test_the_band_leaves_out_much_larger_and_smaller_places():
    out = peers_by_distance(towns(), variables=["size"], population="people", band=2.0)
    found = out.groupby("place")["peer"].apply(lambda peer: peer.dropna().tolist()).to_dict()
    assert found == {"A": ["B"], "B": ["A", "C"], "C": ["B"], "D": []}


def test_a_place_lacking_a_variable_has_no_peers_and_is_nobodys():
    out = peers_by_distance(towns(age=[10.0, np.nan, 40, 40]), variables=["size", "age"])
    lacking = out[out["place"] == "B"]
    assert len(lacking) == 1
    assert lacking[["rank", "peer", "distance"]].isna().all(axis=None)
    assert "B" not in set(out["peer"].dropna())
    assert out["place"].tolist() == ["A", "A", "B", "C", "C", "D", "D"]


def test_faults_are_named_together():
    with pytest.raises(InvalidInput) as caught:
        peers_by_distance(towns(), variables=["size"], weights={"age": -1}, k=0, band=3)
    text = str(caught.value)
    assert all(word in text for word in ("'age'", "'size'", "negative", "k:", "band"))


def test_an_official_list_passes_unchanged():
    listed = pd.DataFrame({"place": ["A", "A"], "peer": ["B", "C"], "theme": "school"})
    pd.testing.assert_frame_equal(official_peers(listed, places=["A", "B", "C"]), listed)


def test_an_official_list_with_faults_is_refused():
    listed = pd.DataFrame({"place": ["A", "A", "A", "A"], "peer": ["A", "X", "B", "B"]})
    with pytest.raises(InvalidInput) as caught:
        official_peers(listed, places=["A", "B"])
    text = str(caught.value)
    assert all(word in text for word in ("own peer", "not a known place", "named twice"))


def test_distances_agree_with_scipy():
    """scipy.spatial.distance.cdist, metric seuclidean, with weights as smaller variances."""
    rng = np.random.default_rng(7)
    data = rng.lognormal(size=(30, 3))
    frame = pd.DataFrame(data, columns=["a", "b", "c"]).assign(
        place=[f"P{n:02}" for n in range(30)]
    )
    weights = {"a": 1.0, "b": 2.0, "c": 0.5}
    out = peers_by_distance(frame, variables=["a", "b", "c"], weights=weights, k=29)
    expected = cdist(
        data,
        data,
        "seuclidean",
        V=data.var(axis=0, ddof=1) / np.array(list(weights.values())),
    ) / np.sqrt(3.5)
    place, peer = (out[name].str[1:].astype(int) for name in ("place", "peer"))
    assert np.allclose(out["distance"], expected[place, peer], atol=1e-12)


@given(st.floats(0.01, 100), st.floats(-1000, 1000))
def test_the_unit_of_a_variable_changes_nothing(factor, shift):
    moved = towns(size=np.array([1.0, 2, 3, 6]) * factor + shift)
    for spread in ("deviation", "robust"):
        options = {"variables": ["size"], "k": 2, "spread": spread}
        plain, other = peers_by_distance(towns(), **options), peers_by_distance(moved, **options)
        assert np.allclose(plain["distance"], other["distance"], rtol=1e-6)


def test_an_extreme_place_does_not_rule_the_robust_spread():
    """By hand: sizes 1, 2, 3, 600: median 2.5, median absolute deviation 1."""
    frame = towns(size=[1.0, 2, 3, 600])
    out = peers_by_distance(frame, variables=["size"], k=1, spread="robust").set_index("place")
    assert out.loc["A", "distance"] == pytest.approx(1 / 1.4826)
    plain = peers_by_distance(frame, variables=["size"], k=1).set_index("place")
    assert plain.loc["A", "distance"] < 0.01


def test_a_robust_spread_of_nothing_is_refused():
    frame = towns(size=[1.0, 1, 1, 6])
    with pytest.raises(InvalidInput, match="robust spread of 0"):
        peers_by_distance(frame, variables=["size"], spread="robust")
    with pytest.raises(InvalidInput, match="'wide' is not one of"):
        peers_by_distance(frame, variables=["size"], spread="wide")


def test_a_variable_that_varies_by_rounding_alone_adds_nothing():
    frame = towns(fixed=[0.1 + 0.2, 0.3, 0.3, 0.3])
    alone = peers_by_distance(frame, variables=["size"], k=3)
    for spread in ("deviation", "robust"):
        both = peers_by_distance(frame, variables=["size", "fixed"], k=3, spread=spread)
        assert both["peer"].tolist() == alone["peer"].tolist()
        assert (both["contribution_fixed"] == 0).all()


def test_a_place_without_a_finite_population_is_nobodys_peer():
    frame = towns(people=[100, np.inf, 150, np.inf])
    out = peers_by_distance(frame, variables=["size"], k=3, population="people", band=9)
    assert out.set_index("place")["peer"].dropna().to_dict() == {"A": "C", "C": "A"}


@pytest.mark.parametrize(
    ("changed", "options", "problem"),
    [
        ({"place": ["A", None, "C", "D"]}, {}, "is no code of a place"),
        ({}, {"k": 1.5}, "is not a whole number"),
        ({}, {"weights": {"size": np.inf}}, "negative or no number"),
        ({}, {"variables": ["size", "size"]}, "is named twice"),
    ],
)
def test_choices_that_cannot_be(changed, options, problem):
    with pytest.raises(InvalidInput, match=problem):
        peers_by_distance(towns(**changed), **({"variables": ["size"]} | options))


def test_an_official_list_may_be_categorical():
    peers = pd.DataFrame({"place": ["A", "B"], "peer": ["B", "C"]}, dtype="category")
    assert official_peers(peers, places=list("ABC"))["peer"].tolist() == ["B", "C"]
