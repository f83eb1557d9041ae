"""Digits are those of the Unicode locale data, as Babel writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from impact.report.message import Number
from impact.report.numbers import LOCALES, MINUS, NO_BREAK, decimals, digits, plural_value

VALUES = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)


def by_babel(value: float, places: int, language: str) -> str:
    pattern = "#,##0" + ("." + "0" * places if places > 0 else "")
    value = round(value, places) if places < 0 else value
    text = format_decimal(Decimal(repr(float(value))), format=pattern, locale=LOCALES[language])
    text = text.replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK).replace(" ", NO_BREAK)
    text = text.replace("-", MINUS)
    return text if set(text) & set("123456789") else text.removeprefix(MINUS)


@given(value=VALUES, places=st.integers(-4, 6), language=st.sampled_from(sorted(LOCALES)))
def test_digits_are_written_as_the_locale_data_says(
    value: float, places: int, language: str
) -> None:
    assert digits(value, places, language) == by_babel(value, places, language)


@pytest.mark.parametrize("language", sorted(LOCALES))
@pytest.mark.parametrize("value", [0.05, 0.15, 0.25, 2.5, 1234.5, 999.95, 999999.5, -0.04, -0.0])
def test_halves_are_rounded_to_even_digits_as_before(value: float, language: str) -> None:
    for places in (0, 1):
        assert digits(value, places, language) == by_babel(value, places, language)


def test_a_sign_is_printed_of_what_is_not_nought() -> None:
    assert digits(1234.56, 1, "sv", signed=True) == f"+1{NO_BREAK}234,6"
    assert digits(-1234.56, 1, "en", signed=True) == f"{MINUS}1,234.6"
    assert digits(0.04, 1, "fi", signed=True) == digits(-0.04, 1, "fi", signed=True) == "0,0"


@given(value=st.floats(min_value=1e-3, max_value=1e3).map(lambda value: round(value, 3)))
def test_a_difference_prints_as_nought_only_without_any_digit_to_show(value: float) -> None:
    number = Number(value, unit="percent", signed=True)
    text = digits(value, decimals(number, 1), "en", signed=True)
    assert bool(set(text) & set("123456789")) == (value >= 0.001)


@pytest.mark.parametrize("value", [0.05, -0.05, 0.005])
def test_half_of_the_last_digit_is_shown_with_one_digit_more(value: float) -> None:
    places = decimals(Number(value, unit="percent", kind="change"), 1)
    assert abs(float(digits(value, places, "en").replace(MINUS, "-"))) == abs(value)


@pytest.mark.parametrize("value", [0.05, 0.15, 0.95, 1.05, 82.45, 2.5, -0.05])
@pytest.mark.parametrize("places", [0, 1])
def test_plural_rules_see_the_figure_that_is_printed(value: float, places: int) -> None:
    printed = digits(value, places, "en").replace(MINUS, "-")
    assert abs(plural_value(value, places)) == abs(Decimal(printed))
