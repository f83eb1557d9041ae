"""What forecasts made in earlier autumns would have said, beside what came."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.planning.pupils.interval import LEVEL, Spread, calibrated
from impact.planning.pupils.progression import checked_counts
from impact.planning.pupils.scenarios import SCENARIOS, projected
from impact.planning.pupils.shrinkage import CONSTANT

SAME_AS_TODAY = "same_as_today"
METHODS = (*SCENARIOS, SAME_AS_TODAY)
MINIMUM_YEARS = 3
"""Counted years before the first forecast: two ratios of every grade."""


@dataclass(frozen=True, slots=True, eq=False)
class Rolling:
    """Forecasts made in every earlier year, each from the years up to it.

    Parameters
    ----------
    origins
        Shape (origins,), the newest year each forecast knew.
    forecasts
        By method, shape (origins, places, horizon, grades), persons.
    outcomes
        Same shape: what was counted; not-a-number where not counted yet.
    """

    origins: np.ndarray
    forecasts: dict[str, np.ndarray]
    outcomes: np.ndarray

    def summed(self, grades: list[int]) -> Rolling:
        """Return the same for several grades together, shape (origins, places, horizon)."""
        forecasts = {name: one[..., grades].sum(axis=-1) for name, one in self.forecasts.items()}
        return Rolling(self.origins, forecasts, self.outcomes[..., grades].sum(axis=-1))

    def added(self, members: list[np.ndarray]) -> Rolling:
        """Return the same for groups of places, each given by the positions of its members."""
        forecasts = {name: _added(one, members) for name, one in self.forecasts.items()}
        return Rolling(self.origins, forecasts, _added(self.outcomes, members))

    def since(self, origin: int) -> Rolling:
        """Return the forecasts made in a year or later."""
        kept = self.origins >= origin
        forecasts = {name: one[kept] for name, one in self.forecasts.items()}
        return Rolling(self.origins[kept], forecasts, self.outcomes[kept])


def rolling_forecasts(
    counts: np.ndarray,
    years: np.ndarray,
    horizon: int,
    constant: float = CONSTANT,
    methods: tuple[str, ...] = METHODS,
) -> Rolling:
    """Return forecasts made in every year that has enough years before it.

    Parameters
    ----------
    counts
        Shape (places, years, grades), persons.
    years
        Shape (years,), one after the other without gaps.
    horizon
        How many years ahead.
    constant
        Of the shrinkage, in pupils.
    methods
        Some of `METHODS`; same_as_today keeps every grade as it is.

    Returns
    -------
    Rolling
        With the newest year too, which has no outcomes yet.

    Raises
    ------
    InvalidInput
        Years with gaps, of another number than the counts, or too few.

    Notes
    -----
    A forecast is given the years up to its origin and nothing else.
    """
    given, named = checked_counts(counts), np.asarray(years, dtype=int)
    faults = []
    if len(named) != given.shape[1]:
        problem = f"there are {len(named)}, but counts of {given.shape[1]}."
        faults.append(Fault("years", problem))
    if (np.diff(named) != 1).any():
        faults.append(Fault("years", "some are missing, double or out of order."))
    if given.shape[1] < MINIMUM_YEARS:
        faults.append(Fault("years", f"{MINIMUM_YEARS} or more are needed."))
    if faults:
        raise InvalidInput("back-test of pupils", faults)
    last = given.shape[1] - 1
    starts = range(MINIMUM_YEARS - 1, last + 1)
    forecasts = {
        name: np.stack([_made(given[:, : at + 1], horizon, name, constant) for at in starts])
        for name in methods
    }
    outcomes = np.full((len(starts), given.shape[0], horizon, given.shape[2]), np.nan)
    for row, at in enumerate(starts):
        known = min(horizon, last - at)
        outcomes[row, :, :known] = given[:, at + 1 : at + 1 + known]
    return Rolling(named[MINIMUM_YEARS - 1 :], forecasts, outcomes)


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """How often limits drawn from the errors known at the time held what came.

    Parameters
    ----------
    origins
        Shape (origins,).
    held
        Shape (origins, places, horizon): 1 held, 0 did not, not-a-number where not known.
    width
        Same shape: upper less lower limit over the forecast.
    extended
        Shape (origins, horizon): a shorter horizon's errors stood in.
    """

    origins: np.ndarray
    held: np.ndarray
    width: np.ndarray
    extended: np.ndarray


def rolling_coverage(rolling: Rolling, method: str, first: int, level: float = LEVEL) -> Coverage:
    """Return whether the limits of every forecast since `first` held what came.

    Parameters
    ----------
    rolling
        Of one grade or of several together, shape (origins, places, horizon).
    method
        Whose limits.
    first
        Origin of the first limits; earlier ones are learnt from.
    level
        Share of outcomes the limits are to hold.
    """
    forecast, outcome = rolling.forecasts[method], rolling.outcomes
    chosen = np.flatnonzero(rolling.origins >= first)
    held = np.full((len(chosen), *forecast.shape[1:]), np.nan)
    width = held.copy()
    extended = np.zeros((len(chosen), forecast.shape[2]), dtype=bool)
    for row, at in enumerate(chosen):
        spread = spread_known_at(rolling, method, int(rolling.origins[at]), level)
        lower, upper = spread.limits(forecast[at])
        inside = (lower <= outcome[at]) & (outcome[at] <= upper)
        held[row] = np.where(np.isfinite(outcome[at] + forecast[at]), inside, np.nan)
        positive = forecast[at] > 0
        np.divide(upper - lower, forecast[at], out=width[row], where=positive)
        extended[row] = spread.extended
    return Coverage(rolling.origins[chosen], held, width, extended)


def spread_known_at(rolling: Rolling, method: str, year: int, level: float = LEVEL) -> Spread:
    """Return the spread learnt from outcomes counted by a year.

    Parameters
    ----------
    rolling
        Of one grade or of several together, shape (origins, places, horizon).
    method
        Whose errors.
    year
        Newest year of an outcome.
    level
        Share of outcomes the limits are to hold.
    """
    forecast = rolling.forecasts[method]
    ahead = np.arange(1, forecast.shape[2] + 1)
    known = rolling.origins[:, None] + ahead <= year
    outcomes = np.where(known[:, None, :], rolling.outcomes, np.nan)
    return calibrated(forecast, outcomes, level)


def absolute_errors(forecast: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Return absolute errors in per cent of what came; not-a-number where that is none or unknown.

    Notes
    -----
    100 |forecast - counted| / counted.
    """
    wrong = np.abs(np.asarray(forecast, float) - outcome)
    found = np.full(wrong.shape, np.nan)
    np.divide(100 * wrong, outcome, out=found, where=np.asarray(outcome) > 0)
    return found


