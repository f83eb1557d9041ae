"""The command `impact`: make, check and repeat reports, list what there is, add figures."""

from __future__ import annotations

from typing import Annotated

import typer

from impact.cli import added, listed, reports, reproduced, simulated

__all__ = ["app", "main"]

COMMANDS = (
    reports.run,
    reports.assess,
    reports.evaluate,
    reports.capacity,
    reproduced.status,
    reproduced.reproduce,
    listed.places,
    listed.indicators,
    listed.snapshots,
    listed.evidence,
    listed.frameworks,
    listed.register,
    added.add,
    simulated.simulate_capacity,
)

app = typer.Typer(
    help="Indicators, assessments and evaluation reports for Nordic municipalities.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line."""
    app(prog_name="impact")


@app.callback(invoke_without_command=True)
def _top(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        import impact

        typer.echo(impact.__version__)
        raise typer.Exit
