"""Commands that make reports: a whole batch, or one assessment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from impact.cli.shown import FAILED, WRONG_USE, Languages, Today, plain_errors, split

if TYPE_CHECKING:
    from impact.run.make_report import Outcome
    from impact.run.summary import Summary


def run(
    params: Annotated[Path, typer.Argument(help="Params file, such as params/jonkoping.yml.")],
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE", help="Name or code; repeat it or use commas."),
    ] = None,
    lang: Languages = None,
    year: Annotated[int | None, typer.Option(help="Report year instead of the file's.")] = None,
    out: Annotated[Path, typer.Option(help="Folder of all reports.")] = Path("reports"),
    date: Today = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that work at once.")] = 2,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
) -> None:
    """Make the assessments and reports of a params file."""
    from impact.run.batch import run as run_batch
    from impact.run.params import load_plan
    from impact.run.progress import progress

    places, languages = split(only), split(lang)
    with plain_errors(WRONG_USE):
        plan = load_plan(params, year=year, languages=languages)
        with progress(quiet=quiet) as (begun, done):
            summary = run_batch(
                plan,
                only=places,
                out=out,
                workers=workers,
                date=date,
                command=_command(params, places, languages, year, date),
                begun=begun,
                done=done,
            )
    _print_summary(summary)
    if summary.failures:
        raise typer.Exit(FAILED)


def assess(
    file: Annotated[Path, typer.Argument(help="File of params/assessments, or its id.")],
    lang: Languages = None,
    out: Annotated[Path, typer.Option(help="Folder of such reports.")] = Path(
        "reports/assessments"
    ),
    date: Today = None,
) -> None:
    """Make the report of one assessment, and register what it predicts."""
    from impact.run.studies import assess as make_assessment

    with plain_errors(WRONG_USE):
        outcome = make_assessment(file, languages=split(lang), out=out, date=date)
    if outcome.failed:
        _print_failure(outcome)
        raise typer.Exit(FAILED)
    _print_warnings(outcome)
    typer.echo(f"Open {outcome.job.folder / f'report.{outcome.job.languages[0]}.html'}")


def _command(
    params: Path,
    places: Sequence[str],
    languages: Sequence[str],
    year: int | None,
    date: str | None,
) -> str:
    import shlex

    words = ["impact", "run", params.as_posix() if not params.is_absolute() else params.name]
    words += [word for place in places for word in ("--only", place)]
    words += [word for code in languages for word in ("--lang", code)]
    words += ["--year", str(year)] if year is not None else []
    words += ["--date", date] if date is not None else []
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
        _print_failure(outcome)
    for outcome in summary.made:
        _print_warnings(outcome)
    typer.echo(f"Open {summary.index}")


def _print_warnings(outcome: Outcome) -> None:
    """Print what an assessment's file may say but should be looked at once more."""
    for warning in outcome.job.about.get("warnings", ()):
        typer.echo(f"Look again: {warning}")


def _print_failure(outcome: Outcome) -> None:
    typer.echo(f"FAILED {outcome.job.name} ({outcome.job.subject}): {outcome.problem}")
    if outcome.notebook.is_file():
        typer.echo(f"       traceback in {outcome.notebook}")
