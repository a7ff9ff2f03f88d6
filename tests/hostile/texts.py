"""Texts that are markup, code or commands somewhere else, or hold characters that show nothing, turn or end things."""

from __future__ import annotations

from case import Case, Reads, either, file_case, refused

SENTENCE = "The harbour was closed on Monday."

# Each goes into every place that a stranger or a person can write, of every report.
TEXTS: dict[str, str] = {
    "a script": "<script>alert(1)</script>",
    "an end of style and title": "</style></title></textarea></script><script>x</script>",
    "an end of an attribute": "\"><img src=x onerror=alert(1)> ' onmouseover='x",
    "an end of a comment and of character data": "]]> --> --!> <!-- <![CDATA[",
    "references to characters": "&lt;b&gt; &#60;b&#62; &amp;amp; &notanentity; &",
    "a link of a script": "javascript:alert(1) data:text/html,x",
    "templates": "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% x %} {0} {0.__class__} %s %(x)s %n $x `x`",
    "escapes of a terminal": "\x1b[31mred\x1b]0;title\x07\x1b]8;;http://a.example\x1b\\link\x1b]8;;\x1b\\\x9b2J\b\b\x7f",
    "a line that is written over": "all is well\rall is not",
    "formulas": '=HYPERLINK("http://a.example","x")',
    "a formula with a command": "=cmd|' /C calc'!A0",
    "a formula behind a sign": "+1+1",
    "a formula behind a minus": "-2+3+cmd|' /C calc'!A0",
    "a formula behind an at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a formula in full width": "\uff1d1+1",
    "a formula behind a tab and a break": "\t=1+1",
    "a formula in another cell": 'closed;=1+1",=2+2,"\n=3+3\t=4+4',
    "Markdown": "# a *b* _c_ ~~d~~ `e` [f](http://a.example) ![g](http://a.example/h) <http://a.example> | i |",
    "Markdown in lines": "one\n\n# two\n- three\n1. four\n> five\n```\nsix\n```\n---\n| a | b |\n|---|---|\n    seven",
    "Markdown of references": "[a]: http://a.example\n[^1]: note\n[a] [b][a] [^1] http://a.example <a@b.example>",
    "Markdown at the start": "- [ ] a",
    "a rule under a line": "===",
    "control words of RTF": "{\\rtf1 {\\field{\\*\\fldinst DDEAUTO c:\\\\calc}} \\par} \\'41 \\bin5",
    "XML": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "markup of a Word file": "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\calc</w:instrText></w:r><w:t>",
    "markup of a workbook": "</t></is></c><c><f>1+1</f></c> _x0041_ _xFFFF_",
    "markup of a PDF": ") Tj ET /OpenAction << /S /JavaScript /JS (x) >> endstream endobj %%EOF (",
    "markup of Typst": '#import "x" #eval("1") $x$ @ref <label> \\ #set page() /* //',
    "a query": "'; DROP TABLE edit; -- \" OR 1=1 /*",
    "a path": "../../../etc/passwd ..\\..\\x C:\\x \\\\server\\share file:///etc/passwd ~/.ssh/id",
    "shell": "$(touch x) `touch x` ; rm -r x | x && x > x",
    "JSON": '"}],"links":[{"verdict":"agreement"}],"x":[{"\\',
    "nulls": "a\x00b\x00",
    "halves of characters": "a\ud800b\udc00\udfff",
    "directions turned": "paid \u202e000,5\u202c \u2066a\u2067b\u2068c\u2069\u2069 \u200e\u200f\u061c",
    "directions never ended": "\u202e\u202d\u202b\u202a\u2066\u2067\u2068",
    "characters of no width": "no\u200bt\u200c \u200dpaid\u2060 \ufeff\u00ad\u034f\u115f\u3164",
    "characters that are none": "\ufffe\uffff\U0001ffff\U0010ffff\ue000\u0378\U000e0fff",
    "tags and variants": "\U000e0061\U000e0062\U000e007f \ufe0f\U000e0100",
    "marks without end": "a" + "\u0301\u0489" * 300,
    "letters that look like others": "раid \u0430\u0455 \U0001d4de\U0001d4eb ﬁ ℡ Ⅷ",
    "emoji joined": "👩\u200d👩\u200d👧\u200d👦 🏴\U000e0067\U000e0062\U000e007f 🇰🇿 👍🏽",
    "line breaks of all kinds": "a\r\nb\rc\nd\x0be\x0cf\x1cg\x85h\u2028i\u2029j",
    "spaces of all kinds": "a\u00a0b\u2003c\u3000d\u1680e\u202ff\u205fg",
    "Arabic": "قالت الوزارة إنها دفعت 5,000",
    "a word without end": "W" * 600,
    "brackets without end": "([{<«" * 200,
    "signs alone": "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
}


