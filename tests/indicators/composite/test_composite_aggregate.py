"""Sums up the tree against the Human Development Index and numbers calculated by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_cases import MEANS, RAGGED, flat

from impact.indicators.composite import (
    IndexItem,
    IndexNode,
    IndexSpec,
    aggregate,
    benefit_of_the_doubt,
    build_index,
    copeland,
    outranking_matrix,
)
from impact.indicators.composite.means import returned, transformed, weighted_mean

HDI = IndexSpec(
    "hdi",
    (IndexNode("hdi"), IndexNode("knowledge", "hdi", aggregation="arithmetic")),
    (
        IndexItem("life", "hdi", goalposts=(20, 85)),
        IndexItem("expected", "knowledge", goalposts=(0, 18)),
        IndexItem("mean", "knowledge", goalposts=(0, 15)),
        IndexItem("income", "hdi", goalposts=(np.log(100), np.log(75_000))),
    ),
    normalisation="goalposts",
    aggregation="geometric",
)


def test_the_technical_note_of_the_human_development_index():
    # UNDP, technical notes: (ln 3,829 - ln 100) / (ln 75,000 - ln 100) = 0.5506, and
    # (0.6971 x 0.3447 x 0.5506)^(1/3) = 0.510. Values below give the printed 0.6971 and 0.3447.
    values = np.array([[20 + 65 * 0.6971, 18 * 0.3447, 15 * 0.3447, np.log(3829)]])
    index = build_index(values, HDI, places=["printed"])
    assert index.scores[0, 3] == pytest.approx(55.06, abs=0.005)
    assert index.nodes["knowledge"][0] == pytest.approx(34.47)
    assert index.overall[0] == pytest.approx(51.0, abs=0.05)


def test_four_means_by_hand():
    # Scores 2 and 8, weights 1 and 1: 5, sqrt 16 = 4, 2 / (1/2 + 1/8) = 3.2,
    # power 2: sqrt((4 + 64) / 2) = sqrt 34.
    scores, weights = np.array([2.0, 8.0]), np.ones(2)
    expected = {"arithmetic": 5, "geometric": 4, "harmonic": 3.2, "generalised": np.sqrt(34)}
    for method, value in expected.items():
        assert weighted_mean(scores, weights, method, power=2.0) == pytest.approx(value)


def test_a_generalised_mean_holds_the_others():
    scores, weights = np.array([3.0, 5, 11]), np.array([1.0, 2, 3])
    for power, method in ((1.0, "arithmetic"), (-1.0, "harmonic"), (1e-7, "geometric")):
        found = weighted_mean(scores, weights, "generalised", power=power)
        assert found == pytest.approx(weighted_mean(scores, weights, method), rel=1e-6)


def test_scores_below_the_floor_enter_as_the_floor():
    assert weighted_mean(np.array([-5.0, 4]), np.ones(2), "geometric", floor=1.0) == pytest.approx(
        2
    )
    assert weighted_mean(np.array([-5.0, 4]), np.ones(2)) == pytest.approx(-0.5)


@pytest.mark.parametrize("method", MEANS)
def test_f_and_its_inverse_cancel(method):
    scores = np.array([1.5, 20, 99])
    inner = transformed(scores, method, power=0.3)
    np.testing.assert_allclose(returned(inner, method, power=0.3), scores)


def test_weights_of_what_is_missing_are_shared_and_the_least_share_holds():
    spec = flat(3, minimum_share=0.5).with_weights({"i0": 2.0})
    scores = np.array([[10.0, 20, 30], [10, np.nan, 30], [np.nan, 20, 30], [np.nan, np.nan, 30]])
    found = aggregate(scores, spec)
    # (20 + 20 + 30) / 4; (20 + 30) / 3; (20 + 30) / 2; 1 of 4 is below one half.
    np.testing.assert_allclose(found.scores["all"], [17.5, 50 / 3, 25, np.nan])
    np.testing.assert_allclose(found.available["all"], [1, 0.75, 0.5, 0])


def test_available_shares_go_up_the_tree():
    scores = np.full((1, 6), 50.0)
    scores[0, [2, 3, 4]] = np.nan
    found = aggregate(scores, RAGGED)
    # staff has half; school 3/4 + 1/4 x 1/2; health has no score; all 2/4 x 7/8 + 1/4.
    assert found.available["school"][0] == pytest.approx(0.875)
    assert np.isnan(found.scores["health"][0])
    assert found.available["all"][0] == pytest.approx(0.5 * 0.875 + 0.25)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(2, 99), min_size=6, max_size=6),
    st.integers(0, 5),
    st.sampled_from(MEANS),
)
def test_a_better_score_never_lowers_the_index(scores, at, method):
    spec = replace(RAGGED, aggregation=method, power=-0.5)
    table = np.array([scores, scores])
    table[1, at] += 1
    found = aggregate(table, spec).scores["all"]
    assert found[1] > found[0]
    assert min(scores) - 1e-9 <= found[0] <= max(scores) + 1e-9


@pytest.mark.parametrize("method", MEANS)
def test_dropping_a_missing_indicator_is_as_never_having_had_it(method):
    scores = np.random.default_rng(1).uniform(5, 95, (7, 3))
    less = scores[:, :2]
    gone = scores.copy()
    gone[:, 2] = np.nan
    long = aggregate(gone, flat(3, aggregation=method, minimum_share=0.0)).scores["all"]
    np.testing.assert_allclose(long, aggregate(less, flat(2, aggregation=method)).scores["all"])


def test_uncertain_weights_by_draw():
    scores = np.broadcast_to([[10.0, 20]], (2, 1, 2))
    found = aggregate(scores, flat(2), factors={"i0": np.array([1.0, 3.0])}).scores["all"]
    np.testing.assert_allclose(found, [[15], [12.5]])


# Three places, weights 2, 1, 1. a beats b on the first (2 of 4) and they tie on the second (1/2 of
# 1): 2.5 / 4; a against c: only second and third known for both: 1 of 2; b against c the same way.
OUTRANK = np.array([[9.0, 5, 1], [3, 5, 7], [np.nan, 4, 7]])
OUTRANK_WEIGHTS = np.array([2.0, 1, 1])


def test_outranking_by_hand():
    found = outranking_matrix(OUTRANK, OUTRANK_WEIGHTS)
    assert found[0, 1] == pytest.approx(2.5 / 4)
    assert found[1, 0] == pytest.approx(1.5 / 4)
    assert found[0, 2] == pytest.approx(1 / 2)
    assert found[1, 2] == pytest.approx(1.5 / 2)
    np.testing.assert_allclose(copeland(OUTRANK, OUTRANK_WEIGHTS), [1, 0, -1])
    spec = flat(3, aggregation="outranking", minimum_share=0.5).with_weights({"i0": 2.0})
    index = aggregate(OUTRANK, spec).scores["all"]
    np.testing.assert_allclose(index, [75, 50, 25])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_outranking_with_missing_values_does_not_depend_on_the_order_of_places(order):
    order = list(order)
    whole = outranking_matrix(OUTRANK, OUTRANK_WEIGHTS)
    turned = outranking_matrix(OUTRANK[order], OUTRANK_WEIGHTS)
    np.testing.assert_allclose(turned, whole[np.ix_(order, order)])


def test_outranking_broadcasts_over_draws():
    draws = np.random.default_rng(2).normal(size=(4, 5, 3))
    found = outranking_matrix(draws, OUTRANK_WEIGHTS)
    for draw in range(4):
        np.testing.assert_allclose(found[draw], outranking_matrix(draws[draw], OUTRANK_WEIGHTS))


def test_a_place_that_can_be_compared_with_nobody_has_no_outranking_score():
    scores = np.array([[np.nan, 1.0], [2, np.nan], [3, np.nan]])
    np.testing.assert_allclose(copeland(scores, np.ones(2)), [np.nan, -1, 1])


def test_benefit_of_the_doubt_by_hand():
    # c: max .5 w1 + .5 w2 with w1 + .2 w2 <= 1 and .2 w1 + w2 <= 1: w1 = w2 = 1 / 1.2.
    scores = np.array([[100.0, 20], [20, 100], [50, 50]])
    index, weights = benefit_of_the_doubt(scores)
    np.testing.assert_allclose(index, [100, 100, 100 / 1.2])
    np.testing.assert_allclose(weights[2], [1 / 120, 1 / 120])


def test_benefit_of_the_doubt_with_shares_by_hand():
    # Each of two children carries exactly one half: c has w_i = v / (2 s_ci). With v = 1 / max_q
    # mean(s_qi / s_ci): for a (100, 20) against b (20, 100): b = (.2 + 5) / 2 = 2.6.
    index, _ = benefit_of_the_doubt(np.array([[100.0, 20], [20, 100]]), lowest_share=0.5)
    np.testing.assert_allclose(index, [100 / 2.6, 100 / 2.6])
    with pytest.raises(ValueError, match="cannot carry"):
        benefit_of_the_doubt(np.ones((2, 3)), lowest_share=0.5)


def test_benefit_of_the_doubt_is_free_of_units_and_kind_to_what_is_missing():
    rng = np.random.default_rng(3)
    scores = rng.uniform(1, 100, (8, 3))
    index, _ = benefit_of_the_doubt(scores)
    again, _ = benefit_of_the_doubt(scores * [1, 10, 0.5])
    np.testing.assert_allclose(index, again)
    assert (index >= 100 * (scores / scores.max(axis=0)).max(axis=1) - 1e-6).all()
    scores[0, 1:] = np.nan
    alone, weights = benefit_of_the_doubt(scores)
    assert alone[0] == pytest.approx(100 * scores[0, 0] / scores[:, 0].max())
    assert (weights[0, 1:] == 0).all()
    assert np.isnan(benefit_of_the_doubt(np.array([[np.nan], [2.0]]))[0][0])
