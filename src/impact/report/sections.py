"""The sections of a report: those of page one by kind of report, and the chapters after it."""

from __future__ import annotations

STATUS_PAGE = ("front", "where_now", "where_to", "how", "on_track", "changes")
ASSESSMENT_PAGE = ("front", "question", "decision", "options", "unknown", "monitoring")
EVALUATION_PAGE = ("front", "question", "conclusion", "doubts", "unknown")
CAPACITY_PAGE = ("front", "question", "answer", "doubts", "unknown")
"""Sections of page one, of a report on how things stand and of each kind of study."""
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
EVALUATION_CHAPTERS = (
    "course",
    "comparison",
    "pretrends",
    "placebos",
    "specifications",
    "sensitivity",
    "power",
    "outcomes",
    "plan",
    "checks",
)
CAPACITY_CHAPTERS = (
    "young",
    "pressure",
    "travel",
    "weights",
    "one_more",
    "money",
    "robustness",
    "inputs",
)
STATUS_CHAPTERS = ("area", "index", "activities", "effects", "forecasts", "local")
CHAPTERS = (*STATUS_CHAPTERS, *ASSESSMENT_CHAPTERS, *EVALUATION_CHAPTERS, *CAPACITY_CHAPTERS)
_FIRST_PAGES = {
    "assessment": ASSESSMENT_PAGE,
    "evaluation": EVALUATION_PAGE,
    "capacity": CAPACITY_PAGE,
}
SECTIONS = tuple(
    dict.fromkeys(
        (
            *STATUS_PAGE,
            *ASSESSMENT_PAGE,
            *EVALUATION_PAGE,
            *CAPACITY_PAGE,
            *CHAPTERS,
            "annex",
            "dialogue",
        )
    )
)


def first_page(kind: str) -> tuple[str, ...]:
    """Return the sections of page one of a kind of report, the front first."""
    return _FIRST_PAGES.get(kind, STATUS_PAGE)
