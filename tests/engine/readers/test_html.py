"""Web pages: the article without what stands around it."""

from __future__ import annotations

from datetime import date

import pytest

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_bytes

P, H, L, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL

LONG = (
    "The company has answered all questions of the ministry in writing and will publish the letters on its own page "
    "before the end of the month."
)


def page(body: str, head: str = "") -> Source:
    return read_bytes(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), name="page.html")


def pieces(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(source.text)) for block in source.blocks]


def test_the_article_is_read_and_what_surrounds_it_is_not() -> None:
    source = page(
        "<header><a href='/'>Ministry</a></header><nav><ul><li>News</li></ul></nav><p>Cookies are used here.</p>"
        f"<article><h1>The wells were closed</h1><p>{LONG}</p><script>alert(1)</script><aside>Read also</aside>"
        "<div class='share social'>Share this</div><p style='display: none'>Hidden</p></article>"
        "<footer>All rights reserved</footer>"
    )
    assert pieces(source) == [(H, "The wells were closed"), (P, LONG)]
    assert (source.format, source.title) == ("html", "The wells were closed")


def test_several_articles_of_like_length_are_a_list_and_not_the_text() -> None:
    source = page(f"<article><p>{LONG}</p></article><article><p>{LONG}</p></article><div><p>{LONG}</p></div>")
    assert len(source.blocks) == 3


def test_a_page_without_an_article_is_read_whole() -> None:
    source = page("<div>The fine was paid.</div><ul class=menu><li>Home</li></ul><footer>Footer</footer>")
    assert pieces(source) == [(P, "The fine was paid.")]


def test_a_page_that_is_all_navigation_is_still_read() -> None:
    assert pieces(page("<nav>The fine was paid.</nav>")) == [(P, "The fine was paid.")]


def test_blocks_have_borders_and_inline_marks_have_none() -> None:
    source = page(
        "<h2>Pay</h2><p>We <b>pa</b>id&nbsp;5\n million.</p>loose <i>text</i>"
        "<ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ul>"
    )
    assert pieces(source) == [
        (H, "Pay"),
        (P, "We paid\xa05 million."),
        (P, "loose text"),
        (L, "One"),
        (L, "Two"),
        (L, "Three"),
    ]


def test_cells_are_blocks_and_stand_side_by_side_in_the_text() -> None:
    source = page("<table><tr><th>Year</th><th>Wells</th></tr><tr><td>2020</td><td>12</td></tr></table>")
    assert source.text == "Year\tWells\n2020\t12\n"
    assert [kind for kind, _ in pieces(source)] == [C, C, C, C]


def test_raised_figures_never_join_a_number() -> None:
    source = page("<p>In 2021<sup>1</sup> it sold 5 m<sup>3</sup>.<sup><a href='#n1'>[2]</a></sup></p>")
    assert source.text == "In 2021¹ it sold 5 m³.\n"


def test_two_breaks_end_a_paragraph_and_one_before_a_small_letter_does_not() -> None:
    source = page("<p>The fine<br>was paid.<br><br>No customer lost money.</p>")
    assert pieces(source) == [(P, "The fine was paid."), (P, "No customer lost money.")]


def test_running_text_in_a_table_is_no_cell() -> None:
    source = page(f"<table><tr><td><p>{LONG}</p><p>{LONG}</p></td><td>Side</td></tr></table>")
    assert pieces(source) == [(P, LONG), (P, LONG), (C, "Side")]


def test_what_word_saves_has_its_headings_and_bullets() -> None:
    source = page(
        "<p class=MsoTitle>Answer</p><p class=MsoNormal><b>Back<span>ground</span></b></p><p class=MsoNormal>Paid.</p>"
        "<p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>One</p>"
    )
    assert pieces(source) == [(H, "Answer"), (H, "Background"), (P, "Paid."), (L, "One")]


def test_linked_data_gives_the_date() -> None:
    data = '<script type="application/ld+json">{"datePublished": "2021-11-01T08:00:00Z"}</script>'
    assert page("<p>The fine was paid.</p>", data).date == date(2021, 11, 1)


def test_a_saved_page_in_a_mail_is_read_and_the_browser_is_no_speaker() -> None:
    data = (
        "From: <Saved by Blink>\r\nSubject: Answer\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        'boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
        "<html><body><p>=D0=9C=D1=8B paid.</p></body></html>\r\n--B--\r\n"
    )
    source = read_bytes(data.encode(), name="page.mht")
    assert (source.text, source.title, source.speaker) == ("Мы paid.\n", "Answer", "")


