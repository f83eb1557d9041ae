"""What all parts of an evaluation's report need: effects in natural units, names, closed sets."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from impact import places
from impact.report.content.numbers import count, finite
from impact.report.content.quantity_numbers import decimals
from impact.report.message import (
    LocalWords,
    Message,
    Number,
    PlaceName,
    message,
    words,
)
from impact.report.quantity_blocks import Estimate

if TYPE_CHECKING:
    import pandas as pd

    from impact.overviews.evaluations.model import Evaluation
    from impact.run.evaluations.model import EvaluationPlan

RELATIVE = "relative_percent"
"""Unit of an effect on a logarithm: so many per cent more or less, not percentage points."""
MOST_COUNTED = 1_000_000
LEAST_P = 0.001
FAULTS = (
    "no_untreated",
    "no_pre_period",
    "no_post_period",
    "start_outside",
    "outcome_missing",
    "break_inside",
    "too_few_units",
    "collinear_calendar",
)
"""Reasons why an effect cannot be estimated, of `impact.evaluation.verdict`."""
Row = Mapping[str, Any]


def rows_of(table: pd.DataFrame, outcome: str) -> list[dict[str, Any]]:
    """Return the rows of one outcome of one of an evaluation's tables."""
    return table[table["outcome"] == outcome].to_dict("records")


def primary(evaluation: Evaluation) -> dict[str, Any]:
    """Return the row of the outcome the conclusion rests on."""
    return evaluation.outcomes.sort_values("primary", ascending=False, kind="stable").to_dict(
        "records"
    )[0]


def is_log(outcome: Row) -> bool:
    """Say whether an outcome's effects are differences of logarithms."""
    return outcome["scale"] == "log"


def is_estimated(outcome: Row) -> bool:
    """Say whether there is an effect to tell of."""
    return outcome["verdict"] != "not_estimable" and finite(outcome["estimate"]) is not None


def why_none(outcome: Row) -> Message:
    """Return why there is no effect to tell of."""
    if outcome["reason"] in FAULTS:
        return named("effect-reason", outcome["reason"])
    return message("effect-not-possible")


def unit_of(outcome: Row) -> str:
    """Return the unit an effect is printed in."""
    return RELATIVE if is_log(outcome) else str(outcome["unit"])


def natural(outcome: Row, value: Any) -> float | None:
    """Return an effect as it is printed: one of a logarithm in per cent; None when there is none.

    Notes
    -----
    A difference d of logarithms is 100 (exp(d) - 1) per cent.
    """
    known = finite(value)
    if known is None or not is_log(outcome):
        return known
    return 100 * math.expm1(known)


def decimals_of(outcome: Row) -> int:
    """Return the decimals of an outcome's effects, by the effect and what surrounds it."""
    named = ("estimate", "lower", "upper", "smallest_effect")
    sizes = [natural(outcome, outcome.get(name)) for name in named]
    return decimals(unit_of(outcome), sizes)


def effect_number(
    outcome: Row, value: Any, statistic: str = "effect", **fields: Any
) -> Number | None:
    """Return an effect, or a bound of one, with sign and unit; None when there is none."""
    known = natural(outcome, value)
    if known is None:
        return None
    given: dict[str, Any] = {
        "unit": unit_of(outcome),
        "decimals": decimals_of(outcome),
        "signed": True,
        "kind": "change",
        "statistic": statistic,
        "indicator": outcome.get("indicator"),
        "about": str(outcome["outcome"]),
    }
    return Number(known, **(given | fields))


def size_number(outcome: Row, value: Any, statistic: str) -> Number | None:
    """Return how large an effect is, without a sign; None when there is none."""
    found = effect_number(outcome, value, statistic, signed=False)
    return None if found is None else replace(found, value=abs(found.value))


def effect_estimate(outcome: Row, row: Row, name: str = "effect", **fields: Any) -> Estimate | None:
    """Return an effect with its interval in natural units.

    Parameters
    ----------
    outcome
        Row of `Evaluation.outcomes`: unit, scale and decimals come from it.
    row
        Holds `estimate, lower, upper`; may be the same row.
    name
        The statistic: what kind of effect it is.
    """
    value = effect_number(outcome, row.get("estimate"), name, **fields)
    if value is None:
        return None
    bare = {**fields, "bare": True}
    return Estimate(
        value,
        effect_number(outcome, row.get("lower"), f"{name}_lower", **bare),
        effect_number(outcome, row.get("upper"), f"{name}_upper", **bare),
    )


def level_unit(outcome: Row) -> str:
    """Return the unit of an outcome's levels: a spread of shares is in percentage points."""
    spread_of_shares = outcome["measure"] == "spread" and outcome["unit"] == "percent"
    return "points_of_percent" if spread_of_shares else str(outcome["unit"])


def level_number(outcome: Row, value: Any, statistic: str, **fields: Any) -> Number | None:
    """Return a level of the outcome; one kept as a logarithm is printed as what it is."""
    known = finite(value)
    if known is None:
        return None
    if is_log(outcome):
        known = math.exp(known)
    given: dict[str, Any] = {
        "unit": level_unit(outcome),
        "decimals": level_decimals(outcome),
        "statistic": statistic,
        "indicator": outcome.get("indicator"),
        "about": str(outcome["outcome"]),
    }
    return Number(known, **(given | fields))


