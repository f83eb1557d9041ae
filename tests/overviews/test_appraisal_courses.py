"""Levels, exposures and people: each in its own unit, none beyond what it can be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from tests.overviews.assessment_cases import BASE, case, truancy

from impact.errors import InvalidInput
from impact.overviews import appraise
from impact.run.assessments.model import Assessment

PLACE = "SE-0604"


def effect(measure: str, central: float, unit: str = "ratio") -> dict[str, Any]:
    own = {"measure": measure, "central": central, "lower": None, "upper": None, "unit": unit}
    return {"teams": {**BASE["parameters"]["teams"], **own}}


def exposure(measure: str = "relative_risk", ratio: float = 2.0, **changes: Any) -> Assessment:
    """Return 40 % exposed at twice the risk who become 20 %."""
    quantity = {
        "kind": "exposure_change",
        "title": {"en": "Cases"},
        "alternatives": ["teams"],
        "determinant": "attendance",
        "group": "pupils",
        "good": "lower",
        "exposures": [
            {"level": {"en": "Exposed"}, "before": 0.4, "after": 0.2, "risk": "teams"},
            {"level": {"en": "Not"}, "before": 0.6, "after": 0.8},
        ],
        **changes,
    }
    return case(quantities={"cases": quantity}, parameters=effect(measure, ratio), monitoring={})


def values(assessment: Assessment, place: str, year: int = 2028) -> pd.Series:
    table = appraise(assessment, draws=512).quantities
    mine = table[(table["place"] == place) & (table["year"] == year)]
    return mine.set_index("statistic")["value"]


def test_cases_of_an_exposure_are_of_the_level_and_not_of_everybody() -> None:
    # By hand: 12 % of 1000 people are 120 cases; (1.4 - 1.2) / 1.4 of them go.
    level = {"baseline": {"central": 12}, "population": {"stated": {"central": 1000}}}
    found = values(exposure(**level), "SE-06")
    assert found["cases"] == pytest.approx(-120 * 0.2 / 1.4)
    assert found["baseline"] == pytest.approx(12)
    assert found["change"] == pytest.approx(-12 * 0.2 / 1.4)


def test_an_exposure_without_people_changes_the_level_only() -> None:
    found = values(exposure(baseline={"central": 12}), "SE-06")
    assert set(found.index) == {"baseline", "level", "change"}
    assert found["level"] == pytest.approx(12 * 1.2 / 1.4)


def test_an_exposure_of_counted_cases_needs_no_people() -> None:
    found = values(exposure(baseline={"central": 120}, unit="count"), "SE-06")
    assert found.to_dict() == {"cases": pytest.approx(-120 * 0.2 / 1.4)}


def test_an_exposure_moves_each_places_own_figure_and_sums_the_cases() -> None:
    indicator = {name: BASE["quantities"]["truancy"][name] for name in
                 ("indicator", "baseline_year", "population")}  # fmt: skip
    table = appraise(exposure(**indicator), draws=512).quantities
    rows = table[(table["year"] == 2028) & table["statistic"].isin(["baseline", "change"])]
    wide = rows.pivot_table(index="place", columns="statistic", values="value")
    assert set(wide.index) == {*BASE["places"], "SE-06"}
    np.testing.assert_allclose(wide["change"], -wide["baseline"] * 0.2 / 1.4, rtol=1e-6)
    cases = table[(table["year"] == 2028) & (table["statistic"] == "cases")]
    cases = cases.set_index("place")["value"]
    assert cases["SE-06"] == pytest.approx(cases[BASE["places"]].sum(), rel=0.05)


def test_transfer_of_a_risk_is_on_the_log_scale() -> None:
    # By hand: half of a relative risk of 2 is its root; B = 1 + 0.4 (R - 1), A = 1 + 0.2 (R - 1).
    half = {"baseline": {"central": 12}, "transfer": {"central": 0.5}}
    root = np.sqrt(2)
    fraction = 0.2 * (root - 1) / (1 + 0.4 * (root - 1))
    assert values(exposure(**half), "SE-06")["change"] == pytest.approx(-12 * fraction)


@pytest.mark.parametrize(("ratio", "level"), [(2.0, 12.0), (3.0, 50.0), (0.5, 30.0), (8.0, 1.0)])
def test_an_odds_ratio_counts_as_the_risk_ratio_it_means(ratio: float, level: float) -> None:
    found = values(exposure("odds_ratio", ratio, baseline={"central": level}), "SE-06")
    # By hand, by halving: the risk of the unexposed with which 40 % exposed give the level.
    low, high = 0.0, 1.0
    for _ in range(60):
        risk = (low + high) / 2
        exposed = ratio * risk / (1 - risk + ratio * risk)
        low, high = (risk, high) if 0.6 * risk + 0.4 * exposed < level / 100 else (low, risk)
    assert found["change"] == pytest.approx(-100 * 0.2 * (exposed - risk), rel=1e-6)


def test_an_odds_ratio_needs_the_level() -> None:
    people = {"population": {"stated": {"central": 100}}}
    for options in (people, {"baseline": {"central": 120}, "unit": "count"}):
        with pytest.raises(InvalidInput, match=r"cases\.exposures.*odds ratio is no risk ratio"):
            values(exposure("odds_ratio", **options), "SE-06")


def test_one_number_of_people_is_not_that_of_each_of_three_places() -> None:
    people = {"stated": {"central": 1000}}
    with pytest.raises(InvalidInput, match=r"truancy\.population\.stated.*3 places"):
        values(case(quantities=truancy(population=people)), PLACE)
    alone = case(quantities=truancy(population=people), places=[PLACE])
    found = values(alone, PLACE)
    assert found["persons"] == pytest.approx(10 * found["change"], rel=0.01)


@pytest.mark.parametrize(
    ("measure", "central", "unit", "options", "change"),
    [
        ("risk_difference", -2.0, "percent", {}, -2.0),
        ("risk_difference", -0.02, "ratio", {}, -2.0),
        ("mean_difference", -2.0, "percent", {}, -2.0),
        ("mean_difference", -20.0, "per_1000", {}, -2.0),
        ("standardised_mean_difference", -0.2, "ratio", {"standard_deviation": 5}, -1.0),
    ],
)
def test_differences_are_in_the_figures_unit(
    measure: str, central: float, unit: str, options: dict[str, Any], change: float
) -> None:
    one = case(parameters=effect(measure, central, unit), quantities=truancy(**options))
    assert values(one, PLACE)["change"] == pytest.approx(change)


@pytest.mark.parametrize(
    ("measure", "central", "level"), [("mean_difference", -90.0, 0.0), ("rate_ratio", 40.0, 100.0)]
)
def test_a_share_stays_a_share(measure: str, central: float, level: float) -> None:
    unit = "percent" if measure == "mean_difference" else "ratio"
    found = values(case(parameters=effect(measure, central, unit)), PLACE)
    assert found["level"] == pytest.approx(level)


def test_a_difference_in_points_is_not_added_to_a_share() -> None:
    with pytest.raises(InvalidInput, match="difference in points, the figure in percent"):
        values(case(parameters=effect("mean_difference", -2.0, "points")), PLACE)


def test_a_figure_that_may_exceed_a_hundred_is_not_cut() -> None:
    # Average daily children in leisure centres a hundred: kolada:N11821 has no upper limit.
    table = case(
        quantities=truancy(indicator="kolada:N11821", good="higher", population=None),
        parameters=effect("mean_difference", 5.0, "percent"),
        monitoring={},
        places=["SE-0604"],
    )
    found = values(table, PLACE)
    assert found["change"] == pytest.approx(5.0)
