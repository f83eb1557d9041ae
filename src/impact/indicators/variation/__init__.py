"""How sure a figure is, and how far municipalities and years lie apart."""
