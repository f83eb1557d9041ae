"""Do the figures reach the report year at all? Asked once, before any report is made."""

from __future__ import annotations

from impact import catalogue, store
from impact.errors import NoFigures
from impact.run.params.model import Plan


def check_coverage(plan: Plan) -> None:
    """Refuse a report year that no figure of the country is near enough to.

    Parameters
    ----------
    plan
        With country, indicators, year and greatest age of figures.

    Raises
    ------
    NoFigures
        Not one value lies in the years a report would show; the message says which years have
        values.
    """
    ids = plan.indicators or [one.id for one in catalogue.indicators(plan.country)]
    values = store.load(ids, country=plan.country)
    years = values.loc[values["value"].notna(), "year"]
    oldest = plan.year - plan.max_age
    if not years.between(oldest, plan.year).any():
        known = f"they are from {years.min()} to {years.max()}" if len(years) else "there are none"
        raise NoFigures(
            f"no figures of {plan.country} for a report of {plan.year}, which shows {oldest} to "
            f"{plan.year}; {known}. Choose another --year, or add figures with 'impact add'."
        )
