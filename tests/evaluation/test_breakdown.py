"""How far trends may differ until an effect is gone."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from medicaid_expansion import expansion

from impact.errors import InvalidInput, UnknownName
from impact.evaluation.sensitivity.breakdown import breakdown
from impact.evaluation.sensitivity.relative_magnitudes import relative_magnitudes
from impact.evaluation.sensitivity.smoothness import smoothness

EVENTS = np.array([-4, -3, -2, 0])
EXACT = np.eye(4) * 1e-12


def test_expansion_of_medicaid_is_as_printed(case: Callable[[str], Any]) -> None:
    """Printed in words: about 2 times, and about .03; the printed rows fence them in."""
    study = expansion(case)
    told = {"weights": np.array([1.0, 0.0])}
    given_study = (study.estimates, study.covariance, study.events)
    assert 1.5 < breakdown(*given_study, **told) < 2.0
    assert breakdown(*given_study, **told) == pytest.approx(2, abs=0.1)
    assert 0.02 < breakdown(*given_study, kind="smoothness", **told) < 0.03


def test_without_errors_it_is_arithmetic() -> None:
    """Estimates 3, 1, 1.5 and 5 after: steps -2, 0.5, -1.5, so 5 / 2 times the largest."""
    estimates = np.array([3.0, 1.0, 1.5, 5.0])
    assert breakdown(estimates, EXACT, EVENTS) == pytest.approx(2.5, abs=5e-4)


def test_smoothness_without_errors_by_hand() -> None:
    """Estimate 0.2 before and 1 after: the line leaves 1.2, which a bend of 1.2 would undo."""
    found = breakdown(
        np.array([0.2, 1.0]),
        np.eye(2) * 1e-10,
        np.array([-2, 0]),
        kind="smoothness",
        largest=10.0,
    )
    assert found == pytest.approx(1.2, abs=1e-4)


@pytest.mark.parametrize("sign", [1.0, -1.0])
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000), size=st.floats(2, 12))
@example(seed=1248, size=2.0)
def test_excludes_zero_there_and_not_a_little_further(sign: float, seed: int, size: float) -> None:
    """What the number means, for both kinds and both signs of the effect."""
    generator = np.random.default_rng(seed)
    root = generator.standard_normal((4, 9)) / 3
    covariance = root @ root.T
    estimates = generator.normal(0, 0.3, 4) + sign * size * (EVENTS >= 0)
    relative = breakdown(estimates, covariance, EVENTS)
    smooth = breakdown(estimates, covariance, EVENTS, kind="smoothness", largest=40.0)
    for found, step, most, limits in (
        (relative, 10 / 2**14, 10.0, relative_magnitudes),
        (smooth, 1e-6, 40.0, smoothness),
    ):
        rows = limits(estimates, covariance, EVENTS, [found, found + step])
        outside = (rows["lower"] > 0) | (rows["upper"] < 0)
        if found > 0:
            assert outside.iloc[0]
        if found < most:
            assert not outside.iloc[1]


def test_zero_when_the_effect_is_not_there_to_begin_with() -> None:
    """The limits hold 0 already when trends are parallel, or straight."""
    estimates = np.array([0.0, 0.1, 0.0, 0.1])
    assert breakdown(estimates, np.eye(4), EVENTS) == 0.0
    assert breakdown(estimates, np.eye(4), EVENTS, kind="smoothness") == 0.0


def test_a_line_before_leaves_nothing_when_lines_are_continued() -> None:
    """A trend of its own that goes on: no bend is needed to explain the effect away."""
    line = 0.5 * (EVENTS + 1.0)
    assert breakdown(line, EXACT * 1e6, EVENTS, kind="smoothness") == 0.0
    assert breakdown(line, EXACT, EVENTS) == pytest.approx(1.0, abs=1e-3)


def test_it_stops_at_the_largest() -> None:
    """An effect beyond all that is asked: the largest bound, not infinity."""
    estimates = np.array([0.01, 0.0, 0.01, 50.0])
    assert breakdown(estimates, EXACT, EVENTS) == 10.0
    assert breakdown(estimates, EXACT, EVENTS, largest=3.0) == 3.0
    found = breakdown(estimates, np.eye(4) * 1e-6, EVENTS, kind="smoothness")
    assert found == pytest.approx(100 * 1e-3)


@pytest.mark.parametrize("kind", ["relative", "smoothness"])
def test_few_units_lower_it(kind: str) -> None:
    """The same figures from 8 units say less than from very many."""
    estimates = np.array([0.3, -0.2, 0.1, 9.0])
    told = {"kind": kind, "largest": 20.0}
    many = breakdown(estimates, np.eye(4), EVENTS, **told)
    few = breakdown(estimates, np.eye(4), EVENTS, degrees_of_freedom=7, **told)
    assert 0 < few < many < 20


@pytest.mark.parametrize(
    "change",
    [
        {"events": np.arange(4)},
        {"events": np.arange(-5, -1)},
        {"estimates": np.array([1.0, np.nan, 1.0, 1.0])},
        {"degrees_of_freedom": 4},
        {"covariance": np.ones((4, 4))},
    ],
)
@pytest.mark.parametrize("kind", ["relative", "smoothness"])
def test_not_a_number_where_it_is_not_possible(change: dict[str, Any], kind: str) -> None:
    """No number is made up, of neither kind."""
    told = {"estimates": np.ones(4), "covariance": np.eye(4), "events": EVENTS, **change}
    assert math.isnan(breakdown(**told, kind=kind))


def test_bad_input_is_refused() -> None:
    """Kinds are a closed set, and the largest bound a number."""
    with pytest.raises(UnknownName, match="unknown kind of bound 'relativ'"):
        breakdown(np.ones(4), np.eye(4), EVENTS, kind="relativ")
    with pytest.raises(InvalidInput, match="bounds"):
        breakdown(np.ones(4), np.eye(4), EVENTS, largest=math.inf)
    with pytest.raises(InvalidInput, match="confidence"):
        breakdown(np.ones(4), np.eye(4), EVENTS, confidence=1.0)
