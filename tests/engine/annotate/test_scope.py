from __future__ import annotations

import pytest

from statement_compare.engine.annotate.factuality import mood
from statement_compare.engine.annotate.negated_verbs import negated_root
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.annotate.reported_speech import Party, Stance, frames


def reading(text: str, language: str = "en") -> Reading:
    return lone_reading(text, language)


def is_negated(text: str, word: str, language: str = "en") -> bool:
    passage = reading(text, language)
    index = next(i for i, token in enumerate(passage.tokens) if token.lower == word)
    return scopes(passage).is_negated(index)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("The firm did not warn the town.", "warn", "en"),
        ("The firm failed to warn the town.", "warn", "en"),
        ("No warning was issued.", "issued", "en"),
        ("The firm received no letter.", "received", "en"),
        ("It was closed, but it was never sold.", "sold", "en"),
        ("Завод не предупредил город.", "предупредил", "ru"),
        ("Зауыт хабарламады.", "хабарламады", "kk"),
        ("Die Firma hat die Stadt nicht gewarnt.", "gewarnt", "de"),
        ("La firme n'a pas prévenu la ville.", "prévenu", "fr"),
        ("La firma no avisó a la ciudad.", "avisó", "es"),
    ],
)
def test_a_negation_reaches_its_predicate(text: str, word: str, language: str) -> None:
    assert is_negated(text, word, language)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("The firm did not fail to warn the town.", "warn", "en"),
        ("The firm not only warned the town.", "warned", "en"),
        ("The firm did not warn the town until Monday.", "warn", "en"),
        ("It was never sold, but it was closed.", "closed", "en"),
        ("No. 7 was closed.", "closed", "en"),
        ("Завод не только предупредил город.", "предупредил", "ru"),
        ("Die Firma hat nicht nur die Stadt gewarnt.", "gewarnt", "de"),
        ("La firme n'a prévenu que la ville.", "prévenu", "fr"),
    ],
)
def test_a_cancelled_or_distant_negation_reaches_nothing(text: str, word: str, language: str) -> None:
    assert not is_negated(text, word, language)


@pytest.mark.parametrize(("word", "root"), [("хабарламады", "хабарла"), ("төленбеген", "төлен"), ("зауыт", None)])
def test_a_negated_kazakh_verb_gives_its_root(word: str, root: str | None) -> None:
    assert negated_root(word, "kk") == root


@pytest.mark.parametrize(
    ("text", "language", "party", "stance"),
    [
        ("The ministry says that the mill is closed.", "en", Party.AUTHORITY, Stance.SAY),
        ("The mill is closed, the company admitted.", "en", Party.COMPANY, Stance.ADMIT),
        ("According to the union, the mill is closed.", "en", Party.AUTHORITY, Stance.SAY),
        ("We claim that the mill is closed.", "en", Party.SELF, Stance.CLAIM),
        ("Министерство утверждает, что завод закрыт.", "ru", Party.AUTHORITY, Stance.CLAIM),
        ("Министрлік зауыт жабық деп мәлімдеді.", "kk", Party.AUTHORITY, Stance.SAY),
        ("Die Behörde behauptet, dass das Werk geschlossen ist.", "de", Party.AUTHORITY, Stance.CLAIM),
    ],
)
def test_a_report_names_its_speaker_and_stance(text: str, language: str, party: Party, stance: Stance) -> None:
    (frame,) = frames(reading(text, language))
    assert (frame.party, frame.stance) == (party, stance)


@pytest.mark.parametrize(
    "text", ["All claims have been paid.", "Owners must report leaks.", "The report of the firm is out."]
)
def test_a_noun_or_a_duty_that_looks_like_saying_is_no_report(text: str) -> None:
    assert frames(reading(text)) == ()


def test_a_month_is_no_hedge_and_a_condition_counts_for_its_sentence() -> None:
    assert mood(reading("It closed in May."), 1).hedge is None
    assert mood(reading("It may close."), 2).hedge is not None
    assert mood(reading("If prices fall, the mill will close."), 6).condition is not None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Никто из жителей не пострадал.", "жителей", True),
        ("Никто из жителей не пострадал.", "пострадал", True),
        ("Шахта остановлена и никого не уволили.", "остановлена", False),
        ("Шахта остановлена и никого не уволили.", "уволили", True),
        ("Никто не пострадал и не погиб.", "пострадал", True),
        ("Договор не подписан, а сроки истекли.", "подписан", True),
        ("Договор не подписан, а сроки истекли.", "истекли", False),
    ],
)
def test_a_russian_word_for_nobody_widens_the_negation_of_its_part_of_the_sentence(
    text: str, word: str, expected: bool
) -> None:
    assert is_negated(text, word, "ru") is expected
