"""The four languages say the same things, with the same arguments, in short sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import impact
from impact.catalogue import AREAS, UNITS
from impact.report.language import LANGUAGES, TEXTS, language
from impact.report.message import Number, Verdict
from impact.verdicts import FAMILIES

SOURCE = Path(impact.__file__).parent
NOTEBOOKS = SOURCE.parents[1] / "notebooks"
LONGEST = 32
ENGLISH = {"the", "of", "and", "not", "with", "is", "are", "this", "that", "which", "figures"}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name.removesuffix("_n"))


def _messages(code: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for file in sorted((TEXTS / code).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content[:60]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{code}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


MESSAGES = {code: _messages(code) for code in LANGUAGES}


def _variables(entry: ast.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(entry)
    return visitor.names - {"n"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_messages(code: str) -> None:
    assert set(MESSAGES[code]) == set(MESSAGES["en"])


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_uses_the_same_arguments(code: str) -> None:
    differing = {
        name: (_variables(entry), _variables(MESSAGES["en"][name]))
        for name, entry in MESSAGES[code].items()
        if _variables(entry) != _variables(MESSAGES["en"][name])
    }
    assert not differing


def _text(entry: ast.Message) -> str:
    """Return the longest reading of a message, with each argument as one word."""
    pieces = []
    for element in entry.value.elements:
        if isinstance(element, ast.TextElement):
            pieces.append(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            pieces.append(_text(element.expression.variants[-1]))
        else:
            pieces.append("X")
    return "".join(pieces)


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_are_short(code: str) -> None:
    long = {
        name: sentence
        for name, entry in MESSAGES[code].items()
        for sentence in re.split(r"(?<=[.?!]) ", _text(entry))
        if len(sentence.split()) > LONGEST
    }
    assert not long


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_no_english_is_left(code: str) -> None:
    left = {
        name: _text(entry)
        for name, entry in MESSAGES[code].items()
        if ENGLISH & set(re.findall(r"\w+", _text(entry).lower()))
    }
    assert not left


def test_every_message_is_used() -> None:
    files = [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *NOTEBOOKS.glob("*.ipynb")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    composed = ("guide-", "verdict-", "figure-", "unit-", "area-", "head-", "card-", "activity-",
                "legend-",
                "dialogue-", "provenance-", "question-", "section-", "origin-", "stage-", "title-",
                "report-", "language-", "file-", "group-", "absent-", "polarity-", "uncertainty-",
                "change-", "column-", "finding-", "status-", "test-", "basis-", "reference-",
                "headline-", "goal-reason-", "goal-caution-", "goal-column-", "goal-ratio-",
                "goal-healthy-", "goal-no-chance-", "goal-before-", "omission-", "row-note-",
                "region-spread-", "funnel-own-", "funnel-position-",
                "scale-", "impact-scale-", "monitoring-followed-", "monitoring-good-",
                "decision-only-", "framework-source-", "option-",
                "quantity-people-", "dots-", "axis-", "effect-", "input-", "measure-", "shape-",
                "forecast-column-", "forecast-direction-", "forecast-reason-",
                "staffing-column-", "staffing-status-", "staffing-stock-", "staffing-basis-",
                "economics-", "capacity-", "parameter-", "index-", "causal-", "prediction-why-",
                "pupil-group-", "pupil-outlook-", "pupil-counted-")  # fmt: skip
    unused = [n for n in MESSAGES["en"] if n not in code and not n.startswith(composed)]
    assert not unused


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_closed_set_has_words(code: str) -> None:
    reader = language(code)
    for family, members in FAMILIES.items():
        for word in members:
            assert reader.verdict(Verdict(family, word)).word
    for area in AREAS:
        assert reader.word(f"area-{area.replace('_', '-')}")
    for unit in UNITS:
        assert reader.word(f"unit-{unit.replace('_', '-')}")
        assert reader.number(Number(2.5, unit))
    for word in ("adopted", "proposed", "example"):
        assert reader.word(f"origin-{word}")
    for word in ("planned", "running", "finished", "paused"):
        assert reader.word(f"stage-{word}")
