"""How many pupils of one grade are in the next grade a year later: ratios of grades."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput

RECENT_YEARS = 3
AXES, LEAST = ("places", "years", "grades"), (1, 2, 2)


def checked_counts(counts: np.ndarray) -> np.ndarray:
    """Return counts as floating-point numbers.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons; not-a-number where unknown. Grades may be single
        ages just as well: each step is one year older than the one before.

    Raises
    ------
    InvalidInput
        Not three axes, fewer than two years or two grades, negative or infinite numbers, no place.
    """
    given = np.asarray(counts, dtype=float)
    where = "counts"
    if given.ndim != 3:
        mend = "Give places x years x grades."
        raise InvalidInput("pupils", [Fault(where, f"there are {given.ndim} axes, not 3.", mend)])
    faults = [
        Fault(where, f"there are {size} {name}; at least {least} are needed.")
        for name, size, least in zip(
            ("places", "years", "grades"), given.shape, (1, 2, 2), strict=True
        )
        if size < least
    ]
    if (given < 0).any():
        faults.append(Fault(where, f"{int((given < 0).sum())} numbers are negative."))
    if np.isinf(given).any():
        faults.append(Fault(where, f"{int(np.isinf(given).sum())} numbers are infinite."))
    if faults:
        raise InvalidInput("pupils", faults)
    return given


def grade_ratios(counts: np.ndarray) -> np.ndarray:
    """Return the ratio of every grade to the grade below it a year before.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons.

    Returns
    -------
    numpy.ndarray
        Shape (places, years - 1, grades - 1); not-a-number where the grade below was empty or
        unknown.

    Notes
    -----
    r_g(t) = P_g(t) / P_(g-1)(t-1). Above 1 more moved in (or changed to a school here) than left.

    References
    ----------
    National Center for Education Statistics, Projections of Education Statistics, appendix A:
    grade progression rates.
    """
    given = checked_counts(counts)
    below, above = given[:, :-1, :-1], given[:, 1:, 1:]
    ratios = np.full(below.shape, np.nan)
    np.divide(above, below, out=ratios, where=below > 0)
    return ratios


def median_ratios(counts: np.ndarray) -> np.ndarray:
    """Return the median ratio over all years, by place and grade.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons.

    Returns
    -------
    numpy.ndarray
        Shape (places, grades - 1); 1 where no year has a ratio.
    """
    return _median(grade_ratios(counts))


def recent_ratios(counts: np.ndarray, years: int = RECENT_YEARS) -> np.ndarray:
    """Return the ratio of sums over the last years, by place and grade.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons.
    years
        How many of the last ratios; fewer where there are fewer.

    Returns
    -------
    numpy.ndarray
        Shape (places, grades - 1); 1 where the grade below was empty in all of them.

    Notes
    -----
    sum P_g(t) / sum P_(g-1)(t-1): ratio of sums, since a mean of ratios explodes in tiny grades.
    """
    if years < 1:
        raise InvalidInput("pupils", [Fault("years", f"{years} is fewer than 1.")])
    given = checked_counts(counts)
    below, above = given[:, :-1, :-1][:, -years:], given[:, 1:, 1:][:, -years:]
    known = np.isfinite(below) & np.isfinite(above)
    sources = np.where(known, below, 0.0).sum(axis=1)
    found = np.where(known, above, 0.0).sum(axis=1)
    ratios = np.ones(sources.shape)
    np.divide(found, sources, out=ratios, where=sources > 0)
    return ratios


def mean_sources(counts: np.ndarray) -> np.ndarray:
    """Return the mean size of the grade below, over the years a ratio can be formed from.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons.

    Returns
    -------
    numpy.ndarray
        Shape (places, grades - 1), persons; 0 where never known.
    """
    below = checked_counts(counts)[:, :-1, :-1]
    known = np.isfinite(below)
    years = known.sum(axis=1)
    return np.where(known, below, 0.0).sum(axis=1) / np.maximum(years, 1)


def _median(ratios: np.ndarray) -> np.ndarray:
    """Return the median over the second axis of what is known; 1 where nothing is."""
    ordered = np.sort(ratios, axis=1)
    known = np.isfinite(ordered).sum(axis=1)
    upper, lower = known // 2, np.maximum(known - 1, 0) // 2
    at = np.stack([lower, np.minimum(upper, ratios.shape[1] - 1)], axis=1)
    middle = np.take_along_axis(ordered, at, axis=1).mean(axis=1)
    return np.where(known > 0, middle, 1.0)
