"""Sun and Abraham's effects: printed numbers, a peer, differences of means by hand."""

from __future__ import annotations

import diff_diff
import numpy as np
import pandas as pd
import pytest

from impact.errors import InvalidInput
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.regressions.sun_abraham import sun_abraham
from impact.evaluation.regressions.two_way import two_way

STARTS = [2004, 2004, 2004, 2006, 2006, *[NEVER] * 7]


def made(starts=STARTS, seed=0, years=7, anticipation=0) -> Panel:
    values = np.random.default_rng(seed).normal(size=(len(starts), years)).cumsum(axis=1)
    names = tuple(f"u{number:02d}" for number in range(len(starts)))
    return Panel(
        names, tuple(range(2001, 2001 + years)), values, np.array(starts, float),
        anticipation=anticipation,
    )  # fmt: skip


def theirs(table: Panel, **options):
    frame = table.frame().replace({"start": {NEVER: 0}}).dropna(subset="value")
    frame["start"] = frame["start"].astype(int)
    return diff_diff.SunAbraham(**options).fit(
        frame, outcome="value", unit="unit", time="year", first_treat="start"
    )


def test_teenage_employment(case):
    """Printed by other packages for these figures: -.039951 (.011796)."""
    folder, expected = case("01_mpdta")
    table = pd.read_csv(folder / "data.csv")
    counties = panel(table, unit="countyreal", year="year", value="lemp", start="first_treat")
    result = sun_abraham(counties)
    assert result.effect.estimate == pytest.approx(-0.039951, abs=5e-7)
    assert result.effect.standard_error == pytest.approx(0.011796, abs=5e-7)
    cells = result.cells.set_index(["cohort", "year"])["estimate"]
    for row in expected["att_gt"]:
        if row["t"] >= row["g"]:
            assert cells.loc[(row["g"], row["t"])] == pytest.approx(row["att"], abs=5e-5)
    events = result.events.set_index("event")["estimate"]
    for event in ("0", "1", "2", "3"):
        assert events[int(event)] == pytest.approx(expected["dynamic"]["e"][event]["att"], abs=5e-5)


def test_a_cell_is_a_difference_of_mean_changes():
    table = made(seed=1)
    cells = sun_abraham(table).cells.set_index(["cohort", "year"])
    since = table.values - table.values[:, [4]]
    by_hand = since[3:5, 6].mean() - since[5:, 6].mean()
    assert cells.loc[(2006, 2007), "estimate"] == pytest.approx(by_hand)
    assert (2006, 2005) not in cells.index
    assert cells.loc[(2006, 2007), ["event", "units"]].tolist() == [1, 2]


def test_the_whole_counts_every_treated_cell_once():
    result = sun_abraham(made(seed=2))
    after = result.cells[result.cells["event"] >= 0]
    assert result.effect.estimate == pytest.approx(
        np.average(after["estimate"], weights=after["units"])
    )


@pytest.mark.parametrize("seed", range(3))
def test_agrees_with_a_peer(seed):
    """diff-diff fits the same saturated regression: agreement to rounding (1e-8)."""
    table = made(seed=seed)
    result, peer = sun_abraham(table), theirs(table)
    assert result.effect.estimate == pytest.approx(peer.overall_att, abs=1e-8)
    assert result.effect.standard_error == pytest.approx(peer.overall_se, abs=1e-8)
    events = result.events.set_index("event")
    for event, found in peer.event_study_effects.items():
        if event in events.index:
            assert events.loc[event, "estimate"] == pytest.approx(found["effect"], abs=1e-8)
            assert events.loc[event, "standard_error"] == pytest.approx(found["se"], abs=1e-8)


def test_missing_figures_agree_with_a_peer():
    """With holes the peer weighs cohorts by units, we by figures; cells are the same (1e-8)."""
    table = made(seed=7)
    table.values[8, 3] = table.values[4, 1] = np.nan
    events = sun_abraham(table).events.set_index("event")["estimate"]
    found = {event: row["effect"] for event, row in theirs(table).event_study_effects.items()}
    for event in (0, 1, 2, 3):
        assert events[event] == pytest.approx(found[event], abs=1e-8)


def test_with_one_start_and_two_years_it_is_the_usual_regression():
    table = made([2002, 2002, NEVER, NEVER, NEVER], years=2, seed=3)
    ours, usual = sun_abraham(table).effect, two_way(table)
    assert ours.estimate == pytest.approx(usual.estimate)
    assert ours.standard_error == pytest.approx(usual.standard_error)


def test_anticipation_moves_the_reference():
    table = made(seed=4, anticipation=1)
    cells = sun_abraham(table).cells.set_index(["cohort", "year"])
    since = table.values - table.values[:, [1]]
    assert (2004, 2002) not in cells.index
    assert cells.loc[(2004, 2003), "event"] == -1
    assert cells.loc[(2004, 2005), "estimate"] == pytest.approx(
        since[:3, 4].mean() - since[5:, 4].mean()
    )


def test_units_without_years_before_are_left_out():
    starts = [2001, 2001, *STARTS[2:]]
    table = made(starts, seed=5)
    result = sun_abraham(table)
    assert result.effect == sun_abraham(table.select(np.arange(2, 12))).effect
    assert result.effect.treated == 3


def test_order_and_common_shifts_do_not_matter():
    table = made(seed=6)
    order = np.random.default_rng(1).permutation(len(STARTS))
    moved = table.values + np.arange(7) ** 2 + np.arange(len(STARTS))[:, None]
    other = Panel(table.units, table.years, moved, table.starts).select(order)
    first, second = sun_abraham(table).effect, sun_abraham(other).effect
    assert second.estimate == pytest.approx(first.estimate)
    assert second.standard_error == pytest.approx(first.standard_error)


@pytest.mark.parametrize("starts", [[2004] * 3 + [2006] * 3, [2001, 2001, NEVER], [NEVER] * 4])
def test_what_cannot_be_had_is_refused(starts):
    with pytest.raises(InvalidInput, match="no untreated unit, or no treated one"):
        sun_abraham(made(starts))


def test_a_year_without_any_spread_leaves_the_other_errors_alone():
    table = made(seed=8)
    table.values[:, 1] = table.values[:, 4] + 1
    result = sun_abraham(table)
    cells = result.cells.set_index(["cohort", "year"])["standard_error"]
    assert np.isnan(cells.loc[(2006, 2002)])
    assert result.effect.standard_error > 0
