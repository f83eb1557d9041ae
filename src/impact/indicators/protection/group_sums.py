"""Which groups of people are the parts of which, read from their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from impact.catalogue.groups import DIMENSIONS, TOTAL, is_group

SEXES = ("female", "male")
AGES = re.compile(r"age:(\d\d)(?:-(\d\d))?")
REST = "rest"
IS_REST = re.compile(rf"\w+:{REST}\d*")
Ages = Mapping[str, tuple[int, int]]


def group_sums(groups: Iterable[str]) -> dict[object, tuple[str, ...]]:
    """Return which groups are the parts of which: women and men, age bands, languages.

    Parameters
    ----------
    groups
        Names as in `impact.catalogue.groups`, also crossed ones (``female&language:sv``), and
        what they leave over (``language:rest``).

    Returns
    -------
    dict
        Whole, or (whole, dimension), to parts. Every group is divided along each dimension it is
        not yet divided by. An age band is the sum of the narrowest bands that fill it. But for
        women and men, names do not say that nobody is left out: the last part (``language:rest``)
        is everybody else.
    """
    names = sorted(name for name in set(groups) if _is_known(name))
    found: dict[object, tuple[str, ...]] = {}
    for whole in _wholes(names):
        for dimension in DIMENSIONS:
            if dimension not in _dimensions(whole):
                parts = _parts(names, whole, dimension)
                if parts:
                    found[whole, dimension] = parts
        inside = _nested(names, whole)
        if inside:
            found[whole] = inside
    return found


def _parts(names: list[str], whole: str, dimension: str) -> tuple[str, ...]:
    crossed = {_crossed(whole, part): part for part in _divisions(names, dimension)}
    present = [name for name in names if name in crossed]
    if not present:
        return ()
    if dimension == "sex":
        return tuple(_crossed(whole, sex) for sex in SEXES)
    if dimension == "age":
        present = _narrowest({name: _ages(crossed[name]) for name in present})
    return (*present, _crossed(whole, f"{dimension}:{REST}")) if present else ()


def _wholes(names: list[str]) -> list[str]:
    """Names, and what they are parts of: a total that has no row is women and men all the same."""
    found, new = set(names), set(names) - {TOTAL}
    while new:
        split = [name.split("&") for name in new]
        less = {"&".join(one[:at] + one[at + 1 :]) for one in split for at in range(len(one))}
        new = {name for name in less if name} - found
        found |= new | {TOTAL}
    return sorted(found)


def _is_known(name: str) -> bool:
    real = [part for part in name.split("&") if not IS_REST.fullmatch(part)]
    return is_group("&".join(real) or TOTAL)


def _dimensions(group: str) -> tuple[str, ...]:
    parts = () if group == TOTAL else group.split("&")
    return tuple("sex" if part in SEXES else part.split(":")[0] for part in parts)


def _divisions(names: list[str], dimension: str) -> set[str]:
    """Single parts of a dimension that occur, alone or crossed with others."""
    return {
        part
        for name in names
        if name != TOTAL
        for part, kind in zip(name.split("&"), _dimensions(name), strict=True)
        if kind == dimension and not IS_REST.fullmatch(part)
    }


def _crossed(whole: str, part: str) -> str:
    if whole == TOTAL:
        return part
    order = list(DIMENSIONS)
    parts = [*whole.split("&"), part]
    return "&".join(sorted(parts, key=lambda one: order.index(_dimensions(one)[0])))


def _narrowest(bands: Ages) -> list[str]:
    """Bands of which none lies across another, the narrowest of those within each other."""
    kept: dict[str, tuple[int, int]] = {}
    for name, (first, last) in sorted(bands.items(), key=lambda one: one[1][1] - one[1][0]):
        if all(last < other[0] or other[1] < first for other in kept.values()):
            kept[name] = (first, last)
    return sorted(kept)


def _nested(names: list[str], whole: str) -> tuple[str, ...] | None:
    """Narrower age bands that fill the band of a group, all else being the same."""
    own = AGES.search(whole)
    if not own:
        return None
    like = {name: AGES.search(name) for name in names if name != whole}
    bands = {
        name: _ages(match[0])
        for name, match in like.items()
        if match and name.replace(match[0], "") == whole.replace(own[0], "")
    }
    first, last = _ages(own[0])
    inside = {name: a for name, a in bands.items() if first <= a[0] and a[1] <= last}
    return _partition(inside, first, last)


def _ages(band: str) -> tuple[int, int]:
    first, last = AGES.fullmatch(band).groups()
    return int(first), int(last or first)


def _partition(bands: Ages, first: int, last: int) -> tuple[str, ...] | None:
    """Bands that fill first to last, the narrowest at every step; None when they cannot."""
    at, parts = first, []
    while at <= last:
        fitting = [(b[1], n) for n, b in bands.items() if b[0] == at and b[1] <= last]
        if not fitting:
            return None
        end, name = min(fitting)
        parts.append(name)
        at = end + 1
    return tuple(parts) if len(parts) > 1 else None
