"""The command `impact`: make reports, list what there is, add figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

if TYPE_CHECKING:
    from impact.run.summary import Summary

FAILED, WRONG_USE = 1, 2
SHOWN = 400

app = typer.Typer(
    help="Indicators and evaluation reports for Nordic municipalities.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Country = Annotated[str | None, typer.Option(help="FI, NO or SE.")]


def main() -> None:
    """Run the command line."""
    app(prog_name="impact")


@contextmanager
def _plain_errors(code: int) -> Iterator[None]:
    """Print an error made on purpose as it reads, and end with this exit code."""
    from impact.errors import ImpactError

    try:
        yield
    except ImpactError as error:
        Console(stderr=True, soft_wrap=True).print(str(error), markup=False, highlight=False)
        raise typer.Exit(code) from error


@app.callback(invoke_without_command=True)
def _top(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        import impact

        typer.echo(impact.__version__)
        raise typer.Exit


@app.command()
def run(
    params: Annotated[Path, typer.Argument(help="Params file, such as params/jonkoping.yml.")],
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE", help="Name or code; repeat it or use commas."),
    ] = None,
    lang: Annotated[
        list[str] | None,
        typer.Option(metavar="LANGUAGE", help="sv, fi, nb or en; repeat it or use commas."),
    ] = None,
    year: Annotated[int | None, typer.Option(help="Report year instead of the file's.")] = None,
    out: Annotated[Path, typer.Option(help="Folder of all reports.")] = Path("reports"),
    workers: Annotated[int, typer.Option(min=1, help="Processes that work at once.")] = 2,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
) -> None:
    """Make the reports of a params file."""
    from impact.run.batch import run as run_batch
    from impact.run.params import load_plan
    from impact.run.progress import progress

    places, languages = _split(only), _split(lang)
    with _plain_errors(WRONG_USE):
        plan = load_plan(params, year=year, languages=languages)
        with progress(quiet=quiet) as (begun, done):
            summary = run_batch(
                plan,
                only=places,
                out=out,
                workers=workers,
                command=_command(params, places, languages, year),
                begun=begun,
                done=done,
            )
    _print_summary(summary)
    if summary.failures:
        raise typer.Exit(FAILED)


@app.command()
def places(
    country: Country = None,
    region: Annotated[str | None, typer.Option(help="Code, such as SE-06.")] = None,
    search: Annotated[str, typer.Option(help="Part of a name.")] = "",
) -> None:
    """List municipalities: code, names, region, languages of their reports."""
    from impact import places as register

    with _plain_errors(WRONG_USE):
        found = register.places(country.upper() if country else None, region)
        wanted = search.casefold()
        rows = [
            (
                place.code,
                " / ".join(dict.fromkeys(place.names.values())),
                register.name_of(place.region, place.languages[0]),
                " ".join(place.languages),
            )
            for place in found
            if any(wanted in name.casefold() for name in place.names.values())
        ]
    _print_table(("code", "name", "region", "languages"), rows)


@app.command()
def indicators(
    country: Country = None,
    area: Annotated[str | None, typer.Option(help="Such as learning or well_being.")] = None,
    lang: Annotated[str, typer.Option(metavar="LANGUAGE", help="Language of the names.")] = "en",
) -> None:
    """List indicators: id, name, area, unit, which way is better, what certainty rests on."""
    from impact import catalogue
    from impact.errors import UnknownName

    with _plain_errors(WRONG_USE):
        if area is not None and area not in catalogue.AREAS:
            raise UnknownName(
                "area", area, catalogue.AREAS, f"Areas: {', '.join(catalogue.AREAS)}."
            )
        found = catalogue.indicators(country.upper() if country else None, area)
        rows = [
            (
                one.id,
                one.name.get(lang) or one.name["en"],
                one.area,
                one.unit,
                one.polarity,
                one.uncertainty.basis,
            )
            for one in found
        ]
    _print_table(("id", "name", "area", "unit", "better", "uncertainty"), rows)


@app.command()
def snapshots() -> None:
    """List the dated sets of figures that reports are made of."""
    from impact import store

    with _plain_errors(FAILED):
        rows = [
            (one.id, one.vintage, str(sum(file["rows"] for file in one.files.values())), one.title)
            for one in store.snapshots()
        ]
    _print_table(("id", "read on", "rows", "title"), rows)


@app.command()
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

    with _plain_errors(FAILED):
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
    _print_table(("change", "place", "indicator", "year", "group", "before", "after"), rows)


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


def _split(values: Sequence[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)


def _command(
    params: Path, places: Sequence[str], languages: Sequence[str], year: int | None
) -> str:
    import shlex

    words = ["impact", "run", params.as_posix() if not params.is_absolute() else params.name]
    words += [word for place in places for word in ("--only", place)]
    words += [word for code in languages for word in ("--lang", code)]
    words += ["--year", str(year)] if year is not None else []
    return shlex.join(words)


def _print_summary(summary: Summary) -> None:
    from impact.run.summary import readable_size

    made = len(summary.made)
    languages = ", ".join(summary.languages) or "none"
    typer.echo(
        f"{made} reports in {summary.seconds:.0f} s, languages {languages}, "
        f"{readable_size(summary.size)}"
    )
    for outcome in summary.failures:
        typer.echo(f"FAILED {outcome.job.name} ({outcome.job.subject}): {outcome.problem}")
        if outcome.notebook.is_file():
            typer.echo(f"       traceback in {outcome.notebook}")
    typer.echo(f"Open {summary.index}")


def _print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
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
