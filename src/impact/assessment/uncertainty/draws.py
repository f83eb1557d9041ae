"""Draws of uncertain numbers: the same for all places where the number is the same."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.stats import qmc

from impact.assessment.uncertainty.uncertain import Uncertain
from impact.errors import Fault, InvalidInput

REPLICATES = 16
DRAWS = 8192
MOST_DIMENSIONS = 64


def draw(
    parameters: Mapping[str, Uncertain],
    *,
    draws: int = DRAWS,
    seed: int,
    places: int | None = None,
) -> dict[str, np.ndarray]:
    """Return draws of every uncertain number, ready to be calculated with all at once.

    Parameters
    ----------
    parameters
        Uncertain numbers by name. They are independent of each other.
    draws
        How many; a multiple of 16, best 16 times a power of two (8,192 or 16,384).
    seed
        Where the draws start. The same seed, names and numbers give the same draws, in whatever
        order the names stand.
    places
        How many places there are; None takes it from the numbers that each place has its own of.

    Returns
    -------
    dict
        By name: shape (draws, places) for a number each place has its own of, shape (draws, 1)
        for one shared by all places (one draw holds for all of them at once), shape (draws,)
        when there are no places. Fixed numbers are views that cannot be written to. NaN where a
        number is unknown.

    Raises
    ------
    InvalidInput
        Fewer than 32 draws or no multiple of 16; numbers for unlike numbers of places; no
        parameters.

    Notes
    -----
    Shared numbers lie on scrambled Sobol sequences, which fill the space of all parameters more
    evenly than random numbers do. There are 16 of them, scrambled independently and laid one
    after another: how far their sixteen answers lie apart tells how far the whole answer may be
    from that of endless draws (`summarise`). The places' own numbers lie on them too as long as
    that needs no more than 64 dimensions, beyond which such sequences are no longer even. With
    more places their own numbers are stratified in random order, apart for each place: every
    sixteenth of the draws holds one value of each of its equal shares of probability.

    Drawing a shared number once for all places is what keeps a total honest: places whose
    numbers all rest on the same relative risk are wrong together, and their total is as
    uncertain as they are. Totals are made for each draw, before anything is summarised.

    Draw everything that meets in one calculation in one call. Two calls with unlike seeds walk
    through the same sequence: their numbers go together (correlations up to 0.3 were seen), and a
    sum of them is too wide or too narrow.

    References
    ----------
    Owen (1998), Journal of Complexity 14, 466-489 (scrambled sequences); Owen (1997), Annals of
    Statistics 25, 1541-1562; McKay, Beckman and Conover (1979), Technometrics 21, 239-245.
    """
    found = check_draws(parameters, draws, places)
    return draw_from(parameters, draws, np.random.SeedSequence(seed), found)[0]


def draw_from(
    parameters: Mapping[str, Uncertain],
    draws: int,
    root: np.random.SeedSequence,
    places: int | None,
    *,
    sets: int = 1,
) -> list[dict[str, np.ndarray]]:
    """Return one or several sets of draws, independent of each other, of checked parameters.

    Parameters
    ----------
    parameters, draws, places
        As for `draw`, after `check_draws`.
    root
        What the seeds of all points are made from.
    sets
        How many; several sets share sequences of as many more dimensions.

    Returns
    -------
    list
        As `draw` for each set.
    """
    evenly, in_strata = (np.random.default_rng(each) for each in root.spawn(2))
    moving = {name: parameters[name] for name in sorted(parameters) if not parameters[name].fixed}
    shared = [name for name, one in moving.items() if one.places is None]
    own = [name for name, one in moving.items() if one.places is not None]
    few = sets * (len(shared) + len(own) * (places or 0)) <= MOST_DIMENSIONS
    widths = [1] * len(shared) + [places] * (len(own) * few)
    points = np.split(sobol(sets * sum(widths), draws, evenly), sets, axis=1)
    out = []
    for each in points:
        chances = np.split(each, np.cumsum(widths)[:-1], axis=1) if widths else []
        chances += [stratified(places, draws, in_strata) for _ in own * (not few)]
        at = dict(zip(shared + own, chances, strict=True))
        out.append(
            {
                name: one.quantile(at.get(name, np.full((draws, 1), 0.5)))
                for name, one in parameters.items()
            }
        )
    if places is None:
        out = [{name: one[:, 0] for name, one in each.items()} for each in out]
    return out


def sobol(dimensions: int, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Return points of the unit cube from 16 independently scrambled Sobol sequences.

    Parameters
    ----------
    dimensions
        Of the cube; 0 gives no columns.
    draws
        A multiple of 16.
    rng
        Source of the scrambling.

    Returns
    -------
    array
        Shape (draws, dimensions), strictly between 0 and 1; the sequences one after another.
    """
    if not dimensions:
        return np.empty((draws, 0))
    each = draws // REPLICATES
    power = int(np.ceil(np.log2(each)))
    parts = [qmc.Sobol(dimensions, rng=one).random_base2(power)[:each] for one in rng.spawn(16)]
    return np.clip(np.concatenate(parts), 2.0**-53, 1 - 2.0**-53)


def stratified(places: int, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Return probabilities that fill 0 to 1 evenly within each sixteenth, apart for each place.

    Parameters
    ----------
    places
        How many columns.
    draws
        A multiple of 16.
    rng
        Source of order and of the position within each share.

    Returns
    -------
    array
        Shape (draws, places), strictly between 0 and 1.
    """
    each = draws // REPLICATES
    order = np.broadcast_to(np.arange(each)[None, :, None], (REPLICATES, each, places))
    within = rng.random((REPLICATES, each, places))
    points = (rng.permuted(order, axis=1) + within) / each
    return np.clip(points.reshape(draws, places), 2.0**-53, 1 - 2.0**-53)


def check_draws(parameters: Mapping[str, Uncertain], draws: int, places: int | None) -> int | None:
    """Return how many places there are; refuse what does not fit together.

    Parameters
    ----------
    parameters, draws, places
        As for `draw`.

    Returns
    -------
    int or None
        The number of places, None when there are none.

    Raises
    ------
    InvalidInput
        With all that is wrong.
    """
    faults = []
    if not parameters:
        faults.append(Fault("parameters", "is empty.", "Give at least one uncertain number."))
    if draws < 2 * REPLICATES or draws % REPLICATES:
        mend = "Take a multiple of 16 from 32 on, such as 8192."
        faults.append(Fault("draws", f"is {draws}.", mend))
    sizes = {name: one.places for name, one in parameters.items() if one.places is not None}
    expected = next(iter(sizes.values()), None) if places is None else places
    faults += [
        Fault(name, f"has numbers for {size} places, expected are {expected}.")
        for name, size in sizes.items()
        if size != expected
    ]
    if faults:
        raise InvalidInput("numbers that cannot be drawn", faults)
    return expected
