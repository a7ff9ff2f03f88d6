"""Where sentences end: the Golden Rules, sentences of the press with a trap in each, and time that grows in step."""

from __future__ import annotations

import itertools
import json
import os
import random
import time
from pathlib import Path

import pytest

from statement_compare.engine.text.boundaries import sentence_ends

GOLDEN = Path(__file__).parents[2] / "golden"
KNOWN_FAILURES = {
    ("en", 47): "the ellipsis behind a full stop is kept with the sentence before it",
    ("de", 23): "a title page run into the text has neither a stop nor a line break to go by",
    ("de", 34): "the expected text differs from the given one by a space",
    ("es", 30): "a letterhead line without a stop is indistinguishable from a hard-wrapped line",
    ("it", 20): "sentences inside of a quotation are cut, as a statement's claims are",
}


def cut(text: str, language: str) -> list[str]:
    start, found = 0, []
    for end in sentence_ends(text, language):
        found.append(" ".join(text[start:end].split()))
        start = end
    return [sentence for sentence in found if sentence]


def golden_rules() -> list[object]:
    cases: list[object] = []
    for file in sorted(GOLDEN.glob("split_golden_*.jsonl")):
        language = file.stem[-2:]
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            rule = json.loads(line)
            reason = KNOWN_FAILURES.get((language, number))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            sentences = [" ".join(sentence.split()) for sentence in rule["sents"]]
            cases.append(pytest.param(language, rule["text"], sentences, id=f"{language}-{number}", marks=marks))
    return cases


@pytest.mark.parametrize(("language", "text", "sentences"), golden_rules())
def test_golden_rule(language: str, text: str, sentences: list[str]) -> None:
    # A reader makes a block of each paragraph, so no rule has to find one.
    paragraphs = [part for part in text.split("\n \n") for part in part.split("\n\n")]
    assert [sentence for part in paragraphs for sentence in cut(part, language)] == sentences


def press_sentences() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    language = ""
    for line in (GOLDEN / "split_press.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(language, []).append(line)
    return found


@pytest.mark.parametrize("language", ["en", "ru", "kk", "de", "fr", "es"])
def test_any_two_sentences_of_the_press_are_told_apart(language: str) -> None:
    sentences = press_sentences()[language]
    draw = random.Random(7)
    pairs = [
        *itertools.pairwise(sentences),
        *((draw.choice(sentences), s) for s in sentences for _ in "ab"),
    ]
    wrong = [pair for pair in pairs if cut(" ".join(pair), language) != list(pair)]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("en", "It closed at 5 p.m. Clearbrook denies it.", 2),
        ("en", "It closed at 5 p.m. Monday.", 1),
        ("en", "At 5 p.m. Clearbrook denied it.", 1),
        ("en", "We supply Norvane Inc. Deliveries began in May.", 2),
        ("en", "Norvane Inc. Chairman Leo Hart denied it.", 1),
        ("en", "It is true of the U.S. The company sells there.", 2),
        ("en", "It is true of the U.S. Navy.", 1),
        ("en", "The answer was no. 7 people left.", 1),  # "no. 7" reads as a number, in small letters too
        ("en", "The answer was no. Seven people left.", 2),
        ("en", "They met at Gate C. Orders were given.", 2),
        ("en", "They met C. Orwell.", 1),
        ("en", "It stands on Main St. Trucks pass there.", 2),
        ("en", "It stands in St. Ives.", 1),
        ("en", "Orders are placed in the app. Norvane takes a fee.", 2),
        ("en", "The trade was reported to the SEC. Shares fell.", 2),
        ("en", "She is a union rep. Members elected her.", 2),
        ("en", "He is Rep. Lane of Ohio.", 1),
        ("en", "The plant is in Irvine, CA. Residents complained.", 2),
        ("ru", "Всё это сказано им. До мая он молчал.", 2),
        ("ru", "Завод стоит в посёлке им. Абая.", 1),
        ("ru", "Компания сообщила, что с 1 мая 2024 г. «Заря» не работает.", 1),
        ("ru", "Проезд стоит 6 руб. 40 коп. за зону.", 1),
        ("ru", "Проезд стоит 6 руб. Льготы сохранены.", 2),
        ("ru", "Завод открыт в 2019 г. Мощность выросла.", 2),
        ("ru", "Завод стоит в г. Алматы.", 1),
        ("ru", "Глубина достигла 40 м. Работы идут.", 2),
        ("ru", "Работы ведёт М. Орлов.", 1),
        ("kk", "Зауыт бұл қалада 2019 ж. ашылды. Қуаты өсті.", 2),
        ("de", "Der Unfall geschah am 3. Mai.", 1),
        ("de", "Der Schaden lag bei Rang 3. Wir bestreiten das.", 2),
        ("fr", "Le quai mesure 40 m. Duval le confirme.", 2),
        ("fr", "Le quai appartient à M. Duval.", 1),
        ("es", "Vendemos a EE. UU. La empresa lo niega.", 2),
        ("es", "Vendemos a EE. UU. y a Chile.", 1),
    ],
)
def test_near_misses(language: str, text: str, sentences: int) -> None:
    assert len(cut(text, language)) == sentences


