"""Damped Holt against a hand calculation and statsmodels."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.tsa.api import Holt

from impact.planning.forecasts import HoltConstants, holt_forecast, holt_states, runs

SERIES = np.array([52.1, 53.0, 51.2, 54.4, 55.0, 53.9, 56.3, 57.1, 55.8, 58.2])


def test_a_short_series_by_hand() -> None:
    # alpha .5, beta .5, phi .8, values 10, 12, 13
    # year 1: level 10, trend 0
    # year 2: expected 10, level 11, trend .5 * 1 + .5 * 0 = .5
    # year 3: expected 11.4, level 12.2, trend .5 * 1.2 + .5 * .4 = .8
    states = holt_states(runs(np.array([[10.0, 12.0, 13.0]])), HoltConstants(0.5, 0.5, 0.8))
    assert states.level[0, 0] == pytest.approx([10.0, 11.0, 12.2])
    assert states.trend[0, 0] == pytest.approx([0.0, 0.5, 0.8])
    assert states.errors[0, 0, 1:] == pytest.approx([2.0, 1.6])
    # 12.2 + (.8 + .64) .8 = 13.352
    assert holt_forecast(12.2, 0.8, 0.8, 2) == pytest.approx(13.352)


@pytest.mark.parametrize("alpha, beta, phi", [(0.3, 0.1, 0.9), (0.8, 0.4, 0.8), (1.0, 0.05, 0.98)])
def test_states_and_forecasts_are_those_of_statsmodels(
    alpha: float, beta: float, phi: float
) -> None:
    states = holt_states(runs(SERIES[None]), HoltConstants(alpha, beta, phi))
    peer = Holt(
        SERIES,
        damped_trend=True,
        initialization_method="known",
        initial_level=SERIES[0],
        initial_trend=0.0,
    ).fit(smoothing_level=alpha, smoothing_trend=beta, damping_trend=phi, optimized=False)
    assert states.level[0, 0] == pytest.approx(np.asarray(peer.level))
    ours = [
        holt_forecast(states.level[0, 0, -1], states.trend[0, 0, -1], phi, horizon)
        for horizon in (1, 2, 3, 4, 5)
    ]
    assert ours == pytest.approx(np.asarray(peer.forecast(5)))


def test_the_trend_fades_out() -> None:
    ahead = np.array([holt_forecast(10.0, 1.0, 0.8, horizon) for horizon in range(1, 40)])
    assert (np.diff(ahead) > 0).all() and (np.diff(ahead, n=2) < 0).all()
    assert ahead[-1] == pytest.approx(10 + 0.8 / 0.2, abs=0.01)


def test_several_constants_at_once_are_each_as_alone() -> None:
    several = HoltConstants(np.array([0.2, 0.8]), np.array([0.1, 0.3]), np.array([0.8, 0.9]))
    together = holt_states(runs(SERIES[None]), several)
    alone = holt_states(runs(SERIES[None]), HoltConstants(0.8, 0.3, 0.9))
    assert together.level[1] == pytest.approx(alone.level[0])
