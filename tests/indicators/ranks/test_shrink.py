"""Empirical-Bayes estimates against printed numbers, another library and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.ranks.shrink import shrink
from impact.indicators.ranks.shrink_prior import count_prior, normal_prior

RATS = [
    *[(0, 20)] * 7, *[(0, 19)] * 4, *[(0, 18)] * 2, (0, 17), *[(1, 20)] * 4, *[(1, 19)] * 2,
    *[(1, 18)] * 2, (3, 27), (2, 25), (2, 24), (2, 23), *[(2, 20)] * 6, (1, 10), (5, 49), (2, 19),
    (5, 46), (2, 17), (7, 49), (7, 47), *[(3, 20)] * 2, (2, 13), (9, 48), (10, 50), *[(4, 20)] * 7,
    (10, 48), *[(4, 19)] * 3, (5, 22), (11, 46), (12, 49), *[(5, 20)] * 2, (6, 23), (5, 19),
    (6, 22), *[(6, 20)] * 3, (16, 52), (15, 46), (15, 47), (9, 24),
]  # fmt: skip
PUMPS = (
    [5, 1, 5, 14, 3, 19, 1, 1, 4, 22],
    [94.32, 15.72, 62.88, 125.76, 5.24, 31.44, 1.048, 1.048, 2.096, 10.48],
)
HITS = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7]
SCHOOLS = ([28, 8, -3, 7, -1, 1, 18, 12], [15, 10, 16, 11, 9, 11, 10, 18])
ADDED = ["value", "shrunken", "shrunken_lower", "shrunken_upper", "weight", "prior_mean"]


def estimates(value: object, error: object) -> pd.DataFrame:
    return pd.DataFrame({"value": value, "standard_error": error}, dtype=float)


def counts(events: object, total: object) -> pd.DataFrame:
    return pd.DataFrame({"numerator": events, "denominator": total}, dtype=float)


def one_group(frame: pd.DataFrame) -> tuple:
    return *(frame[name].to_numpy() for name in frame), np.zeros(len(frame), dtype=int), 1


def test_eight_schools_as_printed_by_rgbp():
    """Tak, Kelly and Morris (2017), Journal of Statistical Software 78(5), package Rgbp:
    gbp(y, se) prints shrinkage (1 - weight), posterior means and standard deviations. The
    deviations differ by up to 4 %: Rgbp takes the shrinkage's variance from a beta distribution."""
    out = shrink(estimates(*SCHOOLS), model="estimate")
    assert out["prior_mean"].round(3).eq(8.168).all()
    shrinkage = [0.657, 0.459, 0.685, 0.507, 0.408, 0.507, 0.459, 0.734]
    assert np.allclose(1 - out["weight"], shrinkage, atol=5e-4)
    means = [14.979, 8.077, 4.650, 7.592, 2.737, 4.633, 13.484, 9.189]
    assert np.allclose(out["shrunken"], means, atol=1e-3)
    deviations = [10.560, 7.810, 10.096, 8.257, 7.634, 8.441, 8.176, 10.227]
    width = (out["shrunken_upper"] - out["shrunken_lower"]) / (2 * 1.959964)
    assert np.allclose(width, deviations, rtol=0.04)


def test_variance_between_schools_as_printed_by_rgbp():
    """The same output: mode of log A 4.768 with standard deviation 1.139, prior mean's 5.73."""
    frame = estimates(*SCHOOLS)
    value, error, *group = one_group(frame)
    prior = normal_prior(value, error**2, *group, adjusted=True)
    assert np.log(prior.spread[0]) == pytest.approx(4.768, abs=5e-4)
    assert np.sqrt(prior.variance_spread[0]) == pytest.approx(1.139, abs=5e-4)
    assert np.sqrt(prior.variance_location[0]) == pytest.approx(5.73, abs=5e-3)


def test_batting_averages_close_to_rgbp():
    """Rgbp's gbp(z, n, model = "binomial") of Efron and Morris's 18 players prints shrinkage
    0.622, prior mean 0.267, posterior mean 0.317 (0.222 to 0.421), deviation 0.051 for the first.
    Loose, because Rgbp averages over the prior mean before it looks for the best spread."""
    first = shrink(counts(HITS, 45), model="proportion").iloc[0]
    assert first["prior_mean"] == pytest.approx(0.267, abs=2e-3)
    assert 1 - first["weight"] == pytest.approx(0.622, abs=0.03)
    assert first["shrunken"] == pytest.approx(0.317, abs=0.005)
    assert first["shrunken_lower"] == pytest.approx(0.222, abs=0.006)
    assert first["shrunken_upper"] == pytest.approx(0.421, abs=0.008)


