"""How much of a passage the other one says: the same whatever its length, in a time that grows as the passages do."""

from __future__ import annotations

import time

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.lexical_coverage import differs_in_order, differs_in_polarity, keeps_order


@pytest.mark.parametrize(
    ("left", "right", "is_kept"),
    [
        ("The ministry told the mine.", "The mine told the ministry.", False),
        ("The ministry told the mine.", "On Monday the ministry told the mine everything.", True),
        ("The mine told the mine.", "The mine told.", False),
    ],
)
def test_words_that_both_hold_stand_in_one_order_or_in_two(left: str, right: str, is_kept: bool) -> None:
    assert keeps_order(lone_reading(left, "en"), lone_reading(right, "en")) is is_kept


def test_a_long_table_is_put_in_order_in_a_time_that_grows_with_its_length() -> None:
    def seconds(rows: int) -> float:
        text = " ".join(f"item{i} region{i} client{i}" for i in range(rows))
        left, right = lone_reading(text, "en"), lone_reading(text + " end", "en")
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            keeps_order(left, right)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(1_600) < 9 * max(seconds(400), 0.0005)  # four times the text; squared it would be sixteen


@pytest.mark.parametrize(
    ("language", "text", "denies", "tells_order"),
    [
        ("it", "La società non ha mai pagato.", True, False),
        ("it", "La società ha pagato prima della visita.", False, True),
        ("en", "The nursery Les Petits Pas has stayed open.", False, False),
        ("de", "Im Mai hat die Firma bezahlt.", False, False),
        ("es", "La prima se pagó en papel fino.", False, False),
        ("kk", "«Қия Нет» интернетті қосты.", False, False),
        ("ru", "Интернета нет.", True, False),
    ],
)
def test_a_word_denies_and_tells_an_order_in_its_own_language_only(
    language: str, text: str, denies: bool, tells_order: bool
) -> None:
    passage, plain = lone_reading(text, language), lone_reading("", language)
    assert differs_in_polarity(passage, plain) is denies
    assert differs_in_order(passage, plain) is tells_order
