"""The borders between the layers, and what the program must never do: call the toolkit below the window, or the net."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
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
LONGEST_MODULE = 400
# Nothing but a table of words.
TABLES = {"ui/english.py", "ui/russian.py", "ui/kazakh.py"}
# Two things still live in each of these.
IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        importlib.import_module(found.name)
print(*sorted(sys.modules))
"""


@cache
def sources(folder: Path) -> tuple[tuple[Path, ast.Module], ...]:
    """All files below a folder as trees: most tests here look at each of them, and to parse them takes seconds."""
    files = sorted(folder.rglob("*.py"))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"), str(path))) for path in files)


@cache
def imported(tree: ast.Module) -> tuple[str, ...]:
    """Every module that a file names in an import, wherever in it the import stands."""
    return tuple(_imported(tree))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> dict[str, set[str]]:
    """Every module of the package with the modules of the package that it imports.

    Imports inside functions and for a type checker alone count as well. What is taken out of a package and is a module
    itself counts as that module, and not as the package.
    """
    trees = {module_name(path): tree for path, tree in sources(PACKAGE)}
    needs: dict[str, set[str]] = {}
    for name, tree in trees.items():
        named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                inner = (f"{node.module}.{alias.name}" for alias in node.names)
                named |= {each if each in trees else node.module for each in inner}
        needs[name] = named & trees.keys() - {name}
    return needs


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def in_circles(needs: dict[str, set[str]]) -> list[str]:
    """The modules that stay when those are taken away again and again which need no other, or which no other needs."""
    left = {name: set(its) for name, its in needs.items()}
    while True:
        needed = {each for its in left.values() for each in its}
        free = {name for name, its in left.items() if not its or name not in needed}
        if not free:
            return sorted(left)
        left = {name: its - free for name, its in left.items() if name not in free}


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


def test_the_window_starts_without_the_rules_and_what_they_need() -> None:
    code = "import sys, statement_compare.ui.app; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    rules = {f"statement_compare.engine.{room}" for room in ("align", "annotate", "facts", "language", "verdict")}
    unspoken = {"statement_compare.ui.russian", "statement_compare.ui.kazakh"}
    libraries = {"babel", "msgspec", "numpy", "onnxruntime", "pypdfium2", "rapidfuzz", "snowballstemmer", "tokenizers"}
    assert "statement_compare.ui.main_window" in loaded
    assert {name for name in loaded if is_within(name, rules | unspoken | libraries)} == set()


def test_two_texts_are_shown_before_numpy_is_loaded() -> None:
    code = """
import sys
from PySide6.QtWidgets import QApplication
from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Side, Source, Span, Statement
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.theme import LIGHT
application = QApplication([])
page = ComparePage(LIGHT)
page.resize(1000, 600)
page.show()
text = "The ferry is late. Nobody was told."
sentences = [Sentence(0, Span(0, 18), text[:18], Role.CLAIM, 0), Sentence(1, Span(19, 35), text[19:], Role.CLAIM, 0)]
for side in Side:
    block = Block(BlockKind.PARAGRAPH, Span(0, 35))
    page.set_statement(side, Statement(Source(text, (block,)), "en", tuple(sentences)))
page.grab()
shown = page.pane(Side.LEFT).column.total
page.hide()
print(shown > 50, "numpy" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "True False\n"), done.stderr


def test_libraries_that_write_documents_are_loaded_for_these_alone() -> None:
    code = """
import sys
import statement_compare.ui.app, statement_compare.ui.worker
from statement_compare.engine.report import render, html, md, text
print(*sorted(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "statement_compare.engine.report.outlining" in loaded
    assert not {name for name in loaded if is_within(name, {"docx", "xlsxwriter", "typst", "lxml"})}


def test_each_library_that_writes_documents_is_named_by_its_writers_alone() -> None:
    named = {
        (library, path.relative_to(PACKAGE).as_posix())
        for path, tree in sources(PACKAGE)
        for name in imported(tree)
        for library in ("docx", "xlsxwriter", "typst")
        if is_within(name, {library})
    }
    assert named == {
        ("docx", "engine/report/docx.py"),
        ("docx", "engine/report/docx_document.py"),
        ("docx", "engine/report/docx_elements.py"),
        ("docx", "engine/sheets/docx_comments.py"),
        ("docx", "engine/sheets/docx_file.py"),
        ("docx", "engine/sheets/marked_copy.py"),
        ("docx", "engine/sheets/reply_docx.py"),
        ("typst", "engine/report/pdf.py"),
        ("xlsxwriter", "engine/report/xlsx.py"),
    }


def test_qt_is_named_in_the_window_alone() -> None:
    named = {
        path.relative_to(PACKAGE).parts[0]
        for path, tree in sources(PACKAGE)
        if any(is_within(name, {"PySide6", "shiboken6"}) for name in imported(tree))
    }
    assert named <= {"ui"}


def test_a_circle_of_imports_is_found() -> None:
    chain: dict[str, set[str]] = {"a": {"b"}, "b": {"c"}, "c": set()}
    assert in_circles(chain) == []
    assert in_circles(chain | {"c": {"b"}}) == ["b", "c"]


def test_no_module_imports_another_in_a_circle() -> None:
    needs = modules()
    assert "statement_compare.ui.worker" in needs["statement_compare.ui.tasks"]
    assert in_circles(needs) == []


def test_no_module_is_so_long_that_two_things_live_in_it() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }
    assert {path for path, lines in lengths.items() if lines > LONGEST_MODULE} <= TABLES


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
