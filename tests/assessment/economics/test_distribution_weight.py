"""Distribution weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.assessment.economics.distribution_weight import distribution_weight
from impact.errors import InvalidInput

incomes = st.floats(1_000, 1e6)


def test_green_book_example_of_twice_the_income() -> None:
    # The Green Book, annex 3: with an elasticity of 1, a pound to somebody with 20,000 is worth
    # twice as much as to somebody with 40,000
    found = distribution_weight([20_000, 40_000], reference=40_000, elasticity=1)
    np.testing.assert_allclose(found, [2, 1])


def test_r_greenbook_weight_of_its_tests() -> None:
    # R greenbook, tests of gb_dist_weight: median 55 000 of ten incomes, income 15 000, 1.3
    found = distribution_weight(15_000, reference=55_000, elasticity=1.3)
    assert found == pytest.approx((55_000 / 15_000) ** 1.3)
    assert found == pytest.approx(5.41, abs=0.005)


@given(incomes, incomes, st.floats(0, 3))
def test_weights_are_one_at_the_reference_and_ratios_do_not_depend_on_it(
    income: float, other: float, elasticity: float
) -> None:
    assert distribution_weight(income, reference=income, elasticity=elasticity) == 1
    pair = [
        distribution_weight([income, other], reference=reference, elasticity=elasticity)
        for reference in (10_000, 90_000)
    ]
    assert pair[0][0] / pair[0][1] == pytest.approx(pair[1][0] / pair[1][1])
    assert distribution_weight(income, reference=other, elasticity=0) == 1


def test_bad_and_unknown_input() -> None:
    assert np.isnan(distribution_weight([np.nan, 1], reference=1, elasticity=1)[0])
    assert np.isnan(distribution_weight(1, reference=1, elasticity=np.nan))
    with pytest.raises(InvalidInput) as caught:
        distribution_weight([0, 100], reference=-1, elasticity=-2)
    assert len(caught.value.faults) == 3
