"""Effects by cohort and year, brought together: overall, by cohort, by event, by year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import InvalidInput, UnknownName
from impact.evaluation.differences.group_time import GroupTime

KINDS = ("simple", "group", "dynamic", "calendar")


@dataclass(frozen=True, slots=True, eq=False)
class Aggregate:
    """Effects brought together.

    Parameters
    ----------
    frame
        `at, estimate, standard_error`; at is the cohort, event or year; empty for simple. A
        reference event has estimate 0 and standard error NaN.
    overall, standard_error
        One effect of all.
    covariance
        Shape (rows, rows), of the rows of `frame`.
    """

    frame: pd.DataFrame
    overall: float
    standard_error: float
    covariance: np.ndarray


def aggregate(effects: GroupTime, kind: str = "simple", balance: int | None = None) -> Aggregate:
    """Return effects brought together, each cohort by its number of units.

    Parameters
    ----------
    effects
        Of `group_time`.
    kind
        simple: mean of all cells after treatment. group: mean of each cohort's cells, overall by
        cohort. dynamic: by event, overall the plain mean of the events from 0 on. calendar: by
        year, overall the plain mean of the years.
    balance
        For dynamic: only cohorts seen for as many years after their start, and events up to it.

    Returns
    -------
    Aggregate
        Standard errors count that the shares of cohorts are estimated too.

    Raises
    ------
    InvalidInput
        There is no cell after treatment (with this balance).
    UnknownName
        There is no such kind.

    Notes
    -----
    theta = sum_c w_c b_c with w_c = p_c / sum p over the cells it takes, p_c the share of the
    cell's cohort among all units. A unit's influence on theta is sum_c w_c psi_c plus that of the
    weights, sum_c b_c [(G_c - p_c) / P - p_c sum_k (G_k - p_k) / P^2] / N, P = sum_c p_c and G_c
    whether the unit belongs to the cohort.

    References
    ----------
    Callaway and Sant'Anna (2021), section 3.
    """
    if kind not in KINDS:
        raise UnknownName("way to bring effects together", kind, KINDS)
    frame = effects.frame
    cohort, event = frame["cohort"].to_numpy(), frame["event"].to_numpy()
    after = event >= 0
    if kind == "dynamic" and balance is not None:
        seen = effects.years[-1] - cohort >= balance
        first = balance - effects.years[-1] + effects.years[0]
        after = after & seen & (event <= balance)
        cells = seen & (event <= balance) & (event >= first)
    else:
        cells = after if kind != "dynamic" else np.ones(len(frame), dtype=bool)
    if not after.any():
        raise InvalidInput("there is no effect after treatment to bring together.")
    if kind == "simple":
        overall, influence = _mean(effects, after)
        empty = pd.DataFrame({"at": [], "estimate": [], "standard_error": []})
        return Aggregate(empty, overall, _error(influence), np.zeros((0, 0)))
    by = {"group": cohort, "dynamic": event, "calendar": frame["year"].to_numpy()}[kind]
    at = np.unique(by[cells])
    parts = [_mean(effects, cells & (by == one)) for one in at]
    return _brought_together(effects, kind, at, parts)


def _brought_together(
    effects: GroupTime, kind: str, at: np.ndarray, parts: list[tuple[float, np.ndarray]]
) -> Aggregate:
    estimates = np.array([estimate for estimate, _ in parts])
    influences = np.column_stack([influence for _, influence in parts])
    if kind == "group":
        overall, influence = _weighted(effects, at, estimates, influences)
    else:
        mean = at >= 0 if kind == "dynamic" else np.ones(len(at), dtype=bool)
        overall, influence = float(estimates[mean].mean()), influences[:, mean].mean(axis=1)
    covariance = influences.T @ influences
    errors = np.sqrt(np.diag(covariance))
    errors[~influences.any(axis=0)] = np.nan
    table = pd.DataFrame({"at": at, "estimate": estimates, "standard_error": errors})
    return Aggregate(table, overall, _error(influence), covariance)


def _mean(effects: GroupTime, cells: np.ndarray) -> tuple[float, np.ndarray]:
    """Return the mean of some cells by the size of their cohorts, and its influence."""
    return _weighted(
        effects,
        effects.frame["cohort"].to_numpy()[cells],
        effects.frame["estimate"].to_numpy(float)[cells],
        effects.influence[:, cells],
    )


def _weighted(
    effects: GroupTime, cohorts: np.ndarray, estimates: np.ndarray, influences: np.ndarray
) -> tuple[float, np.ndarray]:
    member = (effects.starts[:, None] == cohorts[None, :]).astype(float)
    shares = member.mean(axis=0)
    total = shares.sum()
    off = member - shares
    of_weights = off / total - np.outer(off.sum(axis=1), shares) / total**2
    weights = shares / total
    influence = influences @ weights + of_weights @ estimates / len(effects.starts)
    return float(weights @ estimates), influence


def _error(influence: np.ndarray) -> float:
    return float(np.sqrt(influence @ influence))
