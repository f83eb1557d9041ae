"""One door to uncertainty: the basis decides, and no basis means no interval."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.indicators.rates.intervals import proportion
from impact.indicators.variation.uncertainty import uncertainty
from impact.indicators.variation.year_noise import year_interval, year_noise

BASES = pd.DataFrame(
    {
        "indicator": ["share", "told", "plain", "moving", "rolling"],
        "basis": ["binomial", "published", "none", "between_year", "between_year"],
        "approximate": [True, False, False, False, False],
        "window_years": [1, 1, 1, 1, 7],
        "lower_limit": [0.0, np.nan, np.nan, 0.0, 0.0],
        "upper_limit": [100.0, np.nan, np.nan, 100.0, np.nan],
    }
)


def rows(indicator: str, values: list[float], **columns: object) -> pd.DataFrame:
    table = pd.DataFrame({"indicator": indicator, "place": "SE-0001", "year": 2024}, index=[0])
    table = table.loc[[0] * len(values)].reset_index(drop=True)
    table["place"] = [f"SE-{number:04d}" for number in range(len(values))]
    empty = dict.fromkeys(("lower", "upper", "denominator"), np.nan)
    return table.assign(value=values, group="total", status="ok", **(empty | columns))


def yearly(indicator: str) -> pd.DataFrame:
    rng = np.random.default_rng(1)
    parts = [rows(indicator, list(rng.normal(97, 2, 40)), year=year) for year in range(2014, 2024)]
    return pd.concat(parts, ignore_index=True)


def test_a_share_gets_wilson_limits_of_its_denominator():
    out = uncertainty(rows("share", [81.25], denominator=80.0), indicators=BASES).iloc[0]
    counts = pd.DataFrame({"numerator": [65], "denominator": [80]})
    expected = proportion(counts, multiplier=100).iloc[0]
    assert out["lower"] == pytest.approx(expected["lower"])
    assert out["upper"] == pytest.approx(expected["upper"])
    assert (out["basis"], out["method"], out["confidence"]) == ("binomial", "wilson", 0.95)
    assert out["standard_error"] == pytest.approx((out["upper"] - out["lower"]) / 3.919928)
    assert out["degrees_of_freedom"] == np.inf
    assert out["approximate"]


def test_a_share_need_not_be_a_whole_number_of_persons():
    out = uncertainty(rows("share", [81.3], denominator=80.0), indicators=BASES).iloc[0]
    assert out["lower"] < 81.3 < out["upper"]


@pytest.mark.parametrize("denominator", [np.nan, 0.0, -1.0])
def test_a_share_without_persons_has_no_uncertainty(denominator):
    out = uncertainty(rows("share", [81.3], denominator=denominator), indicators=BASES).iloc[0]
    assert out[["lower", "upper", "standard_error", "confidence"]].isna().all()
    assert (out["basis"], out["method"], out["approximate"]) == ("none", "none", False)
    assert out["value"] == 81.3


def test_published_limits_are_kept_and_give_the_standard_error():
    frame = rows("told", [80.0], lower=[76.08], upper=[83.92])
    out = uncertainty(frame, indicators=BASES).iloc[0]
    assert (out["lower"], out["upper"]) == (76.08, 83.92)
    assert out["standard_error"] == pytest.approx(2.0, abs=1e-4)
    wider = uncertainty(frame, indicators=BASES, confidence=0.998).iloc[0]
    assert wider["upper"] == pytest.approx(80 + 3.0902 * 2, abs=1e-3)


def test_no_basis_means_no_interval():
    out = uncertainty(rows("plain", [3.0], lower=[2.0], upper=[4.0]), indicators=BASES).iloc[0]
    assert out[["lower", "upper", "standard_error", "degrees_of_freedom"]].isna().all()
    assert out["basis"] == "none"


def test_between_year_limits_come_from_the_noise_and_stay_possible():
    frame = yearly("moving")
    out = uncertainty(frame, indicators=BASES)
    expected = year_interval(frame, year_noise(frame))
    assert np.allclose(out["lower"], expected["lower"])
    assert np.allclose(out["upper"], np.minimum(expected["upper"], 100))
    assert (expected["upper"] > 100).any()
    assert (out["basis"] == "between_year").all()
    assert not out["approximate"].any()


def test_figures_over_several_years_have_no_between_year_basis():
    assert (uncertainty(yearly("rolling"), indicators=BASES)["basis"] == "none").all()


def test_rows_keep_their_order_and_index_whatever_their_basis():
    frame = pd.concat(
        [yearly("moving"), rows("share", [50.0], denominator=40.0), rows("plain", [1.0])]
    )
    mixed = frame.sample(frac=1, random_state=3)
    before = mixed.copy()
    out = uncertainty(mixed, indicators=BASES)
    pd.testing.assert_frame_equal(mixed, before)
    assert out.index.equals(mixed.index)
    assert out["value"].equals(mixed["value"])
    assert out.loc[out["indicator"] == "share", "basis"].tolist() == ["binomial"]


def test_suppressed_and_missing_rows_have_no_uncertainty_and_keep_their_status():
    frame = rows("share", [np.nan, np.nan, 50.0], denominator=40.0)
    frame["status"] = ["suppressed", "missing", "ok"]
    out = uncertainty(frame, indicators=BASES)
    assert out["lower"].isna().tolist() == [True, True, False]
    assert out["status"].tolist() == ["suppressed", "missing", "ok"]
    assert out["basis"].tolist() == ["none", "none", "binomial"]


def test_all_faults_of_the_table_of_indicators_are_named():
    wrong = pd.DataFrame({"indicator": ["share", "share"], "basis": ["binomial", "guess"]})
    missing = "indicator 'plain': has no row"
    with pytest.raises(InvalidInput) as caught:
        uncertainty(rows("plain", [1.0]), indicators=wrong)
    text = str(caught.value)
    assert missing in text
    assert "'guess' is not one of" in text
    assert "stands twice" in text


def test_shares_outside_0_to_100_are_refused_by_row():
    with pytest.raises(InvalidInput, match=r"row 1, value"):
        uncertainty(rows("share", [50.0, 101.0], denominator=40.0), indicators=BASES)


def test_an_infinite_number_of_persons_is_unknown():
    out = uncertainty(rows("share", [50.0], denominator=np.inf), indicators=BASES)
    assert out["basis"].tolist() == ["none"]


def test_published_limits_in_wrong_order_are_refused():
    """They made a negative standard error."""
    with pytest.raises(InvalidInput, match="above its upper"):
        uncertainty(rows("told", [50.0], lower=60.0, upper=40.0), indicators=BASES)
