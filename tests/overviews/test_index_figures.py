"""An index of all municipalities: scores by hand, sums that are exact, and what it rests on."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from index_figure_cases import HOME, LAST, LEARNING, POSTS, Figures, country, plan, record

from impact.errors import InvalidInput
from impact.overviews import index_figures
from impact.overviews.indices.model import IndexFigures
from impact.overviews.indices.spec import index_spec
from impact.overviews.indices.values import index_values

ONE = "SE-9000"


def figures_of(values: pd.DataFrame, one=None, **changes) -> IndexFigures:
    (found,) = index_figures(Figures(values, **changes), plan(one or record()))
    return found


@pytest.fixture(scope="module")
def usual() -> IndexFigures:
    return figures_of(country())


def newest(values: pd.DataFrame, place: str, indicator: str, year: int = LAST) -> float:
    mine = (values["place"] == place) & (values["indicator"] == indicator)
    return float(values.loc[mine & (values["year"] == year), "value"].iloc[0])


def by_hand(values: pd.DataFrame, place: str, year: int = LAST) -> float:
    """Return the index as its file says: three quarters learning, one quarter home."""

    def points(name: str) -> float:
        low, high = POSTS[name]
        share = 100 * (newest(values, place, name, year) - low) / (high - low)
        return 100 - share if name in HOME else share

    learning = sum(map(points, LEARNING)) / 2
    home = sum(map(points, HOME)) / 2
    return (3 * learning + home) / 4


def test_the_score_is_what_the_file_says(usual):
    values = country()
    for place in usual.places.index:
        assert usual.places.at[place, "score"] == pytest.approx(by_hand(values, place))
    assert usual.coherence.publish
    assert usual.places["scored"].eq(20).all()


def test_the_parts_of_a_difference_add_up(usual):
    sums = usual.gaps.groupby("place")["contribution"].sum()
    totals = usual.gap_totals
    assert sums.to_numpy() == pytest.approx(totals.loc[sums.index, "gap"].to_numpy())
    others = [f"SE-{9000 + at}" for at in range(5)]
    mean = usual.places.loc[others, "score"].mean()
    assert totals.at["SE-9010", "other"] == pytest.approx(mean)
    assert totals.at["SE-9010", "peers"] == 5
    inside = (totals["lower"] <= totals["gap"]) & (totals["gap"] <= totals["upper"])
    assert inside.all()


def test_the_parts_of_a_change_add_up_and_come_from_the_year_before(usual):
    values = country()
    sums = usual.changes.groupby("place")["contribution"].sum()
    for place in usual.places.index:
        change = by_hand(values, place) - by_hand(values, place, LAST - 1)
        assert usual.change_totals.at[place, "gap"] == pytest.approx(change)
        assert sums[place] == pytest.approx(change)
    assert set(usual.changes["cause"]) == {"data"}


def test_a_figure_that_stands_in_for_both_years_moves_nothing():
    values = country()
    old = figures_of(values[values["year"] < LAST - 1])
    assert old.change_totals["gap"].abs().max() == pytest.approx(0)
    assert old.change_totals["lower"].abs().max() == pytest.approx(0)
    assert old.change_totals["upper"].abs().max() == pytest.approx(0)


def test_each_indicator_is_held_against_its_own_figure_a_year_earlier():
    values = country()
    late = values["indicator"].isin(HOME)  # a year behind: newest of the year before the report's
    old = values["indicator"] == LEARNING[1]  # two years behind: nothing new since the last report
    kept = values[~(late & (values["year"] == LAST)) & ~(old & (values["year"] >= LAST - 1))]
    found = figures_of(kept)
    mine = found.changes[found.changes["place"] == ONE].set_index("part")["contribution"]
    weights = {**dict.fromkeys(LEARNING, 3 / 8), **dict.fromkeys(HOME, 1 / 8)}
    for name, last in ((LEARNING[0], LAST), (HOME[0], LAST - 1), (HOME[1], LAST - 1)):
        low, high = POSTS[name]
        moved = newest(values, ONE, name, last) - newest(values, ONE, name, last - 1)
        points = 100 * moved / (high - low) * (-1 if name in HOME else 1)
        assert mine[name] == pytest.approx(weights[name] * points)
    assert mine[LEARNING[1]] == 0.0


def test_figures_that_are_too_old_are_not_there():
    values = country()
    short = record(carry=0)
    found = figures_of(values[values["year"] < LAST], short)
    assert found.places["score"].isna().all()
    assert found.places["reason"].eq("too_few_values").all()
    assert not found.coherence.publish
    assert "few_places" in found.coherence.reasons


def test_a_municipality_with_too_few_figures_has_no_score():
    values = country()
    gone = (values["place"] == ONE) & values["indicator"].isin(LEARNING)
    found = figures_of(values[~gone])
    assert np.isnan(found.places.at[ONE, "score"])
    assert found.places.at[ONE, "reason"] == "too_few_values"
    assert found.places["scored"].dropna().eq(19).all()
    assert np.isfinite(found.places.drop(index=ONE)["score"]).all()


def test_one_missing_figure_leaves_its_weight_to_the_others_and_that_is_said():
    values = country()
    gone = (values["place"] == ONE) & (values["indicator"] == HOME[0])
    found = figures_of(values[~gone], record(minimum_share=0.5))
    assert np.isfinite(found.places.at[ONE, "score"])
    assert found.places.at[ONE, "available"] == pytest.approx(7 / 8)
    assert found.places.at["SE-9001", "available"] == 1.0


def test_older_figures_are_counted_by_weight():
    values = country()
    late = (values["place"] == ONE) & (values["indicator"] == LEARNING[0])
    found = figures_of(values[~(late & (values["year"] == LAST))])
    assert found.places.at[ONE, "older"] == pytest.approx(3 / 8)
    assert found.places.at["SE-9001", "older"] == 0.0


def test_nothing_newer_than_the_year_is_used():
    values = country()
    later = values[values["year"] == LAST].assign(year=LAST + 1, value=60.0)
    usual, told = figures_of(values), figures_of(pd.concat([values, later]))
    pd.testing.assert_frame_equal(usual.places, told.places)
    pd.testing.assert_frame_equal(usual.changes, told.changes)


def test_the_order_of_rows_changes_nothing(usual):
    mixed = figures_of(country().sample(frac=1, random_state=4))
    pd.testing.assert_frame_equal(usual.places, mixed.places)
    pd.testing.assert_frame_equal(usual.gap_totals, mixed.gap_totals)
    pd.testing.assert_frame_equal(usual.change_totals, mixed.change_totals)


def test_a_figure_that_got_better_never_lowers_the_score():
    values = country()
    better = values.copy()
    mine = (better["place"] == ONE) & (better["indicator"] == HOME[0])
    better.loc[mine, "value"] -= 2.0
    before, after = figures_of(values), figures_of(better)
    assert after.places.at[ONE, "score"] > before.places.at[ONE, "score"]


def test_a_correction_elsewhere_moves_only_those_it_is_compared_with():
    values = country()
    other = "SE-9015"  # nobody's peer
    mended = values.copy()
    mended.loc[(mended["place"] == other) & (mended["year"] == LAST), "value"] += 0.01
    before, after = figures_of(values), figures_of(mended)
    rest = before.places.index.drop(other)
    pd.testing.assert_frame_equal(before.places.loc[rest], after.places.loc[rest])
    pd.testing.assert_frame_equal(before.gap_totals.loc[rest], after.gap_totals.loc[rest])
    pd.testing.assert_frame_equal(before.change_totals.loc[rest], after.change_totals.loc[rest])
    assert before.alpha == after.alpha


def test_limits_hold_the_score_stay_on_the_scale_and_widen_with_the_errors():
    sure, unsure = figures_of(country(error=0.1)), figures_of(country(error=4.0))
    for found in (sure, unsure):
        places = found.places
        assert (places["lower"] <= places["score"].round()).all()
        assert (places["score"].round() <= places["upper"]).all()
        assert places["lower"].ge(0).all() and places["upper"].le(100).all()
    width = [(found.places["upper"] - found.places["lower"]).mean() for found in (sure, unsure)]
    assert width[1] > 1.5 * width[0]
    apart = [(found.places["above"] + found.places["below"]).mean() for found in (sure, unsure)]
    assert apart[1] < apart[0]


def test_parts_that_work_against_each_other_are_not_one_number():
    values = country()
    turned = values["indicator"] == HOME[0]
    values.loc[turned, "value"] = 20.0 - values.loc[turned, "value"]
    found = figures_of(values)
    assert not found.coherence.publish
    assert "against_node" in found.coherence.reasons


def test_a_constant_indicator_tells_nobody_apart():
    values = country()
    values.loc[values["indicator"] == HOME[0], "value"] = 10.0
    found = figures_of(values, record(normalisation="min_max"))
    learning = found.parts[found.parts["part"] == "learning"].set_index("place")["score"]
    assert np.isfinite(found.places["score"]).all() and np.isfinite(learning).all()
    items = found.items[found.items["part"] == HOME[0]]
    assert items["score"].isna().all()


def test_weights_by_a_rule_come_from_the_base_year():
    values = country()
    wanted = record(weighting="equal_influence")
    before = figures_of(values, wanted)
    later = values.copy()
    later.loc[later["year"] == LAST, "value"] *= 0.9
    weights = {node.id: node.weight for node in before.spec.nodes}
    assert weights == {node.id: node.weight for node in figures_of(later, wanted).spec.nodes}
    assert weights["learning"] != pytest.approx(3.0)
    equal = figures_of(values, record(weighting="equal"))
    assert {item.weight for item in equal.spec.indicators} == {1.0}


def test_simulated_figures_and_years_that_do_not_count_are_left_out():
    values = country()
    spec, places = index_spec(record()), pd.Index(sorted(values["place"].unique()), name="place")
    made_up = values.copy()
    made_up.loc[made_up["year"] == LAST, "status"] = "simulated"
    found = index_values(Figures(made_up), spec, LAST, 3, places)
    assert found.years.max().max() == LAST - 1
    rows = [(None, LEARNING[0], LAST, "exclude"), (ONE, LEARNING[1], LAST - 1, "break")]
    breaks = pd.DataFrame(rows, columns=["place", "indicator", "year", "effect"])
    cut = values[~((values["place"] == ONE) & (values["year"] >= LAST - 1))]
    found = index_values(Figures(cut, breaks=breaks), spec, LAST, 3, places)
    assert found.years[LEARNING[0]].max() == LAST - 1
    assert np.isnan(found.values.at[ONE, LEARNING[1]])  # what is left lies before the break
    assert found.values.at[ONE, HOME[0]] == newest(values, ONE, HOME[0], LAST - 2)


def test_the_same_index_is_made_once_and_another_file_is_another():
    figures, one = Figures(country()), record()
    (first,) = index_figures(figures, plan(one))
    (again,) = index_figures(figures, plan(record()))
    assert first is again
    (other,) = index_figures(figures, plan(record(carry=2)))
    assert other is not first


def test_other_ways_stay_on_the_scale_too():
    # One is far beyond goalposts that others are within: other ways know no end of the scale.
    best = country()
    top = best["place"] == ONE
    ends = {name: 0.0 if name in HOME else 100.0 for name in POSTS}
    best.loc[top, "value"] = best.loc[top, "indicator"].map(ends)
    narrow = {LEARNING[0]: (70, 85), LEARNING[1]: (60, 75), HOME[0]: (7, 13), HOME[1]: (15, 25)}
    parts = record().model_dump(exclude_none=True)["indicators"]
    parts = {name: one | {"goalposts": [*map(float, narrow[name])]} for name, one in parts.items()}
    choices = {"normalisations": ["z_score"], "draws": 200}
    found = figures_of(best, record(indicators=parts, choices=choices)).places
    assert found.at[ONE, "score"] == 100
    assert found["method_high"].max() <= 100 and found["method_low"].min() >= 0


def test_clearly_apart_are_never_more_than_there_are():
    # 19 others, all clearly apart from the best and the worst: about 10, not about 20 of 20.
    values = country(error=1e-6)
    rest = values["place"] != ONE
    values.loc[~rest, "value"] = values.loc[~rest, "indicator"].map(
        {name: POSTS[name][name not in HOME] for name in POSTS}
    )
    found = figures_of(values).places
    assert found.at[ONE, "below"] == 10
    assert (found["above"] + found["below"] <= found["scored"] - 1).all()


def begins(year: int, **fields) -> dict:
    parts = record().model_dump(exclude_none=True)["indicators"]
    return {name: one | {"valid_from": year} | fields for name, one in parts.items()}


def test_an_index_that_begins_this_year_has_a_number_and_no_change():
    found = figures_of(country(), record(indicators=begins(LAST)))
    assert np.isfinite(found.places["score"]).all()
    assert found.change_totals[["gap", "lower", "upper"]].isna().all(axis=None)
    assert found.changes.empty


def test_an_index_of_other_years_is_not_shown():
    for one in (
        record(indicators=begins(LAST + 1)),
        record(indicators=begins(2015, valid_to=2018)),
    ):
        assert index_figures(Figures(country()), plan(one)) == ()


def test_faults_of_a_file_are_refused_before_anything_is_calculated():
    wrong = record(nodes={"a": {"title": {"en": "A"}}, "b": {"title": {"en": "B"}}})
    with pytest.raises(InvalidInput, match="no parent"):
        figures_of(country(), wrong)
