"""Figures from outside: an analyst's own files (and, later, the providers' services)."""

from __future__ import annotations

from impact.sources.file import add, read

__all__ = ["add", "read"]
