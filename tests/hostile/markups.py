"""XML, HTML and RTF that nests, repeats, points elsewhere or never ends."""

from __future__ import annotations

import zipfile

from case import Case, Reads, either, file_case, refused
from packages import SENTENCE, docx, fodt, odt, odt_xml, word_xml

ALL = Reads(f"{SENTENCE}\n", is_all=True)
_LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
_OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_PARAMETER = '<!DOCTYPE d [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>'
_OWN_TYPE = '<!DOCTYPE d SYSTEM "file:///etc/passwd">'
_QUADRATIC = f'<!DOCTYPE d [<!ENTITY a "{"x" * 100_000}">]>'


def _word(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _odt(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def _attributes(count: int) -> str:
    return " ".join(f"a{number}=''" for number in range(count))


def _row(cells: int) -> str:
    return f"<w:tr>{f'<w:tc>{_word(chr(120))}</w:tc>' * cells}</w:tr>"


def _nested(opening: str, closing: str, depth: int, inside: str = SENTENCE) -> str:
    return opening * depth + inside + closing * depth


_ENTITIES = {
    "entities that multiply": (_LAUGHS, "&a9;"),
    "an entity that is a file of this machine": (_OUTSIDE, "&a;"),
    "a parameter entity that is a file of this machine": (_PARAMETER, ""),
    "a document type that is a file of this machine": (_OWN_TYPE, ""),
    "a long entity, repeated": (_QUADRATIC, "&a;" * 10_000),
}


def _entity_cases() -> list[Case]:
    found = []
    for name, (head, text) in _ENTITIES.items():
        entities = refused("file_has_entities")
        found += [
            file_case(f"{name}, in Word", "a.docx", lambda h=head, t=text: docx(word_xml(_word(t), h)), entities),
            file_case(f"{name}, in OpenDocument", "a.odt", lambda h=head, t=text: odt(odt_xml(_odt(t), h)), entities),
            # Where the type fills the first kilobytes, nothing tells that it is OpenDocument: it is read as it stands.
            file_case(
                f"{name}, in flat XML",
                "a.fodt",
                lambda h=head, t=text: fodt(_odt(t), h),
                (Reads("<!DOCTYPE"), entities) if len(head) > 4_000 else entities,
            ),
        ]
    return found


_INCLUDED = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
_INSTRUCTION = '<?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>'


def _styles(count: int) -> str:
    styles = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(1, count + 1))
    return f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{styles}</w:styles>'


_XML_CASES = [
    *_entity_cases(),
    file_case(
        "XML that asks for a file to be included", "a.docx", lambda: docx(word_xml(_word(SENTENCE) + _INCLUDED)), ALL
    ),
    file_case("XML that asks for a style sheet", "a.docx", lambda: docx(word_xml(head=_INSTRUCTION)), ALL),
    file_case(
        "Word paragraphs that nest",
        "a.docx",
        lambda: docx(word_xml(_nested("<w:p>", "</w:p>", 100_000))),
        refused("file_nests_too_deep"),
    ),
    file_case(
        "OpenDocument spans that nest",
        "a.odt",
        lambda: odt(odt_xml(_odt(_nested("<text:span>", "</text:span>", 1_000)))),
        refused("file_nests_too_deep"),
    ),
    file_case(
        "elements that never close",
        "a.fodt",
        lambda: fodt(_odt("<text:span>" * 200)),
        refused("file_damaged", "file_nests_too_deep"),
    ),
    file_case(
        "an element of a hundred thousand attributes",
        "a.docx",
        lambda: docx(word_xml(f"<w:p {_attributes(100_000)}>{_word(SENTENCE)}</w:p>")),
        either(SENTENCE, "file_damaged", "file_unpacks_too_large"),
    ),
    file_case(
        "an attribute of eleven megabytes",
        "a.docx",
        lambda: docx(word_xml(f'<w:p w:a="{"x7Q" * 4_000_000}"/>{_word(SENTENCE)}')),
        either(SENTENCE, "file_damaged", "file_unpacks_too_large"),
    ),
    file_case(
        "eleven megabytes in one text",
        "a.docx",
        lambda: docx(word_xml(_word("Riverbank. " * 1_100_000))),
        either("Riverbank.", "file_unpacks_too_large"),
    ),
    file_case(
        "XML in an encoding that is none",
        "a.docx",
        lambda: docx(word_xml(head='<?xml version="1.0" encoding="utf-ninety"?>')),
        either(SENTENCE, "file_damaged"),
    ),
    file_case(
        "XML in UTF-16",
        "a.docx",
        lambda: docx(word_xml(head='<?xml version="1.0" encoding="utf-16"?>').encode("utf-16")),
        ALL,
    ),
    file_case(
        "control characters in XML", "a.docx", lambda: docx(word_xml(_word("a\x00\x01b"))), refused("file_damaged")
    ),
    file_case("half a character in XML", "a.docx", lambda: docx(word_xml(_word("&#xD800;"))), refused("file_damaged")),
    file_case(
        "styles that are made from each other in a long row",
        "a.docx",
        lambda: docx(parts={"word/styles.xml": _styles(20_000)}),
        ALL,
    ),
    file_case(
        "a style that is made from itself",
        "a.docx",
        lambda: docx(parts={"word/styles.xml": _styles(1).replace('"s0"', '"s1"')}),
        ALL,
    ),
    file_case(
        "a level of outline that is no number",
        "a.docx",
        lambda: docx(word_xml('<w:p><w:pPr><w:outlineLvl w:val="²"/></w:pPr>' + _word(SENTENCE)[5:])),
        ALL,
    ),
    file_case(
        "a level of outline with more digits than a number may have",
        "a.docx",
        lambda: docx(word_xml(f'<w:p><w:pPr><w:outlineLvl w:val="{"9" * 5_000}"/></w:pPr>' + _word(SENTENCE)[5:])),
        ALL,
    ),
    file_case(
        "a count of spaces with more digits than a number may have",
        "a.odt",
        lambda: odt(odt_xml(_odt(f'{SENTENCE}<text:s text:c="{"9" * 5_000}"/>'))),
        ALL,
    ),
    file_case(
        "a count of spaces that is no number",
        "a.odt",
        lambda: odt(odt_xml(_odt(f'{SENTENCE}<text:s text:c="²"/>'))),
        ALL,
    ),
    file_case(
        "a count of spaces without end",
        "a.odt",
        lambda: odt(odt_xml(_odt(f'{SENTENCE}<text:s text:c="4000000000"/>'))),
        ALL,
    ),
    file_case(
        "columns that repeat without end",
        "a.odt",
        lambda: odt(
            odt_xml(
                f'<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
                f'table:number-columns-repeated="16384">{_odt(SENTENCE)}</table:table-cell>'
                "</table:table-row></table:table>"
            )
        ),
        ALL,
    ),
    file_case(
        "a table of twenty thousand cells",
        "a.docx",
        lambda: docx(word_xml(f"<w:tbl>{_row(100) * 200}</w:tbl>"), method=zipfile.ZIP_STORED),
        Reads("x\tx"),
        seconds=40,
        megabytes=800,
    ),
]


def _page(body: str) -> bytes:
    return f"<!doctype html><html><head><title>t</title></head><body>{body}</body></html>".encode()


_LONG = f"<p>{SENTENCE}</p>"
_HTML_CASES = [
    file_case("tags that nest in thousands", "a.html", lambda: _page(_nested("<div>", "</div>", 10_000)), ALL),
    file_case(
        "marks that cross each other",
        "a.html",
        lambda: _page(_nested("<b><i><a>", "</b></i>", 400)),
        either(SENTENCE, "file_too_slow"),
        seconds=40,
        megabytes=800,
    ),
    file_case(
        "tables in tables",
        "a.html",
        lambda: _page(_nested("<table><tr><td>", "</td></tr></table>", 2_000)),
        either(SENTENCE, "file_too_slow"),
        seconds=40,
        megabytes=800,
    ),
    file_case(
        "a quotation mark that never closes", "a.html", lambda: _page(_LONG + '<a href="' + "x" * 1_000_000), ALL
    ),
    file_case("a comment that never closes", "a.html", lambda: _page(_LONG + "<!--" * 200_000), ALL),
    file_case("a script that never closes", "a.html", lambda: _page(_LONG + "<script>" + "x<" * 200_000), ALL),
    file_case(
        "text that is no markup to the end", "a.html", lambda: _page(_LONG + "<plaintext></body>"), Reads(SENTENCE)
    ),
    file_case(
        "a tag of ten thousand attributes",
        "a.html",
        lambda: _page(f"<p {_attributes(10_000)}>{SENTENCE}</p>"),
        ALL,
    ),
    file_case(
        "two hundred thousand references to characters",
        "a.html",
        lambda: _page(_LONG + "<p>" + "&#120;&notit;&#0;&#xD800;&#1114112;" * 40_000),
        Reads(SENTENCE),
    ),
    file_case(
        "a page that asks for everything from outside",
        "a.html",
        lambda: _page(
            '<base href="http://a.example/"><link rel=stylesheet href="http://a.example/a"><img '
            'src="http://a.example/b" onerror="x()"><iframe src="file:///etc/passwd"></iframe><object '
            f'data="file:///etc/passwd"></object><meta http-equiv=refresh content="0;file:///">{_LONG}'
        ),
        ALL,
    ),
    file_case(
        "a page that declares an encoding that is none",
        "a.html",
        lambda: f'<meta charset="x\0y"><p>{SENTENCE}</p>'.encode(),
        ALL,
    ),
    file_case(
        "a page that declares an encoding that runs code elsewhere",
        "a.html",
        lambda: f'<html><meta charset="unicode_escape"><p>{SENTENCE}\\x41</p>'.encode(),
        Reads(SENTENCE),
    ),
    file_case("a page of nulls", "a.html", lambda: _page("\0" * 100_000 + _LONG), refused("file_not_text")),
    file_case(
        "twenty thousand cells on a page",
        "a.html",
        lambda: _page("<table>" + ("<tr>" + "<td>x</td>" * 100 + "</tr>") * 200 + "</table>"),
        Reads("x\tx"),
        seconds=40,
        megabytes=600,
    ),
    file_case(
        "a select box in a drawing in a formula",
        "a.html",
        lambda: _page("<svg><foreignObject><math><mi><select><option>" * 300 + _LONG),
        either("", "file_without_text"),
    ),
    file_case("a page called a PDF", "a.pdf", lambda: _page(_LONG), ALL),
    file_case("a page called a Word file", "a.docx", lambda: _page(_LONG), ALL),
]


def _rtf(body: str) -> bytes:
    return b"{\\rtf1\\ansi " + body.encode("latin-1") + b"}"


_RTF_CASES = [
    file_case(
        "groups that nest without end",
        "a.rtf",
        lambda: _rtf("{" * 1_000_000 + SENTENCE),
        Reads(SENTENCE),
        megabytes=800,
    ),
    file_case(
        "groups that close too often", "a.rtf", lambda: _rtf("}" * 100_000 + SENTENCE), either("", "file_without_text")
    ),
    file_case(
        "a number of five thousand digits", "a.rtf", lambda: _rtf(f"{SENTENCE}\\u{'9' * 5_000} ?\\par"), Reads(SENTENCE)
    ),
    file_case(
        "a stretch of bytes longer than the file",
        "a.rtf",
        lambda: _rtf(f"{SENTENCE}\\bin2147483647 x"),
        Reads(SENTENCE),
    ),
    file_case(
        "a stretch of bytes of a length without end",
        "a.rtf",
        lambda: _rtf(f"{SENTENCE}\\bin{'9' * 5_000} x"),
        Reads(SENTENCE),
    ),
    file_case(
        "numbers of every kind without end",
        "a.rtf",
        lambda: _rtf(
            "".join(f"\\{word}{'9' * 5_000} " for word in ("uc", "f", "ansicpg", "outlinelevel", "s"))
            + f"{{\\fonttbl{{\\f0\\fcharset{'9' * 5_000} x;}}}}"
            + SENTENCE
        ),
        either("", "file_without_text"),
    ),
    file_case("half a character", "a.rtf", lambda: _rtf(f"\\u-10240 ? {SENTENCE} \\u56320 ?"), Reads(SENTENCE)),
    file_case("a code page that is none", "a.rtf", lambda: _rtf(f"\\ansicpg0\\ansicpg99999 {SENTENCE}"), ALL),
    file_case("a code page that is no text", "a.rtf", lambda: _rtf(f"\\ansicpg65000 {SENTENCE}\\'ff"), Reads(SENTENCE)),
    file_case(
        "fields and objects that ask for something to be run",
        "a.rtf",
        lambda: _rtf(
            "{\\field{\\*\\fldinst DDEAUTO c:\\\\\\\\calc.exe x}{\\fldrslt }}{\\object\\objautlink"
            f"{{\\*\\objdata {'41' * 1_000}}}}}{{\\*\\template file:///etc/passwd}}{SENTENCE}"
        ),
        ALL,
    ),
    file_case("a bracket in every place", "a.rtf", lambda: _rtf(SENTENCE + "\\'" * 200_000), Reads(SENTENCE)),
    file_case(
        "a table without rows",
        "a.rtf",
        lambda: _rtf(SENTENCE + "\\par\\intbl " + "x\\cell " * 50_000),
        Reads(SENTENCE),
        megabytes=500,
    ),
    file_case("RTF called a Word file", "a.doc", lambda: _rtf(SENTENCE), ALL),
]

CASES: tuple[Case, ...] = (*_XML_CASES, *_HTML_CASES, *_RTF_CASES)
