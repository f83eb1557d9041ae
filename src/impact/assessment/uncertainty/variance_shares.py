"""Which parameter drives the uncertainty: its share of the variance, alone and with others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from impact.assessment.uncertainty.draws import DRAWS, check_draws, draw_from
from impact.assessment.uncertainty.uncertain import Uncertain
from impact.errors import Fault, InvalidInput

Model = Callable[[dict[str, np.ndarray]], np.ndarray]
BINS = 64


@dataclass(frozen=True, slots=True, eq=False)
class VarianceShare:
    """How much of the variance of a result one parameter accounts for.

    Parameters
    ----------
    first_order
        By itself: so much of the variance would go, on average, if it were known for certain.
    total
        Together with its interactions: so much would be left if everything else were known.
    """

    first_order: np.ndarray | float
    total: np.ndarray | float


def variance_shares(
    model: Model,
    parameters: Mapping[str, Uncertain],
    *,
    draws: int = DRAWS,
    seed: int,
    places: int | None = None,
) -> dict[str, VarianceShare]:
    """Return each parameter's share of the variance of a result (Sobol indices).

    Parameters
    ----------
    model
        Takes what `draw` gives and returns the result, shape (draws,) or (draws, ...). It must
        handle any number of draws and use nothing random of its own.
    parameters
        Uncertain numbers by name. One that each place has its own of counts as one parameter.
    draws
        A multiple of 16; the model is calculated once with each of two sets of draws and once
        more for every parameter that is not fixed.
    seed, places
        As for `draw`.

    Returns
    -------
    dict
        A `VarianceShare` for every parameter that is not fixed, largest total first (averaged
        over results); shares from 0 to 1 of the shape of the result without its draws, NaN where
        it is unknown or does not vary. The first-order shares of a result without interactions
        add up to 1.

    Raises
    ------
    InvalidInput
        As `draw`, and a model whose result lacks the axis of draws.

    Notes
    -----
    With A and B two sets of draws and A_i the set A with parameter i from B, f centred and V the
    variance of f over A and B: first order = mean f(B) (f(A_i) - f(A)) / V, total = mean
    (f(A) - f(A_i))^2 / (2 V). Estimates outside 0 to 1 by chance are set to the bound. An error
    of about 0.01 is usual with 8,192 draws.

    References
    ----------
    Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), Computer Physics
    Communications 181, 259-270; Jansen (1999), Computer Physics Communications 117, 35-43.
    """
    found = check_draws(parameters, draws, places)
    first, second = draw_from(parameters, draws, np.random.SeedSequence(seed), found, sets=2)
    base, other = (_result(model, one, draws) for one in (first, second))
    middle = (base.mean(axis=0) + other.mean(axis=0)) / 2
    base, other = base - middle, other - middle
    variance = ((base**2).mean(axis=0) + (other**2).mean(axis=0)) / 2
    scale = np.max(np.abs(middle), initial=1.0) * 1e-12
    variance = np.where(variance > scale**2, variance, np.nan)
    shares = {}
    for name, parameter in parameters.items():
        if not parameter.fixed:
            moved = _result(model, first | {name: second[name]}, draws) - middle
            alone = (other * (moved - base)).mean(axis=0) / variance
            together = ((base - moved) ** 2).mean(axis=0) / (2 * variance)
            shares[name] = VarianceShare(*(_share(each) for each in (alone, together)))
    order = sorted(shares, key=lambda name: -np.nan_to_num(shares[name].total).mean())
    return {name: shares[name] for name in order}


def first_order_from_draws(
    values: np.ndarray, parameters: Mapping[str, np.ndarray]
) -> dict[str, float]:
    """Return each parameter's own share of the variance from draws that are there already.

    Parameters
    ----------
    values
        Draws of one result, shape (draws,).
    parameters
        The draws it was calculated from, as `draw` gives them: shape (draws,), (draws, 1) or
        (draws, places). The shares of the places' own numbers are added up.

    Returns
    -------
    dict
        First-order shares from 0 to 1, largest first; 0 for fixed numbers, NaN when the result
        is unknown or does not vary. Needs no further calculation of the model, but says nothing
        of interactions: what is missing to 1 is theirs.

    Raises
    ------
    InvalidInput
        Fewer than 1,280 draws; unlike numbers of draws.

    Notes
    -----
    The draws are put into 64 equally large bins by size of the parameter; the share is the
    variance between the bins' means less what chance gives, of all variance (epsilon squared).

    References
    ----------
    Kelley (1935), Proceedings of the National Academy of Sciences 21, 554-559 (epsilon squared);
    Plischke, Borgonovo and Smith (2013), European Journal of Operational Research 226, 536-550.
    """
    values = np.asarray(values, dtype=np.float64)
    columns = {name: np.reshape(one, (len(one), -1)) for name, one in parameters.items()}
    faults = [
        Fault(name, f"has {len(one)} draws, the result has {len(values)}.")
        for name, one in columns.items()
        if len(one) != len(values)
    ]
    if values.ndim != 1 or len(values) < 20 * BINS:
        mend = f"Give one result of at least {20 * BINS} draws."
        faults.append(Fault("values", f"has shape {values.shape}.", mend))
    if faults:
        raise InvalidInput("draws that cannot be divided into shares", faults)
    shares = {name: _explained(values, one) for name, one in columns.items()}
    return dict(sorted(shares.items(), key=lambda item: -np.nan_to_num(item[1])))


def _explained(values: np.ndarray, columns: np.ndarray) -> float:
    """Share of the variance of values between bins of each column, added up over columns."""
    used = len(values) // BINS * BINS
    order = np.argsort(columns[:used], axis=0, kind="stable")
    binned = values[order].reshape(BINS, used // BINS, -1)
    whole = ((values[:used] - values[:used].mean()) ** 2).sum()
    if not whole > 0:
        return np.nan
    within = ((binned - binned.mean(axis=1, keepdims=True)) ** 2).sum(axis=(0, 1))
    by_chance = (BINS - 1) * within / (used - BINS)
    moving = np.ptp(columns, axis=0) > 0
    share = np.where(moving, (whole - within - by_chance) / whole, 0).sum()
    return float(np.clip(share, 0, 1))


def _result(model: Model, inputs: dict[str, np.ndarray], draws: int) -> np.ndarray:
    """The model's result; it must have an axis of draws."""
    values = np.asarray(model(inputs), dtype=np.float64)
    if values.ndim == 0 or len(values) != draws:
        problem = f"gives shape {values.shape} for {draws} draws."
        raise InvalidInput(
            "variance_shares", [Fault("model", problem, "Draws are the first axis.")]
        )
    return values


def _share(values: np.ndarray) -> np.ndarray | float:
    clipped = np.clip(values, 0, 1)
    return float(clipped) if clipped.ndim == 0 else clipped
