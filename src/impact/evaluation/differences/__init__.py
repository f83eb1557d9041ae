"""Estimators that compare one difference per unit."""
