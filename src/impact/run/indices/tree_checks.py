"""What must hold for the tree of an index: one whole, parts with weights, limits that fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from impact.run.assessments.checks import Finding, Place
from impact.run.indices.model import IndexRecord, Measure


def tree_checks(record: IndexRecord) -> Iterator[Finding]:
    """Yield what is wrong with the tree, the weights and the limits of a file.

    Parameters
    ----------
    record
        The file of an index, each of its fields sound in itself.
    """
    yield from _whole(record)
    yield from _nodes(record)
    yield from _names(record)
    for name, one in record.indicators.items():
        yield from _limits(record, ("indicators", name), one)
    if "benefit_of_the_doubt" in record.choices.aggregations and record.measured:
        problem = "the benefit of the doubt cannot be drawn for a whole country."
        yield Finding(("choices", "aggregations"), problem, "Leave it out.")
    if record.aggregation == "generalised" and record.power == 0:
        yield Finding(("power",), "0 is no power of a mean.", "That is 'geometric'.")


def _whole(record: IndexRecord) -> Iterator[Finding]:
    roots = [name for name, node in record.nodes.items() if node.parent is None]
    if not roots:
        yield Finding(("nodes",), "every part has a parent, so none is the whole index.")
    for name in roots[1:]:
        problem = f"it has no parent, and '{roots[0]}' is the whole index already."
        yield Finding(("nodes", name), problem, "Say under parent what it belongs to.")


def _nodes(record: IndexRecord) -> Iterator[Finding]:
    filled: dict[str, float] = {}
    for name, node in record.nodes.items():
        if node.parent is None:
            continue
        if node.parent not in record.nodes:
            yield Finding(("nodes", name, "parent"), f"there is no part '{node.parent}'.")
        elif _in_circle(record, name):
            yield Finding(("nodes", name, "parent"), "it is its own ancestor.")
        filled[node.parent] = filled.get(node.parent, 0.0) + node.weight
    for name, one in record.indicators.items():
        if one.node not in record.nodes:
            yield Finding(("indicators", name, "node"), f"there is no part '{one.node}'.")
        filled[one.node] = filled.get(one.node, 0.0) + one.weight
    for name in record.nodes:
        if name not in filled:
            yield Finding(("nodes", name), "it has neither indicators nor parts.")
        elif filled[name] == 0:
            yield Finding(("nodes", name), "the weights below it add up to 0.")


def _in_circle(record: IndexRecord, start: str) -> bool:
    node = record.nodes[start].parent
    for _ in record.nodes:
        if node == start:
            return True
        known = record.nodes.get(node or "")
        node = None if known is None else known.parent
    return False


def _names(record: IndexRecord) -> Iterator[Finding]:
    counted = Counter(one.indicator for one in record.indicators.values() if one.indicator)
    seen: set[Any] = set()
    for name, one in record.indicators.items():
        if one.indicator in seen and counted[one.indicator] > 1:
            yield Finding(("indicators", name), f"'{one.indicator}' is in the index already.")
        seen.add(one.indicator)
        for called in dict.fromkeys((name, one.indicator)):
            if called in record.nodes:
                problem = f"a part is called '{called}' too."
                yield Finding(("indicators", name), problem, "Give one of them another key.")


def _limits(record: IndexRecord, place: Place, one: Measure) -> Iterator[Finding]:
    way = one.normalisation or record.normalisation
    posts = one.goalposts
    if posts is not None and not posts[0] < posts[1]:
        mend = "Write the lowest first; the direction says which is best."
        yield Finding((*place, "goalposts"), f"{list(posts)} are not two numbers that rise.", mend)
    if way == "goalposts" and posts is None:
        yield Finding(place, "it has no goalposts.", "Write the lowest and the highest value.")
    if way == "distance_to_target" and one.target is None:
        yield Finding(place, "it has no target.")
    for other in record.choices.normalisations if one.normalisation is None else ():
        lacking = {"goalposts": posts, "distance_to_target": one.target}
        if other != way and lacking.get(other, 0) is None:
            mend = "Give it, or take that way out of choices.normalisations."
            yield Finding(place, f"it lacks what '{other}' among the choices needs.", mend)
    first, last = one.valid_from, one.valid_to
    if first is not None and last is not None and first > last:
        problem = f"it is valid from {first}, after its last year {last}."
        yield Finding((*place, "valid_to"), problem)
