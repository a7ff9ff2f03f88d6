"""Which words of a sentence name somebody or something, and under which keys the forms of one name meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from statement_compare.engine.annotate.negation_scope import is_content
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.word_classes import is_calendar_word
from statement_compare.engine.language import own_words, phrases, words
from statement_compare.engine.model import Span
from statement_compare.engine.text.endings import endings_of
from statement_compare.engine.text.tokens import Token, TokenKind

_TRAITS: Final = words("names", "traits")
_CASE_ENDINGS: Final = phrases("names", "case_endings")
# Of all languages: names keep the endings of their own language in texts of another ("McDonald's").
_OWNER_ENDINGS: Final = tuple(ending for endings in phrases("terms", "owner_endings").values() for ending in endings)
_OPENING: Final = frozenset(".!?:\"“«„‘'(–—•-")
_ELISION_TRAITS: Final = words("terms", "traits")
_APOSTROPHES: Final = str.maketrans("’ʼ", "''")
_SHORTEST_ROOT: Final = 3
# Letters of an ending that shows a case: shorter ones may be part of the name ("Алматы").
_LEAST_OF_CASE: Final = 3
# A line of so many words of so many letters that all have a capital is a headline: there a capital tells no name.
_LEAST_OF_HEADLINE, _LONG_WORD = 4, 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a sentence has it: `words` are its words in lower case, without the sign of an owner."""

    span: Span
    words: tuple[str, ...]


def names(
    reading: Reading,
    known: Callable[[str], bool] = lambda _: False,
    *,
    taken: Sequence[Span] = (),
    common: Set[str] = frozenset(),
    is_heading: bool = False,
) -> tuple[Name, ...]:
    """The names in a sentence, in order; words with capitals that stand together are one name.

    A capital tells nothing at the start of a sentence, in a headline, and where all nouns have one: there a word is a
    name in a longer run of such words, as an abbreviation, or where it is `known`. The first word of a sentence is no
    part of the name behind it where it is one of the `common` stems, or the name is known without it ("Yesterday
    Norway ..."). `taken` are figures and dates, in which no name stands ("EUR 1,200,000"); titles are left out.
    """
    line, language = reading.tokens, reading.language
    large = [
        is_large and not any(span.start <= token.span.start < span.end for span in taken)
        for token, is_large in zip(line, _large(reading), strict=True)
    ]
    has_large_nouns = "nouns_large" in _TRAITS.get(language, ())
    tells = not is_heading and (has_large_nouns or not _is_headline(line))
    titles = own_words("names", "titles", language)
    found = []
    for whole in _runs(line, large, language):
        run = whole
        while run and line[run[0]].lower in titles:
            run = run[1:]
        named = [bare(line[i].lower[_elided(line[i], language) :]) for i in run]
        opens = bool(run) and _opens(line, run[0])
        if len(run) > 1 and opens and not known(named[0]):
            is_common = line[run[0]].stem in common
            if is_common or all(known(word) for word in named[1:]):
                run, named, opens = run[1:], named[1:], False
        # "Water" at the start of a sentence is no "Aral Water".
        if not run or (len(run) == 1 and opens and line[run[0]].stem in common):
            continue
        is_titled = len(run) < len(whole) and line[whole[0]].lower in titles
        is_sure = tells and (is_titled or len(run) > 1 or not (has_large_nouns or opens))
        is_short = tells and any(_is_abbreviation(line[i].text) for i in run)
        if is_sure or is_short or any(known(word) for word in named):
            end = line[run[-1]].span.end - (len(line[run[-1]].text) - len(bare(line[run[-1]].text)))
            found.append(Name(Span(line[run[0]].span.start + _elided(line[run[0]], language), end), tuple(named)))
    return tuple(found)


def opens_sentence(name: Name, reading: Reading) -> bool:
    """Whether a name stands where any word has a capital."""
    first = next(i for i, token in enumerate(reading.tokens) if token.span.end > name.span.start)
    return _opens(reading.tokens, first)


