"""What a parameter may be used for; an association explains no cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from impact.errors import Fault, InvalidInput, UnknownName
from impact.evidence.model import RATIOS, Parameter

Use = Literal["attributable_fraction", "exposure_change", "programme_effect", "stated", "cost"]
USES: tuple[str, ...] = get_args(Use)

_EFFECTS = ("attributable_fraction", "exposure_change", "programme_effect")
_WORDS = {
    "attributable_fraction": "an attributable fraction",
    "exposure_change": "a change of exposure",
    "programme_effect": "a programme's effect",
    "cost": "a cost",
}
_MEASURES = {
    "attributable_fraction": RATIOS,
    "exposure_change": RATIOS,
    "programme_effect": (
        *RATIOS,
        "standardised_mean_difference",
        "mean_difference",
        "risk_difference",
    ),
    "cost": ("cost",),
}
_SCENARIO = (
    "If you still want to ask 'what if it were causal', state it under parameters of your own "
    "file with causal: scenario and scenario_only: true; the result is then marked as a scenario."
)


def check_use(
    parameter: Parameter, use: Use, *, where: Callable[[tuple[str, ...]], str] | None = None
) -> None:
    """Refuse a parameter that cannot carry what it is used for, and say why.

    Parameters
    ----------
    parameter
        One parameter.
    use
        ``attributable_fraction`` (cases an exposure explains), ``exposure_change`` (cases that
        change with the exposure), ``programme_effect`` (an indicator moves from its own level),
        ``stated`` (it is only cited) or ``cost``.
    where
        From a field of the parameter to how a fault names it; without it the id is named.

    Raises
    ------
    InvalidInput
        An association is used as an effect: what goes together need not vanish together. A
        correlation or a published attributable fraction is used as an effect. A cost is used
        where an effect belongs, or the other way round. Every reason that applies is listed.
    UnknownName
        There is no such use.

    Notes
    -----
    A scenario (see `is_scenario`) may be used; whoever uses it marks the result as one.
    """
    if use not in USES:
        raise UnknownName("use of a parameter", use, USES, f"There are {', '.join(USES)}.")
    place = where or (lambda field: f"parameter '{parameter.id}', {field[0]}")
    found = []
    if use in _MEASURES and parameter.measure not in _MEASURES[use]:
        found.append(Fault(place(("measure",)), *_wrong_measure(parameter, use)))
    if use in _EFFECTS and parameter.causal == "association":
        problem = (
            f"'{parameter.id}' is an association, not an effect, and cannot enter {_WORDS[use]}: "
            f"that two things are found together does not say that one would change if the other "
            f"did."
        )
        found.append(Fault(place(("causal",)), problem, _SCENARIO))
    if found:
        raise InvalidInput(f"'{parameter.id}' cannot be used as {_WORDS[use]}:", found)


def is_scenario(parameter: Parameter) -> bool:
    """Say whether a result that uses this parameter must be marked as a scenario."""
    return parameter.scenario_only or parameter.causal == "scenario"


def _wrong_measure(parameter: Parameter, use: str) -> tuple[str, str]:
    said = f"'{parameter.id}' is a {parameter.measure.replace('_', ' ')}"
    if parameter.measure == "correlation":
        problem = f"{said}: it says how closely two things follow each other, not by how much one"
        return f"{problem} changes the other.", "Use a ratio or a difference that a study found."
    if parameter.measure == "attributable_fraction":
        problem = f"{said}: it holds for the exposed share of the people it was found among."
        return problem, "Use the ratio behind it, with the exposed shares of your own places."
    allowed = ", ".join(measure.replace("_", " ") for measure in _MEASURES[use])
    return f"{said}, which does not give {_WORDS[use]}.", f"That takes one of: {allowed}."
