"""The first page of a batch: every report, by map, by list and by search."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from impact.report import names
from impact.report.html import style
from impact.report.language import LANGUAGES, Language
from impact.report.page import template

MAP_WIDTH = 400
KINDS = {
    "assessment": "index-assessments",
    "evaluation": "index-evaluations",
    "capacity": "index-capacities",
}
"""Kinds of studies with the heading they stand under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report of a batch.

    Parameters
    ----------
    place
        Code of the municipality, region or country.
    files
        Addresses of the report by language, relative to the index page.
    headline
        The report's headline by language, as plain text; may be empty.
    counts
        How many figures, findings or goals it has; kept as data attributes.
    """

    place: str
    files: Mapping[str, str]
    headline: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyEntry:
    """An assessment, evaluation or capacity study of a batch.

    Parameters
    ----------
    kind
        assessment, evaluation or capacity; those of a kind stand together.
    title
        Its title by language.
    files
        Addresses of its report by language, relative to the index page.
    headline
        The report's headline by language, as plain text; may be empty.
    example
        Whether it is an example and no decision of anybody.
    """

    title: Mapping[str, str]
    files: Mapping[str, str]
    kind: str = "assessment"
    headline: Mapping[str, str] = field(default_factory=dict)
    example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report that could not be made, and why; of a place, or of a study with a title."""

    reason: str
    place: str = ""
    title: Mapping[str, str] = field(default_factory=dict)


def html(
    entries: Sequence[Entry],
    language: Language,
    *,
    title: str,
    year: int,
    region: Entry | None = None,
    studies: Sequence[StudyEntry] = (),
    failures: Sequence[Failure] = (),
    links: Mapping[str, str] | None = None,
) -> str:
    """Return the index page of a batch in one language.

    Parameters
    ----------
    entries
        One per report made.
    language
        The reader's language; a report not in it is linked in its first language.
    title
        Name of the batch, for instance a region's name.
    year
        Report year.
    region
        The region's own report, when there is one.
    studies
        The batch's assessments, evaluations and capacity studies.
    failures
        Reports that could not be made; they are named, never left out in silence.
    links
        This page in other languages.
    """
    ordered = sorted(entries, key=lambda e: language.sort_key(language.place(e.place)))
    box, areas = _map(ordered, language)
    return template("index.html").render(
        language=language.code,
        word=language.word,
        style=Markup(style()),
        title=title,
        year=year,
        rows=[_row(entry, language) for entry in ordered],
        region=_row(region, language) if region else None,
        studies=_by_kind(studies, language),
        failures=[(_name(failure, language), failure.reason) for failure in failures],
        areas=areas,
        box=box,
        links=_links(links or {}, language),
    )


def _name(failure: Failure, language: Language) -> str:
    if failure.title:
        return names.in_language(failure.title, language.code)[0]
    return language.place(failure.place)


def _by_kind(studies: Sequence[StudyEntry], language: Language) -> list[tuple]:
    """Return the kinds of studies there are, each with its heading and its studies."""
    return [
        (kind, language.word(heading), [_study(one, language) for one in found])
        for kind, heading in KINDS.items()
        if (found := [one for one in studies if one.kind == kind])
    ]


def _study(study: StudyEntry, language: Language) -> dict:
    title, spoken = names.in_language(study.title, language.code)
    headline, headline_spoken = names.in_language(study.headline, language.code)
    return _addresses(study.files, language) | {
        "title": title,
        "spoken": spoken,
        "headline": headline,
        "headline_spoken": headline_spoken,
        "example": study.example,
    }


def _addresses(files: Mapping[str, str], language: Language) -> dict:
    code = language.code if language.code in files else next(iter(files))
    others = [(c, language.word(f"language-{c}"), files[c]) for c in files if c != code]
    return {"address": files[code], "code": code, "others": others}


def _row(entry: Entry, language: Language) -> dict:
    headline, spoken = names.in_language(entry.headline, language.code)
    known = {language.place(entry.place), *(names.place_name(entry.place, c) for c in LANGUAGES)}
    return _addresses(entry.files, language) | {
        "name": language.place(entry.place),
        "search": " ".join(sorted(known)).casefold(),
        "headline": _without_name(headline, known),
        "spoken": spoken,
        "counts": entry.counts,
    }


def _without_name(headline: str, known: Iterable[str]) -> str:
    """Return a headline without the name it begins with, which stands above it as the link."""
    name, colon, rest = headline.partition(": ")
    return rest[:1].upper() + rest[1:] if colon and name in known else headline


def _links(links: Mapping[str, str], language: Language) -> list[tuple[str, str, str | None]]:
    here = language.code
    shown = [code for code in LANGUAGES if code in links]
    return [(c, language.word(f"language-{c}"), None if c == here else links[c]) for c in shown]


def _project(entries: Sequence[Entry]) -> dict[str, list[list[tuple[float, float]]]]:
    """Return outlines on a flat map: x grows eastward, y southward, in degrees of latitude."""
    outlines = {entry.place: names.boundary(entry.place) for entry in entries}
    latitudes = [y for rings in outlines.values() for ring in rings for _, y in ring]
    if not latitudes:
        return {}
    narrow = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
    return {
        place: [[(x * narrow, -y) for x, y in ring] for ring in rings]
        for place, rings in outlines.items()
    }


def _frame(shapes: Mapping[str, list]) -> tuple[float, float, float, float]:
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    if not points:
        return 0.0, 0.0, 1.0, 1.0
    across, down = zip(*points, strict=True)
    width = max(across) - min(across) or 1.0
    return min(across), min(down), MAP_WIDTH / width, (max(down) - min(down)) * MAP_WIDTH / width


def _map(entries: Sequence[Entry], language: Language) -> tuple[str, list[dict]]:
    """Return the map's view box and its areas with their addresses."""
    shapes = _project(entries)
    left, top, scale, height = _frame(shapes)

    def path(rings: list[list[tuple[float, float]]]) -> str:
        moved = (
            " ".join(f"{(x - left) * scale:.1f},{(y - top) * scale:.1f}" for x, y in ring)
            for ring in rings
        )
        return "".join(f"M{points}Z" for points in moved)

    rows = ((entry, _row(entry, language)) for entry in entries if shapes.get(entry.place))
    areas = [
        {"name": row["name"], "address": row["address"], "path": path(shapes[entry.place])}
        for entry, row in rows
    ]
    return f"0 0 {MAP_WIDTH} {height:.0f}", areas
