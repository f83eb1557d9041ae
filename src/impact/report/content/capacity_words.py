"""What all parts of a plan of places need: its figures as `Number`s, names, captions, sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from impact.errors import UnknownName
from impact.overviews.pupils.by_grade import PUPILS
from impact.planning.capacity.programmes import programme
from impact.report.content.numbers import finite
from impact.report.message import LocalWords, Message, Number, message, words
from impact.report.quantity_blocks import Estimate

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews.capacities.model import CapacityPlan

Row = Mapping[str, Any]
FEW = 5
"""Fewer persons than this, counted and not simulated, are not told apart."""
NOW, FREE, PLANNED = "now", "free", "planned"
"""Plans of the tables: as admitted today, within today's places, within the planned groups."""
NOT_ELIGIBLE = "not_eligible"
CURRENCIES = {"SE": "sek", "NO": "nok", "FI": "eur"}
MILLION = 1e6
SIMULATED = "simulated"
NEEDS = {-1: "decrease", 0: "unchanged", 1: "increase"}
CLASSES = ("decrease", "unchanged", "increase")


def rows_of(table: pd.DataFrame, **wanted: Any) -> list[dict[str, Any]]:
    """Return the rows of a table whose columns hold these values.

    Parameters
    ----------
    table
        One of the tables of a plan.
    wanted
        Columns and the value each must have.
    """
    rows = table.to_dict("records")
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def is_simulated(rows: Iterable[Row]) -> bool:
    """Say whether some row is simulated."""
    return any(row.get("status") == SIMULATED for row in rows)


def caption(name: str | Message, rows: Iterable[Row], **arguments: Any) -> Message:
    """Return the title of a table, which says so where its figures are simulated."""
    told = name if isinstance(name, Message) else message(name, **arguments)
    return message("capacity-simulated-text", text=told) if is_simulated(rows) else told


def people(value: Any, statistic: str, row: Row | None = None, **fields: Any) -> Number | None:
    """Return a number of pupils or places, in whole persons; None when it is not known.

    Parameters
    ----------
    value
        How many.
    statistic
        What they are.
    row
        Where they stand; place, year, programme and status are taken from it.
    """
    known = finite(value)
    if known is None:
        return None
    return Number(known, **({"decimals": 0, "statistic": statistic} | of_row(row) | fields))


def of_row(row: Row | None) -> dict[str, Any]:
    """Return what a figure is about, as far as its row says so."""
    if row is None:
        return {}
    year = finite(row.get("year"))
    parts = (row.get(name) for name in ("plan", "home", "programme", "reason", "scenario"))
    about = "/".join(part for part in parts if isinstance(part, str) and part)
    status = SIMULATED if row.get("status") == SIMULATED else "ok"
    found = {"year": None if year is None else int(year), "status": status}
    place = row.get("place")
    return found | {"place": place if isinstance(place, str) else None, "about": about or None}


def counted(rows: Iterable[Row], number: int, statistic: str) -> Number:
    """Return a count of what was found in rows; it is simulated where they are.

    Parameters
    ----------
    rows
        What was counted in.
    number
        How many were found.
    statistic
        What they are.
    """
    status = SIMULATED if is_simulated(rows) else "ok"
    return Number(float(number), decimals=0, statistic=statistic, status=status)


def sum_of(
    rows: Iterable[Row], column: str, statistic: str | None = None, **fields: Any
) -> Number | None:
    """Return the sum of a column as whole persons; None where there is no row."""
    found = list(rows)
    known = [value for row in found if (value := finite(row[column])) is not None]
    if not known:
        return None
    status = SIMULATED if is_simulated(found) else "ok"
    return Number(
        sum(known), decimals=0, statistic=statistic or column, **{"status": status} | fields
    )


def minutes(value: Any, statistic: str, row: Row | None = None, **fields: Any) -> Number | None:
    """Return minutes one way; None when they are not known."""
    return people(value, statistic, row, **{"unit": "minutes"} | fields)


def share(value: Any, statistic: str, row: Row | None = None, **fields: Any) -> Number | None:
    """Return a share of one in per cent; None when it is not known."""
    known = finite(value)
    return people(
        None if known is None else 100 * known, statistic, row, **{"unit": "percent"} | fields
    )


