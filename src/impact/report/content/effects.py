"""What evaluations say of activities a place took part in: one sentence each, and a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from impact import places
from impact.places.members import members_of
from impact.report.blocks import Block, Sentences
from impact.report.content.evaluation_conclusion import effect_sentence
from impact.report.content.evaluation_outcomes import Told, outcomes_forest
from impact.report.content.evaluation_words import Row, is_estimated, joined, why_none
from impact.report.message import Message, Verdict, message, words

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
    told = [(study, study.tables("outcomes").to_dict("records")) for study in mine]
    lines = [_sentence(study, _chief(rows)) for study, rows in told if rows]
    return [
        Sentences(
            section=SECTION,
            heading=message("effects-heading"),
            messages=tuple(lines),
            bullets=True,
            remarks=(message("effects-remark"),),
        ),
        *outcomes_forest(SECTION, [one for study, rows in told for one in _rows(study, rows)]),
    ]


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


def _rows(study: Study, rows: Sequence[Row]) -> list[Told]:
    return [Told(row, _named(study, row)) for row in rows]


def _named(study: Study, outcome: Row) -> Any:
    pair = {"evaluation": words(study.about["title"]), "title": _name(study, outcome)}
    return message("effects-outcome", **pair)


def _name(study: Study, outcome: Row) -> Any:
    return words(study.about["outcomes"][outcome["outcome"]])
