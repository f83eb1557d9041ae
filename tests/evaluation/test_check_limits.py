"""Where the checks of an evaluation draw their lines, and that they look at the right years."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from impact.evaluation import checks
from impact.evaluation.design import Design
from impact.evaluation.differences.event_study import event_study
from impact.evaluation.evaluate_panel import evaluate_panel
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.pretrends.detectable_violation import detectable_violation
from impact.evaluation.pretrends.equivalence import equivalence
from impact.evaluation.strata import strata_of

YEARS = tuple(range(2010, 2020))
HOPED = Design(direction="higher", smallest_effect=1.0)


def made(starts: dict[int, int], units: int = 24, anticipation: int = 0, seed: int = 2) -> Panel:
    """Return noise about levels; `starts` says which units are treated from when."""
    rng = np.random.default_rng(seed)
    values = rng.normal(50, 3, (units, 1)) + rng.normal(0, 1, (units, len(YEARS)))
    first = np.full(units, NEVER)
    for unit, year in starts.items():
        first[unit] = year
    names = tuple(f"u{number:02}" for number in range(units))
    return Panel(names, YEARS, values, first, None, anticipation)


def check(found, name: str):
    return next(one for one in found.checks if one.check == name)


@pytest.mark.parametrize(("start", "result"), [(2013, "passed"), (2012, "failed")])
def test_three_years_before_are_enough(start: int, result: str) -> None:
    found = check(evaluate_panel(made({0: start, 1: start}), HOPED), "pre_years")
    assert (found.result, found.number) == (result, start - 2010)


@pytest.mark.parametrize(("bound", "result"), [(0.99, "failed"), (1.0, "passed")])
def test_a_drift_as_large_as_before_is_the_line(bound: float, result: str) -> None:
    found = checks._breakdown(SimpleNamespace(breakdown=bound))
    assert (found.result, found.lowers) == (result, False)


def test_years_of_anticipation_are_no_years_before() -> None:
    panel = made({0: 2017, 1: 2017, 2: 2017}, units=40, anticipation=2)
    quiet = check(evaluate_panel(panel, HOPED), "pretrend_joint")
    panel.values[:3, 5:7] += 15.0
    moved = evaluate_panel(panel, HOPED)
    assert check(moved, "pretrend_joint").number == pytest.approx(quiet.number)
    assert check(moved, "anticipation").result == "failed"


def test_equivalence_pays_for_few_units() -> None:
    panel = made({0: 2016}, units=16)
    found = check(evaluate_panel(panel, HOPED), "pretrend_equivalence")
    events = event_study(panel, "long_difference", strata_of(panel))
    before = (events.phases == "before") & (events.events != events.reference)
    covariance = events.covariance[np.ix_(before, before)]
    told = {"degrees_of_freedom": events.degrees_of_freedom}
    paid = equivalence(events.estimates[before], covariance, 1.0, **told)
    free = equivalence(events.estimates[before], covariance, 1.0)
    assert found.number == pytest.approx(paid.upper)
    assert paid.upper > 1.02 * free.upper


def test_limits_of_the_course_follow_the_confidence_asked_for() -> None:
    panel = made({0: 2016, 1: 2016})
    wide, narrow = (
        evaluate_panel(panel, replace(HOPED, confidence=asked)).course for asked in (0.95, 0.6)
    )
    assert (wide["upper"] - wide["lower"] > 1.5 * (narrow["upper"] - narrow["lower"])).all()


def test_a_line_needs_three_years_of_every_treated_unit() -> None:
    panel = made({0: 2012, 1: 2016, 2: 2016})
    found = evaluate_panel(panel, replace(HOPED, estimator="detrended"))
    left = found.units[found.units["role"] == "excluded"]
    assert list(zip(left["unit"], left["reason"], strict=True)) == [("u00", "no_pre_period")]
    assert found.outcome["treated"] == 2
    assert check(found, "missing").lowers


def test_the_unseen_drift_is_the_one_found_four_times_in_five() -> None:
    panel = made({0: 2015, 1: 2015})
    found = check(evaluate_panel(panel, HOPED), "pretrend_violation")
    events = event_study(panel, "long_difference", strata_of(panel))
    direct = detectable_violation(
        events.covariance,
        events.events,
        reference=events.reference,
        weights=events.weights[events.events >= 0],
        shares=(0.5, 0.8),
        degrees_of_freedom=events.degrees_of_freedom,
    )
    assert found.result == "noted"
    assert found.number == pytest.approx(direct["slope"].iloc[1])
    assert found.limit == pytest.approx(direct["bias"].iloc[1])


def test_a_move_just_before_is_judged_against_units_of_like_size() -> None:
    panel = made({0: 2016}, units=90)
    sizes = np.r_[1.0, np.arange(2.0, 91.0)]
    panel.values[45:, 4:6] += 20.0
    panel.values[0, 4:6] += 20.0
    found = evaluate_panel(replace(panel, sizes=sizes), HOPED)
    early = found.placebos[found.placebos["kind"] == "early"].set_index("name")["estimate"]
    assert early["like_size"] == pytest.approx(20.0, abs=4.0)
    assert early["all"] == pytest.approx(10.0, abs=4.0)
    assert check(found, "anticipation").number == pytest.approx(early["like_size"])
    assert check(found, "anticipation").result == "failed"
