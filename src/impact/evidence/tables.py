"""Dated tables: what a unit of well-being has been said to be worth, and discount rates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from impact.catalogue.model import Texts
from impact.errors import Fault, InvalidInput, UnknownName
from impact.evidence.entries import EntryReader, Where
from impact.evidence.model import DayRead, ParameterId
from impact.folders import data_folder

Entry = TypeVar("Entry", bound=BaseModel)
Country = Literal["SE", "FI", "NO", "GB"]


class _Dated(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    id: ParameterId
    name: Texts
    country: Country
    source: str
    published: int | None = None
    seen_in: str
    read: DayRead
    note: Texts | None = None


class UnitValue(_Dated):
    """What somebody has said one unit is worth in money.

    None is a default and none is Nordic: money enters an assessment only with a price that its
    analyst states, with source and year.

    Parameters
    ----------
    unit
        A WELLBY (one point of life satisfaction, 0-10, for one person in one year) or a QALY.
    value, low, high
        In `currency` and the prices of `price_year`.
    """

    unit: Literal["wellby", "qaly"]
    value: Annotated[float, Field(gt=0)]
    low: float | None = None
    high: float | None = None
    currency: Literal["EUR", "SEK", "NOK", "GBP"]
    price_year: int


class Band(BaseModel):
    """A discount rate and the first year, counted from the decision, it holds for."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    first_year: Annotated[int, Field(ge=0)]
    rate: Annotated[float, Field(ge=0, le=0.2)]


class DiscountSchedule(_Dated):
    """Discount rates by year; the last band holds for all later years.

    Factors multiply year by year: a band's rate discounts only the years within the band.
    """

    bands: tuple[Band, ...] = Field(min_length=1)

    @property
    def steps(self) -> tuple[tuple[int, float], ...]:
        """The bands as pairs of first year and rate."""
        return tuple((band.first_year, band.rate) for band in self.bands)


def unit_values(folder: Path | str | None = None) -> tuple[UnitValue, ...]:
    """Return what WELLBYs and QALYs have been said to be worth; there is no Nordic value.

    Parameters
    ----------
    folder
        Holds ``unit_values.yml``; without it the project's own, ``data/valuation``.

    Raises
    ------
    InvalidInput
        All faults of the file, with lines.
    """
    given = data_folder() / "valuation" if folder is None else Path(folder)
    return _load(given / "unit_values.yml", UnitValue, "unit_values")


def discount_schedules(folder: Path | str | None = None) -> tuple[DiscountSchedule, ...]:
    """Return the discount rates of the countries whose guidance was read.

    Parameters
    ----------
    folder
        Holds ``schedules.yml``; without it the project's own, ``data/discounting``.

    Raises
    ------
    InvalidInput
        All faults of the file, with lines; bands begin in year 0 and follow each other.
    """
    given = data_folder() / "discounting" if folder is None else Path(folder)
    return _load(given / "schedules.yml", DiscountSchedule, "schedules")


def discount_schedule(id: str, folder: Path | str | None = None) -> DiscountSchedule:
    """Return one schedule of discount rates.

    Raises
    ------
    UnknownName
        No schedule has this id; the nearest are named.
    """
    known = {schedule.id: schedule for schedule in discount_schedules(folder)}
    if id not in known:
        raise UnknownName("discount schedule", id, known, f"There are {', '.join(known)}.")
    return known[id]


@lru_cache(maxsize=16)
def _load(path: Path, model: type[Entry], key: str) -> tuple[Entry, ...]:
    reader = EntryReader(model, key, _check)
    entries = reader.file(path)
    if reader.faults:
        raise InvalidInput(f"{path.name} has faults:", reader.faults)
    return tuple(entries)


def _check(entry: Any, where: Where) -> Iterator[Fault]:
    if isinstance(entry, UnitValue):
        low = entry.value if entry.low is None else entry.low
        high = entry.value if entry.high is None else entry.high
        if not low <= entry.value <= high:
            problem = f"{entry.id}: {low:g}, {entry.value:g} and {high:g} are not in order."
            yield Fault(where(("low",)), problem, "low <= value <= high.")
    if isinstance(entry, DiscountSchedule):
        years = [band.first_year for band in entry.bands]
        if years[0] != 0:
            problem = f"{entry.id}: the first band begins in year {years[0]}."
            yield Fault(where(("bands", 0)), problem, "It begins in year 0.")
        if any(before >= after for before, after in pairwise(years)):
            problem = f"{entry.id}: the bands do not follow each other."
            yield Fault(where(("bands",)), problem, "Put them in the order of their years.")
