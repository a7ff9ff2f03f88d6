"""Which commands and options there are, and the help that shows them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Final, NoReturn

from statement_compare.cli import encodings, evidence_options
from statement_compare.cli.languages import of_both, of_one
from statement_compare.engine.report_formats import (
    FACT_TABLES,
    JUDGED_TABLES,
    REPORT_LANGUAGES,
    REPORTS,
    names_of,
)
from statement_compare.errors import UsageError
from statement_compare.version import VERSION

COMMANDS: Final = {
    "compare": "compare two statements, without a window",
    "facts": "which figures, dates and names both statements hold, and which differ",
    "judge": "one verdict a row for a table of sentence pairs",
    "extract": "the text that is taken out of a file",
    "sentences": "the sentences of a file",
    "review": "the findings of a saved session, as they were decided",
    "reply": "questions to one side or both, before anything is published",
    "claim-review": "the draft of a ClaimReview of one finding, for a web page",
    "marked": "one side as a Word file with the findings as comments",
    "bundle": "a saved session as evidence that a colleague can check and replay",
    "verify": "whether an evidence bundle is as it was made, and gives the same again",
    "models": "models of your own: measure one, list them, forget one",
    "demo": "the window on the bundled sample pair",
}

PROGRAM: Final = "statement-compare"
# What `review` may be asked to show alone.
ONLY: Final = (
    *("undecided", "decided", "confirmed", "changed", "overruled", "dismissed", "bookmarked", "noted", "look-again"),
    "by-hand",
    *("open", "asked", "answered", "settled"),
    *("agreement", "qualified", "contradiction", "unclear"),
)
# What it writes: text, json and csv are lists of its own, the others reports of the decided comparison.
REVIEWS: Final = names_of(REPORTS)
# What `verify` and `sentences` write.
TEXT_OR_JSON: Final = {".txt": "text", ".json": "json"}

_WINDOW_HELP: Final = """\
commands:
{commands}

example:
  statement-compare ministry.pdf company.docx
  statement-compare compare ministry.pdf company.docx --format html -o report.html
  statement-compare COMMAND --help

exit codes: 0 done, 1 a contradiction was found (with --fail-on contradiction), 2 wrong usage,
3 a file could not be read or written, 4 cancelled, 5 the program itself failed (a bug; its log is named),
6 an evidence bundle is not as it was made, or could not be checked in full
"""
_COMPARE_HELP: Final = """\
example:
  statement-compare compare ministry.txt company.docx
  statement-compare compare ministry.pdf answer.html --format html -o report.html
  statement-compare compare ministry.pdf answer.html -o report.docx
  pbpaste | statement-compare compare ministry.txt - --language kk,en --format json
