"""Every case an evaluation's report must have words for."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

import sample_evaluation as sample

from impact.evaluation.regressions.goodman_bacon import KINDS
from impact.evaluation.specifications import SPECIFICATIONS
from impact.evaluation.verdict import CHECKS, FAULTS, RESULTS
from impact.overviews.evaluations.model import Evaluation
from impact.report.blocks import Block
from impact.report.content.evaluation_course import LEFT_OUT
from impact.run.evaluations.model import EvaluationPlan

NAN = math.nan
INFERENCES = (
    "placebo", "exact_t", "influence", "cluster", "weighted", "conformal", "none",
)  # fmt: skip
VERDICTS = [
    ("supported", "found", "supported"),
    ("weak", "one_test", "weak"),
    ("weak", "lowered", "supported"),
    ("not_supported", "lowered", "weak"),
    ("not_supported", "chance", "not_supported"),
    ("not_supported", "ruled_out", "not_supported"),
    ("not_supported", "opposite", "not_supported"),
]


def cases() -> Iterator[tuple[EvaluationPlan, Evaluation]]:
    """Yield results that together say everything there is to say."""
    plan = sample.plan()
    for verdict, reason, before in VERDICTS:
        given = {"verdict": verdict, "reason": reason, "before_checks": before}
        for direction in ("higher", "lower", "either"):
            outcomes = {"diploma": {**sample.OUTCOME, "direction": direction}}
            yield sample.plan(outcomes=outcomes), sample.evaluation(sample.outcome(**given))
    yield plan, sample.evaluation(exploratory=True, plan_changed="2026-11-23")
    yield plan, sample.evaluation(exploratory=True, plan_date=None)
    lowered = {"verdict": "weak", "reason": "lowered", "before_checks": "supported"}
    yield plan, sample.evaluation(sample.outcome(**lowered), exploratory=True)
    for reason in FAULTS:
        yield plan, sample.nothing(reason)
    for result in RESULTS:
        rows = [sample.check(name, result) for name in CHECKS]
        yield plan, sample.evaluation(checks=sample.frame(sample.model.CHECK_COLUMNS, rows))
    rows = [("diploma", name, 1.0, NAN, NAN, NAN, "none", 2, 3, False) for name in SPECIFICATIONS]
    rows += [("diploma", "two_way", 1.0, 0.0, 2.0, 0.1, name, 2, 3, False) for name in INFERENCES]
    rows += [("diploma", "conformal", NAN, NAN, NAN, NAN, "none", 2, 3, False)]
    yield (
        plan,
        sample.evaluation(
            specifications=sample.frame(sample.model.SPECIFICATION_COLUMNS, rows),
            bacon=sample.frame(
                sample.model.BACON_COLUMNS, [("diploma", kind, 0.5, 1.0) for kind in KINDS]
            ),
            units=sample.frame(
                sample.model.UNIT_COLUMNS,
                [
                    ("diploma", "SE-1280", "excluded", NAN, NAN, -1, reason)
                    for reason in (*LEFT_OUT, "declared")
                ]
                + [("diploma", "SE-0980", "excluded", NAN, NAN, -1, "declared")],
            ),
        ),
    )
    codes = (604, 617, 642, 643, 662, 665, 680, 682, 683, 684, 685, 686, 687)
    rows = [("diploma", "early", "all", 0.6, -0.5, 1.7, 0.3, True)]
    rows += [
        ("diploma", "without", f"SE-0{code}", code / 500, 0.0, 3.0, 0.2, True) for code in codes
    ]
    yield plan, sample.evaluation(placebos=sample.frame(sample.model.PLACEBO_COLUMNS, rows))
    for like, everyone in ((0.1, 0.1), (-0.5, 0.1), (0.1, -0.5)):
        rows = [
            ("diploma", "early", "like_size", 0.4, like, 0.9, 0.1, True),
            ("diploma", "early", "all", 0.6, everyone, 0.9, 0.1, True),
        ]
        yield plan, sample.evaluation(placebos=sample.frame(sample.model.PLACEBO_COLUMNS, rows))
    for country, unit in (("SE", "region"), ("FI", "region"), ("NO", "region")):
        place = {"SE": "SE-0604", "FI": "FI-091", "NO": "NO-0301"}[country]
        treated = {"one": {"title": sample.local("One"), "places": [place], "start": 2021,
                           "exposure": sample.local("All.")}}  # fmt: skip
        yield (
            sample.plan(country=country, unit=unit, treated=treated, region=None, comparison={}),
            sample.evaluation(),
        )
    comparison = {
        "places": ["SE-12"], "exclude_neighbours": sample.local("They share schools."),
        "exclude_merged": {"first": 2000, "last": 2010, "reason": sample.local("Merged.")},
    }  # fmt: skip
    anticipation = {"years": 1, "reason": sample.local("It was known.")}
    measures = {
        name: {**sample.OUTCOME, "measure": name, "primary": name == "value", "lag": 1}
        for name in ("value", "mean", "spread", "sum")
    }
    yield (
        sample.plan(comparison=comparison, anticipation=anticipation, example=True,
                    background=sample.local("Long ago."), outcomes=measures),
        sample.evaluation(*(sample.outcome(outcome=name, measure=name, primary=name == "value",
                                           scale="log", smallest_effect=0.02, estimate=0.01,
                                           lower=-0.02, upper=0.04, detectable=0.05,
                                           level_before=9.0, observed=9.1, counterfactual=9.09)
                            for name in measures)),
    )  # fmt: skip
    for changes in (
        {"estimate": 0.0}, {"estimate": -1.0}, {"lower": NAN, "upper": NAN}, {"lower": NAN},
        {"upper": math.inf}, {"p_value": NAN}, {"p_exact_t": NAN}, {"detectable": NAN},
        {"breakdown": NAN}, {"breakdown": 0.0}, {"smallest_effect": NAN}, {"placebos": 1e40},
        {"placebos": 1e40, "exact": False}, {"placebos": 9999.0, "exact": False},
        {"placebos": NAN}, {"smallest_p": 0.2}, {"smallest_p": 1e-44, "p_value": 1e-5},
        {"good": "neutral"}, {"level_before": NAN}, {"observed": NAN}, {"unit": "count"},
        {"smallest_p": NAN}, {"smallest_effect": NAN, "reason": "ruled_out"}, {"placebos": 1.0},
        {"placebos": 1.0, "exact": False},
    ):  # fmt: skip
        yield plan, sample.evaluation(sample.outcome(**changes))


@cache
def blocks_of_cases() -> tuple[tuple[Block, ...], ...]:
    """Return the blocks of every case, made once."""
    return tuple(tuple(sample.blocks(plan, found)) for plan, found in cases())
