"""Staff needed, staff that stays, and what closes the gap, by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.planning.staffing import (
    balancing_ratio,
    hires_a_year,
    limits,
    qualified_share,
    remaining,
    remaining_draws,
    retirement_shares,
    staff_gap,
    staff_need,
)


def test_need_is_pupils_over_pupils_per_post() -> None:
    assert staff_need(np.array([240.0, 0.0]), 12) == pytest.approx([20.0, 0.0])
    for pupils, ratio in (([-1.0], 12), ([10.0], 0), ([10.0], -2)):
        with pytest.raises(InvalidInput):
            staff_need(np.array(pupils), ratio)


def test_who_stays_by_hand() -> None:
    # 100 posts, 10 % retire, of the rest 20 % leave: 100 * .9 * .8 = 72, then 72 * .72 = 51.84
    assert remaining(100, np.array([0.1, 0.1]), 0.2) == pytest.approx([72.0, 51.84])


def test_retirement_follows_the_ages() -> None:
    # ten posts, ages 61-65, two at each; retirement at 66: two of ten, two of eight, two of six
    found = retirement_shares({(61, 65): 10.0}, 5, 66, 0.0)
    assert found == pytest.approx([1 / 5, 1 / 4, 1 / 3, 1 / 2, 1.0])
    assert retirement_shares({(30, 39): 10.0}, 3, 66, 0.1) == pytest.approx([0, 0, 0])
    # those who are past the age retire first
    assert retirement_shares({(66, 67): 5.0, (30, 34): 5.0}, 2, 66, 0.0) == pytest.approx([0.5, 0])


def test_faulty_stock_is_refused_with_all_faults() -> None:
    with pytest.raises(InvalidInput) as caught:
        retirement_shares({(60, 50): 1.0, (30, 39): -2.0}, 0, 66, 1.5)
    assert len(caught.value.faults) == 4


def test_hires_meet_the_need_exactly() -> None:
    # 100 posts, 90 % stay each year, 2 years, need 110: 100 * .81 + h (1 + .9) = 110
    hires = hires_a_year(100, np.array(110.0), np.array([0.9, 0.9]))
    assert hires == pytest.approx(29 / 1.9)
    posts = 100.0
    for share in (0.9, 0.9):
        posts = posts * share + hires
    assert posts == pytest.approx(110)


@given(
    st.floats(1, 1000), st.floats(0, 2000),
    st.lists(st.floats(0.3, 1.0), min_size=1, max_size=6),
)  # fmt: skip
def test_hires_never_go_below_nought_and_always_meet_the_need(
    posts: float, need: float, staying: list[float]
) -> None:
    hires = float(hires_a_year(posts, np.array(need), np.array(staying)))
    for share in staying:
        posts = posts * share + hires
    assert hires >= 0
    assert posts >= need - 1e-6 * max(need, 1)


def test_the_balancing_ratio_and_the_gap() -> None:
    assert balancing_ratio(np.array([240.0, 240.0]), np.array([16.0, 0.0])) == pytest.approx(
        [15.0, np.nan], nan_ok=True
    )
    assert staff_gap(np.array([20.0]), np.array([16.0])) == pytest.approx([4.0])


def test_the_qualified_share_rises_with_qualified_hires() -> None:
    # 60 of 100; 80 % stay; 20 are hired: (48 + 20) / (80 + 20) = .68, then (54.4 + 20) / 100
    assert qualified_share(0.6, 100, 20, np.array([0.8, 0.8])) == pytest.approx([0.68, 0.744])
    assert qualified_share(0.6, 100, 0, np.array([0.8])) == pytest.approx([0.6])


def test_draws_are_seeded_and_centred() -> None:
    retiring = np.array([0.02, 0.05, 0.1])
    first, again, other = (remaining_draws(80, retiring, 0.1, 4000, seed) for seed in (1, 1, 2))
    assert np.array_equal(first, again) and not np.array_equal(first, other)
    assert first.mean(axis=0) == pytest.approx(remaining(80, retiring, 0.1), rel=0.01)
    # binomial: 80 persons with chance .882 in the first year
    assert first[:, 0].std() == pytest.approx(np.sqrt(80 * 0.882 * 0.118), rel=0.05)
    assert (np.diff(first, axis=1) <= 0).all()


def test_no_staff_gives_no_staff() -> None:
    assert remaining_draws(0, np.array([0.1, 0.1]), 0.1, 5, 1).sum() == 0


def test_limits_hold_the_middle() -> None:
    low, high = limits(np.arange(101.0))
    assert (low, high) == pytest.approx((10.0, 90.0))


def test_a_part_of_a_post_is_there_or_gone() -> None:
    # 0.4 posts are one person in part time; 0.9 stay: 0.4 with 90 %, else none
    drawn = remaining_draws(0.4, np.array([0.0]), 0.1, 4000, 1)[:, 0]
    assert set(np.round(drawn, 9)) == {0.0, 0.4}
    assert drawn.mean() == pytest.approx(0.36, rel=0.03)
