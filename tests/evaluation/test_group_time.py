"""Effects by cohort and year: published studies, another library, and by hand."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput, UnknownName
from impact.evaluation.differences.aggregate import KINDS, aggregate
from impact.evaluation.differences.group_time import GroupTime, group_time, pretrend_test
from impact.evaluation.panel import NEVER, Panel, panel

EXACT = 1e-10  # the same arithmetic in another order


def simulated(seed: int = 2, anticipation: int = 0) -> Panel:
    random = np.random.default_rng(seed)
    starts = np.array([NEVER] * 14 + [2014.0] * 6 + [2016.0] * 4)
    values = random.normal(size=(24, 9)).cumsum(axis=1)
    names = tuple(f"u{row:02d}" for row in range(24))
    return Panel(names, tuple(range(2010, 2019)), values, starts, None, anticipation)


def by_library(made: Panel, control: str, base: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import diff_diff

        table = made.frame()
        table["first"] = table["start"].replace(NEVER, 0).astype(int)
        peer = diff_diff.CallawaySantAnna(
            base_period=base, control_group=control, anticipation=made.anticipation
        )
        return peer.fit(table, "value", "unit", "year", "first", aggregate="all")


def small() -> Panel:
    """One cohort of two from 2012, three never treated, 2010 to 2012."""
    values = np.array([[1.0, 3, 8], [2, 2, 4], [0, 1, 2], [5, 5, 7], [1, 0, 0]])
    starts = np.array([2012.0, 2012, NEVER, NEVER, NEVER])
    return Panel(tuple("abcde"), (2010, 2011, 2012), values, starts)


def test_cells_and_influence_by_hand() -> None:
    # 2011 against 2010: treated 2, 0 (mean 1), others 1, 0, -1 (mean 0): effect 1.
    # 2012 against 2011: treated 5, 2 (mean 3.5), others 1, 2, 0 (mean 1): effect 2.5.
    # Influence in 2012: (5-3.5)/2, (2-3.5)/2, -(1-1)/3, -(2-1)/3, -(0-1)/3.
    found = group_time(small())
    frame = found.frame
    assert frame[["cohort", "year", "event", "base"]].to_numpy().tolist() == [
        [2012, 2011, -1, 2010], [2012, 2012, 0, 2011],
    ]  # fmt: skip
    np.testing.assert_allclose(frame["estimate"], [1, 2.5])
    np.testing.assert_allclose(found.influence[:, 1], [0.75, -0.75, 0, -1 / 3, 1 / 3])
    # variances: treated (4.5/2)/2 with the divisor n, others (2/3)/3
    np.testing.assert_allclose(frame["standard_error"][1] ** 2, 4.5 / 4 + 2 / 9)
    assert (frame["treated"] == 2).all() and (frame["comparison"] == 3).all()


def test_universal_base_by_hand() -> None:
    frame = group_time(small(), base="universal").frame
    np.testing.assert_allclose(frame["estimate"], [-1, 0, 2.5])
    assert list(frame["base"]) == [2011] * 3
    assert list(frame["standard_error"].isna()) == [False, True, False]


@pytest.mark.parametrize("anticipation", [0, 1])
@pytest.mark.parametrize("base", ["varying", "universal"])
@pytest.mark.parametrize("control", ["never", "not_yet"])
def test_cells_are_those_of_another_library(control: str, base: str, anticipation: int) -> None:
    made = simulated(anticipation=anticipation)
    found = group_time(made, control=control, base=base)
    theirs = by_library(made, f"{control}_treated", base).group_time_effects
    assert len(theirs) == len(found.frame)
    for row in found.frame.itertuples():
        cell = theirs[(row.cohort, row.year)]
        assert row.estimate == pytest.approx(cell["effect"], abs=EXACT)
        assert row.standard_error == pytest.approx(cell["se"], abs=EXACT, nan_ok=True)


@pytest.mark.parametrize("control", ["never", "not_yet"])
def test_aggregates_are_those_of_another_library(control: str) -> None:
    made = simulated()
    found = group_time(made, control=control)
    theirs = by_library(made, f"{control}_treated", "varying")
    simple = aggregate(found)
    assert simple.overall == pytest.approx(theirs.overall_att, abs=EXACT)
    assert simple.standard_error == pytest.approx(theirs.overall_se, abs=EXACT)
    parts = {"dynamic": theirs.event_study_effects, "group": theirs.group_effects}
    for kind, cells in parts.items():
        frame = aggregate(found, kind).frame
        assert set(frame["at"]) == set(cells)
        for row in frame.itertuples():
            assert row.estimate == pytest.approx(cells[row.at]["effect"], abs=EXACT)
            assert row.standard_error == pytest.approx(cells[row.at]["se"], abs=EXACT)


def test_without_never_treated_units_later_ones_are_enough() -> None:
    made = simulated().select(np.arange(14, 24))
    found = aggregate(group_time(made, control="not_yet"))
    theirs = by_library(made, "not_yet_treated", "varying")
    assert found.overall == pytest.approx(theirs.overall_att, abs=EXACT)
    assert found.standard_error == pytest.approx(theirs.overall_se, abs=EXACT)


def test_with_one_cohort_all_ways_to_bring_together_agree() -> None:
    random = np.random.default_rng(0)
    made = simulated().select(np.arange(20))
    found = group_time(made)
    effects = [aggregate(found, kind) for kind in KINDS]
    np.testing.assert_allclose([effect.overall for effect in effects], effects[0].overall)
    np.testing.assert_allclose(
        [effect.standard_error for effect in effects], effects[0].standard_error
    )
    # and it is the mean long difference, whose error is that of a difference of means
    change = made.values[:, 4:].mean(axis=1) - made.values[:, 3]
    treated = made.treated
    expected = change[treated].mean() - change[~treated].mean()
    assert effects[0].overall == pytest.approx(expected)
    variance = change[treated].var() / 6 + change[~treated].var() / 14
    assert effects[0].standard_error == pytest.approx(np.sqrt(variance))
    order = random.permutation(20)
    turned = aggregate(group_time(made.select(order)))
    assert turned.overall == pytest.approx(effects[0].overall, abs=EXACT)


def test_balanced_events_leave_out_cohorts_that_are_not_seen_so_long() -> None:
    # Panel to 2018: the cohort of 2016 is seen to event 2, that of 2014 to event 4.
    found = group_time(simulated())
    balanced = aggregate(found, "dynamic", balance=3)
    assert list(balanced.frame["at"]) == list(range(-3, 4))
    alone = found.frame[found.frame["cohort"] == 2014].set_index("event")["estimate"]
    for row in balanced.frame.itertuples():
        assert row.estimate == pytest.approx(alone[row.at])
    with pytest.raises(InvalidInput, match="no effect after treatment"):
        aggregate(found, "dynamic", balance=5)


def test_covariance_of_events_holds_their_standard_errors() -> None:
    found = aggregate(group_time(simulated(), base="universal"), "dynamic")
    errors = np.sqrt(np.diag(found.covariance))
    reference = (found.frame["at"] == -1).to_numpy()
    np.testing.assert_allclose(found.frame["standard_error"][~reference], errors[~reference])
    assert found.frame["standard_error"].isna().to_numpy().tolist() == reference.tolist()
    assert errors[reference] == 0


def test_scale_and_shift() -> None:
    made = simulated()
    other = Panel(made.units, made.years, 7 - 3 * made.values, made.starts)
    plain, turned = aggregate(group_time(made)), aggregate(group_time(other))
    assert turned.overall == pytest.approx(-3 * plain.overall)
    assert turned.standard_error == pytest.approx(3 * plain.standard_error)
    first, second = pretrend_test(group_time(made)), pretrend_test(group_time(other))
    assert first.statistic == pytest.approx(second.statistic)


def test_pretrend_test_does_not_depend_on_the_base() -> None:
    made = simulated()
    varying = pretrend_test(group_time(made))
    universal = pretrend_test(group_time(made, base="universal"))
    assert varying.degrees_of_freedom == universal.degrees_of_freedom == 3 + 5
    assert varying.statistic == pytest.approx(universal.statistic)


def test_pretrend_test_by_hand() -> None:
    # one cell before: W = 1^2 / V with V = (2/2)/2 + (2/3)/3
    found = pretrend_test(group_time(small()))
    assert found.statistic == pytest.approx(1 / (1 / 2 + 2 / 9))
    assert found.degrees_of_freedom == 1
    assert found.p_value == pytest.approx(0.23931, abs=1e-5)  # 2 (1 - Phi(1.17670))


def test_pretrend_test_that_cannot_be_made() -> None:
    one = small().select(np.array([0, 2, 3, 4]))
    assert np.isnan(pretrend_test(group_time(one)).p_value)
    short = small().select(years=np.array([1, 2]))
    assert pretrend_test(group_time(short)).degrees_of_freedom == 0
    few = simulated().select(np.array([0, 1, 14, 15]))
    assert np.isnan(pretrend_test(group_time(few)).p_value)


def test_later_starters_stand_in_until_they_act_themselves() -> None:
    made = simulated(anticipation=1)
    frame = group_time(made, control="not_yet").frame
    counts = frame[frame["cohort"] == 2014].set_index("year")["comparison"]
    # the cohort of 2016 (4 units) may act from 2015 on
    assert counts.to_dict() == {
        2011: 18, 2012: 18, 2013: 18, 2014: 18, 2015: 14, 2016: 14, 2017: 14, 2018: 14,
    }  # fmt: skip


def test_units_that_start_after_the_panel_are_not_among_the_never_treated() -> None:
    made = simulated().select(years=np.arange(6))  # to 2015
    assert set(group_time(made).frame["comparison"]) == {14}
    not_yet = group_time(made, control="not_yet").frame
    assert set(not_yet["comparison"][not_yet["cohort"] == 2014]) == {18}
    assert set(group_time(made).frame["cohort"]) == {2014, 2016}
    assert (group_time(made).frame.query("cohort == 2016")["event"] < 0).all()


def test_what_cannot_be_used_is_refused() -> None:
    made = simulated()
    with pytest.raises(UnknownName, match=r"control 'nevr'\. Did you mean never"):
        group_time(made, control="nevr")
    with pytest.raises(UnknownName, match="base 'last'"):
        group_time(made, base="last")
    with pytest.raises(UnknownName, match="'events'"):
        aggregate(group_time(made), "events")
    with pytest.raises(InvalidInput, match="no cohort has"):
        group_time(made.select(made.treated))
    made.values[3, 2] = np.nan
    with pytest.raises(InvalidInput, match="u03, 2012: has no figure"):
        group_time(made)


def minimum_wage(case: Callable[[str], Any]) -> tuple[GroupTime, dict[str, Any]]:
    study = case("01_mpdta")
    table = pd.read_csv(study.folder / "data.csv")
    made = panel(table, unit="countyreal", year="year", value="lemp", start="first_treat")
    return group_time(made), study.expected


def test_minimum_wage_as_printed_for_r_did(case: Callable[[str], Any]) -> None:
    found, expected = minimum_wage(case)
    limits = expected["tolerance"]
    cells = found.frame.set_index(["cohort", "year"])
    assert len(cells) == len(expected["att_gt"]) == 12
    for printed in expected["att_gt"]:
        cell = cells.loc[(printed["g"], printed["t"])]
        assert cell["estimate"] == pytest.approx(printed["att"], abs=limits["att"])
        # printed errors are bootstrapped and differ among themselves; the largest cell by .005
        assert cell["standard_error"] == pytest.approx(printed["se_boot"], abs=0.005)
    assert pretrend_test(found).p_value == pytest.approx(expected["pretest_wald_p"], abs=5e-6)
    simple = aggregate(found)
    assert simple.overall == pytest.approx(-0.039951, abs=5e-7)
    assert simple.standard_error == pytest.approx(0.012034, abs=5e-7)


def test_minimum_wage_brought_together_as_printed(case: Callable[[str], Any]) -> None:
    found, expected = minimum_wage(case)
    limits = expected["tolerance"]
    dynamic, group = aggregate(found, "dynamic"), aggregate(found, "group")
    rows = [(dynamic.overall, dynamic.standard_error, expected["dynamic"]["overall"])]
    rows += [(group.overall, group.standard_error, expected["group"]["overall"])]
    balanced = aggregate(found, "dynamic", balance=1)
    rows += [(balanced.overall, balanced.standard_error, expected["balance_e1"]["overall"])]
    by_event = dynamic.frame.set_index("at")
    rows += [
        (*by_event.loc[int(event), ["estimate", "standard_error"]], printed)
        for event, printed in expected["dynamic"]["e"].items()
    ]
    by_cohort = group.frame.set_index("at")
    rows += [
        (*by_cohort.loc[int(cohort)], {"att": printed[0], "se_boot": printed[1]})
        for cohort, printed in expected["group"]["g"].items()
    ]
    assert len(rows) == 3 + 7 + 3
    for estimate, error, printed in rows:
        assert estimate == pytest.approx(printed["att"], abs=limits["att"])
        assert error == pytest.approx(printed["se_boot"], abs=0.004)  # bootstrapped


def test_medicaid_as_printed_for_csdid(case: Callable[[str], Any]) -> None:
    study = case("02_ehec_medicaid")
    table = pd.read_csv(study.folder / "data.csv")
    made = panel(table, unit="stfips", year="year", value="dins", start="first_treat")
    cells = group_time(made, control="not_yet").frame.set_index(["cohort", "year"])
    printed = [cell for cell in study.expected["att_gt"] if cell["t"] >= cell["g"]]
    assert len(printed) == 19 == (cells["event"] >= 0).sum()
    for cell in printed:
        found = cells.loc[(cell["g"], cell["t"])]
        assert found["estimate"] == pytest.approx(cell["att"], abs=6e-8)
        assert found["standard_error"] == pytest.approx(cell["se"], abs=6e-8)
    simple = aggregate(group_time(made, control="not_yet"))
    assert simple.overall == pytest.approx(study.expected["simple"]["att"], abs=6e-8)
    assert simple.standard_error == pytest.approx(study.expected["simple"]["se"], abs=6e-8)


def test_medicaid_event_study_errors_as_printed_for_honest_did(
    case: Callable[[str], Any],
) -> None:
    # The published sample: to 2015, without the cohort of 2015, later adopters as untreated. The
    # printed errors come from a regression clustered by 43 states: those of influence functions
    # times the root of 43/42 * 343/(344 - 15), 15 coefficients being 7 events and 8 years.
    study = case("02_ehec_medicaid")
    table = pd.read_csv(study.folder / "data.csv")
    table = table[(table["year"] < 2016) & (table["first_treat"] != 2015)]
    table["start"] = np.where(table["first_treat"] == 2014, 2014, 0)
    states = panel(table, unit="stfips", year="year", value="dins", start="start")
    errors = group_time(states, base="universal").frame["standard_error"].dropna()
    printed = [0.008654, 0.008524, 0.007108, 0.006327, 0.007391, 0.009152, 0.010350]
    assert len(states.units) == 43
    np.testing.assert_allclose(errors * np.sqrt(43 / 42 * 343 / 329), printed, atol=6e-7)
