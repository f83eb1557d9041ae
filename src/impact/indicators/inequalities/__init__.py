"""Inequality between subgroups: gaps, dispersion and loss, with sampling error and correction."""

from impact.indicators.inequalities.table import MEASURES, inequality

__all__ = ["MEASURES", "inequality"]
