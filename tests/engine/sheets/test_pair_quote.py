"""A finding on the clipboard: both sides verbatim, with verdict, reason and what a person decided, in two forms."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from made_side import made_side
from scene import compared, decided, harbour, hostile

from statement_compare.engine.model import Decision, ReasonKind, Verdict, pair_of
from statement_compare.engine.place import Place
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.pair_quote import pair_quote

FIRST = ((0,), (0,))


def test_both_sides_stand_in_it_with_all_that_says_where_they_come_from() -> None:
    assert pair_quote(Reported(harbour()), FIRST).plain == (
        "≠ Contradiction · number\n"
        "5,000 against 1,000\n\n"
        "The Port Office, “Harbour at work”, 1 November 2021\n"
        "L1 “The harbour ships 5,000 barrels a day.”\n\n"
        "Norvent\n"
        "R1 “The harbour ships 1,000 barrels a day.”\n\n"
        "Two texts were compared with each other; what is true was not established.\n"
    )


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "L1 “The mayor said ‘5,000’.”", "R1 “«Порт» ships 1,000.”"),
        ("ru", "L1 «The mayor said “5,000”.»", "R1 «„Порт“ ships 1,000.»"),
    ],
)
def test_quotations_within_the_quoted_sentences_have_other_marks(language: str, left: str, right: str) -> None:
    found = (0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER, "number.differs")
    made = compared(made_side("The mayor said “⟦5,000⟧”."), made_side("«Порт» ships ⟦1,000⟧."), [found])
    quote = pair_quote(Reported(made), FIRST, language)
    assert left in quote.plain
    assert right in quote.plain
    assert left.removeprefix("L1 ").replace("5,000", "<b>5,000</b>") in re.sub("</?span[^>]*>", "", quote.html)


def test_the_words_that_clash_are_bold_in_the_marked_form() -> None:
    html = pair_quote(Reported(harbour()), FIRST).html
    assert re.findall(r"<b>(.*?)</b>", html) == ["≠ Contradiction · number", "5,000", "1,000"]
    assert '<span lang="en" dir="auto">The harbour ships <b>1,000</b> barrels a day.</span>' in html


@pytest.mark.parametrize(
    ("language", "verdict", "quoted", "closing"),
    [
        ("ru", "≠ Противоречие · число", "L1 «The harbour ships", "что верно на самом деле, не устанавливалось"),
        ("kk", "≠ Қайшылық · сан", "L1 «The harbour ships", "не дұрыс екені анықталған жоқ"),
    ],
)
def test_it_speaks_the_language_of_the_window_and_quotes_stay_as_they_are(
    language: str, verdict: str, quoted: str, closing: str
) -> None:
    plain = pair_quote(Reported(harbour()), FIRST, language).plain
    assert plain.startswith(verdict)
    assert quoted in plain
    assert closing in plain


def test_a_persons_verdict_counts_before_the_programs() -> None:
    said = Decision(Verdict.QUALIFIED, reason="the second figure is net", note="ask Lena", reviewer="Ada")
    quote = pair_quote(decided(harbour(), {FIRST: said}), FIRST)
    assert quote.plain.startswith("~ Qualified\nproposed as contradiction: 5,000 against 1,000\n")
    line = "Decision: changed from contradiction to qualified by Ada: the second figure is net"
    assert line in quote.plain
    assert "<b>Decision:</b> changed from contradiction" in quote.html
    assert "Lena" not in quote.plain + quote.html  # a note is for the desk alone


def test_nothing_is_said_of_decisions_on_other_findings() -> None:
    other = pair_of(harbour().links[1])
    reported = decided(harbour(), {other: Decision(is_confirmed=True)})
    assert "Decision" not in pair_quote(reported, FIRST).plain


def test_a_place_in_the_original_is_told_where_it_is_known() -> None:
    made = harbour()
    placed = replace(made.left.source, format="docx", places=(Place(paragraph=7), *made.left.source.places[1:]))
    made = replace(made, left=replace(made.left, source=placed))
    assert "L1 (paragraph 7) “The harbour" in pair_quote(Reported(made), FIRST).plain


def test_a_file_names_a_side_of_which_nothing_else_is_known_without_its_folders() -> None:
    made = compared(
        made_side("One is ⟦five⟧.", path="/home/ada/secret/one.txt"),
        made_side("One is ⟦six⟧."),
        [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER, "number.differ")],
    )
    plain = pair_quote(Reported(made), FIRST).plain
    assert "\none.txt\nL1" in plain
    assert "\nThe right side\nR1" in plain
    assert "secret" not in plain


def test_hostile_texts_are_words_and_nothing_else() -> None:
    reported = Reported(hostile())
    for link in reported.links:
        quote = pair_quote(reported, pair_of(link))
        quote.html.encode("utf-8")
        assert "\x00" not in quote.html + quote.plain
        assert "\u202e" not in quote.html + quote.plain
        assert set(re.findall(r"</?(\w+)", quote.html)) <= {"div", "p", "b", "br", "blockquote", "span", "i"}
        told = unescape(re.sub(r"<[^>]*>", "", quote.html))
        assert "<script>alert(1)</script>" in told or "‹U+202E›txet" in told or "{left} {0} {}" in told


def test_a_long_sentence_is_quoted_in_full() -> None:
    reported = Reported(hostile())
    assert "long " * 4_000 in pair_quote(reported, ((2,), (2,))).plain


def test_sentences_that_are_no_finding_are_refused() -> None:
    with pytest.raises(ValueError, match="no finding joins"):
        pair_quote(Reported(harbour()), ((4,), (3,)))
