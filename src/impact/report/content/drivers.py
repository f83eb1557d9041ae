"""What drives the uncertainty of each quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from impact.report.blocks import Block, Sentences
from impact.report.content.assessment_words import left_out
from impact.report.content.numbers import finite
from impact.report.content.quantity_names import alternative, others, parameter, subject
from impact.report.content.quantity_numbers import share
from impact.report.message import Message, message
from impact.report.quantity_blocks import DriverRow, Drivers

if TYPE_CHECKING:
    from impact.overviews.appraisals.model import Appraisal
    from impact.run.assessments.model import Assessment

SECTION = "drivers"
SHOWN = 8
LARGE = 0.5


def assessment_drivers(assessment: Assessment, appraisal: Appraisal) -> list[Block]:
    """Return which numbers make the results uncertain: in words, as bars and as a table.

    Parameters
    ----------
    assessment
        The assessment as read.
    appraisal
        What its calculations come to.
    """
    if left_out(assessment):
        return []
    table = appraisal.drivers
    drawn: list[Block] = []
    alone: list[Message] = []
    for option in others(assessment):
        for name in dict.fromkeys(table["quantity"]):
            rows = table[(table["quantity"] == name) & (table["alternative"] == option)]
            rows = rows[rows["total"].notna() & (rows["total"] >= 0.005)]
            if rows.empty:
                continue
            rows = rows.sort_values("total", ascending=False, kind="stable").head(SHOWN)
            told = _finding(assessment, name, option, rows)
            if len(rows) == 1:
                alone.append(told)
            else:
                drawn.append(_bars(assessment, name, option, rows, told))
    if not drawn and not alone:
        return [Sentences(section=SECTION, messages=(message("drivers-none"),))]
    intro = Sentences(section=SECTION, messages=(message("drivers-intro"),))
    single = [Sentences(section=SECTION, messages=tuple(alone), bullets=True)] if alone else []
    return [intro, *drawn, *single]


def _finding(assessment: Assessment, name: str, option: str, rows: pd.DataFrame) -> Message:
    """Return which number matters most, and how much of the uncertainty it explains."""
    first = rows.iloc[0]
    said = {
        "title": subject(assessment, name),
        "alternative": alternative(assessment, option),
        "parameter": parameter(assessment, first["parameter"]),
    }
    if len(rows) == 1:
        return message("drivers-only", **said)
    part = finite(first["first_order"])
    size = share(max(part, 0.0) if part is not None else first["total"], "first_order")
    word = "drivers-most" if size is not None and size.value >= 100 * LARGE else "drivers-largest"
    second = parameter(assessment, rows.iloc[1]["parameter"])
    return message(word, **said, share=size, second=second)


def _bars(
    assessment: Assessment, name: str, option: str, rows: pd.DataFrame, told: Message
) -> Drivers:
    return Drivers(
        section=SECTION,
        heading=message(
            "drivers-heading",
            title=subject(assessment, name),
            alternative=alternative(assessment, option),
        ),
        finding=told,
        rows=tuple(
            DriverRow(
                name=parameter(assessment, row["parameter"]),
                alone=share(max(finite(row["first_order"]) or 0.0, 0.0), "first_order"),
                total=share(row["total"], "total"),
            )
            for row in rows.to_dict("records")
        ),
    )
