"""Slope and relative index against another library, simulation and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.inequalities.concentration_index import concentration_index
from impact.indicators.inequalities.slope_index import slope_index

QUINTILES = pd.DataFrame(
    {
        "quantile": [1, 2, 3, 4, 5],
        "value": [75.60530, 91.01997, 96.03959, 97.04223, 99.22405],
        "error": [1.5996131, 1.1351504, 0.6461946, 0.5676206, 0.2237683],
        "population": [2072.436, 2112.204, 1983.059, 2052.124, 1884.510],
    }
)
"""Births attended by skilled staff, per cent: sample data of WHO's healthequal 1.0.1."""

ladders = st.lists(
    st.tuples(st.floats(0.05, 0.95), st.floats(0.001, 0.05), st.integers(50, 5000)),
    min_size=3,
    max_size=10,
)


def ladder(rungs: list[tuple[float, float, int]], **columns: object) -> pd.DataFrame:
    frame = pd.DataFrame(rungs, columns=["value", "error", "population"])
    return frame.assign(quantile=range(1, len(rungs) + 1), **columns)


def index(frame: pd.DataFrame, **choices: object) -> pd.Series:
    return slope_index(frame, standard_error="error", **choices).iloc[0]


def by_loop(frame: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return coefficients and covariance by weighted least squares and its linear map."""
    share = frame["population"].to_numpy() / frame["population"].sum()
    middle = np.cumsum(share) - share / 2
    design = sm.add_constant(middle)
    fit = sm.WLS(frame["value"].to_numpy(), design, weights=share).fit()
    mapping = np.linalg.pinv(design * np.sqrt(share)[:, None]) * np.sqrt(share)
    return fit.params, mapping @ np.diag(frame["error"].to_numpy() ** 2) @ mapping.T


@settings(max_examples=50)
@given(ladders)
def test_linear_slope_and_its_error_agree_with_weighted_least_squares(rungs):
    frame = ladder(rungs)
    params, covariance = by_loop(frame)
    row = index(frame)
    assert row["value"] == pytest.approx(params[1], abs=1e-10)
    assert row["bottom"] == pytest.approx(params[0], abs=1e-10)
    assert row["standard_error"] == pytest.approx(np.sqrt(covariance[1, 1]), rel=1e-8)
    assert row["upper"] - row["value"] == pytest.approx(1.959964 * row["standard_error"], rel=1e-6)


def test_the_slope_is_the_concentration_index_over_twice_the_variance_of_rank():
    """The absolute index of these data is printed as 4.30052 in healthequal's manual (aci)."""
    share = QUINTILES["population"] / QUINTILES["population"].sum()
    rank = share.cumsum() - share / 2
    expected = 4.30052 / (2 * (share * (rank - 0.5) ** 2).sum())
    assert index(QUINTILES)["value"] == pytest.approx(expected, abs=2e-5)


def test_least_squares_on_log_odds_is_below_healthequal_which_weights_twice():
    """healthequal's manual prints 31.61763 (sii): a binomial fit that also weights by
    population, so that a group counts by the square of its persons. Here log odds are weighted
    once, as statsmodels does with these weights."""
    shares = QUINTILES.assign(value=QUINTILES["value"] / 100, error=QUINTILES["error"] / 100)
    (middle, slope), _ = by_loop(shares.assign(value=np.log(1 / (1 / shares["value"] - 1))))
    expected = 100 / (1 + np.exp(-middle - slope)) - 100 / (1 + np.exp(-middle))
    row = index(shares, scale="logit", multiplier=100)
    assert row["value"] == pytest.approx(expected)
    assert row["value"] < 30 < 31.61763


@settings(max_examples=50)
@given(ladders)
def test_log_scale_relative_index_is_exact(rungs):
    frame = ladder(rungs)
    logs = frame.assign(value=np.log(frame["value"]), error=frame["error"] / frame["value"])
    params, covariance = by_loop(logs)
    row = index(frame, scale="log")
    assert row["relative"] == pytest.approx(np.exp(params[1]), rel=1e-9)
    half = 1.959964 * np.sqrt(covariance[1, 1])
    assert row["relative_lower"] == pytest.approx(np.exp(params[1] - half), rel=1e-6)
    assert row["relative_upper"] == pytest.approx(np.exp(params[1] + half), rel=1e-6)


@settings(max_examples=50)
@given(ladders, st.sampled_from(["linear", "log", "logit"]), st.floats(0.01, 1000))
def test_a_negative_multiplier_turns_both_indices_and_keeps_limits_in_order(rungs, scale, factor):
    """PHEindicatormethods swaps the limits for any multiplier below 1 when it transforms."""
    plain, turned = (index(ladder(rungs), scale=scale, multiplier=m) for m in (factor, -factor))
    assert turned["value"] == pytest.approx(-plain["value"])
    assert turned["lower"] == pytest.approx(-plain["upper"])
    assert turned["upper"] == pytest.approx(-plain["lower"])
    assert turned["standard_error"] == plain["standard_error"] > 0
    if np.isfinite(plain["relative"]):
        assert turned["relative"] == pytest.approx(1 / plain["relative"])
    sides = ["relative_lower", "relative_upper"]
    for row in (plain, turned):
        assert np.isnan(row[sides].astype(float)).sum() in (0, 2)
    if np.isfinite([*plain[sides], *turned[sides]]).all():
        assert turned["relative_lower"] == pytest.approx(1 / plain["relative_upper"])
        assert turned["relative_upper"] == pytest.approx(1 / plain["relative_lower"])
        assert 0 <= plain["relative_lower"] <= plain["relative"] <= plain["relative_upper"]
    assert plain["lower"] <= plain["value"] <= plain["upper"]


def test_the_multiplier_scales_the_slope_only():
    one, thousandth = index(QUINTILES), index(QUINTILES, multiplier=0.001)
    assert thousandth["value"] == pytest.approx(one["value"] / 1000)
    assert thousandth["lower"] < thousandth["value"] < thousandth["upper"]
    relative = ["relative", "relative_lower", "relative_upper", "relative_standard_error"]
    assert thousandth[relative].tolist() == one[relative].tolist()


@pytest.mark.parametrize("scale", ["linear", "log", "logit"])
def test_no_gap_when_all_are_equal(scale):
    row = index(QUINTILES.assign(value=0.4, error=0.01), scale=scale)
    assert row["value"] == pytest.approx(0, abs=1e-12)
    assert row["relative"] == pytest.approx(1)
    assert row["lower"] < 0 < row["upper"]
    assert row["relative_lower"] < 1 < row["relative_upper"]


@settings(max_examples=50)
@given(ladders, st.floats(0.1, 10), st.floats(-5, 5))
def test_absolute_slope_follows_the_unit_and_ignores_a_constant(rungs, factor, constant):
    frame = ladder(rungs)
    row = index(frame)
    moved = index(
        frame.assign(value=frame["value"] * factor + constant, error=frame["error"] * factor)
    )
    assert moved["value"] == pytest.approx(row["value"] * factor, abs=1e-9)
    assert moved["lower"] == pytest.approx(row["lower"] * factor, abs=1e-9)
    scaled = index(frame.assign(value=frame["value"] * factor, error=frame["error"] * factor))
    assert scaled["relative"] == pytest.approx(row["relative"], rel=1e-9, nan_ok=True)


@settings(max_examples=30)
@given(ladders, st.randoms())
def test_order_of_rows_size_of_the_country_and_splitting_a_rank_change_nothing(rungs, random):
    frame = ladder(rungs)
    expected = index(frame)
    order = list(frame.index)
    random.shuffle(order)
    halves = pd.concat([frame, frame.iloc[[0]]])
    halves["population"] = [
        frame["population"].iloc[0] / 2,
        *frame["population"].iloc[1:],
        frame["population"].iloc[0] / 2,
    ]
    numbers = ["value", "relative", "bottom", "top"]
    for other in (frame.loc[order], frame.assign(population=frame["population"] * 7.5), halves):
        assert index(other)[numbers].tolist() == pytest.approx(
            expected[numbers].tolist(), rel=1e-9, nan_ok=True
        )


@pytest.mark.parametrize("scale", ["linear", "log", "logit"])
@pytest.mark.parametrize("relative", [False, True])
def test_closed_limits_agree_with_simulated_ones(scale, relative):
    """Tolerance 3 % of the width: 200,000 draws and recovered variances, which are approximate."""
    frame = ladder([(0.72, 0.02, 400), (0.79, 0.015, 500), (0.84, 0.012, 450), (0.9, 0.01, 480)])
    prefix = "relative_" if relative else ""
    closed, drawn = (index(frame, scale=scale, draws=draws, seed=1) for draws in (None, 200_000))
    width = closed[f"{prefix}upper"] - closed[f"{prefix}lower"]
    for side in ("lower", "upper"):
        assert closed[prefix + side] == pytest.approx(drawn[prefix + side], abs=0.03 * width)


def test_the_same_seed_gives_the_same_limits_and_another_one_others():
    first, again, other = (index(QUINTILES, scale="log", draws=1000, seed=s) for s in (1, 1, 2))
    assert first["upper"] == again["upper"] != other["upper"]


def test_limits_given_instead_of_errors_are_read_on_the_scale():
    error = QUINTILES["error"]
    given_limits = QUINTILES.assign(
        low=QUINTILES["value"] - 2.575829 * error, high=QUINTILES["value"] + 2.575829 * error
    )
    row = slope_index(given_limits, limits=("low", "high"), limits_confidence=0.99).iloc[0]
    assert row["lower"] == pytest.approx(index(QUINTILES)["lower"], abs=1e-5)


def test_without_errors_there_are_values_without_limits():
    row = slope_index(QUINTILES).iloc[0]
    assert row["value"] == pytest.approx(index(QUINTILES)["value"])
    assert np.isnan(row[["lower", "upper", "standard_error"]].astype(float)).all()


def test_an_uncertain_bottom_gives_no_relative_limits():
    """Fieller's set has two ends only when the bottom is surely not 0."""
    row = index(ladder([(0.05, 0.05, 100), (0.1, 0.05, 100), (0.2, 0.05, 100)]))
    assert np.isfinite(row["upper"])
    assert np.isnan(row["relative_upper"])


def test_groups_are_fitted_each_by_itself_in_order_of_first_appearance():
    other = QUINTILES.assign(value=100 - QUINTILES["value"])
    frame = pd.concat([other.assign(year=2025), QUINTILES.assign(year=2024)])
    out = slope_index(frame, standard_error="error", by="year", confidence=(0.95, 0.998))
    assert out["year"].tolist() == [2025, 2024]
    assert out["value"].tolist() == pytest.approx([-26.8835, 26.8835], abs=1e-3)
    assert {"lower_95", "relative_upper_99_8"} <= set(out.columns)


def test_reasons():
    frame = pd.concat(
        [
            ladder([(0.5, 0.1, 10), (np.nan, 0.1, 10)], place="missing"),
            ladder([(0.5, 0.1, 10), (0.4, 0.1, 10)], place="suppressed"),
            ladder([(0.5, 0.1, 10)], place="few"),
            ladder([(0.5, 0.1, 0), (0.4, 0.1, 0)], place="nobody"),
            ladder([(0.5, 0.1, 10), (0.0, 0.1, 10)], place="zero"),
            ladder([(0.5, 0.1, 10), (0.4, 0.1, 10), (0.3, 0.1, 5)], place="three"),
            ladder([(0.5, 0.1, 10), (np.nan, np.nan, 0), (0.4, 0.1, 10)], place="fine"),
        ]
    )
    frame["status"] = np.where(frame["place"] == "suppressed", "suppressed", "ok")
    out = slope_index(frame, standard_error="error", by="place", scale="log", ranks=2)
    reasons = out.set_index("place")["reason"].to_dict()
    assert reasons == {
        "missing": "missing",
        "suppressed": "suppressed",
        "few": "few_groups",
        "nobody": "no_persons",
        "zero": "not_on_scale",
        "three": "incomplete",
        "fine": "",
    }
    assert out["value"].notna().tolist() == [False] * 6 + [True]


@pytest.mark.parametrize(
    ("choices", "text"),
    [
        ({"scale": "square"}, "square"),
        ({"draws": 1000}, "seed"),
        ({"scale": "logit"}, "divided by 100"),
        ({"limits": ("error", "value"), "standard_error": "error"}, "both given"),
        ({"limits": ("value", "error")}, "above its error"),
        ({"population": "nobody"}, "nobody"),
        ({"confidence": 95}, "between 0 and 1"),
    ],
)
def test_choices_that_cannot_be_are_refused(choices, text):
    with pytest.raises(InvalidInput, match=text):
        slope_index(QUINTILES, **choices)


def test_all_rows_that_cannot_be_are_named():
    frame = QUINTILES.assign(population=[1, -1, 2, -3, 4])
    frame.loc[4, "quantile"] = np.nan
    with pytest.raises(InvalidInput) as caught:
        slope_index(frame)
    assert len(caught.value.faults) == 3


def test_slope_and_concentration_rest_on_the_same_rank():
    """Least squares: slope = absolute index / (2 variance of rank), errors alike."""
    slope = index(QUINTILES)
    area = concentration_index(QUINTILES, order="quantile", standard_error="error").iloc[0]
    assert slope["standard_error"] / slope["value"] == pytest.approx(
        area["standard_error"] / area["value"]
    )


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["linear", "log", "logit"])
def test_standard_errors_and_coverage_at_municipal_sizes(scale):
    """4,000 draws of five income groups of 200 to 600 pupils; errors within 5 %, coverage 95."""
    share, size = np.array([0.74, 0.8, 0.85, 0.88, 0.92]), np.array([200, 300, 400, 500, 600])
    rng = np.random.default_rng(20261121)
    seen = rng.binomial(size, share, (4000, 5)) / size
    error = np.sqrt(seen * (1 - seen) / size)
    frame = pd.DataFrame(
        {
            "draw": np.repeat(np.arange(4000), 5),
            "quantile": np.tile(np.arange(5), 4000),
            "value": seen.ravel(),
            "error": error.ravel(),
            "population": np.tile(size, 4000),
        }
    )
    out = slope_index(frame, standard_error="error", by="draw", scale=scale)
    truth = slope_index(frame.iloc[:5].assign(value=share), scale=scale).iloc[0]
    for name, prefix in (("value", ""), ("relative", "relative_")):
        analytic = np.sqrt((out[f"{prefix}standard_error"] ** 2).mean())
        assert analytic == pytest.approx(out[name].std(), rel=0.05)
        inside = out[f"{prefix}lower"].le(truth[name]) & out[f"{prefix}upper"].ge(truth[name])
        assert 0.93 < inside.mean() < 0.97


