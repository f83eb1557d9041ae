"""Commands that list what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from impact.cli.shown import (
    FAILED,
    WRONG_USE,
    Country,
    NameLanguage,
    in_language,
    plain_errors,
    print_table,
)

if TYPE_CHECKING:
    from impact.evidence import Parameter


def places(
    country: Country = None,
    region: Annotated[str | None, typer.Option(help="Code, such as SE-06.")] = None,
    search: Annotated[str, typer.Option(help="Part of a name.")] = "",
) -> None:
    """List municipalities: code, names, region, languages of their reports."""
    from impact import places as register

    with plain_errors(WRONG_USE):
        found = register.places(country.upper() if country else None, region)
        wanted = search.casefold()
        rows = [
            (
                place.code,
                " / ".join(dict.fromkeys(place.names.values())),
                register.name_of(place.region, place.languages[0]),
                " ".join(place.languages),
            )
            for place in found
            if any(wanted in name.casefold() for name in place.names.values())
        ]
    print_table(("code", "name", "region", "languages"), rows)


def indicators(
    country: Country = None,
    area: Annotated[str | None, typer.Option(help="Such as learning or well_being.")] = None,
    lang: NameLanguage = "en",
) -> None:
    """List indicators: id, name, area, unit, which way is better, what certainty rests on."""
    from impact import catalogue
    from impact.errors import UnknownName

    lang = in_language(lang)
    with plain_errors(WRONG_USE):
        if area is not None and area not in catalogue.AREAS:
            raise UnknownName(
                "area", area, catalogue.AREAS, f"Areas: {', '.join(catalogue.AREAS)}."
            )
        found = catalogue.indicators(country.upper() if country else None, area)
        rows = [
            (
                one.id,
                one.name.get(lang) or one.name["en"],
                one.area,
                one.unit,
                one.polarity,
                one.uncertainty.basis,
            )
            for one in found
        ]
    print_table(("id", "name", "area", "unit", "better", "uncertainty"), rows)


def snapshots() -> None:
    """List the dated sets of figures that reports are made of."""
    from impact import store

    with plain_errors(FAILED):
        rows = [
            (one.id, one.vintage, str(sum(file["rows"] for file in one.files.values())), one.title)
            for one in store.snapshots()
        ]
    print_table(("id", "read on", "rows", "title"), rows)


def evidence(
    scenario: Annotated[
        bool, typer.Option("--scenario", help="Only what may stand in a scenario alone.")
    ] = False,
    lang: NameLanguage = "en",
) -> None:
    """List the effects known from studies, or everything wrong with the library of them."""
    from impact.evidence import library

    lang = in_language(lang)
    with plain_errors(FAILED):
        found = library().parameters(scenario=True if scenario else None)
    rows = [
        (
            one.id,
            one.name.get(lang) or one.name["en"],
            one.outcome.get(lang) or one.outcome["en"],
            one.measure,
            f"{one.central:g}",
            _interval(one),
            one.unit,
            one.causal,
            "scenario only" if one.scenario_only else "",
        )
        for one in found
    ]
    headings = ("id", "name", "outcome", "measure", "value", "interval", "unit", "causal", "use")
    print_table(headings, rows)


def _interval(parameter: Parameter) -> str:
    if parameter.lower is None or parameter.upper is None:
        return ""
    return f"{parameter.lower:g} to {parameter.upper:g}"


def frameworks(lang: NameLanguage = "en") -> None:
    """List the frameworks an assessment can follow, and how much of each rests on a text read."""
    from impact.frameworks import frameworks as presets

    lang = in_language(lang)
    with plain_errors(FAILED):
        rows = [
            (
                one.id,
                one.name.get(lang) or one.name["en"],
                one.country,
                one.language,
                f"{sum(part.basis == 'read' for part in one.parts)} of {len(one.parts)}",
            )
            for one in presets()
        ]
    print_table(("id", "name", "country", "original", "parts read"), rows)


def register() -> None:
    """List what was predicted or planned, and on which day; refuse a register that was altered."""
    from impact import store

    with plain_errors(FAILED):
        rows = [
            (one.date, one.kind, one.study, one.digest[:8], one.previous[:8])
            for one in store.registered()
        ]
    print_table(("date", "kind", "study", "entry", "entry before"), rows)
