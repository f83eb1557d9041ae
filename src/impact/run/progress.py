"""What is seen while a batch runs: a bar for people, lines for logs, JSON lines for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from impact.errors import UnknownName
from impact.run.tally import FAILED, KEPT, PLANNED, STATES, Clock, Tally

if TYPE_CHECKING:
    from rich.progress import Progress

    from impact.run.make_report import Job, Outcome

Begun = Callable[["Sequence[Job]"], None]
Done = Callable[["Outcome"], None]

MODES = ("auto", "bar", "lines", "json", "none")
NAME_WIDTH, BAR_WIDTH = 28, 12


@contextmanager
def progress(
    mode: str = "auto", *, stream: IO[str] | None = None, clock: Clock = time.monotonic
) -> Iterator[tuple[Begun, Done]]:
    """Give the two functions a batch calls: when it begins, and when a report is ready.

    Parameters
    ----------
    mode
        `bar`, `lines`, `json` (one JSON object a line, see `docs/running.md`), `none`, or `auto`:
        a bar for a person, lines for a file.
    stream
        Where to show it; None takes the error stream, so that a result can be piped.
    clock
        Seconds that only grow.

    Raises
    ------
    UnknownName
        There is no such mode.

    Notes
    -----
    A reader that goes away ends the progress, never the batch.
    """
    if mode not in MODES:
        raise UnknownName("kind of progress", mode, MODES, f"Choose {', '.join(MODES)}.")
    stream = stream or sys.stderr
    if mode == "auto":
        mode = "bar" if stream.isatty() else "lines"
    if mode == "bar":
        tally = Tally(clock)
        with _bar(_Written(stream), tally) as bar:
            yield _on_bar(bar, tally)
        return
    shown = {"lines": _Lines, "json": _JsonLines, "none": _Nothing}[mode]
    kept = shown(_Written(stream), Tally(clock))
    try:
        yield kept.begun, kept.done
    finally:
        kept.ended()


class _Written:
    """A stream that is written to until nobody reads it."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream: IO[str] | None = stream
        self.encoding = getattr(stream, "encoding", None) or "utf-8"

    def line(self, text: str) -> None:
        self.write(text + "\n")
        self.flush()

    def write(self, text: str) -> int:
        self._try(lambda stream: stream.write(text))
        return len(text)

    def flush(self) -> None:
        self._try(lambda stream: stream.flush())

    def isatty(self) -> bool:
        return True

    def _try(self, call: Callable[[IO[str]], Any]) -> None:
        if self._stream is not None:
            try:
                call(self._stream)
            except (OSError, ValueError):
                self._stream = None


class _Nothing:
    def __init__(self, written: _Written, tally: Tally) -> None:
        self.written, self.tally = written, tally

    def begun(self, jobs: Sequence[Job]) -> None:
        self.tally.begin(len(jobs))

    def done(self, outcome: Outcome) -> None:
        self.tally.add(outcome.state)

    def ended(self) -> None:
        """Say nothing."""


class _Lines(_Nothing):
    """A line per report that was worked on; those that stand are counted in one line."""

    def done(self, outcome: Outcome) -> None:
        super().done(outcome)
        if outcome.state != KEPT:
            self.written.line(f"{self.tally.ready}/{self.tally.total} {_line(outcome)}")

    def ended(self) -> None:
        if kept := self.tally.counts[KEPT]:
            self.written.line(f"{kept} of {self.tally.total} kept: what they show is the same")


class _JsonLines(_Nothing):
    """One object per event: begun, outcome, ended."""

    def begun(self, jobs: Sequence[Job]) -> None:
        super().begun(jobs)
        self._event("begun", total=len(jobs))

    def done(self, outcome: Outcome) -> None:
        super().done(outcome)
        job = outcome.job
        self._event(
            "outcome",
            number=self.tally.ready,
            total=self.tally.total,
            subject=job.subject,
            name=job.name,
            kind=job.kind,
            languages=list(job.languages),
            folder=job.folder.as_posix(),
            state=outcome.state,
            reason=outcome.reason,
            problem=outcome.problem,
            seconds=round(outcome.seconds, 3),
            cpu=_rounded(outcome.cpu),
            memory=outcome.memory,
            size=outcome.size,
        )

    def ended(self) -> None:
        counts = {state: self.tally.counts[state] for state in STATES}
        seconds = round(self.tally.seconds, 3)
        self._event("ended", total=self.tally.total, **counts, seconds=seconds)

    def _event(self, event: str, **fields: Any) -> None:
        self.written.line(json.dumps({"event": event, **fields}))


