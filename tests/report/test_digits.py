"""Digits are those of the Unicode locale data, as Babel writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from impact.report.numbers import LOCALES, MINUS, NO_BREAK, digits

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
