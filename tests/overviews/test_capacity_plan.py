"""A capacity study adds up, honours places and weight, and says what is made up."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from capacity_cases import change, study, written

from impact import store
from impact.errors import NoFigures
from impact.overviews.capacities import model
from impact.overviews.capacities.cohorts import young_people
from impact.overviews.capacities.plan_capacity import plan_capacity, without_dust
from impact.overviews.capacities.plans import with_rest
from impact.overviews.capacities.simulated import centre, eligible_shares, simulated_capacity
from impact.overviews.capacities.studies import TABLES, capacities_of, register_capacity
from impact.overviews.pupils.forecast import pupil_forecast
from impact.run.capacity.files import load_capacity

OLOFSTROM, KARLSHAMN = "SE-1060", "SE-1082"


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> Path:
    return written(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def made(tables) -> model.CapacityPlan:
    return plan_capacity(study(tables))


@pytest.fixture
def folder(tables, tmp_path) -> Path:
    """A copy of the tables, to be changed."""
    return Path(shutil.copytree(tables, tmp_path / "tables"))


def frames(plan: model.CapacityPlan) -> dict[str, pd.DataFrame]:
    found = {field.name: getattr(plan, field.name) for field in fields(plan)}
    return {name: one for name, one in found.items() if isinstance(one, pd.DataFrame)}


def test_every_table_has_the_columns_of_the_model(made):
    singular = {"sweep", "robustness", "sensitivity", "travel", "demand", "unmet", "one_more"}
    for name, table in frames(made).items():
        constant = name if name in singular else name.removesuffix("s")
        assert list(table.columns) == getattr(model, f"{constant.upper()}_COLUMNS"), name
        assert len(table), name
    assert set(frames(made)) == set(TABLES)


def test_everybody_has_a_place_or_has_none_for_a_reason(made):
    wanted = made.demand.groupby("home")["pupils"].sum()
    for name in ("free", "planned"):
        placed = made.flows[made.flows["plan"] == name].groupby("home")["pupils"].sum()
        without = made.unmet[made.unmet["plan"] == name].groupby("home")["pupils"].sum()
        total = placed.add(without, fill_value=0.0)
        np.testing.assert_allclose(total.reindex(wanted.index), wanted, rtol=1e-9)
    reasons = {"no_capacity", "out_of_reach", "not_offered", "not_eligible"}
    assert set(made.unmet["reason"]) <= reasons


def test_nobody_is_placed_beyond_the_places_or_farther_than_the_limit(made):
    schools = made.schools
    assert (schools["admitted_planned"] <= schools["places_planned"] + 1e-6).all()
    assert (schools["places_planned"] == schools["groups_planned"] * schools["group_size"]).all()
    planned = made.programmes[made.programmes["year"] == 2027]
    assert (planned["admitted"] <= planned["places"] + 1e-6).all()
    np.testing.assert_allclose(planned["admitted"] + planned["unmet"], planned["demand"])
    ways = made.flows[made.flows["plan"] != "now"]
    assert ways["minutes"].max() <= 60


def test_the_leavers_are_those_counted_in_the_autumn_before_and_those_forecast(made, tables):
    counted = store.load("skolverket:pupils", country="SE", groups=("grade:9",), years=[2023])
    pupils = counted.set_index("place")["value"]
    rows = made.cohorts.set_index(["scenario", "year", "place"])
    assert made.horizon == 2024 and made.year == 2027 and made.counted_at == "school"
    assert rows.loc[("counted", 2024, KARLSHAMN), "pupils"] == pupils[KARLSHAMN]
    ahead = pupil_forecast(study(tables)).frame
    same = ahead[(ahead["place"] == KARLSHAMN) & (ahead["grade"] == 9) & (ahead["year"] == 2026)]
    for one in same.to_dict("records"):
        found = rows.loc[(one["scenario"], 2027, KARLSHAMN), "pupils"]
        assert found == pytest.approx(one["pupils"])
    central = rows.loc[("central", 2027, KARLSHAMN)]
    assert central["lower"] < central["pupils"] < central["upper"]
    assert np.isnan(rows.loc[("no_migration", 2027, KARLSHAMN), "lower"])


def test_the_demand_is_leavers_of_whom_only_the_eligible_enter_national_programmes(made, tables):
    leavers = made.cohorts[(made.cohorts["scenario"] == "central") & (made.cohorts["year"] == 2027)]
    leavers = leavers.set_index("place")["pupils"]
    by_home = made.demand.groupby("home")["pupils"].sum()
    np.testing.assert_allclose(by_home, leavers.reindex(by_home.index))
    national = made.demand[made.demand["programme"] != "IM"].groupby("home")["pupils"].sum()
    share = pd.Series(eligible_shares(study(tables))) / 100
    assert (national <= by_home * share.reindex(by_home.index) + 1e-6).all()


def test_places_follow_the_weight_from_the_young_peoples_choice_to_the_need(made):
    demand = made.programmes[made.programmes["year"] == 2027].set_index("programme")
    sweep = made.sweep.set_index(["weight", "programme"])
    sizes = made.schools.groupby("programme")["group_size"].first()
    for code in ("NA", "EE", "VO"):
        assert sweep.loc[(0.0, code), "change"] == pytest.approx(
            demand.loc[code, "demand"] - demand.loc[code, "places"]
        )
        assert sweep.loc[(1.0, code), "change"] == pytest.approx(
            0.1 * demand.loc[code, "need"] * demand.loc[code, "places"]
        )
        assert abs(sweep.loc[(0.0, code), "places"] - demand.loc[code, "demand"]) <= sizes[code]
    planned = made.schools.groupby("programme")["places_planned"].sum()
    weighed = sweep.loc[0.5, "places"]
    np.testing.assert_allclose(planned[weighed.index], weighed)


def test_costs_are_places_times_price(made):
    for one in made.costs.to_dict("records"):
        assert one["amount"] == pytest.approx(one["places"] * one["price"])
    now = made.costs[made.costs["plan"] == "now"].set_index("programme")["places"]
    np.testing.assert_allclose(now, made.schools.groupby("programme")["places"].sum()[now.index])
    assert sorted(made.costs["weight"].dropna().unique()) == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_one_more_group_helps_as_told_where_it_helps_most(made):
    assert len(made.one_more)
    assert made.one_more["value"].is_monotonic_decreasing
    assert made.one_more.groupby("programme").size().max() <= 2
    told = made.schools.set_index(["place", "programme"])["one_more"]
    for one in made.one_more.to_dict("records"):
        assert told[(one["place"], one["programme"])] == pytest.approx(max(one["pupils"], 0))
    assert (made.schools["one_more"] <= made.schools["group_size"] + 1e-6).all()


def test_scenarios_and_other_assumptions_are_there_with_their_differences(made):
    assert set(made.robustness["plan"]) == {"free", "planned"}
    assert set(made.robustness["measure"]) == {"unmet", "empty", "minutes"}
    ordered = made.robustness[["low", "median", "high", "worst"]].to_numpy()
    assert (np.diff(ordered, axis=1) >= -1e-9).all()
    np.testing.assert_allclose(
        made.sensitivity["value"] - made.sensitivity["base"], made.sensitivity["difference"],
        atol=1e-6,
    )  # fmt: skip
    unmet = made.sensitivity[made.sensitivity["measure"] == "unmet"].set_index("variant")
    assert (
        unmet.loc["travel_limit_45", "difference"] >= 0 >= unmet.loc["travel_limit_90"].difference
    )


def test_what_rests_on_made_up_rows_is_simulated_and_pupils_are_not(made):
    assert made.simulated
    for name, table in frames(made).items():
        if name not in ("cohorts", "inputs"):
            assert set(table["status"]) == {"simulated"}, name
    status = made.inputs.set_index("table")["status"]
    assert status[["cohorts", "eligibility"]].tolist() == ["ok", "ok"]
    assert set(status.drop(["cohorts", "eligibility"])) == {"simulated"}


def test_counted_tables_are_no_simulation_and_few_admitted_are_hidden(tmp_path):
    given = study(written(tmp_path, status="ok"), allow_simulated=False)
    found = plan_capacity(given)
    assert not found.simulated
    assert set(found.programmes["status"]) == {"ok"}
    now = found.flows[found.flows["plan"] == "now"]
    hidden = now[now["status"] == "suppressed"]
    assert len(hidden) and hidden["pupils"].isna().all()
    assert now["pupils"].min() >= 5
    assert hidden.groupby("place").size().min() >= 2
    told = now.groupby("home")["pupils"].sum()
    ways = found.travel[found.travel["plan"] == "now"].set_index("home")["pupils"]
    assert ways[told.index].to_dict() == told.to_dict()


def test_one_made_up_row_does_not_show_few_counted_ones(tmp_path):
    change(written(tmp_path, status="ok"), "flows", status="simulated")
    found = plan_capacity(study(tmp_path))
    now = found.flows[found.flows["plan"] == "now"]
    assert (now["status"] == "suppressed").any() and now["pupils"].min() >= 5


def test_the_order_of_rows_is_of_no_consequence(made, folder):
    for path in folder.glob("*.csv"):
        heading, *rows = path.read_text("utf-8").splitlines()
        path.write_text("\n".join([heading, *reversed(rows)]) + "\n", "utf-8")
    again = plan_capacity(study(folder))
    for name, table in frames(made).items():
        if name != "inputs":
            pd.testing.assert_frame_equal(table, frames(again)[name])


def test_the_shipped_tables_are_what_the_file_and_the_seed_give():
    shipped = load_capacity("skane_upper_secondary")
    for name, table in simulated_capacity(shipped).items():
        text = table.to_csv(index=False, lineterminator="\n", float_format="%g")
        assert shipped.table_path(name).read_bytes() == text.encode("utf-8"), name


def test_need_flows_and_prices_may_be_unknown(folder):
    named = {name: str(folder / f"{name}.csv") for name in ("applicants", "places", "travel")}
    found = plan_capacity(study(folder, tables=named))
    assert found.programmes["need"].isna().all() and found.programmes["price"].isna().all()
    assert found.costs["amount"].isna().all()
    assert set(found.flows["plan"]) == {"free", "planned"}


def test_a_home_without_applicants_begins_as_the_others_do(made, folder):
    for name in ("applicants", "flows"):
        path = folder / f"{name}.csv"
        table = pd.read_csv(path, keep_default_na=False)
        table[table["home"] != OLOFSTROM].to_csv(path, index=False)
    found = plan_capacity(study(folder))
    before, after = (one.demand.groupby("home")["pupils"].sum() for one in (made, found))
    np.testing.assert_allclose(after, before, rtol=1e-3)


def test_who_is_admitted_today_where_no_places_are_told_is_shown_all_the_same(made, folder):
    path = folder / "places.csv"
    table = pd.read_csv(path, keep_default_na=False)
    table[table["place"] != KARLSHAMN].to_csv(path, index=False)
    found = plan_capacity(study(folder))
    for name in ("flows", "travel"):
        before, after = (getattr(one, name) for one in (made, found))
        pd.testing.assert_frame_equal(*(one[one["plan"] == "now"] for one in (before, after)))


def test_a_programme_nobody_offers_today_is_begun_nowhere(folder):
    path = folder / "places.csv"
    table = pd.read_csv(path, keep_default_na=False)
    table[table["programme"] != "RL"].to_csv(path, index=False)
    found = plan_capacity(study(folder))
    assert "RL" not in set(found.schools["programme"])
    assert set(found.unmet.loc[found.unmet["programme"] == "RL", "reason"]) == {"not_offered"}


def test_those_who_may_enter_nothing_are_told_apart_where_nobody_offers_them_a_place(folder):
    for name in ("applicants", "places", "flows"):
        path = folder / f"{name}.csv"
        table = pd.read_csv(path, keep_default_na=False)
        table[table["programme"] != "IM"].to_csv(path, index=False)
    found = plan_capacity(study(folder))
    barred = found.unmet[
        (found.unmet["reason"] == "not_eligible") & (found.unmet["plan"] == "free")
    ]
    leavers = found.cohorts[
        (found.cohorts["year"] == 2027) & (found.cohorts["scenario"] == "central")
    ]
    share = pd.Series(eligible_shares(study(folder))) / 100
    pupils = leavers.set_index("place")["pupils"]
    began = found.demand["pupils"].sum() + barred["pupils"].sum()
    # First choices are now fewer than those who left grade 9: all that are left count as wishes.
    wished = began / pupils.sum()
    expected = ((1 - share) * pupils).sum() * wished
    assert barred["pupils"].sum() == pytest.approx(expected, rel=1e-6)


def test_the_groups_left_go_where_most_end_then_where_most_are():
    now = pd.DataFrame({"NA": [3.0, 1.0, 2.0]}, index=["A", "B", "C"])
    planned = pd.DataFrame({"NA": [3.0, 0.0, 0.0]}, index=["A", "B", "C"])
    # C lost two and B one: the first two go to C and B or C again by what is still lost.
    found = with_rest(planned, now, pd.Series({"NA": 7.0}))["NA"]
    assert found.to_dict() == {"A": 4.0, "B": 1.0, "C": 2.0}
    assert with_rest(planned, now, pd.Series({"NA": np.nan})).equals(planned)


def test_the_centre_of_a_square_with_a_smaller_square_beside_it():
    def square(x: float, side: float) -> tuple:
        corners = ((x, 0.0), (x + side, 0.0), (x + side, side), (x, side), (x, 0.0))
        return (corners,)

    # Areas 4 and 1, middles (1, 1) and (10.5, 0.5): (4 x 1 + 10.5) / 5 = 2.9; (4 + 0.5) / 5 = 0.9.
    assert centre((square(0.0, 2.0), square(10.0, 1.0))) == pytest.approx((2.9, 0.9))


def test_a_country_without_pupils_by_grade_cannot_be_simulated_or_planned(tables):
    finland = study(tables).model_copy(update={"country": "FI"})
    with pytest.raises(NoFigures, match="no pupils by grade are known of FI"):
        simulated_capacity(finland)
    with pytest.raises(NoFigures, match="no pupils by grade are known of FI"):
        young_people(finland)


def test_the_result_is_kept_once_and_read_again(made, tables, tmp_path, monkeypatch):
    given, home = study(tables), tmp_path / "home"
    for name in ("data/studies", "params", "notebooks"):
        (home / name).mkdir(parents=True)
    for name in ("sources.csv", "places.csv", "regions.csv"):
        shutil.copy(Path(store.__file__).parents[3] / "data" / name, home / "data" / name)
    monkeypatch.setenv("IMPACT_HOME", str(home))
    assert register_capacity(given, made, None) is None
    kept = register_capacity(given, made, "2025-03-01")
    again = register_capacity(given, made, "2025-04-01")
    assert kept.digest == again.digest and again.date == "2025-03-01"
    assert kept.about["simulated"] and kept.about["year"] == 2027
    assert len(kept.tables("schools")) == len(made.schools)

    class Plan:
        capacities = ("small", "other")

    assert [one.id for one in capacities_of(Plan)] == ["small"]


def test_what_the_solver_leaves_behind_is_nought(made):
    dusty = made.programmes.assign(unmet=1e-9)
    clean = without_dust(type(made)(**{
        field.name: dusty if field.name == "programmes" else getattr(made, field.name)
        for field in fields(made)
    }))  # fmt: skip
    assert (clean.programmes["unmet"] == 0).all()
