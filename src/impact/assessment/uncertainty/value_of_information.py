"""What it would be worth to know more before deciding."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.interpolate import BSpline

from impact.errors import Fault, InvalidInput

FEWEST = 640
DEGREE = 3
INNER_KNOTS = 7
EVERYTHING = "all"


def value_of_information(
    net_benefits: np.ndarray, parameters: Mapping[str, np.ndarray] | None = None
) -> dict[str, float]:
    """Return what knowing everything, or one parameter, for certain would be worth at most.

    Parameters
    ----------
    net_benefits
        Shape (draws, alternatives): the net benefit of every alternative that could be chosen,
        in money. The baseline is one of them (0 when the others are measured against it).
    parameters
        Draws of the parameters by name, as `draw` gives them. Fixed ones are left out,
        and so are places where one is unknown.

    Returns
    -------
    dict
        ``all``: the value of perfect information on everything; then, by name and largest first,
        of one parameter with all others as uncertain as they are. In the unit of the net
        benefits, never below 0; NaN when a net benefit is unknown.

    Raises
    ------
    InvalidInput
        Not two axes; fewer than two alternatives; fewer than 640 draws; unlike numbers of draws;
        a parameter named ``all``.

    Notes
    -----
    Today the alternative with the highest mean net benefit is chosen. Everything known: mean over
    draws of the highest net benefit, minus the highest mean. One parameter known: the same with
    each net benefit replaced by its mean given that parameter, taken from a regression of the net
    benefits on the parameter (cubic spline with seven inner knots at its quantiles). A number
    that each place has its own of enters by the linear combination of the places that explains
    best what the shared parameters leave, found in one half of the draws and used in the other.

    It is the most that a study should cost; a study of finite size is worth less. The value is 0
    where no result the study could bring would change the choice, however uncertain the choice's
    effects may be.

    References
    ----------
    Raiffa and Schlaifer (1961), Applied Statistical Decision Theory; Strong, Oakley and Brennan
    (2014), Medical Decision Making 34, 311-326.
    """
    parameters = {} if parameters is None else parameters
    benefits = np.asarray(net_benefits, dtype=np.float64)
    columns = {name: np.reshape(one, (len(one), -1)) for name, one in parameters.items()}
    _refuse_unfit(benefits, columns)
    means = benefits.mean(axis=0)
    if np.isnan(means).any():
        return dict.fromkeys([EVERYTHING, *columns], np.nan)
    chosen = int(means.argmax())
    against = np.delete(benefits, chosen, axis=1) - benefits[:, [chosen]]
    whole = _gain(against)
    known = {name: one[:, np.ptp(one, axis=0) > 0] for name, one in columns.items()}
    moving = {name: one for name, one in known.items() if one.shape[1]}
    expected = _expected(against, moving)
    found = {name: min(_gain(one), whole) for name, one in expected.items()}
    return {EVERYTHING: whole} | dict(sorted(found.items(), key=lambda item: -item[1]))


def _gain(against: np.ndarray) -> float:
    """Mean of what another choice than today's would bring wherever one is better."""
    return float(np.maximum(against.max(axis=1), 0).mean())


def _expected(against: np.ndarray, columns: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Means of the net benefits given each parameter by itself."""
    fitted = {
        name: _smooth(against, one[:, 0]) for name, one in columns.items() if one.shape[1] == 1
    }
    own = {name: one for name, one in columns.items() if name not in fitted}
    if own:
        middle = against.mean(axis=0)
        left = against - sum(one - middle for one in fitted.values())
        for name, index in _indices(left, own).items():
            parts = [_smooth(left[:, [at]], index[:, at]) for at in range(against.shape[1])]
            fitted[name] = np.hstack(parts)
    return fitted


def _indices(left: np.ndarray, own: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """One number a draw for each parameter of many places, by weights from the other half."""
    ends = np.cumsum([0, *(one.shape[1] for one in own.values())])
    together = np.hstack([one - one.mean(axis=0) for one in own.values()])
    half = len(together) // 2
    halves = slice(None, half), slice(half, None)
    index = {name: np.empty_like(left) for name in own}
    for at, other in (halves, halves[::-1]):
        weights = np.linalg.lstsq(together[other], left[other], rcond=None)[0]
        for name, start, stop in zip(own, ends, ends[1:], strict=False):
            index[name][at] = together[at, start:stop] @ weights[start:stop]
    return index


def _smooth(against: np.ndarray, parameter: np.ndarray) -> np.ndarray:
    """Regression of the net benefits on one parameter by a cubic spline."""
    shares = np.linspace(0, 1, INNER_KNOTS + 2)
    ends = np.quantile(parameter, shares)
    inner = np.unique(ends[1:-1])
    inner = inner[(inner > ends[0]) & (inner < ends[-1])]
    knots = np.r_[[ends[0]] * (DEGREE + 1), inner, [ends[-1]] * (DEGREE + 1)]
    if ends[-1] <= ends[0]:
        return np.broadcast_to(against.mean(axis=0), against.shape)
    basis = BSpline.design_matrix(parameter, knots, DEGREE).toarray()
    return basis @ np.linalg.lstsq(basis, against, rcond=None)[0]


def _refuse_unfit(benefits: np.ndarray, columns: Mapping[str, np.ndarray]) -> None:
    """Refuse what no value of information can be taken from."""
    faults = []
    if benefits.ndim != 2 or benefits.shape[1] < 2:
        mend = "Give (draws, alternatives) with the baseline among at least two alternatives."
        faults.append(Fault("net_benefits", f"has shape {benefits.shape}.", mend))
    if len(benefits) < FEWEST:
        faults.append(Fault("net_benefits", f"has {len(benefits)} draws, fewer than {FEWEST}."))
    faults += [
        Fault(name, f"has {len(one)} draws, the net benefits have {len(benefits)}.")
        for name, one in columns.items()
        if len(one) != len(benefits)
    ]
    if EVERYTHING in columns:
        faults.append(Fault(EVERYTHING, "stands for all parameters.", "Name the parameter else."))
    if faults:
        raise InvalidInput("net benefits without a value of information", faults)
