"""Effects by years since the start, with the covariance that untreated units show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.differences.changes import changes_by_year
from impact.evaluation.differences.group_time import refuse_gaps
from impact.evaluation.panel import Panel


@dataclass(frozen=True, slots=True, eq=False)
class EventStudy:
    """Effects by event, the years since the start.

    Parameters
    ----------
    events
        Shape (E,), whole numbers, increasing; 0 is the year of the start.
    estimates
        Shape (E,), in the unit of the outcome.
    covariance
        Shape (E, E), placebo covariance; zero in the row and column of the reference.
    lower, upper
        Shape (E,), limits of each event by itself.
    phases
        Shape (E,), before, anticipation or after.
    weights
        Shape (E,), weight of each event in the mean effect over years and units: 0 before the
        start, sum 1. Cohorts with unequal numbers of years after make it approximate.
    units
        Shape (E,), treated units behind each event.
    reference
        The event that is 0 by definition (estimate and variance 0); None when the method has none.
    degrees_of_freedom
        Of the covariance: comparison units minus their strata.
    """

    events: np.ndarray
    estimates: np.ndarray
    covariance: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    phases: np.ndarray
    weights: np.ndarray
    units: np.ndarray
    reference: int | None
    degrees_of_freedom: int


def event_study(
    panel: Panel,
    method: str = "long_difference",
    strata: np.ndarray | None = None,
    *,
    confidence: float = 0.95,
) -> EventStudy:
    """Return effects by years since the start, of treated against never treated units.

    Parameters
    ----------
    panel
        Without gaps (`panel_checks.usable`).
    method
        One of `CHANGES`: what the figures of a year are compared with.
    strata
        Shape (N,), whole numbers; treated units are compared within theirs. None for one.
    confidence
        Of the limits.

    Returns
    -------
    EventStudy
        Several cohorts come together by their number of units, event by event: not every cohort
        need be behind every event (`units`).

    Raises
    ------
    InvalidInput
        A figure is missing, nobody is treated, a cohort lacks years, or a stratum with treated
        units has fewer than two never treated ones.

    Notes
    -----
    Cohort g and event e: mean change of its treated units minus, in their strata and by their
    number in each, the mean change of the never treated ones. Over cohorts: by number of units.
    Covariance: every unit enters the estimates with a vector known before outcomes are seen; the
    covariance of that vector among the never treated units of a stratum stands for all units of
    the stratum, treated ones too, and units are independent. Sum over units. With one cohort this
    is sum_s C_s (n_s / n^2 + w_s^2 / m_s), n_s treated and m_s never treated units of stratum s,
    w_s = n_s / n. Unlike influence functions it holds with one treated unit. Limits: Student's t.
    """
    refuse_gaps(panel)
    strata = np.zeros(len(panel.units), dtype=int) if strata is None else np.asarray(strata)
    _refuse_thin_strata(panel, strata)
    events = np.unique([year - start for start in panel.cohorts for year in panel.years])
    entering = _entering(panel, events, method)
    estimates, covariance = np.zeros(len(events)), np.zeros((len(events), len(events)))
    freedom = 0
    for stratum in np.unique(strata[panel.treated]):
        comparison = (strata == stratum) & ~panel.treated
        freedom += int(comparison.sum()) - 1
        as_comparison = np.zeros((int(comparison.sum()), len(events)))
        for start, vectors in zip(panel.cohorts, entering, strict=True):
            treated = (strata == stratum) & (panel.starts == start)
            estimates += vectors[treated].sum(axis=0)
            covariance += treated.sum() * _covariance(vectors[comparison])
            as_comparison += vectors[comparison] * (treated.sum() / comparison.sum())
        estimates -= as_comparison.sum(axis=0)
        covariance += comparison.sum() * _covariance(as_comparison)
    return _event_study(panel, method, events, estimates, covariance, freedom, confidence)


def event_changes(panel: Panel, events: np.ndarray, method: str = "long_difference") -> np.ndarray:
    """Return what every unit would add to each event's estimate, times the number of treated.

    Parameters
    ----------
    panel
        Without gaps.
    events
        Shape (E,), some of an event study's.
    method
        One of `CHANGES`.

    Returns
    -------
    np.ndarray
        Shape (E, N, G), a column per starting year; `placebo_effects` of each event's table is its
        estimate, and those of placebo assignments what chance makes of it.
    """
    every = np.unique([year - start for start in panel.cohorts for year in panel.years])
    entering = np.stack(_entering(panel, every, method), axis=-1)
    chosen = np.searchsorted(every, events)
    return entering[:, chosen].transpose(1, 0, 2) * panel.treated.sum()


def _refuse_thin_strata(panel: Panel, strata: np.ndarray) -> None:
    if not panel.treated.any():
        raise InvalidInput("an event study needs a treated unit.")
    thin = [
        Fault(f"stratum {stratum}", "has fewer than two never treated units.", "Take coarser ones.")
        for stratum in np.unique(strata[panel.treated])
        if ((strata == stratum) & ~panel.treated).sum() < 2
    ]
    if thin:
        raise InvalidInput("an event study needs units to compare with:", thin)


def _units_by_event(panel: Panel, events: np.ndarray) -> np.ndarray:
    """Return treated units by cohort and event, shape (G, E)."""
    years = np.asarray(panel.years)
    return np.array(
        [
            np.where(np.isin(events + start, years), (panel.starts == start).sum(), 0)
            for start in panel.cohorts
        ]
    )


def _entering(panel: Panel, events: np.ndarray, method: str) -> list[np.ndarray]:
    """Return, per cohort, what a treated unit of it adds to the estimates, shape (N, E)."""
    total = _units_by_event(panel, events).sum(axis=0)
    found = []
    for start in panel.cohorts:
        places = np.searchsorted(events, np.asarray(panel.years) - start)
        vectors = np.zeros((len(panel.units), len(events)))
        vectors[:, places] = changes_by_year(panel, start, method) / total[places]
        found.append(vectors)
    return found


def _covariance(vectors: np.ndarray) -> np.ndarray:
    away = vectors - vectors.mean(axis=0)
    return away.T @ away / (len(vectors) - 1)


def _event_study(
    panel: Panel,
    method: str,
    events: np.ndarray,
    estimates: np.ndarray,
    covariance: np.ndarray,
    freedom: int,
    confidence: float,
) -> EventStudy:
    from scipy.stats import t

    reach = t.ppf((1 + confidence) / 2, freedom) * np.sqrt(np.diag(covariance))
    phases = np.where(events < -panel.anticipation, "before", "anticipation")
    phases[events >= 0] = "after"
    after = _units_by_event(panel, events) * (events >= 0)
    years_after = np.array([panel.after(start).sum() for start in panel.cohorts])
    weights = (after / years_after[:, None]).sum(axis=0) / panel.treated.sum()
    return EventStudy(
        events,
        estimates,
        covariance,
        estimates - reach,
        estimates + reach,
        phases,
        weights,
        _units_by_event(panel, events).sum(axis=0),
        _reference(panel, events, method),
        freedom,
    )


def _reference(panel: Panel, events: np.ndarray, method: str) -> int | None:
    """Return the event at which the long difference of every cohort is 0."""
    if method != "long_difference":
        return None
    years = np.asarray(panel.years)
    last = {int(years[panel.before(start)][-1]) - start for start in panel.cohorts}
    return last.pop() if len(last) == 1 else None
