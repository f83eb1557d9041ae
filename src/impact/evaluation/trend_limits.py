"""The effect when trends are allowed to differ: limits by bound, and the bound that ends it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from impact.evaluation.design import Design
from impact.evaluation.differences.event_study import EventStudy
from impact.evaluation.sensitivity.breakdown import breakdown
from impact.evaluation.sensitivity.relative_magnitudes import relative_magnitudes
from impact.evaluation.sensitivity.smoothness import COLUMNS, smoothness

BOUNDS = (0.0, 0.5, 1.0, 1.5, 2.0)


def breakdown_bound(events: EventStudy, design: Design) -> float:
    """Return how many times the largest step before may be exceeded until the effect is gone.

    NaN where it cannot be had: too few units or years before, or no common last year before.
    """
    if events.reference is None:
        return np.nan
    given = (events.estimates, events.covariance, events.events)
    return breakdown(*given, **_told(events, design))


def sensitivity_table(events: EventStudy, design: Design) -> pd.DataFrame:
    """Return limits of the effect by bound: relative to the past, and for the slope's change.

    The bounds of smoothness are half standard errors of the effect: 0 to one whole.
    """
    if events.reference is None:
        return pd.DataFrame(columns=COLUMNS)
    given = (events.estimates, events.covariance, events.events)
    told = _told(events, design)
    error = float(np.sqrt(events.weights @ events.covariance @ events.weights))
    steps = error * np.asarray(BOUNDS) / 2
    frames = [relative_magnitudes(*given, BOUNDS, **told), smoothness(*given, steps, **told)]
    limits = pd.concat(frames, ignore_index=True)
    return limits[np.isfinite(limits["lower"]) & np.isfinite(limits["upper"])].reset_index(
        drop=True
    )


def _told(events: EventStudy, design: Design) -> dict[str, Any]:
    return {
        "reference": events.reference,
        "weights": events.weights[events.events >= 0],
        "confidence": design.confidence,
        "degrees_of_freedom": events.degrees_of_freedom,
    }
