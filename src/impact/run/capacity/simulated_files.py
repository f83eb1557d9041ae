"""Where simulated tables are written: what a study names, but never over counted figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from impact.errors import Fault, InvalidInput
from impact.run.capacity.model import CapacityFile
from impact.run.study_files import name_shown

if TYPE_CHECKING:
    import pandas as pd

SIMULATED = "simulated"


def refuse_counted(study: CapacityFile) -> None:
    """Refuse to write over tables that hold counted rows only.

    Parameters
    ----------
    study
        A study, whose tables may be there or not.

    Raises
    ------
    InvalidInput
        A table that is there has no simulated row, or one is to be no CSV.
    """
    faults = []
    for name, file in study.tables.files().items():
        there = study.table_path(name)
        if there.suffix.lower() != ".csv":
            mend = "Simulated tables are written as .csv; name such a file."
            faults.append(Fault(f"tables.{name}", f"'{file}' is no .csv.", mend))
        elif there.is_file() and SIMULATED not in there.read_text("utf-8", errors="replace"):
            mend = "Name another file, or move this one away."
            faults.append(Fault(f"tables.{name}", f"'{file}' holds counted figures.", mend))
    if faults:
        raise InvalidInput("the tables cannot be simulated:", faults)


def write_tables(
    study: CapacityFile, tables: Mapping[str, pd.DataFrame]
) -> tuple[tuple[str, int], ...]:
    """Write the tables a study names as CSV.

    Parameters
    ----------
    study
        A study.
    tables
        By name; one the study does not name is left out.

    Returns
    -------
    tuple
        Of each table its file, as a reader would name it, and its number of rows.
    """
    written = []
    for name in study.tables.files():
        file = study.table_path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        tables[name].to_csv(file, index=False, lineterminator="\n", float_format="%g")
        written.append((name_shown(file), len(tables[name])))
    return tuple(written)
