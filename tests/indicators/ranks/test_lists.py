"""Lists of places: exact ties, which end is best, and what is compared with."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators import probability_better, rank_interval


def listed(value: object, error: object, **columns: object) -> pd.DataFrame:
    frame = pd.DataFrame({"value": value, "standard_error": error}, dtype=float)
    return frame.assign(**columns)


@pytest.mark.parametrize("places", [4, 5, 9, 40])
def test_equal_levels_known_exactly_share_all_ranks_evenly(places):
    """By symmetry each is in the best quarter with the share of places that are."""
    out = rank_interval(listed([1.0] * places, 0), model="estimate")
    assert out["best_quarter"].tolist() == pytest.approx([places // 4 / places] * places, abs=2e-4)


def test_exact_ties_beside_an_uncertain_place_as_drawn_by_chance():
    frame = listed([1, 1, 1, 2, 2, 3, 1.5], [0, 0, 0, 0, 0, 0, 0.5])
    random = np.random.default_rng(5)
    drawn = random.normal(frame["value"], frame["standard_error"], (40_000, 7))
    drawn += random.uniform(0, 1e-9, drawn.shape)
    ranks = 1 + (-drawn).argsort(axis=1).argsort(axis=1)
    out = rank_interval(frame, model="estimate")
    for tail, column in ((0.025, "rank_lower"), (0.975, "rank_upper")):
        expected = np.quantile(ranks, tail, axis=0, method="inverted_cdf")
        assert out[column].tolist() == expected.tolist()


def test_lists_with_two_directions_are_named():
    frame = listed([1, 2, 3, 4, 5, 6], 0.1, topic=list("aabbcc"), place=list("uvwxyz"))
    frame["best"] = ["higher", "lower", "lower", "lower", "lower", "higher"]
    with pytest.raises(InvalidInput) as error:
        rank_interval(frame, model="estimate", by="topic", polarity="best")
    assert [fault.where[-5:] for fault in error.value.faults] == ["row 0", "row 4"]
    with pytest.raises(InvalidInput, match="differs"):
        probability_better(frame, model="estimate", polarity="best")
    frame["best"] = [1, "up", "higher", "higher", "lower", "lower"]
    with pytest.raises(InvalidInput, match="'1' does not say"):
        rank_interval(frame, model="estimate", by="topic", polarity="best")


def test_a_reference_is_a_column_and_may_be_unknown_or_out_of_reach():
    frame = listed([1, 2, 3], [0, 0.1, 0.1], country=[1.0, np.nan, np.inf])
    out = rank_interval(frame, model="estimate", reference="country")
    chances = out["better_than_reference"].tolist()
    assert chances == pytest.approx([0.5, np.nan, 0], nan_ok=True)
    with pytest.raises(InvalidInput, match="column 'nation': is absent"):
        rank_interval(frame, model="estimate", reference="nation")
