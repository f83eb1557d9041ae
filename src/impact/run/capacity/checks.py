"""What must fit together in the file of a capacity study: places, years, tables, eligibility."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from impact import catalogue, places
from impact.places.members import members_of
from impact.run.assessments.checks import Finding, Place
from impact.run.assessments.checks_texts import texts
from impact.run.capacity import model
from impact.run.capacity.model import TABLES, CapacityFile, located
from impact.run.evaluations.model import AreaCode
from impact.run.params.checks import misfits

PUPILS_KNOWN = "SE"
"""The only country whose figures have pupils by grade and municipality."""
LONGEST_HORIZON = 9
LONG_WAY = 120.0
_AREA: TypeAdapter[str] = TypeAdapter(AreaCode)
READABLE = (".csv", ".tsv", ".txt", ".xlsx")


class Draft:
    """The sound parts of a file; one that is wrong in itself is passed over.

    Parameters
    ----------
    data
        The values of the file.
    beside
        The folder of the file.
    """

    def __init__(self, data: Mapping[str, Any], beside: Path) -> None:
        self.data = data
        self.beside = beside
        self.country = data.get("country")
        self.year = _whole(data.get("year"))
        self.planned_year = _whole(data.get("planned_year"))
        self.eligibility: model.Eligibility | None = self._record(model.Eligibility, "eligibility")
        self.objective: model.Objective | None = self._record(model.Objective, "objective", {})
        self.assumptions: model.Assumptions | None = self._record(
            model.Assumptions, "assumptions", {}
        )

    def codes(self, key: str) -> list[tuple[Place, str]]:
        """Return the sound municipalities and regions of a list, and where each stands."""
        written, context = self.data.get(key), {"country": self.country}
        found = []
        for position, name in enumerate(written if isinstance(written, list) else ()):
            try:
                found.append(((key, position), _AREA.validate_python(name, context=context)))
            except ValidationError:
                continue
        return found

    def files(self) -> Iterator[tuple[Place, str]]:
        """Yield every file of figures that is named, and where."""
        tables = self.data.get("tables")
        for name in TABLES:
            if isinstance(tables, dict) and isinstance(tables.get(name), str):
                yield ("tables", name), tables[name]
        if isinstance(self.data.get("home_municipality_file"), str):
            yield ("home_municipality_file",), self.data["home_municipality_file"]

    def _record(self, kind: type[BaseModel], key: str, usual: Any = None) -> Any:
        try:
            written = self.data.get(key, usual)
            return kind.model_validate(written, context={"country": self.country})
        except ValidationError:
            return None


def _whole(value: Any) -> int | None:
    return value if type(value) is int else None


def checks(draft: Draft) -> Iterator[Finding]:
    """Yield everything that does not fit together."""
    for one in misfits({key: value for key, value in draft.data.items() if key != "places"}):
        yield Finding(one.place, one.problem)
    yield from texts(draft)
    yield from _country(draft)
    yield from _places(draft)
    yield from _years(draft)
    yield from _eligibility(draft)
    yield from _objective(draft)


def _country(draft: Draft) -> Iterator[Finding]:
    if draft.country in places.COUNTRIES and draft.country != PUPILS_KNOWN:
        problem = f"pupils by grade and municipality are known of {PUPILS_KNOWN} only."
        mend = "Without them nobody can say how many begin upper-secondary school."
        yield Finding(("country",), problem, mend)


def _places(draft: Draft) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key in ("areas", "also"):
        for where, code in draft.codes(key):
            members = members_of([code])
            if draft.country in places.COUNTRIES and (
                foreign := [one for one in members if places.country_of(one) != draft.country]
            ):
                yield Finding(where, f"'{foreign[0]}' is not in country {draft.country}.")
            if twice := [one for one in members if one in seen]:
                yield Finding(where, f"'{twice[0]}' stands in {seen[twice[0]]} already.")
            seen |= dict.fromkeys(members, key)
    if len(seen) == 1:
        problem = "one municipality alone has nobody to share places with."
        yield Finding(("areas",), problem, "Name at least two.")


def _years(draft: Draft) -> Iterator[Finding]:
    year, planned = draft.year, draft.planned_year
    if year is None or planned is None:
        return
    if planned <= year:
        problem = f"{planned} is not after the year of the report {year}."
        yield Finding(("planned_year",), problem, "Plan for an autumn to come.")
    if planned > year + LONGEST_HORIZON:
        problem = f"{planned} is more than {LONGEST_HORIZON} years after {year}."
        mend = "Those who begin then are not in school yet, and nobody has counted them."
        yield Finding(("planned_year",), problem, mend)


def tables(draft: Draft) -> Iterator[Finding]:
    """Yield files of figures that are not there, cannot be read, or are named twice."""
    named: dict[Path, str] = {}
    for where, name in draft.files():
        file = located(name, draft.beside)
        if not file.is_file():
            mend = "Write a path in the project, such as data/capacity/skane/places.csv."
            yield Finding(where, f"there is no file '{name}'.", mend)
        elif file.suffix.lower() not in READABLE:
            yield Finding(where, f"'{name}' is neither .csv nor .xlsx.", "Save it as one of them.")
        elif file.resolve() in named:
            yield Finding(where, f"'{name}' is the table of {named[file.resolve()]} already.")
        named.setdefault(file.resolve(), ".".join(str(key) for key in where))


def _eligibility(draft: Draft) -> Iterator[Finding]:
    if draft.eligibility is None:
        return
    found = catalogue.indicator(draft.eligibility.indicator)
    where = ("eligibility", "indicator")
    if draft.country in places.COUNTRIES and found.country not in (draft.country, "any"):
        yield Finding(where, f"'{found.id}' is an indicator of {found.country}.")
    if (found.lower_limit, found.upper_limit) != (0, 100):
        yield Finding(where, f"'{found.id}' is no share in percent.", "Name one from 0 to 100.")


def _objective(draft: Draft) -> Iterator[Finding]:
    judged, given = draft.objective, draft.assumptions
    if judged is None or given is None:
        return
    longest = (judged.minute + judged.equity) * given.travel_limit
    if judged.unmet <= longest:
        problem = f"a pupil without a place counts less ({judged.unmet:g}) than the longest way "
        problem += f"({longest:g})."
        mend = "Then pupils would stay without a place rather than travel; raise unmet."
        yield Finding(("objective", "unmet"), problem, mend)


def cautions(study: CapacityFile) -> Iterator[Finding]:
    """Yield what is allowed but deserves a second look."""
    if study.allow_simulated and not study.example:
        problem = "simulated tables are allowed, but the study is no example."
        mend = "Say example: true, or allow_simulated: false once the tables are counted."
        yield Finding(("allow_simulated",), problem, mend)
    if study.assumptions.travel_limit > LONG_WAY:
        problem = f"{study.assumptions.travel_limit:g} minutes one way is more than two hours."
        yield Finding(("assumptions", "travel_limit"), problem, "Pupils would have to move.")
