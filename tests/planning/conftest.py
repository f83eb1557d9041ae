"""Published cases for the tests of this folder."""

from published_cases import case

__all__ = ["case"]
