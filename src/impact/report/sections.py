"""The sections of a report: those of page one by kind of report, and the chapters after it."""

from __future__ import annotations

STATUS_PAGE = ("front", "where_now", "where_to", "how", "on_track", "changes")
ASSESSMENT_PAGE = ("front", "question", "decision", "options", "unknown", "monitoring")
"""Sections of page one, of a report on how things stand and of an assessment."""
ASSESSMENT_CHAPTERS = (
    "matrix",
    "quantities",
    "distribution",
    "drivers",
    "economics",
    "mitigation",
    "participation",
    "predictions",
    "screening",
)
CHAPTERS = ("area", "activities", "effects", "forecasts", "local", *ASSESSMENT_CHAPTERS)
SECTIONS = (*STATUS_PAGE, *ASSESSMENT_PAGE[1:], *CHAPTERS, "annex", "dialogue")


def first_page(kind: str) -> tuple[str, ...]:
    """Return the sections of page one of a kind of report, the front first."""
    return ASSESSMENT_PAGE if kind == "assessment" else STATUS_PAGE
