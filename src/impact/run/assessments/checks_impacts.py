"""What must hold for the impacts of an assessment: nothing left out, no harm passed over."""

from __future__ import annotations

from collections.abc import Iterator

from impact.frameworks import SCORES, score_value, significance_of
from impact.frameworks.scales import MAGNITUDES
from impact.run.assessments.checks import Draft, Finding
from impact.run.assessments.model import Impact

_HARM = ("worse", "mixed")
_SIGNS = {"better": (1,), "worse": (-1,), "none": (0,), "mixed": (0, -1, 1), "unknown": (0,)}


def impacts(draft: Draft) -> Iterator[Finding]:
    """Yield what is missing among the impacts, and what does not fit within one."""
    for key, one in draft.all("impacts").items():
        yield from _direction(key, one)
        yield from _score(key, one)
        yield from _probability(key, one)
        yield from _persons(key, one)
        yield from _quantified(draft, key, one)
    yield from _repeated(draft)
    yield from _remaining(draft)
    yield from _perspectives(draft)
    if draft.assessed:
        yield from _windows(draft)
        yield from _harm(draft)
        yield from _followed(draft)


def _direction(key: str, one: Impact) -> Iterator[Finding]:
    place = ("impacts", key, "magnitude")
    if one.direction == "none" and one.magnitude != "none":
        problem = f"the direction is none, but the magnitude is {one.magnitude}."
        yield Finding(place, problem, "Say magnitude: none, or say for better or worse.")
    if one.direction in ("better", "worse", "mixed") and one.magnitude == "none":
        problem = f"the direction is {one.direction}, but the magnitude is none."
        yield Finding(place, problem, "Say how large it is, or say direction: none.")


def _score(key: str, one: Impact) -> Iterator[Finding]:
    place = ("impacts", key, "score")
    if (one.scale is None) != (one.score is None):
        missing = "scale" if one.scale is None else "score"
        mend = "An entry of a framework's own scale needs both scale and score."
        yield Finding(place, f"the {missing} is missing.", mend)
    if one.scale is None or one.score is None:
        return
    if one.score not in SCORES[one.scale]:
        mend = f"Write one of {', '.join(SCORES[one.scale])}."
        yield Finding(place, f"'{one.score}' is no entry of {one.scale}.", mend)
        return
    value = score_value(one.score, scale=one.scale)
    if (value > 0) - (value < 0) not in _SIGNS[one.direction]:
        problem = f"the entry '{one.score}' does not say {one.direction}, as the direction does."
        yield Finding(place, problem, "Change one of them.")


def _probability(key: str, one: Impact) -> Iterator[Finding]:
    found = one.probability
    if found is not None and not found.low <= found.mid <= found.high:
        problem = f"{found.low:g}, {found.mid:g}, {found.high:g} are not in order."
        yield Finding(("impacts", key, "probability"), problem, "low <= mid <= high.")


def _persons(key: str, one: Impact) -> Iterator[Finding]:
    if one.persons is not None and one.persons_source is None:
        mend = "Say under persons_source where it comes from; 'assumed' is an answer."
        yield Finding(("impacts", key, "persons"), "the number has no source.", mend)


def _quantified(draft: Draft, key: str, one: Impact) -> Iterator[Finding]:
    if one.quantity is None:
        return
    if not one.evidence:
        mend = "Name under evidence what the calculation rests on."
        yield Finding(("impacts", key), "a quantified impact cites no evidence.", mend)
    quantity = draft.all("quantities").get(one.quantity)
    if quantity is None:
        return
    place = ("impacts", key, "quantity")
    if one.alternative not in quantity.alternatives:
        problem = f"'{one.quantity}' is not calculated for '{one.alternative}'."
        yield Finding(place, problem, f"Add it under quantities.{one.quantity}.alternatives.")
    if one.determinant != quantity.determinant:
        problem = f"'{one.quantity}' is about '{quantity.determinant}', not '{one.determinant}'."
        yield Finding(place, problem, "Name another quantity, or another determinant.")


def _repeated(draft: Draft) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    for key, one in draft.all("impacts").items():
        cell = (one.alternative, one.determinant, one.group, one.window)
        before = first.setdefault(cell, key)
        if before != key:
            problem = f"'{before}' says already what happens there ({', '.join(cell)})."
            yield Finding(("impacts", key), problem, "One row for each; put them together.")


