"""The drawings of an evaluation, with figures made up to be easy to read off."""

from __future__ import annotations

import math

from impact.report.blocks import Front, Series
from impact.report.evaluation_blocks import (
    Conclusion,
    Course,
    EventPlot,
    EventPoint,
    Forest,
    ForestRow,
    PlaceboMark,
    PlaceboStrip,
    PowerCurve,
    SensitivityPlot,
    SensitivityRow,
)
from impact.report.message import LocalWords, Number, PlaceName, Verdict, message
from impact.report.quantity_blocks import Estimate

YEARS = tuple(range(2012, 2026))
HEADING, FINDING = message("head-effect"), message("legend-course-observed")


def change(value: float | None) -> Number:
    """Return a change in percentage points."""
    return Number(value, "percent", 1, signed=True)


def estimate(value: float, lower: float | None = None, upper: float | None = None) -> Estimate:
    """Return a change with its interval."""
    limits = (None if one is None else change(one) for one in (lower, upper))
    return Estimate(change(value), *limits)


def named(words: str) -> LocalWords:
    """Return a name in the same words in every language."""
    return LocalWords({"sv": words})


def front() -> Front:
    """Return the front of a page to show the drawings on."""
    return Front(section="front", subject=PlaceName("SE-12"), kind="evaluation", year=2025,
                 data_until="2025-11-01", headline=message("head-effect"))  # fmt: skip


def conclusion(**changes: object) -> Conclusion:
    """Return a weak effect."""
    said = {"sentence": message("legend-course-expected"), "verdict": Verdict("effect", "weak"),
            "reason": message("legend-power-often"), "effect": estimate(0.8, 0.1, 1.5),
            "banner": message("drawing-events")}  # fmt: skip
    return Conclusion(section="conclusion", **said | changes)


def course(**changes: object) -> Course:
    """Return a course that leaves what was expected from 2021."""
    expected = tuple(85 + 0.2 * (year - 2012) for year in YEARS)
    wave = [0.5 * math.sin(year) for year in YEARS]
    later = [max(year - 2020, 0) * 0.3 for year in YEARS]
    observed = tuple(e + w + a for e, w, a in zip(expected, wave, later, strict=True))
    after = [None if year < 2021 else 0.6 for year in YEARS]
    counterfactual = Series(
        YEARS,
        expected,
        tuple(None if a is None else e - a for e, a in zip(expected, after, strict=True)),
        tuple(None if a is None else e + a for e, a in zip(expected, after, strict=True)),
    )
    shown = {"heading": HEADING, "finding": FINDING, "axis": message("head-value"),
             "unit": "percent", "decimals": 1, "observed": Series(YEARS, observed),
             "counterfactual": counterfactual,
             "synthetic": Series(YEARS, tuple(e + 0.2 for e in expected)),
             "comparison": Series(YEARS, tuple(e - 2 for e in expected)),
             "starts": (2021,), "anticipation": (2020,)}  # fmt: skip
    return Course(section="course", **shown | changes)


def events(**changes: object) -> EventPlot:
    """Return effects before, just before and after a start."""
    points = [
        EventPoint(
            event, "before" if event < -1 else "after", estimate(value, value - 1, value + 1)
        )
        for event, value in ((-6, 0.2), (-5, -0.4), (-4, 0.3), (-3, -0.1), (0, 0.6), (1, 1.4))
    ]
    points.insert(4, EventPoint(-2, "before", estimate(0.0), reference=True))
    points.insert(5, EventPoint(-1, "anticipation", estimate(0.4, -0.7, 1.5)))
    shown = {"heading": HEADING, "finding": FINDING, "axis": message("head-effect"),
             "points": tuple(points)}  # fmt: skip
    return EventPlot(section="pretrends", **shown | changes)


