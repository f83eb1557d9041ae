"""Reading the labels of age bands: "0", "1-4", "85+", "age:20-24"."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import refuse

LABEL = re.compile(r"(?:age:)?\s*(\d{1,3})\s*(?:[-\u2013]\s*(\d{1,3})|(\+))?\s*")


def age_bands(labels: Iterable[object]) -> pd.DataFrame:
    """Return the first age and the age after the last of each band label.

    Parameters
    ----------
    labels
        "0" or "7" is one year of age, "1-4" the ages from 1 to 4 in completed years, "85+" all
        ages from 85 on. A prefix "age:", leading zeros and spaces are allowed, so the project's
        groups ("age:07-15") can be used as they are. Repeats are read once.

    Returns
    -------
    DataFrame
        Indexed by label in order of first appearance, with `start` and `end`: the band holds
        ages from `start` up to but not including `end`, in years; an open band ends at infinity.

    Raises
    ------
    InvalidInput
        With all labels that are not age bands.
    """
    unique = list(dict.fromkeys(labels))
    read = [LABEL.fullmatch(label) if isinstance(label, str) else None for label in unique]
    faults = [
        Fault(f"band '{label}'", "is not an age band.", 'Write "0", "1-4", "85+" or "age:20-24".')
        for label, match in zip(unique, read, strict=True)
        if match is None
    ]
    refuse("unknown age bands", faults)
    start = np.array([float(match[1]) for match in read])
    last = np.array([float(match[2] or match[1]) for match in read])
    end = np.where([match[3] is not None for match in read], np.inf, last + 1)
    reversed_bands = [
        Fault(f"band '{label}'", "ends before it begins.")
        for label, wrong in zip(unique, end <= start, strict=True)
        if wrong
    ]
    refuse("unknown age bands", reversed_bands)
    index = pd.Index(unique, name="band", dtype="str")
    return pd.DataFrame({"start": start, "end": end}, index=index)
