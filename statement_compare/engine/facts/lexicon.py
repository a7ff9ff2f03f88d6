"""Which words are opposites and which mean the same: the bundled word tables behind the `Lexicon` protocol."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Prefix

from statement_compare import bundled
from statement_compare.engine.language import CODES, keyed, phrases, words
from statement_compare.engine.models import Encoder
from statement_compare.engine.text.tokens import stem

SYNONYM_AFFINITY = 0.9
DERIVED_AFFINITY = 0.8
# Cosines of single words: unrelated ones lie near .2, inflections and synonyms above .7, and opposites in between,
# so a cosine alone may never reach what a synonym table says.
_COSINE_FLOOR, _COSINE_RANGE, _COSINE_CEILING = 0.35, 0.45, 0.85

_TRAITS = words("lexicon", "traits")
_LETTERS = phrases("lexicon", "letters")
_NEGATIVE_PREFIXES = words("lexicon", "negative_prefixes")
# "in-" and "dis-" begin too many words that deny nothing ("increase", "discover"): before adjectives only.
_ADJECTIVE_PREFIXES = words("lexicon", "adjective_prefixes")
_ADJECTIVE_ENDINGS = words("lexicon", "adjective_endings")
_WITH_ENDINGS = words("lexicon", "with_endings")
_WITHOUT_ENDINGS = words("lexicon", "without_endings")
_ASPECT_ENDINGS = words("lexicon", "aspect_endings")
_ASPECT_VOWELS = keyed("lexicon", "aspect_vowels")
_ASPECT_MARKS = words("lexicon", "aspect_marks")
_MOST_REMEMBERED = 300_000  # pairs of words: some 60 MB
_NOWHERE: frozenset[int] = frozenset()


class BundledLexicon:
    """Opposites and synonyms from `folder` (the bundled tables by default); read when first asked for.

    With an encoder, words that no table knows are compared by their vectors; the answers are kept in this instance.
    """

    def __init__(self, encoder: Encoder | None = None, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._folder = folder if folder is not None else bundled.path("lexicon")
        self._opposites: dict[str, dict[str, frozenset[str]]] = {}
        self._antonyms: dict[tuple[str, str, str], bool] = {}
        self._affinities: dict[tuple[str, str], float] = {}
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._keys: dict[tuple[str, str], str] = {}
        self._rows_of: dict[tuple[str, str], dict[str, frozenset[int]]] = {}
        self._bases: dict[str, dict[str, str]] = {}
        self._spared: dict[str, frozenset[tuple[str, str]]] = {}

    def are_antonyms(self, left: str, right: str, language: str) -> bool:
        """Whether two words, stems or short phrases are opposites; the order does not matter."""
        if language not in CODES or left == right:
            return False
        a, b = sorted((left.casefold(), right.casefold()))
        known = self._antonyms.get((a, b, language))
        if known is None:
            if len(self._antonyms) >= _MOST_REMEMBERED:
                self._antonyms.clear()
            known = self._antonyms[a, b, language] = self._oppose(a, b, language)
        return known

    def _oppose(self, a: str, b: str, language: str) -> bool:
        first, second = self._key(a, language), self._key(b, language)
        if first == second:
            return False
        table = self._table(language)
        if second in table.get(first, frozenset()):
            return True
        if _has("endings_only", language) and _are_listed(first, second, table):
            return True
        return _is_negated_form(a, b, language) or _is_negated_form(b, a, language)

    def affinity(self, left: str, right: str) -> float:
        """How near two words or short phrases are in meaning: 1 for inflections of one word, .9 for synonyms."""
        a, b = left.casefold(), right.casefold()
        if a == b:
            return 1.0
        pair = (a, b) if a < b else (b, a)
        known = self._affinities.get(pair)
        if known is None:
            if len(self._affinities) >= _MOST_REMEMBERED:
                self._affinities.clear()
            known = self._affinities[pair] = self._measure(*pair)
        return known

    def _measure(self, a: str, b: str) -> float:
        language = _language_of_script(a)
        if language != _language_of_script(b):
            return 0.0
        first, second = self._key(a, language), self._key(b, language)
        if first == second:
            return 1.0
        if self._share_row("synonyms", first, second, language):
            return SYNONYM_AFFINITY
        # Things that are alike and never the same ("goats", "sheep").
        if self._share_row("kinds", first, second, language):
            return 0.0
        if _has("opposites_are_far", language) and (
            second in self._table(language).get(first, frozenset()) or (first, second) in self._unopposed(language)
        ):
            return 0.0
        if self._share_row("aspects", first, second, language) or _are_aspects(first, second, language):
            return SYNONYM_AFFINITY
        if _is_negated_form(a, b, language) or _is_negated_form(b, a, language):
            return 0.0
        derived = DERIVED_AFFINITY if _are_derived(a, b) else 0.0
        return max(derived, self._cosine(a, b))

    def expect(self, words: Iterable[str]) -> None:
        """Look at many words at once that will be asked for: in a batch each takes a fraction of its time alone."""
        if self._encoder is None:
            return
        new = {word.casefold() for word in words} - self._vectors.keys()
        read = sorted(word for word in new if self._encoder.covers(_language_of_script(word)))
        if read:
            self._vectors |= zip(read, self._encoder.encode(read), strict=True)

    def _cosine(self, a: str, b: str) -> float:
        if self._encoder is None or not self._encoder.covers(_language_of_script(a)):
            return 0.0
        for word in (a, b):
            if word not in self._vectors:
                self._vectors[word] = self._encoder.encode([word])[0]
        cosine = float(self._vectors[a] @ self._vectors[b])
        return min(_COSINE_CEILING, max(0.0, (cosine - _COSINE_FLOOR) / _COSINE_RANGE))

    def _key(self, phrase: str, language: str) -> str:
        """What all inflected forms of a word or short phrase share."""
        known = self._keys.get((phrase, language))
        if known is None:
            bases = self._base_forms(language)
            stems = _stems(self._folder, language)
            forms = [bases.get(word, word) for word in phrase.replace("-", " ").split()]
            found = (stems.get(form) or stem(form, language) for form in forms)
            known = self._keys[phrase, language] = " ".join(found)
        return known

    def _table(self, language: str) -> dict[str, frozenset[str]]:
        table = self._opposites.get(language)
        if table is None:
            table = self._opposites[language] = _opposites(self._folder, language)
        return table

    def _read_opposites(self, language: str) -> dict[str, frozenset[str]]:
        pairs: set[tuple[str, str]] = set()
        if _has("wordnet", language):
            # The table holds its words stemmed: stemming thousands of them here took a sixth of a short comparison.
            table = _rows(self._folder / "wordnet30_antonyms.tsv")[1:]
            unopposed = self._unopposed(language)
            pairs.update((row[3], row[4]) for row in table if (row[3], row[4]) not in unopposed)
        for row in _rows(self._folder / f"opposites_{language}.tsv"):
            sides = [[self._key(word.strip(), language) for word in cell.split(",")] for cell in row[:2]]
            pairs.update((a, b) for a in sides[0] for b in sides[1])
        found: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in pairs:
            if a != b:
                found[a].add(b)
                found[b].add(a)
        return {word: frozenset(opposites) for word, opposites in found.items()}

    def _share_row(self, table: str, first: str, second: str, language: str) -> bool:
        """Whether a row of a table ("synonyms", "kinds", "aspects") holds both words, which are given by their keys."""
        rows = self._rows_of.get((table, language))
        if rows is None:
            rows = self._rows_of[table, language] = _numbered(self._folder, table, language)
        return not rows.get(first, _NOWHERE).isdisjoint(rows.get(second, _NOWHERE))

    def _read_numbered(self, table: str, language: str) -> dict[str, frozenset[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, row in enumerate(_rows(self._folder / f"{table}_{language}.tsv")):
            for word in row:
                found[self._key(word, language)].add(number)
        return {word: frozenset(rows) for word, rows in found.items()}

    def _unopposed(self, language: str) -> frozenset[tuple[str, str]]:
        """Pairs that WordNet lists and that are converses or neighbours rather than opposites in a statement."""
        if language not in self._spared:
            rows = _rows(self._folder / f"unopposed_{language}.tsv")
            pairs = [(self._key(row[0], language), self._key(row[1], language)) for row in rows]
            self._spared[language] = frozenset(pairs) | frozenset((b, a) for a, b in pairs)
        return self._spared[language]

    def _base_forms(self, language: str) -> dict[str, str]:
        if language not in self._bases:
            rows = _rows(self._folder / f"irregular_{language}.tsv")
            self._bases[language] = {form: row[0] for row in rows for form in row[1:]}
        return self._bases[language]


@cache
def _opposites(folder: Path, language: str) -> dict[str, frozenset[str]]:
    """The opposites of each word, read once in a process: to read them takes longer than to judge a pair."""
    return BundledLexicon(folder=folder)._read_opposites(language)


@cache
def _stems(folder: Path, language: str) -> dict[str, str]:
    """The stems of the words of the tables, made ahead: stemming them took a twentieth of a short comparison."""
    return {row[0]: row[1] for row in _rows(folder / f"stems_{language}.tsv")}


@cache
def _numbered(folder: Path, table: str, language: str) -> dict[str, frozenset[int]]:
    """The words of a table and the numbers of the rows that hold them, read once in a process as well."""
    return BundledLexicon(folder=folder)._read_numbered(table, language)


def _rows(path: Path) -> list[list[str]]:
    """The rows of a tab-separated table; none where a language has no table."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]


