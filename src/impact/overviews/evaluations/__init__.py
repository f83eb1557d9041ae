"""Evaluations in figures: panels, outcomes together, registration of their plans."""