@pytest.mark.xfail(reason="German nouns have capitals, so what follows a quantity may be its unit", strict=True)
def test_a_german_quantity_at_the_end_before_a_noun() -> None:
    assert len(cut("Die Anlage kostet 4 Mio. Betroffen sind Kitas.", "de")) == 2


def test_quotations_are_cut_and_keep_their_marks() -> None:
    assert cut("“It sold the tickets. It took the money.” The minister left.", "en") == [
        "“It sold the tickets.",
        "It took the money.”",
        "The minister left.",
    ]
    assert cut("Он сказал: «Это ложь.» Суд молчит.", "ru") == ["Он сказал: «Это ложь.»", "Суд молчит."]
    assert cut("„Das ist falsch.“ Er ging.", "de") == ["„Das ist falsch.“", "Er ging."]


def test_items_on_lines_of_their_own_are_sentences() -> None:
    assert cut("We ask:\n- Who paid\n- Who knew", "en") == ["We ask:", "- Who paid", "- Who knew"]
    assert cut("The order of\n12 May stands", "en") == ["The order of 12 May stands"]


def test_an_ellipsis_ends_a_sentence_before_a_capital_only() -> None:
    assert cut("He waited… Nothing came.", "en") == ["He waited…", "Nothing came."]
    assert cut("He waited… and nothing came.", "en") == ["He waited… and nothing came."]
    assert cut("(....) Next came rain.", "en") == ["(....)", "Next came rain."]


def test_links_and_addresses_are_not_cut() -> None:
    text = "Write to press.office@norvane.example or see www.norvane.example/a.b.html?c=d. Calls cost 0.5 euros."
    assert len(cut(text, "en")) == 2


def test_without_any_text_there_is_no_sentence() -> None:
    assert sentence_ends("", "en") == []
    assert sentence_ends("   ", "en") == [3]


def test_an_unknown_language_is_cut_at_its_stops() -> None:
    assert len(cut("Eerste zin. Tweede zin.", "nl")) == 2
    assert len(cut("これは文です。これも文です。", "ja")) == 2


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece",
    [
        "The plant, and Mr. Smith of Acme Inc., closed at 5 p.m. on the dot, he said. ",
        "word " * 16,
        "x" * 60,
        "i.e. e.g. A. B. ",
        '"what? (now) «да. – и ',
        "1. a\n2. b\n",
        ". . . . ",
    ],
)
def test_time_grows_in_step_with_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            sentence_ends(text, "en")
            best = min(best, time.process_time() - began)
        return best

    assert seconds(120_000) < 14 * max(seconds(30_000), 0.005)  # four times the text; squared it would be sixteen


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000", "\u0085"])
@pytest.mark.parametrize("language", ["en", "de", "ru", "kk", "zh"])
def test_a_wide_space_before_a_stop_is_as_good_as_a_plain_one(space: str, language: str) -> None:
    text = "The plant makes hepatitis B{}. The plant is closed."
    assert sentence_ends(text.format(space), language) == sentence_ends(text.format(" "), language)


def test_a_paragraph_on_which_the_library_fails_is_cut_by_our_own_rules(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def panic(_language: str, _text: str) -> None:
        os.write(2, b"thread panicked at src/lib.rs\n")
        raise type("PanicException", (BaseException,), {})("byte index 1 is not a char boundary")

    monkeypatch.setattr("sentencex.get_sentence_boundaries", panic)
    text = "Die Anlage \u00fcberstand es. Niemand wurde verletzt."
    assert [text[:at] for at in sentence_ends(text, "de")] == ["Die Anlage \u00fcberstand es.", text]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Funds on Binance.US were never moved.", 1),
        ("en", "The Mail.Ru group denied it.", 1),
        ("en", "Rates at Monobank.UA rose.", 1),
        ("ru", "Мы передали данные в Яндекс.Маркет 5 мая.", 1),
        ("ru", "Сервис Кинопоиск.HD закрыт.", 1),
        ("en", "The plant was closed.Workers went home.", 2),
        ("en", "It was signed in Paris.The mayor was not there.", 2),
        ("ru", "Завод закрыли.Рабочие ушли.", 2),
        ("ru", "Это было в Москве.Мы там не были.", 2),
    ],
)
def test_a_stop_within_a_name_ends_nothing_and_a_missing_space_does(language: str, text: str, expected: int) -> None:
    assert len(cut(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Brdg. Works closed in May.", 1),
        ("Crews left Grn. Brdg. 12 hours later.", 1),
        ("They met at Brdg. Nobody came.", 2),
        ("They met at Brdg. and left.", 1),
        ("Brodg. Works closed in May.", 2),
    ],
)
def test_a_few_consonants_with_a_capital_are_a_shortened_word(text: str, ends: int) -> None:
    assert len(sentence_ends(text, "en")) == ends


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "1. Der Umsatz stieg im 2. Quartal um 5 Prozent."),
        ("de", "1. Der Umsatz stieg im\n2. Quartal um 5 Prozent."),
        ("de", "3. März: Der Ausschuss tagte bis zum 4. März und vertagte sich."),
        ("de", "3. bis 4. Mai war das Werk zu."),
        ("de", "1. Die erste und 2. Instanz urteilten gleich."),
        ("en", "1) The permit lapsed, as point 2) of the order says."),
        ("en", "1) The permit lapsed, as points 1) and 2) of the order say."),
        ("en", "1) The points 1), 2) and 3) of the order stand."),
        ("en", "1) the fee fell, as item 2) of the order says."),
        ("en", "a) The permit lapsed under clause b) of the order."),
        ("ru", "1) Согласно пункту 2) договора, аванс возвращён."),
        ("fr", "1. Le chiffre d'affaires a augmenté au 2. trimestre."),
        ("kk", "1. Зауыт 2. тоқсанда жабылды."),
    ],
)
def test_a_number_that_is_named_or_told_begins_no_item(language: str, text: str) -> None:
    assert cut(text, language) == [" ".join(text.split())]


