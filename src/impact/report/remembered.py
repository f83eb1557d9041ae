"""Work done once for an object: the same object, the same answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def remembered(size: int) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Return a decorator that remembers a function's last answers by its first argument itself.

    Parameters
    ----------
    size
        How many answers are kept.

    Notes
    -----
    Blocks are large: to compare or hash one costs as much as many answers. A block never changes,
    so it is enough to see that it is the same object. The object is kept beside its answer, so no
    other can take its identity. Further arguments must be hashable.
    """

    def decorate(function: Callable[..., Answer]) -> Callable[..., Answer]:
        kept: OrderedDict[tuple[Any, ...], tuple[Any, Answer]] = OrderedDict()

        @wraps(function)
        def answer(subject: Any, *further: Any) -> Answer:
            key = (id(subject), *further)
            if key not in kept:
                kept[key] = (subject, function(subject, *further))
                while len(kept) > size:
                    kept.popitem(last=False)
            return kept[key][1]

        answer.forget = kept.clear  # type: ignore[attr-defined]
        return answer

    return decorate
