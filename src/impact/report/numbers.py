"""Digits of figures in each language; units come from the language files."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date

from impact.report.message import Number

LOCALES = {"sv": "sv_SE", "fi": "fi_FI", "nb": "nb_NO", "en": "en_GB"}
DECIMALS = {
    "percent": 1,
    "per_1000": 1,
    "per_100000": 1,
    "count": 0,
    "number": 1,
    "points": 1,
    "years": 1,
    "euro": 0,
    "ratio": 2,
    "index": 1,
    "days": 1,
}
DIFFERENCES = frozenset({"slope", "slope_lower", "slope_upper", "difference", "change", "spread"})
MINUS = "\N{MINUS SIGN}"
SIGNS = ("+", MINUS)
"""They stand before everything, also before a currency."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def is_difference(number: Number) -> bool:
    """Tell whether a figure is a distance between two figures, so percent means points."""
    return number.signed or number.kind == "change" or number.statistic in DIFFERENCES


def decimals(number: Number, usual: int | None = None) -> int:
    """Return how many decimals a figure is printed with.

    A difference that would print as zero gets up to two more, so that a real change shows.
    """
    places = number.decimals
    if places is None:
        places = DECIMALS.get(number.unit, 1) if usual is None else usual
        if is_difference(number) and number.value:
            for extra in range(3):
                if _rounded(number.value, places + extra):
                    return places + extra
    return places


def digits(value: float, places: int, language: str, *, signed: bool = False) -> str:
    """Return the digits of a value: `1 234,5` with a no-break space and a true minus.

    Parameters
    ----------
    value
        The figure, unrounded and finite.
    places
        Digits after the separator; −3 rounds to thousands.
    language
        sv, fi, nb or en.
    signed
        Print a plus sign too.
    """
    value = round(value, places) if places < 0 else value
    plain = f"{_exactly(value):,.{max(places, 0)}f}"
    text = plain.translate(_symbols(language))
    is_zero = not plain.strip("-0.")
    if is_zero:
        return text.removeprefix(MINUS)
    return "+" + text if signed and value > 0 else text


@cache
def _symbols(language: str) -> dict[int, str]:
    """Return what stands for the comma, point and hyphen of Python's own digits."""
    known = Locale.parse(LOCALES[language]).number_symbols["latn"]
    group = known["group"].replace("\u202f", NO_BREAK).replace(" ", NO_BREAK)
    return str.maketrans({",": group, ".": known["decimal"], "-": MINUS})


def _exactly(value: float) -> Decimal:
    """Return the digits a figure is known by, not those of its binary form: 0.05, 82.45."""
    return Decimal(repr(float(value)))


def _rounded(value: float, places: int) -> Decimal:
    """Return a figure as `digits` prints it."""
    return Decimal(f"{_exactly(value):.{places}f}")


def plural_value(value: float, places: int) -> int | Decimal:
    """Return the figure as the reader sees it, for the plural rules of the language files."""
    if places <= 0:
        return round(round(value, places))
    return _rounded(value, places)


def date(day: str, language: str) -> str:
    """Return a date written out, `12 december 2024`; a month or a year when that is all."""
    from datetime import date as calendar_date

    if len(day) == len("YYYY"):
        return day
    if len(day) == len("YYYY-MM"):
        month = calendar_date.fromisoformat(f"{day}-01")
        return format_date(month, "LLLL y", locale=LOCALES[language])
    pattern = "d. MMMM y" if language in ("nb", "fi") else "d MMMM y"
    return format_date(calendar_date.fromisoformat(day), pattern, locale=LOCALES[language])
