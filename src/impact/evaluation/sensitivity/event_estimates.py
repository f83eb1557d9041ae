"""Estimates by event, checked and put in order for an analysis of sensitivity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput

OBSTACLES = ("no_pre_events", "no_post_events", "missing", "few_units", "singular")
"""Why limits under diverging trends cannot be had, in the order in which it is looked for."""

_SMALLEST_EIGENVALUE = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class EventEstimates:
    """Estimates before and after, their covariance, and what is asked of those after.

    Parameters
    ----------
    times
        Shape (K,), years since the reference event, increasing, never 0.
    estimates
        Shape (K,).
    covariance
        Shape (K, K).
    weights
        Shape (K,), 0 before: the effect asked for is weights x estimates.
    degrees_of_freedom
        Of the covariance; None when it counts as known.
    """

    times: np.ndarray
    estimates: np.ndarray
    covariance: np.ndarray
    weights: np.ndarray
    degrees_of_freedom: float | None

    @property
    def before(self) -> np.ndarray:
        """Shape (K,): True for the events before the reference."""
        return self.times < 0

    @property
    def effect(self) -> float:
        """The effect if trends were parallel."""
        return float(self.weights @ self.estimates)

    @property
    def standard_error(self) -> float:
        """The standard error of that effect."""
        return float(np.sqrt(max(self.weights @ self.covariance @ self.weights, 0.0)))


def event_estimates(
    estimates: np.ndarray,
    covariance: np.ndarray,
    events: np.ndarray,
    *,
    reference: int = -1,
    weights: np.ndarray | None = None,
    degrees_of_freedom: float | None = None,
) -> EventEstimates:
    """Return estimates in the order of their events, without the reference and anticipation.

    Parameters
    ----------
    estimates
        Shape (K,), effects by event.
    covariance
        Shape (K, K).
    events
        Shape (K,), years since the start; each once.
    reference
        The event that is 0 by definition. It is left out where it is among the events, and so
        are those between it and the start: they are neither before nor after.
    weights
        Shape (number of events from 0 on,), in their increasing order; their mean by default.
    degrees_of_freedom
        Of the covariance, for example comparison units less strata; None when it counts as known.

    Returns
    -------
    EventEstimates

    Raises
    ------
    InvalidInput
        Shapes do not fit together, an event comes twice, the reference is not before the start,
        or weights do not fit the events from 0 on.
    """
    values, matrix = np.asarray(estimates, float), np.asarray(covariance, float)
    years = np.asarray(events)
    _check_shapes(values, matrix, years, reference)
    order = np.argsort(years, kind="stable")
    order = order[(years[order] < reference) | (years[order] >= 0)]
    after = years[order] >= 0
    count = int(after.sum())
    asked = np.full(count, 1 / max(count, 1)) if weights is None else np.asarray(weights, float)
    if asked.shape != (count,) or not np.isfinite(asked).all() or (count and not asked.any()):
        problem = f"do not fit the {count} events from 0 on."
        raise InvalidInput(
            "no analysis of sensitivity:",
            [Fault("weights", problem, "Give one finite number an event, not all of them 0.")],
        )
    spread = np.zeros(len(order))
    spread[after] = asked
    return EventEstimates(
        (years[order] - reference).astype(float),
        values[order],
        matrix[np.ix_(order, order)],
        spread,
        degrees_of_freedom,
    )


def _check_shapes(
    values: np.ndarray, matrix: np.ndarray, years: np.ndarray, reference: int
) -> None:
    faults = []
    if values.ndim != 1 or matrix.shape != (values.size,) * 2 or years.shape != values.shape:
        shapes = f"have shapes {values.shape}, {matrix.shape} and {years.shape}."
        mend = "K estimates need a K x K covariance and K events."
        faults.append(Fault("estimates, covariance and events", shapes, mend))
    elif not np.allclose(matrix, matrix.T, rtol=1e-6, atol=0.0, equal_nan=True):
        faults.append(Fault("covariance", "is not symmetric.", "Give the whole matrix."))
    if np.unique(years).size != years.size:
        faults.append(Fault("events", "name one event twice.", "Keep one estimate an event."))
    if reference >= 0:
        faults.append(Fault("reference", f"{reference} is not before the start.", "Take -1."))
    if faults:
        raise InvalidInput("no analysis of sensitivity:", faults)


def obstacle(given: EventEstimates) -> str:
    """Return why limits under diverging trends cannot be had, or "" when they can.

    Parameters
    ----------
    given
        From `event_estimates`.

    Returns
    -------
    str
        One of `OBSTACLES`. few_units: the covariance has no more degrees of freedom than there
        are events, so that it must be singular whatever the figures are. singular: some
        combination of events shows no variation at all. No generalised inverse is taken: it would
        call that combination perfectly known, and limits that rest on it too narrow.
    """
    if not given.before.any():
        return "no_pre_events"
    if given.before.all():
        return "no_post_events"
    if not (np.isfinite(given.estimates).all() and np.isfinite(given.covariance).all()):
        return "missing"
    freedom = given.degrees_of_freedom
    if freedom is not None and freedom <= given.times.size:
        return "few_units"
    return "singular" if is_singular(given.covariance) else ""


def nearest_before(
    events: np.ndarray, degrees_of_freedom: float, *, reference: int = -1
) -> np.ndarray:
    """Return which events to keep where there are few units for many years.

    Parameters
    ----------
    events
        Shape (K,), years since the start; the reference may be among them.
    degrees_of_freedom
        Of the covariance f.
    reference
        The event that is 0 by definition.

    Returns
    -------
    ndarray
        Shape (K,): True from the reference on, and for the latest events before it: at most f / 2
        of them, so that half of what the units tell is left for the errors, and few enough that
        all events together are fewer than f. Where it drops events, the largest step before is
        only looked for among the years kept: that has to be said.
    """
    years = np.asarray(events)
    later = int((years >= 0).sum())
    most = max(int(min(degrees_of_freedom // 2, degrees_of_freedom - 1 - later)), 0)
    early = np.sort(years[years < reference])
    if most == 0:
        return years >= reference
    return years >= min(early[-most:], default=reference)


def is_singular(covariance: np.ndarray) -> bool:
    """Return whether the correlations have an eigenvalue that is as good as 0, or a variance is."""
    spread = np.sqrt(np.clip(np.diag(covariance), 0.0, None))
    if not spread.all():
        return True
    smallest = np.linalg.eigvalsh(covariance / np.outer(spread, spread))[0]
    return bool(smallest < _SMALLEST_EIGENVALUE)


def allowed_for(given: EventEstimates, confidence: float, chosen: int) -> np.ndarray:
    """Return the covariance enlarged for having been estimated from few units.

    Parameters
    ----------
    given
        With or without degrees of freedom f.
    confidence
        Of the limits that will be calculated as if the covariance were known.
    chosen
        How many weights c are chosen by looking at the covariance.

    Returns
    -------
    ndarray
        Shape (K, K): the covariance x f / (f - c) x (f - 1) / (f - c - 1) x (t / z)^2, with the
        quantiles of t (f - c degrees of freedom) and of the normal at `confidence`, two-sided.

    Notes
    -----
    A combination chosen to vary least seems to vary less than it does, as the residuals of a
    regression on c variables do: by (f - c) / f on average. Its weights are themselves estimated,
    which adds (f - 1) / (f - c - 1) on average. And t for z is the price of an estimated variance.
    """
    from scipy.stats import norm, t

    freedom = given.degrees_of_freedom
    if freedom is None:
        return given.covariance
    left = freedom - chosen
    upper = 0.5 + confidence / 2
    ratio = t.ppf(upper, left) / norm.ppf(upper)
    return given.covariance * (freedom / left * (freedom - 1) / (left - 1) * ratio**2)


def check_limits(bounds: np.ndarray, confidence: float) -> np.ndarray:
    """Return bounds as an array, or raise `InvalidInput` for negative ones or odd confidence."""
    limits = np.atleast_1d(np.asarray(bounds, float))
    faults = []
    if limits.ndim != 1 or not (np.isfinite(limits).all() and (limits >= 0).all()):
        faults.append(Fault("bounds", "are not finite numbers from 0 on.", "Mend them."))
    if not 0.5 <= confidence < 1:
        mend = "Give a share, for example 0.95."
        faults.append(Fault("confidence", f"{confidence} is not from 0.5 to below 1.", mend))
    if faults:
        raise InvalidInput("no analysis of sensitivity:", faults)
    return limits
