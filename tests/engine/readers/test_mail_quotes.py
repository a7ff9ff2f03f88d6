"""Mails: what stands in them of earlier mails is no word of the sender, and no more is a signature."""

from __future__ import annotations

import re
from email.message import EmailMessage

import pytest

from statement_compare.engine.model import Source
from statement_compare.engine.readers import read_bytes

QUESTION = "You paid 5 million tenge to the mayor in May. What do you say to it?"
HEAD = "<b>From:</b> Tom &lt;tom@desk.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Press<br><b>Subject:</b> Fine"
WROTE = "On Mon, Nov 3, 2025 at 9:00 AM Tom &lt;tom@desk.example&gt; wrote:"


def read(html: str, plain: str = "", subject: str = "Re: Fine") -> Source:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Press office <press@plant.example>"
    message["MIME-Version"] = "1.0"
    if plain:
        message.set_content(plain)
        message.add_alternative(html, subtype="html")
    else:
        message.set_content(html, subtype="html")
    return read_bytes(message.as_bytes(), name="answer.eml")


def read_plain(text: str, subject: str = "Re: Fine") -> Source:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Press office <press@plant.example>"
    message.set_content(text)
    return read_bytes(message.as_bytes(), name="answer.eml")


def pieces(source: Source) -> list[str]:
    return [block.span.of(source.text) for block in source.blocks]


OUTLOOK_WEB = (
    "<div>We deny all of it.</div><div id='appendonsend'></div><hr>"
    f"<div id='divRplyFwdMsg'>{HEAD}</div><div><p>{QUESTION}</p></div>"
)
ANSWERS = [
    OUTLOOK_WEB,
    OUTLOOK_WEB.replace("From", "Kimden").replace("Sent", "Gönderilen").replace("To:", "Kime:").replace("Subject", "K"),
    f"<p>We deny all of it.</p><div style='border-top:solid #E1E1E1'><p>{HEAD}</p></div><p>{QUESTION}</p>",
    (
        "<p>We deny all of it.</p><table><td>From:</td><td>Tom</td></tr><tr><td>Date:</td><td>3.11.2025 09:00</td></tr>"
        f"<tr><td>To:</td><td>Press</td></tr></table><p>{QUESTION}</p>"
    ),
    (
        "<p>We deny all of it.</p><p>De : Tom<br>Envoyé : lundi 3 novembre<br>À : Presse<br>Objet : Questions</p>"
        f"<p>{QUESTION}</p>"
    ),
    (
        "We deny all of it.<br><br>Понедельник, 3 ноября 2025, 9:00 +05:00 от Том &lt;tom@desk.example&gt;:<br>"
        f"<blockquote style='border-left:1px'>{QUESTION}</blockquote>"
    ),
    f"<div>We deny all of it.</div><div>3.11.25, 9:00, Том &lt;t@d.org&gt;:</div><blockquote>{QUESTION}</blockquote>",
    (
        f"<div>We deny all of it.</div><div class='gmail_quote'><div class='gmail_attr'>{WROTE}</div>"
        f"<blockquote class='gmail_quote'>{QUESTION}</blockquote></div>"
    ),
    (
        f"<div>We deny all of it.</div><div class='gmail_extra'><br><div class='gmail_quote'>{WROTE}<br>"
        f"<blockquote class='gmail_quote'>{QUESTION}</blockquote></div></div>"
    ),
    (
        f"<p>We deny all of it.</p><div class='moz-cite-prefix'>On 3/11/25, Tom wrote:</div>"
        f"<blockquote type=cite>{QUESTION}</blockquote>"
    ),
    f"We deny all of it.<div><blockquote type=cite><div>{WROTE}</div><div>{QUESTION}</div></blockquote></div>",
]


@pytest.mark.parametrize("html", ANSWERS)
def test_the_question_below_an_answer_is_not_the_answer(html: str) -> None:
    source = read(html)
    assert pieces(source) == ["We deny all of it."]
    assert source.notes[0].startswith("quoted_text_left_out:")


