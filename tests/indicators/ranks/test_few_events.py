"""Shrinkage where counts tell next to nothing about the spread between places."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.indicators import shrink


def counts(events: object, total: object) -> pd.DataFrame:
    return pd.DataFrame({"numerator": events, "denominator": total}, dtype=float)


@pytest.mark.parametrize("model", ["proportion", "rate"])
@pytest.mark.parametrize("telling", [1, 2, 3, 4])
def test_few_places_with_events_tell_no_spread(model, telling):
    """The likelihood grows without end as the prior's weight falls to 0: no place is shrunken."""
    frame = counts([1] * telling + [0] * (60 - telling), 150)
    out = shrink(frame, model=model)
    assert set(out["reason"]) == {"few_events"}
    assert out[["shrunken", "shrunken_lower", "shrunken_upper", "weight"]].isna().all().all()
    assert out["value"].notna().all()


def test_shares_of_all_or_nothing_tell_no_spread():
    frame = counts([0, 1, 1, 0, 1, 0, 1, 0, 1, 1], 1)
    assert set(shrink(frame, model="proportion")["reason"]) == {"few_events"}
    assert set(shrink(frame, model="rate")["reason"]) == {""}


def test_half_of_a_small_group_is_enough():
    out = shrink(counts([0, 20, 30, 25, 40], 100), model="proportion")
    assert set(out["reason"]) == {""}


@pytest.mark.parametrize("model", ["proportion", "rate"])
def test_the_limits_enclose_the_estimate_however_few_the_events(model):
    random = np.random.default_rng(8)
    total = random.integers(5, 200, (40, 30))
    frames = [
        counts(np.minimum(random.poisson(0.3, 30), size), size).assign(group=at)
        for at, size in enumerate(total)
    ]
    out = shrink(pd.concat(frames, ignore_index=True), model=model, by="group")
    shown = out[out["reason"] == ""]
    assert len(shown) > 300
    assert (shown["shrunken_lower"] <= shown["shrunken"]).all()
    assert (shown["shrunken"] <= shown["shrunken_upper"]).all()


@pytest.mark.parametrize("method", ["adjusted", "likelihood"])
def test_a_value_known_exactly_keeps_itself(method):
    errors = [[0.0] * 6, [0.0] + [5.0] * 5]
    for values in ([1.0] * 6, [1.0, 1.1, 0.9, 1, 1, 1]):
        for error in errors:
            frame = pd.DataFrame({"value": values, "standard_error": error})
            out = shrink(frame, model="estimate", method=method)
            assert out["shrunken"].notna().all()
            known = frame["standard_error"] == 0
            assert out.loc[known, "shrunken"].tolist() == pytest.approx(
                frame.loc[known, "value"].tolist()
            )
            assert (out.loc[known, "weight"] == 1).all()
