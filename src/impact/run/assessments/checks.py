"""What must fit together in the file of an assessment: names that exist, one baseline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from impact import evidence, frameworks
from impact.evidence.model import Parameter
from impact.run.assessments import model

Key = str | int
Place = tuple[Key, ...]
_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
EARLY_STAGES = ("screening", "scoping")
_RECORDS: dict[str, type[BaseModel]] = {
    "alternatives": model.Alternative,
    "determinants": model.Determinant,
    "groups": model.Group,
    "impacts": model.Impact,
    "not_relevant": model.NotRelevant,
    "evidence": model.Evidence,
    "participation": model.Participation,
    "mitigation": model.Mitigation,
    "parameters": Parameter,
    "quantities": model.Quantity,
    "well_being": model.WellBeing,
    "monitoring": model.Monitoring,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit, where it stands and what to do about it."""

    place: Place
    problem: str
    mend: str = ""


class Draft:
    """The sound records of a file; one that is wrong in itself is passed over, not unknown.

    Parameters
    ----------
    data
        The values of the file, with `places` resolved to codes.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.country = data.get("country")
        self._sound = {key: self._records(kind, key) for key, kind in _RECORDS.items()}
        self.screening: model.Screening | None = self._one(model.Screening, "screening")
        self.decision: model.Decision | None = self._one(model.Decision, "decision")
        self.economics: model.Economics | None = self._one(model.Economics, "economics")
        self.frameworks = {
            one.id: one for one in frameworks.frameworks() if one.id in self._named_frameworks()
        }

    def all(self, key: str) -> dict[Any, Any]:
        """Return the sound records of a part of the file, by key or by position."""
        return self._sound[key]

    def known(self, key: str) -> tuple[str, ...]:
        """Return the keys of a part of the file, sound or not."""
        value = self.data.get(key)
        return tuple(str(name) for name in value) if isinstance(value, dict) else ()

    def parameter(self, name: str) -> Parameter | None:
        """Return a parameter of the file or, failing that, of the library."""
        own = self.all("parameters").get(name)
        if own is not None or name in self.known("parameters"):
            return own
        found = evidence.library()
        return found.parameter(name) if name in found else None

    @property
    def year(self) -> int | None:
        """The year of the assessment, if it is one."""
        year = self.data.get("year")
        return year if type(year) is int else None

    @property
    def baseline(self) -> str | None:
        """The first baseline alternative."""
        return next((name for name, one in self.all("alternatives").items() if one.baseline), None)

    @property
    def options(self) -> dict[str, model.Alternative]:
        """The alternatives that are compared with the baseline."""
        return {name: one for name, one in self.all("alternatives").items() if not one.baseline}

    @property
    def assessed(self) -> bool:
        """Whether the file has come so far that what is missing is a fault."""
        if self.screening is not None and not self.screening.needed:
            return False
        return self.data.get("stage") not in EARLY_STAGES

    def _records(self, kind: type[BaseModel], key: str) -> dict[Any, Any]:
        value = self.data.get(key)
        pairs: Iterable[tuple[Key, Any]] = ()
        if isinstance(value, dict):
            pairs = ((str(name), record) for name, record in value.items())
        elif isinstance(value, list):
            pairs = enumerate(value)
        sound = {}
        for name, record in pairs:
            found = self._checked(kind, record)
            if found is not None:
                sound[name] = found
        return sound

    def _one(self, kind: type[BaseModel], key: str) -> Any:
        return self._checked(kind, self.data[key]) if key in self.data else None

    def _checked(self, kind: type[BaseModel], record: Any) -> Any:
        try:
            return kind.model_validate(record, context={"country": self.country})
        except ValidationError:
            return None

    def _named_frameworks(self) -> list[Any]:
        named = self.data.get("frameworks")
        return named if isinstance(named, list) else []


def unknown(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return problem and mend of a name that nothing has."""
    known = list(known)
    near = get_close_matches(name, known, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known) or 'none'}."
    return f"unknown {kind} '{name}'.", mend


def structure(draft: Draft) -> Iterator[Finding]:
    """Yield unknown names, a missing or second baseline, and screening that does not fit."""
    yield from _keys(draft)
    yield from _baseline(draft)
    yield from _frameworks(draft)
    yield from _screening(draft)
    yield from _studies(draft)
    for place, kind, name, known in _references(draft):
        if name not in known:
            yield Finding(place, *unknown(kind, name, known))


def _keys(draft: Draft) -> Iterator[Finding]:
    """Yield keys that are no plain names, or that two things would share."""
    costs = () if draft.economics is None else draft.economics.costs
    written: list[Place] = [(part, name) for part in _RECORDS for name in draft.known(part)]
    for place in (*written, *(("economics", "costs", name) for name in costs)):
        if not _KEY.fullmatch(str(place[-1])):
            mend = "Use small letters a-z, digits and underscores, at most 60, a letter first."
            yield Finding(place, "this cannot be a key.", mend)
    for part in ("quantities", "well_being"):
        if "wellby" in draft.known(part):
            mend = "It is what all well-being together is counted in; choose another."
            yield Finding((part, "wellby"), "this name is taken.", mend)
    for name in draft.known("well_being"):
        if name in draft.known("quantities"):
            mend = "Choose another; a price must know which of them is meant."
            yield Finding(("well_being", name), f"a quantity is called '{name}' already.", mend)


