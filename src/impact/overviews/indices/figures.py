"""Composite indices of a country: scores, how sure they are, and what they are made of."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from impact.indicators.composite import (
    FrozenParameters,
    Gate,
    Index,
    IndexSpec,
    build_index,
    change_contributions,
    coherence,
    effective_weights,
    fit_parameters,
    gap_contributions,
    strengths,
    weigh,
)
from impact.overviews.indices.draws import index_draws, limits_of_change, limits_of_gap
from impact.overviews.indices.model import IndexFigures, WithIndices
from impact.overviews.indices.spec import index_spec
from impact.overviews.indices.uncertainty import index_uncertainty
from impact.overviews.indices.values import IndexValues, index_values, year_before
from impact.overviews.model import Overview
from impact.overviews.rounding import to_decimals


def index_figures(figures: Overview, plan: WithIndices) -> tuple[IndexFigures, ...]:
    """Return the indices of a plan for all municipalities of the country.

    Parameters
    ----------
    figures
        The country's overview.
    plan
        A plan, or anything with `index_records()`.

    Returns
    -------
    tuple of IndexFigures
        In the plan's order, without those of which nothing is valid in the year; made once for
        equal overviews and files. Do not change their tables.

    Notes
    -----
    Limits of scores come from draws of the figures' own errors, of weights and of the other choices
    the file names. Statistics of all municipalities are rounded to what is shown.
    """
    return tuple(
        _figures(figures, _key(record), _Holder(record))
        for record in plan.index_records()
        if _counts(record, figures.year)
    )


def _counts(record: Any, year: int) -> bool:
    """Whether any indicator of an index is valid in a year."""
    spans = [(one.valid_from or year, one.valid_to or year) for one in record.indicators.values()]
    return any(first <= year <= last for first, last in spans)


class _Holder:
    """A record that does not take part in telling two calls apart; its key does."""

    def __init__(self, record: Any) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder)

    def __hash__(self) -> int:
        return 0


def _key(record: Any) -> str:
    return json.dumps(record.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)


@lru_cache(maxsize=8)
def _figures(figures: Overview, _said: str, holder: _Holder) -> IndexFigures:
    record, year = holder.record, figures.year
    places = pd.Index(sorted(figures.values["place"].unique()), name="place")
    spec, parameters = _limits(figures, record, places)
    now_spec = spec.for_year(year)
    began = not _counts(record, year - 1)
    before_spec = now_spec if began else spec.for_year(year - 1)
    now = index_values(figures, now_spec, year, record.carry, places)
    allowed = year_before(now, year)
    before = index_values(figures, before_spec, year - 1, record.carry, places, allowed)
    before = before.emptied() if began else before
    index = build_index(now.values, now_spec, parameters)
    earlier = build_index(before.values, before_spec, parameters)
    peers = _peers(figures, places)
    gaps = gap_contributions(index, peers)
    changes = change_contributions(earlier, index)
    drawn = index_draws(now, before, now_spec, before_spec, parameters, record.choices.seed)
    found = coherence(index, _inhabitants(figures, places), _gate(record))
    sure, drivers = index_uncertainty(now, index, record.choices)
    clear = strengths(index, now.standard_errors, peers)
    return IndexFigures(
        record=record,
        spec=now_spec,
        country=figures.country,
        year=year,
        coherence=found,
        alpha=_alpha(found),
        places=sure.join(_basis(now, now_spec, index)),
        parts=_parts(index),
        items=_items(index, now),
        gaps=gaps.frame,
        gap_totals=_totals(gaps.totals, limits_of_gap(drawn, peers, gaps.totals)).assign(
            peers=[len(peers.get(place, ())) for place in places]
        ),
        changes=changes.frame,
        change_totals=_totals(changes.totals, limits_of_change(drawn, places)),
        strengths=clear.rename(columns={"indicator": "part"}),
        drivers=drivers,
    )


def _limits(figures: Overview, record: Any, places: pd.Index) -> tuple[IndexSpec, FrozenParameters]:
    """Return the index with its weights as numbers, and the limits of its base year."""
    spec = index_spec(record)
    year = min(record.base_year or figures.year, figures.year)
    base = index_values(figures, spec, year, record.carry, places)
    table = base.values.to_numpy(float)
    parameters = fit_parameters(table, spec, year)
    rules = {"equal", "equal_influence", "first_component"}
    if record.weighting in rules:
        spec = weigh(build_index(base.values, spec, parameters), record.weighting)
    return spec, parameters


def _gate(record: Any) -> Gate:
    said = record.coherence
    return Gate(
        least_alpha=said.lowest_alpha,
        most_redundant=said.most_redundant,
        most_population=said.most_population,
    )


def _peers(figures: Overview, places: pd.Index) -> dict[str, tuple[str, ...]]:
    known = figures.peers[figures.peers["peer"].isin(places) & figures.peers["place"].isin(places)]
    return {place: tuple(rows) for place, rows in known.groupby("place")["peer"]}


def _inhabitants(figures: Overview, places: pd.Index) -> np.ndarray:
    return figures.population.reindex(places).to_numpy(float)


def _alpha(found: Any) -> float:
    whole = found.alpha.loc[found.alpha["node"] == "", "alpha"]
    return float(to_decimals(whole.iloc[0], 2)) if len(whole) else float("nan")


def _basis(now: IndexValues, spec: IndexSpec, index: Index) -> pd.DataFrame:
    """Return how much of each place's weight has figures, and how much rests on older ones."""
    weights = np.array([effective_weights(spec)[name] for name in spec.indicator_ids])
    known = np.isfinite(now.values.to_numpy(float)) * weights
    with np.errstate(invalid="ignore"):
        older = (known * now.older.to_numpy(bool)).sum(axis=1) / known.sum(axis=1)
    return pd.DataFrame({"older": older, "available": index.available[spec.root]}, now.values.index)


def _parts(index: Index) -> pd.DataFrame:
    frame = index.frame().rename(columns={"node": "part"})
    return frame.loc[frame["part"] != index.spec.root, ["place", "part", "score"]]


def _items(index: Index, now: IndexValues) -> pd.DataFrame:
    tables = {"value": now.values, "year": now.years, "score": index.score_frame()}
    long = {
        name: table.rename_axis(index="place", columns="part").stack(future_stack=True)
        for name, table in tables.items()
    }
    return pd.DataFrame(long).reset_index()


def _totals(totals: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    return totals.set_index("place")[["own", "other", "gap"]].join(limits)
