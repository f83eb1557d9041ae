"""What must fit together in the file of an evaluation: places, years, outcomes, one primary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from impact import catalogue, places
from impact.places.members import members_of
from impact.run.assessments.checks import Finding, Place
from impact.run.assessments.checks_texts import texts
from impact.run.evaluations import model
from impact.run.evaluations.model import EvaluationPlan
from impact.run.params.checks import misfits

_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
FEW_YEARS = 3
"""Fewer years before the start than this say little of what would have happened."""


class Draft:
    """The sound records of a file; one that is wrong in itself is passed over.

    Parameters
    ----------
    data
        The values of the file.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.country = data.get("country")
        self.unit = data.get("unit")
        self.year = data["year"] if type(data.get("year")) is int else None
        self.treated: dict[str, model.Treated] = self._records(model.Treated, "treated")
        self.outcomes: dict[str, model.Outcome] = self._records(model.Outcome, "outcomes")
        self.comparison: model.Comparison | None = self._one(model.Comparison, "comparison")

    def known(self, key: str) -> tuple[str, ...]:
        """Return the keys of a part of the file, sound or not."""
        value = self.data.get(key)
        return tuple(str(name) for name in value) if isinstance(value, dict) else ()

    @property
    def treated_places(self) -> dict[str, str]:
        """The treated municipalities, each with the entry it stands in first."""
        found: dict[str, str] = {}
        for name, one in self.treated.items():
            for code in members_of(one.places):
                found.setdefault(code, name)
        return found

    def _records(self, kind: type[BaseModel], key: str) -> dict[str, Any]:
        value = self.data.get(key)
        written = value if isinstance(value, dict) else {}
        records = {str(name): self._checked(kind, record) for name, record in written.items()}
        return {name: record for name, record in records.items() if record is not None}

    def _one(self, kind: type[BaseModel], key: str) -> Any:
        return self._checked(kind, self.data[key]) if key in self.data else None

    def _checked(self, kind: type[BaseModel], record: Any) -> Any:
        try:
            return kind.model_validate(record, context={"country": self.country})
        except ValidationError:
            return None


def checks(draft: Draft) -> Iterator[Finding]:
    """Yield everything that does not fit together."""
    for one in misfits(dict(draft.data)):
        yield Finding(one.place, one.problem)
    yield from texts(draft)
    yield from _keys(draft)
    yield from _treated(draft)
    yield from _comparison(draft)
    yield from _primary(draft)
    for name, one in draft.outcomes.items():
        yield from _outcome(draft, ("outcomes", name), one)


def _keys(draft: Draft) -> Iterator[Finding]:
    for part in ("treated", "outcomes"):
        for name in draft.known(part):
            if not _KEY.fullmatch(name):
                mend = "Use small letters a-z, digits and underscores, at most 60, a letter first."
                yield Finding((part, name), "this cannot be a key.", mend)


def _treated(draft: Draft) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name, one in draft.treated.items():
        yield from _foreign(draft, ("treated", name, "places"), one.places)
        twice = [code for code in members_of(one.places) if code in seen]
        if twice:
            problem = f"'{twice[0]}' is treated in '{seen[twice[0]]}' already."
            mend = "A place starts once; a treatment that is switched off cannot be evaluated here."
            yield Finding(("treated", name, "places"), problem, mend)
        seen |= dict.fromkeys(members_of(one.places), name)
        if draft.year is not None and one.start > draft.year:
            problem = f"it starts in {one.start}, after the year of the evaluation {draft.year}."
            yield Finding(("treated", name, "start"), problem, "Nothing can be seen yet.")


