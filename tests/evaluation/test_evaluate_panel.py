"""A whole evaluation of one outcome: what it finds, what it refuses, and that it repeats."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.evaluation.design import Design
from impact.evaluation.evaluate_panel import evaluate_panel
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.panel_evaluation import PanelEvaluation, with_check
from impact.evaluation.verdict import CHECKS, FAULTS, RESULTS, Check

YEARS = tuple(range(2011, 2022))
HOPED = Design(direction="higher", smallest_effect=1.0)


def made(
    units: int = 24,
    treated: int = 1,
    effect: float = 0.0,
    start: int = 2019,
    seed: int = 4,
    early: float = 0.0,
    anticipation: int = 0,
) -> Panel:
    """Return units with levels of their own, a common course, noise, and an effect added."""
    rng = np.random.default_rng(seed)
    values = 50 + rng.normal(0, 5, (units, 1)) + rng.normal(0, 2, len(YEARS))
    values = values + rng.normal(0, 1, (units, len(YEARS)))
    starts = np.full(units, NEVER)
    starts[:treated] = start
    years = np.asarray(YEARS)
    values[:treated, years >= start] += effect
    values[:treated, (years >= start - 2) & (years < start)] += early
    names = tuple(f"u{number:03}" for number in range(units))
    return Panel(names, YEARS, values, starts, None, anticipation)


@cache
def evaluated(**given) -> PanelEvaluation:
    """Return the evaluation of a panel of `made`; several tests look at the same one."""
    return evaluate_panel(made(**given), HOPED)


def checked(found, name: str) -> Check:
    return next(one for one in found.checks if one.check == name)


def test_a_large_effect_is_found_and_a_nought_is_not() -> None:
    found = evaluated(effect=6.0)
    assert found.outcome["verdict"] == "supported", found.checks
    assert found.outcome["lower"] < 6.0 < found.outcome["upper"]
    assert found.outcome["p_value"] == pytest.approx(1 / 24)
    nothing = evaluated()
    assert nothing.outcome["verdict"] == "not_supported"
    assert nothing.outcome["lower"] < 0 < nothing.outcome["upper"]


@pytest.mark.parametrize(("direction", "limit"), [("higher", "upper"), ("lower", "lower")])
def test_an_effect_that_would_matter_is_ruled_out_by_the_limit_on_its_side(
    direction, limit
) -> None:
    panel = made()
    edge = abs(evaluated().outcome[limit])
    for smallest, reason in ((0.9 * edge, "chance"), (1.1 * edge, "ruled_out")):
        found = evaluate_panel(panel, Design(direction=direction, smallest_effect=smallest))
        assert (found.outcome["verdict"], found.outcome["reason"]) == ("not_supported", reason)


def test_a_plan_made_afterwards_is_capped() -> None:
    found = evaluate_panel(made(effect=6.0), replace(HOPED, exploratory=True))
    assert (found.outcome["verdict"], found.outcome["before_checks"]) == ("weak", "supported")
    assert checked(found, "plan_before_outcomes").result == "failed"


def test_an_effect_that_came_before_the_start_is_not_believed() -> None:
    found = evaluated(treated=4, effect=4.0, early=4.0)
    assert checked(found, "anticipation").result == "failed"
    assert checked(found, "anticipation").number == pytest.approx(4.0, abs=1.5)
    assert found.outcome["verdict"] == "not_supported"
    assert found.outcome["reason"] == "lowered"


def test_declared_anticipation_is_neither_before_nor_after() -> None:
    panel = made(treated=4, effect=4.0, early=4.0)
    declared = evaluate_panel(replace(panel, anticipation=2), HOPED)
    plain = evaluate_panel(panel, HOPED)
    assert declared.outcome["estimate"] > plain.outcome["estimate"] + 0.5
    assert list(declared.course["phase"]).count("anticipation") == 2


def test_the_course_adds_up_to_the_effect() -> None:
    found = evaluated(treated=4, effect=3.0)
    after = found.course[found.course["phase"] == "after"]
    gap = (after["observed"] - after["counterfactual"]).mean()
    assert gap == pytest.approx(found.outcome["estimate"])
    assert found.outcome["observed"] == pytest.approx(after["observed"].mean())
    assert (after["lower"] < after["counterfactual"]).all()
    assert (after["counterfactual"] < after["upper"]).all()


def test_weights_of_the_comparison_add_up_to_one() -> None:
    found = evaluated(treated=3)
    sums = found.weights.groupby("method")["weight"].sum()
    assert sums["comparison"] == pytest.approx(1)
    assert sums["synthetic_control"] == pytest.approx(1, abs=0.01)


def test_every_estimator_sees_the_same_effect() -> None:
    found = evaluated(units=40, treated=6, effect=5.0)
    table = found.specifications.set_index("specification")
    assert {"demeaned", "detrended", "group_time", "two_way", "synthetic_demeaned"} <= set(
        table.index
    )
    assert list(table.index[table["primary"]]) == ["demeaned"]
    assert ((table["estimate"] - 5.0).abs() < 2.0).all(), table
    assert checked(found, "estimators_agree").result == "passed"


def test_names_and_order_of_units_change_nothing() -> None:
    panel = made(treated=3, effect=2.0)
    order = np.random.default_rng(1).permutation(len(panel.units))
    turned, first = evaluate_panel(panel.select(units=order), HOPED), evaluate_panel(panel, HOPED)
    for name in ("estimate", "lower", "upper", "p_value", "p_exact_t", "breakdown", "detectable"):
        assert turned.outcome[name] == pytest.approx(first.outcome[name], rel=1e-6), name
    assert turned.outcome["verdict"] == first.outcome["verdict"]
    assert [(one.check, one.result) for one in turned.checks] == [
        (one.check, one.result) for one in first.checks
    ]


def test_scale_and_level_of_the_outcome_only_scale_the_effect() -> None:
    panel = made(treated=3, effect=2.0)
    first = evaluate_panel(panel, HOPED)
    larger = replace(panel, values=10 * panel.values + 7)
    scaled = evaluate_panel(larger, replace(HOPED, smallest_effect=10.0))
    assert scaled.outcome["estimate"] == pytest.approx(10 * first.outcome["estimate"])
    assert scaled.outcome["lower"] == pytest.approx(10 * first.outcome["lower"], rel=2e-2)
    assert scaled.outcome["p_value"] == pytest.approx(first.outcome["p_value"], abs=1e-3)
    assert scaled.outcome["verdict"] == first.outcome["verdict"]


def test_few_assignments_take_their_limits_from_the_t_test() -> None:
    found = evaluated(units=15, effect=5.0)
    assert found.outcome["smallest_p"] == pytest.approx(1 / 15)
    assert found.outcome["interval"] == "exact_t"
    assert found.outcome["verdict"] == "weak"
    assert checked(found, "placebo_resolution").result == "failed"
    assert found.power["detected"].between(0, 1).all()
    at_one = found.power.set_index(found.power["effect"] / found.outcome["detectable"])
    assert at_one["detected"].loc[1.0] == pytest.approx(0.8)


def test_power_begins_with_the_size_and_rises() -> None:
    found = evaluated(treated=3)
    assert found.power["effect"].iloc[0] == 0
    assert found.power["detected"].iloc[0] <= 0.05
    assert found.power["detected"].is_monotonic_increasing


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (lambda panel: panel.select(units=panel.treated), "no_untreated"),
        (lambda panel: panel.select(years=np.asarray(YEARS) >= 2019), "no_pre_period"),
        (lambda panel: panel.select(years=np.asarray(YEARS) < 2019), "start_outside"),
        (lambda panel: panel.select(units=np.arange(4)), "too_few_units"),
        (
            lambda panel: replace(
                panel, values=np.where(panel.treated[:, None], np.nan, panel.values)
            ),
            "outcome_missing",
        ),
        (
            lambda panel: replace(panel, starts=np.where(panel.treated, 2040.0, panel.starts)),
            "start_outside",
        ),
    ],
)
def test_what_cannot_be_estimated_says_why_and_loses_no_unit(broken, reason) -> None:
    panel = broken(made(treated=2))
    found = evaluate_panel(panel, HOPED)
    assert found.outcome["verdict"] == "not_estimable"
    assert found.outcome["reason"] == reason
    assert reason in FAULTS
    assert np.isnan(found.outcome["estimate"])
    assert sorted(found.units["unit"]) == sorted(panel.units)
    assert (found.units.loc[found.units["role"] == "excluded", "reason"] != "").all()


def test_a_break_inside_the_window_is_refused() -> None:
    found = evaluate_panel(made(), replace(HOPED, breaks=(2015,)))
    assert (found.outcome["verdict"], found.outcome["reason"]) == (
        "not_estimable",
        "break_inside",
    )
    assert evaluate_panel(made(), replace(HOPED, breaks=(2005,))).outcome["reason"] != (
        "break_inside"
    )


def test_one_unit_missing_a_year_is_left_out_by_name() -> None:
    panel = made(treated=2, effect=4.0)
    panel.values[20, 5] = np.nan
    found = evaluate_panel(panel, HOPED)
    left = found.units[found.units["role"] == "excluded"]
    assert list(left["unit"]) == [panel.units[20]]
    assert checked(found, "missing").result == "noted"
    panel.values[0, 5] = np.nan
    found = evaluate_panel(panel, HOPED)
    assert checked(found, "missing").lowers
    assert found.outcome["verdict"] != "supported"


def test_two_starts_are_one_effect() -> None:
    panel = made(units=20, treated=4, effect=5.0)
    starts, values = panel.starts.copy(), panel.values.copy()
    starts[2:4] = 2021
    values[2:4, (np.asarray(YEARS) >= 2019) & (np.asarray(YEARS) < 2021)] -= 5.0
    found = evaluate_panel(replace(panel, starts=starts, values=values), HOPED)
    assert found.outcome["estimate"] == pytest.approx(5.0, abs=1.0)
    assert found.outcome["before_checks"] == "supported"
    assert set(found.exposure["cohort"]) == {2019, 2021}
    assert found.exposure["years_since_start"].min() == 0
    leads = found.placebos.loc[found.placebos["kind"] == "year", "name"]
    assert all(name.startswith("-") for name in leads)


def test_neighbours_are_left_out_once() -> None:
    panel = made(treated=3, effect=5.0)
    near = frozenset(panel.units[10:20])
    found = evaluate_panel(panel, replace(HOPED, neighbours=near))
    row = found.specifications.set_index("specification").loc["donut"]
    assert row["comparison"] == 11
    assert checked(found, "donut").result == "passed"
    assert checked(evaluate_panel(panel, HOPED), "donut").result == "not_possible"


def test_another_check_grades_again() -> None:
    found = evaluated(effect=6.0)
    failed = with_check(found, Check("several_outcomes", "failed", 0.2, 0.05, lowers=True))
    assert (found.outcome["verdict"], failed.outcome["verdict"]) == ("supported", "weak")
    passed = with_check(failed, Check("several_outcomes", "passed", 0.01, 0.05))
    assert passed.outcome["verdict"] == "supported"
    nothing = evaluate_panel(made().select(units=np.arange(3)), HOPED)
    assert with_check(nothing, Check("several_outcomes", "failed", lowers=True)).outcome[
        "verdict"
    ] == ("not_estimable")


def test_checks_are_of_the_closed_sets_and_in_order() -> None:
    found = evaluated(treated=2)
    names = [one.check for one in found.checks]
    assert names == [name for name in CHECKS if name in names]
    assert len(names) >= 14
    assert {one.result for one in found.checks} <= set(RESULTS)


def test_a_design_lists_all_its_faults() -> None:
    with pytest.raises(InvalidInput) as raised:
        Design(estimator="best", direction="up", smallest_effect=-1.0, confidence=2.0)
    assert len(raised.value.faults) == 4


HASHED = """
import hashlib, pickle
import numpy as np
from impact.evaluation.design import Design
from impact.evaluation.evaluate_panel import evaluate_panel
from impact.evaluation.panel import NEVER, Panel
rng = np.random.default_rng(5)
starts = np.full(90, NEVER)
starts[:1], starts[1:4] = 2019, 2020
panel = Panel(tuple(f"u{n}" for n in range(90)), tuple(range(2015, 2022)),
              rng.normal(50, 3, (90, 7)), starts, rng.integers(1000, 90000, 90).astype(float))
