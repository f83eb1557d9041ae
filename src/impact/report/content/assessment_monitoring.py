"""How it will be seen whether an assessment was right: indicators, years, expected ranges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Sentences, Table
from impact.report.content.assessment_words import left_out
from impact.report.content.numbers import count, figure
from impact.report.message import (
    IndicatorName,
    Interval,
    Message,
    PlaceName,
    Year,
    message,
    words,
)

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment, Monitoring

OVERLAP = 0.5
COLUMNS = ("place", "baseline", "expected-with", "expected-without")


def assessment_monitoring(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return page one's lines on the follow-up, and a table of expected ranges per indicator.

    Parameters
    ----------
    assessment
        The assessment as read from its file.
    appraisal
        Its predictions are read.
    """
    if left_out(assessment):
        return []
    if not assessment.monitoring:
        return [Sentences(section="monitoring", messages=(message("monitoring-none"),))]
    lines, tables = [], []
    for name, item in assessment.monitoring.items():
        mine = appraisal.predictions[appraisal.predictions["monitoring"] == name]
        known = mine.dropna(subset=["lower", "upper"])
        lines.append(_line(item, known, alone=len(mine) == 1))
        if len(known):
            tables.append(_table(item, mine))
    remarks = (message("monitoring-register"),) if tables else ()
    if _hardly_tells(appraisal.predictions):
        remarks = (message("monitoring-hardly"), *remarks)
    brief = Sentences(section="monitoring", messages=tuple(lines), bullets=True, remarks=remarks)
    if not tables:
        return [brief]
    lead = (message("predictions-lead"), message("predictions-range"))
    return [brief, Sentences(section="predictions", messages=lead), *tables]


def _hardly_tells(predictions: pd.DataFrame) -> bool:
    """Whether the ranges with and without the measure mostly overlap, in most places."""
    limits = predictions[["lower", "upper", "without_lower", "without_upper"]].dropna()
    shared = limits[["upper", "without_upper"]].min(axis=1)
    shared -= limits[["lower", "without_lower"]].max(axis=1)
    return bool((shared > OVERLAP * (limits["upper"] - limits["lower"])).mean() > OVERLAP)


def _line(item: Monitoring, known: pd.DataFrame, *, alone: bool) -> Message:
    about = {
        "title": words(item.title),
        "indicator": IndicatorName(item.indicator),
        "year": Year(item.review_year),
    }
    if not len(known):
        return message(f"monitoring-followed-{item.direction}", **about)
    if not alone:
        return message("monitoring-predicted", places=count(len(known), "places"), **about)
    row = known.iloc[0].to_dict()
    return message(
        "monitoring-predicted-here",
        range=Interval(_figure(row, "lower"), _figure(row, "upper")),
        without=Interval(_figure(row, "without_lower"), _figure(row, "without_upper")),
        **about,
    )


def _figure(row: Mapping[str, Any], column: str) -> Any:
    year = row["baseline_year"] if column == "baseline" else row["year"]
    kind = "value" if column == "baseline" else "statistic"
    name = "value" if column == "baseline" else f"prediction_{column}"
    return figure({**row, "year": year}, column, statistic=name, kind=kind)


def _table(item: Monitoring, predictions: pd.DataFrame) -> Table:
    rows = []
    for row in predictions.to_dict("records"):
        rows.append(
            (
                PlaceName(row["place"]),
                _baseline(row),
                Interval(_figure(row, "lower"), _figure(row, "upper")),
                Interval(_figure(row, "without_lower"), _figure(row, "without_upper")),
            )
        )
    year = Year(item.review_year)
    remarks = [message(f"monitoring-good-{item.direction}")]
    if item.responsible:
        remarks.append(message("monitoring-responsible", who=words(item.responsible)))
    if predictions["scenario"].astype(bool).any():
        remarks.append(message("predictions-scenario"))
    return Table(
        section="predictions",
        heading=message("predictions-heading", title=words(item.title), year=year),
        caption=message("predictions-caption", indicator=IndicatorName(item.indicator), year=year),
        columns=tuple(message(f"column-{name}") for name in COLUMNS),
        rows=tuple(rows),
        remarks=tuple(remarks),
    )


def _baseline(row: Mapping[str, Any]) -> Message | None:
    value = _figure(row, "baseline")
    if value is None or value.year is None:
        return None
    return message("value-in-year", value=value, year=Year(value.year))
