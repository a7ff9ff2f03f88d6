"""How much of a thing is meant: all, most, some, few or none of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from statement_compare.engine.model import ReasonKind
from statement_compare.engine.verdict.facts.cues import Found, PhraseTable, phrase_list
from statement_compare.engine.verdict.facts.frames import framed_tokens
from statement_compare.engine.verdict.facts.matching import SAME_HEAD, Match, match
from statement_compare.engine.verdict.facts.scope import is_content, scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.facts.words import NUMBER_WORDS, word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation


class Share(StrEnum):
    ALL = "all"
    MOST = "most"
    SOME = "some"
    FEW = "few"
    NOT_ALL = "not_all"
    NONE = "none"


_PHRASES: dict[str, dict[Share, tuple[str, ...]]] = {
    "en": {
        Share.ALL: phrase_list(
            """
            all / every / each / everyone / everybody / both / the entire / entire / the whole / whole / in every
            case / without exception / in all cases / every one of / every single / each and every / throughout /
            one and all / to the last one / each one
            """
        ),
        Share.MOST: phrase_list(
            """
            most / most of / the majority of / a majority of / majority / the vast majority of / vast majority / the
            bulk of / the greater part of / nearly all / almost all / more than half / the large majority / nearly
            every / almost every / virtually all / almost the whole / nearly the whole / over half
            """
        ),
        Share.SOME: phrase_list(
            """
            some / several / a number of / many / a few / some of / at least one / a handful of / part of / numerous
            / certain / a part of / various / a large number of / a small number of / many of / a third of / a
            quarter of / half of / half the
            """
        ),
        Share.FEW: phrase_list(
            """
            few / few of / hardly any / hardly anyone / very few / only a few / a minority of / minority / only some
            / only some of / just a few / scarcely any / barely any / only a handful / only a small / only a
            minority / fewer than half / less than half / hardly anybody / only a fraction / only part of
            """
        ),
        Share.NOT_ALL: phrase_list(
            """
            not all / not every / not everyone / not everybody / not each / not both / not the whole / not the
            entire / not all of
            """
        ),
        Share.NONE: phrase_list(
            """
            none / no / not one / not a single / nobody / no one / neither / none of / not any / not one of / no-one
            / neither of
            """
        ),
    },
    "ru": {
        Share.ALL: phrase_list(
            """
            все / всех / всем / всеми / каждый / каждая / каждое / каждого / каждой / каждому / оба / обе / обоих /
            весь / вся / без исключения / целиком / всё
            """
        ),
        Share.MOST: phrase_list(
            """
            большинство / большинства / большинству / большинстве / большая часть / большей части
            """
        ),
        Share.SOME: phrase_list(
            """
            некоторые / некоторых / некоторым / несколько / нескольких / часть / части / многие / многих / ряд /
            половина / половины
            """
        ),
        Share.FEW: phrase_list(
            """
            немногие / меньшинство / меньшинства / лишь некоторые / только некоторые / лишь часть / только часть /
            единицы / мало кто / лишь немногие
            """
        ),
        Share.NOT_ALL: phrase_list(
            """
            не все / не всех / не каждый / не каждая / не всем / не каждого / не всё
            """
        ),
        Share.NONE: phrase_list(
            """
            ни один / ни одна / ни одно / ни одного / ни одной / ни одному / никто / никого / никому / никакие /
            никаких / никакой
            """
        ),
    },
    "kk": {
        Share.ALL: phrase_list(
            """
            барлық / барлығы / бәрі / бүкіл / әр / әрбір / екеуі де / түгел / барлығына / барлығын
            """
        ),
        Share.MOST: phrase_list("көпшілігі / басым бөлігі / көбісі / көбі / басым көпшілігі"),
        Share.SOME: phrase_list(
            """
            кейбір / бірнеше / біразы / бір бөлігі / кейбірі / көптеген / кейбіреулері
            """
        ),
        Share.FEW: phrase_list("аз ғана / азшылығы / бірен-саран / тек кейбір / кейбірі ғана"),
        Share.NOT_ALL: phrase_list("барлығы емес / бәрі емес"),
        Share.NONE: phrase_list("ешқандай / ешқайсысы / ешкім / бірде-бір / бірде бір / ешкімге / ешбір"),
    },
    "de": {
        Share.ALL: phrase_list(
            """
            alle / allen / aller / jeder / jede / jedes / jedem / jeden / sämtliche / sämtlichen / beide / beiden /
            ausnahmslos / die gesamte / das gesamte
            """
        ),
        Share.MOST: phrase_list(
            """
            die meisten / den meisten / meisten / mehrheit / großteil / überwiegende / fast alle / mehr als die
            hälfte
            """
        ),
        Share.SOME: phrase_list(
            """
            einige / einigen / einiger / mehrere / mehreren / manche / viele / vielen / ein teil / zahlreiche / die
            hälfte
            """
        ),
        Share.FEW: phrase_list(
            """
            wenige / wenigen / nur wenige / nur einige / minderheit / kaum / nur ein teil / nur einzelne
            """
        ),
        Share.NOT_ALL: phrase_list("nicht alle / nicht jeder / nicht jede / nicht jedes / nicht allen"),
        Share.NONE: phrase_list(
            """
            kein / keine / keinen / keiner / keines / keinem / niemand / kein einziger / keine einzige / kein
            einziges
            """
        ),
    },
    "fr": {
        Share.ALL: phrase_list(
            """
            tous / toutes / tous les / toutes les / chaque / chacun / chacune / l'ensemble / la totalité / les deux
            / sans exception / l'intégralité
            """
        ),
        Share.MOST: phrase_list(
            """
            la plupart / la majorité / majorité / la majeure partie / presque tous / presque toutes
            """
        ),
        Share.SOME: phrase_list(
            """
            certains / certaines / quelques / plusieurs / une partie / de nombreux / de nombreuses / la moitié
            """
        ),
        Share.FEW: phrase_list(
            """
            peu de / une minorité / seuls quelques / seules quelques / seuls certains / seules certaines / seule une
            partie
            """
        ),
        Share.NOT_ALL: phrase_list("pas tous / pas toutes / pas chaque"),
        Share.NONE: phrase_list(
            """
            aucun / aucune / personne / pas un seul / pas une seule / ni l'un ni l'autre
            """
        ),
    },
    "es": {
        Share.ALL: phrase_list(
            """
            todos / todas / todo el / toda la / cada / ambos / ambas / la totalidad / sin excepción / todos los /
            todas las
            """
        ),
        Share.MOST: phrase_list("la mayoría / mayoría / la mayor parte / casi todos / casi todas"),
        Share.SOME: phrase_list(
            """
            algunos / algunas / varios / varias / unos / una parte / muchos / muchas / numerosos / numerosas / la
            mitad
            """
        ),
        Share.FEW: phrase_list(
            """
            pocos / pocas / sólo algunos / sólo algunas / solo algunos / solo algunas / una minoría / sólo una parte
            / solo una parte
            """
        ),
        Share.NOT_ALL: phrase_list("no todos / no todas / no todo"),
        Share.NONE: phrase_list(
            """
            ningún / ninguna / ninguno / nadie / ni uno / ni una / ni un solo / ni una sola
            """
        ),
    },
}
_TABLES = {language: PhraseTable(table) for language, table in _PHRASES.items()}

_CONFLICTS = frozenset(
    frozenset(pair)
    for pair in (
        (Share.ALL, Share.NONE),
        (Share.ALL, Share.NOT_ALL),
        (Share.ALL, Share.FEW),
        (Share.MOST, Share.NONE),
        (Share.MOST, Share.FEW),
        (Share.SOME, Share.NONE),
    )
)
_QUALIFYING = frozenset(
    frozenset(pair)
    for pair in (
        (Share.ALL, Share.MOST),
        (Share.ALL, Share.SOME),
        (Share.MOST, Share.SOME),
        (Share.MOST, Share.NOT_ALL),
        (Share.SOME, Share.FEW),
        (Share.SOME, Share.NOT_ALL),
        (Share.FEW, Share.NONE),
    )
)
# "Not all were inspected" and "some were not inspected", "all failed" and "none passed": a negated predicate.
_NEGATED = {Share.ALL: Share.NONE, Share.SOME: Share.NOT_ALL, Share.NONE: Share.ALL, Share.MOST: Share.FEW}


@dataclass(frozen=True, slots=True)
class Quantified:
    """A share at tokens `cue` of the thing at token `restrictor`, with the negations of the clause worked in."""

    cue: tuple[int, ...]
    share: Share
    restrictor: int
    is_bare_negation: bool
    negations: tuple[int, ...] = ()


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(left, right, lexicon), left, right, lexicon)


def disputes(left: Reading, right: Reading, lexicon: Lexicon) -> list[Dispute]:
    """Shares of the same thing that exclude each other, or of which one is the softer."""
    if left.language != right.language:
        return []
    found = match(left, right, lexicon)
    names = {term.index: term for term in found.left}
    rivals = {term.index: term for term in found.right}
    result = []
    shares = frozenset(i for q in quantified(left) for i in (*q.cue, q.restrictor))
    opposed = _has_antonyms(found, left.language, lexicon, shares)
    for mine in quantified(left):
        for yours in quantified(right):
            if mine.is_bare_negation and yours.is_bare_negation:
                continue
            a, b = names.get(mine.restrictor), rivals.get(yours.restrictor)
            if a is None or b is None:
                continue
            if a.stem != b.stem and lexicon.affinity(a.key, b.key) < SAME_HEAD:
                continue
            pair = frozenset((mine.share, yours.share))
            if opposed:
                continue
            if pair in _CONFLICTS:
                relation, rule = Relation.CONFLICT, "quantifier.exclude"
            elif pair in _QUALIFYING:
                relation, rule = Relation.QUALIFIES, "quantifier.softer"
            else:
                continue
            result.append(
                Dispute(
                    ReasonKind.QUANTIFIER,
                    relation,
                    rule,
                    (*mine.cue, mine.restrictor),
                    (*yours.cue, yours.restrictor),
                    mine.restrictor,
                    yours.restrictor,
                    (*mine.cue, *mine.negations),
                    (*yours.cue, *yours.negations),
                    params=(("left_share", mine.share.value), ("right_share", yours.share.value)),
                )
            )
    return result


def _has_antonyms(found: Match, language: str, lexicon: Lexicon, shares: frozenset[int]) -> bool:
    """`Each was undrinkable`, `none was fit`: opposed predicates turn the shares around."""
    return any(
        lexicon.are_antonyms(a.key, b.key, language)
        for n, a in enumerate(found.left)
        for m, b in enumerate(found.right)
        if found.partner_left[n][1] < SAME_HEAD
        and found.partner_right[m][1] < SAME_HEAD
        and not a.is_number
        and a.index not in shares
    )


@lru_cache(maxsize=256)
def quantified(reading: Reading) -> tuple[Quantified, ...]:
    """The quantifiers of a passage with what they range over; negations elsewhere in the clause are worked in."""
    table = _TABLES.get(reading.language)
    if table is None:
        return ()
    framed, scoped = framed_tokens(reading), scopes(reading)
    result = []
    for cue in table.find(reading.tokens):
        if cue.start in framed or _is_other_use(cue, reading):
            continue
        restrictor = _restrictor(cue, reading)
        if restrictor is None:
            continue
        share = cue.kind
        # A negation after the quantifier turns it around ("all of them did not"); before it, its reach is unclear.
        clause = scoped.clause_of(cue.start)
        others = [c for c in scoped.cues if clause[0] <= c.start < clause[1] and not cue.start <= c.start < cue.end]
        # In these languages "none" takes a negated verb and still means none.
        if others and not (share is Share.NONE and reading.language in ("ru", "kk", "fr", "es")):
            turned = _NEGATED.get(share)
            if turned is None or len(others) > 1 or not 0 <= others[0].start - cue.end <= 8:
                continue
            share = turned
        is_bare = cue.kind is Share.NONE and cue.end - cue.start == 1
        negations = tuple(i for other in others for i in range(other.start, other.end))
        result.append(Quantified(cue.tokens, share, restrictor, is_bare, negations))
    return tuple(result)


def _restrictor(cue: Found[Share], reading: Reading) -> int | None:
    """The noun a quantifier ranges over: the last content word of the run that follows it."""
    tokens = reading.tokens
    last: int | None = None
    for i in range(cue.end, min(cue.end + 9, len(tokens))):
        token = tokens[i]
        if is_content(token, reading.language):
            if reading.language != "en":
                # Without articles to show where a noun phrase ends, the first word must do.
                return i
            if last is not None and i - last > 1 and tokens[i - 1].lower not in ("'s", "and"):
                break
            last = i
        elif token.lower in _INSIDE_NOUN_PHRASE:
            if last is not None:
                break
        elif token.text == "," or token.lower in (".", ";", ":") or last is not None:
            break
    return last


_INSIDE_NOUN_PHRASE = word_set(
    """
    of the our its their these those ' s more из наших и der des unserer les nos le la d'entre de los las nuestros
    nuestras su sus
    """
)


def _is_other_use(cue: Found[Share], reading: Reading) -> bool:
    """Uses that count nothing: "at all", "most recent", "some 40", "all the more"."""
    if reading.language != "en" or cue.end - cue.start > 1:
        return False
    tokens = reading.tokens
    word = tokens[cue.start].lower
    before = tokens[cue.start - 1].lower if cue.start else ""
    after = tokens[cue.end].lower if cue.end < len(tokens) else ""
    if before in _NOT_AFTER.get(word, frozenset()) and not (word == "most" and after == "of"):
        return True
    if word == "some" and (after[:1].isdigit() or after in NUMBER_WORDS["en"]):
        return True
    return after in _NOT_BEFORE.get(word, frozenset())


_NOT_AFTER = {
    "all": word_set("at of after above in first"),
    "most": word_set("the at"),
    "whole": word_set("a on as"),
}
_NOT_BEFORE = {
    "all": word_set("in"),
    "most": word_set("recent likely important"),
    "no": word_set("longer more less fewer later doubt ."),
    "each": word_set("other"),
}
