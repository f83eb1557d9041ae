"""Sobol indices against the published ones of Ishigami's function."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from impact.assessment.uncertainty import (
    Uncertain,
    draw,
    first_order_from_draws,
    variance_shares,
)
from impact.errors import InvalidInput

Z = stats.norm.ppf(0.975)
NORMAL = Uncertain(0, -Z, Z, "normal")
ISHIGAMI = {"x1": NORMAL, "x2": NORMAL, "x3": NORMAL}
FIRST = {"x1": 0.31390519, "x2": 0.44241114, "x3": 0.0}
TOTAL = {"x1": 0.55758886, "x2": 0.44241114, "x3": 0.24368366}


def ishigami(found: dict[str, np.ndarray]) -> np.ndarray:
    """a = 7, b = 0.1 on uniform numbers from -pi to pi (here made of normal ones)."""
    x1, x2, x3 = (np.pi * (2 * stats.norm.cdf(found[name]) - 1) for name in ISHIGAMI)
    return np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1)


def test_ishigami() -> None:
    """Saltelli and others (2008), Global Sensitivity Analysis: The Primer, chapter 4, exercise 5
    (with the corrected interaction), as in scipy's own tests."""
    found = variance_shares(ishigami, ISHIGAMI, draws=2**15, seed=1)
    for name in ISHIGAMI:
        assert np.isclose(found[name].first_order, FIRST[name], atol=0.01)
        assert np.isclose(found[name].total, TOTAL[name], atol=0.01)
    assert list(found) == ["x1", "x2", "x3"]


def test_ishigami_from_draws_that_are_there() -> None:
    drawn = draw(ISHIGAMI, draws=2**14, seed=1)
    found = first_order_from_draws(ishigami(drawn), drawn)
    for name in ISHIGAMI:
        assert np.isclose(found[name], FIRST[name], atol=0.015)


def test_a_sum_has_the_shares_of_its_variances() -> None:
    """By hand: 290 own numbers of variance 1 against one shared of variance 4 in each place."""
    parameters = {
        "shared": Uncertain(0, -2 * Z, 2 * Z, "normal"),
        "own": Uncertain(np.zeros(290), -Z, Z, "normal"),
        "sure": Uncertain(3.0),
    }
    known = {"shared": 4 * 290**2 / (4 * 290**2 + 290), "own": 290 / (4 * 290**2 + 290)}

    def total(found: dict[str, np.ndarray]) -> np.ndarray:
        return (found["shared"] + found["own"] + found["sure"]).sum(axis=1)

    found = variance_shares(total, parameters, seed=1)
    assert set(found) == {"shared", "own"}
    drawn = draw(parameters, seed=1)
    cheap = first_order_from_draws(total(drawn), drawn)
    for name, share in known.items():
        assert np.isclose(found[name].first_order, share, atol=0.02)
        assert np.isclose(found[name].total, share, atol=0.02)
        assert np.isclose(cheap[name], share, atol=0.02)
    assert cheap["sure"] == 0


def test_scale_and_shift_change_nothing_and_results_may_be_many() -> None:
    one = variance_shares(ishigami, ISHIGAMI, draws=1024, seed=1)
    both = variance_shares(
        lambda found: np.column_stack([1e6 + 5 * ishigami(found), found["x3"]]),
        ISHIGAMI, draws=1024, seed=1,
    )  # fmt: skip
    for name in ISHIGAMI:
        assert np.isclose(both[name].first_order[0], one[name].first_order)
        assert np.isclose(both[name].total[1], float(name == "x3"), atol=0.02)


def test_a_result_that_does_not_vary_or_is_unknown_has_no_shares() -> None:
    flat = variance_shares(lambda found: 0 * found["x1"] + 3, ISHIGAMI, draws=64, seed=1)
    lost = variance_shares(lambda found: np.nan * found["x1"], ISHIGAMI, draws=64, seed=1)
    assert np.isnan([flat["x1"].total, lost["x1"].total]).all()
    drawn = draw(ISHIGAMI, draws=1280, seed=1)
    assert np.isnan(first_order_from_draws(np.full(1280, 2.0), drawn)["x1"])
    assert np.isnan(first_order_from_draws(np.full(1280, np.nan), drawn)["x1"])


def test_bad_input() -> None:
    with pytest.raises(InvalidInput, match="Draws are the first axis"):
        variance_shares(lambda found: np.float64(3), ISHIGAMI, draws=64, seed=1)
    with pytest.raises(InvalidInput) as caught:
        first_order_from_draws(np.zeros(64), {"a": np.zeros(32)})
    assert len(caught.value.faults) == 2
