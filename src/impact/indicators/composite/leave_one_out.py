"""What the order of places owes to each single indicator or part of an index."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.aggregate import aggregate
from impact.indicators.composite.build import Index, without


def leave_one_out(index: Index, parts: Sequence[str] | None = None) -> pd.DataFrame:
    """Return how scores and ranks move when one part at a time is left out.

    Parameters
    ----------
    index
        Without draws.
    parts
        Indicators or nodes to leave out; None: every indicator.

    Returns
    -------
    DataFrame
        One row a place and part left out: place, part, score (without it), change (without - with),
        places_moved (rank with it minus rank without: above 0 moves up), mean_moved (mean of the
        absolute places moved over all places). NaN without a score on either side.

    Raises
    ------
    InvalidInput
        Unknown parts, or a part that is the whole.

    Notes
    -----
    The weights of the others are shared anew, as `aggregate` does; leaving out a node's only child
    leaves out the node.
    """
    spec = index.spec
    if index.scores.ndim > 2:
        raise InvalidInput("leaving parts out: give the index without draws")
    known = {part.id for part in (*spec.nodes, *spec.indicators)} - {spec.root}
    chosen = spec.indicator_ids if parts is None else tuple(parts)
    if wrong := [name for name in chosen if name not in known]:
        faults = [Fault(f"'{name}'", "is no part that can be left out.") for name in wrong]
        raise InvalidInput(f"index '{spec.id}'", faults)
    rows = []
    for part in chosen:
        factors = without(spec, (*index.excluded, part))
        scores = aggregate(index.scores, spec, factors=factors, shares=False).scores[spec.root]
        both = np.isfinite(scores) & np.isfinite(index.overall)
        moved = np.full(len(scores), np.nan)
        ranks = [
            stats.rankdata(-found[both], method="average") for found in (index.overall, scores)
        ]
        moved[both] = ranks[0] - ranks[1]
        mean = float(np.abs(moved[both]).mean()) if both.any() else float("nan")
        row = {"place": index.places, "part": part, "score": scores}
        row |= {"change": scores - index.overall, "places_moved": moved, "mean_moved": mean}
        rows.append(pd.DataFrame(row))
    return pd.concat(rows, ignore_index=True)
