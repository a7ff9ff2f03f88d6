"""Sentences with a negation or an opposite that do not deny what the other side says, and near misses that do."""

from __future__ import annotations

import pytest
from golden_facts import LEXICON, reading
from rapidfuzz import fuzz

from statement_compare.engine.annotate.empty_negations import empty_negations
from statement_compare.engine.facts import antonym, contrast, denial, negation
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.model import Verdict
from statement_compare.engine.verdict.judge import gather, judge

AGREEMENT, CONTRADICTION, UNCLEAR = Verdict.AGREEMENT, Verdict.CONTRADICTION, Verdict.UNCLEAR


def verdict(left: str, right: str, language: str = "en") -> Verdict:
    """What the fact rules alone say of two passages, whichever stands first."""
    one, other = reading(left, language), reading(right, language)
    similarity = fuzz.ratio(left, right) / 100
    found, turned = (
        judge(gather(*sides, LEXICON, score=None, similarity=similarity)).verdict
        for sides in ((one, other), (other, one))
    )
    assert found is turned
    return found


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("No, the mayor signed the letter.", "The mayor signed the letter.", "en"),
        ("No. The mayor signed the letter.", "The mayor signed the letter.", "en"),
        ('"No, no, the mayor signed the letter."', "The mayor signed the letter.", "en"),
        ("No, the mayor did not sign the letter.", "The mayor did not sign the letter.", "en"),
        ("No, all patients recovered.", "All patients recovered.", "en"),
        ("The mayor signed letter No. 5.", "The mayor signed letter 5.", "en"),
        ("The mayor signed letter No 5.", "The mayor signed letter 5.", "en"),
        ("No, el alcalde firmó la carta.", "El alcalde firmó la carta.", "es"),
        ("Нет, мэр подписал письмо.", "Мэр подписал письмо.", "ru"),
        ("Жоқ, әкім хатқа қол қойды.", "Әкім хатқа қол қойды.", "kk"),
        ("Nein, der Rat hat den Brief gelesen.", "Der Rat hat den Brief gelesen.", "de"),
        ("Non, le maire a signé la lettre.", "Le maire a signé la lettre.", "fr"),
        ("No, il sindaco ha firmato la lettera.", "Il sindaco ha firmato la lettera.", "it"),
    ],
)
def test_the_no_that_opens_an_answer_denies_nothing_of_it(left: str, right: str, language: str) -> None:
    assert verdict(left, right, language) is AGREEMENT


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("No, the mayor did not sign the letter.", "The mayor signed the letter.", "en"),
        ("No, no mayor signed the letter.", "A mayor signed the letter.", "en"),
        ("No, all patients recovered.", "Not all patients recovered.", "en"),
        ("No mayor signed the letter.", "The mayor signed the letter.", "en"),
        ("No one signed the letter.", "The mayor signed the letter.", "en"),
        ("No, el alcalde no firmó la carta.", "El alcalde firmó la carta.", "es"),
        ("No firmó la carta el alcalde.", "Firmó la carta el alcalde.", "es"),
        # A "нет" that opens nothing denies its sentence.
        ("Лицензии у ООО «Ромашка» нет, сообщили в ведомстве.", "У ООО «Ромашка» есть лицензия.", "ru"),
        # It denies what was asked, where nothing but who says so is behind it.
        ("Has it published the list? No, it said on Monday.", "It has published the list, it said on Monday.", "en"),
        ("Was it seen after the flood? No - they confirm.", "It was seen after the flood, they confirm.", "en"),
        ("Нет, мэр не подписал письмо.", "Мэр подписал письмо.", "ru"),
    ],
)
def test_what_follows_an_answer_denies_as_it_would_alone(left: str, right: str, language: str) -> None:
    assert verdict(left, right, language) is CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Did the mayor know of the leak? No, he said.", "The mayor knew of the leak, he said.", "en"),
        ("Did the firm pay the fine? No, said its lawyer.", "The firm paid the fine, said its lawyer.", "en"),
        ("Asked whether it was told in March: no, said Ann.", "It was told in March, said Ann.", "en"),
        ("Hat die Firma gezahlt? Nein, sagte ihr Anwalt.", "Die Firma hat gezahlt, sagte ihr Anwalt.", "de"),
    ],
)
def test_a_question_answered_with_no_is_no_agreement(left: str, right: str, language: str) -> None:
    assert verdict(left, right, language) is not AGREEMENT


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("No 5G masts have been built in the county.", "5G masts have been built in the county.", CONTRADICTION),
        ("No 911 call was made from the house.", "A 911 call was made from the house.", CONTRADICTION),
        ("No 18-year-olds were admitted this year.", "18-year-olds were admitted this year.", CONTRADICTION),
        ("No 2 candidates gave the same answer.", "2 candidates gave the same answer.", CONTRADICTION),
        ("No 5 per cent rise was agreed.", "A 5 per cent rise was agreed.", CONTRADICTION),
        ("No 10 knew of the party.", "No 10 did not know of the party.", CONTRADICTION),
        ("No 10 denies that the party took place.", "No 10 says that the party took place.", CONTRADICTION),
        ("Protocol No 3 entered into force.", "Protocol No 3 did not enter into force.", CONTRADICTION),
        ("Protocol No 3 entered into force.", "Protocol 3 entered into force.", AGREEMENT),
        ("Flat No 7 was searched in May.", "Flat 7 was searched in May.", AGREEMENT),
    ],
)
def test_no_before_a_figure_is_its_sign_where_the_figure_counts_nothing(
    left: str, right: str, expected: Verdict
) -> None:
    assert verdict(left, right) is expected


