"""A short name for the content of a table, the same whatever the order of rows or the file."""

from __future__ import annotations

import hashlib

import pandas as pd

LENGTH = 16


def digest(values: pd.DataFrame) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of the content.

    Parameters
    ----------
    values
        Any table. The order of rows, the index, the order of columns and how a file stores them
        make no difference; a missing text and a missing number are the same.

    Returns
    -------
    str
        16 hexadecimal digits.

    Notes
    -----
    Every row becomes one 64-bit number; the sorted numbers and the column names are hashed.
    Whole numbers count as decimal numbers, so that the width of a column makes no difference.
    """
    columns = sorted(values.columns)
    plain = pd.DataFrame({column: _plain(values[column]) for column in columns})
    rows = pd.util.hash_pandas_object(plain, index=False).sort_values().to_numpy()
    content = hashlib.sha256("\n".join(columns).encode())
    content.update(rows.astype("<u8").tobytes())
    return content.hexdigest()[:LENGTH]


def _plain(column: pd.Series) -> pd.Series:
    if pd.api.types.is_numeric_dtype(column):
        return column.astype("float64") + 0.0
    return column.astype("str").fillna("").astype("object")
