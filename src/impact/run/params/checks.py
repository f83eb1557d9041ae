"""What must fit together in a params file: goals and areas, places and regions, targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from impact import catalogue, places
from impact.catalogue import LANGUAGES
from impact.errors import UnknownName
from impact.run.params.goal_model import Area, Goal, Target
from impact.run.params.model import Activity, own_languages
from impact.run.params.record import Record
from impact.run.params.types import place_code


@dataclass(frozen=True, slots=True)
class Misfit:
    """Two things in one file that do not go together, and where the second stands."""

    place: tuple[str | int, ...]
    problem: str


def misfits(data: dict[str, Any]) -> Iterator[Misfit]:
    """Yield everything that does not fit together.

    Parameters
    ----------
    data
        The values of a params file with `places` resolved to codes. Records that are wrong in
        themselves are passed over here: their own faults are listed anyway.
    """
    areas = _records(Area, data, "areas")
    goals = _records(Goal, data, "goals")
    activities = _records(Activity, data, "activities")
    yield from _region(data)
    yield from _window(data)
    yield from _repeated(data)
    for identifier, goal in goals.items():
        if goal.area not in areas and goal.area not in _mapping(data, "areas"):
            yield Misfit(("goals", identifier, "area"), _unknown("area", goal.area, areas))
        yield from _measure(("goals", identifier), goal)
    for identifier, activity in activities.items():
        for position, name in enumerate(activity.goals):
            if name not in _mapping(data, "goals"):
                place = ("activities", identifier, "goals", position)
                yield Misfit(place, _unknown("goal", name, goals))
    yield from _foreign_places(data, {"goals": goals, "activities": activities})
    yield from _foreign_indicators(data, goals)
    yield from _unread_texts(data)


def _records(kind: type[Record], data: dict[str, Any], key: str) -> dict[str, Any]:
    sound = {}
    for identifier, values in _mapping(data, key).items():
        try:
            sound[str(identifier)] = kind.model_validate(
                values, context={"country": data.get("country")}
            )
        except ValidationError:
            continue
    return sound


def _mapping(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _sequence(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _unknown(kind: str, name: str, known: Any) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"unknown {kind} '{name}'." + (f" Did you mean {near[0]}?" if near else "")


def _region(data: dict[str, Any]) -> Iterator[Misfit]:
    region, country = data.get("region"), data.get("country")
    if isinstance(region, str) and country in places.COUNTRIES:
        known = {found.code for found in places.regions(country)}
        if region not in known and not region.startswith(f"{country}-"):
            yield Misfit(("region",), f"region '{region}' is not in country {country}.")


def _window(data: dict[str, Any]) -> Iterator[Misfit]:
    window, minimum = data.get("window", 8), data.get("minimum_years", 5)
    if isinstance(window, int) and isinstance(minimum, int) and minimum > window:
        problem = f"{minimum} years are needed, but a trend looks back only {window}."
        yield Misfit(("minimum_years",), problem)


def _measure(place: tuple[str, ...], goal: Goal) -> Iterator[Misfit]:
    if goal.indicator is None or goal.target is None:
        return
    found = catalogue.indicator(goal.indicator)
    yield from _aim((*place, "target"), goal.target, found)
    for position, revision in enumerate(goal.revisions):
        if revision.target is not None:
            where = (*place, "revisions", position, "target")
            yield from _aim(where, revision.target, found)
    value = goal.start_value
    if value is not None and (outside := _outside(value, found)):
        yield Misfit((*place, "start_value"), outside)
    yield from _met_at_start(place, goal, found)
    if goal.group != "total" and goal.group not in found.groups:
        groups = ", ".join(found.groups) or "total"
        problem = f"'{found.id}' is not given for group '{goal.group}', only for {groups}."
        yield Misfit((*place, "group"), problem)


def _aim(place: tuple[str | int, ...], target: Target, found: Any) -> Iterator[Misfit]:
    if found.polarity == "neutral" and target.direction is None:
        problem = (
            f"'{found.id}' is neutral: neither higher nor lower is better. Say under direction "
            "which one this goal means."
        )
        yield Misfit(place, problem)
    if found.polarity != "neutral" and target.direction not in (None, found.polarity):
        problem = f"for '{found.id}' {found.polarity} is better; the target says the opposite."
        yield Misfit((*place, "direction"), problem)
    if target.value is not None and (outside := _outside(target.value, found)):
        yield Misfit((*place, "value"), outside)


def _outside(value: float, found: Any) -> str | None:
    low, high = found.lower_limit, found.upper_limit
    if (low is None or value >= low) and (high is None or value <= high):
        return None
    limits = f"{'...' if low is None else low} to {'...' if high is None else high}"
    return f"{value} is outside what '{found.id}' can be ({limits} {found.unit})."


def _met_at_start(place: tuple[str, ...], goal: Goal, found: Any) -> Iterator[Misfit]:
    target = goal.target
    direction = target.direction or found.polarity
    if goal.start_value is None or target.value is None or direction not in ("higher", "lower"):
        return
    ahead = target.value - goal.start_value
    if (ahead if direction == "higher" else -ahead) < 0:
        problem = f"the target {target.value} was met at the start already ({goal.start_value})."
        yield Misfit((*place, "target", "value"), problem)


def _foreign_places(data: dict[str, Any], kinds: dict[str, dict[str, Any]]) -> Iterator[Misfit]:
    country, region = data.get("country"), data.get("region")
    inside: set[str] = set()
    for key in ("places", "neighbours"):
        for position, name in enumerate(_sequence(data, key)):
            for code in _codes(data, [name]):
                inside.add(code)
                home = places.place(code)
                if country in places.COUNTRIES and home.country != country:
                    yield Misfit((key, position), f"'{name}' is not in country {country}.")
                elif key == "places" and region and home.region != region:
                    problem = f"'{name}' is not in region {region}; make it a neighbour."
                    yield Misfit((key, position), problem)
    named = [
        ((key, identifier, "places", position), code)
        for key, records in kinds.items()
        for identifier, record in records.items()
        for position, code in enumerate(record.places or ())
    ]
    for name in _mapping(data, "local_texts"):
        named += [(("local_texts", name), code) for code in _codes(data, [name])]
    for place, code in named:
        if inside and code not in inside:
            yield Misfit(place, f"'{code}' is neither among the places nor a neighbour.")


def _repeated(data: dict[str, Any]) -> Iterator[Misfit]:
    for key in ("places", "neighbours", "languages", "indicators", "multiples"):
        values = _sequence(data, key)
        if key in ("places", "neighbours"):
            values = [next(iter(_codes(data, [name])), name) for name in values]
        for position, value in enumerate(values):
            if value in values[:position]:
                yield Misfit((key, position), f"'{value}' stands here twice.")


def _codes(data: dict[str, Any], names: Iterable[Any]) -> list[str]:
    codes = []
    for name in names:
        try:
            codes.append(place_code(str(name), data.get("country")))
        except UnknownName:  # listed as a fault of the value itself
            continue
    return codes


def _foreign_indicators(data: dict[str, Any], goals: dict[str, Goal]) -> Iterator[Misfit]:
    country = data.get("country")
    if country not in places.COUNTRIES:
        return
    named: list[tuple[tuple[str | int, ...], Any]] = [
        ((key, position), identifier)
        for key in ("indicators", "multiples")
        for position, identifier in enumerate(_sequence(data, key))
    ]
    named += [(("goals", key, "indicator"), goal.indicator) for key, goal in goals.items()]
    variables = _mapping(_mapping(data, "peers"), "variables")
    named += [(("peers", "variables", key), key) for key in variables]
    countries = {found.id: found.country for found in catalogue.indicators()}
    for place, identifier in named:
        other = countries.get(identifier, "any")
        if other not in (country, "any"):
            yield Misfit(place, f"'{identifier}' is an indicator of {other}, not of {country}.")


def _unread_texts(data: dict[str, Any]) -> Iterator[Misfit]:
    needed = [code for code in _sequence(data, "languages") if code in LANGUAGES]
    needed = needed or list(own_languages(tuple(_codes(data, _sequence(data, "places")))))
    if not needed:
        return
    for place in _texts(data, ()):
        text = data
        for key in place:
            text = text[key]
        if not set(text) & set(needed):
            written = ", ".join(text)
            problem = f"this text is in {written}, but reports are in {', '.join(needed)}."
            yield Misfit(place, problem)


def _texts(node: Any, place: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, dict):
        if node and set(node) <= set(LANGUAGES):
            yield place
            return
        for key, value in node.items():
            yield from _texts(value, (*place, key))
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from _texts(value, (*place, position))
