"""The borders between the layers, and what the program must never do: call the toolkit below the window, or the net."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "statement_compare"

# Modules that open connections. What libraries import for themselves is theirs; our own code asks for none of these.
NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
}
IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        importlib.import_module(found.name)
print(*sorted(sys.modules))
"""


def sources(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module that a file names in an import, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_within(name: str, roots: set[str]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


@pytest.mark.parametrize("layer", ["engine", "session", "cli"])
def test_nothing_below_the_window_loads_qt(layer: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL, f"statement_compare.{layer}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert f"statement_compare.{layer}" in loaded
    assert not {name for name in loaded if is_within(name, {"PySide6", "shiboken6"})}


def test_qt_is_named_in_the_window_alone() -> None:
    named = {
        path.relative_to(PACKAGE).parts[0]
        for path, tree in sources(PACKAGE)
        if any(is_within(name, {"PySide6", "shiboken6"}) for name in imported(tree))
    }
    assert named <= {"ui"}


def test_the_model_runtime_is_named_in_one_module_alone() -> None:
    named = [
        path.relative_to(PACKAGE).as_posix()
        for path, tree in sources(PACKAGE)
        if any(is_within(name, {"onnxruntime"}) for name in imported(tree))
    ]
    assert named == ["engine/onnx/runtime.py"]


def test_no_code_of_ours_opens_a_connection() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), name)
        for path, tree in sources(PACKAGE)
        for name in imported(tree)
        if is_within(name, NETWORK)
    ]
    assert found == []


def test_every_module_says_what_it_knows() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path, tree in sources(PACKAGE)
        if path.stat().st_size and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_the_slow_matcher_of_the_standard_library_is_named_nowhere() -> None:
    word = ("dif" + "flib").encode()
    assert [path for path in tracked_files() if word in (ROOT / path).read_bytes()] == []


def test_no_file_holds_a_path_of_a_machine() -> None:
    words = [f"/{folder}/".encode() for folder in ("wor" + "k/main", "wor" + "k/lab", "wor" + "k/shared", "roo" + "t")]
    texts = (path for path in tracked_files() if (ROOT / path).stat().st_size < 1_000_000)
    assert [path for path in texts if any(word in (ROOT / path).read_bytes() for word in words)] == []


def tracked_files() -> list[str]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("this is no checkout")
    return [path for path in done.stdout.decode().split("\0") if path and (ROOT / path).is_file()]