def money(
    value: Any, country: str, statistic: str, *, millions: bool = False, **fields: Any
) -> Number | None:
    """Return an amount in the country's money: in millions with a decimal from one million on.

    Parameters
    ----------
    value
        The amount; not a number when it is not known.
    country
        Whose money it is.
    statistic
        What the amount is.
    millions
        In millions whatever its size, to stand beside one that is.
    """
    known = finite(value)
    if known is None:
        return None
    unit = CURRENCIES.get(country, "eur")
    if abs(known) < MILLION and not millions:
        return Number(known, unit, 0, statistic=statistic, **fields)
    return Number(known / MILLION, f"million_{unit}", 1, statistic=statistic, **fields)


def young_about(country: str) -> dict[str, Any]:
    """Return what numbers of young people are from: the country's indicator of pupils."""
    return {"indicator": PUPILS.get(country)}


def estimate(
    row: Row, names: tuple[str, str, str], statistic: str, **fields: Any
) -> Estimate | None:
    """Return a number of people with its limits; the limits may be missing."""
    value = people(row[names[0]], statistic, row, **fields)
    if value is None:
        return None
    low = people(row[names[1]], f"{statistic}_lower", row, bare=True, **fields)
    high = people(row[names[2]], f"{statistic}_upper", row, bare=True, **fields)
    return Estimate(value, low, high)


def programme_name(code: str) -> LocalWords:
    """Return what a programme is called; one that is not in the list by its code."""
    try:
        found = programme(code)
    except UnknownName:
        return words(code)
    return words({"sv": found.name_sv, "en": found.name_en})


def listed(texts: Iterable[Any]) -> Any:
    """Return names with a semicolon between them; None when there is none."""
    told = None
    for text in texts:
        told = text if told is None else message("listed", first=told, second=text)
    return told


def joined(pieces: Iterable[Message | None]) -> Message:
    """Return sentences one after the other."""
    first, *rest = [piece for piece in pieces if piece is not None]
    for piece in rest:
        first = message("sentence-pair", first=first, second=piece)
    return first


def named(prefix: str, word: object) -> Message:
    """Return the words of a member of a closed set."""
    return message(f"{prefix}-{str(word).replace('_', '-')}")


def unmet_by_reason(table: pd.DataFrame, plan: str, home: str | None = None) -> dict[str, float]:
    """Return how many get no place in one plan, by reason.

    Parameters
    ----------
    table
        The table of those without a place.
    plan
        now, free or planned.
    home
        Only those who live here.
    """
    found: dict[str, float] = {}
    for row in rows_of(table, plan=plan):
        if home is None or row["home"] == home:
            found[row["reason"]] = found.get(row["reason"], 0.0) + (finite(row["pupils"]) or 0.0)
    return found


def without_place(table: pd.DataFrame, plan: str, home: str | None = None) -> float:
    """Return how many get no place although they may enter, in one plan."""
    found = unmet_by_reason(table, plan, home)
    return sum(pupils for reason, pupils in found.items() if reason != NOT_ELIGIBLE)


def most_left_out(capacity: CapacityPlan, country: str) -> tuple[str, Number, Number] | None:
    """Return the municipality with the largest share without a place by the plan.

    Parameters
    ----------
    capacity
        What the plan came to.
    country
        Whose pupils they are.

    Returns
    -------
    tuple or None
        Its code, how many get no place although they may enter, and how many young people are
        expected; None when nowhere so many as `FEW` are without.
    """
    young = rows_of(capacity.cohorts, scenario="central", year=capacity.year)
    found = []
    for row in young:
        without = without_place(capacity.unmet, PLANNED, row["place"])
        if round(without) >= FEW and (finite(row["pupils"]) or 0.0) > 0:
            found.append((without / row["pupils"], row["place"], without, row))
    if not found:
        return None
    _, place, without, row = max(found, key=lambda one: one[:2])
    status = SIMULATED if capacity.simulated else "ok"
    number = people(without, "without_place_planned", place=place, status=status)
    return place, number, people(row["pupils"], "young_central", row, **young_about(country))


def tells_unmet(table: pd.DataFrame, plan: str) -> bool:
    """Say whether it is known who gets no place in a plan; of today only where it was counted."""
    return plan != NOW or bool((table["plan"] == plan).any())


def at_year(capacity: CapacityPlan) -> list[dict[str, Any]]:
    """Return the programmes in the year planned for."""
    return rows_of(capacity.programmes, year=capacity.year)


def stable_programmes(capacity: CapacityPlan) -> dict[str, list[str]]:
    """Return the programmes that are in one class at every weight, by class."""
    found: dict[str, list[str]] = {name: [] for name in CLASSES}
    for row in capacity.sweep.drop_duplicates("programme").to_dict("records"):
        if row["stable"]:
            found[row["class"]].append(row["programme"])
    return found
