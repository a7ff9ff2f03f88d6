"""Who said it and who did it: reports of the other side's words, and causes, requests and actors that differ."""

from __future__ import annotations

from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.tokens import tokens as cut
from statement_compare.engine.verdict.facts.agents import Agent, agents, contrasts
from statement_compare.engine.verdict.facts.cues import PhraseTable, phrase_list
from statement_compare.engine.verdict.facts.denial import denials
from statement_compare.engine.verdict.facts.exchange import exchanged
from statement_compare.engine.verdict.facts.frames import Frame, Party, Stance, frames, party_of, sentences
from statement_compare.engine.verdict.facts.matching import MATCHED, Match, match
from statement_compare.engine.verdict.facts.weighing import Dispute, settle, span_of
from statement_compare.engine.verdict.facts.words import word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation

# Verbs that merely report; "ruled", "found", "ordered" are acts of the one who speaks.
_REPORTS = word_set(
    """
    say says said state states stated according report reports reported note notes noted write writes wrote add
    adds tell tells told explain explains считает сообщает заявляет заявил заявила заявило сообщил сообщила
    сообщило говорит пишет мәлімдейді мәлімдеді хабарлады дейді sagt sagte erklärt erklärte teilt teilte laut
    dit déclare indique selon dice dijo declara según señala indica по in nach d'après de
    """
)
_RELIED_ON = word_set("said told reported stated noted wrote") | {"according to", "согласно", "selon", "según", "laut"}
_CLAIMED = 0.85
_UNSURE = 0.05  # less strength where it is not known who speaks
_REPORTED = "attribution.reported"
_THIRD_PARTIES = {
    "en": word_set(
        """
    residents neighbours tenants employees workers pickers campaigners newspaper newspapers press media
    reporters witnesses customers rivals critics activists analysts experts residents' patients drivers
    commuters blog broadcaster journalists rumours rumour former whistleblower
    """
    ),
    "ru": word_set("жители жителей сми пресса газета журналисты очевидцы активисты эксперты"),
}
_NO_STAND: dict[str, tuple[str, ...]] = {
    "en": phrase_list(
        """
        declined to comment / declines to comment / no comment / not comment / not commented / not comment on / yet
        to take a position / takes no position / take no position / not taken a position / are studying / is
        studying / are examining / is examining / are reviewing / is reviewing / will study / will examine / reply
        is due / answer is due / response is due / will respond / will reply / will answer / has taken note / have
        taken note / take note of / takes note of / awaits the / await the / will comment / not yet replied / are
        looking into / is looking into / refused to comment / don't comment / doesn't comment / study the letter /
        will not be drawn / would not say / not in a position to comment / reserves its position / no position on /
        will give its answer / has yet to reply / has yet to respond / answer it when
        """
    ),
    "ru": phrase_list(
        """
        не комментирует / не комментируют / отказался от комментариев / отказалась от комментариев / изучает /
        изучаем / изучают / от комментариев / позицию не / ответит / комментарии позже / воздерживается /
        воздержалась
        """
    ),
    "kk": phrase_list(
        """
        түсініктеме берген жоқ / түсініктеме беруден / пікір білдірмейді / зерделеп / зерттеп жатыр / ұстаным
        білдірген жоқ
        """
    ),
    "de": phrase_list(
        """
        kommentiert nicht / kommentieren nicht / keine stellungnahme / prüft / wird sich äußern
        / nicht äußern
        """
    ),
    "fr": phrase_list(
        """
        ne commente pas / ne commentons pas / pas de commentaire / étudions / étudie / examine / se prononcera /
        sans prendre position
        """
    ),
    "es": phrase_list(
        """
        no comenta / no comentamos / sin comentarios / estudia / estudiamos / analiza / analizamos / no se pronuncia
        / sin pronunciarse
        """
    ),
}
_NO_STAND_TABLES = {language: PhraseTable({Stance.SAY: phrases}) for language, phrases in _NO_STAND.items()}
_TAKEN_UP = {
    "en": word_set(
        """
    but however yet rightly correctly indeed wrongly falsely nonetheless nevertheless
    """
    ),
    "ru": word_set("но однако справедливо верно напротив"),
    "kk": word_set("бірақ алайда"),
    "de": word_set("aber jedoch sondern zu"),
    "fr": word_set("mais cependant or toutefois"),
    "es": word_set("pero sino"),
}


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    return (
        *reported(left, right),
        *exchanged(left, right),
        *settle(disputes(left, right, lexicon), left, right, lexicon),
    )


