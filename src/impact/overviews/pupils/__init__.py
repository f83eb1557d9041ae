"""Pupils by grade: counted, and years ahead."""
