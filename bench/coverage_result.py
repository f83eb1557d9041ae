"""One line of the coverage table and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

MANY = 200
CHANCE_LIMIT = 4.0
ERROR_LIMIT, ERROR_CHANCE = 0.05, 2.0


@dataclass(frozen=True, slots=True)
class Result:
    """How often an interval held the true value.

    Parameters
    ----------
    method, setting
        Shown in the table.
    kind
        ``exact`` (never below its level), ``approximate`` (from 200 persons on within two
        percentage points of it, at 99.8 % with at most twice the misses), ``near`` (asked the
        same at any size) or ``shown`` (nothing asked).
    size
        Persons, or expected events, that decide whether the bounds are asked.
    exact
        Per cent, by adding up the probabilities of all outcomes; None where that cannot be done.
    simulated
        Per cent of simulated samples.
    draws
        Number of samples.
    error_ratio
        Standard error as calculated over the spread of the simulated estimates; None without one.
    level
        Per cent that the interval promises.
    """

    method: str
    setting: str
    kind: str
    size: float
    exact: float | None
    simulated: float
    draws: int
    error_ratio: float | None = None
    level: float = 95.0

    @property
    def chance(self) -> float:
        """Monte Carlo standard error of `simulated` in percentage points."""
        known = self.simulated if self.exact is None else self.exact
        share = min(max(known / 100, 1 / self.draws), 1 - 1 / self.draws)
        return 100 * np.sqrt(share * (1 - share) / self.draws)

    def faults(self) -> list[str]:
        """Return in words what is not as asked."""
        return [*self._disagreement(), *self._wrong_level(), *self._wrong_error()]

    def _disagreement(self) -> list[str]:
        if self.exact is None or abs(self.simulated - self.exact) <= CHANCE_LIMIT * self.chance:
            return []
        return ["simulated is not exact"]

    def _wrong_level(self) -> list[str]:
        known = self.simulated if self.exact is None else self.exact
        slack = CHANCE_LIMIT * self.chance if self.exact is None else 1e-9
        if self.kind == "exact" and known < self.level - slack:
            return ["below its level"]
        asked = self.kind == "near" or (self.kind == "approximate" and self.size >= MANY)
        room = min(2.0, 100 - self.level)
        if asked and known < self.level - room - slack:
            return ["too narrow"]
        if asked and known > self.level + room + slack:
            return ["too wide"]
        return []

    def _wrong_error(self) -> list[str]:
        small = self.kind == "approximate" and self.size < MANY
        if self.error_ratio is None or self.kind == "shown" or small:
            return []
        slack = ERROR_CHANCE / np.sqrt(2 * self.draws)
        return ["standard error"] if abs(self.error_ratio - 1) > ERROR_LIMIT + slack else []


def held(table: pd.DataFrame, truth: float | np.ndarray) -> float:
    """Return the per cent of rows whose limits hold the true value."""
    return 100 * float(np.mean((table["lower"] <= truth) & (truth <= table["upper"])))


def error_ratio(errors: np.ndarray, estimates: np.ndarray) -> float:
    """Return the typical calculated standard error over the spread of the estimates."""
    return float(np.sqrt(np.nanmean(np.square(errors))) / np.nanstd(estimates))


def as_table(results: list[Result]) -> str:
    """Return the table of docs/coverage.md."""
    head = "| method | setting | exact % | simulated % | chance ± | SE ratio | misses |"
    lines = [head, "|---|---|---|---|---|---|---|"]
    for one in results:
        exact = "" if one.exact is None else f"{one.exact:.1f}"
        ratio = "" if one.error_ratio is None else f"{one.error_ratio:.2f}"
        faults = ", ".join(one.faults())
        lines.append(
            f"| {one.method} | {one.setting} | {exact} | {one.simulated:.1f} | {one.chance:.1f} "
            f"| {ratio} | {faults} |"
        )
    return "\n".join(lines)