def reported(left: Reading, right: Reading) -> tuple[Fact, ...]:
    """OTHER for a passage that only reports what somebody else says, or that refuses to take a stand.

    A passage's own side is taken from its speaker where that is known, then from "..., the ministry said" in it or in
    the other passage. Failing all that, whoever is quoted may be the speaker: a report is then less sure, and as sure
    on the left as on the right.
    """
    facts = []
    for reading, other, is_left in ((left, right, True), (right, left, False)):
        own = _own_side(reading) or _OPPOSITE.get(_own_side(other) or Party.OTHER)
        found = None if _each_for_itself(reading, other) else _report(reading, own)
        if found is None:
            continue
        indices, strength, rule = found
        if own is None and rule == _REPORTED:
            strength -= _UNSURE
        span = span_of(reading, indices)
        facts.append(
            Fact(
                ReasonKind.ATTRIBUTION,
                Relation.OTHER,
                span if is_left else None,
                None if is_left else span,
                round(strength, 3),
                rule,
            )
        )
    return tuple(facts)


_OPPOSITE = {Party.AUTHORITY: Party.COMPANY, Party.COMPANY: Party.AUTHORITY}


def _own_side(reading: Reading) -> Party | None:
    """The kind of party that speaks in a passage, where its speaker or its own words tell."""
    for language in (reading.language, "en"):
        speaker = party_of(cut(reading.passage.speaker, language), language)
        if speaker in _OPPOSITE:
            return speaker
    for frame in frames(reading):
        if frame.is_aside and frame.party in _OPPOSITE and frame.stance is not Stance.CLAIM:
            return frame.party
    return None


def _each_for_itself(reading: Reading, other: Reading) -> bool:
    """Whether two different parties are quoted, one in each passage: then each passage is its own party's word."""
    here = {frame.party for frame in frames(reading) if frame.party is not Party.SELF}
    there = {frame.party for frame in frames(other) if frame.party is not Party.SELF}
    return bool(here and there) and not here & there and Party.SELF not in here


def _report(reading: Reading, own: Party | None) -> tuple[tuple[int, ...], float, str] | None:
    table = _NO_STAND_TABLES.get(reading.language)
    silent = table.find(reading.tokens) if table is not None else ()
    if silent:
        return silent[0].tokens, 0.8, "attribution.no_stand"
    if denials(reading):
        return None
    all_frames = frames(reading)
    if any(frame.stance in (Stance.ADMIT, Stance.DENY) for frame in all_frames):
        return None
    for frame in all_frames:
        strength = _distance(frame, reading, own)
        if strength and not _takes_stand(frame, reading):
            return tuple(range(*frame.reporter)) or (frame.start,), strength, _REPORTED
    return None


def _distance(frame: Frame, reading: Reading, own: Party | None) -> float:
    """How surely a frame reports somebody else than the passage's own side; 0 where it does not."""
    if frame.is_negated or frame.is_aside or frame.party is Party.SELF:
        return 0.0
    words = {reading.tokens[i].lower for i in range(*frame.reporter)}
    is_third = bool(words & _THIRD_PARTIES.get(reading.language, frozenset()))
    is_of_other = frame.party in _OPPOSITE and frame.party is not own
    if not is_third and not is_of_other:
        return 0.0
    if frame.stance is Stance.CLAIM:
        return _CLAIMED
    if frame.stance is Stance.SAY and frame.verb.split()[0] in _REPORTS:
        # "According to" and "said" often bring in what the passage itself builds on; "says" keeps it at a distance.
        return 0.6 if frame.verb in _RELIED_ON else 0.75
    return 0.0


