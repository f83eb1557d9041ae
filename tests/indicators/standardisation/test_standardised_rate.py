"""Directly standardised rates against printed numbers, a plain loop and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.rates.intervals import rate
from impact.indicators.rates.limits import byar_limits
from impact.indicators.standardisation.standard_population import european_standard_population
from impact.indicators.standardisation.standardised_rate import standardised_rate

quick = settings(max_examples=40, deadline=None)

BANDS = ["0-19", "20-64", "65+"]
RESULT = ["value", "lower", "upper"]
counts = st.lists(
    st.tuples(st.integers(5, 400), st.integers(500, 9000), st.floats(0.1, 9)),
    min_size=3,
    max_size=3,
)


def group(rows: list[tuple], **columns: object) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["numerator", "denominator", "weight"])
    return table.assign(band=BANDS[: len(rows)], **columns)


def weights_of(table: pd.DataFrame) -> pd.Series:
    return table.set_index("band")["weight"]


def births_of_fifth_or_later_children() -> pd.DataFrame:
    """Michigan 1950-1964: cases of Down's syndrome, births, all births by mother's age."""
    return pd.DataFrame(
        {
            "band": ["-19", "20-24", "25-29", "30-34", "35-39", "40-"],
            "numerator": [0, 8, 63, 112, 262, 295],
            "denominator": [327, 30666, 123419, 149919, 104088, 34392],
            "weight": [319933, 931318, 786511, 488235, 237863, 61313],
        }
    )


def test_the_rate_printed_by_fay_and_feuer():
    """Fay and Feuer (1997), Statistics in Medicine 16, 791-801, table I: 75.5 (75.52901 in the
    vignette of the R package dsrTest). Their gamma lower limit is 67.7; Dobson's is close to it
    while the upper ones differ by construction, so only the lower is compared, within 0.2 %.
    """
    frame = births_of_fifth_or_later_children()
    row = standardised_rate(frame, weights=weights_of(frame)).iloc[0]
    assert row["value"] == pytest.approx(75.52901, abs=5e-6)
    assert row["lower"] == pytest.approx(67.70212, rel=0.002)


def by_hand(table: pd.DataFrame, confidence: float = 0.95) -> tuple[float, float, float]:
    value = variance = events = 0.0
    total = table["weight"].sum()
    for row in table.itertuples():
        value += row.weight / total * row.numerator / row.denominator
        variance += (row.weight / total) ** 2 * row.numerator / row.denominator**2
        events += row.numerator
    z = stats.norm.ppf((1 + confidence) / 2)
    low = events * (1 - 1 / (9 * events) - z / (3 * events**0.5)) ** 3
    more = events + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * more**0.5)) ** 3
    root = (variance / events) ** 0.5
    return tuple(
        1e5 * end for end in (value, value + root * (low - events), value + root * (high - events))
    )


@quick
@given(counts)
def test_it_agrees_with_a_plain_loop(rows):
    table = group(rows)
    out = standardised_rate(table, weights=weights_of(table)).iloc[0]
    assert np.allclose(out[RESULT].astype(float), by_hand(table))


@quick
@given(counts, st.integers(10, 5000))
def test_equal_weights_and_equal_populations_give_the_crude_rate(rows, persons):
    table = group(rows).assign(denominator=persons, weight=1.0)
    crude = rate(table[["numerator", "denominator"]].sum().to_frame().T, multiplier=1e5)
    out = standardised_rate(table, weights=weights_of(table))
    assert np.allclose(out[RESULT], crude[RESULT])


@quick
@given(counts)
def test_weights_like_the_own_population_give_the_crude_rate_and_its_limits(rows):
    table = group(rows)
    crude = rate(table[["numerator", "denominator"]].sum().to_frame().T, multiplier=1e5)
    out = standardised_rate(table, weights=table.set_index("band")["denominator"])
    assert np.allclose(out[RESULT], crude[RESULT])


@quick
@given(counts, st.floats(0.01, 0.1))
def test_a_rate_that_is_the_same_at_all_ages_stays_whatever_the_weights(rows, common):
    table = group(rows)
    table["numerator"] = table["denominator"] * common
    out = standardised_rate(table, weights=weights_of(table), multiplier=1)
    assert out["value"].iloc[0] == pytest.approx(common)


@quick
@given(counts, st.floats(0.001, 1000), st.permutations([0, 1, 2]))
def test_the_scale_of_weights_and_every_order_are_irrelevant(rows, scale, order):
    table = group(rows)
    weights = weights_of(table)
    one = standardised_rate(table, weights=weights)
    other = standardised_rate(table.iloc[order], weights=weights.iloc[::-1] * scale)
    assert np.allclose(one[RESULT], other[RESULT])


@quick
@given(counts, counts)
def test_rows_of_the_same_band_are_added_up(women, men):
    both = pd.concat([group(women, sex="f"), group(men, sex="m")])
    whole = both.groupby("band", sort=False)[["numerator", "denominator"]].sum().reset_index()
    weights = weights_of(group(women))
    one = standardised_rate(both, weights=weights)
    assert np.allclose(one[RESULT], standardised_rate(whole, weights=weights)[RESULT])


@quick
@given(counts)
def test_a_band_without_weight_is_left_out(rows):
    table = group(rows)
    weights = weights_of(table)
    weights["65+"] = 0
    out = standardised_rate(table, weights=weights)
    short = standardised_rate(table.iloc[:2], weights=weights.iloc[:2])
    assert np.allclose(out[RESULT], short[RESULT])


@quick
@given(counts)
def test_single_events_written_as_repeated_ones_change_nothing(rows):
    table = group(rows)
    weights = weights_of(table)
    out = standardised_rate(table.assign(times=1), weights=weights, events_per_person="times")
    assert np.allclose(out[RESULT], standardised_rate(table, weights=weights)[RESULT])


def test_repeated_events_widen_the_interval_by_hand():
    """By hand: one band, 20 persons once and 5 three times among 1,000: O 35, variance 65."""
    frame = pd.DataFrame(
        {"band": "all", "times": [1, 3], "numerator": [20, 5], "denominator": [1000, 1000]}
    )
    out = standardised_rate(
        frame, weights=pd.Series({"all": 1}), events_per_person="times", multiplier=1000
    ).iloc[0]
    low, high = byar_limits(35.0)
    root = (65 / 35) ** 0.5
    assert out["numerator"] == 35
    assert out["denominator"] == 1000
    assert out["value"] == pytest.approx(35)
    assert out["lower"] == pytest.approx(35 + root * (low - 35))
    assert out["upper"] == pytest.approx(35 + root * (high - 35))
    crude = rate(frame, events_per_person="times", multiplier=1000).iloc[0]
    assert np.allclose(out[RESULT].astype(float), crude[RESULT].astype(float))


def test_the_default_is_the_european_population_folded_to_the_tables_bands():
    bands = ["age:00-19", "age:20-64", "age:65+"]
    frame = pd.DataFrame({"band": bands, "numerator": [5, 50, 90], "denominator": 1000})
    out = standardised_rate(frame).iloc[0]
    assert out["value"] == pytest.approx(100 * (0.215 * 5 + 0.59 * 50 + 0.195 * 90))
    full = european_standard_population()
    frame = pd.DataFrame({"band": full.index, "numerator": 7, "denominator": 700})
    assert standardised_rate(frame)["value"].iloc[0] == pytest.approx(1000)


def test_weights_may_be_keyed_by_age_and_sex():
    frame = pd.DataFrame(
        {"band": ["a", "b"] * 2, "sex": list("ffmm"), "numerator": [10, 20, 30, 40]}
    ).assign(denominator=1000)
    weights = frame[["sex", "band"]].assign(weight=[1, 2, 3, 4]).iloc[[2, 0, 3, 1]]
    out = standardised_rate(frame, band=["sex", "band"], weights=weights, multiplier=1)
    assert out["value"].iloc[0] == pytest.approx((10 + 40 + 90 + 160) / 10_000)
    series = weights.set_index(["band", "sex"])["weight"]
    other = standardised_rate(frame, band=["sex", "band"], weights=series, multiplier=1)
    assert np.allclose(out[RESULT], other[RESULT])


def test_why_a_group_has_no_rate():
    rows = [(50, 1000, 1.0), (60, 1000, 1.0), (70, 1000, 1.0)]
    places = {place: group(rows, place=place, status="ok") for place in "abcde"}
    places["b"].loc[1, "status"] = "suppressed"
    places["c"]["numerator"] = places["c"]["numerator"].astype(float)
    places["c"].loc[2, "numerator"] = np.nan
    places["d"].loc[0, ["numerator", "denominator"]] = [0, 0]
    places["e"]["numerator"] = [3, 3, 3]
    out = standardised_rate(
        pd.concat(places.values(), ignore_index=True), weights=weights_of(group(rows)), by="place"
    )
    assert out["reason"].tolist() == ["", "suppressed", "missing", "no_persons", "few_events"]
    assert out["value"].isna().tolist() == [False, True, True, True, True]
    assert out[["lower", "upper"]].isna().all(axis=1).tolist() == [False, True, True, True, True]
    few = standardised_rate(places["e"], weights=weights_of(group(rows)), fewest_events=1)
    assert few["value"].iloc[0] == pytest.approx(300)


def test_unknown_and_missing_bands_are_refused_by_name():
    table = group([(50, 1000, 1.0), (60, 1000, 1.0), (70, 1000, 1.0)])
    weights = weights_of(table)
    with pytest.raises(InvalidInput, match=r"'65\+'.*joined by key"):
        standardised_rate(table, weights=weights.iloc[:2])
    with pytest.raises(InvalidInput, match="lacks band 20-64"):
        standardised_rate(table.drop(1), weights=weights)
    with pytest.raises(InvalidInput, match="occurs more than once"):
        standardised_rate(table, weights=pd.concat([weights, weights]))
    with pytest.raises(InvalidInput, match="no weight"):
        standardised_rate(table, weights=-weights)
    with pytest.raises(InvalidInput, match="add up to nothing"):
        standardised_rate(table, weights=0 * weights)
    with pytest.raises(InvalidInput, match="are needed"):
        standardised_rate(table.assign(sex="f"), band=["band", "sex"])


def test_all_impossible_counts_are_named():
    table = group([(-5, 1000, 1.0), (60, -1, 1.0), (70, 0, 1.0)])
    with pytest.raises(InvalidInput) as caught:
        standardised_rate(table, weights=weights_of(table))
    assert len(caught.value.faults) == 3


def test_the_persons_of_a_band_must_agree_when_events_repeat():
    frame = pd.DataFrame(
        {"band": "all", "times": [1, 2.5], "numerator": [20, 5], "denominator": [1000, 999]}
    )
    with pytest.raises(InvalidInput, match="whole number"):
        standardised_rate(frame, weights=pd.Series({"all": 1}), events_per_person="times")
    with pytest.raises(InvalidInput, match="999 to 1000"):
        standardised_rate(
            frame.assign(times=[1, 2]), weights=pd.Series({"all": 1}), events_per_person="times"
        )
