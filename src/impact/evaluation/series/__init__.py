"""Single series that are interrupted, alone or with a comparison."""
