"""The file of an index as the methods read it."""

from __future__ import annotations

from typing import Any

from impact import catalogue
from impact.indicators.composite import IndexItem, IndexNode, IndexSpec


def index_spec(record: Any) -> IndexSpec:
    """Return the tree, weights, limits and methods of an index.

    Parameters
    ----------
    record
        Its file, from `impact.load_index`. An indicator with figures is called by its id in the
        catalogue, one with entered scores by its key.

    Raises
    ------
    InvalidInput
        The parts do not make a tree, or a number does not fit its method.
    """
    return IndexSpec(
        id=record.id,
        nodes=tuple(_node(name, one) for name, one in record.nodes.items()),
        indicators=tuple(_item(name, one) for name, one in record.indicators.items()),
        normalisation=record.normalisation,
        aggregation=record.aggregation,
        power=record.power,
        floor=record.floor,
        minimum_share=record.minimum_share,
        imputation=record.imputation,
        treatment=record.treatment,
        base_year=record.base_year,
        names=record.title,
        source=next(iter(record.source.values())),
        unconfirmed=bool(record.unconfirmed),
    )


def _node(name: str, one: Any) -> IndexNode:
    return IndexNode(
        id=name,
        parent=one.parent,
        weight=one.weight,
        names=one.title,
        aggregation=one.aggregation,
        minimum_share=one.minimum_share,
    )


def _item(name: str, one: Any) -> IndexItem:
    return IndexItem(
        id=one.indicator or name,
        node=one.node,
        direction=one.direction or _polarity(one.indicator),
        weight=one.weight,
        goalposts=one.goalposts,
        target=one.target,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        names=one.title or {},
        normalisation=one.normalisation,
    )


def _polarity(indicator: str | None) -> str:
    known = None if indicator is None else catalogue.indicator(indicator).polarity
    return "lower" if known == "lower" else "higher"
