"""Differences between indices, in parts that add up to the last digit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_cases import MEANS, RAGGED, flat, some_values

from impact.errors import InvalidInput
from impact.indicators.composite import (
    IndexItem,
    IndexNode,
    IndexSpec,
    build_index,
    change_contributions,
    gap_contributions,
    leave_one_out,
)


def adds_up(found):
    """Whether the parts of every place make its difference."""
    sums = found.frame.groupby("place")["contribution"].sum()
    totals = found.totals[found.totals["reason"] == ""].set_index("place")["gap"]
    np.testing.assert_allclose(sums.reindex(totals.index), totals, atol=1e-10)
    assert set(found.frame["place"]) <= set(totals.index)


def by_part(found, cause="data"):
    rows = found.frame[found.frame["cause"] == cause]
    return rows.set_index(["place", "part"])["contribution"]


def plain(scores, **changes):
    """Index whose scores are the values themselves."""
    spec = flat(len(scores[0]), **changes)
    items = tuple(replace(item, goalposts=(0, 100)) for item in spec.indicators)
    spec = replace(spec, normalisation="goalposts", indicators=items)
    names = [f"p{at}" for at in range(len(scores))]
    return build_index(np.array(scores, float), spec, places=names)


def test_arithmetic_parts_are_weight_times_gap():
    # (60, 20) against (40, 30), weights 3/4 and 1/4: 15 and -2.5.
    index = plain([[60, 20], [40, 30]])
    spec = index.spec.with_weights({"i0": 3.0})
    index = build_index(index.values, spec, places=index.places)
    found = gap_contributions(index, ["p1"])
    parts = by_part(found)
    assert parts[("p0", "i0")] == pytest.approx(15)
    assert parts[("p0", "i1")] == pytest.approx(-2.5)
    assert found.totals["gap"].tolist() == pytest.approx([12.5, 0])


def test_geometric_parts_by_hand():
    # (80, 20) against (20, 20): sqrt 1600 = 40 against 20. L = 20 / ln 2; first: L ln 4 / 2 = 20.
    # (80, 5) against (20, 10): 20 against sqrt 200. L = (20 - 14.142) / ln(20 / 14.142).
    first = gap_contributions(plain([[80, 20], [20, 20]], aggregation="geometric"), ["p1"])
    assert by_part(first)[("p0", "i0")] == pytest.approx(20)
    assert by_part(first)[("p0", "i1")] == pytest.approx(0)
    second = gap_contributions(plain([[80, 5], [20, 10]], aggregation="geometric"), ["p1"])
    mean = (20 - np.sqrt(200)) / np.log(20 / np.sqrt(200))
    assert by_part(second)[("p0", "i0")] == pytest.approx(mean * np.log(4) / 2)
    assert by_part(second)[("p0", "i1")] == pytest.approx(mean * np.log(1 / 2) / 2)


def test_what_one_side_lacks_by_hand():
    # (60, -) against (40, 80): 60 - 60 = 0. Weights 1, 0 against 1/2, 1/2, both means 60.
    # i0: 3/4 x 20 = 15, and half more weight at the level 50: 1/2 x (50 - 60) = -5;
    # i1: -1/2 x (80 - 60) = -10.
    found = gap_contributions(plain([[60, np.nan], [40, 80]], minimum_share=0.5), ["p1"])
    assert by_part(found)[("p0", "i0")] == pytest.approx(15)
    assert by_part(found, "missing")[("p0", "i0")] == pytest.approx(-5)
    assert by_part(found, "missing")[("p0", "i1")] == pytest.approx(-10)
    assert found.totals["gap"][0] == pytest.approx(0)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(MEANS),
    st.sampled_from(["arithmetic", "geometric", None]),
    st.integers(0, 10_000),
    st.sampled_from([0.0, 0.15]),
    st.sampled_from([-2.0, 0.4, 3.0]),
)
def test_parts_always_add_up(method, inner, seed, missing, power):
    nodes = tuple(replace(n, aggregation=inner if n.id == "staff" else None) for n in RAGGED.nodes)
    spec = replace(RAGGED, nodes=nodes, aggregation=method, power=power)
    index = build_index(some_values(12, seed, missing), spec)
    adds_up(gap_contributions(index, ["p00", "p03", "p07"]))
    adds_up(gap_contributions(index, ["p00", "p03"], centre="median"))
    later = some_values(12, seed + 1, missing)
    adds_up(change_contributions(index, build_index(later, spec)))
    adds_up(change_contributions(index, build_index(later, spec, index.parameters)))


@pytest.mark.parametrize("method", MEANS)
def test_exchanging_the_sides_turns_the_sign(method):
    spec = replace(RAGGED, aggregation=method)
    index = build_index(some_values(2, missing=0.1, seed=3), spec)
    one, two = (gap_contributions(index, [name]) for name in ("p01", "p00"))
    for cause in ("data", "missing"):
        first = by_part(one, cause).get("p00", pd.Series(dtype=float))
        second = by_part(two, cause).get("p01", pd.Series(dtype=float))
        np.testing.assert_allclose(first.to_numpy(), -second.reindex(first.index).to_numpy())


# (60, 40) against (40, 60): the same mean, so L is the limit, 1 / f'(M). First indicator:
# geometric M ln 1.5 / 2 with M = sqrt 2400; harmonic -M^2 (1/60 - 1/40) / 2 with M = 48;
# power 2: (3600 - 1600) / 2 / (2 M) with M = sqrt 2600.
EQUAL_MEANS = {
    "arithmetic": 10,
    "geometric": np.sqrt(2400) * np.log(1.5) / 2,
    "harmonic": 48**2 * (1 / 40 - 1 / 60) / 2,
    "generalised": 1000 / (2 * np.sqrt(2600)),
}


@pytest.mark.parametrize(("method", "expected"), EQUAL_MEANS.items())
def test_equal_scores_still_have_parts_that_cancel(method, expected):
    index = plain([[60, 40], [40, 60]], aggregation=method, power=2.0)
    parts = by_part(gap_contributions(index, ["p1"]))
    assert parts[("p0", "i0")] == pytest.approx(expected)
    assert parts[("p0", "i1")] == pytest.approx(-expected)


@pytest.mark.parametrize("method", MEANS)
def test_equal_scores_of_a_part_pass_on_what_cancels_inside_it(method):
    # A part with (60, 40) against (40, 60) beside an indicator that differs: nearly the same parts
    # as with (60.0001, 40), where no limit is taken.
    items = tuple(
        IndexItem(f"i{at}", "part" if at else "all", goalposts=(0, 100)) for at in range(3)
    )
    nodes = (IndexNode("all"), IndexNode("part", "all"))
    spec = IndexSpec("nested", nodes, items, "goalposts", method, power=2.0)
    found = []
    for first in (60.0, 60.0001):
        values = np.array([[80, first, 40], [50, 40, 60.0]])
        index = build_index(values, spec, places=["p0", "p1"])
        found.append(by_part(gap_contributions(index, ["p1"]))["p0"])
    assert abs(found[0]["i1"]) > 1
    np.testing.assert_allclose(found[0], found[1], rtol=1e-4)


def test_peers_by_place_leave_out_the_place_itself():
    index = build_index(some_values(6), RAGGED)
    peers = {place: list(index.places) for place in index.places}
    found = gap_contributions(index, peers)
    others = np.delete(index.overall, 2).mean()
    assert found.totals["other"][2] == pytest.approx(others)
    adds_up(found)


def test_a_target_profile_and_a_place_without_reference():
    index = build_index(some_values(6), RAGGED)
    adds_up(gap_contributions(index, np.full(6, 100.0)))
    found = gap_contributions(index, {"p00": ["p01"]})
    assert found.totals["reason"].tolist() == ["", *["no_score"] * 5]


def test_change_with_frozen_limits_is_data_alone_and_new_limits_are_apart():
    before = build_index(some_values(20), RAGGED)
    values = some_values(20, seed=8) + 3
    frozen = change_contributions(before, build_index(values, RAGGED, before.parameters))
    assert set(frozen.frame["cause"]) == {"data"}
    anew = change_contributions(before, build_index(values, RAGGED))
    assert set(anew.frame["cause"]) == {"data", "rebasing"}
    same = change_contributions(before, build_index(some_values(20), RAGGED))
    np.testing.assert_allclose(same.frame["contribution"], 0, atol=1e-12)


def test_a_common_shift_under_new_limits_is_all_rebasing_and_sums_to_nothing():
    before = build_index(some_values(20), RAGGED)
    found = change_contributions(before, build_index(some_values(20) + 5, RAGGED))
    np.testing.assert_allclose(found.totals["gap"], 0, atol=1e-10)
    adds_up(found)
    assert found.frame["contribution"].abs().max() > 1


def test_a_changed_index_is_told_apart_from_changed_figures():
    values = some_values(20)
    before = build_index(values, RAGGED)
    heavier = RAGGED.with_weights({"trust": 3.0})
    found = change_contributions(before, build_index(values, heavier, before.parameters))
    adds_up(found)
    sums = found.frame.groupby("cause")["contribution"].apply(lambda x: x.abs().sum())
    assert sums["data"] == pytest.approx(0)
    assert sums["specification"] > 1
    items = (*RAGGED.indicators, IndexItem("new", "all"))
    wider = build_index(values.assign(new=np.arange(20.0)), replace(RAGGED, indicators=items))
    adds_up(change_contributions(before, wider))


def test_a_change_without_anything_in_common_is_one_part():
    # b starts anew and a ends; under this year's index last year's figures make no score.
    names = ["p", "q", "r"]
    before = build_index(pd.DataFrame({"a": [1.0, 2, 4]}, names), one_of("a"))
    now = build_index(pd.DataFrame({"b": [9.0, 5, 1]}, names), one_of("b"))
    found = change_contributions(before, now)
    adds_up(found)
    assert found.frame["cause"].eq("specification").all()
    assert found.frame.set_index("place").at["p", "contribution"] == pytest.approx(100)
    # Limits taken anew from constant values leave a with no score now, and b had none before.
    both = IndexSpec("two", (IndexNode("all"),), (*one_of("a").indicators, *one_of("b").indicators))
    both = replace(both, minimum_share=0.5)
    nothing = [np.nan] * 3
    before = build_index(pd.DataFrame({"a": [1.0, 2, 4], "b": nothing}, names), both)
    now = build_index(pd.DataFrame({"a": [3.0, 3, 3], "b": [9.0, 5, 1]}, names), both)
    found = change_contributions(before, now)
    adds_up(found)
    assert found.frame["cause"].eq("rebasing").all()


def one_of(name):
    return IndexSpec(name, (IndexNode("all"),), (IndexItem(name, "all"),))


def test_a_place_that_is_new_has_no_change():
    before = build_index(some_values(20).iloc[1:], RAGGED)
    found = change_contributions(before, build_index(some_values(20), RAGGED))
    assert found.totals["reason"].tolist() == ["no_score", *[""] * 19]
    assert "p00" not in set(found.frame["place"])


def test_what_cannot_be_split_is_refused():
    index = build_index(some_values(), replace(RAGGED, aggregation="outranking"))
    with pytest.raises(InvalidInput, match="no parts that add up"):
        gap_contributions(index, ["p00"])
    index = build_index(some_values(), RAGGED)
    with pytest.raises(InvalidInput, match="'nobody': is not in the index"):
        gap_contributions(index, ["nobody"])
    with pytest.raises(InvalidInput, match="'mode' is not mean or median"):
        gap_contributions(index, ["p00"], centre="mode")
    draws = build_index(np.ones((2, 3, 1)) * np.arange(3)[:, None], flat(1))
    with pytest.raises(InvalidInput, match="without draws"):
        gap_contributions(draws, ["0"])


def test_leaving_out_by_hand():
    # Means of both: 50, 60, 40 in the order p1, p0, p2; without i1 the scores are 90, 20, 30.
    index = plain([[90, 10], [20, 100], [30, 50]])
    found = leave_one_out(index, ["i1"])
    assert found["score"].tolist() == [90, 20, 30]
    assert found["change"].tolist() == [40, -40, -10]
    assert found["places_moved"].tolist() == [1, -2, 1]
    assert found["mean_moved"][0] == pytest.approx(4 / 3)
    with pytest.raises(InvalidInput, match="no part that can be left out"):
        leave_one_out(index, ["all"])


def test_leaving_out_an_only_child_leaves_out_its_node():
    items = (*RAGGED.indicators[:1], *RAGGED.indicators[4:])
    nodes = tuple(node for node in RAGGED.nodes if node.id != "staff")
    index = build_index(some_values(), replace(RAGGED, nodes=nodes, indicators=items))
    one, two = leave_one_out(index, ["sport"]), leave_one_out(index, ["health"])
    np.testing.assert_allclose(one["score"], two["score"])
