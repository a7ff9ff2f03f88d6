"""Which words are opposites and which mean the same: the bundled word tables behind the `Lexicon` protocol."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Prefix

from statement_compare import bundled
from statement_compare.engine.models import Encoder
from statement_compare.engine.text.tokens import stem

SYNONYM_AFFINITY = 0.9
DERIVED_AFFINITY = 0.8
# Cosines of single words: unrelated ones lie near .2, inflections and synonyms above .7, and opposites in between,
# so a cosine alone may never reach what a synonym table says.
_COSINE_FLOOR, _COSINE_RANGE, _COSINE_CEILING = 0.35, 0.45, 0.85

_NEGATIVE_PREFIXES = {"en": ("un", "non", "non-"), "ru": ("не",), "de": ("un", "nicht-")}
# "in-" and "dis-" begin too many words that deny nothing ("increase", "discover"): before adjectives only.
_LATINATE_PREFIXES = ("in", "im", "il", "ir", "dis")
_ADJECTIVE_ENDINGS = ("ble", "bly", "ate", "ent", "ant", "ive", "al", "ally", "lar", "rect", "plete", "cient", "ature")
_KAZAKH_WITH = ("ды", "ді", "лы", "лі", "ты", "ті")
_KAZAKH_WITHOUT = ("сыз", "сіз")
_LANGUAGES = ("en", "ru", "kk", "de", "fr", "es")
_MOST_REMEMBERED = 300_000  # pairs of words: some 60 MB


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

    def are_antonyms(self, left: str, right: str, language: str) -> bool:
        """Whether two words, stems or short phrases are opposites; the order does not matter."""
        if language not in _LANGUAGES or left == right:
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
        if language == "kk" and _kazakh_listed(first, second, table):
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
        if language == "en":
            if self._synonyms.get(first, frozenset()) & self._synonyms.get(second, frozenset()):
                return SYNONYM_AFFINITY
            if self._kinds.get(first, frozenset()) & self._kinds.get(second, frozenset()):
                return 0.0
            if second in self._table("en").get(first, frozenset()) or (first, second) in self._unopposed:
                return 0.0
        if language == "ru" and (
            self._aspects.get(first, frozenset()) & self._aspects.get(second, frozenset())
            or _are_aspects(first, second)
        ):
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
            words = phrase.replace("-", " ").split()
            if language == "en":
                words = [self._base_forms.get(word, word) for word in words]
            known = self._keys[phrase, language] = " ".join(stem(word, language) for word in words)
        return known

    def _table(self, language: str) -> dict[str, frozenset[str]]:
        table = self._opposites.get(language)
        if table is None:
            table = self._opposites[language] = self._read_opposites(language)
        return table

    def _read_opposites(self, language: str) -> dict[str, frozenset[str]]:
        pairs: set[tuple[str, str]] = set()
        if language == "en":
            # The table holds the keys of its words: stemming thousands of them took a sixth of a short comparison.
            table = _rows(self._folder / "wordnet30_antonyms.tsv")[1:]
            pairs.update((row[3], row[4]) for row in table if (row[3], row[4]) not in self._unopposed)
        for row in _rows(self._folder / f"opposites_{language}.tsv"):
            sides = [[self._key(word.strip(), language) for word in cell.split(",")] for cell in row[:2]]
            pairs.update((a, b) for a in sides[0] for b in sides[1])
        found: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in pairs:
            if a != b:
                found[a].add(b)
                found[b].add(a)
        return {word: frozenset(opposites) for word, opposites in found.items()}

    @cached_property
    def _synonyms(self) -> dict[str, frozenset[int]]:
        """English words and the numbers of the synonym rows that hold them."""
        return self._numbered("synonyms_en.tsv", "en")

    @cached_property
    def _kinds(self) -> dict[str, frozenset[int]]:
        """English words and the rows of things that are alike but never the same ("goats", "sheep")."""
        return self._numbered("kinds_en.tsv", "en")

    @cached_property
    def _aspects(self) -> dict[str, frozenset[int]]:
        """Russian verbs and the rows that hold one verb in both aspects."""
        return self._numbered("aspects_ru.tsv", "ru")

    def _numbered(self, table: str, language: str) -> dict[str, frozenset[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, row in enumerate(_rows(self._folder / table)):
            for word in row:
                found[self._key(word, language)].add(number)
        return {word: frozenset(rows) for word, rows in found.items()}

    @cached_property
    def _unopposed(self) -> frozenset[tuple[str, str]]:
        """Pairs that WordNet lists and that are converses or neighbours rather than opposites in a statement."""
        pairs = [(self._key(row[0], "en"), self._key(row[1], "en")) for row in _rows(self._folder / "unopposed_en.tsv")]
        return frozenset(pairs) | frozenset((b, a) for a, b in pairs)

    @cached_property
    def _base_forms(self) -> dict[str, str]:
        return {form: row[0] for row in _rows(self._folder / "irregular_en.tsv") for form in row[1:]}


def _rows(path: Path) -> list[list[str]]:
    """The rows of a tab-separated table; none where a language has no table."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]


@lru_cache(maxsize=100_000)
def _language_of_script(word: str) -> str:
    """The language whose stemmer serves a word of this script: Russian for Cyrillic, English otherwise."""
    if any(letter in "әғқңөұүһі" for letter in word):
        return "kk"
    return "ru" if any("а" <= letter <= "ё" for letter in word) else "en"


def _are_derived(a: str, b: str) -> bool:
    """Whether two words share so long a beginning that they are likely one family ("inspect", "inspection")."""
    shared = Prefix.similarity(a, b)
    return shared >= 5 and shared >= 0.7 * max(len(a), len(b))


def _are_aspects(a: str, b: str) -> bool:
    """Whether two Russian stems are one verb in both aspects: "подписа-" / "подписыва-", "получ-" / "получа-"."""
    short, long = sorted((a, b), key=len)
    if long.endswith(("ыва", "ива")):
        root = long[:-3]
        roots = (root, "о".join(root.rsplit("а", 1)))
        return any(len(r) >= 4 and short.startswith(r) and len(short) - len(r) <= 2 for r in roots)
    return len(short) >= 5 and long in (short + "а", short + "я")


def _is_negated_form(word: str, base: str, language: str) -> bool:
    """Whether `word` is `base` with a negating affix."""
    for prefix in _NEGATIVE_PREFIXES.get(language, ()):
        if word.startswith(prefix) and word[len(prefix) :] == base and len(base) >= 5:
            return True
    if language in ("en", "fr", "es") and base.endswith(_ADJECTIVE_ENDINGS):
        for prefix in _LATINATE_PREFIXES:
            if word.startswith(prefix) and word[len(prefix) :] == base and len(base) >= 5:
                return True
    if language == "kk" and word.endswith(_KAZAKH_WITHOUT):
        root = word[:-3]
        return base == root or any(base == root + ending for ending in _KAZAKH_WITH)
    return False


def _kazakh_listed(a: str, b: str, table: dict[str, frozenset[str]]) -> bool:
    """Kazakh has no stemmer here and adds endings only: a listed form followed by a short ending counts."""
    for listed, opposites in table.items():
        if _extends(a, listed) and any(_extends(b, opposite) for opposite in opposites):
            return True
    return False


def _extends(word: str, listed: str) -> bool:
    return word.startswith(listed) and len(listed) >= 4 and len(word) - len(listed) <= 4
