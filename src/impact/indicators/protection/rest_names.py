"""Names for what the parts of a whole leave over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from impact.indicators.protection.group_sums import REST
from impact.indicators.protection.hierarchy import whole_of

Division = tuple[str, object, list]
"""Dimension, whole or (whole, division), parts."""


def has_rest(whole: object, parts: Sequence[object]) -> bool:
    """Say whether the last part stands for everybody in none of the others."""
    return isinstance(whole, tuple) and f"{whole[1]}:{REST}" in str(parts[-1]).split("&")


class RestNames:
    """Names of rests: the same for the same parts, so that rests add up too."""

    def __init__(self) -> None:
        self.found: dict[object, str] = {}
        self.count: dict[object, int] = {}
        self.parts: dict[str, dict[object, tuple]] = {}

    def of(self, division: Division, present: np.ndarray) -> np.ndarray:
        """Name what is left over by each row of parts that are there; None where it has no name."""
        dimension, whole, parts = division
        patterns, which = np.unique(present, axis=0, return_inverse=True)
        names = []
        for pattern in patterns:
            there = [part for part, one in zip(parts, pattern, strict=False) if one]
            name = self._name(whole, parts, there)
            if name is not None:
                own = self.parts.setdefault(dimension, {})
                own[whole_of(whole), name] = (*there, name)
            names.append(name)
        return np.array(names, dtype=object)[which.ravel()]

    def _name(self, whole: object, parts: list, there: list) -> object:
        if has_rest(whole, parts):
            own = set(str(whole[0]).split("&"))
            alone = frozenset("&".join(sorted(set(part.split("&")) - own)) for part in there)
            plain = f"{whole[1]}:{REST}"
            number = self._number(plain, alone)
            return "&".join(number if one == plain else one for one in parts[-1].split("&"))
        if len(there) == len(parts) - 1:
            return next(part for part in parts if part not in set(there))
        if not isinstance(parts[0], str):
            return None
        return self._number(f"{REST} of {whole_of(whole)}", (whole, frozenset(there)))

    def _number(self, plain: str, which: object) -> str:
        if (plain, which) not in self.found:
            self.count[plain] = self.count.get(plain, 0) + 1
            number = self.count[plain]
            self.found[plain, which] = plain if number == 1 else f"{plain}{number}"
        return self.found[plain, which]

    def sums(self, dimension: str) -> dict[object, tuple]:
        """Return (whole, rest) to the parts with this rest."""
        return self.parts.get(dimension, {})
