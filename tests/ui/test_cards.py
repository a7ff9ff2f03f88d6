"""How tall a card is: the lines that it is painted with, counted without laying them out where that can be told."""

from __future__ import annotations

import random

import pytest

from statement_compare.ui.findings.delegate import CardDelegate
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.theme import LIGHT

WORDS = (
    "AVAVAV",
    "to",
    "Tywin",
    "Порт",
    "выплатил",
    "Қазақ",
    "ﬁnally",
    "fffi",
    "l",
    "WWW",
    "5,000",
    "€",
    "—",
    "שלום",
    "港口",
    "🇰🇿",
    "a" * 40,
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("share", [1.0, 1.25, 2.0])
def test_a_card_has_room_for_as_many_lines_as_are_painted(share: float) -> None:
    load_fonts()
    cards, dice = CardDelegate(LIGHT), random.Random(7)
    cards.set_share(share)
    counts = set()
    for _ in range(400):
        text = " ".join(dice.choices(WORDS, k=dice.randint(0, 22)))
        width = dice.choice((40, 120, 215, 216, 400))
        counts.add(lines := cards._line_count(text, width))
        assert lines == len(cards._lines(text, width)) == cards._line_count(text, width)
    assert counts == {1, 2, 3}


@pytest.mark.usefixtures("qapp")
def test_cards_in_larger_type_are_measured_again() -> None:
    load_fonts()
    cards = CardDelegate(LIGHT)
    text = "The port paid 5,000 euros in May."
    assert cards._line_count(text, 230) == 1
    cards.set_share(2.0)
    assert cards._line_count(text, 230) == 2
