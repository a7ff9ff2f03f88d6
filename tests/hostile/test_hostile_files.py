"""Every hostile file is read, or refused in one line, as was said beforehand, within time and memory."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import mails
import markups
import odd_paths
import packages
import pdfs
import pytest
import texts
from case import Case, Reads, Refused
from packages import SENTENCE
from prober import Outcome, Prober

from statement_compare.engine.readers.failures import FAILURES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="time and memory of a process are measured on POSIX")

CASES = (*packages.CASES, *markups.CASES, *mails.CASES, *pdfs.CASES, *texts.CASES, *odd_paths.CASES)


def hold_against(case: Case, outcome: Outcome) -> None:
    """Fail unless an input ended as it should."""
    assert not outcome.failed, outcome.failed
    assert not outcome.printed
    assert not outcome.left_behind
    expected = case.expected if isinstance(case.expected, tuple) else (case.expected,)
    if outcome.text is None:
        keys = [key for each in expected if isinstance(each, Refused) for key in each.keys]
        assert outcome.refused in keys, outcome.line
        assert len(outcome.line.splitlines()) == 1
        assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in outcome.line)
    else:
        words = [each for each in expected if isinstance(each, Reads)]
        assert words, f"read as {outcome.text[:200]!r}"
        assert any(outcome.text == each.words if each.is_all else each.words in outcome.text for each in words), (
            f"read as {outcome.text[:200]!r}"
        )
    assert outcome.seconds < case.seconds
    assert outcome.megabytes < case.megabytes


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_ends_as_it_should(case: Case, prober: Prober, tmp_path: Path) -> None:
    path = case.make(tmp_path)
    before = sorted(os.listdir(tmp_path))  # noqa: PTH208 - names that are no UTF-8 among them
    hold_against(case, prober.ask("read", path))
    assert sorted(os.listdir(tmp_path)) == before  # noqa: PTH208


def test_no_two_cases_have_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 200


def test_every_key_that_is_expected_has_words() -> None:
    for case in CASES:
        for each in case.expected if isinstance(case.expected, tuple) else (case.expected,):
            assert not isinstance(each, Refused) or set(each.keys) <= set(FAILURES), case.name


# ---- cut off at every structural point


def _zip_points(data: bytes) -> list[int]:
    """Beginnings and ends of headers, names and parts, and the middle of each part."""
    points = {match.start() for match in re.finditer(rb"PK(?:\x01\x02|\x03\x04|\x05\x06)", data)}
    for info in zipfile.ZipFile(BytesIO(data)).infolist():
        start = info.header_offset + 30 + len(info.filename)
        points |= {info.header_offset + 4, info.header_offset + 30, start, start + info.compress_size // 2}
        points.add(start + info.compress_size)
    return sorted({near for point in points for near in (point - 1, point, point + 1)} | {len(data) - 1})


def _points_at(pattern: bytes) -> Callable[[bytes], list[int]]:
    def points(data: bytes) -> list[int]:
        found = {place for match in re.finditer(pattern, data) for place in match.span()}
        return sorted({near for place in found for near in (place - 1, place, place + 1)})

    return points


_TOKENS = rb"obj|endobj|stream|endstream|xref|trailer|startxref|<<|>>|\[|\]|/\w+|%%EOF|\n"
_PAGE = f"""<!doctype html><html lang="en"><head><title>A &amp; b</title></head><body><table><tr><td>{SENTENCE}</td>
</tr></table><ul><li>x</ul><!-- c --><script>y</script></body></html>"""
_RTF = rb"""{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}{\*\generator x}{\info{\title t}}\pard\f0 a\'e0\u1078 ?\par
\trowd a\cell b\cell\row{\footnote c}{\pict\bin3 abc}}"""
_MARKDOWN = b"""---
title: T
---
# H

- [x] a *b* `c` [d](e "f") <!-- g -->

| a | b |
|---|---|
| c | d |

```
g
```
[^1]: h
"""
_WIDE = f"{SENTENCE}\r\n\r\nAn ‘answer’ – 👍.".encode("utf-16")
WHOLE: dict[str, tuple[str, bytes, Callable[[bytes], list[int]]]] = {
    "Word": ("a.docx", packages.docx(parts={"docProps/core.xml": "<a/>", "word/footnotes.xml": "<a/>"}), _zip_points),
    "OpenDocument": ("a.odt", packages.odt(parts={"meta.xml": "<a/>", "styles.xml": "<a/>"}), _zip_points),
    "flat OpenDocument": ("a.fodt", packages.fodt(), _points_at(rb"<[^>]*>")),
    "PDF": ("a.pdf", pdfs.pdf(catalog=b"/Names << /X [(a) (b)] >>", more=[pdfs.deflated(b"x")]), _points_at(_TOKENS)),
    "HTML": ("a.html", _PAGE.encode(), _points_at(rb"<[^>]*>|&\w+;")),
    "RTF": ("a.rtf", _RTF, _points_at(rb"[{}]|\\[a-z]+-?\d* ?|\\'..")),
    "mail": ("a.eml", mails.attached(3), _points_at(rb"\r\n|--b|[:;=]")),
    "Markdown": ("a.md", _MARKDOWN, _points_at(rb"\n|[*`\[\]()|#<>-]")),
    "text in UTF-16": ("a.txt", _WIDE, lambda data: list(range(len(data)))),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_cut_off_anywhere_is_read_or_refused(name: str, prober: Prober, tmp_path: Path) -> None:
    file_name, data, points = WHOLE[name]
    path = tmp_path / file_name
    path.write_bytes(data)
    lengths = [length for length in points(data) if 0 <= length < len(data)]
    outcome = prober.ask("cuts", path, lengths=lengths)
    assert not outcome.failed, outcome.failed
    assert not outcome.printed
    assert len(lengths) > 15
    assert sum(outcome.more["outcomes"].values()) == len(lengths)
    whole = prober.ask("cuts", path, lengths=[len(data)])
    assert whole.more["outcomes"] == {"read": 1}
    assert outcome.seconds < 60
    assert outcome.megabytes < 400
