"""Figures as a page prints them, with the unrounded values they came from."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

DECIMALS = {"sv": ",", "fi": ",", "nb": ",", "en": "."}


class Figures(HTMLParser):
    """Collects printed figures with their unrounded values, and those of page one apart."""

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[tuple[str, str]] = []
        self.first_page: list[str] = []
        self._depth = 0
        self._value: str | None = None
        self._text = ""

    def printed_values(self) -> list[str]:
        """Unrounded values; sentences may order them differently in each language."""
        return [value for value, _ in self.printed]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if tag == "div":
            opens = "brief" in (found.get("class") or "").split()
            self._depth += 1 if self._depth or opens else 0
        if tag == "data":
            self._value, self._text = found["value"], ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1
        if tag == "data" and self._value is not None:
            self.printed.append((self._value, self._text))
            if self._depth:
                self.first_page.append(self._value)
            self._value = None

    def handle_data(self, data: str) -> None:
        if self._value is not None:
            self._text += data


def figures(path: Path) -> Figures:
    parser = Figures()
    parser.feed(path.read_text("utf-8"))
    return parser


def read_back(text: str, language: str) -> tuple[float, int]:
    """A printed figure as a number, and how many decimals it was printed with."""
    mark = DECIMALS[language]
    digits = re.search(r"[−+]?\d[\d\u00a0\u202f,.]*", text)[0].rstrip(",.")
    plain = digits.replace("\u00a0", "").replace("\u202f", "").replace("−", "-")
    whole, _, decimals = plain.replace("," if mark == "." else "\0", "").partition(mark)
    return float(f"{whole}.{decimals or 0}"), len(decimals)
