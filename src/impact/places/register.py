"""The register of today's municipalities and regions, read from data/places.csv and regions.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from impact.errors import UnknownName
from impact.folders import data_folder

COUNTRIES = ("FI", "NO", "SE")
LANGUAGES = ("sv", "fi", "nb", "en")
OWN_LANGUAGES = {"FI": ("fi", "sv"), "NO": ("nb",), "SE": ("sv",)}


@dataclass(frozen=True, slots=True)
class Place:
    """One municipality of today.

    Parameters
    ----------
    code
        Country and municipality code, such as ``SE-0680``.
    country
        ``FI``, ``NO`` or ``SE``.
    region
        Code of the county or region, such as ``SE-06``.
    names
        Name by language, in the nominative, for the languages in which it has a name of its own.
    languages
        Official languages of the municipality, that of the majority first.
    also_known_as
        Further names that a look-up accepts, such as Sami and parallel names.
    in_force_since
        First year of this code, or None when it is older than the table of code changes.
    """

    code: str
    country: str
    region: str
    names: Mapping[str, str] = field(hash=False)
    languages: tuple[str, ...]
    also_known_as: tuple[str, ...] = ()
    in_force_since: int | None = None

    def name(self, language: str) -> str:
        """Return the name in a language, else in the municipality's own first language."""
        return self.names.get(language) or self.names[self.languages[0]]


@dataclass(frozen=True, slots=True)
class Region:
    """One county or region and the municipalities in it.

    Parameters
    ----------
    code
        Country and region code, such as ``FI-01``.
    country
        ``FI``, ``NO`` or ``SE``.
    names
        Name by language where one is known.
    members
        Codes of the municipalities, sorted.
    """

    code: str
    country: str
    names: Mapping[str, str] = field(hash=False)
    members: tuple[str, ...]

    def name(self, language: str) -> str:
        """Return the name in a language, else in the country's own first language."""
        return _own_name(self.names, self.country, language)


@dataclass(frozen=True, slots=True)
class _Register:
    places: Mapping[str, Place]
    regions: Mapping[str, Region]
    countries: Mapping[str, Mapping[str, str]]
    by_name: Mapping[str, frozenset[str]]


def place(code_or_name: str, *, country: str | None = None) -> Place:
    """Return the municipality with this code, or with this name when only one has it.

    Parameters
    ----------
    code_or_name
        A code such as ``SE-0680``, or a name in any language, capital letters or not.
    country
        Look for the name in this country only; needed for names that two countries share.

    Returns
    -------
    Place

    Raises
    ------
    UnknownName
        No municipality has the code or name, or several share the name; the message names
        the nearest ones or all that share it.
    """
    register = _register()
    wanted = str(code_or_name).strip()
    found = register.places.get(wanted) or register.places.get(wanted.upper())
    if found is not None:
        return found
    codes = {
        code
        for code in register.by_name.get(_folded(wanted), ())
        if country in (None, register.places[code].country)
    }
    if len(codes) == 1:
        return register.places[next(iter(codes))]
    if codes:
        choices = ", ".join(
            f"{code} {_described(register.places[code], wanted)}" for code in sorted(codes)
        )
        raise UnknownName("place", wanted, (), f"Several have that name: {choices}. Use the code.")
    raise UnknownName("place", wanted, _known(register), "Codes are in data/places.csv.")


def places(country: str | None = None, region: str | None = None) -> tuple[Place, ...]:
    """Return municipalities sorted by code, all of them or those of a country or region."""
    register = _register()
    if country is not None:
        _check_country(country)
    if region is not None and region not in register.regions:
        raise UnknownName("region", region, register.regions)
    return tuple(
        found
        for found in register.places.values()
        if country in (None, found.country) and region in (None, found.region)
    )


def region(code: str) -> Region:
    """Return the county or region with this code.

    Raises
    ------
    UnknownName
        No region has the code.
    """
    known = _register().regions
    if code not in known:
        raise UnknownName("region", code, known, "Codes are in data/regions.csv.")
    return known[code]


