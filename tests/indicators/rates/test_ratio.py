"""Ratios of shares and rates against printed numbers, another library and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

from impact.errors import InvalidInput
from impact.indicators.rates.ratio import exact_limits, ratio, score_limits

quick = settings(max_examples=40, deadline=None)

COLUMNS = ["numerator", "denominator", "reference_numerator", "reference_denominator"]
share = st.integers(2, 2000).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n)))
pairs = st.tuples(share, share).map(lambda two: (*two[0], *two[1]))


def table(*rows: tuple[float, float, float, float], **columns: object) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).assign(**columns)


@pytest.mark.parametrize(
    ("counts", "lower", "upper", "tolerance"),
    [((36, 40, 16, 80), 2.940, 7.152, 5e-4), ((7, 34, 1, 34), 1.220853, 42.575718, 5e-6)],
)
def test_the_printed_score_limits(counts, lower, upper, tolerance):
    """Koopman (1984), Biometrics 40, 513-517; riskscoreci of the R package PropCIs."""
    row = ratio(table(counts), kind="proportion").iloc[0]
    assert row["lower"] == pytest.approx(lower, abs=tolerance)
    assert row["upper"] == pytest.approx(upper, abs=tolerance)


def test_the_printed_exact_limits_of_a_ratio_of_rates():
    """R, help page of poisson.test: 11 of 800 against 21 of 3011 person-years."""
    row = ratio(table((11, 800, 21, 3011)), kind="rate").iloc[0]
    assert row["value"] == pytest.approx(1.971488, abs=5e-7)
    assert row["lower"] == pytest.approx(0.8584264, abs=5e-8)
    assert row["upper"] == pytest.approx(4.2772659, abs=5e-8)


@quick
@given(pairs)
def test_score_limits_agree_with_statsmodels(counts):
    row = ratio(table(counts), kind="proportion").iloc[0]
    expected = confint_proportions_2indep(
        *counts, compare="ratio", method="score", correction=False
    )
    # statsmodels stops its search at about 1e-5 of the ratio; see the next test for who is closer
    assert np.allclose([row["lower"], row["upper"]], expected, rtol=1e-4)


def test_score_limits_agree_with_forty_digits():
    """By hand: the score equation solved by bisection in decimals of 40 digits."""
    row = ratio(table((1, 2, 1627, 1689)), kind="proportion").iloc[0]
    assert row["lower"] == pytest.approx(0.09813185865347795, rel=1e-12)
    assert row["upper"] == pytest.approx(0.9401249642137692, rel=1e-12)


@quick
@given(st.integers(1, 300), st.integers(1, 300), st.integers(10, 9999), st.integers(10, 9999))
def test_exact_limits_agree_with_clopper_and_pearson_of_scipy(x, y, n, m):
    row = ratio(table((x, n, y, m)), kind="rate").iloc[0]
    test = stats.binomtest(x, x + y, n / (n + m))
    share = np.array(test.proportion_ci(method="exact"))
    assert np.allclose([row["lower"], row["upper"]], share / (1 - share) * m / n)


@quick
@given(pairs, st.sampled_from(["proportion", "rate"]), st.floats(0.8, 0.999))
def test_the_p_value_agrees_with_the_interval(counts, kind, confidence):
    row = ratio(table(counts), kind=kind, confidence=confidence).iloc[0]
    if abs(row["p_value"] - (1 - confidence)) > 1e-9:
        outside = row["lower"] > 1 or row["upper"] < 1
        assert outside == (row["p_value"] < 1 - confidence)


@quick
@given(pairs, st.sampled_from(["proportion", "rate"]))
def test_exchanging_the_two_inverts_the_interval(counts, kind):
    one = ratio(table(counts), kind=kind).iloc[0]
    other = ratio(table((*counts[2:], *counts[:2])), kind=kind).iloc[0]
    assert one["lower"] * other["upper"] == pytest.approx(1, rel=1e-6)
    assert one["p_value"] == pytest.approx(other["p_value"], rel=1e-6, abs=1e-12)
    assert one["lower"] <= one["value"] <= one["upper"]


@pytest.mark.parametrize("kind", ["proportion", "rate"])
def test_counts_of_nobody_leave_one_end_open(kind):
    frame = table((0, 10, 3, 10), (3, 10, 0, 10), (0, 10, 0, 10))
    out = ratio(frame, kind=kind)
    assert out["reason"].tolist() == ["", "no_reference_events", "no_events"]
    assert out["value"].tolist()[0] == 0
    assert out["value"].isna().tolist() == [False, True, True]
    assert out["lower"].tolist()[0] == 0
    assert out["lower"].iloc[1] > 0
    assert out["upper"].iloc[1] == np.inf
    assert out.loc[2, ["lower", "upper", "p_value"]].isna().all()


def test_everyone_against_everyone_is_a_ratio_of_one():
    row = ratio(table((10, 10, 10, 10)), kind="proportion").iloc[0]
    assert row["p_value"] == 1
    assert row["lower"] == pytest.approx(1 / row["upper"])
    assert row["lower"] < 1


def test_every_table_of_few_counts_has_ordered_limits():
    sizes = [(n, m) for n in (1, 2, 5, 12) for m in (1, 3, 12)]
    counts = [(x, n, y, m) for n, m in sizes for x in range(n + 1) for y in range(m + 1)]
    out = ratio(table(*counts), kind="proportion")
    some = out["reason"].isin(["", "no_reference_events"])
    assert out.loc[some, ["lower", "upper"]].notna().all().all()
    named = out[out["reason"] == ""]
    assert (named["lower"] <= named["value"] * (1 + 1e-9)).all()
    assert (named["value"] <= named["upper"] * (1 + 1e-9)).all()


def test_a_table_gives_what_its_rows_give_one_by_one():
    random = np.random.default_rng(3)
    total = random.integers(1, 400, (200, 2))
    events = random.binomial(total, 0.2)
    counts = (events[:, 0], total[:, 0], events[:, 1], total[:, 1])
    for function in (score_limits, exact_limits):
        whole = np.array(function(*map(np.asarray, counts)))
        single = [function(*(np.array([part[row]]) for part in counts)) for row in range(200)]
        assert np.allclose(whole.T, np.array(single)[:, :, 0], rtol=1e-6)


def test_unknown_counts_and_faults():
    frame = table((np.nan, 10, 3, 10), (1, 10, 3, 10))
    frame["reference_status"] = ["ok", "suppressed"]
    out = ratio(frame, kind="rate")
    assert out["reason"].tolist() == ["missing", "suppressed"]
    assert out[["value", "lower", "upper", "p_value"]].isna().all().all()
    with pytest.raises(InvalidInput) as caught:
        ratio(table((1, 0, 1, 1), (1, 1, -2, 1)), kind="rate")
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize(("n", "m"), [(4, 4), (35, 10), (2, 1), (25, 25), (50, 33)])
def test_everyone_against_everyone_by_hand(n, m):
    """By hand: below 1 the score is n (1 - phi) / phi = z^2, above it m (phi - 1) = z^2."""
    row = ratio(table((n, n, m, m)), kind="proportion").iloc[0]
    z = stats.norm.ppf(0.975)
    assert row["lower"] == pytest.approx(n / (n + z**2), rel=1e-6)
    assert row["upper"] == pytest.approx(1 + z**2 / m, rel=1e-6)