def mean_errors(
    forecast: np.ndarray, outcome: np.ndarray, places: np.ndarray | None = None
) -> dict[str, np.ndarray]:
    """Return errors by years ahead.

    Parameters
    ----------
    forecast, outcome
        Shape (origins, places, horizon), persons.
    places
        Positions or a mask; all without.

    Returns
    -------
    dict
        Each of shape (horizon,): `mape` mean of absolute errors in per cent of what came; `wape`
        sum of absolute errors in per cent of the sum of what came; `bias` sum of forecasts less
        what came, in per cent of that; `cases`.
    """
    chosen = slice(None) if places is None else places
    said, came = forecast[:, chosen], outcome[:, chosen]
    errors = absolute_errors(said, came)
    known = np.isfinite(said) & np.isfinite(came)
    total = np.where(known, came, 0.0).sum(axis=(0, 1))
    distance = np.where(known, said - came, 0.0)
    cases = np.isfinite(errors).sum(axis=(0, 1))
    return {
        "mape": _over(np.where(np.isfinite(errors), errors, 0.0).sum(axis=(0, 1)), cases),
        "wape": 100 * _over(np.abs(distance).sum(axis=(0, 1)), total),
        "bias": 100 * _over(distance.sum(axis=(0, 1)), total),
        "cases": cases,
    }


def _over(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def _made(counts: np.ndarray, horizon: int, method: str, constant: float) -> np.ndarray:
    if method == SAME_AS_TODAY:
        return np.repeat(counts[:, -1][:, None], horizon, axis=1)
    return projected(counts, horizon, method, constant)


def _added(values: np.ndarray, members: list[np.ndarray]) -> np.ndarray:
    return np.stack([values[:, each].sum(axis=1) for each in members], axis=1)
