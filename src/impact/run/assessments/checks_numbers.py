"""What must hold for the numbers of an assessment: ranges, exposures, parameters and their use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from impact import evidence
from impact.errors import InvalidInput
from impact.evidence.model import Parameter
from impact.run.assessments.checks import Draft, Finding, Place
from impact.run.assessments.quantities import Quantity, Range

_USELESS = {
    "programme_effect": ("exposures", "amount"),
    "exposure_change": ("parameter", "amount", "standard_deviation"),
    "stated": (
        "parameter",
        "exposures",
        "baseline",
        "indicator",
        "reach",
        "transfer",
        "population",
        "baseline_year",
        "standard_deviation",
    ),
}
_WHOLE = 1e-6


def numbers(draft: Draft) -> Iterator[Finding]:
    """Yield every number that cannot be, and every quantity that cannot be calculated."""
    for place, found, low, high in _ranges(draft):
        yield from _range(place, found, low, high)
    for key, one in draft.all("quantities").items():
        yield from _quantity(draft, ("quantities", key), one)
    yield from _parameters(draft)


def _ranges(draft: Draft) -> Iterator[tuple[Place, Range, float | None, float | None]]:
    """Yield every range of the file: place, range, least and largest possible value."""
    for key, one in draft.all("quantities").items():
        place = ("quantities", key)
        top = 100.0 if one.unit == "percent" else None
        limits = {"baseline": (0.0, top), "reach": (0.0, 1.0), "transfer": (0.0, 1.0)}
        for name in ("baseline", "reach", "transfer", "amount"):
            found = getattr(one, name)
            if found is not None:
                yield (*place, name), found, *limits.get(name, (None, None))
        if one.population is not None and one.population.stated is not None:
            yield (*place, "population", "stated"), one.population.stated, 0.0, None
    for key, one in draft.all("well_being").items():
        yield ("well_being", key, "points"), one.points, -10.0, 10.0
    if draft.economics is not None:
        for key, one in draft.economics.costs.items():
            yield ("economics", "costs", key, "per_year"), one.per_year, None, None
        for position, one in enumerate(draft.economics.prices):
            yield ("economics", "prices", position, "price"), one.price, 0.0, None


def _range(
    place: Place, found: Range, least: float | None, largest: float | None
) -> Iterator[Finding]:
    for name in ("low", "central", "high"):
        value = getattr(found, name)
        if value is None:
            continue
        if (least is not None and value < least) or (largest is not None and value > largest):
            limits = f"{'...' if least is None else f'{least:g}'} to "
            limits += "..." if largest is None else f"{largest:g}"
            mend = "Write shares as 0.7, not 70." if largest == 1 else ""
            yield Finding((*place, name), f"{value:g} lies outside {limits}.", mend)
    if (found.low is None) != (found.high is None):
        missing = "low" if found.low is None else "high"
        yield Finding(place, f"the bound {missing} is missing.", "Give both bounds, or none.")
    elif found.low is not None and found.high is not None:
        if found.low > found.high:
            problem = f"the bounds are in the wrong order: low {found.low:g}, high {found.high:g}."
            yield Finding(place, problem, "Change them round.")
        elif not found.low <= found.central <= found.high:
            problem = f"central {found.central:g} is not between low and high."
            yield Finding(place, problem, "The most likely value lies inside its range.")


def _quantity(draft: Draft, place: Place, one: Quantity) -> Iterator[Finding]:
    for name in _USELESS[one.kind]:
        if getattr(one, name):
            yield Finding((*place, name), f"a quantity of kind {one.kind} does not use it.")
    if draft.baseline in one.alternatives:
        mend = "It is calculated against the baseline; leave the baseline out."
        yield Finding((*place, "alternatives"), f"'{draft.baseline}' is the baseline.", mend)
    yield from _starts(draft, place, one)
    if one.kind == "stated":
        yield from _stated(place, one)
        return
    yield from _level(place, one)
    if one.kind == "programme_effect":
        if one.parameter is None:
            mend = "Name one of the library or of the file's own parameters."
            yield Finding((*place, "parameter"), "is missing.", mend)
        else:
            yield from _use(draft, (*place, "parameter"), one.parameter, one.kind)
    else:
        yield from _exposures(draft, (*place, "exposures"), one)


def _starts(draft: Draft, place: Place, one: Quantity) -> Iterator[Finding]:
    for name in one.alternatives:
        found = draft.options.get(name)
        if found is not None and found.start_year is None:
            problem = f"'{name}' has no start_year, so nothing can be calculated for it."
            yield Finding(("alternatives", name), problem, "Say in which year it would begin.")


def _stated(place: Place, one: Quantity) -> Iterator[Finding]:
    if one.amount is None:
        mend = "Say how much a year, with low and high."
        yield Finding((*place, "amount"), "is missing.", mend)
    elif one.amount.source is None and one.amount.reason is None:
        mend = "Say who states it under source, or why under reason."
        yield Finding((*place, "amount"), "the number has neither source nor reason.", mend)


def _level(place: Place, one: Quantity) -> Iterator[Finding]:
    if one.indicator is None and one.baseline is None:
        mend = "Name an indicator with figures, or state a baseline."
        yield Finding(place, "nothing says from which level it starts.", mend)
    if one.indicator is not None and one.baseline is not None:
        mend = "Keep one of them."
        yield Finding((*place, "baseline"), "it starts from an indicator and a number.", mend)
    if one.baseline is not None and one.baseline.source is None and one.baseline.reason is None:
        mend = "Say who states it under source, or why under reason; 'assumed' is an answer."
        yield Finding((*place, "baseline"), "the number has neither source nor reason.", mend)
    population = one.population
    if population is not None and (population.indicator is None) == (population.stated is None):
        mend = "Name an indicator with figures, or state a number: one of the two."
        yield Finding((*place, "population"), "it is not clear how many people it is about.", mend)


def _exposures(draft: Draft, place: Place, one: Quantity) -> Iterator[Finding]:
    levels = one.exposures
    if not levels:
        yield Finding(place, "are missing.", "List every level with its share before and after.")
        return
    unexposed = [position for position, level in enumerate(levels) if level.risk is None]
    for name in ("before", "after"):
        total = sum(getattr(level, name) for level in levels)
        if total > 1 + _WHOLE:
            problem = f"the shares {name} sum to {total:g}, above 1."
            yield Finding(place, problem, "Every person is at one level.")
        elif total < 1 - _WHOLE:
            rest = 1 - total
            problem = f"the shares {name} sum to {total:g}; {rest:g} of the people are missing."
            mend = "Add the unexposed as a level without a risk."
            yield Finding(
                place, problem, mend if not unexposed else "Every person is at one level."
            )
    if not unexposed:
        mend = "Add a level without a risk; its share is 1 minus the others."
        yield Finding(place, "the unexposed share is missing: every level has a risk.", mend)
    for position in unexposed[1:]:
        mend = "The risks of the others are compared with one unexposed level."
        yield Finding((*place, position), "a second level has no risk.", mend)
    for position, level in enumerate(levels):
        if level.risk is not None:
            yield from _use(draft, (*place, position, "risk"), level.risk, one.kind)


def _use(draft: Draft, place: Place, name: str, use: str) -> Iterator[Finding]:
    parameter = draft.parameter(name)
    if parameter is None:
        return
    try:
        evidence.check_use(parameter, use)
    except InvalidInput as error:
        for found in error.faults:
            yield Finding(place, found.problem, found.mend)


def _parameters(draft: Draft) -> Iterator[Finding]:
    library = evidence.library()
    for key, one in draft.all("parameters").items():
        place = ("parameters", key)
        if one.id != key:
            mend = "Leave the id out; the key says it."
            yield Finding((*place, "id"), f"it is '{one.id}', but it stands under '{key}'.", mend)
        if key in library:
            mend = "Give it another name; a reader must know which one is meant."
            yield Finding(place, f"the library has a parameter '{key}' already.", mend)
        yield from _faults(place, one)


def _faults(place: Place, one: Parameter) -> Iterator[Finding]:
    written: dict[str, Place] = {}

    def where(inner: tuple[Any, ...]) -> str:
        name = ".".join(str(part) for part in inner)
        written[name] = (*place, *inner)
        return name

    for found in evidence.faults(one, where=where):
        yield Finding(written.get(found.where, place), found.problem, found.mend)
