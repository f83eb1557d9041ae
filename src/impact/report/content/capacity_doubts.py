"""What speaks against a plan of places, and what nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impact.report.blocks import Sentences
from impact.report.content.capacity_words import PLANNED, most_left_out, people, rows_of
from impact.report.message import Message, Number, PlaceName, message, words

if TYPE_CHECKING:
    from impact.overviews.capacities.model import CapacityPlan
    from impact.run.capacity.model import CapacityFile


def capacity_doubts(plan: CapacityFile, capacity: CapacityPlan) -> Sentences:
    """Return what speaks against the plan, or against trusting it.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    weight = Number(100 * capacity.weight, "percent", 0, statistic="need_weight")
    lines = [message("capacity-doubt-weight", weight=weight)]
    if capacity.counted_at == "school":
        lines.append(message("capacity-doubt-counted-at-school"))
    lines.extend(_uneven(plan, capacity))
    lines.extend(_scenarios(capacity))
    lines += [message("own-words", words=words(text)) for text in plan.cautions]
    return Sentences(section="doubts", messages=tuple(lines), bullets=True)


def _uneven(plan: CapacityFile, capacity: CapacityPlan) -> list[Message]:
    """Return where the plan leaves the largest share without a place."""
    found = most_left_out(capacity, plan.country)
    if found is None:
        return []
    place, without, then = found
    about = {"place": PlaceName(place), "without": without, "then": then}
    shared = plan.assumptions.share_evenly
    return [message("capacity-doubt-uneven-shared" if shared else "capacity-doubt-uneven", **about)]


def _scenarios(capacity: CapacityPlan) -> list[Message]:
    for row in rows_of(capacity.robustness, plan=PLANNED, measure="unmet"):
        high, worst = (people(row[name], f"unmet_{name}", row) for name in ("high", "worst"))
        if high is not None and worst is not None:
            number = people(row["scenarios"], "scenarios", row)
            return [message("capacity-doubt-scenarios", high=high, worst=worst, count=number)]
    return []


def capacity_unknown(plan: CapacityFile, capacity: CapacityPlan) -> Sentences:
    """Return what these figures cannot say, and what would change our mind.

    Parameters
    ----------
    plan
        The file as read.
    capacity
        What it came to.
    """
    mind = words(plan.what_would_change_our_mind)
    lines = [message(f"capacity-unknown-{name}") for name in ("choice", "providers", "staff")]
    if capacity.simulated:
        lines.insert(0, message("capacity-unknown-simulated"))
    lines.append(message("unknown-change-mind", words=mind))
    return Sentences(section="unknown", messages=tuple(lines), bullets=True)
