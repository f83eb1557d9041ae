"""What must hold for the decision and for children; and what only deserves a second look."""

from __future__ import annotations

from collections.abc import Iterator

from impact.run.assessments.checks import Draft, Finding
from impact.run.assessments.model import Participation

_DECIDED = ("decided", "monitoring", "closed")


def decision(draft: Draft) -> Iterator[Finding]:
    """Yield a decision without what it needs, and children who were left out."""
    yield from _statuses(draft)
    yield from _stage(draft)
    yield from _reasons(draft)
    if draft.assessed:
        yield from _children(draft)


def cautions(draft: Draft) -> Iterator[Finding]:
    """Yield what is allowed but deserves a second look."""
    yield from _compensation(draft)
    yield from _feedback(draft)
    yield from _unanswered(draft)
    yield from _yes_but_not_needed(draft)
    yield from _predictions(draft)
    yield from _counted_twice(draft)
    yield from _costs_afterwards(draft)
    yield from _decided_late(draft)


def _child_frameworks(draft: Draft) -> list[str]:
    return [name for name, one in draft.frameworks.items() if one.children]


def _heard_children(draft: Draft) -> dict[int, Participation]:
    groups = draft.all("groups")
    return {
        position: one
        for position, one in draft.all("participation").items()
        if one.group in groups and groups[one.group].children
    }


def _statuses(draft: Draft) -> Iterator[Finding]:
    for status in ("decided", "recommended"):
        found = [key for key, one in draft.all("alternatives").items() if one.status == status]
        for name in found[1:]:
            problem = f"'{found[0]}' is {status} already."
            mend = "Only one alternative can be."
            yield Finding(("alternatives", name, "status"), problem, mend)
    for key, one in draft.all("alternatives").items():
        if one.status == "rejected" and one.rejected_reason is None:
            mend = "Say why it was rejected."
            yield Finding(("alternatives", key, "rejected_reason"), "is missing.", mend)


def _stage(draft: Draft) -> Iterator[Finding]:
    stage = draft.data.get("stage")
    needed = draft.screening is None or draft.screening.needed
    if stage in _DECIDED and needed and "decision" not in draft.data:
        mend = "Say date, body and alternative, or set the stage back."
        yield Finding(("decision",), f"the stage is {stage}, but no decision is given.", mend)
    if draft.decision is None:
        return
    if stage not in _DECIDED:
        mend = f"Set the stage to one of {', '.join(_DECIDED)}."
        yield Finding(("stage",), f"there is a decision, but the stage is {stage}.", mend)
    for key, one in draft.all("alternatives").items():
        chosen = key == draft.decision.alternative
        if one.status == "decided" and not chosen:
            problem = f"the decision is '{draft.decision.alternative}'."
            yield Finding(("alternatives", key, "status"), problem, "Make both say the same.")
        if one.status == "rejected" and chosen:
            problem = "it was decided, and cannot be rejected."
            yield Finding(("alternatives", key, "status"), problem, "Make both say the same.")


def _reasons(draft: Draft) -> Iterator[Finding]:
    made = draft.decision
    if made is None:
        return
    if made.follows_best_interests is False and made.reasons is None:
        problem = "the decision goes against the child's best interests without stated reasons."
        mend = "Say which other interests weighed more heavily, and why."
        yield Finding(("decision", "reasons"), problem, mend)
    asking = _child_frameworks(draft)
    if made.follows_best_interests is None and asking:
        problem = f"{', '.join(asking)} asks whether it follows the child's best interests."
        mend = "Say true or false."
        yield Finding(("decision", "follows_best_interests"), problem, mend)


def _children(draft: Draft) -> Iterator[Finding]:
    asking = _child_frameworks(draft)
    if not asking:
        return
    groups = draft.all("groups")
    sound = len(groups) == len(draft.known("groups"))
    if sound and not any(one.children for one in groups.values()):
        problem = f"{', '.join(asking)} asks for a group of children."
        mend = "Add one with children: true."
        yield Finding(("groups",), problem, mend)
    elif not _heard_children(draft) and not draft.data.get("children_not_heard_reason"):
        problem = f"{', '.join(asking)} asks for children's own views."
        mend = (
            "Say under participation how they were heard, or why not in children_not_heard_reason."
        )
        yield Finding(("participation",), problem, mend)