@pytest.mark.parametrize(
    ("text", "language", "empty"),
    [
        ("No, no, we paid.", "en", {"No", "no"}),
        ("We asked. No, they said.", "en", {"No"}),
        ("Boiler No. 4 failed.", "en", {"No"}),
        ("No 10 was told, No 11 insisted.", "en", {"No"}),
        ("Did they pay? No, they said.", "en", set()),
        ("Did they pay? No, they said they had no money.", "en", {"No"}),
        ("Did they pay? No, they refused.", "en", {"No"}),
        ("No 7-inch guns were found.", "en", set()),
        ("No.", "en", set()),
        ("No mayor, no clerk, no judge signed.", "en", set()),
        ("The answer is no, we paid.", "en", set()),
        ("Нет денег, нет ремонта.", "ru", set()),
    ],
)
def test_which_words_deny_nothing(text: str, language: str, empty: set[str]) -> None:
    passage = reading(text, language)
    assert {passage.tokens[i].text for i in empty_negations(passage)} == empty


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("The mayor denied that the bridge was unsafe.", "The bridge was safe.", "en", AGREEMENT),
        ("It is not true that the workers were armed.", "The workers were unarmed.", "en", AGREEMENT),
        ("It is false that the vote was lost.", "The vote was won.", "en", AGREEMENT),
        ("The ministry denies that taxes rose.", "Taxes fell.", "en", UNCLEAR),
        ("The mayor denied that the bridge was unsafe.", "The mayor denied that it was safe.", "en", UNCLEAR),
        ("The mayor denied that the dam was unsafe.", "The mayor denied that the dam was safe.", "en", UNCLEAR),
        ("Министр опроверг, что мост закрыт.", "Мост открыт.", "ru", UNCLEAR),
        ("Der Minister bestreitet, dass die Brücke unsicher ist.", "Die Brücke ist sicher.", "de", UNCLEAR),
        ("Le ministre nie que le pont soit fermé.", "Le pont est ouvert.", "fr", UNCLEAR),
        # What is denied is said of an opposite, or the opposite is told beside what is denied.
        ("The mayor denied that the opening of the mine was delayed.", "The closing was delayed.", "en", UNCLEAR),
        ("The minister denied that the unsafe bridge was closed.", "The safe bridge was closed.", "en", UNCLEAR),
        ("We deny that the valve was open when the tank was full.", "The tank was empty.", "en", UNCLEAR),
        # Denied twice, not denied, or the word itself.
        ("The mayor denied that the bridge was not safe.", "The bridge was unsafe.", "en", CONTRADICTION),
        ("The mayor did not deny that the bridge was unsafe.", "The bridge was safe.", "en", CONTRADICTION),
        ("The mayor denied that the bridge was unsafe.", "The bridge was unsafe.", "en", CONTRADICTION),
        ("The mayor said that the bridge was unsafe.", "The bridge was safe.", "en", CONTRADICTION),
        ("Министр заявил, что мост закрыт.", "Мост открыт.", "ru", CONTRADICTION),
    ],
)
def test_an_opposite_that_is_denied_is_no_conflict(left: str, right: str, language: str, expected: Verdict) -> None:
    assert verdict(left, right, language) is expected


