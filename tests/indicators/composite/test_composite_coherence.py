"""Whether parts belong together: numbers by hand, and the gate in front of one number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from index_cases import RAGGED, flat, some_values
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.composite import (
    Gate,
    IndexItem,
    IndexNode,
    IndexSpec,
    build_index,
    coherence,
    cronbach_alpha,
    strengths,
)
from impact.indicators.composite.coherence import correlation, correlation_ratio


def test_alpha_by_hand():
    # Items 1 2 3 and 2 2 5: variances 1 and 3, sums 3 4 8 with variance 7: 2 (1 - 4 / 7) = 6 / 7.
    alpha, lower, upper, places = cronbach_alpha(np.array([[1.0, 2], [2, 2], [3, 5]]))
    assert alpha == pytest.approx(6 / 7)
    assert places == 3
    # Limits: 1 - F / 7 with the quantiles of F(2, 2), p / (1 - p): 39 and 1 / 39.
    assert lower == pytest.approx(1 - 39 / 7)
    assert upper == pytest.approx(1 - 1 / (7 * 39))


def test_alpha_of_equal_items_is_one_and_of_unrelated_ones_about_nothing():
    item = np.random.default_rng(1).normal(size=2000)
    assert cronbach_alpha(np.stack([item, item, item], axis=1))[0] == pytest.approx(1)
    alpha = cronbach_alpha(np.random.default_rng(2).normal(size=(2000, 4)))[0]
    assert abs(alpha) < 0.1


def test_alpha_leaves_out_places_with_gaps_and_needs_two_items():
    scores = np.array([[1.0, 2], [2, 2], [3, 5], [np.nan, 4]])
    assert cronbach_alpha(scores)[0] == pytest.approx(6 / 7)
    assert np.isnan(cronbach_alpha(scores[:, :1])[0])
    assert np.isnan(cronbach_alpha(np.ones((5, 2)))[0])


def test_the_correlation_ratio_sees_what_a_line_does_not():
    cause = np.linspace(-1, 1, 400)
    assert abs(correlation(cause**2, cause)[0]) < 1e-9
    assert correlation_ratio(cause**2, cause) > 0.9
    # y is -1 below and +1 above 0: all variance is between the two halves.
    assert correlation_ratio(np.sign(cause), cause, bins=2) == pytest.approx(1)
    chance = [
        correlation_ratio(rng.normal(size=300), rng.normal(size=300))
        for rng in map(np.random.default_rng, range(40))
    ]
    assert np.mean(chance) < 0.03


def test_parts_that_belong_together_pass_the_gate():
    index = build_index(some_values(200), RAGGED)
    found = coherence(index, population=np.arange(1.0, 201))
    assert found.publish
    assert found.reasons == ()
    assert found.alpha["node"].tolist()[0] == ""
    assert set(found.alpha["node"]) == {"", "all", "school", "staff", "health"}
    assert found.items["indicator"].tolist() == list(RAGGED.indicator_ids)
    assert found.items["influence_share"].sum() == pytest.approx(1)
    assert abs(found.population) < 0.3


def test_an_item_correlates_with_the_rest_of_its_node_without_itself():
    index = build_index(some_values(60), RAGGED)
    item = coherence(index).items.set_index("indicator").loc["sport"]
    expected = stats.pearsonr(index.scores[:, 4], index.scores[:, 3])
    assert item["with_rest"] == pytest.approx(expected.statistic)
    limits = expected.confidence_interval(0.9)
    assert (item["rest_lower"], item["rest_upper"]) == pytest.approx((limits.low, limits.high))


def test_an_indicator_turned_the_wrong_way_closes_the_gate():
    items = tuple(
        replace(item, direction="higher") if item.id == "smoking" else item
        for item in RAGGED.indicators
    )
    found = coherence(build_index(some_values(200), replace(RAGGED, indicators=items)))
    assert not found.publish
    assert "against_node" in found.reasons
    assert "below_zero" in found.cautions
    rows = found.items.set_index("indicator")
    assert rows.loc["smoking", "rest_upper"] < 0


def test_unrelated_indicators_close_the_gate():
    values = np.random.default_rng(5).normal(size=(200, 5))
    found = coherence(build_index(values, flat(5)))
    assert "low_alpha" in found.reasons
    assert coherence(build_index(values, flat(5)), gate=Gate(least_alpha=-9)).publish


def test_an_index_of_size_a_short_list_and_twins_are_named():
    population = np.exp(np.linspace(6, 13, 100))
    noise = np.random.default_rng(6).normal(size=(100, 3)) * 0.2
    index = build_index(np.log(population)[:, None] + noise, flat(3))
    found = coherence(index, population)
    assert found.reasons == ("population",)
    assert "redundant" in found.cautions
    assert len(found.pairs) == 3
    few = coherence(build_index(some_values(6), RAGGED))
    assert "few_places" in few.reasons


def test_an_index_of_one_indicator_needs_no_alpha_but_one_of_constants_does():
    one = coherence(build_index(np.arange(20.0)[:, None], flat(1)))
    assert one.publish
    values = np.arange(20.0)[:, None] * [1, 1]
    values[::2, 0] = np.nan
    values[1::2, 1] = np.nan
    spec = replace(flat(2), minimum_share=0.5)
    assert coherence(build_index(values, spec)).reasons == ("no_alpha",)


def two_parts(light, heavy):
    """Index of a part with many indicators and a part with one, of the same weight."""
    items = tuple(IndexItem(f"a{at}", "a") for at in range(light.shape[1]))
    items += tuple(IndexItem(f"b{at}", "b") for at in range(heavy.shape[1]))
    spec = IndexSpec("two", (IndexNode("all"), IndexNode("a", "all"), IndexNode("b", "all")), items)
    return build_index(np.column_stack([light, heavy]), spec)


def test_many_indicators_of_one_part_do_not_speak_for_another():
    rng = np.random.default_rng(8)
    light = rng.normal(size=(200, 1)) + 0.3 * rng.normal(size=(200, 6))
    index = two_parts(light, rng.normal(size=(200, 1)))
    assert cronbach_alpha(index.scores)[0] > 0.8  # of a sum that nobody publishes
    found = coherence(index)
    weights = np.array([1 / 12] * 6 + [1 / 2])
    assert found.alpha["alpha"][0] == pytest.approx(cronbach_alpha(index.scores * weights)[0])
    assert found.alpha["alpha"][0] < 0.6
    assert found.reasons == ("low_alpha",)


def test_parts_that_go_against_each_other_close_the_gate():
    rng = np.random.default_rng(9)
    cause, noise = rng.normal(size=(200, 1)), rng.normal(size=(200, 1))
    light = cause + 0.2 * rng.normal(size=(200, 4))
    index = two_parts(light, 2 * noise - 0.6 * cause + 0.2 * rng.normal(size=(200, 4)))
    found = coherence(index)
    assert (found.items["rest_lower"] > 0).all()  # every indicator goes along with its own part
    assert found.alpha["alpha"][0] > 0.6
    assert found.reasons == ("parts_against",)
    with_rest = found.parts.set_index("part")["with_rest"]
    assert with_rest["a"] == with_rest["b"] == correlation(index.nodes["a"], index.nodes["b"])[0]


PLACES = ["a", "b", "c", "d", "e"]
VALUES = pd.DataFrame({"i0": [90.0, 50, 50, 50, 10], "i1": [52.0, 50, 50, 50, 0]}, PLACES)


def test_strengths_are_large_and_clear():
    # i0: 80 wide, so 1 unit is 1.25 points; a lies 100 - mean(50, 50, 50, 0) = 62.5 above.
    # Error of the gap: sqrt(3^2 + 4 x 3^2 / 16) x 1.25 = 4.19.
    errors = pd.DataFrame({"i0": 3.0, "i1": 3.0}, PLACES)
    index = build_index(VALUES, flat(2))
    found = strengths(index, errors, PLACES).set_index(["place", "indicator"])
    first = found.loc[("a", "i0")]
    assert first["gap"] == pytest.approx(62.5)
    assert first["contribution"] == pytest.approx(31.25)
    spread = np.std([100, 50, 50, 50, 0], ddof=1)
    assert first["gap_in_spreads"] == pytest.approx(62.5 / spread)
    standing = 62.5 / (1.25 * np.sqrt(9 + 36 / 16))
    assert first["probability"] == pytest.approx(stats.norm.cdf(standing))
    assert first["kind"] == "strength"
    assert found.loc[("e", "i0"), "kind"] == "weakness"
    assert found.loc[("b", "i0"), "reason"] == "small"


def test_the_error_of_the_reference_counts_as_that_of_a_mean():
    # Errors of 30 units: the gap of 62.5 points is 1.25 sqrt(30^2 + 4 x 30^2 / 16) = 41.9 unsure.
    errors = pd.DataFrame({"i0": 30.0, "i1": 3.0}, PLACES)
    found = strengths(build_index(VALUES, flat(2)), errors, PLACES)
    first = found.set_index(["place", "indicator"]).loc[("a", "i0")]
    standing = 62.5 / (1.25 * np.sqrt(900 + 225))
    assert first["probability"] == pytest.approx(stats.norm.cdf(standing))
    assert first["probability"] < 0.95


def test_a_large_gap_that_is_not_clear_is_no_strength():
    errors = pd.DataFrame({"i0": 60.0, "i1": 3.0}, PLACES)
    found = strengths(build_index(VALUES, flat(2)), errors, PLACES).set_index(
        ["place", "indicator"]
    )
    assert found.loc[("a", "i0"), ["kind", "reason"]].tolist() == ["", "unclear"]
    assert found.loc[("e", "i1"), "kind"] == "weakness"


@pytest.mark.parametrize(
    ("method", "fields"),
    [("goalposts", {"goalposts": (0.0, 80.0)}), ("distance_to_target", {"target": 80.0})],
)
def test_a_value_beyond_the_scale_is_no_surer_than_one_on_it(method, fields):
    # Both score 100; an error of 40 units is half the scale, so neither is clearly above the rest.
    values = pd.DataFrame({"i0": [80.0, 125, 0, 10, 50, 60]}, list("abcdef"))
    errors = pd.DataFrame({"i0": [40.0, 40, 0, 0, 0, 0]}, values.index)
    item = replace(flat(1).indicators[0], **fields)
    index = build_index(values, flat(1, normalisation=method, indicators=(item,)))
    found = strengths(index, errors, ["c", "d", "e", "f"]).set_index("place")
    assert found.loc[["a", "b"], "score"].tolist() == [100, 100]
    reference = 100 * (0 + 10 + 50 + 60) / 4 / 80
    expected = stats.norm.cdf((100 - reference) / (100 * 40 / 80))
    assert found.loc[["a", "b"], "probability"].tolist() == pytest.approx([expected] * 2)
    assert found.loc["b", "reason"] == "unclear"


def test_why_something_is_neither_is_said():
    values = VALUES.copy()
    values.loc["b", "i0"] = np.nan
    errors = pd.DataFrame({"i0": 3.0, "i1": 3.0}, PLACES)
    errors.loc["a", "i0"] = np.nan
    spec = flat(2, minimum_share=0.5)
    found = strengths(build_index(values, spec), errors, PLACES).set_index(["place", "indicator"])
    assert found.loc[("b", "i0"), "reason"] == "missing"
    assert found.loc[("a", "i0"), "reason"] == "no_error"
    few = strengths(build_index(values, spec), errors, {"e": ["a", "b"]})
    assert set(few[few["place"] == "e"]["reason"]) == {"few_peers"}
    assert (few.loc[few["reason"] != "", "kind"] == "").all()


def test_strengths_come_in_order_of_what_they_weigh():
    index = build_index(some_values(30), RAGGED)
    errors = pd.DataFrame(1.0, some_values(30).index, RAGGED.indicator_ids)
    found = strengths(index, errors, list(index.places))
    for _, rows in found.groupby("place"):
        size = rows["contribution"].abs().to_numpy()
        assert (np.diff(size) <= 1e-12).all()
    turned = strengths(index, errors.iloc[::-1, ::-1], list(index.places)[::-1])
    pd.testing.assert_frame_equal(found, turned)


def test_strengths_without_parts_that_add_up_keep_their_gaps():
    index = build_index(some_values(30), replace(RAGGED, aggregation="outranking"))
    errors = pd.DataFrame(1.0, some_values(30).index, RAGGED.indicator_ids)
    found = strengths(index, errors, list(index.places))
    assert found["contribution"].isna().all()
    assert (found["kind"] == "strength").any()


def test_strengths_refuse_what_makes_no_sense():
    index = build_index(VALUES, flat(2))
    errors = pd.DataFrame({"i0": 3.0, "i1": -3.0}, PLACES)
    with pytest.raises(InvalidInput, match="negative"):
        strengths(index, errors, PLACES)
    with pytest.raises(InvalidInput, match="below 0"):
        strengths(index, errors.abs(), PLACES, large=-1)
    with pytest.raises(InvalidInput, match="'z': is not in the index"):
        strengths(index, errors.abs(), ["z"])
