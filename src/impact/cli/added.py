"""The command that adds figures: small numbers hidden, changes listed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from impact.cli.shown import FAILED, plain_errors, print_table


def add(
    file: Annotated[Path, typer.Argument(help="CSV or Excel file with figures.")],
    title: Annotated[str, typer.Option(help="What the file holds, for a reader.")],
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Date of the figures; else today.")
    ] = None,
    source: Annotated[str, typer.Option(help="Id in data/sources.csv.")] = "local",
) -> None:
    """Add a file of figures as a new dated snapshot: small numbers hidden, changes listed."""
    import datetime
    from functools import partial

    from impact import catalogue, places, sources
    from impact.indicators.protection.added import place_sums, protect_added

    with plain_errors(FAILED):
        day = date or datetime.date.today().isoformat()
        sums = place_sums(places.places())
        protect = partial(protect_added, catalogue=catalogue, places=sums)
        snapshot, changes, protected = sources.add(
            file, protect=protect, source=source, title=title, date=day
        )
    typer.echo(f"Added as {snapshot.id}.")
    _print_hidden(protected.reasons, protected.unjudged)
    if changes.empty:
        typer.echo("It changes no figure.")
        return
    counts = changes["change"].value_counts()
    typer.echo(", ".join(f"{count} {kind}" for kind, count in counts.items()))
    rows = [
        (row.change, row.place, row.indicator, str(row.year), row.group, *_figures(row))
        for row in changes.itertuples()
    ]
    print_table(("change", "place", "indicator", "year", "group", "before", "after"), rows)


WHY_HIDDEN = {
    "source": "suppressed in the file",
    "primary": "too few persons counted",
    "complement": "too few persons not counted",
    "denominator": "too few persons altogether",
    "series": "most years of the series too small",
    "secondary": "would give a hidden figure away",
}


def _print_hidden(reasons: Mapping[str, int], unjudged: int) -> None:
    total = sum(reasons.values())
    if total:
        why = ", ".join(f"{count} {WHY_HIDDEN[reason]}" for reason, count in reasons.items())
        typer.echo(f"Hidden: {total} figure{'s' if total > 1 else ''} ({why}).")
    if unjudged:
        typer.echo(
            f"Not checked for small numbers: {unjudged} without numerator and denominator. "
            "Add them, or make sure that no figure points out a person."
        )


def _figures(row: Any) -> tuple[str, str]:
    before, after = ("" if value != value else f"{value:.10g}" for value in (row.before, row.after))
    return before, after
