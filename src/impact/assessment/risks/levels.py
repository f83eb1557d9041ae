"""Shares of people at levels of exposure and the risk there, read and checked."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import SHARE, Inputs
from impact.errors import UnknownName

Unexposed = Literal["derive", "included"]
UNEXPOSED: tuple[str, ...] = get_args(Unexposed)
ROUNDING = 1e-9
INCLUDED = 1e-6
RATIO = "A relative risk is a ratio: 1 is no difference, 0.8 a fifth fewer."


def read_levels(
    given: Inputs, name: str, value: ArrayLike, axis: int, **rules: object
) -> np.ndarray:
    """Return numbers with the axis of levels moved last; a single number is one level.

    `rules` are those of `Inputs.numbers`, which notes the faults.
    """
    return np.moveaxis(np.atleast_1d(given.numbers(name, value, **rules)), axis, -1)


def read_exposure(
    given: Inputs,
    shares: ArrayLike,
    relative_risks: ArrayLike,
    *,
    unexposed: str,
    axis: int,
    name: str = "shares",
    risks_name: str = "relative_risks",
) -> tuple[np.ndarray, np.ndarray]:
    """Return shares and relative risks with the levels last, not yet broadcast.

    Faults are noted in `given`; parameters and faults as for `attributable_fraction`.
    """
    if unexposed not in UNEXPOSED:
        raise UnknownName("way to treat the unexposed", unexposed, UNEXPOSED)
    p = read_levels(given, name, shares, axis, at_least=0, at_most=1 + ROUNDING, mend=SHARE)
    risk = read_levels(given, risks_name, relative_risks, axis, at_least=0, mend=RATIO)
    total = p.sum(axis=-1)
    mend = "Each person is at one level; check whether they are per cent."
    given.numbers(f"sum of {name}", total, at_most=1 + ROUNDING, mend=mend)
    if unexposed == "included":
        mend = 'Add the unexposed with a relative risk of 1, or take unexposed="derive".'
        given.numbers(f"sum of {name}", total, at_least=1 - INCLUDED, mend=mend)
    if risk.shape[-1] not in (1, p.shape[-1]):
        problem = f"have {risk.shape[-1]} levels, {name} {p.shape[-1]}."
        given.wrong(risks_name, problem, "Give one number, or one for each level.")
    return p, risk


def mean_risk(
    given: Inputs, shares: np.ndarray, relative_risks: np.ndarray, name: str = "shares"
) -> np.ndarray:
    """Return the mean relative risk of all people, levels last in both; refuse all faults.

    A mean of 0 is one: there could be no case.
    """
    given.refuse(**{name: shares[..., 0], "relative_risks": relative_risks[..., 0]})
    mean = np.asarray(1 + np.einsum("...l,...l->...", shares, relative_risks - 1))
    mend = "With a risk of 0 for everybody there could be no case."
    given.numbers(f"mean relative risk of {name}", mean, above=0, mend=mend)
    given.refuse()
    return mean
