"""Which words around a figure or a date tell what it is a figure of: content stems, and signs of another matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from statement_compare.engine.text.tokens import Token, TokenKind, stem, tokens
from statement_compare.engine.verdict.facts.moments import moments
from statement_compare.engine.verdict.facts.numerals import spelled_figures
from statement_compare.engine.verdict.facts.words import word_sets, words_of

FUNCTION_WORDS = word_sets(
    """
    en: a an the and or but nor of in on at by to from for with within without into onto over under above below up down
    out off
    as than then that this these those which who whom whose what when where while there here it its it's he she they
    them
    their our ours us we i my me your you his her is are was were be been being am has have had having do does did will
    would shall should may might can could must not no only also just even still yet so such very more most less least
    all any each every both some about around between during since until till before after per if because although
    though
    however said says say according added told stated confirmed acknowledged admitted reported company's company firm
    operator spokesman spokeswoman ministry own itself one ones s too rather against among upon where once
    afterwards later first following prior before after
    ru: и в во на по с со к ко у о об от до из за для при над под не ни но а или что чтобы как так же ли бы это
    этот эта эти
    того тем том той ту его ее их наш наша наши наше мы нас нам он она они оно был была были было быть есть будет
    который
    которая которые которых которой которого уже еще только лишь все всех всего более менее чем после перед через между
    компания компании сообщил сообщила сообщили сообщает заявил заявила подтвердил признал пресс-служба г году года
    раньше позже затем потом сначала прежде
    kk: және мен бен пен да де үшін деп деді бұл ол олар біз біздің туралы бойынша кейін дейін бұрын болды болған еді
    емес жоқ
    компания хабарлады мәлімдеді дейді жылы жылғы
    de: der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom
    zu zum
    zur über unter vor für durch ohne um bis seit ist sind war waren wurde wurden worden werden wird hat haben hatte
    hatten
    sein nicht kein keine nur auch noch schon als wie dass er sie es wir uns unser unsere ihr ihre sich so mehr
    bevor nachdem dann zuerst danach vorher ehe
    fr: le la les l' d' un une des du de et ou mais dans en au aux par pour sur sous avec sans est sont était
    ont a été être
    avoir ne pas plus que qui dont où il elle ils elles nous notre nos leur leurs ce cette ces son sa ses se
    selon avant après puis ensuite
    es: el la los las un una unos unas y o pero de del en al a por para con sin sobre es son fue fueron ha han había ser
    no más
    que quien cual se antes después luego tras su sus nos nuestra nuestro nuestras nuestros lo le les
    este esta estos estas según
    """
)
# A word of these on one side only says that another case than the other side's is meant.
OTHERNESS = word_sets(
    """
    en: another earlier previous preceding separate separately next subsequent besides additional additionally further
    elsewhere latter different also other yet previously
    ru: другой другая другие другом других другого другую прежний прежней прежнего предыдущий предыдущего предыдущей
    отдельный
    отдельно отдельной кроме помимо прошлогоднему следующий другому ещё
    kk: басқа алдыңғы бұрынғы бөлек қосымша
    de: anderen anderer andere anderes früheren vorigen weitere weiteren zusätzlich getrennt separaten
    fr: autre autres précédent précédente séparé outre supplémentaire
    es: otro otra otros otras anterior anteriores adicional adicionales aparte distinto
    """
)
_OTHER_THAN_MINE = frozenset("any no every all each most than".split())
# What a statement says of itself or of the speaker; it tells nothing of the matter.
_SPELLS = frozenset("day week month year hour minute second decade fortnight".split())  # "two days earlier"
SAYING = word_sets(
    """
    en: said say says saying told tell tells stated states state according acknowledged acknowledges admitted admits
    admit confirmed
    confirms confirm reported reports report announced announces noted notes note concluded conceded concedes found
    finds find
    established showed shows show calculated counted recalled insisted insists maintains maintained claims claimed
    testified
    agreed agrees accepts accepted wrote writes explained pointed added declared ruled statement letter log logs
    records record
    spokesman spokeswoman spokesperson
    ru: сообщил сообщила сообщили сообщает заявил заявила признал признала признают подтвердил подтвердила подтверждает
    утверждает
    указал указала указывает говорится настаивают настаивает уточнил уточнили следует согласен согласна считает
    данным словам версии
    kk: хабарлады мәлімдеді айтты растады мойындады деді
    de: sagte teilte erklärte bestätigte räumte laut zufolge angaben
    fr: déclaré indiqué affirmé reconnu confirmé annoncé selon
    es: dijo afirmó declaró indicó reconoció confirmó anunció
    informó según
    """
)
_REPORTERS = word_sets(
    """
    en: figures count audit executive chief head director minister company operator ministry regulator inspectorate
    authority agency board commission court council union watchdog owner
    firm chain group maker office department inspectors inspector inquiry investigators tribunal ombudsman committee
    ru: сообщил сообщила сообщили сообщает сообщается заявил заявила заявили признал признала признают признаёт
    подтвердил
    подтвердила подтверждает утверждает утверждают указал указала указывает говорится настаивают настаивает уточнил
    уточнили
    следует согласен согласна считает следствие данным словам версии агентство министерство ведомство компания
    предприятие завод
    служба прокуратура инспекция холдинг оператор пресс-служба управление комиссия комитет суд
    kk: хабарлады мәлімдеді айтты растады мойындады деді министрлігі компания комитет басқармасы
    de: sagte teilte erklärte mitteilte bestätigte räumte behörde unternehmen firma ministerium konzern betreiber laut
    zufolge angaben
    fr: déclaré indiqué affirmé reconnu confirmé annoncé société entreprise ministère autorité groupe selon exploitant
    es: dijo afirmó declaró indicó reconoció confirmó anunció informó empresa compañía ministerio autoridad
    según operador
    """
)
REPORTING = {language: words | SAYING[language] for language, words in _REPORTERS.items()}


@lru_cache(maxsize=4096)
def content(text: str, language: str) -> tuple[tuple[int, int, str, str], ...]:
    """The content words of a text: (start, end, case-folded word, stem); figures and function words left out."""
    found = []
    empty = words_of(FUNCTION_WORDS, language)
    for token in tokens(text, language):
        if token.kind is not TokenKind.WORD:
            continue
        word = token.lower.replace("ё", "е")
        word = word.removesuffix("'s")
        if word in empty or len(word) < 2:
            continue
        found.append((token.span.start, token.span.end, word, meeting_stem(word, language)))
    return tuple(found)


@lru_cache(maxsize=100_000)
def meeting_stem(word: str, language: str) -> str:
    """A stem short enough that noun and verb of one root mostly meet ("failure", "failed"; "поставки", "поставил")."""
    short = stem(word, language)
    if language == "kk":
        return short[:5]
    for ending in ("ation", "ment", "ing", "ion", "al", "er", "or", "ure", "e", "i", "ung", "ени", "ани"):
        if short.endswith(ending) and len(short) - len(ending) >= 4:
            short = short[: -len(ending)]
            break
    return short


# Words of another phase of the same matter (planned, asked for, allowed, before) beside what was done.
_PHASE = word_sets(
    """
    en: would may might could should will shall if want wants wanted hope hopes hoped propose proposed proposes proposal
    plan plans
    planned intend intends expect expects expected expecting forecast apply applied applies ask asks asked asking
    seek sought
    promise promised pledged order ordered request requested had previous previously until before now used last next
    complain
    complained complaint complaints appeal appealed due offered offer approved capacity
    ru: бы может могут хочет хотят хотел намерен намерена намерены планирует планируют ожидает ожидают просил просила
    просили
    обещал обещала обещали должен должна должны будет будут ранее прежде прошлом прошлой до если заявка заявку запросил
    kk: мүмкін жоспарлап жоспарлайды сұрады еді бұрын егер болады тиіс
    de: würde könnte sollte soll sollen will wird werden kann plant beantragt beantragte früher zuvor wenn vorher
    fr: pourrait devrait doit sera seront avait auparavant demandé demandait prévu si prévoit veut
    es: podría debería debe será serán había antes pidió pedía previsto si prevé quiere
    """
)
# What is told up to now may grow: "has repaid 1.2 million so far" is no rival of "must repay 4.5 million".
_UNTIL_NOW = frozenset({("so", "far"), ("thus", "far"), ("to", "date")})
INSISTING = word_sets(
    """en: just only mere merely exactly precisely actually single ru: не лишь всего только kk: ғана
    de: nur lediglich fr: seulement es: sólo solo solamente"""
)
_CODE = re.compile(r"\b[A-ZА-Я]{1,3}-?\d+\b")
# Of these, the ones that by themselves say so of what is told, wherever they stand.
FIRMLY_OTHER = word_sets(
    """
    en: another earlier previous preceding separate separately subsequent elsewhere
    ru: другой другая другие другом других другого другую прежний прежней прежнего предыдущий предыдущего предыдущей
    прошлогоднему другому kk: басқа алдыңғы бұрынғы бөлек
    de: anderen anderer andere anderes früheren vorigen fr: autre autres précédent précédente es: otro otra
    otros otras anterior anteriores
    """
)
_IN_NAMES = frozenset("the of and to by for & 's de du des la von und y e its their our".split())


@dataclass(frozen=True, slots=True)
class Profile:
    """What a passage is about, without its figures: stems of content words, and names that are not the speaker's."""

    stems: frozenset[str]
    words: tuple[tuple[str, str], ...]  # each stem with a word it was cut from
    names: frozenset[str]
    otherness: frozenset[str]
    phase: frozenset[str]


