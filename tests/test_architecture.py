"""The rooms of the library: who may import whom, how large a file may be, what notebooks hold."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "impact"
ORDER = [
    {
        "errors",
        "folders",
        "verdicts",
        "yaml_lines",
        "places",
        "catalogue",
        "evidence",
        "frameworks",
        "engine",
    },
    {"store", "sources"},
    {"indicators"},
    {"assessment", "evaluation", "planning"},
    {"overviews"},
    {"report"},
    {"run"},
    {"cli"},
    {"__main__"},
]
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
PURE = ("indicators", "assessment", "evaluation", "planning")
FORBIDDEN_IN_PURE = {"os", "io", "pathlib", "socket", "httpx", "time", "datetime", "yaml", "locale"}
FILES = sorted(SOURCE.rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_modules(path: Path) -> set[str]:
    """Modules imported when the code runs; imports for type checkers alone do not count."""
    found: set[str] = set()
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


def imported_rooms(path: Path) -> set[str]:
    modules = (module.split(".") for module in imported_modules(path))
    return {parts[1] for parts in modules if parts[0] == "impact" and len(parts) > 1}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_rooms_import_only_from_earlier_rooms(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    assert room in RANK, f"{room} has no place in the order of rooms"
    for other in (imported_rooms(path) & set(RANK)) - {room}:
        same_tier_allowed = RANK[room] in (0, 1)
        assert RANK[other] < RANK[room] or (same_tier_allowed and RANK[other] == RANK[room]), (
            f"{path.name} ({room}) imports {other}"
        )


def test_report_loads_nothing_and_run_calculates_nothing() -> None:
    for path in FILES:
        if room_of(path) == "report":
            assert not imported_rooms(path) & {"store", "sources"}, path
        if room_of(path) == "run":
            assert not imported_rooms(path) & {*PURE, "overviews"}, path


def test_calculation_rooms_touch_neither_files_nor_clock() -> None:
    for path in FILES:
        if room_of(path) in PURE:
            roots = {module.split(".")[0] for module in imported_modules(path)}
            assert not roots & FORBIDDEN_IN_PURE, path
            assert "open(" not in path.read_text("utf-8"), path


def test_only_sources_may_talk_to_a_network() -> None:
    for path in FILES:
        roots = {module.split(".")[0] for module in imported_modules(path)}
        if room_of(path) != "sources":
            assert not roots & {"httpx", "requests", "urllib3", "http"}, path


def test_files_hold_one_idea_and_functions_can_be_read() -> None:
    for path in FILES:
        text = path.read_text("utf-8")
        assert text.count("\n") <= 350, f"{path} is long"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                docstring = ast.get_docstring(node, clean=False) or ""
                lines = node.end_lineno - node.lineno - docstring.count("\n")
                assert lines <= 50, f"{path.name}:{node.name} has {lines} lines"


def public_functions() -> list[tuple[str, ast.AST]]:
    found = []
    for path in FILES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                found.append((f"{path.relative_to(SOURCE)}:{node.name}", node))
    return found


def test_every_public_name_says_what_it_is() -> None:
    silent = [name for name, node in public_functions() if not ast.get_docstring(node)]
    assert not silent


def test_public_functions_have_type_hints() -> None:
    bare = []
    for name, node in public_functions():
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if node.returns is None or any(argument.annotation is None for argument in arguments):
                bare.append(name)
    assert not bare


def test_import_is_light() -> None:
    program = (
        "import sys, time; start = time.process_time(); import impact;"
        "spent = time.process_time() - start;"
        "print(spent, sorted({'pandas', 'numpy', 'pydantic', 'yaml'} & set(sys.modules)))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    assert all("[]" in run.stdout for run in runs), runs[0].stdout
    assert min(float(run.stdout.split()[0]) for run in runs) < 0.2


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebooks_call_and_never_calculate(path: Path) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    tagged = [cell for cell in code if "parameters" in cell["metadata"].get("tags", [])]
    assert len(tagged) == 1
    for cell in code:
        tree = ast.parse("".join(cell["source"]))
        for node in ast.walk(tree):
            assert not isinstance(
                node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While | ast.Lambda
            )
    shared = [
        "".join(cell["source"]) for cell in code if "shared" in cell["metadata"].get("tags", [])
    ]
    assert all(not re.search(r"\b(place|language)\b", source) for source in shared)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebooks_keep_only_small_text_outputs(path: Path) -> None:
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            assert output["output_type"] == "stream", path.name
            assert len("".join(output["text"])) < 4000


def test_no_committed_file_names_this_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    words = [
        "/" + "work/",
        "../" + "shared",
        "pypi" + ".org",
        "files.python" + "hosted",
        "regi" + "stry.npm",
    ]
    for name in listed:
        path = ROOT / name
        if path.suffix not in {".parquet", ".png"} and path.exists():
            text = path.read_text("utf-8", errors="ignore")
            assert not [word for word in words if word in text], name
