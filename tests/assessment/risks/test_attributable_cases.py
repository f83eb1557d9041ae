"""Cases from fractions and from absolute risks."""

from __future__ import annotations

import numpy as np
import pytest

from impact.assessment.risks import attributable_cases, cases_from_absolute_risk
from impact.errors import InvalidInput


def test_highly_annoyed_by_road_noise():
    """healthiar's vignette and test-attribute_health.R after NIPH (Norway): 174,232 people."""
    level = np.array([57.5, 62.5, 67.5, 72.5, 77.5])
    risk = (78.9270 - 3.1162 * level + 0.0342 * level**2) / 100
    people = [387_500, 286_000, 191_800, 72_200, 7_700]
    assert cases_from_absolute_risk(people, risk) == pytest.approx(174_232, abs=0.5)


def test_beyond_what_they_would_have_had():
    assert cases_from_absolute_risk([100, 50], [0.3, 0.5], 0.1) == pytest.approx(20 + 20)
    found = cases_from_absolute_risk([[100, 50], [10, np.nan]], [0.3, 0.5])
    assert found[0] == pytest.approx(55)
    assert np.isnan(found[1])


def test_cases_times_fraction_for_draws_and_places():
    found = attributable_cases([100, 200, np.nan], np.array([[0.1], [-0.2]]))
    assert found[:, :2] == pytest.approx(np.array([[10, 20], [-20, -40]]))
    assert np.isnan(found[:, 2]).all()


def test_what_cannot_be_is_refused():
    with pytest.raises(InvalidInput) as error:
        attributable_cases([-1, 5], [28.6, 0.1])
    assert "cases, position 0" in str(error.value) and "fraction, position 0" in str(error.value)
    with pytest.raises(InvalidInput) as error:
        cases_from_absolute_risk([-1], [30], 2)
    assert len(error.value.faults) == 3
