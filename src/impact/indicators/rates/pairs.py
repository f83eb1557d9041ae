"""Reading two counts a row: one's own and the one it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import WITHHELD, refuse
from impact.indicators.counts import Counts, read_counts

KINDS = ("proportion", "rate")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Checked pairs of counts: one's own, the reference's, and why a row cannot be compared."""

    own: Counts
    reference: Counts
    reason: np.ndarray


def read_pairs(
    frame: pd.DataFrame,
    *,
    kind: str,
    own: tuple[str, str, str],
    reference: tuple[str, str, str],
    function: str,
) -> Pairs:
    """Check both counts of every row; each is (numerator, denominator, status) columns.

    Raises
    ------
    InvalidInput
        With the faults of both counts.
    """
    if kind not in KINDS:
        fault = Fault("kind", f"is '{kind}'.", f"Write one of {', '.join(KINDS)}.")
        raise InvalidInput(f"{function}: unknown kind", [fault])
    read, faults = [], []
    for numerator, denominator, status in (own, reference):
        try:
            counts = read_counts(
                frame,
                numerator=numerator,
                denominator=denominator,
                status=status,
                share=kind == "proportion",
                function=function,
            )
        except InvalidInput as error:
            faults += error.faults
        else:
            read.append(counts)
    refuse(f"{function}: counts that cannot be compared", faults)
    return Pairs(read[0], read[1], worse_reason(read[0].reason, read[1].reason))


def worse_reason(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the more serious of two reasons, row by row; the first when they weigh the same.

    A statistic's own reasons (few_events, wide_interval) weigh less than those of the counts.
    """
    rank = {name: at for at, name in enumerate((*WITHHELD, "no_persons"))}
    rank[""] = len(rank) + 1

    def weight(reason: np.ndarray) -> np.ndarray:
        return pd.Series(reason, dtype=object).map(rank).fillna(rank[""] - 1).to_numpy()

    return np.where(weight(other) < weight(one), other, one)
