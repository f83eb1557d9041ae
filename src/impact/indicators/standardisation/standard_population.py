"""The European standard population of 2013 and folding it to other age bands."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import refuse
from impact.indicators.standardisation.age_bands import age_bands

EUROPEAN_2013 = {
    "0": 1000,
    "1-4": 4000,
    "5-9": 5500,
    "10-14": 5500,
    "15-19": 5500,
    "20-24": 6000,
    "25-29": 6000,
    "30-34": 6500,
    "35-39": 7000,
    "40-44": 7000,
    "45-49": 7000,
    "50-54": 7000,
    "55-59": 6500,
    "60-64": 6000,
    "65-69": 5500,
    "70-74": 5000,
    "75-79": 4000,
    "80-84": 2500,
    "85-89": 1500,
    "90-94": 800,
    "95+": 200,
}


def european_standard_population(*, open_from: int = 95, infants_apart: bool = True) -> pd.Series:
    """Return the European standard population 2013, keyed by age band, 100,000 persons in all.

    Parameters
    ----------
    open_from
        First age of the open last band: 95 (as published), 90, 85, or the start of any other
        band. The bands above are added up.
    infants_apart
        False takes "0" and "1-4" together as "0-4".

    Returns
    -------
    Series
        `weight` (persons), indexed by `band`: "0", "1-4", "5-9", ..., "95+".

    Raises
    ------
    InvalidInput
        When no band starts at `open_from`.

    References
    ----------
    Eurostat (2013), Revision of the European Standard Population, ISBN 978-92-79-31094-2.
    """
    weights = pd.Series(EUROPEAN_2013, name="weight", dtype=float).rename_axis("band")
    starts = age_bands(weights.index)["start"]
    if open_from not in set(starts[starts > 0]):
        known = ", ".join(f"{start:.0f}" for start in starts[starts > 0])
        fault = Fault("open_from", f"is {open_from}.", f"Bands start at {known}.")
        raise InvalidInput("no band starts at that age", [fault])
    bands = [*weights.index[starts < open_from], f"{open_from:g}+"]
    if not infants_apart and open_from > 1:
        bands = ["0-4", *[band for band in bands if band not in ("0", "1-4")]]
    return fold_weights(weights, bands)


def fold_weights(weights: pd.Series, bands: Iterable[str]) -> pd.Series:
    """Return weights for wider age bands: the sum of the finer bands each of them holds.

    Parameters
    ----------
    weights
        Numbers indexed by age-band label.
    bands
        The wanted labels, in any order and spelling `age_bands` reads.

    Returns
    -------
    Series
        `weight` indexed by the wanted labels as they were written, in the order given.

    Raises
    ------
    InvalidInput
        With all wanted bands that overlap or begin or end inside a finer one, and finer bands
        that no wanted band holds.
    """
    fine, wanted = age_bands(weights.index), age_bands(bands)
    starts, ends = fine["start"].to_numpy()[:, None], fine["end"].to_numpy()[:, None]
    low, high = wanted["start"].to_numpy(), wanted["end"].to_numpy()
    inside = (starts >= low) & (ends <= high)
    touching = (starts < high) & (ends > low)
    faults = [
        Fault(f"band '{label}'", "begins or ends inside a band of the standard population.")
        for label, cut in zip(wanted.index, (touching & ~inside).any(axis=0), strict=True)
        if cut
    ]
    held = touching.sum(axis=1)
    faults += [
        Fault(f"band '{label}'", "is in no band asked for." if many == 0 else "is in two bands.")
        for label, many in zip(fine.index, held, strict=True)
        if many != 1
    ]
    refuse("age bands that do not fit the standard population", faults)
    folded = inside.T.astype(float) @ weights.to_numpy(dtype=float)
    return pd.Series(np.asarray(folded), index=wanted.index, name="weight")
