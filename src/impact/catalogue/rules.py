"""What must hold for an indicator beyond the shape of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from impact.catalogue.model import COUNTRY_LANGUAGES, LANGUAGES, SHARES, Indicator

NAME_LENGTH = 60
DESCRIPTION_LENGTH = 220
ANOTHER_SENTENCE = re.compile(r"[.!?] +[A-ZÅÄÖÆØ]")
Broken = tuple[tuple[str | int, ...], str]


def missing_languages(item: dict[str, Any]) -> Iterator[Broken]:
    """Yield every text of a written indicator that lacks a language its country needs."""
    needed = COUNTRY_LANGUAGES.get(str(item.get("country")), ())
    for place, text in _texts(item, ()):
        missing = [language for language in needed if language not in text]
        if missing:
            yield place, f"'{place[-1]}' lacks the language {', '.join(missing)}."


def _texts(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple, dict]]:
    if isinstance(value, dict):
        if set(value) & set(LANGUAGES):
            yield place, value
            return
        for key, part in value.items():
            yield from _texts(part, (*place, key))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from _texts(part, (*place, position))


def broken_rules(indicator: Indicator) -> Iterator[Broken]:
    """Yield every rule that an indicator of the right shape still breaks."""
    yield from _wording(indicator)
    yield from _direction(indicator)
    yield from _limits(indicator)
    yield from _certainty(indicator)
    yield from _breaks(indicator)
    if "total" not in indicator.groups or len(set(indicator.groups)) < len(indicator.groups):
        yield ("groups",), "groups must hold 'total', and each group once."
    attribution = indicator.attribution
    for language, text in attribution.processed.items():
        if attribution.source == "kolada" and "kolada" in text.casefold():
            yield (
                ("attribution", "processed", language),
                "processed values may not name Kolada as their source.",
            )


def _wording(indicator: Indicator) -> Iterator[Broken]:
    for language, name in indicator.name.items():
        place = ("name", language)
        if len(name) > NAME_LENGTH:
            yield place, f"the name has {len(name)} characters, at most {NAME_LENGTH} are allowed."
        if not (name[0].isupper() or name[0].isdigit()):
            yield place, "a name starts with a capital letter."
        if ":" in name or "%" in name or name[-1] in ".,;!?)":
            yield place, "a name stands before a colon: no colon, unit or closing punctuation."
    for language, text in indicator.description.items():
        place = ("description", language)
        if len(text) > DESCRIPTION_LENGTH:
            yield (
                place,
                f"the description has {len(text)} characters, at most {DESCRIPTION_LENGTH}.",
            )
        if not text.endswith(".") or ANOTHER_SENTENCE.search(text):
            yield place, "a description is one sentence and ends with a full stop."


def _direction(indicator: Indicator) -> Iterator[Broken]:
    if indicator.area == "context" and indicator.polarity != "neutral":
        yield ("polarity",), "an indicator of context is neutral."
    if indicator.polarity == "neutral" and indicator.headline:
        yield ("headline",), "a neutral indicator cannot be a headline: no better or worse."


def _limits(indicator: Indicator) -> Iterator[Broken]:
    lower, upper = indicator.lower_limit, indicator.upper_limit
    if lower is not None and upper is not None and lower >= upper:
        yield ("upper_limit",), f"the limits are turned around: {lower:g} is not below {upper:g}."
    if indicator.unit in (*SHARES, "count") and lower is None:
        yield ("lower_limit",), f"a value in {indicator.unit} needs a lower limit, mostly 0."
    if indicator.unit == "count" and indicator.decimals:
        yield ("decimals",), "a count has no decimals."


def _certainty(indicator: Indicator) -> Iterator[Broken]:
    certainty = indicator.uncertainty
    reference = certainty.denominator
    place = ("uncertainty", "basis")
    if certainty.basis == "none" and certainty.reason is None:
        yield place, "basis 'none' needs a reason that a reader understands."
    if certainty.basis != "none" and certainty.reason is not None:
        yield ("uncertainty", "reason"), "a reason belongs to basis 'none' only."
    if (certainty.basis == "binomial") != (reference is not None):
        yield place, "basis 'binomial' and a denominator belong together."
    if certainty.basis == "binomial" and indicator.unit not in ("percent", "per_1000"):
        yield place, "basis 'binomial' is for shares, in percent or per_1000."
    if indicator.window_years > 1 and certainty.basis in ("binomial", "between_year"):
        yield place, "values that cover several years overlap: basis 'none' or 'published'."
    if reference is not None and reference.in_row != (reference.population_basis == "row"):
        yield (
            ("uncertainty", "denominator", "population_basis"),
            "population_basis 'row' and indicator 'self' belong together.",
        )
    if reference is not None and reference.approximate != bool(reference.error):
        yield (
            ("uncertainty", "denominator", "approximate"),
            "an approximate denominator states its error, an exact one has none.",
        )


def _breaks(indicator: Indicator) -> Iterator[Broken]:
    for position, one in enumerate(indicator.breaks):
        if one.effect != "exclude" and one.years:
            yield (
                ("breaks", position, "years"),
                f"effect '{one.effect}' has one year, the first; years belong to 'exclude'.",
            )
