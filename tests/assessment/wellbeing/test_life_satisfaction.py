"""Life satisfaction on the scale of 0 to 10."""

from __future__ import annotations

import numpy as np
import pytest

from impact.assessment.wellbeing.life_satisfaction import life_satisfaction
from impact.errors import InvalidInput


def test_the_usual_scale_is_left_alone() -> None:
    answers = np.array([0.0, 7.4, 10.0, np.nan])
    np.testing.assert_array_equal(life_satisfaction(answers), answers)


def test_other_scales_by_hand() -> None:
    np.testing.assert_allclose(life_satisfaction([1, 5.5, 10], lowest=1, highest=10), [0, 5, 10])
    assert life_satisfaction(3, lowest=1, highest=4) == pytest.approx(20 / 3)


def test_wrong_answers_and_ends_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        life_satisfaction([74, -1])
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInput, match="Exchange them"):
        life_satisfaction(3, lowest=10, highest=1)
