"""A sentence that is put right: the text around it stays, and everything behind it stands where it stood."""

from __future__ import annotations

import pytest
from scenario import comparison, statement
from some_edits import after as after_edits

from statement_compare.engine.model import Side
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment
from statement_compare.session.corrected import with_correction, with_sentence
from statement_compare.session.edits import Compared, Confirm, Entry, applied
from statement_compare.session.review import Correction

TEXT = "The port paid 5,000 bar- rels.\n\nIt was in March. Nobody knew.\n\nThe end came late.\n"


@pytest.mark.parametrize("sentence", range(4))
@pytest.mark.parametrize("text", ["Short.", "Something that is a good deal longer than it was before."])
def test_every_other_sentence_and_block_says_what_it_said(sentence: int, text: str) -> None:
    before = segment(read_text(TEXT), "en")
    after = with_sentence(before, sentence, text)
    for was, now in zip(before.sentences, after.sentences, strict=True):
        assert now.span.of(after.source.text) == now.text == (text if now.id == sentence else was.text)
        block = after.source.blocks[now.block].span
        assert block.start <= now.span.start < now.span.end <= block.end
    assert [block.kind for block in after.source.blocks] == [block.kind for block in before.source.blocks]
    assert after.source.text.count("\n") == before.source.text.count("\n")


def test_the_first_text_is_what_was_read_however_often_it_was_corrected() -> None:
    once = with_correction((), Side.LEFT, 1, "bar- rels", "barels")
    assert once == (Correction(Side.LEFT, 1, "bar- rels", "barels"),)
    twice = with_correction(once, Side.LEFT, 1, "barels", "barrels")
    assert twice == (Correction(Side.LEFT, 1, "bar- rels", "barrels"),)
    assert with_correction(twice, Side.LEFT, 1, "barrels", "bar- rels") == ()


def test_a_correction_of_a_text_without_blocks_behind_it() -> None:
    assert with_sentence(statement("One.", "Two."), 1, "Three, four.").source.text == "One. Three, four."


def test_a_corrected_sentence_keeps_its_decisions_however_many_words_are_others() -> None:
    before = comparison("A1=B1 A2!B2")
    text = "Nothing here is as it was read."
    after = comparison("A1=B1 A2!B2", with_sentence(before.left, 1, text), before.right)
    review = after_edits(before, Confirm((((1,), (1,)),)))
    corrections = with_correction((), Side.LEFT, 1, before.left.sentences[1].text, text)
    corrected = applied(review, Entry(Compared(after, corrections)))
    assert corrected.decision(((1,), (1,))).is_confirmed
    assert corrected.lost == ()
    back = applied(corrected, Entry(Compared(before)))
    assert back.decision(((1,), (1,))).is_confirmed
    other = comparison("A1=B1 A2~B2", after.left, before.right)
    assert not applied(review, Entry(Compared(other, corrections))).decision(((1,), (1,))).is_confirmed


def test_a_sentence_that_was_put_right_once_is_another_one_in_a_newer_text() -> None:
    before = comparison("A1=B1 A2!B2")
    corrections = with_correction((), Side.LEFT, 1, before.left.sentences[1].text, "Left two is so.")
    put_right = comparison("A1=B1 A2!B2", with_sentence(before.left, 1, "Left two is so."), before.right)
    newer = comparison("A1=B1 A2!B2", with_sentence(before.left, 1, "Left two is no."), before.right)
    review = after_edits(before, Compared(put_right, corrections), Confirm((((1,), (1,)),)))
    assert not applied(review, Entry(Compared(newer))).decision(((1,), (1,))).is_confirmed
