"""Places by code and by name, in every language."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact import places
from impact.errors import UnknownName

ALL = places.places()


def test_there_are_955_municipalities() -> None:
    counts = {country: len(places.places(country)) for country in places.COUNTRIES}
    assert counts == {"FI": 308, "NO": 357, "SE": 290}
    assert len(ALL) == 955


def test_places_are_sorted_by_code() -> None:
    assert [one.code for one in ALL] == sorted(one.code for one in ALL)


def test_every_place_is_found_by_its_code_and_by_its_names_within_its_country() -> None:
    for one in ALL:
        assert places.place(one.code) == one
        for name in (*one.names.values(), *one.also_known_as):
            assert name.strip() == name and name
            try:
                assert places.place(name.upper(), country=one.country) == one
            except UnknownName as error:
                assert one.code in str(error)


@given(st.sampled_from(ALL), st.sampled_from(["sv", "fi", "nb", "en", "xx", ""]))
def test_a_name_is_never_empty_whatever_the_language(one, language) -> None:
    assert one.name(language)


def test_finnish_places_have_the_name_of_the_language_asked_for() -> None:
    assert places.place("FI-091").name("sv") == "Helsingfors"
    assert places.place("FI-091").name("fi") == "Helsinki"
    assert places.place("FI-091").name("en") == "Helsinki"
    assert places.place("FI-598").name("en") == "Jakobstad"
    assert places.place("FI-478").name("fi") == "Maarianhamina"


def test_languages_of_finnish_municipalities_as_statistics_finland_counts_them() -> None:
    found = [" ".join(one.languages) for one in places.places("FI")]
    assert {kind: found.count(kind) for kind in set(found)} == {
        "fi": 259,
        "fi sv": 18,
        "sv fi": 15,
        "sv": 16,
    }


def test_akaa_is_not_printed_as_ackas_but_found_by_it() -> None:
    assert places.place("Ackas").name("sv") == "Akaa"


def test_a_place_with_several_official_names_is_printed_in_norwegian_and_found_by_all() -> None:
    for name in ("Gáivuotna - Kåfjord - Kaivuono", "Gáivuotna", "Kaivuono", "kåfjord"):
        assert places.place(name).code == "NO-5540"
    assert places.place("NO-5540").name("nb") == "Kåfjord"


def test_a_name_that_several_share_needs_the_code() -> None:
    with pytest.raises(UnknownName, match=r"NO-1515 \(Møre og Romsdal\), NO-1818 \(Nordland\)"):
        places.place("Herøy")
    with pytest.raises(UnknownName, match="SE-1281"):
        places.place("Lund")
    assert places.place("Lund", country="SE").code == "SE-1281"


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    with pytest.raises(UnknownName, match="Malmö"):
        places.place("Malmo")


def test_regions_hold_their_municipalities() -> None:
    assert len(places.region("SE-12").members) == 33
    assert len(places.region("SE-06").members) == 13
    assert len(places.region("SE-10").members) == 5
    assert len(places.region("NO-40").members) == 17
    assert len(places.region("NO-56").members) == 18
    everyone = [code for one in places.regions() for code in one.members]
    assert sorted(everyone) == [one.code for one in ALL]
    assert places.places(region="SE-10") == tuple(map(places.place, places.region("SE-10").members))


def test_names_of_regions_and_countries_by_language() -> None:
    assert places.name_of("SE-06", "sv") == "Jönköpings län"
    assert places.name_of("SE-06", "en") == "Jönköping County"
    assert places.name_of("FI-02", "sv") == "Egentliga Finland"
    assert places.name_of("FI-02", "fi") == "Varsinais-Suomi"
    assert places.name_of("NO-55", "nb") == "Troms"
    assert places.country_name("NO", "fi") == "Norja"
    assert places.name_of("FI", "sv") == "Finland"
    assert places.name_of("SE-0604", "sv") == "Aneby"
    for one in places.regions():
        assert all(one.name(language) for language in ("sv", "fi", "nb", "en"))


@pytest.mark.parametrize("code", ["SE-99", "XX", "SE-9999", "FI-588", ""])
def test_an_unknown_code_has_no_name(code) -> None:
    with pytest.raises(UnknownName):
        places.name_of(code, "en")


def test_levels_are_seen_from_the_code() -> None:
    levels = [places.level_of(code) for code in ("NO", "NO-40", "NO-0301", "FI-091")]
    assert levels == ["country", "region", "municipality", "municipality"]


def test_unknown_countries_and_regions_are_refused() -> None:
    for call in (
        lambda: places.places("DK"),
        lambda: places.places(region="SE-99"),
        lambda: places.regions("DK"),
        lambda: places.country_of("DK-101"),
    ):
        with pytest.raises(UnknownName):
            call()


def test_looking_up_a_place_loads_no_pandas() -> None:
    program = "import sys; from impact import places; places.place('SE-0604'); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"pandas", "numpy", "pyarrow"} & set(loaded)
