"""Whether something is said of one thing alone or of others too."""

from __future__ import annotations

from enum import StrEnum

from statement_compare.engine.model import ReasonKind
from statement_compare.engine.verdict.facts.cues import Found, PhraseTable, phrase_list
from statement_compare.engine.verdict.facts.frames import framed_tokens
from statement_compare.engine.verdict.facts.matching import SAME_HEAD, Match, match
from statement_compare.engine.verdict.facts.scope import scopes
from statement_compare.engine.verdict.facts.weighing import Dispute, settle
from statement_compare.engine.verdict.facts.words import word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation


class Reach(StrEnum):
    ALONE = "alone"
    SHARED = "shared"
    NOT_LIMITING = "not_limiting"  # "not only", "only a third", "only on 3 May": no claim of exclusivity


_PHRASES: dict[str, dict[Reach, tuple[str, ...]]] = {
    "en": {
        Reach.ALONE: phrase_list(
            """
            only / sole / solely / alone / exclusively / exclusive / nobody else / no one else / no-one else /
            nothing else / nothing but / nothing other than / no other / restricted to / confined to / limited to /
            no option but / no choice but / the single / and no more / none other / no one other / nowhere else / no
            others / by itself / unaided / one and only / neither more nor less / single-handed
            """
        ),
        Reach.SHARED: phrase_list(
            """
            also / as well / too / one of several /  one of two / one of three
            / one of four / one of five / one of many / among others / is among the / was among the / were among the
            / are among the / in addition / besides / not exclusive / not the only / jointly / together with / alike
            / several others / others too / two others / three others / two other / three other / four other / other
            companies / other firms / others / another / not exclusively / not solely / not alone / not only / as
            well as / along with / alongside / shared by / shared between / shared among / shared with others / open
            to all / in competition / both / the same goes for / the same applies / likewise / not confined to / not
            limited to / not restricted to / no monopoly / together / the same for / the same as for /
            available to all / available to every / for all governments / for every government / to all governments /
            to every government / open to every / open to everyone / open to anyone / available to everyone /
            available to anyone / on the same terms / on equal terms / like any other / like every other
            """
        ),
        Reach.NOT_LIMITING: phrase_list(
            """
            only after / only when / only once / only if / only then / only on / only a / only an / only at / not
            only because / if only / only recently / only now / only just / only until / only from / only half /
            only about / only too / only part / only some / only one of / only as / let alone / leave alone / leaves
            alone / stand alone / not merely / too late / too early / too much / too many / too high / too low / too
            long / too little / too slow / too few / too far / too short / only few / only because / only that /
            each other / one another / every other
            """
        ),
    },
    "ru": {
        Reach.ALONE: phrase_list(
            """
            только / лишь / исключительно / единственный / единственная / единственное / единственным / единственной
            / единственного / один лишь / одна лишь / никто другой / никто иной / больше никто / кроме него никто /
            единолично / эксклюзивно
            """
        ),
        Reach.SHARED: phrase_list(
            """
            также / тоже / не только / один из / одна из / одним из / одной из / в том числе / кроме того / наряду /
            наравне / совместно / вместе с / и другие / и другим / другие / другим / ещё две / ещё два / ещё три /
            не единственный / не единственная / не единственным
            """
        ),
        Reach.NOT_LIMITING: phrase_list(
            """
            только после / лишь после / только когда / только в / лишь в / только на / лишь на / только с / только
            что / как только / лишь бы / только часть / лишь часть / лишь некоторые / если только
            """
        ),
    },
    "kk": {
        Reach.ALONE: phrase_list("тек / ғана / жалғыз / бірден-бір / тек қана"),
        Reach.SHARED: phrase_list(
            """
            сондай-ақ / ғана емес / сонымен қатар / бірі / басқа да / бірлесіп / жалғыз емес / бірге
            """
        ),
        Reach.NOT_LIMITING: phrase_list("тек кейін"),
    },
    "de": {
        Reach.ALONE: phrase_list(
            """
            nur / allein / alleine / alleinige / alleiniger / ausschließlich / einzige / einziger / einziges /
            einzigen / lediglich / niemand sonst / niemand anderes / kein anderer / nichts anderes
            """
        ),
        Reach.SHARED: phrase_list(
            """
            auch / ebenfalls / ebenso / nicht nur / nicht allein / einer von / eine von / eines von / einer der /
            eine der / eines der / unter anderem / daneben / gemeinsam / zusammen mit / neben / weitere / nicht der
            einzige / nicht die einzige / mehrere andere / zwei weitere
            """
        ),
        Reach.NOT_LIMITING: phrase_list(
            """
            nur noch / nur nach / nur wenn / nur ein teil / nur einige / nur wenige / auch nicht / auch wenn
            """
        ),
    },
    "fr": {
        Reach.ALONE: phrase_list(
            """
            seul / seule / seuls / seules / seulement / uniquement / exclusivement / unique / exclusif / exclusive /
            personne d'autre / rien d'autre / aucun autre / aucune autre
            """
        ),
        Reach.SHARED: phrase_list(
            """
            aussi / également / non seulement / pas seulement / l'un des / l'une des / un des / une des / entre
            autres / ainsi que / conjointement / avec d'autres / d'autres / pas le seul / pas la seule / de même que
            / outre
            """
        ),
        Reach.NOT_LIMITING: phrase_list(
            """
            seulement après / seulement lorsque / pas un seul / pas une seule / un seul / une seule
            """
        ),
    },
    "es": {
        Reach.ALONE: phrase_list(
            """
            sólo / solo / solamente / únicamente / único / única / exclusivamente / exclusivo / exclusiva / nadie
            más / ningún otro / ninguna otra / nada más
            """
        ),
        Reach.SHARED: phrase_list(
            """
            también / además / no sólo / no solo / no solamente / uno de los / una de las / uno de / una de / entre
            otros / entre otras / conjuntamente / junto con / así como / otros / otras / no es el único / no el
            único / no la única
            """
        ),
        Reach.NOT_LIMITING: phrase_list(
            """
            sólo después / solo después / sólo cuando / solo cuando / sólo en / solo en / ni un solo / tan sólo /
            tan solo
            """
        ),
    },
}
_TABLES = {language: PhraseTable(table) for language, table in _PHRASES.items()}
# A bare "also" joins sentences as often as things; these name the others.
_OPENS = frozenset({"open", "available", "for", "to"})
_WEAK = word_set(
    """
    also besides others another among both alike auch également aussi también además также тоже
    """
)


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    return settle(disputes(left, right, lexicon), left, right, lexicon)


