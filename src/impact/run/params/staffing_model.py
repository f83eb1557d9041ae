"""What a params file may say of staff: roles, ratios, who retires and leaves, the stock's file."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from impact import folders
from impact.errors import ImpactError
from impact.run.params.record import Record
from impact.run.params.types import IndicatorId, PlaceCode, Text, Whole

GROUP = r"^(grades|ages):\d{1,2}-\d{1,2}$|^grade:\d{1,2}$"
YES, NO = ("yes", "1", "true", "ja", "kyllä"), ("no", "0", "false", "nej", "nei", "ei")
_BAND = re.compile(r"(\d{2})\s*[-–]\s*(\d{2})")
COLUMNS = ("place", "role", "age_band", "qualified", "full_time")
Share = Annotated[float, Field(ge=0, lt=1)]
Over = Annotated[float, Field(gt=0)]


class StaffRole(Record):
    """A kind of staff, how many pupils there are to a full-time post, and how staff leaves.

    Parameters
    ----------
    group
        The children a post is for, a group of the pupils' forecast: grades:0-9, ages:1-5, grade:0.
    scale
        What their number is multiplied by, where one year stands for several.
    pupils_per_post
        Children per full-time post.
    qualified
        Indicator of the share of posts held by the qualified, in per cent.
    retiring, leaving
        Share of posts that retires, and that leaves for other reasons, in a year. The first is
        not used where the stock's ages are known.
    status
        assumed, or counted in the municipality's own figures.
    """

    title: Text
    group: Annotated[str, Field(pattern=GROUP)]
    scale: Over = 1.0
    pupils_per_post: Over
    qualified: IndicatorId | None = None
    retiring: Share
    leaving: Share
    status: Literal["assumed", "counted"]
    source: Text


class StockRow(Record):
    """Full-time posts of one place, role and band of ages, held by the qualified or by others."""

    place: PlaceCode
    role: str
    first_age: Annotated[Whole, Field(ge=15, le=100)]
    last_age: Annotated[Whole, Field(ge=15, le=100)]
    qualified: bool
    full_time: Annotated[float, Field(ge=0)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_age > self.last_age:
            raise ValueError(f"the ages {self.first_age}-{self.last_age} are in the wrong order.")
        return self


class Staffing(Record):
    """Staff a municipality needs.

    Parameters
    ----------
    roles
        By id.
    years
        How far ahead.
    retirement_age
        Whoever reaches it is gone; used where the stock's ages are known.
    stock_file
        The analyst's own stock (`data/templates/staff_stock.csv`), named from the project.
    stock
        Read from that file.
    """

    roles: dict[str, StaffRole] = Field(min_length=1)
    years: Annotated[Whole, Field(ge=1, le=9)] = 5
    retirement_age: Annotated[Whole, Field(ge=55, le=75)] = 66
    stock_file: str | None = None
    stock: tuple[StockRow, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_stock(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("stock_file") and not given.get("stock"):
            return {**given, "stock": _read(str(given["stock_file"]))}
        return given

    @model_validator(mode="after")
    def _known(self) -> Self:
        unknown = sorted({row.role for row in self.stock} - {*self.roles})
        if unknown:
            said = f"{', '.join(unknown)} of the stock is no role here: {', '.join(self.roles)}."
            raise ValueError(said)
        keys = [(row.place, row.role, row.first_age, row.qualified) for row in self.stock]
        twice = sorted({f"{key[0]}, {key[1]}, {key[2]}" for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"the stock says twice: {'; '.join(twice)} (place, role, first age).")
        return self


def _read(name: str) -> list[dict[str, Any]]:
    """Return the rows of a file of staff; what is wrong with it, all at once."""
    from impact.sources.sheet import sheet

    path = folders.project_folder() / name
    if not path.is_file():
        raise ValueError(f"there is no file {name}. Name it from the project's folder.")
    try:
        table = sheet(path)
    except ImpactError as error:
        raise ValueError(str(error)) from error
    missing = [column for column in COLUMNS if column not in table.headings]
    if missing:
        raise ValueError(f"{name} lacks the columns {', '.join(missing)}.")
    rows, faults = [], []
    for number, record in zip(table.numbers, table.records(), strict=True):
        try:
            rows.append(_row(record))
        except ValueError as error:
            faults.append(f"row {number}: {error}")
    if faults:
        raise ValueError(f"{name}: " + "; ".join(faults))
    return rows


def _row(record: dict[str, Any]) -> dict[str, Any]:
    if str(record.get("note", "")).startswith("EXAMPLE"):
        raise ValueError("is still the example of the template. Replace or delete it.")
    band = _BAND.fullmatch(str(record["age_band"]).strip())
    if band is None:
        raise ValueError(f"age_band '{record['age_band']}' is not two ages, as 50-59.")
    word = str(record["qualified"]).strip().casefold()
    if word not in (*YES, *NO):
        raise ValueError(f"qualified '{record['qualified']}' is neither yes nor no.")
    try:
        posts = float(str(record["full_time"]).replace(",", "."))
    except ValueError:
        raise ValueError(f"full_time '{record['full_time']}' is no number.") from None
    if posts < 0:
        raise ValueError(f"full_time is {posts:g}; posts are none or more.")
    return {
        "place": str(record["place"]).strip(),
        "role": str(record["role"]).strip(),
        "first_age": int(band[1]),
        "last_age": int(band[2]),
        "qualified": word in YES,
        "full_time": posts,
    }
