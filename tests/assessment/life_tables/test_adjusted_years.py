"""Years lived with illness, disability- and quality-adjusted years."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from impact.assessment.life_tables import (
    disability_adjusted_years,
    disability_years,
    quality_adjusted_years,
)
from impact.assessment.risks import attributable_cases, attributable_fraction, relative_risk_at
from impact.errors import InvalidInput

LOST = pd.DataFrame({"place": ["a", "b"], "cause": "heart", "value": [10.0, np.nan]})
ILL = pd.DataFrame({"place": ["b", "a"], "cause": "heart", "value": [3.0, 4.0]})


@pytest.mark.parametrize(("duration", "printed"), [(1, [525, 277, 768]), (5, [2627, 1386, 3839])])
def test_years_with_illness_as_printed_in_healthiar(duration, printed):
    """healthiar test-attribute_health.R: 25,000 cases, 1.118 (1.060-1.179), weight 0.5.

    It prints its lower and upper with the same central weight; the five-year row too.
    """
    risk = relative_risk_at(8.85, relative_risk=[1.118, 1.060, 1.179], increment=10, cutoff=5)
    cases = attributable_cases(25_000, attributable_fraction(1.0, risk[:, None]))
    found = disability_years(cases, disability_weight=0.5, duration=duration)
    assert np.round(found).tolist() == printed


def test_illness_that_cannot_be():
    with pytest.raises(InvalidInput) as error:
        disability_years([np.inf], disability_weight=1.5, duration=-1)
    assert len(error.value.faults) == 3
    assert np.isnan(disability_years(np.nan, disability_weight=0.5))


def test_lost_and_ill_add_up_group_by_group():
    out = disability_adjusted_years(LOST, ILL, by="place", same=["cause"])
    assert out["place"].tolist() == ["a", "b"]
    assert out["value"].tolist()[0] == 14
    assert np.isnan(out["value"][1])
    assert list(out.columns) == ["place", "cause", "years_lost", "years_ill", "value"]


def test_tables_about_others_are_refused():
    """A check others lack: healthiar 0.2.4 compares the table of illness with itself."""
    with pytest.raises(InvalidInput, match="differs in cause"):
        disability_adjusted_years(LOST, ILL.assign(cause="lung"), by="place", same=["cause"])
    with pytest.raises(InvalidInput, match="has no years ill"):
        disability_adjusted_years(LOST, ILL.iloc[:1], by="place")
    with pytest.raises(InvalidInput, match="has no years lost"):
        disability_adjusted_years(LOST.iloc[:1], ILL, by="place")
    with pytest.raises(InvalidInput, match="is twice"):
        disability_adjusted_years(pd.concat([LOST, LOST]), ILL, by="place")
    with pytest.raises(InvalidInput, match="cause"):
        disability_adjusted_years(LOST, ILL.drop(columns="cause"), by="place", same=["cause"])


def test_quality_of_years():
    """By hand: ten people from 0.6 to 0.8 for two years win four years."""
    assert quality_adjusted_years([10, 10], quality=0.2) == pytest.approx(4)
    assert quality_adjusted_years([10, 10], quality=[0.8, 0.6], factors=[1, 0.5]) == 8 + 3
    found = quality_adjusted_years([[1, 2], [np.nan, 2]], quality=[0.9, 0.5])
    assert found[0] == pytest.approx(1.9)
    assert np.isnan(found[1])
    with pytest.raises(InvalidInput) as error:
        quality_adjusted_years([1], quality=80, factors=[1.2])
    assert len(error.value.faults) == 2