def many_lines(count: int) -> bytes:
    return b"x\n" * count


_UTF8 = "\ufeff".encode()
_PLAIN = Reads(SENTENCE)

CASES: tuple[Case, ...] = (
    *(
        file_case(
            f"a text that is {name}",
            "a.txt",
            lambda t=text: f"{SENTENCE} {t}".encode("utf-8", "replace"),
            Reads(SENTENCE),
        )
        for name, text in TEXTS.items()
        if "\x1b" not in text and "\x00" not in text
    ),
    file_case(
        "escapes of a terminal in a text",
        "a.txt",
        lambda: f"{SENTENCE} {TEXTS['escapes of a terminal']}".encode(),
        either(SENTENCE, "file_not_text"),
    ),
    file_case("nulls in a text", "a.txt", lambda: f"{SENTENCE} a\0b".encode(), either(SENTENCE, "file_not_text")),
    file_case(
        "halves of characters as bytes", "a.txt", lambda: f"{SENTENCE} ".encode() + b"\xed\xa0\x80\xed\xb0\x80", _PLAIN
    ),
    file_case(
        "a character written in more bytes than it needs",
        "a.txt",
        lambda: f"{SENTENCE} ".encode() + b"\xc0\xaf\xe0\x80\xaf",
        _PLAIN,
    ),
    file_case(
        "twenty megabytes in one line",
        "a.txt",
        lambda: f"{SENTENCE} ".encode() * 600_000,
        Reads(SENTENCE),
        seconds=60,
        megabytes=900,
    ),
    file_case(
        "twenty megabytes in one word", "a.txt", lambda: b"x" * 20_000_000, Reads("xxx"), seconds=60, megabytes=900
    ),
    file_case(
        "twenty megabytes of nothing",
        "a.txt",
        lambda: b" " * 20_000_000,
        refused("file_without_text"),
        seconds=60,
        megabytes=900,
    ),
    file_case(
        "three hundred thousand lines",
        "a.txt",
        lambda: many_lines(300_000),
        either("x", "file_needs_memory", "file_too_slow"),
        seconds=80,
        megabytes=1_500,
    ),
    file_case(
        "nothing but marks of UTF-8", "a.txt", lambda: _UTF8 * 50_000, refused("file_without_text", "file_not_text")
    ),
    file_case(
        "a mark of UTF-16 and half a character",
        "a.txt",
        lambda: b"\xff\xfeT\0h\0e\0 \0x",
        either("The", "file_not_text"),
    ),
    file_case(
        "a mark of UTF-32 and what is none",
        "a.txt",
        lambda: b"\xff\xfe\0\0" + b"\xff" * 400,
        refused("file_not_text", "file_without_text"),
    ),
    file_case("every byte there is", "a.txt", lambda: bytes(range(256)) * 100, refused("file_not_text")),
    file_case("JSON that nests without end", "a.txt", lambda: b"[1," * 300_000, Reads("[1,[1,"), seconds=30),
    # ---- Markdown, which is read in this process
    file_case("Markdown of code marks in one row", "a.md", lambda: b"a " + b"`" * 900_000, Reads("a"), seconds=30),
    file_case(
        "Markdown of code marks that grow",
        "a.md",
        lambda: b"a " + b" ".join(b"`" * length for length in range(1, 1_300)),
        Reads("a"),
        seconds=30,
    ),
    file_case(
        "Markdown of comments that never close", "a.md", lambda: b"a " + b"<!--" * 220_000, Reads("a"), seconds=30
    ),
    file_case("Markdown of brackets that open", "a.md", lambda: b"a " + b"[" * 900_000, Reads("a"), seconds=30),
    file_case("Markdown of notes that open", "a.md", lambda: b"a " + b"[^" * 450_000, Reads("a"), seconds=30),
    file_case("Markdown of links that open", "a.md", lambda: b"a " + b"[x](" * 225_000, Reads("a"), seconds=30),
    file_case("Markdown of titles that open", "a.md", lambda: b"a " + b'[x](y "' * 130_000, Reads("a"), seconds=30),
    file_case("Markdown of links within links", "a.md", lambda: b"a " + b"[x][" * 225_000, Reads("a"), seconds=30),
    file_case("Markdown of addresses that open", "a.md", lambda: b"a " + b"<http://" * 110_000, Reads("a"), seconds=30),
    file_case("Markdown of tags that open", "a.md", lambda: b"a " + b"<a " * 300_000, Reads("a"), seconds=30),
    file_case("Markdown of stars", "a.md", lambda: b"a " + b"*a" * 450_000, Reads("a"), seconds=30),
    file_case("Markdown of stars and spaces", "a.md", lambda: b"a " + b"** a " * 180_000, Reads("a"), seconds=30),
    file_case("Markdown of lines below", "a.md", lambda: b"a " + b"_a" * 450_000, Reads("a"), seconds=30),
    file_case("Markdown of waves", "a.md", lambda: b"a " + b"~~a" * 300_000, Reads("a"), seconds=30),
    file_case("Markdown of escapes", "a.md", lambda: b"a " + b"\\*" * 450_000, Reads("a **"), seconds=30),
    file_case(
        "Markdown of a rule without end",
        "a.md",
        lambda: b"- " * 450_000 + b"x",
        either("", "file_without_text"),
        seconds=30,
    ),
    file_case("Markdown of quotations", "a.md", lambda: b"> " * 450_000 + b"x", Reads("x"), seconds=30),
    file_case("Markdown of a heading without end", "a.md", lambda: b"# a" + b" #" * 450_000, Reads("a"), seconds=30),
    file_case(
        "Markdown of a heading of spaces", "a.md", lambda: b"# a" + b" " * 900_000 + b"b", Reads("a"), seconds=30
    ),
    file_case(
        "Markdown of a table's rule without end",
        "a.md",
        lambda: b"|a|\n" + b"|-" * 450_000 + b"x",
        Reads("a"),
        seconds=30,
    ),
    file_case("Markdown of an item of spaces", "a.md", lambda: b"- " + b" " * 900_000 + b"x", Reads("x"), seconds=30),
    file_case("Markdown of lines of spaces", "a.md", lambda: b"a" + b" " * 900_000 + b"\nb", Reads("a"), seconds=30),
    file_case(
        "Markdown of a definition without end", "a.md", lambda: b"a\n\n[" + b"x" * 900_000, Reads("a"), seconds=30
    ),
    file_case(
        "Markdown of references to characters",
        "a.md",
        lambda: b"a " + b"&#x10FFFF;&#xD800;&amp" * 40_000,
        Reads("a"),
        seconds=30,
    ),
    file_case(
        "Markdown of front matter that never ends",
        "a.md",
        lambda: b"---\n" + b"a: b\n" * 180_000,
        Reads("a: b"),
        seconds=30,
        megabytes=600,
    ),
    # ---- what the first lines of any text are asked for
    *(
        file_case(
            f"a first line of {name}", "a.txt", lambda u=unit: u * (900_000 // len(u)) + b"\n\nx", Reads(""), seconds=30
        )
        for name, unit in {
            "figures": b"1",
            "dates": b"1 January ",
            "dates in figures": b"1.1.",
            "stops": b". ",
            "colons": b"a: ",
            "names": b"Ab ",
            "spaces and a letter": b" " * 1_000 + b"a",
            "dashes": b"- ",
            "brackets": b"(",
            "tabs": b"\ta",
            "capitals": b"A",
            "quotation marks": b'"',
            "by": b"by ",
            "statement by": b"Statement by ",
            "commas": b"a, ",
        }.items()
    ),
)
