"""The tables of a capacity study: read from its files, checked, refused if made up."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from impact import places
from impact.errors import Fault, InvalidInput, UnknownName
from impact.overviews.capacities.model import INPUT_COLUMNS
from impact.planning.capacity.tables import NUMBERS, validate_tables
from impact.sources.sheet import sheet

SIMULATED = "simulated"
PLACES = ("home", "place")
COUNTED = ("ok", "provisional")
HOMES = "home_municipality"
HOME_COLUMNS = ("place", "home", "year", "n")
CURRENCIES = {"SE": "SEK", "NO": "NOK", "FI": "EUR"}
MOST_FAULTS = 50
"""More than so many faults are counted and not listed."""


@dataclass(frozen=True, slots=True, eq=False)
class CapacityTables:
    """What is known of applicants, places, travel, need and money in a study's municipalities.

    Parameters
    ----------
    year
        The newest autumn of places: what they hold is called now.
    applicants, places, flows
        Of that autumn.
    need, price
        Of the newest year each programme has.
    travel
        Minutes from home to place.
    homes
        Pupils of grade 9 by school and home; None where nobody has said.
    inputs
        What was read from where.
    """

    year: int
    applicants: pd.DataFrame
    places: pd.DataFrame
    flows: pd.DataFrame
    need: pd.DataFrame
    travel: pd.DataFrame
    price: pd.DataFrame
    homes: pd.DataFrame | None
    inputs: pd.DataFrame

    @property
    def simulated(self) -> bool:
        """Whether some row is simulated."""
        return bool((self.inputs["simulated"] > 0).any())

    def status(self, *tables: str) -> str:
        """Return simulated when some row of some of these tables is, else ok."""
        chosen = self.inputs[self.inputs["table"].isin(tables)]
        return SIMULATED if (chosen["simulated"] > 0).any() else "ok"


def capacity_tables(study: Any) -> CapacityTables:
    """Return the tables of a capacity study.

    Parameters
    ----------
    study
        A capacity study, as its file says.

    Returns
    -------
    CapacityTables
        Rows of homes and places outside the study, and of years after it, are left out.

    Raises
    ------
    InvalidInput
        Every fault of every table; or some rows are simulated and the study does not allow it.
    """
    read = {name: _read(study, name) for name in study.tables.files()}
    faults: list[Fault] = []
    named = {name: _with_codes(name, table, faults) for name, table in read.items()}
    homes = _homes(study, faults)
    if faults:
        _refuse(faults)
    try:
        checked = validate_tables(named)
    except InvalidInput as error:
        _refuse(list(error.faults))
        raise
    if faults := _foreign_prices(study, checked["price"]):
        _refuse(faults)
    _refuse_simulated(study, checked)
    inside = {name: _inside(table, study) for name, table in checked.items()}
    year = _newest(study, inside)
    return CapacityTables(
        year=year,
        applicants=_of_year(inside["applicants"], year),
        places=_of_year(inside["places"], year),
        flows=_of_year(inside["flows"], year),
        need=_latest(inside["need"], study.region or study.country),
        travel=inside["travel"],
        price=_latest(inside["price"]),
        homes=homes,
        inputs=_inputs(study, {**checked, **({} if homes is None else {HOMES: homes})}),
    )


def _read(study: Any, name: str) -> pd.DataFrame:
    """Return a table as it is written, numbers with a comma or blanks in them made readable."""
    found = sheet(study.table_path(name))
    table = pd.DataFrame(found.rows, columns=list(found.headings))
    for column in table.columns:
        if column in NUMBERS:
            table[column] = table[column].map(_number)
    return table


def _number(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    return cell.replace("\u00a0", "").replace(" ", "").replace(",", ".")


def _with_codes(name: str, table: pd.DataFrame, faults: list[Fault]) -> pd.DataFrame:
    """Return a table whose municipalities are codes; names nobody knows are faults."""
    table = table.copy()
    for column in PLACES:
        if column in table.columns:
            codes = table[column].map({cell: _code(cell) for cell in table[column].unique()})
            for row in table.index[codes.isna()]:
                where = f"{name}, line {row + 2}, column '{column}'"
                problem = f"'{table[column][row]}' is no municipality."
                faults.append(Fault(where, problem, "Write its code, such as SE-1280."))
            table[column] = codes
    return table


def _code(name: Any) -> str | None:
    if not str(name).strip():
        return ""
    try:
        return places.place(str(name)).code
    except UnknownName:
        return None


def _homes(study: Any, faults: list[Fault]) -> pd.DataFrame | None:
    """Return the table of homes with codes and numbers, if there is one."""
    if study.home_municipality_file is None:
        return None
    name = HOMES
    table = _read(study, name)
    missing = [column for column in HOME_COLUMNS if column not in table.columns]
    faults.extend(
        Fault(f"{name}, column '{column}'", "is missing.", f"Columns: {', '.join(HOME_COLUMNS)}.")
        for column in missing
    )
    if missing:
        return None
    table = _with_codes(name, table, faults)
    for column in ("n", "year"):
        table[column] = pd.to_numeric(table[column], errors="coerce")
        for row in table.index[~(table[column] >= 0)]:
            where = f"{name}, line {row + 2}, column '{column}'"
            faults.append(Fault(where, "is no number of 0 or more.", "Give a number."))
    again = table.index[table.duplicated(["place", "home", "year"])]
    faults.extend(
        Fault(f"{name}, line {row + 2}", "says the same as a line above.") for row in again
    )
    if "status" not in table.columns:
        table = table.assign(status="ok")
    mend = f"Say {' or '.join(COUNTED)}: young people are counted, never made up."
    faults.extend(
        Fault(f"{name}, line {row + 2}, column 'status'", f"is '{table['status'][row]}'.", mend)
        for row in table.index[~table["status"].isin(COUNTED)]
    )
    known = table[table["year"] <= study.year]
    if known["n"].sum() == 0 and not table["year"].isna().any():
        problem = f"holds nobody up to {study.year}."
        faults.append(Fault(name, problem, "Fill it in, or leave it out of the study."))
    return known.reset_index(drop=True)


def _foreign_prices(study: Any, price: pd.DataFrame) -> list[Fault]:
    """Return the currencies that cannot be added to what is weighed in the country's own."""
    own = CURRENCIES.get(study.country)
    foreign = sorted(set(price["currency"].astype(str)) - {own}) if own else []
    return [
        Fault("price, column 'currency'", f"holds '{one}'.", f"Give every price in {own}.")
        for one in foreign
    ]