def _has(trait: str, language: str) -> bool:
    return trait in _TRAITS.get(language, frozenset())


@lru_cache(maxsize=100_000)
def _language_of_script(word: str) -> str:
    """The language whose stemmer serves a word of this script: Russian for Cyrillic, English for Latin."""
    return next((code for code, letters in _scripts() if not letters.isdisjoint(word)), CODES[0])


@cache
def _scripts() -> tuple[tuple[str, frozenset[str]], ...]:
    """Languages with letters of their own, those with few first: a Kazakh word has Russian letters too."""
    scripts = [(code, frozenset("".join(rows))) for code, rows in _LETTERS.items()]
    return tuple(sorted(scripts, key=lambda script: len(script[1])))


def _are_derived(a: str, b: str) -> bool:
    """Whether two words share so long a beginning that they are likely one family ("inspect", "inspection")."""
    shared = Prefix.similarity(a, b)
    return shared >= 5 and shared >= 0.7 * max(len(a), len(b))


def _are_aspects(a: str, b: str, language: str) -> bool:
    """Whether two stems are one verb in both aspects: "подписа-" / "подписыва-", "получ-" / "получа-"."""
    if language not in _ASPECT_ENDINGS:
        return False
    short, long = sorted((a, b), key=len)
    ending = next((each for each in _ASPECT_ENDINGS[language] if long.endswith(each)), None)
    if ending is None:
        return len(short) >= 5 and any(long == short + mark for mark in _ASPECT_MARKS[language])
    root = long.removesuffix(ending)
    roots = (root, *(stood.join(root.rsplit(vowel, 1)) for vowel, stood in _ASPECT_VOWELS[language].items()))
    return any(len(r) >= 4 and short.startswith(r) and len(short) - len(r) <= 2 for r in roots)