@lru_cache(maxsize=4096)
def profile(text: str, language: str) -> Profile:
    """The profile of a passage; dates are no content words here, since `dates` compares them."""
    spans = [moment.span for moment in moments(text, language)] + spelled_figures(text, language)
    words = [token for token in tokens(text, language) if token.kind is TokenKind.WORD]
    stems: dict[str, str] = {}
    names, otherness, phase = set(), set(), set()
    speakers = _speakers(words, language)
    empty = words_of(FUNCTION_WORDS, language)
    others, reporting, phases = (words_of(table, language) for table in (OTHERNESS, REPORTING, _PHASE))
    for at, token in enumerate(words):
        word = token.lower.replace("ё", "е").removesuffix("'s")
        if any(span.start <= token.span.start < span.end for span in spans):
            continue
        is_name = (
            token.text[:1].isupper()
            and language != "de"
            and (
                not _opens(text, token.span.start)
                or (at + 1 < len(words) and words[at + 1].text[:1].isupper() and word not in empty)
            )
        )
        before = words[at - 1].lower if at else ""
        if word in others and before not in _OTHER_THAN_MINE and before.rstrip("s") not in _SPELLS:
            otherness.add(word)
        if word in phases or (before, word) in _UNTIL_NOW:
            phase.add(word)
        if is_name:
            if at not in speakers:
                names.add(word[:5] if language in {"ru", "kk"} else word)
            continue
        if word in empty or word in reporting or len(word) < 2 or word in others:
            continue
        stems.setdefault(meeting_stem(word, language), word)
    names.update(match.group().casefold() for match in _CODE.finditer(text))
    return Profile(frozenset(stems), tuple(stems.items()), frozenset(names), frozenset(otherness), frozenset(phase))


