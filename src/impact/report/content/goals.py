"""Where do we want to be? Goals with now, target and verdict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from impact.report.blocks import Block, GoalRow, Goals, Sentences, Table
from impact.report.content.numbers import figure, finite, verdict
from impact.report.message import Message, Number, PlaceName, Year, message, words

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews import RegionFigures
    from impact.run.params.plan import Plan


def goals(plan: Plan, standing: pd.DataFrame, place: str) -> Goals:
    """Return the goals that concern a municipality and how they stand.

    Parameters
    ----------
    plan
        The params as read.
    standing
        Goal by place with figures, targets and verdicts, from `impact.goal_standing`.
    place
        Code of the municipality.
    """
    mine = standing[standing["place"] == place].set_index("goal")
    rows = [
        _row(plan, name, goal, mine.loc[name].to_dict() if name in mine.index else None)
        for name, goal in plan.goals_of(place).items()
    ]
    remarks = []
    if not rows:
        remarks.append(message("goals-none"))
    elif any("proposed" in (row.origin, row.measure_origin) for row in rows):
        remarks.append(message("goals-proposed"))
    return Goals(section="where_to", rows=tuple(rows), remarks=tuple(remarks))


def _row(plan: Plan, name: str, goal: Any, standing: dict | None) -> GoalRow:
    area = plan.areas.get(goal.area)
    standing = standing or {"verdict": "cannot_tell", "reason": "no_indicator"}
    return GoalRow(
        title=words(goal.title),
        area=words(area.title if area else {"": ""}),
        indicator=goal.indicator,
        now=figure({**standing, "indicator": goal.indicator}) if goal.indicator else None,
        target=_target(goal, standing),
        target_year=goal.current_target_year,
        verdict=verdict("goal", standing["verdict"]),
        reason=_reason(standing, goal),
        origin=goal.origin,
        measure_origin=goal.standing if goal.indicator else None,
        source=words(goal.standing_source) if goal.standing_source else None,
    )


def _target(goal: Any, standing: Mapping[str, Any]) -> Any:
    if not goal.indicator:
        return None
    fields = {"kind": "target", "statistic": "target", "year": goal.current_target_year}
    return figure({**standing, "indicator": goal.indicator}, "target", **fields)


def _reason(standing: Mapping[str, Any], goal: Any) -> Message | None:
    reason = standing["reason"]
    if goal.no_indicator_reason:
        return message("goal-reason-own", reason=words(goal.no_indicator_reason))
    if reason == "no_baseline":
        years = {key: Year(int(standing[f"baseline_{key}"])) for key in ("first", "last")}
        return message("goal-reason-no-baseline", **years)
    if reason == "before_period":
        return message("goal-reason-before-period", year=Year(int(standing["year"])))
    chance = chance_figure(standing)
    if chance is not None:
        fields = {"chance": chance, "year": Year(int(standing["target_year"]))}
        if reason in ("likely", "unlikely", "between"):
            there = "at-target" if _at_target(standing) else "chance"
            return message(f"goal-reason-{there}", **fields)
        if reason == "met_uncertain":
            return message("goal-reason-met-uncertain", **fields)
        if reason == "tested" and standing["verdict"] == "reached":
            return message("goal-reason-tested-stays", **fields)
    if reason == "tested" and standing["verdict"] == "not_yet":
        return message("goal-reason-tested-short")
    return message(f"goal-reason-{reason.replace('_', '-')}")


def _at_target(standing: Mapping[str, Any]) -> bool:
    """Say whether the newest figure is at the target or beyond, whatever chance gives."""
    now, target = finite(standing.get("value")), finite(standing.get("target"))
    if now is None or target is None:
        return False
    return now <= target if standing.get("direction") == "lower" else now >= target


def chance_figure(standing: Mapping[str, Any]) -> Number | None:
    """Return the chance of reaching a target in whole per cent, None where there is none.

    Parameters
    ----------
    standing
        A row of `impact.goal_standing`, or anything without `chance`.
    """
    chance = finite(standing.get("chance"))
    if chance is None:
        return None
    return Number(
        100 * chance,
        unit="percent",
        decimals=0,
        statistic="chance",
        indicator=standing["indicator"],
        place=standing["place"],
        year=int(standing["target_year"]),
        group=standing.get("group", "total"),
    )


def region_goals(
    plan: Plan, standing: pd.DataFrame, together: pd.DataFrame, region: RegionFigures
) -> list[Block]:
    """Return goals across the region: together, how many have reached each, and one by one.

    Parameters
    ----------
    plan
        The params as read.
    standing, together
        Results of `impact.goal_standing` and `impact.shared_standing`.
    region
        The region's figures.
    """
    if not plan.goals:
        return [Sentences(section="where_to", messages=(message("region-goals-none"),))]
    mine = standing[standing["place"].isin(region.places)]
    return [_counted(plan, mine, together), _by_place(plan, mine, region)]


def _counted(plan: Plan, standing: pd.DataFrame, together: pd.DataFrame) -> Table:
    shared = dict(zip(together["goal"], together["verdict"], strict=True))
    rows = []
    for name, goal in plan.goals.items():
        found = standing.loc[standing["goal"] == name, "verdict"].value_counts()
        counts = tuple(
            _municipalities(word, found.get(word, 0), name) if goal.indicator else None
            for word in ("reached", "on_track", "off_track", "not_yet", "cannot_tell")
        )
        total = verdict("goal", shared.get(name))
        rows.append((words(goal.title), total, *counts, _decided(goal)))
    return Table(
        section="where_to",
        caption=message("region-goals-caption"),
        columns=(
            message("column-goal"),
            message("column-together"),
            message("column-reached"),
            message("goal-column-on-track"),
            message("goal-column-off-track"),
            message("column-not-yet"),
            message("column-cannot-tell"),
            message("column-origin"),
        ),
        rows=tuple(rows),
        remarks=(message("region-goals-remark"),),
    )


def _municipalities(word: str, value: float, goal: str) -> Number:
    """Return how many municipalities have a verdict on a goal."""
    return Number(float(value), "count", 0, statistic=f"goal_{word}", about=goal)


def _decided(goal: Any) -> Message:
    """Who decided the goal, and who its measure when that is another."""
    origin = message(f"origin-{goal.origin}")
    if goal.indicator is None or goal.standing == goal.origin:
        return origin
    return message("goal-origins", goal=origin, measure=message(f"origin-{goal.standing}"))


def _by_place(plan: Plan, standing: pd.DataFrame, region: RegionFigures) -> Table:
    """Goals that an indicator measures, municipality by municipality."""
    measured = [name for name, goal in plan.goals.items() if goal.indicator]
    pairs = zip(standing["place"], standing["goal"], standing["verdict"], strict=True)
    found = {(place, goal): word for place, goal, word in pairs}
    rows = tuple(
        (PlaceName(place), *(verdict("goal", found.get((place, goal))) for goal in measured))
        for place in region.places
    )
    titles = (message("column-words", words=words(plan.goals[name].title)) for name in measured)
    return Table(
        section="annex",
        caption=message("region-goal-places-caption"),
        columns=(message("column-place"), *titles),
        rows=rows,
        remarks=(message("region-remark-order"),),
    )
