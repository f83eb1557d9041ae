"""Words, charts and pages: from blocks without language to reports in four languages."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def show(*blocks: Any) -> None:
    """Display blocks in a notebook cell, one output each; None is left out."""
    from IPython.display import display

    for block in blocks:
        if block is not None:
            display(block)


def __getattr__(name: str) -> Any:
    """Offer the makers of blocks by name, imported when first used."""
    content = import_module("impact.report.content")
    if name in content.__all__:
        return getattr(content, name)
    raise AttributeError(f"module 'impact.report' has no attribute '{name}'")
