"""Summaries of draws and the honesty of their error."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from impact.assessment.uncertainty import Uncertain, draw, summarise
from impact.errors import InvalidInput


def test_limits_of_known_draws() -> None:
    values = np.arange(1, 1601, dtype=float)
    found = summarise(values, confidence=0.9)
    assert found.value == 800.5
    assert np.allclose([found.lower, found.upper], [80.95, 1520.05])
    assert isinstance(found.monte_carlo_error, float)


def test_axis_and_central() -> None:
    values = np.random.default_rng(1).normal(size=(3, 64, 2))
    found = summarise(values, axis=1, central=np.zeros((3, 2)))
    assert found.lower.shape == (3, 2)
    assert (found.value == 0).all()
    assert np.allclose(found.lower, summarise(np.moveaxis(values, 1, 0)).lower)


def test_order_of_places_does_not_matter() -> None:
    values = np.random.default_rng(1).gamma(2, size=(320, 5))
    one, other = summarise(values), summarise(values[:, ::-1])
    assert (one.upper == other.upper[::-1]).all()


@pytest.mark.parametrize("quasi", [True, False])
def test_the_reported_error_is_the_real_one(quasi) -> None:
    """Over 60 seeds the medians lie as far from the truth as the reported errors say."""
    parameters = {
        "risk": Uncertain(1.5, 1.2, 1.875, "lognormal"),
        "share": Uncertain(0.4, 0.3, 0.5, "beta"),
    }
    known = _median_fraction(parameters)
    off, reported = [], []
    for seed in range(60):
        if quasi:
            found = draw(parameters, draws=512, seed=seed)
        else:
            rng = np.random.default_rng(seed)
            found = {name: one.quantile(rng.random(512)) for name, one in parameters.items()}
        summary = summarise(_fraction(found))
        off.append(summary.value - known)
        reported.append(summary.monte_carlo_error)
    real, said = np.sqrt(np.mean(np.square(off))), np.sqrt(np.mean(np.square(reported)))
    assert 0.7 < said / real < 1.5  # 60 seeds: the ratio itself is known within about 20 per cent
    if not quasi:
        assert np.isclose(said, 0.0021, rtol=0.5)


def _fraction(found: dict[str, np.ndarray]) -> np.ndarray:
    excess = found["share"] * (found["risk"] - 1)
    return excess / (1 + excess)


def _median_fraction(parameters: dict[str, Uncertain]) -> float:
    """Median over a fine grid of both probabilities."""
    grid = (np.arange(1500) + 0.5) / 1500
    at = {"risk": parameters["risk"].quantile(grid)[:, None]}
    return float(np.median(_fraction(at | {"share": parameters["share"].quantile(grid)})))


def test_a_normal_result_has_its_textbook_limits() -> None:
    found = draw({"a": Uncertain(0, -1.959964, 1.959964, "normal")}, seed=1)["a"]
    summary = summarise(found, confidence=0.8)
    assert np.isclose(summary.upper, stats.norm.ppf(0.9), atol=4 * summary.limits_error + 1e-4)


def test_bad_input() -> None:
    with pytest.raises(InvalidInput, match="no multiple of 16"):
        summarise(np.arange(100.0))
    with pytest.raises(InvalidInput, match="confidence"):
        summarise(np.arange(160.0), confidence=95)


def test_unknown_draws_are_not_nought() -> None:
    values = np.ones((32, 2))
    values[3, 0] = np.nan
    found = summarise(values)
    assert np.isnan(found.value[0])
    assert found.value[1] == 1
