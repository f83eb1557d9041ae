"""Effects by event: by hand, beside other estimators, and a covariance that counting confirms."""

from __future__ import annotations

import warnings
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from scipy import stats

from impact.errors import InvalidInput
from impact.evaluation.differences.aggregate import aggregate
from impact.evaluation.differences.changes import CHANGES, unit_changes
from impact.evaluation.differences.event_study import event_study
from impact.evaluation.differences.group_time import group_time
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.strata import difference_weights


def made(starts: list[float], years: int = 6, seed: int = 1, anticipation: int = 0) -> Panel:
    """Random walks from 2010, units from u00."""
    values = np.random.default_rng(seed).normal(size=(len(starts), years)).cumsum(axis=1)
    names = tuple(f"u{row:02d}" for row in range(len(starts)))
    span = tuple(range(2010, 2010 + years))
    return Panel(names, span, values, np.array(starts, dtype=float), None, anticipation)


def test_one_treated_unit_by_hand() -> None:
    # Start 2012, so the reference is 2011. Treated: 1, 3, 8 less 3: -2, 0, 5.
    # Others: (0, 2, 3) -> -2, 0, 1; (4, 4, 4) -> 0, 0, 0; (5, 3, 5) -> 2, 0, 2; mean 0, 0, 1.
    values = np.array([[1.0, 3, 8], [0, 2, 3], [4, 4, 4], [5, 3, 5]])
    plain = Panel(tuple("abcd"), (2010, 2011, 2012), values, np.array([2012, *[NEVER] * 3]))
    found = event_study(plain)
    np.testing.assert_array_equal(found.events, [-2, -1, 0])
    np.testing.assert_allclose(found.estimates, [-2, 0, 4])
    # Among the others: variances ((-2)^2 + 2^2) / 2 = 4 and (0 + 1 + 1) / 2 = 1, covariance
    # (-2 * 0 + 0 * -1 + 2 * 1) / 2 = 1; times 1 (the treated unit) + 3 / 9
    np.testing.assert_allclose(
        found.covariance[np.ix_([0, 2], [0, 2])], np.array([[4, 1], [1, 1]]) * 4 / 3
    )
    assert not found.covariance[1].any() and not found.covariance[:, 1].any()
    assert found.reference == -1 and found.degrees_of_freedom == 2
    assert list(found.phases) == ["before", "before", "after"]
    np.testing.assert_array_equal(found.weights, [0, 0, 1])
    # t(2) has its 97.5 % point at 4.302653
    np.testing.assert_allclose(
        found.upper[2] - found.estimates[2], 4.302653 * np.sqrt(4 / 3), rtol=1e-6
    )
    np.testing.assert_allclose(found.lower + found.upper, 2 * found.estimates)


def test_two_cohorts_and_strata_by_hand() -> None:
    # Panel 2010-2013. In stratum 0 unit a starts 2012; in stratum 1 units b (2012) and c (2013).
    # Everyone's series is 0 but for what is said; event 0 is 2012 for a and b, 2013 for c.
    values = np.zeros((8, 4))
    values[0, 2:] = 6  # a: +6 from 2012
    values[1, 2:] = 3  # b: +3
    values[2, 3] = 9  # c: +9 in 2013
    values[3, 2:] = 1.2  # one of the three others of stratum 0: their mean +0.4 from 2012
    values[6, 3] = 1  # one of the two others of stratum 1: their mean +0.5 in 2013
    starts = np.array([2012, 2012, 2013, *[NEVER] * 5])
    strata = np.array([0, 1, 1, 0, 0, 0, 1, 1])
    found = event_study(
        Panel(tuple("abcdefgh"), (2010, 2011, 2012, 2013), values, starts), strata=strata
    )
    np.testing.assert_array_equal(found.events, [-3, -2, -1, 0, 1])
    # event 0: (6 + 3 + 9) / 3 - (1 * 0.4 + 1 * 0 + 1 * 0.5) / 3
    # event 1: only a and b: (6 + 3) / 2 - (0.4 + 0.5) / 2
    np.testing.assert_allclose(found.estimates, [0, 0, 0, 6 - 0.9 / 3, 4.5 - 0.45])
    np.testing.assert_array_equal(found.units, [1, 3, 3, 3, 2])
    # a and b have two years after, c one: event 0 weighs (1/2 + 1/2 + 1)/3, event 1 (1/2 + 1/2)/3
    np.testing.assert_allclose(found.weights, [0, 0, 0, 2 / 3, 1 / 3])
    assert found.degrees_of_freedom == (3 - 1) + (2 - 1)


