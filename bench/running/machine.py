"""On which machine, with which versions, and how quiet it was."""

from __future__ import annotations

import os
import platform
import time
from importlib.metadata import version
from pathlib import Path

_SHOWN = (
    "papermill",
    "nbclient",
    "nbconvert",
    "ipykernel",
    "ipython",
    "pandas",
    "matplotlib",
    "seaborn",
    "statsmodels",
)


def machine() -> dict[str, object]:
    """Return what a reader must know of the machine."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _SHOWN},
    }


def load() -> float:
    """Return how many processes wanted the processor in the last minute."""
    return round(os.getloadavg()[0], 2)


def day() -> str:
    """Return today, YYYY-MM-DD."""
    return time.strftime("%Y-%m-%d")


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