def test_a_short_answer_is_not_passed_over_for_an_html_part_that_holds_the_question() -> None:
    question = f"{'_' * 32}\nFrom: Tom\nSent: Monday\nTo: Press\nSubject: Fine\n\n{QUESTION}\n"
    source = read(f"<p>We deny all of it.</p><p>{QUESTION}</p>", f"We deny all of it.\n\n{question}")
    assert pieces(source) == ["We deny all of it."]
    assert source.notes == ("quoted_text_left_out:6",)


@pytest.mark.parametrize(
    ("html", "own"),
    [
        (  # what a person quotes
            (
                "<p>See the law:</p><blockquote>The owner pays.</blockquote><p>On Friday the director wrote:</p>"
                "<blockquote>We did pay.</blockquote><p>That is all.</p>"
            ),
            ["See the law:", "The owner pays.", "On Friday the director wrote:", "We did pay.", "That is all."],
        ),
        (  # answers between the quotes, and a quote that is drawn otherwise
            (
                "Вот.<br>3 ноября 2025, 9:00 от Том &lt;tom@desk.example&gt;:<br><blockquote style='border:1px'>"
                "Вы платили?</blockquote>Да, в мае.<blockquote style='border:1px'>Сколько?</blockquote>5 миллионов. "
                "Закон говорит:<blockquote>Платит владелец.</blockquote>"
            ),
            ["Вот.", "Да, в мае.", "5 миллионов. Закон говорит:", "Платит владелец."],
        ),
        (
            (
                f"<div>Our answers:</div><div class='gmail_quote'><div class='gmail_attr'>{WROTE}</div>"
                "<blockquote class='gmail_quote'>Did you pay?</blockquote><div>We paid 5 million.</div>"
                "<blockquote class='gmail_quote'>When?</blockquote><div>In May.</div></div>"
            ),
            ["Our answers:", "We paid 5 million.", "In May."],
        ),
        (  # a memo's head
            (
                "<p>PRESS RELEASE</p><p>From: Ministry<br>To: All media<br>Date: 3 May 2024<br>Subject: Fine</p>"
                "<p>The fine was paid.</p>"
            ),
            [
                "PRESS RELEASE",
                "From: Ministry",
                "To: All media",
                "Date: 3 May 2024",
                "Subject: Fine",
                "The fine was paid.",
            ],
        ),
        ("<p>We deny it.</p><hr><p>The fine was paid.</p>", ["We deny it.", "The fine was paid."]),
        (
            "<p>We meet at 9:00, write to a@plant.example. The law says:</p><blockquote>The owner pays.</blockquote>",
            ["We meet at 9:00, write to a@plant.example. The law says:", "The owner pays."],
        ),
    ],
)
def test_what_the_sender_quotes_and_what_stands_between_quotes_is_read(html: str, own: list[str]) -> None:
    assert [piece for piece in pieces(read(html)) if piece not in own] == []
    assert len(pieces(read(html))) == len(own)


QUOTATIONS = "<p>{}</p><blockquote>We did pay.</blockquote><p>The law says:</p><blockquote>The owner pays.</blockquote>"


@pytest.mark.parametrize(
    "line",
    [
        "On Friday the director wrote:",
        "In its order of 12.04.2025 the court wrote:",
        "В письме от 03.05.2025 директор написал:",
        "Am 03.05.2025 schrieb der Direktor:",
        "Am 12.04. schrieb der Direktor:",
        "Le 12.04.25, le ministère a écrit :",
        "In the order on the fine of 5.50 the court wrote:",
    ],
)
def test_a_date_in_figures_above_what_the_sender_quotes_is_no_time_of_day(line: str) -> None:
    assert pieces(read(QUOTATIONS.format(line))) == [line, "We did pay.", "The law says:", "The owner pays."]


@pytest.mark.parametrize(
    "line",
    [
        "On 12.04.2025, at 9:00, Tom wrote:",
        "Am 03.05.2025 um 9.00 Uhr schrieb Tom:",
        "On 3 May 2025, 9.00 am, Tom wrote:",
        "Am 03.05.2025 schrieb Tom &lt;tom@desk.example&gt;:",
        "Le 12.04.2025 à 14:30, Tom a écrit :",
        "03.05.2025, 9:00, Tom написал:",
    ],
)
def test_a_line_that_a_program_wrote_above_a_quote_is_known_by_a_time_of_day_or_an_address(line: str) -> None:
    assert pieces(read(f"<p>No.</p>{QUOTATIONS.format(line)}")) == ["No.", "The law says:"]


