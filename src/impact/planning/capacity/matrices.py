"""From checked tables to the tables of a calculation: homes, programmes and places crossed."""

from __future__ import annotations

import pandas as pd


def first_choices(
    applicants: pd.DataFrame, year: int, *, rank: int = 1, programmes: list[str] | None = None
) -> pd.DataFrame:
    """Return applicants by home and programme, whatever place they named.

    Parameters
    ----------
    applicants
        Checked table.
    year
        Autumn.
    rank
        Which choice; 1 is the first.
    programmes
        Columns wanted, also those nobody named; all that occur when not given.

    Returns
    -------
    pandas.DataFrame
        Rows homes (all of the table, whatever the year), columns programmes; 0 where nobody.
    """
    chosen = applicants[(applicants["year"] == year) & (applicants["choice_rank"] == rank)]
    wide = chosen.pivot_table(index="home", columns="programme", values="n", aggfunc="sum")
    return _whole(wide, applicants["home"], programmes or applicants["programme"])


def choices_by_year(applicants: pd.DataFrame, *, rank: int = 1) -> dict[int, pd.DataFrame]:
    """Return `first_choices` of every year, all with the same rows and columns."""
    years = sorted({int(year) for year in applicants["year"]})
    return {year: first_choices(applicants, year, rank=rank) for year in years}


def places_matrix(places: pd.DataFrame, year: int, *, column: str = "places") -> pd.DataFrame:
    """Return a figure of places by place and programme.

    Parameters
    ----------
    places
        Checked table.
    year
        Autumn.
    column
        places, admitted, reserves, lowest_merit or group_size.

    Returns
    -------
    pandas.DataFrame
        Rows places (all of the table), columns programmes. Counts are 0 where a programme is not
        offered, other figures missing.
    """
    chosen = places[places["year"] == year]
    wide = chosen.pivot_table(
        index="place", columns="programme", values=column, aggfunc="sum", dropna=False
    )
    counts = column in ("places", "admitted", "reserves")
    return _whole(wide, places["place"], places["programme"], 0.0 if counts else float("nan"))


def flow_matrix(flows: pd.DataFrame, year: int, *, programme: str | None = None) -> pd.DataFrame:
    """Return pupils by home and place.

    Parameters
    ----------
    flows
        Checked table.
    year
        Autumn.
    programme
        Only of this one; all together when not given.

    Returns
    -------
    pandas.DataFrame
        Rows homes, columns places; 0 where nobody travels.
    """
    chosen = flows[flows["year"] == year]
    if programme is not None:
        chosen = chosen[chosen["programme"] == programme]
    wide = chosen.pivot_table(index="home", columns="place", values="n", aggfunc="sum")
    return _whole(wide, flows["home"], flows["place"])


def minutes_matrix(travel: pd.DataFrame) -> pd.DataFrame:
    """Return minutes one way, rows homes and columns places; missing where no row gives them."""
    wide = travel.pivot_table(index="home", columns="place", values="minutes", aggfunc="first")
    return _whole(wide, travel["home"], travel["place"], float("nan"))


def newest_prices(price: pd.DataFrame, year: int) -> pd.Series:
    """Return the newest price of each programme that was known in a year.

    Parameters
    ----------
    price
        Checked table; one currency.
    year
        Calendar year.

    Returns
    -------
    pandas.Series
        Amount a year and pupil, by programme.
    """
    known = price[price["year"] <= year].sort_values("year", kind="stable")
    return known.groupby("programme")["amount"].last().astype(float)


def _whole(wide: pd.DataFrame, rows: object, columns: object, fill: float = 0.0) -> pd.DataFrame:
    names = [sorted({str(name) for name in found}) for found in (rows, columns)]  # type: ignore[attr-defined]
    table = wide.reindex(index=names[0], columns=names[1]).astype(float)
    table.index.name, table.columns.name = None, None
    return table if pd.isna(fill) else table.fillna(fill)