def _remaining(draft: Draft) -> Iterator[Finding]:
    for position, one in draft.all("mitigation").items():
        impact = draft.all("impacts").get(one.impact)
        if impact is None or one.residual_magnitude is None:
            continue
        if MAGNITUDES.index(one.residual_magnitude) > MAGNITUDES.index(impact.magnitude):
            place = ("mitigation", position, "residual_magnitude")
            problem = (
                f"more remains ({one.residual_magnitude}) than there was ({impact.magnitude})."
            )
            yield Finding(place, problem, "What remains is what is left of the impact.")


def _perspectives(draft: Draft) -> Iterator[Finding]:
    home = {key: one.perspective for key, one in draft.all("determinants").items()}
    seen = {
        (one.alternative, home[one.determinant])
        for one in draft.all("impacts").values()
        if one.determinant in home
    }
    said: dict[tuple[str, str], int] = {}
    for position, one in draft.all("not_relevant").items():
        said.setdefault((one.alternative, one.perspective), position)
        if (one.alternative, one.perspective) in seen:
            problem = f"'{one.alternative}' has impacts seen from {one.perspective}."
            mend = "Take this entry out, or the impacts."
            yield Finding(("not_relevant", position), problem, mend)
    if not draft.assessed or not _complete(draft, "determinants", "impacts", "not_relevant"):
        return
    asked = [one for framework in draft.frameworks.values() for one in framework.perspectives]
    for perspective in dict.fromkeys([*asked, *home.values()]):
        for name in draft.options:
            if (name, perspective) not in seen and (name, perspective) not in said:
                problem = f"nothing is said of it seen from {perspective}."
                mend = "Add an impact, or say under not_relevant why there is none."
                yield Finding(("alternatives", name), problem, mend)


def _windows(draft: Draft) -> Iterator[Finding]:
    if not _complete(draft, "impacts"):
        return
    for name in draft.options:
        windows = {one.window for one in draft.all("impacts").values() if one.alternative == name}
        for missing in sorted({"short", "long"} - windows) if windows else ():
            problem = f"no impact of it stands in the {missing} term."
            mend = "Every alternative is seen in the short and in the long term."
            yield Finding(("alternatives", name), problem, mend)


def _harm(draft: Draft) -> Iterator[Finding]:
    mended = {one.impact for one in draft.all("mitigation").values()}
    for key, one in draft.all("impacts").items():
        group = draft.all("groups").get(one.group)
        if group is None or not group.vulnerable or one.direction not in _HARM:
            continue
        found = significance_of(one)
        if found.word is None:
            problem = f"how sensitive '{one.group}' is is not said, so the harm cannot be weighed."
            mend = "Give sensitivity: low, moderate, high or very_high."
            yield Finding(("impacts", key), problem, mend)
        elif found.at_least("moderate") and key not in mended and one.accepted_reason is None:
            problem = (
                f"harm to the vulnerable group '{one.group}' ({one.direction}, significance "
                f"{found.word}) has no mitigation."
            )
            mend = "Say under mitigation what is done, or under accepted_reason why nothing is."
            yield Finding(("impacts", key), problem, mend)


def _followed(draft: Draft) -> Iterator[Finding]:
    followed = {name for one in draft.all("monitoring").values() for name in one.impacts}
    decided = None if draft.decision is None else draft.decision.alternative
    for key, one in draft.all("impacts").items():
        alternative = draft.options.get(one.alternative)
        possible = alternative is not None and alternative.status != "rejected"
        if not possible or (decided is not None and one.alternative != decided):
            continue
        found = significance_of(one)
        if found.at_least("high") and one.direction != "unknown" and key not in followed:
            problem = f"its significance is {found.word}, but nothing follows it up."
            mend = "Name it under the impacts of an entry of monitoring."
            yield Finding(("impacts", key), problem, mend)


def _complete(draft: Draft, *keys: str) -> bool:
    """Say whether all records of some parts are sound, so that absence can be judged."""
    for key in keys:
        written = draft.data.get(key)
        if written is not None and not isinstance(written, dict | list):
            return False
        if len(written or ()) != len(draft.all(key)):
            return False
    return True
