"""The effects of all placebo assignments: each one written out, or a seeded part of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.evaluation.inference.assignments import UNTREATED, Assignment


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """The effects of placebo assignments and how often each occurs.

    Parameters
    ----------
    values
        Shape (V,), effects in the unit of the outcome, increasing.
    probabilities
        Shape (V,), shares of the assignments; they sum to one.
    """

    values: np.ndarray
    probabilities: np.ndarray


def distribution_of(effects: np.ndarray) -> Distribution:
    """Return the distribution of effects that count equally, shape (A,)."""
    return Distribution(np.sort(effects), np.full(len(effects), 1 / len(effects)))


def all_effects(
    assigned: Assignment, changes: np.ndarray, responses: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the effect of every assignment, and how much of a true effect it would still show.

    Parameters
    ----------
    assigned
        Who was treated and who might have been.
    changes
        Shape (n, G).
    responses
        Shape (n, G), changes of a true effect of one in the really treated.

    Returns
    -------
    tuple
        Two arrays of shape (placebos,): effects and overlaps. Subtracting an effect t from the
        treated turns an effect e with overlap d into e - t d; the real assignment has d = 1.

    Notes
    -----
    Unit by unit: the lists of sums by numbers treated so far are continued without the unit and,
    one number higher, with it.
    """
    adds, constant = assigned.contributions(changes)
    overlaps, overlap_constant = assigned.contributions(responses)
    both = np.stack([adds, overlaps])
    total = np.array([[constant], [overlap_constant]])
    for stratum, counts in enumerate(assigned.counts):
        members = np.flatnonzero(assigned.strata == stratum)
        sums = _sums(both[:, members], counts)
        total = (total[:, :, None] + sums[:, None, :]).reshape(2, -1)
    return total[0], total[1]


def _sums(adds: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return shape (2, ways): sums over all assignments of numbers `counts` within a stratum."""
    goal = tuple(int(count) for count in counts)
    lists = {tuple(0 for _ in goal): np.zeros((2, 1))}
    members = adds.shape[1]
    for at in range(members):
        left = members - at - 1
        grown: dict[tuple[int, ...], list[np.ndarray]] = {}
        for state, sums in lists.items():
            missing = sum(goal) - sum(state)
            if missing <= left:
                grown.setdefault(state, []).append(sums)
            for column, count in enumerate(state):
                if count < goal[column]:
                    after = (*state[:column], count + 1, *state[column + 1 :])
                    grown.setdefault(after, []).append(sums + adds[:, at, column, None])
        lists = {state: np.concatenate(parts, axis=1) for state, parts in grown.items()}
    return lists[goal]


def drawn_assignments(
    cohort: np.ndarray, strata: np.ndarray, *, draws: int, seed: int
) -> np.ndarray:
    """Return placebo assignments drawn at random within strata.

    Parameters
    ----------
    cohort
        Shape (N,), column of a treated unit, -1 for an untreated one.
    strata
        Shape (N,).
    draws
        How many.
    seed
        Of the random numbers.

    Returns
    -------
    array
        Shape (draws, N): `cohort` mixed within each stratum.
    """
    generator = np.random.default_rng(seed)
    cohort = np.asarray(cohort)
    mixed = np.full((draws, len(cohort)), UNTREATED)
    for stratum in np.unique(strata):
        members = np.flatnonzero(np.asarray(strata) == stratum)
        order = generator.random((draws, len(members))).argsort(axis=1)
        mixed[:, members] = cohort[members][order]
    return mixed


def placebo_effects(changes: np.ndarray, assignments: np.ndarray, strata: np.ndarray) -> np.ndarray:
    """Return the effects of given assignments, for several outcomes with the same ones.

    Parameters
    ----------
    changes
        Shape (N, G); a unit with a missing change is left out.
    assignments
        Shape (A, N), column of a treated unit, -1 for an untreated one.
    strata
        Shape (N,).

    Returns
    -------
    array
        Shape (A,); NaN where a stratum with treated units has nobody to compare with, or nobody
        is treated.

    Notes
    -----
    effect = 1/K sum over strata and cohorts of (sum of the treated - k mean of the untreated).
    """
    table = np.asarray(changes, float)
    there = np.isfinite(table).all(axis=1)
    table, labels = table[there], np.asarray(assignments)[:, there]
    strata = np.asarray(strata)[there]
    effect, treated = np.zeros(len(labels)), np.zeros(len(labels))
    for stratum in np.unique(strata):
        members = strata == stratum
        part, values = labels[:, members], table[members]
        untreated = (part == UNTREATED).astype(float)
        others = untreated.sum(axis=1)
        for column in range(table.shape[1]):
            chosen = (part == column).astype(float)
            count = chosen.sum(axis=1)
            with np.errstate(invalid="ignore", divide="ignore"):
                mean = (untreated @ values[:, column]) / others
            effect += chosen @ values[:, column] - np.where(count > 0, count * mean, 0.0)
            treated += count
    return np.divide(effect, treated, out=np.full(len(labels), np.nan), where=treated > 0)
