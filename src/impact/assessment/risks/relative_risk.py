"""How many times the risk is, at an exposure, what it is at the cutoff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import CubicSpline

from impact.assessment.arrays import Inputs, plain
from impact.assessment.risks.levels import RATIO
from impact.errors import UnknownName

ShapeName = Literal["log_linear", "linear", "log_log", "linear_log"]
Curve = Callable[[np.ndarray], ArrayLike]
Knots = tuple[Sequence[float], Sequence[float]]
SHAPES: tuple[str, ...] = get_args(ShapeName)


def relative_risk_at(
    exposure: ArrayLike,
    *,
    relative_risk: ArrayLike | None = None,
    increment: ArrayLike = 1.0,
    cutoff: ArrayLike = 0.0,
    shape: ShapeName | Knots | Curve = "log_linear",
) -> np.ndarray | float:
    """Return the relative risk at an exposure, against the risk at the cutoff.

    Parameters
    ----------
    exposure
        Exposure in its own unit (hours, points, micrograms), any shape. NaN is unknown.
    relative_risk
        Ratio of risks for one `increment` more exposure; broadcasts with `exposure`. Only with
        a named shape.
    increment
        How much more exposure `relative_risk` is about, in the exposure's unit.
    cutoff
        Exposure below which the risk no longer falls: lower exposures count as this one.
    shape
        ``log_linear``: each increment multiplies the risk. ``linear``: each increment adds the
        same. ``log_log`` and ``linear_log``: the same over the logarithm of exposure + 1, so that
        the first steps count most. A pair (exposures, risks): a natural cubic spline through
        these knots; outside them the risk stays as at the nearest knot, because nobody has seen
        it there. A function of exposure, such as a published curve.

    Returns
    -------
    array or float
        Relative risks, 1 at the cutoff; NaN where an input is.

    Raises
    ------
    InvalidInput
        With all kinds of fault: relative risks of 0 or less, increments of 0 or less, negative
        exposures in a logarithmic shape, knots that do not rise, a risk missing or given twice,
        risks of 0 or less from a curve or a falling line.
    UnknownName
        For a shape of another name.

    Notes
    -----
    With x = max(exposure, cutoff), c = cutoff, d = increment, R = relative risk:
    log_linear exp(ln R (x - c) / d); linear 1 + (R - 1)(x - c) / d;
    log_log ((x + 1) / (c + 1))^(ln R / ln((c + d + 1) / (c + 1)));
    linear_log 1 + (R - 1) ln((x + 1) / (c + 1)) / ln((c + d + 1) / (c + 1));
    knots and functions f: f(x) / f(c). Others evaluate a curve at x - c, which moves a curve
    printed over exposure to the right by c; that is only the same for a log-linear one. With a
    curve that is 1.046 at 5 and 1.089 at 10, the risk at 10 against 5 is 1.041, not 1.046.

    References
    ----------
    Ostro (2004), Outdoor air pollution: assessing the environmental burden of disease at national
    and local levels, WHO Environmental Burden of Disease Series 5; Pozzer et al. (2023),
    GeoHealth 7, e2022GH000711.
    """
    given = Inputs("relative_risk_at")
    if isinstance(shape, str):
        return plain(_named(given, exposure, relative_risk, increment, cutoff, shape))
    if relative_risk is not None:
        given.wrong("relative_risk", "is given beside a curve.", "Give one of the two.")
    x, c = given.numbers("exposure", exposure), given.numbers("cutoff", cutoff)
    curve = shape if callable(shape) else _spline(given, *shape)
    given.refuse(exposure=x, cutoff=c)
    above = np.maximum(x, c)
    with np.errstate(divide="ignore", invalid="ignore"):
        found, base = (np.asarray(curve(np.asarray(at)), dtype=float) for at in (above, c))
        for values in (found, base):
            given.numbers("risk of the curve", values, above=0)
        given.refuse()
        return plain(np.where(np.isnan(above), np.nan, found / base))


def _named(
    given: Inputs,
    exposure: ArrayLike,
    relative_risk: ArrayLike | None,
    increment: ArrayLike,
    cutoff: ArrayLike,
    shape: str,
) -> np.ndarray:
    if shape not in SHAPES:
        raise UnknownName("shape", shape, SHAPES, f"Known are {', '.join(SHAPES)}.")
    if relative_risk is None:
        given.wrong("relative_risk", f"is not given for the shape {shape}.", "Give the ratio.")
    least = 0 if shape in ("log_log", "linear_log") else None
    x = given.numbers("exposure", exposure, at_least=least)
    c = given.numbers("cutoff", cutoff, at_least=least)
    step = given.numbers("increment", increment, above=0)
    ratio = given.numbers(
        "relative_risk", 1 if relative_risk is None else relative_risk, above=0, mend=RATIO
    )
    given.refuse(exposure=x, cutoff=c, increment=step, relative_risk=ratio)
    rise = np.maximum(x, c) - c
    steps = rise / step
    if least == 0:
        steps = np.log1p(rise / (c + 1)) / np.log1p(step / (c + 1))
    if shape in ("log_linear", "log_log"):
        return np.exp(np.log(ratio) * steps)
    mend = "A straight line falls below nought here; take a log-linear shape."
    found = given.numbers("risk at exposure", 1 + (ratio - 1) * steps, at_least=0, mend=mend)
    given.refuse()
    return found


def _spline(given: Inputs, exposures: Sequence[float], risks: Sequence[float]) -> Curve:
    at = given.numbers("exposures of knots", exposures)
    height = given.numbers("risks of knots", risks, above=0)
    if not (at.ndim == 1 and height.shape == at.shape and len(at) >= 3):
        given.wrong("shape", "needs three or more knots, as many risks as exposures.")
    elif not (np.isfinite(height).all() and (np.diff(np.sort(at)) > 0).all()):
        given.wrong("shape", "has a knot twice or one that is not known.")
    given.refuse()
    order = np.argsort(at)
    spline = CubicSpline(at[order], height[order], bc_type="natural")
    return lambda x: spline(np.clip(x, at.min(), at.max()))