def telling(name: Name, language: str) -> tuple[str, ...]:
    """Those of the words of a name that name it by themselves, too.

    "Sprecherin Anna Berg" is Berg, and the "Nordal Energie AG" is Nordal: where all nouns have a capital, the others
    may be any noun.
    """
    if "nouns_large" not in _TRAITS.get(language, ()) or len(name.words) == 1:
        return name.words
    is_company = len(name.words[-1]) <= _SHORTEST_ROOT
    return (name.words[0] if is_company else name.words[-1],)


def bare(word: str) -> str:
    """A word without the ending that makes an owner of it ("Berg's"); the case of its letters is kept."""
    word = word.translate(_APOSTROPHES)
    for ending in _OWNER_ENDINGS:
        word = word.removesuffix(ending)
    return word.rstrip("'’")


@lru_cache(maxsize=50_000)
def roots(word: str, language: str) -> frozenset[str]:
    """What a name may be without the ending of its case, itself among it; two forms of one name share one at least.

    "Иванов" and "Ивановым" share "иванов", "Сергей" and "Сергея" share "серге".
    """
    word = word.replace("ё", "е")
    found = {word}
    head, _, tail = word.rpartition("-")
    endings = endings_of(language)
    if endings is not None:
        found.add(endings.stem(word))
        if head and len(tail) <= _SHORTEST_ROOT + 1:  # "ҚМГ-ның"
            found.add(head)
    for ending in _CASE_ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            found.add(word[: -len(ending)])
    return frozenset(found)


@annotation
def _large(reading: Reading) -> tuple[bool, ...]:
    """Of each token, whether it has a capital that may be a name's. What is known of names changes nothing in it."""
    return tuple(_is_large(token, reading.language) for token in reading.tokens)


def _is_large(token: Token, language: str) -> bool:
    return (
        token.kind is TokenKind.WORD
        and not token.text.islower()
        and token.text[_elided(token, language) :][:1].isupper()
        and len(token.text) > 1
        and is_content(token, language)
        and not is_calendar_word(token.lower, language)
    )


def _elided(token: Token, language: str) -> int:
    """How many letters before a name belong to an elided word ("d'Oslo"), in a language that has such words."""
    if "elides" not in _ELISION_TRAITS.get(language, ()):
        return 0
    head, apostrophe, tail = token.text.translate(_APOSTROPHES).partition("'")
    return len(head) + 1 if apostrophe and tail[:1].isupper() else 0


def _is_abbreviation(text: str) -> bool:
    head = bare(text).partition("-")[0]
    return len(head) > 1 and head.isupper()


def _is_headline(line: Sequence[Token]) -> bool:
    """Whether all long words have a capital ("Ministry Closes Old Mine After Fire")."""
    long = [t.text[0].isupper() for t in line if t.kind is TokenKind.WORD and len(t.text) >= _LONG_WORD]
    return len(long) >= _LEAST_OF_HEADLINE and all(long)


def _opens(line: Sequence[Token], index: int) -> bool:
    return index == 0 or line[index - 1].text in _OPENING


def _runs(line: Sequence[Token], large: Sequence[bool], language: str) -> Iterator[tuple[int, ...]]:
    """Indices of words with capitals that only a space parts; an owner ends a name ("Norway's Equinor")."""
    run: list[int] = []
    for i in range(len(line)):
        if run and not (
            large[i] and line[i].span.start - line[i - 1].span.end == 1 and not _owns(line[i - 1], language)
        ):
            yield tuple(run)
            run = []
        if large[i]:
            run.append(i)
    if run:
        yield tuple(run)


def _owns(token: Token, language: str) -> bool:
    """Whether a word has an ending that only the last word of a name has: "Norway's", "Қазақстандағы"."""
    endings = endings_of(language)
    if endings is not None and len(token.lower) - len(endings.stem(token.lower)) >= _LEAST_OF_CASE:
        return True
    return bare(token.lower) != token.lower
