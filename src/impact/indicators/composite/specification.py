"""What an index is made of: a tree of parts, its indicators, and how they become one number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from impact.errors import InvalidInput
from impact.indicators.composite.specification_faults import specification_faults


@dataclass(frozen=True, slots=True)
class IndexNode:
    """One part of an index; the part without a parent is the whole index.

    Parameters
    ----------
    id
        Unique among nodes and indicators; any text.
    parent
        Id of the node it belongs to; None for the root, of which there is one.
    weight
        Above 0 or 0; shares among the children of one parent are calculated.
    names
        Name by language code.
    aggregation
        Of its children, when other than the index's own; see `IndexSpec`.
    minimum_share
        Of its children's weight that must have a score, when other than the index's own.
    """

    id: str
    parent: str | None = None
    weight: float = 1.0
    names: Mapping[str, str] = field(default_factory=dict)
    aggregation: str | None = None
    minimum_share: float | None = None


@dataclass(frozen=True, slots=True)
class IndexItem:
    """One indicator of an index.

    Parameters
    ----------
    id
        Name of its column among the values.
    node
        Id of the node it belongs to, at any depth (trees may be ragged).
    direction
        "higher" or "lower" is better.
    weight
        Among the children of its node.
    goalposts
        Values, in the indicator's unit, that are worth 0 and 100 with normalisation "goalposts":
        (lowest, highest) whatever the direction.
    target
        Value that is worth 100 with normalisation "distance_to_target".
    valid_from, valid_to
        First and last year in which it belongs to the index; None: always.
    names
        Name by language code, when other than the catalogue's.
    normalisation
        When other than the index's own.
    """

    id: str
    node: str
    direction: str = "higher"
    weight: float = 1.0
    goalposts: tuple[float, float] | None = None
    target: float | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    normalisation: str | None = None

    def valid(self, year: int) -> bool:
        """Return whether the indicator belongs to the index of a year."""
        return (self.valid_from is None or year >= self.valid_from) and (
            self.valid_to is None or year <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class IndexSpec:
    """A whole index: nodes, indicators and methods. Faults are listed all at once.

    Parameters
    ----------
    id
        Short name.
    nodes, indicators
        The tree, in any order.
    normalisation
        "min_max", "z_score", "rank", "percentile", "goalposts" or "distance_to_target".
    aggregation
        "arithmetic", "geometric", "harmonic", "generalised", "outranking" or
        "benefit_of_the_doubt".
    power
        Of the generalised mean (not 0).
    floor
        Lowest score, above 0, that enters means which need positive numbers (geometric, harmonic,
        generalised).
    minimum_share
        Of a node's weight that must have a score for the node to have one, 0 to 1.
    imputation
        "none" (weights are shared among what there is) or "median" (of the other places).
    treatment
        Whether outliers are pulled in before normalisation; see `treatment`.
    base_year
        Year whose limits are kept for later years; None: those of the values themselves.
    names
        Name by language code.
    source
        Where weights and limits come from.
    unconfirmed
        True when weights or limits could not be read at their source.

    Raises
    ------
    InvalidInput
        Every fault of tree, weights, goalposts, targets, years and methods.
    """

    id: str
    nodes: tuple[IndexNode, ...]
    indicators: tuple[IndexItem, ...]
    normalisation: str = "min_max"
    aggregation: str = "arithmetic"
    power: float = 1.0
    floor: float = 1.0
    minimum_share: float = 2 / 3
    imputation: str = "none"
    treatment: bool = False
    base_year: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    unconfirmed: bool = False

    def __post_init__(self) -> None:
        faults = specification_faults(self)
        if faults:
            raise InvalidInput(f"the index '{self.id}' cannot be built", faults)

    @property
    def root(self) -> str:
        """Id of the node that is the whole index."""
        return next(node.id for node in self.nodes if node.parent is None)

    @property
    def indicator_ids(self) -> tuple[str, ...]:
        """Ids of the indicators in their order, the columns of every array of values."""
        return tuple(item.id for item in self.indicators)

    def for_year(self, year: int) -> IndexSpec:
        """Return the index of a year: without indicators not valid then, and emptied nodes."""
        items = tuple(item for item in self.indicators if item.valid(year))
        if not items:
            raise InvalidInput(f"the index '{self.id}' has no indicator that is valid in {year}")
        parents = {node.id: node.parent for node in self.nodes}
        used: set[str] = set()
        for item in items:
            node: str | None = item.node
            while node is not None and node not in used:
                used.add(node)
                node = parents[node]
        nodes = tuple(node for node in self.nodes if node.id in used)
        return replace(self, nodes=nodes, indicators=items)

    def with_weights(self, weights: Mapping[str, float]) -> IndexSpec:
        """Return the same index with other weights for the nodes and indicators named."""
        known = {part.id for part in (*self.nodes, *self.indicators)}
        if unknown := sorted(set(weights) - known):
            raise InvalidInput(f"the index '{self.id}' has no parts named {', '.join(unknown)}")
        return replace(
            self,
            nodes=tuple(replace(n, weight=weights.get(n.id, n.weight)) for n in self.nodes),
            indicators=tuple(
                replace(i, weight=weights.get(i.id, i.weight)) for i in self.indicators
            ),
        )
