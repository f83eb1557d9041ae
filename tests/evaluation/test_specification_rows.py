"""Each row of an evaluation's tables is what its function gives, with strata and confidence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import norm

from impact.evaluation.design import ESTIMATORS, Design
from impact.evaluation.differences.aggregate import aggregate
from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.differences.group_time import group_time
from impact.evaluation.effect import cohort_positions, effect, t_test
from impact.evaluation.effect import tested as effect_of
from impact.evaluation.evaluate_panel import evaluate_panel
from impact.evaluation.inference.conformal import conformal_interval
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.placebo_starts import lead_changes, placebo_leads
from impact.evaluation.regressions.imputation import imputation
from impact.evaluation.regressions.sun_abraham import sun_abraham
from impact.evaluation.regressions.two_way import two_way
from impact.evaluation.strata import strata_of
from impact.evaluation.synthetic.placebos import synthetic, unit_effects
from impact.evaluation.weighting.weighted_comparison import weighted_comparison

YEARS = tuple(range(2008, 2020))
DESIGN = Design(direction="higher", smallest_effect=1.0, confidence=0.8)


def made(starts: dict[int, int], anticipation: int = 0, seed: int = 4) -> Panel:
    """Return ninety units in two strata, the larger ones with a steeper course."""
    rng = np.random.default_rng(seed)
    sizes = np.arange(90.0)
    course = rng.normal(0, 1, (3, len(YEARS))).cumsum(axis=1)
    values = rng.normal(50, 2, (90, 1)) + rng.uniform(0, 1, (90, 3)) @ course
    values += 0.01 * sizes[:, None] * np.arange(len(YEARS)) + rng.normal(0, 0.3, (90, len(YEARS)))
    first = np.full(90, NEVER)
    for unit, year in starts.items():
        first[unit] = year
    names = tuple(f"u{number:02}" for number in range(90))
    return Panel(names, YEARS, values, first, sizes, anticipation)


TWO_STARTS = {3: 2014, 50: 2014, 60: 2014, 20: 2016, 70: 2016, 80: 2016}


@pytest.fixture(scope="module")
def staggered():
    panel = made(TWO_STARTS)
    table = evaluate_panel(panel, DESIGN).specifications.set_index("specification")
    return panel, strata_of(panel), table


@pytest.fixture(scope="module")
def single():
    panel = made({70: 2015})
    return panel, strata_of(panel), evaluate_panel(panel, DESIGN)


def numbers(row) -> tuple[float, float, float]:
    return row["estimate"], row["lower"], row["upper"]


@pytest.mark.parametrize("method", ESTIMATORS)
def test_changes_are_compared_within_strata(staggered, method: str) -> None:
    panel, strata, table = staggered
    assert strata.any()
    found = effect(panel, method, strata, confidence=0.8)
    wanted = (found.placebo.estimate, *found.interval[:2])
    assert numbers(table.loc[method]) == pytest.approx(wanted)
    plain = effect(panel, method, np.zeros_like(strata), confidence=0.8).placebo.estimate
    assert abs(plain - found.placebo.estimate) > 1e-3


def test_mixes_are_compared_within_strata(single) -> None:
    panel, strata, found = single
    table = found.specifications.set_index("specification")
    for method in ("augmented", "synthetic_differences"):
        counted = effect_of(unit_effects(panel, method), panel, strata, confidence=0.8)
        wanted = (counted.placebo.estimate, *counted.interval[:2])
        assert numbers(table.loc[method]) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("name", "control"), [("group_time", "never"), ("not_yet_treated", "not_yet")]
)
def test_effects_by_start_count_every_treated_unit_alike(
    staggered, name: str, control: str
) -> None:
    panel, _, table = staggered
    found = aggregate(group_time(panel, control=control), "group")
    reach = norm.ppf(0.9) * found.standard_error
    wanted = (found.overall, found.overall - reach, found.overall + reach)
    assert numbers(table.loc[name]) == pytest.approx(wanted)
    assert table.loc[name, "inference"] == "influence"


def test_the_two_controls_differ_and_so_do_the_two_ways_to_add_up(staggered) -> None:
    panel, _, table = staggered
    never, later = table.loc["group_time", "estimate"], table.loc["not_yet_treated", "estimate"]
    assert abs(never - later) > 1e-4
    assert abs(never - aggregate(group_time(panel), "simple").overall) > 1e-4


def test_a_start_of_one_unit_has_no_influence_error() -> None:
    panel = made({3: 2014, 50: 2014, 20: 2016})
    row = evaluate_panel(panel, DESIGN).specifications.set_index("specification").loc["group_time"]
    assert row["inference"] == "none" and np.isnan(row["p_value"])


def test_regressions_have_the_confidence_asked_for(staggered) -> None:
    panel, _, table = staggered
    direct = {
        "two_way": two_way(panel, confidence=0.8),
        "sun_abraham": sun_abraham(panel, confidence=0.8).effect,
        "imputation": imputation(panel, confidence=0.8).effect,
        "weighted": weighted_comparison(panel, "demeaned", confidence=0.8),
    }
    for name, found in direct.items():
        wanted = (found.estimate, found.lower, found.upper)
        assert numbers(table.loc[name]) == pytest.approx(wanted), name


def test_one_unit_is_held_against_its_own_years(single, staggered) -> None:
    panel, _, found = single
    row = found.specifications.set_index("specification").loc["conformal"]
    gaps = synthetic(panel, "synthetic_demeaned").gaps
    told = {"confidence": 0.8, "trend": "level"}
    direct = conformal_interval(gaps, panel.after(2015), **told)
    assert row["estimate"] == pytest.approx(direct.estimate)
    assert row["p_value"] == pytest.approx(direct.p_value)
    assert "conformal" not in staggered[2].index


def test_years_of_anticipation_are_not_the_units_own_years() -> None:
    panel = made({70: 2015}, anticipation=2)
    row = evaluate_panel(panel, DESIGN).specifications.set_index("specification").loc["conformal"]
    used = panel.before(2015) | panel.after(2015)
    assert used.sum() == len(YEARS) - 2
    gaps = synthetic(panel, "synthetic_demeaned").gaps[used]
    direct = conformal_interval(gaps, panel.after(2015)[used], confidence=0.8, trend="level")
    assert row["p_value"] == pytest.approx(direct.p_value)


@pytest.mark.parametrize("method", ["demeaned", "detrended"])
def test_invented_starts_use_the_estimator_and_the_strata(method: str) -> None:
    panel = made(TWO_STARTS, anticipation=1)
    strata = strata_of(panel)
    found = evaluate_panel(panel, replace(DESIGN, estimator=method)).placebos
    years = found[found["kind"] == "year"].set_index("name")
    assert list(years.index) == [f"-{lead}" for lead in reversed(placebo_leads(panel, method))]
    for lead in placebo_leads(panel, method):
        direct = effect_of(lead_changes(panel, method, lead), panel, strata, confidence=0.8)
        assert years.loc[f"-{lead}", "estimate"] == pytest.approx(direct.placebo.estimate)
        assert years.loc[f"-{lead}", "p_value"] == pytest.approx(direct.placebo.p_value)


def test_an_invented_start_sees_only_years_before_its_own_start_and_anticipation() -> None:
    panel = made({3: 2014, 50: 2016}, anticipation=1)
    lead = lead_changes(panel, "demeaned", 2)
    before, then = panel.values[:, 0:3].mean(axis=1), panel.values[:, 3:5].mean(axis=1)
    assert lead[:, 0] == pytest.approx(then - before)
    before, then = panel.values[:, 0:5].mean(axis=1), panel.values[:, 5:7].mean(axis=1)
    assert lead[:, 1] == pytest.approx(then - before)


@pytest.mark.parametrize(
    ("method", "most"), [("demeaned", 4), ("detrended", 2), ("long_difference", 5)]
)
def test_an_invented_start_leaves_years_before_it(method: str, most: int) -> None:
    assert placebo_leads(made({3: 2014, 50: 2016}), method) == tuple(range(1, most + 1))


def test_leaving_a_unit_out_keeps_the_strata(staggered) -> None:
    panel, strata, _ = staggered
    found = evaluate_panel(panel, DESIGN).placebos
    row = found[(found["kind"] == "without") & (found["name"] == "u50")].iloc[0]
    kept = np.arange(90) != 50
    changes = unit_changes(panel, "demeaned")[kept]
    direct = t_test(changes, cohort_positions(panel)[kept], strata[kept], 0.8)
    wanted = (direct.estimate, direct.lower, direct.upper)
    assert numbers(row) == pytest.approx(wanted)
