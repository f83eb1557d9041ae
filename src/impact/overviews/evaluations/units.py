"""Who is compared with whom: treated and comparison units of an evaluation, and who is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from impact import places
from impact.places.changes import changes, successors
from impact.places.members import members_of
from impact.places.neighbours import bordering

TREATED, COMPARISON, EXCLUDED = "treated", "comparison", "excluded"
DECLARED, MERGED, NEIGHBOUR = "declared", "merged", "neighbour"


@dataclass(frozen=True, slots=True)
class Unit:
    """What was assigned independently: a municipality, or several together.

    Parameters
    ----------
    name
        A municipality's or region's code; of a treated network its key in the plan.
    members
        Codes of its municipalities, sorted.
    start
        First year with the intervention; None when there is none.
    """

    name: str
    members: tuple[str, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The units of an evaluation.

    Parameters
    ----------
    units
        Treated ones first, then those they are compared with.
    excluded
        Name to reason: declared (the plan says why), merged (itself, in years the plan names) or
        neighbour (borders on a treated one, and the plan leaves such out).
    neighbours
        Names of comparison units that border on treated ones and stay.
    """

    units: tuple[Unit, ...]
    excluded: dict[str, str]
    neighbours: frozenset[str]

    @property
    def treated(self) -> tuple[Unit, ...]:
        """The treated units."""
        return tuple(one for one in self.units if one.start is not None)


def chosen_units(plan: Any) -> Chosen:
    """Return who is treated, who is compared with and who is left out.

    Parameters
    ----------
    plan
        A plan of an evaluation.

    Returns
    -------
    Chosen
        With municipalities as unit each is one; with regions every entry of `treated` is one,
        and every region of the comparison, made of those of its municipalities that are left.
    """
    treated = tuple(_treated(plan))
    inside = {code for one in treated for code in one.members}
    named = plan.comparison.places or (plan.country,)
    offered = [code for code in members_of(named) if code not in inside]
    left_out = _left_out(plan, offered)
    excluded = dict(left_out)
    if plan.unit == "region":
        others, excluded = _regions(offered, left_out)
    else:
        others = [Unit(code, (code,)) for code in sorted(offered) if code not in left_out]
    near = bordering(inside, plan.country)
    beside = [one.name for one in others if near & set(one.members)]
    if plan.comparison.exclude_neighbours is not None:
        excluded |= dict.fromkeys(beside, NEIGHBOUR)
        others = [one for one in others if one.name not in excluded]
        beside = []
    ordered = dict(sorted(excluded.items()))
    return Chosen((*treated, *others), ordered, frozenset(beside))


def _treated(plan: Any) -> Iterator[Unit]:
    for name, one in plan.treated.items():
        codes = sorted(members_of(one.places))
        if plan.unit == "region":
            yield Unit(name, tuple(codes), one.start)
        else:
            yield from (Unit(code, (code,), one.start) for code in codes)


def _left_out(plan: Any, offered: Iterable[str]) -> dict[str, str]:
    """Return the municipalities no comparison is made with, and why."""
    named = {code for one in plan.comparison.exclude for code in members_of(one.places)}
    mergers = plan.comparison.exclude_merged
    merged = set() if mergers is None else _merged(plan.country, mergers.first, mergers.last)
    reasons = {code: DECLARED if code in named else MERGED for code in sorted(named | merged)}
    return {code: reasons[code] for code in offered if code in reasons}


def _merged(country: str, first: int, last: int) -> set[str]:
    """Return today's municipalities whose area merged, or was divided, in some years."""
    found: set[str] = set()
    for change in changes(country):
        if change.kind != "renumber" and first <= change.year <= last:
            found |= successors(change.new) | successors(change.old, change.year - 1)
    return found


def _regions(offered: Iterable[str], left_out: dict[str, str]) -> tuple[list[Unit], dict[str, str]]:
    """Return regions of the municipalities that are left, and those of which none is."""
    inside: dict[str, list[str]] = {}
    for code in offered:
        inside.setdefault(places.place(code).region, []).append(code)
    units, excluded = [], {}
    for region, codes in sorted(inside.items()):
        kept = tuple(sorted(code for code in codes if code not in left_out))
        if kept:
            units.append(Unit(region, kept))
            excluded |= {code: left_out[code] for code in codes if code in left_out}
        else:
            excluded[region] = left_out[codes[0]]
    return units, excluded
