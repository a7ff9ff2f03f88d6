"""Which of two events came first, and when the two sides put the same two events in reverse order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.annotate.alternatives import NEVER, of, optional
from statement_compare.engine.annotate.figure_context import (
    FIRMLY_OTHER,
    SAYING,
    content,
    is_negated,
    ordinals_differ,
    profile,
    unmet,
)
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import all_apart, date_spans
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.language import CODES, GAP, patterns, words
from statement_compare.engine.model import ReasonKind, Span
from statement_compare.engine.text.tokens import TokenKind

Event = tuple[tuple[str, str], ...]
Place = tuple[int, int]
Add = Callable[[Place, Place, Place], None]


@dataclass(frozen=True, slots=True)
class InOrder:
    """Two events in time: the words that tell each, with their stems, and where the word stands that orders them."""

    earlier: Event
    later: Event
    span: Span


_THEN = patterns("sequence", "then")
_AFTER_BEHIND = patterns("sequence", "after_behind")
_BEFORE_BEHIND = patterns("sequence", "before_behind")
_UNTIL = patterns("sequence", "until")
_WHEN = patterns("sequence", "when")
_ALSO_OF_AMOUNTS = words("sequence", "also_of_amounts")
_TRAITS = words("sequence", "traits")


def _forms(table: str, code: str) -> str:
    return patterns("sequence", table).get(code, NEVER)


@cache
def _joints(code: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The words between two events (or before them), and whether the event that is told first is the earlier one."""
    return tuple(
        (re.compile(rf"(?<!\w)(?:{_forms(table, code)})(?!\w)", re.IGNORECASE), first_is_earlier)
        for table, first_is_earlier in (("before", True), ("after", False), ("then", True))
    )


@cache
def _first_later(code: str) -> re.Pattern[str]:
    """ "First A, and later B": the parts of an event before and behind such a word are a and a2, b and b2."""
    first, later = _forms("first", code), _forms("first_later", code)
    if "first_within" in _TRAITS.get(code, frozenset()):
        form = (
            rf"(?P<a>[^,;.]*?)\b(?:{first})\b(?P<a2>[^,;.]*?)(?:[,;]|,?{GAP}(?:{_forms('first_and', code)}))+{GAP}"
            rf"(?P<b>[^.;]*?)\b(?:{later})\b(?P<b2>[^,;.]*)"
        )
    else:
        joint = "".join(optional(patterns("sequence", t).get(code), behind=GAP) for t in ("first_and", "first_only"))
        form = rf"(?:{first})\b(?P<a>[^;.]*?)[,;]?\s?{joint}(?:{later})\b(?P<b>[^;.]*)"
    return re.compile(form, re.IGNORECASE)


@cache
def _already(code: str) -> re.Pattern[str] | None:
    """ "B: by then A had already happened": A came first."""
    if code not in _WHEN:
        return None
    had, already, when = (_forms(table, code) for table in ("had", "already", "when"))
    return re.compile(
        rf"(?P<a>[^;.]*?\b(?:{had})\b[^,;.]*?\b(?:{already})\b[^,;.]*?),?\s(?:{when})\s(?P<b>[^;.]*)"
        rf"|\b(?P<front>{when})\s(?P<b2>[^,;.]*),\s(?P<a2>[^;.]*?\b(?:{_forms('already_or_had', code)})\b[^;.]*)",
        re.IGNORECASE,
    )


@cache
def _not_until(code: str) -> re.Pattern[str] | None:
    """ "Not until B did A", "A did not begin until B": B came first."""
    if code not in _UNTIL:
        return None
    return re.compile(
        rf"^(?:{_forms('not_until', code)})\s(?P<b>.*?)\s(?:{_forms('not_until_verbs', code)})\b(?P<a>[^;.]*)"
        rf"|(?P<a2>[^;.]*?)\b(?:{_forms('not_until_not', code)})\b(?P<a3>[^;,.]*?)"
        rf"\s(?:{_forms('until', code)})\s(?P<b2>[^;.]*)",
        re.IGNORECASE,
    )


@cache
def _behind(code: str) -> re.Pattern[str]:
    """ "B кейін A": the word stands behind the event from which time is counted."""
    only = optional(patterns("sequence", "only_behind").get(code), r"\s+")
    return re.compile(
        rf"(?P<b>[^;.]*?)\s(?P<word>(?P<after>{_AFTER_BEHIND[code]})|{_BEFORE_BEHIND[code]}){only}\s(?P<a>[^;.]*)",
        re.IGNORECASE,
    )


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    """One fact at most: the two sides give the same order of the same events, or the reverse order."""
    left, right = pair.left, pair.right
    best: tuple[float, Fact] | None = None
    for ours in sequences(left):
        for theirs in sequences(right):
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
    mine, other = profile(left), profile(right)
    apart = bool(mine.otherness & words_of(FIRMLY_OTHER, left.language)) != bool(
        other.otherness & words_of(FIRMLY_OTHER, right.language)
    )
    periods = all_apart(event_moments(left), event_moments(right))
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
        # "Only after the vote" / "not before the vote" say the same: the reversed order and the negation cancel out. Or
        # the negated claim is another one.
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


