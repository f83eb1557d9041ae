"""Draws: shared where a number is shared, apart where it is a place's own."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from impact.assessment.uncertainty import Uncertain, draw, summarise
from impact.errors import InvalidInput

RISK = Uncertain(1.2, 1.1, 1.31, "lognormal")


def own(places: int) -> Uncertain:
    return Uncertain(np.full(places, 10.0), 8, 12, "normal")


def test_shapes() -> None:
    found = draw({"risk": RISK, "exposure": own(3), "cost": Uncertain(5.0)}, draws=64, seed=1)
    assert {name: one.shape for name, one in found.items()} == {
        "risk": (64, 1),
        "exposure": (64, 3),
        "cost": (64, 1),
    }
    assert draw({"risk": RISK}, draws=64, seed=1)["risk"].shape == (64,)
    assert draw({"risk": RISK}, draws=64, seed=1, places=7)["risk"].shape == (64, 1)
    fixed = draw({"own": Uncertain(np.array([1.0, 2.0]))}, draws=64, seed=1)["own"]
    assert fixed.shape == (64, 2)
    assert (fixed == [1, 2]).all()


def test_the_same_seed_gives_the_same_draws_in_any_order_of_names() -> None:
    one = draw({"risk": RISK, "exposure": own(3)}, draws=64, seed=5)
    other = draw({"exposure": own(3), "risk": RISK}, draws=64, seed=5)
    assert all((one[name] == other[name]).all() for name in one)
    assert list(other) == ["exposure", "risk"]
    moved = draw({"risk": RISK, "exposure": own(3)}, draws=64, seed=6)
    assert (moved["risk"] != one["risk"]).all()


def test_draws_follow_their_distribution() -> None:
    found = draw({"risk": RISK, "exposure": own(2)}, draws=8192, seed=1)
    assert (
        stats.kstest(np.log(found["risk"][:, 0]), stats.norm(np.log(1.2), 0.04457).cdf).statistic
        < 0.005
    )
    assert np.allclose(found["exposure"].std(axis=0), 4 / 2 / 1.959964, rtol=0.005)
    assert abs(np.corrcoef(found["exposure"].T)[0, 1]) < 0.04


def test_two_places_share_the_risk_but_not_their_exposure() -> None:
    found = draw({"risk": RISK, "exposure": own(2)}, draws=8192, seed=1)
    by_risk = found["risk"] ** (np.array([10.0, 10.0]) / 10)
    assert (by_risk[:, 0] == by_risk[:, 1]).all()
    by_exposure = 1.2 ** (found["exposure"] / 10)
    assert abs(np.corrcoef(by_exposure.T)[0, 1]) < 0.04


def test_many_places_are_stratified_and_apart() -> None:
    found = draw({"risk": RISK, "exposure": own(290)}, draws=4096, seed=1)
    ranks = np.sort(stats.norm(10, 2 / 1.959964).cdf(found["exposure"][:256]), axis=0)
    assert (np.floor(ranks * 256) == np.arange(256)[:, None]).all()
    together = np.corrcoef(np.column_stack([found["risk"], found["exposure"]]).T)
    assert np.abs(together - np.eye(291)).max() < 0.09
    assert np.isclose(found["exposure"].sum(axis=1).std(), np.sqrt(290) * 2 / 1.96, rtol=0.05)


def test_every_place_keeps_its_own_numbers() -> None:
    """Two areas, exposures 6 and 20, relative risk 1.2 for 10 above 5, 1000 cases each.

    True impacts 18.1 and 239 (by hand). Recycling all areas' numbers within each area gave 128.8
    (16.5-240.4) and 128.5 (16.7-240.5) in healthiar 0.2.4.
    """
    exposure = np.array([6.0, 20.0])
    parameters = {
        "risk": RISK,
        "exposure": Uncertain(exposure, exposure - 0.5, exposure + 0.5, "normal"),
    }
    found = draw(parameters, seed=1)
    risk = found["risk"] ** ((found["exposure"] - 5) / 10)
    impact = summarise(1000 * (1 - 1 / risk))
    assert np.allclose(impact.value, [18.07, 239.3], rtol=0.04)  # median against centre
    assert impact.upper[0] < 40
    assert impact.lower[1] > 100


def test_totals_are_made_for_each_draw() -> None:
    """Four equal independent areas whose own limits add up to 172-525.

    Their total is 258-437 when it is summed before it is summarised (the example of the research
    notes on healthiar 0.2.4, whose total was 172-525). Shared, the wide range is right.
    """
    low, high = 172 / 4, 525 / 4
    area = (low + high) / 2
    apart = draw({"cases": Uncertain(np.full(4, area), low, high, "normal")}, draws=2**15, seed=1)[
        "cases"
    ]
    each, total = summarise(apart), summarise(apart.sum(axis=1))
    assert np.allclose([each.lower.sum(), each.upper.sum()], [172, 525], atol=1)
    assert np.allclose([total.lower, total.upper], [258, 437], atol=3)
    together = draw({"cases": Uncertain(area, low, high, "normal")}, seed=1, places=4)["cases"]
    wide = summarise((together * np.ones(4)).sum(axis=1))
    assert np.allclose([wide.lower, wide.upper], [172, 525], atol=1)


def test_quasi_random_draws_are_nearer_than_random_ones() -> None:
    known = stats.lognorm(0.04457, scale=1.2).mean()
    errors = [
        draw({"risk": RISK}, draws=1024, seed=seed)["risk"].mean() - known for seed in range(20)
    ]
    plain = 1.2 * 0.04457 / np.sqrt(1024)
    assert np.sqrt(np.mean(np.square(errors))) < plain / 10


@pytest.mark.parametrize("draws", [0, 16, 100, 1000])
def test_numbers_of_draws_that_cannot_be_summarised_are_refused(draws) -> None:
    with pytest.raises(InvalidInput, match="multiple of 16"):
        draw({"risk": RISK}, draws=draws, seed=1)


def test_unlike_numbers_of_places_are_refused() -> None:
    with pytest.raises(InvalidInput, match="b: has numbers for 4 places, expected are 3"):
        draw({"a": own(3), "b": own(4)}, seed=1)
    with pytest.raises(InvalidInput, match="expected are 5"):
        draw({"a": own(3)}, seed=1, places=5)
    with pytest.raises(InvalidInput, match="at least one"):
        draw({}, seed=1)


def test_an_unknown_place_is_unknown_and_makes_the_total_unknown() -> None:
    parameter = Uncertain(np.array([10, np.nan]), np.array([8, 8]), np.array([12, 12]), "normal")
    found = draw({"cases": parameter}, draws=64, seed=1)["cases"]
    assert np.isfinite(summarise(found).value).tolist() == [True, False]
    assert np.isnan(summarise(found.sum(axis=1)).value)
