"""Mails: which of their parts are the text."""

from __future__ import annotations

import pytest

from statement_compare.engine.model import Source
from statement_compare.engine.readers import read_bytes

PAID = "The plant paid 5 million tenge in May to all of its workers there."
DENIED = "We reject all charges of the union."
PDF = "Content-Type: application/pdf; name=a.pdf\nContent-Disposition: inline; filename=a.pdf\n\nx"


def text(words: str, kind: str = "plain", more: str = "") -> str:
    return f"Content-Type: text/{kind}; charset=utf-8{more}\n\n{words}"


def parts(kind: str, *of: str, border: str = "b") -> str:
    inside = "".join(f"--{border}\n{part}\n" for part in of)
    return f"Content-Type: multipart/{kind}; boundary={border}\n\n{inside}--{border}--\n"


def read(body: str) -> Source:
    return read_bytes(f"From: Ada <ada@plant.example>\nSubject: x\nMIME-Version: 1.0\n{body}".encode(), name="a.eml")


@pytest.mark.parametrize(
    "body",
    [
        parts("mixed", text(PAID), PDF, text(DENIED)),
        parts("mixed", text(PAID), PDF, text(" \n"), PDF, text(DENIED)),
        parts("mixed", text(f"<p>{PAID}</p>", "html"), PDF, text(f"<p>{DENIED}</p>", "html")),
        parts("mixed", text(f"<p>{PAID}</p>", "html"), PDF, text(DENIED)),
        parts(
            "alternative",
            text("Seen as a page."),
            parts("mixed", text(f"<p>{PAID}</p>", "html"), PDF, text(f"<p>{DENIED}</p>", "html"), border="c"),
        ),
        parts(
            "mixed",
            parts("alternative", text(PAID), text(f"<p>{PAID}</p>", "html"), border="c"),
            PDF,
            parts("alternative", text(DENIED), text(f"<p>{DENIED}</p>", "html"), border="d"),
        ),
    ],
)
def test_the_text_behind_what_was_put_in_the_midst_of_a_mail_is_read(body: str) -> None:
    source = read(body)
    assert source.text == f"{PAID}\n\n{DENIED}\n"
    files = ["a.pdf"] * body.count("filename=")
    assert source.notes == (f"attachments_not_read:{', '.join(files)}",)


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (parts("alternative", text(PAID), text("<p>Other words.</p>", "html")), ()),
        (parts("alternative", text(PAID), text("Other words.")), ()),
        (parts("mixed", text(PAID), text(f"{'_' * 40}\nUnion list\nhttp://list.example")), ()),
        (
            parts("mixed", text(PAID), text("1 2 3", more="; name=a.txt") + "\n"),
            ("attachments_not_read:a.txt",),
        ),
        (parts("mixed", text(PAID, more="; name=body.txt"), PDF), ("attachments_not_read:a.pdf",)),
        (
            parts("alternative", text(PAID, more="; name=body.txt"), text("<p>x</p>", "html", "; name=body.html")),
            (),
        ),
        (parts("mixed", text(PAID), "Content-Type: message/rfc822\n\nSubject: y\n\nOther words."), ()),
    ],
)
def test_of_other_parts_one_is_the_text(body: str, note: tuple[str, ...]) -> None:
    source = read(body)
    assert (source.text, source.notes) == (f"{PAID}\n", note)


def test_a_list_that_adds_its_lines_to_a_page_is_not_taken_for_the_mail() -> None:
    footer = f"{'_' * 40}\nUnion list, for members of the union alone\nhttp://list.example/union"
    assert read(parts("mixed", text(f"<p>{PAID}</p>", "html"), text(footer))).text == f"{PAID}\n"


FINE = "Завод уплатил штраф в мае."


@pytest.mark.parametrize("body", [text(FINE), text(f"<p>{FINE}</p>", "html")])
def test_what_could_not_be_read_of_a_part_is_noted(body: str) -> None:
    data = f"From: Ada <ada@plant.example>\nSubject: x\nMIME-Version: 1.0\n{body}".encode()
    assert read_bytes(data, name="a.eml").notes == ()
    assert read_bytes(data, name="a.eml", encoding="cp1251").notes == ("is_utf8_as_well:cp1251",)
    broken = read_bytes(data.replace("штраф".encode(), "штраф".encode() * 400 + b"\xff"), name="a.eml")
    assert (broken.encoding, broken.notes) == ("utf-8", ("characters_replaced:1",))


def test_what_was_left_out_of_a_mail_is_noted_before_what_could_not_be_read() -> None:
    quoted = text(f"{FINE}\n\n> Did you pay?\n")
    data = f"From: Ada <ada@plant.example>\nSubject: x\nMIME-Version: 1.0\n{quoted}".encode()
    notes = ("quoted_text_left_out:1", "is_utf8_as_well:cp1251")
    assert read_bytes(data, name="a.eml", encoding="cp1251").notes == notes
