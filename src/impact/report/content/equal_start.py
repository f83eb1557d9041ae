"""Equal starting points: which differences between groups the figures can show, and which not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.catalogue.groups import dimensions
from impact.report.blocks import Sentences, Table
from impact.report.content.numbers import change, count, figure, verdict
from impact.report.message import GroupName, IndicatorName, message

if TYPE_CHECKING:
    from impact.overviews import Overview, PlaceFigures

QUESTIONS = ("sex", "age", "language", "residence", "distance", "background", "disability")
ACCESS = ("local:near_school", "local:near_library")
CLEAR = ("higher", "lower", "better", "worse")
GROUP_COLUMNS = (
    "indicator",
    "group",
    "value",
    "others",
    "verdict",
    "difference",
    "lower",
    "upper",
    "year",
)


def equal_starting_points(figures: Overview, place: str) -> list[Sentences | Table]:
    """Return which groups the figures tell apart, what differs clearly, and what nobody can say.

    Parameters
    ----------
    figures
        The country's overview.
    place
        Code of the municipality.
    """
    here = figures.at(place)
    intro = Sentences(
        section="area", heading=message("groups-heading"), messages=(message("equal-intro"),)
    )
    questions = Table(
        section="area",
        caption=message("equal-caption"),
        columns=_columns("divided-by", "indicators-with-figures", "clear-differences"),
        rows=tuple(_question(here, name) for name in QUESTIONS),
        remarks=(message("equal-remark"),),
    )
    return [intro, questions, *_groups(here)]


def _columns(*names: str) -> tuple:
    return tuple(message(f"column-{name}") for name in names)


def _question(here: PlaceFigures, name: str) -> tuple:
    question = message(f"question-equal-{name}")
    answers = _answers(here, name)
    if not answers:
        return (question, message("equal-none"), None)
    shown = {identifier for identifier, _ in answers}
    tested = {identifier for identifier, word in answers if word != "not_comparable"}
    clear = {identifier for identifier, word in answers if word in CLEAR}
    return (
        question,
        count(len(shown), f"equal_{name}"),
        count(len(clear), f"equal_clear_{name}") if tested else None,
    )


def _answers(here: PlaceFigures, name: str) -> list[tuple[str, str]]:
    """Return indicator and verdict of every figure that tells this kind of group apart."""
    if name == "sex":
        return [(identifier, row["verdict"]) for identifier, row in here.gaps.items()]
    rows = here.groups.to_dict("records")
    found = [(r["indicator"], r["verdict"]) for r in rows if name in dimensions(r["group"])]
    if name == "distance":
        found += [(one, here.latest[one]["verdict"]) for one in ACCESS if one in here.latest]
    return found


def _groups(here: PlaceFigures) -> list[Table]:
    if here.groups.empty:
        return []
    return [
        Table(
            section="area",
            caption=message("equal-groups-caption"),
            columns=_columns(*GROUP_COLUMNS),
            rows=tuple(_group_row(row) for row in here.groups.to_dict("records")),
            remarks=(message("equal-groups-remark"),),
        )
    ]


def _group_row(row: dict[str, Any]) -> tuple:
    return (
        IndicatorName(row["indicator"]),
        GroupName(row["group"]),
        figure(row),
        figure(row, "others"),
        verdict("comparison", row["verdict"]),
        change(row, "difference"),
        figure(row, "difference_lower", kind="change", signed=True),
        figure(row, "difference_upper", kind="change", signed=True),
        str(int(row["year"])),
    )
