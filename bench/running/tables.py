"""The measured result as the tables of README."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

BAR_CPU, BAR_WALL, BAR_FUNCTION, BAR_SECOND = 10, 20, 1.10, 2.0


def text(result: Mapping[str, Any]) -> str:
    """Return what is known, part by part; parts not measured are left out."""
    writers = {"methods": _methods, "extras": _extras, "linear": _linear, "twice": _twice}
    parts = result["parts"]
    lines = [
        line
        for name, write in writers.items()
        if name in parts
        for line in (*write(parts[name]["summary"]), _when(parts[name]), "")
    ]
    return "\n".join([*lines, _where(result["machine"])])


def _methods(lines: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| | method | CPU s per report | (a) / it | s per report | (a) / it | CPU s once |"
    yield "|---|---|---|---|---|---|---|"
    for one in lines:
        yield (
            f"| {one['method']} | {one['what']} | {one['cpu']:.3f} | {_ratio(one['cpu_ratio'])} | "
            f"{one['wall']:.3f} | {_ratio(one['wall_ratio'])} | {one['setup_cpu']:.1f} |"
        )
    found = {one["method"]: one for one in lines}
    yield ""
    yield from _bars(found)


def _bars(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    cpu = found["c1"]["cpu_ratio"][0]
    yield _bar(f"(a)/(c), CPU, 1 worker: {cpu:.1f}", f"at least {BAR_CPU}", cpu >= BAR_CPU)
    both = found["c2"]["cpu_ratio"][0]
    yield _bar(f"(a)/(c), CPU, 2 workers: {both:.1f}", f"at least {BAR_CPU}", both >= BAR_CPU)
    wall = found["c2"]["wall_ratio"][0]
    yield _bar(f"(a)/(c), clock, 2 workers: {wall:.1f}", f"at least {BAR_WALL}", wall >= BAR_WALL)
    beside = found["c1 lines"]["function_ratio"]
    told = (
        f"(c)/(g), CPU, 1 worker, both with the same page: {_precise(beside)}, with nbconvert's in "
        f"(c): {_precise(found['c1']['function_ratio'])}"
    )
    yield _bar(told, f"at most {BAR_FUNCTION:.2f}", beside[0] <= BAR_FUNCTION)


def _extras(found: Mapping[str, Any]) -> Iterator[str]:
    yield "| part of our own report | CPU s |"
    yield "|---|---|"
    for name, seconds in found["parts"].items():
        yield f"| {name} | {seconds:.3f} |"
    yield (
        f"| beside it: `papermill` and `jupyter nbconvert` of the same notebook, no PDF | "
        f"{found['usual_cpu']:.2f} |"
    )


def _linear(found: Mapping[str, Any]) -> Iterator[str]:
    yield "| reports | CPU s | s on the clock | MB of the parent |"
    yield "|---|---|---|---|"
    for one in found["by_size"]:
        yield (
            f"| {one['size']} | {one['cpu']:.1f} | {one['wall']:.1f} | "
            f"{one['parent_megabytes']:.0f} |"
        )
    yield ""
    for name, unit, label in (
        ("cpu", "s", "CPU per further report"),
        ("wall", "s", "clock per further report, 2 workers"),
        ("parent_megabytes", "MB", "parent's memory per further report"),
    ):
        fit = found[name]
        yield (
            f"- {label}: {_interval(fit, 'slope', 4)} {unit}, once "
            f"{_interval(fit, 'intercept', 2)} {unit}"
        )
        if name != "parent_megabytes":
            bend = _interval(fit, "bend", 1)
            yield f"  - dearer in the largest batch than in the smallest by {bend} %"


def _twice(found: Mapping[str, Any]) -> Iterator[str]:
    percent = found["wall_percent"]
    yield (
        f"{found['reports']} reports: first run {found['first_wall']:.1f} s, second "
        f"{found['second_wall']:.2f} s, CPU {found['cpu_percent']:.2f} % of the first; "
        f"{found['started']} started"
    )
    kept = percent < BAR_SECOND and not found["started"]
    yield _bar(f"second run: {percent:.2f} %", f"under {BAR_SECOND:.0f} %, none started", kept)


def _bar(told: str, wanted: str, kept: bool) -> str:
    return f"- {told}; wanted {wanted}: {'kept' if kept else 'MISSED'}"


def _ratio(found: Sequence[float]) -> str:
    middle, least, greatest = found
    return f"{middle:.1f} ({least:.1f} to {greatest:.1f})"


def _precise(found: Sequence[float]) -> str:
    middle, least, greatest = found
    return f"{middle:.2f} ({least:.2f} to {greatest:.2f})"


def _interval(fit: Mapping[str, float], name: str, digits: int) -> str:
    low, high = (f"{fit[f'{name}_{end}']:.{digits}f}" for end in ("low", "high"))
    return f"{fit[name]:.{digits}f} ({low} to {high})"


def _when(part: Mapping[str, Any]) -> str:
    quick = ", quick" if part["quick"] else ""
    return (
        f"{part['day']}, {part['runs']} runs{quick}, {part['minutes']:.1f} minutes, load before "
        f"{part['load']}"
    )


def _where(machine: Mapping[str, Any]) -> str:
    versions = ", ".join(f"{name} {one}" for name, one in machine["versions"].items())
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, "
        f"{machine['system']}, Python {machine['python']}; {versions}."
    )
