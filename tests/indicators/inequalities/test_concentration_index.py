"""Concentration indices against printed numbers, a resampling and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.inequalities.concentration_index import concentration_index

INDIA = pd.DataFrame(
    {
        "order": [1, 2, 3, 4, 5],
        "population": [29939, 28776, 26528, 24689, 19739],
        "value": [154.7, 152.9, 119.5, 86.9, 54.3],
    }
)
ATTENDED = pd.DataFrame(
    {
        "order": [1, 2, 3, 4, 5],
        "value": [75.60530, 91.01997, 96.03959, 97.04223, 99.22405],
        "error": [1.5996131, 1.1351504, 0.6461946, 0.5676206, 0.2237683],
        "population": [2072.436, 2112.204, 1983.059, 2052.124, 1884.510],
    }
)
TEST_CASE = pd.DataFrame(
    {
        "order": [1, 2, 3, 4, 5],
        "value": [20, 30, 40, 50, 60],
        "error": [5, 7, 10, 12, 14],
        "population": [78, 91, 162, 103, 105],
    }
)

ladders = st.lists(
    st.tuples(st.floats(0.05, 0.95), st.floats(0.001, 0.05), st.integers(50, 5000)),
    min_size=2,
    max_size=10,
)


def ladder(rungs: list[tuple[float, float, int]], **columns: object) -> pd.DataFrame:
    frame = pd.DataFrame(rungs, columns=["value", "error", "population"])
    return frame.assign(order=range(1, len(rungs) + 1), **columns)


def indices(frame: pd.DataFrame, **choices: object) -> pd.DataFrame:
    choices = {"standard_error": "error" if "error" in frame else None, **choices}
    out = concentration_index(frame, **choices)
    return out.set_index(out["statistic"].str.removesuffix("_concentration_index"))


def test_world_bank_example():
    """O'Donnell and others (2008), Analyzing Health Equity Using Household Survey Data, World
    Bank, table 8.1 (under-five deaths, India): concentration index -0.1694."""
    assert indices(INDIA).loc["relative", "value"] == pytest.approx(-0.1694, abs=5e-5)


def test_printed_by_healthequal():
    """healthequal 1.0.1: manual pages aci (4.30052) and rci (0.0469506); unit tests test-aci.R
    (7.3284202) and test-rci.R (0.17776859) with populations R draws after set.seed(123)."""
    attended, case = indices(ATTENDED), indices(TEST_CASE)
    assert attended.loc["absolute", "value"] == pytest.approx(4.30052, abs=5e-6)
    assert attended.loc["relative", "value"] == pytest.approx(0.0469506, abs=5e-8)
    assert case.loc["absolute", "value"] == pytest.approx(7.3284202, abs=5e-7)
    assert case.loc["relative", "value"] == pytest.approx(0.17776859, abs=5e-7)


def test_the_error_is_of_sampling_and_not_of_a_line_through_the_groups():
    """healthequal prints 0.29368517 for the absolute index of TEST_CASE: values on a straight
    line have almost no residual, however uncertain they are. By hand: 2 p (R - 1/2) s."""
    share = TEST_CASE["population"] / TEST_CASE["population"].sum()
    rank = share.cumsum() - share / 2
    expected = np.sqrt(((2 * share * (rank - 0.5) * TEST_CASE["error"]) ** 2).sum())
    found = indices(TEST_CASE).loc["absolute", "standard_error"]
    assert found == pytest.approx(expected)
    assert found > 3 * 0.29368517
    certain = indices(TEST_CASE.assign(error=0.0))
    assert certain.loc["absolute", "standard_error"] == 0


@settings(max_examples=50)
@given(ladders)
def test_bounded_indices_are_the_relative_one_rescaled(rungs):
    """Erreygers 4 mean C / (u - l), Wagstaff C / (1 - mean) for a share."""
    out = indices(ladder(rungs), lower_bound=0, upper_bound=1)["value"]
    mean = out["absolute"] / out["relative"] if out["relative"] else 0.5
    assert out["erreygers"] == pytest.approx(4 * mean * out["relative"], abs=1e-12)
    assert out["wagstaff"] == pytest.approx(out["relative"] / (1 - mean), abs=1e-9)


@settings(max_examples=50)
@given(ladders)
def test_bounded_indices_of_an_attainment_and_of_its_shortfall_mirror_each_other(rungs):
    frame = ladder(rungs)
    one = indices(frame, lower_bound=0, upper_bound=1)
    other = indices(frame.assign(value=1 - frame["value"]), lower_bound=0, upper_bound=1)
    for kind in ("wagstaff", "erreygers", "absolute"):
        assert other.loc[kind, "value"] == pytest.approx(-one.loc[kind, "value"], abs=1e-9)
        assert other.loc[kind, "standard_error"] == pytest.approx(one.loc[kind, "standard_error"])


@settings(max_examples=50)
@given(ladders, st.floats(0.1, 10), st.floats(0, 5), st.randoms())
def test_units_constants_population_and_order_of_rows(rungs, factor, constant, random):
    frame = ladder(rungs)
    plain = indices(frame)["value"]
    scaled = indices(frame.assign(value=frame["value"] * factor))["value"]
    moved = indices(frame.assign(value=frame["value"] + constant))["value"]
    assert scaled["absolute"] == pytest.approx(plain["absolute"] * factor, abs=1e-12)
    assert scaled["relative"] == pytest.approx(plain["relative"], abs=1e-12)
    assert moved["absolute"] == pytest.approx(plain["absolute"], abs=1e-9)
    order = list(frame.index)
    random.shuffle(order)
    other = indices(frame.loc[order].assign(population=lambda d: d["population"] * 3))
    assert other["value"].tolist() == pytest.approx(plain.tolist(), abs=1e-12)


def test_equal_values_and_turned_ladders():
    assert indices(ATTENDED.assign(value=3.0))["value"].tolist() == pytest.approx([0, 0], abs=1e-12)
    turned = indices(ATTENDED.assign(order=-ATTENDED["order"]))["value"]
    assert turned.tolist() == pytest.approx((-indices(ATTENDED)["value"]).tolist())


def test_splitting_a_rung_changes_nothing():
    halves = ATTENDED.assign(population=ATTENDED["population"] / 2)
    both = pd.concat([halves, halves])
    assert indices(both)["value"].tolist() == pytest.approx(indices(ATTENDED)["value"].tolist())


def persons(size: int, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    order = rng.integers(0, 6, size)
    return pd.DataFrame({"order": order, "value": rng.gamma(2, 1 + order / 5)})


def test_persons_and_their_groups_have_the_same_index():
    one_by_one = persons(500, 1)
    grouped = one_by_one.groupby("order")["value"].agg(["mean", "size"]).reset_index()
    grouped = grouped.rename(columns={"mean": "value", "size": "population"})
    alone = indices(one_by_one, population=None, individual=True)["value"]
    assert indices(grouped)["value"].tolist() == pytest.approx(alone.tolist())


def test_kakwani_variance_by_hand():
    """By hand, n = 4, y = 1, 2, 3, 4: mean 2.5, C = 0.25, a = y / mean (2 R - 1 - C) + 2 -
    q(i-1) - q(i) with q = 0.1, 0.3, 0.6, 1; variance (mean of a^2 - (1 + C)^2) / n."""
    frame = pd.DataFrame({"order": [1, 2, 3, 4], "value": [1.0, 2, 3, 4]})
    a = np.array([1, 2, 3, 4]) / 2.5 * (np.array([-1.0, -0.5, 0, 0.5]) + 0.0)
    a += 2 - np.array([0, 0.1, 0.3, 0.6]) - np.array([0.1, 0.3, 0.6, 1])
    variance = ((a**2).mean() - 1.25**2) / 4
    row = indices(frame, population=None, individual=True).loc["relative"]
    assert row["value"] == pytest.approx(0.25)
    assert row["standard_error"] == pytest.approx(np.sqrt(variance))


@pytest.mark.slow
def test_errors_of_persons_agree_with_new_samples():
    """3,000 samples of 300 persons; within 5 %, also with ties in the ranking."""
    frame = pd.concat([persons(300, seed).assign(sample=seed) for seed in range(3000)])
    frame["value"] = np.minimum(frame["value"], 9.99)
    out = concentration_index(
        frame, population=None, individual=True, by="sample", lower_bound=0, upper_bound=10
    )
    grouped = out.groupby("statistic")
    analytic = np.sqrt(grouped["standard_error"].agg(lambda errors: (errors**2).mean()))
    assert (analytic / grouped["value"].std()).between(0.95, 1.05).all()


@pytest.mark.slow
def test_errors_and_coverage_of_groups_agree_with_new_samples():
    """4,000 draws of five groups of 200 to 600 pupils; errors within 5 %, coverage 93-97 %."""
    share, size = np.array([0.74, 0.8, 0.85, 0.88, 0.92]), np.array([200, 300, 400, 500, 600])
    seen = np.random.default_rng(20261121).binomial(size, share, (4000, 5)) / size
    frame = pd.DataFrame(
        {
            "draw": np.repeat(np.arange(4000), 5),
            "order": np.tile(np.arange(5), 4000),
            "value": seen.ravel(),
            "error": np.sqrt(seen * (1 - seen) / size).ravel(),
            "population": np.tile(size, 4000),
        }
    )
    bounds = {"lower_bound": 0, "upper_bound": 1, "standard_error": "error"}
    out = concentration_index(frame, by="draw", **bounds)
    truth = concentration_index(frame.iloc[:5].assign(value=share), **bounds)
    out = out.merge(truth[["statistic", "value"]], on="statistic", suffixes=("", "_true"))
    out["inside"] = out["lower"].le(out["value_true"]) & out["upper"].ge(out["value_true"])
    grouped = out.groupby("statistic")
    analytic = np.sqrt(grouped["standard_error"].agg(lambda errors: (errors**2).mean()))
    assert (analytic / grouped["value"].std()).between(0.95, 1.05).all()
    assert grouped["inside"].mean().between(0.93, 0.97).all()


def test_reasons_and_missing_errors():
    frame = pd.concat(
        [
            ATTENDED.assign(place="fine", status="ok"),
            ATTENDED.assign(place="hidden", status=["ok", "suppressed", "ok", "ok", "missing"]),
            ATTENDED.assign(place="zero", status="ok", value=0.0),
        ]
    )
    out = concentration_index(frame, by="place").set_index(["place", "statistic"])
    assert out["reason"].tolist() == ["", "", "suppressed", "suppressed", "", "not_positive"]
    assert out["lower"].isna().all()
    assert out.loc["hidden", "value"].isna().all()


@pytest.mark.parametrize(
    ("choices", "text"),
    [
        ({"kinds": ["gini"]}, "gini"),
        ({"kinds": ["wagstaff"]}, "lower_bound"),
        ({"lower_bound": 1, "upper_bound": 0}, "not below"),
        ({"lower_bound": 0, "upper_bound": 1}, "row 0"),
        ({"order": "income"}, "income"),
    ],
)
def test_choices_that_cannot_be_are_refused(choices, text):
    with pytest.raises(InvalidInput, match=text):
        concentration_index(ATTENDED, **choices)


LADDER = pd.DataFrame({"value": [1.0, 2.0, 3.0], "population": 10, "order": [1, 2, 3], "se": 1.0})


@pytest.mark.parametrize("individual", [False, True])
def test_one_rank_only_is_no_ladder(individual):
    out = concentration_index(LADDER.assign(order=1), individual=individual, standard_error="se")
    assert (out["reason"] == "few_groups").all()
    assert out[["value", "standard_error", "lower", "upper"]].isna().all().all()


def test_an_infinite_error_leaves_no_limits():
    out = concentration_index(LADDER.assign(se=[1, np.inf, 1]), standard_error="se")
    assert out["value"].notna().all()
    assert out[["standard_error", "lower"]].isna().all().all()


def test_one_kind_may_be_named_alone_but_none_is_refused():
    assert len(concentration_index(LADDER, kinds="absolute")) == 1
    with pytest.raises(InvalidInput, match="none"):
        concentration_index(LADDER, kinds=[])


@pytest.mark.parametrize("upper", [np.inf, np.nan])
def test_bounds_must_be_finite(upper):
    with pytest.raises(InvalidInput, match="upper_bound"):
        concentration_index(LADDER, lower_bound=0, upper_bound=upper)


def test_a_withheld_value_is_not_held_against_the_bounds():
    frame = LADDER.assign(value=[1.0, 2.0, 300.0], status=["ok", "ok", "suppressed"])
    out = concentration_index(frame, lower_bound=0, upper_bound=10)
    assert (out["reason"] == "suppressed").all()
