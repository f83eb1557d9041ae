"""The same blocks give the same bytes in any process, in any order, at any time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ORDER = [
    f"{kind}.{code}"
    for kind in ("municipality", "region", "assessment", "evaluation")
    for code in ("sv", "fi", "nb", "en")
]
SCRIPT = Path(__file__).with_name("written_pages.py")


def _digests(order: list[str], seed: str, **surroundings: str) -> dict[str, str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, **surroundings}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *order],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_neither_order_nor_hash_seed_nor_clock_shows_in_any_file() -> None:
    first = _digests(ORDER, "1", TZ="UTC", LC_ALL="C")
    second = _digests(ORDER[::-1], "20", TZ="Pacific/Auckland", LC_ALL="C.UTF-8")
    differing = [name for name, digest in first.items() if second[name] != digest]
    assert differing == []
    assert set(first) == set(second)
    assert len(first) == 4 * (5 + 4 + 5 + 4)
    pages = {digest for name, digest in first.items() if name.endswith((".page", ".summary"))}
    assert len(pages) == 2 * len(ORDER)


def test_a_report_is_the_same_alone_as_after_others() -> None:
    alone = _digests(["region.nb"], "3")
    among = _digests(["municipality.nb", "assessment.sv", "region.sv", "region.nb"], "4")
    assert {name: among[name] for name in alone} == alone