def disputes(left: Reading, right: Reading, lexicon: Lexicon) -> list[Dispute]:
    """Alone on one side and shared on the other; or alone on one side only, which narrows the claim."""
    if left.language != right.language:
        return []
    mine, yours = limits(left), limits(right)
    if _says_both(mine) or _says_both(yours):
        return []
    found = match(left, right, lexicon)
    opposed = {Reach.ALONE, Reach.SHARED}
    result = [_dispute(a, b, left, right, found) for a in mine for b in yours if {a.kind, b.kind} == opposed]
    result += _others_named(right, mine, found)
    result += [dispute.mirrored() for dispute in _others_named(left, yours, found.mirrored())]
    if not any(f.kind is Reach.ALONE for f in mine) or not any(f.kind is Reach.ALONE for f in yours):
        if not any(f.kind is Reach.SHARED for f in yours):
            result += [_one_sided(a, len(right.tokens)) for a in mine if a.kind is Reach.ALONE]
        if not any(f.kind is Reach.SHARED for f in mine):
            result += [_one_sided(b, len(left.tokens)).mirrored() for b in yours if b.kind is Reach.ALONE]
    return result


_JOINS = word_set("and plus și и және und et y")


def _others_named(joined: Reading, limits_of_alone: tuple[Found[Reach], ...], found: Match) -> list[Dispute]:
    """`A and nobody else` against `A and B`: the second passage names another one in the same breath."""
    result = []
    for limit in limits_of_alone:
        if limit.kind is not Reach.ALONE:
            continue
        near = {
            partner
            for n, term in enumerate(found.left)
            for partner, affinity in [found.partner_left[n]]
            if affinity >= SAME_HEAD and -4 <= term.index - limit.start <= 4
        }
        for m in range(1, len(found.right)):
            first, other = found.right[m - 1], found.right[m]
            if m - 1 not in near or found.partner_right[m][1] >= SAME_HEAD or other.index - first.index > 5:
                continue
            if joined.tokens[first.index + 1].lower not in _JOINS:
                continue
            added = (*range(first.index + 1, other.index + 1), *_rest(found, m))
            result.append(
                Dispute(
                    ReasonKind.EXCLUSIVITY,
                    Relation.CONFLICT,
                    "exclusivity.other_named",
                    limit.tokens,
                    (first.index, *added),
                    found.left[found.partner_right[m - 1][0]].index,
                    first.index,
                    limit.tokens,
                    added,
                )
            )
    return result


