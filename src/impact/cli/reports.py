"""Commands that make reports: a whole batch, or one study of any kind."""

from __future__ import annotations

from collections.abc import Sequence
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
    Today,
    Year,
    plain_errors,
    split,
)

if TYPE_CHECKING:
    from impact.engine.limits import Limits
    from impact.run.make_report import Outcome
    from impact.run.summary import Summary

Workers = Annotated[int, typer.Option(min=1, help="Processes that work at once.")]
Engine = Annotated[
    str | None,
    typer.Option(metavar="ENGINE", help="warm or plain; without it the fastest there is."),
]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Of a Dask scheduler, or local:N for N workers here."),
]
Timeout = Annotated[
    float | None, typer.Option(metavar="SECONDS", help="Longest time of one report; else 900.")
]
Memory = Annotated[
    int | None, typer.Option(metavar="MB", help="Most memory of one report; else no limit.")
]
Force = Annotated[bool, typer.Option("--force", help="Make also what stands.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be made, and why.")]
Progress = Annotated[str, typer.Option(metavar="KIND", help="auto, bar, lines, json or none.")]
_MEGABYTE = 1_000_000


def run(
    params: Params,
    only: Only = None,
    lang: Languages = None,
    year: Year = None,
    out: Out = REPORTS,
    date: Today = None,
    workers: Workers = 2,
    engine: Engine = None,
    scheduler: Scheduler = None,
    timeout: Timeout = None,
    memory: Memory = None,
    force: Force = False,
    dry_run: DryRun = False,
    progress: Progress = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", help="The same as --progress none.")] = False,
) -> None:
    """Make the studies and reports of a params file that do not stand already."""
    from impact.run.batch import run as run_batch
    from impact.run.params.plan import load_plan
    from impact.run.progress import progress as shown

    places, languages = split(only), split(lang)
    with plain_errors(WRONG_USE):
        plan = load_plan(params, year=year, languages=languages)
        with shown("none" if quiet or dry_run else progress) as (begun, done):
            summary = run_batch(
                plan,
                only=places,
                out=out,
                workers=workers,
                date=date,
                command=_command(params, places, languages, year, date),
                force=force,
                dry_run=dry_run,
                engine=engine,
                scheduler=scheduler,
                limits=_limits(timeout, memory),
                begun=begun,
                done=done,
            )
    if dry_run:
        _print_plan(summary)
    else:
        _print_summary(summary)
    if summary.failures or summary.problem:
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
    _print_study(outcome)


def evaluate(
    file: Annotated[Path, typer.Argument(help="File of params/evaluations, or its id.")],
    lang: Languages = None,
    out: Annotated[Path, typer.Option(help="Folder of such reports.")] = Path(
        "reports/evaluations"
    ),
    date: Today = None,
) -> None:
    """Make the report of one evaluation of what was done, and register its plan."""
    from impact.run.studies import evaluate as make_evaluation

    with plain_errors(WRONG_USE):
        outcome = make_evaluation(file, languages=split(lang), out=out, date=date)
    _print_study(outcome)


def capacity(
    file: Annotated[Path, typer.Argument(help="File of params/capacity, or its id.")],
    lang: Languages = None,
    out: Annotated[Path, typer.Option(help="Folder of such reports.")] = Path("reports/capacity"),
    date: Today = None,
) -> None:
    """Make the report of one study of upper-secondary places: who wants them, where they are."""
    from impact.run.studies import plan_capacity as make_capacity

    with plain_errors(WRONG_USE):
        outcome = make_capacity(file, languages=split(lang), out=out, date=date)
    _print_study(outcome)


def _print_study(outcome: Outcome) -> None:
    if outcome.failed:
        _print_failure(outcome)
        raise typer.Exit(FAILED)
    _print_warnings(outcome)
    typer.echo(f"Open {outcome.job.folder / f'report.{outcome.job.languages[0]}.html'}")


def _limits(timeout: float | None, memory: int | None) -> Limits:
    from impact.engine.limits import SECONDS, Limits

    return Limits(
        seconds=SECONDS if timeout is None else timeout,
        memory=None if memory is None else memory * _MEGABYTE,
    )


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


def _print_plan(summary: Summary) -> None:
    """Print a line per report: what a run would do, and why."""
    from impact.run.make_report import PLANNED

    for outcome in summary.outcomes:
        job = outcome.job
        what = "stands"
        if outcome.failed:
            what = f"cannot be made: {outcome.problem}"
        elif outcome.state == PLANNED and job.shown:
            what = f"made if it shows something else: {outcome.reason}"
        elif outcome.state == PLANNED:
            what = f"made: {outcome.reason}"
        typer.echo(f"{job.name} ({job.subject}): {what}")
    typer.echo(f"{len(summary.planned)} to run, {len(summary.kept)} stand; nothing was made.")


def _print_summary(summary: Summary) -> None:
    from impact.run.summary import readable_size

    made = len(summary.made)
    languages = f", languages {', '.join(summary.languages)}" if made else ""
    size = f", {readable_size(summary.size)}" if made else ""
    kept = f", {len(summary.kept)} kept" if summary.kept else ""
    typer.echo(f"{made} reports in {summary.seconds:.{0 if made else 1}f} s{kept}{languages}{size}")
    for outcome in summary.failures:
        _print_failure(outcome)
    for outcome in summary.made:
        _print_warnings(outcome)
    if summary.problem:
        typer.echo(f"FAILED {summary.problem}")
        return
    typer.echo(f"Open {summary.index}")


def _print_warnings(outcome: Outcome) -> None:
    """Print what a study's file may say but should be looked at once more."""
    for warning in outcome.job.about.get("warnings", ()):
        typer.echo(f"Look again: {warning}")


def _print_failure(outcome: Outcome) -> None:
    typer.echo(f"FAILED {outcome.job.name} ({outcome.job.subject}): {outcome.problem}")
    if outcome.notebook.is_file():
        typer.echo(f"       traceback in {outcome.notebook}")
