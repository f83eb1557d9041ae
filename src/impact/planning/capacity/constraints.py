"""Blocks of linear constraints, stacked into one sparse matrix with its limits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class Rows(NamedTuple):
    """Some constraints: low <= matrix x <= high, the matrix by row, column and number."""

    row: np.ndarray
    column: np.ndarray
    number: np.ndarray
    low: np.ndarray
    high: np.ndarray


def stacked(blocks: Sequence[Rows], columns: int) -> tuple[csr_array, np.ndarray, np.ndarray]:
    """Return blocks of constraints below one another.

    Parameters
    ----------
    blocks
        Rows of each are numbered from 0.
    columns
        Number of variables.

    Returns
    -------
    tuple
        Matrix, lower limits, upper limits.
    """
    from scipy.sparse import csr_array

    starts = np.cumsum([0, *(len(block.low) for block in blocks)])
    rows = np.concatenate(
        [block.row + start for block, start in zip(blocks, starts[:-1], strict=True)]
    )
    numbers = np.concatenate([block.number for block in blocks])
    at = np.concatenate([block.column for block in blocks])
    matrix = csr_array((numbers, (rows, at)), shape=(int(starts[-1]), columns))
    return (
        matrix,
        np.concatenate([block.low for block in blocks]),
        np.concatenate([block.high for block in blocks]),
    )