def _comparison(draft: Draft) -> Iterator[Finding]:
    treated, comparison = draft.treated_places, draft.comparison
    if comparison is None:
        if draft.unit == "region":
            yield from _partly_treated(draft, ())
        return
    yield from _foreign(draft, ("comparison", "places"), comparison.places)
    named = [code for code in members_of(comparison.places) if code in treated]
    if named:
        problem = f"'{named[0]}' is treated in '{treated[named[0]]}'."
        yield Finding(("comparison", "places"), problem, "Compare with places that are not.")
    left_out: tuple[str, ...] = ()
    for position, one in enumerate(comparison.exclude):
        place: Place = ("comparison", "exclude", position, "places")
        yield from _foreign(draft, place, one.places)
        codes = members_of(one.places)
        left_out += codes
        if one.places and all(code in treated for code in codes):
            problem = f"'{codes[0]}' is treated in '{treated[codes[0]]}'."
            mend = "Take it out of one of the two: a treated place is no comparison anyway."
            yield Finding(place, problem, mend)
    mergers = comparison.exclude_merged
    if mergers is not None and draft.unit == "region":
        problem = "mergers of municipalities say nothing of whole regions."
        yield Finding(("comparison", "exclude_merged"), problem, "Leave it out.")
    if mergers is not None and mergers.first > mergers.last:
        problem = f"it ends ({mergers.last}) before it begins ({mergers.first})."
        yield Finding(("comparison", "exclude_merged", "last"), problem)
    if draft.unit == "region" and not comparison.places:
        yield from _partly_treated(draft, left_out)


def _partly_treated(draft: Draft, left_out: tuple[str, ...]) -> Iterator[Finding]:
    """Yield regions of which a part is treated and nobody said what the rest is."""
    for name, one in draft.treated.items():
        inside = set(members_of(one.places))
        for region in sorted({places.place(code).region for code in inside}):
            rest = [
                code
                for code in places.region(region).members
                if code not in draft.treated_places and code not in left_out
            ]
            if rest:
                problem = f"a part of {region} is treated; the rest ({rest[0]}, ...) is not."
                mend = f"Add {region} to comparison.exclude with a reason, or treat all of it."
                yield Finding(("treated", name, "places"), problem, mend)


def _foreign(draft: Draft, place: Place, codes: tuple[str, ...]) -> Iterator[Finding]:
    if draft.country not in places.COUNTRIES:
        return
    for code in codes:
        if places.country_of(code) != draft.country:
            yield Finding(place, f"'{code}' is not in country {draft.country}.")


def _primary(draft: Draft) -> Iterator[Finding]:
    found = [name for name, one in draft.outcomes.items() if one.primary]
    if not found and len(draft.outcomes) == len(draft.known("outcomes")) > 0:
        mend = "Mark the one the conclusion shall rest on with primary: true."
        yield Finding(("outcomes",), "no outcome is the primary one.", mend)
    for name in found[1:]:
        problem = f"'{name}' is a second primary outcome; '{found[0]}' is one already."
        mend = "Exactly one is chosen before anybody knows which moved."
        yield Finding(("outcomes", name, "primary"), problem, mend)


def _outcome(draft: Draft, place: Place, one: model.Outcome) -> Iterator[Finding]:
    found = catalogue.indicator(one.indicator)
    if draft.country in places.COUNTRIES and found.country not in (draft.country, "any"):
        problem = f"'{found.id}' is an indicator of {found.country}, not of {draft.country}."
        yield Finding((*place, "indicator"), problem)
    yield from _groups((*place, "groups"), found, one.groups)
    yield from _measure(draft, place, one, found)
    yield from _outcome_years(draft, place, one)
    opposite = {"higher": "lower", "lower": "higher"}
    if one.measure != "spread" and one.direction == opposite.get(found.polarity):
        problem = f"for '{found.id}' {found.polarity} is better; {one.direction} would be harm."
        mend = "Say either, unless the intervention is meant to do harm."
        yield Finding((*place, "direction"), problem, mend)