@annotation
def sequences(reading: Reading) -> tuple[InOrder, ...]:
    """The pairs of events that a passage puts in order."""
    text = reading.text
    code = reading.language if reading.language in _THEN else CODES[0]
    found: list[InOrder] = []

    def add(earlier: tuple[int, int], later: tuple[int, int], word: tuple[int, int]) -> None:
        first, second = _event(reading, *earlier), _event(reading, *later)
        if first and second:
            found.append(InOrder(first, second, Span(*word)))

    start = 0
    for piece in re.split(r"(?<=[.;!?])\s", text):
        begin = text.index(piece, start)
        start = begin + len(piece)
        if _framed(piece, begin, code, add):
            continue
        match = _first_later(code).search(piece)
        if match is not None:
            spans = match.groupdict()
            earlier = (begin + match.start("a"), begin + (match.end("a2") if spans.get("a2") else match.end("a")))
            later = (begin + match.start("b"), begin + (match.end("b2") if spans.get("b2") else match.end("b")))
            add(earlier, later, (begin + match.start(), begin + match.end()))
            continue
        if code in _AFTER_BEHIND:
            behind = _behind(code).search(piece)
            if behind is not None:
                reference = (begin + behind.start("b"), begin + behind.end("b"))
                told = (begin + behind.start("a"), begin + behind.end("a"))
                is_after = behind.group("after") is not None
                word = (begin + behind.start("word"), begin + behind.end("word"))
                add(*((reference, told) if is_after else (told, reference)), word)
            continue
        _joined(piece, begin, code, add)
    return tuple(found)


def _framed(piece: str, begin: int, code: str, add: Add) -> bool:
    """ "Not until B did A", "A had already happened when B"."""
    pattern = _not_until(code)
    match = pattern.search(piece) if pattern is not None else None
    if match is not None:
        name_a, name_b = ("a", "b") if match.group("b") else ("a2", "b2")
        told_end = match.end("a3") if name_a == "a2" else match.end("a")
        first = (begin + match.start(name_b), begin + match.end(name_b))
        add(first, (begin + match.start(name_a), begin + told_end), (begin + match.start(), begin + match.end()))
        return True
    pattern = _already(code)
    match = pattern.search(piece) if pattern is not None else None
    if match is not None and not re.search(rf"\b(?:{_forms('not_already', code)})\b", match.group()):
        name_a, name_b = ("a", "b") if match.group("b") else ("a2", "b2")
        first = (begin + match.start(name_a), begin + match.end(name_a))
        second = (begin + match.start(name_b), begin + match.end(name_b))
        add(first, second, (begin + match.start(), begin + match.end()))
        return True
    return False


def _joined(piece: str, begin: int, code: str, add: Add) -> None:
    """ "A before B", "after B, A", "A, then B"."""
    for pattern, first_is_earlier in _joints(code):
        for match in pattern.finditer(piece):
            before, after = piece[: match.start()], piece[match.end() :]
            if match.group().casefold() in _ALSO_OF_AMOUNTS.get(code, frozenset()) and re.match(r"\s*\d", after):
                continue  # "до 8 евро": an amount, no event
            word = (begin + match.start(), begin + match.end())
            if not before.strip(' "“«„,'):
                comma = after.find(",")
                if comma < 0:
                    comma = _second_phrase(after, code)
                if comma < 0:
                    break
                reference = (begin + match.end(), begin + match.end() + comma)
                told = (begin + match.end() + comma, begin + len(piece))
            else:
                told = (begin + _clause_start(before), begin + match.start())
                reference = (begin + match.end(), begin + match.end() + _clause_end(after, code))
            add(*((told, reference) if first_is_earlier else (reference, told)), word)
            return


@cache
def _openers(code: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{of(patterns('sequence', 'openers'), code)})(?=\s|$)", re.IGNORECASE)


@cache
def _clause_openers(code: str) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{of(patterns('sequence', 'clause_openers'), code)}|[A-ZА-Я])")


def _second_phrase(after: str, code: str) -> int:
    """Where the second noun phrase begins in "after the inspection the tanks were emptied"; -1 if nowhere."""
    found = [match.start() for match in _openers(code).finditer(after)]
    return found[1] if len(found) > 1 else -1


def _clause_start(before: str) -> int:
    """Where the clause that tells the event begins: after a colon, or after "said that"."""
    cut = max(before.rfind(":"), before.rfind(";"))
    return cut + 1


def _clause_end(after: str, code: str) -> int:
    """Where the second event ends: at a comma that opens a clause of saying, or at the end."""
    match = _clause_openers(code).search(after)
    return match.start() if match is not None else len(after)


def _event(reading: Reading, start: int, end: int) -> Event:
    """Words that tell an event; dates, names of speakers and the words of saying are none."""
    dates = date_spans(reading)
    found: dict[str, str] = {}
    for begin, stop, word, stem in content(reading):
        if (
            start <= begin
            and stop <= end
            and word not in words_of(SAYING, reading.language)
            and not any(d.start <= begin < d.end for d in dates)
        ):
            found.setdefault(stem, word)
    return tuple(found.items())
