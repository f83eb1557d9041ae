"""What the commands have in common: plain errors, tables and options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console

FAILED, WRONG_USE = 1, 2
SHOWN = 400

Country = Annotated[str | None, typer.Option(help="FI, NO or SE.")]


Languages = Annotated[
    list[str] | None,
    typer.Option("--lang", metavar="LANGUAGE", help="sv, fi, nb or en; repeat it or use commas."),
]
NameLanguage = Annotated[
    str, typer.Option("--lang", metavar="LANGUAGE", help="Language of the names.")
]
Today = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="The day the run counts as; else today."),
]


def in_language(code: str) -> str:
    """Return the language of names, or end with exit code 2 when there are none in it."""
    from impact.run.params.types import known_language

    with plain_errors(WRONG_USE):
        return known_language(code)


@contextmanager
def plain_errors(code: int) -> Iterator[None]:
    """Print an error made on purpose as it reads, and end with this exit code."""
    from impact.errors import ImpactError

    try:
        yield
    except ImpactError as error:
        Console(stderr=True, soft_wrap=True).print(str(error), markup=False, highlight=False)
        raise typer.Exit(code) from error


def split(values: Sequence[str] | None) -> tuple[str, ...]:
    """Return the words of an option that may be repeated or hold commas."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: drawn and cut for a person, tab-separated and whole for a program."""
    console = Console()
    if not console.is_terminal:
        typer.echo("\t".join(headings))
        for row in rows:
            typer.echo("\t".join(row))
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings)
    for row in rows[:SHOWN]:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
    if len(rows) > SHOWN:
        console.print(f"... and {len(rows) - SHOWN} more rows; send the output to a file for all.")
