"""Mails: the sender's own words, and who, when and what about from the headers."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from statement_compare.engine.model import Source
from statement_compare.engine.readers import read_bytes
from statement_compare.errors import UnreadableFileError


def mail(body: str = "", html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Министерство энергетики <press@example.org>")
    message["Subject"] = headers.get("subject", "Re: Ответ министерства")
    message["Date"] = "Mon, 01 Nov 2021 23:30:00 +0600"
    message["MIME-Version"] = "1.0"
    if body:
        message.set_content(body)
    if html and body:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


def read(message: EmailMessage) -> Source:
    return read_bytes(message.as_bytes(), name="statement.eml")


def pieces(source: Source) -> list[str]:
    return [block.span.of(source.text) for block in source.blocks]


def test_headers_give_title_speaker_and_the_senders_day() -> None:
    source = read(mail("The fine was paid.\n"))
    assert source.title == "Ответ министерства"
    assert source.speaker == "Министерство энергетики"
    assert source.date == date(2021, 11, 1)
    assert (source.format, source.text) == ("eml", "The fine was paid.\n")


def test_an_address_stands_in_for_a_name() -> None:
    assert read(mail("The fine was paid.\n", sender="press@example.org")).speaker == "press@example.org"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("TR: Réponse du ministère", "Réponse du ministère"),
        ("RV: RE : Multa", "Multa"),
        ("Fwd[2]: Re: AW: Fine", "Fine"),
        ("Пересл: Отв: Штраф", "Штраф"),
        ("TRansport: Fine", "TRansport: Fine"),
        ("Answer to RV: Fine", "Answer to RV: Fine"),
    ],
)
def test_what_says_that_a_mail_answers_or_is_passed_on_is_no_title(subject: str, title: str) -> None:
    assert read(mail("The fine was paid.\n", subject=subject)).title == title


def test_quoted_lines_with_their_introduction_and_the_signature_are_left_out() -> None:
    source = read(
        mail(
            "We have paid the fine.\n\nOn Mon, Nov 1, 2021 at 10:00 AM Anna\nSmith <a@example.org> wrote:\n"
            "> Did you pay?\n> When?\n\nThat was in 2020.\n\n-- \nPress office\nTel. 1\n"
        )
    )
    assert pieces(source) == ["We have paid the fine.", "That was in 2020."]
    assert source.notes == ("quoted_text_left_out:2", "signature_left_out")


def test_the_mail_below_the_answer_is_left_out() -> None:
    source = read(
        mail(
            "We have paid the fine.\n\n-----Original Message-----\nFrom: Anna\nSent: Monday\nTo: Press\n"
            "Subject: Fine\n\nDid you pay?\n"
        )
    )
    assert pieces(source) == ["We have paid the fine."]


def test_a_forwarded_mail_is_read_without_its_headers() -> None:
    source = read(
        mail(
            "---------- Forwarded message ---------\nFrom: Ministry <m@example.org>\nDate: Mon, Nov 1, 2021\n"
            "Subject: Statement\nTo: <a@example.org>\n\nThe ministry has closed forty wells in the northern field.\n"
        )
    )
    assert pieces(source) == ["The ministry has closed forty wells in the northern field."]


def test_a_mail_that_is_nothing_but_quotes_is_read_without_its_marks() -> None:
    assert pieces(read(mail("> Did you pay?\n>\n> > When?\n"))) == ["Did you pay?", "When?"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministry keeps a register of all wells in the northern field, and it\n"
        "lists forty wells that were closed without notice. No records were found\n"
        "at all."
    )
    assert pieces(read(mail(text + "\n"))) == [text]


def test_flowed_lines_are_joined() -> None:
    message = mail("The ministry has \nclosed forty wells.\nIt knows why.\n")
    message.set_param("format", "flowed")
    assert pieces(read(message)) == ["The ministry has closed forty wells.", "It knows why."]


def test_plain_text_is_preferred_to_html() -> None:
    source = read(mail("The ministry has closed forty wells in the northern field of the country.\n", "<p>Other.</p>"))
    assert pieces(source) == ["The ministry has closed forty wells in the northern field of the country."]


def test_html_is_read_where_the_plain_part_only_points_to_it() -> None:
    quotes = "<div class='gmail_quote'>You wrote</div><blockquote type=cite>Pay!</blockquote>"
    html = f"<p>The fine was paid in full and on time.</p>{quotes}"
    assert pieces(read(mail("See the HTML part.\n", html))) == ["The fine was paid in full and on time."]


def test_a_short_plain_answer_is_still_preferred() -> None:
    assert pieces(read(mail("We did not pay.\n", "<p>We did not pay.</p>"))) == ["We did not pay."]


def test_attachments_are_named_and_not_read() -> None:
    message = mail("The fine was paid. The letter to the ministry is attached to this mail.\n")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="letter.pdf")
    assert read(message).notes == ("attachments_not_read:letter.pdf",)


def test_the_declared_charset_is_used() -> None:
    head = "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=koi8-r\r\n"
    data = (head + "Content-Transfer-Encoding: 8bit\r\n\r\n").encode() + "Штраф уплачен.\r\n".encode("koi8-r")
    source = read_bytes(data, name="-")
    assert (source.text, source.encoding, source.format) == ("Штраф уплачен.\n", "koi8-r", "eml")


def test_a_memo_is_no_mail() -> None:
    memo = "From: Press office\nTo: Desk\nDate: 1 November 2021\nSubject: Fine\n\nThe fine was paid.\n"
    assert read_bytes(memo.encode(), name="memo.txt").format == "txt"


def test_broken_headers_break_nothing() -> None:
    data = b"From: =?utf-8?q?\xff <@@>, ;:\r\nDate: yesterday\r\nSubject: =?x?b?!!?=\r\n\r\nThe fine was paid.\r\n"
    source = read_bytes(data, name="statement.eml")
    assert (source.text, source.date) == ("The fine was paid.\n", None)


def test_an_encrypted_mail_says_so() -> None:
    head = b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    data = head + b"Content-Type: application/pkcs7-mime\r\n\r\nMIAG\r\n"
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        read_bytes(data, name="statement.eml")


def test_a_mail_without_text_says_so() -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(mail(" \n"))


@pytest.mark.parametrize(
    "header",
    [
        b"Date: Mon, 1 Jan 20220000000000000000 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8",
        b"Content-Type: text/plain; charset=undefined",
        b'Content-Type: text/plain; charset="ut\0f"',
        b"Content-Type: text/plain; charset=hex",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: \0",
    ],
)
def test_a_header_that_makes_no_sense_costs_no_text(header: bytes) -> None:
    mail = b"From: a@b.org\nSubject: x\n" + header + "\n\nThe plant is clösed.\n".encode()
    source = read_bytes(mail, name="mail.eml")
    assert source.text == "The plant is clösed.\n"
    assert source.date is None
