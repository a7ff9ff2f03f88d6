"""Which sentences deny in general, and which charges they leave without another answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statement_compare.engine.general_denials import denies_in_general, general_denials
from statement_compare.engine.model import Comparison, GeneralDenial, Link, Role, Side, Statement, Verdict
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment


@pytest.mark.parametrize(
    ("language", "general", "particular"),
    [
        ("en", "Marowai strongly refutes these allegations.", "Marowai denies the claim that it shipped logs."),
        ("en", "The accusations are entirely without foundation.", "The accusations were read out on 12 May in court."),
        ("en", "We reject any wrongdoing and will fight in court.", "We deny having shipped any logs in 2005."),
        ("ru", "Компания категорически отвергает все обвинения.", "Компания отвергает обвинения, что слила мазут."),
        ("kk", "Компания айыптауларды толық жоққа шығарады.", "Компания 12 мамырда тексерілді."),
        ("de", "Das Unternehmen weist die Vorwürfe entschieden zurück.", "Das Unternehmen weist 12 Tonnen aus."),
        ("fr", "La société rejette fermement ces accusations.", "La société rejette 12 dossiers."),
        ("es", "La empresa niega todas las acusaciones.", "La empresa niega la venta de 12 barcos."),
    ],
)  # fmt: skip
def test_a_general_denial_is_told_from_a_particular_one(language: str, general: str, particular: str) -> None:
    assert denies_in_general(general, language)
    assert not denies_in_general(particular, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We do not deny the allegations."),
        ("en", "The company has never disputed the charges."),
        ("en", "The firm didn't contest the claims."),
        ("en", "Nobody disputes the allegations."),
        ("en", "The allegations are not false."),
        ("en", "We do not accept that the allegations are false."),
        ("en", "The insurer rejected 1,200 claims."),
        ("ru", "Компания не отрицает обвинения."),
        ("ru", "Компания отвергает обвинения в том, что слила мазут."),
        ("kk", "Компания айыптауларды жоққа шығармайды."),
        ("kk", "Бұл ақпарат шындыққа сәйкес келеді."),
        ("de", "Das Unternehmen bestreitet die Vorwürfe nicht."),
        ("de", "Die Behörde weist auf die Vorwürfe der Anwohner hin."),
        ("fr", "La société ne nie pas ces accusations."),
        ("fr", "Le niveau des accusations surprend."),
        ("fr", "La société rejette les accusations d'avoir pollué."),
        ("es", "La empresa no niega las acusaciones."),
        ("es", "La empresa negocia las acusaciones."),
    ],
)
def test_a_denial_that_is_undone_or_is_of_something_else_is_none(language: str, text: str) -> None:
    assert not denies_in_general(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We cannot comment further but deny the allegations."),
        ("en", "The firm not only rejects the allegations, it is appalled by them."),
        ("en", "The claims have no merit."),
        ("ru", "Эти утверждения не соответствуют действительности."),
        ("kk", "Бұл ақпарат шындыққа сәйкес келмейді."),
        ("de", "Das Unternehmen bestreitet die Vorwürfe."),
        ("de", "Wir weisen alle Anschuldigungen von uns aus zurück."),
        ("fr", "Nous nions ces accusations."),
        ("es", "Negamos las acusaciones."),
    ],
)
def test_a_denial_stands_beside_a_negation_that_is_its_own_or_of_something_else(language: str, text: str) -> None:
    assert denies_in_general(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Acme declined to deny the allegations."),
        ("en", "Acme refused to deny the allegations."),
        ("en", "Acme failed to deny the allegations."),
        ("en", "Acme has yet to deny the allegations."),
        ("en", "Acme no longer denies the allegations."),
        ("en", "Acme stopped denying the allegations."),
        ("en", "The company would not confirm or deny the allegations."),
        ("en", "It is impossible to refute these accusations."),
        ("en", "Without denying the allegations, the firm left."),
        ("en", "Some of the claims are untrue."),
        ("en", "Two of the claims are untrue."),
        ("en", "No official has denied the allegations."),
        ("en", "If the company denies the allegations, we will sue."),
        ("en", "The insurer rejected claims."),
        ("en", "The bank disputes charges."),
        ("en", "Acme neither confirmed nor denied the allegations."),
        ("en", "The minister stopped short of denying the allegations."),
        ("en", "Acme was unable to refute the allegations."),
        ("en", "Most of the allegations are false."),
        ("en", "Many of these allegations are false."),
        ("en", "One of the allegations is false."),
        ("en", "Not everything is a lie."),
        ("en", "None of this is true of the plant in Leeds, which we own."),
        ("en", "This is a lie that 20 workers were dismissed."),
        ("en", "We do not deny everything."),
        ("en", "We deny nothing."),
        ("en", "The statement that the plant closed is false."),
        ("en", "If this is a lie, we will sue."),
        ("en", "The documents are fabricated."),
        ("en", "It is unclear whether the allegations are false."),
        ("en", "The court will decide whether the allegations are untrue."),
        ("en", "Some allegations are false."),
        ("en", "We deny some of the allegations."),
        ("en", "The court dismissed the charges as unfounded."),
        ("en", "The court rejected the allegations."),
        ("en", "The allegations about the dredging are false."),
        ("en", "The allegations of fraud are false."),
        ("en", "It is not true that the allegations are false."),
        ("en", "There is some truth in the allegations."),
        ("en", "The accusations are not a lie."),
        ("en", "The union lies about the claims."),
        ("en", "Acme denies the allegations, the union says."),
        ("en", "The union says Acme denies the allegations."),
        ("en", "According to the union, Acme denies the allegations."),
        ("en", "The firm says the minister denies the allegations."),
        ("ru", "Компания отказалась опровергать обвинения."),
        ("ru", "Компания перестала отрицать обвинения."),
        ("ru", "Нельзя сказать, что обвинения беспочвенны."),
        ("ru", "Некоторые обвинения беспочвенны."),
        ("ru", "Часть обвинений ложна."),
        ("ru", "Компания не смогла опровергнуть обвинения."),
        ("ru", "Компания так и не опровергла обвинения."),
        ("ru", "Если компания отрицает обвинения, мы подадим в суд."),
        ("ru", "Невозможно опровергнуть эти обвинения."),
        ("ru", "Ни один чиновник не опроверг обвинения."),
        ("ru", "Информация соответствует действительности."),
        ("ru", "Нельзя сказать, что это неправда."),
        ("ru", "Не всё это неправда."),
        ("ru", "Суд отверг обвинения."),
        ("ru", "Обвинения в адрес министра подтвердились."),
        ("ru", "Информация о закрытии завода не соответствует действительности."),
        ("ru", "Компания отрицает обвинения, сообщает профсоюз."),
        ("kk", "Министрлік айыптауларды жоққа шығарған жоқ."),
        ("kk", "Министрлік айыптауларды жоққа шығарудан бас тартты."),
        ("kk", "Кейбір айыптаулар негізсіз."),
        ("kk", "Министрлік айыптауларды жоққа шығара алмады."),
        ("kk", "Бұл өтірік емес."),
        ("kk", "Айыптаулар шындыққа жанасады."),
        ("de", "Die Firma weigert sich, die Vorwürfe zu bestreiten."),
        ("de", "Einige Vorwürfe sind falsch."),
        ("de", "Die Firma lehnte es ab, die Vorwürfe zu bestreiten."),
        ("de", "Wenn die Firma die Vorwürfe bestreitet, klagen wir."),
        ("de", "Kein Beamter hat die Vorwürfe bestritten."),
        ("de", "Ohne die Vorwürfe zu bestreiten, ging sie."),
        ("de", "Die Vorwürfe treffen zu."),
        ("de", "Einige Vorwürfe treffen nicht zu."),
        ("de", "Ob die Vorwürfe falsch sind, ist offen."),
        ("de", "Das Gericht wies die Vorwürfe zurück."),
        ("de", "Das Unternehmen hat die Vorwürfe nicht zurückgewiesen."),
        ("de", "Die Vorwürfe stimmen."),
        ("de", "Die Firma bestreite die Vorwürfe, sagte die Gewerkschaft."),
        ("fr", "La société refuse de nier les accusations."),
        ("fr", "Certaines accusations sont fausses."),
        ("fr", "Sans nier les accusations, la société est partie."),
        ("fr", "Aucun responsable n'a nié les accusations."),
        ("fr", "Si la société nie les accusations, nous irons au tribunal."),
        ("fr", "Nous ne nions pas tout."),
        ("fr", "Le tribunal a rejeté les accusations."),
        ("es", "La empresa se negó a desmentir las acusaciones."),
        ("es", "Algunas acusaciones son falsas."),
        ("es", "Sin negar las acusaciones, la empresa se fue."),
        ("es", "Ningún funcionario ha negado las acusaciones."),
        ("es", "Si la empresa niega las acusaciones, iremos a juicio."),
        ("es", "El tribunal rechazó las acusaciones."),
        ("it", "L'azienda si rifiuta di smentire le accuse."),
        ("it", "Alcune accuse sono false."),
        ("it", "Se l'azienda nega le accuse, faremo causa."),
    ],
)
def test_a_denial_that_is_not_made_or_of_some_charges_or_of_another_is_none(language: str, text: str) -> None:
    assert not denies_in_general(text, language, opens=True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We deny everything."),
        ("en", "We deny it all."),
        ("en", "None of this is true."),
        ("en", "This is a lie."),
        ("en", "These are lies."),
        ("en", "It is all lies."),
        ("en", "There is no truth to these claims."),
        ("en", "There is no truth in the allegations."),
        ("en", "The allegations are fabricated."),
        ("en", "She dismissed the allegations as nonsense."),
        ("en", "We dismiss these allegations as baseless."),
        ("en", "We strongly deny these allegations."),
        ("en", "We completely refute the accusations made by the union."),
        ("en", "Acme denies all the allegations and will defend itself in court."),
        ("en", "All of the claims are untrue."),
        ("en", "We deny the allegations without hesitation."),
        ("en", "Without exception, these allegations are false."),
        ("en", "We categorically reject these claims."),
        ("en", "Acme denied wrongdoing."),
        ("en", "We dispute the charges."),
        ("en", "Our clients refute all claims."),
        ("en", "We have always denied the allegations, and no court has ever found otherwise."),
        ("en", "Acme told the court it denies the allegations."),
        ("en", "The allegations are not true."),
        ("en", "In no uncertain terms we deny the allegations."),
        ("en", "The allegations are pure fiction."),
        ("en", '"This is a lie."'),
        ("en", "There's no truth to these claims."),
        ("en", "None of the allegations are true."),
        ("en", "All of this is untrue."),
        ("en", "The claims of the union are false."),
        ("en", "The allegations of Orrin have no merit."),
        ("en", "We reject all claims."),
        ("en", "Acme rejects the union's claims."),
        ("en", "These claims have absolutely no foundation."),
        ("en", "If anything, the allegations are false."),
        ("en", "The union says it denies the allegations."),
        ("en", "The ministry said it strongly denies the allegations."),
        ("en", "The ministry said the allegations are false."),
        ("en", "A spokesman said Acme denies the allegations."),
        ("en", '"We deny the allegations," the union said.'),
        ("en", "The company said Acme denies the allegations."),
        ("en", "The union's lawyer said the union denies the allegations."),
        ("ru", "Обвинения в наш адрес голословны."),
        ("ru", "Информация не соответствует действительности."),
        ("ru", "Всё это неправда."),
        ("ru", "Это неправда."),
        ("ru", "Это ложь."),
        ("ru", "Всё это ложь."),
        ("ru", "Обвинения не имеют ничего общего с реальностью."),
        ("ru", "Обвинения не имеют ничего общего с действительностью."),
        ("ru", "Мы отвергаем все обвинения в наш адрес."),
        ("ru", "Мы категорически отрицаем эти обвинения."),
        ("ru", "Все обвинения беспочвенны."),
        ("ru", "Мы всё отрицаем."),
        ("ru", "Сведения не соответствуют действительности."),
        ("ru", "Обвинения профсоюза не имеют под собой оснований."),
        ("ru", "Всё это — ложь и клевета."),
        ("ru", "Компания опровергла обвинения."),
        ("kk", "Бұл өтірік."),
        ("kk", "Мұның бәрі өтірік."),
        ("kk", "Айыптаулар негізсіз."),
        ("kk", "Министрлік айыптауларды жоққа шығарды."),
        ("kk", "Біз айыптауларды жоққа шығарамыз."),
        ("de", "Die Vorwürfe treffen nicht zu."),
        ("de", "Die Vorwürfe sind frei erfunden."),
        ("de", "Das ist eine Lüge."),
        ("de", "Nichts davon ist wahr."),
        ("de", "Wir bestreiten alles."),
        ("de", "Wir weisen die Vorwürfe zurück."),
        ("de", "Die Firma hat die Vorwürfe bestritten."),
        ("de", "Die Vorwürfe sind nicht wahr."),
        ("de", "Das Unternehmen hat alle Vorwürfe zurückgewiesen."),
        ("fr", "Nous nions tout."),
        ("fr", "C'est un mensonge."),
        ("fr", "Tout cela est faux."),
        ("fr", "Rien de tout cela n'est vrai."),
        ("fr", "Ces accusations sont sans fondement."),
        ("fr", "Ces accusations sont mensongères."),
        ("fr", "Sans hésiter, nous nions les accusations."),
        ("es", "Lo negamos todo."),
        ("es", "Negamos todo."),
        ("es", "Es mentira."),
        ("es", "Todo esto es falso."),
        ("es", "Nada de esto es verdad."),
        ("es", "Estas acusaciones son falsas."),
        ("es", "Rechazamos tajantemente estas acusaciones."),
        ("it", "Neghiamo tutto."),
        ("it", "È una menzogna."),
        ("it", "È tutto falso."),
        ("it", "Niente di tutto questo è vero."),
    ],
)
def test_charges_are_denied_as_a_whole_in_many_words(language: str, text: str) -> None:
    assert denies_in_general(text, language, opens=True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This is a lie."),
        ("ru", "Это ложь."),
        ("kk", "Бұл өтірік."),
        ("de", "Das ist eine Lüge."),
        ("fr", "C'est un mensonge."),
        ("es", "Es mentira."),
        ("it", "È una menzogna."),
    ],
)
def test_behind_a_claim_this_is_a_lie_is_of_that_claim(language: str, text: str) -> None:
    assert denies_in_general(text, language, opens=True)
    assert not denies_in_general(text, language)


def test_a_language_without_a_list_denies_nothing_in_general() -> None:
    assert not denies_in_general("Het bedrijf ontkent de beschuldigingen.", "nl")


def statement(*texts: str) -> Statement:
    return segment(read_text(" ".join(texts)), "en")


def test_the_charges_without_another_answer_are_named() -> None:
    left = statement("The firm sold rotten eggs.", "It hid the tests.", "It paid no tax.")
    right = statement("The firm strongly denies these allegations.", "The eggs were fresh.")
    link = Link((0,), (1,), 0.3, Verdict.CONTRADICTION, 0.9, ())
    told = Comparison(left, right, (link,), (1, 2), (0,))
    assert general_denials(told) == (GeneralDenial(Side.RIGHT, 0, (1, 2)),)


def test_without_a_general_denial_or_with_nothing_left_to_answer_there_is_none() -> None:
    left = statement("The firm sold rotten eggs.")
    link = Link((0,), (0,), 0.3, Verdict.CONTRADICTION, 0.9, ())
    fresh = statement("The eggs were fresh.", "The firm strongly denies these allegations.")
    assert general_denials(Comparison(left, fresh, (link,), (), (1,))) == ()
    assert general_denials(Comparison(left, statement("The eggs were fresh."), (), (0,), (0,))) == ()


def test_a_question_denies_nothing_and_this_is_a_lie_opens_a_statement() -> None:
    left = statement("The firm sold rotten eggs.", "It hid the tests.")

    def found(*texts: str) -> tuple[GeneralDenial, ...]:
        return general_denials(Comparison(left, statement(*texts), (), (0, 1), tuple(range(len(texts)))))

    assert found("Did the firm deny the allegations?", "It was quiet.") == ()
    assert found("This is a lie.", "The eggs were fresh.") == (GeneralDenial(Side.RIGHT, 0, (0, 1)),)
    assert found("The union says that we sold rotten eggs.", "This is a lie.") == ()


@pytest.mark.parametrize(
    ("text", "is_made"),
    [
        ("Orrin Foods denies the allegations.", False),
        ("Orrin Foods has strongly denied all the allegations.", False),
        ("We deny the allegations.", True),
        ("Orrin's claims are false.", True),
        ("The claims of Orrin are false.", True),
        ("Against Orrin we deny the allegations.", True),
        ("Tarn Rail denies the allegations.", True),
        ("“All of this is untrue.”", True),
    ],
)
def test_what_the_other_speaker_denies_is_no_denial_of_this_side(text: str, is_made: bool) -> None:
    left = statement("Orrin Foods Ltd. sold spoiled meat.", "We warned Orrin Foods twice.", text)
    right = statement("Orrin Foods Ltd. thanks its customers.", "We sold nothing spoiled.", "The cook left.")
    found = general_denials(Comparison(left, right, (), (0, 1, 2), (0, 1, 2)))
    assert [denial.sentence for denial in found] == ([2] if is_made else [])


_THEIRS = statement("Orrin Foods Ltd. sold spoiled meat.", "We warned Orrin Foods twice.")
_OURS = statement("Orrin Foods Ltd. thanks its customers.", "The cook left.")


def _found(text: str, language: str) -> list[int]:
    """Which sentences deny in general: `text` opens what Orrin Foods says, and ends what is said against it."""
    told = replace(_OURS.sentences[0], text=text, role=Role.CLAIM)
    theirs = replace(_THEIRS, language=language, sentences=(*_THEIRS.sentences, replace(told, id=2)))
    ours = replace(_OURS, language=language, sentences=(told, *_OURS.sentences))
    return [denial.sentence for denial in general_denials(Comparison(theirs, ours, (), (0, 1, 2), (0, 1, 2)))]


_FORMS = [
    ("en", "This is a lie."),
    ("en", "We deny everything."),
    ("en", "Acme strongly denied all the allegations."),
    ("en", "The allegations are pure fiction."),
    ("en", "None of this is true."),
    ("en", "We do not deny the allegations."),
    ("ru", "Это — ложь."),
    ("ru", "Мы отвергаем все обвинения в наш адрес."),
    ("kk", "Айыптаулар негізсіз."),
    ("de", "Das ist eine Lüge."),
    ("de", "Die Firma weist die Vorwürfe zurück."),
    ("fr", "C'est un mensonge."),
    ("fr", "Ces accusations sont sans fondement."),
    ("es", "Es mentira."),
    ("es", "La empresa niega todas las acusaciones."),
    ("it", "È una menzogna."),
    ("it", "Neghiamo tutte le accuse."),
]


@pytest.mark.parametrize(("language", "text"), _FORMS)
def test_a_denial_is_the_same_with_numbers_of_its_place_and_odd_blanks(language: str, text: str) -> None:
    plain = _found(text, language)
    bare = text.rstrip(".")
    for marked in (
        f"1. {text}",
        f"12) {text}",
        f"[2] {text}",
        f"[00:05] {text}",
        f"1.\u00a0{text}",
        f"{bare}.[3]",
        f"{bare} [3].",
        f"{bare}[3][4].",
        f"{text} [12, 13]",
        f"«\u00a0{text}\u00a0»",
        f"“\u202f{text}\u202f”",
        f" \t{text}\n",
        text.replace(" ", "\u00a0"),
        text.replace(" ", "\n"),
        text.replace(" ", "  "),
    ):
        assert _found(marked, language) == plain, marked


@pytest.mark.parametrize(("language", "text"), [*_FORMS, ("en", "Orrin Foods denies the allegations.")])
def test_whatever_stands_in_a_denial_it_is_told_or_not(language: str, text: str) -> None:
    signs = (
        "1. ",
        "[2] ",
        "[3]",
        "[00:05] ",
        "(a) ",
        "§ 3 ",
        "¹",
        "*",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\x0c",
        "“",
        "\u0301",
    )
    edges = [i for i in range(len(text) + 1) if not text[max(0, i - 1) : i + 1].isalpha()]
    for sign in signs:
        for at in edges:
            assert set(_found(text[:at] + sign + text[at:], language)) <= {0, 2}


def test_a_note_within_a_denial_of_the_other_speaker_leaves_it_his() -> None:
    assert _found("Orrin Foods denies the allegations.", "en") == [0]
    assert _found("Orrin Foods denies[3] the allegations.", "en") == [0]
    assert _found("[1] Orrin Foods denies the allegations [3].", "en") == [0]
    assert _found("Acme denies[3] the allegations.", "en") == [2, 0]
