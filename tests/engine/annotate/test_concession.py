"""Which sentences take the other side's word up as true."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.concession import concedes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It is true that the pump had no spare part.", "en"),
        ("We do not dispute that two letters went unanswered.", "en"),
        ("The company doesn't deny the delay.", "en"),
        ("That the gate stood open is not in dispute.", "en"),
        ("Our shift leader had indeed gone home.", "en"),
        ("We acknowledged that the gate stood open.", "en"),
        ("We have never denied that the gate stood open.", "en"),
        ("Мы не отрицаем, что насос стоял.", "ru"),
        ("Біз кешігуді жоққа шығармаймыз.", "kk"),
        ("Wir bestreiten das nicht.", "de"),
        ("Nous ne contestons pas ce retard.", "fr"),
        ("Es cierto que la bomba falló.", "es"),
    ],
)
def test_a_side_that_takes_a_claim_up_as_true_concedes_it(text: str, language: str) -> None:
    assert concedes(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It is not true that the pump had no spare part.", "en"),
        ("We dispute that two letters went unanswered.", "en"),
        ("It is true that we were told; the date, however, is wrong.", "en"),
        ("We do not dispute the delay, but the cause was another one.", "en"),
        ("The pump had no spare part.", "en"),
        ("Мы отрицаем, что насос стоял.", "ru"),
        ("Wir bestreiten das.", "de"),
        ("It is true that the pump had no spare part.", "xx"),
    ],
)
def test_a_side_that_denies_turns_or_merely_states_does_not(text: str, language: str) -> None:
    assert not concedes(text, language)
