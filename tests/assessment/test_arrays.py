"""Inputs: every kind of fault is named at once, with how many and the first."""

from __future__ import annotations

import numpy as np
import pytest

from impact.assessment.arrays import Inputs, plain
from impact.errors import InvalidInput


def test_all_kinds_of_fault_are_listed_with_count_and_first_position() -> None:
    given = Inputs("anything")
    given.share("shares", [[0.2, 1.4], [-0.1, 2.0]])
    given.numbers("rate", np.inf)
    given.numbers("persons", "many")
    with pytest.raises(InvalidInput) as caught:
        given.refuse()
    text = str(caught.value)
    assert "shares, position 1, 0: 1 of 4 are below 0; the first is -0.1." in text
    assert "shares, position 0, 1: 2 of 4 are above 1; the first is 1.4." in text
    assert "rate: inf is not finite." in text
    assert "persons: 'many' is no number." in text
    assert text.startswith("anything: ")
    assert len(caught.value.faults) == 4


def test_unknown_numbers_pass_and_keep_their_place() -> None:
    given = Inputs("anything")
    values = given.numbers("values", [np.nan, 0.5], at_least=0, at_most=1, above=-1, whole=False)
    given.refuse(values=values)
    assert np.isnan(values[0])


def test_shapes_that_do_not_fit_are_named() -> None:
    with pytest.raises(InvalidInput, match=r"draws \(1000,\), places \(3,\)"):
        Inputs("anything").refuse(draws=np.ones(1000), places=np.ones(3))


def test_a_single_number_comes_back_as_a_float() -> None:
    assert type(plain(np.asarray(0.5))) is float
    assert plain(np.ones(2)).shape == (2,)
