"""Results as strict JSON text: numbers short, tables with the types of their columns."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput

DIGITS = 10
TYPES = {"text": "str", "number": "float64", "whole": "int64", "truth": "bool"}
_TABLE = {"columns", "types", "rows"}


def plain(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return content as JSON can hold it.

    Parameters
    ----------
    content
        Texts, numbers, truths, None, and mappings, sequences and tables of them.

    Returns
    -------
    dict
        Decimal numbers rounded to 10 significant digits, NaN as None, sequences as lists, and a
        table as a dict of columns, types and rows.

    Raises
    ------
    InvalidInput
        Something that JSON cannot hold, such as an infinite number or a date; all are listed.
    """
    faults: list[Fault] = []
    found = {str(key): _plain(value, str(key), faults) for key, value in content.items()}
    if faults:
        raise InvalidInput("this cannot be stored:", faults)
    return found


def text(content: Mapping[str, Any]) -> str:
    """Return plain content as text, one row of a table a line, the same for the same content."""
    return _written(content, "") + "\n"


def table(packed: Any) -> pd.DataFrame:
    """Return a table from what `plain` made of it, with the types its columns had.

    Raises
    ------
    KeyError
        It is not a packed table.
    """
    columns = zip(*packed["rows"], strict=True) if packed["rows"] else [()] * len(packed["columns"])
    return pd.DataFrame(
        {
            name: pd.Series(list(values), dtype=TYPES[kind])
            for name, kind, values in zip(packed["columns"], packed["types"], columns, strict=True)
        }
    )


def is_table(value: Any) -> bool:
    """Say whether a plain value is a packed table."""
    return isinstance(value, Mapping) and set(value) == _TABLE


def _plain(value: Any, where: str, faults: list[Fault]) -> Any:
    if isinstance(value, pd.DataFrame):
        return _packed(value, where, faults)
    if isinstance(value, Mapping):
        return {str(key): _plain(one, f"{where}.{key}", faults) for key, one in value.items()}
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [_plain(one, f"{where}[{place}]", faults) for place, one in enumerate(value)]
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, str) and not _is_sound(value):
        faults.append(Fault(where, "the text has half a character in it.", "Write it anew."))
        return None
    if value is None or value is pd.NA or isinstance(value, str | bool | int):
        return None if value is pd.NA else value
    if isinstance(value, float):
        if math.isinf(value):
            faults.append(Fault(where, "the number is infinite.", "Leave it out or say NaN."))
            return None
        return _short(value)
    faults.append(Fault(where, f"a {type(value).__name__} cannot be stored.", "Make it a text."))
    return None


def _is_sound(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _short(number: float) -> float | None:
    return None if math.isnan(number) else float(f"{number:.{DIGITS}g}") + 0.0


def _packed(frame: pd.DataFrame, where: str, faults: list[Fault]) -> dict[str, Any]:
    names = [str(name) for name in frame.columns]
    if len(set(names)) < len(names):
        faults.append(Fault(where, "two columns have the same name.", "Rename one of them."))
    types, columns = [], []
    for position, name in enumerate(names):
        kind, values = _column(frame.iloc[:, position], f"{where}.{name}", faults)
        types.append(kind)
        columns.append(values)
    rows = [list(row) for row in zip(*columns, strict=True)]
    return {"columns": names, "types": types, "rows": rows}


def _column(column: pd.Series, where: str, faults: list[Fault]) -> tuple[str, list[Any]]:
    column = column.infer_objects()
    if pd.api.types.is_bool_dtype(column) and not column.isna().any():
        return "truth", [bool(value) for value in column]
    if pd.api.types.is_integer_dtype(column) and not column.isna().any():
        return "whole", [int(value) for value in column]
    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        numbers = column.to_numpy(dtype="float64", na_value=np.nan)
        for row in np.flatnonzero(np.isinf(numbers))[:1]:
            count = int(np.isinf(numbers).sum())
            problem = f"{count} infinite numbers, the first in row {row}."
            faults.append(Fault(where, problem, "Make them missing (NaN)."))
            return "number", [None] * len(numbers)
        return "number", [_short(value) for value in numbers.tolist()]
    values = [None if missing else value for value, missing in _with_missing(column)]
    if not all(value is None or isinstance(value, str) for value in values):
        problem = f"holds {column.dtype}, neither texts nor numbers nor truths without gaps."
        faults.append(Fault(where, problem, "Make it texts; a date as YYYY-MM-DD."))
    return "text", values


def _with_missing(column: pd.Series) -> Iterator[tuple[Any, bool]]:
    return zip(column.tolist(), column.isna().tolist(), strict=True)


def _written(value: Any, margin: str) -> str:
    deeper = margin + " "
    if isinstance(value, Mapping) and value:
        parts = [f"{_one_line(key)}: {_written(one, deeper)}" for key, one in value.items()]
        opened, closed = "{}"
    elif isinstance(value, list) and any(isinstance(one, list | dict) for one in value):
        parts = [_written(one, deeper) for one in value]
        opened, closed = "[]"
    else:
        return _one_line(value)
    return f"{opened}\n{deeper}" + f",\n{deeper}".join(parts) + f"\n{margin}{closed}"


def _one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
