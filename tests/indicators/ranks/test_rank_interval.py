"""Ranks with limits against another library, printed numbers, simulation and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.ranks.rank_distribution import Levels, better_probability, rank_distribution
from impact.indicators.ranks.rank_interval import probability_better, rank_interval

# PISA 2018, mathematics, OECD countries: mean and standard error, as in the data set pisa2018 of
# the R package csranks (OECD's public data, rounded here to two decimals).
PISA = {
    "Australia": (491.36, 1.94), "Austria": (498.94, 2.97), "Belgium": (508.07, 2.26),
    "Canada": (512.02, 2.36), "Chile": (417.41, 2.42), "Colombia": (390.93, 2.99),
    "Czech Republic": (499.47, 2.46), "Denmark": (509.40, 1.74), "Estonia": (523.41, 1.74),
    "Finland": (507.30, 1.97), "France": (495.41, 2.32), "Germany": (500.04, 2.65),
    "Greece": (451.37, 3.09), "Hungary": (481.08, 2.32), "Iceland": (495.19, 1.95),
    "Ireland": (499.63, 2.20), "Israel": (463.03, 3.50), "Italy": (486.59, 2.78),
    "Japan": (526.97, 2.47), "Korea": (525.93, 3.12), "Latvia": (496.13, 1.96),
    "Lithuania": (481.19, 1.95), "Luxembourg": (483.42, 1.10), "Mexico": (408.80, 2.49),
    "Netherlands": (519.23, 2.63), "New Zealand": (494.49, 1.71), "Norway": (500.96, 2.22),
    "Poland": (515.65, 2.60), "Portugal": (492.49, 2.68), "Slovak Republic": (486.16, 2.56),
    "Slovenia": (508.90, 1.36), "Spain": (481.39, 1.46), "Sweden": (502.39, 2.65),
    "Switzerland": (515.31, 2.91), "Turkey": (453.51, 2.26), "United Kingdom": (501.77, 2.56),
    "United States": (478.24, 3.24),
}  # fmt: skip
ADDED = ["rank", "rank_lower", "rank_upper", "places", "best_quarter", "band"]
ADDED += ["clearly_better_than", "clearly_worse_than"]


def listed(value: object, error: object, **columns: object) -> pd.DataFrame:
    frame = pd.DataFrame({"value": value, "standard_error": error}, dtype=float)
    return frame.assign(**columns)


def pisa() -> pd.DataFrame:
    table = pd.DataFrame(PISA, index=["value", "standard_error"]).T
    return table.rename_axis("place").reset_index()


def chances(frame: pd.DataFrame) -> np.ndarray:
    levels = Levels("normal", frame["value"].to_numpy(), frame["standard_error"].to_numpy())
    return rank_distribution(levels)


def test_without_errors_the_ranks_are_those_printed_by_csranks():
    """csranks' vignette prints irank(math_score) for the 37 countries in alphabetical order."""
    printed = [24, 18, 10, 7, 35, 37, 17, 8, 3, 11, 20, 15, 34, 30, 21, 16, 32, 25, 1, 2, 19, 29]
    printed += [27, 36, 4, 22, 14, 5, 23, 26, 9, 28, 12, 6, 33, 13, 31]
    out = rank_interval(pisa().assign(standard_error=0.0), model="estimate")
    assert out["rank"].tolist() == printed
    assert out["rank_lower"].tolist() == printed == out["rank_upper"].tolist()
    assert sorted(out["band"]) == list(range(1, 38))


def test_limits_lie_within_the_confidence_sets_printed_by_csranks():
    """The vignette prints for the United Kingdom rank 13, from 8 to 23, a set of guaranteed
    coverage and therefore wider; and 12 countries that may be among the best five."""
    frame = pisa()
    out = rank_interval(frame, model="estimate").set_index("place")
    kingdom = out.loc["United Kingdom"]
    assert 12 <= kingdom["rank"] <= 14
    assert 8 <= kingdom["rank_lower"] < kingdom["rank_upper"] <= 23
    five = "Belgium Canada Denmark Estonia Finland Japan Korea Netherlands Poland Slovenia Sweden"
    possible = chances(frame)[:, :5].sum(axis=1) > 0.05
    assert set(frame["place"][possible]) <= {*five.split(), "Switzerland"}
    assert {"Japan", "Korea", "Estonia", "Netherlands", "Poland"} <= set(frame["place"][possible])


