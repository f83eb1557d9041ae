"""The cells of a CSV file or of the first sheet of a workbook, with the row numbers one sees."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from impact.errors import InvalidInput

DELIMITERS = (";", "\t", ",")
WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells under headings.

    Parameters
    ----------
    name
        File name.
    headings
        First row in small letters.
    rows
        Cells of every row that is not empty; text without blanks around it, or numbers.
    numbers
        Row numbers as a spreadsheet shows them (headings = 1).
    delimiter
        What divides the columns of a CSV file; ``workbook`` for an Excel file.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    numbers: tuple[int, ...]
    delimiter: str

    def column(self, heading: str) -> list[Any]:
        """Return the cells under a heading; empty texts when there is no such column."""
        return [record[heading] for record in self.records()]

    def records(self) -> Iterator[_Record]:
        """Yield every row by heading; a heading that is not there gives an empty text."""
        for row in self.rows:
            yield _Record(zip(self.headings, row, strict=False))


class _Record(dict):
    def __missing__(self, heading: str) -> str:
        return ""


def sheet(path: Path | str) -> Sheet:
    """Return the cells of a file.

    Parameters
    ----------
    path
        A file ending in .csv, .tsv, .txt or .xlsx.

    Raises
    ------
    InvalidInput
        The file does not exist, has another ending or cannot be read.
    """
    path = Path(path)
    if not path.is_file():
        raise InvalidInput(f"there is no file '{path}'.")
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return _sheet(path.name, _workbook(path), WORKBOOK)
    if ending in (".csv", ".tsv", ".txt"):
        text = _text(path)
        delimiter = _delimiter(text)
        return _sheet(path.name, _lines(path.name, text, delimiter), delimiter)
    raise InvalidInput(f"'{path.name}' is neither .csv nor .xlsx. Save it as one of them.")


def _sheet(name: str, lines: Iterable[Sequence[Any]], delimiter: str) -> Sheet:
    cells = [tuple(_cell(cell) for cell in line) for line in lines]
    if not cells:
        raise InvalidInput(f"{name} is empty.")
    headings = tuple(str(cell).lower() for cell in cells[0])
    while headings and not headings[-1]:
        headings = headings[:-1]
    filled = [
        (number, row) for number, row in enumerate(cells[1:], start=2) if any(_full(c) for c in row)
    ]
    _refuse_overlong(name, headings, filled)
    return Sheet(
        name,
        headings,
        tuple(row for _, row in filled),
        tuple(number for number, _ in filled),
        delimiter,
    )


def _refuse_overlong(
    name: str, headings: tuple[str, ...], filled: list[tuple[int, tuple[Any, ...]]]
) -> None:
    long = [str(number) for number, row in filled if any(_full(c) for c in row[len(headings) :])]
    if long:
        raise InvalidInput(
            f"{name}: more cells than headings in row {', '.join(long[:5])}. "
            "A decimal comma in a file with commas between columns needs quotes around the number."
        )


def _full(cell: Any) -> bool:
    return cell != ""


def _cell(cell: Any) -> Any:
    if cell is None:
        return ""
    return cell.strip() if isinstance(cell, str) else cell


def _text(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _workbook(path: Path) -> list[tuple[Any, ...]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            return [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]
        finally:
            book.close()
    except Exception as error:  # a damaged workbook raises anything from KeyError to SyntaxError
        raise InvalidInput(f"'{path.name}' cannot be opened as a workbook ({error}).") from error


def _lines(name: str, text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InvalidInput(f"'{name}' cannot be read as a table ({error}).") from error