def test_rat_tumours_as_printed_by_bayesgof():
    """Package BayesGOF, vignette: maximum likelihood of the 70 groups of rats, alpha 2.304768,
    beta 14.079707 (Tarone 1982; Gelman and others, Bayesian Data Analysis, section 5.1)."""
    assert len(RATS) == 70
    events, total, *group = one_group(counts(*np.array(RATS).T))
    prior = count_prior(events, total, *group, adjusted=False, share=True)
    alpha = prior.mean[0] * prior.spread[0]
    assert alpha == pytest.approx(2.304768, rel=1e-4)
    assert prior.spread[0] - alpha == pytest.approx(14.079707, rel=1e-4)


def test_pump_failures_as_printed():
    """Gaver and O'Muircheartaigh's (1987) pumps: marginal maximum likelihood shape 0.82 and rate
    1.26, Carlin and Louis, Bayes and Empirical Bayes Methods, chapter 3."""
    events, total, *group = one_group(counts(*PUMPS))
    prior = count_prior(events, total, *group, adjusted=False, share=False)
    assert prior.mean[0] * prior.spread[0] == pytest.approx(0.82, abs=5e-3)
    assert prior.spread[0] == pytest.approx(1.26, abs=5e-3)


def test_rates_agree_with_the_negative_binomial_of_statsmodels():
    frame = counts(*PUMPS)
    fit = sm.NegativeBinomial(
        frame["numerator"], np.ones(10), exposure=frame["denominator"].to_numpy()
    ).fit(disp=False, method="nm", maxiter=5000, xtol=1e-10, ftol=1e-12)
    out = shrink(frame, model="rate", method="likelihood")
    assert out["prior_mean"].iloc[0] == pytest.approx(np.exp(fit.params.iloc[0]), rel=1e-5)
    events, total, *group = one_group(frame)
    prior = count_prior(events, total, *group, adjusted=False, share=False)
    assert prior.mean[0] * prior.spread[0] == pytest.approx(1 / fit.params.iloc[1], rel=1e-4)
    assert prior.variance_location[0] == pytest.approx(fit.cov_params().iloc[0, 0], rel=1e-3)


def test_variance_between_places_agrees_with_the_mixed_model_of_statsmodels():
    """Balanced data: restricted likelihood of a random intercept with three values a place."""
    rng = np.random.default_rng(5)
    raw = rng.normal(0, 2, (12, 1)) + rng.normal(0, 1, (12, 3))
    fit = sm.MixedLM(raw.ravel(), np.ones(36), np.repeat(np.arange(12), 3)).fit(reml=True)
    frame = estimates(raw.mean(axis=1), np.sqrt(fit.scale / 3))
    value, error, *group = one_group(frame)
    prior = normal_prior(value, error**2, *group, adjusted=False)
    assert prior.spread[0] == pytest.approx(float(np.asarray(fit.cov_re).item()), rel=1e-4)


def test_james_stein_factor_printed_by_efron_and_morris():
    """Efron and Morris (1975), Journal of the American Statistical Association 70, 311-319: the
    averages of 45 at bats shrink by the factor 0.212 = 1 - (k - 3) V / S. Restricted likelihood
    has k - 1 in place of k - 3; the rest is the same."""
    average = np.array(HITS) / 45
    error = np.sqrt(average.mean() * (1 - average.mean()) / 45)
    out = shrink(estimates(average, error), model="estimate", method="likelihood")
    assert 1 - (1 - out["weight"].iloc[0]) * 15 / 17 == pytest.approx(0.212, abs=5e-3)


MODELS = st.sampled_from(["proportion", "rate", "estimate"])


def example(model: str, seed: int, places: int = 12, size: float = 200) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    total = rng.integers(20, size, places).astype(float)
    level = rng.beta(6, 14, places)
    frame = counts(rng.binomial(total.astype(int), level) + 1.0, total + 1)
    error = np.sqrt(level * (1 - level) / total)
    return frame.assign(value=level + error * rng.normal(size=places), standard_error=error)


@settings(max_examples=40)
@given(MODELS, st.integers(0, 10_000))
def test_the_estimate_lies_between_the_raw_value_and_the_prior_mean(model, seed):
    out = shrink(example(model, seed), model=model)
    assert out["weight"].between(0, 1).all()
    low, high = out[["value", "prior_mean"]].min(axis=1), out[["value", "prior_mean"]].max(axis=1)
    assert (out["shrunken"] >= low - 1e-12).all()
    assert (out["shrunken"] <= high + 1e-12).all()
    assert (out["shrunken_lower"] < out["shrunken"]).all()
    assert (out["shrunken_upper"] > out["shrunken"]).all()