@pytest.mark.parametrize(
    ("denied", "relation"),
    [
        ("We deny that we hid a report: the pier was safe.", Relation.CONFLICT),
        ("We deny the following: the pier was safe.", Relation.SAME),
        ("We deny the following claims: the pier was safe.", Relation.SAME),
        ("We deny: the pier was safe.", Relation.SAME),
        ("The harbour denied the report: the pier was safe.", Relation.CONFLICT),
        ("The harbour rejected the claim: the pier was safe.", Relation.CONFLICT),
        ("The harbour denied hiding it and said that the pier was safe.", Relation.CONFLICT),
    ],
)
def test_what_a_colon_brings_behind_what_is_denied_is_told(denied: str, relation: Relation) -> None:
    pair = paired(reading(denied, "en"), reading("The pier was unsafe.", "en"), LEXICON)
    assert {fact.relation for fact in antonym.compare(pair, LEXICON)} == {relation}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The clinic denied the charges: the room was clean.", "The room was clean.", set()),
        ("The clinic denied: the room was clean.", "The room was clean.", {Relation.CONFLICT}),
        ("The clinic denied that the room was closed and said it was open.", "It was closed.", {Relation.CONFLICT}),
        ("He denied having met the firm and told the clerk to lie.", "He told the clerk to lie.", {Relation.OTHER}),
    ],
)
def test_what_is_told_behind_a_denial_is_not_denied(left: str, right: str, expected: set[Relation]) -> None:
    pair = paired(reading(left, "en"), reading(right, "en"), LEXICON)
    assert {fact.relation for fact in denial.compare(pair, LEXICON)} == expected


