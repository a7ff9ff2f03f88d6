"""Who did it to whom, and who came first: the same words with two parties in each other's place."""

from __future__ import annotations

from dataclasses import dataclass

from statement_compare.engine.annotate.factuality import mood
from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.reported_speech import stance_of
from statement_compare.engine.facts.denial import denials
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.strength import span_of
from statement_compare.engine.facts.word_matching import terms
from statement_compare.engine.language import words
from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.tokens import Token, TokenKind

_STRENGTH = 0.8
_LONGEST_NAME = 3
_LONGEST_RUN = 8
_LONGEST_PASSAGE = 80  # words; each pair of places is tried
_TRAITS = words("exchange", "traits")
_LEFT_OUT = words("exchange", "left_out")
_CLEFTS, _CLEFT_JOINTS = words("exchange", "clefts"), words("exchange", "cleft_joints")
_EVEN = words("exchange", "even")
_MUTUAL = words("exchange", "mutual")
_RANKS = words("exchange", "ranks")
_ACTS = words("exchange", "acts")
_THAN = words("exchange", "than")
_ARTICLES = words("exchange", "articles")


@dataclass(frozen=True, slots=True)
class _Word:
    index: int
    key: str
    is_content: bool


def exchanged(left: Reading, right: Reading) -> tuple[Fact, ...]:
    """The one exchange of two parties around the same verb, or around "first ... second".

    Only in a language in which their order alone tells who did it to whom.
    """
    if left.language != right.language or "order_tells_roles" not in _TRAITS.get(left.language, frozenset()):
        return ()
    if len(scopes(left).cues) != len(scopes(right).cues) or denials(left) or denials(right):
        return ()
    a, b = _skeleton(left), _skeleton(right)
    if max(len(a), len(b)) > _LONGEST_PASSAGE:
        return ()
    names = frozenset(_key(r.tokens[term.index]) for r in (left, right) for term in terms(r) if term.is_name)
    keys_a, keys_b = [word.key for word in a], [word.key for word in b]
    places_of: dict[str, list[int]] = {}
    for j in range(1, len(b)):
        places_of.setdefault(keys_b[j], []).append(j)
    for i in range(1, len(a)):
        for j in places_of.get(keys_a[i], ()):
            length = _common(keys_a, keys_b, i, j)
            for shared in range(min(length, _LONGEST_RUN), 0, -1):
                found = _around(keys_a, keys_b, i, j, shared)
                if found is None:
                    continue
                before, after = found
                places = (
                    (a[i - before : i], a[i + shared : i + shared + after]),
                    (b[j - after : j], b[j + shared : j + shared + before]),
                )
                if _is_exchange(a, i, shared, places[0], left, names) and _are_facts(
                    left, right, a[i].index, b[j].index
                ):
                    return (_fact(left, right, places),)
    return ()


def _skeleton(reading: Reading) -> list[_Word]:
    left_out = _LEFT_OUT[reading.language]
    tokens = reading.tokens
    # "It was the mill that took over the yard" is built as "the mill took over the yard".
    if " ".join(token.lower for token in tokens[:2]) in _CLEFTS.get(reading.language, ()):
        left_out = left_out | _CLEFT_JOINTS[reading.language] | {token.lower for token in tokens[:2]}
    return [
        _Word(i, _key(token), is_content(token, reading.language))
        for i, token in enumerate(reading.tokens)
        if token.kind is not TokenKind.SYMBOL and token.lower not in left_out
    ]


def _key(token: Token) -> str:
    return token.stem.removesuffix("'s").removesuffix("'")


def _common(a: list[str], b: list[str], i: int, j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def _around(a: list[str], b: list[str], i: int, j: int, shared: int) -> tuple[int, int] | None:
    """How many words before and after the shared run have changed places, if they have."""
    for before in range(_LONGEST_NAME, 0, -1):
        for after in range(_LONGEST_NAME, 0, -1):
            if before > i or after > j:
                continue
            x, y = a[i - before : i], a[i + shared : i + shared + after]
            if len(y) < after or x == y or set(x) & set(y):
                continue
            if b[j - after : j] == y and b[j + shared : j + shared + before] == x:
                return before, after
    return None


def _is_exchange(
    a: list[_Word],
    i: int,
    shared: int,
    places: tuple[list[_Word], list[_Word]],
    reading: Reading,
    names: frozenset[str],
) -> bool:
    """Whether the run between says what the one does to the other, and both are names or bodies."""
    run = a[i : i + shared]
    tokens, language = reading.tokens, reading.language
    said = [tokens[word.index].lower for word in run]
    after = a[i + shared + len(places[1]) :]
    ranks = _RANKS[language]
    is_ranked = said[0] in ranks and bool(after) and tokens[after[0].index].lower in ranks
    if not is_ranked:
        if set(said) & (_EVEN[language] | _MUTUAL[language]) or not any(word.is_content for word in run):
            return False
        if any(stance_of(word, language) is not None and word not in _ACTS[language] for word in said):
            return False
    if any(tokens[k].text in ",;:.!?" for k in range(places[0][0].index, places[1][-1].index)):
        return False
    by_index = {term.index: term for term in terms(reading)}
    for place in places:
        known = [by_index.get(word.index) for word in place]
        if not all(term is not None and not (term.is_number or term.is_calendar) for term in known):
            return False
        # A name that opens its sentence is known as one by the other passage.
        is_compared = not _THAN[language].isdisjoint(said)
        if not is_compared and not any(word.key in names for word in place) and not _has_article(place, reading):
            return False
    return True


def _has_article(place: list[_Word], reading: Reading) -> bool:
    before = place[0].index - 1
    return before >= 0 and reading.tokens[before].lower in _ARTICLES[reading.language]


def _are_facts(left: Reading, right: Reading, here: int, there: int) -> bool:
    mine, yours = mood(left, here), mood(right, there)
    are_doubtful = any(m.condition is not None or m.hedge is not None or m.is_question for m in (mine, yours))
    return not are_doubtful and (mine.plan is None) == (yours.plan is None)


def _fact(
    left: Reading,
    right: Reading,
    places: tuple[tuple[list[_Word], list[_Word]], tuple[list[_Word], list[_Word]]],
) -> Fact:
    (x, y), (u, v) = places
    return Fact(
        ReasonKind.ATTRIBUTION,
        Relation.CONFLICT,
        span_of(left, (x[0].index, y[-1].index)),
        span_of(right, (u[0].index, v[-1].index)),
        _STRENGTH,
        "attribution.exchanged",
    )
