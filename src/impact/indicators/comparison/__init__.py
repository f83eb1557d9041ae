"""Figures against a reference, a goal, the other municipalities, and limits at their own size."""
