"""A place's part of a plan of places: one line on page one, and who goes where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from impact import places
from impact.places.members import members_of
from impact.report.assessment_blocks import Fact, FactList
from impact.report.blocks import Block, Sentences, Table
from impact.report.capacity_blocks import Notice
from impact.report.content.capacity_pressure import school_cells
from impact.report.content.capacity_travel import PLANS, mean_minutes
from impact.report.content.capacity_words import (
    FEW,
    FREE,
    NOW,
    PLANNED,
    SIMULATED,
    Row,
    caption,
    estimate,
    minutes,
    people,
    rows_of,
    share,
    sum_of,
    tells_unmet,
    without_place,
    young_about,
)
from impact.report.content.numbers import finite
from impact.report.message import Message, Number, PlaceName, Year, message, words

if TYPE_CHECKING:
    from impact.store import Study

KIND = "capacity"


def capacity_line(studies: Iterable[Study] = (), place: str = "") -> Sentences:
    """Return page one's sentence on plans of places that concern a place; none when none does.

    Parameters
    ----------
    studies
        Kept results of plans of places: `about` holds title, simulated, places, subject, year and
        horizon; the tables are those of `CapacityPlan`.
    place
        Code of the municipality, or of the region a plan is about.
    """
    lines = [_line(study, place) for study in _concerning(studies, place)]
    return Sentences(section="how", messages=tuple(line for line in lines if line is not None))


def capacity_part(studies: Iterable[Study] = (), place: str = "") -> list[Block]:
    """Return a municipality's young people, ways to school and places; of a region the sums.

    Parameters
    ----------
    studies, place
        As in `capacity_line`.
    """
    return [block for study in _concerning(studies, place) for block in _part(study, place)]


def _concerning(studies: Iterable[Study], place: str) -> Iterator[Study]:
    """Yield the plans a municipality takes part in, or that are about a region."""
    for study in studies:
        if study.kind == KIND and not _homes(study, place).isdisjoint(study.about["places"]):
            yield study


def _homes(study: Study, place: str) -> set[str]:
    """Return the municipalities of a plan that a report is about."""
    if places.is_known(place) and places.level_of(place) != "municipality":
        return {*members_of((place,))} & {*study.about["places"]}
    return {place}


def _line(study: Study, place: str) -> Message | None:
    """Return how many young people a place has then, and how many get no place in each plan."""
    homes = _homes(study, place)
    then = _young(study, homes, "central", study.about["year"])
    if then is None:
        return None
    unmet, status = study.tables("unmet"), _status(study)
    without = {
        plan: people(
            sum(without_place(unmet, plan, home) for home in homes),
            f"without_place_{plan}",
            status=status,
            place=place,
        )
        for plan in (FREE, PLANNED)
    }
    title = words(study.about["title"])
    if study.about["simulated"]:
        title = message("capacity-line-simulated", title=title)
    about = {"title": title, "then": then, "year": Year(study.about["year"])}
    if round(without[PLANNED].value) == 0:
        return message("capacity-line-all", **about)
    return message("capacity-line", **about, free=without[FREE], planned=without[PLANNED])


def _status(study: Study) -> str:
    return SIMULATED if study.about["simulated"] else "ok"


def _young(study: Study, homes: set[str], scenario: str, year: int) -> Number | None:
    rows = rows_of(study.tables("cohorts"), scenario=scenario, year=year)
    mine = [row for row in rows if row["place"] in homes]
    place = next(iter(homes)) if len(homes) == 1 else None
    about = young_about(study.about["country"])
    return sum_of(mine, "pupils", f"young_{scenario}", year=year, place=place, **about)


def _part(study: Study, place: str) -> list[Block]:
    homes = _homes(study, place)
    blocks: list[Block] = [_facts(study, homes), *_plans(study, homes)]
    if study.about["simulated"]:
        blocks.insert(0, Notice(section="activities", text=message("note-capacity-simulated")))
    if homes == {place}:
        blocks += [*_ways(study, place), *_schools(study, place)]
    else:
        blocks += _homes_table(study, homes)
    return blocks


def _facts(study: Study, homes: set[str]) -> FactList:
    year, counted = study.about["year"], study.about["horizon"]
    facts = [
        (
            message("capacity-fact-now", year=Year(counted)),
            _young(study, homes, "counted", counted),
        ),
        (message("capacity-fact-then", year=Year(year)), _expected(study, homes, year)),
    ]
    return FactList(
        section="activities",
        heading=message("capacity-part-heading", title=words(study.about["title"])),
        facts=tuple(Fact(label, value) for label, value in facts if value is not None),
        remarks=(message("capacity-part-remark"),),
    )


def _expected(study: Study, homes: set[str], year: int) -> Any:
    """Return those expected with their limits; the sum of several has none of its own."""
    rows = rows_of(study.tables("cohorts"), scenario="central", year=year)
    mine = [row for row in rows if row["place"] in homes]
    if len(mine) != 1:
        return _young(study, homes, "central", year)
    about = young_about(study.about["country"])
    found = estimate(mine[0], ("pupils", "lower", "upper"), "young_central", **about)
    if found is None or found.certain:
        return None if found is None else found.value
    return message("capacity-value-range", value=found.value, range=found.range)


def _plans(study: Study, homes: set[str]) -> list[Block]:
    """Return what every plan means to those who live here: who gets no place, how far they go."""
    travel, unmet, status = study.tables("travel"), study.tables("unmet"), _status(study)
    found = {
        plan: [row for row in rows_of(travel, plan=plan) if row["home"] in homes] for plan in PLANS
    }
    plans = [plan for plan in PLANS if found[plan]]
    if not plans:
        return []
    without: list[Any] = [message("capacity-measure-unmet")]
    ways: list[Any] = [message("capacity-measure-minutes")]
    for plan in plans:
        number = sum(without_place(unmet, plan, home) for home in homes)
        known = number if tells_unmet(unmet, plan) else None
        without.append(people(known, f"without_place_{plan}", status=status))
        way = mean_minutes(found[plan])
        ways.append(minutes(way, f"mean_minutes_{plan}", status=status))
    heads = [message("capacity-column-measure"), *(message(f"capacity-plan-{p}") for p in plans)]
    return [
        Table(
            section="activities",
            heading=message("capacity-plans-heading"),
            caption=caption("capacity-plans-heading", [{"status": status}]),
            columns=tuple(heads),
            rows=(tuple(without), tuple(ways)),
            remarks=(message("capacity-plans-remark"),),
        )
    ]


def _ways(study: Study, place: str) -> list[Block]:
    """Return where those who live here go to school; counted ones of a few are not told apart."""
    pairs: dict[str, dict[str, Row]] = {}
    for row in rows_of(study.tables("flows"), home=place):
        pairs.setdefault(row["place"], {})[row["plan"]] = row
    plans = [one for one in (NOW, PLANNED) if any(one in pair for pair in pairs.values())]
    shown = {
        school: pair
        for school, pair in pairs.items()
        if any((finite(row["pupils"]) or 0.0) >= FEW for row in pair.values())
    }
    if not shown:
        return []
    order = sorted(shown, key=lambda one: -_most(shown[one]))
    found = [row for pair in shown.values() for row in pair.values()]
    names = [
        message("capacity-column-school-place"),
        *(message(f"capacity-plan-{p}") for p in plans),
    ]
    return [
        Table(
            section="activities",
            heading=message("capacity-ways-heading"),
            caption=caption("capacity-ways-heading", found),
            columns=(*names, message("capacity-column-minutes")),
            rows=tuple(_way(school, shown[school], plans) for school in order),
            remarks=(message("capacity-ways-remark", few=Number(FEW, decimals=0, kind="label")),),
        )
    ]


def _most(pair: dict[str, Row]) -> float:
    return max(finite(row["pupils"]) or 0.0 for row in pair.values())


def _way(school: str, pair: dict[str, Row], plans: list[str]) -> tuple[Any, ...]:
    known = next(iter(pair.values()))
    cells = [_pupils(pair.get(plan)) for plan in plans]
    return (PlaceName(school), *cells, minutes(known["minutes"], "minutes", known))


def _pupils(row: Row | None) -> Number | Message | None:
    """Return pupils on one way; of a few counted ones only that they are few."""
    known = None if row is None else finite(row["pupils"])
    if known is None:
        return None
    if 0 < known < FEW and row["status"] != SIMULATED:
        return message("capacity-few", few=Number(FEW, decimals=0, kind="label"))
    return people(known, "pupils_travelling", row)


def _schools(study: Study, place: str) -> list[Block]:
    found = rows_of(study.tables("schools"), place=place)
    if not found:
        return [Sentences(section="activities", messages=(message("capacity-no-school"),))]
    names = ("programme", "places", "groups", "planned", "planned-groups", "step")
    return [
        Table(
            section="activities",
            heading=message("capacity-own-schools"),
            caption=caption("capacity-own-schools", found),
            columns=tuple(message(f"capacity-column-{name}") for name in names),
            rows=tuple(school_cells(row, with_place=False) for row in found),
            remarks=(message("capacity-schools-remark"),),
        )
    ]


def _homes_table(study: Study, homes: set[str]) -> list[Block]:
    """Return the municipalities of a region side by side, by the plan."""
    found = [row for row in rows_of(study.tables("travel"), plan=PLANNED) if row["home"] in homes]
    if not found:
        return []
    unmet = study.tables("unmet")
    names = ("place", "then", "without-free", "without-planned", "minutes", "within-45")
    return [
        Table(
            section="activities",
            heading=message("capacity-homes-heading"),
            caption=caption("capacity-homes-heading", found),
            columns=tuple(message(f"capacity-column-{name}") for name in names),
            rows=tuple(_home(study, unmet, row) for row in found),
        )
    ]


def _home(study: Study, unmet: Any, row: Row) -> tuple[Any, ...]:
    home = row["home"]
    about = {**row, "place": home}
    without = (
        people(without_place(unmet, plan, home), f"without_place_{plan}", about)
        for plan in (FREE, PLANNED)
    )
    return (
        PlaceName(home),
        _young(study, {home}, "central", study.about["year"]),
        *without,
        minutes(row["mean_minutes"], "mean_minutes", about),
        share(row["within_45"], "within_45", about),
    )
