"""Which municipalities are alike."""
