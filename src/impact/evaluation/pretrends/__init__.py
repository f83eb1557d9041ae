"""What the years before tell of parallel trends, and what they could not have shown."""
