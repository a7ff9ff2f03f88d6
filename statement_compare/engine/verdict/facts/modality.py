"""What must, may, can or will be: obligations, permissions, abilities, hedges and conditions."""

from __future__ import annotations

from enum import StrEnum

from statement_compare.engine.model import ReasonKind
from statement_compare.engine.verdict.facts.cues import Found, PhraseTable, phrase_list
from statement_compare.engine.verdict.facts.frames import framed_tokens
from statement_compare.engine.verdict.facts.matching import MATCHED, Match, match
from statement_compare.engine.verdict.facts.mood import MoodMark, mood, mood_marks
from statement_compare.engine.verdict.facts.scope import is_content, scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation


class Modal(StrEnum):
    MUST = "must"
    NEED_NOT = "need_not"
    MAY = "may"
    MAY_NOT = "may_not"
    CAN = "can"
    CANNOT = "cannot"
    SHOULD = "should"
    NONE = "none"  # a use of the word that is none of these


_PHRASES: dict[str, dict[Modal, tuple[str, ...]]] = {
    "en": {
        Modal.MUST: phrase_list(
            """
            must / have to / has to / had to / required to / requires the / requires it / requires us / requires
            them / requires any / requires all / require the / require us / require it / is required / are required
            / obliged to / obliges / oblige / obliged / obligatory / compulsory / mandatory / legally binding / is
            binding / binding / bound to / bound by / under a duty / a duty to / duty to / obligation to / an
            obligation / shall / need to / needs to / compels / compelled to / compel / has no choice / the duty of
            / binds
            """
        ),
        Modal.NEED_NOT: phrase_list(
            """
            need not / needn't / not have to / don't have to / doesn't have to / didn't have to / not required / not
            obliged / no duty / no obligation / under no duty / under no obligation / voluntary / voluntarily /
            optional / free not to / at * discretion / at * own discretion / own discretion / discretionary / a
            recommendation / recommendation only / merely recommends / only recommends / not bound / not mandatory /
            not compulsory / not binding / not obligatory / non-binding / left to / not require / doesn't require /
            not oblige / no requirement / nothing obliges / nothing requires / not need to / is up to / no force /
            own judgement / as it sees fit / as they see fit / as we see fit / nobody has to / nobody is obliged /
            nobody is required / no one has to / no binding / free to choose / free to decide / free to refuse /
            free to ignore / of its own free will / if they wish / if it wishes / if we wish
            """
        ),
        Modal.MAY: phrase_list(
            """
            may / allowed to / is allowed / are allowed / permitted to / is permitted / are permitted / permits the
            / permits us / permits it / permits them / permit us / permit the / entitled to / entitles / entitle /
            free to / the right to / a right to / authorised to / authorized to / allows / is lawful / at liberty to
            / has leave to / have leave to / lets / let us
            """
        ),
        Modal.MAY_NOT: phrase_list(
            """
            may not / must not / mustn't / not allowed / not permitted / forbidden / prohibited / banned / barred /
            no right / not entitled / not free / forbids / prohibits / bars / shall not / not authorised / not
            authorized / not be allowed / not permit / not allow / doesn't allow / not let / may no longer / must no
            longer / no longer allowed / no longer permitted / off limits / not entitle / may never
            """
        ),
        Modal.CAN: phrase_list(
            """
            can / could / able to / possible / in a position to / a possibility / capable of / could have / can be /
            feasible
            """
        ),
        Modal.CANNOT: phrase_list(
            """
            cannot / can't / could not / couldn't / unable to / impossible / out of the question / not possible /
            not able / not in a position / no way to / incapable of / can never / could never / can no longer / not
            capable / not feasible / no possibility / in no position
            """
        ),
        Modal.SHOULD: phrase_list(
            """
            should / ought to / recommended to / is advised / are advised / is urged / should be / recommends
            """
        ),
        Modal.NONE: phrase_list(
            """
            may have / may well / cannot rule out / can't rule out / could not rule out / as soon as possible / may
            or may not / could not be reached / could not comment / cannot comment / if possible / wherever possible
            / where possible / should the / should a / should any / should it / must have / can hardly be blamed /
            should have / should we / cannot say / could not say / cannot confirm
            """
        ),
    },
    "ru": {
        Modal.MUST: phrase_list(
            """
            должен / должна / должно / должны / обязан / обязана / обязано / обязаны / обязательно / обязателен /
            обязательна / обязательны / обязательное / обязательным / обязательной / необходимо / требуется /
            обязанность
            """
        ),
        Modal.NEED_NOT: phrase_list(
            """
            не обязан / не обязана / не обязано / не обязаны / необязательно / не требуется / добровольно /
            добровольное / добровольным / добровольной / добровольна / добровольный / по своему усмотрению / на
            усмотрение / рекомендация / рекомендательный / рекомендательный характер / не должен был / вправе не /
            не обязательно / не обязательна / носит рекомендательный
            """
        ),
        Modal.MAY: phrase_list(
            """
            может / могут / вправе / имеет право / имеют право / разрешено / разрешается / можно / допускается /
            разрешает / позволяет
            """
        ),
        Modal.MAY_NOT: phrase_list(
            """
            не вправе / нельзя / запрещено / запрещается / запрещает / запрещён / запрещена / запрещены / не имеет
            права / не имеют права / не разрешено / не разрешается / не допускается / не позволяет
            """
        ),
        Modal.CAN: phrase_list("возможно / способен / способна / в состоянии"),
        Modal.CANNOT: phrase_list(
            """
            не может / не могут / невозможно / не способен / не в состоянии / не мог / не могла / не могли
            """
        ),
        Modal.SHOULD: phrase_list("следует / рекомендуется / рекомендовано / следовало"),
        Modal.NONE: phrase_list("возможно ,"),
    },
    "kk": {
        Modal.MUST: phrase_list("тиіс / міндетті / керек / қажет / мәжбүр"),
        Modal.NEED_NOT: phrase_list(
            """
            міндетті емес / ерікті / ерікті түрде / қажет емес / өз қалауы бойынша / керек емес
            """
        ),
        Modal.MAY: phrase_list("рұқсат / құқылы / алады / болады"),
        Modal.MAY_NOT: phrase_list(
            """
            тыйым / құқылы емес / рұқсат жоқ / болмайды / рұқсат етілмейді / құқығы жоқ
            """
        ),
        Modal.CAN: phrase_list("мүмкіндігі бар"),
        Modal.CANNOT: phrase_list("мүмкін емес / алмайды / мүмкіндігі жоқ"),
        Modal.SHOULD: phrase_list("жөн / ұсынылады"),
        Modal.NONE: (),
    },
    "de": {
        Modal.MUST: phrase_list(
            """
            muss / müssen / musste / mussten / verpflichtet / verpflichtend / obligatorisch / pflicht / verbindlich
            / zwingend / vorgeschrieben
            """
        ),
        Modal.NEED_NOT: phrase_list(
            """
            nicht verpflichtet / freiwillig / unverbindlich / keine pflicht / muss nicht / müssen nicht / nicht
            zwingend / nicht verpflichtend / steht frei / nicht vorgeschrieben / empfehlung
            """
        ),
        Modal.MAY: phrase_list(
            """
            darf / dürfen / durfte / durften / erlaubt / gestattet / berechtigt / zulässig
            """
        ),
        Modal.MAY_NOT: phrase_list(
            """
            darf nicht / dürfen nicht / durfte nicht / verboten / untersagt / unzulässig / nicht erlaubt / nicht
            gestattet / nicht berechtigt
            """
        ),
        Modal.CAN: phrase_list("kann / können / möglich / imstande"),
        Modal.CANNOT: phrase_list(
            """
            kann nicht / können nicht / unmöglich / nicht möglich / ausgeschlossen / außerstande
            """
        ),
        Modal.SHOULD: phrase_list("sollte / sollten"),
        Modal.NONE: phrase_list("nicht ausgeschlossen"),
    },
    "fr": {
        Modal.MUST: phrase_list(
            """
            doit / doivent / devait / devaient / obligatoire / tenu de / tenue de / tenus de / contraignant /
            contraignante / obligé / obligée / impératif
            """
        ),
        Modal.NEED_NOT: phrase_list(
            """
            facultatif / facultative / volontaire / pas obligatoire / pas tenu / pas tenue / non contraignant / non
            contraignante / pas obligé / aucune obligation / pas l'obligation / simple recommandation
            """
        ),
        Modal.MAY: phrase_list(
            """
            peut / peuvent / autorisé à / autorisée à / autorisés à / permet / le droit de / libre de / permis de /
            est permis / est autorisé
            """
        ),
        Modal.MAY_NOT: phrase_list(
            """
            ne peut pas / ne peuvent pas / interdit / interdite / interdits / pas autorisé / pas autorisée / pas le
            droit / ne doit pas / ne doivent pas / prohibé
            """
        ),
        Modal.CAN: phrase_list("possible / en mesure de"),
        Modal.CANNOT: phrase_list("impossible / pas possible / pas en mesure / incapable"),
        Modal.SHOULD: phrase_list("devrait / devraient / recommandé"),
        Modal.NONE: (),
    },
    "es": {
        Modal.MUST: phrase_list(
            """
            debe / deben / debía / debían / deberá / deberán / obligatorio / obligatoria / obligado / obligada /
            obligados / tiene que / tienen que / vinculante / obliga
            """
        ),
        Modal.NEED_NOT: phrase_list(
            """
            voluntario / voluntaria / opcional / facultativo / facultativa / no obligatorio / no es obligatorio / no
            es obligatoria / no está obligada / no está obligado / no están obligados / no obliga / no tiene que /
            no vinculante / no es vinculante / ninguna obligación
            """
        ),
        Modal.MAY: phrase_list(
            """
            puede / pueden / podía / podían / autorizado / autorizada / permite / permitido / permitida / derecho a
            """
        ),
        Modal.MAY_NOT: phrase_list(
            """
            no puede / no pueden / prohibido / prohibida / prohíbe / no está autorizada / no está permitido / no
            permite / no tiene derecho / no debe / no deben
            """
        ),
        Modal.CAN: phrase_list("es posible / capaz"),
        Modal.CANNOT: phrase_list("imposible / no es posible / incapaz"),
        Modal.SHOULD: phrase_list("debería / deberían / recomienda"),
        Modal.NONE: (),
    },
}
_TABLES = {language: PhraseTable(table) for language, table in _PHRASES.items()}

