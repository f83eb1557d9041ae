"""Ratios of small grades are drawn towards 1, that is towards nobody moving."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput

CONSTANT = 200.0
"""Pupils: a grade of this size keeps half of its own ratio's distance from 1."""


def shrunk_to_one(ratios: np.ndarray, sizes: np.ndarray, constant: float = CONSTANT) -> np.ndarray:
    """Return ratios drawn towards 1, the more the smaller the grade.

    Parameters
    ----------
    ratios
        Any shape.
    sizes
        Pupils the ratio stands on: the mean size of the grade below over the years used. Same
        shape.
    constant
        k, in pupils. 0 keeps the ratios; infinity makes all of them 1.

    Returns
    -------
    numpy.ndarray
        Same shape.

    Raises
    ------
    InvalidInput
        The constant or a size is negative or not a number.

    Notes
    -----
    r' = (n r + k) / (n + k), with n the mean number of pupils a year, not the sum over years: a
    long series of a small grade stays uncertain, because schools open and close. Where n and k
    are both 0 the ratio is 1.
    """
    ratio, size = np.asarray(ratios, dtype=float), np.asarray(sizes, dtype=float)
    faults = []
    if not constant >= 0:
        faults.append(Fault("constant", f"{constant} is not 0 or more.", "200 is the default."))
    if not (size >= 0).all():
        faults.append(Fault("sizes", "some are negative or not numbers."))
    if faults:
        raise InvalidInput("shrinkage of ratios", faults)
    if np.isinf(constant):
        return np.ones(np.broadcast(ratio, size).shape)
    total = size + constant
    weight = np.zeros(total.shape)
    np.divide(size, total, out=weight, where=total > 0)
    return 1.0 + weight * (ratio - 1.0)
