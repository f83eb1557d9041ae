"""False discoveries against the founding paper and another library."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from statsmodels.stats.multitest import multipletests

from impact.errors import InvalidInput
from impact.indicators.multiplicity import false_discovery

THROMBOLYSIS = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
    0.5719, 0.6528, 0.7590, 1.0000,
]  # fmt: skip


def test_the_founding_example_rejects_four():
    """Benjamini and Hochberg (1995), section 4.1: 15 p-values, 4 rejected at 0.05."""
    assert false_discovery(THROMBOLYSIS)["rejected"].tolist() == [True] * 4 + [False] * 11


@given(arrays(float, st.integers(1, 60), elements=st.floats(0, 1)))
def test_adjusted_values_agree_with_statsmodels(p_values):
    rejected, adjusted, _, _ = multipletests(p_values, 0.05, method="fdr_bh")
    out = false_discovery(p_values)
    assert np.allclose(out["adjusted"], adjusted)
    assert out["rejected"].tolist() == rejected.tolist()


@given(arrays(float, 40, elements=st.floats(0, 1)), arrays(int, 40, elements=st.integers(0, 3)))
def test_each_group_is_a_family_of_its_own(p_values, groups):
    together = false_discovery(p_values, groups=groups)
    for group in set(groups):
        alone = false_discovery(p_values[groups == group])
        assert np.allclose(together["adjusted"][groups == group], alone["adjusted"])


def test_tests_that_were_not_made_do_not_count():
    out = false_discovery(pd.Series([0.04, np.nan, np.nan], index=["a", "b", "c"]))
    assert out.loc["a", "adjusted"] == 0.04
    assert out["rejected"].tolist() == [True, False, False]
    assert np.isnan(out.loc["b", "adjusted"])


def test_impossible_p_values_are_refused():
    with pytest.raises(InvalidInput, match="outside 0 to 1"):
        false_discovery([0.5, 1.5])


def test_no_tests_give_an_empty_table():
    assert false_discovery([]).empty