def test_first_and_last_agree_with_the_multivariate_normal_of_scipy():
    """P(rank 1) of a place is the probability that all differences to the others are positive."""
    frame = listed([1.0, 1.3, 0.4, 2.0], [0.5, 1.0, 0.2, 0.8])
    value, variance = frame["value"].to_numpy(), frame["standard_error"].to_numpy() ** 2
    found = chances(frame)
    for place in range(4):
        others = [each for each in range(4) if each != place]
        joint = np.diag(variance[others]) + variance[place]
        apart = value[place] - value[others]
        best = stats.multivariate_normal.cdf(apart, mean=np.zeros(3), cov=joint, rng=1)
        worst = stats.multivariate_normal.cdf(-apart, mean=np.zeros(3), cov=joint, rng=1)
        assert found[place, 0] == pytest.approx(best, abs=2e-4)
        assert found[place, 3] == pytest.approx(worst, abs=2e-4)


def test_two_places_by_hand():
    """By hand: difference 1, errors 0.6 and 0.8, P = Phi(1 / 1) = 0.8413."""
    frame = listed([2.0, 1.0], [0.6, 0.8], place=["A", "B"])
    assert chances(frame)[0, 0] == pytest.approx(0.841345, abs=1e-4)
    pair = probability_better(frame, model="estimate")
    assert pair.loc["A", "B"] == pytest.approx(0.841345, abs=1e-6)
    worse = probability_better(frame, model="estimate", polarity="lower")
    assert worse.loc["A", "B"] == pytest.approx(0.158655, abs=1e-6)


def test_expected_rank_is_the_sum_of_the_pairs():
    """Laird and Louis: expected rank = 1 + the probabilities of all others to be better; the
    formula of expectedRank in the R package merTools."""
    frame = pisa()
    pairs = probability_better(frame, model="estimate").to_numpy()
    expected = chances(frame) @ np.arange(1, 38)
    assert np.allclose(expected, 0.5 + pairs.sum(axis=0), atol=1e-3)


def test_pairs_of_shares_and_rates_agree_with_known_integrals():
    """Gamma shapes a and b with equal rates: P(first above) = I_1/2(b, a), an F distribution;
    beta (1.5, 0.5) above beta (0.5, 1.5) by scipy's quadrature."""
    frame = pd.DataFrame({"place": ["A", "B"], "numerator": [4, 7], "denominator": [10.0, 10.0]})
    rates = probability_better(frame, model="rate")
    assert rates.loc["A", "B"] == pytest.approx(stats.beta.cdf(0.5, 7.5, 4.5), abs=1e-4)
    share = frame.assign(numerator=[1, 0], denominator=1)
    found = probability_better(share, model="proportion").loc["A", "B"]
    known = stats.beta(1.5, 0.5).expect(lambda x: stats.beta.cdf(x, 0.5, 1.5))
    assert found == pytest.approx(known, abs=1e-3)


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.randoms(), st.sampled_from(["estimate", "proportion", "rate"]))
def test_order_of_rows_and_new_codes_change_nothing(seed, random, model):
    frame = example(seed)
    order = list(frame.index)
    random.shuffle(order)
    plain, mixed = rank_interval(frame, model=model), rank_interval(frame.loc[order], model=model)
    again = mixed.loc[frame.index]
    assert np.allclose(again["best_quarter"], plain["best_quarter"], atol=1e-9)
    columns = [name for name in ADDED if name != "best_quarter"]
    pd.testing.assert_frame_equal(again[columns], plain[columns])


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.floats(0.01, 1000), st.floats(-100, 100))
def test_the_unit_changes_nothing(seed, factor, shift):
    frame = example(seed)
    moved = frame.assign(
        value=frame["value"] * factor + shift, standard_error=frame["standard_error"] * factor
    )
    plain, other = (rank_interval(each, model="estimate") for each in (frame, moved))
    assert np.allclose(other["best_quarter"], plain["best_quarter"], atol=1e-6)
    assert np.allclose(other[["rank_lower", "rank_upper"]], plain[["rank_lower", "rank_upper"]])


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.sampled_from(["normal", "beta", "gamma"]), st.integers(2, 60))
def test_every_rank_is_somebodys(seed, kind, places):
    rng = np.random.default_rng(seed)
    levels = Levels(kind, rng.uniform(0.5, 40, places), rng.uniform(0.5, 9, places))
    found = rank_distribution(levels)
    assert np.allclose(found.sum(axis=0), 1, atol=0.02)
    mirrored = rank_distribution(levels, high_is_better=False)
    assert np.allclose(mirrored, found[:, ::-1], atol=1e-9)
    pairs = better_probability(levels)
    assert np.allclose(pairs + pairs.T, 1)


def example(seed: int, places: int = 15) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    total = rng.integers(20, 400, places)
    frame = listed(rng.normal(50, 8, places), rng.uniform(0.5, 6, places))
    return frame.assign(numerator=rng.binomial(total, rng.beta(4, 6, places)), denominator=total)


