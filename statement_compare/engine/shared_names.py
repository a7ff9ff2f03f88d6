"""Which names of two statements are one: in any case, in two alphabets, and where a part stands for the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from statement_compare.engine.align.profile import skeleton
from statement_compare.engine.annotate.names import Name, names, opens_sentence, roots, telling
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.model import Role, Side, Span, Statement
from statement_compare.engine.text.tokens import TokenKind

# Of a name in another alphabet: signs that are enough to know it by, and consonants that are enough alone.
_LEAST_SOUNDS, _MANY_CONSONANTS = 3, 4

Key = tuple[object, ...]
Words = tuple[Key, ...]


class Sets:
    """Keys that were found to mean one thing, each set known by its least key: the order of joining does not count."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}

    def of(self, key: Key) -> Key:
        root = key
        while (up := self._parent.get(root, root)) != root:
            root = up
        while (up := self._parent.get(key, key)) != root:
            self._parent[key] = root
            key = up
        return root

    def join(self, first: Key, second: Key) -> None:
        a, b = sorted((self.of(first), self.of(second)), key=repr)
        if a != b:
            self._parent[b] = a


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence, with its span in the sentence's text; all forms of one name have one `key`."""

    side: Side
    sentence: int
    span: Span
    key: Key


def shared_names(
    statements: Mapping[Side, Statement],
    readings: Mapping[tuple[Side, int], Reading],
    taken: Mapping[tuple[Side, int], Sequence[Span]],
) -> tuple[Named, ...]:
    """The names in sentences of both statements, given by their readings, in the order of these.

    `taken` are figures and dates of the sentences, as spans of their texts: no name stands in them.
    """
    return tuple(_Names(statements, readings, taken).all())


class _Names:
    """The names of both statements: what one text shows to be a name is one in the other too."""

    def __init__(
        self,
        statements: Mapping[Side, Statement],
        readings: Mapping[tuple[Side, int], Reading],
        taken: Mapping[tuple[Side, int], Sequence[Span]],
    ) -> None:
        self._statements, self._readings, self._taken = statements, readings, taken
        small: dict[str, set[str]] = defaultdict(set)
        for reading in readings.values():
            small[reading.language] |= {t.stem for t in reading.tokens if t.text.islower() and t.kind is TokenKind.WORD}
        self._common = {language: frozenset(stems) for language, stems in small.items()}
        self._is_translated = statements[Side.LEFT].language != statements[Side.RIGHT].language
        self._sets = Sets()

    def all(self) -> Iterator[Named]:
        sure = self._known(lambda name, reading: not opens_sentence(name, reading), frozenset())
        known = self._known(lambda *_: True, sure)
        found = [(side, sentence, name) for side, sentence, _, name in self._read(known)]
        keys = {(side, name.words): self._words(side, name.words) for side, _, name in found}
        parts = {each: tuple(map(self._sets.of, key)) for each, key in keys.items()}
        whole = _wholes(frozenset(parts.values()))
        for side, sentence, name in found:
            yield Named(side, sentence, name.span, whole[parts[side, name.words]])

    def _read(self, known: Set[str]) -> Iterator[tuple[Side, int, Reading, Name]]:
        """All names with side, sentence and its reading, where the words with these roots are known for names."""
        for (side, sentence), reading in self._readings.items():

            def is_known(word: str, language: str = reading.language) -> bool:
                return not known.isdisjoint(self._forms(word, language))

            for name in names(
                reading,
                is_known,
                taken=self._taken.get((side, sentence), ()),
                common=self._common[reading.language],
                is_heading=self._statements[side].sentences[sentence].role is Role.HEADING,
            ):
                yield side, sentence, reading, name

    def _known(self, is_told: Callable[[Name, Reading], bool], known: Set[str]) -> frozenset[str]:
        """The roots of those names of both texts, found by what is known, that `is_told` says to be names."""
        found: set[str] = set()
        for _, _, reading, name in self._read(known):
            if is_told(name, reading):
                for word in telling(name, reading.language):
                    found |= self._forms(word, reading.language)
        return frozenset(found)

    def _forms(self, word: str, language: str) -> frozenset[str]:
        """The roots of a word, and between two languages what it sounds like, in signs that no root has."""
        found = roots(word, language)
        if not self._is_translated:
            return found
        return found | {f"~{each}" for form in found for each in _sounds(form)}

    def _words(self, side: Side, words: Sequence[str]) -> tuple[Key, ...]:
        """The words of a name as keys; forms of one word share one, and so do two alphabets' ways to write it."""
        found = []
        for word in words:
            forms = sorted(self._forms(word, self._statements[side].language))
            for form in forms[1:]:
                self._sets.join((forms[0],), (form,))
            found.append((forms[0],))
        return tuple(found)


def _sounds(word: str) -> Iterator[str]:
    """A name in Latin letters with one sign for all vowels, and its consonants alone where they are many.

    "Oslo" and "Осло" are "asla", "Moscow" and "Москва" are "mskv".
    """
    latin = word.replace("kh", "h")
    consonants, whole = skeleton(latin), skeleton(latin, "a")
    if len(consonants) >= _MANY_CONSONANTS:
        yield consonants
    if len(consonants) > 1 and len(whole) >= _LEAST_SOUNDS:
        yield whole


def _wholes(found: frozenset[Words]) -> dict[Words, Words]:
    """Which whole name each name stands for: "Berg" is "Anna Berg" where no other name ends so.

    A company goes by its first word, a person by the last: "Suriname" is no "Marowai Suriname" where that is also
    called "Marowai".
    """
    having: dict[Words, set[Words]] = defaultdict(set)
    for name in found:
        for length in range(1, len(name) + 1):
            having[name[:length]].add(name)
            if name[:1] not in found:
                having[name[-length:]].add(name)
    wholes = {}
    for name in found:
        longest = max(having[name] | {name}, key=lambda each: (len(each), each))
        is_part = all(_is_within(each, longest) for each in having[name])
        wholes[name] = longest if is_part else name
    return wholes


def _is_within(name: Words, whole: Words) -> bool:
    return name in (whole[: len(name)], whole[-len(name) :])
