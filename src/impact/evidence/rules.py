"""What must hold for a parameter beyond the shape of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from impact.errors import Fault
from impact.evidence.model import RATIOS, Parameter

Place = tuple[str | int, ...]
Broken = tuple[Place, str, str]

_UNITS = {
    **dict.fromkeys(RATIOS, "ratio"),
    "standardised_mean_difference": "standard_deviations",
    "correlation": "correlation",
    "attributable_fraction": "share",
}
_LIMITS = {"correlation": (-1.0, 1.0), "attributable_fraction": (-float("inf"), 1.0)}
_FOUND = {
    "design": "Say how it was found: trial, cohort, review of how many studies.",
    "transfer": "Say what stands between the people studied and a Nordic municipality.",
}
_SCENARIO = "Or mark it scenario_only: true; then it may only stand in a scenario."


def faults(
    parameter: Parameter,
    *,
    languages: Iterable[str] = (),
    where: Callable[[Place], str] | None = None,
) -> tuple[Fault, ...]:
    """Return everything that keeps a parameter from being used honestly.

    Parameters
    ----------
    parameter
        One parameter, of the library or of an assessment's own file.
    languages
        Languages every text of it must be in.
    where
        From a place such as ``("lower",)`` to how a fault names it (file and line). Without it
        the parameter's id and field are named.

    Returns
    -------
    tuple of Fault
        Empty when there is nothing to mend.

    Notes
    -----
    A parameter without interval, design and transfer note is refused unless it is marked
    `scenario_only`. Bounds must stand around the estimate, ratios above nought, correlations
    within -1 and 1; a source must be named.
    """

    def named(place: Place) -> str:
        path = ".".join(str(part) for part in place)
        return f"parameter '{parameter.id}'" + (f", {path}" if path else "")

    broken = (*broken_rules(parameter), *_missing_languages(parameter, tuple(languages)))
    return tuple(Fault((where or named)(place), problem, mend) for place, problem, mend in broken)


def broken_rules(parameter: Parameter) -> Iterator[Broken]:
    """Yield place, problem and mend of every rule that a parameter breaks."""
    yield from _interval(parameter)
    yield from _possible_numbers(parameter)
    yield from _distribution(parameter)
    yield from _unit(parameter)
    yield from _how_found(parameter)
    yield from _source(parameter)


def _interval(one: Parameter) -> Iterator[Broken]:
    if one.lower is None and one.upper is None:
        if not one.scenario_only:
            mend = f"Give the interval the study gives. {_SCENARIO}"
            yield ("central",), f"{one.id} has no interval (lower and upper).", mend
        return
    if one.lower is None or one.upper is None:
        missing = "lower" if one.lower is None else "upper"
        yield (missing,), f"{one.id} has one bound only; {missing} is missing.", "Give both."
        return
    if one.lower > one.upper:
        problem = f"the bounds of {one.id} are turned around: {one.lower:g} to {one.upper:g}."
        yield ("lower",), problem, "The smaller number is lower."
    elif not one.lower <= one.central <= one.upper:
        problem = (
            f"the estimate of {one.id}, {one.central:g}, lies outside its interval "
            f"{one.lower:g} to {one.upper:g}."
        )
        yield ("central",), problem, "Check whether all three are in the same unit."
    elif one.lower == one.upper:
        problem = f"the interval of {one.id} has no width."
        yield ("lower",), problem, "Leave the bounds out and say distribution: fixed."


def _numbers(one: Parameter) -> Iterator[tuple[str, float]]:
    for name in ("central", "lower", "upper"):
        value = getattr(one, name)
        if value is not None:
            yield name, value


def _possible_numbers(one: Parameter) -> Iterator[Broken]:
    low, high = _LIMITS.get(one.measure, (-float("inf"), float("inf")))
    for name, value in _numbers(one):
        if one.measure in RATIOS and value <= 0:
            problem = f"{name} of {one.id} is {value:g}; a ratio is above 0."
            yield (name,), problem, "18 per cent lower risk is the ratio 0.82."
        elif not low <= value <= high:
            problem = f"{name} of {one.id} is {value:g}; {_words(one)} lies within {low:g} and"
            yield (name,), f"{problem} {high:g}.", "Give it as a share of one."


def _words(one: Parameter) -> str:
    return f"a {one.measure.replace('_', ' ')}"


def _distribution(one: Parameter) -> Iterator[Broken]:
    shape = one.distribution
    if shape == "fixed" and (one.lower is not None or one.upper is not None):
        problem = f"{one.id} has bounds and distribution 'fixed'."
        yield ("distribution",), problem, "A fixed number has no bounds."
    above = {"lognormal": "above 0", "gamma": "above 0", "beta": "between 0 and 1"}.get(shape or "")
    for name, value in _numbers(one):
        if above and (value <= 0 or (shape == "beta" and value >= 1)):
            problem = f"{name} of {one.id} is {value:g}; distribution '{shape}' is for numbers"
            yield (name,), f"{problem} {above}.", "Choose another distribution, such as normal."


def _unit(one: Parameter) -> Iterator[Broken]:
    wanted = _UNITS.get(one.measure)
    if wanted is not None and one.unit != wanted:
        problem = f"the unit of {one.id}, {_words(one)}, is '{one.unit}'."
        yield ("unit",), problem, f"It must be '{wanted}'."
    if wanted is None and one.unit == "ratio":
        problem = f"{one.id}, {_words(one)}, has no unit."
        yield ("unit",), problem, "Say the unit, such as percent, points or million NOK."
    if one.increment is not None and one.measure not in RATIOS:
        problem = f"{one.id}, {_words(one)}, has an increment."
        yield ("increment",), problem, "Only ratios are given per step of exposure."


def _how_found(one: Parameter) -> Iterator[Broken]:
    if one.causal == "scenario" and not one.scenario_only:
        problem = f"{one.id} is a scenario and not marked as one."
        yield ("scenario_only",), problem, "Say scenario_only: true."
    if one.scenario_only:
        return
    for name, mend in _FOUND.items():
        if getattr(one, name) is None:
            label = {"design": "design", "transfer": "transfer note"}[name]
            yield (name,), f"{one.id} has no {label}.", f"{mend} {_SCENARIO}"


def _source(one: Parameter) -> Iterator[Broken]:
    if one.citation is None and not (one.causal == "scenario" and one.note):
        mend = "Name the study. A scenario of your own says in note where the number comes from."
        yield ("citation",), f"{one.id} has no citation.", mend
    if one.doi is not None and not one.doi.startswith("10."):
        problem = f"the doi of {one.id} is '{one.doi}'."
        yield ("doi",), problem, "It begins with 10. and holds no address."


def _missing_languages(one: Parameter, languages: tuple[str, ...]) -> Iterator[Broken]:
    for name in ("name", "outcome", "contrast", "design", "population", "transfer", "note"):
        text = getattr(one, name)
        missing = [language for language in languages if text and language not in text]
        if missing:
            yield (name,), f"'{name}' of {one.id} lacks {', '.join(missing)}.", "Translate it."
