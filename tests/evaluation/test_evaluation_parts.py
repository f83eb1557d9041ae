"""Checks, placebos, course and specifications against what a few lines of arithmetic say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from impact.evaluation.course import course
from impact.evaluation.design import Design
from impact.evaluation.differences.event_study import event_study
from impact.evaluation.differences.group_time import group_time
from impact.evaluation.effect import cohort_positions, effect
from impact.evaluation.evaluate_panel import evaluate_panel
from impact.evaluation.left_out import without_each
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.placebos import placebos_table
from impact.evaluation.regressions.imputation import imputation
from impact.evaluation.regressions.sun_abraham import sun_abraham
from impact.evaluation.regressions.two_way import two_way
from impact.evaluation.specifications import specifications
from impact.evaluation.strata import strata_of
from impact.evaluation.synthetic.placebos import synthetic
from impact.evaluation.weighting.weighted_comparison import weighted_comparison
from impact.indicators import false_discovery

YEARS = np.arange(2011, 2021)
START = 2017


def made(units: int = 24, treated: int = 1, effect: float = 0.0, seed: int = 2) -> Panel:
    rng = np.random.default_rng(seed)
    values = rng.normal(0, 5, (units, 1)) + rng.normal(0, 1, (units, len(YEARS)))
    values[:treated, YEARS >= START] += effect
    starts = np.full(units, NEVER)
    starts[:treated] = START
    names = tuple(f"u{number:03}" for number in range(units))
    return Panel(names, tuple(int(year) for year in YEARS), values, starts)


def moved(panel: Panel, rows: slice, years: np.ndarray, by: float) -> Panel:
    values = panel.values.copy()
    values[rows] = values[rows] + by * years
    return replace(panel, values=values)


def checked(found, name: str):
    return next(one for one in found.checks if one.check == name)


def same_size(panel: Panel) -> np.ndarray:
    return np.zeros(len(panel.units), dtype=int)


def placebos(panel: Panel, strata: np.ndarray | None = None, **design):
    strata = same_size(panel) if strata is None else strata
    declared = Design(**design)
    main = effect(panel, declared.estimator, strata, confidence=declared.confidence)
    return placebos_table(panel, strata, declared, main, 0).set_index(["kind", "name"])


def before_and_after(panel: Panel, after: np.ndarray, before: np.ndarray) -> np.ndarray:
    return panel.values[:, after].mean(axis=1) - panel.values[:, before].mean(axis=1)


def apart(panel: Panel, changes: np.ndarray) -> float:
    return float(changes[panel.treated].mean() - changes[~panel.treated].mean())


def test_with_too_few_assignments_the_joint_test_is_hotellings() -> None:
    county = made(units=19)
    panel = moved(county, slice(0, 1), (YEARS >= 2014) & (YEARS < START), 6.0)
    found = checked(evaluate_panel(panel, Design()), "pretrend_joint")
    vectors = (panel.values - panel.values[:, [5]])[:, :5]
    others = vectors[1:]
    gap = vectors[0] - others.mean(axis=0)
    spread = np.cov(others, rowvar=False) * (1 + 1 / 18)
    wald = gap @ np.linalg.solve(spread, gap)
    freedom = 17
    statistic = wald * (freedom - 4) / (freedom * 5)
    assert found.number == pytest.approx(stats.f.sf(statistic, 5, freedom - 4))
    assert (found.result, found.lowers, found.limit) == ("failed", True, 0.05)
    assert checked(evaluate_panel(county, Design()), "pretrend_joint").result == "passed"


def test_the_joint_test_counts_units_that_lie_as_far_from_the_others() -> None:
    panel = moved(made(), slice(0, 1), (YEARS >= 2014) & (YEARS < START), 6.0)
    vectors = (panel.values - panel.values[:, [5]])[:, :5]
    away = vectors - vectors.mean(axis=0)
    far = np.einsum("ae,ef,af->a", away, np.linalg.inv(away.T @ away), away)
    found = checked(evaluate_panel(panel, Design()), "pretrend_joint")
    assert found.number == pytest.approx((far >= far[0]).mean())
    assert (found.result, found.lowers, found.limit) == ("failed", True, 0.05)
    assert checked(evaluate_panel(made(), Design()), "pretrend_joint").result == "passed"


def test_anticipation_compares_the_last_two_years_with_the_two_before_them() -> None:
    panel = moved(made(), slice(0, 1), (YEARS >= 2015) & (YEARS < START), 5.0)
    found = evaluate_panel(panel, Design())
    late, early = np.isin(YEARS, (2015, 2016)), np.isin(YEARS, (2013, 2014))
    check = checked(found, "anticipation")
    assert check.number == pytest.approx(apart(panel, before_and_after(panel, late, early)))
    assert (check.result, check.lowers) == ("failed", True)
    assert checked(evaluate_panel(made(), Design()), "anticipation").result == "passed"
    assert "early" not in set(placebos(panel.select(years=YEARS >= 2015)).index)
    short = evaluate_panel(panel.select(years=YEARS >= 2015), Design())
    assert checked(short, "anticipation").result == "not_possible"
    assert checked(short, "pre_years").result == "failed"
    assert checked(short, "pre_years").number == 2


def test_longer_declared_anticipation_is_looked_at_whole() -> None:
    panel = replace(made(), anticipation=3)
    row = placebos(panel).loc[("early", "all")]
    late, early = np.isin(YEARS, (2014, 2015, 2016)), np.isin(YEARS, (2011, 2012, 2013))
    assert row["estimate"] == pytest.approx(apart(panel, before_and_after(panel, late, early)))


@pytest.mark.parametrize("confidence", [0.5, 0.99])
def test_wider_or_narrower_limits_change_no_check(confidence: float) -> None:
    """The checks ask at five per cent, whatever the limits that a reader wants to see."""
    for seed in range(4):
        panel = made(seed=seed)
        usual = evaluate_panel(panel, Design())
        other = evaluate_panel(panel, Design(confidence=confidence))
        for name in ("anticipation", "placebo_years", "pretrend_joint", "both_tests"):
            assert checked(other, name) == checked(usual, name), (seed, name)


def test_invented_starts_are_the_same_estimate_a_few_years_earlier() -> None:
    panel = made()
    table = placebos(panel)
    years = table.loc["year"]
    assert list(years.index) == ["2013", "2014", "2015", "2016"]
    for name, row in years.iterrows():
        after = (int(name) <= YEARS) & (YEARS < START)
        changes = before_and_after(panel, after, int(name) > YEARS)
        assert row["estimate"] == pytest.approx(apart(panel, changes))
        away = np.abs(changes - (changes.sum() - changes) / 23)
        assert row["p_value"] == pytest.approx((away >= away[0] - 1e-9).mean())
    check = checked(evaluate_panel(panel, Design()), "placebo_years")
    assert check.number == pytest.approx(false_discovery(years["p_value"])["adjusted"].min())
    assert check.result == "passed"


def test_years_that_were_never_asked_of_are_not_used_by_an_invented_start() -> None:
    panel = made()
    later = moved(panel, slice(0, 1), YEARS >= START, 100.0)
    assert placebos(later).loc["year"].equals(placebos(panel).loc["year"])
    assert placebos(later).loc["early"].equals(placebos(panel).loc["early"])


def test_with_too_few_assignments_the_years_before_are_asked_by_the_t_test() -> None:
    """Nineteen counties: no share of placebos is below 0.05, so counting could never fail."""
    county = made(units=19)
    jumped = moved(county, slice(0, 1), (YEARS >= 2014) & (YEARS < START), 8.0)
    found = evaluate_panel(jumped, Design())
    assert found.outcome["smallest_p"] > 0.05
    changes = [
        before_and_after(jumped, (year <= YEARS) & (YEARS < START), year > YEARS)
        for year in range(2013, START)
    ]
    p_values = [stats.ttest_ind(one[:1], one[1:]).pvalue for one in changes]
    smallest = min(p * 4 / (1 + rank) for rank, p in enumerate(sorted(p_values)))
    check = checked(found, "placebo_years")
    assert check.number == pytest.approx(smallest)
    assert (check.result, check.lowers) == ("failed", True)
    assert checked(evaluate_panel(county, Design()), "placebo_years").result == "passed"
    late = moved(county, slice(0, 1), (YEARS >= 2015) & (YEARS < START), 6.0)
    assert checked(evaluate_panel(late, Design()), "anticipation").result == "failed"


def test_each_unit_is_held_against_the_others_as_in_the_count() -> None:
    panel = made(effect=1.0)
    units = placebos(panel).loc["unit"]
    changes = before_and_after(panel, YEARS >= START, YEARS < START)
    others = (changes.sum() - changes) / 23
    np.testing.assert_allclose(units["estimate"], changes - others)
    away = units["estimate"].abs()
    counted = effect(panel, "demeaned", same_size(panel)).placebo.p_value
    assert counted == pytest.approx((away >= away.iloc[0] - 1e-9).mean())
    assert list(units["treated"]) == [True] + [False] * 23
    two = made(treated=2)
    changes = before_and_after(two, YEARS >= START, YEARS < START)
    row = placebos(two).loc[("unit", "u002")]
    assert row["estimate"] == pytest.approx(changes[2] - changes[3:].mean())
    row = placebos(two).loc[("unit", "u001")]
    assert row["estimate"] == pytest.approx(changes[1] - changes[2:].mean())


def test_strata_bound_every_placebo() -> None:
    panel = made(units=30, treated=2)
    strata = (np.arange(30) % 3 > 0).astype(int)
    table = placebos(panel, strata)
    changes = before_and_after(panel, YEARS >= START, YEARS < START)
    like = (strata == strata[4]) & ~panel.treated & (np.arange(30) != 4)
    assert table.loc[("unit", "u004"), "estimate"] == pytest.approx(
        changes[4] - changes[like].mean()
    )
    assert list(table.loc["early"].index) == ["like_size", "all"]
    assert list(placebos(panel).loc["early"].index) == ["all"]
    late, early = np.isin(YEARS, (2015, 2016)), np.isin(YEARS, (2013, 2014))
    whole = apart(panel, before_and_after(panel, late, early))
    assert table.loc[("early", "all"), "estimate"] == pytest.approx(whole)
    assert table.loc[("early", "like_size"), "estimate"] != pytest.approx(whole)


def test_an_effect_that_one_of_two_carries_fails() -> None:
    panel = moved(made(treated=2), slice(0, 1), YEARS >= START, 12.0)
    found = evaluate_panel(panel, Design())
    changes = before_and_after(panel, YEARS >= START, YEARS < START)
    left = changes[1] - changes[2:].mean()
    check = checked(found, "leave_one_out")
    assert check.number == pytest.approx(left / apart(panel, changes))
    assert (check.result, check.lowers, check.limit) == ("failed", True, 0.5)
    even = moved(made(treated=2), slice(0, 2), YEARS >= START, 12.0)
    assert checked(evaluate_panel(even, Design()), "leave_one_out").result == "passed"


def test_one_of_two_with_a_start_of_its_own_is_left_out_too() -> None:
    panel = made(units=70, treated=2)
    panel = moved(replace(panel, starts=np.r_[2015.0, 2017.0, panel.starts[2:]]), 0, YEARS, 0.0)
    panel = moved(panel, 0, YEARS >= 2015, 12.0)
    changes = effect(panel, "demeaned", same_size(panel)).changes
    table = without_each(panel, changes, same_size(panel), 0.95).set_index("name")
    assert list(table.index) == ["u000", "u001"]
    alone = before_and_after(panel, YEARS >= 2017, YEARS < 2017)
    expected = stats.ttest_ind(alone[1:2], alone[2:])
    assert table.loc["u000", "estimate"] == pytest.approx(alone[1] - alone[2:].mean())
    assert table.loc["u000", "p_value"] == pytest.approx(expected.pvalue)
    assert checked(evaluate_panel(panel, Design()), "leave_one_out").result == "failed"


def test_comparison_units_are_left_out_when_they_are_few() -> None:
    few, many = made(units=20), made(units=70)
    changes = effect(few, "demeaned", same_size(few)).changes
    table = without_each(few, changes, same_size(few), 0.95)
    assert list(table["name"]) == list(few.units[1:])
    assert not table["treated"].any()
    expected = changes[0, 0] - np.delete(changes[1:, 0], 0).mean()
    assert table["estimate"].iloc[0] == pytest.approx(expected)
    changes = effect(many, "demeaned", same_size(many)).changes
    assert without_each(many, changes, same_size(many), 0.95).empty


def test_an_effect_made_by_the_neighbours_fails() -> None:
    panel = moved(made(effect=1.0), slice(1, 12), YEARS >= START, -8.0)
    near = frozenset(panel.units[1:12])
    found = evaluate_panel(panel, Design(neighbours=near))
    changes = before_and_after(panel, YEARS >= START, YEARS < START)
    far = changes[0] - changes[12:].mean()
    row = found.specifications.set_index("specification").loc["donut"]
    assert row["estimate"] == pytest.approx(far)
    check = checked(found, "donut")
    assert check.number == pytest.approx(far / apart(panel, changes))
    assert (check.result, check.lowers) == ("failed", True)


def test_agreement_is_the_share_of_the_others_with_the_same_sign() -> None:
    """A steady rise since long before: some ways see an effect and a line through it does not."""
    results = set()
    for rise, level in ((0.0, 9.0), (1.5, -6.0), (0.8, -3.0)):
        panel = moved(made(), slice(0, 1), YEARS - 2011, rise)
        panel = moved(panel, slice(0, 1), YEARS >= START, level)
        found = evaluate_panel(panel, Design())
        table = found.specifications
        others = table["estimate"][~table["primary"]]
        share = float((np.sign(others) == np.sign(found.outcome["estimate"])).mean())
        check = checked(found, "estimators_agree")
        assert len(others) == len(table) - 1
        assert check.number == pytest.approx(share)
        assert (check.result == "passed") == (share >= 0.75)
        assert check.lowers == (share < 0.75)
        results.add(check.result)
    assert results == {"passed", "failed"}


def test_both_tests_disagreeing_is_said_and_costs_nothing_more() -> None:
    """Twenty-four units, one comparison unit far out: the t-test is blind, counting is not."""
    panel = moved(made(units=45, effect=8.0), slice(1, 2), YEARS >= START, 30.0)
    found = evaluate_panel(panel, Design())
    check = checked(found, "both_tests")
    assert found.outcome["p_value"] == pytest.approx(2 / 45)
    assert found.outcome["p_exact_t"] > 0.05
    assert check.number == pytest.approx(found.outcome["p_exact_t"])
    assert (check.result, check.lowers) == ("failed", False)
    assert found.outcome["before_checks"] == "weak"


def test_equivalence_is_held_against_what_matters_else_against_what_was_found() -> None:
    panel = made(effect=4.0)
    told = checked(evaluate_panel(panel, Design(smallest_effect=2.5)), "pretrend_equivalence")
    assert (told.limit, told.lowers) == (2.5, False)
    untold = evaluate_panel(panel, Design())
    check = checked(untold, "pretrend_equivalence")
    assert check.limit == pytest.approx(abs(untold.outcome["estimate"]))
    assert told.number == pytest.approx(check.number)
    wide = checked(evaluate_panel(panel, Design(smallest_effect=99.0)), "pretrend_equivalence")
    assert (wide.result, told.result) == ("passed", "failed")


def test_a_mix_that_does_not_follow_is_said_and_left_out() -> None:
    panel = made()
    rng = np.random.default_rng(5)
    years = np.arange(2009, 2021)
    values = np.c_[rng.normal(0, 1, (24, 2)), panel.values]
    values[0] += 8 * rng.normal(0, 1, len(years))
    found = evaluate_panel(replace(panel, years=tuple(years.tolist()), values=values), Design())
    check = checked(found, "synthetic_fit")
    assert (check.result, check.lowers) == ("failed", False)
    mixed = synthetic(
        replace(panel, years=tuple(years.tolist()), values=values), "synthetic_demeaned"
    )
    assert check.number == pytest.approx(mixed.fit)
    left = {"synthetic_demeaned", "conformal"}
    assert not left & set(found.specifications["specification"])
    few = evaluate_panel(panel, Design())
    assert checked(few, "synthetic_fit").result == "not_possible"
    np.testing.assert_allclose(found.course["synthetic"], mixed.path)


@pytest.mark.parametrize("method", ["demeaned", "long_difference", "detrended"])
def test_the_course_is_observed_minus_the_difference_of_that_year(method: str) -> None:
    panel = made(treated=3, effect=2.0)
    table = course(panel, method, same_size(panel), confidence=0.9)
    before = YEARS < START
    if method == "demeaned":
        past = np.repeat(panel.values[:, before].mean(axis=1, keepdims=True), len(YEARS), axis=1)
    elif method == "long_difference":
        past = np.repeat(panel.values[:, [5]], len(YEARS), axis=1)
    else:
        lines = [np.polyfit(YEARS[before] - 2011.0, row[before], 1) for row in panel.values]
        past = np.array([np.polyval(line, YEARS - 2011.0) for line in lines])
    changes = panel.values - past
    for at, row in table.iterrows():
        observed = panel.values[:3, at].mean()
        gap = changes[:3, at].mean() - changes[3:, at].mean()
        assert row["observed"] == pytest.approx(observed)
        assert row["comparison"] == pytest.approx(panel.values[3:, at].mean())
        assert row["counterfactual"] == pytest.approx(observed - gap)
        if at != 5 or method != "long_difference":
            test = stats.ttest_ind(changes[:3, at], changes[3:, at])
            limits = test.confidence_interval(0.9)
            assert row["lower"] == pytest.approx(observed - limits.high)
            assert row["upper"] == pytest.approx(observed - limits.low)
    assert list(table["phase"]) == ["before"] * 6 + ["after"] * 4
    assert table["synthetic"].isna().all()


def test_the_declared_estimator_stands_first_and_everywhere() -> None:
    panel = made(treated=2, effect=3.0)
    for method in ("detrended", "long_difference"):
        found = evaluate_panel(panel, Design(estimator=method))
        expected = effect(panel, method, same_size(panel)).placebo
        assert found.outcome["estimate"] == pytest.approx(expected.estimate)
        assert found.specifications["specification"].iloc[0] == method
        assert list(found.specifications["primary"]) == [True] + [False] * (
            len(found.specifications) - 1
        )
        gap = (found.course["observed"] - found.course["counterfactual"])[6:].mean()
        assert gap == pytest.approx(expected.estimate)


def test_a_line_needs_three_years_before() -> None:
    panel = made(treated=2, effect=3.0).select(years=YEARS >= 2015)
    found = evaluate_panel(panel, Design(estimator="detrended"))
    assert found.outcome["reason"] == "no_pre_period"
    assert evaluate_panel(panel, Design()).outcome["verdict"] != "not_estimable"


def test_every_row_of_the_specifications_is_its_own_function() -> None:
    panel = made(units=90, treated=4, effect=3.0)
    panel = replace(panel, sizes=np.r_[10.0, 40.0, 80.0, 90.0, np.arange(86.0)])
    strata = strata_of(panel)
    assert set(strata) == {0, 1}
    design = Design(neighbours=frozenset(panel.units[5:20]))
    main = effect(panel, "demeaned", strata)
    possible = (
        "demeaned", "long_difference", "detrended", "unstratified", "group_time", "sun_abraham",
        "imputation", "two_way", "weighted",
    )  # fmt: skip
    table = specifications(panel, strata, design, main, possible).set_index("specification")
    assert set(table.index) == {*possible, "donut"}
    kept = ~np.isin(panel.units, sorted(design.neighbours))
    for name, test in {
        "demeaned": main.placebo,
        "detrended": effect(panel, "detrended", strata).placebo,
        "long_difference": effect(panel, "long_difference", strata).placebo,
        "unstratified": effect(panel, "demeaned", same_size(panel)).placebo,
        "donut": effect(panel.select(units=kept), "demeaned", strata[kept]).placebo,
    }.items():
        row = table.loc[name]
        numbers = (test.estimate, test.lower, test.upper, test.p_value, test.comparison)
        assert tuple(row[["estimate", "lower", "upper", "p_value", "comparison"]]) == pytest.approx(
            numbers
        )
        assert row["inference"] == "placebo"
    for name, found in {
        "two_way": two_way(panel),
        "sun_abraham": sun_abraham(panel).effect,
        "imputation": imputation(panel).effect,
        "weighted": weighted_comparison(panel, "demeaned"),
    }.items():
        numbers = (found.estimate, found.lower, found.upper, found.p_value)
        row = table.loc[name]
        assert tuple(row[["estimate", "lower", "upper", "p_value"]]) == pytest.approx(numbers)
        assert row["inference"] == ("weighted" if name == "weighted" else "cluster")
        assert (row["treated"], row["comparison"]) == (4, 86)
    cells = group_time(panel).frame
    after = cells["year"] >= cells["cohort"]
    assert table.loc["group_time", "estimate"] == pytest.approx(cells["estimate"][after].mean())
    assert table.loc["group_time", "inference"] == "influence"


def test_influence_functions_say_nothing_of_one_unit() -> None:
    table = evaluate_panel(made(), Design()).specifications.set_index("specification")
    row = table.loc["group_time"]
    assert row["inference"] == "none"
    assert row[["lower", "upper", "p_value"]].isna().all()


def test_units_are_of_other_size_only_where_somebody_is_treated() -> None:
    panel = replace(made(units=90, treated=2), sizes=np.arange(90.0))
    role = evaluate_panel(panel, Design()).units.set_index("unit")
    assert list(role.loc[["u000", "u010", "u080"], "role"]) == ["treated", "comparison", "excluded"]
    assert role.loc["u080", "reason"] == "other_size"
    nobody = evaluate_panel(replace(panel, starts=np.full(90, NEVER)), Design())
    assert nobody.outcome["verdict"] == "not_estimable"
    assert set(nobody.units["role"]) == {"comparison"}
    assert set(nobody.units["reason"]) == {""}


def test_changes_are_the_numbers_compared() -> None:
    panel = made(treated=2)
    table = evaluate_panel(panel, Design()).changes
    changes = before_and_after(panel, YEARS >= START, YEARS < START)
    np.testing.assert_allclose(table[str(START)], changes)
    assert list(table["start"][:3]) == [START, START, 0]
    assert list(cohort_positions(panel)[:3]) == [0, 0, -1]


def two_starts() -> Panel:
    panel = made(units=20, treated=3, effect=3.0)
    return replace(panel, starts=np.r_[2016.0, 2018.0, 2018.0, panel.starts[3:]])


def test_with_two_starts_every_unit_has_the_number_of_its_own_start() -> None:
    panel = two_starts()
    table = placebos(panel)
    early = before_and_after(panel, YEARS >= 2016, YEARS < 2016)
    late = before_and_after(panel, YEARS >= 2018, YEARS < 2018)
    gaps = [one - one[3:].mean() for one in (early, late)]
    assert table.loc[("unit", "u000"), "estimate"] == pytest.approx(gaps[0][0])
    assert table.loc[("unit", "u001"), "estimate"] == pytest.approx(gaps[1][1])
    others = [one[5] - np.delete(one, 5)[3:].mean() for one in (early, late)]
    mixed = (others[0] + 2 * others[1]) / 3
    assert table.loc[("unit", "u005"), "estimate"] == pytest.approx(mixed)
    assert list(table.loc["year"].index) == ["-3", "-2", "-1"]
    invented = [
        before_and_after(panel, (start - 2 <= YEARS) & (start > YEARS), start - 2 > YEARS)
        for start in (2016, 2018)
    ]
    first = invented[0][0] - invented[0][3:].mean()
    second = invented[1][1:3] - invented[1][3:].mean()
    expected = np.mean([first, *second])
    assert table.loc[("year", "-2"), "estimate"] == pytest.approx(expected)


def test_with_two_starts_the_course_begins_with_the_first() -> None:
    panel = two_starts()
    table = course(panel, "demeaned", same_size(panel))
    assert list(table["phase"]) == ["before"] * 5 + ["after"] * 5
    at = 8
    early = panel.values[:, at] - panel.values[:, YEARS < 2016].mean(axis=1)
    late = panel.values[:, at] - panel.values[:, YEARS < 2018].mean(axis=1)
    gap = np.mean([early[0] - early[3:].mean(), *(late[1:3] - late[3:].mean())])
    row = table.iloc[at]
    assert row["observed"] - row["counterfactual"] == pytest.approx(gap)


def test_events_are_held_against_units_of_like_size() -> None:
    panel = replace(made(units=90, treated=2), sizes=np.arange(90.0))
    strata = strata_of(panel)
    found = evaluate_panel(panel, Design(confidence=0.9))
    events = event_study(panel, "long_difference", strata, confidence=0.9)
    np.testing.assert_allclose(found.pretrends["estimate"], events.estimates)
    np.testing.assert_allclose(found.pretrends["lower"], events.lower)
    weights = found.weights[found.weights["method"] == "comparison"]
    assert len(weights) == 43
    counted = effect(panel, "demeaned", strata, confidence=0.9).placebo
    assert found.outcome["lower"] == pytest.approx(counted.lower)


def test_the_course_compares_within_strata() -> None:
    panel = made(units=30, treated=1, effect=2.0)
    strata = (np.arange(30) % 3 > 0).astype(int)
    like = (strata == strata[0]) & ~panel.treated
    table = course(panel, "demeaned", strata)
    np.testing.assert_allclose(table["comparison"], panel.values[like].mean(axis=0))
    changes = panel.values - panel.values[:, YEARS < START].mean(axis=1, keepdims=True)
    gap = changes[0] - changes[like].mean(axis=0)
    np.testing.assert_allclose(table["observed"] - table["counterfactual"], gap)
