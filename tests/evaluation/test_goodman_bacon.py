"""Goodman-Bacon's decomposition: printed numbers, the identity with the regression, by hand."""

from __future__ import annotations

import diff_diff
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.evaluation.panel import NEVER, Panel, panel
from impact.evaluation.regressions.goodman_bacon import bacon
from impact.evaluation.regressions.two_way import two_way

NAMES = {
    "treated_never": ("treated_vs_untreated", "treated_vs_never"),
    "earlier_later": ("earlier_vs_later",),
    "later_earlier": ("later_vs_earlier",),
}


def made(starts, seed=0, years=7) -> Panel:
    values = np.random.default_rng(seed).normal(size=(len(starts), years)).cumsum(axis=1)
    names = tuple(f"u{number}" for number in range(len(starts)))
    return Panel(names, tuple(range(2001, 2001 + years)), values, np.array(starts, float))


def toy() -> Panel:
    """Return three units, ten years, no change but 2 for b from 5 and 4 for c from 8."""
    years = np.arange(1, 11)
    values = np.stack([0.0 * years, 2.0 * (years >= 5), 4.0 * (years >= 8)])
    return Panel(tuple("abc"), tuple(range(1, 11)), values, np.array([NEVER, 5, 8]))


def expect(result, rows: dict, weight: float, estimate: float) -> None:
    found = result.kinds.set_index("kind")
    for ours, theirs in NAMES.items():
        printed = next(rows[name] for name in theirs if name in rows)
        assert found.loc[ours, "weight"] == pytest.approx(printed[0], abs=weight)
        assert found.loc[ours, "estimate"] == pytest.approx(printed[1], abs=estimate)


def test_school_reform_by_kind_and_by_pair(case):
    folder, expected = case("04_bacon")
    table = pd.read_csv(folder / "math_reform.csv")
    states = panel(table, unit="state", year="class", value="incearn_ln", start="reformyr_math")
    result = bacon(states)
    expect(result, expected["math_reform"], 5e-6, 5e-6)
    pairs = result.pairs.set_index(["treated", "control"])
    for row in expected["math_reform_2x2"]:
        ours = pairs.loc[(row["treated"], row["untreated"])]
        assert ours["weight"] == pytest.approx(row["weight"], abs=5e-9)
        assert ours["estimate"] == pytest.approx(row["estimate"], abs=5e-9)
    assert result.estimate == pytest.approx(two_way(states).estimate, abs=1e-12)


def test_medicaid(case):
    folder, expected = case("02_ehec_medicaid")
    table = pd.read_csv(folder / "data.csv")
    result = bacon(panel(table, unit="stfips", year="year", value="dins", start="first_treat"))
    expect(result, expected["bacon"]["rows"], 5e-4, 5e-4)
    assert result.estimate == pytest.approx(expected["twfe"]["coef"], abs=5e-8)


def test_toy_case_by_hand():
    """b: n 1/3, D .6; c: n 1/3, D .3. Weights up to n x n: b-never .6x.4, c-never .3x.7,
    b against c (.6-.3)x.4, c against b (.6-.3)x.3; sum .24+.21+.12+.09 = .66."""
    result = bacon(toy())
    assert result.pairs["kind"].tolist() == [
        "earlier_later", "later_earlier", "treated_never", "treated_never",
    ]  # fmt: skip
    assert result.pairs["weight"].tolist() == pytest.approx(
        [0.12 / 0.66, 0.09 / 0.66, 0.24 / 0.66, 0.21 / 0.66]
    )
    assert result.pairs["estimate"].tolist() == pytest.approx([2, 4, 2, 4])
    assert result.estimate == pytest.approx(2.909, abs=5e-4)
    kinds = result.kinds.set_index("kind")["estimate"]
    assert kinds.to_dict() == pytest.approx(
        {"treated_never": 2.933, "earlier_later": 2.0, "later_earlier": 4.0}, abs=5e-4
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([2001, 2002, 2004, 2005, 2007, 2009, NEVER]), min_size=4, max_size=9),
    st.integers(0, 10_000),
)
def test_weights_add_up_and_give_the_regression(starts, seed):
    table = made(starts, seed)
    now = np.asarray(table.years)[None, :] >= table.starts[:, None]
    left = now - now.mean(axis=1, keepdims=True) - now.mean(axis=0) + now.mean()
    if np.abs(left).max() < 1e-12:
        with pytest.raises(InvalidInput, match="nothing can be compared"):
            bacon(table)
        return
    result = bacon(table)
    assert (result.pairs["weight"] > 0).all()
    assert result.pairs["weight"].sum() == pytest.approx(1)
    assert result.kinds["weight"].sum() == pytest.approx(1)
    assert result.estimate == pytest.approx(two_way(table).estimate, abs=1e-9)


def test_agrees_with_a_peer():
    """diff-diff's exact weights follow the same theorem: agreement to rounding (1e-8)."""
    table = made([2003, 2003, 2005, 2006, 2006, NEVER, NEVER, NEVER], seed=4)
    frame = table.frame().replace({"start": {NEVER: 0}})
    frame["start"] = frame["start"].astype(int)
    theirs = diff_diff.BaconDecomposition(weights="exact").fit(
        frame, outcome="value", unit="unit", time="year", first_treat="start"
    )
    result = bacon(table)
    found = result.kinds.set_index("kind")
    kinds = ["earlier_later", "later_earlier", "treated_never"]
    assert found.loc[kinds, "weight"].tolist() == pytest.approx(
        [
            theirs.total_weight_earlier_vs_later,
            theirs.total_weight_later_vs_earlier,
            theirs.total_weight_treated_vs_never,
        ],
        abs=1e-8,
    )
    assert found.loc[kinds, "estimate"].tolist() == pytest.approx(
        [
            theirs.weighted_avg_earlier_vs_later,
            theirs.weighted_avg_later_vs_earlier,
            theirs.weighted_avg_treated_vs_never,
        ],
        abs=1e-8,
    )


def test_one_start_is_one_pair_of_means():
    table = made([2004, 2004, NEVER, NEVER, NEVER], seed=1)
    result = bacon(table)
    change = table.values[:, 3:].mean(axis=1) - table.values[:, :3].mean(axis=1)
    assert result.kinds["kind"].tolist() == ["treated_never"]
    assert result.kinds["weight"].tolist() == [1.0]
    assert result.estimate == pytest.approx(change[:2].mean() - change[2:].mean())


def test_years_of_anticipation_of_a_single_start_are_left_out():
    table = made([2004, 2004, NEVER, NEVER, NEVER], seed=1)
    waiting = Panel(table.units, table.years, table.values, table.starts, None, 2)
    assert bacon(waiting).estimate == pytest.approx(two_way(waiting).estimate)
    assert bacon(waiting).estimate != pytest.approx(bacon(table).estimate)


def test_treated_from_the_first_year_are_a_comparison_of_their_own():
    result = bacon(made([2001, 2001, 2004, 2004], seed=2))
    assert result.pairs["kind"].tolist() == ["later_always"]
    assert result.pairs["treated"].tolist() == [2004]


def test_a_missing_figure_is_named():
    table = made([2004, 2004, NEVER, NEVER])
    table.values[2, 5] = np.nan
    with pytest.raises(InvalidInput, match="u2: lacks a figure"):
        bacon(table)
