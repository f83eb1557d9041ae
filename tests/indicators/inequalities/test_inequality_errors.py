"""Standard errors, corrections and limits of inequality measures against new samples."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.indicators.inequalities import inequality

pytestmark = pytest.mark.slow
CHOSEN = ["mean_difference_from_best_weighted", "mean_difference_from_best_unweighted"]


def study(share: np.ndarray, size: np.ndarray, draws: int, **choices: object) -> pd.DataFrame:
    """Draw shares of `size` pupils again and again; compare what is said with what happens."""
    rng, number = np.random.default_rng(20261121), len(share)
    error = np.sqrt(share * (1 - share) / size)
    frame = pd.DataFrame(
        {
            "draw": np.repeat(np.arange(draws), number),
            "subgroup": np.tile(np.arange(number), draws),
            "value": (share + error * rng.standard_normal((draws, number))).ravel(),
            "error": np.tile(error, draws),
            "population": np.tile(size, draws),
        }
    )
    frame["order"] = frame["subgroup"]
    choices = {"standard_error": "error", **choices}
    truth = frame.iloc[:number].assign(value=share, error=0.0)
    truth = inequality(truth, **choices).set_index("statistic")["value"]
    out = inequality(frame, by="draw", **choices).join(truth.rename("truth"), on="statistic")
    out["inside"] = out["lower"].le(out["truth"]) & out["upper"].ge(out["truth"])
    grouped = out.groupby("statistic", sort=False)
    analytic = np.sqrt(grouped["standard_error"].agg(lambda errors: (errors**2).mean()))
    spread = grouped["value"].std()
    return pd.DataFrame(
        {
            "error_ratio": analytic / spread,
            "bias": (grouped["value"].mean() - truth) / spread,
            "corrected_bias": (grouped["corrected"].mean() - truth) / spread,
            "coverage": grouped["inside"].mean(),
        }
    )


LADDER = np.array([0.70, 0.78, 0.84, 0.88, 0.93]), np.array([300, 400, 500, 550, 600])


@pytest.mark.parametrize("choices", [{}, {"order": "order"}, {"reference": 4}])
def test_five_levels_of_education(choices):
    """Five groups of 300 to 600, gaps of several errors: errors within 5 %, coverage 93-97 %."""
    out = study(*LADDER, 3000, **choices)
    assert out["error_ratio"].between(0.95, 1.05).all(), out
    assert out["coverage"].between(0.93, 0.97).all(), out
    assert out["corrected_bias"].abs().max() < 0.12, out


def test_a_hundred_municipalities_of_which_many_are_small():
    """20 to 3,000 pupils: half of the raw spread is noise. Errors within 5 % (7 % where the best
    is chosen by value), and the correction takes at least four fifths of the noise off."""
    rng = np.random.default_rng(5)
    size = np.exp(rng.normal(5.5, 1, 100)).clip(20, 3000)
    share = 1 / (1 + np.exp(-rng.normal(1.7, 0.3, 100)))
    out = study(share, size, 800)
    dispersed = out.drop(index=CHOSEN + [name for name in out.index if "attributable" in name])
    assert dispersed["error_ratio"].between(0.95, 1.05).all(), out
    assert out["error_ratio"].between(0.93, 1.09).all(), out
    assert (out["corrected_bias"].abs() < 0.2 * out["bias"].abs()).all(), out
    assert out["coverage"].between(0.9, 0.995).all(), out


def test_dispersion_limits_hold_whether_there_is_a_difference_or_not():
    """Noncentral chi-square limits: five groups equal, close and far apart."""
    size = LADDER[1]
    names = ["between_group_variance", "coefficient_of_variation", "theil", "mean_log_deviation"]
    for distance in (0, 0.3, 1, 3):
        share = 0.84 + distance * (LADDER[0] - 0.84) / 3
        coverage = study(share, size, 2000, measures=names)["coverage"]
        assert coverage.between(0.93, 0.985).all(), (distance, coverage)
