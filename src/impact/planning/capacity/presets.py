"""How Sweden, Norway and Finland count places: programmes' groups, classes of 30, student-years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput, UnknownName


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """How a country counts places.

    Parameters
    ----------
    name
        swedish, norwegian or finnish.
    unit
        places or student_years.
    group_size, smallest_group
        Most and fewest pupils of a group, unless the tables give them.
    need
        Labour-market need is weighed with a weight the planner chooses.
    unconfirmed
        What of this was not read at its source.
    """

    name: str
    unit: str
    group_size: float
    smallest_group: float
    need: bool
    unconfirmed: str = ""


PRESETS = {
    "swedish": Preset(
        name="swedish", unit="places", group_size=30, smallest_group=8, need=True,
        unconfirmed="group sizes: every provider's own; give them in the table of places",
    ),
    "norwegian": Preset(
        name="norwegian", unit="places", group_size=30, smallest_group=15, need=True,
        unconfirmed="smallest group; vocational classes are often of 15",
    ),
    "finnish": Preset(
        name="finnish", unit="student_years", group_size=1, smallest_group=0, need=False,
        unconfirmed="shares who go on from year to year: give your own",
    ),
}  # fmt: skip


def preset(name: str) -> Preset:
    """Return a country's way to count places, or say which there are."""
    if name not in PRESETS:
        raise UnknownName("preset", name, PRESETS)
    return PRESETS[name]


def whole_classes(places: pd.Series, *, size: float = 30.0, smallest: float = 0.0) -> pd.DataFrame:
    """Return how many whole classes hold so many pupils (Norway: classes of 30).

    Parameters
    ----------
    places
        Wanted places, by programme.
    size
        Pupils of a class.
    smallest
        A last class with fewer pupils than this is not opened.

    Returns
    -------
    pandas.DataFrame
        `programme, wanted, classes, places, unmet, empty`.

    Raises
    ------
    InvalidInput
        A size of 0 or less, a smallest class above it, negative or missing places.

    Notes
    -----
    classes = floor(wanted / size), and one more when the rest is at least `smallest` (and above
    0).
    """
    faults = [
        Fault(f"places of {name}", f"is {value}.", "Give a number, 0 or more.")
        for name, value in places.items()
        if not value >= 0
    ]
    if not size > 0 or not 0 <= smallest <= size:
        faults.append(Fault("class", f"size {size:g}, smallest {smallest:g}."))
    if faults:
        raise InvalidInput("classes cannot be counted:", faults)
    wanted = places.to_numpy(dtype=float)
    full = np.floor(wanted / size + 1e-9)
    rest = np.maximum(wanted - full * size, 0.0)
    classes = full + ((rest > 1e-6) & (rest >= smallest))
    return pd.DataFrame(
        {
            "programme": places.index,
            "wanted": wanted,
            "classes": classes,
            "places": classes * size,
            "unmet": np.maximum(wanted - classes * size, 0.0),
            "empty": np.maximum(classes * size - wanted, 0.0),
        }
    )


def student_years(
    starters: pd.Series,
    *,
    going_on: Sequence[float] = (1.0, 1.0, 1.0),
    licence_minimum: float = 0.0,
) -> pd.DataFrame:
    """Return the student-years of autumns of starters (Finland), and the target they allow.

    Parameters
    ----------
    starters
        Who begin, by autumn; every autumn from the first to the last.
    going_on
        Share of an autumn's starters who study in their first, second, third ... year.
    licence_minimum
        Student-years the licence asks for at least.

    Returns
    -------
    pandas.DataFrame
        `year, starters, student_years, target, above_need`: student-years of the autumns whose
        starters are all known (missing before), the target, which is never below the licence, and
        by how much the target is above what the starters fill.

    Raises
    ------
    InvalidInput
        Autumns with gaps, negative or missing starters, shares outside 0 to 1.

    Notes
    -----
    student_years(t) = sum_k going_on_k starters(t - k); target = max(student_years, licence).
    """
    years = [int(year) for year in starters.index]
    numbers = starters.to_numpy(dtype=float)
    shares = np.asarray(going_on, dtype=float)
    faults = [
        Fault(f"starters of {year}", f"is {value}.", "Give a number, 0 or more.")
        for year, value in zip(years, numbers, strict=True)
        if not value >= 0
    ]
    if years != list(range(years[0], years[0] + len(years))) if years else True:
        faults.append(Fault("autumns", "have gaps or are out of order."))
    if len(shares) == 0 or not ((shares >= 0) & (shares <= 1)).all():
        faults.append(Fault("going_on", f"is {tuple(going_on)}.", "Give shares between 0 and 1."))
    if faults:
        raise InvalidInput("student-years cannot be counted:", faults)
    found = np.convolve(numbers, shares)[: len(numbers)]
    found[: len(shares) - 1] = np.nan
    target = np.where(np.isnan(found), np.nan, np.maximum(found, licence_minimum))
    return pd.DataFrame(
        {
            "year": years,
            "starters": numbers,
            "student_years": found,
            "target": target,
            "above_need": target - found,
        }
    )
