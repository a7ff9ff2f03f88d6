"""An explicit denial of what the other passage asserts, told apart from the denial of something else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from statement_compare.engine.model import ReasonKind
from statement_compare.engine.verdict.facts.cues import PhraseTable, phrase_list
from statement_compare.engine.verdict.facts.matching import MATCHED, Match, match, overlap
from statement_compare.engine.verdict.facts.scope import is_content, scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.facts.words import AUXILIARIES, word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation


class Part(StrEnum):
    """What a phrase does in a denial."""

    OPENS = "opens"  # "it is untrue that", "denies having": the denied content follows
    CLAIM = "claim"  # "the claim that": the content follows, if a verdict such as "is false" comes after it
    CLOSES = "closes"  # "is false", "are baseless": the content stands before
    SHORT = "short"  # "That is untrue.": the sentence before is denied
    CANCELLED = "cancelled"  # "does not deny that": no denial
    VOID = "void"  # "denied the request", "rejects the tone": no denial of a fact


# "it is simply untrue that ...", "it would be wrong to say ..."
_IT_IS_WRONG = tuple(
    f"{opening}{wrong} {closing}"
    for opening in ("", "is ", "was ", "is simply ", "is quite ", "is plainly ", "be ")
    for wrong in ("untrue", "false", "wrong", "incorrect", "not true", "not the case", "not correct", "a lie", "a myth")
    for closing in ("that", "to say", "to claim", "to suggest")
    # "We were wrong to claim it" takes a claim back: only "it is wrong to claim" denies one.
    if closing == "that" or opening.startswith("is")
)
_PHRASES: dict[str, dict[Part, tuple[str, ...]]] = {
    "en": {
        Part.OPENS: _IT_IS_WRONG
        + phrase_list(
            """
            denies that / denied that / deny that / denying that / denies having / denied having / deny having /
            denies any / denied any / deny any / denies ever / denied ever / deny ever / denies / denied / deny /
            denying / disputes that / disputed that / dispute that / contests that / contested that / contest that /
            rejects the claim / rejected the claim / reject the claim / rejects the allegation / rejected the
            allegation / reject the allegation / rejects the accusation / rejected the accusation / reject the
            accusation / rejects the suggestion / rejected the suggestion / reject the suggestion / rejects the charge
            / rejected the charge / reject the charge / rejects the assertion / rejected the assertion / rejects
            claims that / rejected claims that / rejects as untrue / rejected as untrue / no truth in / not a word of
            truth in / not a grain of truth in / contrary to what the / contrary to the claim / contrary to claims /
            contrary to the assertion / contrary to the allegation / refutes / refuted / refute / nonsense that /
            mistaken in saying / wrong in saying / disputes the / disputed the / dispute the / contests the /
            contested the / contradicts the / flatly denies / reject the finding / rejects the finding / rejected the
            finding / no question of / rejects the notion / rejected the notion / reject the idea / rejects the idea /
            rejected the idea
            """
        ),
        Part.CLAIM: phrase_list(
            """
            the claim that / the claims that / claims that / the allegation that / allegations that / the suggestion
            that / suggestions that / the assertion that / assertions that / the report that / reports that / the
            accusation that / accusations that / the story that / the charge that / the statement that / the idea
            that / the rumour that / rumours that / the notion that / the finding that / whoever says that / whoever
            says / anyone who says / the allegation of / the conclusion that / those who say that / the contention
            that / the version that
            """
        ),
        Part.CLOSES: phrase_list(
            """
            is false / are false / is untrue / are untrue / is wrong / are wrong / is baseless / are baseless / is
            unfounded / are unfounded / is pure invention / are pure invention / is incorrect / are incorrect / is
            groundless / are groundless / is mistaken / are mistaken / without foundation / without basis / is not
            true / are not true / is nonsense / are nonsense / is a fabrication / are fabricated / has no basis /
            have no basis / has no foundation / have no foundation / lacks any basis / is invented / is a lie / are
            lies / is inaccurate / are inaccurate / is simply false / is simply untrue / does not correspond to the
            facts / was invented / is a myth / is not correct / is without foundation / are without foundation / is
            fiction / is not so / was false / was untrue / was wrong / were false
            """
        ),
        Part.SHORT: phrase_list(
            """
            that is untrue / this is untrue / that is false / this is false / that is not true / this is not true /
            that is wrong / this is wrong / that is incorrect / this is incorrect / that did not happen / this did
            not happen / it did not happen / nothing of the kind / nothing of the sort / did no such thing / no such
            thing / not so / that never happened / this never happened / it never happened / that is not the case /
            this is not the case / that was not the case / we deny this / we deny that . / the company denies this /
            the firm denies this / it denies this / they deny this / denies it / denied it / deny it / denied this /
            that is simply not true / that is simply untrue / that was untrue
            """
        ),
        Part.CANCELLED: phrase_list(
            """
            not deny / never denied / not denied / no longer denies / no longer deny / no longer denied / not
            dispute / not disputed / never disputed / no longer disputes / not contest / not contested / never
            contested / no longer contests / don't deny / doesn't deny / didn't deny / don't dispute / doesn't
            dispute / didn't dispute / don't contest / doesn't contest / cannot deny / can't deny / not in dispute /
            undisputed / undeniable / nobody denies / no one denies / nobody disputes / no one disputes / without
            denying / neither confirmed nor denied / neither confirms nor denies / neither confirm nor deny /
            stopped short of denying / far from denying / not refute / not refuted / stopped denying / cannot be
            denied / not be denied / nor denied / nor denies / or deny / false to deny / wrong to deny / has stopped
            denying / not denying / declined to deny / refused to deny / hardly deny
            """
        ),
        Part.VOID: phrase_list(
            """
            was denied / were denied / been denied / being denied / denied the request / denied access / denied
            entry / denied a / denied an / denied us / denied them / denied him / denied her / denied the * request
            / denied the * application / denied its request / denied our request / the dispute / a dispute / this
            dispute / wage dispute / pay dispute / labour dispute / denied permission / denied any wrongdoing /
            denies any wrongdoing / deny any wrongdoing / denied wrongdoing / denies wrongdoing / denied breaking
            the law / denied any offence / deny none of / denies none of / deny nothing / denies nothing / denied
            nothing
            """
        ),
    },
    "ru": {
        Part.OPENS: phrase_list(
            """
            отрицает / отрицают / отрицал / отрицала / отрицали / отрицает , что / опроверг / опровергла /
            опровергли / опровергает / опровергают / оспаривает / оспаривают / неправда , что / неверно , что / ложь
            , что / не соответствует действительности , что / неправдой , что / отвергает обвинения / отвергает
            утверждение / отвергли обвинения
            """
        ),
        Part.CLAIM: phrase_list(
            """
            утверждение о том , что / утверждения о том , что / сообщения о том , что / сообщение о том , что /
            обвинения в том , что / обвинение в том , что / утверждение , что / утверждения , что / слухи о том ,
            что / информация о том , что / заявление о том , что / обвинения в / сведения о том , что
            """
        ),
        Part.CLOSES: phrase_list(
            """
            не соответствует действительности / не соответствуют действительности / ложно / ложны / ложь / неправда
            / беспочвенны / беспочвенно / необоснованны / необоснованно / безосновательны / неверно / неверны /
            вымысел / не имеет под собой оснований / не имеют под собой оснований / является ложью
            """
        ),
        Part.SHORT: phrase_list(
            """
            это неправда / это не так / это ложь / это неверно / этого не было / ничего подобного / не соответствует
            действительности
            """
        ),
        Part.CANCELLED: phrase_list(
            """
            не отрицает / не отрицают / не отрицал / не отрицала / не оспаривает / не оспаривают / не опровергает /
            не оспаривается / больше не отрицает / не отрицали / не оспаривали / не оспорил / не оспорила
            """
        ),
        Part.VOID: (),
    },
    "kk": {
        Part.OPENS: (),
        Part.CLAIM: phrase_list(
            """
            деген мәлімет / деген айып / деген ақпарат / дегені / деген сөз / деген мәлімдеме
            """
        ),
        Part.CLOSES: phrase_list(
            """
            шындыққа жанаспайды / жалған / өтірік / негізсіз / шындыққа сәйкес келмейді / жоққа шығарады / жоққа
            шығарды / теріске шығарады / теріске шығарды / рас емес
            """
        ),
        Part.SHORT: phrase_list(
            """
            бұл рас емес / бұл жалған / бұл өтірік / бұл шындыққа жанаспайды / олай емес
            """
        ),
        Part.CANCELLED: phrase_list("жоққа шығармайды / теріске шығармайды / жоққа шығарған жоқ"),
        Part.VOID: (),
    },
    "de": {
        Part.OPENS: phrase_list(
            """
            bestreitet / bestreiten / bestritt / bestritten / dementiert / dementierte / falsch , dass / unwahr ,
            dass / nicht wahr , dass / trifft nicht zu , dass / stimmt nicht , dass / unzutreffend , dass / weist
            zurück / leugnet / leugnete
            """
        ),
        Part.CLAIM: phrase_list(
            """
            die behauptung , dass / die behauptung / der vorwurf , dass / der vorwurf / die vorwürfe / die
            darstellung , dass / berichte , dass / dass
            """
        ),
        Part.CLOSES: phrase_list(
            """
            ist falsch / ist unwahr / sind falsch / ist unzutreffend / ist haltlos / sind haltlos / ist frei
            erfunden / entbehrt jeder grundlage / trifft nicht zu / stimmt nicht / ist nicht wahr / ist unbegründet
            / sind unbegründet
            """
        ),
        Part.SHORT: phrase_list(
            """
            das ist falsch / das ist unwahr / das stimmt nicht / das trifft nicht zu / das ist nicht wahr / dies
            trifft nicht zu / dies ist falsch
            """
        ),
        Part.CANCELLED: phrase_list(
            """
            bestreitet nicht / bestreiten nicht / nicht bestritten / unbestritten / nicht länger bestreitet /
            bestreitet nicht mehr
            """
        ),
        Part.VOID: (),
    },
    "fr": {
        Part.OPENS: phrase_list(
            """
            nie que / nie avoir / nient / nie / dément / démentent / a démenti / conteste que / conteste avoir /
            conteste / contestent / il est faux que / faux que / faux de dire que / inexact que / réfute / réfutent
            """
        ),
        Part.CLAIM: phrase_list(
            """
            l'affirmation selon laquelle / l'accusation selon laquelle / l'allégation selon laquelle / les
            accusations selon lesquelles / les allégations selon lesquelles / l'idée que
            """
        ),
        Part.CLOSES: phrase_list(
            """
            est fausse / est faux / sont fausses / est infondée / sont infondées / est sans fondement / sont sans
            fondement / est mensongère / sont mensongères / est inexacte / est inexact
            """
        ),
        Part.SHORT: phrase_list(
            """
            c'est faux / cela est faux / c'est inexact / il n'en est rien / cela est inexact
            """
        ),
        Part.CANCELLED: phrase_list(
            """
            ne nie pas / ne nient pas / ne conteste pas / ne contestent pas / ne dément pas / ne nie plus / n'est
            pas contesté / sans contester
            """
        ),
        Part.VOID: (),
    },
    "es": {
        Part.OPENS: phrase_list(
            """
            niega que / niega haber / niega / niegan / negó que / negó haber / negó / desmiente / desmienten /
            desmintió / es falso que / falso que / no es cierto que / no es verdad que / rechaza la acusación /
            disputa que
            """
        ),
        Part.CLAIM: phrase_list(
            """
            la afirmación de que / la acusación de que / las acusaciones de que / la alegación de que / la versión
            de que / la idea de que
            """
        ),
        Part.CLOSES: phrase_list(
            """
            es falsa / es falso / son falsas / son falsos / es infundada / son infundadas / carece de fundamento /
            carecen de fundamento / es incorrecta / es mentira
            """
        ),
        Part.SHORT: phrase_list(
            """
            eso es falso / esto es falso / no es cierto / no es así / eso no ocurrió / es mentira
            """
        ),
        Part.CANCELLED: phrase_list(
            """
            no niega / no niegan / no negó / no discute / no discuten / no disputa / ya no niega / no desmiente /
            sin negar
            """
        ),
        Part.VOID: (),
    },
}
_TABLES = {language: PhraseTable(table) for language, table in _PHRASES.items()}
_ON_PURPOSE = {
    "en": word_set(
        """
    purpose deliberately intentionally knowingly wilfully willfully intentional deliberate intent
    """
    ),
    "ru": word_set("умышленно намеренно сознательно преднамеренно умысла"),
    "kk": word_set("қасақана әдейі"),
    "de": word_set("absichtlich vorsätzlich bewusst wissentlich"),
    "fr": word_set("délibérément intentionnellement sciemment volontairement"),
    "es": word_set("deliberadamente intencionadamente"),
}
# Objects whose rejection leaves the facts alone.
_NO_FACT = word_set(
    """
    tone wording criticism characterisation characterization wrongdoing illegality liability guilt fault offence
    """
)
_SETTING = word_set(
    """
    when after before while because since until as during wenn als nachdem когда после lorsque cuando
    """
)
_STOPS = word_set(". ! ? ;")


@dataclass(frozen=True, slots=True)
class Denied:
    """Tokens `cue` deny the tokens `content` (half-open), which the tokens `opening` may announce."""

    cue: tuple[int, ...]
    content: tuple[int, int]
    is_cancelled: bool
    opening: tuple[int, ...] = ()


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(left, right, lexicon), left, right, lexicon)


def disputes(left: Reading, right: Reading, lexicon: Lexicon) -> list[Dispute]:
    """Denied contents that the other passage asserts (conflict), denies too (same), or does not speak of (other)."""
    if left.language != right.language:
        return []
    found = match(left, right, lexicon)
    return [
        *_of_one_side(left, right, found),
        *(dispute.mirrored() for dispute in _of_one_side(right, left, found.mirrored())),
    ]


def _of_one_side(denier: Reading, asserter: Reading, found: Match) -> list[Dispute]:
    result = []
    their_denials = denials(asserter)
    on_purpose = _ON_PURPOSE.get(denier.language, frozenset())
    for denied in denials(denier):
        pairs = [
            (n, found.partner_left[n][0])
            for n, term in enumerate(found.left)
            if denied.content[0] <= term.index < denied.content[1]
            and found.partner_left[n][1] >= MATCHED
            and not term.is_number
        ]
        first_clause = range(*_main_clause(denied, denier))
        inside = [t for t in found.left if denied.content[0] <= t.index < denied.content[1]]
        if not pairs:
            if len(inside) >= 2 and not denied.is_cancelled:
                result.append(_other(denied, inside[0].index, asserter))
            continue
        n, m = max(pairs, key=lambda pair: (found.left[pair[0]].index in first_clause, pair[0]))
        place, rival = found.left[n].index, found.right[m].index
        # An even number of negations leaves the denied content as it is asserted over there.
        is_turned = (_depth(denier, place) + _depth(asserter, rival)) % 2 == 1
        they_deny = any(d.content[0] <= rival < d.content[1] and not d.is_cancelled for d in their_denials)
        if they_deny:
            is_turned = not is_turned
        words = {denier.tokens[i].lower for i in range(*denied.content)} & on_purpose
        their_words = {token.lower for token in asserter.tokens} & on_purpose
        shown, theirs = denied.cue, _asserted(denied, denier, range(*scopes(asserter).clause_of(rival)), found)
        if they_deny:
            theirs = next(d.cue for d in their_denials if d.content[0] <= rival < d.content[1] and not d.is_cancelled)
        if denied.is_cancelled:
            relation, rule = (
                (Relation.CONFLICT, "denial.concedes_other") if is_turned else (Relation.SAME, "denial.cancelled")
            )
        elif words and not their_words:
            relation, rule = Relation.QUALIFIES, "denial.intent_only"
        elif is_turned:
            relation, rule = Relation.SAME, "denial.both"
        else:
            relation, rule = Relation.CONFLICT, "denial.of_claim"
        predicate = _predicate(denied, denier)
        has_predicate = predicate is None or any(
            term.index == predicate and found.partner_left[k][1] >= MATCHED for k, term in enumerate(found.left)
        )
        met = overlap(found, first_clause, range(len(asserter.tokens)))
        prior = 5 * (met.left - 0.75) - (0.0 if has_predicate else 1.5)
        if rule == "denial.concedes_other":
            prior -= 1.0  # two turns of the sign: easily misread
        result.append(
            Dispute(
                ReasonKind.DENIAL,
                relation,
                rule,
                shown,
                theirs or (rival,),
                place,
                rival,
                (*_denier(denied, denier), *denied.cue, *denied.opening),
                (),
                prior=prior,
            )
        )
        if relation is Relation.CONFLICT and not has_predicate:
            result.append(_other(denied, place, asserter, rival))
    return result


def _denier(denied: Denied, denier: Reading) -> range:
    """The tokens that name who denies: no part of what is denied."""
    first = denied.cue[0]
    return range(_sentence(denier, first)[0], first) if denied.content[0] > first else range(0)


def _asserted(denied: Denied, denier: Reading, clause: range, found: Match) -> tuple[int, ...]:
    """What the other side asserts of the denied content: its predicate, or else all of the clause that answers it."""
    predicate = _predicate(denied, denier)
    answers = [
        (term.index, found.right[m].index)
        for n, term in enumerate(found.left)
        for m, affinity in [found.partner_left[n]]
        if denied.content[0] <= term.index < denied.content[1]
        and affinity >= MATCHED
        and found.right[m].index in clause
    ]
    return tuple(rival for place, rival in answers if place == predicate) or tuple(sorted({r for _, r in answers}))


def _depth(reading: Reading, index: int) -> int:
    """How many negations turn a word around, those of the denials themselves left out."""
    apart = {i for denied in denials(reading) for i in range(denied.cue[0] - 1, denied.cue[-1] + 1)}
    return sum(cue.scope[0] <= index < cue.scope[1] and cue.start not in apart for cue in scopes(reading).cues)


def _main_clause(denied: Denied, reading: Reading) -> tuple[int, int]:
    """The denied content up to its first "when", "after", "because": what is denied rather than its setting."""
    start, end = denied.content
    for i in range(start + 2, end):
        if reading.tokens[i].lower in _SETTING:
            return start, i
    return start, end


def _predicate(denied: Denied, reading: Reading) -> int | None:
    """The word that says what is denied: after the first auxiliary of the content, or the first word after "having"."""
    language, (start, end) = reading.language, _main_clause(denied, reading)
    content = [i for i in range(start, end) if is_content(reading.tokens[i], language)]
    is_gerund = bool(content) and reading.language == "en" and reading.tokens[content[0]].lower.endswith("ing")
    if reading.tokens[denied.cue[-1]].lower in ("having", "ever") or is_gerund:
        return content[0] if content else None
    auxiliaries = AUXILIARIES.get(language, frozenset())
    aux = next((i for i in range(start, end) if reading.tokens[i].lower in auxiliaries), None)
    return None if aux is None else next((i for i in content if i > aux), None)


def _other(denied: Denied, place: int, asserter: Reading, rival: int | None = None) -> Dispute:
    anchor = rival if rival is not None else len(asserter.tokens) // 2
    return Dispute(
        ReasonKind.DENIAL, Relation.OTHER, "denial.of_other_claim", denied.cue, (), place, anchor, denied.cue, ()
    )


@lru_cache(maxsize=256)
def denials(reading: Reading) -> tuple[Denied, ...]:
    """The explicit denials of a passage and what they deny."""
    table = _TABLES.get(reading.language)
    if table is None:
        return ()
    tokens = reading.tokens
    phrases = table.find(tokens)
    result, used = [], set()
    for n, phrase in enumerate(phrases):
        if n in used or phrase.kind is Part.VOID:
            continue
        start, end = _sentence(reading, phrase.start)
        if phrase.kind in (Part.OPENS, Part.CANCELLED):
            is_object_before = phrase.kind is Part.CANCELLED and _content_before(reading, start, phrase.start)
            content = (start, phrase.start) if is_object_before else (phrase.end, end)
            if {token.lower for token in tokens[content[0] : min(content[1], content[0] + 6)]} & _NO_FACT:
                continue
            if content[1] - content[0] < 2:
                continue
            is_cancelled = phrase.kind is Part.CANCELLED or any(
                cue.end <= phrase.start < cue.scope[1] and cue.word != "without" for cue in scopes(reading).cues
            )
            result.append(Denied(phrase.tokens, content, is_cancelled))
        elif phrase.kind is Part.CLAIM:
            closing = next(
                (k for k in range(n + 1, len(phrases)) if phrases[k].kind is Part.CLOSES and phrases[k].start < end),
                None,
            )
            if closing is not None:
                used.add(closing)
                # Kazakh says first what is claimed, then that it is a claim.
                content = (start, phrase.start) if reading.language == "kk" else (phrase.end, phrases[closing].start)
                result.append(Denied(phrases[closing].tokens, content, is_cancelled=False, opening=phrase.tokens))
        elif phrase.kind is Part.SHORT and start > 0:
            before = _sentence(reading, start - 2 if start > 1 else 0)
            result.append(Denied(phrase.tokens, before, is_cancelled=False))
    return tuple(result)


def _content_before(reading: Reading, start: int, cue: int) -> bool:
    """`That ash was dumped is something we do not dispute`: the object stands in front."""
    after = reading.tokens[cue + 2] if cue + 2 < len(reading.tokens) else None
    opens_with_that = reading.tokens[start].lower == "that"
    return opens_with_that and cue - start > 4 and (after is None or after.text in (".", ",", ";"))


def _sentence(reading: Reading, place: int) -> tuple[int, int]:
    tokens = reading.tokens
    start, end = place, place
    while start > 0 and tokens[start - 1].text not in _STOPS:
        start -= 1
    while end < len(tokens) and tokens[end].text not in _STOPS:
        end += 1
    return start, end
