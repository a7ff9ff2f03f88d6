"""Which language a text is in, whole statements and single lines alike."""

from __future__ import annotations

import pytest

from statement_compare.engine.text.language import LANGUAGES, guess


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The operator has denied that it was told of the leak."),
        ("en", "Press release"),
        ("en", "No one was hurt."),
        ("en", "The mayor of São Paulo and the Łódź council met in Zürich."),
        ("ru", "Предприятие не сообщило о выбросе."),
        ("ru", "Пресс-релиз"),
        ("ru", "Компания «Қазақ Су» не была уведомлена о проверке и не получала писем."),
        ("kk", "Кәсіпорын шығарынды туралы хабарлаған жоқ."),
        ("kk", "Компания бұл туралы хабарламады."),
        ("kk", "Министрлік «Водоканал» компаниясын тексерді және айыппұл салды."),
        ("de", "Der Betreiber hat das Leck nicht gemeldet."),
        ("de", "Wir bestreiten das."),
        ("de", "Keine Gefahr"),
        ("fr", "L'exploitant n'a pas signalé la fuite."),
        ("fr", "Nous le contestons."),
        ("es", "La empresa no comunicó la fuga."),
        ("es", "¿Quién lo sabía?"),
        ("it", "Il gestore non ha segnalato la perdita e non è stato multato."),
        ("pt", "A empresa não comunicou a fuga e não foi multada."),
        ("uk", "Підприємство не повідомило про викид, але його не оштрафували."),
        ("tr", "Şirket bu konuda bir açıklama yapmadı."),
        ("ky", "Компания бул жөнүндө билдирген эмес жана айып төлөгөн жок."),
        ("uz", "Kompaniya bu haqida xabar bergan emas va jarima to‘lamagan."),
    ],
)
def test_a_short_text_is_told_by_its_letters_and_small_words(language: str, text: str) -> None:
    assert guess(text) == language


@pytest.mark.parametrize(
    ("language", "text"), [("en", ""), ("en", "12:40"), ("en", "Xyz"), ("en", "😀"), ("ru", "Ххх")]
)
def test_what_nothing_decides_reads_as_english_or_in_cyrillic_as_russian(language: str, text: str) -> None:
    assert guess(text) == language


def test_the_larger_part_decides_in_a_text_of_two_languages() -> None:
    russian, kazakh = "Завод не сообщил о выбросе. ", "Зауыт шығарынды туралы хабарлаған жоқ. "
    assert guess(russian * 5 + kazakh) == "ru"
    assert guess(kazakh * 5 + russian) == "kk"


def test_the_answer_is_one_of_the_supported_languages_each_named_once() -> None:
    assert len(set(LANGUAGES)) == len(LANGUAGES)
    assert {"en", "ru", "kk", "de", "fr", "es"} <= set(LANGUAGES)
    assert all(len(code) == 2 for code in LANGUAGES)


def test_a_huge_text_is_judged_by_samples_of_it() -> None:
    assert guess("Der Betreiber hat das Leck nicht gemeldet. " * 200_000) == "de"