def _refuse(faults: list[Fault]) -> None:
    shown = faults[:MOST_FAULTS]
    if len(faults) > MOST_FAULTS:
        rest = len(faults) - MOST_FAULTS
        shown = [*shown, Fault("and", f"{rest} more faults.", "Mend these first.")]
    raise InvalidInput("the tables of the capacity study cannot be used:", shown)


def _refuse_simulated(study: Any, tables: Mapping[str, pd.DataFrame]) -> None:
    if study.allow_simulated:
        return
    mend = "Put counted figures there, or say allow_simulated: true; then every page says so."
    faults = []
    for name, table in tables.items():
        rows = table.index[table["status"] == SIMULATED]
        if len(rows):
            faults.append(
                Fault(study.table_files()[name], f"{len(rows)} rows are simulated.", mend)
            )
    if faults:
        raise InvalidInput(f"no report is made of made-up figures ({study.id}):", faults)


def _inside(table: pd.DataFrame, study: Any) -> pd.DataFrame:
    for column in PLACES:
        if column in table.columns:
            table = table[table[column].isin(study.places)]
    if "year" in table.columns:
        table = table[table["year"] <= study.year]
    return table.reset_index(drop=True)


def _newest(study: Any, tables: Mapping[str, pd.DataFrame]) -> int:
    years = tables["places"]["year"]
    if years.empty:
        problem = f"hold no row of the study's municipalities up to {study.year}."
        raise InvalidInput("nothing can be planned:", [Fault("places", problem)])
    year = int(years.max())
    if not (tables["applicants"]["year"] == year).any():
        problem = f"hold nobody of {year}, the newest year of the places."
        raise InvalidInput("nothing can be planned:", [Fault("applicants", problem)])
    return year


def _of_year(table: pd.DataFrame, year: int) -> pd.DataFrame:
    return table[table["year"] == year].reset_index(drop=True)


def _latest(table: pd.DataFrame, region: str | None = None) -> pd.DataFrame:
    """Return the newest row of each programme."""
    if region is not None:
        table = table[table["region"] == region]
    newest = table.sort_values("year").drop_duplicates("programme", keep="last")
    return newest.sort_values("programme", ignore_index=True)


def _inputs(study: Any, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    rows = []
    for name, file in study.table_files().items():
        table = tables[name]
        made_up = int((table["status"] == SIMULATED).sum())
        digest = hashlib.sha256(study.table_path(name).read_bytes()).hexdigest()
        rows.append([name, len(table), SIMULATED if made_up else "ok", made_up, file, digest])
    return pd.DataFrame(rows, columns=INPUT_COLUMNS)
