"""A sample assessment with made-up figures, and the blocks of its page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd

from impact.overviews.appraisals.model import (
    ACCEPTABILITY_COLUMNS,
    DRIVER_COLUMNS,
    ECONOMICS_COLUMNS,
    INFORMATION_COLUMNS,
    PREDICTION_COLUMNS,
    QUANTITY_COLUMNS,
    USED_COLUMNS,
    Appraisal,
)
from impact.report import content
from impact.report.blocks import Block
from impact.run.assessments.files import load_assessment
from impact.run.assessments.model import Assessment

FILE = Path(__file__).parents[1] / "run" / "assessments" / "sample.yml"
INDICATOR = "kolada:N17625"


def assessment() -> Assessment:
    """Return the sample assessment as read from its file."""
    return load_assessment(FILE)


def without(**changes: object) -> Assessment:
    """Return the sample assessment with some of its parts changed or emptied."""
    return assessment().model_copy(update=changes)


def appraisal() -> Appraisal:
    """Return figures for the sample, made up by hand."""
    predictions = [
        ("withdrawn_grants", place, INDICATOR, "total", 2023, baseline, 2026, "lower",
         baseline - 0.5, baseline - 1.4, baseline + 0.5, baseline, baseline - 0.9, baseline + 0.9,
         True)
        for place, baseline in (("SE-0604", 6.2), ("SE-0680", 8.1), ("SE-0683", 5.4))
    ]  # fmt: skip
    economics = [
        ("programme", "cost", "", 13.9e6, 11.8e6, 16.2e6, "SEK", False),
        ("programme", "net_benefit", "", -2.1e6, -9.5e6, 6.2e6, "SEK", True),
        ("letters", "cost", "", 93e3, 71e3, 138e3, "SEK", False),
    ]
    quantities = [
        ("withdrawn_grants", "programme", "SE-06", 2029, "persons", -26.0, -61.0, -4.0, 0.1,
         "persons", True),
    ]  # fmt: skip
    used = [
        ("sample_attendance", 0.88, 0.79, 0.98, "lognormal", "ratio", "withdrawn_grants", False),
        ("reach", 0.7, 0.5, 0.9, "triangular", "share", "withdrawn_grants", True),
    ]
    return Appraisal(
        assessment="sample",
        draws=10_000,
        seed=1,
        quantities=pd.DataFrame(quantities, columns=QUANTITY_COLUMNS),
        drivers=pd.DataFrame(columns=DRIVER_COLUMNS),
        economics=pd.DataFrame(economics, columns=ECONOMICS_COLUMNS),
        acceptability=pd.DataFrame(columns=ACCEPTABILITY_COLUMNS),
        information=pd.DataFrame(columns=INFORMATION_COLUMNS),
        predictions=pd.DataFrame(predictions, columns=PREDICTION_COLUMNS),
        used=pd.DataFrame(used, columns=USED_COLUMNS),
    )


def without_figures() -> Appraisal:
    """Return an appraisal in which nothing was calculated."""
    full = appraisal()
    names = ("quantities", "economics", "predictions", "used")
    return replace(full, **{name: getattr(full, name).iloc[:0] for name in names})


def blocks(one: Assessment | None = None, figures: Appraisal | None = None) -> list[Block]:
    """Return the blocks of an assessment's page that this half of the report makes."""
    one, figures = one or assessment(), figures or appraisal()
    shown = [
        content.assessment_front(one, figures),
        content.assessment_question(one),
        content.assessment_decision(one),
        *content.assessment_alternatives(one, figures),
        content.assessment_unknown(one, figures),
        *content.assessment_monitoring(one, figures),
        *content.assessment_matrix(one),
        *content.assessment_mitigation(one),
        *content.assessment_participation(one),
        content.assessment_conflicts(one),
        *content.assessment_screening(one),
        *content.assessment_frameworks(one),
        content.assessment_evidence(one),
        content.assessment_provenance(one, figures),
    ]
    return [block for block in shown if block is not None]
