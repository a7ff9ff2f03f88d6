"""What the documents name is there: files, folders, targets of `make`, modules of the program."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "training/README.md"]
DOCUMENTS += [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md"))]

# Parts of the tree from which documents name paths: `engine/text/hidden.py`, `align/score.py`, `fit_links.py`.
FOLDERS = ["", "statement_compare", "statement_compare/engine", "statement_compare/engine/verdict"]
FOLDERS += ["statement_compare/ui", "training", "tests", "docs"]
# Files of a model's folder, and what `make` and the benchmarks write.
MADE = re.compile(
    r"(?:\.venv|build|dist|benchmarks/out|training/work)(?:/.*)?|(?:model\.onnx|tokenizer\.json|config\.json)"
    r"|_internal/.*|(?:\./)?statement-compare[_/].*"
)
# The file of a user or of a neighbour: not of this repository.
ELSEWHERE = re.compile(
    r"\.\./.*|~/.*|/path/to/.*|.*/path/to/.*|pairs\.tsv|(?:left|a|b|ministry|answer|verdicts|report)\.\w+"
)
ENDINGS = "py|sh|md|json|jsonl|toml|txt|tsv|css|svg|png|gold|dispute|lock|onnx"
PATH = re.compile(rf"[\w.*-]+(?:/[\w.*-]+)*/?\.(?:{ENDINGS})|[\w.*-]+(?:/[\w.*-]+)+/?|[\w.*-]+/|[\w*-]+\.(?:{ENDINGS})")


def words_in_backticks(document: str) -> list[str]:
    """The words of all spans and blocks of code, without the comments of commands."""
    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))
    code = [re.sub(r"\s#.*", "", line) for block in blocks for line in block.splitlines()] + spans
    return [word.strip("\"',;()[]") for piece in code for word in piece.split()]


def paths_in(document: str) -> list[str]:
    words = dict.fromkeys(words_in_backticks(document))
    return [
        word
        for each in words
        if PATH.fullmatch(word := each.partition("=")[2].strip('"') or each)
        if not ELSEWHERE.fullmatch(word) and not MADE.fullmatch(word)
    ]


def is_there(path: str) -> bool:
    """Whether a path, or a pattern with *, names something; `verdict/links.chosen` names a function of a module."""
    for folder in FOLDERS:
        if next((ROOT / folder).glob(path.rstrip("/")), None) is not None:
            return True
        module, _, name = path.rpartition(".")
        source = ROOT / folder / f"{module}.py"
        if module and source.is_file() and re.search(rf"^(?:def|class) {name}\b", source.read_text("utf-8"), re.M):
            return True
    # Formats and other modules are named without their ending: `engine/report_formats`, or alone: `decide.py`.
    in_package = ROOT / "statement_compare"
    return (in_package / f"{path}.py").is_file() or next(in_package.rglob(path), None) is not None


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_is_there(document: str) -> None:
    assert [path for path in paths_in(document) if not is_there(path)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_of_a_document_leads_to_a_file(document: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", (ROOT / document).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / document).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_of_make_that_a_document_names_is_there(document: str) -> None:
    words = words_in_backticks(document)
    named = {after for word, after in pairwise(words) if word == "make" and re.fullmatch("[a-z-]+", after)}
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named - targets == set()


def test_every_promise_of_security_names_tests_that_are_there() -> None:
    text = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    promises = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert len(promises) > 8
    for promise in promises:
        title, _, body = promise.partition("\n")
        held = re.findall(r"`(tests/[\w/]+\.py)`", body)
        assert bool(held) != (title == "What is not promised"), title
        for name in held:
            assert "\ndef test_" in (ROOT / name).read_text(encoding="utf-8"), name


def test_every_script_of_training_is_named_beside_it() -> None:
    named = set(words_in_backticks("training/README.md"))
    assert {path.name for path in (ROOT / "training").glob("*.py")} - named == set()


def test_every_script_is_run_by_make_or_by_another_script() -> None:
    callers = [ROOT / "Makefile", *(ROOT / "scripts").glob("*.sh")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in callers)
    scripts = [path for path in (ROOT / "scripts").iterdir() if path.suffix in (".sh", ".py")]
    assert [path.name for path in scripts if not re.search(rf"(?:sh|\.|python\"|\)) scripts/{path.name}", text)] == []


def test_the_paths_are_found_in_spans_and_blocks() -> None:
    assert {"engine/report/wording.py", "tests/engine/report", "docs/decisions/"} <= set(paths_in("CONTRIBUTING.md"))
    assert {"fit_links.py", "statements/*.gold", "scripts/train.sh"} <= set(paths_in("training/README.md"))
    assert not is_there("scripts/none.sh")
    assert not is_there("engine/none")
    assert not is_there("verdict/links.none")