@pytest.mark.parametrize("method", CHANGES)
def test_weights_bring_events_of_one_cohort_to_the_effect(method: str) -> None:
    one = made([2013, 2013, *[NEVER] * 7])
    found = event_study(one, method, np.array([0, 1, 0, 1, 0, 1, 0, 1, 1]))
    weights = difference_weights(one.treated, ~one.treated, np.array([0, 1, 0, 1, 0, 1, 0, 1, 1]))
    effect = weights @ unit_changes(one, method)
    np.testing.assert_allclose(found.weights @ found.estimates, effect[0])
    assert found.weights.sum() == pytest.approx(1)


@pytest.mark.parametrize("method", CHANGES)
@pytest.mark.parametrize("anticipation", [0, 1])
def test_covariance_is_that_of_all_assignments(method: str, anticipation: int) -> None:
    # Nothing was done: any unit of a stratum could have been the one that started in 2013 or in
    # 2014. Over all these assignments the covariance of the estimates is known exactly, and the
    # mean of the covariances calculated must be it.
    base = made([NEVER] * 9, seed=7, anticipation=anticipation)
    strata = np.array([0, 0, 0, 0, 1, 1, 1, 1, 1])
    of_first = combinations(np.flatnonzero(strata == 0), 1)
    of_second = [
        (first, second)
        for first in combinations(np.flatnonzero(strata == 1), 2)
        for second in combinations(sorted(set(np.flatnonzero(strata == 1)) - set(first)), 1)
    ]
    estimates, covariances = [], []
    for (low,), (first, second) in product(of_first, of_second):
        starts = np.full(9, NEVER)
        starts[[low, *first]] = 2013
        starts[list(second)] = 2014
        found = event_study(replace(base, starts=starts), method, strata)
        estimates.append(found.estimates)
        covariances.append(found.covariance)
    assert len(estimates) == 4 * 10 * 3
    exact = np.cov(np.array(estimates).T, bias=True)
    np.testing.assert_allclose(np.mean(covariances, axis=0), exact, atol=1e-10)
    np.testing.assert_allclose(np.mean(estimates, axis=0), 0, atol=1e-10)


def test_influence_functions_are_too_sure_with_one_treated_unit_and_this_is_not() -> None:
    # 400 panels of 20 independent units without any effect: limits of 95 % should miss 0 in 5 %
    # (binomial error .011; four of them .044)
    missed, missed_by_influence = 0, 0
    for seed in range(400):
        one = made([2012, *[NEVER] * 19], years=3, seed=seed)
        found = event_study(one)
        missed += not found.lower[-1] <= 0 <= found.upper[-1]
        cell = group_time(one).frame.iloc[-1]
        missed_by_influence += abs(cell["estimate"]) > 1.96 * cell["standard_error"]
    assert missed / 400 == pytest.approx(0.05, abs=0.044)
    assert missed_by_influence / 400 > 0.5


def test_estimates_are_those_by_cohort_and_year() -> None:
    several = made([*[NEVER] * 9, 2012, 2012, 2013, 2014, 2014, 2014], years=7)
    found = event_study(several)
    other = aggregate(group_time(several, base="universal"), "dynamic").frame
    np.testing.assert_array_equal(found.events, other["at"])
    np.testing.assert_allclose(found.estimates, other["estimate"], atol=1e-12)


