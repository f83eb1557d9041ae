"""Who wants what, where there is room, and how long the way is: the input of an allocation."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput

UNMET_COST = 1000.0
"""Minutes of travel that count as much as one pupil without a place, unless said otherwise."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Problem:
    """One problem of allocation in arrays; make it with `problem`.

    Parameters
    ----------
    homes, programmes, places
        Names, sorted, so that the order in which rows were given is of no consequence.
    demand
        Homes x programmes, pupils.
    capacity
        Places x programmes, pupils.
    minutes
        Homes x places, one way; infinite where nobody can travel.
    travel_limit
        Longest way anybody may be sent, minutes; may be infinite.
    unmet_cost
        Homes x programmes, per pupil without a place.
    minute_cost
        Per pupil and minute.
    place_cost
        Places x programmes, per filled place.
    equity_weight
        Per minute of the home with the longest mean way.
    """

    homes: tuple[str, ...]
    programmes: tuple[str, ...]
    places: tuple[str, ...]
    demand: np.ndarray
    capacity: np.ndarray
    minutes: np.ndarray
    travel_limit: float
    unmet_cost: np.ndarray
    minute_cost: float
    place_cost: np.ndarray
    equity_weight: float

    @property
    def reachable(self) -> np.ndarray:
        """Homes x places: near enough."""
        return np.isfinite(self.minutes) & (self.minutes <= self.travel_limit)

    @property
    def costs(self) -> np.ndarray:
        """Homes x programmes x places: cost of one pupil, infinite where out of reach."""
        way = np.where(self.reachable, self.minute_cost * np.where(
            np.isfinite(self.minutes), self.minutes, 0.0), np.inf)  # fmt: skip
        return way[:, None, :] + self.place_cost.T[None, :, :]

    def with_capacity(self, capacity: np.ndarray) -> Problem:
        """Return the same problem with other capacities (places x programmes)."""
        return replace(self, capacity=np.asarray(capacity, dtype=float))

    def with_demand(self, demand: np.ndarray) -> Problem:
        """Return the same problem with another demand (homes x programmes)."""
        return replace(self, demand=np.asarray(demand, dtype=float))

    def only(self, programme: int) -> Problem:
        """Return the problem of one programme, by its number."""
        one = slice(programme, programme + 1)
        return replace(
            self,
            programmes=self.programmes[one],
            demand=self.demand[:, one],
            capacity=self.capacity[:, one],
            unmet_cost=self.unmet_cost[:, one],
            place_cost=self.place_cost[:, one],
        )


def problem(
    demand: pd.DataFrame,
    capacity: pd.DataFrame,
    minutes: pd.DataFrame,
    *,
    travel_limit: float = float("inf"),
    unmet_cost: float | pd.Series | pd.DataFrame = UNMET_COST,
    minute_cost: float = 1.0,
    place_cost: float | pd.Series | pd.DataFrame = 0.0,
    equity_weight: float = 0.0,
) -> Problem:
    """Return a problem of allocation, or say everything that is wrong with it.

    Parameters
    ----------
    demand
        Wanted places, rows homes, columns programmes.
    capacity
        Places to be had, rows places, columns programmes. A programme that stands in only one of
        the two tables is wanted by nobody, or offered nowhere.
    minutes
        One way, rows homes, columns places; infinite where nobody can travel. Rows and columns
        that the other tables do not use are left out.
    travel_limit
        Longest way, minutes.
    unmet_cost
        Per pupil without a place: one number, by programme, or homes x programmes. Where it is
        below the cost of a way, a pupil stays without a place rather than travel.
    minute_cost
        Per pupil and minute.
    place_cost
        Per filled place: one number, by programme, or places x programmes.
    equity_weight
        Per minute of the longest mean way of a home.

    Returns
    -------
    Problem
        In arrays, names sorted.

    Raises
    ------
    InvalidInput
        Negative or missing numbers, names given twice, homes or places without travel times.
    """
    faults = [
        *_label_faults("demand", demand), *_label_faults("capacity", capacity),
        *_label_faults("minutes", minutes),
    ]  # fmt: skip
    homes = tuple(sorted(map(str, demand.index)))
    places = tuple(sorted(map(str, capacity.index)))
    programmes = tuple(sorted({*map(str, demand.columns), *map(str, capacity.columns)}))
    lacking = [
        *(f"home {name}" for name in homes if name not in set(map(str, minutes.index))),
        *(f"place {name}" for name in places if name not in set(map(str, minutes.columns))),
    ]
    faults += [Fault(f"minutes, {name}", "is missing.") for name in lacking]
    named = {"homes": homes, "programmes": programmes, "places": places}
    faults += [Fault(name, "are none.") for name, found in named.items() if not found]
    if faults:
        raise InvalidInput("places cannot be allocated:", faults)
    wanted = _table(demand, homes, programmes, 0.0)
    offered = _table(capacity, places, programmes, 0.0)
    way = _table(minutes, homes, places, np.nan)
    unmet = _costs(unmet_cost, homes, programmes)
    filled = _costs(place_cost, places, programmes)
    tables = {
        "demand": (wanted, homes, programmes), "capacity": (offered, places, programmes),
        "minutes": (way, homes, places), "unmet_cost": (unmet, homes, programmes),
        "place_cost": (filled, places, programmes),
    }  # fmt: skip
    for name, (numbers, rows, columns) in tables.items():
        faults += _number_faults(name, numbers, rows, columns, endless=name == "minutes")
    faults += _weight_faults(travel_limit, minute_cost, equity_weight)
    if faults:
        raise InvalidInput("places cannot be allocated:", faults)
    return Problem(
        homes=homes, programmes=programmes, places=places, demand=wanted, capacity=offered,
        minutes=way, travel_limit=float(travel_limit), unmet_cost=unmet,
        minute_cost=float(minute_cost), place_cost=filled, equity_weight=float(equity_weight),
    )  # fmt: skip


