"""Cost of another unit of effect, and dominated alternatives."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.economics.cost_effectiveness import (
    COMPARISONS,
    STANDINGS,
    compare_with_baseline,
    cost_effectiveness,
    cost_per_unit,
    incremental_ratios,
)
from impact.errors import InvalidInput

# Australia and New Zealand Health Policy 2005, 2:10, table 7: screening for bowel cancer, cost in
# dollars, life years gained, and the printed incremental cost-effectiveness ratios
SCREENING_COST = [0, 140_117_791, 248_112_291, 304_301_903, 370_181_240, 422_777_702]
SCREENING_YEARS = [0, 3551, 6023, 6720, 7076, 7299]
SCREENING_RATIO = [39_459, 43_687, 80_616, 185_054, 235_859]
alternatives = st.lists(
    st.tuples(st.integers(-1000, 1000), st.integers(-50, 50)), min_size=2, max_size=7
)


def test_published_steps_of_screening() -> None:
    found = incremental_ratios(SCREENING_COST, SCREENING_YEARS)
    np.testing.assert_array_equal(np.round(found.ratio[1:]), SCREENING_RATIO)
    assert np.isnan(found.ratio[0])
    assert list(found.standing) == ["reference"] + ["efficient"] * 5


def test_published_dominated_strategy() -> None:
    # JNCI Cancer Spectrum 2020, 4(2) pkaa004, table 1: no test and no radiation, test all, no test
    # and radiation for all; the second is dominated, the third costs 529 365.8 a year. The printed
    # effects are rounded to six digits: 0.004 per cent of the ratio.
    found = incremental_ratios([1695.865, 12224.17, 12118.17], [8.570992, 8.583273, 8.590681])
    assert list(found.standing) == ["reference", "dominated", "efficient"]
    assert found.ratio[2] == pytest.approx(529_365.8, rel=1e-4)
    assert found.cost[2] == pytest.approx(10_422.31, abs=0.01)


def test_extended_dominance_by_hand() -> None:
    # By hand: half of the second (0, 0) and half of the first (10, 2) does 1 for 5, less than 6
    found = incremental_ratios([10, 0, 6], [2, 0, 1])
    assert list(found.standing) == ["efficient", "reference", "extendedly_dominated"]
    np.testing.assert_array_equal(found.ratio, [5, np.nan, np.nan])
    on_the_line = incremental_ratios([10, 0, 5], [2, 0, 1])
    assert list(on_the_line.standing) == ["efficient", "reference", "efficient"]


@given(alternatives)
def test_ratios_rise_along_the_efficient_ones_and_order_does_not_matter(
    rows: list[tuple[int, int]],
) -> None:
    cost, effect = np.array(rows, dtype=float).T
    found = incremental_ratios(cost, effect)
    assert set(found.standing) <= set(STANDINGS)
    assert (found.standing == "reference").sum() == 1
    kept = np.isin(found.standing, ["reference", "efficient"])
    ratios = found.ratio[kept][np.argsort(effect[kept])][1:]
    assert (ratios > 0).all()
    assert (np.diff(ratios) >= -1e-6 * np.abs(ratios[1:])).all()
    turned = incremental_ratios(cost[::-1], effect[::-1])
    assert sorted(turned.standing) == sorted(found.standing)
    shifted = incremental_ratios(cost + 5000, effect + 7)
    np.testing.assert_array_equal(shifted.standing, found.standing)


def test_a_word_for_every_comparison() -> None:
    found = compare_with_baseline([-1, 1, 1, -1, 0, np.nan], [1, -1, 1, -1, 0, 1])
    assert list(found) == list(COMPARISONS)
    assert compare_with_baseline(-5, 0) == "dominant"
    assert compare_with_baseline(0, -2) == "dominated"


def test_cost_per_unit_exists_only_where_something_is_won() -> None:
    found = cost_per_unit([100, 100, 100, -50], [4, 0, -4, 5])
    np.testing.assert_array_equal(found, [25, np.nan, np.nan, -10])


def test_a_table_of_alternatives_by_place() -> None:
    one = pd.DataFrame({"place": "A", "cost": SCREENING_COST, "effect": SCREENING_YEARS})
    two = pd.DataFrame({"place": "B", "cost": [10.0, 0, 6], "effect": [2.0, 0, 1]})
    frame = pd.concat([one, two]).sample(frac=1, random_state=1)
    found = cost_effectiveness(frame, by="place").sort_index()
    first, second = (found[found["place"] == place] for place in "AB")
    np.testing.assert_array_equal(first["ratio"].round()[1:], SCREENING_RATIO)
    assert list(second["standing"]) == ["efficient", "reference", "extendedly_dominated"]
    assert cost_effectiveness(two)["ratio"].iloc[0] == 5
    assert cost_effectiveness(two.head(0)).empty


def test_unknown_alternatives_change_nothing_for_the_others() -> None:
    found = incremental_ratios([*SCREENING_COST, np.nan, 5], [*SCREENING_YEARS, 5, np.nan])
    np.testing.assert_array_equal(np.round(found.ratio[1:6]), SCREENING_RATIO)
    assert list(found.standing[6:]) == ["unknown", "unknown"]


def test_bad_input() -> None:
    with pytest.raises(InvalidInput, match="one for each alternative"):
        incremental_ratios(5, 3)
    with pytest.raises(InvalidInput, match="do not fit together"):
        incremental_ratios([1, 2], [1, 2, 3])
    with pytest.raises(InvalidInput, match="'effect'"):
        cost_effectiveness(pd.DataFrame({"cost": [1]}))
    with pytest.raises(InvalidInput, match="'ratio'"):
        cost_effectiveness(pd.DataFrame({"cost": [1], "effect": [1], "ratio": [1]}))