@pytest.mark.parametrize(
    ("ended", "was", "still", "language"),
    [
        ("The firm no longer employs children.", "The firm employed children.", "The firm employs children.", "en"),
        ("The plant no longer makes paint.", "The plant made paint until 2019.", "The plant still makes paint.", "en"),
        ("The road is not closed any more.", "The road was closed.", "The road is closed.", "en"),
        ("The road isn't closed any more.", "The road was closed.", "The road is closed.", "en"),
        ("Guards are no longer employed.", "Guards were employed.", "Guards are employed.", "en"),
        ("The plant no longer makes paint.", "The plant was still making it.", "The plant makes paint.", "en"),
        ("L'usine n'est plus fermée.", "L'usine était fermée.", "L'usine est fermée.", "fr"),
        ("The prison is no longer full.", "The prison was full last year.", "The prison is full.", "en"),
        ("Workers no longer receive bonuses.", "Workers used to receive bonuses.", "Workers receive bonuses.", "en"),
        ("Die Brücke ist nicht mehr gesperrt.", "Die Brücke war gesperrt.", "Die Brücke ist gesperrt.", "de"),
        ("Das Werk stellt keine Farbe mehr her.", "Das Werk stellte Farbe her.", "Das Werk stellt Farbe her.", "de"),
        ("Завод больше не выпускает краску.", "Завод выпускал краску.", "Завод выпускает краску.", "ru"),
        ("Мост больше не закрыт.", "Мост был закрыт.", "Мост закрыт.", "ru"),
        ("Зауыт енді бояу шығармайды.", "Зауыт бояу шығарды.", "Зауыт бояу шығарады.", "kk"),
        (
            "L'usine ne fabrique plus de peinture.",
            "L'usine fabriquait de la peinture.",
            "L'usine fabrique de la peinture.",
            "fr",
        ),
        ("L'usine n'emploie plus d'enfants.", "L'usine a employé des enfants.", "L'usine emploie des enfants.", "fr"),
        ("La fábrica ya no produce pintura.", "La fábrica producía pintura.", "La fábrica produce pintura.", "es"),
        ("La fabbrica non è più chiusa.", "La fabbrica era chiusa.", "La fabbrica è chiusa.", "it"),
        (
            "The plant built in 1986 no longer employs children.",
            "The plant employed children.",
            "The plant built in 1986 employs children.",
            "en",
        ),
        (
            "The subsidy paid to farmers is no longer granted.",
            "The subsidy was granted to farmers.",
            "The subsidy is granted to farmers.",
            "en",
        ),
        (
            "The party led by Brown no longer supports the tax.",
            "The party supported the tax.",
            "The party supports the tax.",
            "en",
        ),
        ("The firm no longer sells arms.", "The firm sold arms to Turkey.", "The firm sells arms to Turkey.", "en"),
        ("Die Firma ist nicht mehr Mitglied.", "Die Firma war Mitglied.", "Die Firma ist Mitglied.", "de"),
        (
            "Plus aucun train ne circule à Lyon.",
            "Les trains circulaient à Lyon.",
            "Les trains circulent à Lyon.",
            "fr",
        ),
        ("Plus personne n'habite ici.", "Des gens habitaient ici.", "Des gens habitent ici.", "fr"),
        ("Le comité n'a jamais plus siégé.", "Le comité siégeait.", "Le comité siège.", "fr"),
        ("La ditta non vende ormai da anni più armi.", "La ditta vendeva armi.", "La ditta vende armi.", "it"),
    ],
)
def test_what_has_ended_was_so_and_is_so_no_more(ended: str, was: str, still: str, language: str) -> None:
    assert verdict(ended, was, language) is not CONTRADICTION
    assert verdict(ended, still, language) is CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        # Nothing has ended, it had ended by then, or both tell of one time.
        ("The plant does not make paint.", "The plant made paint.", "en"),
        ("The mayor was no longer a member of the party.", "The mayor was a member of the party.", "en"),
        ("The firm no longer employed children in 2020.", "The firm employed children in 2020.", "en"),
        ("The ministry no longer issued permits.", "The ministry was still issuing permits.", "en"),
        ("The firm didn't employ children any more.", "The firm was employing children.", "en"),
        ("L'eau n'était plus potable en ville.", "L'eau était potable en ville.", "fr"),
        ("L'usine n'employait plus d'enfants.", "L'usine employait des enfants.", "fr"),
        ("The mine does not pay any more than others.", "The mine paid more than others.", "en"),
        ("The firm no longer employs children, and the mill did not close.", "The mill closed.", "en"),
        ("Компания больше не платила налоги.", "Компания платила налоги.", "ru"),
        ("La empresa no emplea a niños.", "La empresa empleó a niños.", "es"),
        ("L'usine n'emploie pas d'enfants.", "L'usine a employé des enfants.", "fr"),
        ("The subsidy paid to farmers was no longer granted.", "The subsidy was granted to farmers.", "en"),
        ("The firm no longer sold arms.", "The firm sold arms to Turkey.", "en"),
        ("The firm paid no more wages.", "The firm paid wages.", "en"),
        # "Plus", "mehr" and "più" that are of no negation, and measure.
        (
            "Le plus grand syndicat de France n'a pas signé l'accord.",
            "Le plus grand syndicat a signé l'accord.",
            "fr",
        ),
        (
            "Mit mehr Personal hat die Stadt die Linie nicht eröffnet.",
            "Mit mehr Personal eröffnete die Stadt die Linie.",
            "de",
        ),
        (
            "Die Stadt hat die Linie nicht mit mehr Personal eröffnet.",
            "Mit mehr Personal eröffnete die Stadt die Linie.",
            "de",
        ),
        ("Il sindacato più grande non ha firmato.", "Il sindacato più grande ha firmato.", "it"),
        ("Il comune non ha pagato gli anni più difficili.", "Il comune ha pagato gli anni più difficili.", "it"),
        ("L'État n'a jamais payé plus.", "L'État a payé plus.", "fr"),
        ("Aucun accord plus large ne fut signé.", "Un accord plus large fut signé.", "fr"),
        ("Plus aucune femme ne fut embauchée en 2020.", "Une femme fut embauchée en 2020.", "fr"),
        ("Elle n'a pas signé non plus la lettre.", "Elle a signé la lettre.", "fr"),
    ],
)
def test_what_has_not_ended_by_now_is_denied_as_before(left: str, right: str, language: str) -> None:
    assert verdict(left, right, language) is CONTRADICTION


