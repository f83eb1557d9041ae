"""Figures made comparable over ages: standard population, standardised rates, life tables."""
