"""What must fit together in the file of an index: its tree, its indicators, entered scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace

from impact import catalogue
from impact.catalogue import LANGUAGES
from impact.run.assessments.checks import Finding, Place
from impact.run.assessments.checks_texts import texts
from impact.run.indices.model import IndexRecord
from impact.run.indices.tree_checks import tree_checks


def checks(record: IndexRecord) -> Iterator[Finding]:
    """Yield everything that does not fit together in a file whose fields are sound."""
    yield from tree_checks(record)
    yield from texts(SimpleNamespace(data=record.model_dump(exclude_none=True)))
    for name, measure in record.indicators.items():
        yield from _measure(record, ("indicators", name), measure)
    yield from _years(record)
    yield from _entered(record)
    yield from _classes(record)


def _measure(record: IndexRecord, place: Place, one) -> Iterator[Finding]:
    if one.indicator is None:
        if one.title is None:
            mend = "Name an indicator of the catalogue, or give a title for scores entered by hand."
            yield Finding(place, "it is neither measured nor named.", mend)
        return
    known = catalogue.indicator(one.indicator)
    if known.country not in (record.country, "any"):
        problem = f"'{known.id}' is an indicator of {known.country}, not of {record.country}."
        yield Finding((*place, "indicator"), problem)
    if known.polarity == "neutral" and one.direction is None:
        problem = f"for '{known.id}' neither higher nor lower is better."
        yield Finding(place, problem, "Say under direction which one this index means.")
    if known.polarity != "neutral" and one.direction not in (None, known.polarity):
        problem = f"for '{known.id}' {known.polarity} is better; the file says the opposite."
        yield Finding((*place, "direction"), problem)
    for key in ("goalposts", "target"):
        yield from _inside((*place, key), known, getattr(one, key))


def _inside(place: Place, known: catalogue.Indicator, given) -> Iterator[Finding]:
    low, high = known.lower_limit, known.upper_limit
    numbers = given if isinstance(given, tuple) else () if given is None else (given,)
    for number in numbers:
        if (low is not None and number < low) or (high is not None and number > high):
            yield Finding(place, f"{number} is outside what '{known.id}' can be.")


def _years(record: IndexRecord) -> Iterator[Finding]:
    if record.base_year and record.checked and record.base_year > int(record.checked[:4]):
        problem = f"the file was checked in {record.checked[:4]}, before that year."
        yield Finding(("base_year",), problem, "Take a year whose figures are there.")
    if record.weighting not in ("given", "equal") and record.base_year is None:
        problem = f"weights by {record.weighting} are calculated from a base year."
        yield Finding(("weighting",), problem, "Say which one under base_year.")
    for name, one in record.indicators.items():
        if one.indicator is None or record.base_year is None:
            continue
        for known in catalogue.indicator(one.indicator).breaks:
            if known.effect == "break" and known.year > record.base_year:
                problem = f"'{one.indicator}' was defined anew in {known.year}, after base_year."
                mend = f"Take a base year of {known.year} or later."
                yield Finding(("indicators", name), problem, mend)


def _entered(record: IndexRecord) -> Iterator[Finding]:
    if record.entered is None:
        if record.funding is not None:
            mend = "Give at least one municipality under entered."
            yield Finding(("funding",), "money follows entered scores, and there are none.", mend)
        return
    if any(one.indicator is not None for one in record.indicators.values()):
        problem = "scores are entered for an index whose indicators are measured."
        yield Finding(("entered",), problem, "Leave out the one or the other.")
    for name, one in record.indicators.items():
        if one.direction == "lower" or one.goalposts not in (None, (0.0, 100.0)):
            problem = "scores entered by hand are points from 0 to 100, and 100 is best."
            yield Finding(("indicators", name), problem, "Turn the scores, and leave this out.")
    everybody = None if record.funding is None else record.funding.inhabitants
    for key, one in record.entered.places.items():
        place: Place = ("entered", "places", key)
        for name in one.scores:
            if name not in record.indicators:
                yield Finding((*place, "scores", name), "the index has no such indicator.")
        if everybody is not None and one.inhabitants > everybody:
            problem = "it has more inhabitants than all municipalities together."
            yield Finding((*place, "inhabitants"), problem)
        if not set(one.scores) & set(record.indicators):
            yield Finding((*place, "scores"), "not one indicator of the index has a score.")


def _classes(record: IndexRecord) -> Iterator[Finding]:
    lowest = [one.lowest for one in record.classes]
    if lowest and (lowest[0] != 0 or sorted(set(lowest)) != lowest):
        mend = "Write them from the lowest to the highest; the first begins at 0."
        yield Finding(("classes",), "the classes do not cover 0 to 100 in order.", mend)


def cautions(record: IndexRecord) -> Iterator[Finding]:
    """Yield what is allowed but deserves a second look."""
    kept = record.model_dump(exclude_none=True)
    for place, text in _written(kept, ()):
        missing = [code for code in LANGUAGES if code not in text]
        if missing and "" not in text:
            problem = f"this text is not there in {missing[0]}."
            yield Finding(place, problem, "Write it in every language.")
    if record.normalisation not in ("goalposts", "distance_to_target") and not record.base_year:
        problem = "without a base year every year has limits of its own."
        yield Finding(("base_year",), problem, "Then scores of two years cannot be compared.")


def _written(value: object, place: Place) -> Iterator[tuple[Place, Mapping[str, str]]]:
    if isinstance(value, dict):
        if value and set(value) <= {"", *LANGUAGES}:
            yield place, value
            return
        for key, one in value.items():
            yield from _written(one, (*place, key))
    elif isinstance(value, list | tuple):
        for position, one in enumerate(value):
            yield from _written(one, (*place, position))
