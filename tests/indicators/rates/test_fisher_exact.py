"""Fisher's exact test against a printed table, scipy and its own laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from impact.indicators import fisher_exact

pairs = st.tuples(st.integers(1, 60), st.integers(1, 60)).flatmap(
    lambda n: st.tuples(st.integers(0, n[0]), st.just(n[0]), st.integers(0, n[1]), st.just(n[1]))
)


def test_the_lady_tasting_tea():
    """Fisher (1935), The Design of Experiments, chapter 2: 3 of 4 right has one-sided p = 17/70."""
    assert fisher_exact(3, 4, 1, 4) == pytest.approx(2 * 17 / 70)


@given(pairs)
def test_it_doubles_the_smaller_one_sided_test_of_scipy(pair):
    own, total, other, others = pair
    table = [[own, total - own], [other, others - other]]
    sides = [stats.fisher_exact(table, alternative=side).pvalue for side in ("less", "greater")]
    assert fisher_exact(*pair) == pytest.approx(min(1.0, 2 * min(sides)), rel=1e-9)


@given(pairs)
def test_either_may_come_first_and_events_may_be_counted_the_other_way(pair):
    own, total, other, others = pair
    expected = pytest.approx(float(fisher_exact(*pair)), rel=1e-9)
    assert fisher_exact(other, others, own, total) == expected
    assert fisher_exact(total - own, total, others - other, others) == expected


def test_unknown_counts_and_nobody_have_no_p_value():
    found = fisher_exact([np.nan, 3, 0], [10, 10, 0], [1, 2, 3], [10, np.nan, 10])
    assert np.isnan(found).all()


def test_it_rejects_at_most_its_level_where_nothing_differs():
    rng = np.random.default_rng(3)
    own, other = rng.binomial(20, 0.3, 20_000), rng.binomial(50, 0.3, 20_000)
    assert (fisher_exact(own, 20, other, 50) < 0.05).mean() < 0.05


def test_counts_that_cannot_be_have_no_p_value():
    found = fisher_exact([5, -1, 1, 1], [3, 10, 10, 10], [1, 2, 11, -1], [4, 10, 10, 10])
    assert np.isnan(found).all()