def strip(number: int = 250, **changes: object) -> PlaceboStrip:
    """Return placebos that pile up around nought, and the real one far out."""
    marks = [
        PlaceboMark(named(f"Unit {at}"), change(3 * math.tan(1.2 * (at / number - 0.5))))
        for at in range(number)
    ]
    marks.append(PlaceboMark(PlaceName("SE-12"), change(2.2), own=True))
    shown = {"heading": HEADING, "finding": FINDING, "axis": message("head-effect"),
             "marks": tuple(marks)}  # fmt: skip
    return PlaceboStrip(section="placebos", **shown | changes)


def forest(**changes: object) -> Forest:
    """Return the same effect many ways: without limits, far out, and not at all."""
    rows = (
        ForestRow(named("Mean after against mean before"), estimate(0.8, 0.1, 1.5), tone="good",
                  primary=True),
        ForestRow(named("Each unit against its own line before"), estimate(0.5, -0.3, 1.3),
                  tone="unknown", note=message("legend-power-often")),
        ForestRow(named("Two-way fixed effects"), estimate(-0.9, -1.4, -0.4), tone="bad"),
        ForestRow(named("Very wide"), estimate(0.3, -60, 60), tone="unknown"),
        ForestRow(named("Open to the right"), estimate(0.6, 0.1, None), tone="plain"),
        ForestRow(named("Weighted comparison"), estimate(0.7), tone="plain"),
        ForestRow(named("Imputation"), None),
    )  # fmt: skip
    shown = {"heading": HEADING, "finding": FINDING, "axis": message("head-effect"),
             "first": message("head-placebo"), "good": "higher", "rows": rows}  # fmt: skip
    return Forest(**{"section": "specifications"} | shown | changes)


def outcomes() -> Forest:
    """Return outcomes of different units on one axis, with verdicts."""
    people = Estimate(Number(12, "count", 0, signed=True), Number(-4, "count", 0, signed=True),
                      Number(28, "count", 0, signed=True))  # fmt: skip
    rows = (
        ForestRow(named("Distance between municipalities in eligibility after grade 9"),
                  estimate(0.8, 0.1, 1.5), drawn=estimate(1.1, 0.2, 2.0), tone="good",
                  primary=True, verdict=Verdict("effect", "weak")),
        ForestRow(named("Qualified teachers"), people, drawn=estimate(0.4, -0.2, 1.0),
                  tone="unknown", verdict=Verdict("effect", "not_supported")),
        ForestRow(named("Withdrawn grants"), None, verdict=Verdict("effect", "not_estimable")),
    )  # fmt: skip
    return forest(section="outcomes", rows=rows, good="neutral")


def sensitivity(**changes: object) -> SensitivityPlot:
    """Return an interval that reaches nought at 1.6, and has no upper limit at last."""
    rows = tuple(
        SensitivityRow(Number(bound, "number", 1), change(0.8 - bound / 2), upper)
        for bound, upper in (
            (0.0, change(1.6)), (0.5, change(1.9)), (1.0, change(2.2)), (1.5, change(2.5)),
            (2.0, None),
        )
    )  # fmt: skip
    shown = {"heading": HEADING, "finding": FINDING, "axis": message("head-effect"),
             "bounds": message("drawing-events"), "rows": rows,
             "breakdown": Number(1.6, "number", 1)}  # fmt: skip
    return SensitivityPlot(section="sensitivity", **shown | changes)


def power(**changes: object) -> PowerCurve:
    """Return a curve from 5 to nearly 100 percent."""
    effects = [at / 4 for at in range(21)]
    shares = [100 - 95 * math.exp(-((effect / 2) ** 2)) for effect in effects]
    shown = {"heading": HEADING, "finding": FINDING, "axis": message("head-effect"),
             "effects": tuple(change(one) for one in effects),
             "detected": tuple(Number(one, "percent", 0) for one in shares),
             "detectable": change(2.5), "smallest": change(1.0)}  # fmt: skip
    return PowerCurve(section="power", **shown | changes)


def drawings() -> list:
    """Return every drawing once."""
    return [course(), events(), strip(), forest(), outcomes(), sensitivity(), power()]
