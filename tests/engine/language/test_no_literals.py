"""No word of a language stands in the code of the engine: words are rows of tables in `resources/languages`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import statement_compare
from statement_compare.engine.annotate.number_words import NUMBERS_ONLY
from statement_compare.engine.language import CODES
from statement_compare.engine.language.schema import declared
from statement_compare.engine.language.tables import rows_of
from statement_compare.engine.text.wordlists import BESIDES

ENGINE = Path(statement_compare.__file__).parent / "engine"
ALL_CODES = frozenset({*CODES, *BESIDES, *NUMBERS_ONLY})
# What a comparison is held against where it asks for a word of a text, and not for a name in the program ("share").
ASKS_TEXT = re.compile(
    r"\b(?:lower|text|stem|key|word|casefold\(\)|follower|follows|following|before|behind|joint)\b\(?"
)
ASKS_LANGUAGE = re.compile(r"language|lang\b|\bcode")
WHOLE_ARGUMENTS = ("startswith", "endswith", "removeprefix", "removesuffix")
# Rooms that are not looked at: the tables themselves, and the reports, which speak to people.
ROOMS_LEFT_OUT = ("language", "report")
# Words that may stand in a file, and why; "*" is any.
EXCEPTIONS: dict[str, frozenset[str]] = {
    # "AU$" and "ha" are signs that the press of every language writes.
    "annotate/quantities/unit_names.py": frozenset({"au"}),
    "annotate/times/dates.py": frozenset({"ha"}),
    # What mail programs, letterheads and page numbers say is read before anybody knows the language of a text.
    "readers/email.py": frozenset({"*"}),
    "readers/mail_lines.py": frozenset({"*"}),
    "readers/masthead.py": frozenset({"*"}),
    "readers/page_flow.py": frozenset({"*"}),
    # Letters by which an encoding is guessed.
    "readers/encoding.py": frozenset({"*"}),
    # Names of formats: a type, a user name of web pages, a tag, control words of RTF.
    "readers/extract.py": frozenset({"str"}),
    "readers/html.py": frozenset({"null"}),
    "readers/markdown.py": frozenset({"li"}),
    "readers/rtf.py": frozenset({"note", "cell", "par", "sect", "page", "up"}),
}


@cache
def words_of_tables(english: bool) -> frozenset[str]:
    """Words of English; or those of the other languages that English does not have."""
    codes = ("en",) if english else tuple(code for code in CODES if code != "en")
    found = {
        row[0]
        for each in declared()
        if each.kind in ("words", "keyed", "phrases") and each.table not in ("traits", "stemmer")
        for code in codes
        for row in rows_of(each.topic, each.table, code)
        if re.fullmatch(r"[^\W\d_]{2,}", row[0])
    }
    return frozenset(found if english else found - words_of_tables(english=True))


def faults(source: str) -> Iterator[tuple[int, str]]:
    """The line and the word of each literal that is a word of a language, and of each comparison with its code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            literals = [literal for side in sides for literal in _literals(side)]
            asked = " ".join(ast.unparse(side) for side in sides if not _literals(side))
            yield from _foreign(literals)
            if ASKS_TEXT.search(asked):
                yield from _english(literals)
            if ASKS_LANGUAGE.search(asked):
                yield from ((each.lineno, str(each.value)) for each in literals if each.value in ALL_CODES)
        elif isinstance(node, ast.Set | ast.Dict):
            elements = node.elts if isinstance(node, ast.Set) else node.keys
            yield from _of_collection([each for each in elements if isinstance(each, ast.Constant)])
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in ("frozenset", "set") or called.endswith(".split"):
                yield from _of_collection([each for each in ast.walk(node) if isinstance(each, ast.Constant)])
            elif called.startswith("re.") and node.args:
                yield from _foreign([each for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)])
            elif called.rpartition(".")[2] in WHOLE_ARGUMENTS:
                literals = [literal for argument in node.args for literal in _literals(argument)]
                yield from _foreign(literals)
                if ASKS_TEXT.search(called.rpartition(".")[0]):
                    yield from _english(literals)


