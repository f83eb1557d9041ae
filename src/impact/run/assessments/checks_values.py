"""What must hold for figures, years and money of an assessment."""

from __future__ import annotations

from collections.abc import Iterator

from impact import catalogue, places
from impact.run.assessments.checks import Draft, Finding, Place
from impact.run.assessments.model import Monitoring
from impact.run.assessments.quantities import Quantity


def values(draft: Draft) -> Iterator[Finding]:
    """Yield figures that do not exist, years in the wrong order, and prices that do not fit."""
    for place, identifier in _indicators(draft):
        country = catalogue.indicator(identifier).country
        if draft.country in places.COUNTRIES and country not in (draft.country, "any"):
            problem = f"'{identifier}' is an indicator of {country}, not of {draft.country}."
            yield Finding(place, problem)
    for key, one in draft.all("quantities").items():
        yield from _figures(draft, ("quantities", key), one)
    for key, one in draft.all("monitoring").items():
        yield from _monitoring(draft, ("monitoring", key), one)
    yield from _years(draft)
    yield from _economics(draft)


def _indicators(draft: Draft) -> Iterator[tuple[Place, str]]:
    for key, one in draft.all("determinants").items():
        for position, identifier in enumerate(one.indicators):
            yield ("determinants", key, "indicators", position), identifier
    for key, one in draft.all("quantities").items():
        if one.indicator is not None:
            yield ("quantities", key, "indicator"), one.indicator
        if one.population is not None and one.population.indicator is not None:
            yield ("quantities", key, "population", "indicator"), one.population.indicator
    for key, one in draft.all("monitoring").items():
        yield ("monitoring", key, "indicator"), one.indicator


def _group(place: Place, identifier: str, group: str) -> Iterator[Finding]:
    found = catalogue.indicator(identifier)
    if group != "total" and not found.has_group(group):
        mend = f"It is given for {', '.join(found.groups) or 'total'}."
        yield Finding(place, f"'{identifier}' is not given for group '{group}'.", mend)


def _polarity(place: Place, identifier: str, said: str) -> Iterator[Finding]:
    polarity = catalogue.indicator(identifier).polarity
    if "neutral" not in (polarity, said) and polarity != said:
        yield Finding(place, f"for '{identifier}' {polarity} is better; here it says {said}.")


def _figures(draft: Draft, place: Place, one: Quantity) -> Iterator[Finding]:
    if one.indicator is not None:
        yield from _group((*place, "figure_group"), one.indicator, one.figure_group)
        yield from _polarity((*place, "good"), one.indicator, one.good)
        unit = catalogue.indicator(one.indicator).unit
        if unit != one.unit:
            problem = f"the unit of '{one.indicator}' is {unit}, not {one.unit}."
            yield Finding((*place, "unit"), problem, f"Say unit: {unit}.")
    if one.population is not None and one.population.indicator is not None:
        inner = (*place, "population")
        for position, group in enumerate(one.population.groups):
            yield from _group((*inner, "groups", position), one.population.indicator, group)
        unit = catalogue.indicator(one.population.indicator).unit
        if unit != "count":
            problem = f"'{one.population.indicator}' is no number of people ({unit})."
            yield Finding((*inner, "indicator"), problem, "Name an indicator whose unit is count.")
        yield from _not_after((*inner, "year"), one.population.year, draft.year)
    yield from _not_after((*place, "baseline_year"), one.baseline_year, draft.year)


def _monitoring(draft: Draft, place: Place, one: Monitoring) -> Iterator[Finding]:
    yield from _group((*place, "figure_group"), one.indicator, one.figure_group)
    yield from _polarity((*place, "direction"), one.indicator, one.direction)
    if draft.year is not None and one.review_year <= draft.year:
        problem = f"{one.review_year} is not after the assessment's year {draft.year}."
        yield Finding((*place, "review_year"), problem, "Follow up in a year still to come.")
    quantity = draft.all("quantities").get(one.quantity)
    if quantity is None:
        return
    if quantity.indicator != one.indicator:
        start = "no indicator" if quantity.indicator is None else f"'{quantity.indicator}'"
        problem = f"'{one.quantity}' starts from {start}, not '{one.indicator}'."
        yield Finding((*place, "quantity"), problem, "Then there is no prediction to check.")
    if quantity.figure_group != one.figure_group:
        problem = f"'{one.quantity}' is about group '{quantity.figure_group}'."
        yield Finding((*place, "figure_group"), problem, "Follow up the same group.")
    starts = [
        draft.options[name].start_year for name in quantity.alternatives if name in draft.options
    ]
    first = min((year for year in starts if year is not None), default=None)
    if first is not None and one.review_year < first:
        problem = f"in {one.review_year} nothing has begun; the first start is {first}."
        yield Finding((*place, "review_year"), problem, "Follow up after the start.")


def _not_after(place: Place, year: int | None, last: int | None) -> Iterator[Finding]:
    if year is not None and last is not None and year > last:
        problem = f"{year} is after the assessment's year {last}."
        yield Finding(place, problem, "Nobody has figures of a year to come.")


def _years(draft: Draft) -> Iterator[Finding]:
    for key, one in draft.all("participation").items():
        if one.date is not None and one.feedback is not None:
            shared = min(len(one.date), len(one.feedback))
            if one.feedback[:shared] < one.date[:shared]:
                problem = f"they were told ({one.feedback}) before they were heard ({one.date})."
                yield Finding(("participation", key, "feedback"), problem, "Check the dates.")
    made = draft.decision
    if made is not None and draft.year is not None and int(made.date[:4]) < draft.year:
        problem = f"it was made in {made.date[:4]}, before the assessment's year {draft.year}."
        mend = "An assessment is made before the decision; check both years."
        yield Finding(("decision", "date"), problem, mend)
    for key, one in draft.options.items():
        if one.start_year is not None and draft.year is not None and one.start_year < draft.year:
            problem = f"it begins in {one.start_year}, before the assessment's year {draft.year}."
            mend = "An assessment is made before the decision; check both years."
            yield Finding(("alternatives", key, "start_year"), problem, mend)


def _economics(draft: Draft) -> Iterator[Finding]:
    money = draft.economics
    if money is None:
        return
    yield from _not_after(("economics", "price_year"), money.price_year, draft.year)
    for key, one in money.costs.items():
        place = ("economics", "costs", key)
        if one.last_year < one.first_year:
            problem = f"it ends ({one.last_year}) before it begins ({one.first_year})."
            yield Finding((*place, "last_year"), problem, "Check both years.")
        if draft.year is not None and one.first_year < draft.year:
            problem = f"it begins in {one.first_year}, before the assessment's year {draft.year}."
            mend = "What is spent already is the same for every alternative; leave it out."
            yield Finding((*place, "first_year"), problem, mend)
        if one.alternative == draft.baseline:
            problem = f"'{one.alternative}' is the baseline."
            mend = "Costs are those beside the baseline; what ends is a negative cost."
            yield Finding((*place, "alternative"), problem, mend)
    priced: set[str | None] = set()
    for position, one in enumerate(money.prices):
        place = ("economics", "prices", position)
        yield from _not_after((*place, "source_year"), one.source_year, draft.year)
        if one.quantity in priced:
            what = "a WELLBY" if one.quantity is None else f"'{one.quantity}'"
            yield Finding(place, f"{what} has a price already.", "State one price for each.")
        priced.add(one.quantity)