"""
_FACTS_HELP: Final = """\
One row for each distinct figure, date and name, with all its places: the same, nearly the same (rounded, or within the
other's bound), differs, only left, only right. Figures are held against those of paired sentences first.

example:
  statement-compare facts ministry.pdf answer.docx
  statement-compare facts ministry.pdf answer.docx --format csv -o facts.csv
  statement-compare facts ministry.pdf answer.docx --report-language ru
"""
_JUDGE_HELP: Final = """\
PAIRS is a table with a header: tab-separated (no quoting) or comma- or semicolon-separated.
"row" in the result counts the rows below the header from 0.

example:
  statement-compare judge pairs.tsv --format csv -o verdicts.csv
"""
_EXTRACT_HELP: Final = """\
formats: {formats}

example:
  statement-compare extract ministry.pdf
  statement-compare extract old.txt --encoding windows-1251 -o ministry.txt
"""
_SENTENCES_HELP: Final = """\
example:
  statement-compare sentences ministry.pdf
  statement-compare sentences ministry.pdf --format json
"""
_REVIEW_HELP: Final = """\
--only takes undecided, decided, confirmed, changed (a person's verdict that is not the program's; tables of this list
say overruled, which is taken as well), dismissed, bookmarked, noted, look-again, by-hand; a status (open, asked,
answered, settled); or a verdict (agreement, qualified, contradiction, unclear). Given twice, both must hold.
The file is only read, and may be open in a window meanwhile.

example:
  statement-compare review harbour.stcmp
  statement-compare review harbour.stcmp --only contradiction --only undecided
  statement-compare review harbour.stcmp --format csv -o findings.csv
  statement-compare review harbour.stcmp --only confirmed -o evidence.pdf
"""
_MODELS_HELP: Final = """\
add FOLDER           measure a model on labelled pairs that come along, and keep the table that weighs its answers
list                 which models were measured, with their figures
remove NAME_OR_HASH  forget a table; the model's folder stays as it is

example:
  statement-compare models add ~/models/mine
  statement-compare compare ministry.pdf answer.docx --model ~/models/mine
  statement-compare models list --format json
  statement-compare models remove mine
"""
_DEMO_HELP: Final = """\
example:
  statement-compare demo
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError("usage.arguments", f"{message}; see {self.prog} --help")


class _ShowVersion(argparse.Action):
    """Prints the version."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        sys.stdout.write(f"{PROGRAM} {VERSION}\n")
        parser.exit()


def _parser(command: str, description: str, epilog: str) -> argparse.ArgumentParser:
    program = f"{PROGRAM} {command}".strip()
    parser = _Parser(
        program,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_ShowVersion, help="show the version and leave")
    return parser


def _window_parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS)) + 2
    commands = "\n".join(f"  {name:<{width}}{help_}" for name, help_ in COMMANDS.items())
    parser = _parser(
        "",
        "Two statements side by side: what agrees, what contradicts and in which words, and what was never answered.\n"
        "Without a command it opens the window, with the two files when they are given.",
        _WINDOW_HELP.format(commands=commands),
    )
    parser.usage = f"{PROGRAM} [--new-instance] [LEFT RIGHT]\n       {PROGRAM} COMMAND ..."
    parser.add_argument("files", nargs="*", metavar="LEFT RIGHT", help="the two statements")
    _add_new_instance(parser)
    return parser


def _compare_parser() -> argparse.ArgumentParser:
    parser = _parser("compare", "Compares two statements and writes one report.", _COMPARE_HELP)
    parser.add_argument("left", metavar="LEFT", help="the left statement; - reads standard input")
    parser.add_argument("right", metavar="RIGHT", help="the right statement; - reads standard input")
    parser.add_argument(
        "--format",
        choices=names_of(REPORTS),
        default="",
        metavar="FORMAT",
        help=f"{', '.join(names_of(REPORTS))}; text if neither this nor the result's file name says",
    )
    _add_report_language(parser)
    _add_output(parser)
    _add_reading(parser, both=True)
    _add_judging(parser)
    parser.add_argument(
        "--fail-on",
        choices=("contradiction",),
        help="leave with exit code 1 if there is one",
    )
    return parser


def _facts_parser() -> argparse.ArgumentParser:
    parser = _parser("facts", "Tables the figures, dates and names of two statements.", _FACTS_HELP)
    parser.add_argument("left", metavar="LEFT", help="the left statement; - reads standard input")
    parser.add_argument("right", metavar="RIGHT", help="the right statement; - reads standard input")
    parser.add_argument(
        "--format",
        choices=names_of(FACT_TABLES),
        default="",
        help="text if neither this nor the result's file name says",
    )
    _add_report_language(parser)
    _add_output(parser)
    _add_reading(parser, both=True)
    _add_judging(parser)
    return parser


def _judge_parser() -> argparse.ArgumentParser:
    parser = _parser("judge", "Gives one verdict a row for a table with the columns left and right.", _JUDGE_HELP)
    parser.add_argument("file", metavar="PAIRS", help="the table; - reads standard input")
    parser.add_argument("--format", choices=names_of(JUDGED_TABLES), default="", help="jsonl if not said")
    _add_output(parser)
    _add_encoding(parser, encodings.of_one, "NAME", "of the table, if it is not UTF-8")
    _add_language(parser, both=True)
    _add_judging(parser)
    return parser


def _extract_parser() -> argparse.ArgumentParser:
    from statement_compare.engine.readers.formats import titles

    help_ = _EXTRACT_HELP.format(formats=titles())
    parser = _parser("extract", "Prints the text that is taken out of a file, as it will be compared.", help_)
    parser.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    _add_output(parser)
    _add_encoding(parser, encodings.of_one, "NAME", "of a text file, if the guess is wrong")
    parser.add_argument("--quiet", action="store_true", help="no notes on standard error")
    return parser


def _sentences_parser() -> argparse.ArgumentParser:
    parser = _parser("sentences", "Prints the sentences of a file, one a line.", _SENTENCES_HELP)
    parser.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="",
        help="text if neither this nor the result's file name says; json has spans and roles",
    )
    _add_output(parser)
    _add_reading(parser, both=False)
    parser.add_argument("--quiet", action="store_true", help="no notes on standard error")
    return parser


def _review_parser() -> argparse.ArgumentParser:
    parser = _parser("review", "Lists the findings of a saved session, as a person decided them.", _REVIEW_HELP)
    parser.add_argument("file", metavar="FILE.stcmp", help="the session")
    parser.add_argument(
        "--format",
        choices=REVIEWS,
        default="",
        metavar="FORMAT",
        help=f"{', '.join(REVIEWS)}; text if neither this nor the result's file name says; json is that of compare, "
        "with decisions; md, html, docx, pdf and xlsx are whole reports",
    )
    _add_report_language(parser)
    parser.add_argument("--only", action="append", choices=ONLY, metavar="WHICH", help="only these findings")
    _add_output(parser)
    return parser


def _bundle_parser() -> argparse.ArgumentParser:
    return evidence_options.with_bundle(
        _parser("bundle", "Writes a saved session as an evidence bundle.", evidence_options.BUNDLE_HELP)
    )


def _verify_parser() -> argparse.ArgumentParser:
    parser = _parser("verify", "Checks an evidence bundle and replays it.", evidence_options.VERIFY_HELP)
    _add_output(parser)
    return evidence_options.with_verify(parser)


def _models_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "models",
        "Measures entailment models of your own, so that their answers are weighed by tables of their own.",
        _MODELS_HELP,
    )
    parser.add_argument("action", choices=("add", "list", "remove"), metavar="add|list|remove", help="what to do")
    parser.add_argument("target", nargs="?", default="", metavar="FOLDER|NAME_OR_HASH", help="the model")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text if not said")
    _add_output(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress and no notes on standard error")
    return parser


def _demo_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "demo",
        "Opens the window on the bundled sample pair; where no window can be shown, prints the comparison.",
        _DEMO_HELP,
    )
    _add_new_instance(parser)
    return parser


def command_parser(
    command: str, description: str, epilog: str, *, reads_statements: bool = True
) -> argparse.ArgumentParser:
    """A parser for a command that stands in a module of its own, with the options that such commands share."""
    parser = _parser(command, description, epilog)
    _add_output(parser)
    if reads_statements:
        _add_reading(parser, both=True)
        _add_judging(parser)
    return parser


PARSERS: Final = {
    "": _window_parser,
    "compare": _compare_parser,
    "facts": _facts_parser,
    "judge": _judge_parser,
    "extract": _extract_parser,
    "sentences": _sentences_parser,
    "review": _review_parser,
    "bundle": _bundle_parser,
    "verify": _verify_parser,
    "models": _models_parser,
    "demo": _demo_parser,
}


def _add_report_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--report-language",
        choices=REPORT_LANGUAGES,
        default="en",
        help="what the report itself says; the statements stay as they are",
    )


def _add_new_instance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-instance", action="store_true", help="a program of its own, though one runs that could open the window"
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", default="", help="write here instead of standard output")


def _add_reading(parser: argparse.ArgumentParser, *, both: bool) -> None:
    if both:
        _add_encoding(
            parser,
            encodings.of_both,
            "LEFT,RIGHT",
            "of text files whose guess is wrong: cp1251,utf-8, or one name for both; auto guesses (auto,cp1251)",
        )
    else:
        _add_encoding(parser, encodings.of_one, "NAME", "of a text file, if the guess is wrong")
    parser.add_argument("--sentences-per-line", action="store_true", help="each line that is not empty is one sentence")
    _add_language(parser, both=both)


def _add_encoding(
    parser: argparse.ArgumentParser, of_sides: Callable[[str], tuple[str, str]], metavar: str, told: str
) -> None:
    parser.add_argument("--encoding", dest="encodings", type=of_sides, default=("", ""), metavar=metavar, help=told)


def _add_language(parser: argparse.ArgumentParser, *, both: bool) -> None:
    parser.add_argument(
        "--language",
        dest="languages",
        type=of_both if both else of_one,
        default=("", ""),
        metavar="LEFT,RIGHT" if both else "CODE",
        help="two-letter codes such as ru,en; guessed if not said" if both else "two-letter code; guessed if not said",
    )


def _add_judging(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--preset",
        choices=("strict", "normal", "lenient"),
        default="normal",
        help="how sure a verdict must be before it is given",
    )
    parser.add_argument(
        "--model",
        default="",
        metavar="fast|thorough|none|FOLDER",
        help="the language model that judges: fast, a small one; thorough, the best that comes along (if not said); "
        "none, as --no-model; or another one's FOLDER with model.onnx, tokenizer.json and config.json, whose id2label "
        "names entailment, neutral and contradiction",
    )
    parser.add_argument("--no-model", action="store_true", help="fuzzy similarity and fact rules alone")
    parser.add_argument("--quiet", action="store_true", help="no progress and no notes on standard error")
