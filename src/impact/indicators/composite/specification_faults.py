"""Everything that is wrong with the specification of an index."""

from __future__ import annotations

from collections import Counter
from math import isfinite
from typing import TYPE_CHECKING

from impact.errors import Fault

if TYPE_CHECKING:
    from impact.indicators.composite.specification import IndexItem, IndexSpec

NORMALISATIONS = (
    "min_max",
    "z_score",
    "rank",
    "percentile",
    "goalposts",
    "distance_to_target",
)
MEANS = ("arithmetic", "geometric", "harmonic", "generalised")
AGGREGATIONS = (*MEANS, "outranking", "benefit_of_the_doubt")
DIRECTIONS = ("higher", "lower")
IMPUTATIONS = ("none", "median")


def specification_faults(spec: IndexSpec) -> list[Fault]:
    """Return every fault of an index, in the order of its parts."""
    faults = _methods(spec) + _tree(spec)
    for item in spec.indicators:
        faults += _item(item, item.normalisation or spec.normalisation)
    return faults


def _methods(spec: IndexSpec) -> list[Fault]:
    faults = _choice("normalisation", spec.normalisation, NORMALISATIONS)
    faults += _choice("aggregation", spec.aggregation, AGGREGATIONS)
    faults += _choice("imputation", spec.imputation, IMPUTATIONS)
    if not (isfinite(spec.power) and spec.power != 0):
        faults.append(Fault("power", f"{spec.power} is no power of a mean.", "0 is 'geometric'."))
    if not (isfinite(spec.floor) and spec.floor > 0):
        faults.append(Fault("floor", f"{spec.floor} is not above 0."))
    shares = [("minimum_share", spec.minimum_share)]
    for node in spec.nodes:
        where = f"node '{node.id}'"
        if node.aggregation is not None:
            faults += _choice(f"{where}, aggregation", node.aggregation, AGGREGATIONS)
        if node.minimum_share is not None:
            shares.append((f"{where}, minimum_share", node.minimum_share))
    for where, share in shares:
        if not 0 <= share <= 1:
            faults.append(Fault(where, f"{share} is not a share between 0 and 1."))
    return faults


def _choice(where: str, given: str, known: tuple[str, ...]) -> list[Fault]:
    if given in known:
        return []
    return [Fault(where, f"'{given}' is not known.", f"Write one of {', '.join(known)}.")]


def _tree(spec: IndexSpec) -> list[Fault]:
    faults = []
    ids = [part.id for part in (*spec.nodes, *spec.indicators)]
    for name, count in Counter(ids).items():
        if count > 1:
            faults.append(Fault(f"'{name}'", f"names {count} parts of the index."))
    roots = [node.id for node in spec.nodes if node.parent is None]
    if len(roots) != 1:
        named = ", ".join(roots) or "none"
        faults.append(Fault("nodes", f"one node has no parent, the whole index; here: {named}."))
    parents = {node.id: node.parent for node in spec.nodes}
    for node in spec.nodes:
        if node.parent is not None and node.parent not in parents:
            faults.append(Fault(f"node '{node.id}'", f"its parent '{node.parent}' is no node."))
        elif _in_circle(node.id, parents):
            faults.append(Fault(f"node '{node.id}'", "is its own ancestor."))
    for item in spec.indicators:
        if item.node not in parents:
            faults.append(Fault(f"indicator '{item.id}'", f"its node '{item.node}' is no node."))
    return faults + _weights(spec)


def _in_circle(start: str, parents: dict[str, str | None]) -> bool:
    node = parents[start]
    for _ in parents:
        if node == start:
            return True
        node = None if node is None else parents.get(node)
    return False


def _weights(spec: IndexSpec) -> list[Fault]:
    faults = []
    below: dict[str, float] = {node.id: 0.0 for node in spec.nodes}
    filled = set()
    for part in (*spec.nodes, *spec.indicators):
        parent = getattr(part, "node", None) or getattr(part, "parent", None)
        if not (isfinite(part.weight) and part.weight >= 0):
            faults.append(Fault(f"'{part.id}'", f"{part.weight} is no weight.", "Write 0 or more."))
        elif parent in below:
            below[parent] += part.weight
            filled.add(parent)
    for node, total in below.items():
        if node not in filled:
            faults.append(Fault(f"node '{node}'", "has neither indicators nor parts."))
        elif total <= 0:
            faults.append(Fault(f"node '{node}'", "the weights below it add up to 0."))
    return faults


def _item(item: IndexItem, normalisation: str) -> list[Fault]:
    where = f"indicator '{item.id}'"
    faults = _choice(f"{where}, direction", item.direction, DIRECTIONS)
    if item.normalisation is not None:
        faults += _choice(f"{where}, normalisation", item.normalisation, NORMALISATIONS)
    posts = item.goalposts
    if posts is not None and not (
        len(posts) == 2 and all(map(isfinite, posts)) and posts[0] < posts[1]
    ):
        problem = f"goalposts {posts} are not two numbers that rise."
        faults.append(Fault(where, problem, "The direction says which is best."))
    if normalisation == "goalposts" and posts is None:
        faults.append(Fault(where, "has no goalposts."))
    if item.target is not None and not isfinite(item.target):
        faults.append(Fault(where, f"the target {item.target} is no number."))
    if normalisation == "distance_to_target" and item.target is None:
        faults.append(Fault(where, "has no target."))
    first, last = item.valid_from, item.valid_to
    if first is not None and last is not None and first > last:
        faults.append(Fault(where, f"is valid from {first}, after its last year {last}."))
    return faults
