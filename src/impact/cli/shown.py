"""What the commands have in common: plain errors, tables and options."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

FAILED, WRONG_USE = 1, 2
SHOWN = 400
STOPPED = "Stopped. What is finished stands; the same command makes the rest."

Country = Annotated[str | None, typer.Option(help="FI, NO or SE.")]


Languages = Annotated[
    list[str] | None,
    typer.Option("--lang", metavar="LANGUAGE", help="sv, fi, nb or en; repeat it or use commas."),
]
NameLanguage = Annotated[
    str, typer.Option("--lang", metavar="LANGUAGE", help="Language of the names.")
]
REPORTS = Path("reports")
Params = Annotated[Path, typer.Argument(help="Params file, such as params/jonkoping.yml.")]
Only = Annotated[
    list[str] | None, typer.Option(metavar="PLACE", help="Name or code; repeat it or use commas.")
]
Year = Annotated[int | None, typer.Option(help="Report year instead of the file's.")]
Out = Annotated[Path, typer.Option(help="Folder of all reports.")]
Today = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="The day the run counts as; else today."),
]


def in_language(code: str) -> str:
    """Return the language of names, or end with exit code 2 when there are none in it."""
    from impact.run.params.types import known_language

    with plain_errors(WRONG_USE):
        return known_language(code)


class Stopped(KeyboardInterrupt):
    """Somebody asked the process to end: `kill`, a queue's time limit, a closed terminal."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def plain_errors(code: int, stopped: str = STOPPED) -> Iterator[None]:
    """Print an error made on purpose as it reads, and end with this exit code.

    Parameters
    ----------
    code
        Exit code of such an error.
    stopped
        What is said when the process is asked to end. It ends in good order, so that nothing is
        left behind, with 128 and the signal's number: 130 after Ctrl-C, 143 after `kill`.
    """
    from impact.errors import ImpactError

    try:
        with _ending_in_good_order():
            yield
    except ImpactError as error:
        _say(str(error))
        raise typer.Exit(code) from error
    except KeyboardInterrupt as error:
        with contextlib.suppress(OSError):
            _say(stopped)
        number = error.number if isinstance(error, Stopped) else signal.SIGINT
        raise typer.Exit(128 + number) from error


def _say(text: str) -> None:
    Console(stderr=True, soft_wrap=True).print(text, markup=False, highlight=False)


@contextmanager
def _ending_in_good_order() -> Iterator[None]:
    """Let the signals that ask a process to end be answered as Ctrl-C is, each once."""

    def stop(number: int, frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        raise Stopped(number)

    names = ("SIGTERM", "SIGHUP") if threading.current_thread() is threading.main_thread() else ()
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    taken = [number for number in numbers if signal.getsignal(number) == signal.SIG_DFL]
    for number in taken:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def split(values: Sequence[str] | None) -> tuple[str, ...]:
    """Return the words of an option that may be repeated or hold commas."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
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
