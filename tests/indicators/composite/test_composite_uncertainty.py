"""Draws of an index against the normal distribution, and Sobol indices against Ishigami's."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from index_cases import RAGGED, flat, some_values
from scipy import stats
from scipy.stats import qmc

from impact.errors import InvalidInput
from impact.indicators.composite import (
    Alternatives,
    IndexNode,
    build_index,
    composite_uncertainty,
    rank_intervals,
    sobol_from_outputs,
    uncertainty,
)
from impact.indicators.composite.method_draws import draw_scores, set_up
from impact.indicators.composite.rank_intervals import better_share

EVERYTHING = Alternatives(("z_score", "percentile"), ("geometric",), 0.3)


def errors_of(values, size=3.0):
    return pd.DataFrame(size, values.index, values.columns)


def test_one_indicator_follows_the_normal_distribution():
    # Values 50, 53, 60 on 0-100 scores: 10 points a unit. Errors 2, 1.5 and 0.
    values = pd.DataFrame({"i0": [50.0, 53, 60]}, ["a", "b", "c"])
    errors = pd.DataFrame({"i0": [2.0, 1.5, 0]}, ["a", "b", "c"])
    found = composite_uncertainty(values, errors, flat(1), draws=40_000, seed=1)
    frame = found.frame.set_index("place")
    assert frame["score"].tolist() == pytest.approx([0, 30, 100])
    half = stats.norm.ppf(0.95)
    assert found.lower["a"] == pytest.approx(-half * 20, abs=0.5)
    assert found.upper["b"] == pytest.approx(30 + half * 15, abs=0.5)
    assert found.lower["c"] == found.upper["c"] == pytest.approx(100)
    # P(a better than b) = Phi((50 - 53) / sqrt(4 + 2.25)) = Phi(-1.2) = 0.1151.
    assert found.better.loc["a", "b"] == pytest.approx(0.1151, abs=0.006)
    assert found.better.loc["b", "a"] == pytest.approx(1 - found.better.loc["a", "b"])
    assert frame.loc["c", ["rank_lower", "rank_upper"]].tolist() == [1, 1]
    assert frame.loc["a", ["rank_lower", "rank_upper"]].tolist() == [2, 3]
    assert frame["tied"].tolist() == [1, 1, 0]
    assert frame["band"].tolist() == [2, 2, 1]
    assert frame["better_than"].tolist() == [0, 0, 2]


def test_errors_shrink_with_the_number_of_indicators():
    # Mean of four independent errors of one tenth of the range: 10 / sqrt 4 = 5 points.
    values = np.array([[0.0] * 4, [10.0] * 4, [5.0] * 4])
    found = composite_uncertainty(values, np.full((3, 4), 1.0), flat(4), draws=40_000, seed=2)
    assert found.scores.std(axis=0) == pytest.approx([5, 5, 5], rel=0.03)


def test_without_any_doubt_every_draw_is_the_index():
    values = some_values(missing=0.05)
    index = build_index(values, RAGGED)
    found = composite_uncertainty(values, errors_of(values, 0.0), RAGGED, draws=3, seed=1)
    np.testing.assert_allclose(found.scores, np.broadcast_to(index.overall, (3, 30)))
    order = stats.rankdata(-index.overall)
    np.testing.assert_allclose(found.frame["rank_lower"], order)
    np.testing.assert_allclose(found.frame["rank_upper"], order)


def test_order_of_places_and_indicators_makes_no_difference():
    values = some_values(missing=0.05)
    errors = errors_of(values)
    found = composite_uncertainty(values, errors, RAGGED, EVERYTHING, draws=48, seed=3)
    turned = replace(RAGGED, nodes=RAGGED.nodes[::-1], indicators=RAGGED.indicators[::-1])
    mixed = values.sample(frac=1, random_state=1)
    again = composite_uncertainty(mixed, errors, turned, EVERYTHING, draws=48, seed=3)
    pd.testing.assert_frame_equal(
        found.frame.set_index("place"), again.frame.set_index("place").loc[values.index]
    )
    pd.testing.assert_frame_equal(found.better, again.better.loc[values.index, values.index])


def test_the_same_seed_gives_the_same_numbers_whatever_the_block(monkeypatch):
    values = some_values(missing=0.05)
    ask = {"draws": 50, "seed": 4}
    found = composite_uncertainty(values, errors_of(values), RAGGED, EVERYTHING, **ask)
    monkeypatch.setattr("impact.indicators.composite.uncertainty.CELLS", 30 * 6 * 7)
    monkeypatch.setattr(sys.modules[better_share.__module__], "CELLS", 2000)
    again = composite_uncertainty(values, errors_of(values), RAGGED, EVERYTHING, **ask)
    np.testing.assert_allclose(found.scores, again.scores)
    np.testing.assert_allclose(found.better, again.better)
    other = composite_uncertainty(values, errors_of(values), RAGGED, EVERYTHING, draws=50, seed=5)
    assert not np.allclose(found.scores, other.scores)


def test_draws_together_are_as_indices_one_by_one():
    lenient = replace(RAGGED, minimum_share=0.1)
    others = replace(EVERYTHING, aggregations=("geometric", "outranking"))
    values = some_values(12, missing=0.1).to_numpy()
    parameters = build_index(values, lenient).parameters
    setup = set_up(values, np.full(values.shape, 2.0), lenient, parameters, others)
    rng = np.random.default_rng(6)
    noise = rng.standard_normal((27, *values.shape))
    ways, sums = rng.integers(0, 3, 27), rng.integers(0, 3, 27)
    times = rng.random((27, len(setup.parts)))
    found = draw_scores(setup, noise.copy(), ways, sums, times)
    for draw in range(27):
        names = (setup.normalisations[ways[draw]], setup.aggregations[sums[draw]])
        spec = replace(lenient, normalisation=names[0], aggregation=names[1])
        plain = build_index(values, spec, parameters).overall
        old = {part.id: part.weight for part in (*spec.nodes, *spec.indicators)}
        factors = 1 + 0.3 * (2 * times[draw] - 1)
        new = {name: old[name] * factor for name, factor in zip(setup.parts, factors, strict=True)}
        scores = build_index(values + 2 * noise[draw], spec.with_weights(new), parameters).overall
        own = build_index(values, lenient, parameters).overall
        stretch = np.nanstd(own) / np.nanstd(plain)
        moved = np.nanmean(own) + stretch * (scores - np.nanmean(plain))
        np.testing.assert_allclose(found[draw], moved)


def test_uncertain_weights_never_change_what_an_index_is_made_of():
    # p00 has one of the two indicators of health, exactly the least share, and none of staff: the
    # same children count in every draw, so without errors its score only moves with the weights.
    values = some_values()
    values.loc["p00", ["smoking", "qualified", "turnover"]] = np.nan
    values.loc["p01", ["sport", "trust"]] = np.nan
    just = replace(RAGGED, minimum_share=0.5)
    over = replace(RAGGED, minimum_share=0.55)
    for spec in (just, over):
        doubt = Alternatives(weight_range=0.3)
        found = composite_uncertainty(values, None, spec, doubt, draws=400, seed=12)
        scores = build_index(values, spec)
        kept = [name for name in scores.nodes if np.isfinite(scores.nodes[name][0])]
        parts = [scores.nodes[name][0] for name in kept if name in ("school", "health")]
        parts.append(scores.score_frame().at["p00", "trust"])
        assert ("health" in kept) == (spec is just)
        assert (np.isfinite(found.scores) == np.isfinite(scores.overall)).all()
        assert found.scores[:, 0].min() >= min(parts) - 1e-9
        assert found.scores[:, 0].max() <= max(parts) + 1e-9


def test_more_doubt_never_narrows_the_limits():
    values = some_values()
    widths = []
    for size, others in ((1.0, None), (4.0, None), (4.0, EVERYTHING)):
        found = composite_uncertainty(
            values, errors_of(values, size), RAGGED, others, draws=600, seed=7
        )
        widths.append((found.upper - found.lower).mean())
    assert widths[0] < widths[1] < widths[2]


def test_what_is_known_of_errors_is_shown():
    values = some_values()
    errors = errors_of(values)
    errors.loc["p00", ["marks", "trust"]] = np.nan
    found = composite_uncertainty(values, errors, RAGGED, draws=20, seed=8)
    assert found.frame["error_known"][0] == pytest.approx(1 - 3 / 8 - 1 / 4)
    assert found.frame["error_known"][1] == pytest.approx(1)
    bare = composite_uncertainty(values, None, RAGGED, draws=20, seed=8)
    assert (bare.frame["error_known"] == 0).all()


def test_a_value_filled_with_a_median_is_uncertain():
    values = some_values()
    values.iloc[0, 5] = np.nan
    spec = replace(RAGGED, imputation="median")
    found = composite_uncertainty(values, errors_of(values, 0.0), spec, draws=4000, seed=9)
    width = found.upper - found.lower
    assert (width.iloc[1:] == 0).all()
    score = 100 / (values["trust"].max() - values["trust"].min()) * values["trust"].std()
    assert width.iloc[0] == pytest.approx(2 * stats.norm.ppf(0.95) * score / 4, rel=0.1)


def test_a_place_with_too_few_values_has_no_rank_and_takes_none():
    values = some_values()
    values.iloc[0] = np.nan
    found = composite_uncertainty(values, errors_of(values), RAGGED, draws=50, seed=10)
    first = found.frame.iloc[0]
    assert first["reason"] == "too_few_values"
    assert first[["score", "lower", "rank_lower", "tied", "top_share"]].isna().all()
    assert found.frame["places"][1] == 29
    assert found.frame["rank_upper"].max() <= 29
    assert found.better.loc["p00"].isna().all()


def test_ranks_of_draws_by_hand():
    # Five draws of four places; d and c tie in the last draw.
    draws = np.array([[9, 8, 1, 2], [9, 8, 1, 2], [8, 9, 1, 2], [9, 8, 2, 1], [9, 8, 1, 1.0]])
    found = rank_intervals(draws, confidence=0.5, apart=0.8)
    np.testing.assert_allclose(found.better[0], [0.5, 0.8, 1, 1])
    np.testing.assert_allclose(found.better[2, 3], (1 + 0.5) / 5)
    np.testing.assert_allclose(found.lower, [1, 2, 3, 3])
    np.testing.assert_allclose(found.upper, [1, 2, 4, 4])
    np.testing.assert_allclose(found.top_share, [0.8, 0.2, 0, 0])
    np.testing.assert_allclose(found.bottom_share, [0, 0, 0.6, 0.2])
    np.testing.assert_allclose(found.better_than, [3, 2, 0, 0])
    np.testing.assert_allclose(found.tied, [0, 0, 1, 1])
    np.testing.assert_allclose(found.band, [1, 2, 3, 3])


def test_limits_of_ranks_go_outward_to_ranks_that_occurred():
    found = rank_intervals(np.array([[2.0, 1], [1, 2]]), confidence=0.9)
    assert (found.lower.tolist(), found.upper.tolist()) == ([1, 1], [2, 2])


def test_better_shares_add_up_to_one():
    draws = np.random.default_rng(11).normal(size=(40, 6)).round(1)
    share = better_share(draws)
    np.testing.assert_allclose(share + share.T, 1)
    np.testing.assert_allclose(share.diagonal(), 0.5)


def test_sobol_indices_of_ishigamis_function():
    # sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on (-pi, pi)^3, whose indices are known exactly.
    a, b = 7.0, 0.1
    fourth, eighth = np.pi**4, np.pi**8
    parts = {
        "x1": 0.5 * (1 + b * fourth / 5) ** 2,
        "x2": a**2 / 8,
        "x13": b**2 * eighth * (1 / 18 - 1 / 50),
    }
    variance = sum(parts.values())
    first = np.array([parts["x1"], parts["x2"], 0]) / variance
    total = np.array([parts["x1"] + parts["x13"], parts["x2"], parts["x13"]]) / variance
    np.testing.assert_allclose(first, [0.3139, 0.4424, 0], atol=1e-4)
    np.testing.assert_allclose(total, [0.5576, 0.4424, 0.2437], atol=1e-4)

    def function(x):
        x = 2 * np.pi * x - np.pi
        return np.sin(x[:, 0]) + a * np.sin(x[:, 1]) ** 2 + b * x[:, 2] ** 4 * np.sin(x[:, 0])

    points = qmc.Sobol(6, seed=1).random(2**13)
    one, two = points[:, :3], points[:, 3:]
    mixes = [np.where(np.arange(3) == factor, two, one) for factor in range(3)]
    found = sobol_from_outputs(
        function(one), function(two), np.stack([function(mix) for mix in mixes]), seed=1
    )
    np.testing.assert_allclose(found.first, first, atol=0.01)
    np.testing.assert_allclose(found.total, total, atol=0.01)
    assert (found.first_lower < found.first).all()
    assert (found.total < found.total_upper).all()


def test_several_results_are_weighed_by_their_variance():
    # y1 = 3 x1, y2 = x2: together x1 has 9 of 10 parts.
    points = qmc.Sobol(4, seed=2).random(2**11)
    one, two = points[:, :2], points[:, 2:]
    mixes = [np.where(np.arange(2) == factor, two, one) for factor in range(2)]
    results = [points * [3, 1] for points in (one, two, *mixes)]
    found = sobol_from_outputs(results[0], results[1], np.stack(results[2:]), seed=1)
    np.testing.assert_allclose(found.first, [0.9, 0.1], atol=0.01)
    np.testing.assert_allclose(found.total, [0.9, 0.1], atol=0.01)


def test_results_that_do_not_vary_have_no_indices():
    found = sobol_from_outputs(np.ones(8), np.ones(8), np.ones((2, 8)), seed=1)
    assert np.isnan(found.first).all()


def test_a_lone_factor_carries_everything_and_sleeping_ones_are_not_listed():
    values = some_values()
    found = composite_uncertainty(
        values, errors_of(values), RAGGED, draws=10, seed=12, sobol_draws=64
    ).sobol
    assert found["factor"].tolist() == ["sampling", "sampling"]
    assert found.loc[0, "total"] == pytest.approx(1, abs=0.15)
    assert composite_uncertainty(values, None, RAGGED, draws=10, seed=12, sobol_draws=9).sobol.empty


def test_more_error_gives_sampling_more_of_the_spread():
    values = some_values()
    shares = []
    for size in (1.0, 10.0):
        found = composite_uncertainty(
            values, errors_of(values, size), RAGGED, EVERYTHING, draws=10, seed=1, sobol_draws=200
        ).sobol.set_index(["output", "factor"])
        assert set(found.index.get_level_values("factor")) == set(uncertainty.FACTORS)
        shares.append(found.loc[("score", "sampling"), "total"])
    assert shares[0] < shares[1]


def test_outranking_and_benefit_of_the_doubt_can_be_drawn():
    values = some_values(8)
    others = Alternatives((), ("outranking", "benefit_of_the_doubt"))
    found = composite_uncertainty(values, errors_of(values), RAGGED, others, draws=9, seed=1)
    assert np.isfinite(found.scores).all()
    with pytest.raises(InvalidInput, match="linear programmes"):
        composite_uncertainty(values, None, RAGGED, others, draws=100_000, seed=1)
    nodes = (IndexNode("all", aggregation="benefit_of_the_doubt"), *RAGGED.nodes[1:])
    with pytest.raises(InvalidInput, match="linear programmes"):
        composite_uncertainty(values, None, replace(RAGGED, nodes=nodes), draws=100_000, seed=1)


def test_what_cannot_be_drawn_is_refused():
    values = some_values()
    ask = {"draws": 5, "seed": 1}
    with pytest.raises(InvalidInput, match=r"'trust'.*negative"):
        composite_uncertainty(values, errors_of(values).assign(trust=-1.0), RAGGED, **ask)
    with pytest.raises(InvalidInput, match="not between 0 and 1"):
        composite_uncertainty(values, None, RAGGED, Alternatives(weight_range=2), **ask)
    with pytest.raises(InvalidInput, match="has no goalposts"):
        composite_uncertainty(values, None, RAGGED, Alternatives(("goalposts",)), **ask)
    with pytest.raises(InvalidInput, match="draws of their own"):
        composite_uncertainty(np.ones((2, 3, 6)), None, RAGGED, **ask)
    with pytest.raises(InvalidInput, match="no draws"):
        composite_uncertainty(values, None, RAGGED, draws=0, seed=1)
    with pytest.raises(InvalidInput, match="confidence"):
        composite_uncertainty(values, None, RAGGED, confidence=90, **ask)


def test_places_without_any_score_are_no_error():
    values = some_values(5) * np.nan
    for table in (values, values.iloc[:0]):
        found = composite_uncertainty(table, None, RAGGED, EVERYTHING, draws=9, seed=1)
        assert len(found.frame) == len(table)
        assert found.frame["score"].isna().all()
        assert set(found.frame["reason"]) <= {"too_few_values"}
