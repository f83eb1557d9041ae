"""An assessment in figures: what is shared, what adds up, what scales and what is refused."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
import pandas as pd
import pytest
from tests.overviews.assessment_cases import BASE, case, money, stated, truancy

from impact.errors import InvalidInput, NoFigures
from impact.overviews import Appraisal, appraise
from impact.overviews.appraisals import model
from impact.run.assessments.model import Assessment

DRAWS = 2048


def result(assessment: Assessment, **options: Any) -> Appraisal:
    return appraise(assessment, draws=DRAWS, **options)


def row(appraisal: Appraisal, statistic: str, place: str, year: int) -> pd.Series:
    table = appraisal.quantities
    found = table[
        (table["statistic"] == statistic) & (table["place"] == place) & (table["year"] == year)
    ]
    assert len(found) == 1
    return found.iloc[0]


def fixed_effect(ratio: float) -> dict[str, Any]:
    return {
        "teams": {**BASE["parameters"]["teams"], "central": ratio, "lower": None, "upper": None}
    }


@pytest.fixture(scope="module")
def usual() -> Appraisal:
    return result(case())


def test_tables_have_the_columns_they_promise(usual: Appraisal) -> None:
    promised = {
        "quantities": model.QUANTITY_COLUMNS,
        "drivers": model.DRIVER_COLUMNS,
        "economics": model.ECONOMICS_COLUMNS,
        "acceptability": model.ACCEPTABILITY_COLUMNS,
        "information": model.INFORMATION_COLUMNS,
        "predictions": model.PREDICTION_COLUMNS,
        "used": model.USED_COLUMNS,
    }
    tables = {f.name for f in fields(Appraisal)} - {"assessment", "draws", "seed"}
    assert tables == set(promised)
    for name, columns in promised.items():
        assert tuple(getattr(usual, name).columns) == columns, name
    empty = result(case(quantities={}, monitoring={}))
    for name, columns in promised.items():
        assert tuple(getattr(empty, name).columns) == columns, name


def test_an_odds_ratio_moves_each_place_from_its_own_level() -> None:
    # By hand: share p with odds ratio 0.5 becomes 0.5 p / (1 - p + 0.5 p).
    exact = result(case(parameters=fixed_effect(0.5)))
    for place in BASE["places"]:
        start = row(exact, "baseline", place, 2027)["value"] / 100
        expected = 100 * 0.5 * start / (1 - start + 0.5 * start)
        assert row(exact, "level", place, 2027)["value"] == pytest.approx(expected, abs=0.02)


def test_the_total_is_made_draw_by_draw(usual: Appraisal) -> None:
    rows = [row(usual, "persons", place, 2028) for place in BASE["places"]]
    total = row(usual, "persons", "SE-06", 2028)
    widths = np.array([one["upper"] - one["lower"] for one in rows])
    width = total["upper"] - total["lower"]
    # One effect for all places: nearly as wide as the sum, far wider than independent places.
    assert 0.9 * widths.sum() < width < widths.sum()
    assert width > 1.15 * np.sqrt((widths**2).sum())


def test_independent_places_partly_even_out() -> None:
    exact = result(case(parameters=fixed_effect(0.8)))
    widths = [
        one["upper"] - one["lower"]
        for one in (row(exact, "persons", place, 2028) for place in BASE["places"])
    ]
    total = row(exact, "persons", "SE-06", 2028)
    assert total["upper"] - total["lower"] == pytest.approx(np.hypot.reduce(widths), rel=0.05)


def test_the_order_of_places_changes_nothing_but_chance(usual: Appraisal) -> None:
    turned = result(case(places=BASE["places"][::-1]))
    for place in (*BASE["places"], "SE-06"):
        one, other = (row(each, "persons", place, 2028) for each in (usual, turned))
        assert one["value"] == pytest.approx(other["value"], rel=0.02)


def test_the_same_seed_gives_the_same_numbers(usual: Appraisal) -> None:
    pd.testing.assert_frame_equal(usual.quantities, result(case()).quantities)


def test_no_effect_no_reach_and_no_transfer_change_nothing() -> None:
    for changes in (
        {"parameters": fixed_effect(1.0)},
        {"quantities": truancy(reach={"central": 0.0})},
        {"quantities": truancy(transfer={"central": 0.0})},
    ):
        change = result(case(**changes)).quantities.query("statistic == 'change'")
        assert len(change)
        assert change[["value", "lower", "upper"]].abs().to_numpy().max() < 1e-9


def test_lag_and_fading_set_in_when_they_should() -> None:
    late = result(case(quantities=truancy(lag_years=1, fade_half_life=1)))
    first, second, third = (
        row(late, "change", "SE-0680", year)["value"] for year in (2027, 2028, 2029)
    )
    assert first == 0
    assert second < third < 0


def test_scenario_numbers_are_marked(usual: Appraisal) -> None:
    assert usual.quantities["scenario"].all()
    assert usual.predictions["scenario"].all()
    measured = case(quantities=truancy(parameter="kiva_victim"), parameters={})
    assert not result(measured).quantities["scenario"].any()


def test_what_drives_the_uncertainty_is_found(usual: Appraisal) -> None:
    assert usual.drivers["parameter"].iloc[0] == "parameter:teams"
    assert usual.drivers["first_order"].iloc[0] > 0.9


def test_a_change_of_exposure_by_hand() -> None:
    # By hand: 40 % exposed at twice the risk become 20 %: (1.4 - 1.2) / 1.4 of 100 cases go.
    quantity = {
        "cases": {
            "kind": "exposure_change",
            "title": {"en": "Cases"},
            "alternatives": ["teams"],
            "determinant": "attendance",
            "group": "pupils",
            "good": "lower",
            "population": {"stated": {"central": 100}},
            "exposures": [
                {"level": {"en": "Exposed"}, "before": 0.4, "after": 0.2, "risk": "risk"},
                {"level": {"en": "Not"}, "before": 0.6, "after": 0.8},
            ],
        }
    }
    risk = {**fixed_effect(2.0)["teams"], "id": "risk", "measure": "relative_risk"}
    found = result(case(quantities=quantity, parameters={"risk": risk}, monitoring={}))
    assert row(found, "cases", "SE-06", 2027)["value"] == pytest.approx(-100 * 0.2 / 1.4)


def test_money_by_hand() -> None:
    prices = [
        {"price": {"central": 30}, "quantity": "way", "source": {"en": "x"}, "source_year": 2026}
    ]
    found = result(
        case(
            quantities=stated({"central": -2}),
            monitoring={},
            economics=money(prices=prices),
        )
    )
    values = found.economics.set_index("measure")["value"]
    assert values["cost"] == pytest.approx(200)
    assert values["benefit"] == pytest.approx(2 * 30 * 3)  # fewer is better, three years
    assert values["net_benefit"] == pytest.approx(-20)
    assert values["benefit_cost_ratio"] == pytest.approx(0.9)
    assert values["probability_positive"] == 0
    assert values["switching_price"] == pytest.approx(200 / 6)
    assert values["cost_per_unit"] == pytest.approx(200 / 6)
    assert set(found.information["parameter"]) == {"all"}
    assert found.information["value"].iloc[0] == 0


def test_nothing_is_valued_without_a_price() -> None:
    found = result(case(quantities=stated({"central": -2}), monitoring={}, economics=money()))
    assert set(found.economics["measure"]) == {"cost", "cost_per_unit"}
    assert found.information.empty


def test_discounting_counts_from_the_year_of_the_assessment() -> None:
    found = result(case(quantities={}, monitoring={}, economics=money(discount_rate=0.05)))
    (cost,) = found.economics["value"]
    assert cost == pytest.approx(100 / 1.05 + 100 / 1.05**2)


def test_well_being_is_points_times_persons_and_years() -> None:
    found = result(
        case(
            quantities=stated({"central": -2}),
            monitoring={},
            well_being={
                "ease": {"title": {"en": "Ease"}, "quantity": "way", "points": {"central": 0.5}}
            },
            economics=money(),
        )
    )
    rows = found.quantities.query("statistic == 'wellbys'").set_index("quantity")["value"]
    assert rows["ease"] == rows["wellby"] == pytest.approx(0.5 * 2 * 3)


def test_a_loss_of_well_being_counts_against() -> None:
    found = result(
        case(
            quantities=stated({"central": 2}),
            monitoring={},
            well_being={
                "ease": {"title": {"en": "Ease"}, "quantity": "way", "points": {"central": 0.5}}
            },
        )
    )
    rows = found.quantities.query("statistic == 'wellbys'")
    assert (rows["value"] == -3).all()


def test_predictions_hold_ordinary_variation(usual: Appraisal) -> None:
    told = usual.predictions.set_index("place")
    assert list(told.index) == BASE["places"]
    assert (told["value"] < told["baseline"]).all()
    assert (told["without_lower"] < told["baseline"]).all()
    assert (told["baseline"] < told["without_upper"]).all()
    assert (told["lower"] >= 0).all()
    widths = told["without_upper"] - told["without_lower"]
    assert widths["SE-0680"] < widths["SE-0604"]  # the large municipality's figure moves less


def test_without_a_choice_nothing_is_predicted() -> None:
    undecided = {
        name: {**one, "status": "considered"} for name, one in BASE["alternatives"].items()
    }
    assert result(case(alternatives=undecided)).predictions.empty


def test_a_place_without_a_figure_is_named() -> None:
    with pytest.raises(NoFigures, match=r"N17625.*1999.*SE-0604, SE-0680, SE-0683"):
        result(case(quantities=truancy(baseline_year=1999)))


def test_people_that_are_not_known_are_named() -> None:
    people = {"indicator": "skolverket:pupils", "groups": ["grade:9"], "year": 1999}
    with pytest.raises(InvalidInput, match=r"population.*no number of people in 1999.*SE-0604"):
        result(case(quantities=truancy(population=people)))


def test_many_places_and_years_take_fewer_draws_than_memory_holds() -> None:
    from impact import places
    from impact.overviews.appraisals.appraise import draws_for

    def with_horizon(years: int, codes: list[str]) -> Assessment:
        teams = {**BASE["alternatives"]["teams"], "horizon_years": years}
        alternatives = {**BASE["alternatives"], "teams": teams}
        return case(places=codes, alternatives=alternatives)

    country = [place.code for place in places.places("SE")]
    assert draws_for(with_horizon(10, BASE["places"])) == 8192
    assert draws_for(with_horizon(10, country)) == 4096
    assert draws_for(with_horizon(100, country)) == 1024


def test_a_cost_is_no_scenario_because_what_it_buys_is_one() -> None:
    price = {"price": {"central": 10}, "source": {"en": "x"}, "source_year": 2026}
    ease = {"title": {"en": "Ease"}, "quantity": "way", "points": {"central": 0.5}}
    found = result(
        case(
            quantities=stated({"central": -2}),
            monitoring={},
            well_being={"ease": ease},
            economics=money(prices=[price]),
        )
    )
    marks = found.economics.set_index("measure")["scenario"]
    assert not marks["cost"]
    assert marks["benefit"] and marks["net_benefit"]


def test_what_only_loses_has_no_curve_of_prices() -> None:
    found = result(case(quantities=stated({"central": 2}), monitoring={}, economics=money()))
    assert found.acceptability.empty
