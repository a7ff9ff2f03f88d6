"""Which of two events came first, and when the two sides put the same two events in reverse order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from statement_compare.engine.model import ReasonKind, Span
from statement_compare.engine.text.tokens import TokenKind
from statement_compare.engine.verdict.facts.context import (
    FIRMLY_OTHER,
    SAYING,
    content,
    is_negated,
    ordinals_differ,
    profile,
    unmet,
)
from statement_compare.engine.verdict.facts.moments import all_apart, date_spans
from statement_compare.engine.verdict.facts.speech import event_moments
from statement_compare.engine.verdict.facts.words import words_of
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation

Event = tuple[tuple[str, str], ...]
Place = tuple[int, int]
Add = Callable[[Place, Place, Place], None]


@dataclass(frozen=True, slots=True)
class InOrder:
    """Two events in time: the words that tell each, with their stems, and where the word stands that orders them."""

    earlier: Event
    later: Event
    span: Span


# Each row: which part of the sentence is the earlier event, and the words between (or before) the parts.
# "front" words open the sentence ("After B, A"); "mid" words stand between A and B; "pair" patterns name both parts.
_BEFORE = {
    "en": r"(?:(?:long|well|shortly|just|immediately|even|right|\w+ (?:days?|weeks?|hours?|minutes?|months?|"
          r"years?)) )?(?:before|prior to|ahead of)|earlier than|"
          r"by the time(?: that)?|preceded",
    "ru": r"до того,? как|до|перед тем,? как|перед|прежде,? чем|раньше,? чем|раньше|опередил\w*|"
          r"предшествовал\w*|к моменту",
    "kk": r"(?!)",
    "de": r"bevor|ehe|noch vor|vor",
    "fr": r"avant que|avant d[e']|avant",
    "es": r"antes de que|antes del?|antes que",
}  # fmt: skip
_AFTER = {
    "en": r"(?:(?:only|long|soon|shortly|just|immediately|right|not until|\w+ (?:days?|weeks?|hours?|minutes?|"
          r"months?|years?)) )?(?:after|following)|only once|once|only when|"
          r"as soon as|followed(?! by)|later than|not until|until after|in response to|on the heels of",
    "ru": r"(?:(?:лишь|только|уже|сразу|вскоре) )?(?:после того,? как|после)|вслед за|позже,? чем|позже|"
          r"лишь когда|только когда|по итогам",
    "kk": r"(?!)",
    "de": r"erst nachdem|erst nach|nachdem|nach|sobald",
    "fr": r"après que|après avoir|après|une fois",
    "es": r"después de que|después del?|tras|una vez que|luego de",
}  # fmt: skip
_THEN = {
    "en": r"(?:and|but)?,? ?(?:only )?(?:then|afterwards|subsequently|thereupon)|followed by|and second(?:ly)?",
    "ru": r"(?:и |а )?(?:лишь |только )?(?:затем|потом|позднее)|а уже потом", "kk": r"(?:содан )?кейін ғана",
    "de": r"(?:und )?(?:erst )?(?:dann|danach|anschließend)", "fr": r"(?:et )?(?:puis|"
          r"ensuite)", "es": r"(?:y )?(?:luego|después(?! de)|a continuación)",
}  # fmt: skip
_FIRST_LATER = {
    "en": r"(?P<a>[^,;.]*?)\bfirst\b(?P<a2>[^,;.]*?)(?:,| and|;|,? and only)+ (?P<b>[^.;]*?)\b(?:second|later|"
          r"afterwards|then|next|after that)\b(?P<b2>[^,;.]*)",
    "ru": r"(?:сначала|сперва|вначале)\b(?P<a>[^;.]*?)[,;]? ?(?:а |и )?(?:лишь |только |уже )?(?:потом|затем|"
          r"позже|позднее)\b(?P<b>[^;.]*)",
    "kk": r"(?:алдымен|әуелі)\b(?P<a>[^;.]*?)[,;]? ?(?:содан кейін|кейін|сосын)\b(?P<b>[^;.]*)",
    "de": r"(?:zuerst|zunächst)\b(?P<a>[^;.]*?)[,;]? ?(?:und )?(?:erst )?(?:dann|danach|später)\b(?P<b>[^;.]*)",
    "fr": r"(?:d'abord|en premier)\b(?P<a>[^;.]*?)[,;]? ?(?:et )?(?:puis|ensuite|après)\b(?P<b>[^;.]*)",
    "es": r"primero\b(?P<a>[^;.]*?)[,;]? ?(?:y )?(?:luego|después|más tarde)\b(?P<b>[^;.]*)",
}  # fmt: skip
# "B: by then A had already happened": A came first.
_ALREADY = re.compile(
    r"(?P<a>[^;.]*?\b(?:had|have|has|was|were)\b[^,;.]*?\balready\b[^,;.]*?),?\s(?:when|by the time)\s(?P<b>[^;.]*)"
    r"|\b(?P<front>when|by the time)\s(?P<b2>[^,;.]*),\s(?P<a2>[^;.]*?\b(?:already|had)\b[^;.]*)",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    r"^(?:it was )?not until\s(?P<b>.*?)\s(?:did|was|were|had|that)\b(?P<a>[^;.]*)|(?P<a2>[^;.]*?)\b(?:not|"
    r"never|nothing|n't|only)\b(?P<a3>[^;,.]*?)\s(?:until|till)\s(?P<b2>[^;.]*)",
    re.IGNORECASE,
)
_KAZAKH = re.compile(r"(?P<b>[^;.]*?)\s(?P<word>кейін|соң|бұрын|дейін)(?:\s+ғана)?\s(?P<a>[^;.]*)", re.IGNORECASE)


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    """One fact at most: the two sides give the same order of the same events, or the reverse order."""
    best: tuple[float, Fact] | None = None
    for ours in sequences(left.text, left.language):
        for theirs in sequences(right.text, right.language):
            fact = _fact(left, right, ours, theirs, lexicon)
            if fact is not None and (best is None or fact.strength > best[0]):
                best = (fact.strength, fact)
    return () if best is None else (best[1],)


def _fact(left: Reading, right: Reading, ours: InOrder, theirs: InOrder, lexicon: Lexicon) -> Fact | None:
    straight = _match(ours.earlier, theirs.earlier, lexicon), _match(ours.later, theirs.later, lexicon)
    crossed = _match(ours.earlier, theirs.later, lexicon), _match(ours.later, theirs.earlier, lexicon)
    gap = sum(crossed) - sum(straight)
    if min(straight) >= 0.3 and gap <= -0.5:
        return _made(Relation.SAME, ours, theirs, min(0.8, 0.4 + 0.25 * sum(straight)), "order.same")
    if min(crossed) < 0.3 or gap < 0.5:
        return None
    mine, other = profile(left.text, left.language), profile(right.text, right.language)
    apart = bool(mine.otherness & FIRMLY_OTHER[""]) != bool(other.otherness & FIRMLY_OTHER[""])
    periods = all_apart(
        event_moments(left.text, left.language, left.passage.date),
        event_moments(right.text, right.language, right.passage.date),
    )
    names = bool(mine.names - other.names) and bool(other.names - mine.names)
    numbered = _figures_apart(left, right)
    if (
        apart
        or periods
        or names
        or numbered
        or ordinals_differ(left.tokens, right.tokens, (left.language, right.language))
    ):
        return _made(Relation.OTHER, ours, theirs, 0.5, "order.other_case")
    rests = unmet(mine.words, other.words, lexicon.affinity), unmet(other.words, mine.words, lexicon.affinity)
    rest = min(map(len, rests))
    if any(lexicon.are_antonyms(x, y, left.language) for x in sorted(rests[0]) for y in sorted(rests[1])):
        return _made(Relation.OTHER, ours, theirs, 0.5, "order.other_case")
    if is_negated(left.tokens, left.language) != is_negated(right.tokens, right.language):
        # "only after the vote" / "not before the vote": reversal and negation cancel out, or the claim is another.
        return None
    strength = (0.75, 0.38, 0.32, 0.28)[min(rest, 3)] + 0.2 * (sum(crossed) - 1.6)
    if _is_another(ours.earlier, theirs.later, lexicon) or _is_another(ours.later, theirs.earlier, lexicon):
        strength = min(strength, 0.3)
    return _made(Relation.CONFLICT, ours, theirs, max(0.05, min(0.95, strength)), "order.reversed")


def _made(relation: Relation, ours: InOrder, theirs: InOrder, strength: float, rule: str) -> Fact:
    return Fact(ReasonKind.ORDER, relation, ours.span, theirs.span, round(strength, 3), rule)


def _match(a: Event, b: Event, lexicon: Lexicon) -> float:
    """How much of the shorter telling of an event the other has words for."""
    if not a or not b:
        return 0.0
    mine, other = (a, b) if len(a) <= len(b) else (b, a)
    return 1 - len(unmet(mine, other, lexicon.affinity)) / len(mine)


def _is_another(a: Event, b: Event, lexicon: Lexicon) -> bool:
    """Whether each telling has a word that the other lacks: "the pilot was tested", "the mechanics were tested"."""
    return bool(unmet(a, b, lexicon.affinity)) and bool(unmet(b, a, lexicon.affinity))


def _figures_apart(left: Reading, right: Reading) -> bool:
    """Whether each side has a figure that the other lacks: "Well 3", "Well 5"."""
    mine, other = ({t.text for t in side.tokens if t.kind is TokenKind.NUMBER} for side in (left, right))
    return bool(mine - other) and bool(other - mine)


@lru_cache(maxsize=4096)
def sequences(text: str, language: str) -> tuple[InOrder, ...]:
    """The pairs of events that a text puts in order."""
    code = language if language in _BEFORE else "en"
    found: list[InOrder] = []

    def add(earlier: tuple[int, int], later: tuple[int, int], word: tuple[int, int]) -> None:
        first, second = _event(text, language, *earlier), _event(text, language, *later)
        if first and second:
            found.append(InOrder(first, second, Span(*word)))

    start = 0
    for piece in re.split(r"(?<=[.;!?])\s", text):
        begin = text.index(piece, start)
        start = begin + len(piece)
        if code == "en" and _english_frames(piece, begin, add):
            continue
        match = re.search(_FIRST_LATER[code], piece, re.IGNORECASE)
        if match is not None:
            spans = match.groupdict()
            earlier = (begin + match.start("a"), begin + (match.end("a2") if spans.get("a2") else match.end("a")))
            later = (begin + match.start("b"), begin + (match.end("b2") if spans.get("b2") else match.end("b")))
            add(earlier, later, (begin + match.start(), begin + match.end()))
            continue
        if code == "kk":
            kazakh = _KAZAKH.search(piece)
            if kazakh is not None:
                reference = (begin + kazakh.start("b"), begin + kazakh.end("b"))
                told = (begin + kazakh.start("a"), begin + kazakh.end("a"))
                is_after = kazakh.group("word").casefold() in {"кейін", "соң"}
                word = (begin + kazakh.start("word"), begin + kazakh.end("word"))
                add(*((reference, told) if is_after else (told, reference)), word)
            continue
        _joined(piece, begin, code, add)
    return tuple(found)


def _english_frames(piece: str, begin: int, add: Add) -> bool:
    match = _NOT_UNTIL.search(piece)
    if match is not None:
        name_a, name_b = ("a", "b") if match.group("b") else ("a2", "b2")
        told_end = match.end("a3") if name_a == "a2" else match.end("a")
        first = (begin + match.start(name_b), begin + match.end(name_b))
        add(first, (begin + match.start(name_a), begin + told_end), (begin + match.start(), begin + match.end()))
        return True
    match = _ALREADY.search(piece)
    if match is not None and not re.search(r"\b(?:before|after)\b", match.group()):
        name_a, name_b = ("a", "b") if match.group("b") else ("a2", "b2")
        first = (begin + match.start(name_a), begin + match.end(name_a))
        second = (begin + match.start(name_b), begin + match.end(name_b))
        add(first, second, (begin + match.start(), begin + match.end()))
        return True
    return False


def _joined(piece: str, begin: int, code: str, add: Add) -> None:
    """ "A before B", "after B, A", "A, then B"."""
    for pattern, first_is_earlier in ((_BEFORE[code], True), (_AFTER[code], False), (_THEN[code], True)):
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", piece, re.IGNORECASE):
            before, after = piece[: match.start()], piece[match.end() :]
            if match.group().casefold() == "до" and re.match(r"\s*\d", after):
                continue  # "до 8 евро": an amount, no event
            word = (begin + match.start(), begin + match.end())
            if not before.strip(' "“«„,'):
                comma = after.find(",")
                if comma < 0:
                    comma = _second_phrase(after)
                if comma < 0:
                    break
                reference = (begin + match.end(), begin + match.end() + comma)
                told = (begin + match.end() + comma, begin + len(piece))
            else:
                told = (begin + _clause_start(before), begin + match.start())
                reference = (begin + match.end(), begin + match.end() + _clause_end(after))
            add(*((told, reference) if first_is_earlier else (reference, told)), word)
            return


_OPENERS = re.compile(
    r"\s(?:the|a|an|its|their|our|we|they|it|he|she|der|die|das|wurde|wurden|hat|haben|war|waren|le|la|les|l'|"
    r"el|los|las|un|una)(?=\s|$)",
    re.IGNORECASE,
)


def _second_phrase(after: str) -> int:
    """Where the second noun phrase begins in "after the inspection the tanks were emptied"; -1 if nowhere."""
    found = [match.start() for match in _OPENERS.finditer(after)]
    return found[1] if len(found) > 1 else -1


def _clause_start(before: str) -> int:
    """Where the clause that tells the event begins: after a colon, or after "said that"."""
    cut = max(before.rfind(":"), before.rfind(";"))
    return cut + 1


def _clause_end(after: str) -> int:
    """Where the second event ends: at a comma that opens a clause of saying, or at the end."""
    match = re.search(r",\s(?:the|a|an|said|according|who|which|whose|our|its|as|and|but|[A-ZА-Я])", after)
    return match.start() if match is not None else len(after)


def _event(text: str, language: str, start: int, end: int) -> Event:
    """Words that tell an event; dates, names of speakers and the words of saying are none."""
    dates = date_spans(text, language)
    found: dict[str, str] = {}
    for begin, stop, word, stem in content(text, language):
        if (
            start <= begin
            and stop <= end
            and word not in words_of(SAYING, language)
            and not any(d.start <= begin < d.end for d in dates)
        ):
            found.setdefault(stem, word)
    return tuple(found.items())