def _baseline(draft: Draft) -> Iterator[Finding]:
    found = [name for name, one in draft.all("alternatives").items() if one.baseline]
    wanted = draft.assessed or bool(draft.known("alternatives"))
    sound = len(draft.all("alternatives")) == len(draft.known("alternatives"))
    if wanted and not found and sound:
        mend = "Mark one with baseline: true, usually going on as now."
        yield Finding(("alternatives",), "no alternative is the baseline.", mend)
    for name in found[1:]:
        problem = f"'{name}' is a second baseline; '{found[0]}' is one already."
        mend = "Exactly one alternative is what the others are compared with."
        yield Finding(("alternatives", name, "baseline"), problem, mend)
    if draft.assessed and found and len(draft.known("alternatives")) < 2:
        mend = "Add what could be done instead."
        yield Finding(("alternatives",), "there is nothing but the baseline.", mend)


def _frameworks(draft: Draft) -> Iterator[Finding]:
    known = [one.id for one in frameworks.frameworks()]
    named = draft.data.get("frameworks")
    for position, name in enumerate(named if isinstance(named, list) else ()):
        if name not in known:
            yield Finding(("frameworks", position), *unknown("framework", str(name), known))
        elif name in named[:position]:
            yield Finding(("frameworks", position), f"'{name}' stands here twice.")


def _screening(draft: Draft) -> Iterator[Finding]:
    if draft.screening is None:
        return
    for position, answer in enumerate(draft.screening.answers):
        place = ("screening", "answers", position)
        if answer.framework not in draft.frameworks:
            found = unknown("framework of this assessment", answer.framework, draft.frameworks)
            yield Finding((*place, "framework"), *found)
            continue
        parts = [part.id for part in draft.frameworks[answer.framework].parts]
        if answer.part not in parts:
            found = unknown(f"part of {answer.framework}", answer.part, parts)
            yield Finding((*place, "part"), *found)


def _studies(draft: Draft) -> Iterator[Finding]:
    for key, one in draft.all("evidence").items():
        if one.kind == "study" and not (one.parameter or one.citation or one.doi or one.url):
            mend = "Give citation, doi or url, or name a parameter of the library."
            yield Finding(("evidence", key), "nobody can find this study.", mend)


def _references(draft: Draft) -> Iterator[tuple[Place, str, str, tuple[str, ...]]]:
    """Yield every name one part of the file uses of another: place, kind, name, what exists."""
    alternatives, groups = draft.known("alternatives"), draft.known("groups")
    determinants, quantities = draft.known("determinants"), draft.known("quantities")
    impacts = draft.known("impacts")
    for key, one in draft.all("impacts").items():
        place = ("impacts", key)
        yield (*place, "alternative"), "alternative", one.alternative, alternatives
        yield (*place, "determinant"), "determinant", one.determinant, determinants
        yield (*place, "group"), "group", one.group, groups
        for position, name in enumerate(one.evidence):
            yield (*place, "evidence", position), "evidence", name, draft.known("evidence")
        if one.quantity is not None:
            yield (*place, "quantity"), "quantity", one.quantity, quantities
    for key, one in draft.all("not_relevant").items():
        place = ("not_relevant", key, "alternative")
        yield place, "alternative", one.alternative, alternatives
    for key, one in draft.all("participation").items():
        yield ("participation", key, "group"), "group", one.group, groups
    for key, one in draft.all("mitigation").items():
        yield ("mitigation", key, "impact"), "impact", one.impact, impacts
    for key, one in draft.all("quantities").items():
        place = ("quantities", key)
        for position, name in enumerate(one.alternatives):
            yield (*place, "alternatives", position), "alternative", name, alternatives
        yield (*place, "determinant"), "determinant", one.determinant, determinants
        yield (*place, "group"), "group", one.group, groups
    yield from _later_references(draft, quantities, impacts, alternatives)
    yield from _parameters(draft)


def _later_references(
    draft: Draft,
    quantities: tuple[str, ...],
    impacts: tuple[str, ...],
    alternatives: tuple[str, ...],
) -> Iterator[tuple[Place, str, str, tuple[str, ...]]]:
    for key, one in draft.all("well_being").items():
        yield ("well_being", key, "quantity"), "quantity", one.quantity, quantities
    for key, one in draft.all("monitoring").items():
        if one.quantity is not None:
            yield ("monitoring", key, "quantity"), "quantity", one.quantity, quantities
        for position, name in enumerate(one.impacts):
            yield ("monitoring", key, "impacts", position), "impact", name, impacts
    if draft.decision is not None:
        place = ("decision", "alternative")
        yield place, "alternative", draft.decision.alternative, alternatives
    if draft.economics is not None:
        for key, one in draft.economics.costs.items():
            place = ("economics", "costs", key, "alternative")
            yield place, "alternative", one.alternative, alternatives
        priced = (*quantities, *draft.known("well_being"))
        for position, one in enumerate(draft.economics.prices):
            if one.quantity is not None:
                place = ("economics", "prices", position, "quantity")
                yield place, "quantity", one.quantity, priced


def _parameters(draft: Draft) -> Iterator[tuple[Place, str, str, tuple[str, ...]]]:
    library = tuple(one.id for one in evidence.library().parameters())
    known = (*draft.known("parameters"), *library)
    for key, one in draft.all("evidence").items():
        if one.parameter is not None:
            yield ("evidence", key, "parameter"), "parameter", one.parameter, known
    for key, one in draft.all("quantities").items():
        if one.parameter is not None:
            yield ("quantities", key, "parameter"), "parameter", one.parameter, known
        for position, level in enumerate(one.exposures):
            if level.risk is not None:
                place = ("quantities", key, "exposures", position, "risk")
                yield place, "parameter", level.risk, known
