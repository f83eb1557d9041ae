"""Control limits and classes of a funnel, against printed numbers and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.comparison.funnel import funnel
from impact.indicators.comparison.funnel_limits import count_limits, share_limits
from impact.indicators.comparison.funnel_lines import funnel_lines
from impact.indicators.rates.limits import exact_poisson_limits, wilson_limits

AVERAGE = 80.642448
counts = st.integers(20, 3000).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n)))
quick = settings(max_examples=25, deadline=None)
several = st.lists(counts, min_size=6, max_size=12)


def places(pairs, **columns: object) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["numerator", "denominator"]).assign(**columns)


@pytest.mark.parametrize(
    ("persons", "lower", "upper", "outer_lower", "outer_upper"),
    [
        (1, 3.204264, 100, 0, 100),
        (20, 63.326743, 97.958152, 53.341156, 100),
        (50, 69.691035, 91.593861, 63.375595, 97.909301),
        (538 + 1, 77.306949, 83.977947, 75.38344, 85.901456),
        (10**5 + 10**4, 80.408963, 80.875933, 80.274317, 81.010578),
    ],
)
def test_share_limits_are_those_printed_by_phe(persons, lower, upper, outer_lower, outer_upper):
    """PHEindicatormethods, tests/testthat/testdata_funnel_prop_outputs.csv (six decimals)."""
    target, size = np.array([AVERAGE / 100]), np.array([persons])
    inner, outer = (share_limits(target, size, level) for level in (0.95, 0.998))
    found = [100 * part[0] for part in (*inner, *outer)]
    assert found == pytest.approx([lower, upper, outer_lower, outer_upper], abs=2e-6)


@pytest.mark.parametrize(
    ("name", "numerator", "denominator", "word"),
    [
        ("New Forest", 35078.488, 41980, "far_above"),
        ("Norwich", 24803.6256, 31824, "far_below"),
        ("South Gloucestershire", 50050.7443, 61921, "within"),
        ("West Norfolk", 26789.238, 33012, "above"),
        ("North Tees", 36850.0492, 45449, "above"),
        ("North Devon", 30277.5312, 37828, "below"),
        ("Hartlepool", 17321.4088, 21587, "within"),
    ],
)
def test_classes_are_those_of_phe(name, numerator, denominator, word):
    """PHEindicatormethods, tests/testthat/testdata_funnel_prop_inputs.csv."""
    frame = places([(numerator, denominator)])
    assert funnel(frame, target=AVERAGE, multiplier=100)["class"].tolist() == [word], name


@pytest.mark.parametrize(
    ("events", "lower_line", "upper_line", "outer_lower_line", "outer_upper_line"),
    [
        (1, 5.571644585, 0.025317898, 9.233410143, 0.001000547),
        (10, 18.39035799, 4.795387629, 24.13397235, 2.960519925),
        (100, 121.6268111, 81.36400699, 134.9243187, 71.92139974),
        (716, 770.4222128, 664.5083011, 802.60414, 636.1521174),
    ],
)
def test_count_limits_are_those_printed_by_phe(
    events, lower_line, upper_line, outer_lower_line, outer_upper_line
):
    """PHEindicatormethods, testdata_funnel_ratio_outputs.csv: the expected numbers at which so
    many events lie on a line. Its bisection stops within 1e-5 events (relative tolerance 1e-5;
    at 0.001 expected events 6e-4)."""
    for level, low, high in (
        (0.95, lower_line, upper_line),
        (0.998, outer_lower_line, outer_upper_line),
    ):
        assert count_limits(np.array([low]), level)[0][0] == pytest.approx(events, rel=1e-5)
        assert count_limits(np.array([high]), level)[1][0] == pytest.approx(events, rel=1e-5)


@given(st.floats(0.05, 5000), st.sampled_from([0.8, 0.95, 0.998]))
def test_no_more_than_the_promised_share_lies_beyond_count_limits(expected, level):
    lower, upper = (part[0] for part in count_limits(np.array([expected]), level))
    below = stats.poisson.cdf(np.ceil(lower - 1e-9) - 1, expected)
    above = stats.poisson.sf(np.floor(upper + 1e-9), expected)
    assert below <= (1 - level) / 2 + 1e-9
    assert above <= (1 - level) / 2 + 1e-9


@quick
@given(several, st.sampled_from([0.9, 0.95, 0.998]))
def test_a_place_is_outside_when_its_own_interval_misses_the_target(pairs, level):
    frame = places(pairs)
    share = funnel(frame, confidence=level)
    low, high = wilson_limits(frame["numerator"], frame["denominator"], level)
    target = share["target"].to_numpy()
    expected = np.select([low > target + 1e-9, high < target - 1e-9], ["above", "below"], "within")
    assert share["class"].tolist() == expected.tolist()
    rate = funnel(frame, kind="rate", confidence=level)
    low, high = exact_poisson_limits(frame["numerator"], level)
    size = rate["size"].to_numpy()
    expected = np.select([low > size + 1e-7, high < size - 1e-7], ["above", "below"], "within")
    assert rate["class"].tolist() == expected.tolist()


@quick
@given(several, st.randoms(), st.integers(2, 9))
def test_order_labels_and_unit_change_nothing(pairs, random, unit):
    frame = places(pairs, place=[f"p{number}" for number in range(len(pairs))])
    order = list(frame.index)
    random.shuffle(order)
    out = funnel(frame)
    pd.testing.assert_frame_equal(out.loc[order], funnel(frame.loc[order]))
    scaled = funnel(frame, multiplier=unit)
    assert scaled["class"].tolist() == out["class"].tolist()
    assert scaled["adjusted_class"].tolist() == out["adjusted_class"].tolist()
    assert np.allclose(scaled["adjusted_lower_95"], out["adjusted_lower_95"] * unit)


@quick
@given(several)
def test_the_mirrored_share_has_the_mirrored_class(pairs):
    frame = places(pairs)
    other = frame.assign(numerator=frame["denominator"] - frame["numerator"])
    mirror = {
        "far_above": "far_below",
        "above": "below",
        "within": "within",
        "below": "above",
        "far_below": "far_above",
    }
    out, turned = funnel(frame), funnel(other)
    for column in ("class", "adjusted_class"):
        assert turned[column].tolist() == [mirror[word] for word in out[column]]
    assert np.allclose(out["z"], -turned["z"], atol=1e-9)
    assert np.allclose(out["between"], turned["between"], atol=1e-12)


@quick
@given(st.integers(1, 99), st.integers(1, 50))
def test_a_place_at_the_target_is_never_special_however_large(percent, scale):
    frame = places([(percent * scale, 100 * scale), (percent, 100)])
    for kind in ("proportion", "rate"):
        out = funnel(frame, kind=kind)
        assert out["class"].tolist() == ["within", "within"]
        assert out["z"].abs().max() < 1e-9


@quick
@given(several)
def test_larger_places_have_narrower_limits(pairs):
    frame = places(pairs)
    for kind in ("proportion", "rate"):
        one, two = funnel(frame, kind=kind), funnel(frame * 2, kind=kind)
        width = (one["upper_95"] - one["lower_95"]) - (two["upper_95"] - two["lower_95"])
        assert (width > -1e-12).all()


@quick
@given(several, st.sampled_from(["proportion", "rate"]))
def test_adjusted_limits_are_never_inside_the_plain_ones(pairs, kind):
    out = funnel(places(pairs), kind=kind)
    assert (out["adjusted_lower_95"] <= out["lower_95"]).all()
    assert (out["adjusted_upper_99_8"] >= out["upper_99_8"]).all()
    rank = {"far_below": -2, "below": -1, "within": 0, "above": 1, "far_above": 2}
    plain, adjusted = out["class"].map(rank), out["adjusted_class"].map(rank)
    assert (adjusted.abs() <= plain.abs()).all()


def test_groups_have_their_own_target_and_dispersion():
    one = places([(30, 100), (40, 100), (35, 100), (60, 100), (10, 100)], year=2020)
    two = places([(900, 1000), (910, 1000), (905, 1000), (896, 1000), (889, 1000)], year=2021)
    both = funnel(pd.concat([one, two], ignore_index=True), by="year")
    alone = pd.concat([funnel(one), funnel(two)], ignore_index=True)
    pd.testing.assert_frame_equal(both, alone)


def test_polarity_gives_both_verdicts():
    pairs = [(95, 100), (5, 100), (50, 100), (51, 100), (49, 100), (62, 100)]
    frame = places(pairs, good=["higher", "higher", "higher", "lower", None, "lower"])
    out = funnel(frame, target=0.5, polarity="good")
    assert out["verdict"].tolist() == [
        "much_better",
        "much_worse",
        "not_clearly_different",
        "not_clearly_different",
        "not_clearly_different",
        "worse",
    ]
    assert out["adjusted_verdict"].tolist()[:3] == ["better", "worse", "not_clearly_different"]


def test_few_places_have_no_dispersion_and_no_adjusted_class():
    out = funnel(places([(90, 100), (50, 100), (10, 100)]))
    assert out["dispersion"].isna().all()
    assert set(out["adjusted_class"]) == {""}
    assert out["class"].tolist() == ["far_above", "within", "far_below"]


def test_what_is_unknown_stays_unknown_and_leaves_the_target_alone():
    frame = places([(30, 100), (np.nan, 100), (35, 100), (0, 0)])
    frame["status"] = ["ok", "ok", "suppressed", "ok"]
    out = funnel(frame)
    assert out["reason"].tolist() == ["", "missing", "suppressed", "no_persons"]
    assert out["value"].isna().tolist() == [False, True, True, True]
    assert out["target"].iloc[0] == 0.3
    assert out["class"].tolist() == ["within", "", "", ""]
    assert out["target"].isna().tolist() == [False, True, True, True]


def test_no_events_anywhere_are_within():
    for kind in ("proportion", "rate"):
        out = funnel(places([(0, 100), (0, 50)]), kind=kind)
        assert out["class"].tolist() == ["within", "within"]
    assert funnel(places([(9, 9), (5, 5)]))["class"].tolist() == ["within", "within"]


def test_a_column_of_targets_with_a_gap_says_no_target():
    frame = places([(30, 100), (30, 100)], aim=[0.5, np.nan])
    out = funnel(frame, target="aim")
    assert out["class"].tolist() == ["far_below", ""]
    assert out["reason"].tolist() == ["", "no_target"]


def test_curves_pass_through_the_limits_of_the_largest_place_and_stay_in_0_to_100():
    frame = places([(30, 100), (40, 90), (35, 80), (60, 400), (10, 30), (25, 100)], year=1)
    points = funnel(frame, by="year", multiplier=100)
    lines = funnel_lines(points, by="year", multiplier=100, steps=50)
    assert (len(lines), lines["size"].iloc[0]) == (50, 1.0)
    assert lines.filter(regex="lower|upper").min().min() >= 0
    assert lines.filter(regex="lower|upper").max().max() <= 100
    limits = [name for name in lines if "lower" in name or "upper" in name]
    assert len(limits) == 8
    largest = points.loc[points["size"].idxmax(), limits].astype(float)
    assert np.allclose(lines[limits].iloc[-1].astype(float), largest)


def test_curves_need_one_target_a_group():
    points = funnel(places([(30, 100), (90, 100)], aim=[0.3, 0.9]), target="aim")
    with pytest.raises(InvalidInput, match="several targets"):
        funnel_lines(points)


def test_the_table_given_is_untouched():
    frame = places([(3, 10), (1, 4)]).set_index(pd.Index([7, 3]))
    before = frame.copy()
    assert funnel(frame).index.tolist() == [7, 3]
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kind": "share"}, "'share' is not one of"),
        ({"scale": "log"}, "'log' is not one of arcsine"),
        ({"confidence": (0.9, 0.95, 0.99)}, "one level, or two"),
        ({"target": 1.2}, "out of range"),
        ({"polarity": "place"}, "'x' is not one of"),
        ({"by": "year"}, "'year'"),
    ],
)
def test_wrong_choices_are_refused(options, message):
    with pytest.raises(InvalidInput, match=message):
        funnel(places([(3, 10)], place="x"), **options)
    with pytest.raises(InvalidInput, match="above its denominator"):
        funnel(places([(11, 10)]))


def test_an_empty_table_gives_an_empty_result():
    assert funnel(places([])).empty


@pytest.mark.parametrize("multiplier", [0, -1, np.nan])
def test_a_multiplier_that_is_no_unit_is_refused(multiplier):
    with pytest.raises(InvalidInput, match="multiplier"):
        funnel(places([(1, 10)]), multiplier=multiplier)
    points = funnel(places([(1, 10)]))
    with pytest.raises(InvalidInput, match="multiplier"):
        funnel_lines(points, multiplier=multiplier)


@pytest.mark.parametrize("target", [np.nan, np.inf, 0, "column"])
def test_a_target_that_cannot_be_reached_is_refused(target):
    with pytest.raises(InvalidInput, match="out of range"):
        funnel(places([(1, 10)], column=np.inf), kind="rate", target=target)


def test_an_index_named_like_the_group_changes_nothing():
    frame = places([(1, 10), (2, 20), (3, 10)], land=["x", "y", "x"])
    indexed = frame.set_index("land", drop=False)
    plain, other = funnel(frame, by="land"), funnel(indexed, by="land")
    pd.testing.assert_frame_equal(plain, other.reset_index(drop=True))
    pd.testing.assert_frame_equal(funnel_lines(plain, by="land"), funnel_lines(other, by="land"))
