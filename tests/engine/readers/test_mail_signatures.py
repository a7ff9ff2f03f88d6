"""Mails: a signature ends where its mark ends, and a time of day with a stop is one behind a whole day."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from statement_compare.engine.readers import read_bytes

PAID = "The plant paid all of its workers in May 2024, and nobody was dismissed."
OPEN = "The wells were inspected in March, and none of them was closed by order of the regulator."
SIGNATURES = [
    "<div class='gmail_signature'>-- <br>Ada Winter<br>Press office</div>",
    "<span class='gmail_signature_prefix'>-- </span><br><div class='gmail_signature'>Ada Winter</div>",
    "<pre class='moz-signature' cols='72'>-- \nAda Winter\nPress office</pre>",
]
HEAD = "From: Ministry<br>Date: Mon, 3 May 2025 at 9:15<br>Subject: Wells<br>To: Press<br>"
PLAIN_HEAD = "From: Ministry\nDate: Mon, 3 May 2025 at 9:15\nSubject: Wells\nTo: Press\n"
WROTE = "On Mon, 3 May 2025 at 9:15 Bob wrote:"


def own(html: str, plain: str = "", subject: str = "Fwd: Wells") -> list[str]:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Press office <press@plant.example>"
    if plain:
        message.set_content(plain)
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    source = read_bytes(message.as_bytes(), name="answer.eml")
    return [block.span.of(source.text) for block in source.blocks]


@pytest.mark.parametrize("signature", SIGNATURES)
@pytest.mark.parametrize("release", [f"<p>{PAID}</p>", f"<p>{PAID}</p><p>{OPEN * 40}</p>"])
def test_a_mail_that_is_passed_on_below_a_signature_is_read(signature: str, release: str) -> None:
    mark = f"<div class='gmail_attr'>---------- Forwarded message ---------<br>{HEAD}</div>"
    found = own(f"<div>FYI<br>{signature}</div><br><div class='gmail_quote'>{mark}{release}</div>")
    assert found[:2] == ["FYI", PAID]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_who_passes_a_mail_on_and_who_wrote_it_both_have_a_signature(signature: str) -> None:
    mark = f"<div class='gmail_attr'>---------- Forwarded message ---------<br>{HEAD}</div>"
    assert own(f"<p>{PAID}</p>{signature}<div class='gmail_quote'>{mark}<p>{OPEN}</p>{signature}</div>") == [PAID, OPEN]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_what_stands_below_what_the_program_calls_a_signature_is_read(signature: str) -> None:
    assert own(f"<p>Our statement is below.</p>{signature}<p>{PAID}</p>") == ["Our statement is below.", PAID]
    answers = (
        f"<div class='gmail_quote'><div class='gmail_attr'>{WROTE}</div><blockquote class='gmail_quote'>Was it paid?"
        f"</blockquote><p>{PAID}</p><blockquote class=gmail_quote>And the wells?</blockquote><p>{OPEN}</p></div>"
    )
    assert own(f"<p>See below.</p>{signature}{answers}", subject="Re: Fine") == ["See below.", PAID, OPEN]


def test_in_a_plain_mail_a_signature_ends_above_a_mail_that_is_passed_on_or_an_answer() -> None:
    signed = "-- \nAda Winter\nPress office\n\n"
    passed_on = f"FYI\n\n{signed}---------- Forwarded message ---------\n{PLAIN_HEAD}\n{PAID}\n"
    assert own("", passed_on) == ["FYI", PAID]
    assert own("", f"{passed_on}\n-- \nThe ministry\n") == ["FYI", PAID]
    answers = f"See below.\n\n{signed}{WROTE}\n> Was it paid?\n\n{PAID}\n\n> And the wells?\n\n{OPEN}\n"
    assert own("", answers, "Re: Fine") == ["See below.", PAID, OPEN]


def test_a_signature_above_a_quote_or_at_the_end_is_left_out() -> None:
    assert own("", f"{PAID}\n\n-- \nAda Winter\n\n{WROTE}\n> Was it paid?\n", "Re: Fine") == [PAID]
    assert own("", f"{PAID}\n\n{WROTE}\n> Was it paid?\n\n-- \nAda Winter\n", "Re: Fine") == [PAID]
    # Two dashes without a space may part a text, and what follows them tells.
    assert own("", f"{PAID}\n--\nAlmaty, 3 May\n\n> Was it paid?\n\n{OPEN}\n" * 4, "Re: Fine").count(PAID) == 4


@pytest.mark.parametrize(
    "line",
    [
        "Am 03.05.2025 um 09.15 schrieb Bob:",
        "Il giorno 03/mag/2025, alle ore 09.15, Bob <b@example.org> ha scritto:",
        "3 мая 2025, 9.15 от Боба <b@example.org>:",
        "Den 3. maj 2025 kl. 09.15 skrev Bob <b@example.org>:",
        "On 3 May 2025 at 9.15, Bob wrote:",
    ],
)
def test_a_time_of_day_with_a_stop_stands_behind_a_whole_day(line: str) -> None:
    html = line.replace("<", "&lt;").replace(">", "&gt;")
    assert own(f"<p>{PAID}</p><p>{html}</p><blockquote>{OPEN}</blockquote>", subject="Re: Fine") == [PAID]
    head = f"Von: Bob\nDatum: {line[: line.rindex('5') + 1]}\nAn: Ada\nBetreff: Wells\n"
    assert own("", f"{PAID}\n\n{head}\n{OPEN}\n", "Re: Fine") == [PAID]


@pytest.mark.parametrize(
    "line",
    [
        "In its order of 3 May 2025 on the fine of 5.50 the court wrote:",
        "On 3 May 2025 for 5.50 tenge the litre, the court wrote:",
        "On 3 May 2025, 5.50% was paid, the court wrote:",
        "In May 2025 at 5.50 the litre, the court wrote:",
        "On 3 May 2025 25.90 was paid, the court wrote:",
    ],
)
def test_an_amount_is_no_time_of_day(line: str) -> None:
    assert own(f"<p>{line}</p><blockquote>{OPEN}</blockquote>", subject="Re: Fine") == [line, OPEN]