def regions(country: str | None = None) -> tuple[Region, ...]:
    """Return counties or regions sorted by code, all of them or those of a country."""
    if country is not None:
        _check_country(country)
    return tuple(
        found for found in _register().regions.values() if country in (None, found.country)
    )


def country_name(country: str, language: str) -> str:
    """Return the name of a country in a language."""
    _check_country(country)
    return _own_name(_register().countries[country], country, language)


def name_of(code: str, language: str) -> str:
    """Return the name of a municipality, region or country by its code.

    Raises
    ------
    UnknownName
        Nothing has the code.
    """
    register = _register()
    if code in register.countries:
        return country_name(code, language)
    if code in register.regions:
        return register.regions[code].name(language)
    if code in register.places:
        return register.places[code].name(language)
    raise UnknownName("place", code, _known(register), "Codes are in data/places.csv.")


def country_of(code: str) -> str:
    """Return the country of a municipality, region or country code.

    Raises
    ------
    UnknownName
        The code does not begin with a known country.
    """
    country = code.partition("-")[0]
    _check_country(country)
    return country


def level_of(code: str) -> str:
    """Return ``country``, ``region`` or ``municipality``, judged by the form of the code."""
    digits = code.partition("-")[2]
    if not digits:
        return "country"
    return "region" if len(digits) == 2 else "municipality"


def is_known(code: str) -> bool:
    """Say whether a code is one of today's municipalities, regions or countries."""
    register = _register()
    return code in register.places or code in register.regions or code in register.countries


def _own_name(names: Mapping[str, str], country: str, language: str) -> str:
    for candidate in (language, *OWN_LANGUAGES[country]):
        if names.get(candidate):
            return names[candidate]
    raise UnknownName("language", language, LANGUAGES)


def _described(found: Place, wanted: str) -> str:
    inside = _register().regions[found.region].name(found.languages[0])
    return f"({inside})" if inside else wanted


def _check_country(country: str) -> None:
    if country not in COUNTRIES:
        raise UnknownName("country", country, COUNTRIES, f"Countries are {', '.join(COUNTRIES)}.")


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _known(register: _Register) -> list[str]:
    names = {name for found in register.places.values() for name in found.names.values()}
    return [*register.places, *sorted(names)]


def _register() -> _Register:
    return _read(data_folder())


@lru_cache(maxsize=4)
def _read(folder: Path) -> _Register:
    found = {entry.code: entry for entry in _places(folder / "places.csv")}
    areas = {row["code"]: row for row in _rows(folder / "regions.csv")}
    members: dict[str, list[str]] = {}
    for entry in found.values():
        members.setdefault(entry.region, []).append(entry.code)
    regions = {
        code: Region(code, row["country"], _names(row), tuple(members.get(code, ())))
        for code, row in areas.items()
        if row["country"]
    }
    countries = {code: _names(row) for code, row in areas.items() if not row["country"]}
    return _Register(
        MappingProxyType(found),
        MappingProxyType(regions),
        MappingProxyType(countries),
        MappingProxyType(_by_name(found)),
    )


def _places(path: Path) -> Iterator[Place]:
    for row in sorted(_rows(path), key=lambda row: row["code"]):
        yield Place(
            code=row["code"],
            country=row["country"],
            region=row["region"],
            names=_names(row),
            languages=tuple(row["languages"].split()),
            also_known_as=tuple(name for name in row["also_known_as"].split("; ") if name),
            in_force_since=int(row["in_force_since"]) if row["in_force_since"] else None,
        )


def _names(row: Mapping[str, str]) -> Mapping[str, str]:
    named = {language: row.get(f"name_{language}") or "" for language in LANGUAGES}
    return {language: name for language, name in named.items() if name}


def _by_name(found: Mapping[str, Place]) -> dict[str, frozenset[str]]:
    codes: dict[str, set[str]] = {}
    for entry in found.values():
        for name in (*entry.names.values(), *entry.also_known_as):
            codes.setdefault(_folded(name), set()).add(entry.code)
    return {name: frozenset(those) for name, those in codes.items()}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
