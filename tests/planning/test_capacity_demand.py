"""Demand: shares drawn to the region, chosen shrinkage, and scenarios that move together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from impact.errors import InvalidInput
from impact.planning.capacity import (
    choose_shrinkage,
    demand,
    demand_draws,
    share_limits,
    share_trend,
    transition_shares,
)

COUNTS = pd.DataFrame([[30, 10], [0, 10], [0, 0]], ["big", "small", "none"], ["NA", "VO"])


def test_shares_by_hand():
    # region: 30 of 50 NA. small: (0 + 10 x 0.6) / (10 + 10) = 0.3; big: (30 + 6) / 50 = 0.72
    shares = transition_shares(COUNTS, 10)
    assert shares["NA"].tolist() == pytest.approx([0.72, 0.30, 0.60])
    assert transition_shares(COUNTS, 0)["NA"].tolist() == pytest.approx([0.75, 0.0, 0.60])
    assert transition_shares(COUNTS, 1e12)["NA"].tolist() == pytest.approx([0.60, 0.60, 0.60])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 400), min_size=6, max_size=6).filter(any), st.floats(0, 500),
    st.integers(1, 9),
)  # fmt: skip
def test_shares_sum_to_one_and_scale_together(numbers, shrinkage, times):
    counts = pd.DataFrame(np.reshape(numbers, (2, 3)), ["a", "b"], ["X", "Y", "Z"])
    shares = transition_shares(counts, shrinkage)
    assert shares.sum(axis=1).to_numpy() == pytest.approx(np.ones(2))
    larger = transition_shares(counts * times, shrinkage * times)
    assert np.allclose(larger, shares)
    turned = transition_shares(counts.iloc[::-1, ::-1], shrinkage)
    assert np.allclose(turned.loc[["a", "b"], ["X", "Y", "Z"]], shares)


def test_limits_are_quantiles_of_the_beta_distribution():
    low, high = share_limits(COUNTS, 10)
    assert low.loc["small", "NA"] == pytest.approx(beta.ppf(0.1, 6, 14))
    assert high.loc["small", "NA"] == pytest.approx(beta.ppf(0.9, 6, 14))
    shares = transition_shares(COUNTS, 10)
    assert ((low <= shares) & (shares <= high)).all().all()
    wider = share_limits(COUNTS, 10, confidence=0.95)
    assert (wider[0] < low).all().all()
    raw = share_limits(COUNTS, 0)
    assert (raw[0].loc["small", "NA"], raw[1].loc["small", "NA"]) == (0, 0)
    assert (raw[0].loc["small", "VO"], raw[1].loc["small", "VO"]) == (1, 1)


def years_of(spread: float, size: int, seed: int = 2) -> dict[int, pd.DataFrame]:
    """Return counts of homes whose true shares differ by `spread`."""
    random = np.random.default_rng(seed)
    true = random.dirichlet(np.array([3.0, 2.0, 1.0]) / max(spread, 1e-9), size=30)
    names = [f"h{number}" for number in range(30)]
    return {
        year: pd.DataFrame(
            [random.multinomial(size, share) for share in true], names, ["X", "Y", "Z"]
        )
        for year in range(2018, 2023)
    }


def test_like_homes_are_drawn_together_and_unlike_ones_left_alone():
    alike = choose_shrinkage(years_of(1e-4, 20))
    unlike = choose_shrinkage(years_of(2.0, 200))
    assert alike.best >= 200
    assert unlike.best <= 10
    assert alike.losses["loss"].min() < alike.losses.set_index("shrinkage")["loss"][5.0]


def test_the_loss_of_a_year_left_out_by_hand():
    years = {
        2020: pd.DataFrame([[3, 1]], ["a"], ["X", "Y"]),
        2021: pd.DataFrame([[2, 2]], ["a"], ["X", "Y"]),
    }
    found = choose_shrinkage(years, [0])
    # 2020 from 2021: 4 x log 2. 2021 from 2020: -2 log(3/4) - 2 log(1/4). Eight pupils.
    by_hand = (4 * np.log(2) - 2 * np.log(0.75) - 2 * np.log(0.25)) / 8
    assert found.losses["loss"].tolist() == pytest.approx([by_hand])
    with pytest.raises(InvalidInput, match="at least two"):
        choose_shrinkage({2020: years[2020]})
    with pytest.raises(InvalidInput, match="other homes or programmes"):
        choose_shrinkage({2020: years[2020], 2021: years[2021].rename(index={"a": "b"})})


def test_a_programme_never_seen_before_rules_out_raw_shares():
    years = {
        2020: pd.DataFrame([[3, 0], [1, 2]], ["a", "b"], ["X", "Y"]),
        2021: pd.DataFrame([[2, 1], [1, 2]], ["a", "b"], ["X", "Y"]),
    }
    found = choose_shrinkage(years, [0, 5])
    assert np.isinf(found.losses["loss"].iloc[0])
    assert found.best == 5


def test_trend_of_shares_by_hand():
    years = {
        year: pd.DataFrame([[10 + gain, 90 - gain]], ["a"], ["X", "Y"])
        for year, gain in ((2020, 0), (2021, 3), (2022, 3))
    }
    trend = share_trend(years).set_index("programme")
    # shares 0.10, 0.13, 0.13: slope 0.015, residuals -0.005, 0.01, -0.005, s = sqrt(0.00015),
    # standard error s / sqrt(2), t with one degree of freedom at 90 per cent 3.0777
    assert trend.loc["X", "slope"] == pytest.approx(0.015)
    half = 3.0777 * np.sqrt(0.00015) / np.sqrt(2)
    assert trend.loc["X", "upper"] == pytest.approx(0.015 + half, abs=1e-5)
    assert trend.loc["Y", "slope"] == pytest.approx(-0.015)
    two = share_trend({year: years[year] for year in (2020, 2021)}).set_index("programme")
    assert np.isnan(two.loc["X", "lower"])
    one = share_trend({2020: years[2020]}).set_index("programme")
    assert np.isnan(one.loc["X", "slope"])


def test_demand_by_hand_and_its_faults():
    shares = transition_shares(COUNTS, 10)
    found = demand(pd.Series({"small": 20, "big": 50}), shares, starting=0.9)
    assert list(found.index) == ["small", "big"]
    assert found.loc["small", "NA"] == pytest.approx(20 * 0.9 * 0.3)
    by_home = demand(pd.Series({"big": 50}), shares, starting=pd.Series({"big": 1.1}))
    assert by_home.to_numpy().sum() == pytest.approx(55)
    with pytest.raises(InvalidInput) as caught:
        demand(pd.Series({"big": -1, "other": 3}), shares)
    assert [fault.where for fault in caught.value.faults] == ["home other", "home big"]


def test_scenarios_keep_their_cohorts_and_centre_on_the_shares():
    cohorts = np.random.default_rng(1).uniform(80, 120, (4000, 3))
    draws = demand_draws(cohorts, COUNTS, seed=5, shrinkage=10, starting=0.9)
    assert draws.shape == (4000, 3, 2)
    assert np.allclose(draws.sum(axis=2), 0.9 * cohorts)
    means = (draws / draws.sum(axis=2, keepdims=True)).mean(axis=0)
    assert np.allclose(means, transition_shares(COUNTS, 10), atol=0.01)
    again = demand_draws(cohorts, COUNTS, seed=5, shrinkage=10, starting=0.9)
    assert (draws == again).all()
    assert (draws != demand_draws(cohorts, COUNTS, seed=6, shrinkage=10, starting=0.9)).any()


def test_a_turn_of_taste_moves_all_homes_together():
    counts = pd.DataFrame(np.full((20, 2), 500), [f"h{n}" for n in range(20)], ["X", "Y"])
    cohorts = np.full((2000, 20), 100.0)
    alone = demand_draws(cohorts, counts, seed=3)[:, :, 0].sum(axis=1).std()
    together = demand_draws(cohorts, counts, seed=3, programme_spread=0.2)[:, :, 0]
    assert together.sum(axis=1).std() > 5 * alone
    assert np.corrcoef(together[:, 0], together[:, 1])[0, 1] > 0.8


def test_bad_counts():
    wrong = COUNTS.astype(float)
    wrong.iloc[0, 0], wrong.iloc[1, 1] = -1, np.nan
    with pytest.raises(InvalidInput) as caught:
        transition_shares(wrong, -1)
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput, match="no pupils at all"):
        transition_shares(COUNTS * 0)
    with pytest.raises(InvalidInput, match="more than once"):
        transition_shares(pd.concat([COUNTS, COUNTS]))
    with pytest.raises(InvalidInput, match="draws x 3 homes"):
        demand_draws(np.ones((5, 2)), COUNTS, seed=1)
