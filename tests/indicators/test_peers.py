"""Nearest municipalities: distances by hand, ties, bands and gaps."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.peers import official_peers, peers_by_distance


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