def _weight_faults(travel_limit: float, minute_cost: float, equity_weight: float) -> list[Fault]:
    numbers = {
        "travel_limit": travel_limit, "minute_cost": minute_cost, "equity_weight": equity_weight
    }  # fmt: skip
    return [
        Fault(name, f"is {number}.", "Give a number, 0 or more.")
        for name, number in numbers.items()
        if not number >= 0 or (np.isinf(number) and name != "travel_limit")
    ]


def _label_faults(name: str, table: pd.DataFrame) -> list[Fault]:
    return [
        Fault(f"{name}, {label}", "occurs more than once.")
        for labels in (table.index, table.columns)
        for label in labels[labels.duplicated()].unique()
    ]


def _table(
    table: pd.DataFrame, rows: tuple[str, ...], columns: tuple[str, ...], fill: float
) -> np.ndarray:
    """Return numbers in the order of the names; what is not in the table is `fill`."""
    found = np.full((len(rows), len(columns)), fill)
    at_row = {name: number for number, name in enumerate(rows)}
    at_column = {name: number for number, name in enumerate(columns)}
    kept_rows = [number for number, name in enumerate(table.index) if str(name) in at_row]
    kept_columns = [number for number, name in enumerate(table.columns) if str(name) in at_column]
    to_rows = [at_row[str(table.index[number])] for number in kept_rows]
    to_columns = [at_column[str(table.columns[number])] for number in kept_columns]
    numbers = table.to_numpy(dtype=float)
    found[np.ix_(to_rows, to_columns)] = numbers[np.ix_(kept_rows, kept_columns)]
    return found


def _costs(
    given: float | pd.Series | pd.DataFrame, rows: tuple[str, ...], programmes: tuple[str, ...]
) -> np.ndarray:
    if isinstance(given, pd.DataFrame):
        return _table(given, rows, programmes, np.nan)
    if isinstance(given, pd.Series):
        by_programme = given.rename(index=str).reindex(list(programmes)).to_numpy(dtype=float)
        return np.tile(by_programme, (len(rows), 1))
    return np.full((len(rows), len(programmes)), float(given))


def _number_faults(
    name: str,
    numbers: np.ndarray,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    *,
    endless: bool,
) -> list[Fault]:
    wrong = ~(numbers >= 0) | (np.isinf(numbers) & (not endless))
    return [
        Fault(
            f"{name}, {rows[row]}, {columns[column]}",
            "is missing." if np.isnan(numbers[row, column]) else f"is {numbers[row, column]}.",
            "Give a number, 0 or more.",
        )
        for row, column in zip(*np.nonzero(wrong), strict=True)
    ]
