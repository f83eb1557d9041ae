"""What a panel is, what is left out of it, and what it cannot answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.panel_checks import (
    DROPPED,
    FAULTS,
    IMPOSSIBLE,
    NEEDS,
    NOTES,
    check_panel,
    faults,
    usable,
)


def made(
    starts: list[float], years: int = 8, sizes: list[float] | None = None, anticipation: int = 0
) -> Panel:
    """Units from u0, years from 2010, every figure there."""
    values = np.arange(len(starts) * years, dtype=float).reshape(len(starts), years)
    return Panel(
        tuple(f"u{row}" for row in range(len(starts))),
        tuple(range(2010, 2010 + years)),
        values,
        np.array(starts, dtype=float),
        None if sizes is None else np.array(sizes, dtype=float),
        anticipation,
    )


def without(panel: Panel, *gaps: tuple[object, object]) -> Panel:
    values = panel.values.copy()
    for row, column in gaps:
        values[row, column] = np.nan
    return replace(panel, values=values)


PLAIN = made([2014, 2016, 2016, *[NEVER] * 6])
EVERY = slice(None)


def test_a_whole_panel_is_left_as_it_is() -> None:
    kept, dropped = usable(PLAIN)
    pd.testing.assert_frame_equal(kept.frame(), PLAIN.frame())
    assert dropped.empty and list(dropped.columns) == ["unit", "reason"]
    assert faults(PLAIN) == ()


def test_report_of_a_whole_panel() -> None:
    report = check_panel(PLAIN)
    assert (report.units, report.treated, report.never_treated) == (9, 3, 6)
    assert report.balanced and report.missing.empty
    assert report.cohorts.to_dict("list") == {
        "cohort": [2014, 2016], "units": [1, 2], "pre_years": [4, 6], "post_years": [4, 2],
    }  # fmt: skip
    assert report.possible == tuple(NEEDS)
    assert report.impossible.empty
    assert report.notes == ("one_unit_cohort",)


def test_a_unit_without_a_figure_of_one_year_is_left_out() -> None:
    gaps = without(PLAIN, (1, 3), (5, 0), (5, 7))
    kept, dropped = usable(gaps)
    assert dropped.to_dict("list") == {"unit": ["u1", "u5"], "reason": ["outcome_missing"] * 2}
    assert len(kept.units) == 7 and np.isfinite(kept.values).all()
    report = check_panel(gaps)
    assert not report.balanced
    assert report.missing.to_dict("list") == {
        "unit": ["u1", "u5"], "missing": [1, 2], "years": ["2013", "2010, 2017"],
    }  # fmt: skip
    assert report.faults == () and "units_dropped" in report.notes


def test_a_year_that_most_units_lack_is_left_out_instead_of_them() -> None:
    # 5 of 9 lack 2012: the year goes; 4 of 9: the units go
    kept, dropped = usable(without(PLAIN, (slice(4, 9), 2)))
    assert 2012 not in kept.years and dropped.empty and len(kept.units) == 9
    assert check_panel(without(PLAIN, (slice(4, 9), 2))).notes == (
        "one_unit_cohort", "years_dropped",
    )  # fmt: skip
    kept, dropped = usable(without(PLAIN, (slice(5, 9), 2)))
    assert 2012 in kept.years and list(dropped["unit"]) == ["u5", "u6", "u7", "u8"]


def test_units_without_any_figure_have_no_say_in_the_years() -> None:
    # 6 of 9 units have nothing at all: the others' years stay
    kept, dropped = usable(without(PLAIN, (slice(1, 7), EVERY)))
    assert kept.units == ("u0", "u7", "u8") and len(kept.years) == 8
    assert list(dropped["reason"]) == ["outcome_missing"] * 6


@pytest.mark.parametrize(
    ("start", "anticipation", "reason"),
    [
        (2009, 0, "start_outside"),
        (2018, 0, "start_outside"),
        (2010, 0, "no_pre_period"),
        (2012, 2, "no_pre_period"),
    ],
)
def test_starts_that_leave_no_before_or_after(start: int, anticipation: int, reason: str) -> None:
    one_of_two = made([start, 2014, *[NEVER] * 5], anticipation=anticipation)
    assert usable(one_of_two)[1].to_dict("list") == {"unit": ["u0"], "reason": [reason]}
    assert faults(one_of_two) == ()
    alone = made([start, *[NEVER] * 5], anticipation=anticipation)
    assert faults(alone) == (reason,)
    assert check_panel(alone).possible == ()
    assert set(check_panel(alone).impossible["reason"]) == {"fault"}


def test_a_line_through_the_years_before_needs_more_of_them() -> None:
    panel = made([2012, 2014, *[NEVER] * 5])
    assert usable(panel, pre_years=2)[1].empty
    kept, dropped = usable(panel, pre_years=3)
    assert dropped.to_dict("list") == {"unit": ["u0"], "reason": ["no_pre_period"]}
    assert kept.cohorts == (2014,) and faults(panel, pre_years=3) == ()
    assert faults(panel, pre_years=5) == ("no_pre_period",)
    assert check_panel(panel, pre_years=5).faults == ("no_pre_period",)


def test_no_figure_of_anybody_after_or_before_the_start() -> None:
    panel = made([2014, *[NEVER] * 5])
    assert faults(without(panel, (EVERY, slice(4, 8)))) == ("no_post_period",)
    assert faults(without(panel, (EVERY, slice(0, 4)))) == ("no_pre_period",)


def test_outcome_missing_in_the_treated() -> None:
    panel = made([2014, *[NEVER] * 5])
    assert faults(without(panel, (0, 6))) == ("outcome_missing",)
    assert faults(without(panel, (0, EVERY))) == ("outcome_missing",)
    assert faults(made([NEVER] * 5)) == ("outcome_missing",)


def test_no_figure_at_all_is_said_and_no_accident() -> None:
    nothing = without(PLAIN, (EVERY, EVERY))
    assert faults(nothing) == ("outcome_missing", "no_untreated")
    assert check_panel(nothing).years == ()
    empty = made([])
    assert faults(empty) == ("outcome_missing", "no_untreated")


def test_nobody_to_compare_with() -> None:
    at_once = check_panel(made([2014] * 6))
    assert at_once.faults == ("no_untreated", "collinear_calendar")
    assert at_once.possible == ()
    in_turn = check_panel(made([2014, 2014, 2016, 2016]))
    assert in_turn.faults == ("no_untreated",)
    assert in_turn.possible == ("not_yet_treated", "two_way", "imputation")
    assert set(in_turn.impossible["reason"]) == {"no_untreated"}


def test_too_few_to_say_anything_of_chance() -> None:
    assert faults(made([2014, NEVER, NEVER, NEVER])) == ("too_few_units",)
    assert faults(made([2014, *[NEVER] * 4])) == ()


@pytest.mark.parametrize(("year", "inside"), [(2010, False), (2011, True), (2017, True),
                                              (2018, False), (2000, False)])  # fmt: skip
def test_a_break_counts_when_figures_lie_on_both_sides(year: int, inside: bool) -> None:
    assert faults(PLAIN, breaks=[year]) == (("break_inside",) if inside else ())
    assert check_panel(PLAIN, breaks=[year]).faults == (("break_inside",) if inside else ())
    assert bool(check_panel(PLAIN, breaks=[year]).possible) is not inside


def test_unknown_sizes() -> None:
    sizes = [float(row) for row in range(9)]
    known = replace(PLAIN, sizes=np.array(sizes))
    of_untreated = replace(known, sizes=np.where(np.arange(9) == 8, np.nan, sizes))
    kept, dropped = usable(of_untreated)
    assert dropped.to_dict("list") == {"unit": ["u8"], "reason": ["size_missing"]}
    assert list(kept.sizes) == sizes[:8]
    of_treated = replace(known, sizes=np.where(np.arange(9) == 0, np.nan, sizes))
    kept, dropped = usable(of_treated)
    assert kept.sizes is None and dropped.empty
    assert "sizes_unknown" in check_panel(of_treated).notes


@pytest.mark.parametrize(
    ("start", "years", "impossible"),
    [
        (2011, 3, {"detrended": "few_pre_years", "synthetic_control": "few_pre_years",
                   "weighted": "few_pre_years", "not_yet_treated": "one_cohort"}),
        (2014, 5, {"not_yet_treated": "one_cohort"}),
    ],
)  # fmt: skip
def test_short_series_rule_out_what_needs_more(
    start: int, years: int, impossible: dict[str, str]
) -> None:
    report = check_panel(made([start, start, *[NEVER] * 5], years))
    found = dict(report.impossible.to_numpy())
    assert impossible.items() <= found.items()
    assert set(report.possible) | set(found) == set(NEEDS)
    assert {"demeaned", "long_difference", "group_time", "two_way"} <= set(report.possible)


def test_order_and_names_of_units_play_no_part() -> None:
    gaps = without(PLAIN, (1, 3), (slice(4, 9), 2))
    order = np.array([8, 3, 0, 1, 7, 2, 4, 6, 5])
    turned = check_panel(gaps.select(order))
    straight = check_panel(gaps)
    assert turned.faults == straight.faults and turned.notes == straight.notes
    assert set(turned.dropped["unit"]) == set(straight.dropped["unit"])
    pd.testing.assert_frame_equal(turned.cohorts, straight.cohorts)


def test_every_word_is_one_of_its_closed_set() -> None:
    rows = np.random.default_rng(5)
    for _ in range(200):
        count, length = rows.integers(1, 9), rows.integers(1, 6)
        starts = rows.choice([2009, 2010, 2012, 2013, 2020, NEVER, NEVER], count)
        panel = made(list(starts), int(length), anticipation=int(rows.integers(0, 3)))
        holes = rows.random(panel.values.shape) < rows.choice([0, 0.1, 0.6])
        panel = replace(panel, values=np.where(holes, np.nan, panel.values))
        report = check_panel(panel, breaks=[2011] if rows.random() < 0.2 else [])
        assert set(report.faults) <= set(FAULTS)
        assert set(report.notes) <= set(NOTES)
        assert set(report.dropped["reason"]) <= set(DROPPED)
        assert set(report.impossible["reason"]) <= set(IMPOSSIBLE)
        assert report.units == report.treated + report.never_treated
        kept, _ = usable(panel)
        assert np.isfinite(kept.values).all()
        assert usable(kept)[1].empty or report.faults
        for start in kept.cohorts:
            assert kept.before(start).any() and kept.after(start).any()
