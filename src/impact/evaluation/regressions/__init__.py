"""Regressions on panels, shown beside the comparison of changes."""
