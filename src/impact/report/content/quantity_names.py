"""What the ids of an assessment and its appraisal are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impact.report.message import IndicatorName, LocalWords, Message, Number, message, words

if TYPE_CHECKING:
    from impact.run.assessments.model import Assessment

INPUTS = ("reach", "transfer", "baseline", "population", "amount", "points")


def alternative(assessment: Assessment, name: str) -> LocalWords:
    """Return the title of an alternative."""
    return words(assessment.alternatives[name].title)


def others(assessment: Assessment) -> list[str]:
    """Return the alternatives beside the baseline, those not rejected if there are any."""
    beside = [name for name, one in assessment.alternatives.items() if not one.baseline]
    standing = [n for n in beside if assessment.alternatives[n].status != "rejected"]
    return standing or beside


def subject(assessment: Assessment, name: object) -> LocalWords | Message:
    """Return what a price or a cost is about: a quantity, well-being, or one WELLBY."""
    if not isinstance(name, str) or name in ("", "wellby"):
        return message("economics-wellby")
    for kind in ("quantities", "well_being"):
        found = getattr(assessment, kind).get(name)
        if found is not None:
            return words(found.title)
    return words(name)


def parameter(assessment: Assessment, key: str) -> LocalWords | Message:
    """Return the name of a number that goes in, by its key in an appraisal.

    Keys say what the number is and whose: `parameter:kiva_victims`, `reach:withdrawn_grants`,
    `figure:kolada:N17625:total:2023`, `cost:teams`, `price:0`; `all` is everything together.
    """
    kind, _, whose = key.partition(":")
    if kind == "all":
        return message("input-all")
    if kind == "parameter":
        study = study_of(assessment, whose)
        if study is None:
            return words(whose)
        assumed = study.scenario_only or study.causal == "scenario"
        return message("input-assumed" if assumed else "input-parameter", subject=words(study.name))
    if kind == "figure":
        return message("input-figure", indicator=IndicatorName(":".join(whose.split(":")[:2])))
    owner = _title(assessment, kind, whose)
    return words(key) if owner is None else message(f"input-{kind}", subject=owner)


def study_of(assessment: Assessment, name: str) -> Any | None:
    """Return the effect of a study with this id, of the file or of the library."""
    if name in assessment.parameters:
        return assessment.parameters[name]
    library = _library()
    return library.parameter(name) if name in library else None


def basis(assessment: Assessment, key: str) -> LocalWords | Message | str:
    """Return what a number that goes in rests on: a citation, figures, a source or a reason."""
    kind, _, whose = key.partition(":")
    if kind == "figure":
        return message("basis-own-figures")
    if kind == "parameter":
        study = study_of(assessment, whose)
        found = study.citation if study is not None else None
        return found or message("basis-not-stated")
    given = _given(assessment, kind, whose)
    if getattr(given, "indicator", None):
        return message("basis-own-figures")
    for field in ("source", "reason"):
        if getattr(given, field, None):
            return words(getattr(given, field))
    stated = getattr(given, "stated", None)
    text = (stated.source or stated.reason) if stated is not None else None
    return words(text) if text else message("basis-not-stated")


def _given(assessment: Assessment, kind: str, whose: str) -> Any | None:
    """Return the record of the file behind an input."""
    economics = assessment.economics
    if kind == "cost" and economics is not None and whose in economics.costs:
        return economics.costs[whose].per_year
    if kind == "price" and economics is not None:
        return economics.prices[int(whose)]
    if kind == "points" and whose in assessment.well_being:
        return assessment.well_being[whose].points
    return getattr(assessment.quantities.get(whose), kind, None)


def _title(assessment: Assessment, kind: str, whose: str) -> LocalWords | Message | None:
    economics = assessment.economics
    if kind == "cost":
        return words(economics.costs[whose].title) if economics is not None else None
    if kind == "price":
        return subject(assessment, economics.prices[int(whose)].quantity) if economics else None
    if kind not in INPUTS:
        return None
    entries = assessment.well_being if kind == "points" else assessment.quantities
    return words(entries[whose].title) if whose in entries else None


def _library() -> Any:
    from impact import evidence

    return evidence.library()


def rate(value: float) -> Number:
    """Return a discount rate, stated as a share, in per cent."""
    places = 1 if round(100 * value, 1) == round(100 * value, 6) else 2
    return Number(100 * value, unit="percent", decimals=places, kind="label")