def _groups(place: Place, found: catalogue.Indicator, groups: tuple[str, ...]) -> Iterator[Finding]:
    for position, group in enumerate(groups):
        if group != "total" and not found.has_group(group):
            given = ", ".join(found.groups[:6]) + (", ..." if len(found.groups) > 6 else "")
            problem = f"'{found.id}' is not given for group '{group}'."
            yield Finding((*place, position), problem, f"It is given for {given}.")
        elif group in groups[:position]:
            yield Finding((*place, position), f"'{group}' stands here twice.")
    if len(groups) > 1 and found.aggregation != "sum":
        problem = f"groups of '{found.id}' cannot be added up: it is no count."
        yield Finding(place, problem, "Name one group.")
    elif len(groups) > 1 and "total" in groups:
        yield Finding(place, "total holds the other groups already.", "Name parts, or total.")


def _measure(
    draft: Draft, place: Place, one: model.Outcome, found: catalogue.Indicator
) -> Iterator[Finding]:
    where = (*place, "measure")
    if draft.unit == "municipality" and one.measure != "value":
        mend = "Say value, or make the unit a region."
        yield Finding(where, f"one municipality has no {one.measure} over municipalities.", mend)
    if draft.unit == "region" and one.measure == "value":
        yield Finding(where, "a region needs to be made of its municipalities.", "Say mean, spread "
                      "or sum.")  # fmt: skip
    if one.measure == "sum" and found.aggregation != "sum":
        yield Finding(where, f"'{found.id}' cannot be added up: it is no count.", "Say mean.")
    if one.scale == "log" and one.smallest_effect > 1:
        problem = f"on the log scale {one.smallest_effect} would be more than a doubling."
        yield Finding((*place, "smallest_effect"), problem, "Write 0.02 for about 2 percent.")
    lowest = found.lower_limit
    if one.scale == "log" and (lowest is None or lowest < 0):
        problem = f"'{found.id}' may be below nought, which has no logarithm."
        yield Finding((*place, "scale"), problem, "Say level.")


def _outcome_years(draft: Draft, place: Place, one: model.Outcome) -> Iterator[Finding]:
    first, last = one.first_year, one.last_year
    if first is not None and last is not None and first > last:
        problem = f"the last year ({last}) is before the first ({first})."
        yield Finding((*place, "last_year"), problem)
    if last is not None and draft.year is not None and last > draft.year:
        problem = f"{last} is after the year of the evaluation {draft.year}."
        yield Finding((*place, "last_year"), problem, "Nobody has figures of a year to come.")
    for name, cohort in draft.treated.items():
        start = cohort.start + one.lag
        if first is not None and start <= first:
            problem = f"'{name}' starts in {start}, so no year before it is left."
            yield Finding((*place, "first_year"), problem, "Begin earlier.")
        if last is not None and start > last:
            problem = f"'{name}' starts in {start}, so no year after it is left."
            yield Finding((*place, "last_year"), problem, "End later, or leave it out.")


def cautions(plan: EvaluationPlan) -> Iterator[Finding]:
    """Yield what is allowed but deserves a second look."""
    for name, one in plan.outcomes.items():
        earliest = min(cohort.start for cohort in plan.treated.values()) + one.lag
        before = earliest - plan.anticipation_years - (one.first_year or 0)
        if one.first_year is not None and before < FEW_YEARS:
            problem = f"only {max(before, 0)} years before the start are used."
            mend = "With so few nobody can see whether the groups moved alike before."
            yield Finding(("outcomes", name, "first_year"), problem, mend)
    for place, code in _untranslated(plan):
        yield Finding(place, f"this text is not there in {code}.", "Write it in every language.")


def _untranslated(plan: EvaluationPlan) -> Iterator[tuple[Place, str]]:
    for place, text in _texts(plan.model_dump(exclude_none=True), ()):
        missing = [code for code in plan.report_languages() if code not in text]
        if missing and "" not in text:
            yield place, missing[0]


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, Mapping[str, str]]]:
    if isinstance(value, dict):
        if value and set(value) <= {"", *catalogue.LANGUAGES}:
            yield place, value
            return
        for key, one in value.items():
            yield from _texts(one, (*place, key))
    elif isinstance(value, list | tuple):
        for position, one in enumerate(value):
            yield from _texts(one, (*place, position))
