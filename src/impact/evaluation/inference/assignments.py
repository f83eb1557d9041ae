"""Which units were treated, and which others might have been in their place."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput

UNTREATED = -1
"""Cohort of a unit that is never treated."""


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """The units that could have been treated, with their changes.

    Parameters
    ----------
    changes
        Shape (n, G), minus the mean of the unit's stratum; only strata where somebody is treated.
    cohort
        Shape (n,), column of a treated unit, `UNTREATED` for the others.
    strata
        Shape (n,), 0 to S - 1.
    counts
        Shape (S, G), treated units.
    comparison
        Shape (S,), untreated units.
    """

    changes: np.ndarray
    cohort: np.ndarray
    strata: np.ndarray
    counts: np.ndarray
    comparison: np.ndarray

    @property
    def treated(self) -> int:
        """Number of treated units."""
        return int(self.counts.sum())

    @property
    def placebos(self) -> int:
        """In how many ways the same numbers could have been treated, the real one among them."""
        ways = 1
        for treated, others in zip(self.counts, self.comparison, strict=True):
            free = int(treated.sum() + others)
            for count in treated:
                ways *= math.comb(free, int(count))
                free -= int(count)
        return ways

    @property
    def smallest_p(self) -> float:
        """The smallest p-value that can be attained.

        One in the number of placebos; two where exactly half of every stratum is treated in one
        cohort, because the other half is then as far away.
        """
        mirrored = self.counts.shape[1] == 1 and np.all(self.counts[:, 0] == self.comparison)
        return (2 if mirrored else 1) / self.placebos

    def contributions(self, changes: np.ndarray) -> tuple[np.ndarray, float]:
        """Return what each unit adds to the effect if it is treated, and what is added always.

        Parameters
        ----------
        changes
            Shape (n, G).

        Returns
        -------
        tuple
            Shape (n, G) and a number: the effect of an assignment is the number plus the sum of
            the contributions of its treated units, each in its own column.

        Notes
        -----
        effect = 1/K sum over strata s and cohorts g of (T_sg - k_sg C_sg / m_s), where T is the
        sum of the changes of the k treated and C that of the m untreated. With C_sg = all - sum
        of the treated, a unit i treated in h adds (x_ih + sum over g of k_sg x_ig / m_s) / K.
        """
        shares = self.counts / self.comparison[:, None]
        by_unit = (shares[self.strata] * changes).sum(axis=1)
        return (changes + by_unit[:, None]) / self.treated, -float(by_unit.sum()) / self.treated

    def responses(self, response: np.ndarray | None) -> np.ndarray:
        """Return shape (n, G): how the changes of each unit answer to an effect of one.

        Parameters
        ----------
        response
            Shape (G, G): row of the unit's cohort, column of the changes; None for one on the
            diagonal and 0 elsewhere.
        """
        cohorts = self.counts.shape[1]
        table = np.eye(cohorts) if response is None else np.asarray(response, float)
        if table.shape != (cohorts, cohorts) or not np.allclose(np.diag(table), 1):
            problem = f"shape {table.shape} or diagonal does not fit {cohorts} cohorts."
            raise InvalidInput("no placebo test:", [Fault("response", problem, "Ones on it.")])
        rows = np.vstack([table, np.zeros(cohorts)])
        return rows[self.cohort]


def assignment(changes: np.ndarray, cohort: np.ndarray, strata: np.ndarray) -> Assignment:
    """Return who was treated and who might have been.

    Parameters
    ----------
    changes
        Shape (N, G) or (N,): one number per unit and cohort's start, in the unit of the outcome.
    cohort
        Shape (N,), column of `changes` of a treated unit, -1 for an untreated one.
    strata
        Shape (N,), whole numbers: placebos are taken from the stratum of the treated unit.

    Raises
    ------
    InvalidInput
        Shapes differ, a change is missing, nobody is treated, a cohort has no unit, or a stratum
        with treated units has nobody to compare with.
    """
    table = np.asarray(changes, float)
    table = table[:, None] if table.ndim == 1 else table
    cohort, strata = np.asarray(cohort), np.asarray(strata)
    faults = _faults(table, cohort, strata)
    if faults:
        raise InvalidInput("no placebo test:", faults)
    used = np.isin(strata, np.unique(strata[cohort != UNTREATED]))
    table, cohort = table[used], cohort[used].astype(int)
    names, position = np.unique(strata[used], return_inverse=True)
    counts = np.zeros((len(names), table.shape[1]), int)
    treated = cohort != UNTREATED
    np.add.at(counts, (position[treated], cohort[treated]), 1)
    sizes = np.bincount(position, minlength=len(names))
    comparison = sizes - counts.sum(axis=1)
    if np.any(comparison == 0):
        where = ", ".join(str(name) for name in names[comparison == 0])
        fault = Fault(f"stratum {where}", "everybody is treated.", "Merge it with another.")
        raise InvalidInput("no placebo test:", [fault])
    totals = np.zeros(counts.shape)
    np.add.at(totals, position, table)
    means = totals / sizes[:, None]
    return Assignment(table - means[position], cohort, position, counts, comparison)


def _faults(table: np.ndarray, cohort: np.ndarray, strata: np.ndarray) -> list[Fault]:
    if table.ndim != 2 or cohort.shape != table.shape[:1] or strata.shape != table.shape[:1]:
        shapes = f"{table.shape}, {cohort.shape} and {strata.shape}"
        return [Fault("changes, cohort, strata", f"have shapes {shapes}.", "One row per unit.")]
    faults = []
    if not np.isfinite(table).all():
        rows = np.flatnonzero(~np.isfinite(table).all(axis=1))
        problem = f"a number is missing in rows {', '.join(map(str, rows[:10]))}."
        faults.append(Fault("changes", problem, "Leave the unit out."))
    if not np.isin(cohort, np.arange(-1, table.shape[1])).all():
        faults.append(Fault("cohort", f"is not between -1 and {table.shape[1] - 1}."))
    elif not np.any(cohort != UNTREATED):
        faults.append(Fault("cohort", "nobody is treated."))
    else:
        empty = np.setdiff1d(np.arange(table.shape[1]), cohort)
        faults += [Fault(f"cohort {column}", "has no unit.", "Drop it.") for column in empty]
    return faults
