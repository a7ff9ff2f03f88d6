"""The options and the help of the commands that make an evidence bundle and check one."""

from __future__ import annotations

import argparse
from typing import Final

from statement_compare.engine.report_formats import REPORT_LANGUAGES

BUNDLE_HELP: Final = """\
The bundle is a zip: both documents byte by byte, their texts, the comparison, the decisions, the reports, a manifest
with the SHA-256 of each file, and README.txt, which says how to check it. The same session gives the same bytes. What
is printed is the fingerprint: tell it to whoever gets the bundle by another way.

example:
  statement-compare bundle harbour.stcmp -o harbour.zip
  statement-compare bundle harbour.stcmp -o harbour.zip --report-language kk
"""
VERIFY_HELP: Final = """\
Checks every file of the bundle, reads the documents again, compares them again with the same options and models, makes
the decisions again, writes the reports again, and says place by place what is not the same.

exit codes: 0 all the same, 6 something is not the same or could not be checked, 3 the file is no evidence bundle, or
was made by a newer version

example:
  statement-compare verify harbour.zip
  statement-compare verify harbour.zip --format json
  statement-compare verify harbour.zip --fingerprint "$(cat fingerprint.txt)"
"""


def with_bundle(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("file", metavar="SESSION.stcmp", help="the session; it is only read")
    parser.add_argument(
        "-o", "--output", metavar="FILE.zip", required=True, help="the bundle; - writes it to standard output"
    )
    _add_language(parser, "what README.txt and the reports say")
    return parser


def with_verify(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("file", metavar="FILE.zip", help="the bundle; it is only read")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="",
        help="text if neither this nor the result's file name says",
    )
    _add_language(parser, "what the text says")
    parser.add_argument(
        "--model",
        default="",
        metavar="FOLDER",
        help="the model of your own that judged, where it was one; it is known by its hash",
    )
    parser.add_argument("--fingerprint", default="", metavar="SHA256", help="what the bundle's fingerprint has to be")
    parser.add_argument("--quiet", action="store_true", help="no progress on standard error")
    return parser


def _add_language(parser: argparse.ArgumentParser, help_: str) -> None:
    parser.add_argument("--report-language", choices=REPORT_LANGUAGES, default="en", help=help_)
