"""Indirectly standardised ratios and rates against printed numbers and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson

from impact.errors import InvalidInput
from impact.indicators.standardisation.standardised_ratio import indirect_rate, standardised_ratio

quick = settings(max_examples=40, deadline=None)

RESULT = ["value", "lower", "upper"]
# events, persons, reference events, reference persons, expected: sheet of the test data of the
# R package PHEindicatormethods (isr_sheet.csv), ages 0-4 to 90+
SHEET = [
    (127, 636, 10303, 50520, 129.7052257),
    (25, 558, 2824, 57173, 27.56182114),
    (18, 609, 3225, 60213, 32.61795626),
    (21, 543, 3615, 54659, 35.91256701),
    (12, 384, 3641, 44345, 31.52878566),
    (27, 594, 3490, 50128, 41.35533035),
    (48, 669, 3789, 62163, 40.77732735),
    (27, 843, 3213, 67423, 40.17262655),
    (29, 660, 3031, 62899, 31.80432121),
    (32, 576, 2771, 55463, 28.7776716),
    (32, 606, 3089, 60479, 30.95180145),
    (34, 522, 3490, 49974, 36.45455637),
    (45, 426, 3595, 44140, 34.69574082),
    (65, 273, 4745, 40888, 31.68130014),
    (38, 300, 5514, 37239, 44.42117135),
    (68, 288, 7125, 30819, 66.58230312),
    (74, 153, 5694, 18136, 48.03606087),
    (82, 123, 6210, 15325, 49.84208809),
    (91, 207, 5757, 13918, 85.62286248),
]
BANDS = ["0-4", *(f"{age}-{age + 4}" for age in range(5, 90, 5)), "90+"]
some = st.lists(
    st.tuples(st.integers(1, 300), st.integers(400, 9000), st.integers(1, 900)),
    min_size=3,
    max_size=3,
)


def england() -> tuple[pd.DataFrame, pd.DataFrame]:
    sheet = np.array(SHEET)
    own = pd.DataFrame({"band": BANDS, "numerator": sheet[:, 0], "denominator": sheet[:, 1]})
    return own, own.assign(numerator=sheet[:, 2], denominator=sheet[:, 3])


def tables(rows: list[tuple]) -> tuple[pd.DataFrame, pd.DataFrame]:
    own = pd.DataFrame(rows, columns=["numerator", "denominator", "x"]).assign(band=list("abc"))
    return own[["band", "numerator", "denominator"]], pd.DataFrame(
        {"band": list("abc"), "numerator": own["x"], "denominator": 10_000}
    )


def test_the_expected_events_printed_in_englands_sheet():
    own, reference = england()
    row = standardised_ratio(own, reference.iloc[::-1]).iloc[0]
    assert row["expected"] == pytest.approx(sum(line[4] for line in SHEET), abs=1e-6)
    assert row["numerator"] == 895
    assert row["value"] == pytest.approx(895 / sum(line[4] for line in SHEET))
    rate = indirect_rate(own, reference).iloc[0]
    crude = sum(line[2] for line in SHEET) / sum(line[3] for line in SHEET)
    assert rate["value"] == pytest.approx(row["value"] * crude * 1e5)
    assert rate["lower"] == pytest.approx(row["lower"] * crude * 1e5)


@quick
@given(st.integers(0, 9), st.floats(0.5, 50))
def test_few_events_have_the_exact_limits_of_statsmodels(events, expected):
    own = pd.DataFrame({"band": ["all"], "numerator": [events], "denominator": [expected * 10]})
    reference = pd.DataFrame({"band": ["all"], "numerator": [100], "denominator": [1000]})
    row = standardised_ratio(own, reference).iloc[0]
    assert np.allclose(
        row[["lower", "upper"]].astype(float), confint_poisson(events, expected, method="exact-c")
    )
    assert row["method"] == "poisson_exact"


def test_the_reference_against_itself_is_one():
    _, reference = england()
    assert standardised_ratio(reference, reference)["value"].iloc[0] == pytest.approx(1)
    crude = reference["numerator"].sum() / reference["denominator"].sum()
    assert indirect_rate(reference, reference)["value"].iloc[0] == pytest.approx(crude * 1e5)


@quick
@given(some, st.permutations([0, 1, 2]))
def test_it_agrees_with_a_plain_loop_in_any_order(rows, order):
    own, reference = tables(rows)
    expected = 0.0
    for _, persons, reference_events in rows:
        expected += persons * reference_events / 10_000
    row = standardised_ratio(own.iloc[order], reference).iloc[0]
    assert row["expected"] == pytest.approx(expected)
    assert row["value"] == pytest.approx(sum(events for events, _, _ in rows) / expected)


@quick
@given(some, some)
def test_merged_places_are_the_sums_of_their_parts(one, other):
    own, reference = tables(one)
    both = pd.concat([own, tables(other)[0]])
    apart = standardised_ratio(both.assign(place=list("aaabbb")), reference, by="place")
    whole = standardised_ratio(both, reference).iloc[0]
    assert whole["expected"] == pytest.approx(apart["expected"].sum())
    assert whole["value"] == pytest.approx(apart["numerator"].sum() / apart["expected"].sum())


@quick
@given(some, st.floats(0.01, 100))
def test_a_larger_reference_of_the_same_rates_changes_nothing(rows, scale):
    own, reference = tables(rows)
    larger = reference.assign(
        numerator=reference["numerator"] * scale, denominator=reference["denominator"] * scale
    )
    one, other = standardised_ratio(own, reference), standardised_ratio(own, larger)
    assert np.allclose(one[RESULT], other[RESULT])


def test_observed_events_may_be_totals():
    own, reference = england()
    two = pd.concat([own.assign(place="a"), own.assign(place="b")])
    totals = pd.DataFrame({"place": ["b", "a"], "numerator": [100, 895]})
    out = standardised_ratio(
        two.drop(columns="numerator"), reference, by="place", observed=totals, multiplier=100
    )
    assert out["numerator"].tolist() == [895, 100]
    expected = standardised_ratio(own, reference, multiplier=100)
    assert np.allclose(out.loc[[0], RESULT], expected[RESULT])


def test_the_reference_may_be_keyed_by_age_and_sex():
    reference = pd.DataFrame(
        {"sex": list("ffmm"), "age": list("abab"), "numerator": [1, 2, 3, 4], "denominator": 100}
    )
    own = reference.assign(denominator=[10, 20, 30, 40], numerator=1).iloc[::-1]
    row = standardised_ratio(own, reference, band=["age", "sex"]).iloc[0]
    assert row["expected"] == pytest.approx(0.1 + 0.4 + 0.9 + 1.6)


def test_why_a_group_has_no_ratio():
    own, reference = tables([(5, 500, 9), (6, 600, 9), (7, 700, 0)])
    places = {place: own.astype({"numerator": float}).assign(place=place) for place in "abcd"}
    places["b"].loc[0, "numerator"] = np.nan
    places["c"][["numerator", "denominator"]] = 0
    places["d"].loc[:1, ["numerator", "denominator"]] = 0
    places["d"].loc[2, "numerator"] = 0
    frame = pd.concat(places.values(), ignore_index=True)
    out = standardised_ratio(frame, reference, by="place")
    assert out["reason"].tolist() == ["", "missing", "no_persons", "no_expected"]
    assert out["value"].isna().tolist() == [False, True, True, True]
    assert out[["lower", "upper"]].isna().all(axis=1).tolist() == [False, True, True, True]
    totals = pd.DataFrame({"place": ["a", "b"], "numerator": [10, 20.0]})
    totals["status"] = ["ok", "suppressed"]
    out = standardised_ratio(frame, reference, by="place", observed=totals)
    assert out["reason"].tolist() == ["", "suppressed", "missing", "missing"]


def test_bands_and_references_that_do_not_fit_are_refused():
    own, reference = tables([(5, 500, 9), (6, 600, 9), (7, 700, 9)])
    with pytest.raises(InvalidInput, match=r"'c'.*joined by key"):
        standardised_ratio(own, reference.iloc[:2])
    with pytest.raises(InvalidInput, match="lacks band b"):
        standardised_ratio(own.drop(1), reference)
    with pytest.raises(InvalidInput, match="more than once"):
        standardised_ratio(own, pd.concat([reference, reference]))
    with pytest.raises(InvalidInput, match="no rate"):
        standardised_ratio(own, reference.assign(denominator=[0, 1000, 1000]))
    with pytest.raises(InvalidInput, match="unknown in the reference"):
        standardised_ratio(own, reference.assign(status=["ok", "suppressed", "ok"]))
    with pytest.raises(InvalidInput) as caught:
        standardised_ratio(own.assign(numerator=-1), reference)
    assert len(caught.value.faults) == 3
    with pytest.raises(InvalidInput, match="no group"):
        totals = pd.DataFrame({"place": ["z"], "numerator": [3]})
        standardised_ratio(own.assign(place="a"), reference, by="place", observed=totals)