def _rest(found: Match, m: int) -> tuple[int, ...]:
    """The words that go on naming the other one ("two advertisers")."""
    run = [found.right[m].index]
    for k in range(m + 1, len(found.right)):
        if found.right[k].index != run[-1] + 1 or found.partner_right[k][1] >= SAME_HEAD:
            break
        run.append(found.right[k].index)
    return tuple(run[1:])


def limits(reading: Reading) -> tuple[Found[Reach], ...]:
    """The words of a passage that say "alone" or "others too"; negated ones are turned around."""
    table = _TABLES.get(reading.language)
    if table is None:
        return ()
    framed, scoped = framed_tokens(reading), scopes(reading)
    result: list[Found[Reach]] = []
    for cue in table.find(reading.tokens):
        if cue.start in framed or cue.kind is Reach.NOT_LIMITING:
            continue
        if _before_figure(cue, reading) or _ends_clause(cue, reading):
            continue
        kind: Reach = cue.kind
        if kind is Reach.SHARED and scoped.is_negated(cue.start) and reading.tokens[cue.start].lower in _OPENS:
            continue  # "not available to everyone" says no more than "only for members"
        if kind is Reach.ALONE and scoped.is_negated(cue.start) and scoped.depth[cue.start] == 1:
            near = [c for c in scoped.cues if 0 <= cue.start - c.end <= 2]
            if near:
                kind = Reach.SHARED
            elif cue.end - cue.start == 1:
                continue
        result.append(Found(cue.start, cue.end, kind))
    return tuple(result)


def _ends_clause(cue: Found[Reach], reading: Reading) -> bool:
    """`between 22:00 and 04:00 only`: the word limits what stands before it, which may be anything."""
    after = reading.tokens[cue.end].text if cue.end < len(reading.tokens) else "."
    return reading.tokens[cue.start].lower == "only" and after in ".,;"


def _says_both(found: tuple[Found[Reach], ...]) -> bool:
    """`Nobody else besides X`, `only A, and also B`: one passage holds both words, so neither decides."""
    return {limit.kind for limit in found} == {Reach.ALONE, Reach.SHARED}


def _before_figure(cue: Found[Reach], reading: Reading) -> bool:
    """`only 12 of them` is a comment on a figure."""
    after = reading.tokens[cue.end] if cue.end < len(reading.tokens) else None
    return cue.kind is Reach.ALONE and after is not None and after.text[:1].isdigit()


def _dispute(a: Found[Reach], b: Found[Reach], left: Reading, right: Reading, found: Match) -> Dispute:
    words = {left.tokens[i].lower for i in a.tokens} | {right.tokens[i].lower for i in b.tokens}
    return Dispute(
        ReasonKind.EXCLUSIVITY,
        Relation.CONFLICT,
        "exclusivity.alone_or_shared",
        a.tokens,
        b.tokens,
        a.start,
        b.start,
        (*a.tokens, *_named_after(a, left, found)),
        (*b.tokens, *_named_after(b, right, found.mirrored())),
        prior=-0.8 if words & _WEAK else 0.0,
    )


def _named_after(limit: Found[Reach], reading: Reading, found: Match) -> tuple[int, ...]:
    """The others whom "as well as", "along with" name: words that only this side has."""
    run: list[int] = []
    if [reading.tokens[i].lower for i in limit.tokens[:2]] == ["one", "of"]:
        return ()  # what follows says what they all are
    for n, term in enumerate(found.left):
        reach = run[-1] if run else limit.end - 1
        if limit.kind is Reach.SHARED and 0 < term.index - reach <= 2 and found.partner_left[n][1] < SAME_HEAD:
            run.append(term.index)
    return tuple(run)


def _one_sided(cue: Found[Reach], other_length: int) -> Dispute:
    return Dispute(
        ReasonKind.EXCLUSIVITY,
        Relation.QUALIFIES,
        "exclusivity.one_side",
        cue.tokens,
        (),
        cue.start,
        max(0, other_length // 2),
        cue.tokens,
        (),
        prior=-0.7,
    )
