"""The words of a judgement by where a value lies and what direction is good."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import refuse, require

FAR_ABOVE, FAR_BELOW = 2, -2
SIMILAR = "not_clearly_different"
WORDS = {
    "higher": ("much_worse", "worse", SIMILAR, "better", "much_better"),
    "lower": ("much_better", "better", SIMILAR, "worse", "much_worse"),
    "neutral": ("much_lower", "lower", SIMILAR, "higher", "much_higher"),
}


def directions(frame: pd.DataFrame, polarity: str, function: str) -> np.ndarray:
    """Return what is good for each row (missing: neutral) after checking the words."""
    require(frame, [polarity], function)
    unknown = sorted(set(frame[polarity].dropna()) - set(WORDS), key=str)
    known = ", ".join(WORDS)
    refuse(function, [Fault(polarity, f"'{name}' is not one of {known}.") for name in unknown])
    return frame[polarity].fillna("neutral").to_numpy(dtype=object)


def verdicts(position: np.ndarray, good: np.ndarray, known: np.ndarray) -> pd.array:
    """Return the words for positions from -2 (far below) to 2 (far above).

    Parameters
    ----------
    position
        Shape (rows,), whole numbers.
    good
        Shape (rows,): higher, lower or neutral.
    known
        Shape (rows,): False gives not_comparable.
    """
    table = np.array(list(WORDS.values()), dtype=object)
    row = pd.Index(WORDS).get_indexer(good)
    return pd.array(np.where(known, table[row, position + 2], "not_comparable"), dtype="str")
