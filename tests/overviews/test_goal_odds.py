"""Chances of the real Swedish goals, and of goals that are badly put or barely measured."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from impact.overviews.build import overview
from impact.overviews.goal_odds import goal_series, shared_rule
from impact.overviews.goal_standing import goal_standing
from impact.overviews.rounding import COARSE, to_steps
from impact.planning.goals.odds import chance_of_reaching
from impact.run.params.goal_model import Goal
from impact.run.params.plan import load_plan
from impact.verdicts import GOAL

ELIGIBLE, WITHDRAWN = "kolada:N15428", "kolada:N17625"
HERE = "SE-0604"


@pytest.fixture(scope="module")
def sweden():
    return overview(load_plan("params/jonkoping.yml"))


def goal(**changes: object) -> Goal:
    given = {
        "area": "a",
        "title": "A goal",
        "origin": "proposed",
        "indicator": ELIGIBLE,
        "target": {"value": 90.0},
        "start_year": 2021,
        "target_year": 2027,
    }
    return Goal.model_validate({**given, **changes}, context={"country": "SE"})


def standing(figures, **changes: object) -> pd.DataFrame:
    return goal_standing(figures, {"g": goal(**changes)}).set_index("place")


def with_figures(figures, keep) -> object:
    return replace(figures, values=figures.values[keep(figures.values)])


def test_the_chance_is_that_of_the_shared_rule_by_hand(sweden) -> None:
    row = standing(sweden).loc[HERE]
    series = goal_series(sweden, ELIGIBLE, "total")
    rule = shared_rule(series, 3)
    mine = series.values[series.places.get_loc(HERE)]
    last, recent = mine[-1], mine[-3:].mean()
    mean = rule.level + rule.last * (last - rule.centre) + rule.recent * (recent - rule.centre)
    inhabitants = sweden.population[HERE]
    spread = rule.widening * np.sqrt(rule.variance + rule.variance_by_size / inhabitants)
    spread = float(to_steps(spread, COARSE))
    assert row["projected"] == pytest.approx(mean, abs=0.05)
    chance = float(chance_of_reaching(90.0, mean, spread, True))
    assert row["chance"] == pytest.approx(chance, abs=0.005)
    # 80 % of a normal distribution lie within 1.281552 standard deviations.
    assert row["projected_upper"] == pytest.approx(mean + 1.281552 * spread, abs=0.05)
    assert row["horizon"] == 3 and row["required"] == pytest.approx((90 - last) / 3)


def test_a_series_starts_at_its_declared_break(sweden) -> None:
    assert goal_series(sweden, ELIGIBLE, "total").years[0] == 2012


def test_every_goal_of_the_country_has_a_verdict_and_a_reason(sweden) -> None:
    table = goal_standing(sweden, load_plan("params/skane.yml").goals)
    assert set(table["verdict"]) <= set(GOAL)
    assert {"on_track", "off_track", "reached", "cannot_tell"} <= set(table["verdict"])
    words = table.set_index("verdict")["chance"]
    assert words["on_track"].min() >= 0.8 and words["off_track"].max() <= 0.2
    assert words["reached"].min() >= 0.5
    assert (table["projected_lower"] <= table["projected"]).all()
    assert table[["projected_lower", "projected_upper"]].stack().between(0, 100).all()


def test_without_a_target_year_all_is_as_before(sweden) -> None:
    plain = standing(sweden, target_year=None)
    assert plain["chance"].isna().all() and set(plain["chance_reason"]) == {"no_target_year"}
    assert set(plain["verdict"]) <= {"reached", "not_yet", "cannot_tell"}


def test_a_target_year_that_has_come_has_no_chance(sweden) -> None:
    due = standing(sweden, target_year=2024)
    assert set(due["chance_reason"]) == {"due"} and due["required"].isna().all()
    assert all("target_year_past" in found for found in due["cautions"])


def test_down_is_the_mirror_of_up(sweden) -> None:
    asked = {"indicator": WITHDRAWN, "target_year": 2026}
    low = standing(sweden, target={"value": 5.0}, **asked)
    easier = standing(sweden, target={"value": 9.0}, **asked)
    assert low["chance"].notna().all()
    assert (easier["chance"] >= low["chance"]).all()
    above = low["value"] > 5.0
    assert (low.loc[above, "required"] < 0).all() and (low.loc[~above, "required"] == 0).all()


def test_a_young_series_promises_nothing_far_ahead(sweden) -> None:
    """Figures from 2016 to 2023: two start years for four years ahead, three for three."""
    near = standing(sweden, indicator=WITHDRAWN, target={"value": 5.0}, target_year=2026)
    far = standing(sweden, indicator=WITHDRAWN, target={"value": 5.0}, target_year=2027)
    assert near["chance"].notna().all() and (far["horizon"] == 4).all()
    assert far["chance"].isna().all() and (far["chance_reason"] == "no_rule").all()
    assert not far["verdict"].isin(["on_track", "off_track"]).any()


def test_one_figure_gives_no_chance_and_says_so(sweden) -> None:
    def keep(values):
        mine = (values["place"] == HERE) & (values["indicator"] == ELIGIBLE)
        return ~mine | (values["year"] == 2024)

    row = standing(with_figures(sweden, keep)).loc[HERE]
    assert np.isnan(row["chance"]) and row["chance_reason"] == "few_points"
    assert "one_figure" in row["cautions"] and row["verdict"] in ("not_yet", "cannot_tell")


def test_too_few_years_in_the_country_give_no_chance(sweden) -> None:
    few = with_figures(sweden, lambda values: values["year"] >= 2021)
    table = standing(few)
    assert table["chance"].isna().all() and set(table["chance_reason"]) == {"no_rule"}


def test_a_break_after_the_baseline_cannot_be_judged(sweden) -> None:
    row = {"place": HERE, "indicator": ELIGIBLE, "year": 2022, "effect": "break"}
    broken = replace(sweden, breaks=pd.concat([sweden.breaks, pd.DataFrame([row])]))
    rule = {"rule": "better_than_mean", "first": 2019, "last": 2021}
    table = standing(broken, target=rule)
    assert table.loc[HERE, ["verdict", "reason"]].tolist() == ["cannot_tell", "break"]
    assert np.isnan(table.loc[HERE, "progress"]) and "break_inside" in table.loc[HERE, "cautions"]
    others = table.drop(HERE)
    assert not (others["reason"] == "break").any()


def test_a_later_break_hides_no_earlier_one(sweden) -> None:
    for place in ("", HERE):
        rows = [
            {"place": place, "indicator": ELIGIBLE, "year": year, "effect": "break"}
            for year in (2022, 2026)
        ]
        broken = replace(sweden, breaks=pd.concat([sweden.breaks, pd.DataFrame(rows)]))
        row = standing(broken, target={"rule": "better_than_mean", "first": 2019, "last": 2021})
        row = row.loc[HERE]
        assert row["broken"] and (row["verdict"], row["reason"]) == ("cannot_tell", "break")
        assert np.isnan(row["chance"]) and np.isnan(row["start_value"])


def test_a_break_after_the_report_year_is_not_known_yet(sweden) -> None:
    row = {"place": "", "indicator": ELIGIBLE, "year": sweden.year + 1, "effect": "break"}
    later = replace(sweden, breaks=pd.concat([sweden.breaks, pd.DataFrame([row])]))
    before, after = standing(sweden), standing(later)
    columns = ["chance", "projected", "start_value", "verdict", "reason"]
    pd.testing.assert_frame_equal(before[columns], after[columns])
    assert "break_inside" in after.loc[HERE, "cautions"]


def test_the_newest_revision_counts(sweden) -> None:
    changed = [{"date": "2024-05", "target": {"value": 70.0}, "reason": "Too high."}]
    easy, hard = standing(sweden, revisions=changed), standing(sweden)
    assert (easy["target"] == 70.0).all() and (easy["revisions"] == 1).all()
    assert (easy["chance"] >= hard["chance"]).all() and (easy["target_year"] == 2027).all()


def test_a_stated_start_is_held_against_the_figures(sweden) -> None:
    stated = standing(sweden, start_value=12.0)
    assert all("start_differs" in found for found in stated["cautions"])
    same = round(float(standing(sweden).loc[HERE, "start_value"]), 4)
    found = standing(sweden, start_value=same).loc[HERE, "cautions"]
    assert "start_differs" not in found


def test_boldness_is_the_rank_among_past_changes(sweden) -> None:
    table = standing(sweden)
    series = goal_series(sweden, ELIGIBLE, "total")
    changes = (series.values[:, 3:] - series.values[:, :-3]).ravel()
    changes = changes[np.isfinite(changes)]
    row = table.loc[HERE]
    smaller = 100 * (changes < 90 - row["value"]).mean()
    assert row["ambition"] == pytest.approx(smaller, abs=0.6)


def test_order_of_rows_changes_nothing(sweden) -> None:
    mixed = replace(sweden, values=sweden.values.sample(frac=1, random_state=1))
    columns = ["chance", "projected", "verdict", "progress", "ambition"]
    found = standing(mixed)[columns].sort_index()
    pd.testing.assert_frame_equal(found, standing(sweden)[columns].sort_index())


def test_one_corrected_figure_is_not_seen_in_other_municipalities(sweden) -> None:
    values = sweden.values.copy()
    mine = (values["place"] == "SE-1280") & (values["indicator"] == ELIGIBLE)
    values.loc[mine & (values["year"] == 2016), "value"] += 0.4
    before, after = standing(sweden), standing(replace(sweden, values=values))
    others = before.index != "SE-1280"
    shown = before["chance"] != after["chance"]
    assert shown[others].mean() < 0.1
    assert (before.loc[others, "verdict"] == after.loc[others, "verdict"]).mean() > 0.99


def test_no_goals_give_an_empty_table(sweden) -> None:
    assert goal_standing(sweden, {}).empty
