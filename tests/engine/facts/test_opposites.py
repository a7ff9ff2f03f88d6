"""Opposites in an equal frame: whatever stands around them, they are never an agreement."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.opposites import APART, LIKELY, SURE, in_equal_frames
from statement_compare.engine.model import Entailment, EntailmentPair, Preset, Verdict
from statement_compare.engine.verdict.judge import gather, judge
from statement_compare.engine.verdict.weights import Enough, Weights

LEXICON = BundledLexicon()
# A model that takes any two sentences for the same, and a table that believes it.
SAYS_THE_SAME = EntailmentPair(Entailment(0.99, 0.005, 0.005), Entailment(0.99, 0.005, 0.005))
BELIEVES = Weights(
    constants=dict.fromkeys(Verdict, 0.0),
    of={verdict: {"entails_both": 2.0} if verdict is Verdict.AGREEMENT else {} for verdict in Verdict},
    enough={preset: Enough(0.5, 0.5, 0.5) for preset in Preset},
    pairing=Weighing(0.0, 1.0, 1.0, 0.1, 0.2, 1.0, 0.0),
)
# Frames are made of what stands before and behind the opposites: five times ten in each language.
FRAMES: dict[str, list[tuple[str, str, str]]] = {
    "en": [
        (
            "The level of lead|The average wage|The price of gas|The pressure|Our debt",
            (
                "is above = is below; exceeds = is below; was higher than = was lower than; "
                "is more than = is less than; was over = was under; lay beyond = lay within; exceeded = fell short of"
            ),
            (
                "the limit|expectations|last year's figure|what was agreed|40 units|the average|the plan|the target|"
                "the forecast of the bank|the value in the permit"
            ),
        ),
        (
            "In March|At the mine|On both sites|According to the log|In the yard",
            "all = no; each of the = none of the; most = few; many = few; an = no",
            (
                "engineers were warned|apprentice was hurt|inspections took place|offers were read|alarms rang|"
                "ovens worked|airlines paid|units were sold|entries were checked|old pumps failed"
            ),
        ),
        (
            "The tariff went|The barrier was moved|The rate is heading|The shares moved|The water went",
            "up = down; upwards = downwards",
            "in May|again|by 4 %|after the vote|that night|at noon|on Friday|for a week|as planned|in the north",
        ),
        (
            "The tank was filled|The pump ran|The crew left|The office stayed shut|The test was run",
            "with = without; because of = despite; before = after; inside = outside; for = against",
            (
                "the permit|the inspection|the storm|the contract|supervision|the safety zone|the strike|the order|"
                "approval|the board"
            ),
        ),
    ],
    "ru": [
        (
            "Уровень свинца|Средняя зарплата|Цена газа|Давление в трубе|Долг компании",
            "выше = ниже; больше = меньше; был выше = был ниже",
            "нормы|ожиданий|прошлогоднего|договорного|40 единиц|среднего|плана|цели|прогноза банка|предела",
        ),
        (
            "В марте|На заводе|По журналу|На складе|В порту",
            "всегда = никогда не; все = ни один",
            (
                "проверяли насосы|ремонт вели|сирены слышали|жалобы читали|пробы брали|закрывали ворота|газ отключали|"
                "людей вывозили|счета платили|окна мыли"
            ),
        ),
        (
            "Резервуар заполнили|Насос работал|Бригада ушла|Цех стоял|Испытания вели",
            "с = без; до = после; благодаря = несмотря на",
            "проверки|договора|разрешения|аварии|ремонта|охраны|забастовки|приказа|надзора|совета",
        ),
    ],
    "kk": [
        (
            "Қорғасын деңгейі|Орташа жалақы|Газ бағасы|Құбыр қысымы|Компания қарызы",
            "шектен жоғары = шектен төмен; жоспардан көп = жоспардан аз; нормадан артық = нормадан кем",
            "болды|деп жазылды|екен|деп есептелді|болып шықты|болды дейді|деген дерек бар|болып қалды|көрінеді|шығар",
        ),
        (
            "Насос|Цех|Бригада|Қойма|Кеңсе",
            "тексеруге дейін = тексеруден кейін; дауылға дейін = дауылға кейін",
            "істеді|тоқтады|ашылды|жабылды|бос тұрды|жөнделді|сатылды|толды|көшті|жұмыс істеді",
        ),
    ],
    "de": [
        (
            "Der Bleiwert|Der mittlere Lohn|Der Gaspreis|Der Druck|Unsere Schuld",
            "liegt über = liegt unter; ist höher als = ist niedriger als; war mehr als = war weniger als",
            (
                "dem Grenzwert|den Erwartungen|dem Vorjahr|dem Vertrag|40 Einheiten|dem Durchschnitt|dem Plan|dem Ziel|"
                "der Prognose der Bank|der Vorgabe"
            ),
        ),
        (
            "Im März wurden|Im Werk wurden|Laut Protokoll wurden|Im Lager wurden|Am Hafen wurden",
            "alle = keine; viele = wenige",
            (
                "Pumpen geprüft|Arbeiter gewarnt|Angebote gelesen|Tore geschlossen|Proben genommen|Rechnungen bezahlt|"
                "Öfen benutzt|Boote verkauft|Fenster geputzt|Kabel verlegt"
            ),
        ),
        (
            "Der Tank wurde gefüllt|Die Pumpe lief|Der Trupp ging|Das Büro schloss|Der Test lief",
            "mit = ohne; wegen = trotz; vor = nach; innerhalb = außerhalb",
            (
                "der Genehmigung|der Prüfung|der Wartung|der Zone|der Aufsicht|der Stadt|der Weisung|der Frist|"
                "der Zustimmung|der Anlage"
            ),
        ),
    ],
    "fr": [
        (
            "Le taux de plomb|Le salaire moyen|Le prix du gaz|La pression|Notre dette",
            "est au-dessus de = est en dessous de; dépasse = est en dessous de; est supérieur à = est inférieur à",
            (
                "la limite|la moyenne|la valeur prévue|la norme|40 unités|la prévision|la cible|la valeur de mai|"
                "la valeur du permis|la médiane"
            ),
        ),
        (
            "En mars|À la mine|Selon le registre|Au dépôt|Au port",
            "chaque pompe = aucune pompe; une pompe = aucune pompe",
            "a été contrôlée|a cédé|marchait|a été vendue|a été livrée|était ouverte|fuyait|servait|a brûlé|tournait",
        ),
        (
            "La cuve a été remplie|La pompe tournait|L'équipe est partie|Le bureau a fermé|L'essai a eu lieu",
            "avec = sans; avant = après; grâce à = malgré; devant = derrière",
            "la visite|la tempête|la grève|la signature|la réunion|la relève|la police|la presse|la mairie|le maire",
        ),
    ],
    "es": [
        (
            "El nivel de plomo|El salario medio|El precio del gas|La presión|Nuestra deuda",
            "está por encima de = está por debajo de; supera = está por debajo de; es superior a = es inferior a",
            (
                "la norma|la media|la cifra prevista|la meta|40 unidades|la previsión|la cifra de mayo|la mediana|"
                "la cifra del permiso|la cuota"
            ),
        ),
        (
            "En marzo|En la mina|Según el registro|En el almacén|En el puerto",
            "cada bomba = ninguna bomba; una bomba = ninguna bomba; siempre = nunca",
            "fue revisada|falló|funcionaba|fue vendida|fue entregada|estaba abierta|perdía agua|servía|ardió|giraba",
        ),
        (
            "El tanque se llenó|La bomba funcionó|El equipo salió|La oficina cerró|La prueba se hizo",
            "con = sin; antes de = después de; gracias a = a pesar de; dentro de = fuera de",
            "la visita|la tormenta|la huelga|la firma|la reunión|la zona|la policía|la prensa|la alcaldía|la planta",
        ),
    ],
}


def pairs(language: str) -> list[tuple[str, str]]:
    found = []
    for before, opposites, behind in FRAMES[language]:
        frames = list(product(before.split("|"), behind.split("|")))
        assert len(frames) == 50
        for row in opposites.split(";"):
            one, other = (side.strip() for side in row.split("="))
            found += [(f"{a} {one} {b}.", f"{a} {other} {b}.") for a, b in frames]
    return found


def strengths(left: str, right: str, language: str) -> list[float]:
    readings = (lone_reading(text, language) for text in (left, right))
    return [fact.strength for fact in in_equal_frames(*readings, LEXICON)]


@pytest.mark.parametrize("language", sorted(FRAMES))
def test_opposites_conflict_in_fifty_frames_and_the_same_from_both_sides(language: str) -> None:
    missed = []
    for left, right in pairs(language):
        there, back = strengths(left, right, language), strengths(right, left, language)
        if not there or there != back:
            missed.append((left, right, there, back))
    assert missed == []


# What is said of one thing on scales of its own: it may be faster and dearer, but not faster and slower.
SCALES = {
    "en": (
        "The new train is {}.",
        (
            "better = worse; stronger = weaker; faster = slower; safer = riskier; cleaner = dirtier; cheaper = dearer; "
            "earlier = later; longer = shorter; wider = narrower; warmer = colder; quieter = louder; newer = older; "
            "lighter = heavier; higher = lower; larger = smaller; easier = harder"
        ),
    ),
    "de": (
        "Der neue Zug ist {}.",
        (
            "besser = schlechter; stärker = schwächer; schneller = langsamer; sauberer = schmutziger; "
            "billiger = teurer; "
            "leichter = schwerer; länger = kürzer; breiter = schmaler; wärmer = kälter; "
            "höher = niedriger; größer = kleiner"
        ),
    ),
    "ru": (
        "Новый поезд {}.",
        (
            "лучше = хуже; сильнее = слабее; быстрее = медленнее; безопаснее = опаснее; чище = грязнее; "
            "легче = тяжелее; "
            "проще = сложнее; дешевле = дороже; шире = уже; теплее = холоднее; выше = ниже; больше = меньше"
        ),
    ),
    "kk": (
        "Жаңа пойыз {}.",
        (
            "жақсы = нашар; күшті = әлсіз; жылдам = баяу; таза = лас; арзан = қымбат; ерте = кеш; ұзақ = қысқа; "
            "кең = тар; "
            "жылы = суық; оңай = қиын"
        ),
    ),
    "fr": ("Le nouveau train est {}.", "meilleur = pire; supérieur = inférieur"),
    "es": ("El nuevo tren es {}.", "mejor = peor; mayor = menor"),
    "it": ("Il nuovo treno è {}.", "migliore = peggiore; maggiore = minore"),
}


@pytest.mark.parametrize("language", sorted(SCALES))
def test_comparatives_of_two_scales_are_no_opposites_and_those_of_one_scale_surely_are(language: str) -> None:
    frame, rows = SCALES[language]
    scales = [[word.strip() for word in row.split("=")] for row in rows.split(";")]
    for one, other in scales:
        assert strengths(frame.format(one), frame.format(other), language) == [SURE], (one, other)
    crossed = [
        (here, there)
        for first, second in combinations(scales, 2)
        for here, there in product(first, second)
        if strengths(frame.format(here), frame.format(there), language)
    ]
    assert crossed == []


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Many workers came.", "A minority of workers came.", "en"),
        ("The lamp is on.", "The lamp is closed.", "en"),
        ("The upper deck was flooded.", "The lower deck was flooded.", "en"),
        ("Viele Arbeiter kamen.", "Eine Minderheit der Arbeiter kam.", "de"),
        ("Пришли многие из рабочих.", "Пришло меньшинство из рабочих.", "ru"),
        ("Vinieron muchos de los obreros.", "Vino una minoría de los obreros.", "es"),
    ],
)
def test_words_that_may_both_be_said_of_one_thing_are_no_sure_opposites(left: str, right: str, language: str) -> None:
    assert all(strength < SURE for strength in strengths(left, right, language))


# What "not all" leaves open, and what it denies.
QUANTIFIED = {
    "en": ("{} of the patients recovered.", "Not all; Not every one", "Some; Many; Most; Several; One", "All; Each"),
    "de": ("{} Patienten wurden gesund.", "Nicht alle", "Einige; Viele; Mehrere", "Alle; Sämtliche"),
    "ru": ("{} пациенты выздоровели.", "Не все", "Многие; Некоторые", "Все; Оба"),
    "es": ("{} los pacientes se curaron.", "No todos", "Algunos de; Varios de", "Todos; Ambos"),
    "fr": ("{} les patients sont venus.", "Pas tous", "Certains parmi; Plusieurs parmi", "Tous"),
    "it": ("{} i pazienti sono guariti.", "Non tutti", "Alcuni fra; Molti fra", "Tutti"),
}


@pytest.mark.parametrize("language", sorted(QUANTIFIED))
def test_not_all_leaves_some_and_most_open_and_denies_all_alone(language: str) -> None:
    frame, *rows = QUANTIFIED[language]
    denying, open_ones, wholes = ([word.strip() for word in row.split(";")] for row in rows)
    for not_all in denying:
        for one in open_ones:
            assert strengths(frame.format(not_all), frame.format(one), language) == [], (not_all, one)
        for whole in wholes:
            assert strengths(frame.format(not_all), frame.format(whole), language) == [SURE], (not_all, whole)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("None of the patients recovered.", "Some of the patients recovered."),
        ("None of the patients recovered.", "All of the patients recovered."),
        ("Not a single patient recovered.", "Every patient recovered."),
        ("Not every pupil passed.", "Each pupil passed."),
        ("Not both lifts worked.", "Both lifts worked."),
        ("Not everyone was paid.", "Everyone was paid."),
    ],
)
def test_what_none_and_not_every_deny_stays_denied(left: str, right: str) -> None:
    assert strengths(left, right, "en") == [SURE]


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Not all the hostages were freed.", "The hostages were freed.", "en"),
        ("Not all of the hostages were freed.", "The hostages were freed.", "en"),
        ("Not all hostages were freed.", "The hostages were freed.", "en"),
        ("Not all the money was spent.", "The money was spent.", "en"),
        ("Not all his patients recovered.", "His patients recovered.", "en"),
        ("Nicht alle Geiseln wurden befreit.", "Die Geiseln wurden befreit.", "de"),
        ("No todos los rehenes fueron liberados.", "Los rehenes fueron liberados.", "es"),
        ("Non tutti gli ostaggi sono stati liberati.", "Gli ostaggi sono stati liberati.", "it"),
    ],
)
def test_a_definite_noun_tells_of_the_whole_that_not_all_denies(left: str, right: str, language: str) -> None:
    assert strengths(left, right, language) == strengths(right, left, language) == [LIKELY]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Not all patients recovered.", "No patients recovered."),
        ("Not all patients recovered.", "Patients recovered."),
        ("Not all the patients recovered.", "Patients recovered."),
        ("Not all the patients recovered.", "The patients did not recover."),
        ("Not all the patients recovered.", "The first patients recovered."),
        ("Not every bridge was inspected.", "The bridge was inspected."),
        ("Not every pupil passed.", "Many pupils passed."),
        ("Not both lifts worked.", "One of the lifts worked."),
        ("Not everyone was paid.", "Someone was paid."),
    ],
)
def test_what_not_all_leaves_open_is_no_opposite(left: str, right: str) -> None:
    assert strengths(left, right, "en") == []


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Not all bridges are safe.", "The bridge is safe.", "en"),
        ("Not all tests were positive.", "The test was positive.", "en"),
        ("Not all sheep were sold.", "The sheep was sold.", "en"),
        ("Not all his patients recovered.", "His patient recovered.", "en"),
        ("Not both doors were open.", "The door was open.", "en"),
        ("Not all are safe.", "It is safe.", "en"),
        ("Nicht alle Brücken sind sicher.", "Die Brücke ist sicher.", "de"),
        ("Nicht alle Lehrer streikten.", "Der Lehrer streikte.", "de"),
        ("Nicht alle Lehrer wurden bezahlt.", "Der Lehrer wurde bezahlt.", "de"),
        ("Not all hospitals have been paid.", "The hospital was paid.", "en"),
        ("Not all old bridges were closed.", "The old bridge was closed.", "en"),
        ("Pas tous les bus ont été payés.", "Le bus a été payé.", "fr"),
        ("Pas tous les ponts sont sûrs.", "Le pont est sûr.", "fr"),
        ("No todos los puentes son seguros.", "El puente es seguro.", "es"),
        ("Non tutti i ponti sono sicuri.", "Il ponte è sicuro.", "it"),
    ],
)
def test_one_thing_is_none_of_those_that_not_all_leaves_open(left: str, right: str, language: str) -> None:
    assert strengths(left, right, language) == strengths(right, left, language) == []


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Not all bridges are safe.", "The bridges are safe.", "en"),
        ("Not both doors were open.", "The doors were open.", "en"),
        ("Not all hospitals have been paid.", "The hospitals were paid.", "en"),
        ("Nicht alle Brücken sind gesperrt.", "Die Brücken waren gesperrt.", "de"),
        ("Not all of it was spent.", "It was spent.", "en"),
        ("Nicht alle Lehrer streikten.", "Die Lehrer streikten.", "de"),
        ("Pas tous les ponts sont sûrs.", "Les ponts sont sûrs.", "fr"),
        ("Non tutti i ponti sono sicuri.", "I ponti sono sicuri.", "it"),
    ],
)
def test_the_same_things_are_the_whole(left: str, right: str, language: str) -> None:
    assert strengths(left, right, language) == [LIKELY]


@pytest.mark.parametrize("language", sorted(FRAMES))
def test_a_model_that_takes_opposites_for_the_same_is_not_believed(language: str) -> None:
    # Every seventh pair: each frame and each pair of opposites is met, and the test stays short.
    for left, right in pairs(language)[::7]:
        for sides in ((left, right), (right, left)):
            passages = [lone_reading(text, language) for text in sides]
            found = gather(*passages, LEXICON, score=None, similarity=0.9, entailment=SAYS_THE_SAME)
            assert judge(found, weights=BELIEVES).verdict is not Verdict.AGREEMENT, sides
            assert judge(found).verdict is not Verdict.AGREEMENT, sides


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lead exceeds the limit.", "Lead is below the limit."),
        ("Profits are above expectations.", "Profits are below expectations."),
        ("An accident happened at the plant.", "No accident happened at the plant."),
    ],
)
def test_sure_opposites_contradict_whatever_the_model_says(left: str, right: str) -> None:
    for sides in ((left, right), (right, left)):
        passages = [lone_reading(text, "en") for text in sides]
        found = gather(*passages, LEXICON, score=None, similarity=0.9, entailment=SAYS_THE_SAME)
        assert judge(found, weights=BELIEVES).verdict is Verdict.CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "language", "strength"),
    [
        ("Lead is above the limit.", "Lead is below the limit.", "en", SURE),
        ("The pump ran before the storm.", "The pump ran after the storm.", "en", LIKELY),
        ("Some wells are above the limit.", "Some wells are below the limit.", "en", APART),
        ("Prices may go up in May.", "Prices may go down in May.", "en", APART),
        ("Prices rose and wages went up.", "Prices fell and wages went down.", "en", LIKELY),
        ("No accident happened.", "No accidents happened.", "en", None),
        ("Lead is above the limit.", "Lead is over the limit.", "en", None),
        ("Lead is not above the limit.", "Lead is below the limit.", "en", None),
        ("Lead is above the limit.", "Zinc is below the limit.", "en", None),
        ("Un accident a eu lieu.", "Aucun accident n'a eu lieu.", "fr", SURE),
        ("Ocurrió un accidente.", "No ocurrió ningún accidente.", "es", SURE),
        ("Ein Unfall geschah.", "Kein Unfall geschah.", "de", SURE),
        ("Авария произошла.", "Ни одна авария не произошла.", "ru", SURE),
        ("Апат болды.", "Апат болған жоқ.", "kk", SURE),
    ],
)
def test_how_sure_an_opposite_is(left: str, right: str, language: str, strength: float | None) -> None:
    assert strengths(left, right, language) == ([] if strength is None else [strength])
