"""A reader's language: sentences from the language files, figures, dates and names.

A message becomes a list of parts, so that a writer can escape words and mark figures. Arguments
travel through the sentence as private-use characters and are put back afterwards; nothing an
argument contains can change the sentence.
"""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from impact.errors import Fault, InvalidInput, UnknownName
from impact.report import names, numbers
from impact.report.looks import look
from impact.report.message import (
    Day,
    GroupName,
    IndicatorName,
    Interval,
    LocalWords,
    Message,
    Number,
    PlaceName,
    Verdict,
    Year,
)
from impact.report.parts import Foreign, Judged, Part, Printed, Text, plain

REMEMBERED = 20_000
"""Sentences a language keeps ready."""
LANGUAGES = ("sv", "fi", "nb", "en")
TEXTS = Path(__file__).parent / "texts"
_LAST_LETTERS = {
    "sv": str.maketrans({"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"}),
    "nb": str.maketrans({"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"}),
}
_TOKEN = re.compile("([\ue000-\uf8ff])")


class Language:
    """Words, digits and names as one reader reads them.

    Parameters
    ----------
    code
        sv, fi, nb or en.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._bundle = FluentBundle([numbers.LOCALES[code]], use_isolating=False)
        self._written: dict[str, str] = {}
        self.ids: set[str] = set()
        for file in sorted((TEXTS / code).glob("*.ftl")):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            self.ids.update(entry.id.name for entry in resource.body if hasattr(entry, "id"))
            self._bundle.add_resource(resource)

    def warm_up(self) -> None:
        """Write what is the same in every report, and read what digits and dates need."""
        self.date("2024-12-24")
        self.number(Number(1234.5, unit="per_1000"))
        for identifier in self.ids:
            with suppress(InvalidInput):  # a sentence that needs arguments
                self.word(identifier)

    def text(self, message: Message) -> Text:
        """Return a message as parts, in this language.

        Raises
        ------
        UnknownName
            If the language files have no such message.
        InvalidInput
            If the message needs an argument it was not given.
        """
        values: dict[str, object] = {}
        parts: dict[str, Text] = {}
        for position, (name, argument) in enumerate(message.arguments.items()):
            token = chr(0xE000 + position)
            parts[token] = self.parts(argument)
            values[name] = token
            if isinstance(argument, Number):
                values[f"{name}_n"] = self._countable(argument)
        pieces: list[Part] = []
        for piece in _TOKEN.split(self._sentence(message.id, values)):
            pieces.extend(parts.get(piece, (piece,) if piece else ()))
        return tuple(pieces)

    def plain(self, message: Message) -> str:
        """Return a message as one string, for titles and alternative texts."""
        return plain(self.text(message))

    def word(self, identifier: str, **values: object) -> str:
        """Return a fixed word of the language files, for headings and labels."""
        return self._sentence(identifier, values)

    def parts(self, argument: object) -> Text:
        """Return one argument or table cell as parts."""
        if argument is None:
            return ("–",)
        if isinstance(argument, str):
            return (argument,)
        if isinstance(argument, int):
            return (str(argument),)
        write = _WRITERS.get(type(argument))
        if write is not None:
            return write(self, argument)
        raise InvalidInput(f"a report cannot print {type(argument).__name__}: {argument!r}")

    def number(self, number: Number) -> str:
        """Return a figure with its unit: `84,1 %`, `−0,8 procentenheter`, `3,2 per 1 000`."""
        if number.value is None:
            known = number.status in ("missing", "suppressed", "not_applicable")
            return self.word(f"absent-{number.status.replace('_', '-')}") if known else "–"
        places = self._decimals(number)
        text = numbers.digits(number.value, places, self.code, signed=number.signed)
        if number.bare:
            return text
        unit = "points-of-percent" if number.unit == "percent" else number.unit.replace("_", "-")
        if number.unit == "percent" and not numbers.is_difference(number):
            unit = "percent"
        sign = text[0] if text[0] in numbers.SIGNS else ""
        counted = numbers.plural_value(number.value, places)
        return sign + self.word(f"figure-{unit}", number=text.removeprefix(sign), n=counted)

    def interval(self, low: Number | None, high: Number | None) -> Text:
        """Return an interval as `81,2–87,0 %`, or a dash when its limits are unknown."""
        if low is None or high is None or low.value is None or high.value is None:
            return ("–",)
        first = numbers.digits(low.value, self._decimals(low), self.code, signed=low.signed)
        between = " – " if low.signed or low.value < 0 else "–"
        return (Printed(first, low), between, Printed(self.number(high), high))

    def digits(self, value: float, places: int) -> str:
        """Return digits without a unit, for the ticks of a chart."""
        return numbers.digits(value, places, self.code)

    def date(self, day: str) -> str:
        """Return a date written out."""
        return numbers.date(day, self.code)

    def verdict(self, verdict: Verdict) -> Judged:
        """Return a verdict's symbol, word and tone."""
        symbol, tone = look(verdict.family, verdict.word)
        word = self.word(f"verdict-{verdict.family}-{verdict.word.replace('_', '-')}")
        return Judged(symbol, word, tone, verdict)

    def own_words(self, texts: object) -> Text:
        """Return a text given by language: the reader's own, else one marked as foreign."""
        text, code = names.in_language(texts, self.code)
        return (text,) if code == self.code else (Foreign(text, code),)

    def local_words(self, texts: LocalWords) -> Text:
        """Return what somebody wrote: in the reader's language, else in the first one."""
        if self.code in texts.words:
            return (texts.words[self.code],)
        for code, text in texts.words.items():
            return (Foreign(text, code),) if code else (text,)
        return ()

    def indicator(self, identifier: str) -> Text:
        """Return the short name of an indicator."""
        return self.own_words(names.indicator(identifier).name)

    def place(self, code: str) -> str:
        """Return the name of a place in the nominative."""
        return names.place_name(code, self.code)

    def group(self, group: str) -> str:
        """Return the name of a group of people, the parts of a crossed one side by side."""
        return " · ".join(self._part_of_people(part) for part in group.split("&"))

    def _part_of_people(self, part: str) -> str:
        kind, _, which = part.partition(":")
        if kind in ("language", "residence"):
            return self.word(f"group-{kind}-{which}")
        if kind == "distance" and "-" not in which:
            return self.word("group-distance-open", which=which)
        numbers = "–".join(number.lstrip("0") or "0" for number in which.split("-"))
        return self.word(f"group-{kind}", which=numbers)

    def sort_key(self, name: str) -> str:
        """Return a key that puts names in this language's alphabetical order."""
        return name.casefold().translate(_LAST_LETTERS["nb" if self.code == "nb" else "sv"])

    def _decimals(self, number: Number) -> int:
        usual = None
        if number.decimals is None and number.indicator is not None:
            entry = names.indicator(number.indicator)
            usual = entry.decimals if entry.unit == number.unit else None
        return numbers.decimals(number, usual)

    def _countable(self, number: Number) -> int | Decimal:
        return numbers.plural_value(number.value or 0, self._decimals(number))

    def _sentence(self, identifier: str, values: dict[str, object]) -> str:
        """Return a sentence, from memory where it was asked for with the same values before."""
        key = f"{identifier} {values}" if values else identifier
        if key not in self._written:
            if len(self._written) >= REMEMBERED:
                self._written.clear()
            self._written[key] = self._write(identifier, values)
        return self._written[key]

    def _write(self, identifier: str, values: dict[str, object]) -> str:
        if identifier not in self.ids:
            where = f"message in texts/{self.code}"
            raise UnknownName(where, identifier, self.ids, "Add it in every language.")
        pattern = self._bundle.get_message(identifier).value
        text, faults = self._bundle.format_pattern(pattern, values)
        if faults:
            where = f"texts/{self.code}: {identifier}"
            raise InvalidInput(
                "a sentence could not be written",
                [Fault(where, str(fault), "Pass it as an argument.") for fault in faults],
            )
        return text


_WRITERS = {
    Number: lambda language, number: (Printed(language.number(number), number),),
    Year: lambda language, year: (str(year.year),),
    Day: lambda language, day: (language.date(day.date),),
    IndicatorName: lambda language, name: language.indicator(name.indicator),
    PlaceName: lambda language, name: (language.place(name.place),),
    GroupName: lambda language, name: (language.group(name.group),),
    Verdict: lambda language, verdict: (language.verdict(verdict),),
    Interval: lambda language, interval: language.interval(interval.low, interval.high),
    LocalWords: Language.local_words,
    Message: Language.text,
}


@cache
def language(code: str) -> Language:
    """Return the language of a code, read once.

    Parameters
    ----------
    code
        sv, fi, nb or en.

    Raises
    ------
    UnknownName
        If there are no texts in that language.
    """
    if code not in LANGUAGES:
        raise UnknownName("language", code, LANGUAGES, f"There are {', '.join(LANGUAGES)}.")
    return Language(code)
