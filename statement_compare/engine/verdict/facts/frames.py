"""Who reports what: the words that say whose speech a stretch of a passage is, and with which stance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from statement_compare.engine.text.tokens import Token, TokenKind
from statement_compare.engine.verdict.facts.words import AUTHORITY_NOUNS, COMPANY_NOUNS, FIRST_PERSON, word_set
from statement_compare.engine.verdict.reading import Reading


class Stance(StrEnum):
    """What the one who reports makes of what is reported."""

    SAY = "say"  # neutral: said, according to
    CLAIM = "claim"  # keeps its distance: alleges, claims
    ADMIT = "admit"  # takes it up: acknowledges, confirms
    DENY = "deny"
    OPINION = "opinion"  # believes, hopes, expects


class Party(StrEnum):
    SELF = "self"
    AUTHORITY = "authority"
    COMPANY = "company"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens `start` to `end` hold reporter and verb; the reported content is tokens `content` (half-open ranges)."""

    start: int
    end: int
    content: tuple[int, int]
    reporter: tuple[int, int]
    verb: str
    stance: Stance
    party: Party
    is_negated: bool
    is_aside: bool = False


_VERBS: dict[str, dict[Stance, frozenset[str]]] = {
    "en": {
        Stance.SAY: word_set(
            "say says said saying state states stated add adds added report reports reported announce announces "
            "announced note notes noted explain explains explained tell tells told write writes wrote find finds found "
            "rule rules ruled conclude concludes concluded declare declares declared recall recalls recalled reply "
            "replied responded answered testified show shows"
        ),
        Stance.CLAIM: word_set(
            "claim claims claimed allege alleges alleged assert asserts asserted contend contends contended suggest "
            "suggests suggested maintain maintains maintained insist insists insisted argue argues argued complain "
            "complains complained object objects objected protested protests counter countered counters"
        ),
        Stance.ADMIT: word_set(
            "admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded accept accepts "
            "accepted confirm confirms confirmed agree agrees agreed recognise recognises recognised recognize "
            "recognized grant grants granted allow allows allowed"
        ),
        Stance.DENY: word_set(
            "deny denies denied dispute disputes disputed contest contests contested reject rejects rejected refute "
            "refutes refuted"
        ),
        Stance.OPINION: word_set(
            "believe believes believed think thinks thought hope hopes hoped expect expects expected fear fears feared "
            "regret regrets regretted estimate estimates estimated warn warns warned consider considers predict "
            "predicts predicted doubt doubts doubted"
        ),
    },
    "ru": {
        Stance.SAY: word_set(
            "сообщил сообщила сообщили сообщило сообщает сообщают заявил заявила заявили заявило заявляет заявляют "
            "отметил отметила отметили отметило отмечает подчеркнул подчеркнула подчеркнули указал указала указали "
            "указывает сказал сказала пояснил пояснила пояснили уточнил уточнила уточнили установил установила "
            "установило говорится объявил объявила объявило пишет говорит говорят ответил ответила ответили"
        ),
        Stance.CLAIM: word_set(
            "утверждает утверждают утверждал утверждала утверждало уверяет уверяют настаивает настаивают"
        ),
        Stance.ADMIT: word_set(
            "признал признала признали признало признаёт признает признают подтвердил подтвердила подтвердили "
            "подтвердило подтверждает согласен согласна согласны согласился согласилась"
        ),
        Stance.DENY: word_set(
            "отрицает отрицают отрицал отрицала отрицали опроверг опровергла опровергли опровергает оспаривает "
            "оспаривают отверг отвергла отвергли отвергает отвергают"
        ),
        Stance.OPINION: word_set(
            "считает считают полагает полагают надеется надеются ожидает ожидают опасается опасаются"
        ),
    },
    "kk": {
        Stance.SAY: word_set("мәлімдеді мәлімдейді хабарлады хабарлайды дейді деді айтты айтады көрсетті жазды"),
        Stance.CLAIM: word_set("санайды есептейді сендіреді"),
        Stance.ADMIT: word_set("мойындады мойындайды растады растайды келіседі келісті"),
        Stance.DENY: frozenset(),
        Stance.OPINION: word_set("үміттенеді күтеді қауіптенеді"),
    },
    "de": {
        Stance.SAY: word_set(
            "sagt sagte erklärt erklärte erklärten mitteilte mit teilt teilte berichtet berichtete schreibt"
        ),
        Stance.CLAIM: word_set("behauptet behaupten behauptete behaupteten"),
        Stance.ADMIT: word_set("räumt räumte einräumt bestätigt bestätigte gibt gab zugab"),
        Stance.DENY: word_set("bestreitet bestreiten bestritt bestritten dementiert dementierte"),
        Stance.OPINION: word_set("glaubt hofft erwartet befürchtet meint"),
    },
    "fr": {
        Stance.SAY: word_set("dit déclare déclaré indique indiqué annonce annoncé précise précisé explique rapporte"),
        Stance.CLAIM: word_set(
            "affirme affirment affirmé prétend prétendent prétendu soutient soutiennent assure assurent"
        ),
        Stance.ADMIT: word_set("reconnaît reconnaissent reconnu admet admettent admis confirme confirment confirmé"),
        Stance.DENY: word_set("nie nient dément démentent démenti conteste contestent réfute"),
        Stance.OPINION: word_set("croit espère estime craint pense"),
    },
    "es": {
        Stance.SAY: word_set("dice dijo declara declaró indica indicó señala señaló informa informó explica explicó"),
        Stance.CLAIM: word_set(
            "afirma afirman afirmó sostiene sostienen sostuvo asegura aseguran aseguró alega alegan"
        ),
        Stance.ADMIT: word_set("reconoce reconocen reconoció admite admiten admitió confirma confirman confirmó"),
        Stance.DENY: word_set("niega niegan negó desmiente desmienten desmintió rechaza"),
        Stance.OPINION: word_set("cree espera considera teme piensa"),
    },
}
# English verbs that open a report without "that"; the others are events of their own ("inspectors found mould").
_BARE = word_set(
    "say says said claim claims claimed allege alleges alleged insist insists insisted argue argues argued contend "
    "contends concede concedes conceded believe believes believed hope hopes hoped think thinks thought complain"
)
_THAT = {"en": "that", "ru": "что", "kk": "деп", "de": "dass", "fr": "que", "es": "que"}
_SOURCES: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of")),
    "ru": (("по", "словам"), ("по", "данным"), ("по", "мнению"), ("по", "информации"), ("согласно",)),
    "de": (("laut",), ("nach", "angaben"), ("nach", "darstellung")),
    "fr": (("selon",), ("d'après",)),
    "es": (("según",), ("de", "acuerdo", "con")),
}
_BETWEEN = word_set(
    "has have had also now still again did does do not never no longer yet firmly today later openly "
    "since flatly publicly merely only don't doesn't didn't will would "
    "не также уже nicht auch ne également no también"
)
_NEGATIONS = word_set("not never no don't doesn't didn't won't не nicht ne n' no")
_NOT_IN_REPORTER = word_set(
    "is are was were be been by which who that if when after before because but would will has had have must may not "
    "и но что который aber dass mais que pero was wenn"
)
# "the claim", "its report": a noun that looks like a verb of saying.
_NOUN_BEFORE = word_set(
    "all some several many most few both such the a an its our their his her this that no any of each every to for"
)
_ENDS = word_set(". ! ? ; :")
_QUOTES = word_set("\" “ ” « » „ '")
_NOT_REPORTING = word_set("not no never to need needs should can could might shall may must would")
_NOT_AFTER_VERB = word_set(
    "to by in for on of against about from is are was were be been has have had do does did will would may must can"
)
_LONGEST_REPORTER = 8