@dataclass(frozen=True, slots=True)
class _Affixes:
    """What negates a word: prefixes before any word, prefixes before adjectives, and endings in each other's place."""

    prefixes: frozenset[str]
    adjective_prefixes: frozenset[str]
    adjective_endings: tuple[str, ...]
    with_endings: frozenset[str]
    without_endings: frozenset[str]


@cache
def _affixes(language: str) -> _Affixes:
    none: frozenset[str] = frozenset()
    return _Affixes(
        _NEGATIVE_PREFIXES.get(language, none),
        _ADJECTIVE_PREFIXES.get(language, none),
        tuple(_ADJECTIVE_ENDINGS.get(language, none)),
        _WITH_ENDINGS.get(language, none),
        _WITHOUT_ENDINGS.get(language, none),
    )


def _is_negated_form(word: str, base: str, language: str) -> bool:
    """Whether `word` is `base` with a negating affix."""
    affixes = _affixes(language)
    if len(base) >= 5 and word.endswith(base):
        prefix = word.removesuffix(base)
        if prefix in affixes.prefixes:
            return True
        if prefix in affixes.adjective_prefixes and base.endswith(affixes.adjective_endings):
            return True
    for without in affixes.without_endings:
        if word.endswith(without):
            root = word.removesuffix(without)
            return base == root or any(base == root + ending for ending in affixes.with_endings)
    return False


def _are_listed(a: str, b: str, table: dict[str, frozenset[str]]) -> bool:
    """Whether two words are listed opposites with a short ending behind them, for a language that adds endings only."""
    for listed, opposites in table.items():
        if _extends(a, listed) and any(_extends(b, opposite) for opposite in opposites):
            return True
    return False


def _extends(word: str, listed: str) -> bool:
    return word.startswith(listed) and len(listed) >= 4 and len(word) - len(listed) <= 4
