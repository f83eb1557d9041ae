"""Digits, units, plurals, dates and arguments of sentences in four languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.errors import InvalidInput, UnknownName
from impact.report.language import LANGUAGES, language
from impact.report.message import (
    Day,
    IndicatorName,
    LocalWords,
    Number,
    PlaceName,
    Verdict,
    Year,
    message,
    words,
)
from impact.report.parts import Foreign, Printed

NBSP, MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("sv", f"{MINUS}1{NBSP}234,5"),
        ("fi", f"{MINUS}1{NBSP}234,5"),
        ("nb", f"{MINUS}1{NBSP}234,5"),
        ("en", f"{MINUS}1,234.5"),
    ],
)
def test_digits_follow_the_language(code: str, expected: str) -> None:
    assert language(code).digits(-1234.5, 1) == expected


@pytest.mark.parametrize(
    ("code", "percent", "points", "rate"),
    [
        ("sv", f"84,1{NBSP}%", f"{MINUS}0,8 procentenheter", f"3,2 per 1{NBSP}000"),
        ("fi", f"84,1{NBSP}%", f"{MINUS}0,8 prosenttiyksikköä", f"3,2 / 1{NBSP}000"),
        ("nb", f"84,1{NBSP}%", f"{MINUS}0,8 prosentpoeng", f"3,2 per 1{NBSP}000"),
        ("en", "84.1%", f"{MINUS}0.8 percentage points", "3.2 per 1,000"),
    ],
)
def test_units_follow_the_language(code: str, percent: str, points: str, rate: str) -> None:
    reader = language(code)
    assert reader.number(Number(84.12, "percent")) == percent
    assert reader.number(Number(-0.8, "percent", statistic="slope")) == points
    assert reader.number(Number(3.2, "per_1000")) == rate


def test_a_change_of_percent_is_percentage_points_with_its_sign() -> None:
    change = Number(1.0, "percent", kind="change", signed=True, decimals=0)
    assert language("en").number(change) == "+1 percentage point"
    assert language("sv").number(change) == "+1 procentenhet"
    assert language("fi").number(change) == "+1 prosenttiyksikkö"


def test_a_small_change_never_prints_as_zero_but_a_zero_has_no_sign() -> None:
    small = Number(-0.004, "percent", kind="change", signed=True)
    assert language("en").number(small) == f"{MINUS}0.004 percentage points"
    assert language("en").number(Number(-0.0001, "percent")) == "0.0%"


@pytest.mark.parametrize("code", LANGUAGES)
@given(value=st.floats(-1e7, 1e7), places=st.integers(0, 3))
def test_digits_hold_no_breaking_space_and_no_hyphen(code: str, value: float, places: int) -> None:
    text = language(code).digits(value, places)
    assert " " not in text and "-" not in text
    point = "." if code == "en" else ","
    assert len(text.partition(point)[2]) == places


def test_a_figure_that_is_not_there_says_why() -> None:
    assert language("sv").number(Number(None, status="suppressed")) == "skyddad"
    assert language("nb").number(Number(None, status="missing")) == "mangler"
    assert language("fi").number(Number(None)) == "–"


def test_plurals_follow_the_printed_figure() -> None:
    one, many = Number(1.0), Number(4.0)
    assert language("en").plain(message("activities-no-follow-up", count=one)).startswith("One ")
    assert language("sv").plain(message("activities-no-follow-up", count=many)).startswith("4 ")


def test_years_are_plain_and_dates_written_out() -> None:
    assert language("sv").plain(message("row-note-old", year=Year(2024))).endswith("från 2024.")
    assert "12. desember 2024" in language("nb").plain(
        message("note-snapshot", date=Day("2024-12-12"))
    )
    assert "12. joulukuuta 2024" in language("fi").plain(
        message("note-snapshot", date=Day("2024-12-12"))
    )


def test_arguments_stay_apart_from_the_sentence() -> None:
    hostile = words("{ $place } <b> \ue000", "sv")
    sentence = message("goal-reason-own", reason=hostile)
    assert language("sv").plain(sentence) == "{ $place } <b> \ue000"


def test_a_nested_message_keeps_its_figures() -> None:
    inner = message("changes-count", year=Year(2023), new=Number(3.0), revised=Number(0.0),
                    withdrawn=Number(0.0))  # fmt: skip
    parts = language("sv").text(message("track-against", finding=inner))
    assert [part.text for part in parts if isinstance(part, Printed)] == ["3", "0", "0"]


def test_an_indicator_without_the_readers_language_is_marked_as_english() -> None:
    (part,) = language("fi").indicator("kolada:N15428")
    assert part == Foreign("Qualified for a vocational programme, grade 9", "en")


def test_local_words_take_the_readers_language_else_the_first() -> None:
    texts = LocalWords({"fi": "Tavoite", "sv": "Mål"})
    assert language("sv").local_words(texts) == ("Mål",)
    assert language("nb").local_words(texts) == (Foreign("Tavoite", "fi"),)


def test_a_missing_message_and_a_missing_argument_are_errors() -> None:
    with pytest.raises(UnknownName, match=r"finding-bettr.*finding-better"):
        language("sv").text(message("finding-bettr"))
    with pytest.raises(InvalidInput, match="finding-better"):
        language("sv").text(message("finding-better", indicator=IndicatorName("kolada:N15428")))
    with pytest.raises(UnknownName, match="'de'"):
        language("de")
    with pytest.raises(UnknownName, match="verdict"):
        language("sv").verdict(Verdict("comparison", "best"))


def test_swedish_and_norwegian_alphabets_end_differently() -> None:
    names = ["Åmål", "Örebro", "Ängelholm"]
    assert sorted(names, key=language("sv").sort_key) == ["Åmål", "Ängelholm", "Örebro"]
    names = ["Ål", "Østre Toten", "Ærø"]
    assert sorted(names, key=language("nb").sort_key) == ["Ærø", "Østre Toten", "Ål"]


def test_a_place_stands_in_the_nominative() -> None:
    text = language("fi").text(message("headline-no-figures", place=PlaceName("SE-0604")))
    assert text[0] == "Aneby"
