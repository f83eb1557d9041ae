"""A plan of an evaluation and made-up results of it, with any verdict, reason or missing number."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pandas as pd

from impact.overviews.evaluations import model
from impact.overviews.evaluations.model import Evaluation
from impact.report import content, display
from impact.report.blocks import Block, Table
from impact.report.language import language
from impact.report.message import Message
from impact.report.parts import plain
from impact.run.evaluations.model import EvaluationPlan

NAN = math.nan
LANGUAGES = ("sv", "fi", "nb", "en")


def local(text: str) -> dict[str, str]:
    """Return a text in every language, the same words in each."""
    return dict.fromkeys(LANGUAGES, text)


OUTCOME = {
    "title": local("Diploma"), "indicator": "kolada:N17461", "measure": "value",
    "direction": "higher", "primary": True, "smallest_effect": 1.0,
    "smallest_effect_reason": local("One pupil in a hundred."),
}  # fmt: skip


def plan(**changes: Any) -> EvaluationPlan:
    """Return a plan with two outcomes; `changes` replace its parts."""
    given: dict[str, Any] = {
        "id": "sample", "title": local("Attendance network"), "question": local("Did it work?"),
        "country": "SE", "region": "SE-06", "languages": LANGUAGES, "owner": local("The county"),
        "year": 2025, "unit": "municipality",
        "intervention": {"title": local("Network"), "description": local("Schools meet.")},
        "treated": {
            "first": {"title": local("First schools"), "places": ["SE-0604", "SE-0680"],
                      "start": 2021, "exposure": local("Two years of three.")},
        },
        "outcomes": {
            "diploma": OUTCOME,
            "spread": {**OUTCOME, "title": local("Withdrawn"), "indicator": "kolada:N17625",
                       "direction": "lower", "primary": False},
        },
        "comparison": {"exclude": [{"places": ["SE-12"], "reason": local("An own network.")}]},
        "plan": {"written": "2026-11-22", "chosen_after": local("All figures.")},
        "cautions": [local("The pandemic came at the same time.")],
        "what_would_change_our_mind": local("Two more years."),
    }  # fmt: skip
    return EvaluationPlan.model_validate({**given, **changes}, context={"country": "SE"})


def outcome(**changes: Any) -> dict[str, Any]:
    """Return a row of the table of outcomes: a weak effect in percentage points."""
    row: dict[str, Any] = {
        "outcome": "diploma", "primary": True, "indicator": "kolada:N17461", "measure": "value",
        "scale": "level", "unit": "percent", "good": "higher", "verdict": "weak",
        "reason": "one_test", "before_checks": "weak", "estimate": 1.62, "lower": -0.21,
        "upper": 3.4, "confidence": 0.95, "p_value": 0.04, "p_exact_t": 0.081,
        "p_adjusted": 0.09, "smallest_p": 0.0008, "placebos": 1225.0, "exact": True,
        "assignments": 2, "treated": 2, "comparison": 240, "first_year": 2012,
        "last_year": 2024, "start": 2021, "pre_years": 9, "post_years": 4,
        "level_before": 70.1, "observed": 73.2, "counterfactual": 71.6, "smallest_effect": 1.0,
        "detectable": 2.4, "breakdown": 0.7, "estimator": "demeaned",
    }  # fmt: skip
    return {**row, **changes}


def not_estimable(reason: str, **changes: Any) -> dict[str, Any]:
    """Return the row of an outcome whose effect cannot be estimated."""
    numbers = (
        "estimate", "lower", "upper", "p_value", "p_exact_t", "p_adjusted", "smallest_p",
        "placebos", "level_before", "observed", "counterfactual", "detectable", "breakdown",
    )  # fmt: skip
    given = {"verdict": "not_estimable", "before_checks": "not_estimable", "reason": reason}
    return outcome(**{**dict.fromkeys(numbers, NAN), **given, "exact": False, **changes})


def second(**changes: Any) -> dict[str, Any]:
    """Return the row of the second outcome, where lower is better."""
    given = {
        "outcome": "spread", "primary": False, "indicator": "kolada:N17625", "good": "lower",
        "verdict": "not_supported", "reason": "chance", "before_checks": "not_supported",
        "estimate": -0.3, "lower": -1.6, "upper": 1.0, "p_value": 0.61, "p_exact_t": 0.6,
    }  # fmt: skip
    return outcome(**{**given, **changes})


def check(name: str, result: str = "passed", **changes: Any) -> tuple[Any, ...]:
    """Return a row of the checks."""
    given = {"number": 0.3, "limit": 0.05, "lowers": result == "failed", **changes}
    return ("diploma", name, result, given["number"], given["limit"], given["lowers"])


def frame(columns: list[str], rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    """Return a table."""
    return pd.DataFrame(rows, columns=columns)


def course(level: float = 70.0) -> pd.DataFrame:
    """Return eight years of the first outcome, with a limit missing in the last."""
    rows = []
    for year in range(2017, 2025):
        phase = "before" if year < 2020 else "anticipation" if year == 2020 else "after"
        lower = NAN if year == 2024 else level - 1
        rows.append(("diploma", year, phase, level + 1, level, lower, level + 1, level, NAN))
    return frame(model.COURSE_COLUMNS, rows)


def specifications() -> pd.DataFrame:
    """Return three ways of calculating: one without an interval and one that turns round."""
    rows = [
        ("diploma", "demeaned", 1.62, -0.21, 3.4, 0.04, "placebo", 2, 240, True),
        ("diploma", "group_time", 1.1, NAN, NAN, NAN, "none", 2, 240, False),
        ("diploma", "two_way", -0.4, -1.2, 0.4, 0.3, "cluster", 2, 240, False),
    ]
    return frame(model.SPECIFICATION_COLUMNS, rows)


def placebos() -> pd.DataFrame:
    """Return placebos of every kind."""
    rows = [
        ("diploma", "unit", "SE-0604", 1.62, NAN, NAN, NAN, True),
        ("diploma", "unit", "SE-0617", -1.9, NAN, NAN, NAN, False),
        ("diploma", "unit", "SE-0642", 0.4, NAN, NAN, NAN, False),
        ("diploma", "year", "2018", 0.2, -1.0, 1.4, 0.7, True),
        ("diploma", "year", "-2", 0.1, -1.0, 1.4, 0.8, True),
        ("diploma", "early", "like_size", 0.3, -0.9, 1.5, 0.6, True),
        ("diploma", "early", "all", 0.6, -0.5, 1.7, 0.3, True),
        ("diploma", "without", "SE-0680", 1.9, -0.4, 4.2, 0.11, True),
        ("diploma", "donut", "neighbours", 1.5, -0.4, 3.4, 0.12, True),
    ]
    return frame(model.PLACEBO_COLUMNS, rows)


def pretrends() -> pd.DataFrame:
    """Return effects by event: one before the start apart from nought, and the reference."""
    rows = [
        ("diploma", -3, 0.9, 0.2, 1.6, "before"),
        ("diploma", -2, 0.1, -0.6, 0.8, "before"),
        ("diploma", -1, 0.0, 0.0, 0.0, "before"),
        ("diploma", 0, 1.2, 0.1, 2.3, "after"),
    ]
    return frame(model.PRETREND_COLUMNS, rows)


def units() -> pd.DataFrame:
    """Return two treated units, two compared in classes of size, and two left out."""
    rows = [
        ("diploma", "SE-0604", "treated", 2021.0, 6800.0, 0, ""),
        ("diploma", "SE-0680", "treated", 2021.0, 144000.0, 1, ""),
        ("diploma", "SE-0617", "comparison", NAN, 9800.0, 0, ""),
        ("diploma", "SE-0580", "comparison", NAN, 160000.0, 1, ""),
        ("diploma", "SE-1280", "excluded", NAN, NAN, -1, "declared"),
        ("diploma", "SE-0980", "excluded", NAN, NAN, -1, "outcome_missing"),
    ]
    return frame(model.UNIT_COLUMNS, rows)


def evaluation(*outcomes: dict[str, Any], **changes: Any) -> Evaluation:
    """Return results with these outcomes; `changes` replace its other parts."""
    rows = outcomes or (outcome(), second())
    given: dict[str, Any] = {
        "evaluation": "sample", "exploratory": False, "plan_date": "2026-11-22",
        "plan_digest": "0123456789abcdef", "plan_changed": None,
        "outcomes": pd.DataFrame(list(rows), columns=model.OUTCOME_COLUMNS),
        "course": course(), "units": units(),
        "weights": frame(model.WEIGHT_COLUMNS, [
            ("diploma", "SE-0617", "comparison", 0.5),
            ("diploma", "SE-0580", "synthetic_control", 0.7),
            ("diploma", "SE-0617", "synthetic_control", 0.3),
        ]),
        "pretrends": pretrends(), "placebos": placebos(), "specifications": specifications(),
        "sensitivity": frame(model.SENSITIVITY_COLUMNS, [
            ("diploma", "relative", 0.0, 0.1, 3.1), ("diploma", "relative", 1.0, -0.9, 4.0),
            ("diploma", "smoothness", 0.0, 0.1, 3.1), ("diploma", "smoothness", 0.25, NAN, NAN),
        ]),
        "power": frame(model.POWER_COLUMNS, [
            ("diploma", 0.0, 0.048), ("diploma", 1.2, 0.3), ("diploma", 2.4, 0.8),
        ]),
        "checks": frame(model.CHECK_COLUMNS, [
            check("plan_before_outcomes", number=NAN, limit=NAN),
            check("pretrend_joint", "failed", number=0.012),
            check("pretrend_equivalence", "failed", number=2.1, limit=1.0, lowers=False),
            check("donut", "not_possible", number=NAN, limit=NAN),
            check("missing", "noted", number=2.0, limit=0.0),
        ]),
        "bacon": frame(model.BACON_COLUMNS, [("diploma", "treated_never", 1.0, -0.4)]),
        "exposure": frame(model.EXPOSURE_COLUMNS, [("diploma", 2021, 2021, 0),
                                                   ("diploma", 2021, 2022, 1)]),
    }  # fmt: skip
    return Evaluation(**{**given, **changes})


def nothing(reason: str) -> Evaluation:
    """Return the results of what cannot be estimated: every table empty but the units."""
    return evaluation(
        not_estimable(reason),
        course=frame(model.COURSE_COLUMNS, []),
        weights=frame(model.WEIGHT_COLUMNS, []),
        pretrends=frame(model.PRETREND_COLUMNS, []),
        placebos=frame(model.PLACEBO_COLUMNS, []),
        specifications=frame(model.SPECIFICATION_COLUMNS, []),
        sensitivity=frame(model.SENSITIVITY_COLUMNS, []),
        power=frame(model.POWER_COLUMNS, []),
        checks=frame(model.CHECK_COLUMNS, []),
        bacon=frame(model.BACON_COLUMNS, []),
        exposure=frame(model.EXPOSURE_COLUMNS, []),
    )


def blocks(one: EvaluationPlan, found: Evaluation) -> list[Block]:
    """Return every block of an evaluation's report, in the order of its notebook."""
    return [
        content.evaluation_front(one, found),
        content.evaluation_question(one),
        content.evaluation_conclusion(one, found),
        content.evaluation_doubts(one, found),
        content.evaluation_unknown(one, found),
        *content.evaluation_course(one, found),
        *content.evaluation_comparison(one, found),
        *content.evaluation_pretrends(one, found),
        *content.evaluation_placebos(one, found),
        *content.evaluation_specifications(one, found),
        *content.evaluation_sensitivity(one, found),
        *content.evaluation_power(one, found),
        *content.evaluation_outcomes(one, found),
        *content.evaluation_plan(one, found),
        *content.evaluation_checks(one, found),
    ]


