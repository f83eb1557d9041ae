"""How far trends may differ before the conclusion changes."""
