"""What two-way fixed effects compares: every pair of groups, its weight and its estimate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.evaluation.panel import NEVER, Panel

KINDS = ("treated_never", "earlier_later", "later_earlier", "later_always")
"""Kinds of pairs: who is treated, against whom. The last three use units treated at some time."""


@dataclass(frozen=True, slots=True, eq=False)
class Bacon:
    """The decomposition of two-way fixed effects.

    Parameters
    ----------
    pairs
        One row per pair: `kind, treated, control` (starting years; infinite is never), `weight`
        (they add up to 1), `estimate`.
    kinds
        One row per kind that occurs: `kind, weight, estimate` (weighted mean).
    estimate
        Sum of weight x estimate: the effect by two-way fixed effects.
    """

    pairs: pd.DataFrame
    kinds: pd.DataFrame
    estimate: float


def bacon(panel: Panel) -> Bacon:
    """Return every comparison of two groups that two-way fixed effects rests on.

    Parameters
    ----------
    panel
        Every unit needs a figure in every year. Years of anticipation are left out where all
        treated start together; otherwise they count as years before.

    Returns
    -------
    Bacon

    Raises
    ------
    InvalidInput
        A figure is missing, or there is nothing to compare.

    Notes
    -----
    With n_k the share of units of a group and D_k its share of years treated, the weights are
    proportional to
    treated against never: n_k n_u D_k (1 - D_k);
    earlier k against later l (until l starts): n_k n_l (D_k - D_l) (1 - D_k);
    later l against earlier k (after k started): n_k n_l (D_k - D_l) D_l.
    Each is a difference of two mean differences. Units treated in every year are an earlier group
    with D_k = 1.

    References
    ----------
    Goodman-Bacon (2021), Journal of Econometrics 225(2), theorem 1.
    """
    panel = _complete(panel)
    years = np.asarray(panel.years)
    groups = [float(start) for start in np.unique(panel.starts)]
    means = {start: panel.values[panel.starts == start].mean(axis=0) for start in groups}
    share = {start: float((panel.starts == start).mean()) for start in groups}
    treated = {start: float((years >= start).mean()) for start in groups}
    rows = []
    for place, first in enumerate(groups):
        for second in groups[place + 1 :]:
            rows += _pair(first, second, means, share, treated, years)
    pairs = pd.DataFrame(rows, columns=["kind", "treated", "control", "weight", "estimate"])
    pairs = pairs[pairs["weight"] > 0].reset_index(drop=True)
    if pairs.empty:
        raise InvalidInput(
            "nothing can be compared:",
            [Fault("treatment", "changes nowhere, or everywhere at once.", "Add other units.")],
        )
    pairs["weight"] /= pairs["weight"].sum()
    return Bacon(pairs, _by_kind(pairs), float((pairs["weight"] * pairs["estimate"]).sum()))


def _complete(panel: Panel) -> Panel:
    if len(panel.cohorts) == 1 and panel.anticipation:
        start = panel.cohorts[0]
        panel = panel.select(years=panel.before(start) | panel.after(start))
    holes = ~np.isfinite(panel.values).all(axis=1)
    if holes.any():
        raise InvalidInput(
            "the decomposition needs every figure:",
            [
                Fault(panel.units[row], "lacks a figure in some year.", "Leave the unit out.")
                for row in np.flatnonzero(holes)
            ],
        )
    beyond = panel.starts > max(panel.years)
    starts = np.where(
        beyond, NEVER, np.where(panel.starts <= min(panel.years), -NEVER, panel.starts)
    )
    return Panel(panel.units, panel.years, panel.values, starts, panel.sizes)


def _pair(
    first: float,
    second: float,
    means: dict[float, np.ndarray],
    share: dict[float, float],
    treated: dict[float, float],
    years: np.ndarray,
) -> list[tuple[str, float, float, float, float]]:
    """Return the one or two comparisons of a group with another that starts later or never."""
    both = share[first] * share[second]
    gap = means[first] - means[second]
    started = years >= first
    rows = []
    window = years < second
    if (window & started).any() and (window & ~started).any():
        kind = "treated_never" if second == NEVER else "earlier_later"
        weight = both * (treated[first] - treated[second]) * (1 - treated[first])
        estimate = gap[window & started].mean() - gap[window & ~started].mean()
        rows.append((kind, first, second, weight, float(estimate)))
    if second != NEVER:
        kind = "later_always" if first == -NEVER else "later_earlier"
        weight = both * (treated[first] - treated[second]) * treated[second]
        estimate = gap[started & window].mean() - gap[~window].mean()
        rows.append((kind, second, first, weight, float(estimate)))
    return rows


def _by_kind(pairs: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for kind in KINDS:
        part = pairs[pairs["kind"] == kind]
        if len(part):
            weight = float(part["weight"].sum())
            mean = float((part["weight"] * part["estimate"]).sum() / weight)
            rows.append((kind, weight, mean))
    return pd.DataFrame(rows, columns=["kind", "weight", "estimate"])
