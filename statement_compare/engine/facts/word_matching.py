"""Which words of one passage answer which of the other, and how far a stretch of each speaks of the same thing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from statement_compare.engine.annotate.negated_verbs import negated_root
from statement_compare.engine.annotate.negation_scope import is_content
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.reported_speech import framed_tokens
from statement_compare.engine.annotate.word_classes import (
    COMPANY_NOUNS,
    FIRST_PERSON,
    LIGHT_WORDS,
    NUMBER_WORDS,
    PARTICLES,
    is_calendar_word,
)
from statement_compare.engine.facts.fact import Lexicon
from statement_compare.engine.language import phrases, words
from statement_compare.engine.text.tokens import TokenKind

MATCHED = 0.75  # affinity from which two words of a context count as one
SAME_HEAD = 0.85  # affinity from which two predicates count as one

_TRAITS, _NAME_TRAITS, _NEGATION_TRAITS = (words(topic, "traits") for topic in ("terms", "names", "negation"))
# Of all languages: names keep the endings of their own language in texts of another ("McDonald's").
_OWNER_ENDINGS = tuple(ending for endings in phrases("terms", "owner_endings").values() for ending in endings)
_PLURAL_ENDINGS = phrases("terms", "plural_endings")
_PHRASAL = words("terms", "phrasal_verbs")
_PREPOSITIONS_TOO = words("terms", "prepositions_too")
_PHRASAL_WITH_PREPOSITIONS = words("terms", "phrasal_with_prepositions")


class TermWeight:
    """How much a word tells of what a clause speaks of: a name more than a number, a number more than "company"."""

    LIGHT = 0.3
    NUMBER = 0.5
    PLAIN = 1.0
    NAME = 1.3


@dataclass(frozen=True, slots=True)
class Term:
    """A content word (with its particle: "went up") at token `index`; `key` is what the lexicon is asked about."""

    index: int
    key: str
    stem: str
    weight: float
    is_name: bool
    is_number: bool
    is_calendar: bool
    is_organisation: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Terms of both passages; `partner_left[i]` is (index into `right`, affinity) of the best answer, or (-1, 0)."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    partner_left: tuple[tuple[int, float], ...]
    partner_right: tuple[tuple[int, float], ...]
    left_is_first_person: bool
    right_is_first_person: bool

    def mirrored(self) -> Match:
        return Match(
            self.right,
            self.left,
            self.partner_right,
            self.partner_left,
            self.right_is_first_person,
            self.left_is_first_person,
        )


@dataclass(frozen=True, slots=True)
class Overlap:
    """How alike two stretches are: the share of each one's weight that has an answer in the other, and what has none.

    `swaps` counts words that differ beside words that are shared ("noise permit" / "discharge permit").
    """

    left: float
    right: float
    left_open: float
    right_open: float
    names_clash: bool
    periods_clash: bool
    numbers_clash: bool
    swaps: int


@annotation
def terms(reading: Reading) -> tuple[Term, ...]:
    """The content words of a passage outside its reporting frames."""
    tokens, language = reading.tokens, reading.language
    framed = framed_tokens(reading)
    light = LIGHT_WORDS.get(language, frozenset())
    companies = COMPANY_NOUNS.get(language, frozenset())
    number_words = NUMBER_WORDS.get(language, frozenset())
    particles = PARTICLES.get(language, frozenset())
    traits, plurals = _TRAITS.get(language, frozenset()), _PLURAL_ENDINGS.get(language, ())
    names = name_tokens(reading)
    found = []
    for i, token in enumerate(tokens):
        if i in framed or not is_content(token, language):
            continue
        word = _without_owner_ending(token.lower).removesuffix("'")
        if "elides" in traits and "'" in word:
            word = word.split("'", 1)[1]
        is_number = token.kind is TokenKind.NUMBER or word in number_words
        is_calendar = is_calendar_word(word, language)
        is_name = i in names and not is_calendar
        key = word
        if i + 1 < len(tokens) and tokens[i + 1].lower in particles and not is_name:
            key = f"{word} {tokens[i + 1].lower}" if _is_phrasal(word, tokens[i + 1].lower, language) else word
        if is_number or is_calendar:
            weight = TermWeight.NUMBER
        elif word in light or token.stem in light:
            weight = TermWeight.LIGHT
        else:
            weight = TermWeight.NAME if is_name else TermWeight.PLAIN
        is_organisation = word in companies or any(word.removesuffix(ending) in companies for ending in plurals)
        stem_ = _without_owner_ending(token.stem) if "'" not in word else word
        found.append(Term(i, key, stem_, weight, is_name, is_number, is_calendar, is_organisation))
    return tuple(found)


def _is_phrasal(word: str, particle: str, language: str) -> bool:
    """Whether a particle makes another verb of the word before it; "in" and "on" after most verbs are prepositions."""
    if word not in _PHRASAL.get(language, ()):
        return False
    return particle not in _PREPOSITIONS_TOO.get(language, ()) or word in _PHRASAL_WITH_PREPOSITIONS.get(language, ())


def _without_owner_ending(word: str) -> str:
    for ending in _OWNER_ENDINGS:
        word = word.removesuffix(ending)
    return word


@annotation
def name_tokens(reading: Reading) -> frozenset[int]:
    """Indices of tokens that belong to proper names: capitals inside a sentence, or runs of them at its start."""
    tokens, language = reading.tokens, reading.language
    if "nouns_large" in _NAME_TRAITS.get(language, ()):
        return frozenset()
    capital = [
        token.kind is TokenKind.WORD and token.text[:1].isupper() and is_content(token, language) for token in tokens
    ]
    found = set()
    for i, token in enumerate(tokens):
        if not capital[i]:
            continue
        opens = i == 0 or tokens[i - 1].text in '.!?:"“«„' or (i > 1 and tokens[i - 1].text == "(")
        next_is_capital = i + 1 < len(tokens) and capital[i + 1]
        is_marked = token.lower.endswith(_OWNER_ENDINGS) or (token.text.isupper() and len(token.text) > 1)
        if not opens or next_is_capital or is_marked:
            found.add(i)
    return frozenset(found)


def match(left: Reading, right: Reading, lexicon: Lexicon) -> Match:
    """The best answer of every term in the other passage; nothing answers across languages but names and figures."""
    a, b = terms(left), terms(right)
    table = [[_affinity(x, y, left.language, right.language, lexicon) for y in b] for x in a]
    partner_left = tuple(_best(row) for row in table)
    partner_right = tuple(_best([row[j] for row in table]) for j in range(len(b)))
    return Match(a, b, partner_left, partner_right, speaks_as_we(left), speaks_as_we(right))


def speaks_as_we(reading: Reading) -> bool:
    ours = FIRST_PERSON.get(reading.language, frozenset())
    return any(token.lower in ours for token in reading.tokens)


def overlap(
    found: Match,
    left: Collection[int],
    right: Collection[int],
    *,
    but_left: Collection[int] = (),
    but_right: Collection[int] = (),
) -> Overlap:
    """How alike the tokens `left` and `right` (indices) are, the opposed words (`but_*`) left out."""
    a = [n for n, term in enumerate(found.left) if term.index in left and term.index not in but_left]
    b = [n for n, term in enumerate(found.right) if term.index in right and term.index not in but_right]
    left_weight, left_open = _answered(found.left, a, found.partner_left, found.right_is_first_person)
    right_weight, right_open = _answered(found.right, b, found.partner_right, found.left_is_first_person)
    left_names = {found.left[n].key for n in left_open if found.left[n].is_name}
    right_names = {found.right[n].key for n in right_open if found.right[n].is_name}
    return Overlap(
        left_weight,
        right_weight,
        sum(found.left[n].weight for n in left_open),
        sum(found.right[n].weight for n in right_open),
        bool(left_names and right_names),
        _periods_clash(found, a, b, left_open, right_open),
        any(found.left[n].is_number for n in left_open) and any(found.right[n].is_number for n in right_open),
        _swaps(found, left_open, right_open),
    )


def _affinity(x: Term, y: Term, left_language: str, right_language: str, lexicon: Lexicon) -> float:
    if x.is_number or y.is_number:
        return 1.0 if x.key == y.key else 0.0
    if left_language != right_language:
        return 1.0 if x.key == y.key else 0.0
    if x.key == y.key or x.stem == y.stem:
        return 1.0
    if "negation_in_verb" in _NEGATION_TRAITS.get(left_language, ()):
        # "Was not told" answers "was told" here; that one is negated is a fact of its own (`negation`).
        for one, other in ((x.key, y.key), (y.key, x.key)):
            root = negated_root(one, left_language)
            if root is not None and other.startswith(root):
                return 1.0
    if x.is_name and y.is_name:
        # Names that merely look alike are different names.
        return 0.0
    best = lexicon.affinity(x.key, y.key)
    if " " in x.key or " " in y.key:
        best = max(best, 0.9 * lexicon.affinity(x.key.split()[0], y.key.split()[0]))
    return best


def _best(row: list[float]) -> tuple[int, float]:
    if not row:
        return -1, 0.0
    j = max(range(len(row)), key=lambda k: row[k])
    return (j, row[j]) if row[j] > 0 else (-1, 0.0)


def _answered(
    terms_: tuple[Term, ...], chosen: list[int], partners: tuple[tuple[int, float], ...], other_says_we: bool
) -> tuple[float, frozenset[int]]:
    """Share of weight answered, and the numbers of terms that are not; "we" answers the name of an organisation."""
    total, answered, open_ = 0.0, 0.0, set()
    has_forgiven = False
    for place, n in enumerate(chosen):
        term = terms_[n]
        if partners[n][1] >= MATCHED:
            total += term.weight
            answered += term.weight * partners[n][1]
            continue
        follows_forgiven = (
            has_forgiven and place > 0 and chosen[place - 1] == n - 1 and terms_[n - 1].index == term.index - 1
        )
        if other_says_we and (term.is_organisation or (term.is_name and (not has_forgiven or follows_forgiven))):
            has_forgiven = has_forgiven or term.is_name
            continue
        total += term.weight
        answered += term.weight * (partners[n][1] if partners[n][1] >= 0.5 else 0.0)
        open_.add(n)
    return (answered / total if total else 0.0), frozenset(open_)


def _periods_clash(
    found: Match, a: list[int], b: list[int], left_open: frozenset[int], right_open: frozenset[int]
) -> bool:
    def when(terms_: tuple[Term, ...], chosen: Collection[int]) -> set[str]:
        return {
            terms_[n].key
            for n in chosen
            if terms_[n].is_calendar
            or (terms_[n].is_number and len(terms_[n].key) == 4 and terms_[n].key[:2] in ("19", "20"))
        }

    return bool(when(found.left, left_open) and when(found.right, right_open)) and bool(a and b)


def _swaps(found: Match, left_open: frozenset[int], right_open: frozenset[int]) -> int:
    """Unanswered words on both sides that stand beside words which answer each other."""
    count = 0
    for n in left_open:
        for step in (1, -1):
            neighbour = n + step
            if not 0 <= neighbour < len(found.left) or abs(found.left[neighbour].index - found.left[n].index) > 2:
                continue
            partner, affinity = found.partner_left[neighbour]
            if affinity < SAME_HEAD:
                continue
            rival = partner - step
            if rival in right_open and abs(found.right[rival].index - found.right[partner].index) <= 2:
                count += 1
                break
    return count
