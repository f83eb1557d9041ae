"""Comparison units weighted until they resemble the treated."""