@pytest.mark.parametrize(
    "html",
    [
        f"<div id='appendonsend'></div><hr><div id='divRplyFwdMsg'>{HEAD}</div><div>The wells were closed.</div>",
        (
            "<div class='gmail_quote'><div class='gmail_attr'>--- Forwarded message ---<br>From: Ministry<br>"
            "Date: Mon, Nov 3, 2025<br>To: Tom</div><div>The wells were closed.</div></div>"
        ),
        "<blockquote type=cite>The wells were closed.</blockquote>",
    ],
)
def test_a_mail_that_is_passed_on_is_read_without_its_head(html: str) -> None:
    assert pieces(read(html)) == ["The wells were closed."]


FORWARDED = [
    "Begin forwarded message:",
    "Anfang der weitergeleiteten Nachricht:",
    "Début du message transféré :",
    "Inicio del mensaje reenviado:",
    "Inizio messaggio inoltrato:",
    "Начало переадресованного сообщения:",
]


@pytest.mark.parametrize("line", FORWARDED)
def test_a_mail_that_apple_passes_on_as_a_quote_is_read(line: str) -> None:
    marked = "> From: Ministry\n> Subject: Wells\n>\n> The wells were closed.\n>\n>> Did you pay?\n>\n> In May.\n"
    own = ["FYI", "The wells were closed.", "In May."]
    assert pieces(read_plain(f"FYI\n\n{line}\n\n{marked}")) == own
    quoted = "The wells were closed.<blockquote type=cite>Did you pay?</blockquote>In May."
    head = "<b>From:</b> Ministry<br><b>Subject:</b> Wells<br>"
    one = f"<div>FYI</div><blockquote type=cite><div>{line}</div><br>{head}<br><div>{quoted}</div></blockquote>"
    two = (
        f"<div>FYI</div><div><br>{line}<br><br></div><blockquote type=cite><div>{head}</div></blockquote>"
        f"<blockquote type=cite>{quoted}</blockquote>"
    )
    assert [pieces(read(html)) for html in (one, two)] == [own, own]
    assert pieces(read(two, f"FYI\n\n{line}\n\n{marked}")) == own


@pytest.mark.parametrize(
    "line",
    [
        "-------- Message transféré --------",
        "-------- Mensaje reenviado --------",
        "-------- Messaggio inoltrato --------",
        "-------- Weitergeleitete Nachricht --------",
        "-------- Перенаправленное сообщение --------",
    ],
)
def test_a_mail_is_known_to_be_passed_on_in_any_language(line: str) -> None:
    passed_on = f"FYI\n\n{line}\nDe: Ministry\nObjet: Wells\nDate: 3 May\n\nThe wells were closed.\n> Did you pay?\n"
    assert pieces(read_plain(passed_on)) == ["FYI", "The wells were closed."]


@pytest.mark.parametrize(
    "text",
    [
        "We deny it.\n\n> Begin forwarded message:\n>\n>> Did you pay?\n",
        "Begin forwarded message:\nFrom: Ministry\nTo: Tom\n\nWe deny it.\n> Did you pay?\n",
        "We deny it.\nWe forwarded the message:\n> Did you pay?\n",
    ],
)
def test_a_quote_is_one_where_no_line_directly_above_says_that_it_is_passed_on(text: str) -> None:
    source = read_plain(text)
    assert pieces(source)[0].startswith("We deny it.")
    assert "Did you pay?" not in source.text
    quote = "<blockquote type=cite>Did you pay?</blockquote>"
    assert pieces(read(f"<p>{FORWARDED[0]}</p><p>From: Ministry</p><p>We deny it.</p>{quote}")) == ["We deny it."]
    quotes = f"<div><blockquote type=cite>{FORWARDED[0]} No.</blockquote></div>{quote}"
    assert pieces(read(f"<p>We deny it.</p>{quotes}")) == ["We deny it."]


