"""Groups of people a figure can be divided by, and how they combine.

A group is `total`, or one part of each of several dimensions joined by `&` in this order:
`female&age:13-15&language:sv`.
"""

from __future__ import annotations

import re

DIMENSIONS = {
    "sex": r"female|male",
    "age": r"age:\d\d(-\d\d)?",
    "grade": r"grade:[0-9]",
    "language": r"language:(fi|sv|nb|nn|se|other)",
    "residence": r"residence:(urban|town|rural)",
    "distance": r"distance:\d{1,3}(-\d{1,3})?",
}
"""What people are divided by: sex; age in years (two digits); school grade; first language (`se`
is Northern Sámi); where they live, after Eurostat's degree of urbanisation (cities; towns and
suburbs; rural areas); the way to the nearest school or library in kilometres (no second number:
that far or farther)."""
TOTAL = "total"
_PART = "(" + "|".join(f"(?:{pattern})" for pattern in DIMENSIONS.values()) + ")"
PATTERN = rf"^(total|{_PART}(&{_PART})*)$"


def dimensions(group: str) -> tuple[str, ...]:
    """Return what a group is divided by; nothing for `total`.

    Parameters
    ----------
    group
        Name of a group that fits `PATTERN`.
    """
    if group == TOTAL:
        return ()
    return tuple(_dimension(part) for part in group.split("&"))


def _dimension(part: str) -> str:
    return next(name for name, pattern in DIMENSIONS.items() if re.fullmatch(pattern, part))


def is_group(text: str) -> bool:
    """Say whether a text names a group, each dimension once and in order."""
    if not re.fullmatch(PATTERN, text):
        return False
    order = [list(DIMENSIONS).index(name) for name in dimensions(text)]
    return order == sorted(set(order))
