"""The command that makes up tables where nobody has counted any."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from impact.cli.shown import WRONG_USE, plain_errors


def simulate_capacity(
    file: Annotated[Path, typer.Argument(help="File of params/capacity, or its id.")],
) -> None:
    """Make up the tables a study of upper-secondary places names, marked as simulated."""
    from impact.overviews.capacities.simulated import simulated_capacity
    from impact.run.capacity.files import load_capacity
    from impact.run.capacity.simulated_files import refuse_counted, write_tables

    with plain_errors(WRONG_USE):
        study = load_capacity(file, with_tables=False)
        refuse_counted(study)
        written = write_tables(study, simulated_capacity(study))
    for path, rows in written:
        typer.echo(f"{path}: {rows} rows, simulated")
