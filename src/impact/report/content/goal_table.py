"""The status of every goal on one page: done, left, expected, and with what odds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.planning.goals.ambition import FEW_EVER
from impact.planning.goals.status import OFF_TRACK, ON_TRACK
from impact.report.blocks import Block, Cell, Sentences, Table
from impact.report.content.goals import chance_figure
from impact.report.content.numbers import change, count, figure, finite, verdict
from impact.report.message import Day, Message, Number, PlaceName, Year, message, words

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews import RegionFigures
    from impact.run.params.plan import Plan

Row = dict[str, Any]


def goal_table(plan: Plan, standing: pd.DataFrame, place: str) -> list[Block]:
    """Return the tables of a municipality's measured goals, and what is doubtful about them.

    Parameters
    ----------
    plan
        The params as read.
    standing
        Goal by place, from `impact.goal_standing`.
    place
        Code of the municipality.

    Returns
    -------
    list of Block
        Empty where no goal of the municipality has a figure.
    """
    mine = standing[standing["place"] == place].set_index("goal", drop=False)
    names = [name for name in plan.goals_of(place) if name in mine.index]
    if not names:
        return []
    rows = [mine.loc[name].to_dict() for name in names]
    blocks = [_way(plan, rows), _odds(plan, rows), _others(plan, rows)]
    doubts = _doubts(plan, rows)
    if doubts:
        heading = message("goal-caution-heading")
        blocks.append(Sentences(section="annex", heading=heading, messages=doubts, bullets=True))
    return blocks


def _way(plan: Plan, rows: list[Row]) -> Table:
    """Where goals stand between start and target."""
    return Table(
        section="annex",
        caption=message("goal-table-caption"),
        columns=(
            message("column-goal"),
            *(
                message(f"goal-column-{name}")
                for name in ("start", "now", "target", "progress", "required")
            ),
            message("column-verdict"),
        ),
        rows=tuple(
            (
                _title(plan, row),
                _with_year(row, "start_value", row["start_value_year"]),
                _with_year(row, "value", row["year"]),
                _with_year(row, "target", row["target_year"]),
                _per_cent(row, "progress"),
                _required(row),
                verdict("goal", row["verdict"]),
            )
            for row in rows
        ),
        remarks=(
            message("goal-progress-remark"),
            message("goal-verdict-remark", on_track=_share(ON_TRACK), off_track=_share(OFF_TRACK)),
        ),
    )


def _odds(plan: Plan, rows: list[Row]) -> Table:
    """What is expected in the target year."""
    bold = any(finite(row["ambition"]) is not None for row in rows)
    names = ("year", "expected", "chance", *(("ambition",) if bold else ()))
    return Table(
        section="annex",
        caption=message("goal-odds-caption"),
        columns=(message("column-goal"), *(message(f"goal-column-{name}") for name in names)),
        rows=tuple(
            (
                _title(plan, row),
                _year(row["target_year"]),
                _expected(row),
                chance_figure(row),
                *((_per_cent(row, "ambition"),) if bold else ()),
            )
            for row in rows
        ),
        remarks=(
            message("goal-odds-remark"),
            *((message("goal-ambition-remark", few=_share(FEW_EVER / 100)),) if bold else ()),
            *(_no_chance(plan, row) for row in rows if row["chance_reason"]),
        ),
    )


def _others(plan: Plan, rows: list[Row]) -> Table:
    """The same goals in the words of other systems."""
    names = ("ratio", "pace", "healthy")
    return Table(
        section="annex",
        caption=message("goal-others-caption"),
        columns=(message("column-goal"), *(message(f"goal-column-{name}") for name in names)),
        rows=tuple(
            (
                _title(plan, row),
                figure(row, "ratio", unit="ratio", decimals=2),
                _word("goal-ratio", row["ratio_class"]),
                _word("goal-healthy", row["healthy_class"]),
            )
            for row in rows
        ),
        remarks=(message("goal-others-remark"),),
    )


def _doubts(plan: Plan, rows: list[Row]) -> tuple[Message, ...]:
    """Who answers for goals, what was changed in them, and what is doubtful about them."""
    found = []
    for row in rows:
        goal, title = plan.goals[row["goal"]], _title(plan, row)
        if goal.owner:
            found.append(message("goal-owner", goal=title, owner=words(goal.owner)))
        for revision, before in zip(goal.revisions, goal.targets, strict=False):
            found.append(
                message(
                    "goal-revised",
                    goal=title,
                    date=Day(revision.date),
                    before=_before(row, *before),
                    reason=words(revision.reason),
                )
            )
        for check in row["cautions"]:
            found.append(message(f"goal-caution-{check.replace('_', '-')}", goal=title))
    return tuple(found)


def _before(row: Row, target: Any, year: int | None) -> Message:
    """A target as it was before it was changed."""
    when = {} if year is None else {"year": Year(year)}
    end = "-open" if year is None else ""
    if target.value is None:
        years = {"first": Year(target.first), "last": Year(target.last)}
        return message(f"goal-before-mean{end}", **years, **when)
    number = figure({**row, "value": target.value}, kind="label", statistic="earlier_target")
    return message(f"goal-before-value{end}", target=number, **when)


def _no_chance(plan: Plan, row: Row) -> Message:
    return message(
        f"goal-no-chance-{row['chance_reason'].replace('_', '-')}", goal=_title(plan, row)
    )


def _title(plan: Plan, row: Row) -> Any:
    return words(plan.goals[row["goal"]].title)


def _with_year(row: Row, column: str, year: Any) -> Cell | None:
    fields = {"kind": "target"} if column == "target" else {}
    known = finite(year)
    number = figure(row, column, year=None if known is None else int(known), **fields)
    if number is None or known is None:
        return number
    return message("goal-cell-year", number=number, year=Year(int(known)))


def _required(row: Row) -> Cell | None:
    if finite(row["required"]) == 0:
        return message("goal-cell-met")
    return change(row, "required")


def _expected(row: Row) -> Cell | None:
    names = {"number": "projected", "low": "projected_lower", "high": "projected_upper"}
    year = finite(row["target_year"])
    if year is None:
        return None
    numbers = {key: figure(row, column, year=int(year)) for key, column in names.items()}
    if any(number is None for number in numbers.values()):
        return None
    return message("goal-cell-range", **numbers)


def _per_cent(row: Row, column: str) -> Number | None:
    return figure(row, column, unit="percent", decimals=0)


def _share(value: float) -> Number:
    return Number(100 * value, unit="percent", decimals=0, kind="label")


def _word(prefix: str, word: str) -> Message | None:
    return message(f"{prefix}-{word.replace('_', '-')}") if word else None


def _year(year: Any) -> Year | None:
    known = finite(year)
    return None if known is None else Year(int(known))


def region_goal_table(plan: Plan, standing: pd.DataFrame, region: RegionFigures) -> list[Block]:
    """Return the chances of a region's goals: the median, and one by one.

    Parameters
    ----------
    plan
        The params as read.
    standing
        Goal by place, from `impact.goal_standing`.
    region
        The region's figures.

    Returns
    -------
    list of Block
        Empty where no goal has a figure in the region.
    """
    mine = standing[standing["place"].isin(region.places)]
    names = [name for name in plan.goals if name in set(mine["goal"])]
    if not names:
        return []
    return [_medians(plan, mine, names, region), _by_place(plan, mine, names, region)]


def _medians(plan: Plan, mine: pd.DataFrame, names: list[str], region: RegionFigures) -> Table:
    rows = []
    for name in names:
        table = mine[mine["goal"] == name]
        medians = {
            "place": region.code,
            "indicator": table["indicator"].iloc[0],
            "year": plan.goals[name].current_target_year,
            "median_chance": 100 * table["chance"].median(),
            "median_progress": table["progress"].median(),
        }
        rows.append(
            (
                words(plan.goals[name].title),
                _year(medians["year"]),
                count(int(table["chance"].notna().sum()), "goal_chances"),
                _per_cent(medians, "median_chance"),
                _per_cent(medians, "median_progress"),
            )
        )
    columns = ("year", "places", "median-chance", "median-progress")
    return Table(
        section="annex",
        caption=message("goal-region-caption"),
        columns=(message("column-goal"), *(message(f"goal-column-{name}") for name in columns)),
        rows=tuple(rows),
        remarks=(message("goal-odds-remark"), message("goal-progress-remark")),
    )


def _by_place(plan: Plan, mine: pd.DataFrame, names: list[str], region: RegionFigures) -> Table:
    found = {(row["place"], row["goal"]): chance_figure(row) for row in mine.to_dict("records")}
    titles = (message("column-words", words=words(plan.goals[name].title)) for name in names)
    return Table(
        section="annex",
        caption=message("goal-chances-caption"),
        columns=(message("column-place"), *titles),
        rows=tuple(
            (PlaceName(place), *(found.get((place, name)) for name in names))
            for place in region.places
        ),
        remarks=(message("region-remark-order"),),
    )