def test_the_declared_encoding_is_used() -> None:
    body = "<html><head><meta http-equiv=content-type content='text/html; charset=koi8-r'></head><p>Министерство"
    source = read_bytes(body.encode("koi8-r"), name="page.html")
    assert source.text == "Министерство\n"
    assert (source.encoding, source.encoding_guessed) == ("koi8-r", False)


def test_utf8_that_declares_something_else_is_still_utf8() -> None:
    source = read_bytes("<html><meta charset=windows-1251><p>Министерство".encode(), name="page.html")
    assert source.text == "Министерство\n"


def test_the_head_gives_title_date_and_speaker() -> None:
    source = page(
        f"<p>{LONG}</p>",
        "<title>Wells closed | Ministry</title><meta name=author content='Ministry of Energy'>"
        "<meta property='article:published_time' content='2021-11-01T10:00:00+06:00'>",
    )
    assert (source.title, source.date, source.speaker) == ("Wells closed", date(2021, 11, 1), "Ministry of Energy")


def test_the_name_of_an_account_is_no_speaker() -> None:
    assert page("<p>The fine was paid.</p>", "<meta name=author content=admin>").speaker == ""


def test_a_time_in_the_article_gives_the_date() -> None:
    assert page(f"<article><time datetime='2021-11-02'>2 Nov</time><p>{LONG}</p></article>").date == date(2021, 11, 2)


def test_deep_nesting_is_read_without_recursion() -> None:
    source = page("<div>" * 20_000 + "The fine was paid." + "</div>" * 20_000)
    assert source.text == "The fine was paid.\n"


def test_html_is_known_by_what_it_holds() -> None:
    source = read_bytes(b"<!-- saved --><html><body><p>The fine was paid.</p></body></html>", name="statement.txt")
    assert source.format == "html"
    assert source.notes == ("format_differs_from_name:html",)


def test_what_a_page_takes_back_is_left_out_and_what_it_puts_in_is_read() -> None:
    source = page("<p>The fine is <del>5,000</del> <ins>6,000</ins> tenge.</p><del><p>It was paid.</p></del>")
    assert source.text == "The fine is 6,000 tenge.\n"
    assert source.notes == ("tracked_changes",)
    assert page("<p>The fine is <ins>6,000</ins> <s>big</s> tenge.<del></del></p>").notes == ()
    whole = page("<del>The fine is 5,000.</del>")
    assert (whole.text, whole.notes) == ("The fine is 5,000.\n", ())


def test_what_is_taken_back_elsewhere_on_the_page_is_not_told() -> None:
    shop = "<div>Buy for <del>9 euros</del> 5 euros</div>"
    assert page(f"{shop}<article><p>{LONG}</p><p>{LONG}</p></article>").notes == ()
    assert page(f"<article><p>{LONG}</p><p>{LONG} <del>5</del> 6.</p></article>").notes == ("tracked_changes",)
    assert page(f"{shop}<p>{LONG}</p>").notes == ("tracked_changes",)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("He said <q>we did nothing wrong</q> on Monday.", "He said “we did nothing wrong” on Monday."),
        ("He said <q>she told <q>no</q> me</q>.", "He said “she told ‘no’ me”."),
        ("He said <q>“we did nothing”</q> and «<q>no</q>».", "He said “we did nothing” and «no»."),
        ("Он сказал <q lang=ru>мы <b>не</b> платили</q>, и всё.", "Он сказал “мы не платили”, и всё."),
        ("<q></q>We paid.", "We paid."),
        ("He said <q>no</q> <q>never</q>.", "He said “no” “never”."),
        ("He said “no.” <q>Never</q>", "He said “no.” “Never”"),
        ("The workers’ <q>strike</q>, l’<q>usine</q>.", "The workers’ “strike”, l’“usine”."),
        ('“<q>No</q>”, (»<q>no</q>«), « <q>no</q> », "<q>no</q>".', '“No”, (»no«), « no », "no".'),
        ("It said:<br>„<q>Nein</q>“", "It said:\n\n„Nein“"),
        ("Il parle d’«<q>une erreur</q>» et l’“<q>accord</q>”.", "Il parle d’«une erreur» et l’“accord”."),
        ('He said:"<q>no</q>" and "no," <q>never</q>.', 'He said:"no" and "no," “never”.'),
        ('A pipe of 5" <q>or so</q>, the workers’ <q>strike</q>.', 'A pipe of 5" “or so”, the workers’ “strike”.'),
        ("It is <q>5,000</q>; <q>6,000</q>.", "It is “5,000”; “6,000”."),
    ],
)
def test_a_quotation_has_its_marks(html: str, text: str) -> None:
    assert page(f"<p>{html}</p>").text == f"{text}\n"


