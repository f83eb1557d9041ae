"""Inequality measures against printed numbers, a plain loop and their own laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.indicators.inequalities import MEASURES, inequality

POPULATION = [832, 931, 1468, 1021, 1039, 1515, 1138, 620, 794, 866, 1367, 1108, 1120]
POPULATION += [1033, 833, 1536, 1149, 410, 1210, 858, 680, 935, 692, 781, 812]
VALUES = [61, 74, 58, 59, 72, 75, 74, 68, 75, 67, 73, 63, 66, 62, 60, 66, 71, 73, 71, 61]
VALUES += [74, 84, 55, 69, 60]
ERRORS = [5, 3, 3, 3, 4, 9, 2, 2, 2, 5, 5, 7, 5, 6, 4, 5, 6, 6, 9, 4, 3, 4, 1, 3, 7]
REGIONS = pd.DataFrame(
    {"subgroup": range(25), "population": POPULATION, "value": VALUES, "error": ERRORS}
).astype({"value": float})
"""Populations, estimates and errors of the unit tests of WHO's healthequal 1.0.1: what R draws
after set.seed(123) with rnorm(25, 1000, 300), rbinom(25, 1000, .065), rbinom(25, 100, .045)."""

QUINTILES = pd.DataFrame(
    {
        "order": [1, 2, 3, 4, 5],
        "subgroup": list("abcde"),
        "value": [75.60530, 91.01997, 96.03959, 97.04223, 99.22405],
        "error": [1.5996131, 1.1351504, 0.6461946, 0.5676206, 0.2237683],
        "population": [2072.436, 2112.204, 1983.059, 2052.124, 1884.510],
    }
)
"""Births attended by skilled staff, per cent: sample data of healthequal, printed in its manual."""

ABSOLUTE = [name for name in MEASURES if name.startswith(("diff", "mean_diff", "between_group_s"))]
RELATIVE = ["ratio", "coefficient_of_variation", "index_of_disparity_weighted", "theil"]
RELATIVE += ["index_of_disparity_unweighted", "mean_log_deviation"]
RELATIVE += ["population_attributable_fraction"]
UNWEIGHTED = [name for name in MEASURES if name.endswith("unweighted")]

subgroups = st.lists(
    st.tuples(st.floats(0.1, 0.95), st.floats(0.001, 0.05), st.integers(50, 5000)),
    min_size=2,
    max_size=12,
)


def table(rows: list[tuple[float, float, int]], **columns: object) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["value", "error", "population"])
    return frame.assign(subgroup=range(len(rows)), **columns)


def measured(frame: pd.DataFrame, **choices: object) -> pd.DataFrame:
    choices = {"standard_error": "error", **choices}
    return inequality(frame, **choices).set_index("statistic")


@pytest.mark.parametrize(
    ("measure", "printed", "unit"),
    [
        ("between_group_variance", 46.198326, 1),
        ("between_group_standard_deviation", 6.7969351, 1),
        ("mean_difference_from_mean_unweighted", 5.891726, 1),
        ("mean_difference_from_mean_weighted", 5.8348689, 1),
        ("mean_difference_from_best_unweighted", 16.360001, 1),
        ("mean_difference_from_best_weighted", 16.293156, 1),
        ("index_of_disparity_unweighted", 8.7018175, 100),
        ("index_of_disparity_weighted", 8.6178417, 100),
        ("theil", 5.0359201, 1000),
        ("mean_log_deviation", 5.0524006, 1000),
        ("population_attributable_risk", 16.293152, 1),
    ],
)
def test_values_printed_by_healthequal(measure, printed, unit):
    """Unit tests of healthequal 1.0.1 (tests/testthat); computed there in single precision:
    1e-6 of the value, 2e-5 for sums of logarithms."""
    near = 2e-5 if unit == 1000 else 1e-6
    assert measured(REGIONS).loc[measure, "value"] * unit == pytest.approx(printed, rel=near)


def test_ladder_values_printed_by_healthequal():
    """Manual page paf: 8.327116 per cent; unit tests test-paf.R 45.544548, test-parisk.R
    18.775509."""
    births = measured(QUINTILES, order="order")["value"]
    assert births["population_attributable_fraction"] * 100 == pytest.approx(8.327116, abs=5e-6)
    case = pd.DataFrame(
        {"order": [1, 2, 3, 4, 5], "value": [20, 30, 40, 50, 60], "error": [5, 7, 10, 12, 14]}
    ).assign(population=[78, 91, 162, 103, 105])
    case = measured(case, order="order")["value"]
    assert case["population_attributable_fraction"] * 100 == pytest.approx(45.544548, rel=1e-6)
    assert case["population_attributable_risk"] == pytest.approx(18.775509, rel=1e-6)
    assert births["difference"] == pytest.approx(99.22405 - 75.60530)
    assert births["ratio"] == pytest.approx(99.22405 / 75.60530)


def test_variance_error_printed_by_healthequal_counts_the_noise_twice():
    """test-bgv.R prints 17.134647, Ahn's formula with noisy values in it: 4 sum p^2 s^2 (y -
    m)^2 + 2 t, t = sum A_jk^2 s_j^2 s_k^2. That is 4 t too much on average; what is left is at
    least 2 t, the variance when all subgroups are equal."""
    share, noise = REGIONS["population"] / REGIONS["population"].sum(), REGIONS["error"] ** 2
    parts = share**2 * noise
    bend = parts.sum() ** 2 - (parts**2).sum() + (share**2 * (1 - share) ** 2 * noise**2).sum()
    found = measured(REGIONS).loc["between_group_variance", "standard_error"]
    assert found == pytest.approx(np.sqrt(max(17.134647**2 - 4 * bend, 2 * bend)), rel=1e-6)
    small = measured(REGIONS.assign(error=REGIONS["error"] / 1000))
    first_order = np.sqrt(17.134647**2 - 2 * bend) / 1000
    assert small.loc["between_group_variance", "standard_error"] == pytest.approx(
        first_order, rel=1e-4
    )


def test_entropy_errors_are_on_the_scale_of_the_values():
    """healthequal prints 0.0014201 and 0.0014242 beside values in thousandths (5.03, 5.05): the
    errors are 1,000 times too small. They are also first order; ours holds the noise once."""
    out = measured(REGIONS)["standard_error"]
    assert out["theil"] == pytest.approx(0.0014201, rel=0.25)
    assert out["mean_log_deviation"] == pytest.approx(0.0014242, rel=0.25)
    certain = measured(REGIONS.assign(error=REGIONS["error"] / 100))["standard_error"] * 100
    assert certain["theil"] == pytest.approx(0.0014201, rel=1e-3)
    assert certain["mean_log_deviation"] == pytest.approx(0.0014242, rel=1e-3)


def by_loop(frame: pd.DataFrame, reference: int) -> dict[str, float]:
    """Return the measures calculated subgroup by subgroup, high values good."""
    rows = list(frame.itertuples())
    total, number = sum(row.population for row in rows), len(rows)
    mean = sum(row.population * row.value for row in rows) / total
    best = max(row.value for row in rows)
    named = next(row.value for row in rows if row.subgroup == reference)
    worst = min(row.value for row in rows if row.subgroup != reference)
    out = dict.fromkeys(MEASURES, 0.0)
    for row in rows:
        share, part = row.population / total, row.value / mean
        out["between_group_variance"] += share * (row.value - mean) ** 2
        out["theil"] += share * part * np.log(part)
        out["mean_log_deviation"] -= share * np.log(part)
        for name, level in (("mean", mean), ("best", best), ("reference", named)):
            distance = abs(row.value - level)
            out[f"mean_difference_from_{name}_weighted"] += share * distance
            out[f"mean_difference_from_{name}_unweighted"] += distance / number
    out["between_group_standard_deviation"] = out["between_group_variance"] ** 0.5
    out["coefficient_of_variation"] = out["between_group_standard_deviation"] / mean
    for kind in ("weighted", "unweighted"):
        distance = out[f"mean_difference_from_mean_{kind}"]
        out[f"index_of_disparity_{kind}"] = distance / mean
    out["difference"], out["ratio"] = named - worst, named / worst
    out["population_attributable_risk"] = max(named - mean, 0)
    out["population_attributable_fraction"] = max(named - mean, 0) / mean
    return out


@settings(max_examples=60)
@given(subgroups)
def test_a_plain_loop_gives_the_same_values(rows):
    frame = table(rows)
    found = measured(frame, reference=0)["value"].to_dict()
    assert found == pytest.approx(by_loop(frame, 0), abs=1e-10)


@settings(max_examples=30)
@given(subgroups, subgroups, st.booleans())
def test_groups_are_measured_each_by_itself(first, second, favourable):
    frame = pd.concat([table(first, year=2025), table(second, year=2024)])
    both = inequality(frame, standard_error="error", by="year", favourable=favourable)
    assert both["year"].drop_duplicates().tolist() == [2025, 2024]
    for year, rows in ((2025, first), (2024, second)):
        alone = inequality(table(rows), standard_error="error", favourable=favourable)
        part = both[both["year"] == year].drop(columns="year").reset_index(drop=True)
        pd.testing.assert_frame_equal(part, alone, atol=1e-12)


@pytest.mark.parametrize("choices", [{}, {"reference": "b"}, {"order": "order"}])
@pytest.mark.parametrize("favourable", [True, False])
def test_nothing_when_all_are_equal(choices, favourable):
    out = measured(QUINTILES.assign(value=0.8, error=0.02), favourable=favourable, **choices)
    expected = np.where(out.index == "ratio", 1.0, 0.0)
    assert out["value"].to_numpy() == pytest.approx(expected, abs=1e-9)
    centred = out[~out["method"].str.contains("chosen")]
    assert centred["corrected"].to_numpy() == pytest.approx(
        np.where(centred.index == "ratio", 1.0, 0.0), abs=1e-9
    )
    assert (out["lower"] <= expected + 1e-9).all()
    assert (out["upper"] >= expected - 1e-9).all()


@settings(max_examples=40)
@given(subgroups, st.floats(0.2, 5), st.floats(0, 3), st.booleans())
def test_units_and_constants(rows, factor, constant, favourable):
    frame = table(rows)
    choices = {"favourable": favourable, "reference": 1}
    plain = measured(frame, **choices)
    scaled = measured(
        frame.assign(value=frame["value"] * factor, error=frame["error"] * factor), **choices
    )
    moved = measured(frame.assign(value=frame["value"] + constant), **choices)
    columns = ["value", "corrected", "lower", "upper", "standard_error"]
    near = {"abs": 1e-6, "nan_ok": True}
    for names, times in (
        (ABSOLUTE, factor),
        (["between_group_variance"], factor**2),
        (RELATIVE, 1),
    ):
        expected = plain.loc[names, columns].to_numpy() * times
        assert scaled.loc[names, columns].to_numpy() == pytest.approx(expected, **near)
    names = [*ABSOLUTE, "between_group_variance", "population_attributable_risk"]
    expected = plain.loc[names, columns].to_numpy()
    assert moved.loc[names, columns].to_numpy() == pytest.approx(expected, **near)


def test_equal_values_have_the_same_limits_in_every_unit():
    frame = table([(0.5, 0.03125, 50)] * 3)
    names = ["mean_difference_from_mean_weighted", "mean_difference_from_mean_unweighted"]
    plain = measured(frame).loc[names]
    for factor in (1.75, 0.3, 3.1):
        scaled = measured(frame.assign(value=0.5 * factor, error=0.03125 * factor)).loc[names]
        assert (scaled["value"] == 0).all()
        assert scaled["upper"].to_numpy() == pytest.approx(plain["upper"].to_numpy() * factor)


@settings(max_examples=40)
@given(subgroups, st.randoms(), st.booleans())
def test_order_of_rows_labels_and_size_of_the_country_change_nothing(rows, random, favourable):
    frame = table(rows)
    order = list(frame.index)
    random.shuffle(order)
    columns = ["value", "standard_error", "corrected", "lower", "upper"]
    expected = measured(frame, favourable=favourable)[columns].to_numpy()
    other = frame.loc[order].assign(population=frame["population"] * 12.5)
    found = measured(other.assign(subgroup="x"), favourable=favourable)[columns].to_numpy()
    assert found == pytest.approx(expected, abs=1e-6, nan_ok=True)


@settings(max_examples=40)
@given(subgroups)
def test_splitting_a_subgroup_leaves_weighted_measures(rows):
    frame = table(rows)
    half = frame.assign(population=frame["population"] / 2)
    split = pd.concat([frame.iloc[1:], half.iloc[[0, 0]]])
    before, after = (measured(each, reference=0)["value"] for each in (frame, split))
    kept = [name for name in MEASURES if name not in UNWEIGHTED]
    assert after[kept].tolist() == pytest.approx(before[kept].tolist(), abs=1e-10)


@settings(max_examples=40)
@given(subgroups)
def test_limits_are_in_order_and_noise_is_taken_off(rows):
    out = measured(table(rows), reference=0, confidence=(0.95, 0.998))
    assert (out["lower_99_8"] <= out["lower_95"] + 1e-12).all()
    assert (out["lower_95"] <= out["upper_95"] + 1e-12).all()
    assert (out["upper_95"] <= out["upper_99_8"] + 1e-12).all()
    spread = out[out.index.str.contains("between_group|from_mean|from_reference")]
    assert (spread["corrected"] <= spread["value"] + 1e-12).all()
    assert (spread[["corrected", "lower_95"]] >= 0).all(axis=None)


@settings(max_examples=40)
@given(subgroups)
def test_certain_values_have_no_error_and_no_correction(rows):
    out = measured(table(rows).assign(error=0.0), reference=0)
    assert out["standard_error"].to_numpy() == pytest.approx(0, abs=1e-9)
    for column in ("corrected", "lower", "upper"):
        assert out[column].to_numpy() == pytest.approx(out["value"].to_numpy(), abs=1e-9)


def test_a_gap_between_sexes_is_signed_and_exact():
    """By hand: 0.81 - 0.87 with errors 0.02 and 0.015: -0.06, error 0.025."""
    frame = pd.DataFrame(
        {"subgroup": ["female", "male"], "value": [0.87, 0.81], "error": [0.015, 0.02]}
    )
    choices = {"population": None, "measures": ["difference", "ratio"]}
    male = measured(frame, reference="male", **choices)
    assert male.loc["difference", "value"] == pytest.approx(-0.06, abs=1e-12)
    assert male.loc["difference", "standard_error"] == pytest.approx(0.025)
    assert male["method"].tolist() == ["normal", "log"]
    female = measured(frame, reference="female", **choices)
    assert female.loc["difference", "lower"] == pytest.approx(-male.loc["difference", "upper"])
    assert female.loc["ratio", "lower"] == pytest.approx(1 / male.loc["ratio", "upper"])
    adverse = measured(frame, reference="female", favourable=False, **choices)
    assert adverse.loc["difference", "value"] == pytest.approx(-0.06)


def test_figures_where_low_is_good():
    out = measured(REGIONS, favourable=False)["value"]
    mean = np.average(VALUES, weights=POPULATION)
    assert out["difference"] == 84 - 55
    assert out["mean_difference_from_best_weighted"] == pytest.approx(mean - 55)
    assert out["population_attributable_risk"] == pytest.approx(55 - mean)
    assert out["population_attributable_fraction"] == pytest.approx(55 / mean - 1)


def test_no_gain_when_the_reference_is_worse_than_the_mean():
    out = measured(REGIONS, reference=22)
    for name in ("population_attributable_risk", "population_attributable_fraction"):
        assert out.loc[name, ["value", "corrected"]].tolist() == [0, 0]


def test_reasons():
    frame = pd.concat(
        [
            QUINTILES.assign(place="fine"),
            QUINTILES.assign(place="hidden"),
            QUINTILES.assign(place="lacking", value=[1, np.nan, 3, 4, 5]),
            QUINTILES.iloc[:1].assign(place="few"),
            QUINTILES.assign(place="nobody", population=0),
            QUINTILES.assign(place="other", subgroup=list("fghij")),
            QUINTILES.assign(place="zero", value=[0, 1, 2, 3, 4]),
            QUINTILES.assign(place="unsure", error=np.nan),
        ]
    )
    frame["status"] = np.where(frame["place"] == "hidden", "suppressed", "ok")
    names = ["ratio", "between_group_variance", "theil", "mean_log_deviation"]
    out = inequality(
        frame, standard_error="error", measures=names, by="place", reference="a"
    ).set_index(["place", "statistic"])
    reasons = out["reason"].unstack(sort=False)
    assert reasons.loc["fine"].tolist() == [""] * 4
    for place, reason in [
        ("hidden", "suppressed"),
        ("lacking", "missing"),
        ("few", "few_groups"),
        ("nobody", "no_persons"),
    ]:
        assert set(reasons.loc[place]) == {reason}
    assert reasons.loc["other"].tolist() == ["no_reference", "", "", ""]
    assert reasons.loc["zero"].tolist() == ["", "", "", "not_positive"]
    assert out["value"].notna().tolist() == (out["reason"] == "").tolist()
    assert out.loc["unsure", ["lower", "corrected", "standard_error"]].isna().all(axis=None)


def test_a_subgroup_without_persons_is_left_out():
    more = pd.concat([QUINTILES, QUINTILES.iloc[[0]].assign(population=0, value=np.nan)])
    pd.testing.assert_frame_equal(measured(more), measured(QUINTILES))


@pytest.mark.parametrize(
    ("choices", "text"),
    [
        ({"measures": "gini"}, "gini"),
        ({"measures": ["mean_difference_from_reference_weighted"]}, "needs a reference"),
        ({"reference": "a", "subgroup": "sex"}, "sex"),
        ({"population": "persons", "value": "share"}, r"(?s)share.*persons"),
        ({"confidence": 95}, "between 0 and 1"),
    ],
)
def test_choices_that_cannot_be_are_refused(choices, text):
    with pytest.raises(InvalidInput, match=text):
        inequality(QUINTILES, **choices)


def test_all_rows_that_cannot_be_are_named():
    frame = QUINTILES.assign(population=[1, -1, 2, 3, 4], error=[1, 1, -1, -1, 1])
    with pytest.raises(InvalidInput) as caught:
        inequality(frame, standard_error="error")
    assert len(caught.value.faults) == 3


def test_the_table_given_is_untouched():
    before = QUINTILES.copy()
    measured(QUINTILES, order="order")
    pd.testing.assert_frame_equal(QUINTILES, before)
