"""Assessments before decisions in a municipality's report, and whether their predictions held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.numbers import count, figure, finite, verdict
from impact.report.message import (
    Day,
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

    from impact.store import Study

WORDS = ("as_expected", "better", "worse", "cannot_tell")
WAITING = "waiting"


def assessments(studies: Iterable[Study] = (), place: str = "") -> Sentences | Table:
    """Return the assessments that concern a place, or the sentence that there is none.

    Parameters
    ----------
    studies
        Results of assessments; `about` holds title, question, stage, example, places, decision,
        alternatives and chosen.
    place
        Code of the municipality, or of the region an assessment is about.
    """
    mine = [
        study
        for study in studies
        if place in study.about.get("places", ()) or place == study.about.get("subject")
    ]
    if not mine:
        return Sentences(section="effects", messages=(message("assessments-none"),))
    names = ("assessed", "asked", "decided", "calculated")
    return Table(
        section="effects",
        heading=message("assessments-heading"),
        caption=message("assessments-heading"),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=tuple(_study(study) for study in mine),
        remarks=(message("assessments-remark"),),
    )


def _study(study: Study) -> tuple[Cell, ...]:
    about = study.about
    title: Any = words(about["title"])
    if about.get("example"):
        title = message("assessment-example", title=title)
    return (title, words(about["question"]), _decision(about), Day(study.date))


def _decision(about: Mapping[str, Any]) -> Message:
    decision = about.get("decision")
    if not decision:
        stage = message(f"stage-of-{about['stage']}")
        chosen = about.get("alternatives", {}).get(about.get("chosen"))
        if chosen is None:
            return stage
        return message("assessment-recommended", alternative=words(chosen), stage=stage)
    given = {"date": Day(str(decision["date"])), "alternative": words(decision["alternative"])}
    return message("assessment-decided", **given)


def predictions(table: pd.DataFrame, place: str) -> list[Block]:
    """Return whether registered predictions held: a line for page one, and the full table.

    Parameters
    ----------
    table
        One row a prediction, from `impact.follow_up`.
    place
        Code of the municipality.
    """
    rows = table[table["place"] == place].to_dict("records")
    return [_counted(rows), _table(rows)] if rows else []


def region_predictions(table: pd.DataFrame, places: Sequence[str]) -> list[Block]:
    """Return whether registered predictions held in the municipalities of a region.

    Parameters
    ----------
    table
        As for `predictions`.
    places
        Codes of the municipalities, in the order they shall stand.
    """
    order = {place: position for position, place in enumerate(places)}
    rows = table[table["place"].isin(order)].to_dict("records")
    rows.sort(key=lambda row: order[row["place"]])
    return [_counted(rows), _table(rows, with_place=True)] if rows else []


def _counted(rows: list[dict[str, Any]]) -> Sentences:
    real = [row for row in rows if not row["example"]]
    lines = _brief(real) if real else []
    if len(real) < len(rows):
        shown = count(len(rows) - len(real), "predictions_of_examples")
        lines.append(message("track-predictions-example", count=shown))
    return Sentences(section="on_track", messages=tuple(lines))


def _brief(rows: list[dict[str, Any]]) -> list[Message]:
    """Count verdicts; what has no figure yet waits, and is not counted as cannot tell."""
    found = Counter(WAITING if row["reason"] == "no_figure" else row["verdict"] for row in rows)
    numbers = {word: count(found[word], f"prediction_{word}") for word in (*WORDS, WAITING)}
    lines = [message("track-predictions", total=count(len(rows), "predictions"), **numbers)]
    if any(_text(row["changed"]) for row in rows):
        lines.append(message("track-predictions-changed"))
    return lines


def _table(rows: list[dict[str, Any]], *, with_place: bool = False) -> Table:
    names = ("place",) if with_place else ()
    names += ("indicator", "predicted", "without", "observed", "verdict", "why", "registered")
    remarks = [message("predictions-remark-range"), message("predictions-remark-good")]
    if any(row["scenario"] for row in rows):
        remarks.append(message("predictions-remark-scenario"))
    return Table(
        section="effects",
        heading=message("turned-out-heading"),
        caption=message("turned-out-heading"),
        columns=tuple(message(f"column-{name}") for name in names),
        rows=tuple(
            (*((PlaceName(row["place"]),) if with_place else ()), *_prediction(row)) for row in rows
        ),
        remarks=tuple(remarks),
    )


def _prediction(row: dict[str, Any]) -> tuple[Cell, ...]:
    name, predicted = _name(row), _range(row, "lower", "upper")
    if row["scenario"] and predicted is not None:
        predicted = message("value-scenario", value=predicted)
    observed = figure(row | {"value": row["observed"]}, kind="value", statistic="observed")
    return (
        name,
        predicted,
        _range(row, "without_lower", "without_upper"),
        observed or message("prediction-not-yet"),
        verdict("prediction", row["verdict"]),
        _why(row),
        _registered(row),
    )


def _name(row: dict[str, Any]) -> Message:
    """Return what is predicted, when and in which assessment; one bracket, also of an example."""
    title, indicator = words(row["title"]), IndicatorName(row["indicator"])
    year = Year(int(row["year"]))
    if not row["example"]:
        return message("prediction-of", title=title, indicator=indicator, year=year)
    what = message("predictions-heading", title=indicator, year=year)
    return message("listed", first=what, second=message("assessment-example", title=title))


def _why(row: dict[str, Any]) -> Message:
    word = _text(row["reason"]) or row["verdict"]
    return message(f"prediction-why-{word.replace('_', '-')}")


def _range(row: dict[str, Any], low: str, high: str) -> Interval | None:
    if finite(row[low]) is None or finite(row[high]) is None:
        return None
    return Interval(figure(row, low), figure(row, high))


def _registered(row: dict[str, Any]) -> Message | Day:
    """Return when a prediction was registered; a later change stands beside it, not instead."""
    registered, changed = Day(str(row["registered"])), _text(row["changed"])
    if not changed:
        return registered
    later = _range(row, "changed_lower", "changed_upper")
    said = {"registered": registered, "changed": Day(changed)}
    if later is None:
        return message("prediction-changed-only", **said)
    return message("prediction-changed", **said, range=later)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
