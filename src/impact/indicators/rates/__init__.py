"""Shares, rates and means with their intervals, and how far two of them are apart."""