def _speakers(words: Sequence[Token], language: str) -> frozenset[int]:
    """Indices of capitalised words that stand in a run beside a verb of saying: they name who speaks."""
    found = set()
    reporting = words_of(REPORTING, language)
    for at, token in enumerate(words):
        if token.lower not in reporting:
            continue
        for step in (1, -1):
            k, skipped = at + step, 0
            while 0 <= k < len(words) and skipped <= 2:
                if words[k].text[:1].isupper():
                    found.add(k)
                elif words[k].lower in _IN_NAMES or words[k].lower in reporting:
                    pass
                else:
                    skipped += 3 if any(k - step == other for other in found) else 1
                k += step
    return frozenset(found)


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\n\"“„«'‘(")
    return not before or before[-1] in ".!?:…"


@lru_cache(maxsize=256)
def unmet(
    mine: tuple[tuple[str, str], ...], theirs: tuple[tuple[str, str], ...], affinity: Callable[[str, str], float]
) -> frozenset[str]:
    """Words of one side that the other has no word for; both sides as stems with their words."""
    stems = {stem_ for stem_, _ in theirs}
    return frozenset(
        word
        for stem_, word in mine
        if stem_ not in stems and not any(_akin(stem_, word, other, theirs_, affinity) for other, theirs_ in theirs)
    )


def _akin(stem_a: str, a: str, stem_b: str, b: str, affinity: Callable[[str, str], float]) -> bool:
    shared = min(len(stem_a), len(stem_b))
    length = max(4, shared - 1)
    return (shared >= 4 and stem_a[:length] == stem_b[:length]) or affinity(a, b) >= 0.6


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of the smaller set the other holds, 0 to 1; 0 where one is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 0.0


_NEGATIONS = word_sets(
    """en: no not never none nobody nothing neither nor without cannot n't
    ru: не нет ни никто ничего никогда без отсутств kk: жоқ емес ешқандай
    de: kein keine keinen keiner nicht nie ohne niemand fr: pas jamais aucun aucune sans personne rien
    es: no nunca ningún ninguna sin nadie nada"""
)
_ORDINALS = word_sets(
    """en: first second third fourth fifth sixth seventh eighth ninth tenth last final
    ru: второй вторая второе первый
    первая первое третий
    третья последний последняя kk: бірінші екінші үшінші соңғы
    de: erste ersten zweite zweiten dritte letzte
    fr: premier première deuxième troisième dernier dernière es: primer primera segundo segunda tercero último última"""
)


_REMAINDER = word_sets(
    """en: yet still remaining remain remains remained outstanding left rest missing others
    ru: ещё еще осталось остались остальные остальных пока kk: қалған қалды әлі
    de: noch übrigen restlichen fehlen fehlten fr: restants restantes reste restent encore
    es: restantes faltan faltaban quedan aún"""
)


def names_remainder(line: Sequence[Token], language: str) -> bool:
    """Whether a passage speaks of what is left of a whole ("yet to be laid", "the remaining 19")."""
    return any(token.lower in words_of(_REMAINDER, language) for token in line)


def is_negated(line: Sequence[Token], language: str) -> bool:
    """Whether a passage has a word of negation anywhere."""
    return any(token.lower in words_of(_NEGATIONS, language) or token.lower.endswith("n't") for token in line)


def ordinals_differ(left: Sequence[Token], right: Sequence[Token], languages: tuple[str, str]) -> bool:
    """Whether one side counts a case ("the second permit") that the other does not count so."""
    ours = {token.stem for token in left if token.lower in words_of(_ORDINALS, languages[0])}
    theirs = {token.stem for token in right if token.lower in words_of(_ORDINALS, languages[1])}
    if ours & theirs:
        return False
    return bool(ours and theirs) or bool((ours ^ theirs) - {"first", "last", "final"})
