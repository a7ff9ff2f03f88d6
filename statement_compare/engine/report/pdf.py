"""The report as a PDF to print and to archive: typst sets a fixed template, to which the report goes as data."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import asdict
from types import ModuleType
from typing import Any, Final

from statement_compare import bundled
from statement_compare.engine.colours import THEMES
from statement_compare.engine.model import Side
from statement_compare.engine.panics import is_panic, unheard
from statement_compare.engine.report import undrawn, wording
from statement_compare.engine.report.outline import Finding, Outline, Paragraph, Quote, Section, locale_of
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject, report_of
from statement_compare.errors import StatementCompareError

# What the fonts that come along can draw. For anything else the fonts of the machine are asked as well, so that a
# quotation in Chinese can be read; only then may two machines write different bytes.
_DRAWN: Final = re.compile(
    "[\n\x20-\x7e\xa0-\u0377\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u052f\u1e00-\u1f15\u2000-\u2064"
    "\u2066-\u2071\u2074-\u208e\u20a0-\u20b5\u20b8-\u20ba\u20bd\u2100-\u214d\u2205\u2248\u2260\u2212]*"
)
# A finding of so many characters fits on a page for sure, and is not parted; a longer one may be.
_ON_ONE_PAGE: Final = 1500
_LINE: Final = 80
# A title of 6,000 letters at the foot of each of the pages that it makes is twelve megabytes.
_REPEATED: Final = 160
_STANDARD: Final = "ua-1"
"""PDF/UA, by which typst refuses to write what a screen reader could not read."""


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """The report as a tagged PDF with bookmarks; the same subject gives the same bytes.

    Raises StatementCompareError where typst is not installed or fails.
    """
    outline = outline_of(report_of(subject, choice))
    data = _data(outline)
    typst = _typst()
    is_drawn = _DRAWN.fullmatch(_json(data)) is not None
    fonts = typst.Fonts(not is_drawn, include_embedded_fonts=False, font_paths=[str(bundled.path("fonts"))])
    try:
        return _set(typst, fonts, data, _STANDARD)
    except typst.TypstError as error:
        missing = undrawn.named_in(error.diagnostic)
    if missing:
        with suppress(typst.TypstError):
            return _set(typst, fonts, _in_signs(data, outline, missing), _STANDARD)
    try:
        return _set(typst, fonts, data, None)
    except typst.TypstError as error:
        raise _failed(error.message) from error


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise StatementCompareError(
            "report.no_typst",
            "PDF reports need typst, which does not load here; install it (python -m pip install typst), or take html, "
            "which prints to PDF",
        ) from error
    return typst


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _in_signs(data: dict[str, Any], outline: Outline, missing: tuple[str, ...]) -> dict[str, Any]:
    """The data with characters that nothing can draw as ‹U+1F98A›, and a row that names them.

    Without that, typst leaves an empty box, and programs that read or copy the text find nothing there.
    """
    text = _json(data)
    named = undrawn.told(missing, text, _DRAWN.fullmatch)
    row = [outline.say("row.undrawn"), outline.say("made.undrawn", list=named)]
    for cluster in missing:
        text = text.replace(cluster, undrawn.tokens(cluster, _DRAWN.fullmatch))
    shown: dict[str, Any] = json.loads(text)
    # Who made it stands in what a PDF says of itself, which nothing draws.
    return {**shown, "authors": data["authors"], "made": [*shown["made"], row]}


def _set(typst: ModuleType, fonts: object, data: dict[str, Any], standard: str | None) -> bytes:
    """The PDF of a report; typst.TypstError where it cannot be set, or not as `standard` demands."""
    template = bundled.path("report", "report.typ")
    try:
        with unheard():
            compiler = typst.Compiler(
                template.read_bytes(), root=str(template.parent), font_paths=fonts, sys_inputs={"report": _json(data)}
            )
            written = compiler.compile(format="pdf", pdf_standards=standard, timestamp=0)
    except BaseException as error:
        if not is_panic(error):
            raise
        raise _failed("typst itself failed") from error
    return bytes(written)


def _failed(reason: str) -> StatementCompareError:
    return StatementCompareError(
        "report.typst", f"the PDF could not be set ({reason}); take html, which prints to PDF", reason=reason
    )


def _data(outline: Outline) -> dict[str, Any]:
    """What the template asks for, as values of JSON."""
    left, right = outline.unanswered_by_side
    light = THEMES["light"]
    sha256 = outline.say("row.sha256")
    return {
        "language": outline.language,
        "region": locale_of(outline.language).partition("-")[2],
        "title": outline.title,
        "running": _short(outline.title),
        "authors": outline.reviewers,
        "colours": {name: value for name, value in asdict(light).items() if isinstance(value, str)},
        "words": {
            "kicker": outline.say("page.kicker"),
            "page": outline.say("page.of", n="{n}", total="{total}"),
            "denied": outline.say("denied.title"),
            "lost": outline.say("decided.lost"),
            "texts": outline.say("page.texts"),
            "made": outline.say("page.made"),
            "left": outline.say("page.left"),
            "right": outline.say("page.right"),
            "sentence": outline.say("column.sentence"),
            "words": outline.say("column.words"),
        },
        "heads": list(map(_short, outline.heads)),
        "abouts": [" · ".join(about) for about in outline.abouts],
        "languages": outline.languages,
        "counts": [
            *({"verdict": each.verdict.value, "sign": each.sign, "words": each.words} for each in outline.counts),
            {
                "verdict": "unclear",
                "sign": wording.UNANSWERED_SIGN,
                "words": wording.without_answer(left, right, outline.language),
            },
            *({"verdict": "unclear", "sign": "", "words": told} for told in outline.decided),
        ],
        "left_out": outline.left_out,
        "sections": list(map(_section, outline.sections)),
        "denials": outline.denials,
        "unanswered": [
            {
                "side": list(Side).index(alone.side),
                "sign": wording.UNANSWERED_SIGN,
                "title": f"{alone.title} {alone.other}",
                "entries": [{"quote": _quote(quote), "note": note} for quote, note in alone.entries],
            }
            for alone in outline.unanswered
        ],
        "dismissed": _section(outline.dismissed) if outline.dismissed else None,
        "lost": [{"rows": gone.rows, "texts": gone.texts} for gone in outline.lost],
        "texts": [list(map(_paragraph, text)) for text in outline.texts] if outline.is_whole else [],
        "documents": [[name, *cells] for name, cells in outline.documents if name != sha256],
        # A checksum is longer than half a line.
        "made": [
            *(
                [f"{name}, {outline.say(f'side.{side.value}')}", cell]
                for name, cells in outline.documents
                if name == sha256
                for side, cell in zip(Side, cells, strict=True)
                if cell
            ),
            *outline.signed,
            *outline.by_hand,
        ],
        "caveats": outline.caveats,
    }


def _short(words: str) -> str:
    """What stands again on every page, so short that the page has room; in full it stands where it is told once."""
    return words if len(words) <= _REPEATED else f"{words[: _REPEATED - 1].rstrip()}…"


def _section(section: Section) -> dict[str, Any]:
    return {
        "verdict": section.verdict,
        "sign": section.sign,
        "title": section.title,
        "note": section.note,
        "findings": list(map(_finding, section.findings)),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "verdict": finding.verdict,
        "heading": finding.heading,
        "places": finding.places,
        "gauges": finding.gauges,
        "long": _length(finding) > _ON_ONE_PAGE,
        "messages": finding.messages,
        "rows": finding.rows,
        "quotes": [list(map(_quote, quotes)) for quotes in finding.quotes],
    }


def _length(finding: Finding) -> int:
    """How many characters a finding takes, a row of decisions being as high as a line."""
    quoted = sum(len(quote.text) for quotes in finding.quotes for quote in quotes)
    told = (*finding.messages, *(value for _, value in finding.rows))
    return quoted + sum(max(len(text), _LINE) for text in told)


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "kind": paragraph.kind,
        "sentences": [
            {
                "number": f"{each.quote.number} {each.sign}".rstrip(),
                "verdict": each.verdict,
                "quote": _quote(each.quote),
            }
            for each in paragraph.sentences
        ],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "numbered": quote.numbered,
        "pieces": [{"text": piece.text, "marked": piece.is_marked} for piece in quote.pieces],
    }
