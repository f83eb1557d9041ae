"""Charts as SVG: drawn once per block, worded once per language."""
