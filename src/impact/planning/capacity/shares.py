"""Which share of a home's young people begins each programme, small homes drawn to the region."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput


def transition_shares(counts: pd.DataFrame, shrinkage: float = 50.0) -> pd.DataFrame:
    """Return which share of a home's young people begins each programme.

    Parameters
    ----------
    counts
        Pupils who began (or first choices), rows homes, columns programmes.
    shrinkage
        k, how many pupils of the region's shares are added to each home; 0 gives the raw shares.

    Returns
    -------
    pandas.DataFrame
        The same rows and columns; each row sums to 1. A home without any pupils has the region's
        shares.

    Raises
    ------
    InvalidInput
        Negative or missing numbers, no pupils at all, or a negative shrinkage.

    Notes
    -----
    s_ip = (n_ip + k s_p) / (n_i + k), s_p = sum_i n_ip / sum_i n_i. Small homes are drawn
    towards the region, since a handful of pupils says little about the next year.
    """
    check_counts(counts, shrinkage)
    numbers = counts.to_numpy(dtype=float)
    region = numbers.sum(axis=0) / numbers.sum()
    totals = numbers.sum(axis=1, keepdims=True)
    weight = totals + shrinkage
    shares = np.where(
        weight > 0, (numbers + shrinkage * region) / np.where(weight > 0, weight, 1.0), region
    )
    return pd.DataFrame(shares, index=counts.index, columns=counts.columns)


def share_limits(
    counts: pd.DataFrame, shrinkage: float = 50.0, *, confidence: float = 0.80
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return lower and upper limits of `transition_shares`.

    Parameters
    ----------
    counts, shrinkage
        As in `transition_shares`.
    confidence
        Level of the two-sided interval.

    Returns
    -------
    tuple
        Two tables of the shape of `counts`.

    Notes
    -----
    Quantiles of the beta distribution with a = n_ip + k s_p and b = n_i + k - a: what is known of
    a share once the region's pupils are taken as a prior of weight k. It holds chance in one year
    only; how shares move between years is in `share_trend`.
    """
    from scipy.stats import beta

    check_counts(counts, shrinkage)
    first = concentration(counts, shrinkage)
    second = first.sum(axis=1, keepdims=True) - first
    tail = (1 - confidence) / 2
    with np.errstate(invalid="ignore"):
        low, high = beta.ppf(tail, first, second), beta.ppf(1 - tail, first, second)
    low, high = np.where(first > 0, low, 0.0), np.where(second > 0, high, 1.0)
    low, high = np.where(second > 0, low, 1.0), np.where(first > 0, high, 0.0)
    return (
        pd.DataFrame(low, index=counts.index, columns=counts.columns),
        pd.DataFrame(high, index=counts.index, columns=counts.columns),
    )


def concentration(counts: pd.DataFrame, shrinkage: float) -> np.ndarray:
    """Return n_ip + k s_p; a home that would have nothing at all gets the region's shares."""
    numbers = counts.to_numpy(dtype=float)
    region = numbers.sum(axis=0) / numbers.sum()
    found = numbers + shrinkage * region
    return np.where(found.sum(axis=1, keepdims=True) > 0, found, region)


def check_counts(counts: pd.DataFrame, shrinkage: float) -> None:
    """Raise with everything that is wrong with counts and their shrinkage."""
    numbers = counts.to_numpy(dtype=float)
    faults = []
    for row, column in zip(*np.nonzero(~(numbers >= 0) | np.isinf(numbers)), strict=True):
        where = f"home {counts.index[row]}, programme {counts.columns[column]}"
        faults.append(Fault(where, f"is {numbers[row, column]}.", "Give a number, 0 or more."))
    for kind, labels in (("home", counts.index), ("programme", counts.columns)):
        faults += [
            Fault(f"{kind} {name}", "occurs more than once.")
            for name in labels[labels.duplicated()].unique()
        ]
    if not faults and not numbers.sum() > 0:
        faults.append(Fault("counts", "hold no pupils at all."))
    if not shrinkage >= 0:
        faults.append(Fault("shrinkage", f"is {shrinkage}.", "Give a number, 0 or more."))
    if faults:
        raise InvalidInput("shares cannot be calculated:", faults)
