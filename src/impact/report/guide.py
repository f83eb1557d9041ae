"""The guidance page: which measure to read when, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from impact.report.html import HtmlWriter, style
from impact.report.language import LANGUAGES, Language
from impact.report.language import language as language_of
from impact.report.nodes import Facts
from impact.report.page import template

CHAPTERS = {
    "risk": (
        "risk-ratio",
        "odds-ratio",
        "standardised-difference",
        "attributable-fraction",
        "potential-impact-fraction",
        "cases",
    ),
    "life": ("deaths", "daly", "qaly", "wellby"),
    "money": (
        "present-value",
        "net-benefit",
        "benefit-cost-ratio",
        "cost-per-unit",
        "switching-value",
        "probability",
    ),
    "certainty": ("interval", "drivers", "value-of-information", "scenario"),
    "judgement": ("significance", "verdicts"),
}
"""Chapters of the page with their measures; a measure's name is also its address on the page."""
LABELS = ("answers", "when", "not")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with its address, the question it answers and what is said of it."""

    anchor: str
    name: str
    question: str
    content: Markup


@dataclass(frozen=True, slots=True)
class Chapter:
    """The measures that answer one kind of question."""

    anchor: str
    title: str
    measures: tuple[Measure, ...]


def html(
    language: Language | str,
    *,
    links: Mapping[str, str] | None = None,
    home: str | None = None,
) -> str:
    """Return the guidance page in one language; it asks nothing of the network.

    Parameters
    ----------
    language
        The reader's language, or its code.
    links
        Language codes with the addresses of this page in those languages.
    home
        Address of the report or index the page belongs to.

    Raises
    ------
    UnknownName
        There are no texts in that language.

    Notes
    -----
    Every measure has an address on the page (see `CHAPTERS`), so that a report can link to it:
    ``guide.sv.html#risk-ratio``.
    """
    reader = language if isinstance(language, Language) else language_of(language)
    writer = HtmlWriter(reader)
    chapters = [
        Chapter(
            f"chapter-{name}",
            reader.word(f"guide-chapter-{name}"),
            tuple(_measure(measure, reader, writer) for measure in measures),
        )
        for name, measures in CHAPTERS.items()
    ]
    return template("guide.html").render(
        language=reader.code,
        word=reader.word,
        style=Markup(style()),
        chapters=chapters,
        languages=_languages(links or {}, reader),
        home=home,
    )


def _measure(measure: str, language: Language, writer: HtmlWriter) -> Measure:
    name = language.word(f"guide-{measure}-name")
    pairs = tuple(
        ((language.word(f"guide-{label}"),), (language.word(f"guide-{measure}-{label}"),))
        for label in LABELS
    )
    content = Markup(writer.write((Facts((name,), pairs),)))
    return Measure(measure, name, language.word(f"guide-{measure}-question"), content)


def _languages(links: Mapping[str, str], language: Language) -> list[tuple[str, str, str | None]]:
    return [
        (code, language.word(f"language-{code}"), None if code == language.code else links[code])
        for code in LANGUAGES
        if code in links
    ]
