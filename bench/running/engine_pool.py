"""Start (c): apart from its jobs, whose functions other processes find by their module's name."""

from __future__ import annotations

import sys
from pathlib import Path

from running import ours

if __name__ == "__main__":
    number, folder, workers, figures, page = sys.argv[1:]
    ours.main(int(number), Path(folder), int(workers), "svg" if figures == "svg" else None, page)