def sentences(tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    """Token ranges between full stops, question and exclamation marks and semicolons."""
    found, start = [], 0
    for i, token in enumerate(tokens):
        if token.text in (".", "!", "?", ";"):
            if i > start:
                found.append((start, i))
            start = i + 1
    if start < len(tokens):
        found.append((start, len(tokens)))
    return tuple(found)


def stance_of(verb: str, language: str) -> Stance | None:
    for stance, verbs in _VERBS.get(language, {}).items():
        if verb in verbs:
            return stance
    return None


@lru_cache(maxsize=256)
def frames(reading: Reading) -> tuple[Frame, ...]:
    """The reporting frames of a passage, in the order of the text."""
    tokens, language = reading.tokens, reading.language
    found: list[Frame] = []
    for start, end in sentences(tokens):
        lead = _lead(tokens, start, end, language)
        if lead is not None:
            found.append(lead)
        found.extend(_sources(tokens, start, end, language))
        found.extend(_asides(tokens, start if lead is None else lead.end, end, start, language))
    return tuple(sorted(found, key=lambda frame: frame.start))


def framed_tokens(reading: Reading) -> frozenset[int]:
    """Indices of the tokens that belong to frames rather than to what is said."""
    return frozenset(i for frame in frames(reading) for i in range(frame.start, frame.end))


def party_of(tokens: tuple[Token, ...], language: str) -> Party:
    """What kind of speaker these words name."""
    words = [token.lower.removesuffix("'s").split("'")[-1] for token in tokens if token.kind is TokenKind.WORD]
    if any(word in FIRST_PERSON.get(language, frozenset()) for word in words):
        return Party.SELF
    if any(_is_one_of(word, AUTHORITY_NOUNS, language) for word in words):
        return Party.AUTHORITY
    if any(_is_one_of(word, COMPANY_NOUNS, language) for word in words):
        return Party.COMPANY
    return Party.OTHER


def _is_one_of(word: str, table: dict[str, frozenset[str]], language: str) -> bool:
    nouns = table.get(language, frozenset())
    if word in nouns or (language == "en" and word.removesuffix("s") in nouns):
        return True
    if language == "de":
        return any(word.endswith(noun) for noun in nouns if len(noun) >= 4)
    # Case endings: "министерства", "министрлігінің".
    return language in ("ru", "kk") and any(
        len(noun) >= 5 and word.startswith(noun[:-1]) and len(word) - len(noun) <= 5 for noun in nouns
    )


def _lead(tokens: tuple[Token, ...], start: int, end: int, language: str) -> Frame | None:
    """`The ministry says that ...`"""
    if language == "kk":
        return _kazakh(tokens, start, end)
    first = start
    while first < end and tokens[first].text in _QUOTES:
        first += 1
    for i in range(first + 1, min(end, first + _LONGEST_REPORTER + 3)):
        token = tokens[i]
        if token.text in _ENDS or token.text == "," or token.lower in _NOT_IN_REPORTER - _BETWEEN:
            return None
        stance = stance_of(token.lower, language)
        if stance is None or tokens[i - 1].lower in _NOUN_BEFORE:
            continue
        stop = i
        while stop > first and tokens[stop - 1].lower in _BETWEEN:
            stop -= 1
        if stop == first or stop - first > _LONGEST_REPORTER or i + 1 >= end:
            continue
        after = tokens[i + 1].lower
        content = i + 1
        if after in (_THAT[language], "qu'il", "qu'elle") or after.startswith("qu'") or after in (":", "as"):
            content = i + 2
        elif after == "," and i + 2 < end and (language in ("ru", "de") or tokens[i + 2].text in _QUOTES):
            content = i + 3 if tokens[i + 2].lower == _THAT[language] else i + 2
        elif stance is Stance.DENY and after in (
            "having",
            "any",
            "ever",
            "all",
            "claims",
            "allegations",
            "haber",
            "avoir",
        ):
            content = i + 1
        elif not (language == "en" and token.lower in _BARE and after not in _NOT_AFTER_VERB):
            continue
        reporter = (first, stop)
        is_negated = any(tokens[k].lower in _NEGATIONS for k in range(stop, i))
        party = party_of(tokens[first:stop], language)
        return Frame(first, content, (content, end), reporter, token.lower, stance, party, is_negated)
    return None


def _asides(tokens: tuple[Token, ...], start: int, end: int, sentence: int, language: str) -> list[Frame]:
    """`..., the ministry said.` and `..., said the ministry, ...`"""
    found = []
    commas = [i for i in range(start, end) if tokens[i].text == "," or tokens[i].text in _QUOTES]
    for number, comma in enumerate(commas):
        stop = commas[number + 1] if number + 1 < len(commas) else end
        inside = range(comma + 1, min(stop, comma + 12))
        verb = next((i for i in inside if stance_of(tokens[i].lower, language) is not None), None)
        if verb is None or verb - comma > _LONGEST_REPORTER + 1:
            continue
        words = {tokens[i].lower for i in range(comma + 1, verb)} - _BETWEEN
        if words & _NOT_REPORTING or tokens[verb - 1].lower in _NOT_REPORTING:
            continue
        if words & _NOT_IN_REPORTER and not words <= word_set("as which"):
            continue
        is_last = stop == end or (stop == end - 1)
        length = stop - comma
        if length > (14 if is_last else 9) or (verb == comma + 1 and length < 3):
            continue
        if verb + 1 < stop and tokens[verb + 1].lower in (_THAT[language], "having", "any"):
            continue
        stance = stance_of(tokens[verb].lower, language)
        assert stance is not None
        reporter = (comma + 1, verb) if verb > comma + 1 else (verb + 1, stop)
        party = party_of(tokens[reporter[0] : reporter[1]], language)
        found.append(
            Frame(comma, stop, (sentence, comma), reporter, tokens[verb].lower, stance, party, False, is_aside=True)
        )
    return found


def _sources(tokens: tuple[Token, ...], start: int, end: int, language: str) -> list[Frame]:
    """`According to the ministry, ...`"""
    found = []
    for phrase in _SOURCES.get(language, ()):
        for i in range(start, end - len(phrase)):
            if tuple(token.lower for token in tokens[i : i + len(phrase)]) != phrase:
                continue
            first = i + len(phrase)
            stop = first
            while stop < end and stop - first < _LONGEST_REPORTER and tokens[stop].text not in {",", *_ENDS}:
                stop += 1
            if stop < end and tokens[stop].text != ",":
                continue
            content = (stop, end) if i - start <= 1 else (start, i)
            party = party_of(tokens[first:stop], language)
            found.append(Frame(i, stop, content, (first, stop), " ".join(phrase), Stance.SAY, party, False))
    return found


def _kazakh(tokens: tuple[Token, ...], start: int, end: int) -> Frame | None:
    """Kazakh puts the verb of saying last ("... деп мәлімдеді") and the reporter first."""
    for i in range(end - 1, start, -1):
        stance = stance_of(tokens[i].lower, "kk")
        if stance is None:
            continue
        if tokens[i - 1].lower == "деп" or tokens[i].lower in ("дейді", "деді"):
            stop = min(start + 4, i)
            party = party_of(tokens[start:stop], "kk")
            first = i - 1 if tokens[i - 1].lower == "деп" else i
            return Frame(first, end, (start, first), (start, stop), tokens[i].lower, stance, party, False)
        return None
    return None
