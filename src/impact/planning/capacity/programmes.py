"""Upper-secondary programmes of Sweden, and from when until when each takes new pupils."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from impact.errors import InvalidInput, UnknownName

KINDS = ("vocational", "preparatory", "introductory", "apprentice")
"""Apprentice is a vocational programme taught mostly at a workplace; the entry rule is the same."""
SCHOOL_YEARS = 3
"""School years of a national programme: so long does one run after its last new pupils."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One programme.

    Parameters
    ----------
    code
        Two letters, as in admission files.
    name_sv, name_en
        Names.
    kind
        One of `KINDS`; decides who may enter.
    first_autumn, last_autumn
        First and last autumn with new pupils; None when it still takes them.
    dimensioned
        The rule of 2023 on weighing young people's choice and labour-market need covers it.
    unconfirmed
        What of this was not read at its source; empty when all was.
    """

    code: str
    name_sv: str
    name_en: str
    kind: str
    first_autumn: int = 2011
    last_autumn: int | None = None
    dimensioned: bool = True
    unconfirmed: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise InvalidInput(f"programme {self.code}: kind '{self.kind}' is none of {KINDS}")

    def starts_in(self, year: int) -> bool:
        """Return whether the programme takes new pupils in the autumn of a year."""
        return self.first_autumn <= year and (self.last_autumn is None or year <= self.last_autumn)

    def runs_in(self, year: int) -> bool:
        """Return whether the programme has pupils in a calendar year."""
        last = None if self.last_autumn is None else self.last_autumn + SCHOOL_YEARS
        return self.first_autumn <= year and (last is None or year <= last)


def _vocational(code: str, name_sv: str, name_en: str, **more: object) -> Programme:
    return Programme(code=code, name_sv=name_sv, name_en=name_en, kind="vocational", **more)  # type: ignore[arg-type]


def _preparatory(code: str, name_sv: str, name_en: str) -> Programme:
    return Programme(code=code, name_sv=name_sv, name_en=name_en, kind="preparatory")


def _introductory(code: str, name_sv: str, name_en: str, **more: object) -> Programme:
    return Programme(code=code, name_sv=name_sv, name_en=name_en, kind="introductory", **more)  # type: ignore[arg-type]


PROGRAMMES: tuple[Programme, ...] = (
    _vocational("BA", "Bygg- och anläggningsprogrammet", "Building and construction"),
    _vocational("BF", "Barn- och fritidsprogrammet", "Child and recreation"),
    _vocational("EE", "El- och energiprogrammet", "Electricity and energy"),
    _preparatory("EK", "Ekonomiprogrammet", "Business management and economics"),
    _preparatory("ES", "Estetiska programmet", "Arts"),
    _vocational(
        "FR", "Frisör- och stylistprogrammet", "Hairdressing and styling",
        first_autumn=2023, unconfirmed="first autumn",
    ),
    _vocational(
        "FS", "Försäljnings- och serviceprogrammet", "Sales and service", first_autumn=2022
    ),
    _vocational("FT", "Fordons- och transportprogrammet", "Vehicle and transport"),
    _vocational("FX", "FX", "FX", dimensioned=False, unconfirmed="what the code stands for"),
    _vocational(
        "HA", "Handels- och administrationsprogrammet", "Business and administration",
        last_autumn=2021,
    ),
    _vocational("HT", "Hotell- och turismprogrammet", "Hotel and tourism"),
    _preparatory("HU", "Humanistiska programmet", "Humanities"),
    _vocational("HV", "Hantverksprogrammet", "Handicraft", unconfirmed="last autumn"),
    _introductory("IM", "Introduktionsprogram", "Introductory programmes", dimensioned=False),
    _introductory("IMA", "Individuellt alternativ", "Individual alternative", dimensioned=False),
    _introductory("IMS", "Språkintroduktion", "Language introduction", dimensioned=False),
    _introductory("IMV", "Programinriktat val", "Programme-oriented choice", first_autumn=2019),
    _introductory("IMY", "Yrkesintroduktion", "Vocational introduction"),
    _vocational("IN", "Industritekniska programmet", "Industrial technology"),
    _preparatory("NA", "Naturvetenskapsprogrammet", "Natural science"),
    _vocational("NB", "Naturbruksprogrammet", "Natural resource use"),
    _vocational("RL", "Restaurang- och livsmedelsprogrammet", "Restaurant and food"),
    _preparatory("SA", "Samhällsvetenskapsprogrammet", "Social science"),
    _vocational("SX", "SX", "SX", dimensioned=False, unconfirmed="what the code stands for"),
    _preparatory("TE", "Teknikprogrammet", "Technology"),
    _vocational("VF", "VVS- och fastighetsprogrammet", "Plumbing and building services"),
    _vocational("VO", "Vård- och omsorgsprogrammet", "Health and social care"),
)  # fmt: skip
"""All programmes in the order of their codes. HA became FS in the autumn of 2022; pupils who began
HA stay in it until they finish, so that both stand in price lists of 2023."""


def programme(code: str, programmes: tuple[Programme, ...] = PROGRAMMES) -> Programme:
    """Return a programme by its code.

    Parameters
    ----------
    code
        As in `PROGRAMMES`.
    programmes
        Another list, where one is used.

    Returns
    -------
    Programme
        The programme.

    Raises
    ------
    UnknownName
        No programme has this code.
    """
    for one in programmes:
        if one.code == code:
            return one
    raise UnknownName("programme", code, [one.code for one in programmes])


def programmes_in(
    year: int, programmes: tuple[Programme, ...] = PROGRAMMES
) -> tuple[Programme, ...]:
    """Return the programmes that take new pupils in the autumn of a year."""
    return tuple(one for one in programmes if one.starts_in(year))


def programme_table(programmes: tuple[Programme, ...] = PROGRAMMES) -> pd.DataFrame:
    """Return the programmes as a table.

    Parameters
    ----------
    programmes
        Another list, where one is used.

    Returns
    -------
    pandas.DataFrame
        `programme, name_sv, name_en, kind, first_autumn, last_autumn, dimensioned, unconfirmed`;
        `last_autumn` is missing while a programme still takes pupils.
    """
    rows = [
        (
            one.code, one.name_sv, one.name_en, one.kind, one.first_autumn, one.last_autumn,
            one.dimensioned, one.unconfirmed,
        )
        for one in programmes
    ]  # fmt: skip
    columns = [
        "programme", "name_sv", "name_en", "kind", "first_autumn", "last_autumn", "dimensioned",
        "unconfirmed",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(last_autumn=table["last_autumn"].astype("Int64"))