@pytest.mark.parametrize(
    "html",
    [
        OUTLOOK_WEB,
        f"<p>We deny all of it.</p><div style='border-top:solid #E1E1E1'><p>{HEAD}</p></div><p>{QUESTION}</p>",
        (
            "<p>We deny all of it.</p><div id='mail-editor-reference-message-container'>"
            f"<p>{HEAD}</p><div>{QUESTION}</div></div>"
        ),
    ],
)
def test_the_subject_says_whether_the_mail_below_is_passed_on(html: str) -> None:
    earlier = f"<p>{HEAD}</p><p>Did you pay?</p>"
    for subject in ("FW: Fine", "Fwd: Re: Fine", "WG: Fine"):
        assert pieces(read(html + earlier, subject=subject)) == ["We deny all of it.", QUESTION]
    assert pieces(read(html, subject="Re: FW: Fine")) == ["We deny all of it."]
    plain = f"We deny all of it.\n\n{'_' * 32}\nFrom: Tom\nSent: Monday\nTo: Press\n\n{QUESTION}\n"
    assert pieces(read_plain(plain, subject="FW: Fine")) == ["We deny all of it.", QUESTION]
    assert pieces(read_plain(plain, subject="Fwords: Fine")) == ["We deny all of it."]


def test_a_signature_below_the_line_that_points_to_the_html_part_does_not_hide_that() -> None:
    source = read(f"<p>{QUESTION} And more of it.</p>", "See the HTML part.\n-- \nSent by Mailer\n")
    assert pieces(source) == [f"{QUESTION} And more of it."]


def test_an_answer_directly_above_the_line_that_introduces_a_quote_is_read() -> None:
    wrote = "On Mon, Nov 3, 2025 at 9:00 AM Tom <tom@desk.example> wrote:"
    assert pieces(read_plain(f"We deny it.\n{wrote}\n> Did you pay?\n")) == ["We deny it."]
    assert pieces(read_plain(f"We paid 5 million\n{wrote}\n> Did you pay?\n")) == ["We paid 5 million"]
    broken = wrote.replace(" Tom", "\nTom")
    assert pieces(read_plain(f"We deny it.\n\n{broken}\n> Did you pay?\n")) == ["We deny it."]


def test_a_memo_below_a_heading_of_a_plain_mail_is_read() -> None:
    memo = "PRESS RELEASE\n\nFrom: Ministry\nTo: All media\nDate: 3 May 2024\nSubject: Fine\n\nThe fine was paid.\n"
    assert pieces(read_plain(memo))[-1] == "The fine was paid."


@pytest.mark.parametrize(
    "lines",
    [
        "От: Пресс-служба\nКому: Все СМИ\nДата: 03.05.2025\nТема: Авария",
        "Date: 3 May\nFrom: 9:00\nTo: 12:00",
        "Datum: 03.05.25\nVon: 9.00 Uhr\nAn: Alle",
        "From: Ministry\nTo: All media\nDate: 3 May 2024\nSubject: The 9:00 statement",
    ],
)
def test_what_stands_below_a_memos_head_or_a_table_of_times_is_read(lines: str) -> None:
    assert read_plain(f"Please see this.\n\n{lines}\n\nWe paid 5 million.\n").text.endswith("We paid 5 million.\n")
    html = lines.replace("\n", "<br>")
    assert pieces(read(f"<p>Please see this.</p><p>{html}</p><p>We paid 5 million.</p>"))[-1] == "We paid 5 million."


@pytest.mark.parametrize(
    "lines",
    [
        "От: Том\nКому: Пресс-служба\nДата: 03.05.2025, 9:00\nТема: Авария",
        "Von: Tom\nDatum: 03.05.2025 um 9.00 Uhr\nAn: Presse\nBetreff: Re: Strafe",
        "From: Tom <tom@desk.example>\nTo: Press\nDate: 3 May",
        "De: Tom\nEnviado el: lunes\nPara: Prensa\nAsunto: Multa",
    ],
)
def test_what_stands_below_the_head_of_an_earlier_mail_is_left_out(lines: str) -> None:
    assert pieces(read_plain(f"We paid it.\n\n{lines}\n\n{QUESTION}\n")) == ["We paid it."]


