"""The options of the commands whose result is sent to somebody, and the help that shows them."""

from __future__ import annotations

import argparse
from typing import Final

from statement_compare.cli.options import command_parser
from statement_compare.engine.report_formats import REPORT_LANGUAGES, names_of
from statement_compare.engine.sheets.formats import CLAIM_REVIEWS, MARKED_COPIES, REPLY_SHEETS

_REPLY_HELP: Final = """\
Asked about are the contradictions, what was marked as asked or looked at and left open, and the claims without an
answer; not what was dismissed, answered or settled. Verdicts of a person count before those of the program. The sheet
quotes both sides with the numbers of the sentences and says of neither that it is wrong. It names no file.

example:
  statement-compare reply harbour.stcmp --side right -o questions.docx
  statement-compare reply ministry.pdf answer.docx --side left --deadline "2026-12-01 18:00" --report-language ru
"""
_CLAIM_REVIEW_HELP: Final = """\
The draft can be pasted into a page's <script type="application/ld+json"> as it is. It holds the claim and where it
comes from, and no rating: a person adds reviewRating. Where something is missing, nothing is written, and one line
says what.

example:
  statement-compare claim-review harbour.stcmp --finding L3-R5 --side right --author "Harbour Desk"
      --url https://desk.example/checks/7 --published 2026-12-01 -o check.jsonld
"""
_MARKED_HELP: Final = """\
The copy is a Word file (.docx) with the text of the statement, paragraph by paragraph. Sentences in findings are tinted
and underlined by their verdict; a comment says the verdict, the reason, the other side's words, and what a person
decided. A claim without an answer has a comment that says so.

example:
  statement-compare marked ministry.pdf answer.docx --side right -o answer-marked.docx
  statement-compare marked harbour.stcmp -o ministry-marked.docx --report-language kk
"""


def _reply_parser() -> argparse.ArgumentParser:
    parser = command_parser("reply", "Writes a sheet of questions to one side or to both.", _REPLY_HELP)
    _add_subject(parser)
    parser.add_argument("--side", choices=("left", "right", "both"), default="", help="who is asked; both if not said")
    parser.add_argument(
        "--format",
        choices=names_of(REPLY_SHEETS),
        default="",
        help="md if neither this nor the result's file name says",
    )
    parser.add_argument("--deadline", default="", metavar="WHEN", help="by when an answer is asked for")
    parser.add_argument("--reviewer", default="", metavar="NAME", help="who asks")
    parser.add_argument("--findings-only", action="store_true", help="nothing about claims without an answer")
    return parser


def _claim_review_parser() -> argparse.ArgumentParser:
    parser = command_parser(
        "claim-review", "Writes the draft of a ClaimReview (schema.org, JSON-LD) of one finding.", _CLAIM_REVIEW_HELP
    )
    _add_subject(parser)
    parser.add_argument("--finding", required=True, metavar="N|PLACE", help="the N-th that review lists, or L3-R5")
    parser.add_argument(
        "--side", choices=("left", "right"), default="", help="whose claim is reviewed; left if not said"
    )
    for name, metavar, help_ in (
        ("--author", "NAME", "who reviews it: your desk"),
        ("--url", "URL", "the page where the review will be"),
        ("--published", "YYYY-MM-DD", "the day on which it appears"),
        ("--claim-author", "NAME", "who made the claim; the statement's speaker if not said"),
        ("--claim-date", "YYYY-MM-DD", "when it was made; the statement's date if not said"),
        ("--claim-url", "URL", "where it was made; the statement's title alone if not said"),
    ):
        parser.add_argument(name, default="", metavar=metavar, help=help_)
    parser.add_argument(
        "--claim-author-is",
        choices=("organization", "person"),
        default="organization",
        help="what the one who made it is; organization if not said",
    )
    return parser


def _marked_parser() -> argparse.ArgumentParser:
    parser = command_parser("marked", "Writes a marked copy of one side, as a Word file with comments.", _MARKED_HELP)
    _add_subject(parser)
    parser.add_argument(
        "--side", choices=("left", "right"), default="", help="which statement is copied; left if not said"
    )
    parser.add_argument("--reviewer", default="", metavar="NAME", help="who makes the copy")
    return parser


def _add_subject(parser: argparse.ArgumentParser) -> None:
    """What the sheet is of, and the language that it is in."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a saved session (.stcmp), or the left and the right statement; - reads standard input",
    )
    parser.add_argument(
        "--report-language",
        choices=REPORT_LANGUAGES,
        default="en",
        help="what the sheet itself says; the statements stay as they are",
    )


SHEET_PARSERS: Final = {"reply": _reply_parser, "claim-review": _claim_review_parser, "marked": _marked_parser}
SHEET_FORMATS: Final = {"reply": REPLY_SHEETS, "claim-review": CLAIM_REVIEWS, "marked": MARKED_COPIES}
"""The formats of a command's result; the first one is what is written where nothing else is asked for."""
