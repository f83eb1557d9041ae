"""Direction of a series of years."""
