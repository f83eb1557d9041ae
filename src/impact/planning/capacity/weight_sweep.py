"""Places when labour-market need weighs nothing, something, or everything against young choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput

WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0)
CLASSES = {-1: "decrease", 0: "unchanged", 1: "increase"}
FRAME_COLUMNS = [
    "programme", "weight", "exact", "groups", "places", "change", "class", "stable"
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class WeightSweep:
    """Places by weight, and what holds at every weight.

    Parameters
    ----------
    frame
        `programme, weight, exact, groups, places, change, class, stable`: places by the formula
        and in whole groups, change of the exact places from today, its class, and whether the
        class is the same at every weight from 0 to 1.
    stability
        `programme, places_now, demand, need, need_known, change_at_0, change_at_1, stable,
        reverses, class, crossings`: `class` that holds at every weight, or missing; `reverses`
        where some weights say increase and others decrease; `crossings` the weights where the
        class changes, as a tuple.
    ranges
        `programme, class, from_weight, to_weight`: where each class holds. A class that holds at
        an end alone, as unchanged does at 1 where need asks for no change, has a range of no
        width.
    """

    frame: pd.DataFrame
    stability: pd.DataFrame
    ranges: pd.DataFrame


def weighted_places(
    places: pd.Series, demand: pd.Series, need: pd.Series, weight: float, *, step: float = 0.10
) -> pd.Series:
    """Return places by programme at one weight of labour-market need.

    Parameters
    ----------
    places
        Today, by programme.
    demand
        Wanted by young people, by programme.
    need
        -1, 0 or 1 by programme (see `need_classes.need_index`); a missing one counts as 0.
    weight
        0: as young people wish; 1: as the labour market needs.
    step
        How far need moves a programme, as a share of its places.

    Returns
    -------
    pandas.Series
        Places, not rounded, never below 0.

    Raises
    ------
    InvalidInput
        A weight outside 0 to 1, a negative step, negative or missing places or demand.

    Notes
    -----
    K(w) = K0 (1 + (1 - w) (D / K0 - 1) + w r N) = K0 + (1 - w) (D - K0) + w r N K0. The second
    form also holds where a programme has no places today. w = 0 gives the demand.
    """
    _check(places, demand, [weight], step)
    now, wanted, judged = _aligned(places, demand, need)
    found = now + (1 - weight) * (wanted - now) + weight * step * judged.fillna(0.0) * now
    return found.clip(lower=0.0)


def sweep_weights(
    places: pd.Series,
    demand: pd.Series,
    need: pd.Series,
    *,
    step: float = 0.10,
    weights: Sequence[float] = WEIGHTS,
    group_size: float | pd.Series = 1.0,
    unchanged_within: float = 0.0,
) -> WeightSweep:
    """Return places by programme over the whole range of the weight.

    Parameters
    ----------
    places, demand, need, step
        As in `weighted_places`.
    weights
        To show.
    group_size
        Places of a whole group, one or by programme.
    unchanged_within
        Largest change, as a share of today's places, that is called unchanged.

    Returns
    -------
    WeightSweep
        Rows in the order of `places`.

    Raises
    ------
    InvalidInput
        As `weighted_places`; a group size of 0 or less.

    Notes
    -----
    The change is a straight line in the weight, from D - K0 at 0 to r N K0 at 1, so that where it
    crosses a limit is known exactly: w = (c0 - limit) / (c0 - c1). A class is stable when both ends
    have it. The law gives no weight; what is stable needs none.
    """
    _check(places, demand, weights, step)
    now, wanted, judged = _aligned(places, demand, need)
    sizes = _sizes(group_size, now.index)
    at_0, at_1 = wanted - now, step * judged.fillna(0.0) * now
    limit = unchanged_within * now
    first, last = _class_numbers(at_0, limit), _class_numbers(at_1, limit)
    stable = first == last
    tables = [pd.DataFrame(columns=FRAME_COLUMNS)]
    for weight in weights:
        exact = weighted_places(now, wanted, judged, weight, step=step)
        change = (1 - weight) * at_0 + weight * at_1
        groups = np.floor(exact / sizes + 0.5 + 1e-9)
        columns = (
            now.index, float(weight), exact.to_numpy(), groups.to_numpy(),
            (groups * sizes).to_numpy(), change.to_numpy(),
            [CLASSES[number] for number in _class_numbers(change, limit)], stable,
        )  # fmt: skip
        tables.append(pd.DataFrame(dict(zip(FRAME_COLUMNS, columns, strict=True))))
    ranges = _ranges(now.index, at_0.to_numpy(), at_1.to_numpy(), limit.to_numpy())
    held = [CLASSES[number] if same else None for number, same in zip(first, stable, strict=True)]
    stability = pd.DataFrame(
        {
            "programme": now.index,
            "places_now": now.to_numpy(),
            "demand": wanted.to_numpy(),
            "need": judged.to_numpy(),
            "need_known": judged.notna().to_numpy(),
            "change_at_0": at_0.to_numpy(),
            "change_at_1": at_1.to_numpy(),
            "stable": stable,
            "reverses": first * last < 0,
            "class": held,
            "crossings": [
                tuple(ranges.loc[ranges["programme"] == name, "from_weight"].iloc[1:])
                for name in now.index
            ],
        }
    )
    frame = pd.concat(tables[1:], ignore_index=True) if len(tables) > 1 else tables[0]
    return WeightSweep(frame, stability, ranges)


def _class_numbers(change: pd.Series, limit: pd.Series) -> np.ndarray:
    values, most = change.to_numpy(), limit.to_numpy() + 1e-9
    return np.where(values > most, 1, np.where(values < -most, -1, 0))


def _ranges(
    names: pd.Index, at_0: np.ndarray, at_1: np.ndarray, limits: np.ndarray
) -> pd.DataFrame:
    rows = []
    for name, start, end, limit in zip(names, at_0, at_1, limits, strict=True):
        found = [
            (_one_class(start + (low + high) / 2 * (end - start), limit), low, high)
            for low, high in pairwise(_cuts(start, end, limit))
        ]
        first, last = _one_class(start, limit), _one_class(end, limit)
        found = [*([(first, 0.0, 0.0)] if first != found[0][0] else []), *found]
        found += [(last, 1.0, 1.0)] if last != found[-1][0] else []
        rows += [(name, *one) for one in found]
    return pd.DataFrame(rows, columns=["programme", "class", "from_weight", "to_weight"])


def _cuts(start: float, end: float, limit: float) -> list[float]:
    """Return 0, 1 and the weights between them at which a straight line crosses a limit."""
    edges = (limit, -limit) if limit > 0 else (0.0,)
    cuts = {(start - edge) / (start - end) for edge in edges if start != end}
    return [0.0, *sorted(cut for cut in cuts if 0 < cut < 1), 1.0]


def _one_class(change: float, limit: float) -> str:
    return CLASSES[1 if change > limit + 1e-9 else -1 if change < -limit - 1e-9 else 0]


def _aligned(
    places: pd.Series, demand: pd.Series, need: pd.Series
) -> tuple[pd.Series, pd.Series, pd.Series]:
    return (
        places.astype(float),
        demand.reindex(places.index).astype(float),
        need.reindex(places.index).astype(float),
    )


def _sizes(group_size: float | pd.Series, names: pd.Index) -> pd.Series:
    sizes = (
        group_size.reindex(names).astype(float)
        if isinstance(group_size, pd.Series)
        else pd.Series(float(group_size), index=names)
    )
    faults = [
        Fault(f"programme {name}", f"has a group size of {size}.", "Give a number above 0.")
        for name, size in sizes.items()
        if not size > 0
    ]
    if faults:
        raise InvalidInput("weights cannot be swept:", faults)
    return sizes


def _check(places: pd.Series, demand: pd.Series, weights: Sequence[float], step: float) -> None:
    faults = [
        Fault("weight", f"is {weight}.", "Give a number between 0 and 1.")
        for weight in weights
        if not 0 <= weight <= 1
    ]
    if not step >= 0:
        faults.append(Fault("step", f"is {step}.", "Give a share, such as 0.10."))
    for what, series in (("places", places), ("demand", demand.reindex(places.index))):
        faults += [
            Fault(f"{what} of {name}", f"is {value}.", "Give a number, 0 or more.")
            for name, value in series.items()
            if not value >= 0
        ]
    if faults:
        raise InvalidInput("weights cannot be swept:", faults)
