"""What many draws say: a middle value, its limits, and how exact the drawing itself is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.assessment.uncertainty.draws import REPLICATES
from impact.errors import Fault, InvalidInput


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """A result with its limits.

    Parameters
    ----------
    value
        The median of the draws, or the central value that was passed.
    lower, upper
        Limits between which the stated share of the draws lies, equal tails.
    monte_carlo_error
        Standard error of the median that comes from drawing alone; more draws make it smaller,
        better knowledge of the parameters does not.
    limits_error
        The same of the limits (the larger of the two).
    """

    value: np.ndarray | float
    lower: np.ndarray | float
    upper: np.ndarray | float
    monte_carlo_error: np.ndarray | float
    limits_error: np.ndarray | float


def summarise(
    values: np.ndarray,
    *,
    confidence: float = 0.95,
    axis: int = 0,
    central: np.ndarray | float | None = None,
) -> Summary:
    """Summarise draws of a result: median, limits and the error that drawing leaves.

    Parameters
    ----------
    values
        Draws of the result from `draw`, in the order they were drawn.
    confidence
        Share of the draws between the limits.
    axis
        Axis of the draws; their number is a multiple of 16.
    central
        What to report as the value instead of the median, such as the result of one calculation
        with every parameter at its central value; of the shape without `axis`.

    Returns
    -------
    Summary
        Arrays of the shape without `axis`, numbers when nothing else is left. NaN where any draw
        is unknown.

    Raises
    ------
    InvalidInput
        Draws that are not a multiple of 16; a confidence that is not between 0 and 1.

    Notes
    -----
    The value is the median because it fits its limits (it lies between them whatever the shape)
    and needs no second calculation. Medians do not add up: make a total by summing for each
    draw, then summarise the total. Limits do not add up either. Four places of 100 cases each
    that are uncertain independently of each other by 23 per cent have a total of 400 with a
    relative uncertainty half as large; the sums of the four lower and the four upper limits
    would make it twice as uncertain as it is.

    Errors: the sixteen parts of the draws are summarised apart; the standard deviation of the
    sixteen answers, divided by 4, is the standard error of their mean. The parts of `draw` are
    scrambled independently, so this holds for its quasi-random draws too (where the spread of
    the draws divided by the root of their number would be far too large), and for plain random
    draws. It is uncertain by about 18 per cent itself.
    """
    values = np.moveaxis(np.asarray(values, dtype=np.float64), axis, 0)
    faults = []
    if not 0 < confidence < 1:
        mend = "Write 0.95 for 95 per cent."
        faults.append(Fault("confidence", f"is {confidence}.", mend))
    if len(values) < REPLICATES or len(values) % REPLICATES:
        mend = "Take all draws that `draw` gave, along the right axis."
        faults.append(Fault("values", f"have {len(values)} draws, no multiple of 16.", mend))
    if faults:
        raise InvalidInput("draws that cannot be summarised", faults)
    ends = [(1 - confidence) / 2, 0.5, (1 + confidence) / 2]
    lower, median, upper = np.quantile(values, ends, axis=0)
    parts = values.reshape(REPLICATES, len(values) // REPLICATES, *values.shape[1:])
    errors = np.quantile(parts, ends, axis=1).std(axis=1, ddof=1) / np.sqrt(REPLICATES)
    value = median if central is None else np.broadcast_to(central, median.shape)
    found = value, lower, upper, errors[1], np.maximum(errors[0], errors[2])
    return Summary(*(float(each) if each.ndim == 0 else np.asarray(each) for each in found))
