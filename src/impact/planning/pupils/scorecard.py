"""One place's own record: how wrong earlier forecasts were, beside no forecast at all."""

from __future__ import annotations

import numpy as np

from impact.planning.pupils.backtest import SAME_AS_TODAY, Rolling, absolute_errors

HORIZONS = (1, 3, 5, 7)


def scorecard(
    rolling: Rolling, method: str, horizons: tuple[int, ...] = HORIZONS
) -> dict[str, np.ndarray]:
    """Return every place's mean absolute error beside that of "same as today".

    Parameters
    ----------
    rolling
        Of one grade or of several together, shape (origins, places, horizon), with the method and
        same_as_today.
    method
        Whose record.
    horizons
        Years ahead; those beyond the forecasts are left out.

    Returns
    -------
    dict
        `horizon` of shape (horizons,); `own_error`, `same_as_today_error` (per cent of what came)
        and `origins` (how many forecasts) of shape (places, horizons). Not-a-number without any.

    Notes
    -----
    As the English Department for Education prints of every authority one and three years ahead,
    with the sign left out, so that too high and too low do not cancel.
    """
    kept = [each for each in horizons if each <= rolling.outcomes.shape[2]]
    at = [each - 1 for each in kept]
    found: dict[str, np.ndarray] = {"horizon": np.array(kept, dtype=int)}
    for name, made in (("own_error", method), ("same_as_today_error", SAME_AS_TODAY)):
        errors = absolute_errors(rolling.forecasts[made], rolling.outcomes)[..., at]
        known = np.isfinite(errors)
        origins = known.sum(axis=0)
        total = np.where(known, errors, 0.0).sum(axis=0)
        found[name] = np.where(origins > 0, total / np.maximum(origins, 1), np.nan)
        found["origins"] = origins
    return found
