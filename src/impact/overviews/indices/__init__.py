"""Composite indices of all municipalities at once."""