def test_what_is_not_more_is_no_denial() -> None:
    assert verdict("La société n'a rien payé de plus.", "La société a payé.", "fr") is UNCLEAR


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("La fábrica no abrió hasta el 3 de mayo.", "La fábrica abrió el 3 de mayo.", "es"),
        ("Nadie avisó a la ciudad hasta el lunes.", "La empresa avisó a la ciudad el lunes.", "es"),
        ("El alcalde no firmó hasta que votó el consejo.", "El alcalde firmó.", "es"),
        ("La fabbrica non ha aperto fino al 2021.", "La fabbrica ha aperto nel 2021.", "it"),
        ("Il sindaco non ha firmato finché il consiglio non ha votato.", "Il consiglio ha votato.", "it"),
        ("L'usine n'a pas ouvert jusqu'au 3 mai.", "L'usine a ouvert le 3 mai.", "fr"),
        ("Мэр ждал, пока совет не подписал письмо.", "Совет подписал письмо.", "ru"),
        ("Мэр ждал до тех пор, пока совет не подписал письмо.", "Совет подписал письмо.", "ru"),
    ],
)
def test_what_did_not_happen_until_a_time_happened_then(left: str, right: str, language: str) -> None:
    assert verdict(left, right, language) is not CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        # Up to a place or a sum, in another clause, or "so far" in place of "until".
        ("El tren no llega hasta Madrid.", "El tren llega hasta Madrid.", "es"),
        ("La empresa no pagó hasta 500 euros.", "La empresa pagó hasta 500 euros.", "es"),
        ("La fábrica trabajó hasta el 3 de mayo.", "La fábrica no trabajó hasta el 3 de mayo.", "es"),
        ("El alcalde no firmó la carta, y la fábrica abrió hasta el lunes.", "El alcalde firmó la carta.", "es"),
        ("Il treno non arriva fino a Milano.", "Il treno arriva fino a Milano.", "it"),
        ("Il sindaco non ha firmato.", "Il sindaco ha firmato nel 2021.", "it"),
        ("Мэр пока не подписал письмо.", "Мэр подписал письмо.", "ru"),
        ("Совет не подписал письмо, пока мэр ждал.", "Совет подписал письмо.", "ru"),
    ],
)
def test_what_reaches_to_no_time_is_denied_as_before(left: str, right: str, language: str) -> None:
    assert verdict(left, right, language) is CONTRADICTION


