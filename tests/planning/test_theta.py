"""The Theta method against a hand calculation and statsmodels."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.tsa.api import SimpleExpSmoothing
from statsmodels.tsa.forecasting.theta import ThetaModel

from impact.planning.forecasts import runs, theta_forecast, theta_states

SERIES = np.array([52.1, 53.0, 51.2, 54.4, 55.0, 53.9, 56.3, 57.1, 55.8, 58.2])


def forecast(values: np.ndarray, alpha: float, horizon: int) -> np.ndarray:
    """Return the forecast from the last year of every row."""
    states = theta_states(runs(values), [alpha])
    last = states.level[0, :, -1], states.slope[:, -1], states.length[:, -1]
    return theta_forecast(*last, alpha, horizon)


def test_a_short_series_by_hand() -> None:
    # level: 1; 1 + .5 (3 - 1) = 2; 2 + .5 (2 - 2) = 2; 2 + .5 (4 - 2) = 3
    # slope: (-1.5*1 - .5*3 + .5*2 + 1.5*4) / (2.25 + .25 + .25 + 2.25) = 4 / 5
    # forecast: 3 + .4 (0 + (1 - .5^4) / .5) = 3 + .4 * 1.875 = 3.75; a year on .4 more
    values = np.array([[1.0, 3.0, 2.0, 4.0]])
    assert forecast(values, 0.5, 1) == pytest.approx([3.75])
    assert forecast(values, 0.5, 2) == pytest.approx([4.15])


@pytest.mark.parametrize("alpha", [0.2, 0.5, 0.9, 1.0])
def test_level_is_that_of_statsmodels(alpha: float) -> None:
    states = theta_states(runs(SERIES[None]), [alpha])
    peer = SimpleExpSmoothing(SERIES, initialization_method="known", initial_level=SERIES[0])
    fitted = peer.fit(smoothing_level=alpha, optimized=False)
    assert states.level[0, 0] == pytest.approx(np.asarray(fitted.level))
    assert states.errors[0, 0, 1:] == pytest.approx(np.asarray(fitted.resid)[1:])


def test_forecasts_are_those_of_statsmodels() -> None:
    peer = ThetaModel(SERIES, period=1, deseasonalize=False).fit(use_mle=False)
    states = theta_states(runs(SERIES[None]), [0.5])
    assert states.slope[0, -1] == pytest.approx(peer.params["b0"])
    level = np.asarray(peer.forecast_components(1)["ses"])[0]
    ours = [
        theta_forecast(level, states.slope[0, -1], 10, peer.params["alpha"], horizon)
        for horizon in (1, 2, 3, 4, 5)
    ]
    assert ours == pytest.approx(np.asarray(peer.forecast(5, theta=2)))


def test_a_straight_line_is_carried_on_with_half_its_slope() -> None:
    line = 10 + 2.0 * np.arange(200)[None]
    ahead = [forecast(line, 0.6, horizon)[0] for horizon in (1, 2, 3)]
    assert np.diff(ahead) == pytest.approx([1.0, 1.0])


def test_a_constant_series_stays() -> None:
    assert forecast(np.full((1, 6), 7.0), 0.3, 5) == pytest.approx([7.0])


def test_shifting_and_scaling_do_the_same_to_the_forecast() -> None:
    plain = forecast(SERIES[None], 0.4, 3)
    assert forecast(-3 * SERIES[None] + 11, 0.4, 3) == pytest.approx(-3 * plain + 11)
