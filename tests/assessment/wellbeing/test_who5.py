"""WHO-5 scores."""

from __future__ import annotations

import numpy as np
import pytest

from impact.assessment.wellbeing.who5 import who5_poor, who5_raw, who5_score
from impact.errors import InvalidInput


def test_the_scale_as_topp_and_others_describe_it() -> None:
    # Topp and others (2015): raw 0 to 25, times 4 is 0 (worst) to 100 (best); below 13, that is
    # below 52, is poor
    np.testing.assert_array_equal(who5_score([0, 13, 25]), [0, 52, 100])
    np.testing.assert_array_equal(who5_poor([12, 13]), [1, 0])


def test_a_score_of_50_or_less_is_the_same_people() -> None:
    raw = np.arange(26)
    np.testing.assert_array_equal(who5_poor(raw) == 1, who5_score(raw) <= 50)


def test_answers_of_persons_are_added() -> None:
    answers = np.array([[5, 5, 5, 5, 5], [0, 1, 2, 3, 4], [3, 3, np.nan, 3, 3]])
    found = who5_raw(answers)
    np.testing.assert_array_equal(found, [25, 10, np.nan])
    np.testing.assert_array_equal(found, who5_raw(answers.T, axis=0))
    assert np.isnan(who5_score(found)[2])
    assert np.isnan(who5_poor(found)[2])


def test_wrong_answers_are_refused_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        who5_raw([[6, 1, 1, 1], [-1, 1.5, 1, 1]])
    assert len(caught.value.faults) == 4
    assert "hold 4 questions, not 5" in str(caught.value)
    with pytest.raises(InvalidInput, match="0 to 25"):
        who5_score(68)
    with pytest.raises(InvalidInput, match="not whole"):
        who5_poor(12.5)
