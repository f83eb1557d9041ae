"""Net benefit, benefit-cost ratio and switching values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.economics.discounting import discount_factors
from impact.assessment.economics.net_benefit import (
    benefit_cost_ratio,
    net_benefit,
    switching_price,
    switching_value,
)
from impact.assessment.economics.present_value import present_value
from impact.errors import InvalidInput

positive = st.floats(1, 1e6)


@pytest.mark.parametrize(
    ("shape", "benefit_rate", "cost_rate", "printed"),
    [
        ("exponential", 0.00, 0.00, 2_511_800_000),
        ("exponential", 0.03, 0.03, 1_869_015_095),
        ("exponential", 0.00, 0.03, 4_610_229_898),
        ("harvey", 0.03, 0.03, 2_337_455_091),
        ("harvey", 0.00, 0.03, 3_080_964_845),
        ("mazur", 0.03, 0.03, 1_932_153_846),
        ("mazur", 0.00, 0.03, 4_404_107_692),
    ],
)
def test_healthiar_prints_these_net_benefits(
    shape: str, benefit_rate: float, cost_rate: float, printed: int
) -> None:
    # R healthiar 0.2.4, tests of cba (after Chen and others 2015): 19 800 deaths at 541 000,
    # cost 8.2 billion, both in year 10
    benefit = 19_800 * 541_000 * discount_factors(10, benefit_rate, shape=shape)
    cost = 8_200_000_000 * discount_factors(10, cost_rate, shape=shape)
    assert round(net_benefit(benefit, cost)) == printed


def test_healthiar_prints_this_small_one() -> None:
    # tests of cba: 50 cases at 20, cost 100, 3 per cent, year 5, from a sheet of Porto: 776
    factor = discount_factors(5, 0.03)
    assert round(net_benefit(50 * 20 * factor, 100 * factor)) == 776
    assert benefit_cost_ratio(50 * 20 * factor, 100 * factor) == pytest.approx(10)


def test_greenbook_appraisal() -> None:
    # R greenbook, tests of gb_appraise: 10 a year for 29 years against 132 in year 0, 3.5 per cent
    factors = discount_factors(np.arange(30), 0.035)
    benefits = present_value([0.0] + [10.0] * 29, factors)
    by_hand = 10 * (1 - 1.035**-29) / 0.035
    assert net_benefit(benefits, 132) == pytest.approx(by_hand - 132)


def test_an_alternative_that_saves_has_no_ratio() -> None:
    found = benefit_cost_ratio([100, 100, 100, np.nan], [50, 0, -20, 50])
    np.testing.assert_array_equal(found, [2, np.nan, np.nan, np.nan])


@given(positive, positive, positive)
def test_at_the_switching_value_nothing_is_won(price: float, amount: float, costs: float) -> None:
    benefits = price * amount
    net = net_benefit(benefits, costs)
    turning = switching_value(price, net_benefit=net, contribution=benefits)
    assert turning * amount == pytest.approx(costs, abs=1e-12 * max(benefits, costs))
    assert switching_price(costs, amount=amount) == pytest.approx(costs / amount)


def test_switching_values_by_hand() -> None:
    # By hand: benefits 100 (10 a unit), costs 80: the price may fall to 8, the costs rise to 100
    assert switching_value(10, net_benefit=20, contribution=100) == pytest.approx(8)
    assert switching_value(80, net_benefit=20, contribution=-80) == pytest.approx(100)
    assert np.isnan(switching_value(10, net_benefit=20, contribution=0))
    assert switching_price(80, amount=10, other_benefits=30) == pytest.approx(5)
    np.testing.assert_array_equal(switching_price(80, amount=[0, -1]), [np.nan, np.nan])


def test_draws_and_places_broadcast_and_shapes_that_do_not_fit_are_named() -> None:
    assert net_benefit(np.ones((100, 1)), np.ones(3)).shape == (100, 3)
    with pytest.raises(InvalidInput, match=r"benefits \(2,\), costs \(3,\)"):
        net_benefit([1, 2], [1, 2, 3])
    with pytest.raises(InvalidInput) as caught:
        benefit_cost_ratio(np.inf, "much")
    assert len(caught.value.faults) == 2
