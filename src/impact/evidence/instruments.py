"""Questionnaires of well-being: how answers become a score, and on which terms."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from impact.catalogue.model import Texts
from impact.errors import Fault, InvalidInput, UnknownName
from impact.evidence.entries import EntryReader, Where
from impact.evidence.model import DayRead, ParameterId
from impact.folders import data_folder


class Instrument(BaseModel):
    """One questionnaire.

    Parameters
    ----------
    items, lowest_answer, highest_answer
        How many questions, and the range of each answer.
    factor
        What the sum of the answers is multiplied by.
    poor_below
        Sum of the answers below which well-being counts as poor.
    change
        Points of the score that count as a change that matters.
    metric_file, metric
        Table from sum to metric score, for questionnaires whose sums are not evenly spaced.
    scoring, permission
        In words: how to score it, and on which terms it may be used.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    id: ParameterId
    name: Texts
    items: Annotated[int, Field(ge=1)]
    lowest_answer: int
    highest_answer: int
    factor: Annotated[float, Field(gt=0)] = 1
    poor_below: float | None = None
    change: float | None = None
    metric_file: str | None = None
    metric: dict[int, float] = {}
    scoring: Texts
    permission: Texts | None = None
    citation: str
    doi: str | None = None
    seen_in: str
    read: DayRead

    @property
    def sums(self) -> range:
        """Every sum the answers can have."""
        return range(self.items * self.lowest_answer, self.items * self.highest_answer + 1)


def instruments(folder: Path | str | None = None) -> tuple[Instrument, ...]:
    """Return the questionnaires, their metric tables filled in.

    Parameters
    ----------
    folder
        Holds ``instruments.yml`` and the tables it names (columns ``raw, metric``); without it
        the project's own, ``data/instruments``.

    Raises
    ------
    InvalidInput
        All faults at once: of the file with lines, and of a table that lacks a possible sum, has
        an impossible one or does not rise with the sum.
    """
    return _load(data_folder() / "instruments" if folder is None else Path(folder))


def instrument(id: str, folder: Path | str | None = None) -> Instrument:
    """Return one questionnaire.

    Raises
    ------
    UnknownName
        No questionnaire has this id; the nearest are named.
    """
    known = {entry.id: entry for entry in instruments(folder)}
    if id not in known:
        raise UnknownName("instrument", id, known, f"There are {', '.join(known)}.")
    return known[id]


@lru_cache(maxsize=8)
def _load(folder: Path) -> tuple[Instrument, ...]:
    tables: dict[str, dict[int, float]] = {}

    def check(entry: Instrument, where: Where) -> Iterator[Fault]:
        if entry.lowest_answer >= entry.highest_answer:
            yield Fault(where(("lowest_answer",)), f"{entry.id}: the answers have no range.")
        elif entry.metric_file is not None:
            tables[entry.id], faults = _table(folder / entry.metric_file, entry.sums)
            yield from faults

    reader = EntryReader(Instrument, "instruments", check)
    entries = reader.file(folder / "instruments.yml")
    if reader.faults:
        raise InvalidInput("the instruments have faults:", reader.faults)
    return tuple(one.model_copy(update={"metric": tables.get(one.id, {})}) for one in entries)


def _table(path: Path, sums: range) -> tuple[dict[int, float], list[Fault]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            table = {int(row["raw"]): float(row["metric"]) for row in csv.DictReader(lines)}
    except (OSError, KeyError, TypeError, ValueError) as error:
        problem = f"the table cannot be read ({error})."
        return {}, [Fault(path.name, problem, "It has the columns raw and metric, all numbers.")]
    faults = []
    if list(table) != list(sums):
        problem = f"the sums must be {sums[0]} to {sums[-1]}, each once and in order."
        faults.append(Fault(path.name, problem))
    scores = list(table.values())
    if any(before >= after for before, after in pairwise(scores)):
        faults.append(Fault(path.name, "the metric scores must rise with the sums."))
    return table, faults