def level_decimals(outcome: Row) -> int:
    """Return the decimals of an outcome's levels: enough to show its effect."""
    known = [finite(outcome.get(name)) for name in ("level_before", "observed", "counterfactual")]
    sizes = [math.exp(one) if is_log(outcome) else one for one in known if one is not None]
    places_ = decimals(str(outcome["unit"]), sizes)
    return max(places_, 0) if is_log(outcome) else max(places_, min(decimals_of(outcome), 1))


def interval(found: Estimate) -> Message | None:
    """Return the interval of an effect in words; with one end, or None without any."""
    if found.lower is not None and found.upper is not None:
        return message("effect-range-both", range=found.range)
    if found.lower is not None:
        return message("effect-range-from", low=found.lower)
    if found.upper is not None:
        return message("effect-range-to", high=found.upper)
    return None


def with_interval(found: Estimate | None) -> Message | Number | None:
    """Return an effect with its interval in brackets, as one table cell."""
    if found is None:
        return None
    told = interval(found)
    return (
        found.value if told is None else message("effect-with-range", value=found.value, told=told)
    )


def tone(outcome: Row, found: Estimate | None) -> str:
    """Return the side of nought an interval lies on: good, bad, plain or unknown."""
    if found is None or found.lower is None or found.upper is None:
        return "unknown"
    lower, upper = found.lower.value, found.upper.value
    if lower <= 0 <= upper:
        return "unknown"
    if outcome["good"] not in ("higher", "lower"):
        return "plain"
    return "good" if (lower > 0) == (outcome["good"] == "higher") else "bad"


def title(plan: EvaluationPlan, outcome: str) -> LocalWords:
    """Return what an outcome is called."""
    return words(plan.outcomes[outcome].title)


def label(plan: EvaluationPlan, name: str) -> LocalWords | PlaceName:
    """Return the name of a unit: a place, those who acted together, or as it stands."""
    if name in plan.treated:
        return words(plan.treated[name].title)
    return PlaceName(name) if places.is_known(name) else words(name)


def treated_units(plan: EvaluationPlan, number: Any) -> Message:
    """Return how many units were treated, in words."""
    kind = "municipalities" if plan.unit == "municipality" else "groups"
    return message(f"effect-count-{kind}", count=count(int(number), "treated_units"))


def compared_units(plan: EvaluationPlan, number: Any) -> Message:
    """Return how many units are compared with, in words."""
    kind = "municipalities" if plan.unit == "municipality" else f"regions-{plan.country.lower()}"
    return message(f"effect-count-{kind}", count=count(int(number), "comparison_units"))


def placebo_count(outcome: Row) -> Message | None:
    """Return how many assignments were counted: all of them, or so many drawn."""
    number = finite(outcome["placebos"])
    if number is None:
        return None
    kind = "all" if outcome["exact"] else "drawn"
    if number > MOST_COUNTED:
        limit = Number(MOST_COUNTED, decimals=0, kind="label")
        return message(f"effect-placebos-{kind}-many", limit=limit)
    return message(f"effect-placebos-{kind}", count=count(int(number), "placebo_assignments"))


def probability(value: Any, statistic: str) -> Number | Message | None:
    """Return a p-value with two digits that say something; near nought it is only bounded."""
    known = finite(value)
    if known is None:
        return None
    if known < LEAST_P:
        return message("below-share", limit=Number(LEAST_P, "number", 3, kind="label"))
    return Number(known, "number", 2 if known >= 0.1 else 3, statistic=statistic)


def share(value: Any, statistic: str) -> Number | Message | None:
    """Return a share of one in per cent: a small one with a decimal, near nought only bounded."""
    known = finite(value)
    if known is None:
        return None
    if 0 < known < LEAST_P:
        return message("below-share", limit=Number(100 * LEAST_P, "percent", 1, kind="label"))
    return Number(100 * known, "percent", 1 if 0 < known < 0.1 else 0, statistic=statistic)


def about_primary(plan: EvaluationPlan, evaluation: Evaluation) -> tuple[Message, ...]:
    """Return that a chapter is about the primary outcome alone, where there are others."""
    if len(evaluation.outcomes) < 2:
        return ()
    return (message("chapter-primary", title=title(plan, primary(evaluation)["outcome"])),)


def leaves_out_nought(found: Estimate) -> bool:
    """Say whether the interval of an effect has both limits on one side of nought."""
    lower, upper = found.lower, found.upper
    return lower is not None and upper is not None and not lower.value <= 0 <= upper.value


def in_unit(name: str, outcome: Row, *, effect: bool = True) -> Message:
    """Return the title of a table whose figures are bare, with the unit they share."""
    return message("table-in-unit", title=message(name), unit=axis(outcome, effect=effect))


def joined(pieces: Iterable[Message | None]) -> Message:
    """Return sentences one after the other."""
    told = [piece for piece in pieces if piece is not None]
    first = told[0]
    for piece in told[1:]:
        first = message("sentence-pair", first=first, second=piece)
    return first


def listed(texts: Iterable[Any]) -> Any:
    """Return names with a semicolon between them; None when there is none."""
    told = None
    for text in texts:
        told = text if told is None else message("listed", first=told, second=text)
    return told


def named(prefix: str, word: object) -> Message:
    """Return the words of a member of a closed set."""
    return message(f"{prefix}-{str(word).replace('_', '-')}")


def axis(outcome: Row, *, effect: bool) -> Message:
    """Return the unit of an axis of effects, or of levels."""
    if not effect:
        return named("axis", level_unit(outcome))
    unit = unit_of(outcome)
    return named("axis", {"percent": "points_of_percent", RELATIVE: "percent"}.get(unit, unit))