@settings(max_examples=20)
@given(MODELS, st.integers(0, 10_000), st.randoms())
def test_the_order_of_rows_changes_nothing(model, seed, random):
    frame = example(model, seed)
    order = list(frame.index)
    random.shuffle(order)
    plain, mixed = shrink(frame, model=model), shrink(frame.loc[order], model=model)
    assert np.allclose(mixed[ADDED], plain.loc[order, ADDED], rtol=1e-6)


def test_the_unit_changes_nothing():
    frame = example("estimate", 3)
    plain = shrink(frame, model="estimate")
    scaled = shrink(frame * [1, 1, 100, 100], model="estimate")
    assert np.allclose(scaled["shrunken"], plain["shrunken"] * 100, rtol=1e-8)
    assert np.allclose(scaled["weight"], plain["weight"], rtol=1e-8)
    for model in ("proportion", "rate"):
        plain, scaled = shrink(frame, model=model), shrink(frame, model=model, multiplier=1000)
        columns = [name for name in ADDED if name != "weight"]
        assert np.allclose(scaled[columns], plain[columns] * 1000)


def test_rates_do_not_depend_on_the_unit_of_the_denominator():
    frame = example("rate", 4)
    thousands = frame.assign(denominator=frame["denominator"] / 1000)
    plain, other = shrink(frame, model="rate"), shrink(thousands, model="rate")
    assert np.allclose(other["shrunken"], plain["shrunken"] * 1000, rtol=1e-6)
    assert np.allclose(other["weight"], plain["weight"], atol=1e-6)


@pytest.mark.parametrize("model", ["proportion", "rate", "estimate"])
def test_places_known_well_are_not_shrunken(model):
    frame = example(model, 1)
    large = frame.assign(
        numerator=frame["numerator"] * 1e6,
        denominator=frame["denominator"] * 1e6,
        standard_error=frame["standard_error"] * 1e-4,
    )
    out = shrink(large, model=model)
    assert out["weight"].min() > 0.999
    assert np.allclose(out["shrunken"], out["value"], rtol=1e-3)


def test_a_value_known_exactly_stays():
    frame = example("estimate", 2)
    frame.loc[0, "standard_error"] = 0.0
    row = shrink(frame, model="estimate").iloc[0]
    assert row["weight"] == 1
    assert row["shrunken"] == row["shrunken_lower"] == row["shrunken_upper"] == row["value"]


def test_groups_borrow_only_from_themselves():
    parts = [example("proportion", seed).assign(year=seed) for seed in (1, 2, 3)]
    together = shrink(
        pd.concat(parts).sample(frac=1, random_state=1), model="proportion", by="year"
    )
    for part in parts:
        alone = shrink(part, model="proportion")
        found = together[together["year"] == part["year"].iloc[0]].sort_index()
        assert np.allclose(found[ADDED], alone[ADDED], rtol=1e-6)


def test_no_more_spread_than_chance_gives():
    """Equal shares: likelihood sees no spread and gives no limits; adjusted keeps a little."""
    frame = counts(range(48, 53), 100)
    out = shrink(frame, model="proportion", method="likelihood")
    assert set(out["reason"]) == {"no_spread"}
    assert np.allclose(out["shrunken"], 0.5, atol=1e-6)
    assert out["shrunken_lower"].isna().all()
    adjusted = shrink(frame, model="proportion")
    assert set(adjusted["reason"]) == {""}
    assert adjusted["weight"].between(0.05, 0.7).all()
    same = shrink(estimates([5.0] * 6, 1.0), model="estimate", method="likelihood")
    assert set(same["reason"]) == {"no_spread"}
    assert np.allclose(same["shrunken"], 5.0)


def test_unknown_rows_keep_their_reason_and_lend_nothing():
    frame = example("proportion", 6).assign(status="ok")
    frame.loc[3, "status"] = "suppressed"
    frame.loc[5, "numerator"] = np.nan
    frame.loc[7, ["numerator", "denominator"]] = 0.0
    out = shrink(frame, model="proportion")
    assert out.loc[[3, 5, 7], "reason"].tolist() == ["suppressed", "missing", "no_persons"]
    assert out.loc[[3, 5, 7], ADDED].isna().all(axis=None)
    rest = shrink(frame.drop([3, 5, 7]), model="proportion")
    assert np.allclose(out.drop([3, 5, 7])[ADDED], rest[ADDED])


