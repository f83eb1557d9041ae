"""The municipalities that codes of municipalities, regions and countries stand for."""

from __future__ import annotations

from collections.abc import Iterable

from impact.places import register


def members_of(codes: Iterable[str]) -> tuple[str, ...]:
    """Return municipalities, regions and countries taken apart, each once and in order.

    Parameters
    ----------
    codes
        Codes of municipalities, regions or countries of today.

    Raises
    ------
    UnknownName
        A region or country has no such code.
    """
    found: dict[str, None] = {}
    for code in codes:
        level = register.level_of(code)
        if level == "country":
            inside = tuple(one.code for one in register.places(code))
        else:
            inside = register.region(code).members if level == "region" else (code,)
        found.update(dict.fromkeys(inside))
    return tuple(found)
