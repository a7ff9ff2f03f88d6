"""Whatever stands in a text, a name or a note: every report reads back the same, and nothing breaks out."""

from __future__ import annotations

import zlib
from functools import cache

import pytest
from broken_out import structure
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reported_with import reported_with
from texts import TEXTS

from statement_compare.engine.report import provenance, render, wording
from statement_compare.engine.report_formats import REPORT_LANGUAGES, REPORTS, names_of
from statement_compare.engine.reported import ReportChoice
from statement_compare.engine.text import hidden

FORMATS = names_of(REPORTS)
# A text is the name of a file as well, and one of "\\" or "/" alone names none, so that its rows are missing.
# Invisible characters are counted in a row of their own where there are any, and none of them stands alone here.
HARMLESS = ("Port", "Port\u200b", "Port\u200b\u2060", "\u200b")


@cache
def harmless(format_: str, language: str) -> list[object]:
    choice = ReportChoice(language=language)
    return [structure(format_, render(reported_with(text), format_, choice=choice)) for text in HARMLESS]


def hold(text: str, format_: str, language: str = "en") -> None:
    """Fail where a text changes more of a report than its own place."""
    report = render(reported_with(text), format_, choice=ReportChoice(language=language))
    assert structure(format_, report) in harmless(format_, language)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", TEXTS)
def test_nothing_breaks_out_of_a_report(name: str, format_: str) -> None:
    hold(TEXTS[name], format_)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", REPORT_LANGUAGES)
def test_nothing_breaks_out_of_a_report_in_another_language(language: str, format_: str) -> None:
    for name in (
        "a script",
        "templates",
        "escapes of a terminal",
        "Markdown in lines",
        "formulas",
        "directions turned",
    ):
        hold(TEXTS[name], format_, language)


@pytest.mark.parametrize("format_", [name for name in FORMATS if name in ("text", "html", "csv", "md", "json")])
@settings(max_examples=40, deadline=None)
@given(text=st.text(min_size=1, max_size=60).filter(lambda text: wording.plain(provenance.file_name(text))))
@example("x\\y")
def test_no_text_at_all_breaks_out(format_: str, text: str) -> None:
    hold(text, format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_hostile_text_gives_the_same_bytes(format_: str) -> None:
    text = " ".join(each for each in TEXTS.values() if len(each) < 60)
    assert render(reported_with(text), format_) == render(reported_with(text), format_)


@pytest.mark.parametrize(
    ("format_", "report"),
    [
        ("html", b"<p>a</p><script>x</script>"),
        ("html", b'<p onclick="x">a</p>'),
        ("html", b'<a href="http://a.example">a</a>'),
        ("html", b"<p><b>a</p>"),
        ("html", b"<p>\x1b</p>"),
        ("md", b"[a](http://a.example)\n"),
        ("md", b"a <b onclick=x>b</b>\n"),
        ("md", b"`a`\n"),
        ("csv", b"a,=1+1\r\n"),
        ("csv", b"a;=1+1\r\n"),
        ("csv", b'a," =1+1"\r\n'),
        ("json", b'{"a": 1, "a": 2}'),
        ("json", b'{"a": "\xe2\x80\xae"}'),
        ("text", b"a\x1b[2Jb\n"),
        ("text", b"a\tb\n"),
        ("pdf", b"%PDF-1.7 << /OpenAction << /S /JavaScript >> >>"),
        ("pdf", b"%PDF-1.7 1 0 obj << /Title (a (b) c) /A << /S /URI /URI (x) >> >> endobj"),
        ("pdf", b"%PDF-1.7 << /Type /ObjStm >>\nstream\n" + zlib.compress(b"<< /S /Launch >>") + b"\nendstream"),
        ("another", b"a\x07\n"),
    ],
)
def test_what_breaks_out_is_seen(format_: str, report: bytes) -> None:
    with pytest.raises(AssertionError):
        structure(format_, report)


def test_words_in_a_pdf_are_no_names() -> None:
    told = b"<< /Type /Metadata >>\nstream\n<x>/JavaScript /Launch</x>\nendstream"
    structure("pdf", b"%PDF-1.7 << /Title (/JS \\) /URI (/AA)) >> " + told)


def test_harmless_texts_hold_what_is_counted() -> None:
    assert [len(hidden.counted(text)) for text in HARMLESS] == [0, 1, 2, 1]