@pytest.mark.parametrize(
    ("language", "items"),
    [
        ("de", ["1. Der Umsatz stieg;", "2. der Gewinn sank."]),
        ("de", ["1. Der Umsatz stieg", "2. Der Gewinn sank"]),
        ("de", ["1. Umsatz,", "2. Gewinn,", "3. Ausblick"]),
        ("de", ["1. Umsatz\n", "2. Gewinn\n", "3. Ausblick"]),
        ("de", ["1) Die Kosten senken und", "2) die Löhne heben."]),
        ("en", ["1) raise pay,", "2) cut hours and", "3) hire staff."]),
        ("en", ["a) the permit lapsed", "b) the fee was not paid"]),
        ("en", ["1) It fell in 2023,", "2) it rose in 2024."]),
        ("en", ["1) The permit lapsed, as point 2) of the order says.", "2) The fee rose."]),
        ("ru", ["1. Выручка выросла;", "2. прибыль снизилась."]),
        ("uk", ["1. Завод", "2. Шахта"]),
    ],
)
def test_items_that_are_counted_up_are_cut_within_a_paragraph(language: str, items: list[str]) -> None:
    plain = [item.strip() for item in items]
    assert cut(" ".join(items), language) == plain


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["We state:", "1. The plant is closed.", "2. The workers were paid."]),
        ("de", ["Wir erklären:", "1. Das Werk ist zu.", "2. Die Arbeiter sind bezahlt."]),
        ("en", ["He demands:", "a) the plant is closed;", "b) the workers are paid;", "c) nobody is hurt."]),
        ("ru", ["Требуем:", "1) завод закрыть;", "2) рабочим заплатить."]),
        ("en", ["We deny it.", "We state:", "1) The plant is closed.", "2) The workers were paid."]),
        ("en", ["We state:", "• the plant is closed", "• the workers were paid"]),
    ],
)
def test_items_behind_a_colon_that_leads_them_in_are_cut(language: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The vote (yes: 1) failed and (no: 2) passed."),
        ("en", "The ratio is 3: 1) fell and 2) rose."),
        ("en", "The rules that hold are: a) and b) of the order."),
        ("en", "He wrote: a) is false."),
        ("en", "The menu: • soup"),
        ("en", "The bank refused for two reasons: 1) cost, 2) time."),
        ("en", "Three things matter: a) cost b) time c) people."),
        ("en", "Home • News • Sport"),
        ("de", "Sie kamen an zwei Tagen: 1. und 2. Mai."),
        ("en", "We state that points: 1) and 2) of the order stand."),
    ],
)
def test_a_colon_before_one_number_or_a_named_one_leads_in_no_list(language: str, text: str) -> None:
    assert cut(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("en", "It began on 5 May 2024.The mayor left.", 2),
        ("en", "The score was 6.Nobody left.", 2),
        ("en", "It rose to 5.It fell.", 2),
        ("ru", "Это было 5.05.2024.Он ушёл.", 2),
        ("de", "Am 5. Mai 2024.Die Firma zahlte.", 2),
        ("en", "1.The plant closed.", 1),
        ("en", "1990.The plant closed.", 1),
        ("en", "We state: 1.The plant closed.", 1),
        ("en", "See point 2.The plant.", 1),
        ("en", "1.The plant closed 2.The workers left.", 1),
        ("en", "He bought 5.11 Tactical gear and uses Log4.Net at 2024.Acme.", 1),
    ],
)
def test_a_figure_with_a_stop_and_no_gap_ends_a_sentence_within_one(language: str, text: str, sentences: int) -> None:
    assert len(cut(text, language)) == sentences
