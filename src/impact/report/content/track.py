"""Are we on the right track? Goals and directions counted, and the strongest reason for caution."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from impact.report.blocks import Goals, Sentences
from impact.report.content.effects import effect_line
from impact.report.content.findings import finding_message
from impact.report.content.numbers import count
from impact.report.message import Message, message
from impact.verdicts import GOAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from impact.overviews import Overview, PlaceFigures
    from impact.store import Study


def on_track(
    figures: Overview, place: str, goals: Goals, evaluations: Iterable[Study] = ()
) -> Sentences:
    """Return page one's verdict line and the strongest reason against it.

    Parameters
    ----------
    figures
        The country's overview.
    place
        Code of the municipality.
    goals
        The goals as shown under "Where do we want to be?".
    evaluations
        Kept results of evaluations.
    """
    here = figures.at(place)
    lines = []
    if goals.rows:
        words = Counter(row.verdict.word for row in goals.rows)
        numbers = {word: count(words[word], word) for word in GOAL}
        lines.append(message("track-goals", total=count(len(goals.rows), "goals"), **numbers))
    lines.extend(_directions(here))
    bad = [row for row in here.findings if row["good"] is False and row["headline"]]
    if bad:
        lines.append(message("track-against", finding=finding_message(figures, bad[0])))
    lines.append(effect_line(evaluations, place))
    return Sentences(section="on_track", messages=tuple(lines))


def _directions(here: PlaceFigures) -> list[Message]:
    tested = here.tested("trend")
    if not tested:
        return [message("track-no-trends")]
    words = here.count_findings("trend")
    found = sum(words.values())
    numbers = {
        "improving": count(words["improving"], "improving"),
        "worsening": count(words["worsening"], "worsening"),
        "unclear": count(tested - found, "no_clear_change"),
    }
    lines = [message("track-trends", **numbers)]
    if words["increasing"] or words["decreasing"]:
        neutral = {
            "rising": count(words["increasing"], "increasing"),
            "falling": count(words["decreasing"], "decreasing"),
        }
        lines.append(message("track-trends-neutral", **neutral))
    return lines