def test_groups_with_nothing_to_borrow_say_why():
    few = shrink(counts([1, 2, 3, 4], 10), model="proportion")
    assert set(few["reason"]) == {"few_places"}
    assert few["value"].notna().all()
    for events, model in ((0, "proportion"), (10, "proportion"), (0, "rate")):
        out = shrink(counts([events] * 6, 10), model=model)
        assert set(out["reason"]) == {"no_events"}
        assert out["shrunken"].isna().all()


def test_several_levels_and_columns():
    frame = example("rate", 8).set_index(pd.Index(range(5, 17)))
    before = frame.copy()
    out = shrink(frame, model="rate", confidence=(0.95, 0.998))
    pd.testing.assert_frame_equal(frame, before)
    assert (out["shrunken_lower_99_8"] < out["shrunken_lower_95"]).all()
    assert set(out["method"]) == {"gamma_poisson_adjusted"}
    assert set(out["statistic"]) == {"empirical_bayes"}
    assert list(out.index) == list(frame.index)


def test_bad_input_is_refused():
    with pytest.raises(InvalidInput) as caught:
        shrink(counts([1], [2]), model="share", method="guess")
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInput, match="is negative"):
        shrink(estimates([1, 2], [1, -1]), model="estimate")
    with pytest.raises(InvalidInput, match="above its denominator"):
        shrink(counts([3], [2]), model="proportion")
    with pytest.raises(InvalidInput, match="'standard_error'"):
        shrink(counts([1], [2]).assign(value=1.0), model="estimate")


def test_a_hundred_thousand_groups_in_one_call():
    rng = np.random.default_rng(1)
    total = rng.integers(50, 500, 60_000)
    frame = counts(rng.binomial(total, rng.beta(5, 5, 60_000)), total)
    out = shrink(frame.assign(list=np.arange(60_000) // 12), model="proportion", by="list")
    assert out["shrunken"].notna().mean() > 0.999


def simulated(
    rng: np.random.Generator, model: str, places: int, spread: float
) -> tuple[pd.DataFrame, np.ndarray]:
    total = np.tile(rng.integers(20, 400, places), 3000)
    size, strength = len(total), 0.3 * 0.7 / spread**2 - 1
    if model == "proportion":
        level = rng.beta(0.3 * strength, 0.7 * strength, size)
        events = rng.binomial(total, level)
    elif model == "rate":
        level = rng.gamma((0.3 / spread) ** 2, spread**2 / 0.3, size)
        events = rng.poisson(total * level)
    else:
        level, events = rng.normal(0.3, spread, size), np.ones(size)
    error = np.sqrt(0.21 / total)
    frame = counts(events, total).assign(list=np.arange(size) // places, standard_error=error)
    return frame.assign(value=rng.normal(level, error)), level


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "places"), [(each, n) for each in ("proportion", "rate", "estimate") for n in (8, 30)]
)
def test_limits_hold_the_true_level_as_often_as_they_say(model, places):
    """3,000 simulated lists of 8 or 30 places with 20 to 400 persons: on average over places the
    95 % limits hold 94.6 to 97.3 % of the true levels where the places differ, up to 99.9 % where
    hardly anything does; the mean squared error is always below that of the raw values."""
    rng = np.random.default_rng(20)
    for spread in (0.005, 0.03, 0.1):
        frame, level = simulated(rng, model, places, spread)
        out = shrink(frame, model=model, by="list")
        held = (out["shrunken_lower"] <= level) & (level <= out["shrunken_upper"])
        share = held[out["reason"] == ""].mean()
        assert 0.94 < share < (0.98 if spread > 0.01 else 1)
        assert np.mean((out["shrunken"] - level) ** 2) < np.mean((out["value"] - level) ** 2)


def test_limits_are_quantiles_of_the_beta_distribution_with_a_known_prior():
    """Many equal places: the prior's own error vanishes and the limits are those of the beta."""
    rng = np.random.default_rng(2)
    total = np.full(20_000, 50)
    frame = counts(rng.binomial(total, rng.beta(4, 6, 20_000)), total)
    out = shrink(frame, model="proportion")
    events, _, *group = one_group(frame)
    prior = count_prior(events, total.astype(float), *group, adjusted=True, share=True)
    a = prior.mean[0] * prior.spread[0]
    low = stats.beta.ppf(0.025, a + events, prior.spread[0] - a + total - events)
    assert np.allclose(out["shrunken_lower"], low, atol=5e-4)
