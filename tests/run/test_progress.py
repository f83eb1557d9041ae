"""What a person sees while a batch runs."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from impact.run.make_report import Job, Outcome
from impact.run.progress import progress
from impact.run.summary import Summary, in_order, readable_size


def job(subject: str, name: str) -> Job:
    return Job(subject, name, "municipality", Path("m.ipynb"), {}, ("sv",), Path(subject))


JOBS = [job("SE-0604", "Aneby [x]"), job("SE-0617", "Gnosjö")]
MADE, FAILED = Outcome(JOBS[0], seconds=2.0, size=1500), Outcome(JOBS[1], problem="[red] broke")


def shown(*, terminal: bool, quiet: bool = False) -> str:
    text = io.StringIO()
    console = Console(file=text, force_terminal=terminal, width=160, color_system=None)
    with progress(quiet=quiet, console=console) as (begun, done):
        begun(JOBS)
        done(MADE)
        done(FAILED)
    return text.getvalue()


def test_a_terminal_shows_a_bar_with_names_rate_and_failures():
    text = shown(terminal=True)
    assert "Gnosjö: FAILED, [red] broke" in text
    assert "2/2" in text
    assert "a minute" in text
    assert "1 failed" in text


def test_a_log_gets_one_line_per_report():
    assert shown(terminal=False).splitlines() == [
        "1/2 Aneby [x]: 2.0 s",
        "2/2 Gnosjö: FAILED, [red] broke",
    ]


def test_quiet_shows_nothing():
    assert shown(terminal=True, quiet=True) == ""


def test_a_summary_tells_reports_made_from_failures():
    ordered = in_order([FAILED, MADE], ["SE-0604", "SE-0617"])
    summary = Summary(ordered, Path("index.html"), 3.0)
    assert (summary.made, summary.failures) == ((MADE,), (FAILED,))
    assert (summary.languages, summary.size) == (("sv",), 1500)


def test_sizes_are_readable():
    assert [readable_size(size) for size in (1500, 3_100_000)] == ["2 kB", "3.1 MB"]
