"""On past figures goals called likely were reached as often as promised (docs/goal_odds.md)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pandas as pd
import pytest

from impact.planning.goals.status import OFF_TRACK, ON_TRACK

BENCH = Path(__file__).parents[2] / "bench" / "goals.py"


@pytest.fixture(scope="module")
def bench():
    described = importlib.util.spec_from_file_location("bench_goals", BENCH)
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def cases(bench) -> pd.DataFrame:
    return bench.cases()


def test_the_limits_set_beforehand_hold(bench, cases) -> None:
    assert len(cases) == 40_163
    table = bench.scores(cases).set_index("rule")
    used = table.iloc[-1]
    assert used["brier"] <= bench.BARS["brier"]
    assert used["high"] >= bench.BARS["on track"] and used["high_n"] >= 500
    assert used["low"] <= bench.BARS["off track"] and used["low_n"] >= 10_000
    low, high = bench.BARS["coverage"]
    assert cases.groupby("indicator")["covered"].mean().between(low, high).all()


def test_the_limits_hold_from_the_last_break_of_each_series_too(bench) -> None:
    used = bench.scores(bench.cases(from_break=True)).iloc[-1]
    assert used["brier"] <= bench.BARS["brier"]
    assert used["high"] >= bench.BARS["on track"]
    assert used["low"] <= bench.BARS["off track"]


def test_no_other_rule_in_the_table_does_better_than_the_pooled_ones(bench, cases) -> None:
    scores = bench.scores(cases)["brier"].tolist()
    assert max(scores[-2:]) < min(scores[:-2])
    ratio = cases["ratio_class"] == "on_track"
    assert cases.loc[ratio, "reached"].mean() < 0.3


def test_calling_a_goal_likely_needs_no_later_figure(bench, cases) -> None:
    at = (cases["chance"] >= ON_TRACK) | (cases["chance"] <= OFF_TRACK)
    assert 0.5 < at.mean() < 0.7
    assert cases["chance"].between(0.01, 0.99).all()
    assert cases["reached"].mean() == pytest.approx(0.1997, abs=0.0001)


def test_the_page_holds_what_is_measured(bench, cases) -> None:
    text = bench.PAGE.read_text(encoding="utf-8")
    used = bench.scores(cases).iloc[-1]
    assert f"| {used['rule']} | {used['brier']:.4f} |" in text


def test_farther_ahead_only_rules_that_learnt_from_many_years_keep_their_promise(bench) -> None:
    farther = bench.cases(horizons=bench.FARTHER)
    enough = farther["origins"] >= bench.STARTS_FAR
    for _, mine in farther.groupby("horizon"):
        few, many = mine[~enough[mine.index]], mine[enough[mine.index]]
        assert few["covered"].mean() < 0.72 < many["covered"].mean()
        likely = many["chance"] >= ON_TRACK
        assert many.loc[likely, "reached"].mean() >= bench.BARS["on track"]
        unlikely = many["chance"] <= OFF_TRACK
        assert many.loc[unlikely, "reached"].mean() <= bench.BARS["off track"]
