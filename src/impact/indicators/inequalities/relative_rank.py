"""Where each subgroup stands between the least (0) and the most advantaged (1) person."""

from __future__ import annotations

import numpy as np


def relative_rank(order: np.ndarray, share: np.ndarray, code: np.ndarray) -> np.ndarray:
    """Return the middle of each subgroup's stretch of the population, within its group.

    Parameters
    ----------
    order
        Shape (rows,): rank of advantage, the least advantaged lowest. Subgroups with equal rank
        share the middle of their common stretch.
    share
        Shape (rows,): share of the group's persons.
    code
        Shape (rows,): the group of each row, numbered from 0.

    Returns
    -------
    array
        Shape (rows,), between 0 and 1.

    Notes
    -----
    (persons below + half of the persons at the same rank) / all persons.

    References
    ----------
    Bross (1958), Biometrics 14, 18-38.
    """
    if len(order) == 0:
        return np.empty(0)
    sorting = np.lexsort((order, code))
    rank, group = order[sorting], code[sorting]
    new_group = np.r_[True, group[1:] != group[:-1]]
    block = np.cumsum(new_group | np.r_[True, rank[1:] != rank[:-1]]) - 1
    width = np.bincount(block, weights=share[sorting])
    start = np.cumsum(width) - width
    first_block = block[new_group][np.cumsum(new_group) - 1]
    middle = np.empty(len(order))
    middle[sorting] = start[block] - start[first_block] + width[block] / 2
    return middle
