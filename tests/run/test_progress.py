"""What a person, a log and a program see while a batch runs."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

from impact.errors import UnknownName
from impact.run.make_report import Job, Outcome
from impact.run.progress import progress
from impact.run.summary import Summary, in_order, readable_size
from impact.run.tally import Tally


def job(subject: str, name: str, kind: str = "municipality") -> Job:
    return Job(subject, name, kind, Path("m.ipynb"), {}, ("sv",), Path("out") / subject)


JOBS = [job("SE-0604", "Aneby [x]"), job("SE-0617", "Gnosjö"), job("SE-06", "Länet", "region")]
MADE = Outcome(JOBS[0], state="made", reason="new", seconds=2.0, size=1500, cpu=0.52)
FAILED = Outcome(JOBS[1], state="failed", problem="[red] broke\nbadly")
KEPT = Outcome(JOBS[2], state="kept")
PLANNED = Outcome(JOBS[0], state="planned", reason="package changed: report/html.py")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def shown(mode: str, outcomes=(MADE, FAILED, KEPT), stream=None) -> str:
    stream = stream if stream is not None else io.StringIO()
    with progress(mode, stream=stream) as (begun, done):
        begun(JOBS)
        for outcome in outcomes:
            done(outcome)
    return stream.getvalue()


def test_a_terminal_shows_a_bar_with_place_counts_and_failures():
    text = shown("auto", stream=Terminal())
    assert "Gnosjö: FAILED, [red] broke badly" in text
    assert "Länet (region)" in text
    assert "3/3" in text
    assert "1 made, 1 kept, 1 failed" in text


def test_a_log_gets_a_line_per_report_worked_on_and_one_for_all_that_stand():
    assert shown("auto").splitlines() == [
        "1/3 Aneby [x]: 2.0 s, new",
        "2/3 Gnosjö: FAILED, [red] broke badly",
        "1 of 3 kept: what they show is the same",
    ]
    assert shown("lines", [PLANNED]).splitlines() == [
        "1/3 Aneby [x]: planned, package changed: report/html.py"
    ]


def test_a_program_gets_one_object_per_event_with_the_documented_fields():
    begun, made, failed, kept, ended = (json.loads(line) for line in shown("json").splitlines())
    assert begun == {"event": "begun", "total": 3}
    assert made == {
        "event": "outcome",
        "number": 1,
        "total": 3,
        "subject": "SE-0604",
        "name": "Aneby [x]",
        "kind": "municipality",
        "languages": ["sv"],
        "folder": "out/SE-0604",
        "state": "made",
        "reason": "new",
        "problem": "",
        "seconds": 2.0,
        "cpu": 0.52,
        "memory": MADE.memory,
        "size": 1500,
    }
    assert (failed["state"], failed["problem"]) == ("failed", "[red] broke\nbadly")
    assert (kept["state"], kept["number"]) == ("kept", 3)
    seconds = ended.pop("seconds")
    assert seconds >= 0
    counts = {"made": 1, "kept": 1, "failed": 1, "planned": 0}
    assert ended == {"event": "ended", "total": 3, **counts}


def test_the_documented_fields_are_those_that_are_written():
    text = (Path(__file__).parents[2] / "docs/running.md").read_text(encoding="utf-8")
    for line in shown("json").splitlines():
        for name in json.loads(line):
            assert f"`{name}`" in text, name


def test_an_error_on_the_way_still_ends_the_events():
    stream = io.StringIO()
    with (
        pytest.raises(KeyboardInterrupt),
        progress("json", stream=stream) as (begun, done),
    ):
        begun(JOBS)
        done(MADE)
        raise KeyboardInterrupt
    last = json.loads(stream.getvalue().splitlines()[-1])
    assert (last["event"], last["made"], last["total"]) == ("ended", 1, 3)


def test_none_shows_nothing():
    assert shown("none", stream=Terminal()) == ""


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnknownName, match="Did you mean lines"):
        shown("line")


@pytest.mark.parametrize("mode", ["bar", "lines", "json"])
def test_a_name_cannot_steer_a_terminal(mode):
    sly = Outcome(
        job("x", "\x1b[2J\x9bEvil\r\n[bold]\u202e"), state="failed", problem="\x1b]0;t\a!"
    )
    text = shown(mode, [sly])
    assert "Evil" in text
    assert "\x1b[2J" not in text
    assert "\x1b]" not in text
    assert not {"\x9b", "\u202e", "\a"} & set(text)
    assert "[bold]" in text


@pytest.mark.parametrize("mode", ["bar", "lines", "json"])
def test_a_reader_that_goes_away_does_not_end_the_batch(mode):
    class Gone(Terminal):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    assert shown(mode, stream=Gone()) == ""


def test_rate_and_time_left_come_from_reports_that_were_made():
    watch = Watch()
    tally = Tally(watch)
    tally.begin(100)
    for _ in range(50):
        tally.add("kept")
    assert (tally.per_minute(), tally.seconds_left()) == (None, None)
    watch.now += 30  # the warm process starts
    for _ in range(3):
        watch.now += 2
        tally.add("made")
    tally.add("failed")
    assert tally.per_minute() == pytest.approx(30)
    assert tally.seconds_left() == pytest.approx(46 * 2)
    watch.now += 5
    assert tally.seconds_left() == pytest.approx(46 * 2 - 5)
    watch.now += 500
    assert tally.seconds_left() == 0
    assert (tally.ready, tally.counts["kept"]) == (54, 50)


def test_the_bar_shows_rate_and_time_left():
    watch, stream = Watch(), Terminal()
    with progress("bar", stream=stream, clock=watch) as (begun, done):
        begun(JOBS * 100)
        for _ in range(4):
            watch.now += 20
            done(MADE)
    assert "3.0 a minute, 1:38:40 left" in stream.getvalue()


@pytest.mark.parametrize("width", [8, 20, 40, 60, 80, 120])
@pytest.mark.parametrize("name", ["Habo", "Närvaroteam och elevhälsa i hela länet 🙂🙂", "🙂" * 60])
def test_a_narrow_terminal_keeps_the_number_of_all_on_one_line(monkeypatch, width, name):
    monkeypatch.setenv("COLUMNS", str(width))
    watch, stream = Watch(), Terminal()
    with progress("bar", stream=stream, clock=watch) as (begun, done):
        begun(JOBS * 100)
        done(KEPT)
        for _ in range(4):
            watch.now += 20
            done(Outcome(job("SE-0643", name), state="made"))
    frames = [Text.from_ansi(one).plain for one in re.split(r"[\r\n]", stream.getvalue())]
    frames = [frame for frame in frames if frame.strip()]
    assert all(cell_len(frame.rstrip()) <= width for frame in frames), frames
    assert "5/300" in frames[-1]
    assert "a minute" in frames[-1] or width < 80


def test_a_summary_tells_reports_made_from_failures():
    ordered = in_order([FAILED, MADE], ["SE-0604", "SE-0617"])
    summary = Summary(ordered, Path("index.html"), 3.0)
    assert (summary.made, summary.failures) == ((MADE,), (FAILED,))
    assert (summary.languages, summary.size) == (("sv",), 1500)


def test_sizes_are_readable():
    assert [readable_size(size) for size in (1500, 3_100_000)] == ["2 kB", "3.1 MB"]
