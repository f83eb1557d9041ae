"""What evaluations say of activities a place took part in: one sentence each, and a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from impact import places
from impact.places.members import members_of
from impact.report.blocks import Block, Sentences
from impact.report.content.evaluation_conclusion import effect_sentence
from impact.report.content.evaluation_outcomes import Told, outcomes_forest
from impact.report.content.evaluation_words import (
    Row,
    effect_estimate,
    interval,
    is_estimated,
    joined,
    why_none,
)
from impact.report.content.numbers import count
from impact.report.message import Message, Number, Verdict, message, words

if TYPE_CHECKING:
    from impact.store import Study

KIND = "evaluation"
SECTION = "effects"


def effects(studies: Iterable[Study] = (), place: str = "") -> list[Block]:
    """Return what evaluations found that concern a place, or the sentence that there is none.

    Parameters
    ----------
    studies
        Kept results of evaluations: `about` holds title, example, exploratory, places, subject and
        the outcomes' titles; the table `outcomes` is that of `Evaluation`.
    place
        Code of the municipality, or of the region an evaluation is about.
    """
    mine = [study for study in studies if _concerns(study, place)]
    if not mine:
        return [Sentences(section=SECTION, messages=(_none(place),))]
    told = [(study, _outcomes(study)) for study in mine]
    lines = [_sentence(study, _chief(rows)) for study, rows in told if rows]
    return [
        Sentences(
            section=SECTION,
            heading=message("effects-heading"),
            messages=tuple(lines),
            bullets=True,
            remarks=(message("effects-remark"),),
        ),
        *outcomes_forest(
            SECTION,
            [one for study, rows in told for one in _rows(study, rows, alone=len(mine) == 1)],
        ),
    ]


def effect_line(studies: Iterable[Study] = (), place: str = "") -> Message:
    """Return page one's sentence on what evaluations found, or that nothing is evaluated.

    Parameters
    ----------
    studies, place
        As in `effects`; examples say nothing on page one.
    """
    mine = [one for one in studies if _concerns(one, place) and not one.about.get("example")]
    chief = [(one, _chief(rows)) for one in mine if (rows := _outcomes(one))]
    if not chief:
        return message("track-no-effects")
    if len(chief) > 1:
        found = sum(row["verdict"] in ("supported", "weak") for _, row in chief)
        numbers = {"total": count(len(chief), "evaluations"), "found": count(found, "effects")}
        return message("track-effects-several", **numbers)
    ((study, row),) = chief
    kind = "track-effect-exploratory" if study.about.get("exploratory") else "track-effect"
    return message(
        kind,
        title=words(study.about["title"]),
        verdict=Verdict("effect", row["verdict"]),
        found=_in_short(row, _name(study, row)),
    )


def _in_short(row: Row, name: Any) -> Any:
    """Return an outcome with its effect and interval, as far as there are any."""
    if not is_estimated(row):
        return name
    found = effect_estimate(row, row)
    told = interval(found)
    if told is None:
        return message("track-effect-bare", outcome=name, size=found.value)
    confidence = Number(100 * row["confidence"], unit="percent", decimals=0, statistic="confidence")
    return message(
        "track-effect-found", outcome=name, size=found.value, told=told, confidence=confidence
    )


def _outcomes(study: Study) -> list[dict[str, Any]]:
    return study.tables("outcomes").to_dict("records")


def _none(place: str) -> Message:
    if places.is_known(place) and places.level_of(place) == "region":
        return message("effects-none-region")
    return message("effects-none")


def _concerns(study: Study, place: str) -> bool:
    """Say whether a place is what an evaluation is about, or it or a part of it took part."""
    if study.kind != KIND:
        return False
    if place == study.about.get("subject"):
        return True
    inside = members_of((place,)) if places.is_known(place) else (place,)
    return not set(inside).isdisjoint(study.about.get("places", ()))


def _chief(rows: Sequence[Row]) -> Row:
    return next((row for row in rows if row["primary"]), rows[0])


def _sentence(study: Study, outcome: Row) -> Message:
    """Return an evaluation's title, the effect on its primary outcome, and the verdict."""
    about = study.about
    pieces = [
        message(
            "effects-verdict",
            title=words(about["title"]),
            verdict=Verdict("effect", outcome["verdict"]),
        ),
        effect_sentence(outcome, _name(study, outcome)),
    ]
    if not is_estimated(outcome):
        pieces.append(why_none(outcome))
    if about.get("exploratory"):
        pieces.append(message("effects-exploratory"))
    if about.get("example"):
        pieces.append(message("effects-example"))
    return joined(pieces)


def _rows(study: Study, rows: Sequence[Row], *, alone: bool) -> list[Told]:
    """Return the outcomes of an evaluation, with its title where there are others."""
    return [Told(row, _name(study, row) if alone else _named(study, row)) for row in rows]


def _named(study: Study, outcome: Row) -> Any:
    pair = {"evaluation": words(study.about["title"]), "title": _name(study, outcome)}
    return message("effects-outcome", **pair)


def _name(study: Study, outcome: Row) -> Any:
    return words(study.about["outcomes"][outcome["outcome"]])
