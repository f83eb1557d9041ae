"""Why an index differs from that of others, and from that of last year, in parts that add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.composite.build import Index, build_index, excluded_indicators
from impact.indicators.composite.profile_split import Profile, Split, split
from impact.indicators.composite.specification import IndexSpec

CAUSES = ("data", "missing", "rebasing", "specification")
COLUMNS = ("place", "part", "cause", "contribution")


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Differences and their parts; the parts of a place add up to its difference.

    Parameters
    ----------
    frame
        place, part (indicator or node), cause, contribution (points of the index). Causes: data
        (its scores differ), missing (it counts on one side only, or weighs more there as others are
        missing), rebasing (limits of normalisation were taken anew), specification (the index
        itself was changed; part is the whole).
    totals
        place, own, other (overall scores), gap (own - other), reason (empty, or no_score: one of
        the two has too few values).
    """

    frame: pd.DataFrame
    totals: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Lump:
    """What is told of the whole index because it has no parts.

    Parameters
    ----------
    amounts
        Points by place; NaN where there is nothing of the kind.
    alone
        Places of which nothing else can be told.
    part, cause
        As in `Decomposition.frame`.
    """

    amounts: np.ndarray
    alone: np.ndarray
    part: str
    cause: str


def gap_contributions(
    index: Index,
    reference: Mapping[str, Sequence[str]] | Sequence[str] | np.ndarray,
    *,
    centre: str = "mean",
) -> Decomposition:
    """Return which indicators make a place's index differ from that of its reference.

    Parameters
    ----------
    index
        Without draws.
    reference
        Places whose scores are put together indicator by indicator: the same for all, or by place
        (its peers; the place itself does not count); or one profile of scores, shape (indicators,)
        (a target).
    centre
        "mean" or "median" of the reference's scores, those known.

    Returns
    -------
    Decomposition
        One row a place and indicator with cause data; rows with cause missing where not 0. `other`
        is the index of the reference's profile: with arithmetic means and nothing missing the mean
        of their indices, else near it.

    Raises
    ------
    InvalidInput
        Unknown places, an unknown centre, nodes that are no means.

    Notes
    -----
    Arithmetic means: effective weight times gap of scores. Others: see `split`. The sums are exact.
    """
    _no_draws(index)
    scores = _profiles(index, reference, centre)
    own = Profile(index.scores, index.excluded)
    found = split(own, Profile(scores, index.excluded), index.spec)
    return _result(index.places, [(found, "data")], found.own, found.other)


def change_contributions(before: Index, now: Index) -> Decomposition:
    """Return which indicators changed a place's index, apart from new limits and missing values.

    Parameters
    ----------
    before, now
        Indices of two years, without draws; places are matched by name.

    Returns
    -------
    Decomposition
        For the places of `now`. `own` is now, `other` before.

    Raises
    ------
    InvalidInput
        Indices with draws, nodes that are no means.

    Notes
    -----
    now - before = (now - before under today's limits) + (before under today's limits - before).
    The first part is split into data and missing, the second, when the index is the same, over the
    indicators as rebasing, else it is one part, specification. With frozen parameters the second is
    0. Where last year's figures make no score of today's index, all of the change is one part of
    that kind, of the whole index.
    """
    for index in (before, now):
        _no_draws(index)
    row = {name: at for at, name in enumerate(before.places)}
    column = {name: at for at, name in enumerate(before.spec.indicator_ids)}
    shape = (len(now.places), len(now.spec.indicators))
    values, old = np.full(shape, np.nan), np.full(shape, np.nan)
    was = np.full(shape[0], np.nan)
    for at, place in enumerate(now.places):
        if place in row:
            was[at] = before.overall[row[place]]
            for to, name in enumerate(now.spec.indicator_ids):
                if name in column:
                    values[at, to] = before.values[row[place], column[name]]
                    old[at, to] = before.scores[row[place], column[name]]
    plain = replace(now.spec, imputation="none")
    again = build_index(values, plain, now.parameters, places=now.places)
    first = split(
        Profile(now.scores, now.excluded), Profile(again.scores, again.excluded), now.spec
    )
    steps = [(first, "data")]
    lump = None
    if _same(before.spec, now.spec):
        gone = excluded_indicators(before.spec, before.parameters)
        steps.append(
            (split(Profile(again.scores, again.excluded), Profile(old, gone), now.spec), "rebasing")
        )
    else:
        lump = first.other - was
    unlike = np.isfinite(now.overall) & np.isfinite(was) & ~np.isfinite(first.other)
    whole = np.where(unlike, now.overall - was, np.nan if lump is None else lump)
    cause = "rebasing" if lump is None else "specification"
    return _result(now.places, steps, now.overall, was, Lump(whole, unlike, now.spec.root, cause))