def _literals(node: ast.expr | None) -> list[ast.Constant]:
    if isinstance(node, ast.Constant):
        return [node] if isinstance(node.value, str) else []
    return [each for part in node.elts for each in _literals(part)] if isinstance(node, ast.Set | ast.Tuple) else []


def _of_collection(elements: list[ast.Constant]) -> Iterator[tuple[int, str]]:
    """Keys of the program may be English words; whole collections of codes are properties of languages."""
    yield from _foreign(elements)
    codes = [each for each in elements if each.value in ALL_CODES]
    if len(codes) > 1 and len(codes) == len(elements):
        yield codes[0].lineno, " ".join(str(each.value) for each in codes)


def _pieces(literal: ast.Constant) -> list[str]:
    """The words of a literal, without the classes, names and escapes of a regular expression."""
    plain = re.sub(r"\[[^\]]*\]|\(\?P<\w+>|\(\?[a-z]+[:)]|\\[xuU][0-9a-fA-F]+|\\[a-zA-Z]", " ", str(literal.value))
    return re.findall(r"(?<![^\W\d])[^\W\d_]{2,}(?![^\W\d])", plain)


def _foreign(literals: list[ast.Constant]) -> Iterator[tuple[int, str]]:
    for literal in literals:
        if isinstance(literal.value, str):
            for piece in _pieces(literal):
                if not piece.isascii() or piece in words_of_tables(english=False):
                    yield literal.lineno, piece


def _english(literals: list[ast.Constant]) -> Iterator[tuple[int, str]]:
    for literal in literals:
        if str(literal.value) in words_of_tables(english=True):
            yield literal.lineno, str(literal.value)


def modules() -> list[str]:
    names = sorted(path.relative_to(ENGINE).as_posix() for path in ENGINE.rglob("*.py"))
    return [name for name in names if name.partition("/")[0] not in ROOMS_LEFT_OUT]


@pytest.mark.parametrize("module", modules())
def test_no_word_of_a_language_stands_in_a_module(module: str) -> None:
    allowed = EXCEPTIONS.get(module, frozenset())
    found = [] if "*" in allowed else list(faults((ENGINE / module).read_text(encoding="utf-8")))
    assert [f"line {line}: {word}" for line, word in found if word not in allowed] == []


def test_each_exception_is_still_needed() -> None:
    for module, allowed in EXCEPTIONS.items():
        found = {word for _, word in faults((ENGINE / module).read_text(encoding="utf-8"))}
        assert found, module
        assert allowed - {"*"} <= found, module


@pytest.mark.parametrize(
    "source",
    [
        'language == "ru"',
        'ANALYTIC = frozenset({"en", "de", "fr"})',
        'if reading.language in ("de", "fr"): pass',
        'token.lower == "may"',
        'if before in {"not", "never"}: pass',
        'word.endswith("на")',
        'token.lower.startswith("percent")',
        'NEGATIONS = {"nicht": 1}',
        'WORDS = frozenset("der die das".split())',
        're.compile(r"(?:vor|nach)\\s")',
    ],
)
def test_a_literal_of_a_language_is_seen(source: str) -> None:
    assert list(faults(source)) != []


@pytest.mark.parametrize(
    "source",
    [
        'quantity.dimension == "share"',
        'kinds = {"count", "money"}',
        'words("negation", "not")',
        "token.lower in words_of(_BEFORE, language)",
        'word[-1:] in {"²", "³"}',
        're.compile(r"(?P<before>\\d+)\\s*%")',
        '"""Not "nicht", but "kein"."""',
        'raise Refused("key", "The file cannot be read; install the program again")',
        'CODES = {"en": 1}["en"]',
    ],
)
def test_a_name_of_the_program_is_no_literal_of_a_language(source: str) -> None:
    assert list(faults(source)) == []