def test_a_turned_ratio_is_bounded_when_the_top_is_surely_above_0():
    """By hand: Fieller's set of bottom / top asks the top, not the bottom, to be clear of 0."""
    sure_top = ladder([(0.2, 0.07, 100), (0.4, 0.07, 100), (0.6, 0.07, 100)])
    assert np.isnan(index(sure_top)["relative_upper"])
    turned = index(sure_top, multiplier=-1)
    assert 0 == turned["relative_lower"] <= turned["relative"] < turned["relative_upper"] < 1
    sure_bottom = sure_top.assign(value=sure_top["value"].to_numpy()[::-1])
    turned = index(sure_bottom, multiplier=-1)
    assert turned[["relative_lower", "relative_upper"]].isna().all()


def test_known_values_have_limits_of_no_width():
    row = index(QUINTILES.assign(error=0.0))
    assert row["relative_lower"] == pytest.approx(row["relative"])
    assert row["relative_upper"] == pytest.approx(row["relative"])


def test_a_withheld_value_is_not_held_against_the_scale():
    frame = QUINTILES.assign(status=["suppressed", *["ok"] * 4])
    frame.loc[0, "value"] = -7.0
    assert index(frame, scale="log")["reason"] == "suppressed"


@pytest.mark.parametrize("multiplier", [0, np.nan, np.inf])
def test_a_multiplier_that_leaves_nothing_is_refused(multiplier):
    with pytest.raises(InvalidInput, match="multiplier"):
        slope_index(QUINTILES, order="quantile", multiplier=multiplier)
