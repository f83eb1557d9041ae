"""What the files of all kinds of studies have: where they were read from, and second looks."""

from __future__ import annotations

from pydantic import PrivateAttr

from impact.run.params.model import Record


class StudyRecord(Record):
    """A study as its file describes it; the loader fills in what the file itself does not say."""

    _file: str = PrivateAttr("")
    _digest: str = PrivateAttr("")
    _warnings: tuple[str, ...] = PrivateAttr(())

    @property
    def file(self) -> str:
        """The file it was read from, as it was named; of a full path what is in the project."""
        return self._file

    @property
    def digest(self) -> str:
        """First 16 hexadecimal digits of the sha256 of the file."""
        return self._digest

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is allowed but deserves a second look."""
        return self._warnings