def _bar(stream: _Written, tally: Tally) -> Progress:
    from rich.console import Console
    from rich.progress import Progress, ProgressColumn, Task
    from rich.table import Column
    from rich.text import Text

    class Line(ProgressColumn):
        """Place, bar, number of all, and as much of the rest as the terminal has room for."""

        def render(self, task: Task) -> Text:
            parts = _fitted(console.width, task.description, tally)
            return Text.assemble(*parts, no_wrap=True)

    console = Console(file=stream, force_terminal=True, highlight=False)
    return Progress(Line(Column(no_wrap=True)), console=console)


def _fitted(width: int, name: str, tally: Tally) -> list[tuple[str, str]]:
    """Return a line as texts with styles; in a narrow terminal the number of all is left last."""
    from rich.cells import cell_len, set_cell_size

    ready = f"{tally.ready}/{tally.total}" if tally.total else "0/?"
    left = width - 1 - len(ready)
    name_room = min(NAME_WIDTH, max(0, left - 1))
    if cell_len(name) > name_room:
        name = set_cell_size(name, name_room - 1) + "…" if name_room > 1 else ""
    left -= cell_len(name) + 1
    bar = BAR_WIDTH if left > BAR_WIDTH else 0
    left -= bar + 1
    full = " | ".join(part for part in (_counts(tally), _pace(tally)) if part)
    rest = next((text for text in (full, _pace(tally)) if len(text) < left), "")
    filled = bar * tally.ready // tally.total if tally.total else 0
    parts = [
        ((name, ""),),
        (("━" * filled, "bar.complete"), ("━" * (bar - filled), "bar.back")),
        ((ready, "progress.download"),),
        ((rest, ""),),
    ]
    shown: list[tuple[str, str]] = []
    for part in parts:
        texts = [piece for piece in part if piece[0]]
        shown += [(" ", "")] * bool(shown and texts) + texts
    return shown


def _on_bar(bar: Progress, tally: Tally) -> tuple[Begun, Done]:
    from rich.text import Text

    task = bar.add_task("", total=None)

    def begun(jobs: Sequence[Job]) -> None:
        tally.begin(len(jobs))
        bar.update(task, total=len(jobs), description=_name(jobs[0]) if jobs else "")

    def done(outcome: Outcome) -> None:
        tally.add(outcome.state)
        if outcome.state == FAILED:
            bar.console.print(Text(_line(outcome), style="red"), soft_wrap=True)
        bar.update(task, advance=1, description=_name(outcome.job))

    return begun, done


def _counts(tally: Tally) -> str:
    return ", ".join(f"{tally.counts[state]} {state}" for state in STATES if tally.counts[state])


def _pace(tally: Tally) -> str:
    """Return rate and time left; while nobody can tell them, the time it has taken."""
    rate, left = tally.per_minute(), tally.seconds_left()
    if rate is None or left is None:
        return _duration(tally.seconds)
    per_minute = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
    return f"{per_minute} a minute, {_duration(left)} left"


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02}"
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _line(outcome: Outcome) -> str:
    name = _name(outcome.job)
    if outcome.state == FAILED:
        return f"{name}: FAILED, {_plain(outcome.problem)}"
    reason = f", {_plain(outcome.reason)}" if outcome.reason else ""
    if outcome.state == PLANNED:
        return f"{name}: planned{reason}"
    return f"{name}: {outcome.seconds:.1f} s{reason}"


def _name(job: Job) -> str:
    name = _plain(job.name)
    return name if job.kind == "municipality" else f"{name} ({job.kind})"


def _plain(text: str) -> str:
    """Return a text on one line without anything that could steer a terminal."""
    shown = (sign if sign.isprintable() else " " for sign in text)
    return " ".join("".join(shown).split())


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)
