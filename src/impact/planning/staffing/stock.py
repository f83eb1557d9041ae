"""The staff there is, year by year, when nobody is hired: who retires, who leaves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from impact.errors import Fault, InvalidInput

OLDEST = 100
Band = tuple[int, int]
"""First and last age of a band of ages."""


def retirement_shares(
    posts_by_band: Mapping[Band, float], years: int, retirement_age: int, leaving: float
) -> np.ndarray:
    """Return which share of the staff still there retires each year.

    Parameters
    ----------
    posts_by_band
        Full-time posts by first and last age, today.
    years
        How many years ahead.
    retirement_age
        Whoever reaches it is gone.
    leaving
        Share of all others that leaves in a year for other reasons, 0 to 1.

    Returns
    -------
    numpy.ndarray
        One share per year, 0 to 1; 1 when nobody is left.

    Raises
    ------
    InvalidInput
        A band is no band, posts are negative, or a share is none.

    Notes
    -----
    Posts are spread evenly over the ages of a band. Each year everybody grows a year older;
    those who have reached the retirement age by then retire, of the rest `leaving` leaves at any
    age alike.
    """
    _check(posts_by_band, years, leaving)
    ages = np.zeros(OLDEST + 1)
    for (first, last), posts in posts_by_band.items():
        ages[first : last + 1] += posts / (last - first + 1)
    shares = np.ones(years)
    for year in range(years):
        before = ages.sum()
        ages = np.concatenate([[0.0], ages[:-1]])
        retired = ages[retirement_age:].sum()
        ages[retirement_age:] = 0.0
        shares[year] = retired / before if before > 0 else 1.0
        ages *= 1 - leaving
    return shares


def remaining(posts: float, retiring: np.ndarray, leaving: float) -> np.ndarray:
    """Return the expected posts still filled after each year when nobody is hired.

    Parameters
    ----------
    posts
        Full-time posts today.
    retiring
        Share that retires in each year.
    leaving
        Share of the rest that leaves in a year.

    Notes
    -----
    posts(t) = posts(t-1) (1 - retiring(t)) (1 - leaving).
    """
    return posts * np.cumprod((1 - np.asarray(retiring, dtype=float)) * (1 - leaving))


def remaining_draws(
    posts: float, retiring: np.ndarray, leaving: float, draws: int, seed: int
) -> np.ndarray:
    """Return random courses of the posts still filled: draws by years.

    Parameters
    ----------
    posts
        Full-time posts today; whole persons are drawn and scaled to it.
    retiring, leaving
        As in `remaining`.
    draws, seed
        How many courses, and the seed of the random numbers.

    Notes
    -----
    Each person stays with probability (1 - retiring)(1 - leaving), independently: binomial. That
    is the chance of persons alone; that the shares themselves are uncertain is not in it.
    """
    generator = np.random.default_rng(seed)
    staying = (1 - np.asarray(retiring, dtype=float)) * (1 - leaving)
    persons = max(round(posts), 1) if posts > 0 else 0
    scale = posts / persons if persons else 0.0
    left = np.full(draws, persons)
    course = np.empty((draws, len(staying)))
    for year, share in enumerate(staying):
        left = generator.binomial(left, share)
        course[:, year] = left * scale
    return course


def _check(posts_by_band: Mapping[Band, float], years: int, leaving: float) -> None:
    faults = [
        Fault(f"band {first}-{last}", "is no band of ages.", f"Give 15 to {OLDEST}, in order.")
        for first, last in posts_by_band
        if not 15 <= first <= last <= OLDEST
    ]
    faults += [
        Fault(f"band {first}-{last}", f"has {posts} posts.", "Give none or more.")
        for (first, last), posts in posts_by_band.items()
        if not (np.isfinite(posts) and posts >= 0)
    ]
    if not 0 <= leaving <= 1:
        faults.append(Fault("leaving", f"is {leaving}.", "Give a share, 0 to 1."))
    if years < 1:
        faults.append(Fault("years", f"are {years}.", "Give one or more."))
    if faults:
        raise InvalidInput("the staff cannot be carried forward", faults)