SECOND = "The second half says that nobody was dismissed and no fine was paid at all."
NOTED = ("page_parts_left_out",)


@pytest.mark.parametrize(
    ("html", "texts", "notes"),
    [
        (  # an advertisement in the midst of the text
            (
                f"<h1>Answer</h1><div itemprop=articleBody><p>{LONG}</p></div><div class=ad>Buy</div>"
                f"<div itemprop=articleBody><p>{SECOND}</p></div>"
            ),
            [LONG, SECOND],
            (),
        ),
        (
            f"<div itemprop=articleBody><p>{LONG}</p><div itemprop=articleBody><p>{SECOND}</p></div></div>",
            [LONG, SECOND],
            (),
        ),
        (  # another article
            (
                f"<div itemscope><div itemprop=articleBody><p>{LONG}</p><p>{LONG}</p></div></div>"
                f"<div itemscope><div itemprop=articleBody><p>{SECOND}</p></div></div>"
            ),
            [LONG, LONG],
            NOTED,
        ),
        (
            (
                f"<h1>Answers</h1><article><h2>Pay</h2><p>{LONG}</p><p>{LONG}</p></article>"
                f"<article><h2>Fines</h2><p>{SECOND}</p></article>"
            ),
            ["Answers", "Pay", LONG, LONG, "Fines", SECOND],
            (),
        ),
        *(  # another press release
            (
                (
                    f"<article><h2>Pay</h2><time>3 May</time><p>{LONG}</p><p>{LONG}</p></article>"
                    f"<article{scope}><h2>Fines</h2>{signed}<p>{SECOND}</p></article>"
                ),
                ["Pay", "3 May", LONG, LONG],
                NOTED,
            )
            for scope, signed in (
                ("", "<time>1 April</time>"),
                ("", "<p>Updated on <time>1 April</time> by Ada</p>"),
                ("", "<p>Updated on <time>1 April</time>, <time>9:15</time> by Ada Winter of the press office</p>"),
                ("", "<p>Published on <time>1 April</time> in Releases of the plant</p>"),
                ("", "<ul><li><time>1 April</time><li>Press office</ul>"),
                ("", "<p class=author>Ada</p>"),
                ("", "<div class='byline'>By Ada</div>"),
                ("", "<a rel=author>Ada</a>"),
                (" itemscope", ""),
            )
        ),
        (  # a day that a sentence names
            (
                f"<article><time>3 May</time><p>{LONG}</p><p>{LONG}</p></article>"
                f"<article><p>On <time>1 April</time> it said: {SECOND}</p></article>"
            ),
            ["3 May", LONG, LONG, f"On 1 April it said: {SECOND}"],
            (),
        ),
        (  # teasers
            (
                f"<h1>Site</h1><article><h2>Pay</h2><p>{LONG}</p><p>{LONG}</p></article>"
                f"<article><h2><a href=x>Fines</a></h2><p>{SECOND}</p></article>"
            ),
            ["Pay", LONG, LONG],
            NOTED,
        ),
        (
            f"<article><p>{LONG}</p><p>{LONG}</p></article><aside><article><p>{SECOND}</p></article></aside>",
            [LONG, LONG],
            (),
        ),
        (
            f"<article><p>{LONG}</p><p>{LONG}</p></article><article class=comment><p>{SECOND}</p></article>",
            [LONG, LONG],
            NOTED,
        ),
        (f"<article><p>{LONG}</p><p>{LONG}</p></article><p>Share this</p><footer>{SECOND}</footer>", [LONG, LONG], ()),
    ],
)
def test_all_parts_of_a_text_are_read_and_no_other_text_of_the_page(
    html: str, texts: list[str], notes: tuple[str, ...]
) -> None:
    source = page(html)
    assert [text for _, text in pieces(source)] == texts
    assert source.notes == notes
    assert [place.paragraph for place in source.places] == list(range(1, len(texts) + 1))


@pytest.mark.parametrize(
    "inside",
    [
        "<p>On <time>3 May</time> the plant paid all wages.",
        "<p>Open from <time>9:00</time> to <time>17:00</time>, from Monday on.",
        "<h2>What happened on <time>3 May</time></h2>",
        "<h3><time>3 May</time></h3><p>The wages were paid.",
        "<dl><dt><time>3 May</time><dd>The wages were paid.</dl>",
        "<table><td><time>3 May</time><td>Wages paid</table>",
        "<figure><figcaption>The plant on <time>3 May</time></figcaption></figure>",
        "<blockquote>Paid on <time>3 May</time></blockquote>",
        f"<blockquote><p>{LONG}</p><cite class=author>A. Berg</cite></blockquote>",
        f"<blockquote>{LONG} <cite class=byline>A. Berg</cite></blockquote>",
        f"<p>{LONG}</p><p class=author>A. Berg, minister",
        f"<p>{LONG}</p><p><time>3 May</time> is the last day of it",
    ],
)
def test_a_day_in_a_text_and_the_author_of_a_quotation_part_no_texts(inside: str) -> None:
    more = f"<article>{inside}<p>{SECOND}</p></article>"
    assert SECOND in page(f"<h1>Answers</h1><article><p>{LONG * 5}</p></article>{more}").text


