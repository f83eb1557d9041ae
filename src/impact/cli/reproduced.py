"""Commands about reports that stand: which a run would make again, and whether one can be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from impact.cli.shown import (
    FAILED,
    REPORTS,
    WRONG_USE,
    Languages,
    Only,
    Out,
    Params,
    Year,
    plain_errors,
    print_table,
    split,
)

if TYPE_CHECKING:
    from impact.run.reproduce.again import Reproduction

FEW = 20
STATES = {
    "kept": "standing",
    "examine": "to be examined",
    "make": "to be made",
    "failed": "cannot be made",
}


def status(
    params: Params,
    only: Only = None,
    lang: Languages = None,
    year: Year = None,
    out: Out = REPORTS,
) -> None:
    """List the reports of a params file: which stand, which a run would make again, and why."""
    from collections import Counter

    from impact.run.coverage import check_coverage
    from impact.run.params.plan import load_plan
    from impact.run.standing import stand

    with plain_errors(WRONG_USE):
        plan = load_plan(params, year=year, languages=split(lang))
        found = stand(plan, out, only=split(only))
        if any(one.state in ("make", "examine") for one in found):
            check_coverage(plan)
    rows = [(one.subject, one.name, STATES[one.state], one.reason) for one in found]
    print_table(("code", "name", "state", "reason"), rows)
    counts = Counter(state for _, _, state, _ in rows)
    said = [f"{counts[state]} {state}" for state in STATES.values() if counts[state]]
    typer.echo(", ".join(said), err=True)


def reproduce(
    folder: Annotated[
        Path, typer.Argument(help="Folder of one report, such as reports/jonkoping/2024/SE-0680.")
    ],
    keep: Annotated[
        Path | None, typer.Option(metavar="OUT", help="New folder for the report made again.")
    ] = None,
) -> None:
    """Make a report again from its own folder: is every figure and byte the same?

    Runs the code of the notebook in the folder: take only folders of people you trust. Ends with
    0 when all is the same, with 1 when something differs, with 2 when it cannot be tried.
    """
    from impact.run.reproduce.again import reproduce as make_again

    with plain_errors(WRONG_USE, "Stopped. Nothing was compared."):
        found = make_again(folder, keep=keep)
    _print(found)
    if keep is not None:
        typer.echo(f"Made again in {keep}")
    if not found.same:
        raise typer.Exit(FAILED)


def _print(found: Reproduction) -> None:
    _print_list("The folder is not as it was written:", found.altered)
    replaced = [one for one in found.inputs if one.replaced]
    _print_list("Not as it was when the report was made:", found.inputs_that_count)
    _print_list("Changed in the project, taken from the report's folder:", replaced)
    same = sum(file.same for file in found.files)
    typer.echo(f"Files the same, byte for byte: {same} of {len(found.files)}")
    _print_list("", [f"{file.name}: {file.state}" for file in found.files if not file.same])
    figures = found.figures
    total = figures.same + len(figures.differing)
    typer.echo(f"Figures the same: {figures.same} of {total}")
    _print_list("", figures.differing)
    typer.echo(_verdict(found))


def _verdict(found: Reproduction) -> str:
    if found.same:
        return "The same: every file, every byte, every figure."
    if found.remade:
        return "Made again, it is what was written then; the folder was altered since."
    if found.altered:
        return "Not the same; the folder was altered since."
    if not found.inputs_that_count:
        return "Not the same, although everything it was made of is as it was."
    return "Not the same."


def _print_list(heading: str, entries: Iterable[object]) -> None:
    listed = [str(entry) for entry in entries]
    if listed and heading:
        typer.echo(heading)
    for entry in listed[:FEW]:
        typer.echo(f"  {entry}")
    if len(listed) > FEW:
        typer.echo(f"  ... and {len(listed) - FEW} more")
