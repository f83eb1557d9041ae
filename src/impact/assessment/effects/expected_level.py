"""What an indicator would be with a programme, from its own level and an effect of a study."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import SHARE, Inputs, plain, power
from impact.assessment.effects.ratios import LOGISTIC_SPREAD
from impact.errors import UnknownName

RATIO_MEASURES = ("odds_ratio", "relative_risk", "hazard_ratio", "rate_ratio")
DIFFERENCE_MEASURES = ("risk_difference", "mean_difference", "standardised_mean_difference")
EFFECT_MEASURES = (*RATIO_MEASURES, *DIFFERENCE_MEASURES)
NO_EFFECTS = {
    "correlation": "says how two things go together, not what changing one does.",
    "attributable_fraction": "belongs to the population it was found in.",
    "cost": "is no effect.",
}


def expected_level(
    baseline: ArrayLike,
    effect: ArrayLike,
    *,
    measure: str,
    reach: ArrayLike = 1.0,
    transfer: ArrayLike = 1.0,
    standard_deviation: ArrayLike | None = None,
) -> np.ndarray | float:
    """Return the level an indicator would have with a programme that works as a study found.

    Parameters
    ----------
    baseline
        Level without the programme: a share of 0 to 1 (not per cent), for `rate_ratio` a rate from
        0 on, for `mean_difference` and a standardised difference with `standard_deviation` a mean
        in its own unit.
    effect
        The study's effect, with the programme against without: a ratio above 0 or a difference.
    measure
        odds_ratio, relative_risk, hazard_ratio, rate_ratio, risk_difference, mean_difference or
        standardised_mean_difference.
    reach
        Share of the people that the programme reaches; the others keep their level.
    transfer
        Share of the effect expected here, 1 = as in the study, from 0 on. May be an array with
        years last, multiplied by `effect_over_time`.
    standard_deviation
        Of the outcome between people, for a standardised difference of a mean. Without it the
        baseline counts as a share and the difference moves its odds.

    Returns
    -------
    float or array
        The level, in the shape all arguments broadcast to; NaN where one is unknown. Less the
        baseline, and times the people, it is the change in persons.

    Raises
    ------
    InvalidInput
        With all impossible levels, ratios at or below 0, shares outside 0 to 1, standard deviations
        at or below 0, shapes that do not fit, and measures that are no effects (a correlation).
    UnknownName
        For a measure that is not known.

    Notes
    -----
    A ratio is discounted on the log scale, ratio ^ transfer, a difference as transfer x difference.
    With p the baseline, those reached have

    - odds ratio: p r / (1 - p + p r), so the same ratio gives a different change in each place
    - relative risk: p r, at most 1
    - hazard ratio: 1 - (1 - p) ^ r
    - rate ratio: p r, without a ceiling
    - risk difference: p + d, kept within 0 to 1
    - mean difference: p + d
    - standardised difference: mean + d sd; without sd the odds are multiplied by exp(d pi / sqrt 3)

    and level = p + reach x (level of those reached - p). The study's effect must be on people
    offered the programme and taking part as here; else `reach` counts twice.

    References
    ----------
    Higgins and Green (editors), Cochrane Handbook 5.1, sections 12.5.4 and 12.6.3; Chinn (2000),
    Statistics in Medicine 19, 3127-3131.
    """
    _check_measure(measure)
    given = Inputs("expected_level")
    start = _baseline(given, baseline, measure, standard_deviation is not None)
    is_ratio = measure in RATIO_MEASURES
    size = given.numbers("effect", effect, above=0 if is_ratio else None)
    reached = given.share("reach", reach)
    here = given.numbers("transfer", transfer, at_least=0)
    spread = np.asarray(1.0)
    if standard_deviation is not None:
        spread = given.numbers("standard_deviation", standard_deviation, above=0)
        if measure != "standardised_mean_difference":
            given.wrong("standard_deviation", f"has no use with {measure}.", "Leave it out.")
    if measure == "risk_difference":
        given.numbers("effect", size, at_least=-1, at_most=1, mend="Shares, not percentage points.")
    given.refuse(
        baseline=start, effect=size, reach=reached, transfer=here, standard_deviation=spread
    )
    size = power(size, here) if is_ratio else size * here
    if standard_deviation is not None:
        treated = start + size * spread
    else:
        treated = _treated(start, size, measure)
    return plain(np.asarray(start + reached * (treated - start)))


def _check_measure(measure: str) -> None:
    if measure in NO_EFFECTS:
        given = Inputs("expected_level")
        given.wrong("measure", f"{measure} {NO_EFFECTS[measure]}", "Use a study of an effect.")
        given.refuse()
    if measure not in EFFECT_MEASURES:
        raise UnknownName("measure of effect", measure, EFFECT_MEASURES)


def _baseline(given: Inputs, baseline: ArrayLike, measure: str, has_spread: bool) -> np.ndarray:
    if measure == "mean_difference" or has_spread:
        return given.numbers("baseline", baseline)
    if measure == "rate_ratio":
        return given.numbers("baseline", baseline, at_least=0)
    return given.numbers("baseline", baseline, at_least=0, at_most=1, mend=SHARE)


def _treated(start: np.ndarray, size: np.ndarray, measure: str) -> np.ndarray:
    if measure == "standardised_mean_difference":
        size, measure = np.exp(size * LOGISTIC_SPREAD), "odds_ratio"
    if measure == "odds_ratio":
        return start * size / (1 - start + start * size)
    if measure == "relative_risk":
        return np.minimum(start * size, 1.0)
    if measure == "hazard_ratio":
        with np.errstate(divide="ignore"):
            return -np.expm1(size * np.log1p(-start))
    if measure == "rate_ratio":
        return start * size
    if measure == "risk_difference":
        return np.clip(start + size, 0.0, 1.0)
    return start + size