def test_estimates_are_those_of_another_library() -> None:
    several = made([*[NEVER] * 9, 2013, 2013, 2014, 2014, 2014], years=7)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import diff_diff

        table = several.frame()
        table["first"] = table["start"].replace(NEVER, 0).astype(int)
        peer = diff_diff.CallawaySantAnna(base_period="universal")
        events = peer.fit(table, "value", "unit", "year", "first", aggregate="event_study")
    found = event_study(several)
    theirs = events.event_study_effects
    assert set(found.events) == set(theirs)
    for event, estimate in zip(found.events, found.estimates, strict=True):
        assert estimate == pytest.approx(theirs[event]["effect"], abs=1e-10)


def test_anticipation_moves_the_reference() -> None:
    found = event_study(made([2014, *[NEVER] * 5], anticipation=2))
    assert found.reference == -3
    assert dict(zip(found.events.tolist(), found.phases.tolist(), strict=True)) == {
        -4: "before", -3: "before", -2: "anticipation", -1: "anticipation", 0: "after", 1: "after",
    }  # fmt: skip
    assert found.estimates[1] == 0 and found.covariance[1, 1] == 0
    assert (np.diag(found.covariance)[[0, 2, 3, 4, 5]] > 0).all()


def test_years_that_are_not_there_leave_no_event() -> None:
    # 2012 is missing: the last year before 2013 is 2011, event -2
    whole = made([2013, *[NEVER] * 5])
    found = event_study(whole.select(years=np.array([0, 1, 3, 4, 5])))
    assert found.events.tolist() == [-3, -2, 0, 1, 2]
    assert found.reference == -2
    # with a cohort whose last year before is event -1, no event is 0 by definition
    both = made([2013, 2015, *[NEVER] * 5]).select(years=np.array([0, 1, 3, 4, 5]))
    assert event_study(both).reference is None


@pytest.mark.parametrize("method", ["demeaned", "detrended"])
def test_own_mean_and_own_line_have_no_reference(method: str) -> None:
    found = event_study(made([2014, *[NEVER] * 5]), method)
    assert found.reference is None
    before = found.phases == "before"
    assert found.estimates[before].sum() == pytest.approx(0, abs=1e-12)
    rank = np.linalg.matrix_rank(found.covariance[np.ix_(before, before)], tol=1e-10)
    assert rank == 4 - {"demeaned": 1, "detrended": 2}[method]


@pytest.mark.parametrize("method", CHANGES)
def test_order_scale_shift_and_names_of_strata(method: str) -> None:
    several = made([2013, 2014, *[NEVER] * 8])
    strata = np.array([0, 1] * 5)
    plain = event_study(several, method, strata)
    order = np.random.default_rng(3).permutation(10)
    turned = event_study(several.select(order), method, strata[order])
    renamed = event_study(several, method, 7 - 3 * strata)
    calendar = np.arange(6) ** 2 * 10.0  # the same for everybody
    scaled = event_study(
        replace(several, values=100 - 2 * several.values + calendar), method, strata
    )
    for other, factor in ((turned, 1), (renamed, 1), (scaled, -2)):
        np.testing.assert_allclose(other.estimates, factor * plain.estimates, atol=1e-10)
        np.testing.assert_allclose(other.covariance, factor**2 * plain.covariance, atol=1e-10)


def test_wider_confidence_is_wider_limits() -> None:
    one = made([2013, *[NEVER] * 8])
    narrow, wide = event_study(one), event_study(one, confidence=0.99)
    ratio = (wide.upper - wide.lower)[0] / (narrow.upper - narrow.lower)[0]
    assert ratio == pytest.approx(stats.t.ppf(0.995, 7) / stats.t.ppf(0.975, 7))


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(InvalidInput, match="needs a treated unit"):
        event_study(made([NEVER] * 5))
    thin = made([2013, 2013, *[NEVER] * 4])
    with pytest.raises(InvalidInput, match="stratum 1: has fewer than two never treated"):
        event_study(thin, strata=np.array([0, 1, 0, 0, 0, 1]))
    with pytest.raises(InvalidInput, match="years before it: 0"):
        event_study(made([2010, *[NEVER] * 5]))
    thin.values[2, 1] = np.nan
    with pytest.raises(InvalidInput, match="u02, 2011"):
        event_study(thin)