near = frozenset(f"u{n}" for n in range(20, 40))
found = evaluate_panel(panel, Design(smallest_effect=1.0, neighbours=near))
text = repr(found.outcome) + repr(found.checks)
for name in ("course", "units", "weights", "pretrends", "placebos", "specifications",
             "sensitivity", "power", "bacon", "exposure", "changes"):
    text += getattr(found, name).to_csv(float_format="%.17g")
print(hashlib.sha256(text.encode()).hexdigest())
"""


def test_two_processes_with_other_hash_seeds_give_the_same_numbers() -> None:
    digests = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", HASHED], env=environment, capture_output=True, text=True
        )
        assert run.returncode == 0, run.stderr
        digests.add(run.stdout.strip())
    assert len(digests) == 1


def test_the_panel_given_is_not_changed() -> None:
    panel = made(treated=2)
    before = panel.values.copy()
    evaluate_panel(panel, HOPED)
    pd.testing.assert_frame_equal(pd.DataFrame(before), pd.DataFrame(panel.values))


def test_only_units_of_the_treateds_size_are_placebos() -> None:
    panel = made(units=80)
    found = evaluate_panel(replace(panel, sizes=np.arange(80.0)), HOPED)
    strip = found.placebos[found.placebos["kind"] == "unit"]
    assert len(strip) == found.outcome["comparison"] + 1 == 40
    assert list(strip["name"]) == list(panel.units[:40])
    further = (strip["estimate"].abs() >= strip["estimate"].abs().iloc[0] - 1e-9).mean()
    assert further == pytest.approx(found.outcome["p_value"])
