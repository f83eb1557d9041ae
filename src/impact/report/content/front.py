"""Title, headline and standing of the figures of a municipality's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Front
from impact.report.content.numbers import count, reference_name
from impact.report.message import Argument, Day, Message, PlaceName, Year, message

if TYPE_CHECKING:
    from impact.overviews import Overview, PlaceFigures

FEW_INDICATORS = 4


def front(figures: Overview, place: str, *, historical: bool = False) -> Front:
    """Return the front of a municipality's report.

    Parameters
    ----------
    figures
        The country's overview.
    place
        Code of the municipality.
    historical
        The figures are of another time; every page says so.
    """
    here = figures.at(place)
    return Front(
        section="front",
        subject=PlaceName(place),
        kind="municipality",
        year=figures.year,
        data_until=here.newest_vintage or figures.newest_vintage,
        headline=_headline(here, figures),
        notes=tuple(notes(figures, here, historical)),
    )


def notes(figures: Overview, here: PlaceFigures, historical: bool) -> list[Message]:
    """Return the banners that every page of the report carries."""
    found = []
    if historical and here.newest_year:
        found.append(message("note-historical", year=Year(here.newest_year)))
    if here.simulated:
        found.append(message("note-simulated"))
    if 0 < len(here.latest) < FEW_INDICATORS:
        number = count(len(here.latest), "indicators")
        found.append(message("note-thin", indicators=number, place=PlaceName(here.place)))
    if here.latest:
        found.append(read_between(here.oldest_vintage, here.newest_vintage))
    return found


def read_between(oldest: str, newest: str) -> Message:
    """Return when the figures were read at their sources."""
    if oldest == newest:
        return message("note-snapshot", date=Day(newest))
    return message("note-snapshots", first=Day(oldest), last=Day(newest))


def _headline(here: PlaceFigures, figures: Overview) -> Message:
    against = reference_name(figures.country, figures.reference_kind())
    names = {"place": PlaceName(here.place), "reference_name": against}
    if not here.latest:
        return message("headline-no-figures", place=names["place"])
    compared = here.count_findings("comparison")
    better, worse = compared["better"], compared["worse"]
    numbers = {
        "tested": count(here.tested("comparison"), "tested"),
        "better": count(better, "better"),
        "worse": count(worse, "worse"),
    }
    if better and worse:
        return message("headline-both", **names, **numbers)
    if better:
        return message("headline-better", **names, **numbers)
    if worse:
        return message("headline-worse", **names, **numbers)
    return _headline_without_differences(here, names)


def _headline_without_differences(here: PlaceFigures, names: dict[str, Argument]) -> Message:
    changed = len({row["indicator"] for row in here.findings if row["kind"] != "comparison"})
    if changed:
        return message("headline-trends", **names, trends=count(changed, "trends"))
    if here.tested():
        return message("headline-none", **names)
    return message("headline-untestable", place=names["place"])
