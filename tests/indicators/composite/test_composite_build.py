"""The whole index: invariances, what it rests on, and values it refuses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_cases import RAGGED, flat, some_values

from impact.errors import InvalidInput
from impact.indicators.composite import (
    IndexItem,
    build_index,
    carry_forward,
    fill_median,
    weigh,
)
from impact.indicators.composite.weights import (
    equal_influence_weights,
    first_component_weights,
)

METHODS = ("min_max", "z_score", "rank", "percentile")


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric", "outranking"])
@pytest.mark.parametrize("normalisation", METHODS)
def test_order_of_places_indicators_and_nodes_makes_no_difference(normalisation, aggregation):
    spec = replace(RAGGED, normalisation=normalisation, aggregation=aggregation)
    values = some_values(missing=0.1)
    turned = replace(spec, nodes=spec.nodes[::-1], indicators=spec.indicators[::-1])
    index = build_index(values, spec).frame().set_index(["place", "node"]).sort_index()
    again = build_index(values.sample(frac=1, random_state=2).iloc[:, ::-1], turned)
    again = again.frame().set_index(["place", "node"]).sort_index()
    pd.testing.assert_frame_equal(index, again)


@settings(max_examples=30, deadline=None)
@given(
    st.floats(0.01, 1000),
    st.floats(-500, 500),
    st.sampled_from(METHODS),
    st.integers(0, 5),
)
def test_unit_and_zero_of_an_indicator_make_no_difference(scale, shift, method, column):
    spec = replace(RAGGED, normalisation=method)
    values = some_values(missing=0.05).round(2)
    moved = values.copy()
    moved.iloc[:, column] = moved.iloc[:, column] * scale + shift
    np.testing.assert_allclose(
        build_index(moved, spec).overall, build_index(values, spec).overall, rtol=1e-6
    )


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(METHODS),
    st.sampled_from(["arithmetic", "geometric", "harmonic", "outranking", "benefit_of_the_doubt"]),
    st.integers(0, 7),
    st.integers(0, 5),
    st.floats(0.1, 30),
)
def test_a_better_figure_never_lowers_a_place(normalisation, aggregation, place, column, better):
    spec = replace(RAGGED, normalisation=normalisation, aggregation=aggregation)
    values = some_values(8)
    before = build_index(values, spec)
    sign = 1 if RAGGED.indicators[column].direction == "higher" else -1
    values.iloc[place, column] += sign * better
    after = build_index(values, spec, before.parameters)
    assert after.overall[place] >= before.overall[place] - 1e-6


def test_turning_an_indicator_and_its_direction_makes_no_difference():
    values = some_values()
    turned = RAGGED.indicators[0]
    items = (replace(turned, direction="lower"), *RAGGED.indicators[1:])
    index = build_index(values.assign(marks=-values["marks"]), replace(RAGGED, indicators=items))
    np.testing.assert_allclose(index.overall, build_index(values, RAGGED).overall)


def test_draws_are_as_one_by_one():
    draws = np.stack([some_values(seed=seed, missing=0.1).to_numpy() for seed in range(4)])
    spec = replace(RAGGED, imputation="median", treatment=True)
    together = build_index(draws, spec)
    for at, values in enumerate(draws):
        alone = build_index(values, spec)
        np.testing.assert_allclose(together.overall[at], alone.overall)
        np.testing.assert_allclose(together.imputed["all"][at], alone.imputed["all"])
    with pytest.raises(InvalidInput, match="summarise"):
        together.frame()


def test_a_constant_indicator_is_left_out_by_name_and_does_not_count_as_missing():
    values = some_values()
    constant = values.assign(sport=5.0, smoking=1.0)
    index = build_index(constant, RAGGED)
    assert index.excluded == ("smoking", "sport")
    assert np.isnan(index.nodes["health"]).all()
    parts = index.nodes["school"] * 2 / 3 + index.score_frame()["trust"] / 3
    np.testing.assert_allclose(index.overall, parts)
    np.testing.assert_allclose(index.available["all"], 1)


def test_an_index_of_constants_has_no_scores_and_says_why():
    index = build_index(pd.DataFrame({"i0": [1.0, 1], "i1": [2.0, 2]}), flat(2))
    assert index.excluded == ("i0", "i1")
    assert set(index.frame()["reason"]) == {"too_few_values"}


def test_a_constant_indicator_with_goalposts_keeps_its_score():
    items = (IndexItem("i0", "all", goalposts=(0, 10), normalisation="goalposts"),)
    index = build_index(pd.DataFrame({"i0": [4.0, 4]}), replace(flat(1), indicators=items))
    np.testing.assert_allclose(index.overall, [40, 40])
    assert index.excluded == ()


def test_a_node_with_too_few_values_has_no_score_but_its_parent_may():
    values = some_values()
    values.iloc[0, [3, 4]] = np.nan
    values.iloc[1, [0, 1, 2, 5]] = np.nan
    index = build_index(values, RAGGED)
    frame = index.frame().set_index(["place", "node"])
    assert frame.loc[("p00", "health"), "reason"] == "too_few_values"
    assert np.isfinite(frame.loc[("p00", "all"), "score"])
    assert np.isnan(frame.loc[("p01", "all"), "score"])
    assert frame.loc[("p01", "all"), "available_share"] == 0


def test_the_share_that_rests_on_medians_is_shown():
    values = some_values()
    values.iloc[0, 5] = np.nan
    index = build_index(values, replace(RAGGED, imputation="median"))
    assert index.imputed["all"][0] == pytest.approx(1 / 4)
    assert index.imputed["all"][1:].max() == 0
    assert index.imputed["health"][0] == 0
    others = values["trust"].iloc[1:].median()
    assert index.values[0, 5] == pytest.approx(others)


def test_medians_within_groups_and_nothing_where_nobody_has_a_value():
    values = np.array([[1.0, np.nan], [3, np.nan], [np.nan, np.nan], [9, 4]])
    found = fill_median(values, np.array(["a", "a", "a", "b"]))
    np.testing.assert_allclose(found.values, [[1, np.nan], [3, np.nan], [2, np.nan], [9, 4]])
    assert found.imputed.sum() == 1
    assert np.isnan(values).sum() == 4


def test_values_are_carried_forward_only_so_far_and_never_back():
    panel = np.array([np.nan, 5, np.nan, np.nan, np.nan, 8])[:, None, None]
    found = carry_forward(panel, 2)
    np.testing.assert_allclose(found.values[:, 0, 0], [np.nan, 5, 5, 5, np.nan, 8])
    np.testing.assert_array_equal(found.years_carried[:, 0, 0], [0, 0, 1, 2, 0, 0])
    later = panel.copy()
    later[5] = 100
    np.testing.assert_array_equal(carry_forward(later, 2).values[:5], found.values[:5])


def test_frozen_limits_of_a_wider_index_serve_a_narrower_one():
    values = some_values()
    wide = build_index(values, RAGGED)
    narrow = replace(RAGGED, indicators=RAGGED.indicators[::-1])
    np.testing.assert_allclose(build_index(values, narrow, wide.parameters).overall, wide.overall)
    other = flat(1)
    with pytest.raises(InvalidInput, match=r"'i0': has none"):
        build_index(np.ones((3, 1)), other, wide.parameters)


def test_all_faults_of_values_are_named():
    values = some_values().astype(object)
    values.iloc[3, 0] = "many"
    values.iloc[4, 1] = np.inf
    values.index = ["p00", *values.index[:-1]]
    with pytest.raises(InvalidInput) as caught:
        build_index(values, RAGGED)
    text = str(caught.value)
    for words in (
        "'marks', p02: is no number",
        "'qualified': has infinite",
        "'p00': is there more",
    ):
        assert words in text, words
    with pytest.raises(InvalidInput) as caught:
        build_index(values[["marks", "sport"]], RAGGED)
    assert str(caught.value).count("is absent") == 4
    with pytest.raises(InvalidInput, match="is not"):
        build_index(np.ones((3, 2)), RAGGED)


def test_nothing_given_is_changed():
    values = some_values(missing=0.1)
    kept = values.copy()
    build_index(values, replace(RAGGED, imputation="median", treatment=True))
    pd.testing.assert_frame_equal(values, kept)


def test_no_places_is_an_empty_index():
    index = build_index(some_values().iloc[:0], RAGGED)
    assert len(index.overall) == 0
    assert index.frame().empty


def test_first_component_weights_of_two_and_of_an_opposed_one():
    # Two children: the loadings are equal whatever their correlation, and the sign is fixed.
    rng = np.random.default_rng(9)
    common = rng.normal(size=200)
    two = np.stack([common + rng.normal(size=200), common + rng.normal(size=200)], axis=1)
    np.testing.assert_allclose(first_component_weights(two), [0.5, 0.5])
    three = np.column_stack([two, -common])
    weights = first_component_weights(three)
    assert weights[2] == 0
    assert weights.sum() == pytest.approx(1)


def test_equal_influence_of_two_is_in_inverse_proportion_to_their_spread():
    rng = np.random.default_rng(10)
    common = rng.normal(size=100)
    scores = np.stack([common + rng.normal(size=100), 5 * (common + rng.normal(size=100))], axis=1)
    weights = equal_influence_weights(scores)
    assert weights[0] / weights[1] == pytest.approx(scores[:, 1].std() / scores[:, 0].std())


def test_equal_influence_makes_correlations_equal_at_every_node():
    index = build_index(some_values(200), RAGGED)
    spec = weigh(index, "equal_influence")
    found = build_index(some_values(200), spec)
    parts = [found.score_frame()["trust"], found.nodes["school"], found.nodes["health"]]
    correlations = [np.corrcoef(part, found.overall)[0, 1] for part in parts]
    np.testing.assert_allclose(correlations, correlations[0])


def test_rules_of_weights_that_cannot_be_used_are_refused():
    index = build_index(some_values(), RAGGED)
    assert {item.weight for item in weigh(index, "equal").indicators} == {1.0}
    with pytest.raises(InvalidInput, match="'best' is not one of"):
        weigh(index, "best")
    with pytest.raises(InvalidInput, match="3 are needed"):
        weigh(build_index(some_values(2), RAGGED), "first_component")