@pytest.mark.parametrize(
    ("items", "texts"),
    [
        ("<li><a>The ministry paid</a><li>It closed no well.", ["The ministry paid", "It closed no well."]),
        ("<li><a>The ministry paid 5 million.</a><li><a>Home</a>", ["The ministry paid 5 million."]),
        ("<li><a>Home</a><li><a>News</a><li>Wells", ["Wells"]),
        ("<li><a>The ministry</a><li>Wells<li>Mills", ["The ministry", "Wells", "Mills"]),
        ("<li><p>3 May<p><a>Plant pays</a><li><p>4 May<p><a>Plant never leaked, ministry says</a>", ["3 May", "4 May"]),
        ("<li><a>Read more…</a><li><a>Who are we?</a><li><a>The plant never leaked...</a>", []),
        ("<li><a>Read more…</a><li>It closed no well.", ["Read more…", "It closed no well."]),
        ("<li><a>Who paid the fine?</a><li><a>Home</a>", ["Who paid the fine?"]),
        ("<li><a>Home</a></ul><ul><li>It closed no well.", ["It closed no well."]),
        ("<li><a>Home</a><li><a>News</a>", []),
        ("<li><a>Act No 12</a><li>Act No 13", ["Act No 12", "Act No 13"]),
        ("<li><a>Pay</a><li>Lifts<li><a>Act 12</a><li>Wells", ["Pay", "Lifts", "Act 12", "Wells"]),
        ("<li><a>Back pay</a><li>20 May 2024 at the plant", ["Back pay", "20 May 2024 at the plant"]),
        ("<li><a>Plant pays</a><li>03.05.2025, 9.15 Uhr<li><a>Fire</a><li>4 мая", ["03.05.2025, 9.15 Uhr", "4 мая"]),
        ("<li><a>Plant pays</a><li>Fri, 3 May", ["Fri, 3 May"]),
        ("<li><a>Nobody left.</a><li><a>Wages: +5%.</a>", ["Nobody left.", "Wages: +5%."]),
        ("<li><a>Nobody left.</a><li><a>Join us!</a><li><a>Questions?</a>", ["Nobody left."]),
    ],
)
def test_an_item_that_is_a_link_is_text_among_sentences(items: str, texts: list[str]) -> None:
    assert [text for _, text in pieces(page(f"<p>Paid.</p><ul>{items}</ul>"))] == ["Paid.", *texts]


def word_item(mark: str, text: str, style: str = "mso-list:l0 level1 lfo1") -> str:
    drawn = (
        f"<![if !supportLists]><span><span style='mso-list:Ignore'>{mark}<span>&nbsp; </span></span></span><![endif]>"
    )
    return f"<p class=MsoListParagraph style='margin:0;{style}'>{drawn}{text}</p>"


def test_what_word_draws_before_an_item_is_no_word_of_it() -> None:
    source = page(
        word_item("·", "It paid.")
        + word_item("o", "It hired 20 people.")
        + word_item("1.", "It closed <b>no</b> mill.")
        + "<table><tr><td>" + word_item("2.", "Cell") + "</td></tr></table>"
        + "<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>3.</span>Pay</h2>"
        + "<p style='mso-list:none'>o <span style='mso-spacerun:yes'>5</span> wells</p>"
    )  # fmt: skip
    assert pieces(source) == [
        (L, "It paid."),
        (L, "It hired 20 people."),
        (L, "It closed no mill."),
        (C, "Cell"),
        (H, "Pay"),
        (P, "o 5 wells"),
    ]


def test_the_marks_of_words_notes_are_no_words() -> None:
    source = page(
        "<p>It was in 2021<a href='#_ftn1'><span>[1]</span></a> and 2022<a href='#_edn2'>ii</a>, see <a href='#_ftn1'>"
        "the first note</a> and <a href='#_Toc5'>[5]</a>.</p><div><p><a href='#_ftnref1'>[1]</a> The note.</p></div>"
    )
    assert source.text == "It was in 2021 and 2022, see the first note and [5].\n\nThe note.\n"
