"""What closes a gap of staff: hires a year, qualified hires, pupils per post."""

from __future__ import annotations

import numpy as np


def hires_a_year(
    posts: float, need: np.ndarray, staying: np.ndarray, left: np.ndarray | None = None
) -> np.ndarray:
    """Return the equal number of hires a year after which the last year's need is met.

    Parameters
    ----------
    posts
        Full-time posts filled today.
    need
        Posts needed in the last year; any shape.
    staying
        Share of the staff that stays, for every year from now to then.
    left
        Posts of today still filled in the last year, in the shape of `need`, where they are drawn;
        None takes the expected ones.

    Notes
    -----
    With S = product of all shares, K = 1 + staying(last) + staying(last) staying(last-1) + ...
    (who is hired in a year leaves from the next year on as all others do):
    hires = (need - left) / K with left = posts S if not given, none when that is below nought.
    """
    shares = np.asarray(staying, dtype=float)
    kept = np.cumprod(shares[::-1])
    weight = 1.0 + kept[:-1].sum()
    there = posts * kept[-1] if left is None else np.asarray(left, dtype=float)
    return np.maximum((np.asarray(need, dtype=float) - there) / weight, 0.0)


def balancing_ratio(pupils: np.ndarray, filled: np.ndarray) -> np.ndarray:
    """Return the pupils per post at which the posts filled are enough; NaN without posts.

    Parameters
    ----------
    pupils
        Pupils to come.
    filled
        Full-time posts filled then.
    """
    posts = np.asarray(filled, dtype=float)
    return np.asarray(pupils, dtype=float) / np.where(posts > 0, posts, np.nan)


def qualified_share(share: float, posts: float, hires: float, staying: np.ndarray) -> np.ndarray:
    """Return the qualified share of the staff after each year when all who are hired are qualified.

    Parameters
    ----------
    share
        Today's share, 0 to 1.
    posts
        Full-time posts filled today.
    hires
        Hires a year.
    staying
        Share that stays in each year, qualified or not alike.

    Notes
    -----
    qualified(t) = qualified(t-1) staying(t) + hires; all(t) alike; the share is their ratio.
    """
    qualified, everyone = share * posts, float(posts)
    found = []
    for kept in np.asarray(staying, dtype=float):
        qualified, everyone = qualified * kept + hires, everyone * kept + hires
        found.append(qualified / everyone if everyone > 0 else np.nan)
    return np.array(found)
