"""Hiding small figures: rules, what is too small, what would give it away, how to attack it."""
