"""A progress bar for people, one line per report for logs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from impact.run.make_report import Job, Outcome

Begun = Callable[[Sequence[Job]], None]
Done = Callable[[Outcome], None]


@contextmanager
def progress(
    *, quiet: bool = False, console: Console | None = None
) -> Iterator[tuple[Begun, Done]]:
    """Give the two functions a batch calls: when it begins, and when a report is ready.

    Parameters
    ----------
    quiet
        Show nothing.
    console
        Where to show it; None takes the error stream, so that a result can be piped.
    """
    console = console or Console(stderr=True)
    if quiet:
        yield (lambda jobs: None), (lambda outcome: None)
    elif console.is_terminal:
        with _bar(console) as bar:
            yield _on_bar(bar)
    else:
        yield _in_lines(console)


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("[red]{task.fields[failures]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
    )


def _on_bar(bar: Progress) -> tuple[Begun, Done]:
    task = bar.add_task("", total=None, rate="", failures="")
    failures = 0

    def begun(jobs: Sequence[Job]) -> None:
        bar.update(task, total=len(jobs), description=_name(jobs[0]) if jobs else "")

    def done(outcome: Outcome) -> None:
        nonlocal failures
        if outcome.failed:
            failures += 1
            bar.console.print(Text(_line(outcome), style="red"))
        bar.update(task, advance=1, description=_name(outcome.job))
        state = bar.tasks[0]
        rate = 60 * state.completed / state.elapsed if state.elapsed else 0
        bar.update(
            task,
            rate=f"{rate:.0f} a minute",
            failures=f"{failures} failed" if failures else "",
        )

    return begun, done


def _in_lines(console: Console) -> tuple[Begun, Done]:
    total = ready = 0

    def begun(jobs: Sequence[Job]) -> None:
        nonlocal total
        total = len(jobs)

    def done(outcome: Outcome) -> None:
        nonlocal ready
        ready += 1
        console.print(Text(f"{ready}/{total} {_line(outcome)}"), soft_wrap=True)

    return begun, done


def _line(outcome: Outcome) -> str:
    if outcome.failed:
        return f"{_name(outcome.job)}: FAILED, {outcome.problem}"
    return f"{_name(outcome.job)}: {outcome.seconds:.1f} s"


def _name(job: Job) -> str:
    return job.name if job.kind == "municipality" else f"{job.name} ({job.kind})"