def _compensation(draft: Draft) -> Iterator[Finding]:
    made = draft.decision
    if made is None or made.follows_best_interests is not False or made.compensating is not None:
        return
    impacts = draft.all("impacts")
    done = any(
        one.compensating and impacts[one.impact].alternative == made.alternative
        for one in draft.all("mitigation").values()
        if one.impact in impacts
    )
    if not done:
        problem = "it goes against the child's best interests without compensating measures."
        mend = "Best interests weigh heavily but not alone: say what makes up for it."
        yield Finding(("decision", "compensating"), problem, mend)


def _feedback(draft: Draft) -> Iterator[Finding]:
    for position, one in _heard_children(draft).items():
        if one.feedback is None and one.feedback_plan is None:
            problem = f"'{one.group}' were heard, but not told what became of it."
            mend = "Give the date under feedback, or the plan under feedback_plan."
            yield Finding(("participation", position), problem, mend)


def _unanswered(draft: Draft) -> Iterator[Finding]:
    if draft.screening is None:
        return
    answered = {(one.framework, one.part) for one in draft.screening.answers}
    for name, framework in draft.frameworks.items():
        open_ones = [
            part.id for part in framework.parts_of("screening") if (name, part.id) not in answered
        ]
        if open_ones:
            problem = f"{name} asks more than is answered: {', '.join(open_ones)}."
            yield Finding(("screening", "answers"), problem, "Answer yes, no or unknown.")


def _yes_but_not_needed(draft: Draft) -> Iterator[Finding]:
    if draft.screening is None or draft.screening.needed:
        return
    for position, one in enumerate(draft.screening.answers):
        if one.answer == "yes":
            problem = f"'{one.part}' of {one.framework} is answered yes, but nothing is assessed."
            mend = "Check that the reason covers it."
            yield Finding(("screening", "answers", position), problem, mend)


def _predictions(draft: Draft) -> Iterator[Finding]:
    chosen = _chosen(draft)
    for key, one in draft.all("monitoring").items():
        quantity = draft.all("quantities").get(one.quantity)
        if quantity is None or chosen is None:
            continue
        if chosen not in quantity.alternatives:
            problem = f"'{one.quantity}' is not calculated for '{chosen}': there is no prediction."
            mend = f"Add a quantity for '{chosen}', or leave quantity out."
            yield Finding(("monitoring", key, "quantity"), problem, mend)
            continue
        start = draft.all("alternatives")[chosen].start_year
        if start is not None and one.review_year < start + quantity.lag_years:
            problem = f"in {one.review_year} the effect has not come yet (start {start}, lag "
            problem += f"{quantity.lag_years:g} years)."
            yield Finding(("monitoring", key, "review_year"), problem, "Follow up later too.")


def _chosen(draft: Draft) -> str | None:
    if draft.decision is not None:
        name = draft.decision.alternative
        return name if name in draft.all("alternatives") else None
    statuses = {one.status: key for key, one in draft.all("alternatives").items()}
    return statuses.get("decided", statuses.get("recommended"))


def _counted_twice(draft: Draft) -> Iterator[Finding]:
    if draft.economics is None:
        return
    prices = draft.economics.prices
    named = {one.quantity for one in prices}
    for position, one in enumerate(prices):
        behind = [
            key
            for key, found in draft.all("well_being").items()
            if found.quantity == one.quantity and (key in named or None in named)
        ]
        if one.quantity is not None and behind:
            problem = (
                f"'{one.quantity}' has a price, and so has the well-being that follows from it."
            )
            mend = "Check that nothing is counted twice."
            yield Finding(("economics", "prices", position), problem, mend)


def _costs_afterwards(draft: Draft) -> Iterator[Finding]:
    costs = {} if draft.economics is None else draft.economics.costs
    for key, one in costs.items():
        found = draft.options.get(one.alternative)
        if found is None or found.start_year is None:
            continue
        last = found.start_year + found.horizon_years - 1
        if one.last_year > last:
            problem = f"it goes on until {one.last_year}; what is won is counted until {last}."
            mend = "Count both over the same years, or say why not."
            yield Finding(("economics", "costs", key, "last_year"), problem, mend)


def _decided_late(draft: Draft) -> Iterator[Finding]:
    made = draft.decision
    found = None if made is None else draft.options.get(made.alternative)
    if made is None or found is None or found.start_year is None:
        return
    if int(made.date[:4]) > found.start_year:
        problem = f"it was made in {made.date[:4]}, but '{made.alternative}' began before that."
        mend = "Check start_year; what has happened already is no effect of the decision."
        yield Finding(("decision", "date"), problem, mend)