@pytest.mark.parametrize("places", [4, 9, 50])
def test_equal_estimates_share_the_middle_rank_and_one_band(places):
    found = chances(listed([3.0] * places, 0.7))
    assert np.allclose(found, 1 / places, atol=0.1 / places)
    out = rank_interval(listed([3.0] * places, 0.7), model="estimate")
    assert set(out["band"]) == {1}
    assert set(out["reason"]) == {"too_uncertain"}
    assert out["rank"].isna().all()
    median = np.cumsum(found, axis=1)
    assert np.allclose(median[:, places // 2 - 1] if places % 2 == 0 else 0.5, 0.5, atol=1e-9)


def test_ties_known_exactly_share_their_ranks():
    out = rank_interval(listed([5.0, 4, 4, 1, 0, -1, -2, -3], 0.0), model="estimate")
    assert out["rank"].tolist() == [1, 2.5, 2.5, 4, 5, 6, 7, 8]
    assert out["rank_lower"].tolist() == [1, 2, 2, 4, 5, 6, 7, 8]
    assert out["rank_upper"].tolist() == [1, 3, 3, 4, 5, 6, 7, 8]
    assert out["band"].tolist() == [1, 2, 2, 3, 4, 5, 6, 7]
    assert out["clearly_better_than"].tolist() == [7, 5, 5, 4, 3, 2, 1, 0]
    assert out["best_quarter"].tolist() == [1, 0.5, 0.5, 0, 0, 0, 0, 0]


def test_lower_is_better_turns_the_list_round():
    frame = example(3)
    high = rank_interval(frame, model="estimate")
    low = rank_interval(frame, model="estimate", polarity="lower")
    assert (low["rank_lower"] == 16 - high["rank_upper"]).all()
    column = rank_interval(frame.assign(good="lower"), model="estimate", polarity="good")
    pd.testing.assert_frame_equal(column[ADDED], low[ADDED])


def test_a_rank_whose_limits_span_more_than_half_of_the_list_is_withheld():
    frame = listed([1.0, 2, 3, 4, 5, 30], [0.01, 9, 0.01, 0.01, 0.01, 0.01])
    out = rank_interval(frame, model="estimate")
    wide = out.iloc[1]
    assert wide["reason"] == "too_uncertain"
    assert np.isnan(wide["rank"])
    assert wide["rank_upper"] - wide["rank_lower"] + 1 > 3
    assert out["reason"].tolist() == ["", "too_uncertain", "", "", "", ""]
    assert out["rank"].iloc[5] == 1


def test_bands_link_all_that_cannot_be_told_apart():
    """A and B overlap, B and C overlap, A and C do not: one band. D stands alone."""
    frame = listed([0.0, 2, 4, 40], 1.0)
    pairs = probability_better(frame.assign(place=list("ABCD")), model="estimate")
    assert 0.9 < pairs.loc["B", "A"] < 0.95 < pairs.loc["C", "A"]
    out = rank_interval(frame, model="estimate")
    assert out["band"].tolist() == [2, 2, 2, 1]
    assert out["clearly_better_than"].tolist() == [0, 0, 1, 3]
    strict = rank_interval(frame, model="estimate", apart=0.9)
    assert strict["band"].tolist() == [4, 3, 2, 1]


def test_better_than_a_reference():
    frame = listed([1.0, 2.0, 3.0], 1.0, country=2.0, numerator=[3, 5, 9], denominator=10)
    out = rank_interval(frame, model="estimate", reference="country")
    expected = stats.norm.cdf([-1, 0, 1])
    assert np.allclose(out["better_than_reference"], expected)
    low = rank_interval(frame, model="estimate", reference="country", polarity="lower")
    assert np.allclose(low["better_than_reference"], 1 - expected)
    exact = rank_interval(frame.assign(standard_error=0), model="estimate", reference="country")
    assert exact["better_than_reference"].tolist() == [0, 0.5, 1]
    share = rank_interval(
        frame.assign(country=50.0), model="proportion", multiplier=100, reference="country"
    )
    known = stats.beta.sf(0.5, [3.5, 5.5, 9.5], [7.5, 5.5, 1.5])
    assert np.allclose(share["better_than_reference"], known)


def test_limits_give_the_same_ranks_as_the_errors_behind_them():
    frame = example(5)
    z = stats.norm.ppf(0.9)
    limits = frame.assign(
        lower=frame["value"] - z * frame["standard_error"],
        upper=frame["value"] + z * frame["standard_error"],
    )
    out = rank_interval(limits, model="limits", limits_confidence=0.8)
    pd.testing.assert_frame_equal(out[ADDED], rank_interval(frame, model="estimate")[ADDED])
    logs = limits[["value", "lower", "upper"]].apply(np.exp)
    on_log = rank_interval(logs, model="limits", limits_confidence=0.8, scale="log")
    pd.testing.assert_frame_equal(on_log[ADDED], out[ADDED])
    zero = pd.DataFrame(
        {"value": [0.0, 0.5, 0.6], "lower": [0, 0.4, 0.5], "upper": [0.2, 0.6, 0.7]}
    )
    assert rank_interval(zero, model="limits", scale="logit")["reason"].iloc[0] == "off_scale"


def test_lists_are_ranked_by_themselves():
    parts = [example(seed).assign(year=seed) for seed in (1, 2)]
    both = rank_interval(pd.concat(parts, ignore_index=True), model="estimate", by="year")
    alone = pd.concat([rank_interval(part, model="estimate") for part in parts], ignore_index=True)
    pd.testing.assert_frame_equal(both[ADDED], alone[ADDED])


def test_unknown_rows_take_no_place():
    frame = example(7).assign(status="ok")
    frame.loc[2, "status"] = "suppressed"
    frame.loc[4, "value"] = np.nan
    frame.loc[6, "standard_error"] = np.nan
    out = rank_interval(frame, model="estimate")
    assert out.loc[[2, 4, 6], "reason"].tolist() == ["suppressed", "missing", "no_uncertainty"]
    assert out.loc[[2, 4, 6], ADDED].isna().all(axis=None)
    rest = rank_interval(frame.drop([2, 4, 6]), model="estimate")
    pd.testing.assert_frame_equal(out.drop([2, 4, 6])[ADDED], rest[ADDED])
    assert set(rest["places"]) == {12}
    assert rank_interval(frame.head(1), model="estimate")["reason"].tolist() == ["few_places"]


def test_a_bare_rank_is_refused():
    bare = pd.DataFrame({"place": ["A", "B"], "value": [1.0, 2.0]})
    with pytest.raises(InvalidInput, match="'standard_error'"):
        rank_interval(bare, model="estimate")
    with pytest.raises(InvalidInput, match="'lower'"):
        rank_interval(bare, model="limits")


def test_bad_input_is_refused():
    frame = example(1)
    with pytest.raises(InvalidInput) as caught:
        rank_interval(frame, model="guess", scale="cube")
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInput, match="is negative"):
        rank_interval(frame.assign(standard_error=-1.0), model="estimate")
    with pytest.raises(InvalidInput, match="below the value"):
        rank_interval(frame.assign(lower=0, upper=1), model="limits")
    with pytest.raises(InvalidInput, match="'neutral' does not say"):
        rank_interval(frame.assign(good="neutral"), model="estimate", polarity="good")
    with pytest.raises(InvalidInput, match="differs within one list"):
        rank_interval(
            frame.assign(good=["higher", "lower", "lower"] * 5), model="estimate", polarity="good"
        )
    with pytest.raises(InvalidInput, match="stands twice"):
        probability_better(frame.assign(place="A"), model="estimate")


def test_rows_and_levels_come_back_as_given():
    frame = example(9).set_index(pd.Index(range(30, 45)))
    before = frame.copy()
    out = rank_interval(frame, model="proportion", confidence=(0.95, 0.5), multiplier=100)
    pd.testing.assert_frame_equal(frame, before)
    assert list(out.index) == list(frame.index)
    assert np.allclose(out["value"], frame["numerator"] / frame["denominator"] * 100)
    assert (out["rank_lower_95"] <= out["rank_lower_50"]).all()
    assert set(out["method"]) == {"beta"}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["normal", "beta", "gamma"])
def test_the_distribution_agrees_with_a_simulation_of_290_places(kind):
    """200,000 draws: no probability of a rank or better is off by more than 0.006 (five standard
    errors); errors between places differ by a factor of 50."""
    rng = np.random.default_rng(11)
    places, draws = 290, 200_000
    second = rng.lognormal(3, 1, places)
    first = {"normal": rng.normal(0, 1, places), "beta": second * 0.4, "gamma": second * 0.3}[kind]
    second = rng.lognormal(-1, 0.8, places) if kind == "normal" else second
    found = np.cumsum(rank_distribution(Levels(kind, first, second)), axis=1)
    seen = np.zeros((places, places))
    for _ in range(draws // 10_000):
        shape = (10_000, places)
        if kind == "normal":
            level = first + second * rng.standard_normal(shape)
        elif kind == "beta":
            level = rng.beta(first, second, shape)
        else:
            level = rng.gamma(first, 1 / second, shape)
        rank = np.argsort(np.argsort(-level, axis=1), axis=1)
        counted = np.bincount((rank + np.arange(places) * places).ravel(), minlength=places**2)
        seen += counted.reshape(places, places)
    assert np.abs(found - np.cumsum(seen / draws, axis=1)).max() < 0.006
