"""The small catalogue and map of the sample, in place of the real ones."""

from __future__ import annotations

import pytest
import sample

from impact.report import names


@pytest.fixture(autouse=True)
def small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "indicator", sample.catalogue_entry)
    monkeypatch.setattr(names, "boundary", sample.square, raising=False)
