"""The digest of a table depends on its content and on nothing else."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.store import digest, load

TABLE = pd.DataFrame(
    {
        "place": ["SE-0604", "SE-0617", "Östra Göinge"],
        "year": [2022, 2023, 2024],
        "value": [1.5, np.nan, 0.0],
    }
)


@given(st.permutations(range(3)), st.permutations(list(TABLE.columns)))
def test_order_of_rows_columns_and_index_makes_no_difference(rows, columns) -> None:
    shuffled = TABLE.iloc[rows][columns].set_index(pd.Index([7, 7, 9]))
    assert digest(shuffled) == digest(TABLE)


def test_the_file_a_table_went_through_makes_no_difference(tmp_path) -> None:
    values = load("kolada:N15428", places=["SE-0604", "SE-0680"])
    names = {"a.parquet": "zstd", "b.parquet": "snappy"}
    for name, codec in names.items():
        values.to_parquet(tmp_path / name, compression=codec)
        assert digest(pd.read_parquet(tmp_path / name)) == digest(values)
    values.to_csv(tmp_path / "c.csv", index=False)
    assert digest(pd.read_csv(tmp_path / "c.csv")) == digest(values)
    assert digest(values.astype({"year": "int64", "place": "category"})) == digest(values)


@pytest.mark.parametrize(
    "changed",
    [
        TABLE.assign(value=[1.5, np.nan, 1e-12]),
        TABLE.assign(value=[1.5, 0.0, 0.0]),
        TABLE.assign(place=["SE-0604", "SE-0617", "Ostra Göinge"]),
        TABLE.iloc[:2],
        pd.concat([TABLE, TABLE.iloc[:1]]),
        TABLE.rename(columns={"value": "values"}),
    ],
)
def test_any_change_of_content_shows(changed) -> None:
    assert digest(changed) != digest(TABLE)


def test_it_is_sixteen_digits_and_minus_zero_is_zero() -> None:
    assert len(digest(TABLE)) == 16 and int(digest(TABLE), 16) >= 0
    assert digest(TABLE.assign(value=[1.5, np.nan, -0.0])) == digest(TABLE)
