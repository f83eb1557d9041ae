"""What must hold so that a quantity can be calculated, and what is won be counted and priced."""

from __future__ import annotations

from collections.abc import Iterator

from impact import catalogue
from impact.catalogue import SHARES
from impact.evidence.model import Parameter
from impact.run.assessments.checks import Draft, Finding, Place
from impact.run.assessments.quantities import OTHER_UNITS, Population, Quantity


def calculation(draft: Draft) -> Iterator[Finding]:
    """Yield what stops a quantity from being calculated, and prices of what is not counted."""
    for key, one in draft.all("quantities").items():
        place = ("quantities", key)
        yield from _once((*place, "alternatives"), one.alternatives)
        yield from _unit((*place, "unit"), one)
        yield from _years(draft, place, one)
        if one.population is not None:
            yield from _people(draft, (*place, "population"), one, one.population)
        yield from _risks(draft, place, one)
        parameter = draft.parameter(one.parameter) if one.parameter else None
        if parameter is not None and one.kind == "programme_effect":
            yield from _effect((*place, "parameter"), one, parameter)
    yield from _won(draft)


def _once(place: Place, names: tuple[str, ...]) -> Iterator[Finding]:
    for position, name in enumerate(names):
        if name in names[:position]:
            yield Finding((*place, position), f"'{name}' stands here twice.", "Keep one of them.")


def _unit(place: Place, one: Quantity) -> Iterator[Finding]:
    known = (*catalogue.UNITS, *OTHER_UNITS)
    if one.unit not in known:
        problem = f"'{one.unit}' is no unit a report has words for."
        yield Finding(place, problem, f"There are: {', '.join(known)}.")


def _years(draft: Draft, place: Place, one: Quantity) -> Iterator[Finding]:
    if one.indicator is not None and one.baseline_year is None:
        mend = f"Say from which year's figures of '{one.indicator}' it starts."
        yield Finding((*place, "baseline_year"), "is missing.", mend)
    for name in one.alternatives:
        found = draft.options.get(name)
        if found is not None and one.lag_years >= found.horizon_years:
            problem = (
                f"the effect comes after {one.lag_years:g} years, and '{name}' is looked at for "
                f"{found.horizon_years}."
            )
            mend = "Lengthen horizon_years of the alternative, or shorten the lag."
            yield Finding((*place, "lag_years"), problem, mend)


def _people(draft: Draft, place: Place, one: Quantity, population: Population) -> Iterator[Finding]:
    if population.indicator is not None:
        if population.year is None:
            yield Finding((*place, "year"), "is missing.", "Say of which year the people are.")
        if not population.groups:
            mend = "Name at least one, such as total."
            yield Finding((*place, "groups"), "there are none.", mend)
        yield from _once((*place, "groups"), population.groups)
        if "total" in population.groups and len(set(population.groups)) > 1:
            problem = "total holds everybody, so the other groups would be counted twice."
            yield Finding((*place, "groups"), problem, "Keep total, or the groups.")
    several = len(draft.data.get("places") or ()) > 1
    if population.stated is not None and one.indicator is not None and several:
        problem = "one number for several places, but each place starts from a level of its own."
        mend = "Name an indicator with the people of every place, or one baseline for all places."
        yield Finding((*place, "stated"), problem, mend)


def _risks(draft: Draft, place: Place, one: Quantity) -> Iterator[Finding]:
    """Yield risks that cannot stand for a level of exposure."""
    leveled = one.unit in SHARES and (one.indicator is not None or one.baseline is not None)
    for position, level in enumerate(one.exposures):
        found = draft.parameter(level.risk) if level.risk else None
        where = (*place, "exposures", position, "risk")
        if found is not None and found.measure == "odds_ratio" and not leveled:
            problem = f"'{found.id}' is an odds ratio; which risk it means depends on the level."
            mend = "State the level as a share of the people (percent), or take a relative risk."
            yield Finding(where, problem, mend)
        if found is not None and found.increment is not None:
            problem = f"'{found.id}' is the ratio of a step of {found.increment:g}, not of a level."
            mend = "State the level's own ratio under parameters: the ratio to the power of steps."
            yield Finding(where, problem, mend)


def _effect(place: Place, one: Quantity, parameter: Parameter) -> Iterator[Finding]:
    share, words = one.unit in SHARES, parameter.measure.replace("_", " ")
    if parameter.measure in ("odds_ratio", "risk_difference") and not share:
        problem = f"'{parameter.id}' is about shares of people ({words}); the level is {one.unit}."
        yield Finding(place, problem, "Use a mean difference or a standardised one.")
    elif parameter.measure in ("mean_difference", "risk_difference"):
        known = (*SHARES, "ratio", "share") if share else (one.unit,)
        if parameter.unit not in known:
            problem = f"'{parameter.id}' is a {words} in {parameter.unit}, the level in {one.unit}."
            yield Finding(place, problem, f"Give it in {one.unit}.")
    spread = share or one.standard_deviation is not None
    if parameter.measure == "standardised_mean_difference" and not spread:
        problem = f"'{parameter.id}' counts in standard deviations, and none is given."
        mend = "Say under standard_deviation how much people differ."
        yield Finding(place, problem, mend)


def _won(draft: Draft) -> Iterator[Finding]:
    """Yield well-being and prices that would be left out of the sum without a word."""
    quantities = draft.all("quantities")
    for key, one in draft.all("well_being").items():
        place = ("well_being", key, "quantity")
        if one.quantity in quantities:
            yield from _counted(place, one.quantity, quantities[one.quantity], people=True)
    if draft.economics is None:
        return
    for position, one in enumerate(draft.economics.prices):
        place = ("economics", "prices", position)
        if one.quantity is None and not draft.known("well_being"):
            mend = "Say under well_being what it does for people, or name a quantity."
            yield Finding(place, "a WELLBY has a price, but no well-being is counted.", mend)
        elif one.quantity in quantities:
            found = quantities[one.quantity]
            yield from _counted((*place, "quantity"), one.quantity, found, people=False)


def _counted(place: Place, name: str, one: Quantity, *, people: bool) -> Iterator[Finding]:
    if one.good == "neutral":
        problem = f"of '{name}' neither more nor less is better, so nothing is won or lost."
        yield Finding(place, problem, f"Say under quantities.{name}.good what is better.")
    elif one.kind == "stated":
        if people and one.unit != "count":
            problem = f"'{name}' counts {one.unit}, not people."
            yield Finding(place, problem, "Name a quantity that counts people.")
    elif not _counts(one):
        problem = f"'{name}' is a level; how many people it is about is not said."
        mend = f"Say under quantities.{name}.population how many they are."
        yield Finding(place, problem, mend)


def _counts(one: Quantity) -> bool:
    """Say whether persons or cases come out of a quantity beside its level."""
    if one.kind == "exposure_change" and one.unit == "count":
        return True
    return one.population is not None and one.unit in SHARES