def study(found: Evaluation, **changes: Any) -> SimpleNamespace:
    """Return results as a kept study holds them."""
    about = {
        "title": local("Attendance network"), "question": local("Did it work?"),
        "example": False, "exploratory": found.exploratory, "places": ["SE-0604", "SE-0680"],
        "subject": "SE-06",
        "outcomes": {"diploma": local("Diploma"), "spread": local("Withdrawn")},
    }  # fmt: skip
    return SimpleNamespace(
        id="sample", kind="evaluation", date="2026-11-22", about={**about, **changes},
        tables=lambda name: getattr(found, name),
    )  # fmt: skip


def messages(value: Any) -> Iterator[Message]:
    """Yield every message of blocks, the inner ones too."""
    if isinstance(value, Message):
        yield value
        for argument in value.arguments.values():
            yield from messages(argument)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from messages(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from messages(getattr(value, field.name))


def say(code: str, blocks: list[Block] | Block) -> str:
    """Return every message of blocks in one language, after a journey through the notebook."""
    chosen = blocks if isinstance(blocks, list) else [blocks]
    kept = [display.from_json(display.to_json(block)) for block in chosen]
    return "\n".join(language(code).plain(one) for one in messages(kept))


def cells(code: str, table: Table) -> list[list[str]]:
    """Return the cells of a table in one language."""
    return [[plain(language(code).parts(cell)) for cell in row] for row in table.rows]