_TURNED = {
    Modal.MUST: Modal.NEED_NOT,
    Modal.NEED_NOT: Modal.MUST,
    Modal.MAY: Modal.MAY_NOT,
    Modal.MAY_NOT: Modal.MAY,
    Modal.CAN: Modal.CANNOT,
    Modal.CANNOT: Modal.CAN,
}
_CONFLICTS: dict[frozenset[Modal], float] = {
    frozenset((Modal.MUST, Modal.NEED_NOT)): 0.0,
    frozenset((Modal.MUST, Modal.MAY_NOT)): -0.5,
    frozenset((Modal.MAY, Modal.MAY_NOT)): 0.0,
    frozenset((Modal.CAN, Modal.CANNOT)): 0.0,
    frozenset((Modal.MAY, Modal.CANNOT)): -0.3,
    frozenset((Modal.CAN, Modal.MAY_NOT)): -0.3,
}
_QUALIFYING = frozenset(
    frozenset(pair) for pair in ((Modal.MUST, Modal.SHOULD), (Modal.MUST, Modal.MAY), (Modal.MAY, Modal.SHOULD))
)


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(left, right, lexicon), left, right, lexicon)


def disputes(left: Reading, right: Reading, lexicon: Lexicon) -> list[Dispute]:
    """Modals that exclude each other, weaker ones, and hedges, plans and conditions that stand on one side only."""
    if left.language != right.language:
        return []
    found = match(left, right, lexicon)
    result = []
    for mine in modals(left):
        for yours in modals(right):
            pair = frozenset((mine.kind, yours.kind))
            prior = 0.0
            same_predicate = _same_predicate(mine, yours, left, right, lexicon)
            if pair in _CONFLICTS:
                relation, rule, prior = (
                    Relation.CONFLICT,
                    "modality.exclude",
                    _CONFLICTS[pair] + (0.0 if same_predicate else -1.5),
                )
            elif pair in _QUALIFYING:
                relation, rule, prior = Relation.QUALIFIES, "modality.softer", -0.6
            else:
                continue
            result.append(
                Dispute(
                    ReasonKind.MODALITY,
                    relation,
                    rule,
                    mine.tokens,
                    yours.tokens,
                    mine.start,
                    yours.start,
                    mine.tokens,
                    yours.tokens,
                    prior,
                )
            )
    result += _one_sided(left, right, found)
    result += [dispute.mirrored() for dispute in _one_sided(right, left, found.mirrored())]
    return result


