"""Assessments in figures: what would happen, at what cost, and whether it did."""