def _takes_stand(frame: Frame, reading: Reading) -> bool:
    """Whether the passage goes on in its own voice: another sentence, or a turn such as "but"."""
    if len(sentences(reading.tokens)) > 1:
        return True
    turns = _TAKEN_UP.get(reading.language, frozenset())
    return any(reading.tokens[i].lower in turns for i in range(frame.end, len(reading.tokens)))


def disputes(left: Reading, right: Reading, lexicon: Lexicon) -> list[Dispute]:
    """Causes, requests, duties and actors of one matter that both passages name differently."""
    if left.language != right.language:
        return []
    found = match(left, right, lexicon)
    mine, yours = agents(left), agents(right)
    result = []
    for a in mine:
        for b in yours:
            if a.office is not b.office or a.is_partial or b.is_partial:
                continue
            same = _share(a.named, b.named, found)
            if a.is_denied and b.is_denied:
                continue
            if a.is_denied != b.is_denied:
                if same:
                    result.append(_dispute(a, b, "attribution.denied_agent"))
                continue
            is_named_elsewhere = any(_share(a.named, c.named, found) for c in yours if c.office is a.office) or any(
                _share(c.named, b.named, found) for c in mine if c.office is a.office
            )
            if not same and not is_named_elsewhere and _distinct(a.party, b.party):
                result.append(_dispute(a, b, "attribution.other_agent"))
    result += _contrasted(left, right, found)
    result += [d.mirrored() for d in _contrasted(right, left, found.mirrored())]
    return result


def _distinct(a: Party, b: Party) -> bool:
    """ "We" may be any company; it is surely not an authority."""
    if Party.SELF in (a, b):
        return Party.AUTHORITY in (a, b)
    return True


def _share(a: tuple[int, ...], b: tuple[int, ...], found: Match) -> bool:
    return any(
        term.index in a and found.partner_left[n][1] >= MATCHED and found.right[found.partner_left[n][0]].index in b
        for n, term in enumerate(found.left)
    )


def _dispute(a: Agent, b: Agent, rule: str, relation: Relation = Relation.CONFLICT) -> Dispute:
    return Dispute(
        ReasonKind.ATTRIBUTION,
        relation,
        rule,
        a.named,
        b.named,
        a.cue[0],
        b.cue[0],
        (*a.cue, *a.named),
        (*b.cue, *b.named),
        params=(("office", a.office.value),),
    )


def _anchors(found: Match, left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, int]:
    """The last words outside the contrast that both sides share: the clauses to be weighed are theirs."""
    for n in range(len(found.left) - 1, -1, -1):
        m, affinity = found.partner_left[n]
        if affinity >= MATCHED and found.left[n].index not in left and found.right[m].index not in right:
            return found.left[n].index, found.right[m].index
    return left[0], right[0]


def _contrasted(left: Reading, right: Reading, found: Match) -> list[Dispute]:
    """`X, not Y` against a passage that has it the other way round."""
    result = []
    for named, denied in contrasts(left):
        for other_named, other_denied in contrasts(right):
            if (
                _share(named, other_denied, found)
                and _share(denied, other_named, found)
                and not _share(named, other_named, found)
            ):
                result.append(
                    Dispute(
                        ReasonKind.ATTRIBUTION,
                        Relation.CONFLICT,
                        "attribution.reversed",
                        named,
                        other_named,
                        *_anchors(found, (*named, *denied), (*other_named, *other_denied)),
                        (*named, *denied),
                        (*other_named, *other_denied),
                    )
                )
        for agent in agents(right):
            if agent.is_denied or not _share(denied, agent.named, found) or _share(named, agent.named, found):
                continue
            result.append(
                Dispute(
                    ReasonKind.ATTRIBUTION,
                    Relation.CONFLICT,
                    "attribution.not_that_one",
                    (*named, *denied),
                    agent.named,
                    *_anchors(found, (*named, *denied), agent.named),
                    (*named, *denied),
                    agent.named,
                )
            )
    return result
