"""Figures of an appraisal as `Number`s: with the decimals their size and interval deserve."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

from impact.catalogue import UNITS
from impact.report.content.numbers import finite
from impact.report.message import Message, Number, message
from impact.report.quantity_blocks import Estimate

OWN_UNITS = ("hours", "minutes", "kilometres", "wellby", "sek", "eur", "nok", "gbp")
SAME = {
    "persons": "count",
    "people": "count",
    "pupils": "count",
    "cases": "count",
    "km": "kilometres",
    "share": "percent",
    "probability": "percent",
}
WHOLE = ("count", "hours", "minutes", "wellby", "days", "euro", "sek", "eur", "nok", "gbp")
MILLION = 1e6


def unit_of(text: str) -> str:
    """Return the unit a report can print; one it does not know becomes a plain number."""
    unit = str(text).strip().lower().replace(" ", "_")
    unit = SAME.get(unit, unit)
    return unit if unit in (*UNITS, *OWN_UNITS) else "number"


def decimals(unit: str, values: Iterable[float | None]) -> int:
    """Return decimals that suit figures shown together: fewer for larger ones."""
    sizes = [abs(value) for value in values if value]
    size = median(sizes) if sizes else 1.0
    if 1e-9 < size < (0.1 if unit in WHOLE else 0.01):
        return min(1 - math.floor(math.log10(size)), 6)
    if unit in WHOLE:
        return _leading(size) if size >= 1000 else 0 if size >= 10 else 1
    return 1 if size >= 1 else 2 if size >= 0.1 else 3


def size_of(row: Mapping[str, Any]) -> float | None:
    """Return how large a figure is for its digits: one near nought is as large as its interval."""
    value, lower, upper = (finite(row.get(name)) for name in ("value", "lower", "upper"))
    if value is None or lower is None or upper is None:
        return None if value is None else abs(value)
    return max(abs(value), (upper - lower) / 4)


def _leading(size: float) -> int:
    """Return the decimals that leave three leading digits of a large figure."""
    return min(2 - math.floor(math.log10(size)), 0)


def estimate(row: Mapping[str, Any], unit: str, places: int, **fields: Any) -> Estimate | None:
    """Return `value, lower, upper` of a row; the bounds without their unit. None if missing."""
    value, lower, upper = (finite(row.get(name)) for name in ("value", "lower", "upper"))
    if value is None:
        return None
    name = str(row.get("statistic") or row.get("measure") or "value")
    fields = {"decimals": places, "statistic": name, "about": about(row)} | fields
    name = fields["statistic"]
    bound = {**fields, "unit": unit, "bare": True}
    return Estimate(
        Number(value, unit=unit, **fields),
        None if lower is None else Number(lower, **bound | {"statistic": f"{name}_lower"}),
        None if upper is None else Number(upper, **bound | {"statistic": f"{name}_upper"}),
    )


def about(row: Mapping[str, Any]) -> str | None:
    """Return alternative and quantity of a row of an appraisal, None where it names neither."""
    named = (row.get("alternative"), row.get("quantity") or row.get("subject"))
    return "/".join(name for name in named if isinstance(name, str) and name) or None


def money(
    row: Mapping[str, Any], currency: str, *, stated: bool = False, **fields: Any
) -> Estimate | None:
    """Return an amount of money, in millions when it is that large; what is `stated` is exact."""
    value = finite(row.get("value"))
    if value is None:
        return None
    size = abs(value) if stated else size_of(row)
    unit, places = currency.lower(), 0 if size >= 100 else 2
    if 0 < size < 0.1:
        places = decimals(unit, [size])
    if size >= 1000 and not stated:
        places = _leading(size)
    if size >= MILLION:
        unit, places = f"million_{unit}", 3 if stated and value % 1e5 else 1
        known = {name: finite(row.get(name)) for name in ("value", "lower", "upper")}
        row = {**row, **{k: v / MILLION for k, v in known.items() if v is not None}}
    return estimate(row, unit, places, **fields)


def with_range(found: Estimate | None) -> Message | Number | None:
    """Return a figure with its interval in brackets, as one table cell."""
    if found is None or found.certain:
        return None if found is None else found.value
    return message("value-range", value=found.value, range=found.range)


def chance(value: Any, statistic: str) -> Message | Number | None:
    """Return a probability in per cent; near nought and certainty it is only bounded."""
    found = share(value, statistic)
    if found is None or 1 <= found.value <= 99:
        return found
    name, limit = ("below-share", 1.0) if found.value < 1 else ("above-share", 99.0)
    return message(name, limit=Number(limit, unit="percent", decimals=0, kind="label"))


def share(value: Any, statistic: str) -> Number | None:
    """Return a share of one as whole per cents."""
    known = finite(value)
    if known is None:
        return None
    return Number(100 * known, unit="percent", decimals=0, statistic=statistic)