def _no_draws(index: Index) -> None:
    if index.scores.ndim > 2:
        raise InvalidInput("decomposition: give the index of the values as they are, without draws")


def _same(first: IndexSpec, second: IndexSpec) -> bool:
    def bare(spec: IndexSpec) -> tuple:
        nodes = sorted((n.id, n.parent or "", n.weight, n.aggregation or "") for n in spec.nodes)
        items = sorted((i.id, i.node, i.weight) for i in spec.indicators)
        return nodes, items, spec.aggregation, spec.power, spec.floor

    return bare(first) == bare(second)


def _profiles(
    index: Index, reference: Mapping[str, Sequence[str]] | Sequence[str] | np.ndarray, centre: str
) -> np.ndarray:
    if centre not in ("mean", "median"):
        raise InvalidInput("decomposition", [Fault("centre", f"'{centre}' is not mean or median.")])
    if isinstance(reference, np.ndarray):
        return np.broadcast_to(np.asarray(reference, float), index.scores.shape)
    row = {name: at for at, name in enumerate(index.places)}
    by_place = isinstance(reference, Mapping)
    lists = reference.values() if by_place else [reference]
    named = {name for names in lists for name in names} | set(reference if by_place else ())
    unknown = sorted(named - set(row))
    if unknown:
        faults = [Fault(f"place '{name}'", "is not in the index.") for name in unknown]
        raise InvalidInput("decomposition: reference", faults)
    found = np.full(index.scores.shape, np.nan)
    for at, place in enumerate(index.places):
        names = reference.get(place, ()) if by_place else reference
        rows = [row[name] for name in names if not (by_place and name == place)]
        if rows:
            found[at] = reference_profile(index.scores[rows], centre)
    return found


def reference_profile(scores: np.ndarray, centre: str = "mean") -> np.ndarray:
    """Return the mean or median of known scores by indicator.

    Parameters
    ----------
    scores
        Places x indicators; NaN is missing.
    centre
        "mean" or "median".

    Returns
    -------
    ndarray
        By indicator; NaN where nobody has one.
    """
    found = np.full(scores.shape[1], np.nan)
    some = np.isfinite(scores).any(axis=0)
    middle = np.nanmean if centre == "mean" else np.nanmedian
    if some.any():
        found[some] = middle(scores[:, some], axis=0)
    return found


def _result(
    places: Sequence[str],
    steps: list[tuple[Split, str]],
    own: np.ndarray,
    other: np.ndarray,
    lump: Lump | None = None,
) -> Decomposition:
    rows = []
    for found, cause in steps:
        for part, amounts in found.data.items():
            rows.append(_rows(places, part, cause, amounts))
        absent = "missing" if cause == "data" else cause
        for part, amounts in found.missing.items():
            keep = np.isfinite(amounts) & (amounts != 0)
            rows.append(_rows(places, part, absent, amounts)[keep])
    frame = pd.concat(rows, ignore_index=True)
    if lump is not None:
        frame = frame[~frame["place"].map(dict(zip(places, lump.alone, strict=True))).astype(bool)]
        whole = _rows(places, lump.part, lump.cause, lump.amounts)
        frame = pd.concat([frame, whole[np.isfinite(lump.amounts)]], ignore_index=True)
    reason = np.where(np.isfinite(own) & np.isfinite(other), "", "no_score")
    known = dict(zip(places, reason == "", strict=True))
    frame = frame[frame["place"].map(known).astype(bool)]
    if any(cause == "rebasing" for _, cause in steps):
        frame = frame[(frame["cause"] != "rebasing") | (frame["contribution"] != 0)]
    totals = pd.DataFrame(
        {"place": places, "own": own, "other": other, "gap": own - other, "reason": reason}
    )
    return Decomposition(frame.reset_index(drop=True), totals)


def _rows(places: Sequence[str], part: str, cause: str, amounts: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(dict(zip(COLUMNS, (places, part, cause, amounts), strict=True)))