NOTICE = "This mail is confidential. " * 30


PAID = "We paid 5 million tenge in May."


@pytest.mark.parametrize(
    "text",
    [
        f"{PAID}\n--\nPress office\nTel. 1\n",
        f"{PAID}\n--\nPress office\n\nThis mail is confidential.\n",
        f"{PAID}\n-- \nAda\n--\nPress office\n",
        f"{PAID}\n-- \nSent from my phone.\n",
        f"{PAID}\n-- \nAda Winter\n\n{NOTICE}\n",
        f"{PAID}\n-- \nAda\n\nOn Monday Tom wrote:\n> Did you pay?\n> -- \n> Tom\n",
    ],
)
def test_the_signature_is_left_out(text: str) -> None:
    source = read_plain(text)
    assert pieces(source) == [PAID]
    assert "signature_left_out" in source.notes


def test_a_signature_of_an_html_mail_is_left_out() -> None:
    assert pieces(read(f"<p>{PAID}</p><div class='gmail_signature'>-- <br>Ada Winter<br>Press office</div>")) == [PAID]
    assert pieces(read(f"<p>PRESS RELEASE</p><p>--</p><p>{PAID}</p>")) == ["PRESS RELEASE", PAID]


@pytest.mark.parametrize(
    "signature",
    [
        "<div class='gmail_signature'>-- <br>Ada Winter<br>{}</div>",
        "<span class='gmail_signature_prefix'>-- </span><br><div class='gmail_signature'>Ada Winter<br><p>{}</p></div>",
        "<pre class='moz-signature' cols='72'>-- \nAda Winter\n{}</pre>",
        "<div class='moz-signature'>--&nbsp;<br>Ada Winter<br>{}</div>",
    ],
)
def test_a_notice_in_what_the_program_calls_a_signature_is_left_out(signature: str) -> None:
    source = read(f"<p>{PAID}</p>{signature.format(NOTICE)}")
    assert (pieces(source), source.notes) == ([PAID], ("signature_left_out",))
    quote = f"<p>{WROTE}</p><blockquote>{QUESTION}</blockquote>"
    assert pieces(read(f"<p>{PAID}</p>{signature.format(NOTICE)}{quote}")) == [PAID]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{PAID}</p><div>-- <br>Ada Winter<br>{NOTICE}</div>",
        f"<p>{PAID}</p><div class='gmail_signature'>Ada Winter<br>{NOTICE}</div>",
        f"<div class='gmail_signature'>-- <br>{PAID}</div>",
        f"<p>{PAID}</p><div class='gmail_signature'>-- <br>{NOTICE}</div>",
    ],
)
def test_what_is_no_signature_of_an_html_mail_is_read(html: str) -> None:
    said = re.sub("<[^>]*>", " ", html).replace("--", "")
    assert read(html).text.split() == said.split()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"PRESS RELEASE\n--\n{PAID}\nWe reject it.\n--\nAda\n", ["PRESS RELEASE", f"{PAID}\nWe reject it."]),
        (f"PRESS RELEASE\n-- \n{PAID}\n-- \nAda\n", ["PRESS RELEASE", PAID]),
        ("PRESS RELEASE\n--\nWe reject it.\n", ["PRESS RELEASE", "We reject it."]),
        (
            "PRESS RELEASE\n--\nAlmaty, 3 May\n\nWe paid it.\n--\nAda\n",
            ["PRESS RELEASE", "Almaty, 3 May", "We paid it."],
        ),
        (f"{PAID}\n--\nThe plant is open to all of its workers there as well\nas others.\n", None),
        (f"{PAID}\n--\n{NOTICE}\n", None),
        (f"--\n{PAID}\n", None),
    ],
)
def test_what_stands_below_two_dashes_and_is_no_signature_is_read(text: str, own: list[str] | None) -> None:
    source = read_plain(text)
    words = " ".join(own) if own else text.replace("--", "")
    assert source.text.split() == words.split()