def modals(reading: Reading) -> tuple[Found[Modal], ...]:
    """The modals of a passage, with the negations of their clause worked in."""
    table = _TABLES.get(reading.language)
    if table is None:
        return ()
    framed, scoped = framed_tokens(reading), scopes(reading)
    result: list[Found[Modal]] = []
    for cue in table.find(reading.tokens):
        if cue.kind is Modal.NONE or cue.start in framed:
            continue
        token = reading.tokens[cue.start]
        if token.text == "May" and cue.start > 0:  # the month
            continue
        if _is_in_name(cue.start, reading):  # "Granby Lets"
            continue
        kind: Modal = cue.kind
        outside = [
            c
            for c in scoped.cues
            if c.scope[0] <= cue.start < c.scope[1]
            and c.word not in ("without", "failed to")
            and not cue.start <= c.start < cue.end
            and _governs(c.end, cue.start)
        ]
        after = [
            c for c in scoped.cues if c.start == cue.end and c.word in ("not", "n't", "nicht", "не", "емес", "pas")
        ]
        if (len(outside) + len(after)) % 2:
            kind = _TURNED.get(kind, kind)
        result.append(Found(cue.start, cue.end, kind))
    return tuple(result)


def _is_in_name(index: int, reading: Reading) -> bool:
    """Whether a modal word is written as part of a name: a capital inside a sentence, German nouns apart."""
    tokens = reading.tokens
    if reading.language == "de" or index == 0 or not tokens[index].text[:1].isupper() or tokens[index].text.isupper():
        return False
    return tokens[index - 1].text[:1].isupper() and tokens[index - 1].text.isalpha()


