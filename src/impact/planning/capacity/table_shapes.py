"""What each table of a plan of places holds: columns, keys, kinds."""

from __future__ import annotations

from dataclasses import dataclass

STATUSES = ("ok", "provisional", "simulated")
"""What a row may say of itself; simulated rows are invented and must say so."""
NEED_CLASSES = ("decrease", "unchanged", "increase")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """What a table holds: its columns, which make a row unique, and which kind each is.

    Parameters
    ----------
    columns
        In order; `status` is always the last and says of each row whether it was counted.
    key
        Columns that together occur once.
    counts
        Numbers of people or places, 0 or more.
    optional
        Columns that may be left out or empty.
    running
        Rows are about pupils in all school years, not only those who begin.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...]
    counts: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    running: bool = False


SHAPES: dict[str, TableShape] = {
    "applicants": TableShape(
        columns=("home", "programme", "place", "choice_rank", "year", "n", "status"),
        key=("home", "programme", "place", "choice_rank", "year"),
        counts=("n",),
    ),
    "places": TableShape(
        columns=(
            "programme", "place", "year", "places", "admitted", "reserves", "lowest_merit",
            "group_size", "status",
        ),
        key=("programme", "place", "year"),
        counts=("places", "admitted", "reserves"),
        optional=("admitted", "reserves", "lowest_merit", "group_size"),
    ),
    "flows": TableShape(
        columns=("home", "place", "programme", "year", "n", "status"),
        key=("home", "place", "programme", "year"),
        counts=("n",),
        running=True,
    ),
    "need": TableShape(
        columns=("region", "programme", "year", "class", "source", "status"),
        key=("region", "programme", "year"),
        running=True,
    ),
    "travel": TableShape(columns=("home", "place", "minutes", "status"), key=("home", "place")),
    "price": TableShape(
        columns=("programme", "year", "amount", "currency", "status"),
        key=("programme", "year"),
        running=True,
    ),
}  # fmt: skip
"""By table. `home` and `place` are municipalities; `choice_rank` 1 is the first choice; `class` one
of `NEED_CLASSES`; `minutes` one way; `amount` a year and pupil; `group_size` pupils in a whole
group; `lowest_merit` of the last one admitted, 0 to 340."""
