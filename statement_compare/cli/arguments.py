"""What a command line asks for, and why it cannot be meant so."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from statement_compare.cli.options import COMMANDS, PARSERS, PROGRAM, TEXT_OR_JSON
from statement_compare.cli.sheet_options import SHEET_FORMATS, SHEET_PARSERS
from statement_compare.engine.report_formats import (
    FACT_TABLES,
    JUDGED_TABLES,
    REPORTS,
    by_suffix,
)
from statement_compare.errors import UsageError
from statement_compare.file_names import SESSION_SUFFIX

_MODELS: Final = ("fast", "thorough", "none")
# Names of files that are opened by a program of their own, which finds a text under them damaged, or, as a browser,
# shows it in one line and takes "<5 %" for a tag.
_OF_DOCUMENTS: Final = frozenset(
    ".doc .docx .docm .dot .dotx .odt .ott .fodt .rtf .pages .wpd .pdf .epub .xls .xlsx .xlsm .xlsb .ods .numbers "
    ".ppt .pptx .odp .eml .msg .mht .mhtml .html .htm .xhtml .zip .png .jpg .jpeg .svg .stcmp".split()
)


class Arguments(argparse.Namespace):
    """What was asked for; every command fills the ones that it has."""

    command: str = ""
    left: str = ""
    right: str = ""
    file: str = ""
    action: str = ""
    target: str = ""
    format: str = ""
    output: str = ""
    encodings: tuple[str, str] = ("", "")
    languages: tuple[str, str] = ("", "")
    report_language: str = "en"
    sentences_per_line: bool = False
    preset: str = "normal"
    model: str = ""
    no_model: bool = False
    fail_on: str | None = None
    quiet: bool = False
    only: list[str] | None = None
    files: list[str] | None = None
    side: str = ""
    deadline: str = ""
    reviewer: str = ""
    findings_only: bool = False
    finding: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    claim_author: str = ""
    claim_author_is: str = "organization"
    claim_date: str = ""
    claim_url: str = ""
    fingerprint: str = ""
    new_instance: bool = False


def read_arguments(arguments: Sequence[str]) -> Arguments:
    """What a command line asks for.

    Raises UsageError for what makes no sense, and leaves by SystemExit(0) after `--help` and `--version`.
    """
    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    parser = (PARSERS | SHEET_PARSERS)[command]()
    if not command:
        _refuse_unknown_command(arguments)
        return _window(parser, arguments)
    chosen = parser.parse_args(arguments[1:], Arguments())
    chosen.command = command
    if command in SHEET_PARSERS:
        _take_sheet_files(chosen)
    _check_files(chosen)
    chosen.model = chosen.model if command == "verify" else _model(chosen)
    if command in SHEET_PARSERS:
        _take_sheet_format(chosen)
    elif command == "models":
        _check_target(chosen)
    elif command in ("compare", "review"):
        chosen.format = _format(chosen, by_suffix(REPORTS), "text")
    elif command == "verify":
        chosen.format = _format(chosen, TEXT_OR_JSON, "text")
    elif command == "facts":
        chosen.format = _format(chosen, by_suffix(FACT_TABLES), "text")
    elif command == "judge":
        chosen.format = _format(chosen, by_suffix(JUDGED_TABLES), "jsonl")
    elif command == "sentences":
        chosen.format = _format(chosen, TEXT_OR_JSON, "text")
    elif command == "extract":
        _format(chosen, {".txt": "text"}, "text")
    elif command == "bundle":
        _format(chosen, {".zip": "zip"}, "zip")
    return chosen


def _window(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> Arguments:
    parsed = parser.parse_args(arguments, argparse.Namespace())
    files: list[str] = parsed.files
    chosen = Arguments()
    chosen.model = _model(chosen)
    chosen.new_instance = parsed.new_instance
    if files and (named := [name for name in files if name in COMMANDS]):
        raise UsageError("usage.order", f"a command comes first: {PROGRAM} {named[0]} ...")
    if len(files) not in (0, 2) and not (len(files) == 1 and _is_session(files[0])):
        raise UsageError(
            "usage.files", f"the window opens with no file or with two, not with {len(files)}; see {PROGRAM} --help"
        )
    if files:
        chosen.left, chosen.right = files[0], files[1] if len(files) > 1 else ""
        chosen.format = "text"
        if "-" in files:
            raise UsageError("usage.stdin", f"the window does not read standard input; see {PROGRAM} compare --help")
    _check_files(chosen)
    return chosen


def _refuse_unknown_command(arguments: Sequence[str]) -> None:
    """Say so where the first word was meant as a command: no file is called so, and it is nearly one or is too much."""
    word = arguments[0] if arguments else ""
    if not re.fullmatch(r"[A-Za-z][\w-]*", word) or Path(word).exists():
        return
    # Loaded for a mistake alone, so that everything else starts without it.
    from rapidfuzz.distance import OSA

    distances = {name: OSA.distance(word.lower(), name) for name in COMMANDS}
    nearest = min(COMMANDS, key=lambda name: distances[name])
    is_near = distances[nearest] <= len(nearest) // 3
    if is_near or sum(not argument.startswith("--") for argument in arguments) != 2:
        hint = f"did you mean {nearest}?" if is_near else f"see {PROGRAM} --help"
        raise UsageError("usage.command", f'unknown command "{word}", {hint}')


def _check_files(chosen: Arguments) -> None:
    named = [name for name in (chosen.left, chosen.right, chosen.file) if name]
    for name in named:
        is_taken = chosen.command in ("review", "bundle", *SHEET_PARSERS)
        if _is_session(name) and not is_taken and len(named) + bool(chosen.command) > 1:
            raise UsageError(
                "usage.session", f"{name}: this is a saved session, no statement; see {PROGRAM} review --help"
            )
    if chosen.command in ("review", "bundle", "verify", *SHEET_PARSERS) and chosen.file == "-":
        what = "an evidence bundle" if chosen.command == "verify" else "a saved session"
        raise UsageError("usage.stdin", f"{what} is read from a file, not from standard input")
    if named.count("-") > 1:
        raise UsageError("usage.stdin", "standard input (-) can be one side only, the other one must be a file")
    if chosen.output and chosen.output != "-":
        target = Path(chosen.output)
        for name in named:
            if name != "-" and _are_same_file(target, Path(name)):
                raise UsageError("usage.overwrite", f"{chosen.output}: the result would overwrite what is read")


def _take_sheet_files(chosen: Arguments) -> None:
    """One file is a saved session, two are the statements."""
    files = chosen.files or []
    if len(files) == 1 and (_is_session(files[0]) or files[0] == "-"):
        chosen.file = files[0]
        _refuse_options_of_comparing(chosen)
    elif len(files) == 2 and not any(map(_is_session, files)):
        chosen.left, chosen.right = files
    else:
        raise UsageError(
            "usage.files",
            f"{chosen.command} takes a saved session (.stcmp) or two statements; see {PROGRAM} {chosen.command} --help",
        )


def _refuse_options_of_comparing(chosen: Arguments) -> None:
    """Say so where a saved session is given with an option that would only change how statements are compared."""
    said = {
        "--encoding": any(chosen.encodings),
        "--sentences-per-line": chosen.sentences_per_line,
        "--language": any(chosen.languages),
        "--preset": chosen.preset != Arguments.preset,
        "--model": chosen.model,
        "--no-model": chosen.no_model,
    }
    if named := [name for name, is_said in said.items() if is_said]:
        raise UsageError(
            "usage.compared",
            f"{', '.join(named)}: a saved session is compared already; this is for two statements alone",
        )


def _take_sheet_format(chosen: Arguments) -> None:
    """A sheet is refused under the name of any report that it is not: it would be taken for a page, or for a table."""
    formats = SHEET_FORMATS[chosen.command]
    chosen.format = _format(chosen, by_suffix(formats), formats[0].name, frozenset(by_suffix(REPORTS)))


def _check_target(chosen: Arguments) -> None:
    wanted = {"add": "the folder of a model", "remove": "the name or the hash of a measured model"}.get(chosen.action)
    if wanted and not chosen.target:
        raise UsageError("usage.target", f"models {chosen.action} needs {wanted}; see {PROGRAM} models --help")
    if not wanted and chosen.target:
        raise UsageError("usage.target", f"models {chosen.action} takes no name; see {PROGRAM} models --help")


def _are_same_file(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:  # one of them does not exist yet, or cannot be looked at: reading or writing will say so
        return False


def _is_session(name: str) -> bool:
    return name.lower().endswith(SESSION_SUFFIX)


def _format(chosen: Arguments, suffixes: dict[str, str], otherwise: str, foreign: frozenset[str] = frozenset()) -> str:
    """The format that was asked for, else the one that the result's file name tells.

    Raises UsageError for a name by which another program would open the result and call it damaged, "report.xls"; one
    that tells nothing ("report", "report.log") is as good as any. `foreign` are further suffixes that are refused.
    """
    if chosen.format:
        return chosen.format
    suffix = Path(chosen.output).suffix.lower()
    if suffix in (_OF_DOCUMENTS | foreign) - suffixes.keys():
        first = {name: each for each, name in reversed(suffixes.items())}
        named = ", ".join(each for each in suffixes if each in first.values())
        raise UsageError("usage.suffix", f"{chosen.output}: {chosen.command} writes no such file, but {named}")
    return suffixes.get(suffix, otherwise)


def _model(chosen: Arguments) -> str:
    """Which model was asked for: "fast", "thorough", "none", or the whole path of a folder."""
    if chosen.no_model and chosen.model not in ("", "none"):
        raise UsageError("usage.model", f"--no-model and --model {chosen.model}: one of them can be meant, not both")
    if chosen.no_model:
        return "none"
    named = chosen.model or "thorough"
    if named in _MODELS:
        return named
    try:
        return str(Path(named).resolve())
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise UsageError("usage.model", f"--model {named}: this path leads nowhere") from error
