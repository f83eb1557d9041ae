"""Money that follows the scores of an index: how a pot is shared, and what one step more brings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.aggregate import aggregate
from impact.indicators.composite.specification import IndexSpec

HIGHEST = 100.0
MISSING_ANSWERS = ("left_out", "nought")


@dataclass(frozen=True, slots=True)
class StepScores:
    """The index of every place now, and with one step more in each indicator by itself.

    Parameters
    ----------
    now
        Shape (places,), 0 to 100; NaN where too little is known.
    with_step
        Shape places x indicators; NaN where the indicator has no score to begin from.
    steps
        Points taken, the same shape: smaller near the highest score, 0 at it.
    """

    now: np.ndarray
    with_step: np.ndarray
    steps: np.ndarray

    @property
    def points(self) -> np.ndarray:
        """What each step adds to the index, in points."""
        return self.with_step - self.now[:, None]


@dataclass(frozen=True, slots=True)
class PotShares:
    """A pot shared by scores.

    Parameters
    ----------
    money, per_inhabitant
        Shape (places,), in the currency of the pot.
    """

    money: np.ndarray
    per_inhabitant: np.ndarray


def step_scores(
    scores: np.ndarray, spec: IndexSpec, *, step: float = 10.0, missing: str = "left_out"
) -> StepScores:
    """Return the index now and after one step more in each indicator, all others as they are.

    Parameters
    ----------
    scores
        Shape places x indicators, 0 to 100, in the order of `spec.indicators`; NaN is an answer
        nobody gave.
    spec
        Tree, weights and aggregation; its normalisation is not used.
    step
        Points that are one step.
    missing
        "left_out": weights are shared among the answers there are. "nought": it counts as 0, and
        giving it is a step.

    Returns
    -------
    StepScores
        Exact, not a derivative: every index is added up anew.

    Raises
    ------
    InvalidInput
        A score outside 0-100, another number of indicators, a step that is none.

    Notes
    -----
    For an arithmetic mean with nothing missing the gain is step x weight.
    """
    given = np.asarray(scores, float)
    _refuse(_score_faults(given, spec, step, missing))
    filled = np.where(np.isfinite(given), given, 0.0) if missing == "nought" else given
    steps = np.minimum(step, HIGHEST - filled)
    each = np.eye(len(spec.indicators), dtype=bool)[:, None, :]
    raised = np.where(each, filled + steps, filled)
    root = spec.root
    now = aggregate(filled, spec).scores[root]
    with_step = aggregate(raised, spec).scores[root].T
    return StepScores(now, np.where(np.isfinite(steps), with_step, np.nan), steps)


def share_pot(
    coefficients: np.ndarray, inhabitants: np.ndarray, pot: float, *, others: float = 0.0
) -> PotShares:
    """Share a pot by inhabitants times coefficient.

    Parameters
    ----------
    coefficients
        Shape (places,), 0 or more.
    inhabitants
        Shape (places,), above 0.
    pot
        What is shared, in any currency.
    others
        Inhabitants times coefficient, summed over all places that are not listed.

    Returns
    -------
    PotShares
        With `others` 0 the money adds up to the pot.

    Raises
    ------
    InvalidInput
        No coefficient above 0, an unknown one, or numbers below 0.

    Notes
    -----
    money_i = pot n_i k_i / (others + sum over h of n_h k_h). The form is an assumption: what was
    read of the coefficient for promoting well-being in Finland names its parts, not its formula.
    """
    k, n = np.asarray(coefficients, float), np.asarray(inhabitants, float)
    _refuse(_pot_faults(k, n, pot, others))
    money = pot * n * k / (others + (n * k).sum())
    return PotShares(money, money / n)


def money_of_steps(
    found: StepScores, inhabitants: np.ndarray, pot: float, *, others: float = 0.0
) -> np.ndarray:
    """Return what one step more in one indicator of one place brings that place.

    Parameters
    ----------
    found
        From `step_scores`.
    inhabitants, pot, others
        As in `share_pot`.

    Returns
    -------
    ndarray
        Shape places x indicators, in the currency of the pot; NaN where there is no step to take
        from. The pot stays as large as it is: all others together lose as much.

    Notes
    -----
    pot n_i k_ij / (S + n_i (k_ij - k_i)) - pot n_i k_i / S, with S the sum over all places of
    inhabitants times coefficient and k_ij the coefficient after the step.
    """
    n = np.asarray(inhabitants, float)
    before = share_pot(found.now, n, pot, others=others).money[:, None]
    total = others + (n * found.now).sum()
    k, weight = found.with_step, n[:, None]
    return pot * weight * k / (total + weight * found.points) - before


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise InvalidInput("the money of an index cannot be calculated:", faults)


def _score_faults(given: np.ndarray, spec: IndexSpec, step: float, missing: str) -> list[Fault]:
    faults = []
    if given.ndim != 2 or given.shape[1] != len(spec.indicators):
        problem = f"have the shape {given.shape}; the index has {len(spec.indicators)} indicators."
        faults.append(Fault("scores", problem, "Give places x indicators."))
    elif np.isinf(given).any() or (given < 0).any() or (given > HIGHEST).any():
        faults.append(Fault("scores", "lie outside 0 to 100."))
    if not 0 < step <= HIGHEST:
        faults.append(Fault("step", f"{step} is no step of 0 to 100 points."))
    if missing not in MISSING_ANSWERS:
        mend = f"Write one of {', '.join(MISSING_ANSWERS)}."
        faults.append(Fault("missing", f"'{missing}' is not known.", mend))
    return faults


def _pot_faults(k: np.ndarray, n: np.ndarray, pot: float, others: float) -> list[Fault]:
    faults = []
    if k.shape != n.shape or k.ndim != 1:
        return [Fault("inhabitants", f"are of shape {n.shape}, the coefficients of {k.shape}.")]
    if not np.isfinite(k).all():
        problem = f"{int((~np.isfinite(k)).sum())} places have no coefficient."
        faults.append(Fault("coefficients", problem, "Leave them out, or enter more answers."))
    elif (k < 0).any():
        faults.append(Fault("coefficients", "one is below 0."))
    elif not others + (n * k).sum() > 0:
        faults.append(Fault("coefficients", "all are 0, so nothing says how to share."))
    if not (np.isfinite(n).all() and (n > 0).all()):
        faults.append(Fault("inhabitants", "every place needs inhabitants, above 0."))
    if not (np.isfinite(pot) and pot > 0):
        faults.append(Fault("pot", f"{pot} is nothing to share."))
    if not (np.isfinite(others) and others >= 0):
        faults.append(Fault("others", f"{others} is no sum."))
    return faults
