"""Plans of upper-secondary places in figures, kept and read again."""