def _same_predicate(mine: Found[Modal], yours: Found[Modal], left: Reading, right: Reading, lexicon: Lexicon) -> bool:
    """Whether what must or may be done is the same on both sides; true where one side names it before the modal."""
    a, b = _predicate(mine, left), _predicate(yours, right)
    if a is None or b is None:
        return True
    x, y = left.tokens[a], right.tokens[b]
    return x.stem == y.stem or lexicon.affinity(x.lower, y.lower) >= MATCHED


def _predicate(modal: Found[Modal], reading: Reading) -> int | None:
    end = scopes(reading).clause_of(modal.start)[1]
    return next((i for i in range(modal.end, end) if is_content(reading.tokens[i], reading.language)), None)


def _governs(cue_end: int, modal: int) -> bool:
    """A negation before the modal reaches it when it stands near ("nobody may", "no owner of a kiln may")."""
    return 0 <= modal - cue_end <= 6


def _one_sided(soft: Reading, plain: Reading, found: Match) -> list[Dispute]:
    """Hedges, plans and conditions of `soft` in clauses that `plain` states without one."""
    result = []
    framed = framed_tokens(soft)
    rules = {
        MoodMark.HEDGE: "modality.hedged",
        MoodMark.IF: "modality.condition",
    }
    for mark in (MoodMark.HEDGE, MoodMark.IF):
        for start, end in mood_marks(soft, mark):
            if start in framed:
                continue
            near = _nearest_pair(soft, start, found)
            if near is None:
                continue
            place, rival = near
            theirs = mood(plain, rival)
            if (theirs.hedge if mark is MoodMark.HEDGE else theirs.condition) is not None:
                continue
            tokens = tuple(range(start, end))
            result.append(
                Dispute(
                    ReasonKind.MODALITY,
                    Relation.QUALIFIES,
                    rules[mark],
                    tokens,
                    (rival,),
                    place,
                    rival,
                    tokens,
                    (),
                    prior=-1.0 if mark is MoodMark.IF else 0.0,
                )
            )
    return result


def _nearest_pair(soft: Reading, place: int, found: Match) -> tuple[int, int] | None:
    """The word nearest after `place` in its clause that the other side has too, and that answer."""
    first, last = scopes(soft).clause_of(place)
    pairs = [
        (abs(term.index - place), term.index, found.right[found.partner_left[n][0]].index)
        for n, term in enumerate(found.left)
        if first <= term.index < last and found.partner_left[n][1] >= MATCHED and not term.is_number
    ]
    if not pairs:
        return None
    _, index, rival = min(pairs)
    return index, rival
