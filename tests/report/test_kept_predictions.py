"""Assessments and predictions in a municipality's report: verdicts, reasons, both dates."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import sample_appraisal
from sample_appraisal import text

from impact import report
from impact.report import names
from impact.report.blocks import Sentences
from impact.report.language import language
from impact.report.message import Day, Message, Verdict, message

ASSESSMENT = sample_appraisal.assessment()
ENGLISH = language("en")


@pytest.fixture(autouse=True)
def known_indicators(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know the indicator of the sample assessment."""
    monkeypatch.setattr(names, "indicator", sample_appraisal.catalogue)


def _study(**changes: object) -> SimpleNamespace:
    about = {
        "title": {"en": "Joint effort"}, "question": {"en": "Shall we?"}, "stage": "decided",
        "example": True, "places": ["SE-0604"], "year": 2024,
        "decision": {"date": "2025-03-05", "alternative": {"en": "Joint programme"}},
    }  # fmt: skip
    return SimpleNamespace(id="sample", date="2025-03-06", about=about | changes)


def test_a_municipality_sees_the_assessments_that_concern_it() -> None:
    told = text(report.assessments([_study(), _study(places=["SE-0680"])], "SE-0604"))
    assert "Joint effort (example, not a decision of any municipality)" in told
    assert "Joint programme, decided 5 March 2025" in told and told.count("Shall we?") == 1
    none = report.assessments([_study()], "SE-0683")
    assert isinstance(none, Sentences) and none.messages[0].id == "assessments-none"
    assert report.assessments().messages[0].id == "assessments-none"
    open_one = text(report.assessments([_study(decision=None, stage="reporting")], "SE-0604"))
    assert "not decided: the assessment is ready" in open_one
    own = {"alternatives": {"team": {"en": "Team"}}, "chosen": "team"}
    study = _study(decision=None, stage="reporting", **own)
    told = text(report.assessments([study], "SE-0604"))
    assert "Recommended: Team (not decided: the assessment is ready)" in told


def test_predictions_are_counted_and_each_verdict_has_its_reason() -> None:
    brief, table = report.predictions(sample_appraisal.predictions(), "SE-0604")
    assert (brief.section, table.section) == ("on_track", "effects")
    told = text(brief)
    counted = "as expected 1, better 1, worse 1, cannot tell 3, not yet known 1."
    assert f"7 in all: {counted}" in told
    assert "changed afterwards" in told
    reasons = [row[5].id.removeprefix("prediction-why-") for row in table.rows]
    assert reasons == ["as-expected", "better", "worse", "no-figure", "also-without",
                       "registered-late", "no-range"]  # fmt: skip
    assert [row[4] for row in table.rows[:3]] == [
        Verdict("prediction", word) for word in ("as_expected", "better", "worse")
    ]


def test_a_changed_prediction_stands_with_both_dates_beside_the_first_range() -> None:
    _, table = report.predictions(sample_appraisal.predictions(), "SE-0604")
    first, second = table.rows[0], table.rows[1]
    assert ENGLISH.plain(message("own-words", words=first[1])) == "7.6–8.9%"
    assert ENGLISH.plain(first[6]) == "5 March 2025; changed 1 February 2026 to 7.9–9.0%"
    assert second[6] == Day("2025-03-05")
    assert isinstance(table.rows[3][3], Message) and table.rows[3][3].id == "prediction-not-yet"


def test_a_place_without_predictions_says_nothing() -> None:
    assert report.predictions(sample_appraisal.predictions(), "SE-0683") == []


def test_predictions_of_an_example_are_not_counted_and_carry_its_mark() -> None:
    rows = sample_appraisal.predictions()
    brief, table = report.predictions(rows.assign(example=True), "SE-0604")
    assert "7 predictions of an example that nobody has decided" in text(brief)
    assert "as expected" not in text(brief)
    assert text(table).count("example, not a decision of any municipality") == 7


def test_a_region_sees_its_municipalities_side_by_side() -> None:
    rows = sample_appraisal.predictions()
    _, table = report.region_predictions(rows, ("SE-0604", "SE-0680"))
    told = text(table)
    assert len(table.rows) == 8
    assert "Jönköping" in told and "Aneby" in told
    assert report.region_predictions(rows, ("SE-0683",)) == []
