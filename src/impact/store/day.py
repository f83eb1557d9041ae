"""A day of the calendar as everything that is stored names it: YYYY-MM-DD."""

from __future__ import annotations

import datetime
import re

from impact.errors import InvalidInput


def checked_day(text: str) -> str:
    """Return a day that is one.

    Raises
    ------
    InvalidInput
        It is not written YYYY-MM-DD, or the calendar has no such day.
    """
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return datetime.date.fromisoformat(text).isoformat()
    except (TypeError, ValueError):
        pass
    raise InvalidInput(f"'{text}' is not a day. Write it YYYY-MM-DD, such as 2025-03-15.")