@pytest.mark.parametrize(
    ("left", "of_the_other", "of_the_same", "language"),
    [
        ("Unlike France, Spain did not sign it.", "France signed it.", "Spain signed it.", "en"),
        ("Spain, unlike France, did not sign it.", "France signed it.", "Spain signed it.", "en"),
        ("Unlike the mayor, the council did not vote.", "The mayor voted.", "The council voted.", "en"),
        ("Unlike Oslo, Bergen closed the pier.", "Oslo opened the pier.", "Bergen opened the pier.", "en"),
        ("Unlike last year, the fair was not held.", "The fair was held last year.", "The fair was held.", "en"),
        ("Im Gegensatz zu Bonn hat Köln nicht gezahlt.", "Bonn hat gezahlt.", "Köln hat gezahlt.", "de"),
        ("В отличие от Франции, Испания не подписала.", "Франция подписала.", "Испания подписала.", "ru"),
        ("В отличие от Франции Испания не подписала.", "Франция подписала.", "Испания подписала.", "ru"),
        ("Contrairement à Oslo, Bergen n'a pas signé.", "Oslo a signé.", "Bergen a signé.", "fr"),
        ("A diferencia de Francia, España no firmó.", "Francia firmó.", "España firmó.", "es"),
        ("A differenza di Roma, Milano non ha firmato.", "Roma ha firmato.", "Milano ha firmato.", "it"),
        ("Франциядан айырмашылығы, Испания қол қоймады.", "Франция қол қойды.", "Испания қол қойды.", "kk"),
    ],
)
def test_what_is_contrasted_is_not_denied(left: str, of_the_other: str, of_the_same: str, language: str) -> None:
    assert verdict(left, of_the_other, language) is not CONTRADICTION
    assert verdict(left, of_the_same, language) is CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Unlike France, Spain did not sign the treaty.", "Unlike France, Spain signed the treaty."),
        ("Unlike France, Spain did not sign the treaty.", "Spain and France signed the treaty."),
        ("Unlike the mayor, the council did not sign it.", "The mayor and the council signed it."),
        ("Like France, Spain did not sign the treaty.", "France signed the treaty."),
    ],
)
def test_what_is_told_of_both_is_denied_as_before(left: str, right: str) -> None:
    assert verdict(left, right) is CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Unlike Oslo, Bergen closed its port in May.", "Oslo closed its port in May.", "en"),
        ("Unlike Oslo, Bergen closed its port in May, Ann said.", "Oslo and Bergen closed their ports in May.", "en"),
        ("Unlike France, Spain did not sign the treaty.", "France did not sign the treaty.", "en"),
        ("Unlike the mayor, the council voted for the plan.", "The mayor voted for the plan.", "en"),
        ("Anders als Bonn hat Köln die Strafe gezahlt.", "Bonn hat die Strafe gezahlt.", "de"),
        ("В отличие от Франции, Испания подписала договор.", "Франция подписала договор.", "ru"),
    ],
)
def test_a_contrast_denies_that_both_did_the_same(left: str, right: str, language: str) -> None:
    assert verdict(left, right, language) is CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Unlike Oslo, Bergen did not close its port.", "Oslo closed its port."),
        ("Unlike Oslo, Bergen closed its port in May.", "Bergen closed its port in May."),
        ("Unlike Oslo, Bergen closed its port in May.", "Bergen closed its port to Oslo in May."),
        ("Unlike Oslo, Bergen closed its port in May.", "Oslo closed its port in 2019."),
        ("Unlike Oslo, Bergen acted quickly.", "Oslo acted."),
        ("Unlike Oslo, Bergen had to act.", "Oslo acted."),
        ("Unlike last year, the fair was held in May.", "The fair was held in May last year."),
    ],
)
def test_what_a_contrast_does_not_deny(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        pair = paired(reading(one, "en"), reading(other, "en"), LEXICON)
        assert contrast.between(pair) == ()


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("The war lasted from 1914 to 1918.", "The war ended in 1916.", "en", CONTRADICTION),
        ("The works ran from May to July 2023.", "The works began in June 2023.", "en", CONTRADICTION),
        ("Der Streik dauerte vom 3. bis zum 10. Mai.", "Der Streik endete am 5. Mai.", "de", CONTRADICTION),
        ("Забастовка длилась с 3 по 10 мая.", "Забастовка началась 5 мая.", "ru", CONTRADICTION),
        ("La guerra duró de 1914 a 1918.", "La guerra terminó en 1916.", "es", CONTRADICTION),
        ("Ереуіл 3 мамырдан 10 мамырға дейін созылды.", "Ереуіл 5 мамырда аяқталды.", "kk", CONTRADICTION),
        # What is told of its whole course may have been done within it, or was to be.
        ("The road was closed from 3 May to 10 May.", "The road was reopened on 5 May.", "en", UNCLEAR),
        ("The fair was held from 3 to 10 May.", "The fair opened on 5 May.", "en", UNCLEAR),
        ("From 2015 to 2019 the firm closed several mines.", "The firm opened several mines in 2017.", "en", UNCLEAR),
        ("The strike was to last from 3 to 10 May.", "The strike ended on 5 May.", "en", UNCLEAR),
        ("The talks lasted from 3 to 10 May.", "The first round of talks ended on 5 May.", "en", UNCLEAR),
        ("The strike lasted from 3 to 10 May.", "The strike in Leeds ended on 5 May.", "en", UNCLEAR),
        ("The strike in Leeds lasted from 3 to 10 May.", "The strike in York ended on 5 May.", "en", UNCLEAR),
        ("The strike in Leeds lasted from 3 to 10 May.", "The strike ended on 5 May.", "en", CONTRADICTION),
        ("The strike in Leeds lasted from 3 to 10 May.", "The strike in Leeds ended on 5 May.", "en", CONTRADICTION),
        ("The works ran from May to July 2023.", "The works did not end in June 2023.", "en", UNCLEAR),
        # An end that is named, a day of it, and what is no end.
        ("The war lasted from 1914 to 1918.", "The war ended in 1918.", "en", AGREEMENT),
        ("The works ran from May to July 2023.", "The works began on 3 May 2023.", "en", AGREEMENT),
        ("The works ran from May to July 2023.", "The works were going on in June 2023.", "en", AGREEMENT),
        ("The talks ended between 3 and 10 May.", "The talks ended on 5 May.", "en", AGREEMENT),
        ("Between 1914 and 1918 the firm built a mill.", "The firm finished the mill in 1916.", "en", AGREEMENT),
    ],
)
def test_what_lasts_ends_at_its_end_alone(left: str, right: str, language: str, expected: Verdict) -> None:
    assert verdict(left, right, language) is expected


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("Almost no patients recovered.", "No patients recovered.", "en", Verdict.QUALIFIED),
        ("Nearly no one came.", "No one came.", "en", Verdict.QUALIFIED),
        ("Fast keine Patienten wurden gesund.", "Keine Patienten wurden gesund.", "de", Verdict.QUALIFIED),
        ("Casi nadie vino.", "Nadie vino.", "es", Verdict.QUALIFIED),
        ("Almost no patients recovered.", "All patients recovered.", "en", CONTRADICTION),
        ("No patients recovered.", "Not one patient recovered.", "en", AGREEMENT),
        ("The bridge is anything but safe.", "The bridge is safe.", "en", CONTRADICTION),
        ("The plan was anything but approved.", "The plan was approved.", "en", CONTRADICTION),
    ],
)
def test_almost_none_and_anything_but(left: str, right: str, language: str, expected: Verdict) -> None:
    assert verdict(left, right, language) is expected


def test_not_anything_but_is_only() -> None:
    assert verdict("We were not offered anything but tea.", "We were offered tea.") is not CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Le plus grand syndicat n'a pas signé l'accord.", "Le plus grand syndicat a signé l'accord.", "fr"),
        ("La société n'a pas non plus payé les salaires.", "La société a payé les salaires.", "fr"),
        ("La société n'a pas payé les salaires les plus bas.", "La société a payé les salaires les plus bas.", "fr"),
    ],
)
def test_the_plus_of_le_plus_ends_nothing(left: str, right: str, language: str) -> None:
    pair = paired(reading(left, language), reading(right, language), LEXICON)
    assert Relation.CONFLICT in {fact.relation for fact in negation.compare(pair, LEXICON)}
