"""Mail that nests, is cut, has no end of headers or attachments, or says of itself what cannot be."""

from __future__ import annotations

import base64

from case import Case, Reads, either, file_case, refused
from packages import SENTENCE, docx

ALL = Reads(f"{SENTENCE}\n", is_all=True)
_HEAD = (
    "From: Mara Tolle <mara@port.example>\r\nTo: desk@paper.example\r\nSubject: Answer\r\n"
    "Date: Mon, 3 Nov 2025 09:00:00 +0100\r\nMIME-Version: 1.0\r\n"
)


def mail(body: str = SENTENCE, head: str = "Content-Type: text/plain; charset=utf-8\r\n") -> bytes:
    return f"{_HEAD}{head}\r\n{body}".encode("utf-8", "surrogateescape")


def nested(depth: int) -> bytes:
    """Parts in parts, the innermost of which is the text."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth))
    text = f"Content-Type: text/plain\r\n\r\n{SENTENCE}\r\n"
    tail = "".join(f"--b{n}--\r\n" for n in reversed(range(depth)))
    return (_HEAD + head + text + tail).encode()


def forwarded(depth: int) -> bytes:
    """A mail attached to a mail, and so on."""
    return (_HEAD + f"Content-Type: message/rfc822\r\n\r\n{_HEAD}" * depth + f"\r\n{SENTENCE}").encode()


def attached(count: int) -> bytes:
    parts = [f"Content-Type: text/plain\r\n\r\n{SENTENCE}\r\n"]
    parts += [
        f'Content-Type: application/pdf; name="report-{n}.pdf"\r\nContent-Disposition: attachment\r\n\r\nx\r\n'
        for n in range(count)
    ]
    body = "".join(f"--b\r\n{part}" for part in parts)
    return mail(f"{body}--b--\r\n", 'Content-Type: multipart/mixed; boundary="b"\r\n')


def _with_attached_bomb() -> bytes:
    data = base64.encodebytes(docx()).decode()
    return mail(
        f"--b\r\nContent-Type: text/plain\r\n\r\n{SENTENCE}\r\n--b\r\nContent-Disposition: attachment; "
        f'filename="../../../home/x\r\n y\\0.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n{data}\r\n--b--\r\n',
        'Content-Type: multipart/mixed; boundary="b"\r\n',
    )


CASES: tuple[Case, ...] = (
    file_case("parts that nest in hundreds", "a.eml", lambda: nested(100), ALL),
    file_case(
        "parts that nest in thousands",
        "a.eml",
        lambda: nested(5_000),
        either("", "file_without_text", "file_nests_too_deep", "file_breaks_reader"),
        seconds=70,
        megabytes=800,
    ),
    file_case("mails in mails", "a.eml", lambda: forwarded(100), either(SENTENCE, "file_without_text")),
    file_case(
        "mails in mails in thousands",
        "a.eml",
        lambda: forwarded(3_000),
        either("", "file_without_text", "file_nests_too_deep", "file_breaks_reader"),
        seconds=70,
        megabytes=800,
    ),
    file_case("two thousand attachments", "a.eml", lambda: attached(2_000), ALL),
    file_case(
        "a part that names its own boundary again",
        "a.eml",
        lambda: mail(
            "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 500 + f"--b\r\n\r\n{SENTENCE}",
            "Content-Type: multipart/mixed; boundary=b\r\n",
        ),
        either("", "file_without_text"),
    ),
    file_case(
        "parts without a boundary",
        "a.eml",
        lambda: mail(head="Content-Type: multipart/mixed\r\n"),
        either(SENTENCE, "file_without_text"),
    ),
    file_case(
        "a boundary that never comes",
        "a.eml",
        lambda: mail(head='Content-Type: multipart/mixed; boundary="b"\r\n'),
        either(SENTENCE, "file_without_text"),
    ),
    file_case("a header of a megabyte", "a.eml", lambda: mail(head=f"X-Long: {'x ' * 500_000}\r\n"), ALL),
    file_case(
        "a subject of a megabyte in words that are encoded one by one",
        "a.eml",
        lambda: b"Subject: " + b"=?utf-8?b?0J7RgtCy0LXRgg==?= " * 30_000 + b"\r\n" + mail(),
        ALL,
        seconds=60,
    ),
    file_case(
        "fifty thousand headers", "a.eml", lambda: mail(head="".join(f"X-{n}: a\r\n" for n in range(50_000))), ALL
    ),
    file_case(
        "twenty thousand parameters",
        "a.eml",
        lambda: mail(head=f"Content-Type: text/plain{''.join(f'; p{n}=1' for n in range(20_000))}\r\n"),
        ALL,
        seconds=60,
    ),
    file_case(
        "parameters that are continued without end",
        "a.eml",
        lambda: mail(head=f"Content-Type: text/plain{''.join(f'; a*{n}=1' for n in range(5_000))}\r\n"),
        ALL,
        seconds=60,
    ),
    file_case(
        "addresses in brackets without end",
        "a.eml",
        lambda: b"From: " + b"(" * 50_000 + b"\r\nTo: a@b.example\r\nSubject: x\r\n\r\n" + SENTENCE.encode(),
        ALL,
        seconds=60,
    ),
    file_case(
        "an encoding that runs code elsewhere",
        "a.eml",
        lambda: mail(head="Content-Type: text/plain; charset=unicode_escape\r\n"),
        ALL,
    ),
    file_case(
        "an encoding with a null in its name",
        "a.eml",
        lambda: mail(head='Content-Type: text/plain; charset="utf\0-8"\r\n'),
        ALL,
    ),
    file_case(
        "base64 that is none",
        "a.eml",
        lambda: mail("=\0*!" * 1_000, "Content-Transfer-Encoding: base64\r\n"),
        either("", "file_without_text", "file_not_text"),
    ),
    file_case(
        "an uuencoded body that never ends",
        "a.eml",
        lambda: mail("begin 644 x\nM", "Content-Transfer-Encoding: x-uuencode\r\n"),
        either("", "file_without_text"),
    ),
    file_case(
        "a date that is none",
        "a.eml",
        lambda: f"Date: {'9' * 6_000}\r\n".encode() + mail().replace(b"Date: Mon", b"X: Mon"),
        ALL,
    ),
    file_case("an attachment with a name that leads elsewhere", "a.eml", _with_attached_bomb, ALL),
    file_case(
        "an encrypted mail",
        "a.eml",
        lambda: mail("x", "Content-Type: multipart/encrypted; boundary=b\r\n"),
        refused("file_encrypted"),
    ),
    file_case(
        "lines that flow without end",
        "a.eml",
        lambda: mail("word \r\n" * 200_000, "Content-Type: text/plain; format=flowed\r\n"),
        Reads("word word"),
        megabytes=600,
    ),
    file_case("quotation marks without end", "a.eml", lambda: mail(SENTENCE + "\r\n" + ">" * 500_000), Reads(SENTENCE)),
    file_case("a mail called a Word file", "a.docx", mail, either(SENTENCE, "file_damaged")),
)
