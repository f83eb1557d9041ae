"""Staff of municipalities: need from children, stock assumed or counted, sums of a region."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pytest

from impact import load_plan, overview
from impact.errors import UnknownName
from impact.overviews import shared_staffing, staffing_needs
from impact.overviews.pupils.forecast import pupil_forecast
from impact.run.params.staffing_model import Staffing

PLACES = ("SE-1280", "SE-1214")


def plan_with(plan, **changes):
    """Return the plan of two municipalities with another word on staff."""
    said = plan.staffing.model_dump() | changes
    return plan.model_copy(update={"staffing": Staffing(**said), "places": PLACES})


@pytest.fixture(scope="module")
def plan():
    return load_plan("params/skane.yml")


@pytest.fixture(scope="module")
def figures(plan):
    return overview(plan)


def row_of(needs, place: str, role: str, horizon: int):
    frame = needs.frame
    mine = (frame["place"] == place) & (frame["role"] == role) & (frame["horizon"] == horizon)
    return frame[mine].iloc[0]


def test_need_is_the_forecast_over_the_ratio(plan, figures) -> None:
    needs = staffing_needs(figures, plan_with(plan))
    ahead = pupil_forecast(figures)
    children = ahead.of("SE-1280")
    for horizon in (1, 3, 5):
        mine = children[
            (children["group"] == "grades:0-9") & (children["horizon"] == horizon)
            & (children["scenario"] == "central")
        ].iloc[0]  # fmt: skip
        row = row_of(needs, "SE-1280", "teachers", horizon)
        assert row["need"] == pytest.approx(mine["pupils"] / 12)
        assert row["gap"] == pytest.approx(row["need"] - row["filled"])
        assert row["gap_lower"] < row["gap"] < row["gap_upper"]
        # random courses and limits tell about the same
        assert row["need_lower"] == pytest.approx(mine["lower"] / 12, rel=0.03)


def test_without_a_stock_today_is_in_balance_and_qualified_shares_are_real(plan, figures) -> None:
    needs = staffing_needs(figures, plan_with(plan))
    role = plan.staffing.roles["teachers"]
    today = row_of(needs, "SE-1280", "teachers", 0)["need"]
    first = row_of(needs, "SE-1280", "teachers", 1)["filled"]
    assert first == pytest.approx(today * (1 - role.retiring) * (1 - role.leaving))
    closing = needs.closing.set_index(["place", "role"])
    assert closing.loc[("SE-1280", "teachers"), "stock"] == "assumed"
    values = figures.values
    published = values[
        (values["indicator"] == "kolada:N15813") & (values["place"] == "SE-1280")
        & (values["group"] == "total") & values["value"].notna()
    ].sort_values("year").iloc[-1]  # fmt: skip
    assert closing.loc[("SE-1280", "teachers"), "qualified"] == pytest.approx(published["value"])
    assert closing.loc[("SE-1280", "teachers"), "qualified_year"] == published["year"]


def test_the_own_stock_replaces_what_is_assumed(plan, figures) -> None:
    stock = [
        {"place": "SE-1214", "role": "teachers", "first_age": 61, "last_age": 65,
         "qualified": True, "full_time": 30.0},
        {"place": "SE-1214", "role": "teachers", "first_age": 31, "last_age": 40,
         "qualified": False, "full_time": 90.0},
    ]  # fmt: skip
    needs = staffing_needs(figures, plan_with(plan, stock=stock))
    closing = needs.closing.set_index(["place", "role"])
    assert closing.loc[("SE-1214", "teachers"), "stock"] == "counted"
    assert closing.loc[("SE-1214", "teachers"), "qualified"] == pytest.approx(25.0)
    assert closing.loc[("SE-1214", "teachers"), "unqualified_posts"] == pytest.approx(90.0)
    # a fifth of the 30 (age 65) reach 66: 120 - 6 = 114, of which 93 % stay
    filled = row_of(needs, "SE-1214", "teachers", 1)["filled"]
    assert filled == pytest.approx(114 * 0.93)
    assert closing.loc[("SE-1280", "teachers"), "stock"] == "assumed"


def test_other_municipalities_do_not_change_the_draws_of_one(plan, figures) -> None:
    both = staffing_needs(figures, plan_with(plan))
    alone = plan_with(plan).model_copy(update={"places": ("SE-1280",)})
    own = staffing_needs(figures, alone)
    for role in plan.staffing.roles:
        for one, other in zip(own.draws[role, "SE-1280"], both.draws[role, "SE-1280"], strict=True):
            assert (one == other).all()


def test_a_region_is_the_sum_and_surer_than_the_sum_of_limits(plan, figures) -> None:
    needs = staffing_needs(figures, plan_with(plan))
    shared = shared_staffing(needs, PLACES).set_index(["role", "year"])
    for (role, year), row in shared.iterrows():
        mine = needs.frame[(needs.frame["role"] == role) & (needs.frame["year"] == year)]
        assert row["need"] == pytest.approx(mine["need"].sum())
        assert row["gap"] == pytest.approx(mine["gap"].sum())
        widths = mine["gap_upper"] - mine["gap_lower"]
        wide = row["gap_upper"] - row["gap_lower"]
        # about the root of summed squares and a common part; quantiles of 400 draws are rough
        assert 0.95 * widths.max() < wide < 1.02 * widths.sum()
    assert shared_staffing(needs, ["SE-0180"]).empty


@pytest.mark.parametrize(("group", "grade"), [("grades:0-9", 3), ("grade:9", 6)])
def test_a_municipality_without_its_newest_count_moves_nobody_else(
    plan, figures, monkeypatch, group: str, grade: int
) -> None:
    """Its cohort is missing in some years ahead; in the others it is known."""
    forecasts = import_module("impact.overviews.pupils.forecast")
    staffing = import_module("impact.overviews.staffing")
    roles = {"teachers": plan.staffing.roles["teachers"].model_dump() | {"group": group}}
    asked = plan_with(plan, roles=roles)
    whole = staffing_needs(figures, asked)
    counted = forecasts.counted_cohorts
    missing, other = sorted(PLACES)

    def cut(country: str, year: int):
        found = counted(country, year)
        found.counts[found.places.index(missing), -1, grade] = float("nan")
        return found

    monkeypatch.setattr(forecasts, "counted_cohorts", cut)
    forecasts._forecast.cache_clear()
    staffing._needs.cache_clear()
    try:
        less = staffing_needs(figures, asked)
    finally:
        forecasts._forecast.cache_clear()
        staffing._needs.cache_clear()
    assert set(less.draws) == {("teachers", other)}
    need, filled = less.draws["teachers", other]
    # the shared spread may move a step; another municipality's course would be far off
    assert need == pytest.approx(whole.draws["teachers", other][0], rel=0.05)
    assert filled.tolist() == whole.draws["teachers", other][1].tolist()


def test_roles_of_one_municipality_are_drawn_apart(plan, figures) -> None:
    roles = plan.staffing.roles
    twins = {name: roles["teachers"].model_dump() for name in ("first", "second")}
    needs = staffing_needs(figures, plan_with(plan, roles=twins))
    first, second = (needs.draws[name, PLACES[0]] for name in twins)
    assert first[0].tolist() == second[0].tolist()
    assert first[1].tolist() != second[1].tolist()


def test_the_range_of_hires_knows_who_stays_by_chance(plan, figures) -> None:
    needs = staffing_needs(figures, plan_with(plan))
    place, role = PLACES[1], "teachers"
    need, filled = needs.draws[role, place]
    said = plan.staffing.roles[role]
    stays = (1 - said.retiring) * (1 - said.leaving)
    # hired in the last year: 1; the year before: stays; and so on
    weight = sum(stays**years for years in range(plan.staffing.years))
    hires = np.maximum(need[:, -1] - filled[:, -1], 0) / weight
    row = needs.closing.set_index(["place", "role"]).loc[(place, role)]
    assert (row["hires_lower"], row["hires_upper"]) == pytest.approx(
        tuple(np.quantile(hires, [0.1, 0.9]))
    )


def test_no_pupils_no_staff(plan) -> None:
    finland = load_plan("params/finland.yml")
    needs = staffing_needs(overview(finland), finland)
    assert needs.origin is None and needs.frame.empty and needs.closing.empty


def test_a_group_nobody_forecasts_is_named(plan, figures) -> None:
    roles = {"teachers": plan.staffing.roles["teachers"].model_dump() | {"group": "ages:1-5"}}
    with pytest.raises(UnknownName, match="ages:1-5"):
        staffing_needs(figures, plan_with(plan, roles=roles))
