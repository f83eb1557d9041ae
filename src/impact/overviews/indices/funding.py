"""What one step more in each indicator of an index brings, for scores entered by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.funding import money_of_steps, share_pot, step_scores
from impact.overviews.indices.spec import index_spec


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class IndexFunding:
    """An index of entered scores, and the money that follows it.

    Parameters
    ----------
    record
        The file of the index.
    places
        By key of the file: `title, inhabitants, score, money, per_inhabitant`; money is NaN where
        the file says nothing of money.
    steps
        `place, indicator, score, step, points, money, per_inhabitant`: what one step more brings;
        NaN where there is no answer to begin from.
    """

    record: Any
    places: pd.DataFrame
    steps: pd.DataFrame


def index_funding(record: Any) -> IndexFunding:
    """Return what one step more in each indicator would bring under the weights of a file.

    Parameters
    ----------
    record
        The file of an index with entered scores, from `impact.load_index`.

    Notes
    -----
    Every municipality is looked at by itself within the country: the sum over all of inhabitants
    times score is `inhabitants` times `mean_score` of the file's `funding`.

    Raises
    ------
    InvalidInput
        A municipality has more inhabitants times score than the whole country.
    """
    spec, entered, money = index_spec(record), record.entered, record.funding
    names = list(spec.indicator_ids)
    rows, steps = [], []
    for key, one in entered.places.items():
        scores = np.array([[one.scores.get(name, np.nan) for name in names]])
        people = np.array([one.inhabitants])
        found = step_scores(scores, spec, step=entered.step, missing=entered.missing)
        amount, each, gain = np.nan, np.nan, np.full(len(names), np.nan)
        if money is not None and np.isfinite(found.now).all():
            total = money.inhabitants * money.mean_score
            others = _others(key, total, float(people[0] * found.now[0]))
            shared = share_pot(found.now, people, money.pot, others=others)
            amount, each = float(shared.money[0]), float(shared.per_inhabitant[0])
            gain = money_of_steps(found, people, money.pot, others=others)[0]
        rows.append(
            {
                "place": key,
                "title": one.title,
                "inhabitants": one.inhabitants,
                "score": float(found.now[0]),
                "money": amount,
                "per_inhabitant": each,
            }
        )
        steps.append(
            pd.DataFrame(
                {
                    "place": key,
                    "indicator": names,
                    "score": scores[0],
                    "step": found.steps[0],
                    "points": found.points[0],
                    "money": gain,
                    "per_inhabitant": gain / one.inhabitants,
                }
            )
        )
    return IndexFunding(
        record=record,
        places=pd.DataFrame(rows).set_index("place"),
        steps=pd.concat(steps, ignore_index=True),
    )


def _others(key: str, whole: float, own: float) -> float:
    """Return inhabitants times score of all other municipalities."""
    if own < whole:
        return whole - own
    problem = "its inhabitants times its score are more than those of all municipalities together."
    mend = "See inhabitants and mean_score under funding."
    raise InvalidInput("the money of an index", [Fault(f"municipality '{key}'", problem, mend)])
