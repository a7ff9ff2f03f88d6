"""Which sentences are claims: a table of sentences with near misses, and what bounds the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from statement_compare.engine.model import BlockKind, Role
from statement_compare.engine.text.roles import ends_document, frames_statement, role_of

GOLDEN = Path(__file__).parents[2] / "golden" / "roles.tsv"


def rows() -> list[tuple[str, str, str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("# "):
            language, role, sentence = line.split("\t")
            found.append((language, role, sentence))
    return found


@pytest.mark.parametrize(("language", "role", "sentence"), rows())
def test_role_of_golden_sentence(language: str, role: str, sentence: str) -> None:
    assert role_of(sentence, language) == Role(role)


def test_every_language_with_phrases_has_a_table_of_its_own() -> None:
    counts = {code: sum(1 for row in rows() if row[0] == code) for code in ("en", "ru", "kk", "de", "fr", "es")}
    assert counts["en"] >= 60
    assert all(count >= 8 for count in counts.values())


def test_a_heading_is_a_heading_whatever_it_says() -> None:
    assert role_of("We thank everybody", "en", BlockKind.HEADING) is Role.HEADING


def test_behind_the_end_a_line_without_a_verb_is_a_contact_line() -> None:
    assert role_of("Jane Dole, Head of Media", "en") is Role.CLAIM
    assert role_of("Jane Dole, Head of Media", "en", is_behind_end=True) is Role.CONTACT
    assert role_of("Orlin Foods employs 410 people.", "en", is_behind_end=True) is Role.CLAIM


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "ENDS"), ("en", "-ends-"), ("en", "###"), ("en", "Notes to editors:"), ("ru", "Контакты:")],
)
def test_lines_behind_which_the_statement_is_over(language: str, text: str) -> None:
    assert ends_document(text, language)


def test_a_sentence_that_only_mentions_the_end_does_not_end_the_statement() -> None:
    assert not ends_document("The strike ends on Friday.", "en")
    assert not ends_document("The contact was broken by ice.", "en")


@pytest.mark.parametrize(
    ("text", "role", "frames"),
    [
        ("Astana, 12 March 2026.", Role.HEADING, True),
        ("12 March 2026", Role.HEADING, True),
        ("Астана, 12 марта 2026 г.", Role.HEADING, True),
        ("Тарбек. 19 марта.", Role.HEADING, True),
        ("г. Тарбек, 19 марта.", Role.HEADING, True),
        ("Тарбек қ., 2026 жылғы 20 ақпан", Role.HEADING, True),
        ("№ 05-11/842, 11.02.2026 ж.", Role.HEADING, True),
        ("№ 15-02/77 от 3 июня 2026 г.", Role.HEADING, True),
        ("Опубликовано: 14 ноября 2025, 16:30", Role.HEADING, True),
        ("Пресс-релиз № 214", Role.HEADING, True),
        ("Ресми жауап", Role.HEADING, True),
        ("PRESS RELEASE", Role.HEADING, True),
        ("Statement of 9 September 2025", Role.HEADING, True),
        ("Press release, 4 September 2025", Role.HEADING, True),
        ("Заявление от 9 сентября 2025 года", Role.HEADING, True),
        ("2025 жылғы 9 қыркүйектегі мәлімдеме", Role.HEADING, True),
        ("Press office, tel. 0114 555 123", Role.CONTACT, True),
        ("Ministry answers the operator on 12 March 2026", Role.HEADING, False),
        ("Statement of 9 September 2025 on the dredging", Role.CLAIM, False),
        ("Completed: 30 June 2025", Role.CLAIM, False),
        ("Завод закрыт. 3 мая.", Role.CLAIM, False),
        ("Работы завершены, 3 мая.", Role.CLAIM, False),
        ("3 мая.", Role.CLAIM, False),
        ("Пресс-релиз № 214 отозван", Role.CLAIM, False),
        ("We thank our neighbours.", Role.COURTESY, False),
        ("The plant lost 40 megawatts.", Role.CLAIM, False),
    ],
)
def test_what_only_frames_a_statement_is_told_from_what_it_says(text: str, role: Role, frames: bool) -> None:
    assert frames_statement(text, role) is frames


def test_without_phrases_for_a_language_only_what_is_written_alike_everywhere_is_told() -> None:
    assert role_of("Agradece aos bombeiros.", "pt") is Role.CLAIM
    assert role_of("Quem abriu a válvula?", "pt") is Role.QUESTION
    assert role_of("Imprensa: imprensa@firma.example", "pt") is Role.CONTACT


def test_a_very_long_sentence_is_a_claim() -> None:
    assert role_of("We thank " + "everybody and " * 200 + "you.", "en") is Role.CLAIM


@pytest.mark.parametrize(("words", "role"), [(24, Role.CONTACT), (25, Role.CLAIM)])
def test_an_address_in_a_long_sentence_makes_it_no_contact_line(words: int, role: Role) -> None:
    text = f"Press contact: press@norvane.example {'word ' * (words - 2)}."
    assert role_of(text, "en", BlockKind.PARAGRAPH) is role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We wrote to info@acme.example three times and got no answer."),
        ("en", "We wrote to info@acme.example three times and got no answer"),
        ("en", "The union never wrote to info@acme.example."),
        ("en", "The mayor used his private address mayor@mail.example for state business."),
        ("en", "The minister was called on +7 701 123 45 67 and did not answer."),
        ("en", "The ministry's website www.gov.example was attacked."),
        ("en", "The plant closed in May https://t.example/abc"),
        ("en", "The plant dumped untreated mercury into the river for ten years: https://union.example/report"),
        ("en", "The plant closed in May: https://t.example/abc"),
        ("ru", "Завод десять лет сливал ртуть в реку: https://union.example/report"),
        ("de", "Das Werk leitete zehn Jahre lang Quecksilber in den Fluss: https://union.example/report"),
        ("en", "Follow the money on its way to the mayor, says the union: https://t.example/abc"),
        ("en", "Photos for the trial were forged by the police: https://t.example/abc"),
        ("en", "Link to the mafia was never proven by the court: https://t.example/abc"),
        ("de", "Anmeldungen zum Streik haben sich im Mai verdoppelt: https://t.example/abc"),
        ("ru", "Полный текст договора скрыли от прессы и рабочих: https://t.example/abc"),
        ("ru", "Полный текст постановления не опубликован на сайте суда: https://t.example/abc"),
        ("ru", "Указ опубликован на сайте министерства: https://t.example/abc"),
        ("ru", "Канал министерства в Telegram заблокирован властями города: https://t.example/abc"),
        ("kk", "Зауыт толық мәтінді журналистерден жасырып қалды: https://t.example/abc"),
        ("en", "Read receipts prove that press@acme.example got our letter."),
        ("en", "Journalists wrote to press@acme.example and got no reply."),
        ("en", "The hotline is open 24/7 and answered all calls."),
        ("en", "The hotline was open and nobody answered."),
        ("ru", "Мы трижды писали на info@acme.example и не получили ответа."),
        ("ru", "Список нельзя найти на сайте www.gov.example."),
        ("kk", "Біз info@acme.example мекенжайына үш рет жаздық, жауап болмады."),
        ("de", "Wir schrieben dreimal an info@acme.example und erhielten keine Antwort."),
        ("fr", "La liste publiée sur www.acme.example était fausse."),
        ("es", "El alcalde usó la cuenta alcalde@mail.example para el contrato."),
        ("pt", "Escrevemos três vezes para info@acme.example e não tivemos resposta."),
    ],
)
def test_a_claim_with_an_address_in_it_is_none_the_less_a_claim(language: str, text: str) -> None:
    assert role_of(text, language) is Role.CLAIM


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Press contact: Jane Doe, +44 20 7946 0000, press@acme.example."),
        ("en", "Press office, Tarn Rail, 14 Quay Street, Port Ellin, tel. 0700 555 010."),
        ("en", "Jane Doe, Head of Media, press@acme.example."),
        ("en", "Acme Ltd, Jane Doe, +44 20 7946 0000"),
        ("en", "For more information visit www.acme.example."),
        ("en", "For more information about the airport and its expansion plans please visit www.acme.example."),
        ("en", "Read the full statement at www.acme.example."),
        ("en", "Media should email press@acme.example with their questions."),
        ("en", "Our press office is on 0114 555 123."),
        ("en", "Website: www.acme.example"),
        ("en", "The full report: https://acme.example/report"),
        ("en", "Read our full response to the report here: https://acme.example/report"),
        ("en", "Link to the Annual Report of the Acme Trust: https://acme.example/report"),
        ("en", "Contact for journalists and editors: press@acme.example"),
        ("ru", "Полный текст: https://acme.example/report"),
        ("en", "Follow the ministry of energy on Telegram: https://t.example/abc"),
        ("en", "Photos for free use by the media: https://t.example/abc"),
        ("en", "Link to the order of the court: https://t.example/abc"),
        ("en", "Source: annual report of the regulator: https://t.example/abc"),
        ("de", "Die vollständige Stellungnahme finden Sie hier: https://t.example/abc"),
        ("de", "Anmeldung zur Pressekonferenz bitte über: https://t.example/abc"),
        ("fr", "Le communiqué complet est disponible ici : https://t.example/abc"),
        ("fr", "Photos libres de droits à télécharger sur : https://t.example/abc"),
        ("es", "El comunicado completo está disponible aquí: https://t.example/abc"),
        ("it", "Il comunicato completo è disponibile qui: https://t.example/abc"),
        ("ru", "Полный текст постановления размещён на сайте суда: https://t.example/abc"),
        ("ru", "Прямая трансляция брифинга доступна по ссылке: https://t.example/abc"),
        ("ru", "Официальный канал министерства энергетики в Telegram: https://t.example/abc"),
        ("kk", "Толық мәтін министрліктің сайтында жарияланған: https://t.example/abc"),
        ("en", "The hotline is open 24 hours a day."),
        ("ru", "Иван Петров, пресс-секретарь, +7 701 123 45 67, press@acme.example"),
        ("ru", "С полным текстом можно ознакомиться на сайте www.acme.example."),
        ("kk", "Сұрақтарды press@acme.example мекенжайына жіберуге болады."),
        ("de", "Den vollständigen Bericht finden Sie unter www.acme.example."),
        ("fr", "Retrouvez le communiqué sur www.acme.example."),
        ("es", "Consulte el informe completo en www.acme.example."),
        ("it", "Il testo completo si trova su www.acme.example."),
        ("pt", "Para mais informações, visite www.acme.example."),
    ],
)
def test_what_only_gives_an_address_is_a_contact_line(language: str, text: str) -> None:
    assert role_of(text, language) is Role.CONTACT
