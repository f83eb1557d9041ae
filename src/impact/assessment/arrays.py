"""Numbers given to a calculation, checked together so that all faults are named at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.errors import Fault, InvalidInput

SHARE = "Shares are between 0 and 1, not per cent."


class Inputs:
    """The numbers one function was given, and what is wrong with them.

    Parameters
    ----------
    function
        Whose inputs they are, for the message.
    """

    def __init__(self, function: str) -> None:
        self.function = function
        self.faults: list[Fault] = []

    def numbers(
        self,
        name: str,
        value: ArrayLike,
        *,
        at_least: float | None = None,
        at_most: float | None = None,
        above: float | None = None,
        whole: bool = False,
        mend: str = "",
    ) -> np.ndarray:
        """Return `value` as numbers; infinite ones and those outside the bounds become faults.

        Unknown numbers (NaN) pass.
        """
        try:
            values = np.asarray(value, dtype=np.float64)
        except (TypeError, ValueError):
            self.faults.append(Fault(name, f"{value!r} is no number.", mend))
            return np.asarray(np.nan)
        rules = [(np.isinf(values), "not finite", "")]
        if at_least is not None:
            rules.append((values < at_least, f"below {at_least:g}", mend))
        if above is not None:
            rules.append((values <= above, f"not above {above:g}", mend))
        if at_most is not None:
            rules.append((values > at_most, f"above {at_most:g}", mend))
        if whole:
            rules.append((np.isfinite(values) & (values % 1 != 0), "not whole", mend))
        for wrong, problem, repair in rules:
            self._add(name, values, wrong, problem, repair)
        return values

    def share(self, name: str, value: ArrayLike) -> np.ndarray:
        """Return shares of one; numbers outside 0 to 1 become a fault."""
        return self.numbers(name, value, at_least=0, at_most=1, mend=SHARE)

    def wrong(self, name: str, problem: str, mend: str = "") -> None:
        """Note something wrong that is not about single numbers."""
        self.faults.append(Fault(name, problem, mend))

    def refuse(self, **together: np.ndarray) -> None:
        """Raise all faults, among them arrays named here whose shapes do not fit together."""
        try:
            np.broadcast_shapes(*(values.shape for values in together.values()))
        except ValueError:
            shapes = ", ".join(f"{name} {values.shape}" for name, values in together.items())
            mend = "Axes are draws first, then places and groups; categories and years last."
            self.wrong("shapes", f"do not fit together: {shapes}.", mend)
        if self.faults:
            raise InvalidInput(f"{self.function}: numbers that cannot be", self.faults)

    def _add(
        self, name: str, values: np.ndarray, wrong: np.ndarray, problem: str, mend: str
    ) -> None:
        count = int(np.count_nonzero(wrong))
        if count == 0:
            return
        position = np.unravel_index(int(np.argmax(wrong)), values.shape)
        first = values[position]
        where = ", ".join(str(int(axis)) for axis in position)
        if values.ndim == 0:
            self.faults.append(Fault(name, f"{first:g} is {problem}.", mend))
        else:
            many = f"{count} of {values.size} are {problem}; the first is {first:g}."
            self.faults.append(Fault(f"{name}, position {where}", many, mend))


def power(base: np.ndarray, exponent: np.ndarray) -> np.ndarray:
    """Return `base` to the power of `exponent`; unknown where either is, also 1 ^ x and x ^ 0."""
    return np.where(np.isnan(base) | np.isnan(exponent), np.nan, base**exponent)


def plain(values: np.ndarray) -> np.ndarray | float:
    """Return a single number as a float and several as they are."""
    return float(values) if np.ndim(values) == 0 else values
