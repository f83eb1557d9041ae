"""What all parts of an assessment's report need: words of its scales, names, significance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.frameworks.significance import significance_of
from impact.report.assessment_blocks import Fact
from impact.report.message import Message, message, words

if TYPE_CHECKING:
    from impact.run.assessments.model import Assessment, Impact

HARMFUL = ("worse", "mixed")
SIZES = ("none", "low", "moderate", "high", "very_high")


def scale(name: str, word: str) -> Message:
    """Return a word of one of the closed sets of `impact.frameworks.scales`."""
    return message(f"scale-{name}-{word.replace('_', '-')}")


def left_out(assessment: Assessment) -> bool:
    """Say whether there is no assessment to tell of: it was judged not to be needed."""
    return not assessment.screening.needed and not assessment.alternatives


def line(text: Any) -> Message:
    """Return somebody's own text as a sentence of its own."""
    return message("own-words", words=words(text))


def significance_word(impact: Impact) -> Message:
    """Return how significant an impact is, or that nobody has judged it."""
    found = significance_of(impact).word
    return scale("significance", found) if found else message("significance-not-judged")


def rank(impact: Impact) -> int:
    """Return how far up the scale an impact's significance stands; not judged is -1."""
    found = significance_of(impact).word
    return SIZES.index(found) if found else -1


def impact_name(assessment: Assessment, impact: Impact) -> Message:
    """Return an impact's name: alternative, determinant, group and time."""
    return message(
        "impact-name",
        alternative=words(assessment.alternatives[impact.alternative].title),
        determinant=words(assessment.determinants[impact.determinant].title),
        group=words(assessment.groups[impact.group].title),
        window=scale("window", impact.window),
    )


def children_first(assessment: Assessment) -> list[str]:
    """Return the groups: children first, then other vulnerable groups, then in the file's order."""
    groups = assessment.groups
    return sorted(groups, key=lambda key: (not groups[key].children, not groups[key].vulnerable))


def compared(assessment: Assessment) -> dict[str, Any]:
    """Return the alternatives that are compared with the baseline."""
    return {key: one for key, one in assessment.alternatives.items() if not one.baseline}


def fact(name: str, value: Any) -> Fact | None:
    """Return a labelled fact; None when there is nothing to say."""
    if value is None or value in ("", {}):
        return None
    return Fact(message(name), words(value) if isinstance(value, dict) else value)


def facts(*found: Fact | None) -> tuple[Fact, ...]:
    """Return the facts there are."""
    return tuple(one for one in found if one is not None)
