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


_PHRASES: dict[str, dict[Part, tuple[str, ...]]] = {
    "en": {
        Part.OPENS: phrase_list(
            """
            untrue that / untrue to say / untrue to claim / untrue to suggest / false that / false to say / false to
            claim / false to suggest / wrong that / wrong to say / wrong to claim / wrong to suggest / incorrect
            that / incorrect to say / incorrect to claim / incorrect to suggest / not true that / not true to say /
            not true to claim / not true to suggest / not the case that / not the case to say / not the case to
            claim / not the case to suggest / not correct that / not correct to say / not correct to claim / not
            correct to suggest / a lie that / a lie to say / a lie to claim / a lie to suggest / a myth that / a
            myth to say / a myth to claim / a myth to suggest / is untrue that / is untrue to say / is untrue to
            claim / is untrue to suggest / is false that / is false to say / is false to claim / is false to suggest
            / is wrong that / is wrong to say / is wrong to claim / is wrong to suggest / is incorrect that / is
            incorrect to say / is incorrect to claim / is incorrect to suggest / is not true that / is not true to
            say / is not true to claim / is not true to suggest / is not the case that / is not the case to say / is
            not the case to claim / is not the case to suggest / is not correct that / is not correct to say / is
            not correct to claim / is not correct to suggest / is a lie that / is a lie to say / is a lie to claim /
            is a lie to suggest / is a myth that / is a myth to say / is a myth to claim / is a myth to suggest /
            was untrue that / was untrue to say / was untrue to claim / was untrue to suggest / was false that / was
            false to say / was false to claim / was false to suggest / was wrong that / was wrong to say / was wrong
            to claim / was wrong to suggest / was incorrect that / was incorrect to say / was incorrect to claim /
            was incorrect to suggest / was not true that / was not true to say / was not true to claim / was not
            true to suggest / was not the case that / was not the case to say / was not the case to claim / was not
            the case to suggest / was not correct that / was not correct to say / was not correct to claim / was not
            correct to suggest / was a lie that / was a lie to say / was a lie to claim / was a lie to suggest / was
            a myth that / was a myth to say / was a myth to claim / was a myth to suggest / is simply untrue that /
            is simply untrue to say / is simply untrue to claim / is simply untrue to suggest / is simply false that
            / is simply false to say / is simply false to claim / is simply false to suggest / is simply wrong that
            / is simply wrong to say / is simply wrong to claim / is simply wrong to suggest / is simply incorrect
            that / is simply incorrect to say / is simply incorrect to claim / is simply incorrect to suggest / is
            simply not true that / is simply not true to say / is simply not true to claim / is simply not true to
            suggest / is simply not the case that / is simply not the case to say / is simply not the case to claim
            / is simply not the case to suggest / is simply not correct that / is simply not correct to say / is
            simply not correct to claim / is simply not correct to suggest / is simply a lie that / is simply a lie
            to say / is simply a lie to claim / is simply a lie to suggest / is simply a myth that / is simply a
            myth to say / is simply a myth to claim / is simply a myth to suggest / is quite untrue that / is quite
            untrue to say / is quite untrue to claim / is quite untrue to suggest / is quite false that / is quite
            false to say / is quite false to claim / is quite false to suggest / is quite wrong that / is quite
            wrong to say / is quite wrong to claim / is quite wrong to suggest / is quite incorrect that / is quite
            incorrect to say / is quite incorrect to claim / is quite incorrect to suggest / is quite not true that
            / is quite not true to say / is quite not true to claim / is quite not true to suggest / is quite not
            the case that / is quite not the case to say / is quite not the case to claim / is quite not the case to
            suggest / is quite not correct that / is quite not correct to say / is quite not correct to claim / is
            quite not correct to suggest / is quite a lie that / is quite a lie to say / is quite a lie to claim /
            is quite a lie to suggest / is quite a myth that / is quite a myth to say / is quite a myth to claim /
            is quite a myth to suggest / is plainly untrue that / is plainly untrue to say / is plainly untrue to
            claim / is plainly untrue to suggest / is plainly false that / is plainly false to say / is plainly
            false to claim / is plainly false to suggest / is plainly wrong that / is plainly wrong to say / is
            plainly wrong to claim / is plainly wrong to suggest / is plainly incorrect that / is plainly incorrect
            to say / is plainly incorrect to claim / is plainly incorrect to suggest / is plainly not true that / is
            plainly not true to say / is plainly not true to claim / is plainly not true to suggest / is plainly not
            the case that / is plainly not the case to say / is plainly not the case to claim / is plainly not the
            case to suggest / is plainly not correct that / is plainly not correct to say / is plainly not correct
            to claim / is plainly not correct to suggest / is plainly a lie that / is plainly a lie to say / is
            plainly a lie to claim / is plainly a lie to suggest / is plainly a myth that / is plainly a myth to say
            / is plainly a myth to claim / is plainly a myth to suggest / be untrue that / be untrue to say / be
            untrue to claim / be untrue to suggest / be false that / be false to say / be false to claim / be false
            to suggest / be wrong that / be wrong to say / be wrong to claim / be wrong to suggest / be incorrect
            that / be incorrect to say / be incorrect to claim / be incorrect to suggest / be not true that / be not
            true to say / be not true to claim / be not true to suggest / be not the case that / be not the case to
            say / be not the case to claim / be not the case to suggest / be not correct that / be not correct to
            say / be not correct to claim / be not correct to suggest / be a lie that / be a lie to say / be a lie
            to claim / be a lie to suggest / be a myth that / be a myth to say / be a myth to claim / be a myth to
            suggest / denies that / denied that / deny that / denying that / denies having / denied having / deny
            having / denies any / denied any / deny any / denies ever / denied ever / deny ever / denies / denied /
            deny / denying / disputes that / disputed that / dispute that / contests that / contested that / contest
            that / rejects the claim / rejected the claim / reject the claim / rejects the allegation / rejected the
            allegation / reject the allegation / rejects the accusation / rejected the accusation / reject the
            accusation / rejects the suggestion / rejected the suggestion / reject the suggestion / rejects the
            charge / rejected the charge / reject the charge / rejects the assertion / rejected the assertion /
            rejects claims that / rejected claims that / rejects as untrue / rejected as untrue / no truth in / not
            a word of truth in / not a grain of truth in / contrary to what the / contrary to the claim / contrary
            to claims / contrary to the assertion / contrary to the allegation / refutes / refuted / refute /
            misleading to say / nonsense that / mistaken in saying / wrong in saying / disputes the / disputed the /
            dispute the / contests the / contested the / contradicts the / flatly denies / reject the finding /
            rejects the finding / rejected the finding / no question of / rejects the notion / rejected the notion /
            reject the idea / rejects the idea / rejected the idea
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
    """Tokens `cue` deny the tokens `content` (half-open)."""

    cue: tuple[int, ...]
    content: tuple[int, int]
    is_cancelled: bool


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
    scoped, theirs = scopes(denier), scopes(asserter)
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
        n, m = max(pairs, key=lambda pair: (found.left[pair[0]].weight * (not found.left[pair[0]].is_name), -pair[0]))
        place, rival = found.left[n].index, found.right[m].index
        # An even number of negations leaves the denied content as it is asserted over there.
        own = sum(1 for cue in scoped.cues if cue.scope[0] <= place < cue.scope[1] and cue.start >= denied.content[0])
        is_turned = (own + theirs.depth[rival]) % 2 == 1
        they_deny = any(d.content[0] <= rival < d.content[1] and not d.is_cancelled for d in their_denials)
        if they_deny:
            is_turned = not is_turned
        words = {denier.tokens[i].lower for i in range(*denied.content)} & on_purpose
        their_words = {token.lower for token in asserter.tokens} & on_purpose
        shown = denied.cue
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
        prior = 2.5 * (met.left - 0.6) - (0.0 if has_predicate else 1.5)
        result.append(
            Dispute(ReasonKind.DENIAL, relation, rule, shown, (rival,), place, rival, denied.cue, (), prior=prior)
        )
        if relation is Relation.CONFLICT and not has_predicate:
            result.append(_other(denied, place, asserter, rival))
    return result


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
    if reading.tokens[denied.cue[-1]].lower in ("having", "ever"):
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
                result.append(Denied(phrases[closing].tokens, (phrase.end, phrases[closing].start), is_cancelled=False))
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
