"""Numbers and years as people write them in Nordic spreadsheets."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

SPACES = re.compile(r"[\s\u00a0\u202f\u2009']")
PLAIN = re.compile(r"[+\-−]?\d+(?:[.,]\d+)?")
THOUSANDS = re.compile(r"[+\-−]?[1-9]\d{0,2}[.,]\d{3}")


def decimal_mark(columns: Iterable[Iterable[Any]], delimiter: str) -> str:
    """Return the decimal mark of a file, ``.`` or ``,``.

    Parameters
    ----------
    columns
        The cells of the columns of numbers.
    delimiter
        What divides the columns; a file with commas between columns has decimal points.

    Returns
    -------
    str
        A comma when the columns are divided by semicolon or tab, unless a number such as 12.5
        shows that the file has decimal points.
    """
    if delimiter == ",":
        return "."
    cells = [str(cell) for column in columns for cell in column if isinstance(cell, str)]
    points = any(
        "." in cell and PLAIN.fullmatch(cell) and not THOUSANDS.fullmatch(cell) for cell in cells
    )
    return "." if points else ","


def read(cell: Any, mark: str) -> tuple[float, str]:
    """Return a number and what is wrong with it.

    Parameters
    ----------
    cell
        Text or a number of a workbook; empty text is no number (NaN).
    mark
        Decimal mark of the file. The other mark is understood too, except where it could be a
        thousands mark (1.234 in a file with decimal commas).

    Returns
    -------
    tuple of float and str
        The number (NaN when there is none) and the problem (empty when there is none).
    """
    if isinstance(cell, (bool, date)):
        return math.nan, f"'{cell}' is not a number."
    if isinstance(cell, (int, float)):
        return (float(cell), "") if math.isfinite(cell) else (math.nan, f"'{cell}' is no number.")
    text = SPACES.sub("", str(cell))
    if not text:
        return math.nan, ""
    if not PLAIN.fullmatch(text):
        return math.nan, f"'{cell}' is not a number such as 12{mark}5."
    if mark not in text and THOUSANDS.fullmatch(text):
        thousands, decimals = re.sub("[.,]", "", text), re.sub("[.,]", mark, text)
        return math.nan, f"'{cell}' can be read in two ways: write {thousands} or {decimals}0."
    return float(text.replace(",", ".").replace("−", "-")), ""


def whole_year(cell: Any) -> tuple[float, str]:
    """Return a year (NaN when there is none) and what is wrong with it (empty when nothing)."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).strip()
    if re.fullmatch(r"\d{4}", text):
        return float(text), ""
    return math.nan, f"'{text}' is not a year such as 2025."
