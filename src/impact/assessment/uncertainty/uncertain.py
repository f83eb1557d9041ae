"""A number that is not known exactly: its central value, its limits and the shape between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from impact.assessment.uncertainty.families import FAMILIES
from impact.errors import Fault, InvalidInput, UnknownName
from impact.evidence.model import RATIOS

if TYPE_CHECKING:
    from impact.evidence.model import Parameter


@dataclass(frozen=True, slots=True, eq=False)
class Uncertain:
    """A number with limits, or one such number for each place.

    Parameters
    ----------
    central
        The estimate. A number: the same for all places, and one draw of it holds for all of them
        (a relative risk). Shape (places,): each place has its own and they are drawn apart.
        NaN: unknown.
    lower, upper
        Its limits, of the same shape as `central` or one for all places. None: known exactly.
    distribution
        Shape between the limits: "lognormal" (ratios), "normal", "beta" (shares of one),
        "gamma" (positive amounts), "triangular" or "fixed". May be left out without limits only.
    confidence
        Level of the limits. Of a triangular one they are the lowest and highest possible values,
        whatever the level.

    Raises
    ------
    InvalidInput
        Limits in the wrong order, a central value outside its limits, one limit without the
        other, limits without a distribution, or values the distribution has no place for (a
        share outside 0 to 1, a ratio not above 0).

    Notes
    -----
    What `central` is, by distribution: lognormal and normal the median, beta and gamma the mean,
    triangular the most likely value. `fitted_limits` tells how well the limits are met.
    """

    central: np.ndarray | float
    lower: np.ndarray | float | None = None
    upper: np.ndarray | float | None = None
    distribution: str | None = None
    confidence: float = 0.95

    def __post_init__(self) -> None:
        family = "fixed" if self.distribution is None else self.distribution
        if family not in FAMILIES:
            raise UnknownName("distribution", family, FAMILIES)
        central = np.asarray(self.central, dtype=np.float64)
        given = [self.lower is not None, self.upper is not None]
        lower, upper = (
            central if limit is None else np.asarray(limit, dtype=np.float64)
            for limit in (self.lower, self.upper)
        )
        faults = _faults_of_form(self, central, lower, upper, family, given)
        if not faults:
            lower, upper = (np.broadcast_to(limit, central.shape) for limit in (lower, upper))
            faults = _faults_of_values(central, lower, upper, family if any(given) else "fixed")
        if faults:
            raise InvalidInput("an uncertain number that cannot be", faults)
        held = {"central": central, "lower": lower, "upper": upper}
        for name, values in held.items():
            object.__setattr__(self, name, values)
        object.__setattr__(self, "distribution", family if any(given) else "fixed")

    @property
    def places(self) -> int | None:
        """How many places have their own number; None when one holds for all."""
        return self.central.shape[0] if self.central.ndim else None

    @property
    def fixed(self) -> bool:
        """Whether it is known exactly."""
        return self.distribution == "fixed"

    def quantile(self, probability: np.ndarray | float) -> np.ndarray:
        """Return the values below which the fitted distribution lies with these probabilities.

        Parameters
        ----------
        probability
            Between 0 and 1; the last axis is places where each place has its own number.

        Returns
        -------
        array
            Of the common shape; NaN where the number is unknown.
        """
        fit, value_at = FAMILIES[self.distribution]
        fitted = fit(self.central, self.lower, self.upper, self.confidence)
        return value_at(np.asarray(probability, dtype=np.float64), *fitted)


def fitted_limits(parameter: Uncertain) -> tuple[np.ndarray, np.ndarray]:
    """Return the limits the fitted distribution really has, to compare with the given ones.

    Parameters
    ----------
    parameter
        The uncertain number.

    Returns
    -------
    lower, upper
        Quantiles at (1 - confidence) / 2 and (1 + confidence) / 2. They are the given ones when
        these lie as the distribution has them: equally far from the centre (normal), by equal
        factors (lognormal). A printed hazard ratio of 1.22 (1.10-1.35) is met within 0.002; a
        ratio of 1.0 (0.9-2.0) is not lognormal and becomes 0.67-1.49. Beta and gamma hold the
        stated probability between the given limits; their tails may be unequal. A triangular
        distribution reaches its limits with probability 0, so its quantiles lie inside them.
    """
    ends = (1 - parameter.confidence) / 2, (1 + parameter.confidence) / 2
    lower, upper = (parameter.quantile(np.full(parameter.central.shape, end)) for end in ends)
    return lower, upper


def uncertain_parameter(parameter: Parameter) -> Uncertain:
    """Return a parameter of the evidence library as an uncertain number.

    Parameters
    ----------
    parameter
        With or without limits; without them it is taken as exact, and what it is used in should
        be marked as a scenario.

    Returns
    -------
    Uncertain
        Lognormal for ratios and normal for the rest, unless the parameter names a distribution.
    """
    usual = "lognormal" if parameter.measure in RATIOS else "normal"
    known = parameter.lower is not None or parameter.upper is not None
    return Uncertain(
        parameter.central,
        parameter.lower,
        parameter.upper,
        (parameter.distribution or usual) if known else None,
        parameter.confidence,
    )


def _faults_of_form(
    parameter: Uncertain,
    central: np.ndarray,
    lower: np.ndarray,
    upper: np.ndarray,
    family: str,
    given: list[bool],
) -> list[Fault]:
    """Faults of shapes, of level, and of what is given with what."""
    faults = []
    if not 0 < parameter.confidence < 1:
        mend = "Write 0.95 for 95 per cent."
        faults.append(Fault("confidence", f"is {parameter.confidence}.", mend))
    if central.ndim > 1:
        faults.append(Fault("central", f"has {central.ndim} axes.", "Give a number or (places,)."))
    for name, limit in (("lower", lower), ("upper", upper)):
        if limit.ndim and limit.shape != central.shape:
            problem = f"has shape {limit.shape}, central has {central.shape}."
            faults.append(Fault(name, problem))
    if any(given) and not all(given):
        absent = "upper" if given[0] else "lower"
        faults.append(Fault(absent, "is absent.", "Give both limits or none."))
    if any(given) and parameter.distribution is None:
        mend = "Write lognormal for a ratio, beta for a share, normal for a difference."
        faults.append(Fault("distribution", "is absent though there are limits.", mend))
    if not any(given) and family != "fixed":
        mend = "Give lower and upper, or leave the distribution out."
        faults.append(Fault("lower, upper", f"are absent; {family} needs them.", mend))
    return faults


def _faults_of_values(
    central: np.ndarray, lower: np.ndarray, upper: np.ndarray, family: str
) -> list[Fault]:
    """Every kind of impossible value with how many there are and where the first stands."""
    outside = (central < lower) | (central > upper)
    kinds = [
        ("lower, upper", lower > upper, "the lower limit is above the upper.", "Swap them."),
        ("central", outside & (lower <= upper), "lies outside its limits.", ""),
        ("central, lower, upper", np.isinf(central) | np.isinf(lower) | np.isinf(upper),
         "is infinite.", "Leave it unknown (NaN)."),
    ]  # fmt: skip
    if family in ("lognormal", "gamma"):
        low = (lower <= 0) | (central <= 0)
        mend = "Only values above 0 can be; a limit of 0 can be triangular."
        kinds.append(("central, lower", low, f"is not above 0, but the number is {family}.", mend))
    if family == "beta":
        off = (lower <= 0) | (upper >= 1) | (central <= 0) | (central >= 1)
        mend = "Write shares of one (0.12 for 12 per cent); limits of 0 or 1 can be triangular."
        kinds.append(("central, lower, upper", off, "is not between 0 and 1.", mend))
    if family == "fixed":
        moved = (lower != central) | (upper != central)
        moved &= ~np.isnan(central + lower + upper)
        kinds.append(
            ("lower, upper", moved, "differ from the central value of a fixed number.", "")
        )
    faults = []
    for where, wrong, problem, mend in kinds:
        if np.any(wrong):
            first = f", first at position {np.flatnonzero(wrong)[0]}" if central.ndim else ""
            many = f" ({np.count_nonzero(wrong)} of {central.size}{first})" if central.ndim else ""
            faults.append(Fault(where + many, problem, mend))
    return faults
